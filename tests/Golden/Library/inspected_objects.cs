using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace InspectedObjects;

/// <summary>What typing, inspect, traceback and the data model say about objects of a program.</summary>
public static class Module
{
    internal static Any Inspect
    {
        get
        {
            return Definition.Load("inspect");
        }
        set
        {
            Definition.Store("inspect", value);
        }
    }

    internal static Any Traceback_
    {
        get
        {
            return Definition.Load("traceback");
        }
        set
        {
            Definition.Store("traceback", value);
        }
    }

    internal static Any Types
    {
        get
        {
            return Definition.Load("types");
        }
        set
        {
            Definition.Store("types", value);
        }
    }

    internal static Any Partial
    {
        get
        {
            return Definition.Load("partial");
        }
        set
        {
            Definition.Store("partial", value);
        }
    }

    internal static Any Annotated
    {
        get
        {
            return Definition.Load("Annotated");
        }
        set
        {
            Definition.Store("Annotated", value);
        }
    }

    internal static Any Any_
    {
        get
        {
            return Definition.Load("Any");
        }
        set
        {
            Definition.Store("Any", value);
        }
    }

    internal static Any Callable_
    {
        get
        {
            return Definition.Load("Callable");
        }
        set
        {
            Definition.Store("Callable", value);
        }
    }

    internal static Any ClassVar
    {
        get
        {
            return Definition.Load("ClassVar");
        }
        set
        {
            Definition.Store("ClassVar", value);
        }
    }

    internal static Any Generator_
    {
        get
        {
            return Definition.Load("Generator");
        }
        set
        {
            Definition.Store("Generator", value);
        }
    }

    internal static Any Generic_
    {
        get
        {
            return Definition.Load("Generic");
        }
        set
        {
            Definition.Store("Generic", value);
        }
    }

    internal static Any List
    {
        get
        {
            return Definition.Load("List");
        }
        set
        {
            Definition.Store("List", value);
        }
    }

    internal static Any Literal
    {
        get
        {
            return Definition.Load("Literal");
        }
        set
        {
            Definition.Store("Literal", value);
        }
    }

    internal static Any NamedTuple
    {
        get
        {
            return Definition.Load("NamedTuple");
        }
        set
        {
            Definition.Store("NamedTuple", value);
        }
    }

    internal static Any Optional
    {
        get
        {
            return Definition.Load("Optional");
        }
        set
        {
            Definition.Store("Optional", value);
        }
    }

    internal static Any ParamSpec
    {
        get
        {
            return Definition.Load("ParamSpec");
        }
        set
        {
            Definition.Store("ParamSpec", value);
        }
    }

    internal static Any Protocol
    {
        get
        {
            return Definition.Load("Protocol");
        }
        set
        {
            Definition.Store("Protocol", value);
        }
    }

    internal static Any TypedDict
    {
        get
        {
            return Definition.Load("TypedDict");
        }
        set
        {
            Definition.Store("TypedDict", value);
        }
    }

    internal static Any TypeVar
    {
        get
        {
            return Definition.Load("TypeVar");
        }
        set
        {
            Definition.Store("TypeVar", value);
        }
    }

    internal static Any TypeVarTuple
    {
        get
        {
            return Definition.Load("TypeVarTuple");
        }
        set
        {
            Definition.Store("TypeVarTuple", value);
        }
    }

    internal static Any Union
    {
        get
        {
            return Definition.Load("Union");
        }
        set
        {
            Definition.Store("Union", value);
        }
    }

    internal static Any Unpack
    {
        get
        {
            return Definition.Load("Unpack");
        }
        set
        {
            Definition.Store("Unpack", value);
        }
    }

    internal static Any GetArgs
    {
        get
        {
            return Definition.Load("get_args");
        }
        set
        {
            Definition.Store("get_args", value);
        }
    }

    internal static Any GetOrigin
    {
        get
        {
            return Definition.Load("get_origin");
        }
        set
        {
            Definition.Store("get_origin", value);
        }
    }

    internal static Any GetTypeHints
    {
        get
        {
            return Definition.Load("get_type_hints");
        }
        set
        {
            Definition.Store("get_type_hints", value);
        }
    }

