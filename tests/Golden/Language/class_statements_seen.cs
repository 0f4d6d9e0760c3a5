using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Interpreter;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassStatementsSeen;

/// <summary>What a class knows of its statement: __firstlineno__ and __static_attributes__, and which attributes are its own.</summary>
public static class Module
{
    internal static Any Name
    {
        get
        {
            return Definition.Load("__name__");
        }
        set
        {
            Definition.Store("__name__", value);
        }
    }

    internal static Any File
    {
        get
        {
            return Definition.Load("__file__");
        }
        set
        {
            Definition.Store("__file__", value);
        }
    }

    internal static Any Doc
    {
        get
        {
            return Definition.Load("__doc__");
        }
        set
        {
            Definition.Store("__doc__", value);
        }
    }

    internal static Any Abc
    {
        get
        {
            return Definition.Load("abc");
        }
        set
        {
            Definition.Store("abc", value);
        }
    }

    internal static Any Plain
    {
        get
        {
            return Definition.Load("Plain");
        }
        set
        {
            Definition.Store("Plain", value);
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

    internal static Any Counted
    {
        get
        {
            return Definition.Load("Counted");
        }
        set
        {
            Definition.Store("Counted", value);
        }
    }

    internal static Any Slotted
    {
        get
        {
            return Definition.Load("Slotted");
        }
        set
        {
            Definition.Store("Slotted", value);
        }
    }

    internal static Any Shape
    {
        get
        {
            return Definition.Load("Shape");
        }
        set
        {
            Definition.Store("Shape", value);
        }
    }

    internal static Any Noticing
    {
        get
        {
            return Definition.Load("Noticing");
        }
        set
        {
            Definition.Store("Noticing", value);
        }
    }

    internal static Any Same
    {
        get
        {
            return Definition.Load("same");
        }
        set
        {
            Definition.Store("same", value);
        }
    }

    internal static Any Noticed
    {
        get
        {
            return Definition.Load("Noticed");
        }
        set
        {
            Definition.Store("Noticed", value);
        }
    }

    internal static Any Cell
    {
        get
        {
            return Definition.Load("Cell");
        }
        set
        {
            Definition.Store("Cell", value);
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

    internal static Any Local
    {
        get
        {
            return Definition.Load("local");
        }
        set
        {
            Definition.Store("local", value);
        }
    }

    internal static Any Cls
    {
        get
        {
            return Definition.Load("cls");
        }
        set
        {
            Definition.Store("cls", value);
        }
    }

    internal static Any Plain_
    {
        get
        {
            return Definition.Load("plain");
        }
        set
        {
            Definition.Store("plain", value);
        }
    }

    internal static Any Decorated
    {
        get
        {
            return Definition.Load("decorated");
        }
        set
        {
            Definition.Store("decorated", value);
        }
    }

    internal static Any Made
    {
        get
        {
            return Definition.Load("made");
        }
        set
        {
            Definition.Store("made", value);
        }
    }

    internal static PyDict<Any, Any> Space
    {
        get
        {
            return Definition.Load("space").As<PyDict<Any, Any>>();
        }
        set
        {
            Definition.Store("space", value);
        }
    }

    internal static Any Emptied
    {
        get
        {
            return Definition.Load("Emptied");
        }
        set
        {
            Definition.Store("Emptied", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "class_statements_seen.py", Run);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("class_statements_seen.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Abc = Modules.Import("abc");

        Plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments(), ns =>
        {
            ns["__doc__"] = "Text.";

            ns["limit"] = 3;

            void Init(Any self, Any value)
            {
                self.Set("value", value);
                self.Set("_kept", 2);
            }
            ns["__init__"] = new PyFunction("Plain.__init__", "self, value", (Any self, Any value) => Init(self, value));

            void Store(Any self, Any other)
            {
                self.Set("value", Any.AddInPlace(self.Get("value"), 1));
                other.Set("nothing", self.Get("value"));
            }
            ns["store"] = new PyFunction("Plain.store", "self, other", (Any self, Any other) => Store(self, other));

            Any Double(Any self)
            {
                return self.Get("value") * 2;
            }
            ns["double"] = Builtins.Get("property").Call(new PyFunction("Plain.double", "self", (Any self) => Double(self)));
        });

        Derived = ClassBuilder.Build("Derived", "Derived", "__main__", new Arguments { Plain }, ns2 =>
        {
            void More(Any self)
            {
                self.Set("extra", 1);
            }
            ns2["more"] = new PyFunction("Derived.more", "self", (Any self) => More(self));
        });

        Counted = ClassBuilder.Build("Counted", "Counted", "__main__", new Arguments(), ns3 =>
        {
            ns3["count"] = 0;

            void Init(Any self)
            {
                Counted.Set("count", Any.AddInPlace(Counted.Get("count"), 1));
                self.Set("number", Counted.Get("count"));
            }
            ns3["__init__"] = new PyFunction("Counted.__init__", "self", (Any self) => Init(self));
        });

        Slotted = ClassBuilder.Build("Slotted", "Slotted", "__main__", new Arguments(), ns4 =>
        {
            ns4["__slots__"] = PyTuple.Of("a", "b");

            void Init(Any self)
            {
                self.Set("a", 1);
                self.Set("b", 2);
            }
            ns4["__init__"] = new PyFunction("Slotted.__init__", "self", (Any self) => Init(self));
        });

        Shape = ClassBuilder.Build("Shape", "Shape", "__main__", new Arguments { Abc.Get("ABC") }, ns5 =>
        {
            void Area(Any self)
            {
            }
            ns5["area"] = Abc.Get("abstractmethod").Call(new PyFunction("Shape.area", "self", (Any self) => Area(self)));

            void Name(Any self)
            {
                self.Set("named", true);
            }
            ns5["name"] = new PyFunction("Shape.name", "self", (Any self) => Name(self));
        });

        Any noticingClass = Any.Unbound;
        noticingClass = ClassBuilder.Build("Noticing", "Noticing", "__main__", new Arguments { Builtins.Get("type") }, ns6 =>
        {
            Any New(Any meta, Any name, Any bases, Any space, PyDict<Any, Any> options)
            {
                Print(name, new PyList<Any>(Sequences.Of(space)), space["__firstlineno__"], Sequences.Sorted(Sequences.Of(space["__static_attributes__"])));
                return ((Any)new Super(noticingClass.As<PyType>(), meta)).Invoke("__new__", new Arguments { meta, name, bases, space, new StarStar(options) });
            }
            ns6["__new__"] = new StaticMethod(new PyFunction("Noticing.__new__", "meta, name, bases, space, **options", (Any[] a) => New(a[0], a[1], a[2], a[3], a[4].As<PyDict<Any, Any>>())));
            ns6.ClassCell(made6 => noticingClass = made6);
        });
        Noticing = noticingClass;

        Any SameCore(Any cls)
        {
            return cls;
        }
        Same = new PyFunction("same", "cls", (Any cls) => SameCore(cls));

        Any noticedClass = ClassBuilder.Build("Noticed", "Noticed", "__main__", new Arguments { { "metaclass", Noticing } }, ns7 =>
        {
            ns7["__doc__"] = "Noticed text.";

            ns7["first"] = 1;
            ns7["typed"] = 2;
            ns7.Annotate("typed", Builtins.Get("int"));

            void Init(Any self, Any values)
            {
                self.Set("values", values);
                self.Set("_Noticed__private", 1);
                self.Set("added", Any.AddInPlace(self.Get("added"), 1));
                foreach (var item in Sequences.Of(values))
                {
                    self.Set("loop", item);
                }
                var items = Operators.Unpack(values, 2);
                Any a = items[0];
                var items2 = Operators.Unpack(items[1], 1, 0);
                self.Set("left", items2[0]);
                self.Set("right", items2[1]);
                self.Get("items").SetItem(0, 3);

                void Inner()
                {
                    self.Set("inner", 3);
                }
                Any innerFunction = new PyFunction("Noticed.__init__.<locals>.inner", "", () => Inner());

                self.Delete("gone");
            }
            ns7["__init__"] = new PyFunction("Noticed.__init__", "self, values", (Any self, Any values) => Init(self, values));

            void Other(Any @this)
            {
                @this.Set("unseen", 1);
            }
            ns7["other"] = new PyFunction("Noticed.other", "this", (Any @this) => Other(@this));

            void Static(Any self)
            {
                self.Set("of_static", 3);
            }
            ns7["static"] = Builtins.Get("staticmethod").Call(new PyFunction("Noticed.static", "self", (Any self) => Static(self)));

            ns7["Nested"] = ClassBuilder.Build("Nested", "Noticed.Nested", "__main__", new Arguments(), ns8 =>
            {
                void Method(Any self)
                {
                    self.Set("nested", 1);
                }
                ns8["method"] = new PyFunction("Noticed.Nested.method", "self", (Any self) => Method(self));
            });
        });
        Noticed = Same.Call(Same.Call(noticedClass));

        Any cellClass = Any.Unbound;
        cellClass = ClassBuilder.Build("Cell", "Cell", "__main__", new Arguments { { "metaclass", Noticing } }, ns9 =>
        {
            Any Own(Any self)
            {
                return (Any)Names.Free(cellClass, "__class__");
            }
            ns9["own"] = new PyFunction("Cell.own", "self", (Any self) => Own(self));
            ns9.ClassCell(made9 => cellClass = made9);
        });
        Cell = cellClass;

        T = TypeParameters.Variable("T", Any.None, false, Any.None);
        Generic_ = ClassBuilder.Build("Generic", "Generic", "__main__", new Arguments { TypeParameters.GenericBase(T), { "metaclass", Noticing } }, ns10 =>
        {
            ns10["__type_params__"] = PyTuple.Of(T);
            ns10.Annotate("item", T);
        });

        Any LocalCore()
        {
            Any local = ClassBuilder.Build("Local", "local.<locals>.Local", "__main__", new Arguments(), ns11 =>
            {
                void Init(Any self)
                {
                    self.Set("here", 1);
                }
                ns11["__init__"] = new PyFunction("local.<locals>.Local.__init__", "self", (Any self) => Init(self));
            });
            return local;
        }
        Local = new PyFunction("local", "", () => LocalCore());

        foreach (var item in new Any[] { Plain, Derived, Counted, Slotted, Shape, Noticed, Noticed.Get("Nested"), Cell, Local.Call() })
        {
            Cls = item;
            Print(Cls.Get("__qualname__"), Cls.Get("__firstlineno__"), Sequences.Sorted(Sequences.Of(Cls.Get("__static_attributes__"))));
            Print(new PyList<Any>(Sequences.Of(Builtins.Get("vars").Call(Cls)).Where(name => name != "_abc_impl")));
            Print(Sequences.Sorted(new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Cls))) - new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Builtins.Get("object")))) - (PySet<Any>)["_abc_impl"]));
        }

