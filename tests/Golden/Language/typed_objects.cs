using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TypedObjects;

using static Module;

public class Vector : PyObject
{
    public Vector(Any x, Any y)
    {
        X = x;
        Y = y;
    }

    public Any X { get; set; }
    public Any Y { get; set; }

    public Vector Add(Any other)
    {
        return new Vector(X + other.Get("x"), Y + other.Get("y"));
    }

    public Vector Sub(Any other)
    {
        return new Vector(X - other.Get("x"), Y - other.Get("y"));
    }

    public Vector Mul(Any k)
    {
        return new Vector(X * k, Y * k);
    }

    public Any Matmul(Any other)
    {
        return X * other.Get("x") + Y * other.Get("y");
    }

    public string Represent()
    {
        return F($"Vector({X}, {Y})");
    }

    public static readonly PyType Type = PyType.Emitted("Vector", "__main__")
        .Constructor("x, y", a => new Vector(a[0], a[1]))
        .Field("x", self => self.As<Vector>().X, (self, value) => self.As<Vector>().X = value)
        .Field("y", self => self.As<Vector>().Y, (self, value) => self.As<Vector>().Y = value)
        .Method("__add__", "self, other", (self, other) => self.As<Vector>().Add(other))
        .Method("__sub__", "self, other", (self, other) => self.As<Vector>().Sub(other))
        .Method("__mul__", "self, k", (self, k) => self.As<Vector>().Mul(k))
        .Method("__matmul__", "self, other", (self, other) => self.As<Vector>().Matmul(other))
        .Method("__repr__", self => self.As<Vector>().Represent());
    public override PyType Class => Type;
}

public class Money : PyObject
{
    public Money(Any cents)
    {
        Cents = cents;
    }

    public Any Cents { get; set; }

    public Any Add(Any other)
    {
        if (other.Is<Money>())
        {
            return new Money(Cents + other.As<Money>().Cents);
        }
        return Any.NotImplemented;
    }

    public Money RightAdd(Any other)
    {
        return new Money(Cents + other * 100);
    }

    public Money InPlaceAdd(Any other)
    {
        Cents = Any.AddInPlace(Cents, other.Get("cents"));
        return this;
    }

    public string Represent()
    {
        return F($"${Cents / 100:.2f}");
    }

    public static readonly PyType Type = PyType.Emitted("Money", "__main__")
        .Constructor("cents", a => new Money(a[0]))
        .Field("cents", self => self.As<Money>().Cents, (self, value) => self.As<Money>().Cents = value)
        .Method("__add__", "self, other", (self, other) => self.As<Money>().Add(other))
        .Method("__radd__", "self, other", (self, other) => self.As<Money>().RightAdd(other))
        .Method("__iadd__", "self, other", (self, other) => self.As<Money>().InPlaceAdd(other))
        .Method("__repr__", self => self.As<Money>().Represent());
    public override PyType Class => Type;
}

public class Node : PyObject
{
    public Node(PyInt value, Node? following)
    {
        Value = value;
        Following = following;
    }

    public PyInt Value { get; set; }
    public Node? Following { get; set; }

    public Node Last()
    {
        Recursion.Check();
        return Following is null ? this : Following.Last();
    }

    public static readonly PyType Type = PyType.Emitted("Node", "__main__")
        .Constructor("value, following", a => new Node(a[0].As<PyInt>(), a[1].As<Node?>()))
        .Field("value", self => self.As<Node>().Value, (self, value) => self.As<Node>().Value = value.As<PyInt>())
        .Field("following", self => self.As<Node>().Following, (self, value) => self.As<Node>().Following = value.As<Node?>())
        .Method("last", self => self.As<Node>().Last());
    public override PyType Class => Type;
}

public class Account : PyObject
{
    public Account(string owner, double balance)
    {
        Owner = owner;
        Balance = balance;
    }

    public string Owner { get; set; }
    public double Balance { get; set; }

    public virtual double Fee()
    {
        return 1.5;
    }

    public virtual string Describe()
    {
        return F($"{Owner}: {Balance - Fee():.2f}");
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Constructor("owner, balance", a => new Account(a[0].As<string>(), a[1].As<double>()))
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value.As<string>())
        .Field("balance", self => self.As<Account>().Balance, (self, value) => self.As<Account>().Balance = value.As<double>())
        .Method("fee", self => self.As<Account>().Fee())
        .Method("describe", self => self.As<Account>().Describe());
    public override PyType Class => Type;
}

public class Savings : Account
{
    public Savings(string owner, double balance, double rate) : base(owner, balance)
    {
        Rate = rate;
    }

    public double Rate { get; set; }

    public override double Fee()
    {
        return base.Fee() * Rate;
    }

    public override string Describe()
    {
        return "savings of " + base.Describe();
    }

    public static new readonly PyType Type = PyType.Emitted("Savings", "__main__", Account.Type)
        .Constructor("owner, balance, rate", a => new Savings(a[0].As<string>(), a[1].As<double>(), a[2].As<double>()))
        .Field("rate", self => self.As<Savings>().Rate, (self, value) => self.As<Savings>().Rate = value.As<double>())
        .Method("fee", self => self.As<Savings>().Fee())
        .Method("describe", self => self.As<Savings>().Describe());
    public override PyType Class => Type;
}

/// <summary>Arithmetic methods, base methods and links of plain classes, which become direct calls.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("typed_objects.py", args, Run);

    public static void Vectors()
    {
        var v = new Vector(1.5, 2.0);
        for (PyInt i = 0; i < 3; i++)
        {
            v = v.Add(new Vector(0.5, 0.5).Mul(2.0));
        }
        Print(v, v.Sub(new Vector(1.0, 1.0)), Any.MatMul((Any)v, v));
    }

    public static void Money_()
    {
        Any total = Sum((PyList<Money>)[new Money(150), new Money(250)]);
        Print(total, (Any)new Money(5) + new Money(6), (Any)3 + new Money(1));
        Any kept = total;
        total = Any.AddInPlace(total, new Money(100));
        Print(total, Operators.Is(kept, total));
        try
        {
            _ = (Any)new Money(1) + "x";
        }
        catch (TypeError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
    }

    public static void Links()
    {
        Node? head = default;
        head = null;
        for (PyInt value = 0; value < 4; value++)
        {
            head = new Node(value, head);
        }
        Node? node = head;
        PyList<PyInt> values = (PyList<PyInt>)[];
        while (node is not null)
        {
            values.Append(node.Value);
            node = node.Following;
        }
        Print(values, head.NotNone("last").Last().Value);
        foreach (var action in new Any[] { new PyFunction("links.<locals>.<lambda>", "", () => (Any)head.NotNone("last").Last().Following.NotNone("value").Value), new PyFunction("links.<locals>.<lambda>", "", () => (Any)head.NotNone("last").Last().Following.NotNone("last").Last()) })
        {
            try
            {
                action.Call();
            }
            catch (AttributeError e)
            {
                using var handling = Handling.Of(e);
                Print(e, ((Any)e).Get("name"), ((Any)e).Get("obj"));
            }
        }
        try
        {
            head.NotNone("last").Last().Following.NotNoneToSet("value").Value = 3;
        }
        catch (AttributeError e)
        {
            using var handling = Handling.Of(e);
            Print(e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Vectors();
        Money_();
        Links();
        foreach (var account in new Any[] { new Account("ann", 10.0), new Savings("bob", 20.0, 2.0) })
        {
            Print(account.Invoke("describe"));
        }
    }
}
