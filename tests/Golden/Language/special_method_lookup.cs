using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SpecialMethodLookup;

/// <summary>Special methods that are no plain functions of their class, and attributes that objects and metaclasses decide on.</summary>
public static class Module
{
    internal static Any Extra = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("special_method_lookup.py", args, Run);

    public static (Any, Any) Local()
    {
        Any @private = ClassBuilder.Build("Private", "local.<locals>.Private", "__main__", new Arguments(), ns =>
        {
            Any GetX(Any self)
            {
                return self.Get("_Private__x");
            }
            ns["_Private__get_x"] = new PyFunction("local.<locals>.Private.__get_x", "self", (Any self) => GetX(self));

            void SetX(Any self, Any value)
            {
                self.Set("_Private__x", value * 2);
            }
            ns["_Private__set_x"] = new PyFunction("local.<locals>.Private.__set_x", "self, value", (Any self, Any value) => SetX(self, value));

            ns["x"] = Builtins.Get("property").Call(ns.Load("_Private__get_x"), ns.Load("_Private__set_x"));
        });

        Any private_ = @private.Call();
        private_.Set("x", 3);
        return (private_.Get("x"), Builtins.Get("vars").Call(private_));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any callable = ClassBuilder.Build("Callable", "Callable", "__main__", new Arguments(), ns2 =>
        {
            void Init(Any self, Any name)
            {
                self.Set("name", name);
            }
            ns2["__init__"] = new PyFunction("Callable.__init__", "self, name", (Any self, Any name) => Init(self, name));

            string Invoke(Any self, PyTuple args)
            {
                return F($"{self.Get("name")}{args}");
            }
            ns2["__call__"] = new PyFunction("Callable.__call__", "self, *args", (Any[] a) => Invoke(a[0], a[1].As<PyTuple>()));
        });

        Any described = ClassBuilder.Build("Described", "Described", "__main__", new Arguments(), ns3 =>
        {
            ns3["__doc__"] = "A descriptor that gives a function of the object it is read from.";

            Any Get_(Any self, Any instance, Any owner)
            {
                return new PyFunction("Described.__get__.<locals>.<lambda>", "*args", (Any[] a) =>
                {
                    PyTuple args = a[0].As<PyTuple>();
                    return (Any)PyTuple.Of(PyType.Of(instance).Name, owner.Get("__name__"), Len(args));
                });
            }
            ns3["__get__"] = new PyFunction("Described.__get__", "self, instance, owner", (Any self, Any instance, Any owner) => Get_(self, instance, owner));
        });

        Any mixed = ClassBuilder.Build("Mixed", "Mixed", "__main__", new Arguments(), ns4 =>
        {
            ns4["__call__"] = callable.Call("call");
            ns4["__add__"] = described.Call();
            ns4["__getitem__"] = Builtins.Get("staticmethod").Call(new PyFunction("Mixed.<lambda>", "key", (Any key) => key * 2));
            ns4["__contains__"] = Builtins.Get("classmethod").Call(new PyFunction("Mixed.<lambda>", "cls, item", (Any cls, Any item) => Operators.Compare(Comparison.Eq, item, cls.Get("__name__"))));
            ns4["__len__"] = Builtins.Get("staticmethod").Call(new PyFunction("Mixed.<lambda>", "", () => (Any)3));

            Any Neg(Any self)
            {
                return new PyFunction("Mixed.__neg__.<locals>.<lambda>", "", () => (Any)"negative");
            }
            ns4["__neg__"] = Builtins.Get("property").Call(new PyFunction("Mixed.__neg__", "self", (Any self) => Neg(self)));

            Any Enter(Any self)
            {
                return new PyFunction("Mixed.__enter__.<locals>.<lambda>", "", () => (Any)"entered");
            }
            ns4["__enter__"] = Builtins.Get("property").Call(new PyFunction("Mixed.__enter__", "self", (Any self) => Enter(self)));

            ns4["__exit__"] = Builtins.Get("staticmethod").Call(new PyFunction("Mixed.<lambda>", "*exc", (Any[] a) =>
            {
                PyTuple exc = a[0].As<PyTuple>();
                return (Any)Len(exc);
            }));
        });

        Any m = mixed.Call();
        Print(m.Call(1, 2), m + 1, m[4], m.Contains("Mixed"), m.Contains(1), Len(m), -m);
        var manager = Context.Of(m);
        Any entered2 = manager.Enter();
        try
        {
            Any entered = entered2;
            Print(entered);
        }
        catch (BaseException error2)
        {
            if (!manager.Exit(error2))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }

        Any reading = ClassBuilder.Build("Reading", "Reading", "__main__", new Arguments(), ns5 =>
        {
            ns5["kept"] = 1;

            Any Getattribute(Any self, Any name)
            {
                Recursion.Check();
                if (name == "own")
                {
                    return "mine";
                }
                return Builtins.Get("object").Invoke("__getattribute__", self, name);
            }
            ns5["__getattribute__"] = new PyFunction("Reading.__getattribute__", "self, name", (Any self, Any name) => Getattribute(self, name));
        });

        Any falling = ClassBuilder.Build("Falling", "Falling", "__main__", new Arguments { reading }, ns6 =>
        {
            Any Getattr(Any self, Any name)
            {
                return "fallen " + name;
            }
            ns6["__getattr__"] = new PyFunction("Falling.__getattr__", "self, name", (Any self, Any name) => Getattr(self, name));
        });

        Any metaClass = Any.Unbound;
        metaClass = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns7 =>
        {
            Any Getattribute(Any cls, Any name)
            {
                return name == "asked" ? "meta" : ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("__getattribute__", name);
            }
            ns7["__getattribute__"] = new PyFunction("Meta.__getattribute__", "cls, name", (Any cls, Any name) => Getattribute(cls, name));

            Any Mro(Any cls)
            {
                return ((Any)new Super(metaClass.As<PyType>(), cls)).Invoke("mro")[new PySlice(Any.None, -1, Any.None)] + (PyList<Any>)[Extra, Builtins.Get("object")];
            }
            ns7["mro"] = new PyFunction("Meta.mro", "cls", (Any cls) => Mro(cls));
            ns7.ClassCell(made7 => metaClass = made7);
        });
        Any meta = metaClass;

