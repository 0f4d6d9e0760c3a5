namespace Pytocs.Runtime.Core;

/// <summary>
/// A function as a value: C# code with a Python name and signature. Emitted code makes one only
/// where a function is used as a value; direct calls stay C# calls.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#user-defined-functions">functions</see>.
/// </summary>
public sealed partial class PyFunction : PyObject, IDescriptor
{
    private Func<Any>? _body0;
    private Func<Any, Any>? _body1;
    private Func<Any, Any, Any>? _body2;
    private Func<Any, Any, Any, Any>? _body3;
    private Func<Any[], Any>? _bodyN;

    private PyFunction(string qualName, string signature, Any[] defaults)
    {
        QualName = qualName;
        Name = qualName[(qualName.LastIndexOf('.') + 1)..];
        Signature = Signature.Parse(signature);
        Defaults = Signature.DefaultsWith(defaults);
    }

    /// <param name="qualName">The dotted name; its last part is <c>__name__</c>.</param>
    /// <param name="signature">Parameters as Python writes them.</param>
    /// <param name="body">Takes one value a parameter: <c>*args</c> as a tuple, <c>**kwargs</c> as a dict.</param>
    /// <param name="defaults">Values of the defaults that the signature leaves open, in order.</param>
    public PyFunction(string qualName, string signature, Func<Any[], Any> body, params Any[] defaults)
        : this(qualName, signature, defaults) => _bodyN = body;

    public PyFunction(string qualName, string signature, Func<Any> body)
        : this(qualName, signature, []) => _body0 = body;

    public PyFunction(string qualName, string signature, Func<Any, Any> body, params Any[] defaults)
        : this(qualName, signature, defaults) => _body1 = body;

    public PyFunction(string qualName, string signature, Func<Any, Any, Any> body, params Any[] defaults)
        : this(qualName, signature, defaults) => _body2 = body;

    public PyFunction(string qualName, string signature, Func<Any, Any, Any, Any> body, params Any[] defaults)
        : this(qualName, signature, defaults) => _body3 = body;

    public override PyType Class => !IsInPython
        ? !IsMethod ? DescriptorTypes.BuiltinFunction : SlotNames.IsSlot(this) ? DescriptorTypes.WrapperDescriptor : DescriptorTypes.MethodDescriptor
        : DescriptorTypes.Function;

    public string Name { get; set; }

    public string QualName { get; set; }

    public string Module { get; set; } = "__main__";

    public Signature Signature { get; private set; }

    /// <summary>Gives a function of one argument, declared without a name for it, the name that CPython's function of the library has.</summary>
    internal void NameParameters()
    {
        if (IsBuiltin && Signature.Text == PyModule.OneArgument && IsInPython && Library.Callables.Of(this)?.Signature is { } text
            && Signature.Parse(text.Trim('(', ')')) is { Parameters: [{ HasDefault: false }], PositionalCount: 1 } named)
            Signature = named;
    }

    /// <summary>One value a parameter, unbound where it has no default.</summary>
    public Any[] Defaults { get; internal set; }

    /// <summary>Whether the program replaced the defaults.</summary>
    internal bool HasNewDefaults { get; set; }

    /// <summary>Its documentation; that of a built-in function is looked up when something asks for it.</summary>
    public Any Doc
    {
        get => !_doc.IsUnbound ? _doc : !IsInPython && Library.Callables.Of(this)?.Documentation is { } text ? text : Any.None;
        set => _doc = value;
    }

    private Any _doc = Any.Unbound;

    /// <summary>The annotations, evaluated when they are first asked for.</summary>
    public PyDict<Any, Any>? Annotations
    {
        get
        {
            if (_annotations is null && AnnotationSource is { } source)
                (_annotations, AnnotationSource) = (source(), null);
            return _annotations;
        }
        set => (_annotations, AnnotationSource) = (value, null);
    }

    private PyDict<Any, Any>? _annotations;

