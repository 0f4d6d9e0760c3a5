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

    /// <summary>A built-in or library exception class made by a C# constructor from positional arguments.</summary>
    public static PyType Exception(string name, PyType @base, Func<Any[], BaseException> make, string module = "builtins")
    {
        var type = new PyType(name, [], null) { IsBuiltin = true, Module = module, HasInstanceDict = true };
        type.SetBases([@base]);
        type.New("cls, /, *args, **kwargs", a =>
        {
            var error = make(((PyTuple)a[1].Ref!).ToArray());
            if (!error.Class.IsSubclassOf((PyType)a[0].Ref!))
                error.SetClass((PyType)a[0].Ref!);
            return error;
        });
        type.Allocator = (cls, arguments) =>
        {
            var error = make(arguments.Positional.ToArray());
            if (!error.Class.IsSubclassOf(cls))
                error.SetClass(cls);
            return error;
        };
        return type;
    }

    /// <summary>A class that was emitted as a C# class.</summary>
    public static PyType Emitted(string name, string module, params PyType[] bases)
    {
        var type = new PyType(name, [], null) { Module = module, HasInstanceDict = true };
        type.SetBases(bases.Length == 0 ? [Object] : bases);
        type.Namespace["__module__"] = module;
        return type;
    }

    /// <summary>The C# class of an emitted class: that in which the lambda of its constructor was written.</summary>
    private System.Type? _emittedAs;

    /// <summary>The C# constructor, with the signature of <c>__init__</c> less self.</summary>
    public PyType Constructor(string signature, Func<Any[], Any> make, params Any[] defaults)
    {
        _emittedAs = make.Method.DeclaringType?.DeclaringType;
        _constructor = new PyFunction(QualName + ".__init__", signature, make, defaults) { SkippedParameters = 1 };
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

    /// <summary>A method taking self first.</summary>
    public PyType Method(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Func<Any, Any, Any> body)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Func<Any, Any, Any, Any> body)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body) { IsBuiltin = IsBuiltin });

    /// <summary>A method that takes only self.</summary>
    public PyType Method(string name, Func<Any, Any> body)
        => Add(name, new PyFunction($"{QualName}.{name}", "self, /", body) { IsBuiltin = IsBuiltin });

    public PyType StaticMethod(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Define2(name, new StaticMethod(new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin }));

    /// <summary>A class method; the class comes first.</summary>
    public PyType ClassMethod(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Define2(name, new ClassMethod(new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin }));

    public PyType Property(string name, Func<Any, Any> get, Action<Any, Any>? set = null, Action<Any>? delete = null)
        => Define2(name, new NativeProperty(this, name, get, set, delete));

    /// <summary>An instance attribute that is a C# property: part of <c>vars(o)</c>, absent from the class.</summary>
    public PyType Field(string name, Func<Any, Any> get, Action<Any, Any> set)
    {
        var field = new FieldDescriptor(Mangled(name), get, set);
        Fields.Add(field);
        return Define2(name, field);
    }

    /// <summary>A class attribute.</summary>
    public PyType Attribute(string name, Any value) => Define2(name, value);

    /// <summary>The class's <c>__doc__</c>.</summary>
    public PyType Doc(string text) => Define2("__doc__", text);

    /// <summary>What makes instances of this class and, with the same C# layout, of its Python subclasses.</summary>
    public PyType New(Func<PyType, Arguments, Any> allocator)
    {
        Allocator = allocator;
        return this;
    }

    /// <summary>Declares <c>__new__</c> with a signature; the class to make comes first.</summary>
    public PyType New(string signature, Func<Any[], Any> make, params Any[] defaults)
    {
        var function = new PyFunction(Name, signature, make, defaults) { IsBuiltin = true, SkippedParameters = 1 };
        return Define2("__new__", new StaticMethod(function));
    }

    /// <summary>Says what the annotations of a method are, or of the constructor.</summary>
    public PyType Annotated(string method, Func<PyDict<Any, Any>> annotations)
    {
        var function = method == "__init__" ? _constructor : Namespace.TryGetValue(Mangled(method), out var member) ? member.Ref as PyFunction ?? (member.Ref as StaticMethod)?.Function.Ref as PyFunction ?? (member.Ref as ClassMethod)?.Function.Ref as PyFunction : null;
        if (function is not null)
            function.AnnotationSource = annotations;
        return this;
    }

    internal PyType Add(string name, PyFunction function)
    {
        function.Owner = this;
        function.Module = Module;
        function.IsMethod = true;
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
