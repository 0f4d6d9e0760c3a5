using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ClassAttributes;

using static Module;

public class Account : PyObject
{
    public static double Interest => 0.02;

    public static string? Currency { get; set; } = null;

    public static PyInt Total { get; set; } = 0;

    public static Any Ids { get; internal set; }

    public static PyList<string> Kinds { get; } = (PyList<string>)["basic", "gold"];

    public static PyDict<string, PyInt> Limits { get; } = new PyDict<string, PyInt> { ["basic"] = 10, ["gold"] = 100 };

    public static PyPattern Pattern { get; internal set; } = default!;

    public static double Twice { get; internal set; }

    public static PyList<string> Names_ { get; internal set; } = default!;

    public Account(Any owner)
    {
        Owner = owner;
        Number = Next(Account.Ids);
        Account.Total += 1;
    }

    public Any Owner { get; set; }
    public Any Number { get; set; }

    public PyInt Limit(string kind)
    {
        return Account.Limits[kind];
    }

    public string? User()
    {
        PyMatch? found = Account.Pattern.Match(Owner);
        return found is not null ? (string?)found.Group(1) : (string?)null;
    }

    public static readonly PyType Type = PyType.Emitted("Account", "__main__")
        .Attribute("interest", Interest)
        .Shared("currency", () => Currency, value => Currency = value.As<string?>())
        .Shared("total", () => Total, value => Total = value.As<PyInt>())
        .Shared("_ids", () => Ids, value => Ids = value)
        .Attribute("kinds", Kinds)
        .Attribute("limits", Limits)
        .Shared("pattern", () => Pattern, value => Pattern = value.As<PyPattern>())
        .Shared("twice", () => Twice, value => Twice = value.As<double>())
        .Shared("names", () => Names_, value => Names_ = value.As<PyList<string>>())
        .Constructor("owner", a => new Account(a[0]))
        .Field("owner", self => self.As<Account>().Owner, (self, value) => self.As<Account>().Owner = value)
        .Field("number", self => self.As<Account>().Number, (self, value) => self.As<Account>().Number = value)
        .Method("limit", "self, kind", (self, kind) => self.As<Account>().Limit(kind.As<string>()))
        .Method("user", self => self.As<Account>().User());
    public override PyType Class => Type;
}

public class Animal : PyObject
{
    public virtual string Sound => "...";

    public virtual PyInt Legs => 4;

    public static PyList<Any> Tricks { get; } = (PyList<Any>)[];

    public string Speak()
    {
        return F($"{Class.Name} says {Sound} on {Legs} legs, {((Any)this).Get("tricks")}");
    }

    public static readonly PyType Type = PyType.Emitted("Animal", "__main__")
        .Attribute("sound", "...")
        .Attribute("legs", 4)
        .Attribute("tricks", Tricks)
        .Constructor("", _ => new Animal())
        .Method("speak", self => self.As<Animal>().Speak());
    public override PyType Class => Type;
}

public class Dog : Animal
{
    public override string Sound => "woof";

    public static new PyList<Any> Tricks { get; } = (PyList<Any>)["sit"];

    public static new readonly PyType Type = PyType.Emitted("Dog", "__main__", Animal.Type)
        .Attribute("sound", "woof")
        .Attribute("tricks", Tricks)
        .Constructor("", _ => new Dog());
    public override PyType Class => Type;
}

public class Bird : Animal
{
    public override string Sound => "tweet";

    public override PyInt Legs => 2;

    public static new readonly PyType Type = PyType.Emitted("Bird", "__main__", Animal.Type)
        .Attribute("sound", "tweet")
        .Attribute("legs", 2)
        .Constructor("", _ => new Bird());
    public override PyType Class => Type;
}

public class Vector : PyObject
{
    public Vector(Any x)
    {
        X = x;
    }

    public Any X { get; set; }

    public Vector Add(Any other)
    {
        return new Vector(X + (other.Is<Vector>() ? other.As<Vector>().X : other));
    }

    public string ToText()
    {
        return F($"<{X}>");
    }

    public static readonly PyType Type = PyType.Emitted("Vector", "__main__")
        .Constructor("x", a => new Vector(a[0]))
        .Field("x", self => self.As<Vector>().X, (self, value) => self.As<Vector>().X = value)
        .Method("__add__", "self, other", (self, other) => self.As<Vector>().Add(other))
        .Method("__str__", self => self.As<Vector>().ToText())
        .Alias("__radd__", "__add__")
        .Alias("__repr__", "__str__");
    public override PyType Class => Type;
}

public class Config : PyObject
{
    public static Any Scale { get; internal set; }

    public static Any Key { get; internal set; }

    public static PyDict<Any, Any> Settings { get; set; } = new PyDict<Any, Any>();

    public (Any, Any) Run_()
    {
        return (((Any)this).Invoke("scale", 4), ((Any)this).Invoke("key", (PyList<Any>)[1, 2]));
    }

    public static readonly PyType Type = PyType.Emitted("Config", "__main__")
        .Shared("scale", () => Scale, value => Scale = value)
        .Shared("key", () => Key, value => Key = value)
        .Shared("settings", () => Settings, value => Settings = value.As<PyDict<Any, Any>>())
        .Constructor("", _ => new Config())
        .Method("run", self => Generic.ToAny(self.As<Config>().Run_()));
    public override PyType Class => Type;
}

/// <summary>Attributes of classes: counters, registries, values that the class body computes, constants that derived classes replace.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("class_attributes.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any itertools = Modules.Import("itertools");

        Account.Ids = itertools.Get("count").Call(1);
        Account.Pattern = PyPattern.Compile("(\\w+)@(\\w+)");
        Account.Twice = Account.Interest * 2.0;
        Account.Names_ = Sequences.Sorted(Account.Kinds, reverse: true);

        var first = new Account("ann@home");
        var second = new Account("bob");
        Print(first.Number, second.Number, Account.Total, Account.Total, first.User(), second.User());
        Print(Account.Twice, Account.Names_, first.Limit("gold"), Account.Currency, Account.Currency);
        Account.Kinds.Append("platinum");
        Account.Currency = "EUR";
        Print(Account.Kinds, Account.Currency, GetAttr(Account.Type, "total"));
        ((Any)first).Set("interest", 0.5);
        Print(((Any)first).Get("interest"), ((Any)second).Get("interest"), ((Any)Account.Type).Get("interest"), Builtins.Get("vars").Call(first));

        foreach (var animal in new Any[] { new Animal(), new Dog(), new Bird() })
        {
            Print(animal.Invoke("speak"));
        }
        Print(((Any)Animal.Type).Get("sound"), ((Any)Dog.Type).Get("sound"), ((Any)Bird.Type).Get("legs"), ((Any)Dog.Type).Get("legs"), Operators.Is(Dog.Tricks, ((Any)new Dog()).Get("tricks")));

        Print((Any)new Vector(1) + new Vector(2), (Any)3 + new Vector(4), (PyList<Vector>)[new Vector(5)], Sum((PyList<Vector>)[new Vector(1), new Vector(2)]), ((Any)Vector.Type).Get("__repr__").Get("__name__"));

        Config.Scale = new PyFunction("Config.<lambda>", "self, n", (Any self, Any n) => n * 2);
        Config.Key = Builtins.Get("len");

        Config.Settings["debug"] = true;
        Print(Generic.ToAny(new Config().Run_()), Config.Settings, ((Any)new Config()).Get("settings"));
        Config.Settings = new PyDict<Any, Any> { ["replaced"] = 1 };
        Print(Config.Settings, ((Any)new Config()).Get("settings"));
    }
}
