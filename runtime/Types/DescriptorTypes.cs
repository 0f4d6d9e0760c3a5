namespace Pytocs.Runtime.Core;

/// <summary>The classes of functions, methods and descriptors.</summary>
internal static class DescriptorTypes
{
    public static readonly PyType Function = FunctionType("function");
    public static readonly PyType BuiltinFunction = FunctionType("builtin_function_or_method");
    public static readonly PyType MethodDescriptor = FunctionType("method_descriptor");
    public static readonly PyType Method = MethodType();
    public static readonly PyType Member = DataType("member_descriptor");
    public static readonly PyType GetSet = DataType("getset_descriptor").Property("__doc__", static o => ((NativeProperty)o.Ref!).Doc);
    public static readonly PyType StaticMethod = WrapperType("staticmethod", static f => new StaticMethod(f), static o => ((StaticMethod)o.Ref!).Function);
    public static readonly PyType ClassMethod = WrapperType("classmethod", static f => new ClassMethod(f), static o => ((ClassMethod)o.Ref!).Function);
    public static readonly PyType Property = PropertyType();

    private static PyType DataType(string name) => PyType.Builtin(name)
        .Property("__name__", static o => o.Ref switch { NativeProperty p => p.Name, SlotDescriptor s => s.Name, _ => ((FieldDescriptor)o.Ref!).Name })
        .Property("__qualname__", static o => o.Ref switch { NativeProperty p => $"{p.Owner.QualName}.{p.Name}", SlotDescriptor s => $"{s.Owner?.QualName}.{s.Name}", _ => ((FieldDescriptor)o.Ref!).Name })
        .Property("__objclass__", static o => o.Ref switch { NativeProperty p => p.Owner, SlotDescriptor { Owner: { } owner } => owner, _ => throw new AttributeError("__objclass__", "__objclass__", o) })
        .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) => instance.IsNone ? self : ((IDescriptor)self.Ref!).Get(instance, PyType.Of(instance)))
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
            NativeProperty p => $"<attribute '{p.Name}' of '{p.Owner.FullName}' objects>",
            SlotDescriptor s => $"<member '{s.Name}' of '{s.Owner?.Name}' objects>",
            FieldDescriptor { Owner: { } owner } field => $"<member '{field.Name}' of '{owner.Name}' objects>",
            _ => $"<member '{((FieldDescriptor)o.Ref!).Name}'>",
        });

    private static PyFunction F(Any o) => o.Ref is BoundMethod bound ? F(bound.Function) : (PyFunction)o.Ref!;

    private static PyType FunctionType(string name)
    {
        var type = PyType.Builtin(name);
        type.HasInstanceDict = name == "function";
        return type
            .Property("__name__", static o => F(o).Name, static (o, v) => F(o).Rename((string)v.Ref!, F(o).QualName))
            .Property("__qualname__", static o => F(o).QualName, static (o, v) => F(o).Rename(F(o).Name, (string)v.Ref!))
            .Property("__module__", static o => F(o) is { IsBuiltin: false, Module: "" } ? Any.None : F(o).Module, static (o, v) => F(o).Module = v.Ref as string ?? "")
            .Property("__doc__", static o => F(o).Doc, static (o, v) => F(o).Doc = v)
            .Property("__annotations__", static o => F(o).Annotations ??= new PyDict<Any, Any>(), static (o, v) => F(o).Annotations = v.Ref as PyDict<Any, Any>)
            .Property("__code__", static o => F(o).Code, static (o, v) => F(o).Code = (PyCode)v.Ref!)
            .Property("__type_params__", static o => F(o).TypeParameters, static (o, v) => F(o).TypeParameters = (PyTuple)v.Ref!)
            .Property("__defaults__", static o => Defaults(F(o), keywordOnly: false), static (o, v) => SetDefaults(F(o), v), static o => SetDefaults(F(o), Any.None))
            .Property("__kwdefaults__", static o => Defaults(F(o), keywordOnly: true), static (o, v) => SetKeywordDefaults(F(o), v), static o => SetKeywordDefaults(F(o), Any.None))
            .Property("__text_signature__", static o => F(o) is { IsBuiltin: true } function ? $"({(function.IsMethod || o.Ref is BoundMethod ? "$" : "")}{function.Signature.Text})"
                : throw new AttributeError("'function' object has no attribute '__text_signature__'", "__text_signature__", o))
            .Property("__dict__", static o => F(o).InstanceDict(create: true) ?? new PyDict<Any, Any>(), static (o, v) => F(o).SetInstanceDict(v.Ref as PyDict<Any, Any> ?? throw new TypeError($"__dict__ must be set to a dictionary, not a '{PyType.Of(v).Name}'")))
            .Property("__objclass__", static o => F(o).Owner is { } owner ? owner : throw new AttributeError($"'{PyType.Of(o).ErrorName}' object has no attribute '__objclass__'", "__objclass__", o))
            .Property("__closure__", static o => F(o) is { IsBuiltin: false, Closure: var cells } ? cells.Length == 0 ? Any.None : new PyTuple([.. cells.Select(static c => (Any)c)]) : throw NoMember(o, "__closure__"))
            .Property("__globals__", static o => F(o) is { IsBuiltin: false } f ? f.Globals ?? ModuleGlobals(f) : throw NoMember(o, "__globals__"))
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, _) => instance.IsNone ? self : new BoundMethod(self, instance))
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Property("__self__", static o => o.Ref is BoundMethod bound ? bound.Self : F(o) is { IsBuiltin: true, IsMethod: false } f ? Modules.Import(f.Module) : throw new AttributeError($"'{PyType.Of(o).ErrorName}' object has no attribute '__self__'"))
            .Method("__repr__", static o => o.Ref is BoundMethod bound ? $"<built-in method {F(o).Name} of {PyType.Of(bound.Self).ErrorName} object at {Operators.Address(bound.Self.Ref ?? bound)}>" : F(o).IsBuiltin
                ? F(o).IsMethod ? F(o).Name.StartsWith("__", StringComparison.Ordinal) ? $"<slot wrapper '{F(o).Name}' of '{F(o).QualName.Split('.')[0]}' objects>" : $"<method '{F(o).Name}' of '{F(o).QualName.Split('.')[0]}' objects>" : $"<built-in function {F(o).Name}>"
                : $"<function {F(o).QualName} at {Operators.Address(F(o))}>");
    }

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

    private static void SetDefaults(PyFunction function, Any value)
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

    private static void SetKeywordDefaults(PyFunction function, Any value)
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
            .Method("__getattr__", "self, name, /", static (o, name) => M(o).Function.Get((string)name.Ref!))
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => self.Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is BoundMethod b ? Operators.Is(M(o).Self, b.Self) && Operators.Is(M(o).Function, b.Function) : Any.NotImplemented)
            .Method("__hash__", static o => Operators.Hash(M(o).Function) ^ Identity.Of(M(o).Self.Ref ?? M(o)))
            .Method("__repr__", static o => $"<bound method {Operators.Str(M(o).Function.Get("__qualname__"))} of {Operators.Repr(M(o).Self)}>");
    }

    private static PyType WrapperType(string name, Func<Any, Any> make, Func<Any, Any> inner)
    {
        var type = PyType.Builtin(name);
        type.New("cls, function, /", a => make(a[1]));
        return type
            .Property("__func__", inner)
            .Property("__wrapped__", inner)
            .Property("__doc__", o => Operators.GetAttr(inner(o), "__doc__", Any.None))
            .Property("__isabstractmethod__", o => Operators.GetAttr(inner(o), "__isabstractmethod__", false))
            .Method("__getattr__", "self, name, /", (o, attribute) => inner(o).Get((string)attribute.Ref!))
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) =>
                ((IDescriptor)self.Ref!).Get(instance, owner.Ref as PyType ?? PyType.Of(instance)))
            .Method("__repr__", o => $"<{name}({Operators.Repr(inner(o))})>");
    }

    private static PyProperty P(Any o) => (PyProperty)o.Ref!;

    private static PyType PropertyType()
    {
        var type = PyType.Builtin("property");
        type.New("cls, fget=None, fset=None, fdel=None, doc=None", static a => new PyProperty(a[1], a[2], a[3], a[4]));
        return type
            .Property("fget", static o => P(o).Getter)
            .Property("fset", static o => P(o).Setter)
            .Property("fdel", static o => P(o).Deleter)
            .Property("__doc__", static o => P(o).Doc, static (o, v) => P(o).Doc = v)
            .Property("__isabstractmethod__", static o => Operators.GetAttr(P(o).Getter, "__isabstractmethod__", false))
            .Method("getter", "self, function, /", static (o, f) => new PyProperty(f, P(o).Setter, P(o).Deleter, P(o).Doc) { Name = P(o).Name })
            .Method("setter", "self, function, /", static (o, f) => new PyProperty(P(o).Getter, f, P(o).Deleter, P(o).Doc) { Name = P(o).Name })
            .Method("deleter", "self, function, /", static (o, f) => new PyProperty(P(o).Getter, P(o).Setter, f, P(o).Doc) { Name = P(o).Name })
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, owner) => P(self).Get(instance.IsNone ? Any.Unbound : instance, owner.Ref as PyType ?? PyType.Of(instance)))
            .Method("__set__", "self, instance, value, /", static (self, instance, value) =>
            {
                P(self).Set(instance, value);
                return Any.None;
            })
            .Method("__delete__", "self, instance, /", static (self, instance) =>
            {
                P(self).Delete(instance);
                return Any.None;
            })
            .Method("__set_name__", "self, owner, name, /", static (self, _, name) =>
            {
                P(self).Name = name.Ref as string;
                return Any.None;
            });
    }
}
