using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace MixinsAsInterfaces;

using static Module;

public interface IRepository : IPyObject
{
    string? Get_(string key);

    void Put(string key, string value);

    public static readonly PyType Type = PyType.Emitted("Repository", "__main__", PyType.Abc)
        .Method("get", "self, key", (self, key) => self.As<IRepository>().Get_(key.As<string>()))
        .Method("put", "self, key, value", (self, key, value) => self.As<IRepository>().Put(key.As<string>(), value.As<string>()))
        .AbstractMethods("get", "put");
}

/// <summary>Writes lines with the name of the class.</summary>
public interface ILoggingMixin : IPyObject
{
    void Log(Any text, Any level)
    {
        Print(F($"[{Class.Name}:{level}] {text}"));
    }

    void Warn(string text)
    {
        Log("warning: " + text, 2);
    }

    public static readonly PyType Type = PyType.Emitted("LoggingMixin", "__main__")
        .Doc("Writes lines with the name of the class.")
        .Method("log", "self, text, level=1", (self, text, level) => self.As<ILoggingMixin>().Log(text, level))
        .Method("warn", "self, text", (self, text) => self.As<ILoggingMixin>().Warn(text.As<string>()));
}

public interface ICountingMixin : IPyObject
{
    Any Bump()
    {
        Generic.ToAny(this).Set("total", GetAttr(Generic.ToAny(this), "total", 0) + 1);
        return Generic.ToAny(this).Get("total");
    }

    public static readonly PyType Type = PyType.Emitted("CountingMixin", "__main__")
        .Method("bump", self => self.As<ICountingMixin>().Bump());
}

public class MemoryRepository : PyObject, ILoggingMixin, ICountingMixin, IRepository
{
    public MemoryRepository()
    {
        Items = new PyDict<string, string>();
    }

    public PyDict<string, string> Items { get; set; }

    public string? Get_(string key)
    {
        ((ILoggingMixin)this).Log(F($"get {key}"), 1);
        ((ICountingMixin)this).Bump();
        return Items.GetOrNone(key);
    }

    public void Put(string key, string value)
    {
        ((ILoggingMixin)this).Log(F($"put {key}"), 1);
        if (((ICountingMixin)this).Bump() > 1)
        {
            ((ILoggingMixin)this).Warn("again");
        }
        Items[key] = value;
    }

    public static readonly PyType Type = PyType.Emitted("MemoryRepository", "__main__", ILoggingMixin.Type, ICountingMixin.Type, IRepository.Type)
        .Constructor("", a => new MemoryRepository())
        .Field("items", self => self.As<MemoryRepository>().Items, (self, value) => self.As<MemoryRepository>().Items = value.As<PyDict<string, string>>())
        .Method("get", "self, key", (self, key) => self.As<MemoryRepository>().Get_(key.As<string>()))
        .Method("put", "self, key, value", (self, key, value) => self.As<MemoryRepository>().Put(key.As<string>(), value.As<string>()));
    public override PyType Class => Type;
}

public class Animal : PyObject
{
    public Animal(string name)
    {
        this.Name = name;
    }

    public string Name { get; set; }

    public virtual string Speak()
    {
        return "...";
    }

    public static readonly PyType Type = PyType.Emitted("Animal", "__main__")
        .Constructor("name", a => new Animal(a[0].As<string>()))
        .Field("name", self => self.As<Animal>().Name, (self, value) => self.As<Animal>().Name = value.As<string>())
        .Method("speak", self => self.As<Animal>().Speak());
    public override PyType Class => Type;
}

public interface IFlyer : IPyObject
{
    string Fly();

    public static readonly PyType Type = PyType.Emitted("Flyer", "__main__", PyType.Abc)
        .Method("fly", self => self.As<IFlyer>().Fly())
        .AbstractMethods("fly");
}

public interface ISwimmer : IPyObject
{
    /// <summary>Swims.</summary>
    string Swim(double depth);

    public static readonly PyType Type = PyType.Emitted("Swimmer", "__main__", PyType.Abc)
        .Method("swim", "self, depth", (self, depth) => self.As<ISwimmer>().Swim(depth.As<double>()))
        .AbstractMethods("swim");
}

public class Duck : Animal, IFlyer, ISwimmer
{
    public Duck(string name) : base(name)
    {
    }

    public override string Speak()
    {
        return F($"{this.Name}: quack");
    }

    public string Fly()
    {
        return F($"{this.Name} flies");
    }

    public string Swim(double depth)
    {
        return F($"{this.Name} swims at {depth}");
    }

    public static new readonly PyType Type = PyType.Emitted("Duck", "__main__", Animal.Type, IFlyer.Type, ISwimmer.Type)
        .Constructor("name", a => new Duck(a[0].As<string>()))
        .Method("speak", self => self.As<Duck>().Speak())
        .Method("fly", self => self.As<Duck>().Fly())
        .Method("swim", "self, depth", (self, depth) => self.As<Duck>().Swim(depth.As<double>()));
    public override PyType Class => Type;
}

public class Plane : PyObject, IFlyer
{
    public string Fly()
    {
        return "plane flies";
    }

    public static readonly PyType Type = PyType.Emitted("Plane", "__main__", IFlyer.Type)
        .Constructor("", _ => new Plane())
        .Method("fly", self => self.As<Plane>().Fly());
    public override PyType Class => Type;
}

public interface IShape : IPyObject
{
    double Area();

    public static readonly PyType Type = new ProtocolClass("Shape", "__main__")
        .Method("area", "self")
        .Build();
}

