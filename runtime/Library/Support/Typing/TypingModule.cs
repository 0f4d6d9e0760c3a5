namespace Pytocs.Runtime.Core;

/// <summary>The names of <see href="https://docs.python.org/3.13/library/typing.html">typing</see> as values.</summary>
internal static class TypingModule
{
    /// <summary>A special form: it may be subscripted, joined with <c>|</c>, and derived from.</summary>
    private sealed class Form(string name) : PyObject, IAliasText
    {
        public static readonly PyType Type = PyType.Builtin("_SpecialForm", module: "typing")
            .Property("__name__", static o => ((Form)o.Ref!).Name)
            .Property("_name", static o => ((Form)o.Ref!).Name)
            .Method("__getitem__", "self, item, /", static (o, item) => ((Form)o.Ref!).Subscript(item))
            .Method("__or__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(o, other)))
            .Method("__ror__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(other, o)))
            .Method("__mro_entries__", "self, bases, /", static (o, _) => ((Form)o.Ref!).Entries())
            .Method("__repr__", static o => "typing." + ((Form)o.Ref!).Name);

        public override PyType Class => Type;

        public string Name => name;

        private Any Subscript(Any item) => name switch
        {
            "Optional" => Union([item, Any.None]),
            "Union" => Union(item.Ref as PyTuple ?? PyTuple.Of(item)),
            "Callable" when item.Ref is PyTuple { Count: 2 } pair => new GenericAlias(this, pair[0].Ref is PyList ? new PyTuple([.. Operators.ToList(pair[0]), pair[1]]) : pair),
            _ => new GenericAlias(this, item.Ref as PyTuple ?? PyTuple.Of(item)),
        };

        /// <summary>A union without repetitions; of one type the type itself.</summary>
        private static Any Union(IEnumerable<Any> types)
        {
            var all = new List<Any>();
            foreach (var type in types.SelectMany(static t => t.Ref is GenericAlias { Origin.Ref: Form form } alias && ReferenceEquals(form, s_union.Ref) ? alias.Arguments : t.Ref is UnionAlias union ? union.Members : (IEnumerable<Any>)[t.IsNone ? SingletonTypes.NoneType : t]))
                if (!all.Exists(known => Operators.Equal(known, type)))
                    all.Add(type);
            return all.Count == 1 ? all[0] : new GenericAlias(s_union, new PyTuple([.. all]));
        }

        public string? Text(PyTuple arguments)
        {
            static bool IsNone(Any type) => ReferenceEquals(type.Ref, SingletonTypes.NoneType);
            return name switch
            {
                "Union" when arguments.Count == 2 && arguments.Any(IsNone) => $"typing.Optional[{GenericAlias.Name(arguments.First(static a => !IsNone(a)))}]",
                "Callable" when arguments.Count > 0 && !(arguments.Count == 2 && arguments[0] == Any.Ellipsis) => $"typing.Callable[[{string.Join(", ", arguments.SkipLast(1).Select(GenericAlias.Name))}], {GenericAlias.Name(arguments[^1])}]",
                "Literal" => $"typing.Literal[{string.Join(", ", arguments.Select(Operators.Repr))}]",
                "Annotated" when arguments.Count > 1 => $"typing.Annotated[{GenericAlias.Name(arguments[0])}, {string.Join(", ", arguments.Skip(1).Select(Operators.Repr))}]",
                _ => null,
            };
        }

        private PyTuple Entries() => name switch
        {
            "NamedTuple" => PyTuple.Of(TypedTuple.Base),
            "TypedDict" => PyTuple.Of(TypedDicts.Base),
            "List" => PyTuple.Of(ListType.Type),
            "Dict" => PyTuple.Of(DictType.Type),
            "Generic" => PyTuple.Of(s_generic),
            _ => PyTuple.Of(PyType.Object),
        };

        public override Any Call(Arguments arguments) => name switch
        {
            "NamedTuple" => NamedTuples.Make(Operators.Str(arguments[0]), [.. Operators.ToList(arguments[1]).Select(p => Operators.Str(p[0]))]),
            "TypedDict" => TypedDicts.Functional(arguments[0], arguments[1], arguments.Keywords.All(static k => k.Key != "total" || k.Value.Truth)),
            _ => throw new TypeError($"Cannot instantiate typing.{name}"),
        };
    }

    private static readonly Any s_union = new Form("Union");

    private static PyType Marker(string name)
    {
        var type = PyType.Build(PyType.Type, name, PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing" }, new Arguments());
        type.Define("__class_getitem__", new ClassMethod(new PyFunction("__class_getitem__", "cls, item, /", static (Any cls, Any item) => GenericAlias.Of(cls, item))));
        return type;
    }

    private static readonly PyType s_generic = Marker("Generic");

    private sealed class Variable(string name) : PyObject
    {
        public static readonly PyType Type = PyType.Builtin("TypeVar", module: "typing")
            .Property("__name__", static o => ((Variable)o.Ref!).Name)
            .Method("__or__", "self, other, /", static (o, other) => new UnionAlias(PyTuple.Of(o, other)))
            .Method("__repr__", static o => "~" + ((Variable)o.Ref!).Name);

        public override PyType Class => Type;

        private string Name => name;
    }

    public static PyModule Build()
    {
        var module = new PyModule("typing").Value("TYPE_CHECKING", false).Value("Generic", s_generic).Value("Protocol", Protocols.Base);
        foreach (var name in (string[])["Any", "Union", "Optional", "Callable", "List", "Dict", "Set", "FrozenSet", "Tuple", "Type", "ClassVar", "Final", "Literal", "Annotated", "Concatenate",
            "Iterable", "Iterator", "Generator", "Sequence", "MutableSequence", "Mapping", "MutableMapping", "Collection", "Container", "Hashable", "Sized", "Awaitable", "Coroutine",
            "AsyncIterable", "AsyncIterator", "AsyncGenerator", "AsyncContextManager", "ContextManager", "NoReturn", "Never", "Self", "TypeAlias", "TypeGuard", "TypeIs", "Unpack", "Required",
            "NotRequired", "ReadOnly", "LiteralString", "NamedTuple", "TypedDict", "DefaultDict", "OrderedDict", "Counter", "Deque", "ChainMap", "Pattern", "Match", "IO", "TextIO", "BinaryIO", "NoDefault",
            "Text", "AnyStr", "SupportsInt", "SupportsFloat", "SupportsIndex", "SupportsAbs", "SupportsRound", "Reversible",
            "AbstractSet", "ByteString", "ItemsView", "KeysView", "MappingView", "MutableSet", "ValuesView", "SupportsBytes", "SupportsComplex"])
            module.Value(name, name == "Union" ? s_union : new Form(name));
        foreach (var name in (string[])["TypeVar", "ParamSpec", "TypeVarTuple"])
            module.Function(name, "name, *constraints, bound=None, covariant=False, contravariant=False, infer_variance=False, default=None", static a => new Variable(Operators.Str(a[0])));
        foreach (var name in (string[])["final", "override", "no_type_check"])
            module.Function(name, static f => f);
        return module.Value("T", new Variable("T")).Value("KT", new Variable("KT")).Value("VT", new Variable("VT"))
            .Value("TypeAliasType", TypeAlias.Type)
            .Type(NewTypeObject.Type)
            .Function("runtime_checkable", static cls => Protocols.MakeCheckable(cls))
            .Function("is_protocol", "tp, /", static a => a[0].Ref is PyType type && Protocols.IsProtocol(type) && !ReferenceEquals(type, Protocols.Base))
            .Function("get_protocol_members", "tp, /", static a => a[0].Ref is PyType type && Protocols.IsProtocol(type)
                ? new PyFrozenSet(Protocols.Members(type).Select(static n => (Any)n))
                : throw new TypeError($"{Operators.Repr(a[0])} is not a Protocol"))
            .Function("is_typeddict", "tp", static a => TypedDicts.IsOne(a[0]))
            .Function("dataclass_transform", "*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False, field_specifiers=(), **kwargs", static _ => new PyFunction("decorator", "cls_or_fn", static (Any o) => o), PyTuple.Empty)
            .Function("overload", "func", static a => Overloads.Add(a[0]))
            .Function("get_overloads", "func", static a => Overloads.Of(a[0]))
            .Function("clear_overloads", "", static _ => Overloads.Clear())
            .Function("cast", "typ, val", static (_, value) => value)
            .Function("get_type_hints", "obj, globalns=None, localns=None, include_extras=False", static a => TypeHints.Of(a[0], a[1], a[2], a[3].Truth))
            .Function("get_origin", static t => t.Ref is GenericAlias g ? g.Origin : Any.None)
            .Function("get_args", static t => t.Ref is GenericAlias g ? g.Arguments : t.Ref is UnionAlias u ? u.Members : PyTuple.Empty)
            .Function("assert_never", static v => throw new AssertionError($"Expected code to be unreachable, but got: {Operators.Repr(v)}"))
            .Function("assert_type", "val, typ, /", static (value, _) => value)
            .Function("reveal_type", static v => v);
    }

    /// <summary>The base that <c>class P(NamedTuple)</c> gets; its metaclass makes the tuple class.</summary>
    private static class TypedTuple
    {
        public static readonly PyType Base = Create();

        private static PyType Create()
        {
            var meta = PyType.Build(PyType.Type, "NamedTupleMeta", PyTuple.Of(PyType.Type), new PyDict<Any, Any>
            {
                ["__module__"] = "typing",
                ["__new__"] = new PyFunction("__new__", "cls, name, bases, ns", static (Any[] a) => Make(Operators.Str(a[1]), a[3])),
                ["__init__"] = new PyFunction("__init__", "cls, *args, **kwargs", static (Any[] _) => Any.None),
            }, new Arguments());
            var type = PyType.Build(PyType.Type, "NamedTuple", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "typing" }, new Arguments());
            type.Metaclass = meta;
            return type;
        }

        private static Any Make(string name, Any space)
        {
            var dict = (PyDict)space.Ref!;
            var fields = dict.TryGetAny("__annotations__", out var annotations) ? ((PyDict)annotations.Ref!).Entries().Select(e => Operators.Str(e.Key)).ToArray() : [];
            var defaults = fields.Where(f => dict.ContainsAny(f)).Select(f => dict.GetAny(f)).ToArray();
            var type = NamedTuples.Make(name, fields, defaults);
            foreach (var (key, value) in dict.Entries())
                if (!fields.Contains(Operators.Str(key)))
                    type.Define(Operators.Str(key), value);
            if (dict.TryGetAny("__qualname__", out var qualName))
                type.QualName = Operators.Str(qualName);
            return type;
        }
    }
}

/// <summary><see href="https://docs.python.org/3.13/library/types.html">types</see> and <see href="https://docs.python.org/3.13/library/abc.html">abc</see>.</summary>
internal static class TypesModule
{
    public static PyModule Build()
    {
        var simple = PyType.Build(PyType.Type, "SimpleNamespace", PyTuple.Of(PyType.Object), new PyDict<Any, Any>
        {
            ["__module__"] = "types",
            ["__init__"] = new PyFunction("SimpleNamespace.__init__", "self, /, **kwargs", static (Any self, Any values) =>
            {
                foreach (var (key, value) in ((PyDict)values.Ref!).Entries())
                    self.Set((string)key.Ref!, value);
                return Any.None;
            }),
            ["__repr__"] = new PyFunction("__repr__", "self", static (Any self) => $"namespace({string.Join(", ", Operators.Vars((IPyObject)self.Ref!).Select(p => $"{Operators.Str(p.Key)}={Operators.Repr(p.Value)}"))})"),
            ["__eq__"] = new PyFunction("__eq__", "self, other", static (Any a, Any b) => ReferenceEquals(PyType.Of(a), PyType.Of(b)) ? Operators.Vars((IPyObject)a.Ref!).SameItems(Operators.Vars((IPyObject)b.Ref!)) : Any.NotImplemented),
        }, new Arguments());
        return new PyModule("types")
            .Value("FunctionType", DescriptorTypes.Function).Value("LambdaType", DescriptorTypes.Function).Value("MethodType", DescriptorTypes.Method)
            .Value("BuiltinFunctionType", DescriptorTypes.BuiltinFunction).Value("BuiltinMethodType", DescriptorTypes.BuiltinFunction).Value("NoneType", SingletonTypes.NoneType)
            .Value("EllipsisType", SingletonTypes.EllipsisType).Value("NotImplementedType", SingletonTypes.NotImplementedType).Value("ModuleType", PyType.Of(new PyModule("m")))
            .Value("GeneratorType", Async.GeneratorType.Type).Value("CoroutineType", Async.Coroutine.Type).Value("AsyncGeneratorType", Async.AsyncGeneratorType.Type)
            .Value("GenericAlias", GenericAlias.Type).Value("UnionType", UnionAlias.Type).Value("SimpleNamespace", simple).Value("TracebackType", PyTraceback.Type)
            .Value("FrameType", PyFrame.Type).Value("CodeType", PyCode.Type).Value("MappingProxyType", MappingProxy.Type)
            .Value("GetSetDescriptorType", DescriptorTypes.GetSet).Value("MemberDescriptorType", DescriptorTypes.Member)
            .Function("coroutine", static f => Async.IterableCoroutines.Make(f))
            .Function("new_class", "name, bases=(), kwds=None, exec_body=None", static a =>
            {
                var space = new PyDict<Any, Any>();
                if (!a[3].IsNone)
                    a[3].Call(space);
                return PyType.Type.Call(new Arguments { a[0], a[1], space });
            });
    }
}
