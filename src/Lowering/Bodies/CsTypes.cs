using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Bodies;

/// <summary>The C# types of static types.</summary>
internal static class CsTypes
{
    public static LowType Of(StaticType type) => type switch
    {
        SimpleType simple => simple.Kind switch
        {
            SimpleKind.Int => LowType.Named("PyInt"),
            SimpleKind.Float => LowType.Named("double"),
            SimpleKind.Bool => LowType.Named("bool"),
            SimpleKind.Str => LowType.Named("string"),
            SimpleKind.Bytes => LowType.Named("PyBytes"),
            SimpleKind.Range => LowType.Named("PyRange"),
            SimpleKind.Tuple => LowType.Named("PyTuple"),
            SimpleKind.Object => LowType.Named("PyObject"),
            // None alone carries nothing, but the place may hold it as a value.
            _ => LowType.Any,
        },
        ListType list => LowType.Named("PyList", Of(list.Element.Type)),
        DequeType deque => LowType.Named("PyDeque", Of(deque.Element.Type)),
        SetType set => LowType.Named("PySet", Of(set.Element.Type)),
        DictType { IsCounter: true, Value.Type: SimpleType { Kind: SimpleKind.Int } } counter when !IsAny(counter.Key.Type) => LowType.Named("PyCounter", Of(counter.Key.Type)),
        DictType dict => LowType.Named("PyDict", Of(dict.Key.Type), Of(dict.Value.Type)),
        TupleShape tuple => new LowTupleType([.. tuple.Items.Select(Of)]),
        InstanceType instance => LowType.Named(instance.Class.CsName),
        LibraryInstance { Result: { } result } awaitable when !IsAny(result) => LowType.Named(awaitable.Class.CsName, Of(result)),
        LibraryInstance { Element.Type: var item } container when !IsAny(item) || container.Class.GivesItems => LowType.Named(container.Class.CsName, Of(item)),
        LibraryInstance instance => LowType.Named(instance.Class.CsName),
        ErrorType error => LowType.Named(error.CsName),
        OptionalType optional => new LowNullableType(Of(optional.Inner)),
        _ => LowType.Any,
    };

    /// <summary>What a method returns: nothing, when it is always None and nobody looks.</summary>
    public static LowType Result(FunctionSymbol function)
        => function.Returns.Final.IsNone && !function.ResultUsed ? LowType.Void : Of(function.Returns.Final);

    /// <summary>The type of a variable that holds a value of this one.</summary>
    public static StaticType Stored(StaticType type) => IsAny(type) || ReferenceEquals(type, StaticType.Object) ? StaticType.Any : type;

    public static bool IsAny(StaticType type) => Of(type) == LowType.Any;

    /// <summary>The C# value of a variable that has none yet; references need the null forgiven.</summary>
    public static LowExpression Default(StaticType type)
        => IsAny(type) || type.IsValueType || type is OptionalType
            ? new LowDefault(null)
            : new LowPostfix("!", new LowDefault(null));
}
