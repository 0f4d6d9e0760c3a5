namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/dataclasses.html">dataclasses</see>.</summary>
internal static partial class DataclassesModule
{
    private static readonly Any s_missing = new Marker("MISSING");
    private static readonly Any s_keywordOnly = new Marker("KW_ONLY");

    private sealed class Marker(string name) : PyObject
    {
        public static readonly PyType Type = PyType.Builtin("_MISSING_TYPE", module: "dataclasses")
            .Method("__repr__", static o => $"<dataclasses.{((Marker)o.Ref!).Name} object>");

        public override PyType Class => Type;

        private string Name => name;
    }

    private sealed class Field : PyObject
    {
        public static readonly PyType Type = PyType.Builtin("Field", module: "dataclasses")
            .Property("name", static o => ((Field)o.Ref!).Name)
            .Property("type", static o => ((Field)o.Ref!).Annotation)
            .Property("default", static o => ((Field)o.Ref!).Default)
            .Property("default_factory", static o => ((Field)o.Ref!).Factory)
            .Property("init", static o => ((Field)o.Ref!).Init)
            .Property("repr", static o => ((Field)o.Ref!).Repr)
            .Property("compare", static o => ((Field)o.Ref!).Compare)
            .Property("hash", static o => ((Field)o.Ref!).Hash)
            .Property("kw_only", static o => ((Field)o.Ref!).KeywordOnly)
            .Property("metadata", static o => ((Field)o.Ref!).Metadata);

        public string Name = "";
        public Any Annotation = Any.None;
        public Any Default = s_missing;
        public Any Factory = s_missing;
        public bool Init = true;
        public bool Repr = true;
        public bool Compare = true;
        public Any Hash = Any.None;
        public bool KeywordOnly;
        public bool IsInitVar;
        public Any Metadata = new PyDict<Any, Any>();

        public override PyType Class => Type;

        public bool HasDefault => !Operators.Is(Default, s_missing) || !Operators.Is(Factory, s_missing);
    }

    public static PyModule Build() => new PyModule("dataclasses")
        .Value("MISSING", s_missing).Value("KW_ONLY", s_keywordOnly).Type(Field.Type)
        .Value("FrozenInstanceError", s_frozenError)
        .Value("InitVar", s_initVar)
        .Function("field", "*, default=, default_factory=, init=True, repr=True, hash=None, compare=True, metadata=None, kw_only=False", static a =>
        {
            if (!a[0].IsUnbound && !a[1].IsUnbound)
                throw new ValueError("cannot specify both default and default_factory");
            return new Field
            {
                Default = a[0].IsUnbound ? s_missing : a[0], Factory = a[1].IsUnbound ? s_missing : a[1], Init = a[2].Truth, Repr = a[3].Truth, Hash = a[4], Compare = a[5].Truth,
                Metadata = a[6].IsNone ? new PyDict<Any, Any>() : a[6], KeywordOnly = a[7].Truth,
            };
        }, Any.Unbound, Any.Unbound)
        .Function("dataclass", "cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False", static a => a[0].IsNone
            ? new PyFunction("dataclass.<locals>.wrap", "cls", (Any cls) => Process((PyType)cls.Ref!, a))
            : Process((PyType)a[0].Ref!, a))
        .Function("fields", static o => new PyTuple([.. FieldsOf(o).Select(f => (Any)f)]))
        .Function("is_dataclass", static o => HasFields(o))
        .Function("asdict", "obj, *, dict_factory=None", static a => IsInstance(a[0]) ? AsDict(a[0]) : throw new TypeError("asdict() should be called on dataclass instances"))
        .Function("astuple", "obj, *, tuple_factory=None", static a => AsTuple(a[0]))
        .Function("replace", "obj, /, **changes", static a => Replace(a[0], (PyDict)a[1].Ref!))
        .Function("make_dataclass", "cls_name, fields, *, bases=(), namespace=None", static a => MakeDataclass(a));

    private static readonly PyType s_frozenError = PyType.Exception("FrozenInstanceError", AttributeError.Type, static args => new AttributeError(args), "dataclasses");

