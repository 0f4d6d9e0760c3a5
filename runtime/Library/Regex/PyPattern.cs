using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>How a pattern is applied.</summary>
internal enum MatchMode
{
    Search,
    Match,
    FullMatch,

    /// <summary>As search, but no empty match at the start: the step after an empty match.</summary>
    Advance,
}

/// <summary>Python's <c>re.Pattern</c>.</summary>
public sealed partial class PyPattern : PyObject
{
    private const int CompileAfter = 64;

    private readonly List<RegexNode> _nodes;
    private readonly System.Text.RegularExpressions.Regex?[] _compiled = new System.Text.RegularExpressions.Regex?[12];
    private readonly int[] _uses = new int[12];
    private readonly List<int> _parents;

    internal PyPattern(Any pattern, RegexFlags flags)
    {
        Source = pattern;
        IsText = PyValueInstance.Unwrap(pattern).Ref is string;
        if (!IsText && !Buffers.IsBuffer(pattern))
            throw new TypeError("first argument must be string or compiled pattern");
        var parser = new RegexParser(pattern, IsText, flags);
        _nodes = parser.Parse();
        Flags = parser.Flags;
        Groups = parser.Groups;
        Names = parser.Names;
        _parents = parser.Parents;
    }

    public override PyType Class => PatternType.Type;

    /// <summary>The pattern as given.</summary>
    internal Any Source { get; }

    /// <summary>Whether it is for str rather than bytes.</summary>
    internal bool IsText { get; }

    internal RegexFlags Flags { get; }

    internal int Groups { get; }

    internal List<KeyValuePair<string, int>> Names { get; }

    /// <summary>The number of a group.</summary>
    /// <exception cref="IndexError">There is no such group.</exception>
    internal int GroupIndex(Any group)
    {
        if (group.Ref is string name)
        {
            var known = Names.Find(n => n.Key == name);
            return known.Key is null ? throw new IndexError("no such group") : known.Value;
        }
        if (!Operators.IsIndex(group))
            throw new IndexError("no such group");
        var index = Operators.Index(group);
        return index >= 0 && index <= Groups ? (int)index : throw new IndexError("no such group");
    }

    private System.Text.RegularExpressions.Regex Compiled(MatchMode mode, TextClass text)
    {
        var slot = ((int)text * 4) + (int)mode;
        var known = _compiled[slot];
        var uses = ++_uses[slot];
        if (known is not null && (uses != CompileAfter || !RuntimeFeature.IsDynamicCodeCompiled))
            return known;
        var body = new RegexTranslator(text).Translate(_nodes, Flags);
        var pattern = mode switch
        {
            MatchMode.Search => body,
            MatchMode.Match => $"\\G(?:{body})",
            MatchMode.FullMatch => $"\\G(?:{body})\\z",
            _ => $"(?:{body})(?!\\G)",
        };
        var options = RegexOptions.CultureInvariant | (known is null ? RegexOptions.None : RegexOptions.Compiled);
        return _compiled[slot] = new System.Text.RegularExpressions.Regex(pattern, options);
    }

    /// <summary>Applies the pattern from a position on; null where nothing matches.</summary>
    internal PyMatch? Run(RegexInput input, int start, MatchMode mode)
    {
        if (start > input.End)
            return null;
        var match = Compiled(mode, input.Class).Match(input.Visible, start);
        return match.Success ? new PyMatch(this, input, match) : null;
    }

    /// <summary>All matches, as <c>finditer</c> finds them.</summary>
    internal IEnumerable<PyMatch> All(RegexInput input)
    {
        var at = input.Start;
        var mode = MatchMode.Search;
        while (Run(input, at, mode) is { } match)
        {
            yield return match;
            (at, mode) = (match.Match.Index + match.Match.Length, match.Match.Length == 0 ? MatchMode.Advance : MatchMode.Search);
        }
    }

    /// <summary>Whether a group lies within another.</summary>
    internal bool IsInside(int inner, int outer)
    {
        for (var group = inner; group > 0; group = _parents[group])
            if (group == outer)
                return true;
        return false;
    }
}

/// <summary>A text to be searched, with its bounds.</summary>
internal sealed class RegexInput
{
    public RegexInput(PyPattern pattern, Any text, Any? start = null, Any? end = null)
    {
        Original = text;
        if (PyValueInstance.Unwrap(text).Ref is string s)
        {
            Text = pattern.IsText ? s : throw new TypeError("cannot use a bytes pattern on a string-like object");
        }
        else if (Buffers.TryOf(text, out var data))
        {
            Text = !pattern.IsText ? Buffers.ToLatin1(data) : throw new TypeError("cannot use a string pattern on a bytes-like object");
        }
        else
        {
            throw new TypeError($"expected string or bytes-like object, got '{PyType.Of(text).ErrorName}'");
        }
        IsBytes = !pattern.IsText;
        Class = System.Text.Ascii.IsValid(Text) ? TextClass.Ascii : Text.AsSpan().ContainsAnyInRange('\ud800', '\udfff') ? TextClass.Astral : TextClass.Basic;
        var length = Str.Length(Text);
        Pos = start is { IsNone: false } from ? (int)Math.Clamp(SequenceRules.Bound(from) ?? 0, 0, length) : 0;
        EndPos = end is { IsNone: false } to ? (int)Math.Clamp(SequenceRules.Bound(to) ?? length, 0, length) : length;
        Start = Str.Offset(Text, Pos);
        End = Str.Offset(Text, EndPos);
        Visible = End == Text.Length ? Text : Text[..End];
    }

    public Any Original { get; }

    public string Text { get; }

    /// <summary>The text up to its end bound.</summary>
    public string Visible { get; }

    public bool IsBytes { get; }

    public TextClass Class { get; }

    public int Pos { get; }

    public int EndPos { get; }

    /// <summary>The bounds in chars.</summary>
    public int Start { get; }

    public int End { get; }

    /// <summary>A part of the text as the program sees it.</summary>
    public Any Part(int start, int end) => IsBytes ? PyBytes.FromLatin1(Text[start..end]) : Text[start..end];
}
