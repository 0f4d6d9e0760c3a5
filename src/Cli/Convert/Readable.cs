using Pytocs.Lowering.Types;

namespace Pytocs.Cli.Convert;

/// <summary>Types as reports show them: in Python's notation.</summary>
internal static class Readable
{
    public static string Type(StaticType type) => type switch
    {
        SimpleType { Kind: SimpleKind.None } => "None",
        SimpleType { Kind: SimpleKind.Any } => "Any",
        SimpleType simple => simple.Kind.ToString().ToLowerInvariant(),
        ListType list => $"list[{Type(list.Element.Type)}]",
        SetType set => $"set[{Type(set.Element.Type)}]",
        DictType { IsCounter: true } counter => $"Counter[{Type(counter.Key.Type)}]",
        DictType dict => $"dict[{Type(dict.Key.Type)}, {Type(dict.Value.Type)}]",
        TupleShape tuple => $"tuple[{string.Join(", ", tuple.Items.Select(Type))}]",
        InstanceType instance => instance.Class.Name,
        ClassType cls => $"type[{cls.Class.Name}]",
        FunctionType function => $"def {function.Function.QualName}",
        MethodType method => $"method {method.Function.QualName}",
        ModuleType module => $"module {module.Name}",
        LibraryType library => library.FullName,
        LibraryInstance { Element.Type: var item } container => $"{container.Class.CsName}[{Type(item)}]",
        LibraryInstance instance => instance.Class.CsName,
        LibraryAwaitable awaitable => $"Awaitable[{Type(awaitable.Result)}]",
        CoroutineType coroutine => $"Coroutine[{Type(coroutine.Result)}]",
        IterableType iterable => $"Iterable[{Type(iterable.Item)}]",
        OptionalType optional => $"{Type(optional.Inner)} | None",
        ErrorType error => error.CsName,
        _ => type.GetType().Name,
    };
}
