namespace Pytocs.Runtime.Core;

/// <summary>The classes of functions, methods and descriptors.</summary>
internal static class DescriptorTypes
{
    public static readonly PyType Function = FunctionType("function");
    public static readonly PyType BuiltinFunction = FunctionType("builtin_function_or_method");
    public static readonly PyType MethodDescriptor = FunctionType("method_descriptor");
    public static readonly PyType WrapperDescriptor = FunctionType("wrapper_descriptor");
    public static readonly PyType MethodWrapper = FunctionType("method-wrapper");
    public static readonly PyType ClassMethodDescriptor = FunctionType("classmethod_descriptor");
    public static readonly PyType Method = MethodType();
    public static readonly PyType Member = DataType("member_descriptor");
    public static readonly PyType GetSet = DataType("getset_descriptor").Property("__doc__", static o => ((NativeProperty)o.Ref!).Doc);
    public static readonly PyType StaticMethod = WrapperType("staticmethod", static (cls, f) => new StaticMethod(f) { Derived = cls }, static o => ((StaticMethod)o.Ref!).Function);
    public static readonly PyType ClassMethod = WrapperType("classmethod", static (cls, f) => new ClassMethod(f) { Derived = cls }, static o => ((ClassMethod)o.Ref!).Function);
    public static readonly PyType Property = PropertyType();