        Plain_ = Plain.Call(1);
        Print(Sequences.Sorted(new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Plain_))) - new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Plain)))), Sequences.Sorted(new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Derived.Call(1)))) - new PySet<Any>(Sequences.Of(Builtins.Get("dir").Call(Derived)))));
        Print(Plain_.Get("__firstlineno__"), Operators.Compare(Comparison.Eq, Plain_.Get("__static_attributes__"), Plain.Get("__static_attributes__")), Derived.Call(1).Get("__doc__"));
        Print(Builtins.Get("vars").Call(Plain).Contains("value"), HasAttr(Plain, "value"), Builtins.Get("vars").Call(Slotted).Contains("a"));
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item2 in source)
            {
                var items = Operators.Unpack(item2, 2);
                Any name = items[0];
                Any value = items[1];
                if (!name.Invoke("startswith", "__").Truth)
                {
                    yield return (name, value);
                }
            }
        }
        Print(new PyDict<Any, Any>(Items(Sequences.Of(Builtins.Get("vars").Call(Counted).Invoke("items")))));

        void DecoratedCore()
        {
        }
        Decorated = Same.Call(Same.Call(new PyFunction("decorated", "", () => DecoratedCore())));

        Print(Decorated.Get("__code__").Get("co_firstlineno"), Local.Get("__code__").Get("co_firstlineno"));
        Made = Builtins.Get("type").Call("Made", PyTuple.Of(), new PyDict<Any, Any>());
        Print(HasAttr(Made, "__firstlineno__"), new PyList<Any>(Sequences.Of(Builtins.Get("vars").Call(Made))));
        Space = new PyDict<Any, Any>();
        Evaluation.Exec("\nclass Interpreted:\n    \"Text.\"\n    x: int = 1\n    def f(self):\n        self.set = 1\n", Space);
        Print(new PyList<Any>(Sequences.Of(Builtins.Get("vars").Call(Space.At((Any)"Interpreted")))), Space.At((Any)"Interpreted").Get("__firstlineno__"), Space.At((Any)"Interpreted").Get("__static_attributes__"));

        Emptied = ClassBuilder.Build("Emptied", "Emptied", "__main__", new Arguments(), ns12 =>
        {
            ns12["first"] = 1;
            ns12["second"] = 2;
            ns12.Load("first");
            ns12["first"] = Any.Unbound;
            try
            {
                Print(ns12.Load("first"));
            }
            catch (NameError caught)
            {
                ns12["e"] = caught;
                Print(ns12.Load("e"));
                ns12["e"] = Any.Unbound;
            }
            foreach (var item3 in Sequences.Range(2))
            {
                ns12["i"] = item3;
                if (ns12.Load("i").Truth)
                {
                    ns12.Load("second");
                    ns12["second"] = Any.Unbound;
                }
            }
            try
            {
                ns12.Load("second");
            }
            catch (NameError caught2)
            {
                ns12["e"] = caught2;
                Print(ns12.Load("e"));
                ns12["e"] = Any.Unbound;
            }
        });

        Print(new PyList<Any>(Sequences.Of(Builtins.Get("vars").Call(Emptied)).Where(name => !name.Invoke("startswith", "__").Truth)), HasAttr(Emptied, "first"));
    }
}
