using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesInHand;

/// <summary>Classes and super objects that a program has in hand, and what they are asked for.</summary>
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

    internal static Any Sys
    {
        get
        {
            return Definition.Load("sys");
        }
        set
        {
            Definition.Store("sys", value);
        }
    }

    internal static Any Dataclass
    {
        get
        {
            return Definition.Load("dataclass");
        }
        set
        {
            Definition.Store("dataclass", value);
        }
    }

    internal static Any Enum
    {
        get
        {
            return Definition.Load("Enum");
        }
        set
        {
            Definition.Store("Enum", value);
        }
    }

    internal static Any Auto
    {
        get
        {
            return Definition.Load("auto");
        }
        set
        {
            Definition.Store("auto", value);
        }
    }

    internal static Any ModuleType
    {
        get
        {
            return Definition.Load("ModuleType");
        }
        set
        {
            Definition.Store("ModuleType", value);
        }
    }

    internal static PyInt Stop
    {
        get
        {
            return Definition.Load("STOP").As<PyInt>();
        }
        set
        {
            Definition.Store("STOP", value);
        }
    }

    internal static Any State
    {
        get
        {
            return Definition.Load("State");
        }
        set
        {
            Definition.Store("State", value);
        }
    }

    internal static Any Index
    {
        get
        {
            return Definition.Load("Index");
        }
        set
        {
            Definition.Store("Index", value);
        }
    }

    internal static Any Payment
    {
        get
        {
            return Definition.Load("Payment");
        }
        set
        {
            Definition.Store("Payment", value);
        }
    }

    internal static Any A
    {
        get
        {
            return Definition.Load("A");
        }
        set
        {
            Definition.Store("A", value);
        }
    }

    internal static Any B
    {
        get
        {
            return Definition.Load("B");
        }
        set
        {
            Definition.Store("B", value);
        }
    }

    internal static Any C
    {
        get
        {
            return Definition.Load("C");
        }
        set
        {
            Definition.Store("C", value);
        }
    }

    internal static Any Loud
    {
        get
        {
            return Definition.Load("Loud");
        }
        set
        {
            Definition.Store("Loud", value);
        }
    }

    internal static Any Fault
    {
        get
        {
            return Definition.Load("Fault");
        }
        set
        {
            Definition.Store("Fault", value);
        }
    }

    internal static Any WorseFault
    {
        get
        {
            return Definition.Load("WorseFault");
        }
        set
        {
            Definition.Store("WorseFault", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "classes_in_hand.py", Run)
        .Member("main", () => RunMainFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_in_hand.py", args, Definition);

    public static void RunMain()
    {
        Any index = Index.Call();
        Print(index.Get("start"), index.Get("stop"));
        Print(Payment.Call("a"), Payment.Call("b", State.Get("OLD")));

        Any unbound = Builtins.Get("super").Call(B);
        unbound.Invoke("__get__", C.Call()).Invoke("f");
        unbound.Invoke("__get__", B.Call(), B).Invoke("f");
        foreach (var cls in Sequences.Of(C.Get("__mro__")[new PySlice(Any.None, -1, Any.None)]))
        {
            cls.Invoke("f", C.Call());
        }

        Print(new PyList<Any>(Sequences.Of(((Any)ArithmeticError.Type).Invoke("__subclasses__")).Select(c => c.Get("__name__"))));
        Print(new PyList<Any>(Sequences.Of(((Any)BaseException.Type).Invoke("__subclasses__")).Select(c => c.Get("__name__"))));
        Print(new PyList<Any>(Sequences.Of(((Any)Warning.Type).Invoke("__subclasses__")).Select(c => c.Get("__name__"))));
        Print(new PyList<Any>(Sequences.Of(Fault.Invoke("__subclasses__")).Select(c => c.Get("__name__"))), Len(Builtins.Get("bool").Invoke("__subclasses__")));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Definition.Store("sys", Modules.Import("sys"));
        Definition.Store("dataclass", Modules.ImportFrom("dataclasses", "dataclass"));
        Definition.Store("Enum", Modules.ImportFrom("enum", "Enum"));
        Definition.Store("auto", Modules.ImportFrom("enum", "auto"));
        Definition.Store("ModuleType", Modules.ImportFrom("types", "ModuleType"));

        Stop = (PyInt)1114111 + 1;

        State = ClassBuilder.Build("State", "State", "__main__", new Arguments { Enum }, ns =>
        {
            ns["NEW"] = Auto.Call();
            ns["OLD"] = Auto.Call();
        });

        Index = ClassBuilder.Build("Index", "Index", "__main__", new Arguments(), ns2 =>
        {
            Any initStop = Stop;
            void Init(Any self, Any start, Any stop)
            {
                self.Set("start", start);
                self.Set("stop", stop);
            }
            ns2["__init__"] = new PyFunction("Index.__init__", "self, start=32, stop=", (Any self, Any start, Any stop) => Init(self, start, stop), initStop);
        });

        Any paymentClass = ClassBuilder.Build("Payment", "Payment", "__main__", new Arguments(), ns3 =>
        {
            ns3.Annotate("name", Builtins.Get("str"));
            ns3["state"] = State.Get("NEW");
            ns3.Annotate("state", State);
        });
        Payment = Dataclass.Call(paymentClass);

        A = ClassBuilder.Build("A", "A", "__main__", new Arguments(), ns4 =>
        {
            void F_(Any self)
            {
                Print("A", PyType.Of(self).Name);
            }
            ns4["f"] = new PyFunction("A.f", "self", (Any self) => F_(self));
        });

        B = ClassBuilder.Build("B", "B", "__main__", new Arguments { A }, ns5 =>
        {
            void F_(Any self)
            {
                Print("B", PyType.Of(self).Name);
            }
            ns5["f"] = new PyFunction("B.f", "self", (Any self) => F_(self));
        });

        C = ClassBuilder.Build("C", "C", "__main__", new Arguments { B }, ns6 =>
        {
            void F_(Any self)
            {
                Print("C", PyType.Of(self).Name);
            }
            ns6["f"] = new PyFunction("C.f", "self", (Any self) => F_(self));
        });

        Any loudClass = Any.Unbound;
        loudClass = ClassBuilder.Build("Loud", "Loud", "__main__", new Arguments { ModuleType }, ns7 =>
        {
            void Setattr(Any self, Any name, Any value)
            {
                Print("set", name);
                ((Any)new Super(loudClass.As<PyType>(), self)).Invoke("__setattr__", name, value);
            }
            ns7["__setattr__"] = new PyFunction("Loud.__setattr__", "self, name, value", (Any self, Any name, Any value) => Setattr(self, name, value));
            ns7.ClassCell(made7 => loudClass = made7);
        });
        Loud = loudClass;

        Fault = ClassBuilder.Build("Fault", "Fault", "__main__", new Arguments { PyException.Type }, ns8 =>
        {
        });

        WorseFault = ClassBuilder.Build("WorseFault", "WorseFault", "__main__", new Arguments { Fault }, ns9 =>
        {
        });

        Definition.Store("main", RunMainFunction);

        RunMain();
        Sys.Get("modules")[Name].Set("__class__", Loud);
        Sys.Get("modules")[Name].Set("answer", 42);
        Print(((Any)Definition.Namespace)["answer"], Builtins.Get("__builtins__").Invoke("len", "abc"), HasAttr(Builtins.Get("__builtins__"), "unicode"));
        Print(((Any)Definition.Namespace)["__builtins__"].Invoke("max", 1, 2));
    }

    public static readonly Any RunMainFunction = new PyFunction("main", "", () => RunMain());
}
