using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DataclassOptions;

/// <summary>Dataclasses: options, inheritance, init variables, slots, conversions.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("dataclass_options.py");
    internal static Any Doc = "Dataclasses: options, inheritance, init variables, slots, conversions.";
    internal static Any Dataclasses = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any ClassVar = Any.Unbound;
    internal static Any Any_ = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any P_ = Any.Unbound;
    internal static Any V = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any S_ = Any.Unbound;
    internal static Any K = Any.Unbound;
    internal static Any I = Any.Unbound;
    internal static Any B = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any A = Any.Unbound;
    internal static Any B_ = Any.Unbound;
    internal static string Bad = default!;
    internal static Any X = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any M = Any.Unbound;
    internal static Any H = Any.Unbound;
    internal static Any Rec = Any.Unbound;
    internal static Any R = Any.Unbound;
    internal static Any Node = Any.Unbound;
    internal static Any Dataclass = Any.Unbound;
    internal static Any Field = Any.Unbound;
    internal static Any Field_ = Any.Unbound;
    internal static Any FrozenInstanceError = Any.Unbound;
    internal static Any InitVar = Any.Unbound;
    internal static Any KwOnly = Any.Unbound;
    internal static Any Missing = Any.Unbound;
    internal static Any Fields = Any.Unbound;
    internal static Any Asdict = Any.Unbound;
    internal static Any Astuple = Any.Unbound;
    internal static Any MakeDataclass = Any.Unbound;
    internal static Any Replace = Any.Unbound;
    internal static Any IsDataclass = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "dataclass_options.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("dataclasses", () => Dataclasses, value => Dataclasses = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("ClassVar", () => ClassVar, value => ClassVar = value)
        .Variable("Any", () => Any_, value => Any_ = value)
        .Variable("P", () => P, value => P = value)
        .Variable("p", () => P_, value => P_ = value)
        .Variable("V", () => V, value => V = value)
        .Variable("e", () => E, value => E = value)
        .Variable("S", () => S, value => S = value)
        .Variable("s", () => S_, value => S_ = value)
        .Variable("K", () => K, value => K = value)
        .Variable("I", () => I, value => I = value)
        .Variable("B", () => B, value => B = value)
        .Variable("D", () => D, value => D = value)
        .Variable("a", () => A, value => A = value)
        .Variable("b", () => B_, value => B_ = value)
        .Variable("bad", () => Bad, value => Bad = value.As<string>())
        .Variable("X", () => X, value => X = value)
        .Variable("C", () => C, value => C = value)
        .Variable("M", () => M, value => M = value)
        .Variable("H", () => H, value => H = value)
        .Variable("Rec", () => Rec, value => Rec = value)
        .Variable("r", () => R, value => R = value)
        .Variable("Node", () => Node, value => Node = value)
        .Variable("dataclass", () => Dataclass, value => Dataclass = value)
        .Variable("field", () => Field, value => Field = value)
        .Variable("Field", () => Field_, value => Field_ = value)
        .Variable("FrozenInstanceError", () => FrozenInstanceError, value => FrozenInstanceError = value)
        .Variable("InitVar", () => InitVar, value => InitVar = value)
        .Variable("KW_ONLY", () => KwOnly, value => KwOnly = value)
        .Variable("MISSING", () => Missing, value => Missing = value)
        .Variable("fields", () => Fields, value => Fields = value)
        .Variable("asdict", () => Asdict, value => Asdict = value)
        .Variable("astuple", () => Astuple, value => Astuple = value)
        .Variable("make_dataclass", () => MakeDataclass, value => MakeDataclass = value)
        .Variable("replace", () => Replace, value => Replace = value)
        .Variable("is_dataclass", () => IsDataclass, value => IsDataclass = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("dataclass_options.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any[] values = [];
        Any[] values2 = [];

        Modules.Import("dataclasses");
        Dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Field = Modules.ImportFrom("dataclasses", "field");
        Field_ = Modules.ImportStar("dataclasses", "Field");
        FrozenInstanceError = Modules.ImportFrom("dataclasses", "FrozenInstanceError");
        InitVar = Modules.ImportFrom("dataclasses", "InitVar");
        KwOnly = Modules.ImportFrom("dataclasses", "KW_ONLY");
        Missing = Modules.ImportStar("dataclasses", "MISSING");
        Fields = Modules.ImportFrom("dataclasses", "fields");
        Asdict = Modules.ImportFrom("dataclasses", "asdict");
        Astuple = Modules.ImportFrom("dataclasses", "astuple");
        MakeDataclass = Modules.ImportFrom("dataclasses", "make_dataclass");
        Replace = Modules.ImportFrom("dataclasses", "replace");
        IsDataclass = Modules.ImportFrom("dataclasses", "is_dataclass");
        Dataclasses = Modules.Import("dataclasses");
        Copy = Modules.Import("copy");
        Pickle = Modules.Import("pickle");
        Inspect = Modules.Import("inspect");
        ClassVar = Modules.ImportFrom("typing", "ClassVar");
        Any_ = Modules.ImportFrom("typing", "Any");
        Any pClass = ClassBuilder.Build("P", "P", "__main__", new Arguments(), ns =>
        {
            ns.Annotate("x", Builtins.Get("int"));
            ns["y"] = 0;
            ns.Annotate("y", Builtins.Get("int"));
            ns["z"] = Field.Call(new Arguments { { "default_factory", Builtins.Get("list") }, { "repr", false } });
            ns.Annotate("z", Builtins.Get("list"));
            ns["c"] = 5;
            ns.Annotate("c", ClassVar[Builtins.Get("int")]);
        });
        P = Dataclass.Call(pClass);
        P_ = P.Call(1);
        Print(P_, Operators.Compare(Comparison.Eq, P.Call(1), P.Call(1)), Operators.Compare(Comparison.NotEq, P.Call(1), P.Call(2)), P_.Get("z"), Fields.Call(P)[0].Get("name"), new PyList<Any>(Sequences.Of(Fields.Call(P_)).Select(f => f.Get("name"))));
        Print(Asdict.Call(P_), Astuple.Call(P_), Replace.Call(new Arguments { P_, { "x", 5 } }), Asdict.Call(new Arguments { P_, { "dict_factory", new PyFunction("<lambda>", "kv", (Any kv) => (Any)Sequences.Sorted(Sequences.Of(kv), key: Builtins.Get("str"))) } }));
        Any decorator = Dataclass.Call(new Arguments { { "order", true }, { "frozen", true } });
        Any vClass = ClassBuilder.Build("V", "V", "__main__", new Arguments(), ns2 =>
        {
            ns2.Annotate("a", Builtins.Get("int"));
            ns2["b"] = "b";
            ns2.Annotate("b", Builtins.Get("str"));
        });
        V = decorator.Call(vClass);
        Print(Operators.Compare(Comparison.Lt, V.Call(1), V.Call(2)), Sequences.Sorted((PyList<Any>)[V.Call(3), V.Call(1)]), Hash(V.Call(1)) == Hash(V.Call(1)));
        try
        {
            V.Call(1).Set("a", 3);
        }
        catch (BaseException caught) when (Except.Matches(caught, FrozenInstanceError))
        {
            E = caught;
            Print(PyType.Of(E).Name, E);
            E = Any.Unbound;
        }
        try
        {
            V.Call(1).Delete("a");
        }
        catch (BaseException caught2) when (Except.Matches(caught2, FrozenInstanceError))
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        Any decorator2 = Dataclass.Call(new Arguments { { "slots", true } });
        Any sClass = ClassBuilder.Build("S", "S", "__main__", new Arguments(), ns3 =>
        {
            ns3.Annotate("a", Builtins.Get("int"));
            ns3["b"] = 2;
            ns3.Annotate("b", Builtins.Get("int"));
        });
        S = decorator2.Call(sClass);
        S_ = S.Call(1);
        Print(S_, S.Get("__slots__"), HasAttr(S_, "__dict__"));
        try
        {
            S_.Set("q", 1);
        }
        catch (AttributeError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        Any decorator3 = Dataclass.Call(new Arguments { { "kw_only", true } });
        Any kClass = ClassBuilder.Build("K", "K", "__main__", new Arguments(), ns4 =>
        {
            ns4.Annotate("a", Builtins.Get("int"));
            ns4["b"] = 3;
            ns4.Annotate("b", Builtins.Get("int"));
        });
        K = decorator3.Call(kClass);
        Print(K.Call(new Arguments { { "a", 1 } }));
        try
        {
            K.Call(1);
        }
        catch (TypeError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }
        Any iClass = ClassBuilder.Build("I", "I", "__main__", new Arguments(), ns5 =>
        {
            ns5.Annotate("a", Builtins.Get("int"));
            ns5["scale"] = 2;
            ns5.Annotate("scale", InitVar[Builtins.Get("int")]);
            ns5["r"] = Field.Call(new Arguments { { "init", false } });
            ns5.Annotate("r", Builtins.Get("int"));
            void PostInit(Any self, Any scale)
            {
                self.Set("r", self.Get("a") * scale);
            }
            ns5["__post_init__"] = new PyFunction("I.__post_init__", "self, scale", (Any self, Any scale) => PostInit(self, scale));
        });
        I = Dataclass.Call(iClass);
        Print(I.Call(3), I.Call(3, 5));
        Any bClass = ClassBuilder.Build("B", "B", "__main__", new Arguments(), ns6 =>
        {
            ns6["x"] = 1;
            ns6.Annotate("x", Builtins.Get("int"));
        });
        B = Dataclass.Call(bClass);
        Any dClass = ClassBuilder.Build("D", "D", "__main__", new Arguments { B }, ns7 =>
        {
            ns7["y"] = 2;
            ns7.Annotate("y", Builtins.Get("int"));
            ns7["x"] = 9;
            ns7.Annotate("x", Builtins.Get("int"));
        });
        D = Dataclass.Call(dClass);
        Print(D.Call(), D.Call(1, 2), D.Get("__match_args__"), D.Get("__doc__"), Inspect.Get("signature").Call(D));
        Any subject = D.Call(3, 4);
        if (Matching.Class(subject, D, 0, new string[] { "x", "y" }, out values))
        {
            A = values[0];
            B_ = values[1];
            Print(A, B_);
        }
        Any subject2 = D.Call(3, 4);
        if (Matching.Class(subject2, D, 2, new string[] {  }, out values2))
        {
            A = values2[0];
            B_ = values2[1];
            Print(A, B_);
        }
        foreach (var item in new string[] { "dup", "mut", "order" })
        {
            Bad = item;
            try
            {
                if (Bad == "dup")
                {
                    Any xClass = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns8 =>
                    {
                        ns8["a"] = 1;
                        ns8.Annotate("a", Builtins.Get("int"));
                        ns8.Annotate("b", Builtins.Get("int"));
                    });
                    X = Dataclass.Call(xClass);
                }
                else if (Bad == "mut")
                {
                    Any xClass2 = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns9 =>
                    {
                        ns9["a"] = (PyList<Any>)[];
                        ns9.Annotate("a", Builtins.Get("list"));
                    });
                    X = Dataclass.Call(xClass2);
                }
                else
                {
                    Any decorator4 = Dataclass.Call(new Arguments { { "order", true }, { "eq", false } });
                    Any xClass3 = ClassBuilder.Build("X", "X", "__main__", new Arguments(), ns10 =>
                    {
                        ns10.Annotate("a", Builtins.Get("int"));
                    });
                    X = decorator4.Call(xClass3);
                }
            }
            catch (PyException caught5)
            {
                E = caught5;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
        C = MakeDataclass.Call(new Arguments { "C", (PyList<Any>)["x", PyTuple.Of("y", Builtins.Get("int")), PyTuple.Of("z", Builtins.Get("int"), Field.Call(new Arguments { { "default", 5 } }))], { "namespace", new PyDict<Any, Any> { ["add"] = new PyFunction("<lambda>", "self", (Any self) => self.Get("y") + self.Get("z")) } } });
        Print(C.Call(1, 2), C.Call(1, 2).Invoke("add"));
        Print(Fields.Call(C)[1].Get("name"), Fields.Call(C)[1].Get("type"));
        Any mClass = ClassBuilder.Build("M", "M", "__main__", new Arguments(), ns11 =>
        {
            ns11.Annotate("_", KwOnly);
            ns11["a"] = 1;
            ns11.Annotate("a", Builtins.Get("int"));
        });
        M = Dataclass.Call(mClass);
        Print(M.Call(new Arguments { { "a", 3 } }));
        Any decorator5 = Dataclass.Call(new Arguments { { "unsafe_hash", true } });
        Any hClass = ClassBuilder.Build("H", "H", "__main__", new Arguments(), ns12 =>
        {
            ns12.Annotate("a", Builtins.Get("int"));
            ns12["b"] = Field.Call(new Arguments { { "compare", false }, { "default", 3 } });
            ns12.Annotate("b", Builtins.Get("int"));
        });
        H = decorator5.Call(hClass);
        Print(Operators.Compare(Comparison.Eq, H.Call(1), H.Call(1, 9)), Hash(H.Call(1)) == Hash(H.Call(1, 9)), P.Get("__hash__"));
        Print(Copy.Get("replace").Call(new Arguments { P_, { "y", 9 } }), IsDataclass.Call(P), IsDataclass.Call(P_), IsDataclass.Call(Builtins.Get("int")));
        Print(Operators.Compare(Comparison.Eq, Pickle.Get("loads").Call(Pickle.Get("dumps").Call(P_)), P_), P.Get("__dataclass_params__"));
        Any recClass = ClassBuilder.Build("Rec", "Rec", "__main__", new Arguments(), ns13 =>
        {
            ns13["kids"] = Field.Call(new Arguments { { "default_factory", Builtins.Get("list") } });
            ns13.Annotate("kids", Builtins.Get("list"));
        });
        Rec = Dataclass.Call(recClass);
        R = Rec.Call();
        R.Get("kids").Invoke("append", R);
        Print(R);
        try
        {
            P.Call();
        }
        catch (TypeError caught6)
        {
            E = caught6;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            P.Call(new Arguments { 1, 2, 3, 4 });
        }
        catch (TypeError caught7)
        {
            E = caught7;
            Print(E);
            E = Any.Unbound;
        }
        Any nodeClass = ClassBuilder.Build("Node", "Node", "__main__", new Arguments(), ns14 =>
        {
            ns14.Annotate("value", Builtins.Get("int"));
            ns14["left"] = Any.None;
            ns14.Annotate("left", "Node | None");
            void PostInit(Any self)
            {
                if (self.Get("value") < 0)
                {
                    throw new ValueError("neg");
                }
            }
            ns14["__post_init__"] = new PyFunction("Node.__post_init__", "self", (Any self) => PostInit(self));
        });
        Node = Dataclass.Call(nodeClass);
        Print(Node.Call(1, Node.Call(2)));
        Print(InitVar[Builtins.Get("int")]);
    }
}
