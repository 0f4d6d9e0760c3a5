using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>A test case whose methods may be coroutine functions, on a loop of its own. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.IsolatedAsyncioTestCase">IsolatedAsyncioTestCase</see>.</summary>
internal sealed class IsolatedAsyncioTestCase(PyType @class) : TestCase(@class)
{
    public static readonly PyType Type = CreateType();

    private readonly Any _context = Modules.Import("contextvars").Invoke("copy_context");
    private Any _runner = Any.None;

    private static PyType CreateType()
    {
        var type = new ClassMaker("IsolatedAsyncioTestCase", "unittest.async_case")
            .Attribute("loop_factory", Any.None)
            .Method("asyncSetUp", static _ => Coroutine.Of("asyncSetUp", "IsolatedAsyncioTestCase.asyncSetUp", static async () => Any.None))
            .Method("asyncTearDown", static _ => Coroutine.Of("asyncTearDown", "IsolatedAsyncioTestCase.asyncTearDown", static async () => Any.None))
            .Method("addAsyncCleanup", "self, func, /, *args, **kwargs", static a => Lib.Do(() => TestCaseType.Self(a[0]).AddCleanup(new(a[1], Lib.Tuple(a[2]), Lib.Dict(a[3])))))
            .Method("enterAsyncContext", "cm", static (o, manager) => Coroutine.Of("enterAsyncContext", "IsolatedAsyncioTestCase.enterAsyncContext", () => EnterAsync(TestCaseType.Self(o), manager)))
            .Make(TestCaseType.Type);
        type.New(static (cls, _) => new IsolatedAsyncioTestCase(cls));
        type.Define("run", new PyFunction("IsolatedAsyncioTestCase.run", "self, result=None", static (Any o, Any result) => ((IsolatedAsyncioTestCase)o.Ref!).WithRunner(test => test.Run(result))));
        type.Define("debug", new PyFunction("IsolatedAsyncioTestCase.debug", "self", static (Any o) => ((IsolatedAsyncioTestCase)o.Ref!).WithRunner(static test => Lib.Do(test.Debug))));
        type.Define("_asyncioRunner", new PyProperty(new PyFunction("_asyncioRunner", "self", static (Any o) => ((IsolatedAsyncioTestCase)o.Ref!)._runner), Any.None, Any.None, Any.None));
        return type;
    }

    private static async Coro<Any> EnterAsync(TestCase test, Any manager)
    {
        var type = PyType.Of(manager);
        var enter = type.Lookup("__aenter__");
        var exit = type.Lookup("__aexit__");
        if (enter.IsUnbound || exit.IsUnbound)
            throw new TypeError($"'{type.Module}.{type.QualName}' object does not support the asynchronous context manager protocol");
        var result = await enter.Call(manager);
        test.AddCleanup(new(exit, PyTuple.Of(manager, Any.None, Any.None, Any.None), new PyDict<Any, Any>()));
        return result;
    }

    private Any WithRunner(Func<IsolatedAsyncioTestCase, Any> run)
    {
        _runner = Modules.Import("asyncio").Get("Runner").Call(new Arguments { { "debug", true }, { "loop_factory", Self.Get("loop_factory") } });
        try
        {
            return run(this);
        }
        finally
        {
            _runner.Invoke("close");
            _runner = Any.None;
        }
    }

    protected override void CallSetUp()
    {
        _runner.Invoke("get_loop");
        InContext(Self.Get("setUp"));
        RunOnLoop(Self.Invoke("asyncSetUp"));
    }

    protected override void CallTest(Any method)
    {
        var value = MaybeAsync(method, PyTuple.Empty, new PyDict<Any, Any>());
        if (!value.IsNone)
            Warnings.Issue(DeprecationWarning.Type, $"It is deprecated to return a value that is not None from a test case ({Operators.Str(method)})");
    }

    protected override void CallTearDown()
    {
        RunOnLoop(Self.Invoke("asyncTearDown"));
        InContext(Self.Get("tearDown"));
    }

    protected override void CallCleanup(Cleanup cleanup) => MaybeAsync(cleanup.Function, cleanup.Args, cleanup.Kwargs);

    private Any InContext(Any function) => _context.Invoke("run", function);

    private Any RunOnLoop(Any coroutine) => _runner.Invoke("run", new Arguments { coroutine, { "context", _context } });

    private Any MaybeAsync(Any function, PyTuple args, PyDict kwargs)
        => InspectRules.IsCoroutineFunction(function)
            ? RunOnLoop(Lib.Call(function, args, kwargs))
            : Lib.Call(_context.Get("run"), new PyTuple([function, .. args]), kwargs);
}
