using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace QueuesOfOneType;

using static Module;

public class Job : PyObject
{
    public Job(PyInt priority, string name)
    {
        Priority = priority;
        this.Name = name;
    }

    public PyInt Priority { get; set; }
    public string Name { get; set; }

    public string Represent()
    {
        return F($"Job(priority={Repr(Priority)}, name={Repr(this.Name)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Job>())
        {
            return Priority == other.As<Job>().Priority;
        }
        return Any.NotImplemented;
    }

    public Any LessThan(Job other)
    {
        if (IsInstance(other, Job.Type))
        {
            return Operators.Compare(Comparison.Lt, PyTuple.Of(Priority), PyTuple.Of(other.Priority));
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
        .Constructor("priority, name", a => new Job(a[0].As<PyInt>(), a[1].As<string>()))
        .Field("priority", self => self.As<Job>().Priority, (self, value) => self.As<Job>().Priority = value.As<PyInt>())
        .Field("name", self => self.As<Job>().Name, (self, value) => self.As<Job>().Name = value.As<string>())
        .Method("__repr__", self => self.As<Job>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Job>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Job>().LessThan(other.As<Job>()))
        .Method("__le__", "self, other", (self, other) => self.As<Job>().LessOrEqual(other))
        .Method("__gt__", "self, other", (self, other) => self.As<Job>().GreaterThan(other))
        .Method("__ge__", "self, other", (self, other) => self.As<Job>().GreaterOrEqual(other));
    public override PyType Class => Type;
}

public class Channel : PyObject
{
    public Channel(string name, AsyncQueue<string>? items = null, AsyncQueue<PyInt>? extra = null)
    {
        this.Name = name;
        Items = items is null ? new AsyncQueue<string>() : items;
        Extra = extra;
    }

    public string Name { get; set; }
    public AsyncQueue<string> Items { get; set; }
    public AsyncQueue<PyInt>? Extra { get; set; }

    public string Represent()
    {
        return RecursiveRepr.Of(this, () => F($"Channel(name={Repr(this.Name)}, items={Repr(Items)}, extra={Repr((Any)Extra)})"));
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Channel>())
        {
            return (value2 = (Any)(this.Name == other.As<Channel>().Name)).Truth ? (value = Operators.Compare(Comparison.Eq, Items, other.As<Channel>().Items)).Truth ? Operators.Compare(Comparison.Eq, Extra, other.As<Channel>().Extra) : value : value2;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Channel", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("name, items=None, extra=None", a => new Channel(a[0].As<string>(), a[1].As<AsyncQueue<string>?>(), a[2].As<AsyncQueue<PyInt>?>()))
        .Field("name", self => self.As<Channel>().Name, (self, value) => self.As<Channel>().Name = value.As<string>())
        .Field("items", self => self.As<Channel>().Items, (self, value) => self.As<Channel>().Items = value.As<AsyncQueue<string>>())
        .Field("extra", self => self.As<Channel>().Extra, (self, value) => self.As<Channel>().Extra = value.As<AsyncQueue<PyInt>?>())
        .Method("__repr__", self => self.As<Channel>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Channel>().EqualTo(other));
    public override PyType Class => Type;
}

public class Board : PyObject
{
    public Board()
    {
        Queues = new PyDict<string, AsyncQueue<PyInt>>();
        First = null;
    }

    public PyDict<string, AsyncQueue<PyInt>> Queues { get; set; }
    public AsyncQueue<PyInt>? First { get; set; }

    public AsyncQueue<PyInt> Of(string name)
    {
        if (!Queues.ContainsKey(name))
        {
            Queues[name] = new AsyncQueue<PyInt>();
        }
        return Queues[name];
    }

    public static readonly PyType Type = PyType.Emitted("Board", "__main__")
        .Constructor("", a => new Board())
        .Field("queues", self => self.As<Board>().Queues, (self, value) => self.As<Board>().Queues = value.As<PyDict<string, AsyncQueue<PyInt>>>())
        .Field("first", self => self.As<Board>().First, (self, value) => self.As<Board>().First = value.As<AsyncQueue<PyInt>?>())
        .Method("of", "self, name", (self, name) => self.As<Board>().Of(name.As<string>()));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Asyncio = Any.Unbound;
    internal static Any Queue = Any.Unbound;
    internal static Any Loud = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("queues_of_one_type.py", args, Run);

    // The items of a bare annotation are what arrives.
    public static async Coro Produce(AsyncQueue<PyInt> queue, PyInt count)
    {
        for (PyInt i = 0, stop = count; i < stop; i++)
        {
            await queue.Put(i);
            Print("produced", i, queue.QSize(), queue.Full());
        }
    }

    public static async Coro<PyInt> Consume(AsyncQueue<PyInt> queue, string name)
    {
        PyInt total = 0;
        while (true)
        {
            PyInt item = await queue.Get();
            if (item < 0)
            {
                queue.TaskDone();
                return total;
            }
            total += item;
            Print(name, "consumed", item + 1);
            queue.TaskDone();
        }
    }

    public static async Coro<PyList<string>> Ordered(AsyncPriorityQueue<Job> jobs)
    {
        PyList<string> names = (PyList<string>)[];
        while (!jobs.Empty())
        {
            names.Append((await jobs.Get()).Name);
            jobs.TaskDone();
        }
        return names;
    }

    public static async Coro Pump(AsyncQueue<PyInt> source, AsyncQueue<PyInt> target)
    {
        while (!source.Empty())
        {
            target.PutNowait(source.GetNowait());
        }
    }

    public static string Describe(AsyncQueue queue)
    {
        return F($"{PyType.Of(queue).Name} {queue.QSize()} {IsInstance(queue, Asyncio.Get("Queue"))} {IsInstance(queue, Asyncio.Get("LifoQueue"))}");
    }

    public static async Coro Bounded()
    {
        var queue = new AsyncQueue<PyInt>(2);
        PyTask<PyInt> consumer = AsyncIO.CreateTask(ConsumeCoroutine(queue, "c"));
        await Produce(queue, 5);
        await queue.Put(-1);
        await queue.Join();
        Print("total", await consumer, queue.MaxSize);
    }

    public static async Coro Orders()
    {
        var jobs = new AsyncPriorityQueue<Job>();
        foreach (var (priority, name) in (PyList<(PyInt, string)>)[((PyInt)3, "low"), ((PyInt)1, "high"), ((PyInt)2, "mid")])
        {
            await jobs.Put(new Job(priority, name));
        }
        Print(await Ordered(jobs));
        var pairs = new AsyncPriorityQueue<(PyInt, string)>();
        foreach (var (priority, name) in (PyList<(PyInt, string)>)[((PyInt)3, "low"), ((PyInt)1, "high"), ((PyInt)2, "mid"), ((PyInt)1, "also")])
        {
            pairs.PutNowait((priority, name));
        }
        while (!pairs.Empty())
        {
            var (priority, name) = pairs.GetNowait();
            Print(priority + 1, Str.Upper(name));
        }
        try
        {
            pairs.PutNowait(((PyInt)1, "x"));
            pairs.PutNowait(((PyInt)1, "y"));
            pairs.GetNowait();
        }
        catch (TypeError error)
        {
            Print(error);
        }
        var stack = new AsyncLifoQueue<string>();
        foreach (var word in Str.Split("one two three"))
        {
            stack.PutNowait(word);
        }
        Print(Describe(new AsyncLifoQueue()), Describe(new AsyncPriorityQueue()));
        while (!stack.Empty())
        {
            Print(Str.Upper(await stack.Get()));
        }
    }

    public static async Coro Fallible()
    {
        var queue = new AsyncQueue<string>(1);
        queue.PutNowait("a");
        try
        {
            queue.PutNowait("b");
        }
        catch (QueueFull error)
        {
            Print("full", Repr(error));
        }
        Print(Str.Upper(queue.GetNowait()));
        try
        {
            queue.GetNowait();
        }
        catch (QueueEmpty)
        {
            Print("empty");
        }
        try
        {
            string text = await AsyncIO.WaitFor(queue.GetCoroutine(), 0.001);
            Print(Str.Upper(text));
        }
        catch (TimeoutError)
        {
            Print("timeout");
        }
        PyTask<string> getter = AsyncIO.CreateTask(queue.GetCoroutine());
        await AsyncIO.Sleep(0);
        await queue.Put("late");
        Print(Str.Title(await getter), getter.GetResult() + "!");
        Any results = await AsyncIO.Gather([..((PyList<string>)["x"]).Select(w => ((Any)queue).Invoke("put", w)), (Any)queue.GetCoroutine()]);
        Print(results);
        try
        {
            queue.TaskDone();
            queue.TaskDone();
            queue.TaskDone();
            queue.TaskDone();
        }
        catch (ValueError error)
        {
            Print(error);
        }
        queue.PutNowait("left");
        queue.Shutdown();
        Print(await queue.Get());
        for (PyInt attempt = 0; attempt < 2; attempt++)
        {
            try
            {
                if (attempt != 0)
                {
                    await queue.Put("more");
                }
                else
                {
                    await queue.Get();
                }
            }
            catch (QueueShutDown error)
            {
                Print("shut down", Repr(error));
            }
        }
        var cleared = new AsyncQueue<double>();
        for (PyInt number = 0; number < 3; number++)
        {
            cleared.PutNowait((double)number * 0.5);
        }
        cleared.Shutdown(true);
        await cleared.Join();
        Print(cleared.QSize());
    }

    public static async Coro Mixed()
    {
        double? number = default;
        var anything = new AsyncQueue();
        foreach (var value in new Any[] { 1, "two", Any.None, (PyList<PyInt>)[3] })
        {
            anything.PutNowait(value);
        }
        while (!anything.Empty())
        {
            Print(Repr(await anything.Get()));
        }
        var ending = new AsyncQueue<double?>();
        foreach (var half in (PyList<double>)[1.5, 2.5])
        {
            ending.PutNowait(half);
        }
        ending.PutNowait(null);
        double total = 0.0;
        while ((number = await ending.Get()) is not null)
        {
            total += number.Value;
        }
        Print(total);
        var batches = new AsyncQueue<PyList<PyInt>>();
        batches.PutNowait((PyList<PyInt>)[1, 2]);
        var batch = await batches.Get();
        batch.Append(3);
        Print(batch, Sequences.Sum(batch));
        var source = new AsyncQueue<PyInt>();
        var target = new AsyncQueue<PyInt>();
        for (PyInt i = 0; i < 3; i++)
        {
            source.PutNowait(i);
        }
        await Pump(source, target);
        Print(target.GetNowait() + 1, target.QSize());
        var shown = new AsyncLifoQueue();
        shown.PutNowait(PyTuple.Of(1, "a"));
        Print(ToStr(shown), shown.GetNowait());
        Any loud = Loud.Call();
        await loud.Invoke("put", 1);
        Print(await loud.Invoke("get"));
        Print(Queue[Builtins.Get("int")], QueueOf(Asyncio.Get("Queue")[Builtins.Get("int")]));
    }

    public static Any QueueOf(Any kind)
    {
        Any queue = kind.Call();
        queue.Invoke("put_nowait", 5);
        return queue.Invoke("get_nowait");
    }

    public static async Coro Held()
    {
        var channel = new Channel("c");
        channel.Items.PutNowait("hello");
        Print(Str.Upper(await channel.Items.Get()), channel.Extra);
        channel.Extra = new AsyncQueue<PyInt>();
        if (channel.Extra is not null)
        {
            await channel.Extra.Put(3);
            Print(await channel.Extra.NotNone("get").Get() * 2);
        }
        var board = new Board();
        board.Of("a").PutNowait(1);
        board.Of("a").PutNowait(2);
        board.Of("b").PutNowait(3);
        IEnumerable<(string, PyInt)> Items(IEnumerable<(string, AsyncQueue<PyInt>)> source)
        {
            foreach (var (name, queue) in source)
            {
                yield return (name, queue.QSize());
            }
        }
        Print(new PyDict<string, PyInt>(Items(board.Queues.Items)));
        Print(await board.Of("a").Get() + await board.Of("b").Get());
        board.First = board.Queues["a"];
        if (((Any)board.First).Truth)
        {
            Print(board.First!.GetNowait());
        }
        var many = new PyList<AsyncQueue<PyInt>>(Sequences.Range(3).Select(_ => new AsyncQueue<PyInt>()));
        foreach (var (i, queue) in Sequences.Enumerate(many))
        {
            queue.PutNowait(i * 10);
        }
        Print(new PyList<PyInt>(many.Select(queue => queue.GetNowait())));
    }

    public static async Coro MainAsync()
    {
        await Bounded();
        await Orders();
        await Fallible();
        await Mixed();
        await Held();
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Queues whose items have one type, and queues of which nothing is known.
        Asyncio = Modules.Import("asyncio");
        Queue = Modules.ImportFrom("asyncio", "Queue");

        Any loudClass = Any.Unbound;
        loudClass = ClassBuilder.Build("Loud", "Loud", "__main__", new Arguments { Asyncio.Get("Queue") }, ns =>
        {
            void Put(Any self, Any item)
            {
                Print("put", item);
                ((Any)new Super(loudClass.As<PyType>(), self)).Invoke("_put", item);
            }
            ns["_put"] = new PyFunction("Loud._put", "self, item", (Any self, Any item) => Put(self, item));
            ns.ClassCell(made => loudClass = made);
        });
        Loud = loudClass;

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine<PyInt> ConsumeCoroutine(AsyncQueue<PyInt> queue, string name) => Coroutine.Of("consume", "consume", () => Consume(queue, name));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