        Extra = ClassBuilder.Build("Extra", "Extra", "__main__", new Arguments(), ns8 =>
        {
            string Extra(Any self)
            {
                return "extra";
            }
            ns8["extra"] = new PyFunction("Extra.extra", "self", (Any self) => Extra(self));
        });

        Any built = ClassBuilder.Build("Built", "Built", "__main__", new Arguments { { "metaclass", meta } }, ns9 =>
        {
        });

        Print(reading.Call().Get("own"), reading.Call().Get("kept"), falling.Call().Get("other"), falling.Call().Get("own"));
        try
        {
            reading.Call().Get("missing");
        }
        catch (AttributeError error)
        {
            Print(error);
        }
        Print(built.Get("asked"), built.Call().Invoke("extra"), new PyList<Any>(Sequences.Of(built.Get("__mro__")).Select(c => c.Get("__name__"))));

        Any writeOnly = ClassBuilder.Build("WriteOnly", "WriteOnly", "__main__", new Arguments(), ns10 =>
        {
            void Set(Any self, Any instance, Any value)
            {
                instance.Get("__dict__").SetItem("w", value + 1);
            }
            ns10["__set__"] = new PyFunction("WriteOnly.__set__", "self, instance, value", (Any self, Any instance, Any value) => Set(self, instance, value));
        });

        Any holder = ClassBuilder.Build("Holder", "Holder", "__main__", new Arguments(), ns11 =>
        {
            ns11["w"] = writeOnly.Call();
        });

        Any h = holder.Call();
        Print(PyType.Of(h.Get("w")).Name);
        h.Set("w", 1);
        Print(h.Get("w"), Builtins.Get("vars").Call(h));

