using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>One interactive example of a docstring. See <see href="https://docs.python.org/3.13/library/doctest.html#doctest.Example">doctest.Example</see>.</summary>
internal sealed partial record DocExample(string Source, string Want, string? Exception, int Line, IReadOnlyDictionary<DoctestFlags, bool> Options)
{
    /// <summary>The examples of a docstring, in order.</summary>
    /// <exception cref="ValueError">A line of an example is indented too little, or a directive is unknown.</exception>
    public static List<DocExample> Parse(string docstring, string name)
    {
        var text = Unindented(docstring);
        var examples = new List<DocExample>();
        foreach (Match match in Example().Matches(text))
        {
            var line = text.AsSpan(0, match.Index).Count('\n');
            var indent = match.Groups["indent"].Length;
            var source = Source_(match.Groups["source"].Value, indent, name, line);
            if (BlankOrComment().IsMatch(source))
                continue;
            var want = Want_(match.Groups["want"].Value, indent, name, line + match.Groups["source"].ValueSpan.Count('\n') + 1);
            var raised = Traceback().Match(want);
            source = source.EndsWith('\n') ? source : source + "\n";
            want = want.Length > 0 && !want.EndsWith('\n') ? want + "\n" : want;
            var message = raised.Success ? raised.Groups["msg"].Value : null;
            examples.Add(new DocExample(source, want, message is null || message.EndsWith('\n') ? message : message + "\n", line, ReadOptions(source, name, line)));
        }
        return examples;
    }

    private static string Source_(string text, int indent, string name, int line)
    {
        var lines = text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length >= indent + 4 && lines[i][indent + 3] != ' ')
                throw new ValueError($"line {line + i + 1} of the docstring for {name} lacks blank after {lines[i][indent..(indent + 3)]}: {Operators.Repr(lines[i])}");
            if (i > 0 && !lines[i].StartsWith(new string(' ', indent) + ".", StringComparison.Ordinal))
                throw Inconsistent(lines[i], name, line + i + 1);
        }
        return string.Join('\n', lines.Select(l => l.Length > indent + 4 ? l[(indent + 4)..] : ""));
    }

    private static string Want_(string text, int indent, string name, int line)
    {
        var lines = text.Split('\n').ToList();
        if (lines.Count > 1 && lines[^1].Trim(' ').Length == 0)
            lines.RemoveAt(lines.Count - 1);
        var margin = new string(' ', indent);
        for (var i = 0; i < lines.Count; i++)
            if (lines[i].Length > 0 && !lines[i].StartsWith(margin, StringComparison.Ordinal))
                throw Inconsistent(lines[i], name, line + i + 1);
        return string.Join('\n', lines.Select(l => l.Length >= indent ? l[indent..] : ""));
    }

    private static ValueError Inconsistent(string text, string name, int line)
        => new($"line {line} of the docstring for {name} has inconsistent leading whitespace: {Operators.Repr(text)}");

    private static Dictionary<DoctestFlags, bool> ReadOptions(string source, string name, int line)
    {
        var options = new Dictionary<DoctestFlags, bool>();
        foreach (Match match in Directive().Matches(source))
        {
            foreach (var option in match.Groups[1].Value.Replace(',', ' ').Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (option[0] is not ('+' or '-') || !DoctestModule.Flags.TryGetValue(option[1..], out var flag))
                    throw new ValueError($"line {line + 1} of the doctest for {name} has an invalid option: {Operators.Repr(option)}");
                options[flag] = option[0] == '+';
            }
        }
        return options;
    }

    private static string Unindented(string text)
    {
        var lines = text.Replace("\t", "        ", StringComparison.Ordinal).Split('\n');
        var margin = lines.Where(l => l.Trim(' ').Length > 0).Select(l => l.Length - l.TrimStart(' ').Length).DefaultIfEmpty(0).Min();
        return margin == 0 ? string.Join('\n', lines) : string.Join('\n', lines.Select(l => l.Length >= margin ? l[margin..] : ""));
    }

    [GeneratedRegex(@"(?<source>(?:^(?<indent>[ ]*)>>>[^\n]*)(?:\n[ ]*\.\.\.[^\n]*)*)\n?(?<want>(?:(?![ ]*$)(?![ ]*>>>)[^\n]+$\n?)*)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Example();

    [GeneratedRegex(@"^Traceback \((?:most recent call last|innermost last)\):\s*$(?<stack>.*?)^(?<msg>\w+.*)", RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Traceback();

    [GeneratedRegex(@"#\s*doctest:\s*([^\n\'""]*)$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Directive();

    [GeneratedRegex(@"^[ ]*(#[^\n]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex BlankOrComment();
}
