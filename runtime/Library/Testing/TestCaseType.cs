using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>The class <c>unittest.TestCase</c> and its life cycle; the assertions stand in <see cref="Assertions"/>.</summary>
internal static class TestCaseType
{
    public static readonly PyType Type = Create();

    public static TestCase Self(Any o) => o.Ref as TestCase ?? throw new TypeError($"a TestCase is required, not {PyType.Of(o).ErrorName}");

    private static PyType Create()
    {
        var maker = new ClassMaker("TestCase", "unittest.case");
        LifeCycle(maker);
        Cleanups(maker);
        Assertions.Declare(maker);
        var type = maker.Make();
        type.New(static (cls, _) => new TestCase(cls));
        return type;
    }

    private static void LifeCycle(ClassMaker maker) => maker
        .Attribute("failureException", AssertionError.Type)
        .Attribute("longMessage", true)
        .Attribute("maxDiff", 640)
        .Attribute("_classSetupFailed", false)
        .Method("__init__", "methodName='runTest'", static (o, name) => Lib.Do(() => Self(o).Initialise(Lib.Text(name))))
        .Property("_testMethodName", static o => Self(o).MethodName)
        .Property("_testMethodDoc", static o => Operators.GetAttr(Self(o).TestMethod, "__doc__", Any.None))
        .Property("_outcome", static o => Self(o).Outcome is null ? Any.None : Self(o).Outcome!.Result)
        .Method("setUp", static _ => Any.None)
        .Method("tearDown", static _ => Any.None)
        .ClassMethod("setUpClass", "cls", static _ => Any.None)
        .ClassMethod("tearDownClass", "cls", static _ => Any.None)
        .Method("countTestCases", static _ => 1)
        .Method("defaultTestResult", static _ => TestResultType.Type.Call())
        .Method("shortDescription", static o => Self(o).ShortDescription())
        .Method("id", static o => Self(o).Id)
        .Method("run", "result=None", static (o, result) => Self(o).Run(result))
        .Method("__call__", "self, *args, **kwds", static a => Lib.Call(a[0].Get("run"), Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("debug", static o => Lib.Do(Self(o).Debug))
        .Method("skipTest", "reason", static (_, reason) => throw new SkipTest(reason))
        .Method("subTest", "self, msg=, **params", static a => MakeSubTest(Self(a[0]), a[1], Lib.Dict(a[2])), Any.Unbound)
        .Method("__eq__", "other", static (o, other) => ReferenceEquals(PyType.Of(o), PyType.Of(other)) ? Self(o).MethodName == Self(other).MethodName : Any.NotImplemented)
        .Method("__hash__", static o => Operators.Hash(PyTuple.Of(PyType.Of(o), Self(o).MethodName)))
        .Method("__str__", static o => $"{Self(o).MethodName} ({Operators.Str(o.Invoke("id"))})")
        .Method("__repr__", static o => $"<{UnittestModule.ClassName(PyType.Of(o))} testMethod={Self(o).MethodName}>");

    private static Any MakeSubTest(TestCase test, Any message, PyDict own)
    {
        var parameters = new PyDict<Any, Any>();
        foreach (var (key, value) in own.Entries())
            parameters[key] = value;
        if (test.CurrentSubTest is { } outer)
            foreach (var (key, value) in outer.Parameters.Entries())
                if (!parameters.ContainsKey(key))
                    parameters[key] = value;
        return new SubTest(test, message, parameters);
    }

    private static void Cleanups(ClassMaker maker) => maker
        .Method("addCleanup", "self, function, /, *args, **kwargs", static a => Lib.Do(() => Self(a[0]).AddCleanup(new(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3])))))
        .Method("doCleanups", static o => Self(o).DoCleanups())
        .Method("enterContext", "cm", static (o, manager) => Cleanup.Enter(manager, Self(o).AddCleanup))
        .ClassMethod("addClassCleanup", "cls, function, /, *args, **kwargs", static a => Lib.Do(() => Class(a[0]).Add(new(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3])))))
        .ClassMethod("enterClassContext", "cls, cm", static a => Cleanup.Enter(a[1], Class(a[0]).Add))
        .ClassMethod("doClassCleanups", "cls", static a => Lib.Do(() => ((PyType)a[0].Ref!).Define("tearDown_exceptions", Lib.List(Cleanup.RunAll(Class(a[0])).Select(static e => (Any)Outcome.ExcInfo(e))))));

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<PyType, List<Cleanup>> s_classCleanups = [];

    private static List<Cleanup> Class(Any cls) => s_classCleanups.GetOrCreateValue((PyType)cls.Ref!);
}
