using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FunctionsThatGiveContexts;

using static Module;

public class Base : PyObject
{
    public Base(string name)
    {
        this.Name = name;
    }

    public PyInt Count { get; set; } = 0;
    public string Name { get; set; }

    public virtual Generator<Base> Entered(PyInt by)
    {
        return Generator<Base>.Create("entered", "Base.entered", Body);

        async GeneratorBody<Any> Body(Yielder<Base> y)
        {
            Count += by;
            await y.Yield(this);
            Count -= by;
            return Any.None;
        }
    }

    public static IEnumerable<Any> Of(Any cls, string name)
    {
        Any made = cls.Call(name);
        yield return made;
        Print("dropped", made.Get("name"), cls.Get("__name__"));
    }

    public static IEnumerable<PyInt> Plain(PyInt n)
    {
        yield return n * 2;
    }

    public GeneratorContext<Base> EnteredManager(PyInt by) => GeneratorContext.Of(() => Entered(by));
    public static GeneratorContext<Any> OfManager(Any cls, string name) => GeneratorContext.Of("of", "Base.of", () => Of(cls, name));
    public static GeneratorContext<PyInt> PlainManager(PyInt n) => GeneratorContext.Of("plain", "Base.plain", () => Plain(n));

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("name", a => new Base(a[0].As<string>()))
        .Field("count", self => self.As<Base>().Count, (self, value) => self.As<Base>().Count = value.As<PyInt>(), 0)
        .Field("name", self => self.As<Base>().Name, (self, value) => self.As<Base>().Name = value.As<string>())
        .Method("entered", "self, by=1", (self, by) => self.As<Base>().Entered(by.As<PyInt>()))
        .ClassMethod("of", "cls, name", a => Generator.Of("of", "Base.of", Base.Of(a[0], a[1].As<string>())))
        .StaticMethod("plain", "n", a => Generator.Of("plain", "Base.plain", Base.Plain(a[0].As<PyInt>())))
        .ContextManager("entered")
        .ContextManager("of")
        .ContextManager("plain");
    public override PyType Class => Type;
}

public class Derived : Base
{
    public Derived(string name) : base(name)
    {
    }

    public override Generator<Base> Entered(PyInt by)
    {
        return Generator<Base>.Create("entered", "Derived.entered", Body);

        async GeneratorBody<Any> Body(Yielder<Base> y)
        {
            var manager = Context.Of(GeneratorContext.Of(() => base.Entered(by + 10)));
            var me = manager.Enter();
            try
            {
                Print("derived", me.Count);
                await y.Yield(me);
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
            return Any.None;
        }
    }

    public new GeneratorContext<Base> EnteredManager(PyInt by) => GeneratorContext.Of(() => Entered(by));

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Constructor("name", a => new Derived(a[0].As<string>()))
        .Method("entered", "self, by=1", (self, by) => self.As<Derived>().Entered(by.As<PyInt>()))
        .ContextManager("entered");
    public override PyType Class => Type;
}

public class Pool : PyObject
{
    public Pool()
    {
        Free = 2;
    }

    public PyInt Free { get; set; }

    public AsyncGenerator<PyInt> Take()
    {
        return AsyncGenerator<PyInt>.Create("take", "Pool.take", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            Free -= 1;
            try
            {
                await y.Yield(Free);
            }
            finally
            {
                Free += 1;
            }
        }
    }

    public AsyncGeneratorContext<PyInt> TakeManager() => GeneratorContext.Of(() => Take());

    public static readonly PyType Type = PyType.Emitted("Pool", "__main__")
        .Constructor("", a => new Pool())
        .Field("free", self => self.As<Pool>().Free, (self, value) => self.As<Pool>().Free = value.As<PyInt>())
        .Method("take", self => self.As<Pool>().Take())
        .AsyncContextManager("take");
    public override PyType Class => Type;
}

/// <summary>Functions that give context managers, from every side.</summary>
public static class Module
{
    internal static Any Contextlib = Any.Unbound;
    internal static Any ExitStack = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("functions_that_give_contexts.py", args, Run);

