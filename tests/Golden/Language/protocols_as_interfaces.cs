using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ProtocolsAsInterfaces;

using static Module;

public interface IFetcher : IPyObject
{
    Coro<string> Fetch(string url);

    Coroutine<string> FetchCoroutine(string url) => Coroutine.Of("fetch", "Fetcher.fetch", () => Fetch(url));

    Coro Close();

    Coroutine CloseCoroutine() => Coroutine.Of("close", "Fetcher.close", () => Close());

    public static readonly PyType Type = new ProtocolClass("Fetcher", "__main__")
        .Method("fetch", "self, url")
        .Method("close", "self")
        .Build();
}

public class Fast : PyObject, IFetcher
{
    public Fast()
    {
        Count = 0;
    }

    public PyInt Count { get; set; }

    public async Coro<string> Fetch(string url)
    {
        Count += 1;
        await AsyncIO.Sleep(0);
        return F($"fast:{url}");
    }

    public async Coro Close()
    {
        Print("closed fast", Count);
    }

    public Coroutine<string> FetchCoroutine(string url) => Coroutine.Of("fetch", "Fast.fetch", () => Fetch(url));
    public Coroutine CloseCoroutine() => Coroutine.Of("close", "Fast.close", () => Close());

    public static readonly PyType Type = PyType.Emitted("Fast", "__main__")
        .Constructor("", a => new Fast())
        .Field("count", self => self.As<Fast>().Count, (self, value) => self.As<Fast>().Count = value.As<PyInt>())
        .Method("fetch", "self, url", (self, url) => self.As<Fast>().FetchCoroutine(url.As<string>()))
        .Method("close", self => self.As<Fast>().CloseCoroutine());
    public override PyType Class => Type;
}

public class Slow : PyObject, IFetcher
{
    public async Coro<string> Fetch(string url)
    {
        await AsyncIO.Sleep(0.01);
        return "slow:" + url;
    }

    public async Coro Close()
    {
        Print("closed slow");
    }

    public Coroutine<string> FetchCoroutine(string url) => Coroutine.Of("fetch", "Slow.fetch", () => Fetch(url));
    public Coroutine CloseCoroutine() => Coroutine.Of("close", "Slow.close", () => Close());

    public static readonly PyType Type = PyType.Emitted("Slow", "__main__")
        .Constructor("", _ => new Slow())
        .Method("fetch", "self, url", (self, url) => self.As<Slow>().FetchCoroutine(url.As<string>()))
        .Method("close", self => self.As<Slow>().CloseCoroutine());
    public override PyType Class => Type;
}

public interface INamed : IPyObject
{
    string Name { get; }

    PyInt Size { get; }

    public static readonly PyType Type = new ProtocolClass("Named", "__main__")
        .Attribute("size")
        .Property("name")
        .BuildCheckable();
}

public class Dog : PyObject, INamed
{
    public Dog(string name)
    {
        this.Name = name;
        Size = 3;
    }

    public string Name { get; set; }
    public PyInt Size { get; set; }

    public static readonly PyType Type = PyType.Emitted("Dog", "__main__")
        .Constructor("name", a => new Dog(a[0].As<string>()))
        .Field("name", self => self.As<Dog>().Name, (self, value) => self.As<Dog>().Name = value.As<string>())
        .Field("size", self => self.As<Dog>().Size, (self, value) => self.As<Dog>().Size = value.As<PyInt>());
    public override PyType Class => Type;
}

public class Cat : PyObject, INamed
{
    public string Name => "cat";

    public PyInt Size => 2;

    public static readonly PyType Type = PyType.Emitted("Cat", "__main__")
        .Constructor("", _ => new Cat())
        .Property("name", self => self.As<Cat>().Name)
        .Property("size", self => self.As<Cat>().Size);
    public override PyType Class => Type;
}

public class Fish : PyObject, INamed
{
    public Fish(string name, PyInt size)
    {
        this.Name = name;
        Size = size;
    }

    public string Name { get; private set; }
    public PyInt Size { get; private set; }

    public string Represent()
    {
        return F($"Fish(name={Repr(this.Name)}, size={Repr(Size)})");
    }

    public Any EqualTo(Any other)
    {
        if (other.Is<Fish>())
        {
            return this.Name == other.As<Fish>().Name && Size == other.As<Fish>().Size;
        }
        return Any.NotImplemented;
    }

    public PyInt ComputeHash()
    {
        return Hash(PyTuple.Of(this.Name, Size));
    }

    public static readonly PyType Type = PyType.Emitted("Fish", "__main__")
        .Constructor("name, size=1", a => new Fish(a[0].As<string>(), a[1].As<PyInt>()))
        .Field("name", self => self.As<Fish>().Name, (self, value) => self.As<Fish>().Name = value.As<string>())
        .Field("size", self => self.As<Fish>().Size, (self, value) => self.As<Fish>().Size = value.As<PyInt>())
        .Method("__repr__", self => self.As<Fish>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Fish>().EqualTo(other))
        .Method("__hash__", self => self.As<Fish>().ComputeHash());
    public override PyType Class => Type;
}

