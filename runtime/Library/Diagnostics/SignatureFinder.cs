using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Finds the signature of a callable: of functions, methods, partial objects, classes and objects with <c>__call__</c>. See <see href="https://peps.python.org/pep-0362/">PEP 362</see>.</summary>
internal sealed class SignatureFinder(PyType type, bool followsWrapped, AnnotationReader annotations)
{
    /// <summary>The bound method whose function is looked at.</summary>
    private Any _asked;

    /// <summary>The signature.</summary>
    /// <exception cref="TypeError">The object cannot be called.</exception>
    /// <exception cref="ValueError">Nothing is known of its parameters.</exception>
    public SignatureObject Of(Any o)
    {
        if (!Builtins.Callable(o))
            throw new TypeError($"{Operators.Repr(o)} is not a callable object");
        if (PyType.Of(o) == DescriptorTypes.Method)
            return WithoutFirst(Of(o.Get("__func__")));
        if (followsWrapped)
        {
            o = Unwrapped(o, static f => !Operators.GetAttr(f, "__signature__", Any.Unbound).IsUnbound || PyType.Of(f) == DescriptorTypes.Method);
            if (PyType.Of(o) == DescriptorTypes.Method)
                return Of(o);
        }
        if (Operators.GetAttr(o, "__signature__", Any.None) is { IsNone: false } known)
            return (known.Ref is SignatureObject || !Builtins.Callable(known) ? known : known.Call()) is var given && given.Ref is string text ? OfText(text) : given.Ref as SignatureObject ?? throw new TypeError($"unexpected object {Operators.Repr(known)} in __signature__ attribute");
        if (Operators.GetAttr(o, "__partialmethod__", Any.None) is { IsNone: false } method && PyType.Of(method).Name == "partialmethod")
            return OfPartialMethod(method);
        switch (o.Ref)
        {
            case PyFunction function:
                return OfFunction(function, 0);
            case BoundMethod bound when bound.Function.Ref is PyFunction function:
                _asked = o;
                return OfFunction(function, 1);
            case PyType cls:
                return OfClass(cls);
        }
        if (OfFunctionLike(o) is { } like)
            return like;
        if (PyType.Of(o) is { Module: "functools", Name: "partial" } || PyType.Of(o).Mro.ToArray().Any(static t => t is { Module: "functools", Name: "partial", IsBuiltin: true }))
            return Partial(Of(o.Get("func")), o, o.Get("args"), o.Get("keywords"), []);
        var call = PyType.Of(o).Lookup("__call__");
        if (call.Ref is PyFunction or StaticMethod or ClassMethod || Descriptor.Of(call) is not null)
            return Of(Descriptor.Of(call)!.Get(o, PyType.Of(o)));
        return Builtins.Callable(call) ? Of(call) : throw new ValueError($"callable {Operators.Repr(o)} is not supported by signature");
    }

    /// <summary>The function behind wrappers.</summary>
    /// <exception cref="ValueError">The wrappers lead in a circle.</exception>
    public static Any Unwrapped(Any o, Func<Any, bool> stops)
    {
        var first = o;
        var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
        while (o.Ref is not PyType && !stops(o) && Operators.GetAttr(o, "__wrapped__", Any.Unbound) is { IsUnbound: false } inner)
        {
            if (!seen.Add(o.Ref!) || seen.Count > 10_000 || (inner.Ref is { } next && seen.Contains(next)))
                throw new ValueError($"wrapper loop when unwrapping {Operators.Repr(first)}");
            o = inner;
        }
        return o;
    }

    private SignatureObject WithoutFirst(SignatureObject signature)
    {
        var all = signature.All;
        if (all.Length == 0 || all[0].Kind is ParameterKind.VarKeyword or ParameterKind.KeywordOnly)
            throw new ValueError("invalid method signature");
        return all[0].Kind == ParameterKind.VarPositional ? signature : signature.With(Lib.List(all[1..].Select(static p => (Any)p)), Any.Unbound);
    }

    /// <summary>The signature that an attribute says as text: <c>(a, b=2)</c>.</summary>
    private SignatureObject OfText(string text)
    {
        var arrow = text.LastIndexOf("->", StringComparison.Ordinal);
        var parameters = (arrow < 0 ? text : text[..arrow]).Trim().TrimStart('(').TrimEnd(')').Replace("$", "", StringComparison.Ordinal);
        return OfFunction(new PyFunction("signature", parameters, (Any[] _) => Any.None), 0);
    }

    private SignatureObject OfPartialMethod(Any method)
    {
        var wrapped = Of(method.Get("func"));
        var result = Partial(wrapped, method, method.Get("args"), method.Get("keywords"), [Any.None]);
        var first = wrapped.All[0];
        return first.Kind == ParameterKind.VarPositional ? result : result.With(Lib.List(result.All.Prepend(first).Select(static p => (Any)p)), Any.Unbound);
    }

