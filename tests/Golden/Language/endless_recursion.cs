using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EndlessRecursion;

using static Module;

public class Endless : PyObject
{
    public string Represent()
    {
        return Repr(this);
    }

    public Any EqualTo(Any other)
    {
        return Operators.Compare(Comparison.Eq, this, other);
    }

    public PyInt GetLength()
    {
        return Len(this);
    }

    public Any Getattr(Any name)
    {
        return GetAttr(this, name);
    }

    public Any Add(Any other)
    {
        return (Any)this + other;
    }

    public string ToText()
    {
        return F($"{this}");
    }

    public Any Invoke()
    {
        return ((Any)this).Call();
    }

    public Any Iterate()
    {
        return Iter(this);
    }

    public bool ToBool()
    {
        return ((Any)this).Truth;
    }

    public PyInt ComputeHash()
    {
        return Hash(this);
    }

    public static readonly PyType Type = PyType.Emitted("Endless", "__main__")
        .Constructor("", _ => new Endless())
        .Method("__repr__", self => self.As<Endless>().Represent())
        .Method("__eq__", "self, other", (self, other) => self.As<Endless>().EqualTo(other))
        .Method("__len__", self => self.As<Endless>().GetLength())
        .Method("__getattr__", "self, name", (self, name) => self.As<Endless>().Getattr(name))
        .Method("__add__", "self, other", (self, other) => self.As<Endless>().Add(other))
        .Method("__str__", self => self.As<Endless>().ToText())
        .Method("__call__", self => self.As<Endless>().Invoke())
        .Method("__iter__", self => self.As<Endless>().Iterate())
        .Method("__bool__", self => self.As<Endless>().ToBool())
        .Method("__hash__", self => self.As<Endless>().ComputeHash());
    public override PyType Class => Type;
}

public class QueueError : ValueError
{
    public QueueError(Any name, Any table) : base(name)
    {
        Table = table;
    }

    public Any Table { get; set; }

    public string Process()
    {
        var manager = Pytocs.Runtime.Async.Context.Of(GuardManager(1));
        PyInt a = manager.Enter();
        try
        {
            var manager2 = Pytocs.Runtime.Async.Context.Of(GuardManager(2));
            manager2.Enter();
            try
            {
                return ToStr(this) + ToStr(a);
            }
            catch (BaseException error2)
            {
                if (!manager2.Exit(error2))
                {
                    throw;
                }
            }
            finally
            {
                manager2.Exit();
            }
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
        throw new UnreachableException();
    }

    public static new readonly PyType Type = PyType.Emitted("QueueError", "__main__", ValueError.Type)
        .Constructor("name, table", a => new QueueError(a[0], a[1]))
        .Field("table", self => self.As<QueueError>().Table, (self, value) => self.As<QueueError>().Table = value)
        .Method("process", self => self.As<QueueError>().Process());
    protected override PyType NativeClass => Type;
}

/// <summary>Recursion without an end, through functions and special methods: each ends with RecursionError, soon.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("endless_recursion.py", args, Run);

    public static void Attempt(string name, Any function)
    {
        try
        {
            function.Call();
        }
        catch (RecursionError e)
        {
            Print(name, PyType.Of(e).Name);
        }
    }

    public static PyInt Caught()
    {
        Recursion.Check();
        try
        {
            return Caught();
        }
        catch (ValueError)
        {
            return -1;
        }
    }

    public static Any First(PyInt n)
    {
        Recursion.Check();
        return Second(n);
    }

    public static Any Second(PyInt n)
    {
        Recursion.Check();
        return First(n);
    }

    public static IEnumerable<Any> Delegating(PyInt n)
    {
        Recursion.Check();
        foreach (var item in Delegating(n + 1))
        {
            yield return item;
        }
    }

    public static PyInt Deep(PyInt n)
    {
        Recursion.Check();
        return n == 0 ? 0 : 1 + Deep(n - 1);
    }

    public static IEnumerable<PyInt> Guard(PyInt x)
    {
        Print("in", x);
        yield return x;
        Print("out", x);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any sys = Modules.Import("sys");

        foreach (var (name, function) in new PyDict<string, Any> { ["caught"] = CaughtFunction, ["repr"] = new PyFunction("<lambda>", "", () => (Any)Repr(new Endless())), ["eq"] = new PyFunction("<lambda>", "", () => Operators.Compare(Comparison.Eq, new Endless(), 1)), ["len"] = new PyFunction("<lambda>", "", () => (Any)Len(new Endless())), ["getattr"] = new PyFunction("<lambda>", "", () => ((Any)new Endless()).Get("q")), ["add"] = new PyFunction("<lambda>", "", () => (Any)new Endless() + 1), ["str"] = new PyFunction("<lambda>", "", () => (Any)ToStr(new Endless())), ["call"] = new PyFunction("<lambda>", "", () => ((Any)new Endless()).Call()), ["iter"] = new PyFunction("<lambda>", "", () => (Any)new PyList<Any>(Sequences.Of(new Endless()))), ["bool"] = new PyFunction("<lambda>", "", () => (Any)((Any)new Endless()).Truth), ["hash"] = new PyFunction("<lambda>", "", () => (Any)Hash(new Endless())), ["mutual"] = new PyFunction("<lambda>", "", () => First(1)), ["delegating"] = new PyFunction("<lambda>", "", () => Generator.Of("delegating", Delegating(0)).Next()), ["deep"] = new PyFunction("<lambda>", "", () => (Any)Deep(2000)) }.Items)
        {
            Attempt(name, function);
        }
        Print(Deep(900));
        sys.Get("setrecursionlimit").Call(5000);
        Print(Deep(4000));

        Print(new QueueError("n", (PyList<Any>)[1]).Process());
    }

    public static readonly Any CaughtFunction = new PyFunction("caught", "", () => Caught());
    public static GeneratorContext<PyInt> GuardManager(PyInt x) => GeneratorContext.Of("guard", "guard", () => Guard(x));
}
