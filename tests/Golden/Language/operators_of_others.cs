using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OperatorsOfOthers;

using static Module;

public class Tag : PyObject
{
    public Tag(string text)
    {
        Text = text;
    }

    public string Text { get; set; }

    public string RightAdd(Any other)
    {
        return F($"{Repr(other)} + {Text}");
    }

    public string RightMul(Any other)
    {
        return F($"{Repr(other)} * {Text}");
    }

    public string Rmod(Any other)
    {
        return F($"{Repr(other)} % {Text}");
    }

    public static readonly PyType Type = PyType.Emitted("Tag", "__main__")
        .Constructor("text", a => new Tag(a[0].As<string>()))
        .Field("text", self => self.As<Tag>().Text, (self, value) => self.As<Tag>().Text = value.As<string>())
        .Method("__radd__", "self, other", (self, other) => self.As<Tag>().RightAdd(other))
        .Method("__rmul__", "self, other", (self, other) => self.As<Tag>().RightMul(other))
        .Method("__rmod__", "self, other", (self, other) => self.As<Tag>().Rmod(other));
    public override PyType Class => Type;
}

public class Bag : PyObject
{
    public Bag()
    {
        Items = (PyList<Any>)["first"];
    }

    public PyList<Any> Items { get; set; }

    public static readonly PyType Type = PyType.Emitted("Bag", "__main__")
        .Constructor("", a => new Bag())
        .Field("items", self => self.As<Bag>().Items, (self, value) => self.As<Bag>().Items = value.As<PyList<Any>>());
    public override PyType Class => Type;
}

public class Far : PyObject
{
    public PyInt Index()
    {
        return -PyInt.Pow((PyInt)2, 70);
    }

    public static readonly PyType Type = PyType.Emitted("Far", "__main__")
        .Constructor("", _ => new Far())
        .Method("__index__", self => self.As<Far>().Index());
    public override PyType Class => Type;
}

/// <summary>An operand's reflected method goes before what a sequence does by itself; methods that a class lends to objects of other classes.</summary>
public static class Module
{
    internal static Any First = Any.Unbound;
    internal static Any Second = Any.Unbound;
    internal static Any Third = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("operators_of_others.py", args, Run);

    public static (Any, Any) Both(Any a, Tag b)
    {
        return (a + b, a * b);
    }

    public static (Any, Any) Options(Any key, Any other)
    {
        return (key, other);
    }

    public static Any UntilThree(Any x)
    {
        return x == 3 ? Next(Iter(PyTuple.Of())) : x;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyList<Any> rest = default!;

        Print([(Any)"a" + new Tag("x"), (Any)(PyList<Any>)[1] + new Tag("x"), (Any)PyTuple.Of(1) + new Tag("x"), (Any)PyBytes.FromLatin1("b") + new Tag("x"), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("b")) + new Tag("x")], sep: " | ");
        Print([(Any)"a" * new Tag("x"), (Any)(PyList<Any>)[1] * new Tag("x"), (Any)PyTuple.Of() * new Tag("x")], sep: " | ");
        Print(Generic.ToAny(Both("a", new Tag("y"))), Generic.ToAny(Both((PyList<Any>)[2], new Tag("y"))), Generic.ToAny(Both(3, new Tag("y"))));
        Any text = "a";
        text = Any.AddInPlace(text, new Tag("z"));
        Print(text);
        try
        {
            Print("a" + Builtins.Get("object").Call());
        }
        catch (TypeError e)
        {
            Print(e);
        }

        Any stack = ClassBuilder.Build("Stack", "Stack", "__main__", new Arguments(), ns =>
        {
            PyInt Push(Any self, Any item)
            {
                self.Get("items").Invoke("append", item);
                return Len(self.Get("items"));
            }
            ns["push"] = new PyFunction("Stack.push", "self, item", (Any self, Any item) => Push(self, item));
        });

        var bag = new Bag();
        Print(stack.Invoke("push", bag, "second"), bag.Items);

        Any named = ClassBuilder.Build("Named", "Named", "__main__", new Arguments { Builtins.Get("int") }, ns2 =>
        {
            PyInt Index(Any self)
            {
                return 8;
            }
            ns2["__index__"] = new PyFunction("Named.__index__", "self", (Any self) => Index(self));
        });

        Print(((Any)(PyList<PyInt>)[0, 1, 2, 3])[named.Call(2)], "ab" * named.Call(2), ((Any)Sequences.Range(9))[named.Call(3)]);

        foreach (var attempt in new Any[] { new PyFunction("<lambda>", "", () => (Any)"a" * new Far()), new PyFunction("<lambda>", "", () => (Any)(PyList<Any>)[1] * new Far()) })
        {
            try
            {
                Print(attempt.Call());
            }
            catch (OverflowError e)
            {
                Print(e);
            }
        }

        Any built = ClassBuilder.Build("Built", "Built", "__main__", new Arguments(), ns3 =>
        {
            PyInt Init(Any self)
            {
                return 10;
            }
            ns3["__init__"] = new PyFunction("Built.__init__", "self", (Any self) => Init(self));
        });

        try
        {
            built.Call();
        }
        catch (TypeError e)
        {
            Print(e);
        }

        First = 1;
        Second = 1;
        Third = 1;
        Names.Global(First, "first");
        First = Any.Unbound;
        Names.Global(Second, "second");
        Second = Any.Unbound;
        Names.Global(Third, "third");
        Third = Any.Unbound;
        foreach (var read in new Any[] { new PyFunction("<lambda>", "", () => Names.Global(First, "first")), new PyFunction("<lambda>", "", () => Names.Global(Second, "second")), new PyFunction("<lambda>", "", () => Names.Global(Third, "third")) })
        {
            try
            {
                Print(read.Call());
            }
            catch (NameError e)
            {
                Print(e);
            }
        }

        foreach (var wrong in new Any[] { new PyDict<Any, Any> { ["kye"] = 1 }, new PyDict<string, PyInt> { ["othr"] = 2 }, new PyDict<string, PyInt> { ["nothing_like_it"] = 3 } })
        {
            try
            {
                OptionsFunction.Call(new Arguments { new StarStar(wrong) });
            }
            catch (TypeError e)
            {
                Print(e);
            }
        }
        try
        {
            Builtins.Get("sorted").Call(new Arguments { (PyList<Any>)[], { "revers", true } });
        }
        catch (TypeError e)
        {
            Print(e);
        }

        Print(new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(UntilThreeFunction, (PyList<Any>)[1, 2, 3, 4]))), new PyList<Any>(Sequences.Of(Builtins.Get("filter").Call(UntilThreeFunction, (PyList<Any>)[1, 2, 3, 4]))));
        try
        {
            var items = Operators.Unpack(1.5, 1, 0);
            First = items[0];
            rest = items[1].As<PyList<Any>>();
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            Print((PyList<Any>)[..Sequences.Spread(1.5)]);
        }
        catch (TypeError e)
        {
            Print(e);
        }
    }

    public static readonly Any OptionsFunction = new PyFunction("options", "key=1, *, other=2", (Any[] a) => Generic.ToAny(Options(a[0], a[1])));
    public static readonly Any UntilThreeFunction = new PyFunction("until_three", "x", (Any x) => UntilThree(x));
}