public class Rock : PyObject
{
    public static readonly PyType Type = PyType.Emitted("Rock", "__main__")
        .Constructor("", _ => new Rock());
    public override PyType Class => Type;
}

public interface IHandler : IPyObject
{
    Any Handle(Any request, Any retries);

    PyInt? Reset();

    public static readonly PyType Type = new ProtocolClass("Handler", "__main__")
        .Method("handle", "self, request, retries=3")
        .Method("reset", "self")
        .Build();
}

public class A : PyObject, IHandler
{
    public A()
    {
        Log = (PyList<Any>)[];
    }

    public PyList<Any> Log { get; set; }

    public virtual Any Handle(Any request, Any retries)
    {
        Log.Append(retries);
        return request["n"] * retries;
    }

    public PyInt Reset()
    {
        Log.Clear();
        return Len(Log);
    }

    PyInt? IHandler.Reset() => Reset();

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Constructor("", a => new A())
        .Field("log", self => self.As<A>().Log, (self, value) => self.As<A>().Log = value.As<PyList<Any>>())
        .Method("handle", "self, request, retries=3", (self, request, retries) => self.As<A>().Handle(request, retries))
        .Method("reset", self => self.As<A>().Reset());
    public override PyType Class => Type;
}

public class B : A
{
    public B() : base()
    {
    }

    public override Any Handle(Any request, Any retries)
    {
        return base.Handle(request, retries) + 1;
    }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Constructor("", a => new B())
        .Method("handle", "self, request, retries=3", (self, request, retries) => self.As<B>().Handle(request, retries));
    public override PyType Class => Type;
}

public class C : PyObject, IHandler
{
    public Any Handle(Any request, Any retries)
    {
        return -request["n"] * retries;
    }

    public void Reset()
    {
    }

    PyInt? IHandler.Reset() => Functions.None(() => Reset()).As<PyInt?>();

    public static readonly PyType Type = PyType.Emitted("C", "__main__")
        .Constructor("", _ => new C())
        .Method("handle", "self, request, retries=5", (self, request, retries) => self.As<C>().Handle(request, retries))
        .Method("reset", self => self.As<C>().Reset());
    public override PyType Class => Type;
}

public class Registry : PyObject
{
    public Registry()
    {
        Handlers = new PyDict<Any, Any>();
        Order = (PyList<Any>)[];
    }

    public PyDict<Any, Any> Handlers { get; set; }
    public PyList<Any> Order { get; set; }

    public void Add(Any key, Any h)
    {
        Handlers[key] = h;
        Order.Append(h);
    }

    public PyList<Any> Run_()
    {
        IEnumerable<Any> Items(IEnumerable<(PyInt, Any)> source)
        {
            foreach (var (i, h) in source)
            {
                yield return Drive(h, i);
            }
        }
        return new PyList<Any>(Items(Sequences.Enumerate(Order)));
    }

    public Any Find_(string key)
    {
        return Handlers.GetOrNone((Any)key);
    }

    public static readonly PyType Type = PyType.Emitted("Registry", "__main__")
        .Constructor("", a => new Registry())
        .Field("handlers", self => self.As<Registry>().Handlers, (self, value) => self.As<Registry>().Handlers = value.As<PyDict<Any, Any>>())
        .Field("order", self => self.As<Registry>().Order, (self, value) => self.As<Registry>().Order = value.As<PyList<Any>>())
        .Method("add", "self, key, h", (self, key, h) => self.As<Registry>().Add(key, h))
        .Method("run", self => self.As<Registry>().Run_())
        .Method("find", "self, key", (self, key) => self.As<Registry>().Find_(key.As<string>()));
    public override PyType Class => Type;
}

public interface IMutable : IPyObject
{
    Any Value { get; }

    public static readonly PyType Type = new ProtocolClass("Mutable", "__main__")
        .Attribute("value")
        .Build();
}

public class Box : PyObject, IMutable
{
    public Box(PyInt value)
    {
        Value = value;
    }

    public Any Value { get; set; }

    public static readonly PyType Type = PyType.Emitted("Box", "__main__")
        .Constructor("value", a => new Box(a[0].As<PyInt>()))
        .Field("value", self => self.As<Box>().Value, (self, value) => self.As<Box>().Value = value);
    public override PyType Class => Type;
}

public class Box2 : PyObject, IMutable
{
    public Box2()
    {
        Value = 10;
    }

    public Any Value { get; set; }

    public bool EqualTo(Any other)
    {
        return true;
    }

    public static readonly PyType Type = PyType.Emitted("Box2", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("", a => new Box2())
        .Field("value", self => self.As<Box2>().Value, (self, value) => self.As<Box2>().Value = value)
        .Method("__eq__", "self, other", (self, other) => self.As<Box2>().EqualTo(other));
    public override PyType Class => Type;
}

/// <summary>Protocols that C# has as interfaces: methods, coroutines, attributes, properties, and classes that have them in other ways.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("protocols_as_interfaces.py", args, Run);