    private static SignatureObject Partial(SignatureObject wrapped, Any partial, Any args, Any keywords, Any[] before)
    {
        PyDict<Any, Any> bound;
        try
        {
            bound = (PyDict<Any, Any>)((Any)BoundArguments.Of(wrapped, new PyTuple([.. before, .. Operators.ToList(args)]), Lib.Dict(keywords), partial: true)).Get("arguments").Ref!;
        }
        catch (TypeError e)
        {
            var error = new ValueError($"partial object {Operators.Repr(partial)} has incorrect arguments");
            ((Any)error).Set("__cause__", e);
            throw error;
        }
        var (result, byName) = (new List<ParameterObject>(), new List<ParameterObject>());
        var isByName = false;
        foreach (var parameter in wrapped.All)
        {
            var now = parameter;
            if (bound.TryGetValue(parameter.Name, out var value))
            {
                if (parameter.Kind == ParameterKind.PositionalOnly)
                    continue;
                if (parameter.Kind == ParameterKind.PositionalOrKeyword)
                {
                    if (!Operators.Contains(keywords, parameter.Name))
                        continue;
                    isByName = true;
                }
                if (parameter.Kind is ParameterKind.PositionalOrKeyword or ParameterKind.KeywordOnly)
                    now = new ParameterObject(parameter.Name, parameter.Kind, value, parameter.AnnotationValue);
            }
            if (isByName && now.Kind == ParameterKind.VarPositional)
                continue;
            if (isByName && now.Kind == ParameterKind.PositionalOrKeyword)
                now = new ParameterObject(now.Name, ParameterKind.KeywordOnly, now.Default, now.AnnotationValue);
            (isByName ? byName : result).Add(now);
        }
        return wrapped.With(Lib.List(result.Concat(byName).Select(static p => (Any)p)), Any.Unbound);
    }

    private SignatureObject OfFunction(PyFunction function, int skip)
    {
        if (!function.IsInPython && Callables.Of(function) is { } entry)
        {
            if (entry.Signature is not { } text)
                throw new ValueError($"no signature found for builtin {Operators.Repr(skip == 0 ? function : _asked)}");
            if (TextSignature.Read(text, function.Module, skip > 0 || !function.IsMethod) is { } said)
                return OfFunction(said, 0);
            throw new ValueError($"{Operators.Repr(skip == 0 ? function : _asked)} builtin has invalid signature");
        }
        // What the function says of itself, where its parameters say less.
        if (function.InstanceDict(create: false) is { } own && own.TryGetValue("__text_signature__", out var given) && given.Ref is string parameters && TextSignature.Read(parameters, function.Module, isBound: true) is { } told)
            return OfFunction(told, 0);
        function.NameParameters();
        var result = new PyDict<Any, Any>();
        var written = annotations.Of(function);
        for (var i = skip; i < function.Signature.Parameters.Length; i++)
        {
            var parameter = function.Signature.Parameters[i];
            result[parameter.Name] = new ParameterObject(parameter.Name, parameter.Kind, function.Defaults[i].IsUnbound ? SignatureObject.Empty : function.Defaults[i], written.GetValueOrDefault(parameter.Name, SignatureObject.Empty));
        }
        return new SignatureObject(type, result, written.GetValueOrDefault("return", SignatureObject.Empty));
    }

    private SignatureObject OfClass(PyType cls)
    {
        if (UserDefined(cls.Class, "__call__") is { IsUnbound: false } call)
            return Of(Bound(call, cls, cls.Class));
        foreach (var parent in cls.Mro)
        {
            if (parent.ConstructorFunction is { } constructor && !(parent.IsSubclassOf(BaseException.Type) && constructor.Signature.Text == "*args, **kwargs"))
                return OfFunction(constructor, 0);
            if (ReferenceEquals(parent, PyType.Object))
                break;
            if (parent.IsBuiltin && Callables.IsInC(parent) && Callables.Of(parent) is { } entry)
            {
                if (entry.Signature is not { } text)
                    continue;
                return TextSignature.Read(text, parent.Module, isBound: true) is { } said ? OfFunction(said, 0) : throw new ValueError($"{Operators.Repr(parent)} builtin has invalid signature");
            }
            if (parent.IsBuiltin && parent.Namespace.TryGetValue("__new__", out var make) && make.Ref is StaticMethod { Function: var maker } && maker.Ref is PyFunction)
                return WithoutFirst(Of(maker));
            if (parent.Namespace.ContainsKey("__new__") && UserDefined(cls, "__new__") is { IsUnbound: false })
                return WithoutFirst(Of(TypeAttributes.TryGet(cls, "__new__")));
            if (parent.Namespace.TryGetValue("__init__", out var own) && (parent.IsBuiltin ? own : UserDefined(cls, "__init__")) is { IsUnbound: false } init)
                return Of(Bound(init, cls, cls.Class));
        }
        if (cls.IsSubclassOf(PyType.Type) && !cls.IsBuiltin)
            throw new ValueError($"callable {Operators.Repr(cls)} is not supported by signature");
        return cls.Mro.Length > 1 && cls.Mro[..^1].ToArray().Any(static t => t.IsBuiltin)
            ? throw new ValueError($"no signature found for builtin {(cls.IsSubclassOf(PyType.Type) ? "" : "type ")}{Operators.Repr(cls)}")
            : new SignatureObject(type, new PyDict<Any, Any>(), SignatureObject.Empty);
    }

