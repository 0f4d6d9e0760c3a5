namespace Pytocs.Runtime.Core;

/// <content>Methods of C# classes, by what their C# code takes and gives.</content>
public sealed partial class PyType
{
    /// <summary>A method taking self first.</summary>
    /// <param name="name">Python's name.</param>
    /// <param name="signature">Parameters as Python writes them.</param>
    /// <param name="body">Takes one value a parameter: <c>*args</c> as a tuple, <c>**kwargs</c> as a dict.</param>
    /// <param name="defaults">Values of the defaults that the signature leaves open, in order.</param>
    public PyType Method(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Action<Any[]> body, params Any[] defaults)
        => Method(name, signature, PyFunction.Procedure(body), defaults);

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Func<Any, Any, Any> body, params Any[] defaults)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Action<Any, Any> body, params Any[] defaults)
        => Method(name, signature, PyFunction.Procedure(body), defaults);

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Func<Any, Any, Any, Any> body, params Any[] defaults)
        => Add(name, new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, string, Func{Any[], Any}, Any[])"/>
    public PyType Method(string name, string signature, Action<Any, Any, Any> body, params Any[] defaults)
        => Method(name, signature, PyFunction.Procedure(body), defaults);

    /// <summary>A method that takes only self.</summary>
    public PyType Method(string name, Func<Any, Any> body)
        => Add(name, new PyFunction($"{QualName}.{name}", IsBuiltin ? "self, /" : "self", body) { IsBuiltin = IsBuiltin });

    /// <inheritdoc cref="Method(string, Func{Any, Any})"/>
    public PyType Method(string name, Action<Any> body) => Method(name, PyFunction.Procedure(body));

    public PyType StaticMethod(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Define2(name, new StaticMethod(new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin, Module = Module, Owner = IsBuiltin ? this : null }));

    /// <inheritdoc cref="StaticMethod(string, string, Func{Any[], Any}, Any[])"/>
    public PyType StaticMethod(string name, string signature, Action<Any[]> body, params Any[] defaults)
        => StaticMethod(name, signature, PyFunction.Procedure(body), defaults);

    /// <summary>Lets the class be subscripted by types, which makes a <c>types.GenericAlias</c>.</summary>
    public PyType Subscripted() => ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    /// <summary>A class method; the class comes first.</summary>
    public PyType ClassMethod(string name, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Define2(name, new ClassMethod(new PyFunction($"{QualName}.{name}", signature, body, defaults) { IsBuiltin = IsBuiltin, IsClassMethod = true, Module = Module, Owner = IsBuiltin ? this : null }));

    /// <inheritdoc cref="ClassMethod(string, string, Func{Any[], Any}, Any[])"/>
    public PyType ClassMethod(string name, string signature, Action<Any[]> body, params Any[] defaults)
        => ClassMethod(name, signature, PyFunction.Procedure(body), defaults);

    /// <summary>Gives a method the values of its computed defaults, as its <c>def</c> is reached.</summary>
    public void SetDefaults(string name, params Any[] defaults)
    {
        if (FunctionOf(name) is { } function)
            function.Defaults = function.Signature.DefaultsWith(defaults);
    }

    /// <summary>The function of a method as Python wrote it, or of the constructor.</summary>
    private PyFunction? FunctionOf(string method)
    {
        if (method == "__init__")
            return _constructor;
        return !Namespace.TryGetValue(Mangled(method), out var member) ? null : (member.Ref switch
        {
            StaticMethod { Function: var function } => function.Ref,
            ClassMethod { Function: var function } => function.Ref,
            var other => other,
        }) as PyFunction;
    }
}
