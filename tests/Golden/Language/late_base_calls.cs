using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LateBaseCalls;

using static Module;

/// <summary>Tells what is wrong.</summary>
public class ShapeError : PyException
{
    public ShapeError(PyInt code, string message = "bad shape") : base(message)
    {
        Code = code;
        Message_ = message;
    }

    public PyInt Code { get; set; }
    public string Message_ { get; set; }

    public string ToText()
    {
        return F($"[{Code}] {Message_}");
    }

    public static new readonly PyType Type = PyType.Emitted("ShapeError", "__main__", PyException.Type)
        .Doc("Tells what is wrong.")
        .Constructor("code, message=", a => new ShapeError(a[0].As<PyInt>(), a[1].As<string>()), "bad shape")
        .Field("code", self => self.As<ShapeError>().Code, (self, value) => self.As<ShapeError>().Code = value.As<PyInt>())
        .Field("message", self => self.As<ShapeError>().Message_, (self, value) => self.As<ShapeError>().Message_ = value.As<string>())
        .Method("__str__", "self", a => a[0].As<ShapeError>().ToText());
    protected override PyType NativeClass => Type;
}

public class Animal : PyObject
{
    public Animal(string name, PyInt legs)
    {
        this.Name = name;
        Legs = legs;
    }

    public string Name { get; set; }
    public PyInt Legs { get; set; }

    public virtual string Describe()
    {
        return F($"{this.Name} with {Legs} legs");
    }

    public static readonly PyType Type = PyType.Emitted("Animal", "__main__")
        .Constructor("name, legs", a => new Animal(a[0].As<string>(), a[1].As<PyInt>()))
        .Field("name", self => self.As<Animal>().Name, (self, value) => self.As<Animal>().Name = value.As<string>())
        .Field("legs", self => self.As<Animal>().Legs, (self, value) => self.As<Animal>().Legs = value.As<PyInt>())
        .Method("describe", "self", a => a[0].As<Animal>().Describe());
    public override PyType Class => Type;
}

public class Dog : Animal
{
    public Dog(string name, PyList<string> tricks) : base(name, 4)
    {
        Tricks = tricks;
        Count = 0;
        Loud = true;
    }

    public PyList<string> Tricks { get; set; }
    public PyInt Count { get; set; }
    public bool Loud { get; set; }

    public override string Describe()
    {
        return base.Describe() + F($" and {Len(Tricks)} tricks");
    }

    public static new readonly PyType Type = PyType.Emitted("Dog", "__main__", Animal.Type)
        .Constructor("name, tricks", a => new Dog(a[0].As<string>(), a[1].As<PyList<string>>()))
        .Field("tricks", self => self.As<Dog>().Tricks, (self, value) => self.As<Dog>().Tricks = value.As<PyList<string>>())
        .Field("count", self => self.As<Dog>().Count, (self, value) => self.As<Dog>().Count = value.As<PyInt>())
        .Field("loud", self => self.As<Dog>().Loud, (self, value) => self.As<Dog>().Loud = value.As<bool>())
        .Method("describe", "self", a => a[0].As<Dog>().Describe());
    public override PyType Class => Type;
}

public class Watcher : Animal
{
    public Watcher(string name) : base(name, 0)
    {
        Recursion.Check();
        Log = (PyList<string>)[];
    }

    public PyList<string> Log { get; set; }
    public static new readonly PyType Type = PyType.Emitted("Watcher", "__main__", Animal.Type)
        .Constructor("name", a => new Watcher(a[0].As<string>()))
        .Field("log", self => self.As<Watcher>().Log, (self, value) => self.As<Watcher>().Log = value.As<PyList<string>>());
    public override PyType Class => Type;
}

