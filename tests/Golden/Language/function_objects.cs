using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace FunctionObjects;

using static Module;

public class K : PyObject
{
    public K()
    {
        V = 7;
    }

    public PyInt V { get; set; }

    public ((PyInt, PyList<Any>), Any, Any) M()
    {
        (PyInt, PyList<Any>) Nested()
        {
            return (V, new PyList<Any>(Sequences.Range(2).Select(i => (Any)(V + i))));
        }
        Any f = new PyFunction("K.m.<locals>.<lambda>", "", () => (Any)(V * 2));
        return (Nested(), f.Call(), ((Any)new PyFunction("K.m.<locals>.<lambda>", "", () => (Any)this)).Call().Get("v"));
    }

    public static readonly PyType Type = PyType.Emitted("K", "__main__")
        .Constructor("", a => new K())
        .Field("v", self => self.As<K>().V, (self, value) => self.As<K>().V = value.As<PyInt>())
        .Method("m", self => Generic.ToAny(self.As<K>().M()));
    public override PyType Class => Type;
}

public static class Module
{
    internal static Any Late_ = Any.Unbound;
    internal static PyInt I;
    internal static StopIteration E = default!;
    internal static Any DefaultsF;
    internal static Any DefaultsG;
    internal static PyList<Any> DefaultsH = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("function_objects.py", args, Run);

    public static (Any, bool, Any, Any) Outer(PyInt n)
    {
        Any helperY = default;
        Any helperFunction = Any.Unbound;
        (Any, Any) Use()
        {
            return (helperFunction, Helper(n, helperY));
        }
        helperY = n * 2;
        Any Helper(Any x, Any y)
        {
            return x + y;
        }
        helperFunction = new PyFunction("outer.<locals>.helper", "x, y=", (Any x, Any y) => Helper(x, y), helperY);
        var (f, v) = Use();
        return (f.Get("__name__"), Operators.Is(f, helperFunction), v, f.Call(1));
    }

    public static Any CallLate()
    {
        return Late_.Call();
    }

    public static Any Rec(Any n)
    {
        Recursion.Check();
        return n == 0 ? RecFunction : Rec(n - 1);
    }

    public static (Any, Any) Mk()
    {
        Any innerFunction = Any.Unbound;
        Any Inner(Any k)
        {
            Recursion.Check();
            if (k == 0)
            {
                return innerFunction.Get("__name__");
            }
            return Inner(k - 1);
        }
        innerFunction = new PyFunction("mk.<locals>.inner", "k", (Any k) => Inner(k));
        innerFunction.Set("tag", "t");
        return (Inner(3), innerFunction.Get("tag"));
    }

    public static (Any, Any, PyList<Any>) Defaults(PyInt a, Any f, Any g, PyList<Any> h)
    {
        h.Append(a);
        return (f.Get("__name__"), g.Call(a), h);
    }

