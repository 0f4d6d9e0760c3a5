using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LogTailer;

using static Module;

/// <summary>One parsed line of a log.</summary>
public class Record : PyObject
{
    public Record(PyInt number, Any level, Any message)
    {
        Number = number;
        Level = level;
        Message_ = message;
    }

    public PyInt Number { get; set; }
    public Any Level { get; set; }
    public Any Message_ { get; set; }

    public Any Severity()
    {
        return Generic.ToAny(Levels).Invoke("index", Level);
    }

    public string Represent()
    {
        return F($"Record({Number}, {Repr(Level)}, {Repr(Message_)})");
    }

    public static readonly PyType Type = PyType.Emitted("Record", "__main__")
        .Doc("One parsed line of a log.")
        .Constructor("number, level, message", a => new Record(a[0].As<PyInt>(), a[1], a[2]))
        .Field("number", self => self.As<Record>().Number, (self, value) => self.As<Record>().Number = value.As<PyInt>())
        .Field("level", self => self.As<Record>().Level, (self, value) => self.As<Record>().Level = value)
        .Field("message", self => self.As<Record>().Message_, (self, value) => self.As<Record>().Message_ = value)
        .Method("severity", self => self.As<Record>().Severity())
        .Method("__repr__", self => self.As<Record>().Represent());
    public override PyType Class => Type;
}

/// <summary>A line that is no record.</summary>
public class Malformed : ValueError
{
    public Malformed(Any line, string reason) : base(F($"{reason}: {Repr(line)}"))
    {
        Reason = reason;
    }

    public string Reason { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Malformed", "__main__", ValueError.Type)
        .Doc("A line that is no record.")
        .Constructor("line, reason", a => new Malformed(a[0], a[1].As<string>()))
        .Field("reason", self => self.As<Malformed>().Reason, (self, value) => self.As<Malformed>().Reason = value.As<string>());
    protected override PyType NativeClass => Type;
}

/// <summary>Follows rotated, gzip-compressed logs and the live one as a single asynchronous stream.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any Gzip = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Counter = Any.Unbound;
    internal static (string, string, string, string) Levels;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("log_tailer.py", args, Run);

    /// <summary>Splits 'NUMBER LEVEL MESSAGE'.</summary>
    public static Record Parse(Any line)
    {
        Any parts = line.Invoke("split", " ", 2);
        if (Len(parts) < 3)
        {
            throw new Malformed(line, "too short");
        }
        var items = Operators.Unpack(parts, 3);
        Any number = items[0];
        Any level = items[1];
        Any message = items[2];
        if (!Generic.ToAny(Levels).Contains(level))
        {
            throw new Malformed(line, "unknown level");
        }
        return new Record(Numbers.ToInt(number), level, message);
    }

    public static IEnumerable<string> Messages(PyInt start, PyInt count)
    {
        for (PyInt i = start, stop = start + count; i < stop; i++)
        {
            yield return F($"{i} {Generic.ToAny(Levels)[i % 4]} request {i * 37 % 101} took {i * 13 % 29} ms");
        }
    }

