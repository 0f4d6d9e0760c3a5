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
        .Method("__str__", self => self.As<ShapeError>().ToText());
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
        .Method("describe", self => self.As<Animal>().Describe());
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
        .Method("describe", self => self.As<Dog>().Describe());
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

public class Eager : PyObject
{
    public Eager()
    {
        Init();
    }

    protected void Init()
    {
        Setup();
    }

    protected Eager(Construction construction)
    {
    }

    private Late<PyInt> _size;
    public PyInt Size { get => _size.Get(this, "size"); set => _size = value; }

    public virtual void Setup()
    {
        Size = 1;
    }

    public static readonly PyType Type = PyType.Emitted("Eager", "__main__")
        .Constructor("", a => new Eager())
        .Field("size", self => self.As<Eager>()._size.Peek(), (self, value) => self.As<Eager>()._size.Put(value))
        .Method("setup", self => self.As<Eager>().Setup());
    public override PyType Class => Type;
}

public class Later : Eager
{
    public Later(PyInt size) : base(Construction.WithoutInit)
    {
        Wanted = size;
        base.Init();
    }

    public PyInt Wanted { get; set; }

    public override void Setup()
    {
        Size = Wanted;
    }

    public static new readonly PyType Type = PyType.Emitted("Later", "__main__", Eager.Type)
        .Constructor("size", a => new Later(a[0].As<PyInt>()))
        .Field("wanted", self => self.As<Later>().Wanted, (self, value) => self.As<Later>().Wanted = value.As<PyInt>())
        .Method("setup", self => self.As<Later>().Setup());
    public override PyType Class => Type;
}

public class Base : PyObject
{
    public Base(PyInt a, PyInt b)
    {
        Init(a, b);
    }

    protected void Init(PyInt a, PyInt b)
    {
        A = a;
        B = b;
    }

    protected Base(Construction construction)
    {
    }

    public Any A { get; set; }
    public PyInt B { get; set; }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("a, b=2", a => new Base(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("a", self => self.As<Base>().A, (self, value) => self.As<Base>().A = value)
        .Field("b", self => self.As<Base>().B, (self, value) => self.As<Base>().B = value.As<PyInt>());
    public override PyType Class => Type;
}

public class Overwritten : Base
{
    public Overwritten(PyInt a) : base(Construction.WithoutInit)
    {
        A = "mine";
        base.Init(a, 2);
    }

    public static new readonly PyType Type = PyType.Emitted("Overwritten", "__main__", Base.Type)
        .Constructor("a", a => new Overwritten(a[0].As<PyInt>()));
    public override PyType Class => Type;
}

public class Defaulted : Base
{
    public Defaulted(PyList<PyInt> items, string label = "x") : base(Len(items), 2)
    {
        Items = items;
        Label = label;
        Seen = new PyDict<Any, Any>();
        B += 1;
    }

    public PyList<PyInt> Items { get; set; }
    public string Label { get; set; }
    public PyDict<Any, Any> Seen { get; set; }

    public static new readonly PyType Type = PyType.Emitted("Defaulted", "__main__", Base.Type)
        .Constructor("items, label=", a => new Defaulted(a[0].As<PyList<PyInt>>(), a[1].As<string>()), "x")
        .Field("items", self => self.As<Defaulted>().Items, (self, value) => self.As<Defaulted>().Items = value.As<PyList<PyInt>>())
        .Field("label", self => self.As<Defaulted>().Label, (self, value) => self.As<Defaulted>().Label = value.As<string>())
        .Field("seen", self => self.As<Defaulted>().Seen, (self, value) => self.As<Defaulted>().Seen = value.As<PyDict<Any, Any>>());
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
        Print(new Later(5).Size);

        Any configClass = Any.Unbound;
        configClass = ClassBuilder.Build("Config", "Config", "__main__", new Arguments { Builtins.Get("dict") }, ns =>
        {
            void Init(Any self, Any path, PyDict<Any, Any> values)
            {
                self.Set("path", path);
                ((Any)new Super(configClass.As<PyType>(), self)).Invoke("__init__", values);
            }
            ns["__init__"] = new PyFunction("Config.__init__", "self, path, **values", (Any[] a) => Init(a[0], a[1], a[2].As<PyDict<Any, Any>>()));
            ns.ClassCell(made => configClass = made);
        });
        Any config = configClass;

        Print(config.Call(new Arguments { "p", { "x", 1 } }), config.Call("p").Get("path"));
        Print(new Overwritten(1).A, new Defaulted((PyList<PyInt>)[1, 2]).A, new Defaulted((PyList<PyInt>)[]).B, new Defaulted((PyList<PyInt>)[], "y").Label, new Defaulted((PyList<PyInt>)[1]).Seen);
    }
}
