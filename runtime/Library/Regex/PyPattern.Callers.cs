using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The methods of a pattern for texts, for typed code.</summary>
public sealed partial class PyPattern
{
    /// <summary><c>re.compile(pattern, flags)</c>.</summary>
    /// <exception cref="PyException">The pattern is wrong: <c>re.PatternError</c>.</exception>
    public static PyPattern Compile(string pattern, RegexFlags flags = RegexFlags.None) => ReModule.Compile(pattern, (long)flags);

    /// <summary><c>pattern.pattern</c>.</summary>
    public string Text => Generic.FromAny<string>(Source);

    /// <summary><c>pattern.groups</c>.</summary>
    public PyInt GroupCount => Groups;

    /// <summary><c>pattern.match(text)</c>: a match at the start, or null.</summary>
    public PyMatch? Match(Any text, Any? pos = null, Any? endpos = null) => Run(text, pos, endpos, MatchMode.Match);

    /// <summary><c>pattern.search(text)</c>: the first match, or null.</summary>
    public PyMatch? Search(Any text, Any? pos = null, Any? endpos = null) => Run(text, pos, endpos, MatchMode.Search);

    /// <summary><c>pattern.fullmatch(text)</c>: a match of all of it, or null.</summary>
    public PyMatch? FullMatch(Any text, Any? pos = null, Any? endpos = null) => Run(text, pos, endpos, MatchMode.FullMatch);

    private PyMatch? Run(Any text, Any? pos, Any? endpos, MatchMode mode)
    {
        var input = new RegexInput(this, text, pos, endpos);
        return Run(input, input.Start, mode);
    }

    /// <summary><c>pattern.findall(text)</c> of a pattern without groups, or with one, whose texts these are.</summary>
    public PyList<string> FindAll(Any text, Any? pos = null, Any? endpos = null)
        => new(All(new RegexInput(this, text, pos, endpos)).Select(m => Generic.FromAny<string>(m.Get(Groups, ""))));

    /// <summary><c>pattern.findall(text)</c> of a pattern with several groups: a tuple of their texts for each match.</summary>
    public PyList<T> FindAll<T>(Any text, Any? pos = null, Any? endpos = null)
        => new(All(new RegexInput(this, text, pos, endpos)).Select(m => Generic.FromAny<T>(new PyTuple([.. Enumerable.Range(1, Groups).Select(i => m.Get(i, ""))]))));

    /// <summary><c>pattern.finditer(text)</c>.</summary>
    public IEnumerable<PyMatch> FindIter(Any text, Any? pos = null, Any? endpos = null) => All(new RegexInput(this, text, pos, endpos));

    /// <summary><c>pattern.split(text, maxsplit)</c>.</summary>
    public PyList<string> Split(Any text, Any? maxsplit = null) => new(((PyList<Any>)PatternType.Split(this, text, Lib.Int(maxsplit ?? 0)).Ref!).Select(Generic.FromAny<string>));

    /// <summary><c>pattern.sub(repl, text, count)</c>.</summary>
    public string Sub(Any repl, Any text, Any? count = null) => Generic.FromAny<string>(PatternType.Substitute(this, repl, text, Lib.Int(count ?? 0)).Text);

    /// <summary><c>pattern.subn(repl, text, count)</c>: the text, and how often something was replaced.</summary>
    public (string Text, PyInt Count) SubN(Any repl, Any text, Any? count = null)
    {
        var (result, replaced) = PatternType.Substitute(this, repl, text, Lib.Int(count ?? 0));
        return (Generic.FromAny<string>(result), replaced);
    }
}
