using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>How C# code describes a class to the object model: built-in types, exceptions, emitted classes.</summary>
public sealed partial class PyType
{
    /// <summary>Runs instead of <c>__new__</c> and <c>__init__</c> for classes whose C# constructor does both.</summary>
    private PyFunction? _constructor;

    /// <summary>The constructor as a function, with the signature of <c>__init__</c> less self.</summary>
    internal PyFunction? ConstructorFunction => _constructor;

    /// <summary>Instance attributes that are C# properties, in order of assignment.</summary>
    internal List<FieldDescriptor> Fields { get; } = [];

    /// <summary>A built-in type; its instances have no instance dictionary of their own.</summary>
    public static PyType Builtin(string name, PyType? @base = null, string module = "builtins")
    {
        var type = new PyType(name, [], null) { IsBuiltin = true, Module = module };
        type.SetBases([@base ?? Object]);
        return type;
    }

    /// <summary>A class that was emitted as a C# class.</summary>
    public static PyType Emitted(string name, string module, params PyType[] bases)
    {
        var type = new PyType(name, [], Array.Find(bases, static b => b.Metaclass is not null)?.Metaclass) { Module = module, HasInstanceDict = true };
        type.SetBases(bases.Length == 0 ? [Object] : bases);
        type.Namespace["__module__"] = module;
        type.Namespace[StatementAttribute.FirstLine] = new StatementAttribute(module, name, StatementAttribute.FirstLine);
        type.Namespace[StatementAttribute.Assigned] = new StatementAttribute(module, name, StatementAttribute.Assigned);
        type.Namespace["__doc__"] = Any.None;
        type._isEmitted = true;
        type.IsWeaklyReferable = true;
        type.DeclareDictionaries(Array.Exists(type.Bases, static b => b.HasInstanceDict), Array.Exists(type.Bases, static b => b.IsWeaklyReferable));
        if (Array.Exists(bases, static b => b.Lookup("_is_protocol").Truth))
            type.Namespace["_is_protocol"] = false;
        if (type.Metaclass is not null)
            type.Namespace["__abstractmethods__"] = new PyFrozenSet(new PySet<Any>());
        return type;
    }

    /// <summary>Python's <c>typing.Generic</c>.</summary>
    public static PyType Generic => GenericClass.Base;

    /// <summary>The type parameters of a generic class.</summary>
    public PyType Parameters(params ReadOnlySpan<string> names)
    {
        var parameters = new Any[names.Length];
        for (var i = 0; i < names.Length; i++)
            parameters[i] = TypeParameters.Variable(names[i], Any.None, false, Any.None);
        return Define2("__parameters__", new PyTuple(parameters));
    }

    /// <summary>The C# class of an emitted class: that in which the lambda of its constructor was written.</summary>
    private System.Type? _emittedAs;

    /// <summary>The C# constructor, with the signature of <c>__init__</c> less self.</summary>
    public PyType Constructor(string signature, Func<Any[], Any> make, params Any[] defaults)
    {
        _emittedAs = make.Method.DeclaringType?.DeclaringType;
        _constructor = signature == "*args" && IsSubclassOf(BaseException.Type)
            ? new PyFunction(QualName + ".__init__", "*args, **kwargs", (Any[] a) => WithKeywords(make([a[0]]), (PyDict)a[1].Ref!)) { SkippedParameters = 1, Constructs = this }
            : new PyFunction(QualName + ".__init__", signature, make, defaults) { SkippedParameters = 1, Constructs = this };
        Allocator ??= Bare(make.Method.DeclaringType);
        return this;
    }

    /// <summary>Makes instances without running a constructor, as <c>cls.__new__(cls)</c> does: what copying and unpickling start from.</summary>
    /// <param name="lambda">The C# class that holds the constructor's lambda; it is nested in the class that is made.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The class's constructor is called by the lambda, so the class is kept.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "The class's constructor is called by the lambda, so the class is kept.")]
    private static Func<PyType, Arguments, Any>? Bare(Type? lambda)
    {
        for (var type = lambda; type is not null; type = type.DeclaringType)
            if (typeof(PyObject).IsAssignableFrom(type) && !type.IsAbstract && !type.ContainsGenericParameters)
                return (_, _) => (PyObject)RuntimeHelpers.GetUninitializedObject(type);
        return null;
    }

