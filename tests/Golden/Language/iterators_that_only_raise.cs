using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace IteratorsThatOnlyRaise;

using static Module;

public class E : PyObject, IEnumerable<Any>
{
    public E Iterate()
    {
        return this;
    }

    public Any MoveOn()
    {
        PyInt.FloorDiv((PyInt)3, 0);
        return Any.None;
    }

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<Any> GetEnumerator() => Sequences.Enumerate<Any>(Iterate().MoveOn);

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("E", "__main__")
        .Constructor("", _ => new E())
        .Method("__iter__", self => self.As<E>().Iterate())
        .Method("__next__", self => self.As<E>().MoveOn());
    public override PyType Class => Type;
}

public class S : PyObject, IEnumerable<Any>
{
    public S Iterate()
    {
        return this;
    }

    public Any MoveOn()
    {
        throw new StopIteration();
    }

    /// <summary>Iterates from C# with foreach.</summary>
    public IEnumerator<Any> GetEnumerator() => Sequences.Enumerate<Any>(Iterate().MoveOn);

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();

    public static readonly PyType Type = PyType.Emitted("S", "__main__")
        .Constructor("", _ => new S())
        .Method("__iter__", self => self.As<S>().Iterate())
        .Method("__next__", self => self.As<S>().MoveOn());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("iterators_that_only_raise.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        try
        {
            new PyList<Any>(new E());
        }
        catch (ZeroDivisionError e)
        {
            Print(e);
        }
        foreach (var x in new S())
        {
            Print(x);
        }
        Print(new PyList<Any>(new S()), new PyList<(PyInt, Any)>(Sequences.Enumerate(new S())));
        try
        {
            foreach (var x in new E())
            {
                Print(x);
            }
        }
        catch (ZeroDivisionError e)
        {
            Print(e);
        }
    }
}
