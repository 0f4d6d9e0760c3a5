using System;
using System.Linq;
using System.Threading.Tasks;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypedContexts;

using static Module;

/// <summary>Leaves quietly, and gives itself.</summary>
public class Span : PyObject
{
    public Span(string name)
    {
        this.Name = name;
        Depth = 0;
    }

    public string Name { get; set; }
    public PyInt Depth { get; set; }

    public Span Enter()
    {
        Depth += 1;
        return this;
    }

    public void Exit(PyTuple unused)
    {
        Depth -= 1;
        Print("left", this.Name, Depth);
    }

    public static readonly PyType Type = PyType.Emitted("Span", "__main__")
        .Doc("Leaves quietly, and gives itself.")
        .Constructor("name", a => new Span(a[0].As<string>()))
        .Field("name", self => self.As<Span>().Name, (self, value) => self.As<Span>().Name = value.As<string>())
        .Field("depth", self => self.As<Span>().Depth, (self, value) => self.As<Span>().Depth = value.As<PyInt>())
        .Method("__enter__", self => self.As<Span>().Enter())
        .Method("__exit__", "self, *unused", a => a[0].As<Span>().Exit(a[1].As<PyTuple>()));
    public override PyType Class => Type;
}

/// <summary>Leaves quietly, and gives a number.</summary>
public class Counter : PyObject, IAsyncDisposable
{
    public Counter()
    {
        Count = 0;
    }

    public PyInt Count { get; set; }

    public async Coro<PyInt> EnterAsync()
    {
        Count += 1;
        return Count;
    }

    public async Coro ExitAsync(Any kind, Any error, Any traceback)
    {
        Count -= 1;
    }

