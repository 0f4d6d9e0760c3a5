using System.Diagnostics;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>A call to be made when a test, a class or a module is done.</summary>
internal sealed record Cleanup(Any Function, PyTuple Args, PyDict Kwargs)
{
    public void Run() => Lib.Call(Function, Args, Kwargs);

    /// <summary>Runs clean-ups, the last one first; gives what they raised.</summary>
    public static List<BaseException> RunAll(List<Cleanup> cleanups)
    {
        var errors = new List<BaseException>();
        while (cleanups.Count > 0)
        {
            var cleanup = cleanups[^1];
            cleanups.RemoveAt(cleanups.Count - 1);
            try
            {
                cleanup.Run();
            }
            catch (Exception error)
            {
                errors.Add(Outcome.AsPython(error));
            }
        }
        return errors;
    }

    /// <summary>Enters a context manager whose exit is a clean-up.</summary>
    public static Any Enter(Any manager, Action<Cleanup> add)
    {
        var type = PyType.Of(manager);
        var enter = type.Lookup("__enter__");
        var exit = type.Lookup("__exit__");
        if (enter.IsUnbound || exit.IsUnbound)
            throw new TypeError($"'{type.Module}.{type.QualName}' object does not support the context manager protocol");
        var result = enter.Call(manager);
        add(new Cleanup(exit, PyTuple.Of(manager, Any.None, Any.None, Any.None), new PyDict<Any, Any>()));
        return result;
    }
}

/// <summary>One test: an instance of a class with test methods, for one of them. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.TestCase">TestCase</see>.</summary>
internal class TestCase(PyType @class) : PyObject
{
    private readonly List<Cleanup> _cleanups = [];

    public override PyType Class => @class;

    public string MethodName { get; set; } = "runTest";

    public Outcome? Outcome { get; set; }

    public SubTest? CurrentSubTest { get; set; }

    /// <summary>Comparisons of <c>assertEqual</c> by class.</summary>
    public Dictionary<PyType, Any> EqualityFunctions { get; } = [];

    public Any Self => this;

    /// <summary>Puts the method under test in its place.</summary>
    /// <exception cref="ValueError">There is no such method.</exception>
    public void Initialise(string method)
    {
        MethodName = method;
        if (!Operators.HasAttr(this, method) && method != "runTest")
            throw new ValueError($"no such test method in {Operators.Repr(@class)}: {method}");
    }

    public Any TestMethod => Operators.GetAttr(this, MethodName, Any.None);

    public string Id => $"{UnittestModule.ClassName(@class)}.{MethodName}";

    /// <summary>The first line of the method's docstring, or None.</summary>
    public Any ShortDescription()
        => Operators.GetAttr(TestMethod, "__doc__", Any.None).Ref is string { Length: > 0 } doc ? doc.Trim().Split('\n')[0].Trim() : Any.None;

    public void AddCleanup(Cleanup cleanup) => _cleanups.Add(cleanup);

    /// <summary>Runs the test and tells the result.</summary>
    public Any Run(Any result)
    {
        var owned = result.IsNone;
        if (owned)
        {
            result = Self.Invoke("defaultTestResult");
            if (Operators.GetAttr(result, "startTestRun", Any.None) is { IsNone: false } start)
                start.Call();
        }
        result.Invoke("startTest", this);
        try
        {
            RunParts(result);
        }
        finally
        {
            result.Invoke("stopTest", this);
            if (owned && Operators.GetAttr(result, "stopTestRun", Any.None) is { IsNone: false } stop)
                stop.Call();
        }
        return result;
    }

    private void RunParts(Any result)
    {
        var method = TestMethod;
        if (IsSet(@class, "__unittest_skip__") || IsSet(method, "__unittest_skip__"))
        {
            var reason = Operators.GetAttr(@class, "__unittest_skip_why__", "");
            if (!reason.Truth)
                reason = Operators.GetAttr(method, "__unittest_skip_why__", "");
            Outcome.AddSkip(result, this, Operators.Str(reason));
            return;
        }
        var expectsFailure = IsSet(this, "__unittest_expecting_failure__") || IsSet(method, "__unittest_expecting_failure__");
        var watch = Stopwatch.StartNew();
        var outcome = Outcome = new Outcome(result);
        try
        {
            outcome.Execute(this, CallSetUp);
            if (outcome.Success)
            {
                outcome.ExpectingFailure = expectsFailure;
                outcome.Execute(this, () => CallTest(method));
                outcome.ExpectingFailure = false;
                outcome.Execute(this, CallTearDown);
            }
            Self.Invoke("doCleanups");
            if (Operators.GetAttr(result, "addDuration", Any.None) is { IsNone: false } duration)
                duration.Call(this, watch.Elapsed.TotalSeconds);
            if (!outcome.Success)
                return;
            if (!expectsFailure)
                result.Invoke("addSuccess", this);
            else if (outcome.ExpectedFailure is { } error)
                result.Invoke("addExpectedFailure", this, Outcome.ExcInfo(error));
            else
                result.Invoke("addUnexpectedSuccess", this);
        }
        finally
        {
            Finish();
            Outcome = null;
        }
    }

