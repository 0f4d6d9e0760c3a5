using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GenericClasses;

using static Module;

public class Stack : PyObject
{
    public Stack()
    {
        Items = (PyList<Any>)[];
    }

    public PyList<Any> Items { get; set; }

    public virtual Any Push(Any item)
    {
        Items.Append(item);
        return this;
    }

    public Any Pop()
    {
        return Items.Pop();
    }

    public PyInt GetLength()
    {
        return Len(Items);
    }

    public static readonly PyType Type = PyType.Emitted("Stack", "__main__", PyType.Generic)
        .Constructor("", a => new Stack())
        .Field("_items", self => self.As<Stack>().Items, (self, value) => self.As<Stack>().Items = value.As<PyList<Any>>())
        .Method("push", "self, item", (self, item) => self.As<Stack>().Push(item))
        .Method("pop", self => self.As<Stack>().Pop())
        .Method("__len__", self => self.As<Stack>().GetLength())
        .Parameters("T");
    public override PyType Class => Type;
}

public class Pair : PyObject
{
    public Pair(Any key, Any value)
    {
        Key = key;
        Value = value;
    }

    public Any Key { get; set; }
    public Any Value { get; set; }

    public Pair Swapped()
    {
        return new Pair(Value, Key);
    }

    public string Represent()
    {
        return F($"{Class.Name}({Repr(Key)}, {Repr(Value)})");
    }

    public static readonly PyType Type = PyType.Emitted("Pair", "__main__", PyType.Generic)
        .Constructor("key, value", a => new Pair(a[0], a[1]))
        .Field("key", self => self.As<Pair>().Key, (self, value) => self.As<Pair>().Key = value)
        .Field("value", self => self.As<Pair>().Value, (self, value) => self.As<Pair>().Value = value)
        .Method("swapped", self => self.As<Pair>().Swapped())
        .Method("__repr__", self => self.As<Pair>().Represent())
        .Parameters("K", "T");
    public override PyType Class => Type;
}

public class Named : Pair
{
    public Named(Any value) : base("name", value)
    {
    }

    public static new readonly PyType Type = PyType.Emitted("Named", "__main__", Pair.Type)
        .Constructor("value", a => new Named(a[0]))
        .Parameters("T");
    public override PyType Class => Type;
}

public class Limited : Stack
{
    public static PyInt Limit => 2;

    public Limited() : base()
    {
    }

    public override Any Push(Any item)
    {
        if (Len(this) >= Limited.Limit)
        {
            throw new OverflowError(F($"no room for {Repr(item)}"));
        }
        return base.Push(item);
    }

    public static new readonly PyType Type = PyType.Emitted("Limited", "__main__", Stack.Type, PyType.Generic)
        .Attribute("limit", Limit)
        .Constructor("", a => new Limited())
        .Method("push", "self, item", (self, item) => self.As<Limited>().Push(item))
        .Parameters("T");
    public override PyType Class => Type;
}

/// <summary>Generic classes: type parameters in brackets and as a base, aliases that are called, errors.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("generic_classes.py", args, Run);

    public static Any Drain(Stack stack)
    {
        Any total = 0;
        while (Len(stack) != 0)
        {
            total = Any.AddInPlace(total, stack.Pop());
        }
        return total;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any typeVar = Modules.ImportFrom("typing", "TypeVar");

        Any t = typeVar.Call("T");
        Any k = typeVar.Call("K");

        var numbers = new Stack();
        numbers.Push(1).Invoke("push", 2);
        Print(Drain(numbers), Len(numbers));
        Print(new Pair("a", 1).Swapped(), new Named(3), new Pair("k", 2));
        Print(((Any)Stack.Type)[Builtins.Get("int")], ((Any)Pair.Type)[PyTuple.Of(Builtins.Get("str"), Builtins.Get("int"))], ((Any)Named.Type)[Builtins.Get("int")], ((Any)Limited.Type)[Builtins.Get("str")]);
        var limited = new Limited();
        limited.Push("a").Invoke("push", "b");
        try
        {
            limited.Push("c");
        }
        catch (OverflowError error)
        {
            Print(error);
        }
        foreach (var code in new Any[] { new PyFunction("<lambda>", "", () => ((Any)Pair.Type)[Builtins.Get("int")]), new PyFunction("<lambda>", "", () => ((Any)Stack.Type)[PyTuple.Of(Builtins.Get("int"), Builtins.Get("str"))]), new PyFunction("<lambda>", "", () => ((Any)Stack.Type)[Builtins.Get("int")][Builtins.Get("str")]) })
        {
            try
            {
                Print(code.Call());
            }
            catch (TypeError error)
            {
                Print(error);
            }
        }
        Print(new PyList<Any>(Sequences.Of(((Any)Limited.Type).Get("__mro__")).Select(c => c.Get("__name__"))), new PyList<Any>(Sequences.Of(((Any)Named.Type).Get("__mro__")).Select(c => c.Get("__name__"))));
        Any intStack = ((Any)Stack.Type)[Builtins.Get("int")];
        Print(intStack.Call().Is<Stack>(), intStack.Call().Invoke("push", 5).Invoke("pop"));
    }
}
