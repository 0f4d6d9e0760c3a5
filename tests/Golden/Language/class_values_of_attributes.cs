using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassValuesOfAttributes;

using static Module;

public class Shared : PyObject
{
    public static void SetUp()
    {
        ((Any)Shared.Type).Set("shared", new PyDict<Any, Any> { ["k"] = 1 });
    }

    public static void TearDown()
    {
        ((Any)Shared.Type).Set("shared", Any.None);
    }

    public Any Get_()
    {
        return ((Any)this).Get("shared")["k"];
    }

    public static readonly PyType Type = PyType.Emitted("Shared", "__main__")
        .Constructor("", _ => new Shared())
        .ClassMethod("set_up", "cls", a => Shared.SetUp())
        .ClassMethod("tear_down", "cls", a => Shared.TearDown())
        .Method("get", self => self.As<Shared>().Get_());
    public override PyType Class => Type;
}

public class Late_ : PyObject
{
    public Any Get_()
    {
        return ((Any)this).Get("count");
    }

    public static readonly PyType Type = PyType.Emitted("Late", "__main__")
        .Constructor("", _ => new Late_())
        .Method("get", self => self.As<Late_>().Get_());
    public override PyType Class => Type;
}

public class Perhaps : PyObject
{
    public Perhaps(Any size)
    {
        if (size.Truth)
        {
            ((Any)this).Set("size", size);
        }
    }

    public static void Configure(Any cls, Any size)
    {
        cls.Set("size", size);
    }

    public Any Get_()
    {
        return ((Any)this).Get("size");
    }

    public static readonly PyType Type = PyType.Emitted("Perhaps", "__main__")
        .Constructor("size=None", a => new Perhaps(a[0]))
        .ClassMethod("configure", "cls, size", a => Perhaps.Configure(a[0], a[1]))
        .Method("get", self => self.As<Perhaps>().Get_());
    public override PyType Class => Type;
}

public class Derived : Perhaps
{
    public Derived(Any size) : base(size)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Perhaps.Type)
        .Constructor("size=None", a => new Derived(a[0]));
    public override PyType Class => Type;
}

public class Further : Derived
{
    public Further(Any size) : base(size)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Further", "__main__", Derived.Type)
        .Constructor("size=None", a => new Further(a[0]));
    public override PyType Class => Type;
}

public class Surely : PyObject
{
    public Surely()
    {
        Level = 1;
    }

    public Any Level { get; set; }

    public Any Raised()
    {
        Level = Any.AddInPlace(Level, 1);
        return Level;
    }

    public static readonly PyType Type = PyType.Emitted("Surely", "__main__")
        .Constructor("", a => new Surely())
        .Field("level", self => self.As<Surely>().Level, (self, value) => self.As<Surely>().Level = value)
        .Method("raised", self => self.As<Surely>().Raised());
    public override PyType Class => Type;
}

public class Through : PyObject
{
    public void Put()
    {
        Builtins.Get("type").Call(this).Set("first", 8);
        ((Any)this).Get("__class__").Set("second", 7);
    }

    public (Any, Any) Get_()
    {
        return (((Any)this).Get("first"), ((Any)this).Get("second"));
    }

    public static readonly PyType Type = PyType.Emitted("Through", "__main__")
        .Constructor("", _ => new Through())
        .Method("put", self => self.As<Through>().Put())
        .Method("get", self => Generic.ToAny(self.As<Through>().Get_()));
    public override PyType Class => Type;
}

public class Hooked : PyObject
{
    public Any Call_()
    {
        return ((Any)this).Invoke("hook", 2);
    }

    public static readonly PyType Type = PyType.Emitted("Hooked", "__main__")
        .Constructor("", _ => new Hooked())
        .Method("call", self => self.As<Hooked>().Call_());
    public override PyType Class => Type;
}

/// <summary>Attributes that objects have, and that the program gives a class after it was made.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("class_values_of_attributes.py", args, Run);

    public static void Change(Any cls, string name, PyInt value)
    {
        SetAttr(cls, name, value);
    }

    public static Any Double(Any self, Any n)
    {
        return n * 2;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Shared.SetUp();
        Print(new Shared().Get_(), ((Any)Shared.Type).Get("shared"), Builtins.Get("vars").Call(new Shared()));
        Shared.TearDown();
        Print(((Any)new Shared()).Get("shared"));

        ((Any)Late_.Type).Set("count", 4);
        var late = new Late_();
        Print(late.Get_(), Builtins.Get("vars").Call(late));
        ((Any)late).Set("count", 5);
        Print(late.Get_(), ((Any)Late_.Type).Get("count"), Builtins.Get("vars").Call(late), new Late_().Get_());
        ((Any)late).Delete("count");
        Print(late.Get_(), Builtins.Get("vars").Call(late));
        ((Any)Late_.Type).Delete("count");
        try
        {
            Print(late.Get_());
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)Late_.Type).Delete("count");
        }
        catch (AttributeError e)
        {
            Print(e);
        }

        Perhaps.Configure(Perhaps.Type, 4);
        Print(new Perhaps(Any.None).Get_(), new Perhaps(5).Get_(), new Derived(Any.None).Get_(), new Further(6).Get_());
        Perhaps.Configure(Derived.Type, 7);
        Print(new Perhaps(Any.None).Get_(), new Derived(Any.None).Get_(), new Derived(8).Get_(), new Further(Any.None).Get_(), new Further(9).Get_());
        Print(((Any)Further.Type).Get("__dict__").Contains("size"), ((Any)Derived.Type).Get("__dict__").Contains("size"), ((Any)Derived.Type).Get("size"));
        ((Any)Derived.Type).Delete("size");
        Print(new Derived(Any.None).Get_(), HasAttr(Further.Type, "size"));
        ((Any)Perhaps.Type).Delete("size");
        Print(HasAttr(new Further(Any.None), "size"), HasAttr(new Further(1), "size"), HasAttr(Further.Type, "size"));

        var surely = new Surely();
        ((Any)Surely.Type).Set("level", 10);
        Print(surely.Level, surely.Raised(), GetAttr(surely, "level"), ((Any)Surely.Type).Get("level"), Builtins.Get("vars").Call(surely));
        Change(Surely.Type, "level", 20);
        Print(surely.Level, ((Any)Surely.Type).Get("level"), new Surely().Raised());

        new Through().Put();
        Print(Generic.ToAny(new Through().Get_()), ((Any)Through.Type).Get("first"));

        ((Any)Hooked.Type).Set("hook", DoubleFunction);
        Print(new Hooked().Call_());
        var hooked = new Hooked();
        ((Any)hooked).Set("hook", new PyFunction("<lambda>", "n", (Any n) => n * 5));
        Print(hooked.Call_(), new Hooked().Call_());
    }

    public static readonly Any DoubleFunction = new PyFunction("double", "self, n", (Any self, Any n) => Double(self, n));
}
