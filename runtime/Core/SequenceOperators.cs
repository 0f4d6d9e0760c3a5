namespace Pytocs.Runtime.Core;

/// <summary>
/// <c>+</c>, <c>*</c> and their in-place forms of the built-in sequences. They are no arithmetic: an operand's arithmetic method, even a reflected
/// one, goes before them. See <see href="https://docs.python.org/3.13/c-api/sequence.html">the sequence protocol</see>.
/// </summary>
internal static class SequenceOperators
{
    private static readonly Lazy<HashSet<object>> s_all = new(static () =>
    [
        .. from type in (PyType[])[StrType.Type, BytesType.Type, ByteArrayType.Type, ListType.Type, TupleType.Type, PyDeque.Type, Library.ArrayType.Type]
           from name in (string[])["__add__", "__mul__", "__rmul__", "__iadd__", "__imul__"]
           let method = type.Lookup(name).Ref
           where method is not null
           select method,
    ]);

    /// <summary>Whether a special method is one of them.</summary>
    public static bool Contains(Any method) => method.Ref is { } function && s_all.Value.Contains(function);

    /// <summary>Whether it is a sequence's <c>*</c> and the other operand no number of repetitions: called by name it says so in other words.</summary>
    public static bool IsNoCount(Any method, Any times) => !Operators.IsIndex(times) && Contains(method);

    /// <summary>Whether <c>*</c> repeats it.</summary>
    public static bool Repeats(Any value) => PyValueInstance.Unwrap(value).Ref is string or PyList or PyTuple or PyBytesBase or PyDeque or Library.PyArray;
}
