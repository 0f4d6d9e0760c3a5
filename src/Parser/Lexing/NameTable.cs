using System.Runtime.InteropServices;

namespace Pytocs.Parser.Lexing;

/// <summary>Turns stretches of text into identifiers, each identifier one string, and knows the keywords.</summary>
internal sealed class NameTable
{
    private struct Entry
    {
        public string? Text;
        public int Hash;
        public TokenKind Kind;
    }

    private const int MostKept = 1 << 16;

    [ThreadStatic]
    private static NameTable? s_kept;

    private Entry[] _entries = new Entry[2048];
    private int _count;

    private NameTable()
    {
        foreach (var (text, kind) in TokenKinds.Keywords) Add(text, HashOf(text), kind);
    }

    /// <summary>A table for a file: that of the files before on this thread, unless it has become large.</summary>
    public static NameTable ForFile() => s_kept is { _count: < MostKept } kept ? kept : s_kept = new NameTable();

    /// <summary>The string and kind for a name.</summary>
    public string Intern(ReadOnlySpan<char> name, out TokenKind kind)
    {
        var hash = HashOf(name);
        var mask = _entries.Length - 1;
        for (var i = hash & mask; ; i = (i + 1) & mask)
        {
            ref var entry = ref _entries[i];
            if (entry.Text is null) break;
            if (entry.Hash != hash || !name.SequenceEqual(entry.Text)) continue;
            kind = entry.Kind;
            return entry.Text;
        }
        kind = TokenKind.Name;
        var text = name.ToString();
        Add(text, hash, kind);
        return text;
    }

    /// <summary>The hash of a name, of four characters at a time.</summary>
    private static int HashOf(ReadOnlySpan<char> name)
    {
        const ulong Factor = 0x9E37_79B9_7F4A_7C15;
        var hash = (ulong)name.Length;
        for (; name.Length >= 4; name = name[4..]) Mix(MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(name)));
        ulong rest = 0;
        foreach (var c in name) rest = (rest << 16) + c;
        Mix(rest);
        return (int)(hash >> 33);

        void Mix(ulong part) => hash = (hash ^ (hash >> 32) ^ part) * Factor;
    }

    private void Add(string text, int hash, TokenKind kind)
    {
        if (_count * 2 >= _entries.Length) Grow();
        _count++;
        Place(_entries, new Entry { Text = text, Hash = hash, Kind = kind });
    }

    private void Grow()
    {
        var larger = new Entry[_entries.Length * 2];
        foreach (var entry in _entries)
            if (entry.Text is not null) Place(larger, entry);
        _entries = larger;
    }

    private static void Place(Entry[] entries, Entry entry)
    {
        var mask = entries.Length - 1;
        var i = entry.Hash & mask;
        while (entries[i].Text is not null) i = (i + 1) & mask;
        entries[i] = entry;
    }
}
