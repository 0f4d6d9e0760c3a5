using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypeMakingCorners;

/// <summary>Making types, context variables and modules: what happens in the corners.</summary>
public static class Module
{
    internal static Any Contextvars = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any Fixed = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("type_making_corners.py", args, Run);

    public static void Go()
    {
        C.Invoke("set", (PyList<Any>)[]);
        void Fun()
        {
            C.Invoke("set", (PyList<Any>)[]);
            C.Invoke("get").Invoke("append", 42);
            Print(C.Invoke("get"));
        }
        Any funFunction = new PyFunction("go.<locals>.fun", "", () => Fun());
        Contextvars.Get("copy_context").Call().Invoke("run", funFunction);
        Print(C.Invoke("get"));
    }

    public static void T(PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Any r = Builtins.Get("type").Call(new Arguments { new Star(a), new StarStar(k) });
            Print(r, ((Any)a)[0] == "K" ? r.Get("__dict__").Invoke("keys") : "");
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    public static IEnumerable<PyBytes> It()
    {
        yield return PyBytes.FromLatin1("x");
        try
        {
            A.Invoke("extend", PyBytes.FromLatin1("zzz"));
        }
        catch (BufferError e)
        {
            Print("BE", e);
        }
        yield return PyBytes.FromLatin1("y");
    }

    public static Any Mk()
    {
        Any x1 = ClassBuilder.Build("X1", "mk.<locals>.X1", "__main__", new Arguments { Builtins.Get("object"), { "metaclass", M } }, ns =>
        {
        });
        return x1;
    }

    public static void Local()
    {
        Any broken = ClassBuilder.Build("Broken", "local.<locals>.Broken", "__main__", new Arguments { { "colour", "red" } }, ns2 =>
        {
        });
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any f = default;

        Contextvars = Modules.Import("contextvars");
        C = Contextvars.Get("ContextVar").Call(new Arguments { "c", { "default", 42 } });
        Go();
        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => Contextvars.Get("Context").Call(1)), new PyFunction("<lambda>", "", () => Contextvars.Get("Context").Call(new Arguments { { "a", 1 } })), new PyFunction("<lambda>", "", () => Contextvars.Get("Context").Call().Invoke("run")), new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(Contextvars.Get("Context")), new PyDict<Any, Any>())), new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(Contextvars.Get("ContextVar")), new PyDict<Any, Any>())), new PyFunction("<lambda>", "", () => Builtins.Get("type").Call("X", PyTuple.Of(Contextvars.Get("Token")), new PyDict<Any, Any>())) })
        {
            f = item;
            try
            {
                Print(f.Call());
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }
        Any b = ClassBuilder.Build("B", "B", "__main__", new Arguments(), ns3 =>
        {
            PyInt GetLength(Any self)
            {
                return 3;
            }
            ns3["__len__"] = new PyFunction("B.__len__", "self", (Any self) => GetLength(self));
            Any GetItem(Any self, Any i)
            {
                if (i > 2)
                {
                    throw new IndexError();
                }
                return i;
            }
            ns3["__getitem__"] = new PyFunction("B.__getitem__", "self, i", (Any self, Any i) => GetItem(self, i));
        });
        Any sequence = Modules.ImportFrom("collections.abc", "Sequence");
        Any s = ClassBuilder.Build("S", "S", "__main__", new Arguments { sequence }, ns4 =>
        {
            PyInt GetLength(Any self)
            {
                return 3;
            }
            ns4["__len__"] = new PyFunction("S.__len__", "self", (Any self) => GetLength(self));
            Any GetItem(Any self, Any i)
            {
                if (i > 2)
                {
                    throw new IndexError();
                }
                return i;
            }
            ns4["__getitem__"] = new PyFunction("S.__getitem__", "self, i", (Any self, Any i) => GetItem(self, i));
        });
        Print(Builtins.Get("type").Call(Iter(b.Call())), Builtins.Get("type").Call(Iter(s.Call())), Builtins.Get("type").Call(Builtins.Get("reversed").Call(s.Call())), Builtins.Get("type").Call(Iter(s.Call().Invoke("__iter__"))));
        // builtin odds
        Any bitBucket = ClassBuilder.Build("BitBucket", "BitBucket", "__main__", new Arguments(), ns5 =>
        {
            void Write(Any self, Any line)
            {
            }
            ns5["write"] = new PyFunction("BitBucket.write", "self, line", (Any self, Any line) => Write(self, line));
        });
        Any sys = Modules.Import("sys");
        Any io = Modules.Import("io");
        try
        {
            Builtins.Get("dir").Call(Builtins.Get("type").Call("D", PyTuple.Of(), new PyDict<Any, Any> { ["__dir__"] = new PyFunction("<lambda>", "self", (Any self) => (Any)7) }).Call());
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Print(Builtins.Get("dir").Call(Builtins.Get("type").Call("D", PyTuple.Of(), new PyDict<Any, Any> { ["__dir__"] = new PyFunction("<lambda>", "self", (Any self) => (Any)PyTuple.Of("b", "a")) }).Call()));
        }
        catch (TypeError e)
        {
            Print(e);
        }
        f = io.Get("StringIO").Call();
        try
        {
            throw Raise.Of(Builtins.Get("UnicodeDecodeError").Call(new Arguments { "ascii", Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ÿ")), 0, 1, "x" }));
        }
        catch (BaseException caught)
        {
            using var handling = Handling.Of(caught);
            if (Except.Matches(caught, Builtins.Get("UnicodeDecodeError")))
            {
                BaseException e = caught;
                using var handling2 = Handling.Of(caught);
                Print(Repr(((Any)e).Get("object")), Repr(e));
            }
            else
            {
                throw;
            }
        }
        T(PyTuple.Of("A\uDCDCB", PyTuple.Of(), new PyDict<Any, Any>()), new PyDict<Any, Any>());
        T(PyTuple.Of("A\u0000B", PyTuple.Of(), new PyDict<Any, Any>()), new PyDict<Any, Any>());
        T(PyTuple.Of("C", PyTuple.Of(), new PyDict<Any, Any> { ["__doc__"] = "x\uDCDCy" }), new PyDict<Any, Any>());
        T(PyTuple.Of("K", PyTuple.Of(), new PyDict<Any, Any> { ["__firstlineno__"] = 42, ["__module__"] = "m" }), new PyDict<Any, Any>());
        Any a = Builtins.Get("type").Call("A", PyTuple.Of(), new PyDict<Any, Any>());
        foreach (var n in new Any[] { "A\uDCDCB", PyBytes.FromLatin1("x"), "A\0" })
        {
            try
            {
                a.Set("__name__", n);
            }
            catch (PyException e)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Print(a.Get("__type_params__"));
        try
        {
            a.Set("__type_params__", 3);
            Print(a.Get("__type_params__"));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }
        a.Set("__type_params__", PyTuple.Of(1));
        Print(a.Get("__type_params__"));
        M = ClassBuilder.Build("M", "M", "__main__", new Arguments { Builtins.Get("type") }, ns6 =>
        {
        });
        b = M.Call("B", PyTuple.Of(Builtins.Get("int")), new PyDict<Any, Any>());
        Print(b.Get("__base__"), Builtins.Get("type").Call(b), PyType.Of(M.Call("Q", PyTuple.Of(), new PyDict<Any, Any>())).Name);
        // except* invalid
        try
        {
            try
            {
                throw new ValueError();
            }
            catch (BaseException caught2)
            {
                var groups = new ExceptStar(caught2);
                if (groups.Match(42, out var group))
                {
                    try
                    {
                    }
                    catch (BaseException raised)
                    {
                        groups.Add(raised);
                    }
                }
                groups.Finish();
            }
        }
        catch (PyException e)
        {
            Print(Builtins.Get("type").Call(e), e);
        }
        try
        {
            try
            {
            }
            catch (BaseException caught3)
            {
                var groups2 = new ExceptStar(caught3);
                if (groups2.Match(42, out var group2))
                {
                    try
                    {
                    }
                    catch (BaseException raised2)
                    {
                        groups2.Add(raised2);
                    }
                }
                groups2.Finish();
            }
        }
        catch (PyException e)
        {
            Print(Builtins.Get("type").Call(e), e);
        }
        Print(((Any)TextFile.Open("/dev/null")).Get("encoding"));
        A = Builtins.Get("bytearray").Call(PyBytes.FromLatin1(","));
        Print(A.Invoke("join", Generator.Of("it", It())));
        try
        {
            Builtins.Get("print").Call(new Arguments { 1, new StarStar(new PyDict<Any, Any> { [1] = 2 }) });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Builtins.Get("round").Call(new Arguments { 1.5, new StarStar(new PyDict<Any, Any> { [1] = 2 }) });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Builtins.Get("print").Call(new Arguments { 1, new StarStar(new PyDict<Any, Any> { ["foo"] = 2 }) });
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(Mk());

        // layouts: slots decide which base objects are laid out like
        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns7 =>
        {
            ns7["__slots__"] = PyTuple.Of("name");
        });

        Any one = ClassBuilder.Build("One", "One", "__main__", new Arguments { @base }, ns8 =>
        {
            ns8["__slots__"] = PyTuple.Of("one");
        });

        Any two = ClassBuilder.Build("Two", "Two", "__main__", new Arguments { @base }, ns9 =>
        {
            ns9["__slots__"] = "two";
        });

        Any plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments { @base }, ns10 =>
        {
        });

        Any mixed = ClassBuilder.Build("Mixed", "Mixed", "__main__", new Arguments { plain, one }, ns11 =>
        {
        });

        Print(mixed.Get("__base__"), one.Get("__base__"), false ? Builtins.Get("type").Call("C", PyTuple.Of(plain, Builtins.Get("int")), new PyDict<Any, Any>()) : Builtins.Get("type").Call("C", PyTuple.Of(Builtins.Get("type").Call("M", PyTuple.Of(), new PyDict<Any, Any>()), Builtins.Get("int")), new PyDict<Any, Any>()).Get("__base__"));
        foreach (var bases in new Any[] { PyTuple.Of(one, two), PyTuple.Of(Builtins.Get("int"), Builtins.Get("str")), PyTuple.Of(@base, one), PyTuple.Of(plain, two, Builtins.Get("int")) })
        {
            try
            {
                Print(Builtins.Get("type").Call("X", bases, new PyDict<Any, Any>()));
            }
            catch (TypeError e)
            {
                using var handling2 = Handling.Of(e);
                Print(Str.SplitLines(ToStr(e))[0]);
            }
        }
        Any m = mixed.Call();
        m.Set("name", 1);
        m.Set("one", 2);
        m.Set("other", 3);
        Print(m.Get("name"), m.Get("one"), Builtins.Get("vars").Call(m));

        try
        {
            Local();
        }
        catch (TypeError e)
        {
            Print(e);
        }

        // a module whose class has a __dict__ of its own
        Any types = Modules.Import("types");

        Any odd = ClassBuilder.Build("Odd", "Odd", "__main__", new Arguments { types.Get("ModuleType") }, ns12 =>
        {
            ns12["__dict__"] = 8;
        });

        Any odder = ClassBuilder.Build("Odder", "Odder", "__main__", new Arguments { types.Get("ModuleType") }, ns13 =>
        {
            string Dict(Any self)
            {
                return "no dict";
            }
            ns13["__dict__"] = Builtins.Get("property").Call(new PyFunction("Odder.__dict__", "self", (Any self) => Dict(self)));
        });

        Print(odd.Call("odd").Get("__dict__"), odder.Call("odder").Get("__dict__"));
        foreach (var module in new Any[] { odd.Call("odd"), odder.Call("odder") })
        {
            try
            {
                Builtins.Get("dir").Call(module);
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }

        // a frozen dataclass with slots guards its fields, and no class variables
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any classVar = Modules.ImportFrom("typing", "ClassVar");

        Any decorator = dataclass.Call(new Arguments { { "frozen", true }, { "slots", true } });
        Any fixedClass = ClassBuilder.Build("Fixed", "Fixed", "__main__", new Arguments(), ns14 =>
        {
            ns14["x"] = 1;
            ns14.Annotate("x", Builtins.Get("int"));
            ns14["shared"] = 9;
            ns14.Annotate("shared", classVar[Builtins.Get("int")]);
        });
        Fixed = decorator.Call(fixedClass);

        foreach (var change in new Any[] { new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Fixed.Call(), "x", 2))), new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Fixed.Call(), "shared", 2))), new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Fixed.Call(), "nope", 2))), new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(Fixed.Call(), "x"))), new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(Fixed.Call(), "shared"))) })
        {
            try
            {
                change.Call();
            }
            catch (PyException e)
            {
                Print(PyType.Of(e).Name, e);
            }
        }

        // prompts go to streams that cannot be flushed
        bitBucket = ClassBuilder.Build("BitBucket", "BitBucket", "__main__", new Arguments(), ns15 =>
        {
            void Write(Any self, Any line)
            {
            }
            ns15["write"] = new PyFunction("BitBucket.write", "self, line", (Any self, Any line) => Write(self, line));
        });

        Any item2 = io.Get("StringIO").Call("one\ntwo\n");
        Any item3 = sys.Get("stdout");
        Any item4 = bitBucket.Call();
        sys.Set("stdin", item2);
        Any @out = item3;
        sys.Set("stdout", item4);
        (Any, Any) lines = (Builtins.Get("input").Call(), Builtins.Get("input").Call("? "));
        sys.Set("stdout", @out);
        Print(Generic.ToAny(lines));
        a.Set("__module__", "elsewhere");
        Print(a, a.Get("__dict__").Contains("__firstlineno__"));
    }
}
