using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DecoratedMethods;

using static Module;

public class Service : PyObject
{
    public static PyInt Calls => 0;

    public Service(string name)
    {
        this.Name = name;
        Failures = 2;
    }

    public string Name { get; set; }
    public PyInt Failures { get; set; }

    /// <summary>Computed once.</summary>
    public PyInt Expensive()
    {
        Print("computing", this.Name);
        return Len(this.Name);
    }

    /// <summary>Answers.</summary>
    public Any Ping(Any text, Any loud)
    {
        return this.Name + ":" + text;
    }

    public IEnumerable<Service> Session(string kind)
    {
        Print("open", kind);
        yield return this;
        Print("close", kind);
    }

    public async Coro<string> Fetch(Any key)
    {
        if (Failures != 0)
        {
            Failures -= 1;
            throw new ValueError(F($"no {key} yet"));
        }
        return F($"{key} of {this.Name}");
    }

    public Any Square(Any n)
    {
        Print("squaring", n);
        return n * n;
    }

    public (Any, Any, Any) Both()
    {
        return (((Any)this).Invoke("ping", "inner"), ((Any)this).Invoke("square", 3), ((Any)this).Invoke("square", 3));
    }

    public GeneratorContext<Service> SessionManager(string kind) => GeneratorContext.Of("session", "Service.session", () => Session(kind));
    public Coroutine<string> FetchCoroutine(Any key) => Coroutine.Of("fetch", "Service.fetch", () => Fetch(key));

    public static readonly PyType Type = PyType.Emitted("Service", "__main__")
        .Attribute("calls", Calls)
        .Constructor("name", a => new Service(a[0].As<string>()))
        .Field("name", self => self.As<Service>().Name, (self, value) => self.As<Service>().Name = value.As<string>())
        .Field("failures", self => self.As<Service>().Failures, (self, value) => self.As<Service>().Failures = value.As<PyInt>())
        .Method("both", self => Generic.ToAny(self.As<Service>().Both()))
        .Method("session", "self, kind", (self, kind) => Generator.Of("session", "Service.session", self.As<Service>().Session(kind.As<string>())))
        .Method("expensive", self => self.As<Service>().Expensive())
        .Method("ping", "self, text=, *, loud=False", a => a[0].As<Service>().Ping(a[1], a[2]), "ping")
        .Method("fetch", "self, key", (self, key) => self.As<Service>().FetchCoroutine(key))
        .Method("square", "self, n", (self, n) => self.As<Service>().Square(n))
        .Documented("expensive", "Computed once.")
        .Documented("ping", "Answers.")
        .ContextManager("session");
    public override PyType Class => Type;
}

public class Special : Service
{
    public Special(string name) : base(name)
    {
    }

    public Any Ping_(Any text)
    {
        return ((Any)new Super(Special.Type, this)).Invoke("ping", text);
    }

    public Any Square_(PyInt n)
    {
        return -((Any)new Super(Special.Type, this)).Invoke("square", n);
    }

    public static new readonly PyType Type = PyType.Emitted("Special", "__main__", Service.Type)
        .Constructor("name", a => new Special(a[0].As<string>()))
        .Method("square", "self, n", (self, n) => self.As<Special>().Square_(n.As<PyInt>()))
        .Method("ping", "self, text=", (self, text) => self.As<Special>().Ping_(text), "special");
    public override PyType Class => Type;
}

public class Version : PyObject
{
    public Version(PyInt major, PyInt minor)
    {
        Major = major;
        Minor = minor;
    }

    public PyInt Major { get; set; }
    public PyInt Minor { get; set; }

    public Any EqualTo(Any other)
    {
        if (!other.Is<Version>())
        {
            return Any.NotImplemented;
        }
        return Generic.Equal((Major, Minor), (other.As<Version>().Major, other.As<Version>().Minor));
    }

    public Any LessThan(Any other)
    {
        if (!other.Is<Version>())
        {
            return Any.NotImplemented;
        }
        return Generic.Less((Major, Minor), (other.As<Version>().Major, other.As<Version>().Minor));
    }

    public string Represent()
    {
        return F($"v{Major}.{Minor}");
    }