    /// <summary>Makes two rotated logs and a live one; returns their paths, oldest first.</summary>
    public static PyList<Any> WriteLogs(Any folder)
    {
        PyList<Any> paths = (PyList<Any>)[];
        foreach (var age in new PyInt[] { 2, 1 })
        {
            Any path = Os.Get("path").Get("join").Call(folder, F($"app.log.{age}.gz"));
            var manager = Context.Of(Gzip.Get("open").Call(path, "wb"));
            Any entered = manager.Enter();
            try
            {
                Any @out = entered;
                foreach (var line in Messages((2 - age) * 6, 6))
                {
                    @out.Invoke("write", (Any)Str.Encode(line) + PyBytes.FromLatin1("\n"));
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
            paths.Append(path);
        }
        Any live = Os.Get("path").Get("join").Call(folder, "app.log");
        {
            Any @out = TextFile.Open(live, "w", encoding: "utf-8");
            var manager2 = Context.Of(@out);
            manager2.Enter();
            try
            {
                foreach (var line in Messages(12, 4))
                {
                    @out.Invoke("write", line + "\n");
                }
                @out.Invoke("write", "garbage\n");
                @out.Invoke("write", "17 FATAL disk on fire\n");
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
        }
        paths.Append(live);
        return paths;
    }

    /// <summary>Reads a log line by line, giving the loop a turn after each.</summary>
    public static AsyncGenerator<Any> Lines(Any path)
    {
        return AsyncGenerator<Any>.Create("lines", "lines", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            Any opener = path.Invoke("endswith", ".gz").Truth ? Gzip.Get("open") : Builtins.Get("open");
            var manager = Context.Of(opener.Call(new Arguments { path, "rt", { "encoding", "utf-8" } }));
            Any entered = manager.Enter();
            try
            {
                Any source = entered;
                foreach (var line in Sequences.Of(source))
                {
                    await y.Yield(line.Invoke("rstrip", "\n"));
                    await AsyncIO.Sleep(0);
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
        }
    }

    public static AsyncGenerator<Record> Follow(PyList<Any> paths, PyList<Malformed> problems)
    {
        return AsyncGenerator<Record>.Create("follow", "follow", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Record> y)
        {
            Record record = default!;
            foreach (var path in paths)
            {
                PyInt count = 0;
                await foreach (var line in Lines(path))
                {
                    try
                    {
                        record = Parse(line);
                    }
                    catch (Malformed problem)
                    {
                        problems.Append(problem);
                        continue;
                    }
                    count += 1;
                    await y.Yield(record);
                }
                Print(F($"-- {Os.Get("path").Get("basename").Call(path)}: {count} records"));
            }
        }
    }

    public static async Coro Produce(PyList<Any> paths, AsyncQueue<Record?> queue, PyList<Malformed> problems)
    {
        await foreach (var record in Follow(paths, problems))
        {
            await queue.Put(record);
        }
        await queue.Put(null);
    }

    public static async Coro<Any> Consume(AsyncQueue<Record?> queue, Any threshold)
    {
        Record? record = default;
        Any totals = Counter.Call();
        PyList<Any> severe = (PyList<Any>)[];
        while ((record = await queue.Get()) is not null)
        {
            Any target = record.Level;
            totals.SetItem(target, Any.AddInPlace(totals[target], 1));
            if (record.Severity() >= threshold)
            {
                severe.Append(record);
            }
        }
        return PyTuple.Of(totals, severe);
    }

    public static async Coro MainAsync()
    {
        Any totals = default;
        Any severe = default;
        PyList<Malformed> problems = (PyList<Malformed>)[];
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            var paths = WriteLogs(folder);
            var queue = new AsyncQueue<Record?>(3);
            PyTask producer = AsyncIO.CreateTask(ProduceCoroutine(paths, queue, problems));
            var items = Operators.Unpack(await Consume(queue, Generic.ToAny(Levels).Invoke("index", "ERROR")), 2);
            totals = items[0];
            severe = items[1];
            await producer;
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
        foreach (var level in Sequences.Of(Generic.ToAny(Levels)).Select(item => item.As<string>()))
        {
            Print(F($"{level:<8}{totals[level]:>3}"));
        }
        Print(severe[0], "...", severe[-1]);
        foreach (var problem in problems)
        {
            Print("skipped", problem, "/", problem.Reason);
        }
        Any slowest = Sequences.Max(Sequences.Of(severe), key: record => Numbers.ToInt(record.Get("message").Invoke("split")[-2]));
        Print("slowest error:", slowest.Get("message"));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Gzip = Modules.Import("gzip");
        Os = Modules.Import("os");
        Tempfile = Modules.Import("tempfile");
        Counter = Modules.ImportFrom("collections", "Counter");

        Levels = ("DEBUG", "INFO", "WARNING", "ERROR");

        if (Name == "__main__")
        {
            AsyncIO.Run(MainAsyncCoroutine());
        }
    }

    public static Coroutine ProduceCoroutine(PyList<Any> paths, AsyncQueue<Record?> queue, PyList<Malformed> problems) => Coroutine.Of("produce", "produce", () => Produce(paths, queue, problems));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
