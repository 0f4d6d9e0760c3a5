using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Enums;

using static Module;

public sealed class M : PyEnum<M, string>
{
    public static readonly M A = new M("A", "a");

    private M(string name, string value) : base(name, value)
    {
    }

    public static M? Missing(Any v)
    {
        return v == "z" ? (M?)M.A : (M?)null;
    }

    public static readonly PyType Type = Enumeration("M", "__main__", A)
        .ClassMethod("_missing_", "cls, v", a => M.Missing(a[1]));
}

/// <summary>Enums: members, aliases, flags and their boundaries, data types, checks.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("enums.py");
    internal static Any Doc = "Enums: members, aliases, flags and their boundaries, data types, checks.";
    internal static Any Enum = Any.Unbound;
    internal static Any Pickle = Any.Unbound;
    internal static Any Copy = Any.Unbound;
    internal static Any Color = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any I = Any.Unbound;
    internal static Any S = Any.Unbound;
    internal static Any N = Any.Unbound;
    internal static Any Planet = Any.Unbound;
    internal static Any Coord = Any.Unbound;
    internal static Any Auto = Any.Unbound;
    internal static Any F_ = Any.Unbound;
    internal static Any G = Any.Unbound;
    internal static Any Dup = Any.Unbound;
    internal static Any U = Any.Unbound;
    internal static Any Ext = Any.Unbound;
    internal static Any W = Any.Unbound;
    internal static Any Weird = Any.Unbound;
    internal static Any Base = Any.Unbound;
    internal static Any D = Any.Unbound;
    internal static Any Conf = Any.Unbound;
    internal static Any Keep = Any.Unbound;
    internal static Any Ej = Any.Unbound;
    internal static Any V = Any.Unbound;
    internal static Any Dataclass = Any.Unbound;
    internal static Any Pt = Any.Unbound;
    internal static Any Dc = Any.Unbound;
    internal static Any EnumType = Any.Unbound;
    internal static Any EnumMeta = Any.Unbound;
    internal static Any EnumDict = Any.Unbound;
    internal static Any Enum_ = Any.Unbound;
    internal static Any IntEnum = Any.Unbound;
    internal static Any StrEnum = Any.Unbound;
    internal static Any Flag = Any.Unbound;
    internal static Any IntFlag = Any.Unbound;
    internal static Any ReprEnum = Any.Unbound;
    internal static Any Auto_ = Any.Unbound;
    internal static Any Unique = Any.Unbound;
    internal static Any Property = Any.Unbound;
    internal static Any Verify = Any.Unbound;
    internal static Any Member = Any.Unbound;
    internal static Any Nonmember = Any.Unbound;
    internal static Any FlagBoundary = Any.Unbound;
    internal static Any Strict = Any.Unbound;
    internal static Any Conform = Any.Unbound;
    internal static Any Eject = Any.Unbound;
    internal static Any Keep_ = Any.Unbound;
    internal static Any GlobalFlagRepr = Any.Unbound;
    internal static Any GlobalEnumRepr = Any.Unbound;
    internal static Any GlobalStr = Any.Unbound;
    internal static Any GlobalEnum = Any.Unbound;
    internal static Any EnumCheck = Any.Unbound;
    internal static Any Continuous = Any.Unbound;
    internal static Any NamedFlags = Any.Unbound;
    internal static Any Unique_ = Any.Unbound;
    internal static Any PickleByGlobalName = Any.Unbound;
    internal static Any PickleByEnumName = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "enums.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("enum", () => Enum, value => Enum = value)
        .Variable("pickle", () => Pickle, value => Pickle = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("Color", () => Color, value => Color = value)
        .Variable("bad", () => Bad, value => Bad = value)
        .Variable("e", () => E, value => E = value)
        .Variable("P", () => P, value => P = value)
        .Variable("I", () => I, value => I = value)
        .Variable("S", () => S, value => S = value)
        .Variable("N", () => N, value => N = value)
        .Variable("Planet", () => Planet, value => Planet = value)
        .Variable("Coord", () => Coord, value => Coord = value)
        .Variable("Auto", () => Auto, value => Auto = value)
        .Member("M", () => M.Type)
        .Variable("F", () => F_, value => F_ = value)
        .Variable("G", () => G, value => G = value)
        .Variable("Dup", () => Dup, value => Dup = value)
        .Variable("U", () => U, value => U = value)
        .Variable("Ext", () => Ext, value => Ext = value)
        .Variable("W", () => W, value => W = value)
        .Variable("Weird", () => Weird, value => Weird = value)
        .Variable("Base", () => Base, value => Base = value)
        .Variable("D", () => D, value => D = value)
        .Variable("Conf", () => Conf, value => Conf = value)
        .Variable("Keep", () => Keep, value => Keep = value)
        .Variable("Ej", () => Ej, value => Ej = value)
        .Variable("V", () => V, value => V = value)
        .Variable("dataclass", () => Dataclass, value => Dataclass = value)
        .Variable("Pt", () => Pt, value => Pt = value)
        .Variable("DC", () => Dc, value => Dc = value)
        .Variable("EnumType", () => EnumType, value => EnumType = value)
        .Variable("EnumMeta", () => EnumMeta, value => EnumMeta = value)
        .Variable("EnumDict", () => EnumDict, value => EnumDict = value)
        .Variable("Enum", () => Enum_, value => Enum_ = value)
        .Variable("IntEnum", () => IntEnum, value => IntEnum = value)
        .Variable("StrEnum", () => StrEnum, value => StrEnum = value)
        .Variable("Flag", () => Flag, value => Flag = value)
        .Variable("IntFlag", () => IntFlag, value => IntFlag = value)
        .Variable("ReprEnum", () => ReprEnum, value => ReprEnum = value)
        .Variable("auto", () => Auto_, value => Auto_ = value)
        .Variable("unique", () => Unique, value => Unique = value)
        .Variable("property", () => Property, value => Property = value)
        .Variable("verify", () => Verify, value => Verify = value)
        .Variable("member", () => Member, value => Member = value)
        .Variable("nonmember", () => Nonmember, value => Nonmember = value)
        .Variable("FlagBoundary", () => FlagBoundary, value => FlagBoundary = value)
        .Variable("STRICT", () => Strict, value => Strict = value)
        .Variable("CONFORM", () => Conform, value => Conform = value)
        .Variable("EJECT", () => Eject, value => Eject = value)
        .Variable("KEEP", () => Keep_, value => Keep_ = value)
        .Variable("global_flag_repr", () => GlobalFlagRepr, value => GlobalFlagRepr = value)
        .Variable("global_enum_repr", () => GlobalEnumRepr, value => GlobalEnumRepr = value)
        .Variable("global_str", () => GlobalStr, value => GlobalStr = value)
        .Variable("global_enum", () => GlobalEnum, value => GlobalEnum = value)
        .Variable("EnumCheck", () => EnumCheck, value => EnumCheck = value)
        .Variable("CONTINUOUS", () => Continuous, value => Continuous = value)
        .Variable("NAMED_FLAGS", () => NamedFlags, value => NamedFlags = value)
        .Variable("UNIQUE", () => Unique_, value => Unique_ = value)
        .Variable("pickle_by_global_name", () => PickleByGlobalName, value => PickleByGlobalName = value)
        .Variable("pickle_by_enum_name", () => PickleByEnumName, value => PickleByEnumName = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("enums.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Modules.Import("enum");
        EnumType = Modules.ImportStar("enum", "EnumType");
        EnumMeta = Modules.ImportStar("enum", "EnumMeta");
        EnumDict = Modules.ImportStar("enum", "EnumDict");
        Enum_ = Modules.ImportFrom("enum", "Enum");
        IntEnum = Modules.ImportFrom("enum", "IntEnum");
        StrEnum = Modules.ImportFrom("enum", "StrEnum");
        Flag = Modules.ImportFrom("enum", "Flag");
        IntFlag = Modules.ImportFrom("enum", "IntFlag");
        ReprEnum = Modules.ImportStar("enum", "ReprEnum");
        Auto_ = Modules.ImportFrom("enum", "auto");
        Unique = Modules.ImportFrom("enum", "unique");
        Property = Modules.ImportFrom("enum", "property");
        Verify = Modules.ImportFrom("enum", "verify");
        Member = Modules.ImportFrom("enum", "member");
        Nonmember = Modules.ImportFrom("enum", "nonmember");
        FlagBoundary = Modules.ImportStar("enum", "FlagBoundary");
        Strict = Modules.ImportStar("enum", "STRICT");
        Conform = Modules.ImportFrom("enum", "CONFORM");
        Eject = Modules.ImportFrom("enum", "EJECT");
        Keep_ = Modules.ImportFrom("enum", "KEEP");
        GlobalFlagRepr = Modules.ImportStar("enum", "global_flag_repr");
        GlobalEnumRepr = Modules.ImportStar("enum", "global_enum_repr");
        GlobalStr = Modules.ImportStar("enum", "global_str");
        GlobalEnum = Modules.ImportStar("enum", "global_enum");
        EnumCheck = Modules.ImportStar("enum", "EnumCheck");
        Continuous = Modules.ImportFrom("enum", "CONTINUOUS");
        NamedFlags = Modules.ImportStar("enum", "NAMED_FLAGS");
        Unique_ = Modules.ImportStar("enum", "UNIQUE");
        PickleByGlobalName = Modules.ImportStar("enum", "pickle_by_global_name");
        PickleByEnumName = Modules.ImportStar("enum", "pickle_by_enum_name");
        Enum = Modules.Import("enum");
        Pickle = Modules.Import("pickle");
        Copy = Modules.Import("copy");
        Color = ClassBuilder.Build("Color", "Color", "__main__", new Arguments { Enum_ }, ns =>
        {
            ns["RED"] = 1;
            ns["GREEN"] = 2;
            ns["BLUE"] = 3;
            ns["CRIMSON"] = 1;
            Any Pretty(Any self)
            {
                return self.Get("name").Invoke("title");
            }
            ns["pretty"] = Property.Call(new PyFunction("Color.pretty", "self", (Any self) => Pretty(self)));
            string Describe(Any self)
            {
                return F($"{self.Get("name")} {self.Get("value")}");
            }
            ns["describe"] = new PyFunction("Color.describe", "self", (Any self) => Describe(self));
        });
        Print(new PyList<Any>(Sequences.Of(Color)), Color.Call(2), Color["BLUE"], Color.Get("RED").Get("pretty"), Color.Get("GREEN").Invoke("describe"), Repr(Color), Color.Get("CRIMSON"));
        Print(Operators.Compare(Comparison.Eq, Color.Get("RED"), Color.Get("RED")), Operators.Is(Color.Get("RED"), Color.Call(1)), Operators.Compare(Comparison.NotEq, Color.Get("RED"), 1), new PyDict<Any, PyInt> { [Color.Get("RED")] = 1 }, Len(Color), Color.Contains(Color.Get("RED")), Color.Contains(2), Color.Contains(9));
        foreach (var item in new Any[] { new PyFunction("<lambda>", "", () => Color.Call(9)), new PyFunction("<lambda>", "", () => Color["X"]), new PyFunction("<lambda>", "", () => Functions.None(() => SetAttr(Color, "RED", 3))), new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(Color, "RED"))), new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Lt, Color.Get("RED"), Color.Get("BLUE"))) })
        {
            Bad = item;
            try
            {
                Print(Bad.Call());
            }
            catch (PyException caught)
            {
                E = caught;
                Print(PyType.Of(E).Name, E);
                E = Any.Unbound;
            }
        }
        Print(Color.Get("__members__"), F($"{Color.Get("RED")}"), F($"{Color.Get("RED"):>12}"), ToStr(Color.Get("RED")));
        P = ClassBuilder.Build("P", "P", "__main__", new Arguments { Flag }, ns2 =>
        {
            ns2["R"] = Auto_.Call();
            ns2["W"] = Auto_.Call();
            ns2["X"] = Auto_.Call();
            ns2["RW"] = ns2.Load("R") | ns2.Load("W", () => Names.Global(W, "W"));
        });
        Print(P.Get("R") | P.Get("X"), P.Get("RW"), ~P.Get("R"), P.Get("R") & P.Get("W"), new PyList<Any>(Sequences.Of(P.Get("RW"))), P.Call(7), P.Call(0), P.Call(0).Truth, Operators.In(P.Get("R"), P.Get("RW")), Len(P.Get("RW")), Repr(P.Get("R") ^ P.Get("RW")));
        try
        {
            P.Call(8);
        }
        catch (ValueError caught2)
        {
            E = caught2;
            Print(E);
            E = Any.Unbound;
        }
        I = ClassBuilder.Build("I", "I", "__main__", new Arguments { IntFlag }, ns3 =>
        {
            ns3["A"] = 1;
            ns3["B"] = 2;
            ns3["C"] = 4;
        });
        Print(I.Get("A") | 8, I.Call(11), I.Get("A") + 1, ~I.Get("A"), I.Get("A") | I.Get("B"), Repr(I.Call(0)), Operators.Compare(Comparison.Lt, I.Get("A"), I.Get("B")), new PyList<Any>(Sequences.Of(I.Call(5))));
        S = ClassBuilder.Build("S", "S", "__main__", new Arguments { StrEnum }, ns4 =>
        {
            ns4["ONE"] = Auto_.Call();
            ns4["TWO"] = "two!";
        });
        Print(S.Get("ONE"), Repr(S.Get("TWO")), Operators.Compare(Comparison.Eq, S.Get("ONE"), "one"), S.Get("TWO").Invoke("upper"), F($"{S.Get("ONE"):>5}"));
        N = ClassBuilder.Build("N", "N", "__main__", new Arguments { IntEnum }, ns5 =>
        {
            ns5["A"] = 1;
            ns5["B"] = Auto_.Call();
            ns5["C"] = Auto_.Call();
        });
        Print(N.Get("C") + 1, N.Get("B"), Repr(N.Get("B")), Sequences.Sorted(Sequences.Of(N), reverse: true), N.Call(2), ((Any)(PyList<PyInt>)[0, 1, 2])[N.Get("A")], F($"{N.Get("C"):03d}"));
        Planet = ClassBuilder.Build("Planet", "Planet", "__main__", new Arguments { Enum_ }, ns6 =>
        {
            ns6["MERCURY"] = PyTuple.Of(3.303E+23, 2439700.0);
            ns6["EARTH"] = PyTuple.Of(5.976E+24, 6378140.0);
            void Init(Any self, Any mass, Any radius)
            {
                self.Set("mass", mass);
                self.Set("radius", radius);
            }
            ns6["__init__"] = new PyFunction("Planet.__init__", "self, mass, radius", (Any self, Any mass, Any radius) => Init(self, mass, radius));
            Any G(Any self)
            {
                return 6.673E-11 * self.Get("mass") / (self.Get("radius") * self.Get("radius"));
            }
            ns6["g"] = Property.Call(new PyFunction("Planet.g", "self", (Any self) => G(self)));
        });
        Print(Planet.Get("EARTH").Get("g"), Planet.Get("EARTH"), Repr(Planet.Get("MERCURY")), Planet.Call(PyTuple.Of(3.303E+23, 2439700.0)));
        Coord = ClassBuilder.Build("Coord", "Coord", "__main__", new Arguments { Builtins.Get("bytes"), Enum_ }, ns7 =>
        {
            Any New(Any cls, Any value, Any label, Any unit)
            {
                Recursion.Check();
                Any obj = Builtins.Get("bytes").Invoke("__new__", cls, (PyList<Any>)[value]);
                obj.Set("_value_", value);
                obj.Set("label", label);
                obj.Set("unit", unit);
                return obj;
            }
            ns7["__new__"] = new StaticMethod(new PyFunction("Coord.__new__", "cls, value, label, unit", (Any[] a) => New(a[0], a[1], a[2], a[3])));
            ns7["PX"] = PyTuple.Of(0, "P.X", "km");
            ns7["PY"] = PyTuple.Of(1, "P.Y", "km");
        });
        Print(Coord.Get("PY"), Coord.Get("PY").Get("label"), Coord.Call(1), Builtins.Get("bytes").Call(Coord.Get("PY")));
        Auto = ClassBuilder.Build("Auto", "Auto", "__main__", new Arguments { Enum_ }, ns8 =>
        {
            Any GenerateNextValue(Any name, Any start, Any count, Any last)
            {
                return name.Invoke("lower");
            }
            ns8["_generate_next_value_"] = new PyFunction("Auto._generate_next_value_", "name, start, count, last", (Any[] a) => GenerateNextValue(a[0], a[1], a[2], a[3]));
            ns8["X"] = Auto_.Call();
            ns8["Y"] = Auto_.Call();
        });
        Print(new PyList<Any>(Sequences.Of(Auto)));
        Print(M.Of("z"));
        try
        {
            M.Of("q");
        }
        catch (ValueError caught3)
        {
            E = caught3;
            Print(E);
            E = Any.Unbound;
        }
        F_ = Enum_.Call("F", "A B C");
        Print(new PyList<Any>(Sequences.Of(F_)), F_.Get("A").Get("value"));
        G = IntEnum.Call("G", new PyDict<Any, Any> { ["X"] = 10, ["Y"] = 20 });
        Print(new PyList<Any>(Sequences.Of(G)));
        Print(Operators.Is(Pickle.Get("loads").Call(Pickle.Get("dumps").Call(Color.Get("RED"))), Color.Get("RED")), Operators.Is(Copy.Get("deepcopy").Call(Color.Get("RED")), Color.Get("RED")));
        try
        {
            Dup = ClassBuilder.Build("Dup", "Dup", "__main__", new Arguments { Enum_ }, ns9 =>
            {
                ns9["A"] = 1;
                ns9["A"] = 2;
            });
        }
        catch (TypeError caught4)
        {
            E = caught4;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Any uClass = ClassBuilder.Build("U", "U", "__main__", new Arguments { Enum_ }, ns10 =>
            {
                ns10["A"] = 1;
                ns10["B"] = 1;
            });
            U = Unique.Call(uClass);
        }
        catch (ValueError caught5)
        {
            E = caught5;
            Print(E);
            E = Any.Unbound;
        }
        try
        {
            Ext = ClassBuilder.Build("Ext", "Ext", "__main__", new Arguments { Color }, ns11 =>
            {
                ns11["Z"] = 4;
            });
        }
        catch (TypeError caught6)
        {
            E = caught6;
            Print(E);
            E = Any.Unbound;
        }
        W = ClassBuilder.Build("W", "W", "__main__", new Arguments { Enum_ }, ns12 =>
        {
            ns12["_ignore_"] = "i";
            ns12["i"] = 0;
            ns12["a"] = Member.Call(3);
            ns12["b"] = Nonmember.Call(5);
            ns12["Inner"] = ClassBuilder.Build("Inner", "W.Inner", "__main__", new Arguments(), ns13 =>
            {
            });
        });
        Print(new PyList<Any>(Sequences.Of(W)), W.Get("b"), W.Get("Inner"));
        Weird = ClassBuilder.Build("Weird", "Weird", "__main__", new Arguments { Enum_ }, ns14 =>
        {
            ns14["name"] = 1;
            ns14["value"] = 2;
        });
        Print(new PyList<Any>(Sequences.Of(Weird)), Weird.Get("name"), Weird.Get("value").Get("value"));
        Base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments { Enum_ }, ns15 =>
        {
            string Hi(Any self)
            {
                return F($"hi {self.Get("name")}");
            }
            ns15["hi"] = new PyFunction("Base.hi", "self", (Any self) => Hi(self));
        });
        D = ClassBuilder.Build("D", "D", "__main__", new Arguments { Base }, ns16 =>
        {
            ns16["A"] = Auto_.Call();
        });
        Print(D.Get("A").Invoke("hi"), D.Get("A"), D.Get("__mro__"));
        Any subject = Color.Call(2);
        if (subject == Color.Get("RED"))
        {
            Print("r");
        }
        else if (subject == Color.Get("GREEN"))
        {
            Print("g");
        }
        Conf = ClassBuilder.Build("Conf", "Conf", "__main__", new Arguments { Flag, { "boundary", Conform } }, ns17 =>
        {
            ns17["A"] = 1;
            ns17["B"] = 2;
        });
        Print(Conf.Call(7), Conf.Call(4));
        Keep = ClassBuilder.Build("Keep", "Keep", "__main__", new Arguments { Flag, { "boundary", Keep_ } }, ns18 =>
        {
            ns18["A"] = 1;
            ns18["B"] = 2;
        });
        Print(Repr(Keep.Call(7)), Repr(Keep.Call(4)));
        Ej = ClassBuilder.Build("Ej", "Ej", "__main__", new Arguments { IntFlag, { "boundary", Eject } }, ns19 =>
        {
            ns19["A"] = 1;
            ns19["B"] = 2;
        });
        Print(Repr(Ej.Call(7)), Builtins.Get("type").Call(Ej.Call(8)));
        Any decorator = Verify.Call(Continuous);
        Any vClass = ClassBuilder.Build("V", "V", "__main__", new Arguments { Enum_ }, ns20 =>
        {
            ns20["A"] = 1;
            ns20["B"] = 2;
        });
        V = decorator.Call(vClass);
        Dataclass = Modules.ImportFrom("dataclasses", "dataclass");
        Any ptClass = ClassBuilder.Build("Pt", "Pt", "__main__", new Arguments(), ns21 =>
        {
            ns21.Annotate("x", Builtins.Get("int"));
            ns21.Annotate("y", Builtins.Get("int"));
        });
        Pt = Dataclass.Call(ptClass);
        Dc = ClassBuilder.Build("DC", "DC", "__main__", new Arguments { Pt, Enum_ }, ns22 =>
        {
            ns22["O"] = PyTuple.Of(0, 0);
            ns22["Q"] = PyTuple.Of(1, 2);
        });
        Print(Dc.Get("Q"), Repr(Dc.Get("Q")), Dc.Get("Q").Get("x"), Dc.Get("O").Get("value"));
    }
}