    public PyType Property(string name, Func<Any, Any> get, Action<Any, Any>? set = null, Action<Any>? delete = null)
        => Define2(name, IsBuiltin ? new NativeProperty(this, name, get, set, delete) : EmittedProperty(name, get, set, delete));

    /// <summary>A property that Python code wrote with <c>@property</c>.</summary>
    private PyProperty EmittedProperty(string name, Func<Any, Any> get, Action<Any, Any>? set, Action<Any>? delete)
    {
        PyFunction Part(string signature, Func<Any[], Any> body) => new($"{QualName}.{name}", signature, body) { Owner = this, Module = Module, IsMethod = true };
        return new PyProperty(
            Part("self", a => get(a[0])),
            set is null ? Any.None : Part("self, value", a =>
            {
                set(a[0], a[1]);
                return Any.None;
            }),
            delete is null ? Any.None : Part("self", a =>
            {
                delete(a[0]);
                return Any.None;
            }),
            Any.None) { Name = name };
    }

    /// <summary>An instance attribute that is a C# property: part of <c>vars(o)</c>, absent from the class.</summary>
    public PyType Field(string name, Func<Any, Any> get, Action<Any, Any> set) => Field(name, get, set, Any.Unbound);

    /// <summary>An instance attribute that is a C# property, and the class's own attribute of that name, which the property has from the start.</summary>
    public PyType Field(string name, Func<Any, Any> get, Action<Any, Any> set, Any shared)
    {
        var field = new FieldDescriptor(Mangled(name), get, set) { Owner = HasSlots ? this : null, Shared = shared };
        Fields.Add(field);
        return Define2(name, field);
    }

    /// <summary>A class attribute.</summary>
    public PyType Attribute(string name, Any value) => Define2(name, value);

    /// <summary>A class attribute that a static C# property holds.</summary>
    public PyType Shared(string name, Func<Any> get, Action<Any> set) => Define2(name, new SharedAttribute(get, set));

    /// <summary>Whether its fields are those that <c>__slots__</c> names, which are no part of the instance dictionary.</summary>
    internal bool HasSlots { get; private set; }

    /// <summary>Says that objects of the class have but the attributes that its <c>__slots__</c> name.</summary>
    public PyType Slots(params ReadOnlySpan<string> names)
    {
        HasInstanceDict = Array.Exists(Bases, static b => b.HasInstanceDict);
        IsWeaklyReferable = Array.Exists(Bases, static b => b.IsWeaklyReferable);
        Namespace.Remove("__dict__");
        Namespace.Remove("__weakref__");
        HasSlots = true;
        var slots = new Any[names.Length];
        for (var i = 0; i < names.Length; i++)
            slots[i] = names[i];
        return Define2("__slots__", new PyTuple(slots));
    }

    /// <summary>Another name of a method that the class has.</summary>
    public PyType Alias(string name, string method) => Define2(name, Namespace[Mangled(method)]);

    /// <summary>The class's <c>__doc__</c>.</summary>
    public PyType Doc(string text) => Define2("__doc__", text);

    /// <summary>What makes instances of this class and, with the same C# layout, of its Python subclasses.</summary>
    public PyType New(Func<PyType, Arguments, Any> allocator)
    {
        Allocator = allocator;
        return this;
    }

    /// <summary>Says what the built-in class, called with one argument, gives: without a search for <c>__new__</c> and <c>__init__</c>.</summary>
    internal PyType OfOne(Func<Any, Any> make)
    {
        _ofOne = make;
        return this;
    }

    private Func<Any, Any>? _ofOne;

    /// <summary>Says that <c>__new__</c>, which is declared, counts its arguments before it looks at keywords.</summary>
    internal PyType CountsFirst()
    {
        ((PyFunction)((StaticMethod)Namespace["__new__"].Ref!).Function.Ref!).CountsFirst = true;
        return this;
    }

    /// <summary>Declares <c>__new__</c> with a signature; the class to make comes first.</summary>
    public PyType New(string signature, Func<Any[], Any> make, params Any[] defaults)
    {
        // What makes objects takes its class by position.
        if (signature.StartsWith("cls, *", StringComparison.Ordinal))
            signature = "cls, /" + signature[3..];
        var function = new PyFunction(Name, signature, (Any[] a) => ReferenceEquals(a[0].Ref, this) ? make(a) : DerivedIterator.Of(make(Checked(a)), this, (PyType)a[0].Ref!), defaults) { IsBuiltin = true, SkippedParameters = 1, Makes = this };
        return Define2("__new__", new StaticMethod(function));
    }

