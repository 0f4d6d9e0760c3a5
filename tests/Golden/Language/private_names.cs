using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PrivateNames;

using static Module;

public class A : PyObject
{
    public static PyInt Count_ => 0;

    public A()
    {
        Value = 1;
    }

    public Any Value { get; set; }

    public Any Bump_(Any by)
    {
        Value = Any.AddInPlace(Value, by);
        return Value;
    }

    public Any Bump()
    {
        return Bump_(2);
    }

    public Any Secret_ => Value * 10;

    public Any Secret()
    {
        return Secret_;
    }

    public static PyInt Helper(PyInt x)
    {
        return x + 1;
    }

    public PyInt Help()
    {
        return A.Helper(3) + A.Helper(4);
    }

    public Any Peek(A other)
    {
        return other.Value;
    }

    public PyInt Count()
    {
        return A.Count_ + A.Count_;
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Attribute("__count", Count_)
        .Constructor("", a => new A())
        .Field("__value", self => self.As<A>().Value, (self, value) => self.As<A>().Value = value)
        .Method("__bump", "self, by", (self, by) => self.As<A>().Bump_(by))
        .Method("bump", self => self.As<A>().Bump())
        .Property("__secret", self => self.As<A>().Secret_)
        .Method("secret", self => self.As<A>().Secret())
        .StaticMethod("__helper", "x", a => A.Helper(a[0].As<PyInt>()))
        .Method("help", self => self.As<A>().Help())
        .Method("peek", "self, other", (self, other) => self.As<A>().Peek(other.As<A>()))
        .Method("count", self => self.As<A>().Count());
    public override PyType Class => Type;
}

public class B : A
{
    public B() : base()
    {
        Value_ = "b";
    }

    public string Value_ { get; set; }

    public string Bump3()
    {
        return "B bump";
    }

    public (string, string) Own()
    {
        return (Value_, Bump3());
    }

    public static new readonly PyType Type = PyType.Emitted("B", "__main__", A.Type)
        .Constructor("", a => new B())
        .Field("__value", self => self.As<B>().Value_, (self, value) => self.As<B>().Value_ = value.As<string>())
        .Method("__bump", self => self.As<B>().Bump3())
        .Method("own", self => Generic.ToAny(self.As<B>().Own()));
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("private_names.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var a = new A();
        Print(a.Bump(), a.Secret(), a.Help(), a.Peek(new A()), a.Count(), new A().Bump());
        var b = new B();
        Print(b.Bump(), Generic.ToAny(b.Own()), b.Secret());
        Print(a.Value, b.Value_, b.Value);
        try
        {
            ((Any)a).Get("__value");
        }
        catch (AttributeError e)
        {
            Print(e);
        }
        Print(a.Bump_(5), ((Any)A.Type).Get("_A__bump").Get("__name__"), ((Any)A.Type).Get("_A__bump").Get("__qualname__"));
    }
}