    /// <summary>Has the same annotations as another function, evaluated or not.</summary>
    internal void TakeAnnotations(PyFunction other)
    {
        (_annotations, AnnotationSource) = (other._annotations, () => other.Annotations ??= new PyDict<Any, Any>());
    }

    /// <summary>Evaluates the annotations.</summary>
    public Func<PyDict<Any, Any>>? AnnotationSource { get; set; }

    /// <summary>Its type parameters: <c>__type_params__</c>.</summary>
    public PyTuple TypeParameters { get; set; } = PyTuple.Empty;

    /// <summary>What kind of body it has: "coroutine", "generator", "async generator", or null.</summary>
    public string? Flavour { get; set; }

    /// <summary>Its <c>__code__</c>.</summary>
    /// <exception cref="AttributeError">The runtime implements it.</exception>
    public PyCode Code
    {
        get
        {
            if (!IsInPython)
                throw new AttributeError($"'{Class.Name}' object has no attribute '__code__'", "__code__", this);
            _code ??= Made();
            _code.Function = this;
            return _code;
        }
        set => _code = value;
    }

    private PyCode Made()
    {
        var code = PyCode.Of(Name, QualName, Signature, Flavour, IsIterableCoroutine);
        code.Module ??= Module;
        code.Free = Closure;
        return code;
    }

    /// <summary>Whether <c>types.coroutine</c> made its generators awaitable.</summary>
    internal bool IsIterableCoroutine { get; set; }

    private PyCode? _code;

    /// <summary>Variables of functions around it: of interpreted code, and of programs that ask for them.</summary>
    public PyCell[] Closure { get; set; } = [];

    /// <summary>Its globals, of interpreted code.</summary>
    internal PyDict<Any, Any>? Globals { get; set; }

    /// <summary>Whether the runtime implements it.</summary>
    public bool IsBuiltin { get; set; }

    /// <summary>Whether it is written in Python, as far as the program can tell: its own functions, and those that CPython's library has in Python.</summary>
    internal bool IsInPython => !IsBuiltin || (_isInPython ??= Library.Callables.IsInPython(this));

    private bool? _isInPython;

    /// <summary>Whether it speaks of wrong arguments as functions in Python do: classes in Python get theirs in <c>__init__</c>.</summary>
    internal bool SpeaksPython => IsInPython || (Makes is { } made && Library.Callables.IsInPython(made));

    /// <summary>Its name in such words.</summary>
    internal string SpokenName => Constructs is { } type ? type.InitialiserName : Makes is { } made ? $"{made.QualName}.{(Library.Callables.HasOwnNew(made) ? "__new__" : "__init__")}" : QualName;

    internal bool IsMethod { get; set; }

    /// <summary>Whether its first argument is the class that it is called on.</summary>
    internal bool IsClassMethod { get; init; }

    /// <summary>Whether CPython's function in C counts its positional arguments before it looks at keywords.</summary>
    internal bool CountsFirst { get; set; }

    /// <summary>Whether <c>**mapping</c> may give it keys that are no strings: CPython hands such a function the mapping as it is.</summary>
    internal bool TakesAnyKeys { get; init; }

    /// <summary>The built-in class whose method this is.</summary>
    internal PyType? Owner { get; set; }

    /// <summary>The built-in class whose <c>__new__</c> this is.</summary>
    internal PyType? Makes { get; init; }

    /// <summary>The class of the program whose C# constructor this calls.</summary>
    internal PyType? Constructs { get; init; }

    /// <summary>Whether another class has the same C# class, so that the first argument's Python class is looked at.</summary>
    internal bool ChecksSelf { get; set; }

    /// <summary>Leading parameters that error messages count although callers never pass them.</summary>
    internal int SkippedParameters { get; init; }

    public bool IsData => false;

    /// <summary>Whether it takes the instance first where it is an attribute of a class: functions in C that are no methods do not.</summary>
    internal bool Binds => IsMethod || IsInPython;

