using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary><see href="https://docs.python.org/3.13/library/contextlib.html">contextlib</see>.</summary>
internal static class ContextlibModule
{
    public static PyModule Build() => new PyModule("contextlib")
        .Function("contextmanager", static f => Wrap(f, static g => new GeneratorManager(g)))
        .Function("asynccontextmanager", static f => Wrap(f, static g => new AsyncGeneratorManager(g)))
        .Type(ExitStack.Type).Type(ExitStack.AsyncType)
        .Value("suppress", Simple("suppress", "*exceptions", static a => new SimpleManager(Any.None, e => e is not null && Except.Matches(e, a[0]))))
        .Value("closing", Simple("closing", "thing", static a => new SimpleManager(a[0], _ => a[0].Invoke("close") is var _ && false)))
        .Value("nullcontext", Simple("nullcontext", "enter_result=None", static a => new SimpleManager(a[0], static _ => false)))
        .Value("redirect_stdout", Simple("redirect_stdout", "new_target", static a => Redirect(a[0], static () => StdIO.CurrentOut, static v => StdIO.CurrentOut = v)))
        .Value("redirect_stderr", Simple("redirect_stderr", "new_target", static a => Redirect(a[0], static () => StdIO.CurrentError, static v => StdIO.CurrentError = v)))
        .Value("aclosing", Simple("aclosing", "thing", static a => new SimpleManager(a[0], static _ => false) { CloseAsync = () => a[0].Invoke("aclose") }))
        .Value("AbstractContextManager", Library.AbstractContexts.Manager)
        .Value("AbstractAsyncContextManager", Library.AbstractContexts.AsyncManager)
        .Value("ContextDecorator", PyType.Build(PyType.Type, "ContextDecorator", PyTuple.Of(PyType.Object), new PyDict<Any, Any> { ["__module__"] = "contextlib" }, new Arguments()));

    private static Any Wrap(Any function, Func<Any, PyObject> make)
    {
        var helper = new PyFunction("helper", "*args, **kwds", (Any[] a) => make(function.Call(new Arguments { new Star(a[0]), new StarStar(a[1]) })));
        return FunctoolsModule.UpdateWrapper(helper, function);
    }

    private static Any Simple(string name, string signature, Func<Any[], Any> make) => new PyFunction(name, signature, make) { IsBuiltin = true, Module = "contextlib" };

    private static SimpleManager Redirect(Any target, Func<Any> get, Action<Any> set)
    {
        var old = Any.None;
        return new SimpleManager(target, _ =>
        {
            set(old);
            return false;
        })
        {
            Entering = () =>
            {
                StdIO.Out.Flush();
                old = get();
                set(target);
            },
        };
    }
}

/// <summary>A context manager made of two C# functions.</summary>
internal sealed class SimpleManager(Any value, Func<BaseException?, bool> exit) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("_ContextManager", module: "contextlib")
        .Method("__enter__", static o => Self(o).Enter())
        .Method("__exit__", "self, et, exc, tb, /", static a => Self(a[0]).Leave(a[2].Ref as BaseException))
        .Method("__aenter__", static o => Coroutine.Of("__aenter__", "__aenter__", async () => Self(o).Enter()))
        .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "__aexit__", async () =>
        {
            if (Self(a[0]).CloseAsync is { } close)
                await close();
            return Self(a[0]).Leave(a[2].Ref as BaseException);
        }));

    public Action? Entering { get; init; }

    public Func<Any>? CloseAsync { get; init; }

    public override PyType Class => Type;

    private static SimpleManager Self(Any o) => (SimpleManager)o.Ref!;

    private Any Enter()
    {
        Entering?.Invoke();
        return value;
    }

    private bool Leave(BaseException? error) => exit(error);
}

/// <summary>What <c>@contextmanager</c> makes of a generator.</summary>
internal sealed class GeneratorManager(Any generator) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("_GeneratorContextManager", module: "contextlib")
        .Method("__enter__", static o => Self(o).Enter())
        .Method("__exit__", "self, et, exc, tb, /", static a => Self(a[0]).Exit(a[2].Ref as BaseException))
        .Method("__call__", "self, func, /", static (o, f) => FunctoolsModule.UpdateWrapper(new PyFunction("inner", "*args, **kwds", (Any[] a) =>
        {
            var manager = Context.Of(o);
            manager.Enter();
            Any result;
            try
            {
                result = f.Call(new Arguments { new Star(a[0]), new StarStar(a[1]) });
            }
            catch (BaseException error)
            {
                if (!manager.Exit(error))
                    throw;
                return Any.None;
            }
            manager.Exit();
            return result;
        }), f));

    public override PyType Class => Type;

    private static GeneratorManager Self(Any o) => (GeneratorManager)o.Ref!;

    private Any Enter()
    {
        try
        {
            return GeneratorProtocol.Send(generator, Any.None);
        }
        catch (StopIteration)
        {
            throw new RuntimeError("generator didn't yield");
        }
    }

    private bool Exit(BaseException? error)
    {
        try
        {
            if (error is null)
                GeneratorProtocol.Send(generator, Any.None);
            else
                GeneratorProtocol.Throw(generator, error);
        }
        catch (StopIteration stop)
        {
            return error is not null && !ReferenceEquals(stop, error);
        }
        catch (BaseException raised) when (ReferenceEquals(raised, error) || (error is StopIteration && raised is RuntimeError && ReferenceEquals(raised.Cause, error)))
        {
            return false;
        }
        GeneratorProtocol.Close(generator);
        throw new RuntimeError(error is null ? "generator didn't stop" : "generator didn't stop after throw()");
    }
}

