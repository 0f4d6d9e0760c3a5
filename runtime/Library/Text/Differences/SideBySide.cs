using System.Text;

namespace Pytocs.Runtime.Library;

/// <summary>One side of a row: the number of a line (empty where the other side stands alone, <c>&gt;</c> where a line goes on) and its text.</summary>
internal readonly record struct DiffCell(string Number, string Text)
{
    public static readonly DiffCell Blank = new("", "\n");
}

/// <summary>A row of two texts beside each other; one without cells stands for lines that are left out.</summary>
internal sealed record DiffRow(DiffCell? From, DiffCell? To, bool IsChanged)
{
    public static readonly DiffRow Gap = new(null, null, false);
}

/// <summary>
/// Two texts beside each other, made of what <c>ndiff</c> gives. What changed is marked: <c>\0+</c>, <c>\0-</c> or <c>\0^</c> begins a mark,
/// <c>\1</c> ends it.
/// </summary>
internal sealed class SideBySide(IEnumerable<string> difference)
{
    private readonly List<string> _lines = [.. difference];
    private int _at;
    private int _from;
    private int _to;

    /// <summary>All rows, or those around changes.</summary>
    /// <param name="context">How many unchanged rows stand before and after a change; null for all.</param>
    public IEnumerable<DiffRow> Rows(int? context) => context is { } count ? Near(Paired(), count) : Paired();

    /// <summary>The rows in groups: each has a change, and at most so many unchanged rows around it.</summary>
    private static IEnumerable<DiffRow> Near(IEnumerable<DiffRow> all, int context)
    {
        var before = new Queue<DiffRow>();
        var (skipped, after) = (false, 0);
        foreach (var row in all)
        {
            if (after > 0)
            {
                after = row.IsChanged ? context : after - 1;
                yield return row;
                continue;
            }
            before.Enqueue(row);
            if (before.Count > context + 1)
            {
                before.Dequeue();
                skipped = true;
            }
            if (!row.IsChanged)
                continue;
            if (skipped)
                yield return DiffRow.Gap;
            foreach (var kept in before)
                yield return kept;
            before.Clear();
            (skipped, after) = (false, context);
        }
    }

    /// <summary>Joins lines of one side with those of the other that come later.</summary>
    private IEnumerable<DiffRow> Paired()
    {
        var (from, to) = (new Queue<(DiffCell Cell, bool IsChanged)>(), new Queue<(DiffCell Cell, bool IsChanged)>());
        foreach (var row in Halves())
        {
            if (row.From is { } left)
                from.Enqueue((left, row.IsChanged));
            if (row.To is { } right)
                to.Enqueue((right, row.IsChanged));
            while (from.Count > 0 && to.Count > 0)
            {
                var (first, second) = (from.Dequeue(), to.Dequeue());
                yield return new DiffRow(first.Cell, second.Cell, first.IsChanged || second.IsChanged);
            }
        }
    }

    private enum Step
    {
        Both, FromMarked, ToMarked, Removed, LastRemoved, Added, LastAdded, Same, End,
    }

    /// <summary>What comes next, as the first characters of the next lines tell.</summary>
    private Step Next()
    {
        var tags = string.Concat(Enumerable.Range(_at, 4).Select(i => i < _lines.Count ? _lines[i][0] : 'X'));
        bool Is(params ReadOnlySpan<string> starts)
        {
            foreach (var start in starts)
                if (tags.StartsWith(start, StringComparison.Ordinal))
                    return true;
            return false;
        }

        return Is("X") ? Step.End : Is("-?+?") ? Step.Both : Is("--++") ? Step.Removed : Is("--?+", "--+", "- ") ? Step.LastRemoved : Is("-+?") ? Step.ToMarked
            : Is("-?+") ? Step.FromMarked : Is("-") ? Step.Removed : Is("+--") ? Step.Added : Is("+ ", "+-") ? Step.LastAdded : Is("+") ? Step.Added : Step.Same;
    }

    private IEnumerable<DiffRow> Halves()
    {
        // How many lines more were added than removed, beside which blank ones have to stand.
        var owed = 0;
        while (true)
        {
            var step = Next();
            switch (step)
            {
                case Step.Both:
                    yield return new DiffRow(Marked(ref _from), Marked(ref _to), true);
                    continue;
                case Step.ToMarked:
                    yield return new DiffRow(Plain(ref _from), Marked(ref _to), true);
                    continue;
                case Step.FromMarked:
                    yield return new DiffRow(Marked(ref _from), Plain(ref _to), true);
                    continue;
                case Step.Removed:
                    owed--;
                    yield return new DiffRow(Whole('-', ref _from), null, true);
                    continue;
                case Step.Added:
                    owed++;
                    yield return new DiffRow(null, Whole('+', ref _to), true);
                    continue;
                case Step.Same:
                    var text = _lines[_at++][2..];
                    yield return new DiffRow(Numbered(text, ref _from), Numbered(text, ref _to), false);
                    continue;
            }
            var last = step switch
            {
                Step.LastRemoved => new DiffRow(Whole('-', ref _from), null, true),
                Step.LastAdded => new DiffRow(null, Whole('+', ref _to), true),
                _ => null,
            };
            owed += step switch { Step.LastRemoved => -1, Step.LastAdded => 1, _ => 0 };
            for (; owed < 0; owed++)
                yield return new DiffRow(null, DiffCell.Blank, true);
            for (; owed > 0; owed--)
                yield return new DiffRow(DiffCell.Blank, null, true);
            if (last is null)
                yield break;
            yield return last;
        }
    }

    private static DiffCell Numbered(string text, ref int number) => new((++number).ToString(System.Globalization.CultureInfo.InvariantCulture), text);

    private DiffCell Plain(ref int number) => Numbered(_lines[_at++][2..], ref number);

    private DiffCell Whole(char tag, ref int number)
    {
        var text = _lines[_at++][2..];
        return Numbered($"\0{tag}{(text.Length == 0 ? " " : text)}\u0001", ref number);
    }

    /// <summary>A line with the marks that the line beneath it gives.</summary>
    private DiffCell Marked(ref int number)
    {
        var (text, marks) = (new StringBuilder(_lines[_at]), _lines[_at + 1]);
        _at += 2;
        for (var end = marks.Length; end > 0;)
        {
            var start = end - 1;
            if (marks[start] is '+' or '-' or '^')
            {
                while (start > 0 && marks[start - 1] == marks[start])
                    start--;
                text.Insert(Math.Min(end, text.Length), '\u0001').Insert(start, $"\0{marks[start]}");
            }
            end = start;
        }
        return Numbered(text.ToString(2, text.Length - 2), ref number);
    }
}
