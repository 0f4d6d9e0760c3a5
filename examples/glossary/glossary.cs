using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Glossary;

using static Module;

// asynchronous iterable / asynchronous iterator
/// <summary>An asynchronous iterable: each `async for` gets a fresh iterator.</summary>
public class Countdown : PyObject, IAsyncEnumerable<PyInt>
{
    public Countdown(PyInt start)
    {
        Start = start;
    }

    public PyInt Start { get; set; }

    public CountdownIterator AsyncIter()
    {
        return new CountdownIterator(Start);
    }

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<PyInt> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<PyInt>(AsyncIter().NextAsync);

    public static readonly PyType Type = PyType.Emitted("Countdown", "__main__")
        .Doc("An asynchronous iterable: each `async for` gets a fresh iterator.")
        .Constructor("start", a => new Countdown(a[0].As<PyInt>()))
        .Field("start", self => self.As<Countdown>().Start, (self, value) => self.As<Countdown>().Start = value.As<PyInt>())
        .Method("__aiter__", self => self.As<Countdown>().AsyncIter());
    public override PyType Class => Type;
}

/// <summary>An asynchronous iterator: `__anext__` until StopAsyncIteration.</summary>
public class CountdownIterator : PyObject, IAsyncEnumerable<PyInt>
{
    public CountdownIterator(PyInt current)
    {
        Current = current;
    }

    public PyInt Current { get; set; }

    public CountdownIterator AsyncIter()
    {
        return this;
    }

    public async Coro<PyInt> NextAsync()
    {
        if (Current <= 0)
        {
            throw new StopAsyncIteration();
        }
        await AsyncIO.Sleep(0);
        Current -= 1;
        return Current + 1;
    }

    public Coroutine<PyInt> NextAsyncCoroutine() => Coroutine.Of("__anext__", "CountdownIterator.__anext__", () => NextAsync());

    /// <summary>Iterates from C# with await foreach.</summary>
    public IAsyncEnumerator<PyInt> GetAsyncEnumerator(CancellationToken cancellationToken = default) => AsyncIteration.Enumerate<PyInt>(AsyncIter().NextAsync);

    public static readonly PyType Type = PyType.Emitted("CountdownIterator", "__main__")
        .Doc("An asynchronous iterator: `__anext__` until StopAsyncIteration.")
        .Constructor("current", a => new CountdownIterator(a[0].As<PyInt>()))
        .Field("current", self => self.As<CountdownIterator>().Current, (self, value) => self.As<CountdownIterator>().Current = value.As<PyInt>())
        .Method("__aiter__", self => self.As<CountdownIterator>().AsyncIter())
        .Method("__anext__", self => self.As<CountdownIterator>().NextAsyncCoroutine());
    public override PyType Class => Type;
}

// awaitable
/// <summary>An object with `__await__`: it yields to the loop, then returns a value.</summary>
public class Delayed : PyObject
{
    public Delayed(PyInt hops, string value)
    {
        Hops = hops;
        Value = value;
    }

    public PyInt Hops { get; set; }
    public string Value { get; set; }

