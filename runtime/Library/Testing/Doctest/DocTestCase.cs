using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Testing;

namespace Pytocs.Runtime.Library;

/// <summary>The examples of one docstring as a test of unittest. See <see href="https://docs.python.org/3.13/library/doctest.html#unittest-api">doctest's unittest API</see>.</summary>
internal sealed class DocTestCase(PyType cls) : TestCase(cls)
{
    public static readonly PyType Type = CreateType();

    private static readonly PyType s_suite = new ClassMaker("_DocTestSuite", "doctest").Make(TestSuiteType.Type);

    private DocTest _test = null!;
    private DoctestFlags _flags;
    private Any _setUp = Any.None;
    private Any _tearDown = Any.None;

    /// <summary>The test of a case.</summary>
    public static DocTest TestOf(Any self) => Case(self)._test;

    /// <summary>An empty suite.</summary>
    public static Any NewSuite() => s_suite.Call();

    /// <summary>A case that runs a test.</summary>
    public static Any Make(PyType type, DocTest test, DoctestFlags flags, Any setUp, Any tearDown)
    {
        var made = new DocTestCase(type) { _test = test, _flags = flags, _setUp = setUp, _tearDown = tearDown };
        made.Initialise("runTest");
        return made;
    }

    private static DocTestCase Case(Any value) => (DocTestCase)value.Ref!;

    /// <summary><c>doctest.DocTestSuite(module, ...)</c>: a test for each docstring with examples.</summary>
    public static Any Suite(Any module, Any setUp, Any tearDown, DoctestFlags flags)
    {
        if (module.Ref is string name)
            module = Modules.Import(name);
        if (module.Ref is not PyModule)
            throw new TypeError("Expected a module, string, or None");
        var suite = NewSuite();
        foreach (var test in DocTest.Of(module, Operators.Str(Operators.GetAttr(module, "__name__"))))
        {
            if (test.Function.IsNone)
                continue;
            suite.Invoke("addTest", Make(Type, test, flags, setUp, tearDown));
        }
        return suite;
    }

    /// <exception cref="AssertionError">An example gives something else.</exception>
    private void RunTest()
    {
        var report = new PyStringIO();
        var runner = new DoctestRunner(false, _flags);
        var outer = StdIO.CurrentOut;
        StdIO.CurrentOut = report;
        DoctestRun run;
        try
        {
            run = runner.Run(_test);
        }
        finally
        {
            StdIO.CurrentOut = outer;
        }
        if (run.Failures == 0)
        {
            if (run.Skips > 0 && run.Tries == run.Skips)
                throw new SkipTest("all examples were skipped");
            return;
        }
        var line = _test.Line.IsNone ? "unknown line number" : Operators.Str(_test.Line);
        throw new AssertionError($"Failed doctest test for {_test.Name}\n  File \"{_test.File}\", line {line}, in {_test.Name.Split('.')[^1]}\n\n{report.GetValue()}");
    }

    private static Any Around(Any hook, Any test) => hook.IsNone ? Any.None : hook.Call(test);

    private static PyType CreateType()
    {
        var type = new ClassMaker("DocTestCase", "doctest")
            .Method("setUp", static o => Around(Case(o)._setUp, Case(o)._test))
            .Method("tearDown", static o => Around(Case(o)._tearDown, Case(o)._test))
            .Method("runTest", static o => Lib.Do(Case(o).RunTest))
            .Method("id", static o => Case(o)._test.Name)
            .Method("shortDescription", static o => "Doctest: " + Case(o)._test.Name)
            .Method("__str__", static o => Text(o))
            .Method("__repr__", static o => Text(o))
            .Make(TestCaseType.Type);
        type.New(static (cls, _) => new DocTestCase(cls));
        return type;
    }

    private static string Text(Any self)
    {
        var parts = Case(self)._test.Name.Split('.');
        return $"{parts[^1]} ({string.Join('.', parts[..^1])})";
    }
}
