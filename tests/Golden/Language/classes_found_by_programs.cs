using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesFoundByPrograms;

using static Module;

public interface IShape : IPyObject
{
    double Area();

    public static readonly PyType Type = new ProtocolClass("Shape", "__main__")
        .Method("area", "self")
        .Build();
}

public class Square : PyObject, IShape
{
    public double Area()
    {
        return 1.0;
    }

    public static readonly PyType Type = PyType.Emitted("Square", "__main__", IShape.Type)
        .Constructor("", _ => new Square())
        .Method("area", self => self.As<Square>().Area());
    public override PyType Class => Type;
}

/// <summary>Classes as random programs use them: __class__, deleted attributes, slots, formats of derived values.</summary>
public static class Module
{
    internal static Any Base = Any.Unbound;
    internal static Any Slotted = Any.Unbound;
    internal static Any Plain = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_found_by_programs.py", args, Run);

    public static Any Options(PyInt first, Any rest)
    {
        rest = Any.BitOrInPlace(rest, new PyDict<Any, Any> { ["first"] = first });
        return rest;
    }

    public static void Attempt(Any function)
    {
        try
        {
            Print(function.Call());
        }
        catch (PyException error)
        {
            using var handling = Handling.Of(error);
            Print(PyType.Of(error).Name, error);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any @enum = Modules.Import("enum");
        Any dataclass = Modules.ImportFrom("dataclasses", "dataclass");

        Any baseClass = Any.Unbound;
        baseClass = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns =>
        {
            void Init(Any self)
            {
                self.Set("trail", (PyList<Any>)[((Any)Names.Free(baseClass, "__class__")).Get("__name__")]);
            }
            ns["__init__"] = new PyFunction("Base.__init__", "self", (Any self) => Init(self));
            ns.ClassCell(made => baseClass = made);
        });
        Base = baseClass;

        Any middleClass = Any.Unbound;
        middleClass = ClassBuilder.Build("Middle", "Middle", "__main__", new Arguments { Base }, ns2 =>
        {
            void Init(Any self)
            {
                ((Any)new Super(middleClass.As<PyType>(), self)).Invoke("__init__");
                self.Get("trail").Invoke("append", ((Any)Names.Free(middleClass, "__class__")).Get("__name__") + PyType.Of(self).Name);
            }
            ns2["__init__"] = new PyFunction("Middle.__init__", "self", (Any self) => Init(self));

            Any Whose()
            {
                return ((Any)new PyFunction("Middle.whose.<locals>.<lambda>", "", () => ((Any)Names.Free(middleClass, "__class__")).Get("__name__"))).Call();
            }
            ns2["whose"] = Builtins.Get("staticmethod").Call(new PyFunction("Middle.whose", "", () => Whose()));
            ns2.ClassCell(made2 => middleClass = made2);
        });
        Any middle = middleClass;

        Any left = ClassBuilder.Build("Left", "Left", "__main__", new Arguments { middle }, ns3 =>
        {
        });

        Any bothClass = Any.Unbound;
        bothClass = ClassBuilder.Build("Both", "Both", "__main__", new Arguments { left, Base }, ns4 =>
        {
            void Init(Any self)
            {
                Base.Invoke("__init__", self);
                self.Get("trail").Invoke("append", ((Any)Names.Free(bothClass, "__class__")).Get("__qualname__"));
            }
            ns4["__init__"] = new PyFunction("Both.__init__", "self", (Any self) => Init(self));
            ns4.ClassCell(made4 => bothClass = made4);
        });
        Any both = bothClass;

        Any shelfClass = ClassBuilder.Build("Shelf", "Shelf", "__main__", new Arguments(), ns5 =>
        {
            ns5["width"] = 12;
            ns5.Annotate("width", Builtins.Get("int"));
            ns5["name"] = "shelf";
            ns5.Annotate("name", Builtins.Get("str"));
        });
        Any shelf = dataclass.Call(shelfClass);

        Any plain = ClassBuilder.Build("Plain", "Plain", "__main__", new Arguments(), ns6 =>
        {
            void Init(Any self, Any a)
            {
                self.Set("a", a);
            }
            ns6["__init__"] = new PyFunction("Plain.__init__", "self, a", (Any self, Any a) => Init(self, a));

            void Show(Any self)
            {
                Print(self.Get("a"));
            }
            ns6["show"] = new PyFunction("Plain.show", "self", (Any self) => Show(self));
        });

        Slotted = ClassBuilder.Build("Slotted", "Slotted", "__main__", new Arguments(), ns7 =>
        {
            ns7["__slots__"] = PyTuple.Of("x");
        });

        Any level = ClassBuilder.Build("Level", "Level", "__main__", new Arguments { @enum.Get("IntEnum") }, ns8 =>
        {
            ns8["LOW"] = 1;

            string ToText(Any self)
            {
                return F($"~{self.Get("name")}~");
            }
            ns8["__str__"] = new PyFunction("Level.__str__", "self", (Any self) => ToText(self));
        });

        Any code = ClassBuilder.Build("Code", "Code", "__main__", new Arguments { @enum.Get("StrEnum") }, ns9 =>
        {
            ns9["OPEN"] = "open";

            Any ToText(Any self)
            {
                return self.Get("name");
            }
            ns9["__str__"] = new PyFunction("Code.__str__", "self", (Any self) => ToText(self));
        });

        Print(middle.Call().Get("trail"), left.Call().Get("trail"), middle.Invoke("whose"), both.Call().Get("trail"));
        Any shelf_ = shelf.Call(1);
        shelf_.Delete("width");
        Print(shelf_, shelf_.Get("width"));
        Plain = plain.Call(3);
        Plain.Delete("a");
        Attempt(Plain.Get("show"));
        Attempt(new PyFunction("<lambda>", "", () => Slotted.Call().Get("x")));
        Attempt(new PyFunction("<lambda>", "", () => Functions.None(() => DelAttr(Slotted.Call(), "x"))));
        Print(F($"{level.Get("LOW")} {level.Get("LOW"):>3} {code.Get("OPEN")} {code.Get("OPEN"):>6}"), Str.Format("{}", level.Get("LOW")), Builtins.Get("format").Call(code.Get("OPEN")));
        Attempt(new PyFunction("<lambda>", "", () => (Any)IsInstance(new Square(), IShape.Type)));
        Attempt(new PyFunction("<lambda>", "", () => Builtins.Get("super").Call(Slotted, Plain)));
        Print(Options(1, new PyDict<Any, Any>()), Options(2, new PyDict<Any, Any> { ["second"] = 3 }));
        Print(Sequences.MaxOr((PyList<string>)["x"], key: Builtins.Get("len"), @default: shelf_.Get("width").Truth ? "a" : "b"), new PySet<PyInt>([..(PyList<PyInt>)[5, 3, 11, 16], 2]));
    }
}