    private static bool IsSet(Any o, string flag) => Operators.GetAttr(o, flag, false).Truth;

    protected virtual void CallSetUp() => Self.Invoke("setUp");

    protected virtual void CallTest(Any method)
    {
        var value = method.Call();
        if (!value.IsNone)
            Warnings.Issue(DeprecationWarning.Type, $"It is deprecated to return a value that is not None from a test case ({Operators.Repr(method)})");
    }

    protected virtual void CallTearDown() => Self.Invoke("tearDown");

    protected virtual void CallCleanup(Cleanup cleanup) => cleanup.Run();

    /// <summary>Runs after everything else of the test.</summary>
    protected virtual void Finish()
    {
    }

    /// <summary>Runs the clean-ups, the last one first.</summary>
    public bool DoCleanups()
    {
        var outcome = Outcome ?? new Outcome(Any.None);
        while (_cleanups.Count > 0)
        {
            var cleanup = _cleanups[^1];
            _cleanups.RemoveAt(_cleanups.Count - 1);
            outcome.Execute(this, () => CallCleanup(cleanup));
        }
        return outcome.Success;
    }

    /// <summary>Runs the test without a result: errors go on to the caller.</summary>
    public void Debug()
    {
        var method = TestMethod;
        CallSetUp();
        CallTest(method);
        CallTearDown();
        while (_cleanups.Count > 0)
        {
            var cleanup = _cleanups[^1];
            _cleanups.RemoveAt(_cleanups.Count - 1);
            CallCleanup(cleanup);
        }
        Finish();
    }
}

/// <summary>One <c>with self.subTest(...)</c>.</summary>
internal sealed class SubTest(TestCase test, Any message, PyDict<Any, Any> parameters) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("_SubTest", module: "unittest.case")
        .Method("__enter__", static o => Self(o).Enter())
        .Method("__exit__", "self, et, exc, tb, /", static a => Self(a[0]).Exit(a[2].Ref as BaseException))
        .Method("id", static o => $"{Operators.Str(Self(o).Test.Invoke("id"))} {Self(o).Description}")
        .Method("shortDescription", static o => Self(o).Test.Invoke("shortDescription"))
        .Method("__str__", static o => $"{Operators.Str(Self(o).Test)} {Self(o).Description}")
        .Property("failureException", static o => Self(o).Test.Get("failureException"))
        .Property("test_case", static o => Self(o).Test)
        .Property("params", static o => Self(o).Parameters)
        .Property("_message", static o => Self(o).Message);

    private SubTest? _parent;
    private bool _before;

    public override PyType Class => Type;

    private Any Test => test;

    private Any Message => message;

    public PyDict<Any, Any> Parameters { get; } = parameters;

    private static SubTest Self(Any o) => (SubTest)o.Ref!;

    private string Description
    {
        get
        {
            var parts = new List<string>();
            if (!message.IsUnbound)
                parts.Add($"[{Operators.Str(message)}]");
            if (Parameters.Count > 0)
                parts.Add($"({string.Join(", ", Parameters.Entries().Select(static e => $"{Operators.Str(e.Key)}={Operators.Repr(e.Value)}"))})");
            return parts.Count == 0 ? "(<subtest>)" : string.Join(' ', parts);
        }
    }

    private Any Enter()
    {
        _parent = test.CurrentSubTest;
        test.CurrentSubTest = this;
        if (test.Outcome is { } outcome)
            (_before, outcome.Success) = (outcome.Success, true);
        return Any.None;
    }

    private bool Exit(BaseException? error)
    {
        test.CurrentSubTest = _parent;
        if (test.Outcome is not { SupportsSubTests: true } outcome)
            return false;
        var handled = outcome.EndSubTest(test, this, error, _before);
        if (handled && !outcome.Success && Operators.GetAttr(outcome.Result, "failfast", false).Truth)
            throw new ShouldStop();
        if (handled && outcome.Success && outcome.ExpectedFailure is not null)
            throw new ShouldStop();
        return handled;
    }
}
