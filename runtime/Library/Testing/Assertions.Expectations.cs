using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>Assertions about patterns, and about what code raises, warns or logs.</summary>
internal static partial class Assertions
{
    private static void Texts(ClassMaker maker) => maker
        .Method("assertRegex", "self, text, expected_regex, msg=None", static a => Search(a[2], a[1]).IsNone
            ? throw Failure(a[0], a[3], $"Regex didn't match: {Operators.Repr(Pattern(a[2]).Get("pattern"))} not found in {Operators.Repr(a[1])}")
            : Any.None)
        .Method("assertNotRegex", "self, text, unexpected_regex, msg=None", static a => Search(a[2], a[1]) is { IsNone: false } match
            ? throw Failure(a[0], a[3], $"Regex matched: {Operators.Repr(a[1][new PySlice(match.Invoke("start"), match.Invoke("end"), Any.None)])} matches {Operators.Repr(Pattern(a[2]).Get("pattern"))} in {Operators.Repr(a[1])}")
            : Any.None)
        .Method("assertMultiLineEqual", "self, first, second, msg=None", static a => MultiLine(a));

    /// <summary>A pattern given as text or compiled.</summary>
    public static Any Pattern(Any pattern) => pattern.Ref is string || pattern.Ref is PyBytes ? Modules.Import("re").Invoke("compile", pattern) : pattern;

    public static Any Search(Any pattern, Any text) => Pattern(pattern).Invoke("search", text);

    private static void Expectations(ClassMaker maker) => maker
        .Method("assertRaises", "self, expected_exception, *args, **kwargs", static a => Expect(new RaisesContext(TestCaseType.Self(a[0]), a[1], Any.None), "assertRaises", Lib.Tuple(a[2]), Lib.Dict(a[3])))
        .Method("assertRaisesRegex", "self, expected_exception, expected_regex, *args, **kwargs", static a => Expect(new RaisesContext(TestCaseType.Self(a[0]), a[1], Pattern(a[2])), "assertRaisesRegex", Lib.Tuple(a[3]), Lib.Dict(a[4])))
        .Method("assertWarns", "self, expected_warning, *args, **kwargs", static a => Expect(new WarnsContext(TestCaseType.Self(a[0]), a[1], Any.None), "assertWarns", Lib.Tuple(a[2]), Lib.Dict(a[3])))
        .Method("assertWarnsRegex", "self, expected_warning, expected_regex, *args, **kwargs", static a => Expect(new WarnsContext(TestCaseType.Self(a[0]), a[1], Pattern(a[2])), "assertWarnsRegex", Lib.Tuple(a[3]), Lib.Dict(a[4])))
        .Method("assertLogs", "self, logger=None, level=None", static a => new LogsContext(TestCaseType.Self(a[0]), a[1], a[2], none: false))
        .Method("assertNoLogs", "self, logger=None, level=None", static a => new LogsContext(TestCaseType.Self(a[0]), a[1], a[2], none: true));

    /// <summary>The context manager itself, or a call inside it.</summary>
    private static Any Expect(Expectation context, string name, PyTuple args, PyDict kwargs)
    {
        context.CheckExpected(name);
        if (args.Count == 0)
        {
            foreach (var (key, value) in kwargs.Entries())
            {
                if (Operators.Str(key) != "msg")
                    throw new TypeError($"{name}() got an unexpected keyword argument {Operators.Repr(key)}");
                context.Message = value;
            }
            return context;
        }
        context.CallableName = Operators.Str(Operators.GetAttr(args[0], "__name__", Operators.Str(args[0])));
        context.Enter();
        BaseException? error = null;
        try
        {
            Lib.Call(args[0], new PyTuple(args.AsSpan()[1..].ToArray()), kwargs);
        }
        catch (BaseException raised)
        {
            error = raised;
        }
        if (!context.Exit(error) && error is not null)
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        return Any.None;
    }
}

/// <summary>What a block or a call is expected to do.</summary>
internal abstract class Expectation(TestCase test, Any expected, Any pattern) : PyObject
{
    protected Any Test => test;

    protected Any Expected => expected;

    protected Any Pattern => pattern;

    public Any Message { get; set; } = Any.None;

    public string? CallableName { get; set; }

    protected abstract PyType Root { get; }

    public abstract void Enter();

