using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MethodsKept;

/// <summary>Methods of lists that are kept and called later with other things; functions that a function declares global.</summary>
public static class Module
{
    internal static Any Shared = Any.Unbound;
    internal static Any Kept = Any.Unbound;
    internal static Any Math_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("methods_kept.py", args, Run);

    public static void Use(Any f)
    {
        f.Call("t");
    }

    public static PyInt HiddenCore()
    {
        return 4;
    }

    public static Any Deco(Any func)
    {
        Any Wrapper(PyTuple args)
        {
            return func.Call(new Arguments { new Star(args) }) + 1;
        }
        Any wrapperFunction = new PyFunction("deco.<locals>.wrapper", "*args", (Any[] a) => Wrapper(a[0].As<PyTuple>()));
        return wrapperFunction;
    }

    public static void Declare()
    {
        PyInt Shared_()
        {
            return 1;
        }
        Shared = DecoFunction.Call(new PyFunction("shared", "", () => Shared_()));

        Kept = ClassBuilder.Build("Kept", "Kept", "__main__", new Arguments(), ns =>
        {
            ns["value"] = 2;
        });
    }

    public static void ImportGlobally()
    {
        Math_ = Modules.Import("math");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyList<Any> x = (PyList<Any>)[0];
        Any app = ((Any)x).Get("append");
        app.Call("s");
        Print(x);
        PyList<Any> y = (PyList<Any>)[1];
        Use(((Any)y).Get("append"));
        Print(y);
        PyList<Any> seen = (PyList<Any>)[0];

        Any hidden = ((Any)seen).Get("append").Call(HiddenCoreFunction);

        Print(Len(seen), hidden);
        var names = new PyDict<Any, Any> { ["a"] = 1 };
        Any change = ((Any)names).Get("update");
        change.Call(new PyDict<Any, Any> { [1] = "b" });
        PySet<Any> unique = (PySet<Any>)[1];
        Any uniqueAdd = ((Any)unique).Get("add");
        uniqueAdd.Call("two");
        Print(names, Len(unique));

        Declare();
        Print(Names.Global(Shared, "shared").Call(), Names.Global(Kept, "Kept").Get("value"));

        ImportGlobally();
        Print(Names.Global(Math_, "math").Invoke("floor", 2.5));
        PyList<Any> squares = (PyList<Any>)[];
        Any add = ((Any)squares).Get("append");
        for (PyInt i = 0; i < 4; i++)
        {
            add.Call(i * i);
        }
        Print(squares, Sum(squares));
    }

    public static readonly Any HiddenCoreFunction = new PyFunction("hidden", "", () => HiddenCore());
    public static readonly Any DecoFunction = new PyFunction("deco", "func", (Any func) => Deco(func));
}