public class Square : PyObject, IShape
{
    public Square(double side)
    {
        Side = side;
    }

    public double Side { get; set; }

    public double Area()
    {
        return PyFloat.Pow(Side, 2.0);
    }

    public static readonly PyType Type = PyType.Emitted("Square", "__main__", IShape.Type)
        .Constructor("side", a => new Square(a[0].As<double>()))
        .Field("side", self => self.As<Square>().Side, (self, value) => self.As<Square>().Side = value.As<double>())
        .Method("area", self => self.As<Square>().Area());
    public override PyType Class => Type;
}

public class Rect : PyObject, IShape
{
    public Rect(double w, double h)
    {
        W = w;
        H = h;
    }

    public double W { get; set; }
    public double H { get; set; }

    public double Area()
    {
        return W * H;
    }

    public string Represent()
    {
        return F($"Rect(w={Repr(W)}, h={Repr(H)})");
    }

    public Any EqualTo(Any other)
    {
        if (Operators.Is(this, other))
        {
            return true;
        }
        if (other.Is<Rect>())
        {
            return W == other.As<Rect>().W && H == other.As<Rect>().H;
        }
        return Any.NotImplemented;
    }

    public static readonly PyType Type = PyType.Emitted("Rect", "__main__", IShape.Type)
        .Attribute("__hash__", Any.None)
        .Constructor("w, h", a => new Rect(a[0].As<double>(), a[1].As<double>()))
        .Field("w", self => self.As<Rect>().W, (self, value) => self.As<Rect>().W = value.As<double>())
        .Field("h", self => self.As<Rect>().H, (self, value) => self.As<Rect>().H = value.As<double>())
        .Method("area", self => self.As<Rect>().Area())
        .Method("__repr__", self => self.As<Rect>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Rect>().EqualTo(other));
    public override PyType Class => Type;
}

public interface ISized2 : IPyObject
{
    PyInt Size();

    public static readonly PyType Type = new ProtocolClass("Sized2", "__main__")
        .Method("size", "self")
        .BuildCheckable();
}

public class Bag : Animal, ISized2
{
    public Bag(string name) : base(name)
    {
    }

    public PyInt Size()
    {
        return Len(this.Name);
    }

    public static new readonly PyType Type = PyType.Emitted("Bag", "__main__", Animal.Type, ISized2.Type)
        .Constructor("name", a => new Bag(a[0].As<string>()))
        .Method("size", self => self.As<Bag>().Size());
    public override PyType Class => Type;
}

/// <summary>Mixins, abstract classes and protocols as bases beside a class: C# interfaces.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("mixins_as_interfaces.py", args, Run);

    public static PyList<string> FlyAll(PyList<IFlyer> flyers)
    {
        return new PyList<string>(flyers.Select(f => f.Fly()));
    }

    public static double TotalArea(PyList<IShape> shapes)
    {
        double total = 0.0;
        foreach (var s in shapes)
        {
            total += s.Area();
        }
        return total;
    }

    public static void RunMain()
    {
        IRepository r = new MemoryRepository();
        r.Put("a", "1");
        Print(r.Get_("a"), r.Get_("b"));
        var m = new MemoryRepository();
        ((ILoggingMixin)m).Log("direct", 1);
        ((ILoggingMixin)m).Warn("direct");
        Print(((ICountingMixin)m).Bump(), ((ICountingMixin)m).Bump(), ((Any)m).Get("total"));
        var d = new Duck("don");
        Print(FlyAll((PyList<IFlyer>)[d, new Plane()]), d.Swim(2.0), d.Speak());
        PyList<Animal> animals = (PyList<Animal>)[d, new Animal("x"), new Bag("bag")];
        foreach (var a in animals)
        {
            if (a is IFlyer)
            {
                Print("flyer", ((Any)a).Invoke("fly"));
            }
            else if (IsInstance(a, ISized2.Type))
            {
                Print("sized", ((Any)a).Invoke("size"));
            }
            else
            {
                Print(a.Speak());
            }
        }
        Print(TotalArea((PyList<IShape>)[new Square(2.0), new Rect(1.0, 3.0)]), new Rect(1.0, 2.0));
        Print(new PyList<Any>(Sequences.Of(((Any)MemoryRepository.Type).Get("__mro__")).Select(c => c.Get("__name__"))), new PyList<Any>(Sequences.Of(((Any)Duck.Type).Get("__mro__")).Select(c => c.Get("__name__"))));
        Print(new PyList<Any>(Sequences.Of(((Any)Square.Type).Get("__mro__")).Select(c => c.Get("__name__"))), new PyList<Any>(Sequences.Of(((Any)Rect.Type).Get("__bases__")).Select(c => c.Get("__name__"))));
        Print(m is ILoggingMixin, m is IRepository, d is ISwimmer, new Plane() is ISwimmer, IsSubclass(Duck.Type, IFlyer.Type), IsInstance(d, PyTuple.Of(ISwimmer.Type, Builtins.Get("int"))));
        Print(IsInstance(new Bag("q"), ISized2.Type), IsInstance(3, ISized2.Type), IsInstance(new Square(1.0), Square.Type), IsInstance(new Square(1.0), Rect.Type));
        try
        {
            ((Any)IFlyer.Type).Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)IShape.Type).Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)IRepository.Type).Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        ILoggingMixin x = m;
        x.Log("through the mixin", 1);
        Print(x.Class.Name, x == m, HasAttr(m, "log"), GetAttr(m, "warn").Get("__name__"));
        ((Any)m).Get("log");
        Any f = ((Any)m).Get("log");
        f.Call("bound");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        RunMain();
    }
}
