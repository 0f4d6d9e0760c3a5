using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassesCalledByMethods;

using static Module;

public class Cart : PyObject
{
    public Cart(PyList<Any> values)
    {
        Values = new PyList<Any>(values.Select(e => e * 2));
    }

    public PyList<Any> Values { get; set; }

    public static Any Empty(Any cls)
    {
        return cls.Call(new PyList<Any>(new PyDict<Any, Any>().Values));
    }

    public static Any Other(Any cls)
    {
        return cls.Call(new PyList<Any>(((PyList<string>)["a"]).Select(x => (Any)x)));
    }

    public static readonly PyType Type = PyType.Emitted("Cart", "__main__")
        .Constructor("values", a => new Cart(a[0].As<PyList<Any>>()))
        .Field("_values", self => self.As<Cart>().Values, (self, value) => self.As<Cart>().Values = value.As<PyList<Any>>())
        .ClassMethod("empty", "cls", a => Cart.Empty(a[0]))
        .ClassMethod("other", "cls", a => Cart.Other(a[0]));
    public override PyType Class => Type;
}

public class Order : Cart
{
    public Order(PyList<Any> values) : base(values)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Order", "__main__", Cart.Type)
        .Constructor("values", a => new Order(a[0].As<PyList<Any>>()));
    public override PyType Class => Type;
}

public class Node : PyObject
{
    public Node(Any items, Any scale)
    {
        Items = new PyList<Any>(Sequences.Of(items).Select(i => i * scale));
    }

    public PyList<Any> Items { get; set; }

    public Any Copy()
    {
        return Builtins.Get("type").Call(this).Call(new Arguments { new PyList<Any>(Items), { "scale", 1.5 } });
    }

    public Any Again()
    {
        return ((Any)this).Invoke("__class__", (PyList<Any>)["a"] + new PyList<Any>(new PyDict<Any, Any>().Keys));
    }

    public static Any Make(Any cls, PyTuple args, PyDict<Any, Any> kw)
    {
        return cls.Call(new Arguments { new Star(args), new StarStar(kw) });
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("items, scale=1", a => new Node(a[0], a[1]))
        .Field("items", self => self.As<Node>().Items, (self, value) => self.As<Node>().Items = value.As<PyList<Any>>())
        .Method("copy", self => self.As<Node>().Copy())
        .Method("again", self => self.As<Node>().Again())
        .ClassMethod("make", "cls, *args, **kw", a => Node.Make(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
    public override PyType Class => Type;
}

public class Leaf : Node
{
    public Leaf(Any items, Any scale) : base(items, scale)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Leaf", "__main__", Node.Type)
        .Constructor("items, scale=2", a => new Leaf(a[0], a[1]));
    public override PyType Class => Type;
}

/// <summary>Constructors that methods call through cls, type(self) and __class__: those of derived classes get the arguments too.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("classes_called_by_methods.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(new Cart((PyList<Any>)[1]).Values, new Order((PyList<Any>)[2]).Values);
        Print(Cart.Empty(Order.Type).Get("_values"), Cart.Empty(Cart.Type).Get("_values"));
        Print(PyType.Of(((Any)new Order((PyList<Any>)[3])).Invoke("empty")).Name);
        Print(new Node((PyList<Any>)[1], 1).Copy().Get("items"), new Leaf((PyList<Any>)[1, 2], 2).Copy().Get("items"), new Leaf((PyList<Any>)[3], 2).Again().Get("items"), Node.Make(Leaf.Type, PyTuple.Of((PyList<Any>)[1]), new PyDict<Any, Any> { ["scale"] = 3 }).Get("items"), Node.Make(Node.Type, PyTuple.Of("ab"), new PyDict<Any, Any>()).Get("items"));
    }
}
