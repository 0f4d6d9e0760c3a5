using System.Diagnostics.CodeAnalysis;

namespace Pytocs.Runtime.Core;

/// <summary>Several exceptions at once. See <see href="https://docs.python.org/3.13/library/exceptions.html#exception-groups">exception groups</see>.</summary>
public class BaseExceptionGroup : BaseException, IExceptionGroup
{
    public BaseExceptionGroup(params ReadOnlySpan<Any> args) : base(args) => (GroupMessage, Members) = Groups.Read(this, args);

    /// <inheritdoc/>
    public string GroupMessage { get; }

    /// <inheritdoc/>
    public PyTuple Members { get; }

    public override string Str() => Groups.Str(this);

    public static new readonly PyType Type = Declare(PyType.Exception("BaseExceptionGroup", BaseException.Type, static args => Make(args)));

    protected override PyType NativeClass => Type;

    internal static PyType Declare(PyType type) => type
        .MadeBy(static args => Make(args))
        .Property("message", static e => Self(e).GroupMessage)
        .Property("exceptions", static e => Self(e).Members)
        .Method("derive", "self, excs, /", static (self, excs) => Make([Self(self).GroupMessage, excs]))
        .Method("subgroup", "self, condition, /", static (self, condition) => ((Any?)Groups.Split((BaseException)self.Ref!, Test(condition)).Matching) ?? Any.None)
        .Method("split", "self, condition, /", static (self, condition) => Groups.Split((BaseException)self.Ref!, Test(condition)) is var (m, r) ? PyTuple.Of(m, r) : Any.None)
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]));

    private static IExceptionGroup Self(Any e) => (IExceptionGroup)e.Ref!;

    private static Func<BaseException, bool> Test(Any condition)
        => condition.Ref is PyType or PyTuple ? e => Except.Matches(e, condition) : e => condition.Call(e).Truth;

    internal static BaseException Make(ReadOnlySpan<Any> args)
    {
        if (args.Length == 2 && Operators.IsIterable(args[1]) && Operators.ToList(args[1]).TrueForAll(static e => PyType.Of(e).IsSubclassOf(PyException.Type)))
            return new ExceptionGroup(args);
        return new BaseExceptionGroup(args);
    }
}

/// <summary>A group of exceptions that all derive from Exception.</summary>
public class ExceptionGroup : PyException, IExceptionGroup
{
    public ExceptionGroup(params ReadOnlySpan<Any> args) : base(args) => (GroupMessage, Members) = Groups.Read(this, args);

    /// <inheritdoc/>
    public string GroupMessage { get; }

    /// <inheritdoc/>
    public PyTuple Members { get; }

    public override string Str() => Groups.Str(this);

    public static new readonly PyType Type = CreateType();

    protected override PyType NativeClass => Type;

    private static PyType CreateType()
    {
        var type = PyType.Exception("ExceptionGroup", BaseExceptionGroup.Type, static args => new ExceptionGroup(args));
        // Both ExceptionGroup and Exception: except Exception catches it.
        type.SetBases([BaseExceptionGroup.Type, PyException.Type]);
        return type.MadeBy(static args => new ExceptionGroup(args));
    }
}

/// <summary>An exception that holds others.</summary>
public interface IExceptionGroup
{
    /// <summary>The text without the number of exceptions: <c>e.message</c>.</summary>
    string GroupMessage { get; }

    /// <summary>The exceptions: <c>e.exceptions</c>.</summary>
    PyTuple Members { get; }
}

