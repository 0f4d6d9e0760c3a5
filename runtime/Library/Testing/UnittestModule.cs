using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>The module <see href="https://docs.python.org/3.13/library/unittest.html">unittest</see>.</summary>
internal static class UnittestModule
{
    public static PyModule Build()
    {
        var module = new PyModule("unittest");
        Skips.Declare(module);
        module.Type(SkipTest.Type).Type(TestCaseType.Type).Type(IsolatedAsyncioTestCase.Type).Value("FunctionTestCase", FunctionTestCase.Type)
            .Type(TestSuiteType.Type).Type(TestLoaderType.Type).Type(TestResultType.Type).Type(TextTestResult.Type).Type(TextTestRunner.Type)
            .Value("defaultTestLoader", TestLoaderType.Default)
            .Value("TestProgram", TestProgram.Main).Value("main", TestProgram.Main)
            .Function("addModuleCleanup", "function, /, *args, **kwargs", static a => Lib.Do(() => s_moduleCleanups.Add(new(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])))))
            .Function("enterModuleContext", "cm", static a => Cleanup.Enter(a[0], s_moduleCleanups.Add))
            .Function("doModuleCleanups", "", static _ => Lib.Do(() => RunModuleCleanups()))
            .Function("installHandler", "", static _ => Any.None)
            .Function("registerResult", "result", static _ => Any.None)
            .Function("removeResult", "result", static _ => false)
            .Function("removeHandler", "method=None", static a => a[0]);
        foreach (var (name, members) in ((string, string[])[])
            [
                ("case", ["TestCase", "SkipTest", "FunctionTestCase", "skip", "skipIf", "skipUnless", "expectedFailure"]),
                ("suite", ["TestSuite"]), ("loader", ["TestLoader", "defaultTestLoader"]), ("result", ["TestResult"]),
                ("runner", ["TextTestRunner", "TextTestResult"]), ("async_case", ["IsolatedAsyncioTestCase"]), ("main", ["TestProgram", "main"]),
            ])
        {
            var part = new PyModule("unittest." + name);
            foreach (var member in members)
                part.Value(member, module.Namespace[member]);
            if (name == "case")
                part.Value("warnings", Modules.Import("warnings")).Value("_AssertRaisesContext", RaisesContext.Type);
            Modules.Register("unittest." + name, () => part);
            if (name != "main")
                module.Value(name, part);
        }
        Modules.Register("unittest.mock", Mocks.MockModule.Build);
        return module;
    }

    private static readonly List<Cleanup> s_moduleCleanups = [];

    public static List<BaseException> RunModuleCleanups() => Cleanup.RunAll(s_moduleCleanups);

    /// <summary>A class as tests name it: with its module.</summary>
    public static string ClassName(PyType type) => $"{type.Module}.{type.QualName}";
}

/// <summary>A test made of a function.</summary>
internal sealed class FunctionTestCase
{
    public static readonly PyType Type = new ClassMaker("FunctionTestCase", "unittest.case")
        .Method("__init__", "self, testFunc, setUp=None, tearDown=None, description=None", static a => Lib.Do(() =>
        {
            a[0].Set("_testFunc", a[1]);
            a[0].Set("_setUpFunc", a[2]);
            a[0].Set("_tearDownFunc", a[3]);
            a[0].Set("_description", a[4]);
        }))
        .Method("setUp", static self => Maybe(self.Get("_setUpFunc")))
        .Method("tearDown", static self => Maybe(self.Get("_tearDownFunc")))
        .Method("runTest", static self => self.Get("_testFunc").Call())
        .Method("id", static self => self.Get("_testFunc").Get("__name__"))
        .Method("__str__", static self => $"{PyType.Of(self).FullName} ({Operators.Str(self.Get("_testFunc").Get("__name__"))})")
        .Method("shortDescription", static self => self.Get("_description") is { IsNone: false } text ? text
            : Operators.GetAttr(self.Get("_testFunc"), "__doc__", Any.None).Ref is string { Length: > 0 } doc ? doc.Split('\n')[0].Trim() : Any.None)
        .Make(TestCaseType.Type);

    private static Any Maybe(Any function) => function.IsNone ? function : function.Call();
}
