namespace Pytocs.Runtime.Core;

/// <summary>What every object can do: the methods of <c>object</c>. See <see href="https://docs.python.org/3.13/reference/datamodel.html#basic-customization">basic customization</see>.</summary>
internal static class ObjectType
{
    /// <summary>The function that <c>object.__init__</c> is.</summary>
    public static PyFunction Init { get; private set; } = null!;

    /// <summary>What <c>object.__new__</c> is.</summary>
    public static StaticMethod Maker { get; private set; } = null!;

    /// <summary>Declares the methods; called once the class exists.</summary>
    public static void Declare(PyType type)
    {
        type.New(static (cls, _) => new PyInstance(cls));
        Maker = new StaticMethod(new PyFunction("object.__new__", "cls, /, *args, **kwargs", static (Any[] a) => New(a[0].Ref as PyType ?? throw new TypeError($"object.__new__(X): X is not a type object ({PyType.Of(a[0]).ErrorName})"), (PyTuple)a[1].Ref!, (PyDict)a[2].Ref!)) { IsBuiltin = true, Makes = type });
        type.Define("__new__", Maker);
        Init = new PyFunction("object.__init__", "self, /, *args, **kwargs", static (Any[] a) => Initialise(a[0], ((PyTuple)a[1].Ref!).Count > 0 || ((PyDict)a[2].Ref!).Count > 0)) { IsBuiltin = true, IsMethod = true, Owner = type };
        type.Define("__init__", Init);
        type.Method("__repr__", static self => $"<{PyType.Of(self).FullName} object at {Operators.Address(self.Ref!)}>")
            .Method("__str__", static self =>
            {
                Recursion.Check("while getting the str of an object");
                return PyType.Of(self).Special("__repr__").Call(self);
            })
            .Method("__hash__", static self => Identity.Of(self.Ref!))
            .Method("__eq__", "self, other, /", static (self, other) => Operators.Is(self, other) ? true : Any.NotImplemented)
            .Method("__ne__", "self, other, /", static (self, other) =>
            {
                var equal = PyType.Of(self).Special("__eq__").Call(self, other);
                return equal.IsNotImplemented ? equal : !equal.Truth;
            })
            .Method("__getattribute__", "self, name, /", static (self, name) => Operators.GenericRead(self, Builtins.AttributeName(name)))
            .Method("__setattr__", "self, name, value, /", static (self, name, value) =>
            {
                Operators.GenericSet(self.Ref is PyType ? throw Meant(self, "__setattr__") : self, Builtins.AttributeName(name), value);
                return Any.None;
            })
            .Method("__delattr__", "self, name, /", static (self, name) =>
            {
                Operators.GenericDelete(self.Ref is PyType ? throw Meant(self, "__delattr__") : self, Builtins.AttributeName(name));
                return Any.None;
            })
            .Method("__format__", "self, spec, /", static (self, spec) => FormatSpec.Of(spec).Length > 0
                ? throw new TypeError($"unsupported format string passed to {PyType.Of(self).ErrorName}.__format__")
                : Operators.Str(self))
            .Method("__dir__", static self => new PyList<Any>(Dir.Of(self).Select(n => (Any)n)))
            .Method("__sizeof__", static _ => 16)
            .Method("__reduce_ex__", "self, protocol, /", static (self, protocol) => Reduction.Ex(self, Operators.Index(protocol)))
            .Method("__reduce__", static self => Reduction.Of(self, 0))
            .Method("__getstate__", static self => Reduction.State(self))
            .Method("__lt__", "self, other, /", static (_, _) => Any.NotImplemented)
            .Method("__le__", "self, other, /", static (_, _) => Any.NotImplemented)
            .Method("__gt__", "self, other, /", static (_, _) => Any.NotImplemented)
            .Method("__ge__", "self, other, /", static (_, _) => Any.NotImplemented)
            .ClassMethod("__init_subclass__", "cls, /", static _ => Any.None)
            .ClassMethod("__subclasshook__", "cls, other, /", static _ => Any.NotImplemented)
            .Attribute("__doc__", new NativeDocumentation());
    }

    private static Any Initialise(Any self, bool hasArguments)
    {
        var type = PyType.Of(self);
        if (!hasArguments || !ReferenceEquals(type.LayoutClass, PyType.Object))
            return Any.None;
        if (!ReferenceEquals(type.Lookup("__init__").Ref, Init))
            throw new TypeError("object.__init__() takes exactly one argument (the instance to initialize)");
        return ReferenceEquals(type.Lookup("__new__").Ref, Maker) ? throw new TypeError($"{type.Name}.__init__() takes exactly one argument (the instance to initialize)") : Any.None;
    }

    private static TypeError Meant(Any self, string method) => new($"can't apply this {method} to {PyType.Of(self).Name} object");

    private static Any New(PyType cls, PyTuple args, PyDict keywords)
    {
        if (args.Count > 0 || keywords.Count > 0)
        {
            if (!ReferenceEquals(cls.Lookup("__new__").Ref, Maker) && ReferenceEquals(cls.LayoutClass, PyType.Object))
                throw new TypeError("object.__new__() takes exactly one argument (the type to instantiate)");
            if (ReferenceEquals(cls.Special("__init__").Ref, Init))
                throw new TypeError($"{cls.Name}() takes no arguments");
        }
        if (cls.LayoutClass is { Module: "builtins" } layout && !ReferenceEquals(layout, PyType.Object) && layout.Namespace.ContainsKey("__new__") && !layout.IsSubclassOf(BaseException.Type))
            throw new TypeError($"object.__new__({cls.Name}) is not safe, use {layout.Name}.__new__()");
        Abstract.Check(cls);
        var arguments = new Arguments(args.AsSpan());
        foreach (var (key, value) in keywords.Entries())
            arguments.Add((string)key.Ref!, value);
        return cls.FindAllocator()(cls, arguments);
    }
}

/// <summary>Abstract classes cannot be made.</summary>
internal static class Abstract
{
    public static void Check(PyType cls)
    {
        if (cls.IsBuiltin || !cls.Namespace.TryGetValue("__abstractmethods__", out var names))
            return;
        var missing = Operators.ToList(names).Select(Operators.Str).Order(StringComparer.Ordinal).ToArray();
        if (missing.Length == 0)
            return;
        var word = missing.Length == 1 ? "method" : "methods";
        throw new TypeError($"Can't instantiate abstract class {cls.Name} without an implementation for abstract {word} {string.Join(", ", missing.Select(m => $"'{m}'"))}");
    }
}

/// <summary>The names that <c>dir(o)</c> lists.</summary>
internal static class Dir
{
    public static IEnumerable<string> Of(Any o)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        if (o.Ref is PyModule module)
            return module.Names().Order(StringComparer.Ordinal);
        var type = o.Ref as PyType ?? PyType.Of(o);
        foreach (var cls in type.Mro)
            foreach (var key in cls.AttributeNames())
                names.Add(Operators.Str(key));
        if (o.Ref is IPyObject and not PyType && Operators.GetAttr(o, "__dict__", Any.None).Ref is PyDict own)
            foreach (var (key, _) in own.Entries())
                names.Add(Operators.Str(key));
        names.Add("__class__");
        return names;
    }
}
