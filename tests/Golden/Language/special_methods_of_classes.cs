using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SpecialMethodsOfClasses;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("special_methods_of_classes.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any a = ClassBuilder.Build("A", "A", "__main__", new Arguments(), ns =>
        {
            void Init(Any cls, Any v)
            {
                Print("init", cls.Get("__name__"), v);
            }
            ns["__init__"] = Builtins.Get("classmethod").Call(new PyFunction("A.__init__", "cls, v=1", (Any cls, Any v) => Init(cls, v)));
        });

        try
        {
            Print(PyType.Of(a.Call(3)).Name);
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }

        Any bClass = Any.Unbound;
        bClass = ClassBuilder.Build("B", "B", "__main__", new Arguments(), ns2 =>
        {
            Any New(Any cls, PyTuple args)
            {
                Print("new", cls.Get("__name__"), args);
                return ((Any)new Super(bClass.As<PyType>(), cls)).Invoke("__new__", cls);
            }
            ns2["__new__"] = Builtins.Get("classmethod").Call(new PyFunction("B.__new__", "cls, *args", (Any[] a) => New(a[0], a[1].As<PyTuple>())));
            ns2.ClassCell(made3 => bClass = made3);
        });
        Any b = bClass;

        try
        {
            Print(PyType.Of(b.Call()).Name);
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }

        Any c = ClassBuilder.Build("C", "C", "__main__", new Arguments(), ns3 =>
        {
            void Init()
            {
                Print("static init");
            }
            ns3["__init__"] = Builtins.Get("staticmethod").Call(new PyFunction("C.__init__", "", () => Init()));
        });

        try
        {
            Print(PyType.Of(c.Call()).Name);
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }

        Any d = ClassBuilder.Build("D", "D", "__main__", new Arguments(), ns4 =>
        {
            Any New(Any cls, Any v)
            {
                Recursion.Check();
                Any made = Builtins.Get("object").Invoke("__new__", cls);
                made.Set("v", v);
                return made;
            }
            ns4["__new__"] = Builtins.Get("staticmethod").Call(new PyFunction("D.__new__", "cls, v", (Any cls, Any v) => New(cls, v)));
        });

        try
        {
            Print(d.Call(4).Get("v"));
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }

        Any e_ = ClassBuilder.Build("E", "E", "__main__", new Arguments(), ns5 =>
        {
            Any Init(Any self)
            {
                return new PyFunction("E.__init__.<locals>.<lambda>", "v", (Any v) => Functions.None(() => Print("property init", v)));
            }
            ns5["__init__"] = Builtins.Get("property").Call(new PyFunction("E.__init__", "self", (Any self) => Init(self)));
        });

        try
        {
            Print(PyType.Of(e_.Call(1)).Name);
        }
        catch (PyException e)
        {
            Print(PyType.Of(e).Name, e);
        }

        Any f = ClassBuilder.Build("F", "F", "__main__", new Arguments(), ns6 =>
        {
            string Represent(Any cls)
            {
                return "F of class";
            }
            ns6["__repr__"] = Builtins.Get("classmethod").Call(new PyFunction("F.__repr__", "cls", (Any cls) => Represent(cls)));

            PyInt GetLength()
            {
                return 3;
            }
            ns6["__len__"] = Builtins.Get("staticmethod").Call(new PyFunction("F.__len__", "", () => GetLength()));

            bool EqualTo(Any cls, Any other)
            {
                return true;
            }
            ns6["__eq__"] = Builtins.Get("classmethod").Call(new PyFunction("F.__eq__", "cls, other", (Any cls, Any other) => EqualTo(cls, other)));
        });

        Print(f.Call(), Len(f.Call()), Operators.Compare(Comparison.Eq, f.Call(), 1));

        Any g = ClassBuilder.Build("G", "G", "__main__", new Arguments(), ns7 =>
        {
            void InitSubclass(Any cls, PyDict<Any, Any> k)
            {
                Print("sub", cls.Get("__name__"), k);
            }
            ns7["__init_subclass__"] = Builtins.Get("classmethod").Call(new PyFunction("G.__init_subclass__", "cls, **k", (Any[] a) => InitSubclass(a[0], a[1].As<PyDict<Any, Any>>())));

            (Any, Any) ClassGetitem(Any cls, Any item)
            {
                return (cls.Get("__name__"), item);
            }
            ns7["__class_getitem__"] = Builtins.Get("classmethod").Call(new PyFunction("G.__class_getitem__", "cls, item", (Any cls, Any item) => Generic.ToAny(ClassGetitem(cls, item))));
        });

        Any h = ClassBuilder.Build("H", "H", "__main__", new Arguments { g, { "a", 1 } }, ns8 =>
        {
        });

        Print(g[1], h[2]);
    }
}
