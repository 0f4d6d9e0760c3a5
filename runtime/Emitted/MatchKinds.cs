using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>What sequence and mapping patterns take an object for.</summary>
internal enum MatchKind
{
    None,
    Sequence,
    Mapping,
}

/// <summary>
/// Which classes are sequences or mappings to patterns: some built-in ones, and those that derive from the abstract classes or are registered with them. See
/// <see href="https://docs.python.org/3.13/reference/compound_stmts.html#sequence-patterns">sequence patterns</see>.
/// </summary>
internal static class MatchKinds
{
    public static MatchKind Of(Any subject) => subject.Ref switch
    {
        PyDict { IsExact: true } => MatchKind.Mapping,
        null or string or PyInt => MatchKind.None,
        _ => Of(PyType.Of(subject)),
    };

    /// <summary>The first class of the order that is one or the other decides.</summary>
    private static MatchKind Of(PyType cls)
    {
        foreach (var type in cls.Mro)
            if (Own(type) is not MatchKind.None and var kind)
                return kind;
        return MatchKind.None;
    }

    private static MatchKind Own(PyType type)
    {
        if (type.IsBuiltin)
            return (type.Module, type.Name) switch
            {
                ("builtins", "list" or "tuple" or "range" or "memoryview") or ("array", "array") or ("collections", "deque") => MatchKind.Sequence,
                ("builtins", "dict" or "mappingproxy") => MatchKind.Mapping,
                _ => Abstract(type),
            };
        return Abstract(type) is not MatchKind.None and var kind ? kind
            : IsRegistered(type, AbstractSequences.Sequence, AbstractSequences.MutableSequence) ? MatchKind.Sequence
            : IsRegistered(type, AbstractMappings.Mapping, AbstractMappings.MutableMapping) ? MatchKind.Mapping
            : MatchKind.None;
    }

    private static MatchKind Abstract(PyType type)
        => ReferenceEquals(type, AbstractSequences.Sequence) ? MatchKind.Sequence : ReferenceEquals(type, AbstractMappings.Mapping) ? MatchKind.Mapping : MatchKind.None;

    private static bool IsRegistered(PyType type, params ReadOnlySpan<PyType> abstractClasses)
    {
        foreach (var one in abstractClasses)
            if (one.Namespace.TryGetValue("_abc_registry", out var registered) && Operators.ToList(registered).Exists(r => ReferenceEquals(r.Ref, type)))
                return true;
        return false;
    }
}
