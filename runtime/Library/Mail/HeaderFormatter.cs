using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Lays out the value of a header in lines; each piece has the white space before it.</summary>
internal sealed class HeaderFormatter(int headerLength, int maxLength, string continuation, string splitters)
{
    private readonly List<string> _lines = [];
    private readonly List<(string Space, string Text)> _current = [];

    /// <summary>What the first line holds already: the header's name.</summary>
    private int _initial = headerLength;

    private int Length => _initial + _current.Sum(static p => p.Space.Length + p.Text.Length);

    private static string Joined(IEnumerable<(string Space, string Text)> parts) => string.Concat(parts.Select(static p => p.Space + p.Text));

    private void Reset(IEnumerable<(string, string)> parts)
    {
        var kept = parts.ToArray();
        _current.Clear();
        _current.AddRange(kept);
        _initial = 0;
    }

    public string Text(string end)
    {
        NewLine();
        return string.Join(end, _lines);
    }

    public void NewLine()
    {
        if (_current.Count > 0 && _current[^1] == (" ", ""))
            _current.RemoveAt(_current.Count - 1);
        else if (_current.Count == 0)
            _current.Add(("", ""));
        if (Length > 0)
        {
            var line = Joined(_current);
            if (_initial == 0 && line.All(char.IsWhiteSpace) && _lines.Count > 0)
                _lines[^1] += line;
            else
                _lines.Add(line);
        }
        Reset([]);
    }

    public void AddTransition() => _current.Add((" ", ""));

    public void Feed(string space, string text, Any charset)
    {
        if (charset.Get("header_encoding").IsNone)
        {
            foreach (var (before, part) in Pieces(space + text))
                Append(before, part);
            return;
        }
        var lines = CharsetType.Lines(charset, text, Lengths());
        if (lines[0] is { } first)
            Append(space, first);
        if (lines.Count == 1)
            return;
        NewLine();
        _current.Add((continuation, lines[^1]!));
        foreach (var line in lines[1..^1])
            _lines.Add(continuation + line);
    }

    private IEnumerable<int> Lengths()
    {
        yield return maxLength - Length;
        while (true)
            yield return maxLength - continuation.Length;
    }

    private static bool IsSpace(char c) => c is ' ' or '\t';

    /// <summary>Words with the white space before them.</summary>
    private static IEnumerable<(string Space, string Text)> Pieces(string text)
    {
        for (var i = 0; i < text.Length;)
        {
            var start = i;
            while (i < text.Length && IsSpace(text[i]))
                i++;
            var word = i;
            while (i < text.Length && !IsSpace(text[i]))
                i++;
            yield return (text[start..word], text[word..i]);
        }
    }

    private void Append(string space, string text)
    {
        _current.Add((space, text));
        if (Length <= maxLength)
            return;
        foreach (var splitter in splitters)
        {
            for (var i = _current.Count - 1; i > 0; i--)
            {
                if (!(char.IsWhiteSpace(splitter) && _current[i].Space.StartsWith(splitter)) && !_current[i - 1].Text.EndsWith(splitter))
                    continue;
                _lines.Add(Joined(_current.Take(i)));
                Reset(_current.Skip(i));
                return;
            }
        }
        var (lastSpace, last) = _current[^1];
        _current.RemoveAt(_current.Count - 1);
        if (_initial > 0)
        {
            // The line of the name holds nothing else then.
            NewLine();
            if (lastSpace.Length == 0)
                lastSpace = " ";
        }
        _current.Add((lastSpace, last));
    }
}