    internal static Any RuntimeCheckable
    {
        get
        {
            return Definition.Load("runtime_checkable");
        }
        set
        {
            Definition.Store("runtime_checkable", value);
        }
    }

    internal static Any T
    {
        get
        {
            return Definition.Load("T");
        }
        set
        {
            Definition.Store("T", value);
        }
    }

    internal static Any K
    {
        get
        {
            return Definition.Load("K");
        }
        set
        {
            Definition.Store("K", value);
        }
    }

    internal static Any P
    {
        get
        {
            return Definition.Load("P");
        }
        set
        {
            Definition.Store("P", value);
        }
    }

    internal static Any Ts
    {
        get
        {
            return Definition.Load("Ts");
        }
        set
        {
            Definition.Store("Ts", value);
        }
    }

    internal static Any Box
    {
        get
        {
            return Definition.Load("Box");
        }
        set
        {
            Definition.Store("Box", value);
        }
    }

    internal static Any Row
    {
        get
        {
            return Definition.Load("Row");
        }
        set
        {
            Definition.Store("Row", value);
        }
    }

    internal static Any Named
    {
        get
        {
            return Definition.Load("Named");
        }
        set
        {
            Definition.Store("Named", value);
        }
    }

    internal static Any Options
    {
        get
        {
            return Definition.Load("Options");
        }
        set
        {
            Definition.Store("Options", value);
        }
    }

    internal static Any Closable
    {
        get
        {
            return Definition.Load("Closable");
        }
        set
        {
            Definition.Store("Closable", value);
        }
    }

    internal static Any File_
    {
        get
        {
            return Definition.Load("File");
        }
        set
        {
            Definition.Store("File", value);
        }
    }

    internal static Any Error
    {
        get
        {
            return Definition.Load("error");
        }
        set
        {
            Definition.Store("error", value);
        }
    }

    internal static Any Told
    {
        get
        {
            return Definition.Load("told");
        }
        set
        {
            Definition.Store("told", value);
        }
    }

    internal static Any Base
    {
        get
        {
            return Definition.Load("Base");
        }
        set
        {
            Definition.Store("Base", value);
        }
    }

    internal static Any Other
    {
        get
        {
            return Definition.Load("Other");
        }
        set
        {
            Definition.Store("Other", value);
        }
    }

    internal static Any Derived
    {
        get
        {
            return Definition.Load("Derived");
        }
        set
        {
            Definition.Store("Derived", value);
        }
    }

    internal static Any Module_
    {
        get
        {
            return Definition.Load("module");
        }
        set
        {
            Definition.Store("module", value);
        }
    }

    internal static Any Greeting
    {
        get
        {
            return Definition.Load("greeting");
        }
        set
        {
            Definition.Store("greeting", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "inspected_objects.py", Run)
        .Member("spread", () => SpreadFunction)
        .Member("find", () => Find_Function)
        .Member("failing", () => FailingFunction)
        .Member("refuse", () => RefuseFunction)
        .Member("greet", () => GreetFunction);

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
            throw Raise.During(Raise.From(new ValueError(F($"no {message}")), error), error);
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
            using var handling = Handling.Of(error);
            Print(Builtins.Get("type").Call(error).Get("__name__"), error);
        }
    }