    private static readonly PyType s_initVar = PyType.Builtin("InitVar", module: "dataclasses").ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private static bool HasFields(Any o) => !Operators.GetAttr(o.Ref is PyType ? o : PyType.Of(o), "__dataclass_fields__", Any.Unbound).IsUnbound;

    private static bool IsInstance(Any o) => o.Ref is not PyType && HasFields(o);

    private static IEnumerable<Field> FieldsOf(Any o)
    {
        var fields = Operators.GetAttr(o.Ref is PyType ? o : PyType.Of(o), "__dataclass_fields__", Any.Unbound);
        if (fields.IsUnbound)
            throw new TypeError("must be called with a dataclass type or instance");
        return ((PyDict)fields.Ref!).Entries().Select(e => (Field)e.Value.Ref!).Where(f => !f.IsInitVar);
    }

    private static Any Process(PyType cls, Any[] options)
    {
        var (init, repr, eq, order, unsafeHash, frozen) = (options[1].Truth, options[2].Truth, options[3].Truth, options[4].Truth, options[5].Truth, options[6].Truth);
        var fields = Collect(cls, options[8].Truth);
        var map = new PyDict<Any, Any>();
        foreach (var field in fields)
            map[field.Name] = field;
        cls.Define("__dataclass_fields__", map);
        if (init && !cls.Namespace.ContainsKey("__init__"))
            cls.Define("__init__", MakeInit(cls, fields, frozen));
        var shown = fields.Where(f => !f.IsInitVar).ToArray();
        if (repr && !cls.Namespace.ContainsKey("__repr__"))
            cls.Define("__repr__", Generated(new PyFunction(cls.QualName + ".__repr__", "self", (Any self) => ReprOf(self, shown))));
        var compared = shown.Where(f => f.Compare).ToArray();
        if (eq && !cls.Namespace.ContainsKey("__eq__"))
            cls.Define("__eq__", new PyFunction(cls.QualName + ".__eq__", "self, other", (Any a, Any b) => Operators.Is(a, b) ? true : ReferenceEquals(PyType.Of(a), PyType.Of(b)) ? PyTuple.Compare(Comparison.Eq, Values(a, compared), Values(b, compared)) : Any.NotImplemented));
        if (order)
        {
            if (!eq)
                throw new ValueError("eq must be true if order is true");
            foreach (var op in (Comparison[])[Comparison.Lt, Comparison.LtE, Comparison.Gt, Comparison.GtE])
            {
                var name = OperatorNames.Compare[(int)op];
                if (cls.Namespace.ContainsKey(name))
                    throw new TypeError($"Cannot overwrite attribute {name} in class {cls.Name}. Consider using functools.total_ordering");
                cls.Define(name, new PyFunction($"{cls.QualName}.{name}", "self, other", (Any a, Any b) => ReferenceEquals(PyType.Of(a), PyType.Of(b)) ? PyTuple.Compare(op, Values(a, compared), Values(b, compared)) : Any.NotImplemented));
            }
        }
        Hashing(cls, eq, frozen, unsafeHash, shown);
        if (frozen)
            Freeze(cls);
        if (options[7].Truth && !cls.Namespace.ContainsKey("__match_args__"))
            cls.Define("__match_args__", new PyTuple([.. fields.Where(f => f.Init && !f.KeywordOnly).Select(f => (Any)f.Name)]));
        return cls;
    }

