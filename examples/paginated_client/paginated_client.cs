using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PaginatedClient;

using static Module;

public class RateLimited : PyException
{
    public RateLimited(double wait) : base(F($"retry after {wait}"))
    {
        Wait = wait;
    }

    public double Wait { get; set; }

    public static new readonly PyType Type = PyType.Emitted("RateLimited", "__main__", PyException.Type)
        .Constructor("wait", a => new RateLimited(a[0].As<double>()))
        .Field("wait", self => self.As<RateLimited>().Wait, (self, value) => self.As<RateLimited>().Wait = value.As<double>());
    protected override PyType NativeClass => Type;
}

/// <summary>Holds 23 items in pages; every fourth request is refused.</summary>
public class FakeServer : PyObject
{
    public FakeServer(PyInt total, PyInt pageSize)
    {
        Items = new PyList<Any>(Sequences.Range(1, total + 1).Select(n => (Any)new PyDict<Any, Any> { ["id"] = n, ["tags"] = (PyList<Any>)[n % 2 == 0 ? (Any)"even" : (Any)"odd"], ["score"] = n * n % 17 }));
        PageSize = pageSize;
        Requests = 0;
    }

    public PyList<Any> Items { get; set; }
    public PyInt PageSize { get; set; }
    public PyInt Requests { get; set; }

    public async Coro<PyDict<string, Any>> Get_(Any cursor, Any limit)
    {
        Requests += 1;
        await AsyncIO.Sleep(0);
        if (Requests % 4 == 0)
        {
            throw new RateLimited(Requests / 1000);
        }
        Any size = limit.Truth ? limit : (Any)PageSize;
        var chunk = Items.Slice(cursor, cursor + size, Any.None);
        Any following = cursor + Len(chunk);
        return new PyDict<string, Any> { ["items"] = chunk, ["next"] = following < Len(Items) ? following : Any.None };
    }

    public Coroutine<PyDict<string, Any>> Get_Coroutine(Any cursor, Any limit) => Coroutine.Of("get", "FakeServer.get", () => Get_(cursor, limit));

    public static readonly PyType Type = PyType.Emitted("FakeServer", "__main__")
        .Doc("Holds 23 items in pages; every fourth request is refused.")
        .Constructor("total, page_size", a => new FakeServer(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("items", self => self.As<FakeServer>().Items, (self, value) => self.As<FakeServer>().Items = value.As<PyList<Any>>())
        .Field("page_size", self => self.As<FakeServer>().PageSize, (self, value) => self.As<FakeServer>().PageSize = value.As<PyInt>())
        .Field("requests", self => self.As<FakeServer>().Requests, (self, value) => self.As<FakeServer>().Requests = value.As<PyInt>())
        .Method("get", "self, cursor, limit=None", (self, cursor, limit) => self.As<FakeServer>().Get_Coroutine(cursor, limit));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("paginated_client.py", args, Run);

    public static async Coro<PyDict<string, Any>> Fetch(FakeServer server, Any cursor, Any limit)
    {
        for (PyInt attempt = 1; attempt < 4; attempt++)
        {
            try
            {
                return await server.Get_(cursor, limit);
            }
            catch (RateLimited refusal)
            {
                using var handling = Handling.Of(refusal);
                Print(F($"  attempt {attempt} at {cursor}: {refusal}"));
                await AsyncIO.Sleep(refusal.Wait);
            }
        }
        throw new RuntimeError("server keeps refusing");
    }

    /// <summary>Yields pages. What is sent back is the next page's size, 'skip', or None.</summary>
    public static AsyncGenerator<Any> Pages(FakeServer server)
    {
        return AsyncGenerator<Any>.Create("pages", "pages", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            Any cursor = 0;
            Any limit = Any.None;
            PyInt fetched = 0;
            try
            {
                while (!cursor.IsNone)
                {
                    var page = await Fetch(server, cursor, limit);
                    fetched += 1;
                    Any command = await y.Yield(page["items"]);
                    cursor = page["next"];
                    if (command == "skip" && !cursor.IsNone)
                    {
                        Print("  skipping one page");
                        cursor = Any.AddInPlace(cursor, server.PageSize);
                    }
                    else if (IsInstance(command, Builtins.Get("int")))
                    {
                        limit = command;
                    }
                }
            }
            finally
            {
                Print("closed after", fetched, "pages");
            }
        }
    }

    public static PyDict<Any, (PyInt, Any)> Summarize(PyList<Any> items)
    {
        var byTag = new PyDict<Any, PyList<Any>>();
        foreach (var item in items)
        {
            foreach (var tag in Sequences.Of(item["tags"]))
            {
                byTag.SetDefault(tag, (PyList<Any>)[]).Append(item["score"]);
            }
        }
        IEnumerable<(Any, (PyInt, Any))> Items(IEnumerable<(Any, PyList<Any>)> source)
        {
            foreach (var (tag, scores) in source)
            {
                yield return (tag, (Len(scores), Sum(scores) / Len(scores)));
            }
        }
        return new PyDict<Any, (PyInt, Any)>(Items(Sequences.Sorted(byTag.Items)));
    }

    public static async Coro<PyList<Any>> Collect(FakeServer server, Any commands)
    {
        PyList<Any> seen = (PyList<Any>)[];
        AsyncGenerator<Any> stream = Pages(server);
        Any page = await stream.NextAsync();
        while (true)
        {
            seen.Extend(Sequences.Of(page));
            Print(new PyList<Any>(Sequences.Of(page).Select(item => item["id"])));
            try
            {
                page = await stream.SendAsync(Next(commands, Any.None));
            }
            catch (StopAsyncIteration)
            {
                break;
            }
        }
        return seen;
    }

    public static async Coro<Any> First(FakeServer server, PyInt wanted)
    {
        AsyncGenerator<Any> stream = Pages(server);
        BaseException? pending = null;
        try
        {
            await foreach (var page in stream.Rest)
            {
                foreach (var item in Sequences.Of(page))
                {
                    if (item["score"] == wanted)
                    {
                        return item;
                    }
                }
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
            await stream.CloseAsync();
        }
        return Any.None;
    }

    public static async Coro MainAsync()
    {
        var everything = await Collect(new FakeServer(23, 5), Iter((PyList<Any>)[Any.None, 3, "skip", 7]));
        Print(Len(everything), Summarize(everything));
        Any found = await First(new FakeServer(23, 5), 8);
        Print("found", found);
        Print("nothing", await First(new FakeServer(6, 2), 99));
        AsyncGenerator<Any> stream = Pages(new FakeServer(4, 2));
        await stream.NextAsync();
        try
        {
            await stream.ThrowAsync(new KeyError("interrupted"));
        }
        catch (KeyError error)
        {
            Print("thrown in:", error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
