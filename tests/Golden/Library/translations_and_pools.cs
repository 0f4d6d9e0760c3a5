using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TranslationsAndPools;

using static Module;

public class Tree : PyObject
{
    public Tree(Any value)
    {
        Value = value;
    }

    public Any Value { get; set; }

    public Any Twice()
    {
        return Value * 2;
    }

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__")
        .Constructor("value", a => new Tree(a[0]))
        .Field("value", self => self.As<Tree>().Value, (self, value) => self.As<Tree>().Value = value)
        .Method("twice", self => self.As<Tree>().Twice());
    public override PyType Class => Type;
}

/// <summary>Catalogues of messages, pickled buffers and methods, queues that programs look into, pools of threads, warnings of a registry, plain modules.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("translations_and_pools.py");
    internal static Any Doc = "Catalogues of messages, pickled buffers and methods, queues that programs look into, pools of threads, warnings of a registry, plain modules.";
    internal static Any Gettext = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Queue = Any.Unbound;
    internal static Any Struct = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Threading = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any ThreadPool = Any.Unbound;
    internal static string Head = default!;
    internal static Any Mo = Any.Unbound;
    internal static Any Local = Any.Unbound;
    internal static Any Unique = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "translations_and_pools.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("gettext", () => Gettext, value => Gettext = value)
        .Variable("io", () => Io, value => Io = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("queue", () => Queue, value => Queue = value)
        .Variable("struct", () => Struct, value => Struct = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("threading", () => Threading, value => Threading = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Variable("ThreadPool", () => ThreadPool, value => ThreadPool = value)
        .Member("catalogue", () => CatalogueFunction)
        .Variable("HEAD", () => Head, value => Head = value.As<string>())
        .Variable("MO", () => Mo, value => Mo = value)
        .Member("translations", () => TranslationsFunction)
        .Member("Tree", () => Tree.Type)
        .Member("define", () => DefineFunction)
        .Variable("Local", () => Local, value => Local = value)
        .Member("pickles", () => PicklesFunction)
        .Variable("Unique", () => Unique, value => Unique = value)
        .Member("queues", () => QueuesFunction)
        .Member("pools", () => PoolsFunction)
        .Member("registries", () => RegistriesFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("translations_and_pools.py", args, Definition);

    /// <summary>The bytes of a .mo file.</summary>
    public static Any Catalogue(Any messages)
    {
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any k = items[0];
                Any v = items[1];
                yield return (k.Invoke("encode"), v.Invoke("encode"));
            }
        }
        var pairs = Sequences.Sorted(Items(Sequences.Of(messages.Invoke("items"))));
        PyInt start = 28 + 16 * Len(pairs);
        Any originals = PyBytes.FromLatin1("");
        Any translated = PyBytes.FromLatin1("");
        Any data = PyBytes.FromLatin1("");
        foreach (var (key, value) in pairs)
        {
            originals = Any.AddInPlace(originals, Struct.Get("pack").Call("<II", Len(key), start + Len(data)));
            data = Any.AddInPlace(data, key + PyBytes.FromLatin1("\0"));
            translated = Any.AddInPlace(translated, Struct.Get("pack").Call("<II", Len(value), start + Len(data)));
            data = Any.AddInPlace(data, value + PyBytes.FromLatin1("\0"));
        }
        PyInt count = Len(pairs);
        return Struct.Get("pack").Call(new Arguments { "<7I", 2500072158, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count }) + originals + translated + data;
    }

    public static void Translations()
    {
        Any t = Gettext.Get("GNUTranslations").Call(Io.Get("BytesIO").Call(Mo));
        Print(t.Invoke("gettext", "hello"), t.Invoke("gettext", "bye"), new PyList<Any>(new PyInt[] { 1, 3, 11, 25 }.Select(n => t.Invoke("ngettext", "%d file", "%d files", n) % n)));
        Print(t.Invoke("pgettext", "menu", "open"), t.Invoke("pgettext", "door", "open"), t.Invoke("charset"), t.Invoke("info")["project-id-version"]);
        t.Invoke("add_fallback", Gettext.Get("NullTranslations").Call());
        Print(t.Invoke("ngettext", "one", "many", 1), t.Invoke("ngettext", "one", "many", 2));
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            Os.Get("makedirs").Call(Os.Get("path").Get("join").Call(folder, "ru", "LC_MESSAGES"));
            var manager2 = Context.Of(Builtins.Get("open").Call(Os.Get("path").Get("join").Call(new Arguments { folder, "ru", "LC_MESSAGES", "app.mo" }), "wb"));
            Any entered2 = manager2.Enter();
            try
            {
                Any file = entered2;
                file.Invoke("write", Mo);
            }
            catch (BaseException error3)
            {
                if (!manager2.Exit(error3))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
            Any underscore = Gettext.Get("translation").Call(new Arguments { "app", folder, { "languages", (PyList<Any>)["ru_RU", "en"] } }).Get("gettext");
            Print(underscore.Call("hello"));
            try
            {
                Gettext.Get("translation").Call(new Arguments { "app", folder, { "languages", (PyList<Any>)["de"] } });
            }
            catch (FileNotFoundError error)
            {
                Print(PyType.Of(error).Name, ((Any)error).Get("strerror"));
            }
            Print(Gettext.Get("translation").Call(new Arguments { "app", folder, { "languages", (PyList<Any>)["de"] }, { "fallback", true } }).Invoke("gettext", "hello"));
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
        Print(new PyList<Any>(new PyInt[] { 0, 1, 2 }.Select(n => Gettext.Get("c2py").Call("n != 1").Call(n))));
        foreach (var bad in new string[] { "n +", "x", "(n" })
        {
            try
            {
                Gettext.Get("c2py").Call(bad);
            }
            catch (ValueError error)
            {
                Print(error);
            }
        }
    }

    public static Any Define()
    {
        Local = ClassBuilder.Build("Local", "Local", "__main__", new Arguments(), ns =>
        {
            ns["Inner"] = ClassBuilder.Build("Inner", "Local.Inner", "__main__", new Arguments(), ns2 =>
            {
            });
        });

        return Names.Global(Local, "Local");
    }

    public static void Pickles()
    {
        foreach (var method in new Any[] { ((Any)new Tree(4)).Get("twice"), ((Any)"abc").Get("upper"), Builtins.Get("str").Get("upper"), ((Any)(PyList<PyInt>)[1, 2]).Get("__len__"), Builtins.Get("dict").Get("fromkeys"), ((Any)Tree.Type).Get("twice") })
        {
            Any copy = Pickle.Get("loads").Call(Pickle.Get("dumps").Call(method));
            Print(GetAttr(copy, "__name__", copy));
        }
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(((Any)new Tree(4)).Get("twice"))).Call());
        Print(Define().Get("__qualname__"), Names.Global(Local, "Local").Get("Inner").Get("__qualname__"), Operators.Is(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Names.Global(Local, "Local").Get("Inner"))), Names.Global(Local, "Local").Get("Inner")));
        PyList<Any> buffers = (PyList<Any>)[];
        Any data = Pickle.Get("dumps").Call(new Arguments { (PyList<Any>)[Pickle.Get("PickleBuffer").Call(PyBytes.FromLatin1("abc")), Pickle.Get("PickleBuffer").Call(Builtins.Get("bytearray").Call(PyBytes.FromLatin1("de")))], { "protocol", 5 }, { "buffer_callback", ((Any)buffers).Get("append") } });
        Print(new PyList<Any>(buffers.Select(b => Builtins.Get("bytes").Call(b))), !Pickle.Get("loads").Call(new Arguments { data, { "buffers", buffers } })[0].IsNone);
        Print(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(new Arguments { (PyList<Any>)[Pickle.Get("PickleBuffer").Call(PyBytes.FromLatin1("abc"))], { "protocol", 5 } })));
        Print(Pickle.Get("TRUE"), Pickle.Get("FALSE"), Pickle.Get("dumps").Call(new ChildProcessError("x"), 2)[new PySlice(Any.None, 30, Any.None)]);
    }

    public static void Queues()
    {
        Any q = Queue.Get("Queue").Call();
        for (PyInt i = 0; i < 3; i++)
        {
            q.Invoke("put", i);
        }
        Print(new PyList<Any>(Sequences.Of(q.Get("queue"))), q.Invoke("qsize"), q.Get("unfinished_tasks"));
        var manager = Context.Of(q.Get("mutex"));
        manager.Enter();
        try
        {
            q.Get("queue").Invoke("clear");
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
        Print(q.Invoke("empty"));
        Any u = Unique.Call();
        foreach (var i in new PyInt[] { 1, 2, 1, 3, 2 })
        {
            u.Invoke("put", i);
        }
        Print(u.Invoke("qsize"), new PyList<Any>(Sequences.Range(3).Select(_ => u.Invoke("get"))));
        Any polled = Queue.Get("SimpleQueue").Call();
        Threading.Get("Timer").Call(0.01, polled.Get("put"), (PyList<Any>)["late"]).Invoke("start");
        while (true) // a thread that polls lets the others run
        {
            try
            {
                Print(polled.Invoke("get_nowait"));
                break;
            }
            catch (BaseException caught) when (Except.Matches(caught, Queue.Get("Empty")))
            {
            }
        }
        q.Invoke("shutdown");
        try
        {
            q.Invoke("put", 1);
        }
        catch (BaseException error) when (Except.Matches(error, Queue.Get("ShutDown")))
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, q.Get("is_shutdown"));
        }
    }

    public static void Pools()
    {
        var manager = Context.Of(ThreadPool.Call(2));
        Any entered = manager.Enter();
        try
        {
            Any pool = entered;
            Print(pool.Invoke("map", new PyFunction("pools.<locals>.<lambda>", "x", (Any x) => x * x), Builtins.Get("range").Call(5)), pool.Invoke("starmap", Builtins.Get("pow"), (PyList<Any>)[PyTuple.Of(2, 3), PyTuple.Of(3, 2)]), pool.Invoke("apply", Builtins.Get("max"), PyTuple.Of(1, 7)));
            Print(new PyList<Any>(Sequences.Of(pool.Invoke("imap", Builtins.Get("str"), Builtins.Get("range").Call(3)))), Sequences.Sorted(Sequences.Of(pool.Invoke("imap_unordered", Builtins.Get("abs"), (PyList<Any>)[-2, 1]))));
            Any result = pool.Invoke("map_async", new Arguments { Builtins.Get("len"), (PyList<Any>)["a", "bb"], { "callback", Builtins.Get("print") } });
            Print(result.Invoke("get", 5), result.Invoke("successful"));
            try
            {
                pool.Invoke("apply_async", Builtins.Get("int"), PyTuple.Of("x")).Invoke("get");
            }
            catch (ValueError error)
            {
                Print(error);
            }
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
    }

    public static void Registries()
    {
        var registry = new PyDict<Any, Any>();
        var manager = Context.Of(Warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager.Enter();
        try
        {
            Any log = entered;
            Warnings.Get("simplefilter").Call("default");
            for (PyInt i = 0; i < 2; i++)
            {
                Warnings.Get("warn_explicit").Call(new Arguments { "seen", UserWarning.Type, "file.py", 7, { "registry", registry } });
            }
            Warnings.Get("warn_explicit").Call(new Arguments { "seen", UserWarning.Type, "file.py", 7 });
            Print(Len(log), new PyList<Any>(registry.Keys.Where(k => k != "version")));
            Warnings.Get("simplefilter").Call("once");
            foreach (var line in new PyInt[] { 1, 2 })
            {
                Warnings.Get("warn_explicit").Call(new Arguments { "once only", UserWarning.Type, "file.py", line });
            }
            Print(Len(log));
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

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Gettext = Modules.Import("gettext");
        Io = Modules.Import("io");
        Os = Modules.Import("os");
        Pickle = Modules.Import("pickle");
        Queue = Modules.Import("queue");
        Struct = Modules.Import("struct");
        Tempfile = Modules.Import("tempfile");
        Threading = Modules.Import("threading");
        Warnings = Modules.Import("warnings");
        ThreadPool = Modules.ImportFrom("multiprocessing.pool", "ThreadPool");

        Head = "Project-Id-Version: x\nContent-Type: text/plain; charset=UTF-8\nPlural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2);\n";
        Mo = Catalogue(new PyDict<Any, Any> { [""] = Head, ["hello"] = "привет", ["%d file\0%d files"] = "%d файл\0%d файла\0%d файлов", ["menu\u0004open"] = "открыть" });

        Unique = ClassBuilder.Build("Unique", "Unique", "__main__", new Arguments { Queue.Get("Queue") }, ns3 =>
        {
            ns3["__doc__"] = "A queue that takes each item once.";

            void Init(Any self, Any maxsize)
            {
                self.Set("queue", (PyList<Any>)[]);
            }
            ns3["_init"] = new PyFunction("Unique._init", "self, maxsize", (Any self, Any maxsize) => Init(self, maxsize));

            void Put(Any self, Any item)
            {
                if (!self.Get("queue").Contains(item))
                {
                    self.Get("queue").Invoke("append", item);
                }
            }
            ns3["_put"] = new PyFunction("Unique._put", "self, item", (Any self, Any item) => Put(self, item));

            Any Get_(Any self)
            {
                return self.Get("queue").Invoke("pop", 0);
            }
            ns3["_get"] = new PyFunction("Unique._get", "self", (Any self) => Get_(self));
        });

        Translations();
        Pickles();
        Queues();
        Pools();
        Registries();
    }

    public static readonly Any CatalogueFunction = new PyFunction("catalogue", "messages", (Any messages) => Catalogue(messages)) { Doc = "The bytes of a .mo file." };
    public static readonly Any TranslationsFunction = new PyFunction("translations", "", () => Translations());
    public static readonly Any DefineFunction = new PyFunction("define", "", () => Define());
    public static readonly Any PicklesFunction = new PyFunction("pickles", "", () => Pickles());
    public static readonly Any QueuesFunction = new PyFunction("queues", "", () => Queues());
    public static readonly Any PoolsFunction = new PyFunction("pools", "", () => Pools());
    public static readonly Any RegistriesFunction = new PyFunction("registries", "", () => Registries());
}