    private static List<Field> Collect(PyType cls, bool keywordOnly)
    {
        var fields = new List<Field>();
        foreach (var parent in cls.Mro[1..].ToArray().Reverse())
            if (parent.Namespace.TryGetValue("__dataclass_fields__", out var inherited))
                foreach (var (_, value) in ((PyDict)inherited.Ref!).Entries())
                    Put((Field)value.Ref!);
        if (!cls.Namespace.TryGetValue("__annotations__", out var annotations))
            return fields;
        foreach (var (key, annotation) in ((PyDict)annotations.Ref!).Entries())
        {
            var name = (string)key.Ref!;
            var text = annotation.Ref as string ?? Operators.Repr(annotation);
            if (text.Contains("ClassVar", StringComparison.Ordinal))
                continue;
            if (Operators.Is(annotation, s_keywordOnly) || text is "KW_ONLY" or "dataclasses.KW_ONLY")
            {
                keywordOnly = true;
                continue;
            }
            var given = cls.Namespace.TryGetValue(name, out var value) ? value : Any.Unbound;
            var field = given.Ref as Field ?? new Field { Default = given.IsUnbound || given.Ref is SlotDescriptor ? s_missing : given };
            field.Name = name;
            field.Annotation = annotation;
            field.KeywordOnly |= keywordOnly;
            field.IsInitVar = text.Contains("InitVar", StringComparison.Ordinal);
            if (field.Default.Ref is PyList or PyDict or PySet && field.Default.Ref is not PyFrozenSet)
                throw new ValueError($"mutable default {Operators.Repr(PyType.Of(field.Default))} for field {name} is not allowed: use default_factory");
            if (given.Ref is Field)
            {
                if (Operators.Is(field.Default, s_missing))
                    cls.Namespace.Remove(name);
                else
                    cls.Define(name, field.Default);
                PyType.Changed();
            }
            Put(field);
        }
        return fields;

        void Put(Field field)
        {
            var at = fields.FindIndex(f => f.Name == field.Name);
            if (at >= 0)
                fields[at] = field;
            else
                fields.Add(field);
        }
    }

    private static PyFunction MakeInit(PyType cls, List<Field> fields, bool frozen)
    {
        var parameters = fields.Where(f => f is { Init: true, KeywordOnly: false }).ToList();
        var keywords = fields.Where(f => f is { Init: true, KeywordOnly: true }).ToList();
        Field? defaulted = null;
        foreach (var field in parameters)
        {
            if (field.HasDefault)
                defaulted = field;
            else if (defaulted is not null)
                throw new TypeError($"non-default argument '{field.Name}' follows default argument '{defaulted.Name}'");
        }
        var signature = "self" + string.Concat(parameters.Select(Text)) + (keywords.Count > 0 ? ", *" + string.Concat(keywords.Select(Text)) : "");
        var all = parameters.Concat(keywords).ToList();
        var defaults = all.Where(f => f.HasDefault).Select(f => Operators.Is(f.Factory, s_missing) ? f.Default : Factory).ToArray();
        return new PyFunction(cls.QualName + ".__init__", signature, (Any[] a) =>
        {
            var self = a[0];
            var initVars = new List<Any>();
            foreach (var field in fields)
            {
                var at = all.IndexOf(field);
                Any value;
                if (at >= 0)
                    value = Operators.Is(a[at + 1], Factory) ? field.Factory.Call() : a[at + 1];
                else if (!Operators.Is(field.Factory, s_missing))
                    value = field.Factory.Call();
                else if (!Operators.Is(field.Default, s_missing))
                    value = field.Default;
                else
                    continue;
                if (field.IsInitVar)
                    initVars.Add(value);
                else if (frozen)
                    Operators.GenericSet(self, field.Name, value);
                else
                    Operators.SetAttr(self, field.Name, value);
            }
            var post = PyType.Of(self).Lookup("__post_init__");
            if (!post.IsUnbound)
                self.Invoke("__post_init__", new Arguments(initVars.ToArray()));
            return Any.None;
        }, defaults) { Module = "dataclasses" };

        static string Text(Field f) => ", " + f.Name + (f.HasDefault ? "=" : "");
    }

    private static readonly Any Factory = new Marker("<factory>");

    private static string ReprOf(Any self, Field[] fields)
    {
        if (!Operators.EnterRepr(self.Ref!))
            return "...";
        try
        {
            return PyType.Of(self).QualName + "(" + string.Join(", ", fields.Where(f => f.Repr).Select(f => $"{f.Name}={Operators.Repr(self.Get(f.Name))}")) + ")";
        }
        finally
        {
            Operators.LeaveRepr(self.Ref!);
        }
    }

    private static PyTuple Values(Any self, Field[] fields) => new([.. fields.Select(f => self.Get(f.Name))]);

