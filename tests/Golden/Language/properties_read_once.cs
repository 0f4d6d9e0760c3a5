using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace PropertiesReadOnce;

using static Module;

public class A : PyObject
{
    public A()
    {
        N = 0;
    }

    public PyInt N { get; set; }

    public string? Text
    {
        get
        {
            N += 1;
            return Str.Repeat("x", N % 3);
        }
    }

    public string Plain
    {
        get
        {
            N += 1;
            return Str.Repeat("y", N % 3);
        }
    }

    public string F_()
    {
        string? value = default;
        return (value = Text) is not null && value != "" ? value : "none";
    }

    public string G()
    {
        string value = default!;
        return (value = Plain) != "" ? value : "none";
    }

    public string H()
    {
        string value = default!;
        return (value = Plain) != "" ? "some" : value;
    }

    public static readonly PyType Type = PyType.Emitted("A", "__main__")
        .Constructor("", a => new A())
        .Field("n", self => self.As<A>().N, (self, value) => self.As<A>().N = value.As<PyInt>())
        .Property("text", self => self.As<A>().Text)
        .Property("plain", self => self.As<A>().Plain)
        .Method("f", self => self.As<A>().F_())
        .Method("g", self => self.As<A>().G())
        .Method("h", self => self.As<A>().H());
    public override PyType Class => Type;
}

public class B : PyObject
{
    public B()
    {
        N = 0;
    }

    public PyInt N { get; set; }

    public PyInt K
    {
        get
        {
            N += 1;
            return N;
        }
    }

    public bool Chain()
    {
        PyInt middle = default;
        return 0 < (middle = K) && middle < 2;
    }

    public bool Chain2()
    {
        PyInt middle = default;
        return K < (middle = K) && middle < K;
    }

    public bool Inn()
    {
        return Operators.In(K, Generic.ToAny(((PyInt)1, (PyInt)2, (PyInt)3)));
    }

    public void Aug(PyList<Any> xs)
    {
        PyInt target = K;
        ((Any)xs).SetItem(target, Any.AddInPlace(((Any)xs)[target], K));
    }

    public static readonly PyType Type = PyType.Emitted("B", "__main__")
        .Constructor("", a => new B())
        .Field("n", self => self.As<B>().N, (self, value) => self.As<B>().N = value.As<PyInt>())
        .Property("k", self => self.As<B>().K)
        .Method("chain", self => self.As<B>().Chain())
        .Method("chain2", self => self.As<B>().Chain2())
        .Method("inn", self => self.As<B>().Inn())
        .Method("aug", "self, xs", (self, xs) => self.As<B>().Aug(xs.As<PyList<Any>>()));
    public override PyType Class => Type;
}

/// <summary>A property is read once where its value is used twice: in or, and, chains of comparisons and subscripts.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("properties_read_once.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any value = default;
        Any a = new A();
        Print(new PyList<Any>(Sequences.Range(4).Select(_ => a.Invoke("f"))), a.Get("n"), new PyList<Any>(Sequences.Range(4).Select(_ => a.Invoke("g"))), a.Get("n"), new PyList<Any>(Sequences.Range(4).Select(_ => a.Invoke("h"))), a.Get("n"), (value = a.Get("text")).Truth ? value : (Any)"z", a.Get("n"));
        a = new B();
        var xs = (PyList<Any>)[0] * 12;
        Print(a.Invoke("chain"), a.Get("n"), a.Invoke("chain2"), a.Get("n"), a.Invoke("inn"), a.Get("n"));
        a.Invoke("aug", xs);
        Print(xs, a.Get("n"));
    }
}