    /// <summary>Prints a tag around.</summary>
    public static IEnumerable<Any> Tag(Any name, Any indent)
    {
        Print(" " * indent + F($"<{name}>"));
        yield return name.Invoke("upper");
        Print(" " * indent + F($"</{name}>"));
    }

    public static Generator<PyInt> Swallow(PyTuple kinds)
    {
        return Generator<PyInt>.Create("swallow", "swallow", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                await y.Yield(Len(kinds));
            }
            catch (BaseException caught)
            {
                using var handling = Handling.Of(caught);
                if (Except.Matches(caught, kinds))
                {
                    BaseException error = caught;
                    Print("swallowed", PyType.Of(error).Name, error);
                }
                else
                {
                    throw;
                }
            }
            return Any.None;
        }
    }

    public static Generator<PyInt> Guarded(Any label)
    {
        return Generator<PyInt>.Create("guarded", "guarded", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            try
            {
                await y.Yield(1);
            }
            finally
            {
                Print("out", label);
            }
            return Any.None;
        }
    }

    public static Generator<PyInt> Never()
    {
        return Generator<PyInt>.Create("never", "never", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            return Any.None;
        }
    }

    public static IEnumerable<PyInt> Twice()
    {
        yield return 1;
        yield return 2;
    }

    public static Generator<Any> Changes()
    {
        return Generator<Any>.Create("changes", "changes", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            try
            {
                await y.Yield(Any.None);
            }
            catch (KeyError e)
            {
                using var handling = Handling.Of(e);
                throw Raise.From(new ValueError("changed"), e);
            }
            return Any.None;
        }
    }

