using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypingAtRunTime;

using static Module;

public class F_ : PyObject
{
    public void Close()
    {
        Print("closed");
    }

    public static readonly PyType Type = PyType.Emitted("F", "__main__")
        .Constructor("", _ => new F_())
        .Method("close", self => self.As<F_>().Close());
    public override PyType Class => Type;
}

/// <summary>What typing does when a program runs: protocols, typed dictionaries, hints, overloads.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("typing_at_run_time.py");
    internal static Any Doc = "What typing does when a program runs: protocols, typed dictionaries, hints, overloads.";
    internal static Any Protocol = Any.Unbound;
    internal static Any RuntimeCheckable = Any.Unbound;
    internal static Any NamedTuple = Any.Unbound;
    internal static Any TypedDict = Any.Unbound;
    internal static Any Generic_ = Any.Unbound;
    internal static Any TypeVar = Any.Unbound;
    internal static Any Optional = Any.Unbound;
    internal static Any Union = Any.Unbound;
    internal static Any GetTypeHints = Any.Unbound;
    internal static Any NewType = Any.Unbound;
    internal static Any Cast = Any.Unbound;
    internal static Any Callable_ = Any.Unbound;
    internal static Any Any_ = Any.Unbound;
    internal static Any Literal = Any.Unbound;
    internal static Any Annotated = Any.Unbound;
    internal static Any Overload = Any.Unbound;
    internal static Any GetArgs = Any.Unbound;
    internal static Any GetOrigin = Any.Unbound;
    internal static Any Closer = Any.Unbound;
    internal static Any Pt = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Movie = Any.Unbound;
    internal static PyDict<Any, Any> M = default!;
    internal static Any T = Any.Unbound;
    internal static Any Stack = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any UserId = Any.Unbound;
    internal static Any Shape = Any.Unbound;
    internal static Any Sq = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any X = Any.Unbound;
    internal static Any Box = Any.Unbound;
    internal static Any Y = Any.Unbound;
    internal static Any IntList = Any.Unbound;
    internal static Any G = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "typing_at_run_time.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("Protocol", () => Protocol, value => Protocol = value)
        .Variable("runtime_checkable", () => RuntimeCheckable, value => RuntimeCheckable = value)
        .Variable("NamedTuple", () => NamedTuple, value => NamedTuple = value)
        .Variable("TypedDict", () => TypedDict, value => TypedDict = value)
        .Variable("Generic", () => Generic_, value => Generic_ = value)
        .Variable("TypeVar", () => TypeVar, value => TypeVar = value)
        .Variable("Optional", () => Optional, value => Optional = value)
        .Variable("Union", () => Union, value => Union = value)
        .Variable("get_type_hints", () => GetTypeHints, value => GetTypeHints = value)
        .Variable("NewType", () => NewType, value => NewType = value)
        .Variable("cast", () => Cast, value => Cast = value)
        .Variable("Callable", () => Callable_, value => Callable_ = value)
        .Variable("Any", () => Any_, value => Any_ = value)
        .Variable("Literal", () => Literal, value => Literal = value)
        .Variable("Annotated", () => Annotated, value => Annotated = value)
        .Variable("overload", () => Overload, value => Overload = value)
        .Variable("get_args", () => GetArgs, value => GetArgs = value)
        .Variable("get_origin", () => GetOrigin, value => GetOrigin = value)
        .Variable("Closer", () => Closer, value => Closer = value)
        .Member("F", () => F_.Type)
        .Variable("Pt", () => Pt, value => Pt = value)
        .Variable("p", () => P, value => P = value)
        .Variable("Movie", () => Movie, value => Movie = value)
        .Variable("m", () => M, value => M = value.As<PyDict<Any, Any>>())
        .Variable("T", () => T, value => T = value)
        .Variable("Stack", () => Stack, value => Stack = value)
        .Variable("s", () => S, value => S = value)
        .Member("f", () => F__Function)
        .Variable("UserId", () => UserId, value => UserId = value)
        .Variable("Shape", () => Shape, value => Shape = value)
        .Variable("Sq", () => Sq, value => Sq = value)
        .Variable("e", () => E, value => E = value)
        .Member("first", () => FirstFunction)
        .Variable("Box", () => Box, value => Box = value)
        .Variable("IntList", () => IntList, value => IntList = value)
        .Variable("g", () => G, value => G = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("typing_at_run_time.py", args, Definition);

    public static Any F__(Any a, Any b)
    {
        return Any.None;
    }

    public static Any First(Any xs)
    {
        return xs[0];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Protocol = Modules.ImportFrom("typing", "Protocol");
        RuntimeCheckable = Modules.ImportFrom("typing", "runtime_checkable");
        NamedTuple = Modules.ImportFrom("typing", "NamedTuple");
        TypedDict = Modules.ImportFrom("typing", "TypedDict");
        Generic_ = Modules.ImportFrom("typing", "Generic");
        TypeVar = Modules.ImportFrom("typing", "TypeVar");
        Optional = Modules.ImportFrom("typing", "Optional");
        Union = Modules.ImportFrom("typing", "Union");
        GetTypeHints = Modules.ImportFrom("typing", "get_type_hints");
        NewType = Modules.ImportFrom("typing", "NewType");
        Cast = Modules.ImportFrom("typing", "cast");
        Callable_ = Modules.ImportFrom("typing", "Callable");
        Any_ = Modules.ImportFrom("typing", "Any");
        Literal = Modules.ImportFrom("typing", "Literal");
        Annotated = Modules.ImportFrom("typing", "Annotated");
        Overload = Modules.ImportFrom("typing", "overload");
        GetArgs = Modules.ImportFrom("typing", "get_args");
        GetOrigin = Modules.ImportFrom("typing", "get_origin");
        Any closerClass = ClassBuilder.Build("Closer", "Closer", "__main__", new Arguments { Protocol }, ns =>
        {
            void Close(Any self)
            {
            }
            ns["close"] = new PyFunction("Closer.close", "self", (Any self) => Close(self)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Any.None } };
        });
        Closer = RuntimeCheckable.Call(closerClass);
        Print(IsInstance(new F_(), Closer), IsInstance(3, Closer), IsSubclass(F_.Type, Closer));
        Pt = ClassBuilder.Build("Pt", "Pt", "__main__", new Arguments { NamedTuple }, ns2 =>
        {
            ns2.Annotate("x", Builtins.Get("int"));
            ns2["y"] = 5;
            ns2.Annotate("y", Builtins.Get("int"));
            Any Dist(Any self)
            {
                return self.Get("x") + self.Get("y");
            }
            ns2["dist"] = new PyFunction("Pt.dist", "self", (Any self) => Dist(self));
        });
        P = Pt.Call(1);
        Print(P, P.Invoke("_asdict"), P.Invoke("_replace", new Arguments { { "x", 9 } }), P.Invoke("dist"), Pt.Get("_fields"), Pt.Get("_field_defaults"), Pt.Get("__annotations__"));
        Movie = ClassBuilder.Build("Movie", "Movie", "__main__", new Arguments { TypedDict, { "total", false } }, ns3 =>
        {
            ns3.Annotate("name", Builtins.Get("str"));
            ns3.Annotate("year", Builtins.Get("int"));
        });
        M = new PyDict<Any, Any> { ["name"] = "x", ["year"] = 1 };
        Print(M, Movie.Call(new Arguments { { "name", "q" } }), Movie.Get("__annotations__"), Movie.Get("__total__"));
        T = TypeVar.Call("T");
        Stack = ClassBuilder.Build("Stack", "Stack", "__main__", new Arguments { Generic_[T] }, ns4 =>
        {
            void Init(Any self)
            {
                self.Set("items", (PyList<Any>)[]);
            }
            ns4["__init__"] = new PyFunction("Stack.__init__", "self", (Any self) => Init(self));
            void Push(Any self, Any x)
            {
                self.Get("items").Invoke("append", x);
            }
            ns4["push"] = new PyFunction("Stack.push", "self, x", (Any self, Any x) => Push(self, x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = T, ["return"] = Any.None } };
            Any Pop(Any self)
            {
                return self.Get("items").Invoke("pop");
            }
            ns4["pop"] = new PyFunction("Stack.pop", "self", (Any self) => Pop(self)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = T } };
        });
        S = Stack[Builtins.Get("int")].Call();
        S.Invoke("push", 1);
        Print(S.Invoke("pop"), Stack[Builtins.Get("int")], Operators.Is(Stack[Builtins.Get("str")].Get("__origin__"), Stack));
        Print(Optional[Builtins.Get("int")], Union[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))], Union[PyTuple.Of(Builtins.Get("int"), Any.None)], Callable_[PyTuple.Of((PyList<Any>)[Builtins.Get("int")], Builtins.Get("str"))], Literal[PyTuple.Of("a", 1)], Annotated[PyTuple.Of(Builtins.Get("int"), "m")], Builtins.Get("list")[Builtins.Get("int")], Builtins.Get("dict")[PyTuple.Of(Builtins.Get("str"), Builtins.Get("list")[Builtins.Get("int")])]);
        Print(GetTypeHints.Call(F__Function));
        UserId = NewType.Call("UserId", Builtins.Get("int"));
        Print(UserId.Call(5) + 1, UserId.Get("__name__"));
        Print(Cast.Call(Builtins.Get("int"), "a"), GetArgs.Call(Builtins.Get("dict")[PyTuple.Of(Builtins.Get("str"), Builtins.Get("int"))]), GetOrigin.Call(Builtins.Get("list")[Builtins.Get("int")]), Operators.Is(GetOrigin.Call(Optional[Builtins.Get("int")]), Union), T, T.Get("__name__"));
        Shape = ClassBuilder.Build("Shape", "Shape", "__main__", new Arguments { Protocol }, ns5 =>
        {
            Any Area(Any self)
            {
                return Any.None;
            }
            ns5["area"] = new PyFunction("Shape.area", "self", (Any self) => Area(self)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Builtins.Get("float") } };
        });
        Sq = ClassBuilder.Build("Sq", "Sq", "__main__", new Arguments { Shape }, ns6 =>
        {
            void Init(Any self, Any a)
            {
                self.Set("a", a);
            }
            ns6["__init__"] = new PyFunction("Sq.__init__", "self, a", (Any self, Any a) => Init(self, a));
            Any Area(Any self)
            {
                return Any.Pow(self.Get("a"), 2);
            }
            ns6["area"] = new PyFunction("Sq.area", "self", (Any self) => Area(self));
        });
        Print(Sq.Call(3).Invoke("area"));
        try
        {
            Shape.Call();
        }
        catch (TypeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        X = TypeParameters.Variable("X", Any.None, false, Any.None);
        FirstFunction = new PyFunction("first", "xs", (Any xs) => First(xs)) { AnnotationSource = () => new PyDict<Any, Any> { ["xs"] = Builtins.Get("list")[X], ["return"] = X }, TypeParameters = PyTuple.Of(X) };
        Y = TypeParameters.Variable("Y", Any.None, false, Any.None);
        Box = ClassBuilder.Build("Box", "Box", "__main__", new Arguments { TypeParameters.GenericBase(Y) }, ns7 =>
        {
            ns7["__type_params__"] = PyTuple.Of(Y);
            void Init(Any self, Any v)
            {
                self.Set("v", v);
            }
            ns7["__init__"] = new PyFunction("Box.__init__", "self, v", (Any self, Any v) => Init(self, v)) { AnnotationSource = () => new PyDict<Any, Any> { ["v"] = Y } };
        });
        IntList = TypeParameters.Alias("IntList", PyTuple.Of(), new PyFunction("<lambda>", "", () => Builtins.Get("list")[Builtins.Get("int")]));
        Print(First((PyList<Any>)[3]), Box.Call(2).Get("v"), IntList, Box[Builtins.Get("int")], FirstFunction.Get("__type_params__"));
        Any GCore(Any x)
        {
            return Any.None;
        }
        G = Overload.Call(new PyFunction("g", "x", (Any x) => GCore(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = Builtins.Get("int"), ["return"] = Builtins.Get("int") } });
        Any GCore_(Any x)
        {
            return Any.None;
        }
        G = Overload.Call(new PyFunction("g", "x", (Any x) => GCore_(x)) { AnnotationSource = () => new PyDict<Any, Any> { ["x"] = Builtins.Get("str"), ["return"] = Builtins.Get("str") } });
        Any GCore3(Any x)
        {
            return x;
        }
        G = new PyFunction("g", "x", (Any x) => GCore3(x));
        Print(G.Call(1), G.Call("a"));
    }

    public static readonly Any F__Function = new PyFunction("f", "a, b=", (Any a, Any b) => F__(a, b), "x") { AnnotationSource = () => new PyDict<Any, Any> { ["a"] = Optional[Builtins.Get("int")], ["b"] = "str", ["return"] = Builtins.Get("list")[Builtins.Get("int")] } };
    public static Any FirstFunction = Any.Unbound;
}
