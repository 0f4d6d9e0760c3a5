namespace Pytocs.Runtime.Core;

/// <summary>Tests of match statements. See <see href="https://docs.python.org/3.13/reference/compound_stmts.html#patterns">patterns</see>.</summary>
public static class Matching
{
    /// <summary>A capture that assigned somewhere else than to a plain variable; true.</summary>
    public static bool Bound(Any value)
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

    private static bool IsSequence(Any subject) => subject.Ref is PyList or PyTuple or PyRange
        || (subject.Ref is PyObject o and not (PyBytes or PyDict or PySet) && Operators.GetAttr(o.Class, "__match_sequence__", false).Truth);

    /// <summary>A sequence of exactly <paramref name="count"/> items.</summary>
    public static bool Sequence(Any subject, int count, out Any[] items)
    {
        items = [];
        if (!IsSequence(subject) || Operators.Len(subject) != count)
            return false;
        items = [.. Operators.ToList(subject)];
        return true;
    }

    /// <summary>A sequence with one starred pattern, whose items come as a list.</summary>
    public static bool Sequence(Any subject, int before, int after, out Any[] items)
    {
        items = [];
        if (!IsSequence(subject) || Operators.Len(subject) < before + after)
            return false;
        items = Operators.Unpack(subject, before, after);
        return true;
    }

    /// <summary>A mapping that has all the keys.</summary>
    public static bool Mapping(Any subject, Any[] keys, out Any[] values)
    {
        values = new Any[keys.Length];
        if (subject.Ref is not PyDict dict)
            return false;
        for (var i = 0; i < keys.Length; i++)
            if (!dict.TryGetAny(keys[i], out values[i]))
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