    public static PyInt First(PyInt n)
    {
        var manager = Context.Of(GuardedManager("first"));
        manager.Enter();
        try
        {
            return n + 1;
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
        throw new UnreachableException();
    }

    public static PyInt Second(PyInt n)
    {
        var manager = Context.Of(SwallowManager(PyTuple.Of(ZeroDivisionError.Type)));
        manager.Enter();
        try
        {
            return PyInt.FloorDiv((PyInt)10, n);
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
        return -1;
    }

    public static void Run_()
    {
        PyInt n = default;
        Any firstLetter = default;
        PyList<Any> rest = default!;
        var manager = Context.Of(TagManager("a", 0));
        Any entered = manager.Enter();
        try
        {
            Any a = entered;
            var manager2 = Context.Of(TagManager("b", 2));
            Any entered2 = manager2.Enter();
            try
            {
                Any b = entered2;
                Print(a + b, a.Invoke("lower"));
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
        var manager3 = Context.Of(SwallowManager(PyTuple.Of(ValueError.Type, KeyError.Type)));
        n = manager3.Enter();
        try
        {
            Print(n);
            throw new KeyError("k");
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }
        try
        {
            var manager4 = Context.Of(SwallowManager(PyTuple.Of(ValueError.Type)));
            manager4.Enter();
            try
            {
                throw new TypeError("t");
            }
            catch (BaseException error4)
            {
                if (!manager4.Exit(error4))
                {
                    throw;
                }
            }
            finally
            {
                manager4.Exit();
            }
        }
        catch (TypeError e)
        {
            Print("passed", e);
        }
        foreach (var make in new Any[] { NeverFunction, TwiceFunction })
        {
            try
            {
                var manager5 = Context.Of(make.Call());
                manager5.Enter();
                try
                {
                    Print("in");
                }
                catch (BaseException error5)
                {
                    if (!manager5.Exit(error5))
                    {
                        throw;
                    }
                }
                finally
                {
                    manager5.Exit();
                }
            }
            catch (RuntimeError e)
            {
                using var handling = Handling.Of(e);
                Print(e, ((Any)e).Get("__cause__"), ((Any)e).Get("__suppress_context__"));
            }
        }
        try
        {
            var manager6 = Context.Of(ChangesManager());
            manager6.Enter();
            try
            {
                new PyDict<Any, Any>().At((Any)"x");
            }
            catch (BaseException error6)
            {
                if (!manager6.Exit(error6))
                {
                    throw;
                }
            }
            finally
            {
                manager6.Exit();
            }
        }
        catch (ValueError e)
        {
            Print(e, Repr(((Any)e).Get("__cause__")), Repr(((Any)e).Get("__context__")));
        }
        Print(First(1), Second(5), Second(0));
        var @base = new Base("x");
        {
            var manager7 = Context.Of(@base.EnteredManager(1));
            var me = manager7.Enter();
            try
            {
                Print(me == @base, @base.Count);
            }
            catch (BaseException error7)
            {
                if (!manager7.Exit(error7))
                {
                    throw;
                }
            }
            finally
            {
                manager7.Exit();
            }
        }
        Print(@base.Count);
        var derived = new Derived("y");
        {
            var manager8 = Context.Of(derived.EnteredManager(2));
            var me = manager8.Enter();
            try
            {
                Print(me.Count, derived.Count);
            }
            catch (BaseException error8)
            {
                if (!manager8.Exit(error8))
                {
                    throw;
                }
            }
            finally
            {
                manager8.Exit();
            }
        }
        Print(derived.Count);
        var manager9 = Context.Of(Base.OfManager(Derived.Type, "z"));
        Any entered3 = manager9.Enter();
        try
        {
            Any made = entered3;
            Print(PyType.Of(made).Name, made.Get("name"));
        }
        catch (BaseException error9)
        {
            if (!manager9.Exit(error9))
            {
                throw;
            }
        }
        finally
        {
            manager9.Exit();
        }
        var manager10 = Context.Of(Base.PlainManager(4));
        PyInt four = manager10.Enter();
        try
        {
            Print(four + 1);
        }
        catch (BaseException error10)
        {
            if (!manager10.Exit(error10))
            {
                throw;
            }
        }
        finally
        {
            manager10.Exit();
        }
        var manager11 = Context.Of(ExitStack.Call());
        Any entered4 = manager11.Enter();
        try
        {
            Any stack = entered4;
            var names = new PyList<Any>(new string[] { "p", "q" }.Select(x => stack.Invoke("enter_context", TagManager(x, 0))));
            Print(names);
        }
        catch (BaseException error11)
        {
            if (!manager11.Exit(error11))
            {
                throw;
            }
        }
        finally
        {
            manager11.Exit();
        }
        GeneratorContext held = TagManager("held", 0);
        Print(PyType.Of(held).Name, IsInstance(held, Contextlib.Get("AbstractContextManager")), HasAttr(held, "gen"));
        var manager12 = Context.Of(held);
        Any entered5 = manager12.Enter();
        try
        {
            Any h = entered5;
            Print(h);
        }
        catch (BaseException error12)
        {
            if (!manager12.Exit(error12))
            {
                throw;
            }
        }
        finally
        {
            manager12.Exit();
        }
        try
        {
            var manager13 = Context.Of(held);
            manager13.Enter();
            try
            {
            }
            catch (BaseException error13)
            {
                if (!manager13.Exit(error13))
                {
                    throw;
                }
            }
            finally
            {
                manager13.Exit();
            }
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        Print(TagFunction.Get("__name__"), TagFunction.Get("__doc__"), TagFunction.Get("__wrapped__").Get("__name__"), TagFunction.Get("__qualname__"));

        Any Work(Any x)
        {
            Print("work", x);
            return x * 2;
        }
        Any work = ((Any)TagManager("deco", 0)).Call(new PyFunction("run.<locals>.work", "x", (Any x) => Work(x)));

        Print(work.Call(2), work.Call(3), work.Get("__name__"));

        IEnumerable<PyList<PyInt>> Local(PyInt n)
        {
            PyList<PyInt> items = (PyList<PyInt>)[n];
            yield return items;
            Print(items);
        }
        GeneratorContext<PyList<PyInt>> LocalManager(PyInt n) => GeneratorContext.Of("local", "run.<locals>.local", () => Local(n));

        var manager14 = Context.Of(LocalManager(3));
        var items = manager14.Enter();
        try
        {
            items.Append(n);
        }
        catch (BaseException error14)
        {
            if (!manager14.Exit(error14))
            {
                throw;
            }
        }
        finally
        {
            manager14.Exit();
        }
        var pick = new PyDict<string, Any> { ["t"] = TagFunction, ["g"] = GuardedFunction };
        var manager15 = Context.Of(pick["t"].Call("dyn"));
        Any entered6 = manager15.Enter();
        try
        {
            Any d = entered6;
            Print(d);
        }
        catch (BaseException error15)
        {
            if (!manager15.Exit(error15))
            {
                throw;
            }
        }
        finally
        {
            manager15.Exit();
        }
        try
        {
            TagFunction.Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            var manager16 = Context.Of(GuardedManager("gen"));
            manager16.Enter();
            try
            {
                throw new StopIteration("s");
            }
            catch (BaseException error16)
            {
                if (!manager16.Exit(error16))
                {
                    throw;
                }
            }
            finally
            {
                manager16.Exit();
            }
        }
        catch (StopIteration e)
        {
            Print("stop", e);
        }
        for (PyInt i = 0; i < 3; i++)
        {
            var manager17 = Context.Of(GuardedManager(ToStr(i)));
            manager17.Enter();
            try
            {
                if (i == 1)
                {
                    continue;
                }
                if (i == 2)
                {
                    break;
                }
                Print("i", i);
            }
            catch (BaseException error17)
            {
                if (!manager17.Exit(error17))
                {
                    throw;
                }
            }
            finally
            {
                manager17.Exit();
            }
        }
        var manager18 = Context.Of(TagManager("kw", 0));
        Any entered7 = manager18.Enter();
        try
        {
            var items2 = Operators.Unpack(entered7, 1, 0);
            firstLetter = items2[0];
            rest = items2[1].As<PyList<Any>>();
            Print(firstLetter, rest);
        }
        catch (BaseException error18)
        {
            if (!manager18.Exit(error18))
            {
                throw;
            }
        }
        finally
        {
            manager18.Exit();
        }
    }

    public static AsyncGenerator<PyList<Any>> Connect(string name, bool fail = false)
    {
        return AsyncGenerator<PyList<Any>>.Create("connect", "connect", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyList<Any>> y)
        {
            PyList<Any> log = (PyList<Any>)[name];
            await AsyncIO.Sleep(0);
            BaseException? pending = null;
            try
            {
                try
                {
                    await y.Yield(log);
                }
                catch (OSError e)
                {
                    using var handling = Handling.Of(e);
                    Print("connection", e);
                    if (fail)
                    {
                        throw;
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
                await AsyncIO.Sleep(0);
                Print("disconnect", log);
            }
        }
    }

    public static async Coro<Any> Value(PyInt n)
    {
        var manager = AsyncContext.Of(ConnectManager("value"));
        var log = await manager.EnterAsync();
        try
        {
            log.Append("v");
            return n * 2;
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
        return Any.None;
    }

    public static async Coro MainAsync()
    {
        var manager = AsyncContext.Of(ConnectManager("a"));
        var log = await manager.EnterAsync();
        try
        {
            var manager2 = AsyncContext.Of(new Pool().TakeManager());
            PyInt free = await manager2.EnterAsync();
            try
            {
                log.Append("x");
                Print(free + 1, Len(log));
            }
            catch (BaseException error2)
            {
                if (!await manager2.ExitAsync(error2))
                {
                    throw;
                }
            }
            finally
            {
                await manager2.ExitAsync();
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
        var manager3 = AsyncContext.Of(ConnectManager("b"));
        await manager3.EnterAsync();
        try
        {
            throw new OSError("lost");
        }
        catch (BaseException error3)
        {
            if (!await manager3.ExitAsync(error3))
            {
                throw;
            }
        }
        finally
        {
            await manager3.ExitAsync();
        }
        try
        {
            var manager4 = AsyncContext.Of(ConnectManager("c", true));
            await manager4.EnterAsync();
            try
            {
                throw new OSError("again");
            }
            catch (BaseException error4)
            {
                if (!await manager4.ExitAsync(error4))
                {
                    throw;
                }
            }
            finally
            {
                await manager4.ExitAsync();
            }
        }
        catch (OSError e)
        {
            Print("outer", e);
        }
        Print(await Value(4));
        var pool = new Pool();

        async Coro<PyInt> User(PyInt n)
        {
            var manager5 = AsyncContext.Of(pool.TakeManager());
            PyInt free = await manager5.EnterAsync();
            try
            {
                await AsyncIO.Sleep(0);
                return n + free;
            }
            catch (BaseException error5)
            {
                if (!await manager5.ExitAsync(error5))
                {
                    throw;
                }
            }
            finally
            {
                await manager5.ExitAsync();
            }
            throw new UnreachableException();
        }
        Coroutine<PyInt> UserCoroutine(PyInt n) => Coroutine.Of("user", "main.<locals>.user", () => User(n));

        Print(await AsyncIO.Gather([..Sequences.Range(2).Select(i => UserCoroutine(i))]), pool.Free);
        var manager5 = AsyncContext.Of(Contextlib.Get("AsyncExitStack").Call());
        Any entered = await manager5.EnterAsync();
        try
        {
            Any stack = entered;
            Print(await stack.Invoke("enter_async_context", ConnectManager("s")));
        }
        catch (BaseException error5)
        {
            if (!await manager5.ExitAsync(error5))
            {
                throw;
            }
        }
        finally
        {
            await manager5.ExitAsync();
        }

        async Coro<Any> Job(Any n)
        {
            return n;
        }
        Coroutine<Any> JobCoroutine(Any n) => Coroutine.Of("job", "main.<locals>.job", () => Job(n));
        Any job = ((Any)ConnectManager("deco")).Call(new PyFunction("main.<locals>.job", "n", (Any n) => JobCoroutine(n)) { Flavour = "coroutine" });

        Print(await job.Call(5));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Contextlib = Modules.Import("contextlib");
        Any traceback = Modules.Import("traceback");
        ExitStack = Modules.ImportFrom("contextlib", "ExitStack");

        Run_();
        AsyncIO.Run(MainAsyncCoroutine());
        var manager = Context.Of(GuardedManager("last"));
        manager.Enter();
        try
        {
            try
            {
                throw new IndexError("i");
            }
            catch (IndexError caught)
            {
                using var handling = Handling.Of(caught);
                traceback.Get("print_exc").Call();
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
        var manager2 = Context.Of(TagManager("t", 0));
        manager2.Enter();
        try
        {
            _ = (PyInt)1 / 0;
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

    public static GeneratorContext<Any> TagManager(Any name, Any indent) => GeneratorContext.Of("tag", "tag", () => Tag(name, indent));
    public static readonly Any TagFunction = ManagerFunction.Of(new PyFunction("tag", "name, *, indent=0", (Any[] a) => Generator.Of("tag", Tag(a[0], a[1]))) { Flavour = "generator", Doc = "Prints a tag around." });
    public static GeneratorContext<PyInt> SwallowManager(PyTuple kinds) => GeneratorContext.Of(() => Swallow(kinds));
    public static GeneratorContext<PyInt> GuardedManager(Any label) => GeneratorContext.Of(() => Guarded(label));
    public static readonly Any GuardedFunction = ManagerFunction.Of(new PyFunction("guarded", "label", (Any label) => Guarded(label)) { Flavour = "generator" });
    public static GeneratorContext<PyInt> NeverManager() => GeneratorContext.Of(() => Never());
    public static readonly Any NeverFunction = ManagerFunction.Of(new PyFunction("never", "", () => Never()) { Flavour = "generator" });
    public static GeneratorContext<PyInt> TwiceManager() => GeneratorContext.Of("twice", "twice", () => Twice());
    public static readonly Any TwiceFunction = ManagerFunction.Of(new PyFunction("twice", "", () => Generator.Of("twice", Twice())) { Flavour = "generator" });
    public static GeneratorContext<Any> ChangesManager() => GeneratorContext.Of(() => Changes());
    public static AsyncGeneratorContext<PyList<Any>> ConnectManager(string name, bool fail = false) => GeneratorContext.Of(() => Connect(name, fail));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
