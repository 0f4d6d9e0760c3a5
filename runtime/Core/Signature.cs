namespace Pytocs.Runtime.Core;

/// <summary>How a parameter takes its argument (PEP 362).</summary>
public enum ParameterKind
{
    PositionalOnly,
    PositionalOrKeyword,
    VarPositional,
    KeywordOnly,
    VarKeyword,
}

/// <summary>One parameter of a <see cref="Signature"/>.</summary>
public sealed record Parameter(string Name, ParameterKind Kind, bool HasDefault);

/// <summary>
/// A callable's parameters, written as Python writes them: <c>"first, /, second=2, *rest, only, **extra"</c>.
/// See <see href="https://peps.python.org/pep-0362/">PEP 362</see>.
/// </summary>
public sealed class Signature
{
    private static readonly Dictionary<string, Signature> s_parsed = [];

    private readonly Any[] _literalDefaults;

    private Signature(string text)
    {
        Text = text;
        (Parameters, _literalDefaults) = SignatureReader.Read(text);
        for (var i = 0; i < Parameters.Length; i++)
        {
            if (!Parameters[i].HasDefault && Parameters[i].Kind is not (ParameterKind.VarPositional or ParameterKind.VarKeyword))
                Required = Parameters[i].Kind == ParameterKind.KeywordOnly ? int.MaxValue : i + 1;
            switch (Parameters[i].Kind)
            {
                case ParameterKind.PositionalOnly: PositionalOnlyCount++; PositionalCount++; break;
                case ParameterKind.PositionalOrKeyword: PositionalCount++; break;
                case ParameterKind.VarPositional: VarPositional = i; break;
                case ParameterKind.VarKeyword: VarKeyword = i; break;
            }
        }
    }

    public string Text { get; }

    public Parameter[] Parameters { get; }

    /// <summary>Parameters that take positional arguments, without <c>*args</c>.</summary>
    public int PositionalCount { get; }

    public int PositionalOnlyCount { get; }

    /// <summary>How many arguments a call without keywords must pass; no number is enough where a keyword is needed.</summary>
    internal int Required { get; }

    /// <summary>The index of <c>*args</c>, or -1.</summary>
    public int VarPositional { get; } = -1;

    /// <summary>The index of <c>**kwargs</c>, or -1.</summary>
    public int VarKeyword { get; } = -1;

    public bool IsSimple => VarPositional < 0 && VarKeyword < 0 && PositionalCount == Parameters.Length;

    /// <summary>The names that keyword arguments may have.</summary>
    internal IEnumerable<string> KeywordNames
        => Parameters.Where(static p => p.Kind is ParameterKind.PositionalOrKeyword or ParameterKind.KeywordOnly).Select(static p => p.Name);

    /// <summary>The parameter that a keyword argument is for, or -1.</summary>
    internal int IndexOfKeyword(string name)
        => IndexOfKeyword(name, ParameterKind.PositionalOrKeyword) is >= 0 and var index ? index : IndexOfKeyword(name, ParameterKind.KeywordOnly);

    /// <summary>The parameter of a kind with a name, or -1.</summary>
    internal int IndexOfKeyword(string name, ParameterKind kind)
    {
        for (var i = 0; i < Parameters.Length; i++)
            if (Parameters[i].Kind == kind && Parameters[i].Name == name)
                return i;
        return -1;
    }

    public static Signature Parse(string text)
    {
        lock (s_parsed)
        {
            if (!s_parsed.TryGetValue(text, out var signature))
                s_parsed[text] = signature = new Signature(text);
            return signature;
        }
    }

    /// <summary>The defaults written as literals in the text; unbound for parameters without one.</summary>
    public Any[] DefaultsWith(Any[] given)
    {
        var result = (Any[])_literalDefaults.Clone();
        var next = 0;
        for (var i = 0; i < result.Length; i++)
            if (Parameters[i].HasDefault && result[i].IsUnbound && next < given.Length)
                result[i] = given[next++];
        return result;
    }
}