    /// <summary>True when the error is what was expected.</summary>
    public abstract bool Exit(BaseException? error);

    public void CheckExpected(string name)
    {
        IEnumerable<Any> types = expected.Ref is PyTuple many ? many : [expected];
        if (types.Any(t => t.Ref is not PyType type || !type.IsSubclassOf(Root)))
            throw new TypeError($"{name}() arg 1 must be {(Root == Warning.Type ? "a warning class or tuple of warning classes" : "an exception type or tuple of exception types")}");
    }

    protected string ExpectedName => Operators.Str(Operators.GetAttr(expected, "__name__", Operators.Str(expected)));

    protected BaseException Fail(string standard) => Raise.Of(Test.Get("failureException").Call(Test.Invoke("_formatMessage", Message, standard)));

    protected static PyType Declare(string name) => PyType.Builtin(name, module: "unittest.case")
        .Method("__enter__", static o =>
        {
            ((Expectation)o.Ref!).Enter();
            return o;
        })
        .Method("__exit__", "self, et, exc, tb, /", static a => ((Expectation)a[0].Ref!).Exit(a[2].Ref as BaseException));
}

/// <summary><c>assertRaises</c> and <c>assertRaisesRegex</c>.</summary>
internal sealed class RaisesContext(TestCase test, Any expected, Any pattern) : Expectation(test, expected, pattern)
{
    public static readonly PyType Type = Declare("_AssertRaisesContext").Subscripted()
        .Property("exception", static o => ((RaisesContext)o.Ref!).Raised is { } error ? error : throw new AttributeError("'_AssertRaisesContext' object has no attribute 'exception'", "exception", o))
        .Property("expected", static o => ((RaisesContext)o.Ref!).Expected);

    private BaseException? Raised { get; set; }

    public override PyType Class => Type;

    protected override PyType Root => BaseException.Type;

    public override void Enter()
    {
    }

    public override bool Exit(BaseException? error)
    {
        if (error is null)
            throw Fail(CallableName is null ? $"{ExpectedName} not raised" : $"{ExpectedName} not raised by {CallableName}");
        if (!Except.Matches(error, Expected))
            return false;
        Raised = error;
        if (!Pattern.IsNone && Assertions.Search(Pattern, Operators.Str(error)).IsNone)
            throw Fail($"\"{Operators.Str(Pattern.Get("pattern"))}\" does not match \"{Operators.Str(error)}\"");
        return true;
    }
}

/// <summary><c>assertWarns</c> and <c>assertWarnsRegex</c>.</summary>
internal sealed class WarnsContext(TestCase test, Any expected, Any pattern) : Expectation(test, expected, pattern)
{
    private static readonly PyType s_type = Declare("_AssertWarnsContext")
        .Property("warnings", static o => ((WarnsContext)o.Ref!)._seen)
        .Property("warning", static o => ((WarnsContext)o.Ref!)._warning)
        .Property("filename", static o => ((WarnsContext)o.Ref!)._record.Get("filename"))
        .Property("lineno", static o => ((WarnsContext)o.Ref!)._record.Get("lineno"));

    private readonly CatchWarnings _catch = new(record: true);
    private PyList<Any> _seen = [];
    private Any _warning = Any.Unbound;
    private Any _record = Any.None;

    public override PyType Class => s_type;

    protected override PyType Root => Warning.Type;

    public override void Enter()
    {
        _seen = (PyList<Any>)_catch.Enter().Ref!;
        Warnings.AddSimpleFilter("always", Warning.Type, append: false);
    }

    public override bool Exit(BaseException? error)
    {
        _catch.Exit();
        if (error is not null)
            return false;
        Any first = Any.Unbound;
        foreach (var record in _seen)
        {
            var message = record.Get("message");
            if (message.Ref is not BaseException warning || !Except.Matches(warning, Expected))
                continue;
            if (first.IsUnbound)
                first = message;
            if (!Pattern.IsNone && Assertions.Search(Pattern, Operators.Str(message)).IsNone)
                continue;
            (_warning, _record) = (message, record);
            return false;
        }
        if (!first.IsUnbound)
            throw Fail($"\"{Operators.Str(Pattern.Get("pattern"))}\" does not match \"{Operators.Str(first)}\"");
        throw Fail(CallableName is null ? $"{ExpectedName} not triggered" : $"{ExpectedName} not triggered by {CallableName}");
    }
}
