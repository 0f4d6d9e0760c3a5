using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Walks;

using static Module;

public class Tree : PyObject
{
    public Tree(PyInt value, Tree? left = null, Tree? right = null)
    {
        Value = value;
        Left = left;
        Right = right;
    }

    public PyInt Value { get; set; }
    public Tree? Left { get; set; }
    public Tree? Right { get; set; }

    public IEnumerable<PyInt> Walk()
    {
        Recursion.Check();
        if (Left is not null)
        {
            foreach (var item in Left.Walk())
            {
                yield return item;
            }
        }
        yield return Value;
        if (Right is not null)
        {
            foreach (var item2 in Right.Walk())
            {
                yield return item2;
            }
        }
    }

    public static readonly PyType Type = PyType.Emitted("Tree", "__main__")
        .Constructor("value, left=None, right=None", a => new Tree(a[0].As<PyInt>(), a[1].As<Tree?>(), a[2].As<Tree?>()))
        .Field("value", self => self.As<Tree>().Value, (self, value) => self.As<Tree>().Value = value.As<PyInt>())
        .Field("left", self => self.As<Tree>().Left, (self, value) => self.As<Tree>().Left = value.As<Tree?>())
        .Field("right", self => self.As<Tree>().Right, (self, value) => self.As<Tree>().Right = value.As<Tree?>())
        .Method("walk", self => Generator.Of("walk", "Tree.walk", self.As<Tree>().Walk()));
    public override PyType Class => Type;
}

public class Base : PyObject
{
    public virtual Generator<Any> Items()
    {
        return Generator<Any>.Create("items", "Base.items", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            await y.Yield(1);
            return Any.None;
        }
    }

    public static readonly PyType Type = PyType.Emitted("Base", "__main__")
        .Constructor("", _ => new Base())
        .Method("items", self => self.As<Base>().Items());
    public override PyType Class => Type;
}

public class Derived : Base
{
    public override Generator<Any> Items()
    {
        return Generator<Any>.Create("items", "Derived.items", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            Any sent = await y.Yield(2);
            await y.Yield(sent.IsNone ? 0 : sent);
            return Any.None;
        }
    }

    public static new readonly PyType Type = PyType.Emitted("Derived", "__main__", Base.Type)
        .Constructor("", _ => new Derived())
        .Method("items", self => self.As<Derived>().Items());
    public override PyType Class => Type;
}

/// <summary>Generators that walk a tree through one another; what a test rules out of a type.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("walks.py", args, Run);

    public static PyInt Depth(Tree? tree)
    {
        Recursion.Check();
        if (tree is null)
        {
            return 0;
        }
        return 1 + Numbers.Max(Depth(tree.Left), Depth(tree.Right));
    }

    public static PyInt Leftmost(Tree tree)
    {
        Tree? node = tree;
        var last = tree;
        while (node is not null)
        {
            last = node;
            node = node.Left;
        }
        return last.Value;
    }

    public static string Name_(string? text, PyInt? number)
    {
        if (!((Any)text).Truth)
        {
            return "nothing";
        }
        if (number is not null && number.Value > 2)
        {
            return Str.Repeat(Str.Upper(text!), number.Value);
        }
        return text! + ToStr(number);
    }

    public static IEnumerable<PyInt> Flat(PyList<PyList<PyInt>> rows)
    {
        foreach (var row in rows)
        {
            foreach (var item in row)
            {
                yield return item;
            }
        }
        foreach (var item2 in Sequences.Range(3))
        {
            yield return item2;
        }
    }

    public static IEnumerable<string> Words()
    {
        foreach (var item in Str.Characters("ab"))
        {
            yield return item;
        }
        foreach (var item2 in new PyDict<string, PyInt> { ["k"] = 1 }.Keys)
        {
            yield return item2;
        }
        foreach (var item3 in FlatWords())
        {
            yield return item3;
        }
    }

    public static IEnumerable<string> FlatWords()
    {
        foreach (var word in new string[] { "x", "y" })
        {
            yield return word;
        }
    }

    public static Generator<Any> Result()
    {
        return Generator<Any>.Create("result", "result", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            Any got = await y.YieldFrom(Counted());
            await y.Yield(got);
            return Any.None;
        }
    }

    public static Generator<PyInt> Counted()
    {
        return Generator<PyInt>.Create("counted", "counted", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            await y.Yield(1);
            return 10;
        }
    }

    public static Any Total(Base @base)
    {
        return Sum(@base.Items());
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyInt last = default;

        var root = new Tree(4, new Tree(2, new Tree(1), new Tree(3)), new Tree(5));
        if (root.Left is null)
        {
            throw new AssertionError();
        }
        Print(new PyList<PyInt>(root.Walk()), Depth(root), Leftmost(root), Depth(root.Left));
        Print(Name_("", 1), Name_("ab", 3), Name_("ab", null));
        Print(new PyList<PyInt>(Flat((PyList<PyList<PyInt>>)[(PyList<PyInt>)[1, 2], (PyList<PyInt>)[], (PyList<PyInt>)[3]])), new PyList<string>(Words()), new PyList<Any>(Result().Items));
        Print(Total(new Base()), Total(new Derived()));
        Generator<PyInt> walk = Generator.Of("walk", "Tree.walk", root.Walk());
        Print(walk.Next(), walk.Next());
        walk.Close();
        Print(new PyList<PyInt>(walk.Rest));
        for (PyInt i = 0; i < 2; i++)
        {
            last = i;
        }
        Print(last);
    }
}