    /// <exception cref="TypeError">What <c>__new__</c> shall make is of no class that derives from this one.</exception>
    private Any[] Checked(Any[] arguments)
        => arguments[0].Ref is not PyType cls ? throw new TypeError($"{Name}.__new__(X): X is not a type object ({Of(arguments[0]).ErrorName})")
            : cls.IsSubclassOf(this) ? arguments
            : throw new TypeError($"{Name}.__new__({cls.Name}): {cls.Name} is not a subtype of {Name}");

    /// <summary>Says that programs make no instances; a <c>__new__</c> declared after that takes its place.</summary>
    internal PyType Uncreatable() => New("cls, /, *args, **kwargs", a => throw new TypeError($"cannot create '{((PyType)a[0].Ref!).ErrorName}' instances"));

    /// <summary>Says what the annotations of a method are, or of the constructor.</summary>
    public PyType Annotated(string method, Func<PyDict<Any, Any>> annotations)
    {
        if (FunctionOf(method) is { } function)
            function.AnnotationSource = annotations;
        return this;
    }

    /// <summary>The docstring of a method or property.</summary>
    public PyType Documented(string name, string text)
    {
        switch (Namespace[Mangled(name)].Ref)
        {
            case PyProperty property:
                property.Doc = text;
                break;
            case StaticMethod { Function.Ref: PyFunction function }:
                function.Doc = text;
                break;
            case ClassMethod { Function.Ref: PyFunction function }:
                function.Doc = text;
                break;
            case PyFunction function:
                function.Doc = text;
                break;
        }
        return this;
    }

    /// <summary>Says of methods that their calls make coroutines or generators.</summary>
    public PyType Flavours(string flavour, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if ((Namespace[Mangled(name)].Ref switch { StaticMethod method => method.Function.Ref, ClassMethod method => method.Function.Ref, var own => own }) is PyFunction function)
                function.Flavour = flavour;
        return this;
    }

    /// <summary>A generator method under <c>@contextmanager</c>.</summary>
    public PyType ContextManager(string name) => Managed(name, Async.ManagerFunction.Of);

    /// <summary>An asynchronous generator method under <c>@asynccontextmanager</c>.</summary>
    public PyType AsyncContextManager(string name) => Managed(name, Async.ManagerFunction.OfAsync);

    private PyType Managed(string name, Func<Any, Any> decorator)
    {
        var member = Namespace[Mangled(name)];
        Define(Mangled(name), member.Ref switch
        {
            StaticMethod method => new StaticMethod(decorator(method.Function)),
            ClassMethod method => new ClassMethod(decorator(method.Function)),
            _ => decorator(member),
        });
        return this;
    }

    /// <summary>Makes a method what decorators make of it, as the class statement is run: the last one is applied first.</summary>
    public void Decorate(string name, params ReadOnlySpan<Any> decorators)
    {
        var value = Namespace[Mangled(name)];
        for (var i = decorators.Length - 1; i >= 0; i--)
            value = decorators[i].Call(value);
        Define(Mangled(name), value);
        if (value.Ref is IPyObject and not PyFunction && Of(value).Special("__set_name__") is { IsUnbound: false } hook)
            hook.Call(value, this, Mangled(name));
        if (Metaclass is not { } meta || !meta.IsSubclassOf(Library.AbstractMeta.Meta))
            return;
        // A decorator may make the method an abstract one.
        Library.AbstractMeta.UpdateAbstract(this);
        _isAbstract = Namespace["__abstractmethods__"].Truth;
    }

    /// <summary>Whether methods must look at what they are called on: other classes have the same C# class (set and frozenset), or what is none converts (str).</summary>
    internal bool SharesLayout { get; set; }

    internal PyType Add(string name, PyFunction function)
    {
        function.Owner = this;
        function.Module = Module;
        function.IsMethod = true;
        function.ChecksSelf = SharesLayout;
        return Define2(name, function);
    }

    private PyType Define2(string name, Any value)
    {
        Define(Mangled(name), value);
        return this;
    }

    /// <summary>The attribute that a name written in the class means: see <see href="https://docs.python.org/3.13/reference/expressions.html#private-name-mangling">private name mangling</see>.</summary>
    private string Mangled(string name)
        => name.StartsWith("__", StringComparison.Ordinal) && !name.EndsWith("__", StringComparison.Ordinal) && Name.TrimStart('_') is { Length: > 0 } bare ? $"_{bare}{name}" : name;
}
