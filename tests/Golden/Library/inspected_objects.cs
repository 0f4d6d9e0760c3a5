using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace InspectedObjects;

/// <summary>What typing, inspect, traceback and the data model say about objects of a program.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("inspected_objects.py");
    internal static Any Doc = "What typing, inspect, traceback and the data model say about objects of a program.";
    internal static Any Inspect = Any.Unbound;
    internal static Any Traceback_ = Any.Unbound;
    internal static Any Types = Any.Unbound;
    internal static Any Partial = Any.Unbound;
    internal static Any Annotated = Any.Unbound;
    internal static Any Any_ = Any.Unbound;
    internal static Any Callable_ = Any.Unbound;
    internal static Any ClassVar = Any.Unbound;
    internal static Any Generator_ = Any.Unbound;
    internal static Any Generic_ = Any.Unbound;
    internal static Any List = Any.Unbound;
    internal static Any Literal = Any.Unbound;
    internal static Any NamedTuple = Any.Unbound;
    internal static Any Optional = Any.Unbound;
    internal static Any ParamSpec = Any.Unbound;
    internal static Any Protocol = Any.Unbound;
    internal static Any TypedDict = Any.Unbound;
    internal static Any TypeVar = Any.Unbound;
    internal static Any TypeVarTuple = Any.Unbound;
    internal static Any Union = Any.Unbound;
    internal static Any Unpack = Any.Unbound;
    internal static Any GetArgs = Any.Unbound;
    internal static Any GetOrigin = Any.Unbound;
    internal static Any GetTypeHints = Any.Unbound;
    internal static Any RuntimeCheckable = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any K = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any Ts = Any.Unbound;
    internal static Any Box = Any.Unbound;
    internal static Any Row = Any.Unbound;
    internal static Any Named = Any.Unbound;
    internal static Any Options = Any.Unbound;
    internal static Any Closable = Any.Unbound;
    internal static Any File_ = Any.Unbound;
    internal static Any Error = Any.Unbound;
    internal static Any Told = Any.Unbound;
    internal static Any Base = Any.Unbound;
    internal static Any Other = Any.Unbound;
    internal static Any Derived = Any.Unbound;
    internal static Any Module_ = Any.Unbound;
    internal static Any Greeting = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "inspected_objects.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("traceback", () => Traceback_, value => Traceback_ = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("partial", () => Partial, value => Partial = value)
        .Variable("Annotated", () => Annotated, value => Annotated = value)
        .Variable("Any", () => Any_, value => Any_ = value)
        .Variable("Callable", () => Callable_, value => Callable_ = value)
        .Variable("ClassVar", () => ClassVar, value => ClassVar = value)
        .Variable("Generator", () => Generator_, value => Generator_ = value)
        .Variable("Generic", () => Generic_, value => Generic_ = value)
        .Variable("List", () => List, value => List = value)
        .Variable("Literal", () => Literal, value => Literal = value)
        .Variable("NamedTuple", () => NamedTuple, value => NamedTuple = value)
        .Variable("Optional", () => Optional, value => Optional = value)
        .Variable("ParamSpec", () => ParamSpec, value => ParamSpec = value)
        .Variable("Protocol", () => Protocol, value => Protocol = value)
        .Variable("TypedDict", () => TypedDict, value => TypedDict = value)
        .Variable("TypeVar", () => TypeVar, value => TypeVar = value)
        .Variable("TypeVarTuple", () => TypeVarTuple, value => TypeVarTuple = value)
        .Variable("Union", () => Union, value => Union = value)
        .Variable("Unpack", () => Unpack, value => Unpack = value)
        .Variable("get_args", () => GetArgs, value => GetArgs = value)
        .Variable("get_origin", () => GetOrigin, value => GetOrigin = value)
        .Variable("get_type_hints", () => GetTypeHints, value => GetTypeHints = value)
        .Variable("runtime_checkable", () => RuntimeCheckable, value => RuntimeCheckable = value)
        .Variable("T", () => T, value => T = value)
        .Variable("K", () => K, value => K = value)
        .Variable("P", () => P, value => P = value)
        .Variable("Ts", () => Ts, value => Ts = value)
        .Variable("Box", () => Box, value => Box = value)
        .Variable("Row", () => Row, value => Row = value)
        .Variable("Named", () => Named, value => Named = value)
        .Variable("Options", () => Options, value => Options = value)
        .Variable("Closable", () => Closable, value => Closable = value)
        .Variable("File", () => File_, value => File_ = value)
        .Member("spread", () => SpreadFunction)
        .Member("find", () => Find_Function)
        .Member("failing", () => FailingFunction)
        .Member("refuse", () => RefuseFunction)
        .Variable("error", () => Error, value => Error = value)
        .Variable("told", () => Told, value => Told = value)
        .Variable("Base", () => Base, value => Base = value)
        .Variable("Other", () => Other, value => Other = value)
        .Variable("Derived", () => Derived, value => Derived = value)
        .Variable("module", () => Module_, value => Module_ = value)
        .Member("greet", () => GreetFunction)
        .Variable("greeting", () => Greeting, value => Greeting = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("inspected_objects.py", args, Definition);

    public static void Spread(PyTuple args)
    {
    }

    public static Any Find_(Any key, PyTuple rest, Any limit, PyDict<Any, Any> extra)
    {
        return Any.None;
    }

    public static Any Failing(Any message)
    {
        try
        {
            throw new KeyError(message);
        }
        catch (KeyError error)
        {
            using var handling = Handling.Of(error);
            throw Raise.From(new ValueError(F($"no {message}")), error);
        }
    }

    public static void Refuse(Any action)
    {
        try
        {
            action.Call();
        }
        catch (BaseException error) when (error is TypeError || error is ValueError)
        {
            Print(PyType.Of(error).Name, error);
        }
    }

    public static Any Greet(Any name, Any mark)
    {
        return name + mark;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Inspect = Modules.Import("inspect");
        Traceback_ = Modules.Import("traceback");
        Types = Modules.Import("types");
        Partial = Modules.ImportFrom("functools", "partial");
        Annotated = Modules.ImportFrom("typing", "Annotated");
        Any_ = Modules.ImportFrom("typing", "Any");
        Callable_ = Modules.ImportFrom("typing", "Callable");
        ClassVar = Modules.ImportFrom("typing", "ClassVar");
        Generator_ = Modules.ImportFrom("typing", "Generator");
        Generic_ = Modules.ImportFrom("typing", "Generic");
        List = Modules.ImportFrom("typing", "List");
        Literal = Modules.ImportFrom("typing", "Literal");
        NamedTuple = Modules.ImportFrom("typing", "NamedTuple");
        Optional = Modules.ImportFrom("typing", "Optional");
        ParamSpec = Modules.ImportFrom("typing", "ParamSpec");
        Protocol = Modules.ImportFrom("typing", "Protocol");
        TypedDict = Modules.ImportFrom("typing", "TypedDict");
        TypeVar = Modules.ImportFrom("typing", "TypeVar");
        TypeVarTuple = Modules.ImportFrom("typing", "TypeVarTuple");
        Union = Modules.ImportFrom("typing", "Union");
        Unpack = Modules.ImportFrom("typing", "Unpack");
        GetArgs = Modules.ImportFrom("typing", "get_args");
        GetOrigin = Modules.ImportFrom("typing", "get_origin");
        GetTypeHints = Modules.ImportFrom("typing", "get_type_hints");
        RuntimeCheckable = Modules.ImportFrom("typing", "runtime_checkable");

        T = TypeVar.Call("T");
        K = TypeVar.Call(new Arguments { "K", { "bound", Builtins.Get("int") } });
        P = ParamSpec.Call("P");
        Ts = TypeVarTuple.Call("Ts");

        Box = ClassBuilder.Build("Box", "Box", "__main__", new Arguments { Generic_[PyTuple.Of(T, K)] }, ns =>
        {
            ns.Annotate("item", "Optional[T]");
            ns["count"] = 0;
            ns.Annotate("count", ClassVar[Builtins.Get("int")]);
        });

        Row = ClassBuilder.Build("Row", "Row", "__main__", new Arguments { Generic_[Unpack[Ts]] }, ns2 =>
        {
        });

        Named = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { NamedTuple }, ns3 =>
        {
            ns3.Annotate("name", Builtins.Get("str"));
            ns3["size"] = 1;
            ns3.Annotate("size", Builtins.Get("int"));
        });

        Options = ClassBuilder.Build("Options", "Options", "__main__", new Arguments { TypedDict, { "total", false } }, ns4 =>
        {
            ns4.Annotate("depth", Builtins.Get("int"));
        });

        Any closableClass = ClassBuilder.Build("Closable", "Closable", "__main__", new Arguments { Protocol }, ns5 =>
        {
            void Close(Any self)
            {
            }
            ns5["close"] = new PyFunction("Closable.close", "self", (Any self) => Close(self)) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Any.None } };
        });
        Closable = RuntimeCheckable.Call(closableClass);

        File_ = ClassBuilder.Build("File", "File", "__main__", new Arguments(), ns6 =>
        {
            void Close(Any self)
            {
            }
            ns6["close"] = new PyFunction("File.close", "self", (Any self) => Close(self));
        });

        Print(Box[PyTuple.Of(Builtins.Get("str"), K)], Box.Get("__parameters__"), Box[PyTuple.Of(Builtins.Get("str"), K)][Builtins.Get("bool")], Row[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))], Row[PyTuple.Of()]);
        Print(Union[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"), Builtins.Get("int"))], Optional[Union[PyTuple.Of(Builtins.Get("int"), Any.None)]], Literal[PyTuple.Of("a", 1, Literal["b"])], Generator_[Builtins.Get("int")]);
        Print(Callable_[PyTuple.Of((PyList<Any>)[T], List[T])][Builtins.Get("int")], Callable_[PyTuple.Of(P, T)], GetArgs.Call(Callable_[PyTuple.Of((PyList<Any>)[Builtins.Get("int")], Builtins.Get("str"))]), GetOrigin.Call(List[Builtins.Get("int")]));
        Print(GetTypeHints.Call(Find_Function), GetTypeHints.Call(new Arguments { Find_Function, { "include_extras", true } })["key"], GetTypeHints.Call(Box));
        Print(IsInstance(File_.Call(), Closable), IsSubclass(Builtins.Get("int"), Closable), Named.Call("x"), Options.Get("__optional_keys__"));
        Refuse(new PyFunction("<lambda>", "", () => Box[Builtins.Get("int")]));
        Refuse(new PyFunction("<lambda>", "", () => List[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))]));
        Refuse(new PyFunction("<lambda>", "", () => Union[PyTuple.Of()]));
        Refuse(new PyFunction("<lambda>", "", () => TypeVar.Call("V", Builtins.Get("int"))));
        Refuse(new PyFunction("<lambda>", "", () => Closable.Call()));
        Print(Inspect.Get("signature").Call(Find_Function), Inspect.Get("signature").Call(Partial.Call(new Arguments { Find_Function, "k", { "limit", 3 } })), SpreadFunction.Get("__annotations__"));
        Print(Inspect.Get("signature").Call(Named), Inspect.Get("getfullargspec").Call(FailingFunction).Get("args"));
        Print(Inspect.Get("getattr_static").Call(File_.Call(), "close").Get("__name__"));
        try
        {
            Failing("lamp");
        }
        catch (ValueError caught)
        {
            Error = caught;
            using var handling = Handling.Of(caught);
            Told = Traceback_.Get("TracebackException").Invoke("from_exception", Error);
            Print(Told.Get("__cause__").Get("exc_type_str"), new PyList<Any>(Sequences.Of(Told.Invoke("format_exception_only"))));
            Print(Operators.Compare(Comparison.Eq, Told, Traceback_.Get("TracebackException").Invoke("from_exception", Error)));
            Error = Any.Unbound;
        }
        Print(Traceback_.Get("StackSummary").Invoke("from_list", (PyList<Any>)[PyTuple.Of("a.py", 1, "f", "call()")]).Invoke("format"));

        Base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns7 =>
        {
            string Who(Any self)
            {
                return "base";
            }
            ns7["who"] = new PyFunction("Base.who", "self", (Any self) => Who(self));
        });

        Other = ClassBuilder.Build("Other", "Other", "__main__", new Arguments(), ns8 =>
        {
            string Who(Any self)
            {
                return "other";
            }
            ns8["who"] = new PyFunction("Other.who", "self", (Any self) => Who(self));
        });

        Derived = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { Base }, ns9 =>
        {
            Any Who(Any self)
            {
                return Builtins.Get("super").Call(Derived, self).Invoke("who") + "!";
            }
            ns9["who"] = new PyFunction("Derived.who", "self", (Any self) => Who(self));
        });

        Derived.Set("__bases__", PyTuple.Of(Other));
        Print(Derived.Call().Invoke("who"), Derived.Get("__mro__")[1].Get("__name__"), PyType.Of(Derived.Get("__dict__")).Name, Derived.Get("__dict__").Contains("who"));
        Module_ = Types.Get("ModuleType").Call("made", "A module.");
        Module_.Set("value", 3);
        Print(Module_, Builtins.Get("vars").Call(Module_)["value"], Module_.Get("__doc__"));

        Greeting = GreetFunction;
        Greeting.Set("__defaults__", Generic.ToAny(("you", "?")));
        Print(Greeting.Get("__defaults__"), Inspect.Get("signature").Call(Greeting));
    }

    public static readonly Any SpreadFunction = new PyFunction("spread", "*args", (Any[] a) => Spread(a[0].As<PyTuple>())) { AnnotationSource = () => new PyDict<Any, Any> { ["args"] = Unpack[Ts], ["return"] = Any.None } };
    public static readonly Any Find_Function = new PyFunction("find", "key, /, *rest, limit=None, **extra", (Any[] a) => Find_(a[0], a[1].As<PyTuple>(), a[2], a[3].As<PyDict<Any, Any>>())) { AnnotationSource = () => new PyDict<Any, Any> { ["key"] = Annotated[PyTuple.Of(Builtins.Get("str"), "a key")], ["rest"] = Builtins.Get("int"), ["limit"] = "int | None", ["extra"] = Any_, ["return"] = List[T] } };
    public static readonly Any FailingFunction = new PyFunction("failing", "message", (Any message) => Failing(message));
    public static readonly Any RefuseFunction = new PyFunction("refuse", "action", (Any action) => Refuse(action));
    public static readonly Any GreetFunction = new PyFunction("greet", "name, mark=", (Any name, Any mark) => Greet(name, mark), "!");
}