    public static async Coro<PyList<string>> FetchAll(PyList<IFetcher> fetchers, string url)
    {
        return await AsyncIO.Gather([..fetchers.Select(f => f.FetchCoroutine(url))]);
    }

    public static async Coro Use(IFetcher f)
    {
        BaseException? pending = null;
        try
        {
            Print(await f.Fetch("x"));
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            await f.Close();
        }
    }

    public static string Describe(INamed x)
    {
        return F($"{x.Name}/{x.Size}");
    }

    public static INamed? Biggest(PyList<INamed> xs, INamed? @default = null)
    {
        INamed? best = @default;
        foreach (var x in xs)
        {
            if (best is null || x.Size > best.Size)
            {
                best = x;
            }
        }
        return best;
    }

    public static Any Drive(Any h, PyInt n)
    {
        Any total = h.Invoke("handle", new PyDict<Any, Any> { ["n"] = n }) + h.Invoke("handle", new Arguments { new PyDict<Any, Any> { ["n"] = n }, { "retries", 2 } });
        h.Invoke("reset");
        return total;
    }

    public static void Bump(Any m)
    {
        m.Set("value", Any.AddInPlace(m.Get("value"), 1));
        m.Set("value", m.Get("value") * 2);
    }

    public static void RunMain()
    {
        Any h = default;
        Any value = default;
        PyList<IFetcher> fs = (PyList<IFetcher>)[new Fast(), new Slow()];
        Print(AsyncIO.Run(FetchAllCoroutine(fs, "u")));
        foreach (var f in fs)
        {
            AsyncIO.Run(UseCoroutine(f));
        }
        PyList<INamed> named = (PyList<INamed>)[new Dog("rex"), new Cat(), new Fish("nemo", 1)];
        Print(new PyList<string>(named.Select(x => Describe(x))));
        INamed? b = Biggest(named);
        Print(Generic.ToAny(b).Truth ? (Any)b!.Name : Any.None, Generic.ToAny(Biggest((PyList<INamed>)[])), Biggest((PyList<INamed>)[], named[1]) == named[1]);
        foreach (var x in (PyList<Any>)[new Dog("d"), new Rock(), 5, new Cat(), new Fish("f", 1)])
        {
            Print([IsInstance(x, INamed.Type)], end: " ");
        }
        Print();
        var r = new Registry();
        foreach (var item in new Any[] { PyTuple.Of("a", new A()), PyTuple.Of("b", new B()), PyTuple.Of("c", new C()) })
        {
            var items = Operators.Unpack(item, 2);
            Any k = items[0];
            h = items[1];
            r.Add(k, h);
        }
        Print(r.Run_(), r.Find_("zz"), PyType.Of(r.Find_("b")).Name);
        h = r.Find_("c");
        if (!h.IsNone)
        {
            Print(h.Invoke("handle", new PyDict<Any, Any> { ["n"] = 1 }), h.Invoke("reset"));
        }
        foreach (var m in new Any[] { new Box(1), new Box2() })
        {
            Bump(m);
            Print(m.Get("value"));
        }
        PyList<IMutable> ms = (PyList<IMutable>)[new Box(1), new Box2()];
        Print(Operators.Compare(Comparison.Eq, Generic.ToAny(ms[0]), Generic.ToAny(ms[1])), Operators.Compare(Comparison.Eq, Generic.ToAny(ms[1]), Generic.ToAny(ms[0])), ms.Index(ms[1]), ms.Contains(ms[0]));
        Print(Sequences.Sorted(named, key: n => n.Size)[0].Name, new PyDict<string, INamed>(named.Select(n => (n.Name, n)))["cat"].Size);
        try
        {
            ((Any)INamed.Type).Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            IsInstance(5, IMutable.Type);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(INamed.Type, ((Any)INamed.Type).Get("__name__"), ((Any)IHandler.Type).Get("__mro__")[1].Get("__name__"), false ? (Any)IsSubclass(A.Type, IHandler.Type) : (Any)"-");
        Print(Generic.ToAny(named[2]), ToStr(Generic.ToAny(named[2])), F($"{Generic.ToAny(named[2])}"), Repr(named.Slice(2)));
        PySet<INamed> s = (PySet<INamed>)[named[2]];
        Print(s.Contains(named[2]), Len(s), Hash(Generic.ToAny(named[2])) == Hash(new Fish("nemo", 1)));
        (INamed, PyInt) pair = (named[0], (PyInt)1);
        Print(pair.Item1.Name);
        Print(Generic.ToAny(named[0]).Truth, !Generic.ToAny(named[1]).Truth, (value = Generic.ToAny(named[0])).Truth ? (Any)1 : value);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        RunMain();
    }

    public static Coroutine<PyList<string>> FetchAllCoroutine(PyList<IFetcher> fetchers, string url) => Coroutine.Of("fetch_all", "fetch_all", () => FetchAll(fetchers, url));
    public static Coroutine UseCoroutine(IFetcher f) => Coroutine.Of("use", "use", () => Use(f));
}
