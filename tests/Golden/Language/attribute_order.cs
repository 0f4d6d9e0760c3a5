using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace AttributeOrder;

using static Module;

public class Game : PyObject
{
    public static PyInt Speed => 5;

    public Game(PyInt n)
    {
        N = n;
        Setup();
        ((Any)this).Set("score", 0);
        More();
        ((Any)this).Set("end", 3);
    }

    public PyInt N { get; set; }

    public void Setup()
    {
        ((Any)this).Set("board", (PyList<Any>)[0] * N);
        ((Any)this).Set("turn", 1);
    }

    public void More()
    {
        ((Any)this).Set("extra", ((Any)this).Get("score"));
        ((Any)this).Get("board").Invoke("append", 1);
    }

    public static readonly PyType Type = PyType.Emitted("Game", "__main__")
        .Attribute("speed", Speed)
        .Constructor("n", a => new Game(a[0].As<PyInt>()))
        .Field("n", self => self.As<Game>().N, (self, value) => self.As<Game>().N = value.As<PyInt>())
        .Method("_setup", self => self.As<Game>().Setup())
        .Method("more", self => self.As<Game>().More());
    public override PyType Class => Type;
}

public class Timed : Game
{
    public Timed(PyInt n) : base(n)
    {
        ((Any)this).Set("seconds", 1);
    }

    public PyInt Faster()
    {
        return Game.Speed + 1;
    }

    public static new readonly PyType Type = PyType.Emitted("Timed", "__main__", Game.Type)
        .Constructor("n", a => new Timed(a[0].As<PyInt>()))
        .Method("faster", self => self.As<Timed>().Faster());
    public override PyType Class => Type;
}

public class Conditional : PyObject
{
    public Conditional(PyInt x)
    {
        X = x;
        if (X != 0)
        {
            ((Any)this).Set("y", 2);
        }
        ((Any)this).Set("z", 3);
        for (PyInt i = 0; i < 2; i++)
        {
            ((Any)this).Set("w", i);
        }
        ((Any)this).Set("v", 4);
    }

    public PyInt X { get; set; }

    public static readonly PyType Type = PyType.Emitted("Conditional", "__main__")
        .Constructor("x", a => new Conditional(a[0].As<PyInt>()))
        .Field("x", self => self.As<Conditional>().X, (self, value) => self.As<Conditional>().X = value.As<PyInt>());
    public override PyType Class => Type;
}

public class Guarded : PyObject
{
    public Guarded()
    {
        BaseException? pending = null;
        try
        {
            ((Any)this).Set("a", 1);
        }
        catch (BaseException error)
        {
            pending = error;
            throw;
        }
        finally
        {
            using var handling = Handling.Of(pending);
            ((Any)this).Set("b", 2);
        }
        ((Any)this).Set("c", 3);
    }

    public static readonly PyType Type = PyType.Emitted("Guarded", "__main__")
        .Constructor("", a => new Guarded());
    public override PyType Class => Type;
}

public class Celsius : PyObject
{
    public Celsius(PyInt degrees)
    {
        Celsius_ = degrees;
        ((Any)this).Set("other", 1);
    }

    public Any Celsius_
    {
        get
        {
            return ((Any)this).Get("_celsius");
        }
        set
        {
            Recursion.Check();
            ((Any)this).Set("_celsius", value);
        }
    }

    public static readonly PyType Type = PyType.Emitted("Celsius", "__main__")
        .Constructor("degrees", a => new Celsius(a[0].As<PyInt>()))
        .Property("celsius", self => self.As<Celsius>().Celsius_, (self, value) => self.As<Celsius>().Celsius_ = value);
    public override PyType Class => Type;
}

public class Computed : PyObject
{
    public static PyInt Count => 0;

    public Computed()
    {
        ((Any)this).Set("count", 5);
        ((Any)this).Set("name", "n");
        ((Any)this).Set("total", Compute());
        ((Any)this).Set("z", 1);
    }

    public Any Compute()
    {
        ((Any)this).Set("cached", 3);
        return ((Any)this).Get("cached");
    }

    public static readonly PyType Type = PyType.Emitted("Computed", "__main__")
        .Attribute("count", Count)
        .Constructor("", a => new Computed())
        .Method("compute", self => self.As<Computed>().Compute());
    public override PyType Class => Type;
}

public class Simple : PyObject
{
    public Simple(PyInt a, PyInt b)
    {
        A = a;
        B = b;
        A = 4;
        a = 1;
        C = 2;
        if (a != 0)
        {
            A = 9;
        }
        D = Len((PyList<PyInt>)[1]);
    }

    public PyInt A { get; set; }
    public PyInt B { get; set; }
    public PyInt C { get; set; }
    public PyInt D { get; set; }

    public static readonly PyType Type = PyType.Emitted("Simple", "__main__")
        .Constructor("a, b=2", a => new Simple(a[0].As<PyInt>(), a[1].As<PyInt>()))
        .Field("a", self => self.As<Simple>().A, (self, value) => self.As<Simple>().A = value.As<PyInt>())
        .Field("b", self => self.As<Simple>().B, (self, value) => self.As<Simple>().B = value.As<PyInt>())
        .Field("c", self => self.As<Simple>().C, (self, value) => self.As<Simple>().C = value.As<PyInt>())
        .Field("d", self => self.As<Simple>().D, (self, value) => self.As<Simple>().D = value.As<PyInt>());
    public override PyType Class => Type;
}

/// <summary>The order of attributes in the dictionaries of objects, and class attributes read through objects of derived classes.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("attribute_order.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        foreach (var thing in new Any[] { new Game(2), new Timed(1), new Conditional(0), new Conditional(1), new Guarded(), new Celsius(3), new Computed(), new Simple(1, 2) })
        {
            Print(PyType.Of(thing).Name, Builtins.Get("vars").Call(thing), new PyList<Any>(Sequences.Of(thing.Get("__dict__"))));
        }
        var timed = new Timed(1);
        Print(Game.Speed, timed.Faster(), ((Any)new Game(1)).Get("speed"), Game.Speed, new PyList<PyInt>(new Timed[] { new Timed(1), new Timed(2) }.Select(t => Game.Speed)));
    }
}
