using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Core;

/// <summary>
/// The root of Python's exceptions. A Python exception is a .NET exception, so that
/// <c>catch (ValueError error)</c> and <c>throw new KeyError(key)</c> mean what they say.
/// See <see href="https://docs.python.org/3.13/library/exceptions.html#BaseException">BaseException</see>.
/// </summary>
public class BaseException : Exception, IPyObject
{
    private PyDict<Any, Any>? _dict;
    private PyType? _class;

    public BaseException(params ReadOnlySpan<Any> args)
    {
        Args = PyTuple.Of(args);
        // Most exceptions are raised where they are made.
        _context = Handling.Current;
        _isRaised = _context is null;
    }

    public static readonly PyType Type = ExceptionType.Declare(PyType.Exception("BaseException", PyType.Object, static args => new BaseException(args)));

    /// <inheritdoc/>
    public PyType Class => _class ?? NativeClass;

    /// <summary>The class of instances made by C# code; an emitted subclass overrides it.</summary>
    protected virtual PyType NativeClass => Type;

    /// <summary>The constructor's arguments: <c>e.args</c>.</summary>
    public PyTuple Args { get; set; }

    /// <summary>What <c>raise ... from cause</c> named: <c>e.__cause__</c>.</summary>
    public BaseException? Cause { get; set; }

    /// <summary>The exception that was being handled when this one was raised: <c>e.__context__</c>.</summary>
    public BaseException? Context
    {
        get
        {
            if (_context is null || !IsRaised)
                return null;
            TraceWay.CutShort(_context, this);
            return _context;
        }

        set => (_context, _isRaised) = (value, true);
    }

    private BaseException? _context;
    private bool _isRaised;

    /// <summary>Whether the exception was raised, or its context set: until then it has none, whatever was being handled when it was made.</summary>
    private bool IsRaised => _isRaised = _isRaised || TraceWay.HasFrames(this);

    /// <summary>The exception is about to be raised somewhere else than where it was made.</summary>
    internal void DropContext()
    {
        if (!IsRaised)
            Context = null;
    }

    /// <summary>Set by <c>from</c>: a traceback then leaves <see cref="Context"/> out.</summary>
    public bool SuppressContext { get; set; }

    /// <summary>Python's <c>e.__traceback__</c>, or null before the exception was raised.</summary>
    public PyObject? Traceback
    {
        get => (_way ??= new TraceWay(this)).Traceback;
        set => (_way ??= new TraceWay(this)).Traceback = value as PyTraceback;
    }

    private TraceWay? _way;

    /// <summary>The levels of the way that the exception took, outermost first.</summary>
    internal IReadOnlyList<TraceLevel> Levels() => PyTraceback.Levels(Traceback as PyTraceback);

    /// <summary>The exception is about to be thrown again by a raise statement: what it came through so far stays part of its traceback.</summary>
    internal void KeepTraceback()
    {
        if (_way is not null || TraceWay.HasFrames(this))
            (_way ??= new TraceWay(this)).Keep();
    }

    /// <summary>The exception leaves a piece of interpreted code.</summary>
    internal void Passed(InterpretedPlace place) => (_way ??= new TraceWay(this)).Passed(place);

    /// <summary>A piece of interpreted code has caught the exception.</summary>
    internal void Caught(InterpretedPlace place) => (_way ??= new TraceWay(this)).Caught(place);

    /// <summary>Python's <c>str(e)</c>.</summary>
    public override string Message => Operators.Str(this);

    /// <summary>The text of the exception by the rule of its class: args joined, or the one argument.</summary>
    public virtual string Str() => Args.Count switch
    {
        0 => "",
        1 => Operators.Str(Args[0]),
        _ => Operators.Repr(Args),
    };

    /// <summary>The arguments that make a copy of the exception.</summary>
    internal virtual PyTuple ReducedArgs => Args;

    /// <summary>What a copy of the exception has besides its arguments, or None.</summary>
    internal virtual Any State() => _dict is { Count: > 0 } ? _dict : Any.None;

    /// <summary>What <c>__init__</c> does with its arguments.</summary>
    internal virtual void Initialise(PyTuple args) => Args = args;

    /// <summary><c>super().__init__(...)</c> in an emitted class.</summary>
    protected void Init(params ReadOnlySpan<Any> args)
    {
        IsInitialised = true;
        Initialise(PyTuple.Of(args));
    }

    /// <summary>Whether <c>__init__</c> of an emitted class called the built-in one.</summary>
    internal bool IsInitialised { get; private set; }

    /// <inheritdoc/>
    public PyDict<Any, Any>? InstanceDict(bool create) => create ? _dict ??= new PyDict<Any, Any>() : _dict;

    /// <summary>Replaces the instance dictionary (<c>e.__dict__ = d</c>).</summary>
    internal void SetInstanceDict(PyDict<Any, Any> dict) => _dict = dict;

    /// <summary>Gives an instance the class of a Python subclass that has no C# class of its own.</summary>
    internal void SetClass(PyType @class) => _class = @class;
}

/// <summary>Python's <c>Exception</c>; the C# name leaves <see cref="System.Exception"/> unambiguous.</summary>
public class PyException : BaseException
{
    public PyException(params ReadOnlySpan<Any> args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Exception("Exception", BaseException.Type, static args => new PyException(args));

    protected override PyType NativeClass => Type;
}