    /// <summary>Binds to an instance.</summary>
    public Any Get(Any instance, PyType owner) => instance.IsUnbound || !Binds ? this : new BoundMethod(this, instance);

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");

    public override Any Call()
    {
        Recursion.Check();
        return _body0 is { } body && Signature.Parameters.Length == 0 ? body() : Invoke(Bound([]));
    }

    public override Any Call(Any a)
    {
        Recursion.Check();
        if (Takes(1))
            return Invoke([a]);
        if (_body1 is not { } body || Signature.PositionalCount != 1)
            return Invoke(Bound([a]));
        CheckSelf(a);
        try
        {
            return body(a);
        }
        catch (Exception e) when (IsWrongSelf(e, a))
        {
            throw WrongSelf(a);
        }
        catch (Exception e) when (IsWrongArgument(e, [a]))
        {
            throw WrongArgument(e, [a]);
        }
    }

    public override Any Call(Any a, Any b)
    {
        Recursion.Check();
        if (Takes(2))
            return Invoke([a, b]);
        if (_body2 is not { } body || Signature.PositionalCount != 2)
            return Invoke(Bound([a, b]));
        CheckSelf(a);
        try
        {
            return body(a, b);
        }
        catch (Exception e) when (IsWrongSelf(e, a))
        {
            throw WrongSelf(a);
        }
        catch (Exception e) when (IsWrongArgument(e, [a, b]))
        {
            throw WrongArgument(e, [a, b]);
        }
    }

    public override Any Call(Any a, Any b, Any c)
    {
        Recursion.Check();
        if (_body3 is not { } body || Signature.PositionalCount != 3)
            return Takes(3) ? Invoke([a, b, c]) : Invoke(Bound([a, b, c]));
        CheckSelf(a);
        return body(a, b, c);
    }

    public override Any Call(Arguments arguments)
        => Invoke(!arguments.HasKeywords && ArgumentBinder.TryBind(this, arguments.Positional, out var bound) ? bound : ArgumentBinder.Bind(this, arguments));

    private Any[] Bound(ReadOnlySpan<Any> given) => ArgumentBinder.TryBind(this, given, out var bound) ? bound : ArgumentBinder.Bind(this, new Arguments(given));

    /// <summary>Whether its body takes an array of just this many positional arguments, so that nothing is left to bind.</summary>
    private bool Takes(int count) => _bodyN is not null && Signature.Parameters.Length == count && Signature.IsSimple;

    /// <summary>The same function, with generators that may be awaited.</summary>
    internal PyFunction AsIterableCoroutine() => new(QualName, Signature.Text, bound =>
    {
        var result = Invoke(bound);
        if (result.Ref is Async.IGeneratorObject generator)
            generator.IsIterableCoroutine = true;
        return result;
    })
    {
        Name = Name, Module = Module, Defaults = Defaults, Doc = Doc, Annotations = _annotations, AnnotationSource = AnnotationSource, Flavour = Flavour, IsIterableCoroutine = true,
    };

    /// <summary>Calls it with one value a parameter.</summary>
    internal Any CallBound(Any[] bound) => Invoke(bound);

    private Any Invoke(Any[] bound)
    {
        Recursion.Check();
        if (ChecksSelf)
            CheckSelf(bound[0]);
        try
        {
            if (_bodyN is { } body)
                return body(bound);
            if (_body1 is { } one)
                return one(bound[0]);
            if (_body2 is { } two)
                return two(bound[0], bound[1]);
            return _body3 is { } three ? three(bound[0], bound[1], bound[2]) : _body0!();
        }
        catch (Exception e) when (bound.Length > 0 && IsWrongSelf(e, bound[0]))
        {
            throw WrongSelf(bound[0]);
        }
        catch (Exception e) when (IsWrongArgument(e, bound))
        {
            throw WrongArgument(e, bound);
        }
    }
}
