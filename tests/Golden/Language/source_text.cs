using System;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SourceText;

/// <summary>Source text that the program runs: every construct, the names around it, code objects.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any X
    {
        get
        {
            return Definition.Load("x");
        }
        set
        {
            Definition.Store("x", value);
        }
    }

    internal static Any Loc
    {
        get
        {
            return Definition.Load("loc");
        }
        set
        {
            Definition.Store("loc", value);
        }
    }

    internal static Any C
    {
        get
        {
            return Definition.Load("c");
        }
        set
        {
            Definition.Store("c", value);
        }
    }

    internal static Any Ns
    {
        get
        {
            return Definition.Load("ns");
        }
        set
        {
            Definition.Store("ns", value);
        }
    }

    internal static Any Separate
    {
        get
        {
            return Definition.Load("separate");
        }
        set
        {
            Definition.Store("separate", value);
        }
    }

    internal static Any Spy
    {
        get
        {
            return Definition.Load("Spy");
        }
        set
        {
            Definition.Store("Spy", value);
        }
    }

    internal static Any Spy_
    {
        get
        {
            return Definition.Load("spy");
        }
        set
        {
            Definition.Store("spy", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Any Fields
    {
        get
        {
            return Definition.Load("Fields");
        }
        set
        {
            Definition.Store("Fields", value);
        }
    }

    internal static Any Counter
    {
        get
        {
            return Definition.Load("counter");
        }
        set
        {
            Definition.Store("counter", value);
        }
    }

    internal static Any Add
    {
        get
        {
            return Definition.Load("add");
        }
        set
        {
            Definition.Store("add", value);
        }
    }

    internal static Any Functions_
    {
        get
        {
            return Definition.Load("functions");
        }
        set
        {
            Definition.Store("functions", value);
        }
    }

    internal static Any Single
    {
        get
        {
            return Definition.Load("single");
        }
        set
        {
            Definition.Store("single", value);
        }
    }

    internal static Any Inner
    {
        get
        {
            return Definition.Load("inner");
        }
        set
        {
            Definition.Store("inner", value);
        }
    }

    internal static Any Run_
    {
        get
        {
            return Definition.Load("run");
        }
        set
        {
            Definition.Store("run", value);
        }
    }

    internal static Any T
    {
        get
        {
            return Definition.Load("t");
        }
        set
        {
            Definition.Store("t", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "source_text.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("source_text.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Evaluation.Eval("1+2*3", (Any)Definition.Namespace));
        X = 10;
        Evaluation.Exec("x = x + 1\ny = [i*i for i in range(5)]\nprint(x, y)", (Any)Definition.Namespace);
        Print(X);
        Evaluation.Exec("\ndef f(a, b=2, *args, c, d=4, **kw):\n    'doc'\n    return a, b, args, c, d, kw\nprint(f(1, c=3), f(1,2,3,c=4,z=5), f.__doc__, f.__name__, f.__code__.co_varnames)\ndef gen(n):\n    for i in range(n):\n        r = yield i\n        if r: print('got', r)\n    return 'done'\ng = gen(3)\nprint(next(g), g.send('hi'), list(g))\ndef outer():\n    n = 0\n    def inc():\n        nonlocal n\n        n += 1\n        return n\n    return inc\ni = outer(); i(); print(i())\nclass A:\n    x = 1\n    def __init__(self, v): self.v = v\n    def m(self): return self.v + self.x\nclass B(A):\n    def m(self): return super().m() * 2\n    def c(self): return __class__\nprint(B(4).m(), B(1).c())\ntry:\n    1/0\nexcept ZeroDivisionError as e:\n    print('caught', e)\nfinally:\n    print('fin')\nwith open('/dev/null') as fh: print(fh.read() == '')\nmatch [1, 2, {'a': 3}]:\n    case [x1, *rest, {'a': q}] if q == 3: print(x1, rest, q)\nprint(f'{x1!r:>5} {q=}')\nlam = lambda *a, **k: (a, k)\nprint(lam(1, *[2,3], z=4, **{'w': 5}))\nprint(sorted({k: v for k, v in zip('abc', range(3))}.items()))\nprint([y for x in [[1,2],[3]] for y in x], {z for z in 'aab'} == {'a','b'}, list(q for q in (1,2)))\nimport asyncio\nasync def co(n):\n    await asyncio.sleep(0)\n    return n * 2\nasync def ag():\n    for i in range(3):\n        yield i\n        await asyncio.sleep(0)\nasync def main():\n    print(await co(4), [v async for v in ag()])\n    async with asyncio.timeout(5) as t:\n        async for q in ag(): print(q, end=' ')\n    print()\n    print(await asyncio.gather(co(1), co(2)))\nasyncio.run(main())\ndef T[T: int](x: T) -> T: return x\nprint(T.__type_params__, T.__annotations__)\ntype X[K] = dict[K, int]\nprint(X, X.__value__)\ndef dec(f):\n    print('dec', f.__name__)\n    return f\n@dec\ndef z(): pass\na = b = c = 5\na, (b, *c) = 1, (2, 3, 4)\nprint(a, b, c)\ndel a\ntry: a\nexcept NameError as e: print(e)\ntry:\n    raise ExceptionGroup('g', [ValueError(1), TypeError(2)])\nexcept* ValueError as eg: print(eg.exceptions)\nexcept* TypeError as eg: print(eg.exceptions)\n", (Any)Definition.Namespace);
        Print(Names.Global(Definition.Load("f"), "f").Call(new Arguments { 1, { "c", 2 } }));
        void LocCore()
        {
            PyInt v = 3;
            Evaluation.Exec("v = 4; w = 5", (Any)Definition.Namespace, (Any)Names.Locals(("v", v)));
            Print(v, Evaluation.Eval("v + 1", (Any)Definition.Namespace, (Any)Names.Locals(("v", v))), Sequences.Sorted(Sequences.Of((Any)Names.Locals(("v", v)))));
        }
        Loc = new PyFunction("loc", "", () => LocCore());
        Loc.Call();
        C = Evaluation.CompileFunction.Call("1 + x", "f.py", "eval");
        Print(Evaluation.Eval(C, new PyDict<Any, Any> { ["x"] = 41 }), C.Get("co_names"), C.Get("co_consts"), C.Get("co_filename"), C.Get("co_name"));

        // Namespaces: globals and locals given, any mapping, the built-ins that they bring.
        Ns = new PyDict<Any, Any>();
        Evaluation.Exec("a = 1\ndef g(): return a\nb = [g() for _ in range(2)]", Ns);
        Print(new PyList<Any>(Sequences.Of(Ns)), Ns["b"], Ns["g"].Get("__module__"));
        Separate = new PyDict<Any, Any>();
        Evaluation.Exec("a = 1\nb = [a for _ in range(2)]", new PyDict<Any, Any>(), Separate);
        Print(Separate);
        Print(Evaluation.Eval("len(v) + w", new PyDict<Any, Any> { ["v"] = (PyList<Any>)[1, 2] }, new PyDict<Any, Any> { ["w"] = 40 }));

        Spy = ClassBuilder.Build("Spy", "Spy", "__main__", new Arguments { Builtins.Get("dict") }, ns =>
        {
            Any Missing(Any self, Any key)
            {
                Print("asked for", key);
                throw new KeyError(key);
            }
            ns["__missing__"] = new PyFunction("Spy.__missing__", "self, key", (Any self, Any key) => Missing(self, key));
        });

        Evaluation.Exec("y = 1\nz = y + len('ab')", new PyDict<Any, Any>(), Spy_ = Spy.Call());
        Print(Spy_);
        try
        {
            Evaluation.Eval("open('x')", new PyDict<Any, Any> { ["__builtins__"] = new PyDict<Any, Any>() });
        }
        catch (NameError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }

        Fields = ClassBuilder.Build("Fields", "Fields", "__main__", new Arguments(), ns2 =>
        {
            Evaluation.Exec("p = 1\ndef q(self): return self.p", (Any)Definition.Namespace, (Any)ns2.Mapping);
            ns2["r"] = Evaluation.Eval("p + 1", (Any)Definition.Namespace, (Any)ns2.Mapping);
        });

        Print(Fields.Call().Invoke("q"), Fields.Get("r"));

        Any CounterCore()
        {
            Any addFunction = Any.Unbound;
            Any total = 0;

            Any Add_(Any n)
            {
                total = Any.AddInPlace(total, n);
                return Evaluation.Eval("total * 10", (Any)Definition.Namespace, (Any)Names.Locals(("n", n), ("total", total)));
            }
            addFunction = new PyFunction("counter.<locals>.add", "n", (Any n) => Add_(n));

            return addFunction;
        }
        Counter = new PyFunction("counter", "", () => CounterCore());

        Add = Counter.Call();
        Print(Add.Call(1), Add.Call(2));
        Functions_ = new PyList<Any>(Sequences.Range(3).Select(i => Evaluation.Eval(F($"lambda x: x + {i}"), (Any)Definition.Namespace)));
        Print(new PyList<Any>(Sequences.Of(Functions_).Select(f => f.Call(10))), Functions_[0].Get("__name__"));
        Single = Evaluation.CompileFunction.Call("1 + 1; 'shown'", "<stdin>", "single");
        Evaluation.Exec(Single, (Any)Definition.Namespace);
        Inner = Next(Generator.Of("<genexpr>", "<genexpr>", Sequences.Of(Evaluation.CompileFunction.Call("def f(a, /, b, *c, d=1, **e):\n 'doc'\n x = 2\n return lambda: x", "m", "exec").Get("co_consts")).Where(k => HasAttr(k, "co_name"))));
        Print(Inner.Get("co_name"), Inner.Get("co_varnames"), Inner.Get("co_cellvars"), Inner.Get("co_argcount"), Inner.Get("co_posonlyargcount"), Inner.Get("co_kwonlyargcount"));
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(Evaluation.EvalFunction, (PyList<Any>)["lambda: 1", "lambda: 2"])).Select(f => f.Call())));
        Run_ = Evaluation.ExecFunction;
        Run_.Call("made = 7");
        Print(Names.Global(Definition.Load("made"), "made"));
        foreach (var item in new string[] { "os.system", "a.b.c(d, e.f)", "x.y(z)[w.v]", "f(g.h).i" })
        {
            T = item;
            Print(Evaluation.CompileFunction.Call(T, "s", "eval").Get("co_names"));
        }
        C = Evaluation.CompileFunction.Call("a.b = c.d\nimport q.r\nx.m(1, (lambda: 2), k=y.z)", "s", "exec");
        Print(C.Get("co_names"));
    }
}
