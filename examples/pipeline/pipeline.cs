using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Pipeline;

using static Module;

public class Job : PyObject
{
    public Job(PyInt priority, string name, PyInt attempts)
    {
        Priority = priority;
        this.Name = name;
        Attempts = attempts;
    }

    public PyInt Priority { get; set; }
    public string Name { get; set; }
    public Any Attempts { get; set; }

    public string Represent()
    {
        return F($"Job(priority={Repr(Priority)}, name={Repr(this.Name)}, attempts={Repr(Attempts)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Job>())
        {
            return Priority == other.As<Job>().Priority;
        }
        return Any.NotImplemented;
    }

    public Any LessThan(Any other)
    {
        if (other.Is<Job>())
        {
            return Operators.Compare(Comparison.Lt, PyTuple.Of(Priority), PyTuple.Of(other.As<Job>().Priority));
        }
        return Any.NotImplemented;
    }

    public Any LessOrEqual(Any other)
    {
        if (other.Is<Job>())
        {
            return Operators.Compare(Comparison.LtE, PyTuple.Of(Priority), PyTuple.Of(other.As<Job>().Priority));
        }
        return Any.NotImplemented;
    }

    public Any GreaterThan(Any other)
    {
        if (other.Is<Job>())
        {
            return Operators.Compare(Comparison.Gt, PyTuple.Of(Priority), PyTuple.Of(other.As<Job>().Priority));
        }
        return Any.NotImplemented;
    }

    public Any GreaterOrEqual(Any other)
    {
        if (other.Is<Job>())
        {
            return Operators.Compare(Comparison.GtE, PyTuple.Of(Priority), PyTuple.Of(other.As<Job>().Priority));
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Job", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("priority, name, attempts=0", a => new Job(a[0].As<PyInt>(), a[1].As<string>(), a[2].As<PyInt>()))
        .Field("priority", self => self.As<Job>().Priority, (self, value) => self.As<Job>().Priority = value.As<PyInt>())
        .Field("name", self => self.As<Job>().Name, (self, value) => self.As<Job>().Name = value.As<string>())
        .Field("attempts", self => self.As<Job>().Attempts, (self, value) => self.As<Job>().Attempts = value)
        .Method("__repr__", self => self.As<Job>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Job>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Job>().LessThan(other))
        .Method("__le__", "self, other", (self, other) => self.As<Job>().LessOrEqual(other))
        .Method("__gt__", "self, other", (self, other) => self.As<Job>().GreaterThan(other))
        .Method("__ge__", "self, other", (self, other) => self.As<Job>().GreaterOrEqual(other));
    public override PyType Class => Type;
}

public class Flaky : PyException
{
    public Flaky(Any job, string reason) : base(F($"{job.Get("name")}: {reason}"))
    {
        Job_ = job;
    }

    public Any Job_ { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Flaky", "__main__", PyException.Type)
        .Constructor("job, reason", a => new Flaky(a[0], a[1].As<string>()))
        .Field("job", self => self.As<Flaky>().Job_, (self, value) => self.As<Flaky>().Job_ = value);
    protected override PyType NativeClass => Type;
}

public static class Module
{
    internal static Any Json = Any.Unbound;
    internal static Any Random = Any.Unbound;
    internal static PyList<Any> Log = default!;
    internal static Any Perform = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("pipeline.py", args, Run);

    public static Any Trace(Any f)
    {
        async Coro<Any> Wrapper(PyTuple args, PyDict<Any, Any> kwargs)
        {
            Log.Append(f.Get("__name__"));
            return await f.Call(new Arguments { new Star(args), new StarStar(kwargs) });
        }
        Coroutine<Any> WrapperCoroutine(PyTuple args, PyDict<Any, Any> kwargs) => Coroutine.Of("wrapper", "trace.<locals>.wrapper", () => Wrapper(args, kwargs));
        Any wrapperFunction = new PyFunction("trace.<locals>.wrapper", "*args, **kwargs", (Any[] a) => WrapperCoroutine(a[0].As<PyTuple>(), a[1].As<PyDict<Any, Any>>())) { Flavour = "coroutine" };
        return wrapperFunction;
    }

    public static AsyncGenerator<string> Lease(AsyncQueue<string> pool, string who)
    {
        return AsyncGenerator<string>.Create("lease", "lease", Body);

        async AsyncGeneratorBody Body(AsyncYielder<string> y)
        {
            string token = await pool.Get();
            BaseException? pending = null;
            try
            {
                await y.Yield(token);
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                pool.PutNowait(token);
                Log.Append(F($"{who} returned {token}"));
            }
        }
    }

    public static async Coro<Any> PerformCore(Any job, Any rng)
    {
        job.Set("attempts", Any.AddInPlace(job.Get("attempts"), 1));
        await AsyncIO.Sleep(0);
        if (rng.Invoke("random") < 0.4 && job.Get("attempts") < 3)
        {
            throw new Flaky(job, F($"attempt {job.Get("attempts")} failed"));
        }
        return Sequences.Sum(Sequences.Of(job.Get("name")).Select(c => Ord(c))) % 97 * Any.Pow((Any)10, job.Get("priority") * 7);
    }

    public static async Coro<Any> Worker(string name, AsyncPriorityQueue queue, AsyncQueue<string> pool, PyDict<Any, PyList<(Any, Any, string)>> results, Any rng)
    {
        string token = default!;
        Any value = default;
        while (true)
        {
            Any job = await queue.Get();
            BaseException? pending = null;
            try
            {
                bool succeeded = false;
                try
                {
                    var manager = AsyncContext.Of(LeaseManager(pool, name));
                    token = await manager.EnterAsync();
                    try
                    {
                        value = await Perform.Call(job, rng);
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
                    succeeded = true;
                }
                catch (Flaky e)
                {
                    using var handling = Handling.Of(e);
                    Print(F($"{name:>3} retry {e} (priority {e.Job_.Get("priority"):02d})"));
                    await queue.Put(job);
                }
                if (succeeded)
                {
                    results[job.Get("priority")].Append((job.Get("name"), value, token));
                }
            }
            catch (BaseException error2)
            {
                pending = error2;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                queue.TaskDone();
            }
        }
    }

    public static AsyncGenerator<(PyInt, Any)> Numbered(Any source, PyInt start)
    {
        return AsyncGenerator<(PyInt, Any)>.Create("numbered", "numbered", Body);

        async AsyncGeneratorBody Body(AsyncYielder<(PyInt, Any)> y)
        {
            PyInt i = start;
            await foreach (var item in AsyncIteration.Of(source))
            {
                await y.Yield((i, item));
                i += 1;
            }
        }
    }

    public static async IAsyncEnumerable<Job> Jobs()
    {
        foreach (var (i, name) in Sequences.Enumerate(Str.Split("alpha beta gamma delta epsilon zeta")))
        {
            await AsyncIO.Sleep(0);
            yield return new Job(i % 3, name, 0);
        }
    }

    public static async Coro MainAsync()
    {
        PyList<Any> rest = default!;
        Any rng = Random.Get("Random").Call(42);
        var queue = new AsyncPriorityQueue();
        var pool = new AsyncQueue<string>();
        var results = new PyDefaultDict<Any, PyList<(Any, Any, string)>>();
        foreach (var token in new string[] { "red", "blue" })
        {
            pool.PutNowait(token);
        }
        await foreach (var (n, job) in Numbered(AsyncGenerator.Of("jobs", Jobs()), 1))
        {
            Print(n, job);
            await queue.Put(job);
        }
        var workers = new PyList<PyTask>(Sequences.Range(3).Select(i => AsyncIO.CreateTask(WorkerCoroutine(F($"w{i}"), queue, pool, results, rng))));
        await queue.Join();
        foreach (var w in workers)
        {
            w.Cancel();
        }
        Any done = await AsyncIO.Gather([..workers.Select(item => (Any)item)], returnExceptions: true);
        Print(new PyList<string>(Sequences.Of(done).Select(d => PyType.Of(d).Name)));
        foreach (var (priority, rows) in Sequences.Sorted(results.Items, reverse: true))
        {
            var best = Sequences.Max(rows, key: row => (row.Item2, row.Item1));
            Print(priority, Len(rows), TextFormat.Percent("%-8s|%+d", Generic.ToAny(best)[new PySlice(Any.None, 2, Any.None)]), Sequences.Sorted(new PySet<string>(rows.Select(r => r.Item3))));
        }
        IEnumerable<Any> Items(IEnumerable<PyList<(Any, Any, string)>> source)
        {
            foreach (var rows in source)
            {
                foreach (var item2 in rows)
                {
                    var items = item2;
                    _ = items.Item1;
                    Any v = items.Item2;
                    _ = items.Item3;
                    yield return v;
                }
            }
        }
        var items2 = Operators.Unpack(new PyList<Any>(Items(results.Values)), 1, 0);
        Any total = items2[0];
        rest = items2[1].As<PyList<Any>>();
        Print(total, Len(rest), Sum(rest) / Len(rest), Sequences.Max(rest));
        Print(Json.Get("dumps").Call(new Arguments { new PyDict<Any, Any> { ["log"] = Len(Log), ["kinds"] = Sequences.Sorted(new PySet<Any>(Log.Select(x => x.Invoke("split")[0]))) }, { "indent", 1 } }));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Json = Modules.Import("json");
        Random = Modules.Import("random");

        Log = (PyList<Any>)[];

        Perform = TraceFunction.Call(PerformCoreFunction);

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static readonly Any TraceFunction = new PyFunction("trace", "f", (Any f) => Trace(f));
    public static AsyncGeneratorContext<string> LeaseManager(AsyncQueue<string> pool, string who) => GeneratorContext.Of(() => Lease(pool, who));
    public static Coroutine<Any> PerformCoreCoroutine(Any job, Any rng) => Coroutine.Of("perform", "perform", () => PerformCore(job, rng));
    public static readonly Any PerformCoreFunction = new PyFunction("perform", "job, rng", (Any job, Any rng) => PerformCoreCoroutine(job, rng)) { Flavour = "coroutine" };
    public static Coroutine<Any> WorkerCoroutine(string name, AsyncPriorityQueue queue, AsyncQueue<string> pool, PyDict<Any, PyList<(Any, Any, string)>> results, Any rng) => Coroutine.Of("worker", "worker", () => Worker(name, queue, pool, results, rng));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