/// <summary>What the two kinds of groups share. A C# class has one base, and only one of them derives from Exception's.</summary>
internal static class Groups
{
    /// <summary>The message and the exceptions that a group is made of.</summary>
    public static (string Message, PyTuple Members) Read(BaseException group, ReadOnlySpan<Any> args)
    {
        if (args.Length != 2)
            throw new TypeError($"BaseExceptionGroup.__new__() takes exactly 2 arguments ({args.Length} given)");
        if (args[0].Ref is not string message)
            throw new TypeError($"BaseExceptionGroup.__new__() argument 1 must be str, not {Library.Lib.Given(args[0])}");
        if (args[1].Ref is not (PyList or PyTuple))
            throw new TypeError("second argument (exceptions) must be a sequence");
        var items = Operators.ToList(args[1]);
        if (items.Count == 0)
            throw new ValueError("second argument (exceptions) must be a non-empty sequence");
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i].Ref is not BaseException)
                throw new ValueError($"Item {i} of second argument (exceptions) is not an exception");
            if (group is ExceptionGroup && !PyType.Of(items[i]).IsSubclassOf(PyException.Type))
                throw Nested(group.Class);
        }
        return (message, new PyTuple([.. items]));
    }

    private static TypeError Nested(PyType cls)
        => new($"Cannot nest BaseExceptions in {(ReferenceEquals(cls, ExceptionGroup.Type) ? "an ExceptionGroup" : $"'{cls.Name}'")}");

    /// <summary>Makes groups of classes that Python code derives: one that is an Exception holds nothing else.</summary>
    public static PyType MadeBy(this PyType type, Func<Any[], BaseException> make) => type.New("cls, /, *args, **kwargs", a =>
    {
        var cls = (PyType)a[0].Ref!;
        var args = ((PyTuple)a[1].Ref!).ToArray();
        if (cls.IsSubclassOf(PyException.Type) && args.Length == 2 && args[1].Ref is PyList or PyTuple
            && Operators.ToList(args[1]).Exists(static e => e.Ref is BaseException && !PyType.Of(e).IsSubclassOf(PyException.Type)))
            throw Nested(cls);
        var error = make(args);
        if (!error.Class.IsSubclassOf(cls))
            error.SetClass(cls);
        return error;
    });

    public static string Str(IExceptionGroup group) => $"{group.GroupMessage} ({group.Members.Count} sub-exception{(group.Members.Count == 1 ? "" : "s")})";

    /// <summary>The part that satisfies a test and the rest; either may be null.</summary>
    public static (BaseException? Matching, BaseException? Others) Split(BaseException group, Func<BaseException, bool> test)
    {
        Recursion.Check("in exceptiongroup_split_recursive");
        if (test(group))
            return (group, null);
        var (yes, no) = (new List<Any>(), new List<Any>());
        foreach (var member in ((IExceptionGroup)group).Members)
        {
            var error = (BaseException)member.Ref!;
            if (error is IExceptionGroup)
            {
                var (m, r) = Split(error, test);
                if (m is not null)
                    yes.Add(m);
                if (r is not null)
                    no.Add(r);
            }
            else
            {
                (test(error) ? yes : no).Add(error);
            }
        }
        return (Derive(group, yes), Derive(group, no));
    }

    public static BaseException? Derive(BaseException group, List<Any> members)
    {
        if (members.Count == 0)
            return null;
        if (group.Class.Special("derive").Call(group, new PyList<Any>(members)).Ref is not (BaseException derived and IExceptionGroup))
            throw new TypeError("derive must return an instance of BaseExceptionGroup");
        // CPython sets the cause, even one that is None, and that hides the context.
        (derived.Traceback, derived.Context, derived.Cause, derived.SuppressContext) = (group.Traceback, group.Context, group.Cause, true);
        if (group.InstanceDict(create: false) is { } dict && dict.TryGetValue("__notes__", out var notes) && Operators.IsIterable(notes))
            Operators.SetAttr(derived, "__notes__", new PyList<Any>(Operators.ToList(notes)));
        return derived;
    }
}

/// <summary>Carries out <c>except*</c>. See <see href="https://peps.python.org/pep-0654/">PEP 654</see>.</summary>
public sealed class ExceptStar(BaseException caught)
{
    private readonly List<Any> _raised = [];
    private readonly List<BaseException> _raisedAgain = [];
    private readonly BaseException _caught = caught;
    private BaseException? _rest = caught;
    private BaseException? _group;

    /// <summary>Takes out of what is left the part that a clause names.</summary>
    public bool Match(Any type, [NotNullWhen(true)] out BaseException? group)
    {
        group = null;
        Check(type);
        if (_rest is null)
            return false;
        if (_rest is IExceptionGroup)
        {
            (_group, _rest) = Groups.Split(_rest, e => Except.Matches(e, type));
        }
        else
        {
            if (!Except.Matches(_rest, type))
                return false;
            _group = BaseExceptionGroup.Make(["", PyTuple.Of(_rest)]);
            _rest = null;
        }
        group = _group;
        return _group is not null;
    }

    /// <exception cref="TypeError">What a clause names is no exception class, or one of groups.</exception>
    private static void Check(Any type)
    {
        foreach (var one in type.Ref as PyTuple ?? PyTuple.Of(type))
        {
            if (one.Ref is not PyType cls || !cls.IsSubclassOf(BaseException.Type))
                throw new TypeError("catching classes that do not inherit from BaseException is not allowed");
            if (cls.IsSubclassOf(BaseExceptionGroup.Type))
                throw new TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.");
        }
    }

    /// <summary>Keeps what a clause raised: something new, or, by a bare <c>raise</c>, its part of the group.</summary>
    public void Add(BaseException error)
    {
        if (ReferenceEquals(error, _caught) || ReferenceEquals(error, _group))
            _raisedAgain.Add(_group!);
        else
            _raised.Add(error);
    }

    /// <summary>Raises what is left and what clauses raised.</summary>
    public void Finish()
    {
        if (_rest is not null)
            _raisedAgain.Add(_rest);
        var again = Again();
        if (_raised.Count == 0)
        {
            if (again is null)
                return;
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(again);
        }
        if (again is not null)
            _raised.Add(again);
        throw _raised.Count == 1 ? (BaseException)_raised[0].Ref! : BaseExceptionGroup.Make(["", new PyList<Any>(_raised)]);
    }

    /// <summary>What is raised again, nested as it was in what was caught.</summary>
    private BaseException? Again()
    {
        if (_raisedAgain.Count == 0)
            return null;
        if (_caught is not IExceptionGroup)
            return _raisedAgain[0];
        var leaves = new HashSet<BaseException>(_raisedAgain.SelectMany(Leaves), ReferenceEqualityComparer.Instance);
        return Groups.Split(_caught, leaves.Contains).Matching;
    }

    private static IEnumerable<BaseException> Leaves(BaseException error)
        => error is IExceptionGroup group ? group.Members.SelectMany(static m => Leaves((BaseException)m.Ref!)) : [error];
}
