using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace InspectedClasses;

public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("inspected_classes.py");
    internal static Any Doc = Any.None;
    internal static Any Abc = Any.Unbound;
    internal static Any Inspect = Any.Unbound;
    internal static Any Types = Any.Unbound;
    internal static Any Meta = Any.Unbound;
    internal static Any Bird = Any.Unbound;
    internal static Any Broken = Any.Unbound;
    internal static Any Parts = Any.Unbound;
    internal static Any Slotted = Any.Unbound;
    internal static PyList<Any> Seen = default!;
    internal static Any Base = Any.Unbound;
    internal static Any Open = Any.Unbound;
    internal static Any Done = Any.Unbound;
    internal static Any Refusing = Any.Unbound;
    internal static Any Asked = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "inspected_classes.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("abc", () => Abc, value => Abc = value)
        .Variable("inspect", () => Inspect, value => Inspect = value)
        .Variable("types", () => Types, value => Types = value)
        .Variable("Meta", () => Meta, value => Meta = value)
        .Variable("Bird", () => Bird, value => Bird = value)
        .Variable("Broken", () => Broken, value => Broken = value)
        .Variable("Parts", () => Parts, value => Parts = value)
        .Variable("Slotted", () => Slotted, value => Slotted = value)
        .Variable("seen", () => Seen, value => Seen = value.As<PyList<Any>>())
        .Variable("Base", () => Base, value => Base = value)
        .Variable("Open", () => Open, value => Open = value)
        .Variable("Done", () => Done, value => Done = value)
        .Variable("Refusing", () => Refusing, value => Refusing = value)
        .Variable("Asked", () => Asked, value => Asked = value);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("inspected_classes.py", args, Definition);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        // What inspect tells of metaclasses, slots and classes being made.
        Abc = Modules.Import("abc");
        Inspect = Modules.Import("inspect");
        Types = Modules.Import("types");

        Meta = ClassBuilder.Build("Meta", "Meta", "__main__", new Arguments { Builtins.Get("type") }, ns =>
        {
            PyList<Any> Dir(Any cls)
            {
                return (PyList<Any>)["__class__", "__module__", "eggs"];
            }
            ns["__dir__"] = new PyFunction("Meta.__dir__", "cls", (Any cls) => Dir(cls));

            string Getattr(Any cls, Any name)
            {
                if (name == "eggs")
                {
                    return "scrambled";
                }
                throw new AttributeError(name);
            }
            ns["__getattr__"] = new PyFunction("Meta.__getattr__", "cls, name", (Any cls, Any name) => Getattr(cls, name));
        });

        Bird = ClassBuilder.Build("Bird", "Bird", "__main__", new Arguments { { "metaclass", Meta } }, ns2 =>
        {
            string Ham(Any self)
            {
                return "ham";
            }
            ns2["ham"] = Types.Get("DynamicClassAttribute").Call(new PyFunction("Bird.ham", "self", (Any self) => Ham(self)));
        });

        Broken = ClassBuilder.Build("Broken", "Broken", "__main__", new Arguments(), ns3 =>
        {
            Any Get_(Any self, Any instance, Any owner)
            {
                throw new AttributeError("broken");
            }
            ns3["__get__"] = new PyFunction("Broken.__get__", "self, instance, owner=None", (Any self, Any instance, Any owner) => Get_(self, instance, owner));
        });

        Parts = ClassBuilder.Build("Parts", "Parts", "__main__", new Arguments(), ns4 =>
        {
            ns4["broken"] = Broken.Call();

            void Method(Any self)
            {
            }
            ns4["method"] = new PyFunction("Parts.method", "self", (Any self) => Method(self));
        });

        Slotted = ClassBuilder.Build("Slotted", "Slotted", "__main__", new Arguments(), ns5 =>
        {
            ns5["__slots__"] = new PyDict<Any, Any> { ["power"] = "measured in kilowatts", ["silent"] = Any.None };
        });

        Seen = (PyList<Any>)[];

        Base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments { Abc.Get("ABC") }, ns6 =>
        {
            void InitSubclass(Any cls)
            {
                Seen.Append(PyTuple.Of(cls.Get("__name__"), Inspect.Get("isabstract").Call(cls)));
            }
            ns6["__init_subclass__"] = new ClassMethod(new PyFunction("Base.__init_subclass__", "cls", (Any cls) => InitSubclass(cls)));

            void Run_(Any self)
            {
            }
            ns6["run"] = Abc.Get("abstractmethod").Call(new PyFunction("Base.run", "self", (Any self) => Run_(self)));
        });

        Open = ClassBuilder.Build("Open", "Open", "__main__", new Arguments { Base }, ns7 =>
        {
        });

        Done = ClassBuilder.Build("Done", "Done", "__main__", new Arguments { Base }, ns8 =>
        {
            void Run_(Any self)
            {
            }
            ns8["run"] = new PyFunction("Done.run", "self", (Any self) => Run_(self));
        });

        Print(new PyList<(Any, Any, Any)>(Sequences.Of(Inspect.Get("classify_class_attrs").Call(Bird)).Where(a => Operators.In(a.Get("name"), Generic.ToAny(("ham", "eggs")))).Select(a => (a.Get("name"), a.Get("kind"), a.Get("defining_class").Get("__name__")))));
        Print(new PyList<(Any, Any)>(Sequences.Of(Inspect.Get("classify_class_attrs").Call(Parts)).Where(a => a.Get("name")[0] != "_").Select(a => (a.Get("name"), a.Get("kind")))), Inspect.Get("isroutine").Call(Parts.Get("__dict__")["broken"]));
        Print(Inspect.Get("getdoc").Call(Slotted.Get("power")), Inspect.Get("getdoc").Call(Slotted.Get("silent")));
        Print(Seen, Inspect.Get("isabstract").Call(Open), Inspect.Get("isabstract").Call(Done));

        Refusing = ClassBuilder.Build("Refusing", "Refusing", "__main__", new Arguments(), ns9 =>
        {
            Any Get_(Any self, Any instance, Any owner)
            {
                throw new AttributeError("refused");
            }
            ns9["__get__"] = new PyFunction("Refusing.__get__", "self, instance, owner=None", (Any self, Any instance, Any owner) => Get_(self, instance, owner));
        });

        Asked = ClassBuilder.Build("Asked", "Asked", "__main__", new Arguments { { "metaclass", Meta } }, ns10 =>
        {
            ns10["eggs"] = Refusing.Call();
        });

        Print(Asked.Get("eggs"));
    }
}