    public static readonly PyType Type = PyType.Emitted("Version", "__main__")
        .Attribute("__hash__", Any.None)
        .Constructor("major, minor", a => new Version(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("major", self => self.As<Version>().Major, (self, value) => self.As<Version>().Major = value.As<PyInt>())
        .Field("minor", self => self.As<Version>().Minor, (self, value) => self.As<Version>().Minor = value.As<PyInt>())
        .Method("__eq__", "self, other", (self, other) => self.As<Version>().EqualTo(other))
        .Method("__lt__", "self, other", (self, other) => self.As<Version>().LessThan(other))
        .Method("__repr__", self => self.As<Version>().Represent());
    public override PyType Class => Type;
}

public class Lazy : PyObject
{
    public Lazy()
    {
        Known = 1;
    }

    public PyInt Known { get; set; }

    public Any Getattr(Any name)
    {
        if (name.Invoke("startswith", "get_").Truth)
        {
            return new PyFunction("Lazy.__getattr__.<locals>.<lambda>", "", () => name[new PySlice(4, Any.None, Any.None)]);
        }
        throw new AttributeError(F($"no {name} here"));
    }

    public static readonly PyType Type = PyType.Emitted("Lazy", "__main__")
        .Constructor("", a => new Lazy())
        .Field("known", self => self.As<Lazy>().Known, (self, value) => self.As<Lazy>().Known = value.As<PyInt>())
        .Method("__getattr__", "self, name", (self, name) => self.As<Lazy>().Getattr(name));
    public override PyType Class => Type;
}

/// <summary>Methods with decorators of the library and of the program; classes with total_ordering.</summary>
public static class Module
{
    internal static Any Functools = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("decorated_methods.py", args, Run);

    public static Any Logged(Any function)
    {
        Any Wrapper(Any self, PyTuple args, PyDict<Any, Any> kwargs)
        {
            Print("call", function.Get("__name__"), args, kwargs);
            return function.Call(new Arguments { self, new Star(args), new StarStar(kwargs) });
        }
        Any wrapper = Functools.Get("wraps").Call(function).Call(new PyFunction("logged.<locals>.wrapper", "self, *args, **kwargs", (Any[] a) => Wrapper(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>())));
        return wrapper;
    }

    public static Any Repeat(PyInt times)
    {
        Any Decorate(Any function)
        {
            PyList<Any> Wrapper(PyTuple args)
            {
                return new PyList<Any>(Sequences.Range(times).Select(_ => function.Call(new Arguments { new Star(args) })));
            }
            Any wrapper = Functools.Get("wraps").Call(function).Call(new PyFunction("repeat.<locals>.decorate.<locals>.wrapper", "*args", (Any[] a) => Wrapper(a[0].As<PyTuple>())));
            return wrapper;
        }
        Any decorateFunction = new PyFunction("repeat.<locals>.decorate", "function", (Any function) => Decorate(function));
        return decorateFunction;
    }

    public static Any Retry(Any function)
    {
        async Coro<Any> Wrapper(Any self, PyTuple args)
        {
            for (PyInt attempt = 0; attempt < 3; attempt++)
            {
                try
                {
                    return await function.Call(new Arguments { self, new Star(args) });
                }
                catch (ValueError error)
                {
                    Print("retry", attempt, error);
                }
            }
            return Any.None;
        }
        Coroutine<Any> WrapperCoroutine(Any self, PyTuple args) => Coroutine.Of("wrapper", "retry.<locals>.wrapper", () => Wrapper(self, args));
        Any wrapper = Functools.Get("wraps").Call(function).Call(new PyFunction("retry.<locals>.wrapper", "self, *args", (Any[] a) => WrapperCoroutine(a[0], a[1].As<PyTuple>())) { Flavour = "coroutine" });
        return wrapper;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Functools = Modules.Import("functools");

        Service.Type.Decorate("expensive", Functools.Get("cached_property"));
        Service.Type.Decorate("ping", LoggedFunction, Repeat(2));
        Service.Type.Decorate("fetch", RetryFunction);
        Service.Type.Decorate("square", Functools.Get("lru_cache").Call(new Arguments { { "maxsize", Any.None } }));

        Special.Type.Decorate("ping", LoggedFunction);

        var service = new Service("svc");
        Print(((Any)service).Get("expensive"), ((Any)service).Get("expensive"), Builtins.Get("vars").Call(service));
        Print(((Any)service).Invoke("ping"), ((Any)service).Invoke("ping", "x"));
        var manager = Context.Of(service.SessionManager("read"));
        var inside = manager.Enter();
        try
        {
            Print(inside == service);
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        Print(AsyncIO.Run(((Any)service).Invoke("fetch", "key")));
        Print(Generic.ToAny(service.Both()), ((Any)Service.Type).Get("ping").Get("__name__"), ((Any)Service.Type).Get("ping").Get("__doc__"));
        Print(((Any)new Special("s")).Invoke("ping"), new Special("t").Square_(4));
        ((Any)service).Delete("expensive");
        Print(((Any)service).Get("expensive"), ((Any)Service.Type).Get("expensive").Get("__doc__"));

        Functools.Get("total_ordering").Call(Version.Type);

        var one = new Version(1, 0);
        var two = new Version(2, 1);
        Print(Operators.Compare(Comparison.Lt, one, two), Operators.Compare(Comparison.LtE, one, two), Operators.Compare(Comparison.Gt, one, two), Operators.Compare(Comparison.GtE, one, new Version(1, 0)), Sequences.Sorted((PyList<Version>)[two, one]), Builtins.Get("max").Call(one, two));
        try
        {
            Print(Operators.Compare(Comparison.LtE, one, 3));
        }
        catch (TypeError error)
        {
            Print(error);
        }

        var lazy = new Lazy();
        Print(lazy.Known, ((Any)lazy).Invoke("get_it"), HasAttr(lazy, "other"), GetAttr(lazy, "other", "fallback"));
        try
        {
            ((Any)lazy).Get("other");
        }
        catch (AttributeError error)
        {
            Print(error);
        }
    }

    public static readonly Any LoggedFunction = new PyFunction("logged", "function", (Any function) => Logged(function));
    public static readonly Any RetryFunction = new PyFunction("retry", "function", (Any function) => Retry(function));
}
