using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>The names of <see href="https://docs.python.org/3.13/library/typing.html">typing</see> as values.</summary>
internal static class TypingModule
{
    /// <summary>The names that <c>from typing import *</c> brings.</summary>
    private const string Exported =
        "Annotated Any Callable ClassVar Concatenate Final ForwardRef Generic Literal Optional ParamSpec Protocol Tuple Type TypeVar TypeVarTuple Union AbstractSet ByteString Container ContextManager Hashable ItemsView "
        + "Iterable Iterator KeysView Mapping MappingView MutableMapping MutableSequence MutableSet Sequence Sized ValuesView Awaitable AsyncIterator AsyncIterable Coroutine Collection AsyncGenerator AsyncContextManager "
        + "Reversible SupportsAbs SupportsBytes SupportsComplex SupportsFloat SupportsIndex SupportsInt SupportsRound ChainMap Counter Deque Dict DefaultDict List OrderedDict Set FrozenSet NamedTuple TypedDict Generator "
        + "BinaryIO IO Match Pattern TextIO AnyStr assert_type assert_never cast clear_overloads dataclass_transform final get_args get_origin get_overloads get_protocol_members get_type_hints is_protocol is_typeddict "
        + "LiteralString Never NewType no_type_check no_type_check_decorator NoDefault NoReturn NotRequired overload override ParamSpecArgs ParamSpecKwargs ReadOnly Required reveal_type runtime_checkable Self Text "
        + "TYPE_CHECKING TypeAlias TypeGuard TypeIs TypeAliasType Unpack";

    public static PyModule Build()
    {
        var module = new PyModule("typing").Value("__all__", Lib.List(Exported.Split(' '))).Value("TYPE_CHECKING", false).Value("Text", StrType.Type)
            .Value("Any", AnyType.Type).Value("Generic", GenericClass.Base).Value("Protocol", Protocols.Base)
            .Value("NamedTuple", TypedNamedTuples.Function).Value("TypedDict", TypedDicts.Function)
            .Value("TypeVar", TypeParameter.VariableType).Value("ParamSpec", TypeParameter.ParamSpecType).Value("TypeVarTuple", TypeParameter.VariableTupleType)
            .Type(ParamSpecPart.ArgsType).Type(ParamSpecPart.KwargsType).Type(TypeAlias.Type).Type(ForwardReference.Type).Type(NewTypeObject.Type).Type(TypingForm.Type)
            .Value("NoDefault", NoDefault.Instance);
        foreach (var form in TypingForms.All)
            module.Value(form.Name, form);
        foreach (var (name, _) in TypingClasses.Origins)
            module.Value(name, TypingClasses.Of(name));
        foreach (var type in TypingClasses.Protocols)
            module.Type(type);
        foreach (var type in TypingClasses.Files)
            module.Type(type);
        foreach (var (name, variable) in TypingClasses.Variables)
            module.Value(name, variable);
        // Programs that look into annotations ask for the classes themselves.
        foreach (var type in (PyType[])[TypingForm.Final, TypingAlias.Base, .. TypingAlias.Types, SpecialAlias.Type, AnyType.Type.Class, Protocols.Base.Class, TypedDicts.Meta])
            module.Type(type);
        Decorators(module);
        return Questions(module);
    }

    private static PyFunction F(string name, string signature, Func<Any[], Any> body, params Any[] defaults) => new(name, signature, body, defaults) { Module = "typing" };

    private static void Decorators(PyModule module)
    {
        foreach (var function in (PyFunction[])
            [
                F("final", "f", static a => Marked(a[0], "__final__")),
                F("override", "method, /", static a => Marked(a[0], "__override__")),
                F("no_type_check", "arg", static a => NoTypeCheck(a[0])),
                F("no_type_check_decorator", "decorator", static a => Modules.ImportFrom("functools", "wraps").Call(a[0]).Call(
                    new PyFunction("no_type_check_decorator.<locals>.wrapped_decorator", "*args, **kwds", (Any args, Any kwds) => NoTypeCheck(Lib.Call(a[0], Lib.Tuple(args), Lib.Dict(kwds)))) { Module = "typing" })),
                F("runtime_checkable", "cls", static a => Protocols.MakeCheckable(a[0])),
                F("overload", "func", static a => Overloads.Add(a[0])),
                F("get_overloads", "func", static a => Overloads.Of(a[0])),
                F("clear_overloads", "", static _ => Overloads.Clear()),
                F("dataclass_transform", "*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs", static a => Transform(a), PyTuple.Empty),
            ])
            module.Value(function.Name, function);
    }

