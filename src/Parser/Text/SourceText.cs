using System.Text;

namespace Pytocs.Parser.Text;

/// <summary>A source file in memory, with the table of its lines.</summary>
public sealed class SourceText
{
    private readonly int[] _lineStarts;

    public SourceText(string path, string text)
    {
        Path = path;
        Text = text;
        _lineStarts = FindLines(text);
        IsAscii = Ascii.IsValid(text);
    }

    /// <summary>The path as it is shown in messages.</summary>
    public string Path { get; }

    /// <summary>The whole text.</summary>
    public string Text { get; }

    /// <summary>Whether every character is ASCII, so that columns of every kind agree.</summary>
    public bool IsAscii { get; }

    /// <summary>Whether some bytes of the file were not UTF-8.</summary>
    internal bool HasUndecodedBytes { get; init; }

    /// <summary>How many lines there are; a text that ends in a line end has an empty last line.</summary>
    public int LineCount => _lineStarts.Length;

    /// <summary>Where a line, counted from one, starts.</summary>
    public int LineStart(int line) => _lineStarts[line - 1];

    /// <summary>Where a line, counted from one, ends, its line end left out.</summary>
    public int LineEnd(int line)
    {
        var end = line < _lineStarts.Length ? _lineStarts[line] : Text.Length;
        while (end > _lineStarts[line - 1] && Text[end - 1] is '\n' or '\r') end--;
        return end;
    }

    /// <summary>The text of a line, counted from one, its line end left out.</summary>
    public string Line(int line) => Text[LineStart(line)..LineEnd(line)];

    /// <summary>The line, counted from one, that holds a position.</summary>
    public int LineOf(int position)
    {
        var index = Array.BinarySearch(_lineStarts, position);
        return index >= 0 ? index + 1 : ~index;
    }

    /// <summary>The line and column, counted from one, of a position, as messages show them.</summary>
    public LinePosition PositionOf(int position)
    {
        var line = LineOf(position);
        var start = LineStart(line);
        var column = position - start;
        if (!IsAscii)
            for (var i = start + 1; i < position; i++)
                if (char.IsLowSurrogate(Text[i])) column--;
        return new LinePosition(line, column + 1);
    }

    /// <summary>The column of a position in UTF-8 bytes, counted from zero, as CPython's tree has it.</summary>
    public int Utf8ColumnOf(int position)
    {
        var start = LineStart(LineOf(position));
        return IsAscii ? position - start : Encoding.UTF8.GetByteCount(Text.AsSpan(start, position - start));
    }

    /// <summary>The position of a line and column, both counted from one.</summary>
    public int PositionAt(int line, int column)
    {
        if (line < 1) return 0;
        if (line > LineCount) return Text.Length;
        var position = LineStart(line);
        for (var i = 1; i < column && position < Text.Length; i++)
            position += char.IsHighSurrogate(Text[position]) ? 2 : 1;
        return Math.Min(position, Text.Length);
    }

    /// <summary>The text of a stretch.</summary>
    public string this[TextSpan span] => Text.Substring(span.Start, span.Length);

    private static int[] FindLines(string text)
    {
        var starts = new List<int>(text.Length / 32 + 4) { 0 };
        for (var i = 0; i < text.Length; i++)
        {
            var next = text.AsSpan(i).IndexOfAny('\n', '\r');
            if (next < 0) break;
            i += next;
            if (text[i] == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
            starts.Add(i + 1);
        }
        return [.. starts];
    }
}