    /// <summary>A method that Python code gave a class, as the class has it; unbound where there is only one in C.</summary>
    private static Any UserDefined(PyType cls, string name)
    {
        var found = cls.Lookup(name);
        if (found.IsUnbound)
            return Any.Unbound;
        var inner = found.Ref is StaticMethod { Function: var function } ? function : found;
        return PyType.Of(inner) is var kind && (kind == DescriptorTypes.WrapperDescriptor || kind == DescriptorTypes.MethodWrapper || kind == DescriptorTypes.ClassMethodDescriptor || kind == DescriptorTypes.BuiltinFunction)
            || inner.Ref is PyFunction { IsInPython: false } ? Any.Unbound : found;
    }

    /// <summary>A class attribute as it is read through an object of the class.</summary>
    private static Any Bound(Any attribute, Any instance, PyType cls)
        => attribute.Ref is PyType ? attribute : Descriptor.Of(attribute) is { } descriptor ? descriptor.Get(instance, cls) : attribute;

    /// <summary>The signature of an object that has what functions have.</summary>
    private SignatureObject? OfFunctionLike(Any o)
    {
        if (!Builtins.Callable(o) || Operators.GetAttr(o, "__name__", Any.None).Ref is not string name || Operators.GetAttr(o, "__code__", Any.None).Ref is not PyCode { Parameters: { } parameters })
            return null;
        var (defaults, named, written) = (Operators.GetAttr(o, "__defaults__", Any.Unbound), Operators.GetAttr(o, "__kwdefaults__", Any.Unbound), Operators.GetAttr(o, "__annotations__", Any.Unbound));
        if (defaults.IsUnbound || named.IsUnbound || !(defaults.IsNone || defaults.Ref is PyTuple) || !(named.IsNone || named.Ref is PyDict) || !(written.IsNone || written.Ref is PyDict))
            return null;
        var function = new PyFunction(name, parameters.Text, static (Any[] _) => Any.None);
        ((Any)function).Set("__defaults__", defaults);
        ((Any)function).Set("__kwdefaults__", named);
        function.Annotations = written.Ref as PyDict<Any, Any>;
        return OfFunction(function, 0);
    }

    /// <summary>What <c>getfullargspec</c> gives.</summary>
    public static Any FullSpecType => s_spec;

    private static readonly Any s_spec = NamedTuples.Make("inspect.FullArgSpec", ["args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations"]);

    /// <summary><c>getfullargspec</c>: the parameters, self among them, in the form that older code knows.</summary>
    public static Any FullSpec(Any function)
    {
        SignatureObject signature;
        try
        {
            var target = function.Ref is BoundMethod { Function.Ref: PyFunction } bound ? bound.Function : function;
            signature = new SignatureFinder(SignatureObject.Type, false, AnnotationReader.Plain).Of(target);
            if (function.Ref is PyType { ConstructorFunction: not null } or PyType)
                signature = signature.With(Lib.List(signature.All.Prepend(new ParameterObject("self", ParameterKind.PositionalOrKeyword, SignatureObject.Empty, SignatureObject.Empty)).Select(static p => (Any)p)), Any.Unbound);
        }
        catch (BaseException e) when (e.Class.IsSubclassOf(PyException.Type))
        {
            var error = new TypeError("unsupported callable");
            ((Any)error).Set("__cause__", e);
            throw error;
        }
        var (args, only, defaults, onlyDefaults, types) = (new List<Any>(), new List<Any>(), new List<Any>(), new PyDict<Any, Any>(), new PyDict<Any, Any>());
        var (rest, extra) = (Any.None, Any.None);
        foreach (var parameter in signature.All)
        {
            switch (parameter.Kind)
            {
                case ParameterKind.VarPositional: rest = parameter.Name; break;
                case ParameterKind.VarKeyword: extra = parameter.Name; break;
                case ParameterKind.KeywordOnly:
                    only.Add(parameter.Name);
                    if (parameter.HasDefault)
                        onlyDefaults[parameter.Name] = parameter.Default;
                    break;
                default:
                    args.Add(parameter.Name);
                    if (parameter.HasDefault)
                        defaults.Add(parameter.Default);
                    break;
            }
            if (!ReferenceEquals(parameter.AnnotationValue.Ref, SignatureObject.Empty))
                types[parameter.Name] = parameter.AnnotationValue;
        }
        if (((Any)signature).Get("return_annotation") is var result && !ReferenceEquals(result.Ref, SignatureObject.Empty))
            types["return"] = result;
        return s_spec.Call(new Arguments { Lib.List(args), rest, extra, defaults.Count == 0 ? Any.None : new PyTuple([.. defaults]), Lib.List(only), onlyDefaults.Count == 0 ? Any.None : onlyDefaults, types });
    }
}
