using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PatchedLibrary;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("patched_library.py");
    internal static Any Doc = Any.None;
    internal static Any Os = Any.Unbound;
    internal static Any Posixpath = Any.Unbound;
    internal static Any Random = Any.Unbound;
    internal static Any Reprlib = Any.Unbound;
    internal static Any Warnings = Any.Unbound;
    internal static Any Mock = Any.Unbound;
    internal static Any Shown = Any.Unbound;
    internal static Any T = Any.Unbound;
    internal static Any Caught = Any.Unbound;
    internal static Any Function = Any.Unbound;
    internal static PyTuple Arguments_ = default!;
    internal static Any Error = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "patched_library.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("posixpath", () => Posixpath, value => Posixpath = value)
        .Variable("random", () => Random, value => Random = value)
        .Variable("reprlib", () => Reprlib, value => Reprlib = value)
        .Variable("warnings", () => Warnings, value => Warnings = value)
        .Variable("mock", () => Mock, value => Mock = value)
        .Variable("Shown", () => Shown, value => Shown = value)
        .Variable("caught", () => Caught, value => Caught = value)
        .Variable("function", () => Function, value => Function = value)
        .Variable("arguments", () => Arguments_, value => Arguments_ = value.As<PyTuple>())
        .Variable("error", () => Error, value => Error = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("patched_library.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // Methods of the library's classes and functions of modules that tests replace; wrappers of reprs; odd arguments of os.path.
        Os = Modules.Import("os");
        Posixpath = Modules.Import("posixpath");
        Random = Modules.Import("random");
        Reprlib = Modules.Import("reprlib");
        Warnings = Modules.Import("warnings");
        Mock = Modules.ImportFrom("unittest", "mock");

        var manager = Context.Of(Mock.Get("patch").Invoke("object", new Arguments { Random.Get("Random"), "gammavariate", { "return_value", 0.0 } }));
        manager.Enter();
        try
        {
            Print(Random.Get("betavariate").Call(2.5, 3.5), Random.Get("Random").Call().Invoke("betavariate", 1, 2));
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
        var manager2 = Context.Of(Mock.Get("patch").Invoke("object", new Arguments { Random.Get("Random"), "random", { "return_value", 0.5 } }));
        manager2.Enter();
        try
        {
            Print(Random.Get("Random").Call().Invoke("uniform", 1, 3));
        }
        catch (BaseException error2)
        {
            if (!manager2.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager2.Exit();
        }
        Print(Random.Get("Random").Call(3).Invoke("uniform", 1, 3));
        var manager3 = Context.Of(Mock.Invoke("patch", new Arguments { "os.getcwd", { "return_value", "/home/user/bar" } }));
        manager3.Enter();
        try
        {
            Print(Posixpath.Get("relpath").Call("a"), Posixpath.Get("relpath").Call("a", "../b"), Posixpath.Get("abspath").Call("x"));
        }
        catch (BaseException error3)
        {
            if (!manager3.Exit(error3))
            {
                throw;
            }
        }
        finally
        {
            manager3.Exit();
        }

        Shown = ClassBuilder.Build("Shown", "Shown", "__main__", new Arguments(), ns =>
        {
            T = TypeParameters.Variable("T", Any.None, false, Any.None);
            // How it is shown.
            string Represent(Any self, Any by)
            {
                return "shown";
            }
            ns["__repr__"] = Reprlib.Get("recursive_repr").Call().Call(new PyFunction("Shown.__repr__", "self, by=", (Any self, Any by) => Represent(self, by), "") { Doc = "How it is shown.", AnnotationSource = () => new PyDict<Any, Any> { ["by"] = T, ["return"] = Builtins.Get("str") }, TypeParameters = PyTuple.Of(T) });
        });

        Print(Shown.Get("__repr__").Get("__type_params__"), Shown.Get("__repr__").Get("__annotations__"), Shown.Get("__repr__").Get("__doc__"), Shown.Get("__repr__").Get("__wrapped__").Get("__name__"));

        var manager4 = Context.Of(Warnings.Get("catch_warnings").Call(new Arguments { { "record", true } }));
        Any entered = manager4.Enter();
        try
        {
            Caught = entered;
            Warnings.Get("simplefilter").Call("always");
            Print(Posixpath.Get("exists").Call(false), new PyList<string>(Sequences.Of(Caught).Select(w => ToStr(w.Get("message")))));
        }
        catch (BaseException error4)
        {
            if (!manager4.Exit(error4))
            {
                throw;
            }
        }
        finally
        {
            manager4.Exit();
        }
        foreach (var item in (PyList<(Any, PyTuple)>)[(Posixpath.Get("normpath"), PyTuple.Of("a\0/../b")), (Posixpath.Get("relpath"), ((Any)Generic.ToAny((PyBytes.FromLatin1("a"), "b"))).As<PyTuple>()), (Posixpath.Get("relpath"), ((Any)Generic.ToAny(("a", PyBytes.FromLatin1("b")))).As<PyTuple>()), (Posixpath.Get("commonprefix"), PyTuple.Of((PyList<Any>)[3, 4])), (Posixpath.Get("ismount"), PyTuple.Of("/\uDFFF")), (Posixpath.Get("ismount"), PyTuple.Of("/x\0")), (Posixpath.Get("exists"), PyTuple.Of("a\0")), (Posixpath.Get("join"), ((Any)Generic.ToAny(("a", PyBytes.FromLatin1("b")))).As<PyTuple>())])
        {
            (Function, Arguments_) = item;
            try
            {
                Print(Repr(Function.Call(new Arguments { new Star(Arguments_) })));
            }
            catch (PyException caught)
            {
                Error = caught;
                Print(PyType.Of(Error).Name, Error);
                Error = Any.Unbound;
            }
        }
        Print(Os.Get("path").Get("exists").Call("/"));
    }
}