        Any slotted = ClassBuilder.Build("Slotted", "Slotted", "__main__", new Arguments(), ns12 =>
        {
            ns12["__slots__"] = PyTuple.Of("a", "__dict__");
        });

        Any s = slotted.Call();
        s.Set("a", 1);
        s.Set("b", 2);
        Print(s.Get("__dict__"), slotted.Get("a"));
        s.Set("__dict__", new PyDict<Any, Any> { ["c"] = 3 });
        Print(s.Get("c"), s.Get("a"), HasAttr(s, "b"));
        s.Delete("__dict__");
        Print(s.Get("__dict__"), h.Get("__weakref__"));

        Any endless = ClassBuilder.Build("Endless", "Endless", "__main__", new Arguments(), ns13 =>
        {
        });

        endless.Set("__call__", endless.Call());
        try
        {
            endless.Call().Call();
        }
        catch (RecursionError)
        {
            Print("RecursionError");
        }

        Any doc = ClassBuilder.Build("Doc", "Doc", "__main__", new Arguments { Builtins.Get("property") }, ns14 =>
        {
            ns14["__doc__"] = "A kind of property.";
        });

        Any withDocs = ClassBuilder.Build("WithDocs", "WithDocs", "__main__", new Arguments(), ns15 =>
        {
            // The first.
            PyInt First(Any self)
            {
                return 1;
            }
            ns15["first"] = doc.Call(new PyFunction("WithDocs.first", "self", (Any self) => First(self)) { Doc = "The first." });

            void First_(Any self, Any value)
            {
                Recursion.Check();
            }
            ns15["first"] = ns15.Load("first").Get("setter").Call(new PyFunction("WithDocs.first", "self, value", (Any self, Any value) => First_(self, value)));

            PyInt Second(Any self)
            {
                return 2;
            }
            ns15["second"] = Builtins.Get("property").Call(new PyFunction("WithDocs.second", "self", (Any self) => Second(self)));
        });

        Print(withDocs.Get("first").Get("__doc__"), withDocs.Get("second").Get("__doc__"), withDocs.Get("second").Get("__name__"), PyType.Of(withDocs.Get("first")).Name);
        Any bound = Builtins.Get("super").Call(holder);
        Print(Repr(bound), Operators.Is(bound.Invoke("__get__", h).Get("__self__"), h));

        Any sup = ClassBuilder.Build("Sup", "Sup", "__main__", new Arguments { Builtins.Get("super") }, ns16 =>
        {
        });

        Print(PyType.Of(sup.Call(holder, h)).Name, sup.Call(holder, h).Get("__repr__").Get("__name__"));

        Any auto = ClassBuilder.Build("Auto", "Auto", "__main__", new Arguments { Builtins.Get("type") }, ns17 =>
        {
            void Init(Any cls, Any name, Any bases, Any @namespace)
            {
                SetAttr(cls, F($"_{name}__super"), Builtins.Get("super").Call(cls));
            }
            ns17["__init__"] = new PyFunction("Auto.__init__", "cls, name, bases, namespace", (Any[] a) => Init(a[0], a[1], a[2], a[3]));
        });

        Any first = ClassBuilder.Build("First", "First", "__main__", new Arguments { { "metaclass", auto } }, ns18 =>
        {
            string Hello(Any self)
            {
                return "first";
            }
            ns18["hello"] = new PyFunction("First.hello", "self", (Any self) => Hello(self));
        });

        Any second = ClassBuilder.Build("Second", "Second", "__main__", new Arguments { first }, ns19 =>
        {
            Any Hello(Any self)
            {
                return "second " + self.Get("_Second__super").Invoke("hello");
            }
            ns19["hello"] = new PyFunction("Second.hello", "self", (Any self) => Hello(self));
        });

        Print(Generic.ToAny(Local()), second.Call().Invoke("hello"));
    }
}
