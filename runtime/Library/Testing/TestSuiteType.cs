using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>Tests that run one after another, with the fixtures of their classes and modules. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.TestSuite">TestSuite</see>.</summary>
internal static class TestSuiteType
{
    private static readonly PyType s_debugResult = new ClassMaker("_DebugResult", "unittest.suite")
        .Attribute("_previousTestClass", Any.None).Attribute("_moduleSetUpFailed", false).Attribute("shouldStop", false).Make();

    public static readonly PyType Type = new ClassMaker("TestSuite", "unittest.suite")
        .Attribute("_cleanup", true)
        .Method("__init__", "tests=()", static (self, tests) => Lib.Do(() =>
        {
            self.Set("_tests", new PyList<Any>());
            self.Set("_removed_tests", 0);
            self.Invoke("addTests", tests);
        }))
        .Method("__repr__", static self => $"<{UnittestModule.ClassName(PyType.Of(self))} tests={Operators.Repr(new PyList<Any>(Operators.ToList(self)))}>")
        .Method("__eq__", "other", static (self, other) => Builtins.IsInstance(other, PyType.Of(self)) ? Operators.Equal(new PyList<Any>(Operators.ToList(self)), new PyList<Any>(Operators.ToList(other))) : Any.NotImplemented)
        .Method("__iter__", static self => Operators.Iter(self.Get("_tests")))
        .Method("countTestCases", static self =>
        {
            Any count = self.Get("_removed_tests");
            foreach (var test in Operators.ToList(self))
                if (!test.IsNone)
                    count += test.Invoke("countTestCases");
            return count;
        })
        .Method("addTest", "test", static (self, test) =>
        {
            if (!Builtins.Callable(test))
                throw new TypeError($"{Operators.Repr(test)} is not callable");
            if (test.Ref is PyType type && (type.IsSubclassOf(TestCaseType.Type) || Operators.Str(type.Name) == "TestSuite"))
                throw new TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()");
            return self.Get("_tests").Invoke("append", test);
        })
        .Method("addTests", "tests", static (self, tests) => Lib.Do(() =>
        {
            if (tests.Ref is string)
                throw new TypeError("tests must be an iterable of tests, not a string");
            foreach (var test in Sequences.Of(tests))
                self.Invoke("addTest", test);
        }))
        .Method("run", "self, result, debug=False", static a => Run(a[0], a[1], a[2].Truth))
        .Method("debug", static self => Lib.Do(() => Run(self, new PyInstance(s_debugResult), debug: true)))
        .Method("__call__", "self, *args, **kwds", static a => Lib.Call(a[0].Get("run"), Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Make();

    private static bool IsSuite(Any test) => !PyType.Of(test).Lookup("__iter__").IsUnbound;

    private static Any Run(Any self, Any result, bool debug)
    {
        var top = !Operators.GetAttr(result, "_testRunEntered", false).Truth;
        if (top)
            result.Set("_testRunEntered", true);
        var fixtures = new Fixtures(result, debug);
        var tests = self.Get("_tests");
        var index = 0;
        foreach (var test in Operators.ToList(self))
        {
            if (result.Get("shouldStop").Truth)
                break;
            if (!IsSuite(test))
            {
                var cls = PyType.Of(test);
                fixtures.EnterClass(cls);
                if (Operators.GetAttr(cls, "_classSetupFailed", false).Truth || Operators.GetAttr(result, "_moduleSetUpFailed", false).Truth)
                {
                    index++;
                    continue;
                }
            }
            if (debug)
                test.Invoke("debug");
            else
                test.Call(result);
            if (self.Get("_cleanup").Truth && tests.Ref is PyContainer && Operators.Len(tests) > index)
            {
                // A test that has run is dropped, with all that it holds.
                if (!test.IsNone && !Operators.GetAttr(test, "countTestCases", Any.None).IsNone)
                    self.Set("_removed_tests", self.Get("_removed_tests") + test.Invoke("countTestCases"));
                tests.SetItem(index, Any.None);
            }
            index++;
        }
        if (top)
        {
            fixtures.LeaveAll();
            result.Set("_testRunEntered", false);
        }
        return result;
    }
}

/// <summary>Set-up and tear-down of classes and modules, as a suite walks over its tests.</summary>
internal sealed class Fixtures(Any result, bool debug)
{
    private PyType? Previous
    {
        get => Operators.GetAttr(result, "_previousTestClass", Any.None).Ref as PyType;
        set => result.Set("_previousTestClass", value);
    }

    private bool ModuleFailed => Operators.GetAttr(result, "_moduleSetUpFailed", false).Truth;

    public void EnterClass(PyType cls)
    {
        var previous = Previous;
        TearDownClass(cls);
        if (previous is null || previous.Module != cls.Module)
        {
            TearDownModule();
            result.Set("_moduleSetUpFailed", false);
            SetUpModule(cls.Module);
        }
        if (!ReferenceEquals(previous, cls) && !ModuleFailed && !Operators.GetAttr(cls, "__unittest_skip__", false).Truth)
            SetUpClass(cls);
        Previous = cls;
    }

    public void LeaveAll()
    {
        TearDownClass(null);
        TearDownModule();
    }

    private void SetUpClass(PyType cls)
    {
        if (!cls.IsBuiltin)
            cls.Define("_classSetupFailed", false);
        var setUp = Operators.GetAttr(cls, "setUpClass", Any.None);
        if (setUp.IsNone)
            return;
        Captured(() =>
        {
            if (Guard(() => setUp.Call(), "setUpClass", UnittestModule.ClassName(cls)))
                return;
            cls.Define("_classSetupFailed", true);
            ClassCleanups(cls, "setUpClass");
        });
    }

    private void ClassCleanups(PyType cls, string fixture)
    {
        var cleanups = Operators.GetAttr(cls, "doClassCleanups", Any.None);
        if (cleanups.IsNone)
            return;
        cleanups.Call();
        foreach (var info in Operators.ToList(((Any)cls).Get("tearDown_exceptions")))
            Report((BaseException)info[1].Ref!, fixture, UnittestModule.ClassName(cls));
    }

    private void TearDownClass(PyType? next)
    {
        if (Previous is not { } cls || ReferenceEquals(cls, next) || ModuleFailed
            || Operators.GetAttr(cls, "_classSetupFailed", false).Truth || Operators.GetAttr(cls, "__unittest_skip__", false).Truth)
            return;
        Captured(() =>
        {
            if (Operators.GetAttr(cls, "tearDownClass", Any.None) is { IsNone: false } tearDown)
                Guard(() => tearDown.Call(), "tearDownClass", UnittestModule.ClassName(cls));
            ClassCleanups(cls, "tearDownClass");
        });
    }

    private static Any ModuleOf(string name) => Modules.Loaded.TryGetValue(name, out var module) ? module : Any.Unbound;

    private void SetUpModule(string name)
    {
        var module = ModuleOf(name);
        if (module.IsUnbound || Operators.GetAttr(module, "setUpModule", Any.None) is not { IsNone: false } setUp)
            return;
        Captured(() =>
        {
            if (Guard(() => setUp.Call(), "setUpModule", name))
                return;
            result.Set("_moduleSetUpFailed", true);
            foreach (var error in UnittestModule.RunModuleCleanups())
                Report(error, "setUpModule", name);
        });
    }

    private void TearDownModule()
    {
        if (Previous?.Module is not { } name || ModuleFailed || ModuleOf(name) is not { IsUnbound: false } module)
            return;
        Captured(() =>
        {
            if (Operators.GetAttr(module, "tearDownModule", Any.None) is { IsNone: false } tearDown)
                Guard(() => tearDown.Call(), "tearDownModule", name);
            foreach (var error in UnittestModule.RunModuleCleanups())
                Report(error, "tearDownModule", name);
        });
    }

    private void Captured(Action action)
    {
        if (Operators.GetAttr(result, "_setupStdout", Any.None) is { IsNone: false } start)
            start.Call();
        try
        {
            action();
        }
        finally
        {
            if (Operators.GetAttr(result, "_restoreStdout", Any.None) is { IsNone: false } end)
                end.Call();
        }
    }

    /// <summary>Runs a fixture; false when it failed, which the result then knows.</summary>
    private bool Guard(Action fixture, string name, string parent)
    {
        try
        {
            fixture();
            return true;
        }
        catch (PyException error) when (!debug)
        {
            Report(error, name, parent);
            return false;
        }
    }

    private void Report(BaseException error, string name, string parent)
    {
        if (debug)
            throw error;
        var holder = new ErrorHolder($"{name} ({parent})");
        if (error is SkipTest)
            result.Invoke("addSkip", holder, Operators.Str(error));
        else
            result.Invoke("addError", holder, Outcome.ExcInfo(error));
    }
}

/// <summary>Stands for a fixture among the tests of a result.</summary>
internal sealed class ErrorHolder(string description) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("_ErrorHolder", module: "unittest.suite")
        .Attribute("failureException", Any.None)
        .Property("description", static o => Self(o).Description)
        .Method("id", static o => Self(o).Description)
        .Method("shortDescription", static _ => Any.None)
        .Method("countTestCases", static _ => 0)
        .Method("__repr__", static o => $"<ErrorHolder description={Str.Repr(Self(o).Description)}>")
        .Method("__str__", static o => Self(o).Description);

    public override PyType Class => s_type;

    private string Description => description;

    private static ErrorHolder Self(Any o) => (ErrorHolder)o.Ref!;
}