    public Coroutine<PyInt> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Counter.__aenter__", () => EnterAsync());
    public Coroutine ExitAsyncCoroutine(Any kind, Any error, Any traceback) => Coroutine.Of("__aexit__", "Counter.__aexit__", () => ExitAsync(kind, error, traceback));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Counter", "__main__")
        .Doc("Leaves quietly, and gives a number.")
        .Constructor("", a => new Counter())
        .Field("count", self => self.As<Counter>().Count, (self, value) => self.As<Counter>().Count = value.As<PyInt>())
        .Method("__aenter__", self => self.As<Counter>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind, error, traceback", a => a[0].As<Counter>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

/// <summary>Looks at the exception, and stops some.</summary>
public class Guard : PyObject, IDisposable
{
    public Guard(bool swallow)
    {
        Swallow = swallow;
    }

    public bool Swallow { get; set; }

    public string Enter()
    {
        return "guarded";
    }

    public bool Exit(Any kind, Any error, Any traceback)
    {
        Print("guard", kind.IsNone ? Any.None : kind.Get("__name__"), error);
        return Swallow;
    }

    /// <summary>Leaves the context without an error.</summary>
    public void Dispose() => Exit(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Guard", "__main__")
        .Doc("Looks at the exception, and stops some.")
        .Constructor("swallow", a => new Guard(a[0].As<bool>()))
        .Field("swallow", self => self.As<Guard>().Swallow, (self, value) => self.As<Guard>().Swallow = value.As<bool>())
        .Method("__enter__", self => self.As<Guard>().Enter())
        .Method("__exit__", "self, kind, error, traceback", a => a[0].As<Guard>().Exit(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public class AsyncGuard : PyObject, IAsyncDisposable
{
    public async Coro<AsyncGuard> EnterAsync()
    {
        await AsyncIO.Sleep(0);
        return this;
    }

    public async Coro<bool> ExitAsync(Any kind, Any error, Any traceback)
    {
        await AsyncIO.Sleep(0);
        Print("async guard", Repr(error));
        return IsInstance(error, ValueError.Type);
    }

    public Coroutine<AsyncGuard> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "AsyncGuard.__aenter__", () => EnterAsync());
    public Coroutine<bool> ExitAsyncCoroutine(Any kind, Any error, Any traceback) => Coroutine.Of("__aexit__", "AsyncGuard.__aexit__", () => ExitAsync(kind, error, traceback));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("AsyncGuard", "__main__")
        .Constructor("", _ => new AsyncGuard())
        .Method("__aenter__", self => self.As<AsyncGuard>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind, error, traceback", a => a[0].As<AsyncGuard>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public class Failing : PyObject, IDisposable
{
    public Failing Enter()
    {
        return this;
    }

    public void Exit(Any kind, Any error, Any traceback)
    {
        throw new KeyError("in exit");
    }

    /// <summary>Leaves the context without an error.</summary>
    public void Dispose() => Exit(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Failing", "__main__")
        .Constructor("", _ => new Failing())
        .Method("__enter__", self => self.As<Failing>().Enter())
        .Method("__exit__", "self, kind, error, traceback", a => a[0].As<Failing>().Exit(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

/// <summary>Context managers whose classes are known: using, finally, and the general form.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("typed_contexts.py", args, Run);

    public static PyInt Early(Span span)
    {
        var entered = span.Enter();
        try
        {
            return entered.Depth;
        }
        finally
        {
            span.Exit(PyTuple.Of(Any.None, Any.None, Any.None));
        }
    }

    public static PyInt Loop(Span span)
    {
        PyInt total = 0;
        for (PyInt i = 0; i < 4; i++)
        {
            span.Enter();
            try
            {
                if (i == 1)
                {
                    continue;
                }
                if (i == 3)
                {
                    break;
                }
                total += i;
            }
            finally
            {
                span.Exit(PyTuple.Of(Any.None, Any.None, Any.None));
            }
        }
        return total;
    }

    public static string Guarded(bool swallow)
    {
        var manager = new Guard(swallow);
        var context = Context.Of(manager.Exit);
        string word = manager.Enter();
        try
        {
            throw new ValueError(word);
        }
        catch (BaseException error)
        {
            if (!context.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            context.Exit();
        }
        return "after";
    }

    public static void Nested()
    {
        var manager = new Span("a");
        var first = manager.Enter();
        try
        {
            var manager2 = new Span("b");
            var second = manager2.Enter();
            try
            {
                var manager3 = new Guard(true);
                var context = Context.Of(manager3.Exit);
                manager3.Enter();
                try
                {
                    Print(first.Name, second.Name);
                    throw new OSError("stopped");
                }
                catch (BaseException error)
                {
                    if (!context.Exit(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    context.Exit();
                }
            }
            finally
            {
                manager2.Exit(PyTuple.Of(Any.None, Any.None, Any.None));
            }
        }
        finally
        {
            manager.Exit(PyTuple.Of(Any.None, Any.None, Any.None));
        }
    }

    public static async Coro MainAsync()
    {
        var counter = new Counter();
        {
            PyInt number = await counter.EnterAsync();
            try
            {
                Print(number, counter.Count);
            }
            finally
            {
                await counter.ExitAsync(Any.None, Any.None, Any.None);
            }
        }
        try
        {
            {
                PyInt number = await counter.EnterAsync();
                try
                {
                    throw new RuntimeError(ToStr(number));
                }
                finally
                {
                    await counter.ExitAsync(Any.None, Any.None, Any.None);
                }
            }
        }
        catch (RuntimeError error)
        {
            Print("caught", error, counter.Count);
        }
        var manager = new AsyncGuard();
        var context = AsyncContext.Of(manager.ExitAsync);
        var guard = await manager.EnterAsync();
        try
        {
            throw new ValueError(guard.Class.Name);
        }
        catch (BaseException error2)
        {
            if (!await context.ExitAsync(error2))
            {
                throw;
            }
        }
        finally
        {
            await context.ExitAsync();
        }
        try
        {
            var manager2 = new AsyncGuard();
            var context2 = AsyncContext.Of(manager2.ExitAsync);
            await manager2.EnterAsync();
            try
            {
                throw new LookupError("not stopped");
            }
            catch (BaseException error3)
            {
                if (!await context2.ExitAsync(error3))
                {
                    throw;
                }
            }
            finally
            {
                await context2.ExitAsync();
            }
        }
        catch (LookupError error)
        {
            Print("caught", error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var span = new Span("s");
        Print(Early(span), Loop(span), span.Depth);
        Print(Guarded(true));
        try
        {
            Guarded(false);
        }
        catch (ValueError error)
        {
            Print("caught", error);
        }
        Nested();
        try
        {
            var manager = new Failing();
            var context = Context.Of(manager.Exit);
            manager.Enter();
            try
            {
                throw new ValueError("in body");
            }
            catch (BaseException error2)
            {
                if (!context.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                context.Exit();
            }
        }
        catch (KeyError error)
        {
            Print(error, "during", Repr(((Any)error).Get("__context__")));
        }
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
