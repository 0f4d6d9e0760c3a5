using System.Buffers.Binary;
using System.Text;

namespace Pytocs.Runtime.Library.Zones;

/// <summary>What holds in a zone for a while.</summary>
/// <param name="Offset">Seconds east of UTC.</param>
/// <param name="Saving">How many of them are of daylight saving time.</param>
/// <param name="Name">The abbreviation.</param>
internal sealed record ZoneRule(int Offset, int Saving, string Name);

/// <summary>
/// A zone as its file of the system's <see href="https://www.rfc-editor.org/rfc/rfc8536">time zone data</see> has it: when its offset
/// changed, and the rule for the time after.
/// </summary>
internal sealed class ZoneData
{
    private readonly long[] _times;
    private readonly ZoneRule[] _rules;
    private readonly long[][] _local;
    private readonly ZoneRule _first;
    private readonly YearlyRule? _after;

    /// <exception cref="InvalidDataException">The file holds no zone.</exception>
    public ZoneData(ReadOnlySpan<byte> file)
    {
        if (file.Length < 44 || !file[..4].SequenceEqual("TZif"u8))
            throw new InvalidDataException("Invalid TZif file: magic not found");
        // The second part says the same with 64 bits.
        var (wide, start) = file[4] >= (byte)'2' ? (8, 44 + Length(file, 4)) : (4, 0);
        var part = file[start..];
        var (times, types, letters) = (Count(part, 32), Count(part, 36), Count(part, 40));
        part = part[44..];
        _times = new long[times];
        for (var i = 0; i < times; i++)
            _times[i] = wide == 8 ? BinaryPrimitives.ReadInt64BigEndian(part[(i * 8)..]) : BinaryPrimitives.ReadInt32BigEndian(part[(i * 4)..]);
        var indices = part.Slice(times * wide, times);
        var table = part.Slice(times * (wide + 1), types * 6);
        var names = part.Slice((times * (wide + 1)) + (types * 6), letters);
        var kinds = new (int Offset, bool Summer, string Name)[types];
        for (var i = 0; i < types; i++)
        {
            var name = names[table[(i * 6) + 5]..];
            kinds[i] = (BinaryPrimitives.ReadInt32BigEndian(table[(i * 6)..]), table[(i * 6) + 4] != 0, Encoding.ASCII.GetString(name[..name.IndexOf((byte)0)]));
        }
        _rules = Rules(kinds, indices);
        var plain = Array.FindIndex(kinds, static k => !k.Summer);
        var before = kinds[Math.Max(plain, 0)];
        _first = new ZoneRule(before.Offset, 0, before.Name);
        _local = Local();
        var end = file[..^1].LastIndexOf((byte)'\n');
        var rule = wide == 8 && file[^1] == '\n' && end >= 0 ? Encoding.ASCII.GetString(file[(end + 1)..^1]) : "";
        _after = rule.Length > 0 ? YearlyRule.Parse(rule) : null;
    }

    /// <summary>A zone that has the same rule in all years.</summary>
    public ZoneData(YearlyRule rule)
    {
        (_times, _rules, _local, _after) = ([], [], [[], []], rule);
        _first = rule.AtUtc(0).Rule;
    }

    private static int Count(ReadOnlySpan<byte> header, int at) => BinaryPrimitives.ReadInt32BigEndian(header[at..]);

    private static int Length(ReadOnlySpan<byte> header, int wide)
        => (Count(header, 32) * (wide + 1)) + (Count(header, 36) * 6) + Count(header, 40) + (Count(header, 28) * (wide + 4)) + Count(header, 24) + Count(header, 20);

    /// <summary>The rules in the order of the changes; daylight saving is what a rule adds to the standard time beside it.</summary>
    private static ZoneRule[] Rules((int Offset, bool Summer, string Name)[] kinds, ReadOnlySpan<byte> indices)
    {
        var saving = new int[kinds.Length];
        for (var pass = 0; pass < 2; pass++)
        {
            for (var i = 1; i < indices.Length; i++)
            {
                // First what came before counts, then what comes next.
                var (summer, other) = pass == 0 ? (indices[i], indices[i - 1]) : (indices[i - 1], indices[i]);
                if (kinds[summer].Summer && saving[summer] == 0 && !kinds[other].Summer)
                    saving[summer] = kinds[summer].Offset - kinds[other].Offset;
            }
        }
        var rules = new ZoneRule[indices.Length];
        for (var i = 0; i < rules.Length; i++)
        {
            var kind = kinds[indices[i]];
            rules[i] = new ZoneRule(kind.Offset, !kind.Summer ? 0 : saving[indices[i]] != 0 ? saving[indices[i]] : 3600, kind.Name);
        }
        return rules;
    }

    /// <summary>When changes happen in local time, for the first reading of a clock and for the second.</summary>
    private long[][] Local()
    {
        var result = new[] { new long[_times.Length], new long[_times.Length] };
        for (var i = 0; i < _times.Length; i++)
        {
            var before = i == 0 ? _first.Offset : _rules[i - 1].Offset;
            result[0][i] = _times[i] + Math.Max(before, _rules[i].Offset);
            result[1][i] = _times[i] + Math.Min(before, _rules[i].Offset);
        }
        return result;
    }

    private static int After(long[] times, long time)
    {
        var at = Array.BinarySearch(times, time);
        if (at < 0)
            return ~at;
        while (at < times.Length && times[at] == time)
            at++;
        return at;
    }

    /// <summary>What holds at a local time.</summary>
    public ZoneRule AtLocal(long seconds, int fold)
    {
        var at = After(_local[fold], seconds);
        return at >= _times.Length && _after is { } after ? after.AtLocal(seconds, fold) : at == 0 ? _first : _rules[at - 1];
    }

    /// <summary>What holds at a time of UTC, and whether the clock then shows a time for the second time.</summary>
    public (ZoneRule Rule, int Fold) AtUtc(long seconds)
    {
        var at = After(_times, seconds);
        if (at >= _times.Length && _after is { } after && (_times.Length == 0 || seconds > _times[^1]))
            return after.AtUtc(seconds);
        if (at == 0)
            return (_first, 0);
        var shift = (at == 1 ? _first : _rules[at - 2]).Offset - _rules[at - 1].Offset;
        return (_rules[at - 1], shift > seconds - _times[at - 1] ? 1 : 0);
    }
}
