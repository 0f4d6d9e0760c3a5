using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// The module <see href="https://docs.pytest.org/en/stable/reference/reference.html">pytest</see> as a library: what tests import.
/// <see cref="TestSession"/> runs them.
/// </summary>
internal static class PytestModule
{
    public static PyModule Build()
    {
        var module = new PyModule("pytest")
            .Function("raises", "expected_exception=, *args, match=None, check=None, **kwargs", static a => RaisesBlock.Expect(a), Any.Unbound)
            .Function("warns", "expected_warning=, *args, match=None, **kwargs", static a => WarnsBlock.Expect(a), Warning.Type)
            .Function("deprecated_call", "*, match=None", static a => new WarnsBlock(PyTuple.Of(DeprecationWarning.Type, PendingDeprecationWarning.Type, FutureWarning.Type), a[0]))
            .Function("approx", "expected, rel=None, abs=None, nan_ok=False", static a => Approx.Of(a[0], a[1], a[2], a[3].Truth))
            .Function("fixture", "fixture_function=None, *, scope='function', params=None, autouse=False, ids=None, name=None, loop_scope=None", static a => FixtureDefinition.Decorate(a))
            .Function("param", "*values, marks=(), id=None", static a => new ParameterSet(Lib.Tuple(a[0]), Mark.List(a[1]), a[2].IsNone ? null : Lib.Text(a[2])))
            .Function("importorskip", "modname, minversion=None, reason=None, *, exc_type=None", static a => ImportOrSkip(Lib.Text(a[0]), a[1], a[2], a[3]))
            .Function("main", "args=None, plugins=None", static (Any[] _) => throw new NotImplementedError("pytest.main() is not part of a converted program: its tests are run by dotnet test"))
            // Assertions of converted tests say what they compare without being rewritten.
            .Function("register_assert_rewrite", "*names", static a => Lib.Tuple(a[0]).All(static n => n.Ref is string) ? Any.None : throw new TypeError($"expected module names as *args, got {Operators.Repr(a[0])} instead"))
            .Value("mark", MarkGenerator.Instance)
            .Type(ExceptionInfo.Type).Type(MonkeyPatch.Type).Type(WarningsRecorder.Type).Type(FixtureRequest.Type).Type(Mark.Type).Type(MarkDecorator.Type)
            .Type(CaptureFixture.Type).Type(LogCaptureFixture.Type).Type(TempPathFactory.Type)
            .Value("FixtureLookupError", FixtureLookupError.Type)
            .Value("UsageError", UsageError.Type)
            .Value("__version__", "8.4.2");
        Outcome(module, "fail", "reason='', pytrace=True", FailedError.Type, static a => new FailedError(Lib.Text(a[0])));
        Outcome(module, "skip", "reason='', *, allow_module_level=False", SkippedError.Type, static a => new SkippedError(Lib.Text(a[0])) { AllowsModule = a[1].Truth });
        Outcome(module, "xfail", "reason=''", XFailedError.Type, static a => new XFailedError(Lib.Text(a[0])));
        Outcome(module, "exit", "reason='', returncode=None", ExitError.Type, static a => new ExitError(Lib.Text(a[0])));
        return module;
    }

    /// <summary>The part of <see href="https://pytest-asyncio.readthedocs.io/en/stable/reference/">pytest-asyncio</see> that tests import.</summary>
    public static PyModule BuildAsyncio() => new PyModule("pytest_asyncio")
        .Function("fixture", "fixture_function=None, *, scope='function', params=None, autouse=False, ids=None, name=None, loop_scope=None", static a => FixtureDefinition.Decorate(a));

    private static void Outcome(PyModule module, string name, string signature, PyType type, Func<Any[], BaseException> make)
    {
        Any function = new PyFunction(name, signature, (Any[] a) => throw make(a)) { Module = "_pytest.outcomes" };
        function.Set("Exception", type);
        module.Value(name, function);
    }

    private static Any ImportOrSkip(string name, Any least, Any reason, Any errors)
    {
        Any module;
        try
        {
            module = Modules.Import(name);
        }
        catch (ImportError error) when (errors.IsNone || Builtins.IsInstance(error, errors))
        {
            throw new SkippedError(reason.IsNone ? $"could not import '{name}': {Operators.Str(error)}" : Lib.Text(reason)) { AllowsModule = true };
        }
        if (least.IsNone)
            return module;
        var version = Operators.GetAttr(module, "__version__", Any.None);
        if (version.IsNone || Numbers(Operators.Str(version)).CompareTo(Numbers(Lib.Text(least))) < 0)
            throw new SkippedError(reason.IsNone ? $"module '{name}' has __version__ {Operators.Repr(version)}, required is: {Operators.Repr(least)}" : Lib.Text(reason)) { AllowsModule = true };
        return module;
    }

    /// <summary>The leading numbers of a version.</summary>
    private static Version Numbers(string version)
    {
        var parts = version.Split('.').Select(static p => new string([.. p.TakeWhile(char.IsAsciiDigit)])).TakeWhile(static p => p.Length > 0)
            .Select(static p => int.Parse(p, System.Globalization.CultureInfo.InvariantCulture)).Concat([0, 0, 0, 0]).ToArray();
        return new Version(parts[0], parts[1], parts[2], parts[3]);
    }
}
