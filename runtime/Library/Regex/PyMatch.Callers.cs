using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The methods of a match in a text, for typed code.</summary>
public sealed partial class PyMatch
{
    /// <summary><c>match.string</c>.</summary>
    public string Text => Generic.FromAny<string>(Input.Original);

    /// <summary><c>match.pos</c>.</summary>
    public PyInt Pos => Input.Pos;

    /// <summary><c>match.endpos</c>.</summary>
    public PyInt EndPos => Input.EndPos;

    /// <summary><c>match.group()</c>: the whole match.</summary>
    public string Group() => Input.Text.Substring(Match.Index, Match.Length);

    /// <summary><c>match.group(key)</c> of a group that takes part in every match.</summary>
    public string Group(Any key) => Generic.FromAny<string>(Get(Pattern.GroupIndex(key), Any.None));

    /// <summary><c>match.group(key)</c>: null where the group took no part.</summary>
    /// <exception cref="IndexError">There is no such group.</exception>
    public string? GroupOrNone(Any key) => Get(Pattern.GroupIndex(key), Any.None).Ref as string;

    /// <summary><c>match.group(key, key, ...)</c>.</summary>
    /// <exception cref="IndexError">There is no such group.</exception>
    public T GroupsOf<T>(params ReadOnlySpan<Any> keys)
    {
        var texts = new Any[keys.Length];
        for (var i = 0; i < texts.Length; i++)
            texts[i] = Get(Pattern.GroupIndex(keys[i]), Any.None);
        return Generic.FromAny<T>(new PyTuple(texts));
    }

    /// <summary><c>match.groups()</c>.</summary>
    public PyTuple Groups() => new([.. Enumerable.Range(1, Pattern.Groups).Select(i => Get(i, Any.None))]);

    /// <summary><c>match.groups()</c> of a pattern whose number of groups is known.</summary>
    public T Groups<T>() => Generic.FromAny<T>(Groups());

    /// <summary><c>match.groupdict()</c> of a pattern whose named groups take part in every match.</summary>
    public PyDict<string, string> GroupDict() => new(Pattern.Names.Select(n => (n.Key, Generic.FromAny<string>(Get(n.Value, Any.None)))));

    /// <summary><c>match.groupdict()</c>: null where a group took no part.</summary>
    public PyDict<string, string?> GroupDictOrNone() => new(Pattern.Names.Select(n => (n.Key, Get(n.Value, Any.None).Ref as string)));

    /// <summary><c>match.start(group)</c>: -1 where it took no part.</summary>
    public PyInt Start(Any? group = null) => SpanOf(Pattern.GroupIndex(group ?? 0)).Start;

    /// <summary><c>match.end(group)</c>.</summary>
    public PyInt End(Any? group = null) => SpanOf(Pattern.GroupIndex(group ?? 0)).End;

    /// <summary><c>match.span(group)</c>.</summary>
    public (PyInt Start, PyInt End) Span(Any? group = null) => SpanOf(Pattern.GroupIndex(group ?? 0));

    /// <summary><c>match.expand(template)</c>.</summary>
    public string Expand(Any template) => Generic.FromAny<string>(RegexTemplate.Parse(Pattern, template).Expand(this));
}
