using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace Supervisor;

using static Module;

public sealed class State : PyEnum<State, string>
{
    public static readonly State Idle = new State("IDLE", "idle");
    public static readonly State Running = new State("RUNNING", "running");
    public static readonly State Failed = new State("FAILED", "failed");
    public static readonly State Done = new State("DONE", "done");

    private State(string name, string value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("State", "__main__", Idle, Running, Failed, Done);
}

/// <summary>A job that broke down.</summary>
public class Crash : PyException
{
    public Crash(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Crash", "__main__", PyException.Type)
        .Doc("A job that broke down.")
        .Constructor("*args", a => new Crash(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>A breakdown that no restart helps.</summary>
public class Fatal : PyException
{
    public Fatal(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Fatal", "__main__", PyException.Type)
        .Doc("A breakdown that no restart helps.")
        .Constructor("*args", a => new Fatal(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

public class Job : PyObject
{
    public Job(string name, Any body, PyInt restarts)
    {
        this.Name = name;
        Body = body;
        Restarts = restarts;
        State_ = State.Idle;
        History = (PyList<Any>)[];
    }

    public string Name { get; set; }
    public Any Body { get; set; }
    public Any Restarts { get; set; }
    public State State_ { get; set; }
    public PyList<Any> History { get; set; }

    public void Move(State state)
    {
        History.Append(PyTuple.Of(State_.Value, state.Value));
        State_ = state;
    }

    public string ToText()
    {
        return F($"{this.Name}[{State_.Name}]");
    }

    public static readonly PyType Type = PyType.Emitted("Job", "__main__")
        .Constructor("name, body, restarts=0", a => new Job(a[0].As<string>(), a[1], a[2].As<PyInt>()))
        .Field("name", self => self.As<Job>().Name, (self, value) => self.As<Job>().Name = value.As<string>())
        .Field("body", self => self.As<Job>().Body, (self, value) => self.As<Job>().Body = value)
        .Field("restarts", self => self.As<Job>().Restarts, (self, value) => self.As<Job>().Restarts = value)
        .Field("state", self => self.As<Job>().State_, (self, value) => self.As<Job>().State_ = value.As<State>())
        .Field("history", self => self.As<Job>().History, (self, value) => self.As<Job>().History = value.As<PyList<Any>>())
        .Method("move", "self, state", (self, state) => self.As<Job>().Move(state.As<State>()))
        .Method("__str__", self => self.As<Job>().ToText());
    public override PyType Class => Type;
}

/// <summary>Supervises jobs with a TaskGroup: restarts, timeouts, and an orderly end.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("supervisor.py", args, Run);

    public static async Coro<string> Steady(Any job)
    {
        for (PyInt step = 0; step < 3; step++)
        {
            Print(F($"{job.Get("name")} step {step}"));
            await AsyncIO.Sleep(0);
        }
        return "finished";
    }

    public static async Coro<string> Flaky(Any job)
    {
        await AsyncIO.Sleep(0);
        IEnumerable<PyInt> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                _ = items[0];
                Any state = items[1];
                if (state == "running")
                {
                    yield return 1;
                }
            }
        }
        PyInt attempts = Sequences.Sum(Items(Sequences.Of(job.Get("history"))));
        if (attempts < 3)
        {
            throw new Crash(F($"attempt {attempts}"));
        }
        return F($"finished at attempt {attempts}");
    }

    public static async Coro<string> Endless(Any job)
    {
        BaseException? pending = null;
        try
        {
            while (true)
            {
                await AsyncIO.Sleep(3600);
            }
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            Print(F($"{job.Get("name")} cleans up"));
        }
    }

    public static async Coro<string> Doomed(Any job)
    {
        await AsyncIO.Sleep(0.25);
        throw new Fatal(F($"{job.Get("name")} lost its database"));
    }

    public static async Coro<Any> Supervise(Any job, double? limit = null)
    {
        Any result = default;
        while (true)
        {
            _ = job.Invoke("move", State.Running);
            bool succeeded = false;
            try
            {
                var timeout = AsyncIO.TimeoutAfter(limit);
                timeout.Enter();
                try
                {
                    result = await job.Invoke("body", job);
                }
                catch (BaseException error)
                {
                    timeout.Exit(error);
                    throw;
                }
                finally
                {
                    timeout.Exit();
                }
                succeeded = true;
            }
            catch (Crash crash)
            {
                using var handling = Handling.Of(crash);
                _ = job.Invoke("move", State.Failed);
                if (job.Get("restarts") == 0)
                {
                    throw;
                }
                job.Set("restarts", Any.SubInPlace(job.Get("restarts"), 1));
                Print(F($"{job} restarts after {crash}"));
            }
            catch (TimeoutError caught)
            {
                using var handling = Handling.Of(caught);
                _ = job.Invoke("move", State.Failed);
                Print(F($"{job} took too long"));
                return "timed out";
            }
            if (succeeded)
            {
                _ = job.Invoke("move", State.Done);
                return result;
            }
        }
    }

    public static async Coro<Any> RunGroup(Any jobs, double? limit = null)
    {
        PyList<PyTask> tasks = (PyList<PyTask>)[];
        TaskGroup group = new TaskGroup();
        var manager = AsyncContext.Of(group);
        await manager.EnterAsync();
        try
        {
            foreach (var job in Sequences.Of(jobs))
            {
                tasks.Append(group.CreateTask(SuperviseCoroutine(job, limit), name: job.Get("name")));
            }
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
        return new PyList<Any>(tasks.Select(task => (Any)PyTuple.Of(task.Name, task.GetResult())));
    }

    public static async Coro MainAsync()
    {
        Print(await RunGroup((PyList<Any>)[new Job("steady", SteadyFunction, 0), new Job("flaky", FlakyFunction, 5)]));
        Print(await RunGroup((PyList<Any>)[new Job("endless", EndlessFunction, 0), new Job("steady", SteadyFunction, 0)], 0.1));

        PyList<Any> jobs = (PyList<Any>)[new Job("endless", EndlessFunction, 0), new Job("doomed", DoomedFunction, 0), new Job("flaky", FlakyFunction, 1)];
        try
        {
            await RunGroup(jobs);
        }
        catch (BaseException caught)
        {
            var groups = new ExceptStar(caught);
            if (groups.Match(Fatal.Type, out var group))
            {
                try
                {
                    Any fatal = group;
                    using var handling = Handling.Of(group);
                    Print("fatal:", new PyList<string>(Sequences.Of(fatal.Get("exceptions")).Select(error => ToStr(error))));
                }
                catch (BaseException raised)
                {
                    groups.Add(raised);
                }
            }
            if (groups.Match(Crash.Type, out var group2))
            {
                try
                {
                    Any crashes = group2;
                    using var handling = Handling.Of(group2);
                    Print("crashes:", new PyList<string>(Sequences.Of(crashes.Get("exceptions")).Select(error => ToStr(error))));
                }
                catch (BaseException raised2)
                {
                    groups.Add(raised2);
                }
            }
            groups.Finish();
        }
        Print(new PyList<string>(jobs.Select(job => ToStr(job))));

        PyTask<string> waiter = AsyncIO.CreateTask(EndlessCoroutine(new Job("lonely", EndlessFunction, 0)), name: "lonely");
        try
        {
            await AsyncIO.WaitFor(AsyncIO.Shield(waiter), 0.05);
        }
        catch (TimeoutError)
        {
            Print("still running:", !waiter.IsDone, waiter.Name);
        }
        waiter.Cancel();
        var (done, pending) = await AsyncIO.Wait((PySet<PyTask<string>>)[waiter]);
        Print(Len(done), Len(pending), waiter.IsCancelled);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<string> SteadyCoroutine(Any job) => Coroutine.Of("steady", "steady", () => Steady(job));
    public static readonly Any SteadyFunction = new PyFunction("steady", "job", (Any job) => SteadyCoroutine(job)) { Flavour = "coroutine" };
    public static Coroutine<string> FlakyCoroutine(Any job) => Coroutine.Of("flaky", "flaky", () => Flaky(job));
    public static readonly Any FlakyFunction = new PyFunction("flaky", "job", (Any job) => FlakyCoroutine(job)) { Flavour = "coroutine" };
    public static Coroutine<string> EndlessCoroutine(Any job) => Coroutine.Of("endless", "endless", () => Endless(job));
    public static readonly Any EndlessFunction = new PyFunction("endless", "job", (Any job) => EndlessCoroutine(job)) { Flavour = "coroutine" };
    public static Coroutine<string> DoomedCoroutine(Any job) => Coroutine.Of("doomed", "doomed", () => Doomed(job));
    public static readonly Any DoomedFunction = new PyFunction("doomed", "job", (Any job) => DoomedCoroutine(job)) { Flavour = "coroutine" };
    public static Coroutine<Any> SuperviseCoroutine(Any job, double? limit = null) => Coroutine.Of("supervise", "supervise", () => Supervise(job, limit));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