    public static (Any, Any) Counter()
    {
        PyInt n = 0;
        PyInt Inc()
        {
            n += 1;
            return n;
        }
        Any incFunction = new PyFunction("counter.<locals>.inc", "", () => Inc());
        PyInt Get_()
        {
            return n;
        }
        Any getFunction = new PyFunction("counter.<locals>.get", "", () => Get_());
        return (incFunction, getFunction);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any cond = default;
        // functions as objects, early, nested, conditional
        Any os = Modules.Import("os");
        Print(Generic.ToAny(Outer(3)));
        if ((PyInt)long.MaxValue > 10)
        {
            // doc
            Any CondCore(Any a, Any b)
            {
                return a * b;
            }
            cond = new PyFunction("cond", "a, b=2", (Any a, Any b) => CondCore(a, b)) { Doc = "doc" };
        }
        else
        {
            Any CondCore_(Any a)
            {
                return a;
            }
            cond = new PyFunction("cond", "a", (Any a) => CondCore_(a));
        }
        Print(cond.Call(4), cond.Get("__doc__"), cond.Get("__name__"));
        try
        {
            string LateCore()
            {
                return "late";
            }
            Late_ = new PyFunction("late", "", () => LateCore());
        }
        catch (ImportError)
        {
            Late_ = Any.None;
        }
        Print(CallLate());
        Print(Operators.Is(Rec(3), RecFunction));
        Print(Generic.ToAny(Mk()));
        Print(Generic.ToAny(new K().M()));
        Any meta = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
        });
        Any r = ClassBuilder.Build("R", "R", "__main__", new Arguments { { "metaclass", meta } }, ns2 =>
        {
            (ns2["a"], ns2["b"]) = (1, 2);
            var items = ((PyInt)3, (PyInt)4);
            ns2["c"] = items.Item1;
            ns2["d"] = items.Item2;
            ns2["e"] = 5;
            ns2["f"] = 5;
            foreach (var item in Sequences.Range(3))
            {
                ns2["i"] = item;
                ns2["e"] = Any.AddInPlace(ns2.Load("e", () => E), ns2.Load("i", () => I));
            }
            ns2["g"] = new PyList<Any>(Sequences.Range(3).Select(x => (Any)(x * 2)));
            ns2["fh"] = TextFile.Open(os.Get("devnull"));
            var manager = Context.Of(ns2.Load("fh"));
            manager.Enter();
            try
            {
                ns2["first"] = ns2.Load("fh").Invoke("read");
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
            try
            {
                throw new ValueError("in class");
            }
            catch (ValueError caught)
            {
                ns2["err"] = caught;
                ns2["msg"] = ToStr(ns2.Load("err"));
                ns2["err"] = Any.Unbound;
            }
            if ((ns2["w"] = 10) > 5)
            {
                ns2["h"] = ns2.Load("w");
            }
            string Print_(Any self)
            {
                return "print method";
            }
            ns2["print"] = new PyFunction("R.print", "self", (Any self) => Print_(self));
            bool Sys(Any self)
            {
                return (PyInt)long.MaxValue > 0;
            }
            ns2["sys"] = new PyFunction("R.sys", "self", (Any self) => Sys(self));
            (PyInt, PyInt) subject = ((PyInt)1, (PyInt)2);
            if (Matching.Everything)
            {
                ns2["p"] = subject.Item1;
                ns2["q"] = subject.Item2;
            }
            ns2.Load("i", () => I);
            ns2["i"] = Any.Unbound;
        });
        Print(r.Get("a"), r.Get("b"), r.Get("c"), r.Get("d"), r.Get("e"), r.Get("f"), r.Get("g"), r.Get("first").Invoke("strip"), r.Get("msg"), r.Get("h"), r.Get("w"), r.Get("p"), r.Get("q"), HasAttr(r, "i"), HasAttr(r, "err"));
        Print(r.Call().Invoke("print"), r.Call().Invoke("sys"));
        DefaultsF = RecFunction;
        DefaultsG = new PyFunction("<lambda>", "x", (Any x) => x + 1);
        DefaultsH = (PyList<Any>)[];
        Print(Generic.ToAny(Defaults(1, DefaultsF, DefaultsG, DefaultsH)), Generic.ToAny(Defaults(2, DefaultsF, DefaultsG, DefaultsH)));
        PyList<Any> fs = (PyList<Any>)[];
        foreach (var item in Sequences.Range(3))
        {
            I = item;
            Any adderCoreI = I;
            Any AdderCore(Any x, Any i)
            {
                return x + i;
            }
            Any adder = new PyFunction("adder", "x, i=", (Any x, Any i) => AdderCore(x, i), adderCoreI);
            fs.Append(adder);
        }
        Print(new PyList<Any>(fs.Select(f => f.Call(10))));
        var (inc, get) = Counter();
        inc.Call();
        inc.Call();
        Print(get.Call());
        PyInt underscore = 5;
        Print(underscore);
        foreach (var item3 in Sequences.Range(2))
        {
            underscore = item3;
            foreach (var item2 in Sequences.Range(2))
            {
                underscore = item2;
                Print(["x"], end: "");
            }
        }
        Print();
        PyInt a = 1;
        underscore = 2;
        PyInt b = 3;
        Print(a, b, underscore);
        Any gen = ((Any)new PyFunction("<lambda>", "", () =>
        {
            async GeneratorBody<Any> Body(Yielder<Any> y)
            {
                return await y.Yield(1);
            }
            return Generator<Any>.Create("<lambda>", "<lambda>", Body);
        }) { Flavour = "generator" }).Call();
        Print(new PyList<Any>(Sequences.Of(gen)));
        Any g2 = ((Any)new PyFunction("<lambda>", "x", (Any x) =>
        {
            async GeneratorBody<Any> Body(Yielder<Any> y)
            {
                return (Any)(PyList<Any>)[await y.Yield(x), await y.Yield(x + 1)];
            }
            return Generator<Any>.Create("<lambda>", "<lambda>", Body);
        }) { Flavour = "generator" }).Call(5);
        Print(Next(g2), g2.Invoke("send", "a"));
        try
        {
            g2.Invoke("send", "b");
        }
        catch (StopIteration caught)
        {
            E = caught;
            Print(((Any)E).Get("value"));
        }
    }

    public static readonly Any RecFunction = new PyFunction("rec", "n", (Any n) => Rec(n));
}
