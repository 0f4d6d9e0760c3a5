using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// Runs tests, one at a time, and keeps what they share: scopes are entered when the first test in them runs, and left when one outside of
/// them does. See <see href="https://docs.pytest.org/en/stable/how-to/fixtures.html">how to use fixtures</see>.
/// </summary>
internal static class TestSession
{
    private static readonly Dictionary<FixtureScope, ScopeState> s_scopes = [];

    /// <summary>What came up when a scope was left, for the next test to tell.</summary>
    private static readonly List<BaseException> s_late = [];

    /// <summary>Whether every coroutine function runs on an event loop, marked or not: <c>asyncio_mode = auto</c>.</summary>
    public static bool IsAsyncAutomatic { get; set; }

    public static ScopeState Scope(FixtureScope scope) => s_scopes.TryGetValue(scope, out var state) ? state : s_scopes[scope] = new ScopeState(null);

    /// <summary>Whether a coroutine function with these marks is run on an event loop.</summary>
    public static bool RunsAsync(IEnumerable<Mark> marks) => IsAsyncAutomatic || marks.Any(static m => m.Name is "asyncio" or "anyio");

    /// <summary>Runs one test with one set of values.</summary>
    public static TestOutcome Run(TestItem item, TestCaseValues values)
    {
        var capture = new StreamCapture();
        // With a handler of the session's, nothing that is logged goes to the standard error for want of one.
        var log = new LogCaptureFixture();
        capture.Start();
        log.Start();
        TestOutcome outcome;
        try
        {
            outcome = RunCaptured(item, values);
        }
        finally
        {
            log.Stop();
            capture.Stop();
        }
        var (text, error) = capture.Take();
        return outcome.Failure is null ? outcome : outcome with { Failure = outcome.Failure + Section("stdout", text) + Section("stderr", error) + Section("log", log.Text) };
    }

    private static string Section(string stream, string text) => text.Length == 0 ? "" : $"---- Captured {stream} ----\n{text.TrimEnd('\n')}\n";

    private static TestOutcome RunCaptured(TestItem item, TestCaseValues values)
    {
        Enter(item);
        TestOutcome outcome;
        TestRun? run = null;
        try
        {
            run = new TestRun(item, values);
            outcome = TestOutcome.BeforeRun(run.Marks) ?? RunParts(run);
        }
        catch (Exception error)
        {
            outcome = TestOutcome.Of(Outcome.AsPython(error), run?.Marks ?? item.Marks);
        }
        var errors = run?.Close() ?? [];
        errors.AddRange(s_late);
        s_late.Clear();
        if (errors.Count == 0)
            return outcome;
        var late = string.Concat(errors.Select(static e => "ERROR at teardown\n" + TracebackText.Of(e)));
        return TestOutcome.Failed(outcome.Failure is null ? late : outcome.Failure + late, outcome.Error ?? errors[0]);
    }

    private static TestOutcome RunParts(TestRun run)
    {
        foreach (var scope in (FixtureScope[])[FixtureScope.Module, FixtureScope.Class])
            if (s_scopes.TryGetValue(scope, out var state) && state.Error is { } error)
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(error);
        run.SetUp();
        if (!run.Item.IsTestCase)
        {
            run.Call();
            return TestOutcome.OfSuccess(run.Marks);
        }
        var result = new CaseResult();
        run.Instance.Invoke("run", result);
        if (result.Errors is [(_, OutcomeError and (SkippedError or XFailedError) and var ended)])
            return TestOutcome.Of(ended, run.Marks);
        if (result.Errors.Count > 0)
            return result.Errors is [("", var only)]
                ? TestOutcome.Of(only, run.Marks)
                : TestOutcome.Failed(string.Concat(result.Errors.Select(static e => e.Where + TracebackText.Of(e.Error))), result.Errors[0].Error);
        return result.Skipped is { } reason ? TestOutcome.Left(reason)
            : result.Expected is { } expected ? TestOutcome.Left("expected failure: " + expected)
            : result.IsUnexpected ? TestOutcome.Failed("Unexpected success") : TestOutcome.OfSuccess(run.Marks);
    }

    /// <summary>Leaves the scopes that a test is not in, and enters its own.</summary>
    private static void Enter(TestItem item)
    {
        var package = item.ModuleName.LastIndexOf('.') is > 0 and var dot ? item.ModuleName[..dot] : "";
        if (IsIn(FixtureScope.Package, package) && IsIn(FixtureScope.Module, item.ModuleName) && IsIn(FixtureScope.Class, item.Class))
            return;
        Leave(FixtureScope.Class);
        if (!IsIn(FixtureScope.Module, item.ModuleName) || !IsIn(FixtureScope.Package, package))
        {
            Leave(FixtureScope.Module);
            if (!IsIn(FixtureScope.Package, package))
            {
                Leave(FixtureScope.Package);
                s_scopes[FixtureScope.Package] = new ScopeState(package);
            }
            SetUp(FixtureScope.Module, item.ModuleName, state => ModuleFixtures.Enter(state, item.Module));
        }
        SetUp(FixtureScope.Class, item.Class, state =>
        {
            if (item.Class is { } type && s_scopes[FixtureScope.Module].Error is null)
                ModuleFixtures.Enter(state, type);
        });
    }

    private static bool IsIn(FixtureScope scope, object? key) => s_scopes.TryGetValue(scope, out var state) && Equals(state.Key, key);

    private static void SetUp(FixtureScope scope, object? key, Action<ScopeState> action)
    {
        var state = s_scopes[scope] = new ScopeState(key);
        try
        {
            action(state);
        }
        catch (Exception error)
        {
            state.Error = Outcome.AsPython(error);
        }
    }

    private static void Leave(FixtureScope scope)
    {
        if (s_scopes.Remove(scope, out var state))
            s_late.AddRange(state.Close());
    }

    /// <summary>Leaves a class, if it is the one that tests ran in last; gives what went wrong.</summary>
    public static IReadOnlyList<BaseException> LeaveClass(string module, string? type)
    {
        if (IsIn(FixtureScope.Module, module) && s_scopes.TryGetValue(FixtureScope.Class, out var state) && (state.Key as PyType)?.QualName == type)
            Leave(FixtureScope.Class);
        return TakeLate();
    }

    /// <summary>Leaves everything; gives what went wrong.</summary>
    public static IReadOnlyList<BaseException> End()
    {
        foreach (var scope in (FixtureScope[])[FixtureScope.Class, FixtureScope.Module, FixtureScope.Package, FixtureScope.Session])
            Leave(scope);
        TempPathFactory.Instance.Clear();
        return TakeLate();
    }

    private static IReadOnlyList<BaseException> TakeLate()
    {
        BaseException[] late = [.. s_late];
        s_late.Clear();
        return late;
    }
}
