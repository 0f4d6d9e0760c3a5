using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClosureCells;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("closure_cells.py", args, Run);

    public static (Any, Any) Counter(Any start)
    {
        Any n = start;
        Any Bump(Any by)
        {
            n = Any.AddInPlace(n, by);
            return n;
        }
        Any bump = new PyFunction("counter.<locals>.bump", "by=1", (Any by) => Bump(by)) { Closure = [new PyCell("n", () => n, v => n = v)] };
        Any Peek()
        {
            return n;
        }
        Any peek = new PyFunction("counter.<locals>.peek", "", () => Peek()) { Closure = [new PyCell("n", () => n, v => n = v)] };
        return (bump, peek);
    }

    public static Any Outer(PyInt x, string y)
    {
        PyInt z = x * 2;
        return new PyFunction("outer.<locals>.<lambda>", "q", (Any q) => (Any)PyTuple.Of(x, y, z, q)) { Closure = [new PyCell("x", () => x, v => x = v.As<PyInt>()), new PyCell("y", () => y, v => y = v.As<string>()), new PyCell("z", () => z, v => z = v.As<PyInt>())] };
    }

    public static Any Rec()
    {
        Any fact = default;
        Any Fact(Any n)
        {
            Recursion.Check();
            return n < 2 ? 1 : n * fact.Call(n - 1);
        }
        fact = new PyFunction("rec.<locals>.fact", "n", (Any n) => Fact(n)) { Closure = [new PyCell("fact", () => fact, v => fact = v)] };
        return fact;
    }

    public static Any Empty()
    {
        Any later = Any.Unbound;
        Any G()
        {
            return Names.Free(later, "later");
        }
        Any g = new PyFunction("empty.<locals>.g", "", () => G()) { Closure = [new PyCell("later", () => later, v => later = v)] };
        Any c = g.Get("__closure__")[0];
        try
        {
            c.Get("cell_contents");
        }
        catch (ValueError e)
        {
            Print(e);
        }
        later = 3;
        return c.Get("cell_contents");
    }

    public static Any Deco(Any fn)
    {
        Any Wrapper(PyTuple args)
        {
            return fn.Call(new Arguments { new Star(args) });
        }
        Any wrapper = new PyFunction("deco.<locals>.wrapper", "*args", (Any[] a) => Wrapper(a[0].As<PyTuple>())) { Closure = [new PyCell("fn", () => fn, v => fn = v)] };
        return wrapper;
    }

    public static Any HelloCore(Any x)
    {
        return x;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var (b, p) = Counter(5);
        b.Call();
        b.Call();
        Print(b.Get("__closure__")[0].Get("cell_contents"), b.Get("__code__").Get("co_freevars"), p.Get("__closure__")[0].Get("cell_contents"));
        p.Get("__closure__")[0].Set("cell_contents", 40);
        Print(b.Call());
        Any f = Outer(1, "two");
        Print(f.Get("__code__").Get("co_freevars"), new PyList<Any>(Sequences.Of(f.Get("__closure__")).Select(c => c.Get("cell_contents"))));
        Print(CounterFunction.Get("__closure__"), ((Any)new PyFunction("<lambda>", "", () => (Any)1)).Get("__closure__"));
        Print(Rec().Get("__closure__")[0].Get("cell_contents").Get("__name__"), Rec().Call(5));
        Print(Empty());
        IEnumerable<Any> Items(IEnumerable<PyInt> source)
        {
            PyInt i = default;
            foreach (var item in source)
            {
                i = item;
                yield return new PyFunction("<lambda>", "", () => (Any)i) { Closure = [new PyCell("i", () => i, v => i = v.As<PyInt>())] };
            }
        }
        var fs = new PyList<Any>(Items(Sequences.Range(3)));
        Print(new PyList<Any>(fs.Select(f => f.Call())), fs[0].Get("__closure__")[0].Get("cell_contents"));
        Any hello = DecoFunction.Call(HelloCoreFunction);
        Print(hello.Get("__closure__")[0].Get("cell_contents").Get("__name__"));
    }

    public static readonly Any CounterFunction = new PyFunction("counter", "start", (Any start) => Generic.ToAny(Counter(start)));
    public static readonly Any DecoFunction = new PyFunction("deco", "fn", (Any fn) => Deco(fn));
    public static readonly Any HelloCoreFunction = new PyFunction("hello", "x", (Any x) => HelloCore(x));
}
