namespace Pytocs.Runtime.Core;

/// <summary>Tests of match statements. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#patterns">patterns</see>.</summary>
public static class Matching
{
    /// <summary>A capture that assigned somewhere else than to a plain variable; true.</summary>
    public static bool Bound<T>(T value)
    {
        _ = value;
        return true;
    }

    /// <summary>Captures a value; always true.</summary>
    public static bool Bind(out Any target, Any value)
    {
        target = value;
        return true;
    }

    /// <summary>The test of a pattern that takes everything of the subject's type; true.</summary>
    public static bool Everything => true;

    private static bool IsSequence(Any subject) => subject.Ref is PyList or PyTuple or PyRange || MatchKinds.Of(subject) == MatchKind.Sequence;

    /// <summary>A sequence of exactly <paramref name="count"/> items, at which nothing looks.</summary>
    public static bool Sequence(Any subject, int count) => IsSequence(subject) && Operators.Len(subject) == count;

    /// <summary>A sequence of <paramref name="count"/> items or more, at which nothing looks.</summary>
    public static bool SequenceOfMore(Any subject, int count) => IsSequence(subject) && Operators.Len(subject) >= count;

    /// <summary>A sequence of exactly <paramref name="count"/> items.</summary>
    public static bool Sequence(Any subject, int count, out Any[] items)
    {
        var matches = Sequence(subject, count);
        items = matches ? Operators.ToList(subject).ToArray() : [];
        return matches;
    }

    /// <summary>A sequence with one starred pattern, whose items come as a list.</summary>
    public static bool Sequence(Any subject, int before, int after, out Any[] items)
    {
        var matches = SequenceOfMore(subject, before + after);
        items = matches ? Operators.Unpack(subject, before, after) : [];
        return matches;
    }

    /// <summary>A sequence with one starred pattern that captures nothing: only the items around it are asked for.</summary>
    public static bool SequenceAround(Any subject, int before, int after, out Any[] items)
    {
        items = [];
        if (!IsSequence(subject))
            return false;
        var count = Operators.Len(subject);
        if (count < before + after)
            return false;
        items = new Any[before + 1 + after];
        for (var i = 0; i < before; i++)
            items[i] = subject[i];
        for (var i = 0; i < after; i++)
            items[before + 1 + i] = subject[count - after + i];
        return true;
    }

    /// <summary>A mapping that has all the keys.</summary>
    /// <exception cref="ValueError">Two keys are equal.</exception>
    public static bool Mapping(Any subject, Any[] keys, out Any[] values)
    {
        values = new Any[keys.Length];
        if (MatchKinds.Of(subject) != MatchKind.Mapping || Operators.Len(subject) < keys.Length)
            return false;
        if (keys.Length > 1)
        {
            var seen = new PySet<Any>();
            foreach (var key in keys)
            {
                if (seen.Contains(key))
                    throw new ValueError($"mapping pattern checks duplicate key ({Operators.Repr(key)})");
                seen.Add(key);
            }
        }
        if (subject.Ref is PyDict { IsExact: true } dict)
        {
            for (var i = 0; i < keys.Length; i++)
                if (!dict.TryGetAny(keys[i], out values[i]))
                    return false;
            return true;
        }
        Any none = new PyList<Any>();
        for (var i = 0; i < keys.Length; i++)
            if (ReferenceEquals((values[i] = subject.Invoke("get", keys[i], none)).Ref, none.Ref))
                return false;
        return true;
    }

    /// <summary>The entries that the keys leave: <c>**rest</c>.</summary>
    public static Any Rest(Any subject, Any[] keys)
    {
        var rest = new PyDict<Any, Any>();
        rest.UpdateAny(subject);
        foreach (var key in keys)
            rest.Remove(key);
        return rest;
    }

    /// <summary>An instance of a class, with the attributes that positional and keyword patterns look at.</summary>
    /// <exception cref="TypeError">The class takes fewer positional patterns.</exception>
    public static bool Class(Any subject, Any type, int positional, string[] keywords, out Any[] values)
    {
        values = new Any[positional + keywords.Length];
        if (type.Ref is not PyType cls)
            throw new TypeError("called match pattern must be a class");
        if (!Builtins.IsInstance(subject, type))
            return false;
        if (positional > 0)
        {
            var names = Operators.GetAttr(type, "__match_args__", Any.Unbound);
            if (names.IsUnbound && positional == 1 && IsSelfMatching(cls))
            {
                values[0] = subject;
            }
            else
            {
                var list = names.IsUnbound ? [] : Operators.ToList(names);
                var most = names.IsUnbound && IsSelfMatching(cls) ? 1 : list.Count;
                if (list.Count < positional)
                    throw new TypeError($"{cls.Name}() accepts {most} positional sub-pattern{(most == 1 ? "" : "s")} ({positional} given)");
                for (var i = 0; i < positional; i++)
                    if (!TryAttribute(subject, (string)list[i].Ref!, out values[i]))
                        return false;
            }
        }
        for (var i = 0; i < keywords.Length; i++)
            if (!TryAttribute(subject, keywords[i], out values[positional + i]))
                return false;
        return true;
    }

    private static bool IsSelfMatching(PyType cls)
    {
        foreach (var type in cls.Mro)
            if (type.IsBuiltin && type.Name is "bool" or "bytearray" or "bytes" or "dict" or "float" or "frozenset" or "int" or "list" or "set" or "str" or "tuple")
                return true;
        return false;
    }

    private static bool TryAttribute(Any subject, string name, out Any value)
    {
        value = Operators.GetAttr(subject, name, Any.Unbound);
        return !value.IsUnbound;
    }
}
