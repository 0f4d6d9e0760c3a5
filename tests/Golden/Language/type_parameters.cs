using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypeParametersScript;

public static class Module
{
    internal static Any A = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any Rec = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any Stack = Any.Unbound;
    internal static Any U = Any.Unbound;
    internal static Any T_ = Any.Unbound;
    internal static Any FzCoreX;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("type_parameters.py", args, Run);

    public static Any First(Any xs)
    {
        return xs[0];
    }

    public static Any Pick(Any x, PyTuple rest)
    {
        return PyTuple.Of(T.Get("__name__"), T.Get("__constraints__"), T.Get("__bound__"));
    }

    public static (Any, Any, Any) Bounded(Any s)
    {
        return (Names.Global(S, "S").Get("__bound__"), Names.Global(S, "S").Get("__default__"), Names.Global(S, "S"));
    }

    public static (Any, Any, bool) Outer(PyInt x)
    {
        Any t = default;
        t = TypeParameters.Variable("T", Any.None, false, Any.None);
        Any Inner(Any y)
        {
            return t;
        }
        Any innerFunction = new PyFunction("outer.<locals>.inner", "y", (Any y) => Inner(y)) { TypeParameters = PyTuple.Of(t) };
        return (T_, Inner(1), Operators.Is(innerFunction.Get("__type_params__")[0], Inner(2)));
    }

    public static Any Deco(PyInt n)
    {
        Print("deco", n);
        return new PyFunction("deco.<locals>.<lambda>", "f", (Any f) => f);
    }

    public static Any FzCore(Any x)
    {
        return x;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any point = default;
        Any pair = default;
        Any lazy = default;
        Any t = default;
        Any ts = default;
        Any p = default;
        Any t_ = default;
        Any k = default;
        Any v = default;
        Any typeAliasType = Modules.ImportFrom("typing", "TypeAliasType");
        point = TypeParameters.Alias("Point", PyTuple.Of(), new PyFunction("<lambda>", "", () => Builtins.Get("tuple")[PyTuple.Of(Builtins.Get("float"), Builtins.Get("float"))]));
        A = TypeParameters.Variable("A", Any.None, false, Any.None);
        B = TypeParameters.Variable("B", Any.None, false, Any.None);
        pair = TypeParameters.Alias("Pair", PyTuple.Of(A, B), new PyFunction("<lambda>", "", () => Builtins.Get("tuple")[PyTuple.Of(Names.Global(A, "A"), Names.Global(B, "B"))]));
        Rec = TypeParameters.Alias("Rec", PyTuple.Of(), new PyFunction("<lambda>", "", () => Builtins.Get("dict")[PyTuple.Of(Builtins.Get("str"), Names.Global(Rec, "Rec") | Builtins.Get("int"))]));
        lazy = TypeParameters.Alias("Lazy", PyTuple.Of(), new PyFunction("<lambda>", "", () => Builtins.Get("Undefined")));
        Print(point, point.Get("__name__"), point.Get("__value__"), pair.Get("__type_params__"), pair[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))], IsInstance(point, typeAliasType));
        Print(Rec.Get("__value__"));
        try
        {
            lazy.Get("__value__");
        }
        catch (NameError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
        t = TypeParameters.Variable("T", Any.None, false, Any.None);
        FirstFunction = new PyFunction("first", "xs", (Any xs) => First(xs)) { TypeParameters = PyTuple.Of(t) };
        T = TypeParameters.Variable("T", new PyFunction("<lambda>", "", () => (Any)PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))), true, Any.None);
        ts = TypeParameters.VariableTuple("Ts", Any.None);
        p = TypeParameters.ParamSpec("P", Any.None);
        PickFunction = new PyFunction("pick", "x, *rest", (Any[] a) => Pick(a[0], a[1].As<PyTuple>())) { TypeParameters = PyTuple.Of(T, ts, p) };
        S = TypeParameters.Variable("S", new PyFunction("<lambda>", "", () => Builtins.Get("int")), false, new PyFunction("<lambda>", "", () => Builtins.Get("bool")));
        Print(First((PyList<Any>)[1, 2]), FirstFunction.Get("__type_params__"), Pick(1, PyTuple.Of()), Generic.ToAny(Bounded(true)), PickFunction.Get("__type_params__"));
        t_ = TypeParameters.Variable("T", Any.None, false, Any.None);
        Stack = ClassBuilder.Build("Stack", "Stack", "__main__", new Arguments { TypeParameters.GenericBase(t_) }, ns =>
        {
            ns["__type_params__"] = PyTuple.Of(t_);
            ns["limit"] = 3;
            ns.Annotate("limit", Builtins.Get("int"));
            void Init(Any self)
            {
                self.Set("items", (PyList<Any>)[]);
            }
            ns["__init__"] = new PyFunction("Stack.__init__", "self", (Any self) => Init(self));
            Any Push(Any self, Any x)
            {
                self.Get("items").Invoke("append", x);
                return self;
            }
            ns["push"] = new PyFunction("Stack.push", "self, x", (Any self, Any x) => Push(self, x));
            U = TypeParameters.Variable("U", Any.None, false, Any.None);
            Any Map(Any self, Any f)
            {
                Any s = Stack[Names.Global(U, "U")].Call();
                foreach (var x in Sequences.Of(self.Get("items")))
                {
                    s.Invoke("push", f.Call(x));
                }
                return s;
            }
            ns["map"] = new PyFunction("Stack.map", "self, f", (Any self, Any f) => Map(self, f)) { TypeParameters = PyTuple.Of(U) };
            string Represent(Any self)
            {
                return F($"Stack({self.Get("items")})");
            }
            ns["__repr__"] = new PyFunction("Stack.__repr__", "self", (Any self) => Represent(self));
        });
        Any s = Stack[Builtins.Get("int")].Call().Invoke("push", 1).Invoke("push", 2);
        Print(s, s.Invoke("map", Builtins.Get("str")), Stack.Get("__type_params__"), Stack.Get("__name__"));
        k = TypeParameters.Variable("K", Any.None, false, Any.None);
        v = TypeParameters.Variable("V", Any.None, false, Any.None);
        Any child = ClassBuilder.Build("Child", "Child", "__main__", new Arguments { Stack[k], TypeParameters.GenericBase(k, v) }, ns2 =>
        {
            ns2["__type_params__"] = PyTuple.Of(k, v);
        });
        Print(child.Call().Invoke("push", 3), child.Get("__mro__")[1].Get("__name__"), child.Get("__type_params__"));
        T_ = TypeParameters.Variable("T", Any.None, false, Any.None);
        var (a, b, c) = Outer(1);
        Print(a, b, Operators.Is(a, b), c);
        string t3 = "module T";
        Print(t3);
        Any decorator = Deco(1);
        Any decorator2 = Deco(2);
        Any zClass = ClassBuilder.Build("Z", "Z", "__main__", new Arguments(), ns3 =>
        {
            Print("body");
        });
        Any z = decorator.Call(decorator2.Call(zClass));
        Any decorator3 = Deco(3);
        FzCoreX = Functions.None(() => Print("default"));
        FzCoreFunction = new PyFunction("fz", "x=", (Any x) => FzCore(x), FzCoreX);
        Any fz = decorator3.Call(FzCoreFunction);
    }

    public static Any FirstFunction = Any.Unbound;
    public static Any PickFunction = Any.Unbound;
    public static Any FzCoreFunction = Any.Unbound;
}
