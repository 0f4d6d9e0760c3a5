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

public class Page : PyObject
{
    public Page(Any url, PyInt depth, Any links, string? error = null)
    {
        Url = url;
        Depth = depth;
        Links = links.IsNone ? (Any)(PyList<Any>)[] : links;
        Error = error;
    }

    public Any Url { get; set; }
    public PyInt Depth { get; set; }
    public Any Links { get; set; }
    public string? Error { get; set; }

    public bool Ok => Error is null;

    public string Represent()
    {
        return F($"Page(url={Repr(Url)}, depth={Repr(Depth)}, links={Repr(Links)}, error={Repr((Any)Error)})");
    }

    public Any EqualTo(Any other)
    {
        Any value = default;
        Any value2 = default;
        Any value3 = default;
        if (other.Is<Page>())
        {
            return (value3 = Operators.Compare(Comparison.Eq, Url, other.As<Page>().Url)).Truth ? (value2 = (Any)(Depth == other.As<Page>().Depth)).Truth ? (value = Operators.Compare(Comparison.Eq, Links, other.As<Page>().Links)).Truth ? (Any)(Error == other.As<Page>().Error) : value : value2 : value3;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Page", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("url, depth, links=None, error=None", a => new Page(a[0], a[1].As<PyInt>(), a[2], a[3].As<string?>()))
        .Field("url", self => self.As<Page>().Url, (self, value) => self.As<Page>().Url = value)
        .Field("depth", self => self.As<Page>().Depth, (self, value) => self.As<Page>().Depth = value.As<PyInt>())
        .Field("links", self => self.As<Page>().Links, (self, value) => self.As<Page>().Links = value)
        .Field("error", self => self.As<Page>().Error, (self, value) => self.As<Page>().Error = value.As<string?>())
        .Property("ok", self => self.As<Page>().Ok)
        .Method("__repr__", self => self.As<Page>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Page>().EqualTo(other));
    public override PyType Class => Type;
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

    public Coroutine<Limiter> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Limiter.__aenter__", () => EnterAsync());
    public Coroutine ExitAsyncCoroutine(Any kind, Any error, Any trace) => Coroutine.Of("__aexit__", "Limiter.__aexit__", () => ExitAsync(kind, error, trace));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Limiter", "__main__")
        .Doc("Lets a number of requests run at once and counts the busiest moment.")
        .Constructor("limit", a => new Limiter(a[0].As<PyInt>()))
        .Field("semaphore", self => self.As<Limiter>().Semaphore, (self, value) => self.As<Limiter>().Semaphore = value.As<AsyncSemaphore>())
        .Field("active", self => self.As<Limiter>().Active, (self, value) => self.As<Limiter>().Active = value.As<PyInt>())
        .Field("peak", self => self.As<Limiter>().Peak, (self, value) => self.As<Limiter>().Peak = value.As<PyInt>())
        .Method("__aenter__", self => self.As<Limiter>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind, error, trace", a => a[0].As<Limiter>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

public class Transport : PyObject
{
    public Transport(Any site)
    {
        this.Site = site;
        Requests = 0;
    }

    public Any Site { get; set; }
    public PyInt Requests { get; set; }

    public AsyncGenerator<Any> Open(Any url)
    {
        return AsyncGenerator<Any>.Create("open", "Transport.open", Body);

        async AsyncGeneratorBody Body(AsyncYielder<Any> y)
        {
            Requests += 1;
            if (!this.Site.Contains(url))
            {
                throw new NotFound(url);
            }
            for (PyInt i = 0, stop = Len(url) % 3; i < stop; i++)
            {
                await AsyncIO.Sleep(0);
            }
            BaseException? pending = null;
            try
            {
                await y.Yield(this.Site[url]);
            }
            catch (BaseException error)
            {
                pending = error;
                throw;
            }
            finally
            {
                using var handling = Handling.Of(pending);
                await AsyncIO.Sleep(0);
            }
        }
    }

    public AsyncGeneratorContext<Any> OpenManager(Any url) => GeneratorContext.Of(() => Open(url));

    public static readonly PyType Type = PyType.Emitted("Transport", "__main__")
        .Constructor("site", a => new Transport(a[0]))
        .Field("site", self => self.As<Transport>().Site, (self, value) => self.As<Transport>().Site = value)
        .Field("requests", self => self.As<Transport>().Requests, (self, value) => self.As<Transport>().Requests = value.As<PyInt>())
        .Method("open", "self, url", (self, url) => self.As<Transport>().Open(url))
        .AsyncContextManager("open");
    public override PyType Class => Type;
}

public class Crawler : PyObject
{
    public Crawler(Transport transport, PyInt limit, PyInt maxDepth)
    {
        Transport_ = transport;
        Limiter_ = new Limiter(limit);
        MaxDepth = maxDepth;
        Pages = new PyDict<Any, Page?>();
        Pending = new AsyncQueue<(Any, PyInt)>();
    }

    public Transport Transport_ { get; set; }
    public Limiter Limiter_ { get; set; }
    public PyInt MaxDepth { get; set; }
    public PyDict<Any, Page?> Pages { get; set; }
    public AsyncQueue<(Any, PyInt)> Pending { get; set; }

    public async Coro<Page> Fetch(Any url, PyInt depth)
    {
        var page = new Page(url, depth, Any.None);
        var manager = Limiter_;
        var context = AsyncContext.Of(manager.ExitAsync);
        await manager.EnterAsync();
        try
        {
            try
            {
                var timeout = AsyncIO.TimeoutAfter(5);
                timeout.Enter();
                try
                {
                    var manager2 = AsyncContext.Of(Transport_.OpenManager(url));
                    Any entered = await manager2.EnterAsync();
                    try
                    {
                        Any links = entered;
                        _ = page.Links.Invoke("extend", links);
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
                catch (BaseException error2)
                {
                    timeout.Exit(error2);
                    throw;
                }
                finally
                {
                    timeout.Exit();
                }
            }
            catch (NotFound missing)
            {
                page.Error = F($"not found: {missing}");
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
            var (url, depth) = await Pending.Get();
            BaseException? pending = null;
            try
            {
                var page = await Fetch(url, depth);
                Pages[url] = page;
                Print(F($"{name} {(page.Ok ? (Any)"ok " : (Any)"bad")} {depth} {url}"));
                foreach (var link in Sequences.Of(page.Links))
                {
                    Schedule(link, depth + 1);
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
                Pending.TaskDone();
            }
        }
    }

    public void Schedule(Any url, PyInt depth)
    {
        if (depth > MaxDepth || Pages.ContainsKey(url))
        {
            return;
        }
        Pages[url] = null;
        Pending.PutNowait((url, depth));
    }

    public async Coro<PyList<Page?>> Run_(string start, PyInt workers)
    {
        Schedule(start, 0);
        var tasks = new PyList<PyTask>(Sequences.Range(workers).Select(i => AsyncIO.CreateTask(WorkerCoroutine(F($"w{i}")), name: F($"worker-{i}"))));
        await Pending.Join();
        foreach (var task in tasks)
        {
            task.Cancel();
        }
        await AsyncIO.Gather([..tasks.Select(item => (Any)item)], returnExceptions: true);
        return new PyList<Page?>(Pages.Values.Where(page => page is not null));
    }

    public Coroutine<Page> FetchCoroutine(Any url, PyInt depth) => Coroutine.Of("fetch", "Crawler.fetch", () => Fetch(url, depth));
    public Coroutine<Any> WorkerCoroutine(string name) => Coroutine.Of("worker", "Crawler.worker", () => Worker(name));
    public Coroutine<PyList<Page?>> Run_Coroutine(string start, PyInt workers) => Coroutine.Of("run", "Crawler.run", () => Run_(start, workers));

    public static readonly PyType Type = PyType.Emitted("Crawler", "__main__")
        .Constructor("transport, limit, max_depth", a => new Crawler(a[0].As<Transport>(), a[1].As<PyInt>(), a[2].As<PyInt>()))
        .Field("transport", self => self.As<Crawler>().Transport_, (self, value) => self.As<Crawler>().Transport_ = value.As<Transport>())
        .Field("limiter", self => self.As<Crawler>().Limiter_, (self, value) => self.As<Crawler>().Limiter_ = value.As<Limiter>())
        .Field("max_depth", self => self.As<Crawler>().MaxDepth, (self, value) => self.As<Crawler>().MaxDepth = value.As<PyInt>())
        .Field("pages", self => self.As<Crawler>().Pages, (self, value) => self.As<Crawler>().Pages = value.As<PyDict<Any, Page?>>())
        .Field("pending", self => self.As<Crawler>().Pending, (self, value) => self.As<Crawler>().Pending = value.As<AsyncQueue<(Any, PyInt)>>())
        .Method("fetch", "self, url, depth", (self, url, depth) => self.As<Crawler>().FetchCoroutine(url, depth.As<PyInt>()))
        .Method("worker", "self, name", (self, name) => self.As<Crawler>().WorkerCoroutine(name.As<string>()))
        .Method("schedule", "self, url, depth", (self, url, depth) => self.As<Crawler>().Schedule(url, depth.As<PyInt>()))
        .Method("run", "self, start, workers", (self, start, workers) => self.As<Crawler>().Run_Coroutine(start.As<string>(), workers.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>A rate-limited crawler over a transport that needs no network.</summary>
public static class Module
{
    internal static PyDict<Any, Any> Site = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("crawler.py", args, Run);

    public static async Coro MainAsync()
    {
        var crawler = new Crawler(new Transport(Site), 2, 3);
        var pages = await crawler.Run_("/", 3);
        Print(Len(pages), "pages,", crawler.Transport_.Requests, "requests, peak", crawler.Limiter_.Peak);
        var depths = new PyDict<PyInt, PyList<Any>>();
        foreach (var page in pages)
        {
            depths.SetDefault(page.NotNone("depth").Depth, (PyList<Any>)[]).Append(page.NotNone("url").Url);
        }
        foreach (var depth in Sequences.Sorted(depths.Keys))
        {
            Print(depth, Sequences.Sorted(depths[depth]));
        }
        Print(new PyList<Page?>(pages.Where(page => !page.NotNone("ok").Ok)));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Site = new PyDict<Any, Any> { ["/"] = (PyList<Any>)["/docs", "/blog", "/about"], ["/docs"] = (PyList<Any>)["/docs/intro", "/docs/api", "/"], ["/docs/intro"] = (PyList<Any>)["/docs/api"], ["/docs/api"] = (PyList<Any>)["/docs/api/v1", "/missing"], ["/docs/api/v1"] = (PyList<Any>)[], ["/blog"] = (PyList<Any>)["/blog/1", "/blog/2", "/blog/3"], ["/blog/1"] = (PyList<Any>)["/blog/2"], ["/blog/2"] = (PyList<Any>)["/slow", "/"], ["/blog/3"] = (PyList<Any>)[], ["/about"] = (PyList<Any>)["/blog"], ["/slow"] = (PyList<Any>)[] };

        AsyncIO.Run(MainAsyncCoroutine());
    }

    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