    public Generator<Any> Await()
    {
        return Generator<Any>.Create("__await__", "Delayed.__await__", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            for (PyInt i = 0, stop = Hops; i < stop; i++)
            {
                await y.Yield(Any.None);
            }
            return Value;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Delayed", "__main__")
        .Doc("An object with `__await__`: it yields to the loop, then returns a value.")
        .Constructor("hops, value", a => new Delayed(a[0].As<PyInt>(), a[1].As<string>()))
        .Field("hops", self => self.As<Delayed>().Hops, (self, value) => self.As<Delayed>().Hops = value.As<PyInt>())
        .Field("value", self => self.As<Delayed>().Value, (self, value) => self.As<Delayed>().Value = value.As<string>())
        .Method("__await__", self => self.As<Delayed>().Await());
    public override PyType Class => Type;
}

// asynchronous context manager
/// <summary>Logs entry and exit; suppresses the exception types it was given.</summary>
public class Guard : PyObject, IAsyncDisposable
{
    public Guard(string name, PyTuple suppressed)
    {
        this.Name = name;
        Suppressed = suppressed;
    }

    public string Name { get; set; }
    public PyTuple Suppressed { get; set; }

    public async Coro<Guard> EnterAsync()
    {
        await AsyncIO.Sleep(0);
        Print(F($"enter {this.Name}"));
        return this;
    }

    public async Coro<bool> ExitAsync(Any kind, Any error, Any trace)
    {
        Print(F($"exit {this.Name}: {(kind.Truth ? kind.Get("__name__") : Any.None)} {Repr(error)}"));
        return !kind.IsNone && IsSubclass(kind, Suppressed);
    }

    public Coroutine<Guard> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Guard.__aenter__", () => EnterAsync());
    public Coroutine<bool> ExitAsyncCoroutine(Any kind, Any error, Any trace) => Coroutine.Of("__aexit__", "Guard.__aexit__", () => ExitAsync(kind, error, trace));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Guard", "__main__")
        .Doc("Logs entry and exit; suppresses the exception types it was given.")
        .Constructor("name, *suppressed", a => new Guard(a[0].As<string>(), a[1].As<PyTuple>()))
        .Field("name", self => self.As<Guard>().Name, (self, value) => self.As<Guard>().Name = value.As<string>())
        .Field("suppressed", self => self.As<Guard>().Suppressed, (self, value) => self.As<Guard>().Suppressed = value.As<PyTuple>())
        .Method("__aenter__", self => self.As<Guard>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind, error, trace", a => a[0].As<Guard>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

// attribute
/// <summary>Takes any attribute, also one that is no identifier.</summary>
public class Bag : PyObject
{
    public static string Kind => "bag";

    public static readonly PyType Type = PyType.Emitted("Bag", "__main__")
        .Doc("Takes any attribute, also one that is no identifier.")
        .Attribute("kind", Kind)
        .Constructor("", _ => new Bag());
    public override PyType Class => Type;
}

/// <summary>Every term of the asynchronous glossary, in one program.</summary>
/// <remarks>Run under CPython and as C#, it prints the same lines.</remarks>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any Gzip = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Sys = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("glossary.py", args, Run);

    // asynchronous generator, and the iterator that calling it returns
    /// <summary>Receives numbers through asend, yields their mean so far.</summary>
    public static AsyncGenerator<Any> RunningMean()
    {
        return AsyncGenerator<Any>.Create("running_mean", "running_mean", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            Any number = default;
            Any total = 0.0;
            PyInt count = 0;
            Any mean = Any.None;
            try
            {
                while (true)
                {
                    try
                    {
                        number = await y.Yield(mean);
                    }
                    catch (ValueError error)
                    {
                        Print("reset:", error);
                        (total, count, mean) = (0.0, 0, Any.None);
                        continue;
                    }
                    total = Any.AddInPlace(total, number);
                    count += 1;
                    mean = total / count;
                }
            }
            finally
            {
                Print("mean closed after", count);
            }
        }
    }

    public static async IAsyncEnumerable<string> Ticks(PyInt n, string label = "tick")
    {
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            yield return F($"{label}-{i}");
            await AsyncIO.Sleep(0);
        }
    }

    // argument: positional, keyword, starred; PEP 362
    public static (Any, Any, PyTuple, Any, Any, PyDict<Any, Any>) Describe(Any first, Any second, PyTuple rest, Any only, Any @default, PyDict<Any, Any> extra)
    {
        return (first, second, rest, only, @default, extra);
    }

    public static async Coro<Any> Resolve(Any awaitable)
    {
        return await awaitable;
    }

    public static async Coro Iterate()
    {
        PyInt n = default;
        async IAsyncEnumerable<PyInt> Items(IAsyncEnumerable<PyInt> source)
        {
            await foreach (var n in source)
            {
                if (n != 2)
                {
                    yield return n;
                }
            }
        }
        Print(await Items(new Countdown(4)).Collect(items => new PyList<PyInt>(items)));
        await foreach (var item in new Countdown(2))
        {
            n = item;
            Print("left", n);
        }
        Print("lift-off");
        var names = await Ticks(3).Collect(items => new PyList<string>(items));
        async IAsyncEnumerable<(string, PyInt)> Items2(IAsyncEnumerable<string> source2)
        {
            await foreach (var t in source2)
            {
                yield return (t, Len(t));
            }
        }
        Print(names, await Items2(Ticks(2, "t")).Collect(items => new PyDict<string, PyInt>(items)));
        AsyncGenerator<string> iterator = AsyncGenerator.Of("ticks", Ticks(2));
        Print(await iterator.NextAsync(), await iterator.NextAsync(), await Builtins.Get("anext").Call(iterator, "over"));
        try
        {
            await iterator.NextAsync();
        }
        catch (StopAsyncIteration stop)
        {
            Print("stopped", ((Any)stop).Get("args"));
        }
    }

    public static async Coro Generate()
    {
        AsyncGenerator<Any> mean = RunningMean();
        Print(await mean.SendAsync(Any.None));
        foreach (var number in new double[] { 3.0, 4.0, 8.5 })
        {
            Print(await mean.SendAsync(number));
        }
        Print(await mean.ThrowAsync(new ValueError("too many")));
        Print(await mean.SendAsync(10));
        await mean.CloseAsync();
        Print(await Builtins.Get("anext").Call(mean, "closed"));
    }

    public static async Coro Manage()
    {
        var manager = new Guard("outer", PyTuple.Of());
        var context = AsyncContext.Of(manager.ExitAsync);
        await manager.EnterAsync();
        try
        {
            var manager2 = new Guard("inner", PyTuple.Of(KeyError.Type));
            var context2 = AsyncContext.Of(manager2.ExitAsync);
            var inner = await manager2.EnterAsync();
            try
            {
                Print("inside", inner.Name);
                throw new KeyError("lost");
            }
            catch (BaseException error2)
            {
                if (!await context2.ExitAsync(error2))
                {
                    throw;
                }
            }
            finally
            {
                await context2.ExitAsync();
            }
        }
        catch (BaseException error3)
        {
            if (!await context.ExitAsync(error3))
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
            var manager3 = new Guard("strict", PyTuple.Of(OSError.Type));
            var context3 = AsyncContext.Of(manager3.ExitAsync);
            await manager3.EnterAsync();
            try
            {
                throw new ZeroDivisionError("by hand");
            }
            catch (BaseException error4)
            {
                if (!await context3.ExitAsync(error4))
                {
                    throw;
                }
            }
            finally
            {
                await context3.ExitAsync();
            }
        }
        catch (ZeroDivisionError error)
        {
            Print("escaped", error);
        }
    }

    public static async Coro Interleave()
    {
        async Coro<string> Worker(string name, PyInt hops)
        {
            for (PyInt hop = 0, stop = hops; hop < stop; hop++)
            {
                Print(name, hop);
                await AsyncIO.Sleep(0);
            }
            return Str.Upper(name);
        }
        Coroutine<string> WorkerCoroutine(string name, PyInt hops) => Coroutine.Of("worker", "interleave.<locals>.worker", () => Worker(name, hops));

        Print(await AsyncIO.Gather((Any)WorkerCoroutine("a", 2), (Any)WorkerCoroutine("b", 3), ResolveCoroutine(new Delayed(1, "c"))));
        try
        {
            TaskGroup group = new TaskGroup();
            var manager = AsyncContext.Of(group);
            await manager.EnterAsync();
            try
            {
                _ = group.CreateTask(WorkerCoroutine("d", 5));
                _ = group.CreateTask(FailCoroutine());
            }
            catch (BaseException error)
            {
                if (!await manager.ExitAsync(error))
                {
                    throw;
                }
            }
            finally
            {
                await manager.ExitAsync();
            }
        }
        catch (BaseException caught)
        {
            var groups = new ExceptStar(caught);
            if (groups.Match(LookupError.Type, out var group2))
            {
                try
                {
                    Any groupError = group2;
                    using var handling = Handling.Of(group2);
                    Print("group", new PyList<string>(Sequences.Of(groupError.Get("exceptions")).Select(e => PyType.Of(e).Name)));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            groups.Finish();
        }
        PyTask<string> task = AsyncIO.CreateTask(WorkerCoroutine("e", 9));
        await AsyncIO.Sleep(0);
        task.Cancel("enough");
        try
        {
            await task;
        }
        catch (CancelledError cancelled)
        {
            Print("cancelled", ((Any)cancelled).Get("args"), task.IsCancelled);
        }
    }

    public static async Coro Fail()
    {
        await AsyncIO.Sleep(0);
        throw new IndexError("no such row");
    }

    public static void Arguments_()
    {
        Print(Generic.ToAny(Describe(1, 2, PyTuple.Of(), "o", "d", new PyDict<Any, Any>())));
        Print(DescribeFunction.Call(new Arguments { new Star(PyTuple.Of(3, 5)), 7, 8, { "only", true }, new StarStar(new PyDict<Any, Any> { ["default"] = Any.None, ["z"] = 26 }) }));
        Print(Builtins.Get("complex").Call(new Arguments { { "real", 3 }, { "imag", 5 } }), Builtins.Get("complex").Call(new Arguments { new StarStar(new PyDict<Any, Any> { ["real"] = 3, ["imag"] = 5 }) }));
        try
        {
            DescribeFunction.Call(1, 2);
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static void Attributes()
    {
        var bag = new Bag();
        SetAttr(bag, "not an identifier!", (PyList<Any>)[1, 2]);
        ((Any)bag).Set("plain", new PyDict<Any, Any> { ["k"] = Any.None });
        Print(GetAttr(bag, "not an identifier!"), ((Any)bag).Get("plain"), GetAttr(bag, "absent", "default"));
        Print(Sequences.Sorted(Sequences.Of(Builtins.Get("vars").Call(bag))), Bag.Kind, HasAttr(bag, "kind"));
        try
        {
            ((Any)bag).Get("missing");
        }
        catch (AttributeError error)
        {
            Print(error);
        }
    }

    public static void BinaryFiles()
    {
        Any payload = Builtins.Get("bytes").Call(Sequences.Range(256)) * 3;
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            Any path = Os.Get("path").Get("join").Call(folder, "data.bin");
            var manager2 = Context.Of(Builtins.Get("open").Call(path, "wb"));
            Any entered2 = manager2.Enter();
            try
            {
                Any @out = entered2;
                Print(@out.Invoke("write", payload), @out.Get("mode"));
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
            var manager3 = Context.Of(Builtins.Get("open").Call(path, "rb+"));
            Any entered3 = manager3.Enter();
            try
            {
                Any both = entered3;
                both.Invoke("seek", -4, Os.Get("SEEK_END"));
                Print(both.Invoke("read", 2), both.Invoke("tell"));
                both.Invoke("write", PyBytes.FromLatin1("\0ÿ"));
            }
            catch (BaseException error3)
            {
                if (!manager3.Exit(error3))
                {
                    throw;
                }
            }
            finally
            {
                manager3.Exit();
            }
            var manager4 = Context.Of(Builtins.Get("open").Call(path, "rb"));
            Any entered4 = manager4.Enter();
            try
            {
                Any source = entered4;
                Print(source.Invoke("read")[new PySlice(-4, Any.None, Any.None)], Len(payload));
            }
            catch (BaseException error4)
            {
                if (!manager4.Exit(error4))
                {
                    throw;
                }
            }
            finally
            {
                manager4.Exit();
            }
            Any packed = Os.Get("path").Get("join").Call(folder, "data.gz");
            var manager5 = Context.Of(Gzip.Get("GzipFile").Call(packed, "wb"));
            Any entered5 = manager5.Enter();
            try
            {
                Any @out = entered5;
                @out.Invoke("write", payload);
            }
            catch (BaseException error5)
            {
                if (!manager5.Exit(error5))
                {
                    throw;
                }
            }
            finally
            {
                manager5.Exit();
            }
            var manager6 = Context.Of(Gzip.Get("open").Call(packed, "rb"));
            Any entered6 = manager6.Enter();
            try
            {
                Any source = entered6;
                Print(Operators.Compare(Comparison.Eq, source.Invoke("read"), payload), Operators.Compare(Comparison.Lt, Os.Get("path").Get("getsize").Call(packed), Len(payload)));
            }
            catch (BaseException error6)
            {
                if (!manager6.Exit(error6))
                {
                    throw;
                }
            }
            finally
            {
                manager6.Exit();
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Any buffer = Io.Get("BytesIO").Call(PyBytes.FromLatin1("one\ntwo\n"));
        Print(buffer.Invoke("readline"), new PyList<Any>(Sequences.Of(buffer)), buffer.Invoke("getvalue")[new PySlice(Any.None, 3, Any.None)].Invoke("hex"));
        Sys.Get("stdout").Invoke("flush");
        Sys.Get("stdout").Get("buffer").Invoke("write", Str.Encode("naïve ✓ 𝄞\n"));
        Sys.Get("stdout").Get("buffer").Invoke("flush");
    }

    public static async Coro MainAsync()
    {
        await Iterate();
        await Generate();
        await Manage();
        await Interleave();
        Print(await (Any)new Delayed(3, "awaited"));
        Any coroutine = ResolveCoroutine(new Delayed(0, "late"));
        Print(PyType.Of(coroutine).Name, await coroutine);
        try
        {
            await coroutine;
        }
        catch (RuntimeError error)
        {
            Print(error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Gzip = Modules.Import("gzip");
        Io = Modules.Import("io");
        Os = Modules.Import("os");
        Sys = Modules.Import("sys");
        Tempfile = Modules.Import("tempfile");

        if (Name == "__main__")
        {
            AsyncIO.Run(MainAsyncCoroutine());
            Arguments_();
            Attributes();
            BinaryFiles();
            Print(PyInt.FloorDiv(PyInt.Pow((PyInt)2, 100), 7), PyInt.FloorDiv((PyInt)(-7), 2), (PyInt)(-7) % 3, 10000000000000000.0, 0.1 + 0.2, Numbers.ToInt(true) + 1, (PySet<PyInt>)[3, 1, 2], Str.Slice("é", Any.None, Any.None, -1));
        }
    }

    public static readonly Any DescribeFunction = new PyFunction("describe", "first, /, second=2, *rest, only, default=, **extra", (Any[] a) => Generic.ToAny(Describe(a[0], a[1], a[2].As<PyTuple>(), a[3], a[4], a[5].As<PyDict<Any, Any>>())), "d");
    public static Coroutine<Any> ResolveCoroutine(Any awaitable) => Coroutine.Of("resolve", "resolve", () => Resolve(awaitable));
    public static Coroutine FailCoroutine() => Coroutine.Of("fail", "fail", () => Fail());
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
