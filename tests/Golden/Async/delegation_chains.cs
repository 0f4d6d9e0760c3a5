using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DelegationChains;

/// <summary>A value goes straight to the last of the generators that delegate to one another.</summary>
public static class Module
{
    internal static Any Sys = Any.Unbound;
    internal static Any MeMid = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("delegation_chains.py", args, Run);

    public static Generator<string> Leaf(PyInt n)
    {
        return Generator<string>.Create("leaf", "leaf", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            Any got = await y.Yield(F($"leaf {n}"));
            try
            {
                got = await y.Yield(F($"got {got}"));
            }
            catch (KeyError e)
            {
                using var handling = Handling.Of(e);
                await y.Yield(F($"caught {Repr(e)}"));
            }
            return n * 10;
        }
    }

    public static Generator<string> Mid(PyInt n)
    {
        return Generator<string>.Create("mid", "mid", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            Any a = await y.YieldFrom(Leaf(n));
            Any b = await y.YieldFrom(Leaf(n + 1));
            return a + b;
        }
    }

    public static Generator<Any> Top()
    {
        return Generator<Any>.Create("top", "top", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            Any total = await y.YieldFrom(Mid(1));
            await y.Yield(total);
            try
            {
                await y.YieldFrom(Mid(5));
            }
            catch (ValueError e)
            {
                using var handling = Handling.Of(e);
                await y.Yield(F($"top caught {e} during {Repr(Sys.Get("exception").Call())}"));
            }
            return "done";
        }
    }

    public static IEnumerable<PyInt> Failing()
    {
        yield return 1;
        throw new ZeroDivisionError("deep");
    }

    public static Generator<PyInt> Through()
    {
        return Generator<PyInt>.Create("through", "through", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.YieldFrom(Generator.Of("failing", Failing()));
            return Any.None;
        }
    }

    public static Generator<PyInt> Outer()
    {
        return Generator<PyInt>.Create("outer", "outer", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.YieldFrom(Through());
            return Any.None;
        }
    }

    public static Generator<Any> SelfStep()
    {
        return Generator<Any>.Create("self_step", "self_step", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.Yield(1);
            try
            {
                _ = Next(Names.Global(MeMid, "me_mid"));
            }
            catch (ValueError e)
            {
                using var handling = Handling.Of(e);
                await y.Yield(ToStr(e));
            }
            await y.Yield(3);
            return Any.None;
        }
    }

    public static Generator<Any> Mid2()
    {
        return Generator<Any>.Create("mid2", "mid2", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.YieldFrom(SelfStep());
            return Any.None;
        }
    }

    public static Generator<Any> Top2()
    {
        return Generator<Any>.Create("top2", "top2", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.YieldFrom(Names.Global(MeMid, "me_mid"));
            return Any.None;
        }
    }

    // a link stepped from elsewhere
    public static IEnumerable<PyInt> Count(PyInt n)
    {
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            yield return i;
        }
    }

    public static Generator<PyInt> A(Generator<PyInt> c)
    {
        return Generator<PyInt>.Create("a", "a", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.YieldFrom(c);
            return Any.None;
        }
    }

    public static Generator<PyInt> B(Generator<PyInt> c)
    {
        return Generator<PyInt>.Create("b", "b", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.YieldFrom(A(c));
            return Any.None;
        }
    }

    public static Generator<string> InHandler()
    {
        return Generator<string>.Create("in_handler", "in_handler", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            try
            {
                throw new KeyError("outer");
            }
            catch (KeyError caught)
            {
                using var handling = Handling.Of(caught);
                await y.YieldFrom(Ask());
            }
            return Any.None;
        }
    }

    public static Generator<string> Ask()
    {
        return Generator<string>.Create("ask", "ask", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            await y.Yield(Repr(Sys.Get("exception").Call()));
            await y.Yield(Repr(Sys.Get("exception").Call()));
            try
            {
                throw new ValueError("x");
            }
            catch (ValueError e)
            {
                using var handling = Handling.Of(e);
                await y.Yield(Repr(((Any)e).Get("__context__")));
            }
            return Any.None;
        }
    }

    public static Generator<string> Wrap()
    {
        return Generator<string>.Create("wrap", "wrap", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            await y.YieldFrom(InHandler());
            return Any.None;
        }
    }

    public static Generator<string> Closing(string name)
    {
        return Generator<string>.Create("closing", "closing", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            try
            {
                await y.Yield(name + "1");
                await y.Yield(name + "2");
            }
            finally
            {
                Print("closing", name);
            }
            return Any.None;
        }
    }

    public static Generator<string> Nested()
    {
        return Generator<string>.Create("nested", "nested", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            try
            {
                await y.YieldFrom(Closing("in"));
            }
            finally
            {
                Print("closing outer");
            }
            return Any.None;
        }
    }

    public static Generator<string> Nested2()
    {
        return Generator<string>.Create("nested2", "nested2", Body);

        async GeneratorBody<Any> Body(Yielder<string> y)
        {
            await y.YieldFrom(Nested());
            return Any.None;
        }
    }

    public static Generator<PyInt> Rec(PyInt k)
    {
        return Generator<PyInt>.Create("rec", "rec", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            Recursion.Check();
            await y.Yield(k);
            if (k != 0)
            {
                await y.YieldFrom(Rec(k - 1));
            }
            await y.Yield(-k);
            return Any.None;
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Sys = Modules.Import("sys");

        Generator<Any> g = Top();
        Print(g.Next(), g.Send("x"), g.Send("y"), g.Send("z"), ((Any)g).Get("gi_yieldfrom").Get("__name__"));
        Print(g.Throw(new KeyError("k")), g.Next(), g.Next(), g.Next());
        Print(g.Throw(new ValueError("v")));
        try
        {
            g.Next();
        }
        catch (StopIteration s)
        {
            Print(((Any)s).Get("value"));
        }
        try
        {
            new PyList<PyInt>(Outer().Items);
        }
        catch (ZeroDivisionError caught)
        {
            using var handling = Handling.Of(caught);
            Print(Repr(Sys.Get("exception").Call()));
        }
        MeMid = Mid2();
        Generator<Any> t = Top2();
        Print(t.Next(), t.Next(), t.Next(), new PyList<Any>(t.Rest));
        Generator<PyInt> c = Generator.Of("count", Count(6));
        Generator<PyInt> inner = A(c);
        Generator<PyInt> o = B(c);
        Print(o.Next(), c.Next(), o.Next(), c.Next(), new PyList<PyInt>(o.Rest), new PyList<PyInt>(c.Rest));
        Generator<PyInt> m = A(Generator.Of("count", Count(5)));
        Generator<PyInt> o1 = A(m);
        Generator<PyInt> o2 = A(m);
        Print(o1.Next(), o2.Next(), o1.Next(), m.Next(), o2.Next(), new PyList<PyInt>(o1.Rest), new PyList<PyInt>(o2.Rest));
        Print(new PyList<string>(Wrap().Items), Sys.Get("exception").Call());
        Generator<string> n = Nested2();
        Print(n.Next(), n.Next());
        n.Close();
        Print(new PyList<PyInt>(Rec(5).Items), Sequences.Sum(Rec(300).Items.Select(_ => (PyInt)1)));
    }
}
