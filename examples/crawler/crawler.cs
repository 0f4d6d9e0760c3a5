using System;
using System.Linq;
using System.Threading.Tasks;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Crawler;

using static Module;

public class NotFound : LookupError
{
    public NotFound(params Any[] args) : base(args)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("NotFound", "__main__", LookupError.Type)
        .Constructor("*args", a => new NotFound(a[0].As<PyTuple>().ToArray()));
    protected override PyType NativeClass => Type;
}

/// <summary>Lets a number of requests run at once and counts the busiest moment.</summary>
public class Limiter : PyObject, IAsyncDisposable
{
    public Limiter(PyInt limit)
    {
        Semaphore = new AsyncSemaphore(limit);
        Active = 0;
        Peak = 0;
    }

    public AsyncSemaphore Semaphore { get; set; }
    public PyInt Active { get; set; }
    public PyInt Peak { get; set; }

    public async Coro<Limiter> EnterAsync()
    {
        await Semaphore.Acquire();
        Active += 1;
        Peak = Numbers.Max(Peak, Active);
        return this;
    }

    public async Coro ExitAsync(Any kind, Any error, Any trace)
    {
        Active -= 1;
        Semaphore.Release();
    }

    public Coroutine EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Limiter.__aenter__", () => EnterAsync());
    public Coroutine ExitAsyncCoroutine(Any kind, Any error, Any trace) => Coroutine.Of("__aexit__", "Limiter.__aexit__", () => ExitAsync(kind, error, trace));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Limiter", "__main__")
        .Doc("Lets a number of requests run at once and counts the busiest moment.")
        .Constructor("limit", a => new Limiter(a[0].As<PyInt>()))
        .Field("semaphore", self => self.As<Limiter>().Semaphore, (self, value) => self.As<Limiter>().Semaphore = value.As<AsyncSemaphore>())
        .Field("active", self => self.As<Limiter>().Active, (self, value) => self.As<Limiter>().Active = value.As<PyInt>())
        .Field("peak", self => self.As<Limiter>().Peak, (self, value) => self.As<Limiter>().Peak = value.As<PyInt>())
        .Method("__aenter__", "self", a => a[0].As<Limiter>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind, error, trace", a => a[0].As<Limiter>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public class Crawler : PyObject
{
    public Crawler(Any transport, PyInt limit, PyInt maxDepth)
    {
        this.Transport = transport;
        Limiter_ = new Limiter(limit);
        MaxDepth = maxDepth;
        Pages = new PyDict<Any, Any>();
        Pending = new AsyncQueue();
    }

    public Any Transport { get; set; }
    public Limiter Limiter_ { get; set; }
    public PyInt MaxDepth { get; set; }
    public PyDict<Any, Any> Pages { get; set; }
    public AsyncQueue Pending { get; set; }

    public async Coro<Any> Fetch(Any url, Any depth)
    {
        Any page = Page.Call(url, depth);
        var manager = Limiter_;
        var context = AsyncContext.Of(manager.ExitAsync);
        await manager.EnterAsync();
        try
        {
            try
            {
                var manager2 = AsyncContext.Of(AsyncIO.TimeoutAfter(5));
                await manager2.EnterAsync();
                try
                {
                    var manager3 = AsyncContext.Of(this.Transport.Invoke("open", url));
                    Any entered = await manager3.EnterAsync();
                    try
                    {
                        Any links = entered;
                        _ = page.Get("links").Invoke("extend", links);
                    }
                    catch (BaseException error2)
                    {
                        if (!await manager3.ExitAsync(error2))
                        {
                            throw;
                        }
                    }
                    finally
                    {
                        await manager3.ExitAsync();
                    }
                }
                catch (BaseException error)
                {
                    if (!await manager2.ExitAsync(error))
                    {
                        throw;
                    }
                }
                finally
                {
                    await manager2.ExitAsync();
                }
            }
            catch (NotFound missing)
            {
                page.Set("error", F($"not found: {missing}"));
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
        return page;
    }

    public async Coro<Any> Worker(string name)
    {
        while (true)
        {
            var items = Operators.Unpack(await Pending.Get(), 2);
            Any url = items[0];
            Any depth = items[1];
            try
            {
                Any page = await Fetch(url, depth);
                Pages[url] = page;
                Print(F($"{name} {(page.Get("ok").Truth ? (Any)"ok " : (Any)"bad")} {depth} {url}"));
                foreach (var link in Sequences.Of(page.Get("links")))
                {
                    Schedule(link, depth + 1);
                }
            }
            finally
            {
                Pending.TaskDone();
            }
        }
    }

    public void Schedule(Any url, Any depth)
    {
        if (depth > MaxDepth || Pages.ContainsKey(url))
        {
            return;
        }
        Pages[url] = Any.None;
        Pending.PutNowait(PyTuple.Of(url, depth));
    }

    public async Coro<PyList<Any>> Run_(string start, PyInt workers)
    {
        Schedule(start, 0);
        var tasks = new PyList<Any>(Sequences.Range(workers).Select(i => (Any)AsyncIO.CreateTask(WorkerCoroutine(F($"w{i}")), name: F($"worker-{i}"))));
        await Pending.Join();
        foreach (var task in tasks)
        {
            _ = task.Invoke("cancel");
        }
        await (Any)AsyncIO.Gather([..tasks], returnExceptions: true);
        return new PyList<Any>(Pages.Values.Where(page => !page.IsNone));
    }

    public Coroutine FetchCoroutine(Any url, Any depth) => Coroutine.Of("fetch", "Crawler.fetch", () => Fetch(url, depth));
    public Coroutine WorkerCoroutine(string name) => Coroutine.Of("worker", "Crawler.worker", () => Worker(name));
    public Coroutine Run_Coroutine(string start, PyInt workers) => Coroutine.Of("run", "Crawler.run", () => Run_(start, workers));
    public static readonly PyType Type = PyType.Emitted("Crawler", "__main__")
        .Constructor("transport, limit, max_depth", a => new Crawler(a[0], a[1].As<PyInt>(), a[2].As<PyInt>()))
        .Field("transport", self => self.As<Crawler>().Transport, (self, value) => self.As<Crawler>().Transport = value)
        .Field("limiter", self => self.As<Crawler>().Limiter_, (self, value) => self.As<Crawler>().Limiter_ = value.As<Limiter>())
        .Field("max_depth", self => self.As<Crawler>().MaxDepth, (self, value) => self.As<Crawler>().MaxDepth = value.As<PyInt>())
        .Field("pages", self => self.As<Crawler>().Pages, (self, value) => self.As<Crawler>().Pages = value.As<PyDict<Any, Any>>())
        .Field("pending", self => self.As<Crawler>().Pending, (self, value) => self.As<Crawler>().Pending = value.As<AsyncQueue>())
        .Method("fetch", "self, url, depth", a => a[0].As<Crawler>().FetchCoroutine(a[1], a[2]))
        .Method("worker", "self, name", a => a[0].As<Crawler>().WorkerCoroutine(a[1].As<string>()))
        .Method("schedule", "self, url, depth", a => Functions.None(() => a[0].As<Crawler>().Schedule(a[1], a[2])))
        .Method("run", "self, start, workers", a => a[0].As<Crawler>().Run_Coroutine(a[1].As<string>(), a[2].As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>A rate-limited crawler over a transport that needs no network.</summary>
public static class Module
{
    internal static PyDict<Any, Any> Site = default!;
    internal static Any Page = Any.Unbound;
    internal static Any Transport = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("crawler.py", args, Run);

    public static async Coro<Any> MainAsync()
    {
        var crawler = new Crawler(Transport.Call(Site), 2, 3);
        var pages = await crawler.Run_("/", 3);
        Print(Len(pages), "pages,", crawler.Transport.Get("requests"), "requests, peak", crawler.Limiter_.Peak);
        var depths = new PyDict<Any, PyList<Any>>();
        foreach (var page in pages)
        {
            depths.SetDefault(page.Get("depth"), (PyList<Any>)[]).Append(page.Get("url"));
        }
        foreach (var depth in Sequences.Sorted(depths.Keys))
        {
            Print(depth, Sequences.Sorted(depths[depth]));
        }
        Print(new PyList<Any>(pages.Where(page => !page.Get("ok").Truth)));
        return Any.None;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any asynccontextmanager = Modules.ImportFrom("contextlib", "asynccontextmanager");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any field = Modules.ImportFrom("dataclasses", "field");

        Site = new PyDict<Any, Any> { ["/"] = (PyList<Any>)["/docs", "/blog", "/about"], ["/docs"] = (PyList<Any>)["/docs/intro", "/docs/api", "/"], ["/docs/intro"] = (PyList<Any>)["/docs/api"], ["/docs/api"] = (PyList<Any>)["/docs/api/v1", "/missing"], ["/docs/api/v1"] = (PyList<Any>)[], ["/blog"] = (PyList<Any>)["/blog/1", "/blog/2", "/blog/3"], ["/blog/1"] = (PyList<Any>)["/blog/2"], ["/blog/2"] = (PyList<Any>)["/slow", "/"], ["/blog/3"] = (PyList<Any>)[], ["/about"] = (PyList<Any>)["/blog"], ["/slow"] = (PyList<Any>)[] };

        Any pageClass = ClassBuilder.Build("Page", "Page", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("url", Builtins.Get("str"));
            ns.Annotate("depth", Builtins.Get("int"));
            ns["links"] = field.Call(new Arguments { { "default_factory", Builtins.Get("list") } });
            ns.Annotate("links", Builtins.Get("list"));
            ns["error"] = Any.None;
            ns.Annotate("error", Builtins.Get("str") | Any.None);

            bool Ok(Any self)
            {
                return self.Get("error").IsNone;
            }
            ns["ok"] = Builtins.Get("property").Call(new PyFunction("Page.ok", "self", (Any self) => Ok(self)));
        });
        Page = dataclass.Call(pageClass);

        Transport = ClassBuilder.Build("Transport", "Transport", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self, Any site)
            {
                self.Set("site", site);
                self.Set("requests", 0);
            }
            ns2["__init__"] = new PyFunction("Transport.__init__", "self, site", (Any self, Any site) => Functions.None(() => Init(self, site)));

            AsyncGenerator<Any> Open(Any self, Any url)
            {
                return AsyncGenerator<Any>.Create("open", "Transport.open", Body);

                async AsyncGeneratorBody Body(AsyncYielder<Any> y)
                {
                    self.Set("requests", Any.AddInPlace(self.Get("requests"), 1));
                    if (!self.Get("site").Contains(url))
                    {
                        throw new NotFound(url);
                    }
                    for (PyInt i = 0, stop = Len(url) % 3; i < stop; i++)
                    {
                        await AsyncIO.Sleep(0);
                    }
                    try
                    {
                        await y.Yield(self.Get("site")[url]);
                    }
                    finally
                    {
                        await AsyncIO.Sleep(0);
                    }
                }
            }
            ns2["open"] = asynccontextmanager.Call(new PyFunction("Transport.open", "self, url", (Any self, Any url) => Open(self, url)) { Flavour = "async generator" });
        });

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