    private static PyModule Questions(PyModule module)
    {
        foreach (var function in (PyFunction[])
            [
                F("is_protocol", "tp, /", static a => a[0].Ref is PyType type && Protocols.IsProtocol(type) && !ReferenceEquals(type, Protocols.Base)),
                F("get_protocol_members", "tp, /", static a => a[0].Ref is PyType type && Protocols.IsProtocol(type) && !ReferenceEquals(type, Protocols.Base)
                    ? new PyFrozenSet(Protocols.Members(type).Select(static n => (Any)n))
                    : throw new TypeError($"{Operators.Repr(a[0])} is not a Protocol")),
                F("is_typeddict", "tp", static a => TypedDicts.IsOne(a[0])),
                F("cast", "typ, val", static a => a[1]),
                F("get_type_hints", "obj, globalns=None, localns=None, include_extras=False", static a => TypeHints.Of(a[0], a[1], a[2], a[3].Truth)),
                F("get_origin", "tp", static a => Origin(a[0])),
                F("get_args", "tp", static a => Arguments(a[0])),
                F("assert_never", "arg, /", static a => throw new AssertionError($"Expected code to be unreachable, but got: {Shortened(Operators.Repr(a[0]))}")),
                F("assert_type", "val, typ, /", static a => a[0]),
                F("reveal_type", "obj, /", static a =>
                {
                    Modules.ImportFrom("builtins", "print").Call(new Core.Arguments { $"Runtime type is {Operators.Repr(PyType.Of(a[0]).Name)}", { "file", Modules.ImportFrom("sys", "stderr") } });
                    return a[0];
                }),
            ])
            module.Value(function.Name, function);
        return module;
    }

    private static string Shortened(string text) => text.Length > 100 ? text[..100] + "..." : text;

    /// <summary>Sets a mark where the object takes it.</summary>
    private static Any Marked(Any o, string mark)
    {
        try
        {
            Operators.SetAttr(o, mark, true);
        }
        catch (BaseException e) when (e is AttributeError or TypeError)
        {
            // Other objects are left as they are.
        }
        return o;
    }

    /// <summary>Marks a function, or what a class defines itself.</summary>
    private static Any NoTypeCheck(Any o)
    {
        if (o.Ref is PyType type)
            foreach (var (key, value) in type.Namespace.ToArray())
            {
                var inner = value.Ref is StaticMethod or ClassMethod ? value.Get("__func__") : value;
                var isOwn = Operators.GetAttr(inner, "__qualname__", Any.None).Ref is string name && name == $"{type.QualName}.{Operators.Str(key)}" && Operators.Equal(Operators.GetAttr(inner, "__module__", Any.None), type.Module);
                if (isOwn && inner.Ref is PyFunction)
                    Marked(inner, "__no_type_check__");
                else if (isOwn && inner.Ref is PyType)
                    NoTypeCheck(inner);
            }
        return Marked(o, "__no_type_check__");
    }

    private static PyFunction Transform(Any[] a) => new("dataclass_transform.<locals>.decorator", "cls_or_fn", (Any o) =>
    {
        Operators.SetAttr(o, "__dataclass_transform__", new PyDict<Any, Any>
        {
            ["eq_default"] = a[0], ["order_default"] = a[1], ["kw_only_default"] = a[2], ["frozen_default"] = a[3], ["field_specifiers"] = a[4], ["kwargs"] = a[5],
        });
        return o;
    }) { Module = "typing" };

    private static Any Origin(Any type) => type.Ref switch
    {
        TypingAlias { Kind: AliasKind.Annotated } => TypingForms.Annotated,
        TypingAlias alias => alias.Origin,
        SpecialAlias alias => alias.Origin,
        GenericAlias alias => alias.Origin,
        ParamSpecPart => type.Get("__origin__"),
        PyType t when ReferenceEquals(t, GenericClass.Base) => t,
        UnionAlias => UnionAlias.Type,
        _ => Any.None,
    };

    private static Any Arguments(Any type)
    {
        switch (type.Ref)
        {
            case TypingAlias { Kind: AliasKind.Annotated } annotated:
                return new PyTuple([annotated.Origin, .. annotated.Metadata]);
            case TypingAlias { Origin.Ref: PyType origin } alias when ReferenceEquals(origin, AbstractContainers.Callable):
                return Paired(alias.Arguments);
            case GenericAlias { IsCallable: true } alias:
                return Paired(alias.Arguments);
            case TypingAlias alias:
                return alias.Arguments;
            case GenericAlias alias:
                return alias.Arguments;
            case UnionAlias union:
                return union.Members;
            default:
                return PyTuple.Empty;
        }
    }

    /// <summary>Parameters as a list beside the result.</summary>
    private static PyTuple Paired(PyTuple arguments)
        => arguments.Count == 2 && TypeSubstitution.IsParameterExpression(arguments[0]) ? arguments : PyTuple.Of(new PyList<Any>(arguments.SkipLast(1)), arguments[^1]);
}