/// <summary>What <c>@asynccontextmanager</c> makes of an asynchronous generator.</summary>
internal sealed class AsyncGeneratorManager(Any generator) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("_AsyncGeneratorContextManager", module: "contextlib")
        .Method("__aenter__", static o => Coroutine.Of("__aenter__", "_AsyncGeneratorContextManager.__aenter__", () => Self(o).Enter()))
        .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "_AsyncGeneratorContextManager.__aexit__", () => Self(a[0]).Exit(a[2].Ref as BaseException)));

    public override PyType Class => Type;

    private static AsyncGeneratorManager Self(Any o) => (AsyncGeneratorManager)o.Ref!;

    private async Coro<Any> Enter()
    {
        try
        {
            return await generator.Invoke("__anext__");
        }
        catch (StopAsyncIteration)
        {
            throw new RuntimeError("generator didn't yield");
        }
    }

    private async Coro<Any> Exit(BaseException? error)
    {
        try
        {
            if (error is null)
                await generator.Invoke("__anext__");
            else
                await generator.Invoke("athrow", error);
        }
        catch (StopAsyncIteration stop)
        {
            return error is not null && !ReferenceEquals(stop, error);
        }
        catch (BaseException raised) when (ReferenceEquals(raised, error) || (error is StopIteration or StopAsyncIteration && raised is RuntimeError && ReferenceEquals(raised.Cause, error)))
        {
            return false;
        }
        await generator.Invoke("aclose");
        throw new RuntimeError(error is null ? "generator didn't stop" : "generator didn't stop after athrow()");
    }
}

/// <summary><c>ExitStack</c> and <c>AsyncExitStack</c>.</summary>
internal sealed class ExitStack(bool isAsync) : PyObject
{
    public static readonly PyType Type = CreateType("ExitStack", false);
    public static readonly PyType AsyncType = CreateType("AsyncExitStack", true);

    private readonly Stack<Func<BaseException?, Coro<bool>>> _exits = new();

    public override PyType Class => isAsync ? AsyncType : Type;

    private static ExitStack Self(Any o) => (ExitStack)o.Ref!;

    private static PyType CreateType(string name, bool isAsync)
    {
        var type = PyType.Builtin(name, module: "contextlib");
        type.New("cls", _ => new ExitStack(isAsync));
        type.Method("enter_context", "self, cm, /", static (o, manager) =>
            {
                var context = Context.Of(manager);
                var value = context.Enter();
                Self(o).Push(context);
                return value;
            })
            .Method("push", "self, exit, /", static (o, exit) =>
            {
                if (PyType.Of(exit).Lookup("__exit__").IsUnbound)
                    Self(o)._exits.Push(async e => exit.Call(e?.Class is { } c ? c : Any.None, e is null ? Any.None : e, Any.None).Truth);
                else
                    Self(o).Push(Context.Of(exit));
                return exit;
            })
            .Method("callback", "self, callback, /, *args, **kwds", static a =>
            {
                Self(a[0])._exits.Push(async error =>
                {
                    _ = a[1].Call(new Arguments { new Star(a[2]), new StarStar(a[3]) });
                    return false;
                });
                return a[1];
            })
            .Method("pop_all", static o =>
            {
                var moved = new ExitStack(Self(o).IsAsync);
                foreach (var exit in Self(o)._exits.Reverse())
                    moved._exits.Push(exit);
                Self(o)._exits.Clear();
                return moved;
            });
        if (!isAsync)
            return type.Method("__enter__", static o => o)
                .Method("__exit__", "self, et, exc, tb, /", static a => Self(a[0]).Unwind(a[2].Ref as BaseException).GetAwaiter().GetResult())
                .Method("close", static o =>
                {
                    Self(o).Unwind(null).GetAwaiter().GetResult();
                    return Any.None;
                });
        return type.Method("__aenter__", static o => Coroutine.Of("__aenter__", "AsyncExitStack.__aenter__", async () => o))
            .Method("__aexit__", "self, et, exc, tb, /", static a => Coroutine.Of("__aexit__", "AsyncExitStack.__aexit__", () => Self(a[0]).Unwind(a[2].Ref as BaseException)))
            .Method("aclose", static o => Coroutine.Of("aclose", "AsyncExitStack.aclose", () => Self(o).Unwind(null)))
            .Method("enter_async_context", "self, cm, /", static (o, manager) => Coroutine.Of("enter_async_context", "AsyncExitStack.enter_async_context", async () =>
            {
                var context = AsyncContext.Of(manager);
                var value = await context.EnterAsync();
                Self(o)._exits.Push(async e =>
                {
                    if (e is not null)
                        return await context.ExitAsync(e);
                    await context.ExitAsync();
                    return false;
                });
                return value;
            }))
            .Method("push_async_callback", "self, callback, /, *args, **kwds", static a =>
            {
                Self(a[0])._exits.Push(async _ =>
                {
                    await a[1].Call(new Arguments { new Star(a[2]), new StarStar(a[3]) });
                    return false;
                });
                return a[1];
            });
    }

    private bool IsAsync => isAsync;

    private void Push(Context context) => _exits.Push(async e =>
    {
        if (e is not null)
            return context.Exit(e);
        context.Exit();
        return false;
    });

    private async Coro<Any> Unwind(BaseException? error)
    {
        var current = error;
        while (_exits.TryPop(out var exit))
        {
            try
            {
                if (await exit(current))
                    current = null;
            }
            catch (BaseException raised)
            {
                if (current is not null && !ReferenceEquals(raised, current))
                    raised.Context ??= current;
                current = raised;
            }
        }
        if (current is not null && !ReferenceEquals(current, error))
            throw current;
        return error is not null && current is null;
    }
}
