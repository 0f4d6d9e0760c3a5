using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace States;

using static Module;

public sealed class Code : PyEnum<Code, PyInt>
{
    public static readonly Code Ok = new Code("OK", 0);
    public static readonly Code Bad = new Code("BAD", -1);
    public static readonly Code AutoLike = new Code("auto_like", 7);

    private Code(string name, PyInt value) : base(name, value)
    {
    }

    public static readonly PyType Type = Enumeration("Code", "states", Ok, Bad, AutoLike);
}

public sealed class Late_ : PyEnum<Late_, PyInt>
{
    public static readonly Late_ X = new Late_("X", 1);

    private Late_(string name, PyInt value) : base(name, value)
    {
    }

    public static Late_? Missing(Any value)
    {
        return value == "x" ? (Late_?)Late_.X : (Late_?)null;
    }

    public static readonly PyType Type = Enumeration("Late", "states", X)
        .ClassMethod("_missing_", "cls, value", a => Late_.Missing(a[1]));
}

public static class Module
{
    internal static Any Enum = Any.Unbound;
    internal static Any State = Any.Unbound;
    internal static PyDict<Any, PySet<Any>> Transitions = default!;
    internal static Any Weird = Any.Unbound;
    internal static Any Planet = Any.Unbound;
    internal static Any Perm = Any.Unbound;
    internal static Any Num = Any.Unbound;
    internal static Any EnumType = Any.Unbound;
    internal static Any EnumMeta = Any.Unbound;
    internal static Any EnumDict = Any.Unbound;
    internal static Any Enum_ = Any.Unbound;
    internal static Any IntEnum = Any.Unbound;
    internal static Any StrEnum = Any.Unbound;
    internal static Any Flag = Any.Unbound;
    internal static Any IntFlag = Any.Unbound;
    internal static Any ReprEnum = Any.Unbound;
    internal static Any Auto = Any.Unbound;
    internal static Any Unique = Any.Unbound;
    internal static Any Property = Any.Unbound;
    internal static Any Verify = Any.Unbound;
    internal static Any Member = Any.Unbound;
    internal static Any Nonmember = Any.Unbound;
    internal static Any FlagBoundary = Any.Unbound;
    internal static Any Strict = Any.Unbound;
    internal static Any Conform = Any.Unbound;
    internal static Any Eject = Any.Unbound;
    internal static Any Keep = Any.Unbound;
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
    public static readonly PyModule Definition = PyModule.Emitted("states", "states.py", Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Enum = Modules.Import("enum");
        Modules.Import("enum");
        EnumType = Modules.ImportStar("enum", "EnumType");
        EnumMeta = Modules.ImportStar("enum", "EnumMeta");
        EnumDict = Modules.ImportStar("enum", "EnumDict");
        Enum_ = Modules.ImportFrom("enum", "Enum");
        IntEnum = Modules.ImportFrom("enum", "IntEnum");
        StrEnum = Modules.ImportStar("enum", "StrEnum");
        Flag = Modules.ImportFrom("enum", "Flag");
        IntFlag = Modules.ImportStar("enum", "IntFlag");
        ReprEnum = Modules.ImportStar("enum", "ReprEnum");
        Auto = Modules.ImportFrom("enum", "auto");
        Unique = Modules.ImportFrom("enum", "unique");
        Property = Modules.ImportStar("enum", "property");
        Verify = Modules.ImportStar("enum", "verify");
        Member = Modules.ImportStar("enum", "member");
        Nonmember = Modules.ImportStar("enum", "nonmember");
        FlagBoundary = Modules.ImportStar("enum", "FlagBoundary");
        Strict = Modules.ImportStar("enum", "STRICT");
        Conform = Modules.ImportStar("enum", "CONFORM");
        Eject = Modules.ImportStar("enum", "EJECT");
        Keep = Modules.ImportStar("enum", "KEEP");
        GlobalFlagRepr = Modules.ImportStar("enum", "global_flag_repr");
        GlobalEnumRepr = Modules.ImportStar("enum", "global_enum_repr");
        GlobalStr = Modules.ImportStar("enum", "global_str");
        GlobalEnum = Modules.ImportStar("enum", "global_enum");
        EnumCheck = Modules.ImportStar("enum", "EnumCheck");
        Continuous = Modules.ImportStar("enum", "CONTINUOUS");
        NamedFlags = Modules.ImportStar("enum", "NAMED_FLAGS");
        Unique_ = Modules.ImportStar("enum", "UNIQUE");
        PickleByGlobalName = Modules.ImportStar("enum", "pickle_by_global_name");
        PickleByEnumName = Modules.ImportStar("enum", "pickle_by_enum_name");

        State = ClassBuilder.Build("State", "State", "states", new Arguments { Enum.Get("Enum") }, ns =>
        {
            ns["IDLE"] = "idle";
            ns["BUSY"] = "busy";

            bool Can(Any self, Any other)
            {
                return Transitions[self].Contains(other);
            }
            ns["can"] = new PyFunction("State.can", "self, other", (Any self, Any other) => Can(self, other)) { Module = "states" };

            Any Default()
            {
                return State.Get("IDLE");
            }
            ns["default"] = Builtins.Get("staticmethod").Call(new PyFunction("State.default", "", () => Default()) { Module = "states" });

            Any LessThan(Any self, Any other)
            {
                return Operators.Compare(Comparison.Lt, self.Get("value"), other.Get("value"));
            }
            ns["__lt__"] = new PyFunction("State.__lt__", "self, other", (Any self, Any other) => LessThan(self, other)) { Module = "states" };

            string Invoke(Any self, Any n)
            {
                return F($"{self.Get("name")}{n}");
            }
            ns["__call__"] = new PyFunction("State.__call__", "self, n", (Any self, Any n) => Invoke(self, n)) { Module = "states" };

            PyInt GetLength(Any self)
            {
                return Len(self.Get("value"));
            }
            ns["__len__"] = new PyFunction("State.__len__", "self", (Any self) => GetLength(self)) { Module = "states" };
        });

        Transitions = new PyDict<Any, PySet<Any>> { [State.Get("IDLE")] = (PySet<Any>)[State.Get("BUSY")], [State.Get("BUSY")] = (PySet<Any>)[State.Get("IDLE")] };

        Weird = ClassBuilder.Build("Weird", "Weird", "states", new Arguments { Enum_ }, ns2 =>
        {
            ns2["A"] = 1;
            ns2["B"] = ns2.Load("A");
        });
        Planet = ClassBuilder.Build("Planet", "Planet", "states", new Arguments { Enum_ }, ns3 =>
        {
            ns3["EARTH"] = PyTuple.Of(1, 2.0);
            void Init(Any self, Any a, Any b)
            {
                self.Set("a", a);
            }
            ns3["__init__"] = new PyFunction("Planet.__init__", "self, a, b", (Any self, Any a, Any b) => Init(self, a, b)) { Module = "states" };
        });
        Perm = ClassBuilder.Build("Perm", "Perm", "states", new Arguments { Flag }, ns4 =>
        {
            ns4["R"] = Auto.Call();
            ns4["W"] = Auto.Call();
        });
        Num = ClassBuilder.Build("Num", "Num", "states", new Arguments { IntEnum }, ns5 =>
        {
            ns5["ONE"] = 1;
        });
    }
}