    private static void Hashing(PyType cls, bool eq, bool frozen, bool unsafeHash, Field[] fields)
    {
        var hashed = fields.Where(f => f.Hash.IsNone ? f.Compare : f.Hash.Truth).ToArray();
        var hasOwn = cls.Namespace.TryGetValue("__hash__", out var own) && !(own.IsNone && cls.Namespace.ContainsKey("__eq__"));
        if (unsafeHash || (eq && frozen && !hasOwn))
            cls.Define("__hash__", new PyFunction(cls.QualName + ".__hash__", "self", (Any self) => Values(self, hashed).PyHash()));
        else if (eq && !frozen && !hasOwn)
            cls.Define("__hash__", Any.None);
    }

    private static void Freeze(PyType cls)
    {
        cls.Define("__setattr__", new PyFunction(cls.QualName + ".__setattr__", "self, name, value", (Any _, Any name, Any _) => throw (BaseException)s_frozenError.Call($"cannot assign to field {Operators.Repr(name)}").Ref!));
        cls.Define("__delattr__", new PyFunction(cls.QualName + ".__delattr__", "self, name", (Any _, Any name) => throw (BaseException)s_frozenError.Call($"cannot delete field {Operators.Repr(name)}").Ref!));
    }

    private static Any AsDict(Any o) => Convert(o, static (self, convert) =>
    {
        var result = new PyDict<Any, Any>();
        foreach (var field in FieldsOf(self))
            result[field.Name] = convert(self.Get(field.Name));
        return result;
    });

    private static Any AsTuple(Any o) => Convert(o, static (self, convert) => new PyTuple([.. FieldsOf(self).Select(f => convert(self.Get(f.Name)))]));

    private static Any Convert(Any o, Func<Any, Func<Any, Any>, Any> instance)
    {
        Any Inner(Any value) => Convert(value, instance);
        if (IsInstance(o))
            return instance(o, Inner);
        switch (o.Ref)
        {
            case PyTuple tuple when PyType.Of(o).Lookup("_fields").IsUnbound:
                return new PyTuple([.. tuple.Select(Inner)]);
            case PyTuple tuple:
                return PyType.Of(o).Call(new Arguments(tuple.Select(Inner).ToArray()));
            case PyList:
                return new PyList<Any>(Operators.ToList(o).Select(Inner));
            case PyDict dict:
                var result = new PyDict<Any, Any>();
                foreach (var (key, value) in dict.Entries())
                    result[Inner(key)] = Inner(value);
                return result;
            default:
                return Modules.Import("copy").Get("deepcopy").Call(o);
        }
    }

    private static Any Replace(Any o, PyDict changes)
    {
        var arguments = new Arguments();
        foreach (var field in FieldsOf(o))
        {
            if (changes.RemoveAny(field.Name, out var value))
            {
                if (!field.Init)
                    throw new ValueError($"field {field.Name} is declared with init=False, it cannot be specified with replace()");
                arguments.Add(field.Name, value);
            }
            else if (field.Init)
            {
                arguments.Add(field.Name, o.Get(field.Name));
            }
        }
        foreach (var (key, value) in changes.Entries())
            arguments.Add((string)key.Ref!, value);
        return PyType.Of(o).Call(arguments);
    }

    private static Any MakeDataclass(Any[] a)
    {
        var space = new PyDict<Any, Any>();
        var annotations = new PyDict<Any, Any>();
        if (!a[3].IsNone)
            space.UpdateAny(a[3]);
        foreach (var item in a[1])
        {
            var parts = item.Ref is string ? [item, "typing.Any"] : Operators.ToList(item);
            annotations[parts[0]] = parts.Count > 1 ? parts[1] : "typing.Any";
            if (parts.Count > 2)
                space[parts[0]] = parts[2];
        }
        space["__annotations__"] = annotations;
        space["__module__"] = "types";
        return Process(PyType.Build(PyType.Type, (string)a[0].Ref!, PyTuple.From(a[2]), space, new Arguments()), [Any.None, true, true, true, false, false, false, true, false, false, false]);
    }
}