/// <summary>An __init__ that sets attributes of its own before it calls its base's.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("late_base_calls.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any eager = ClassBuilder.Build("Eager", "Eager", "__main__", new Arguments(), ns =>
        {
            void Init(Any self)
            {
                self.Invoke("setup");
            }
            ns["__init__"] = new PyFunction("Eager.__init__", "self", (Any self) => Functions.None(() => Init(self)));

            void Setup(Any self)
            {
                self.Set("size", 1);
            }
            ns["setup"] = new PyFunction("Eager.setup", "self", (Any self) => Functions.None(() => Setup(self)));
        });

        Any laterClass = Any.Unbound;
        laterClass = ClassBuilder.Build("Later", "Later", "__main__", new Arguments { eager }, ns2 =>
        {
            void Init(Any self, Any size)
            {
                self.Set("wanted", size);
                ((Any)new Super(laterClass.As<PyType>(), self)).Invoke("__init__");
            }
            ns2["__init__"] = new PyFunction("Later.__init__", "self, size", (Any self, Any size) => Functions.None(() => Init(self, size)));

            void Setup(Any self)
            {
                self.Set("size", self.Get("wanted"));
            }
            ns2["setup"] = new PyFunction("Later.setup", "self", (Any self) => Functions.None(() => Setup(self)));
            ns2.ClassCell(made2 => laterClass = made2);
        });
        Any later = laterClass;

        try
        {
            throw new ShapeError(3);
        }
        catch (ShapeError e)
        {
            Print(e, ((Any)e).Get("args"), e.Code, Repr(e));
        }
        var d = new Dog("Rex", (PyList<string>)["sit"]);
        Print(d.Describe(), d.Loud, d.Count, new Watcher("w").Describe(), new Watcher("w").Log);
        Print(later.Call(5).Get("size"));

        Any configClass = Any.Unbound;
        configClass = ClassBuilder.Build("Config", "Config", "__main__", new Arguments { Builtins.Get("dict") }, ns3 =>
        {
            void Init(Any self, Any path, PyDict<Any, Any> values)
            {
                self.Set("path", path);
                ((Any)new Super(configClass.As<PyType>(), self)).Invoke("__init__", values);
            }
            ns3["__init__"] = new PyFunction("Config.__init__", "self, path, **values", (Any[] a) => Functions.None(() => Init(a[0], a[1], a[2].As<PyDict<Any, Any>>())));
            ns3.ClassCell(made3 => configClass = made3);
        });
        Any config = configClass;

        Any @base = ClassBuilder.Build("Base", "Base", "__main__", new Arguments(), ns4 =>
        {
            void Init(Any self, Any a, Any b)
            {
                self.Set("a", a);
                self.Set("b", b);
            }
            ns4["__init__"] = new PyFunction("Base.__init__", "self, a, b=2", (Any self, Any a, Any b) => Functions.None(() => Init(self, a, b)));
        });

        Any overwrittenClass = Any.Unbound;
        overwrittenClass = ClassBuilder.Build("Overwritten", "Overwritten", "__main__", new Arguments { @base }, ns5 =>
        {
            void Init(Any self, Any a)
            {
                self.Set("a", "mine");
                ((Any)new Super(overwrittenClass.As<PyType>(), self)).Invoke("__init__", a);
            }
            ns5["__init__"] = new PyFunction("Overwritten.__init__", "self, a", (Any self, Any a) => Functions.None(() => Init(self, a)));
            ns5.ClassCell(made5 => overwrittenClass = made5);
        });
        Any overwritten = overwrittenClass;

        Any defaultedClass = Any.Unbound;
        defaultedClass = ClassBuilder.Build("Defaulted", "Defaulted", "__main__", new Arguments { @base }, ns6 =>
        {
            void Init(Any self, Any items, Any label)
            {
                self.Set("items", items);
                self.Set("label", label);
                self.Set("seen", new PyDict<Any, Any>());
                ((Any)new Super(defaultedClass.As<PyType>(), self)).Invoke("__init__", Len(items));
                self.Set("b", Any.AddInPlace(self.Get("b"), 1));
            }
            ns6["__init__"] = new PyFunction("Defaulted.__init__", "self, items, label=", (Any self, Any items, Any label) => Functions.None(() => Init(self, items, label)), "x");
            ns6.ClassCell(made6 => defaultedClass = made6);
        });
        Any defaulted = defaultedClass;

        Print(config.Call(new Arguments { "p", { "x", 1 } }), config.Call("p").Get("path"));
        Print(overwritten.Call(1).Get("a"), defaulted.Call((PyList<Any>)[1, 2]).Get("a"), defaulted.Call((PyList<Any>)[]).Get("b"), defaulted.Call(new Arguments { (PyList<Any>)[], { "label", "y" } }).Get("label"), defaulted.Call((PyList<Any>)[1]).Get("seen"));
    }
}
