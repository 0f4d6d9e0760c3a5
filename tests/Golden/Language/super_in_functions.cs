using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SuperInFunctions;

/// <summary>super() without arguments in methods, in functions inside of methods, and where there is nothing to find.</summary>
public static class Module
{
    internal static Any B = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any Y = Any.Unbound;
    internal static string N = default!;
    internal static Any C = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("super_in_functions.py", args, Run);

    public static void T(Any f)
    {
        try
        {
            Print(Repr(f.Call()));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        B = ClassBuilder.Build("B", "B", "__main__", new Arguments(), ns =>
        {
            string Who(Any self)
            {
                return "B" + PyType.Of(self).Name;
            }
            ns["who"] = new PyFunction("B.who", "self", (Any self) => Who(self));
            Any Make(Any cls)
            {
                return "mk" + cls.Get("__name__");
            }
            ns["make"] = Builtins.Get("classmethod").Call(new PyFunction("B.make", "cls", (Any cls) => Make(cls)));
        });
        Any xClass = Any.Unbound;
        xClass = ClassBuilder.Build("X", "X", "__main__", new Arguments { B }, ns2 =>
        {
            Any G(Any a)
            {
                a = 3;
                return ((Any)new Super(xClass.As<PyType>(), a)).Invoke("who");
            }
            ns2["g"] = new PyFunction("X.g", "a", (Any a) => G(a));
            Any H(Any args)
            {
                return Functions.NoSuper().Invoke("who");
            }
            ns2["h"] = new PyFunction("X.h", "*args", (Any[] a) => H(a[0]));
            Any I(Any self)
            {
                Any Inner()
                {
                    return Functions.NoSuper().Invoke("who");
                }
                return Inner();
            }
            ns2["i"] = new PyFunction("X.i", "self", (Any self) => I(self));
            Any J(Any self)
            {
                Any Inner(Any other)
                {
                    return ((Any)new Super(xClass.As<PyType>(), other)).Invoke("who");
                }
                return Inner(Y.Call());
            }
            ns2["j"] = new PyFunction("X.j", "self", (Any self) => J(self));
            PyList<Any> K(Any self)
            {
                return new PyList<Any>(Sequences.Range(2).Select(_ => ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who")));
            }
            ns2["k"] = new PyFunction("X.k", "self", (Any self) => K(self));
            Any L(Any self)
            {
                return ((Any)new PyFunction("X.l.<locals>.<lambda>", "", () => Functions.NoSuper().Invoke("who"))).Call();
            }
            ns2["l"] = new PyFunction("X.l", "self", (Any self) => L(self));
            Any M(Any self)
            {
                return ((Any)new PyFunction("X.m.<locals>.<lambda>", "self", (Any self) => ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who"))).Call(Y.Call());
            }
            ns2["m"] = new PyFunction("X.m", "self", (Any self) => M(self));
            Any Who(Any self)
            {
                return "X!" + ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who");
            }
            ns2["who"] = new PyFunction("X.who", "self", (Any self) => Who(self));
            Any Make(Any cls)
            {
                return "X" + ((Any)new Super(xClass.As<PyType>(), cls)).Invoke("make");
            }
            ns2["make"] = Builtins.Get("classmethod").Call(new PyFunction("X.make", "cls", (Any cls) => Make(cls)));
            Any N(Any self)
            {
                Any zClass = Any.Unbound;
                zClass = ClassBuilder.Build("Z", "X.n.<locals>.Z", "__main__", new Arguments { B }, ns3 =>
                {
                    Any Who(Any self)
                    {
                        return "Z" + ((Any)new Super(zClass.As<PyType>(), self)).Invoke("who");
                    }
                    ns3["who"] = new PyFunction("X.n.<locals>.Z.who", "self", (Any self) => Who(self));
                    ns3.ClassCell(made3 => zClass = made3);
                });
                Any z = zClass;
                return z.Call().Invoke("who") + ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who");
            }
            ns2["n"] = new PyFunction("X.n", "self", (Any self) => N(self));
            IEnumerable<Any> O(Any self, Any x)
            {
                yield return ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who");
            }
            ns2["o"] = new PyFunction("X.o", "self, x=None", (Any self, Any x) => Generator.Of("o", "X.o", O(self, x))) { Flavour = "generator" };
            async Coro<Any> P(Any self)
            {
                return ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who");
            }
            Coroutine<Any> PCoroutine(Any self) => Coroutine.Of("p", "X.p", () => P(self));
            ns2["p"] = new PyFunction("X.p", "self", (Any self) => PCoroutine(self)) { Flavour = "coroutine" };
            Any Q(Any self)
            {
                return ((Any)new Super(xClass.As<PyType>(), self)).Invoke("who");
            }
            ns2["q"] = Builtins.Get("property").Call(new PyFunction("X.q", "self", (Any self) => Q(self)));
            Any R(Any a)
            {
                return ((Any)new Super(xClass.As<PyType>(), a)).Invoke("who");
            }
            ns2["r"] = Builtins.Get("staticmethod").Call(new PyFunction("X.r", "a", (Any a) => R(a)));
            PyDict<Any, Any> S(Any self)
            {
                return new PyDict<Any, Any>(Str.Characters("a").Select(k => ((Any)k, ((Any)new Super(xClass.As<PyType>(), self)).Invoke("make"))));
            }
            ns2["s"] = new PyFunction("X.s", "self", (Any self) => S(self));
            ns2.ClassCell(made2 => xClass = made2);
        });
        X = xClass;
        Y = ClassBuilder.Build("Y", "Y", "__main__", new Arguments { X }, ns4 =>
        {
        });
        foreach (var item2 in Str.Characters("ghijklmnos"))
        {
            N = item2;
            foreach (var item in new Any[] { X, Y })
            {
                C = item;
                T(new PyFunction("<lambda>", "", () => N == "o" ? (Any)new PyList<Any>(Sequences.Of(GetAttr(Names.Global(C, "c").Call(), N).Call())) : GetAttr(Names.Global(C, "c").Call(), N).Call()));
            }
        }
        T(new PyFunction("<lambda>", "", () => X.Invoke("make")));
        T(new PyFunction("<lambda>", "", () => Y.Invoke("make")));
        T(new PyFunction("<lambda>", "", () => Y.Call().Invoke("who")));
        T(new PyFunction("<lambda>", "", () => Y.Call().Get("q")));
        T(new PyFunction("<lambda>", "", () => X.Invoke("r", Y.Call())));
        T(new PyFunction("<lambda>", "", () => X.Invoke("r", 3)));
        Print(AsyncIO.Run(Y.Call().Invoke("p")));
    }
}