    private static PyType DataType(string name) => PyType.Builtin(name)
        .Property("__name__", static o => o.Ref switch { NativeProperty p => p.Name, SlotDescriptor s => s.Name, _ => ((FieldDescriptor)o.Ref!).Name })
        .Property("__qualname__", static o => o.Ref switch { NativeProperty p => $"{p.Owner.QualName}.{p.Name}", SlotDescriptor s => $"{s.Owner?.QualName}.{s.Name}", _ => ((FieldDescriptor)o.Ref!).Name })
        .Property("__objclass__", static o => o.Ref switch { NativeProperty p => p.Owner, SlotDescriptor { Owner: { } owner } => owner, _ => throw new AttributeError("__objclass__", "__objclass__", o) })
        .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) => Instance(instance, owner) is { IsUnbound: false } o ? ((IDescriptor)self.Ref!).Get(o, PyType.Of(o)) : self)
        .Method("__set__", "self, instance, value, /", static (self, instance, value) =>
        {
            ((IDescriptor)self.Ref!).Set(instance, value);
            return Any.None;
        })
        .Method("__delete__", "self, instance, /", static (self, instance) =>
        {
            ((IDescriptor)self.Ref!).Delete(instance);
            return Any.None;
        })
        .Method("__repr__", static o => o.Ref switch
        {
            NativeProperty p => $"<attribute '{p.Name}' of '{(p.Owner.IsBuiltin ? p.Owner.FullName : p.Owner.Name)}' objects>",
            SlotDescriptor s => $"<member '{s.Name}' of '{s.Owner?.Name}' objects>",
            FieldDescriptor { Owner: { } owner } field => $"<member '{field.Name}' of '{owner.Name}' objects>",
            _ => $"<member '{((FieldDescriptor)o.Ref!).Name}'>",
        });

    private static PyFunction F(Any o) => o.Ref switch
    {
        BoundMethod bound => F(bound.Function),
        ClassMethod method => F(method.Function),
        _ => (PyFunction)o.Ref!,
    };

    private static PyType FunctionType(string name)
    {
        var type = PyType.Builtin(name);
        type.HasInstanceDict = name == "function";
        if (name == "function")
            type.New("cls, code, globals, name=None, argdefs=None, closure=None, kwdefaults=None", static a => FunctionMaking.Make(a[1], a[2], a[3], a[4], a[5], a[6]));
        return type
            .Property("__name__", static o => F(o).Makes is null ? F(o).Name : "__new__", static (o, v) => F(o).Rename(Text(v, "__name__"), F(o).QualName), static _ => throw NoText("__name__"))
            .Property("__qualname__", static o => F(o) is { Makes: { } made } ? made.QualName + ".__new__" : F(o).QualName, static (o, v) => F(o).Rename(F(o).Name, Text(v, "__qualname__")), static _ => throw NoText("__qualname__"))
            .Property("__module__", o => name is "function" ? F(o) is { IsBuiltin: false, Module: "" } ? Any.None : F(o).Module
                : name is not "builtin_function_or_method" ? throw NoMember(o, "__module__")
                : o.Ref is BoundMethod || F(o).Owner is not null || F(o).Makes is not null ? Any.None : Library.Callables.HomeOf(F(o)), static (o, v) => F(o).Module = v.Ref as string ?? "", static o => F(o).Module = "")
            .Property("__doc__", static o => F(o).Doc, static (o, v) => F(o).Doc = v, static o => F(o).Doc = Any.None)
            .Property("__annotations__", static o => F(o).Annotations ??= new PyDict<Any, Any>(), static (o, v) => F(o).Annotations = v.IsNone ? null : v.Ref as PyDict<Any, Any> ?? throw new TypeError("__annotations__ must be set to a dict object"), static o => F(o).Annotations = null)
            .Property("__code__", static o => F(o).Code, static (o, v) => F(o).Code = v.Ref as PyCode ?? throw new TypeError("__code__ must be set to a code object"), static _ => throw new TypeError("__code__ must be set to a code object"))
            .Property("__type_params__", static o => F(o).TypeParameters, static (o, v) => F(o).TypeParameters = v.Ref as PyTuple ?? throw new TypeError("__type_params__ must be set to a tuple"), static _ => throw new TypeError("__type_params__ must be set to a tuple"))
            .Property("__defaults__", static o => Defaults(F(o), keywordOnly: false), static (o, v) => SetDefaults(F(o), v), static o => SetDefaults(F(o), Any.None))
            .Property("__kwdefaults__", static o => Defaults(F(o), keywordOnly: true), static (o, v) => SetKeywordDefaults(F(o), v), static o => SetKeywordDefaults(F(o), Any.None))
            .Property("__text_signature__", static o => F(o) is { IsInPython: false } function ? TextSignature(function)
                : throw new AttributeError("'function' object has no attribute '__text_signature__'", "__text_signature__", o))
            .Property("__dict__", static o => F(o).InstanceDict(create: true) ?? new PyDict<Any, Any>(), static (o, v) => F(o).SetInstanceDict(v.Ref as PyDict<Any, Any> ?? throw new TypeError($"__dict__ must be set to a dictionary, not a '{PyType.Of(v).Name}'")), static _ => throw new TypeError("cannot delete __dict__"))
            .Property("__objclass__", o => name is "wrapper_descriptor" or "method_descriptor" or "method-wrapper" or "classmethod_descriptor" && F(o).Owner is { } owner ? owner : throw NoMember(o, "__objclass__"))
            .Property("__closure__", static o => F(o) is { IsInPython: true, Closure: var cells } ? cells.Length == 0 ? Any.None : new PyTuple([.. cells.Select(static c => (Any)c)]) : throw NoMember(o, "__closure__"), static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Property("__globals__", static o => F(o) is { IsInPython: true } f ? f.Globals ?? ModuleGlobals(f) : throw NoMember(o, "__globals__"), static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Property("__builtins__", static o => F(o) is { IsInPython: true } ? BuiltinsModule.Instance.InstanceDict(create: true) : throw NoMember(o, "__builtins__"), static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) => self.Ref is ClassMethod method ? OfClass(method, Instance(instance, owner), owner)
                : Instance(instance, owner).IsUnbound ? self : F(self).CheckedSelf(instance) is var own && self.Ref is BoundMethod ? self : new BoundMethod(self, own))
            .Method("__eq__", "self, other, /", static (o, other) => o.Ref is BoundMethod a ? other.Ref is BoundMethod b ? Operators.Is(a.Self, b.Self) && Operators.Is(a.Function, b.Function) : Any.NotImplemented
                : Operators.Is(o, other) ? true : Any.NotImplemented)
            .Method("__hash__", static o => o.Ref is BoundMethod bound ? Identity.Of(bound.Self.Ref ?? bound.Function.Ref!) ^ Identity.Of(bound.Function.Ref!) : Identity.Of(o.Ref!))
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Property("__self__", Receiver)
            .Method("__reduce__", Reduced)
            .Method("__repr__", Representation);
    }

    /// <summary>What a built-in function is called on: an object, the class whose <c>__new__</c> it is, or its module.</summary>
    private static Any Receiver(Any o) => o.Ref switch
    {
        BoundMethod bound => bound.Self,
        PyFunction { Makes: { } made } => made,
        PyFunction { IsInPython: false, IsMethod: false, Owner: not null } => Any.None,
        PyFunction { IsInPython: false, IsMethod: false } function => Modules.IsStandard(function.Module) ? Modules.Import(function.Module) : Any.None,
        _ => throw NoMember(o, "__self__"),
    };

    /// <summary>What pickles hold of a function: its name, or what it is an attribute of.</summary>
    private static Any Reduced(Any o)
    {
        var function = F(o);
        return o.Ref switch
        {
            BoundMethod { Self.Ref: not PyModule } bound => Attribute(bound.Self, function.Name),
            PyFunction { Makes: { } made } => Attribute(made, "__new__"),
            PyFunction { IsInPython: false, Owner: { } owner } => Attribute(owner, function.Name),
            Core.ClassMethod when function.Owner is { } owner => Attribute(owner, function.Name),
            _ => (Any)function.QualName,
        };
    }

    private static PyTuple Attribute(Any holder, string name) => PyTuple.Of(Builtins.Get("getattr"), PyTuple.Of(holder, name));

    private static Any Representation(Any o)
    {
        var function = F(o);
        if (function.IsInPython)
            return $"<function {function.QualName} at {Operators.Address(function)}>";
        return o.Ref switch
        {
            BoundMethod bound when SlotNames.IsSlot(function) => $"<method-wrapper '{function.Name}' of {PyType.Of(bound.Self).ErrorName} object at {Operators.Address(bound.Self.Ref ?? bound)}>",
            BoundMethod bound => $"<built-in method {function.Name} of {PyType.Of(bound.Self).ErrorName} object at {Operators.Address(bound.Self.Ref ?? bound)}>",
            PyFunction { Makes: { } made } => $"<built-in method __new__ of type object at {Operators.Address(made)}>",
            PyFunction { IsMethod: false, Owner: { } owner } => $"<built-in method {function.Name} of type object at {Operators.Address(owner)}>",
            PyFunction { IsMethod: false } => $"<built-in function {function.Name}>",
            _ => $"<{(SlotNames.IsSlot(function) ? "slot wrapper" : "method")} '{function.Name}' of '{function.Owner?.FullName ?? function.QualName.Split('.')[0]}' objects>",
        };
    }

    /// <summary>What CPython's function says of its parameters; what ours has, where CPython does not have it.</summary>
    private static Any TextSignature(PyFunction function)
        => Library.Callables.Of(function) is { } entry ? entry.Signature is { } text ? text : Any.None : $"({(function.IsMethod ? "$" : "")}{function.Signature.Text})";

    /// <summary>A class method of a built-in class, bound to a class that it may be called on.</summary>
    private static Any OfClass(ClassMethod method, Any instance, Any owner)
    {
        var cls = owner.Ref as PyType ?? PyType.Of(instance);
        return F(method).Owner is { } home && !cls.IsSubclassOf(home) ? throw new TypeError($"descriptor '{F(method).Name}' requires a subtype of '{home.ErrorName}' but received '{cls.ErrorName}'") : method.Get(instance, cls);
    }

    private static string Text(Any value, string attribute) => PyValueInstance.Unwrap(value).Ref as string ?? throw NoText(attribute);

    private static TypeError NoText(string attribute) => new($"{attribute} must be set to a string object");

    private static AttributeError NoMember(Any o, string name) => new($"'{PyType.Of(o).ErrorName}' object has no attribute '{name}'", name, o);

    private static PyDict<Any, Any> ModuleGlobals(PyFunction function)
        => Modules.Loaded.TryGetValue(function.Module, out var home) && home.Ref is PyModule module ? module.InstanceDict(create: true)! : new PyDict<Any, Any>();

    private static Any Defaults(PyFunction function, bool keywordOnly)
    {
        var dict = new PyDict<Any, Any>();
        var list = new List<Any>();
        for (var i = 0; i < function.Defaults.Length; i++)
        {
            if (function.Defaults[i].IsUnbound)
                continue;
            if (function.Signature.Parameters[i].Kind == ParameterKind.KeywordOnly)
                dict[function.Signature.Parameters[i].Name] = function.Defaults[i];
            else
                list.Add(function.Defaults[i]);
        }
        if (keywordOnly)
            return dict.Count == 0 ? Any.None : dict;
        return list.Count == 0 ? Any.None : new PyTuple([.. list]);
    }

    internal static void SetDefaults(PyFunction function, Any value)
    {
        if (!value.IsNone && value.Ref is not PyTuple)
            throw new TypeError("__defaults__ must be set to a tuple object");
        var given = value.Ref as PyTuple ?? PyTuple.Empty;
        var defaults = (Any[])function.Defaults.Clone();
        var count = function.Signature.PositionalCount;
        for (var i = 0; i < count; i++)
            defaults[i] = i >= count - given.Count ? given[i - (count - given.Count)] : Any.Unbound;
        (function.Defaults, function.HasNewDefaults) = (defaults, true);
    }

    internal static void SetKeywordDefaults(PyFunction function, Any value)
    {
        if (!value.IsNone && value.Ref is not PyDict)
            throw new TypeError("__kwdefaults__ must be set to a dict object");
        var defaults = (Any[])function.Defaults.Clone();
        for (var i = 0; i < defaults.Length; i++)
            if (function.Signature.Parameters[i] is { Kind: ParameterKind.KeywordOnly, Name: var name })
                defaults[i] = value.Ref is PyDict dict && dict.TryGetAny(name, out var one) ? one : Any.Unbound;
        (function.Defaults, function.HasNewDefaults) = (defaults, true);
    }

    private static BoundMethod M(Any o) => (BoundMethod)o.Ref!;

    private static PyType MethodType()
    {
        var type = PyType.Builtin("method");
        type.New("cls, function, instance, /", static a => new BoundMethod(a[1], a[2]));
        return type
            .Property("__func__", static o => M(o).Function)
            .Property("__self__", static o => M(o).Self)
            .Property("__doc__", static o => Operators.GetAttr(M(o).Function, "__doc__", Any.None))
            .Method("__get__", "self, instance, owner=None, /", static (self, _, _) => self)
            .Method("__reduce__", static o => Attribute(M(o).Self, Operators.Str(Operators.GetAttr(M(o).Function, "__name__"))))
            .Method("__getattr__", "self, name, /", static (o, name) => M(o).Function.Get((string)name.Ref!))
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is BoundMethod b ? Operators.Is(M(o).Self, b.Self) && Operators.Is(M(o).Function, b.Function) : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(M(o).Function) ^ Identity.Of(M(o).Self.Ref ?? M(o)))
            .Method("__repr__", static o => $"<bound method {NameOf(M(o).Function)} of {Operators.Repr(M(o).Self)}>");
    }

    private static string NameOf(Any function)
        => Operators.GetAttr(function, "__qualname__", Any.None).Ref as string ?? Operators.GetAttr(function, "__name__", Any.None).Ref as string ?? "?";

    private static PyType WrapperType(string name, Func<PyType, Any, Any> make, Func<Any, Any> inner)
    {
        var type = PyType.Builtin(name);
        type.HasInstanceDict = true;
        type.New("cls, function, /", a => make((PyType)a[0].Ref!, a[1]));
        return type
            .Property("__func__", inner)
            .Property("__wrapped__", inner)
            .Property("__doc__", o => Operators.GetAttr(inner(o), "__doc__", Any.None))
            .Property("__isabstractmethod__", o => Operators.GetAttr(inner(o), "__isabstractmethod__", false))
            .Property("__dict__", static o => ((PyObject)o.Ref!).InstanceDict(create: true)!)
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) =>
                ((IDescriptor)self.Ref!).Get(Instance(instance, owner), owner.Ref as PyType ?? PyType.Of(instance)))
            .Method("__repr__", o => $"<{name}({Operators.Repr(inner(o))})>");
    }

    private static PyProperty P(Any o) => (PyProperty)o.Ref!;

    private static PyType PropertyType()
    {
        var type = PyType.Builtin("property");
        type.New("cls, /, *args, **kwargs", static a => new PyProperty((PyType)a[0].Ref!));
        return type
            .Method("__init__", "self, fget=None, fset=None, fdel=None, doc=None", static a => Run(() => P(a[0]).Initialise(a[1], a[2], a[3], a[4])))
            .Property("fget", static o => P(o).Getter, static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Property("fset", static o => P(o).Setter, static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Property("fdel", static o => P(o).Deleter, static (_, _) => throw ReadOnly(), static _ => throw ReadOnly())
            .Property("__doc__", static o => P(o).Doc, static (o, v) => P(o).Doc = v, static o => P(o).Doc = Any.None)
            .Property("__name__", static o => P(o).NameOrGetters(), static (o, v) => P(o).GivenName = v, static o => P(o).GivenName = Any.Unbound)
            .Property("__isabstractmethod__", static o => AbstractFunction(P(o).Getter) || AbstractFunction(P(o).Setter) || AbstractFunction(P(o).Deleter))
            .Method("getter", "self, function, /", static (o, f) => P(o).With(f, Any.None, Any.None))
            .Method("setter", "self, function, /", static (o, f) => P(o).With(Any.None, f, Any.None))
            .Method("deleter", "self, function, /", static (o, f) => P(o).With(Any.None, Any.None, f))
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) => P(self).Get(Instance(instance, owner), owner.Ref as PyType ?? PyType.Of(instance)))
            .Method("__set__", "self, instance, value, /", static (self, instance, value) => Run(() => P(self).Set(instance, value)))
            .Method("__delete__", "self, instance, /", static (self, instance) => Run(() => P(self).Delete(instance)))
            .Method("__set_name__", "self, /, *args", static (self, args) => Run(() =>
                P(self).GivenName = ((PyTuple)args.Ref!).Count == 2 ? args[1] : throw new TypeError($"__set_name__() takes 2 positional arguments but {((PyTuple)args.Ref!).Count} were given")));
    }

    private static bool AbstractFunction(Any function) => !function.IsNone && Operators.GetAttr(function, "__isabstractmethod__", false).Truth;

    private static AttributeError ReadOnly() => new("readonly attribute");

    private static Any Run(Action action)
    {
        action();
        return Any.None;
    }

    /// <summary>The object that <c>__get__</c> binds to; unbound where only a class is given.</summary>
    private static Any Instance(Any instance, Any owner)
        => !instance.IsNone ? instance : owner.IsNone ? throw new TypeError("__get__(None, None) is invalid") : Any.Unbound;
}