    public static Any Greet(Any name, Any mark)
    {
        return name + mark;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Definition.Store("inspect", Modules.Import("inspect"));
        Definition.Store("traceback", Modules.Import("traceback"));
        Definition.Store("types", Modules.Import("types"));
        Definition.Store("partial", Modules.ImportFrom("functools", "partial"));
        Definition.Store("Annotated", Modules.ImportFrom("typing", "Annotated"));
        Definition.Store("Any", Modules.ImportFrom("typing", "Any"));
        Definition.Store("Callable", Modules.ImportFrom("typing", "Callable"));
        Definition.Store("ClassVar", Modules.ImportFrom("typing", "ClassVar"));
        Definition.Store("Generator", Modules.ImportFrom("typing", "Generator"));
        Definition.Store("Generic", Modules.ImportFrom("typing", "Generic"));
        Definition.Store("List", Modules.ImportFrom("typing", "List"));
        Definition.Store("Literal", Modules.ImportFrom("typing", "Literal"));
        Definition.Store("NamedTuple", Modules.ImportFrom("typing", "NamedTuple"));
        Definition.Store("Optional", Modules.ImportFrom("typing", "Optional"));
        Definition.Store("ParamSpec", Modules.ImportFrom("typing", "ParamSpec"));
        Definition.Store("Protocol", Modules.ImportFrom("typing", "Protocol"));
        Definition.Store("TypedDict", Modules.ImportFrom("typing", "TypedDict"));
        Definition.Store("TypeVar", Modules.ImportFrom("typing", "TypeVar"));
        Definition.Store("TypeVarTuple", Modules.ImportFrom("typing", "TypeVarTuple"));
        Definition.Store("Union", Modules.ImportFrom("typing", "Union"));
        Definition.Store("Unpack", Modules.ImportFrom("typing", "Unpack"));
        Definition.Store("get_args", Modules.ImportFrom("typing", "get_args"));
        Definition.Store("get_origin", Modules.ImportFrom("typing", "get_origin"));
        Definition.Store("get_type_hints", Modules.ImportFrom("typing", "get_type_hints"));
        Definition.Store("runtime_checkable", Modules.ImportFrom("typing", "runtime_checkable"));

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
            ns5["close"] = new PyFunction("Closable.close", "self", (Any self) => Functions.None(() => Close(self))) { AnnotationSource = () => new PyDict<Any, Any> { ["return"] = Any.None } };
        });
        Closable = RuntimeCheckable.Call(closableClass);

        File_ = ClassBuilder.Build("File", "File", "__main__", new Arguments(), ns6 =>
        {
            void Close(Any self)
            {
            }
            ns6["close"] = new PyFunction("File.close", "self", (Any self) => Functions.None(() => Close(self)));
        });

        Definition.Store("spread", SpreadFunction);

        Definition.Store("find", Find_Function);

        Definition.Store("failing", FailingFunction);

        Definition.Store("refuse", RefuseFunction);

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
        Print(Derived.Call().Invoke("who"), Derived.Get("__mro__")[1].Get("__name__"), Builtins.Get("type").Call(Derived.Get("__dict__")).Get("__name__"), Derived.Get("__dict__").Contains("who"));
        Module_ = Types.Get("ModuleType").Call("made", "A module.");
        Module_.Set("value", 3);
        Print(Module_, Builtins.Get("vars").Call(Module_)["value"], Module_.Get("__doc__"));

        Definition.Store("greet", GreetFunction);

        Greeting = GreetFunction;
        Greeting.Set("__defaults__", Generic.ToAny(("you", "?")));
        Print(Greeting.Get("__defaults__"), Inspect.Get("signature").Call(Greeting));
    }

    public static readonly Any SpreadFunction = new PyFunction("spread", "*args", (Any[] a) => Functions.None(() => Spread(a[0].As<PyTuple>()))) { AnnotationSource = () => new PyDict<Any, Any> { ["args"] = Unpack[Ts], ["return"] = Any.None } };
    public static readonly Any Find_Function = new PyFunction("find", "key, /, *rest, limit=None, **extra", (Any[] a) => Find_(a[0], a[1].As<PyTuple>(), a[2], a[3].As<PyDict<Any, Any>>())) { AnnotationSource = () => new PyDict<Any, Any> { ["key"] = Annotated[PyTuple.Of(Builtins.Get("str"), "a key")], ["rest"] = Builtins.Get("int"), ["limit"] = "int | None", ["extra"] = Any_, ["return"] = List[T] } };
    public static readonly Any FailingFunction = new PyFunction("failing", "message", (Any message) => Failing(message));
    public static readonly Any RefuseFunction = new PyFunction("refuse", "action", (Any action) => Functions.None(() => Refuse(action)));
    public static readonly Any GreetFunction = new PyFunction("greet", "name, mark=", (Any name, Any mark) => Greet(name, mark), "!");
}
