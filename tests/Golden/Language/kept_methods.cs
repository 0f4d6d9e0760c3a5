using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace KeptMethods;

using static Module;

public class Stack : PyObject
{
    public Stack()
    {
        Items = (PyList<Any>)[];
    }

    public PyList<Any> Items { get; set; }

    public void Append(Any x)
    {
        Items.Append(x * 10);
    }

    public static readonly PyType Type = PyType.Emitted("Stack", "__main__")
        .Constructor("", a => new Stack())
        .Field("items", self => self.As<Stack>().Items, (self, value) => self.As<Stack>().Items = value.As<PyList<Any>>())
        .Method("append", "self, x", (self, x) => self.As<Stack>().Append(x));
    public override PyType Class => Type;
}

/// <summary>Methods of containers that a local keeps to call them.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("kept_methods.py", args, Run);

    public static PyList<PyInt> Fill(PyInt n)
    {
        PyList<PyInt> @out = (PyList<PyInt>)[];
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            @out.Append(i * 2);
        }
        return @out;
    }

    public static (PyList<Any>, PyDict<Any, Any>) Words(string text)
    {
        var seen = new PySet<string>();
        var counts = new PyDict<Any, Any>();
        foreach (var w in Str.Split(text))
        {
            seen.Add(w);
            counts[w] = counts.Get((Any)w, 0) + 1;
        }
        return (new PyList<Any>(Sequences.Sorted(seen).Select(item => (Any)item)), counts);
    }

    public static PyList<PyInt> Rotate(PyList<PyInt> items)
    {
        items.Insert(0, items.Pop());
        items.Insert(0, items.Pop(-1));
        return items;
    }

    public static PyList<PyList<PyInt>> PerRow(PyList<PyList<PyInt>> rows)
    {
        PyList<PyList<PyInt>> result = (PyList<PyList<PyInt>>)[];
        foreach (var row in rows)
        {
            PyList<PyInt> line = (PyList<PyInt>)[];
            foreach (var x in row)
            {
                line.Append(x + 1);
            }
            result.Append(line);
        }
        return result;
    }

    public static PyList<Any> Swapped()
    {
        PyList<Any> a = (PyList<Any>)[1];
        Any f = ((Any)a).Get("append");
        a = (PyList<Any>)[2];
        f.Call(3);
        return a;
    }

    public static PyList<Any> Passed()
    {
        PyList<Any> a = (PyList<Any>)[1];
        Any f = ((Any)a).Get("append");
        new PyList<Any>(Sequences.Of(Builtins.Get("map").Call(f, (PyList<Any>)[2, 3])));
        f.Call(4);
        return a;
    }

    public static Any Other(Any s)
    {
        Any put = s.Get("append");
        put.Call(1);
        put.Call(2);
        return s;
    }

    public static PyList<Any> Nested(PyList<PyInt> xs)
    {
        PyList<Any> @out = (PyList<Any>)[];
        Any add = ((Any)@out).Get("append");
        void Inner(PyInt x)
        {
            add.Call(x);
        }
        foreach (var x in xs)
        {
            Inner(x);
        }
        return @out;
    }

    public static PyList<Any> Wrong()
    {
        PyList<Any> @out = (PyList<Any>)[];
        try
        {
            ((Any)@out).Invoke("append", 1, 2);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        try
        {
            ((Any)@out).Invoke("append");
        }
        catch (TypeError e)
        {
            Print(e);
        }
        return @out;
    }

    public static (PyList<Any>, PySet<Any>) Listed(PyList<PyInt> xs)
    {
        PyList<Any> @out = (PyList<Any>)[];
        new PyList<Any>(xs.Where(x => x != 0).Select(x => Functions.None(() => @out.Append(x))));
        var ys = new PySet<Any>(xs.Select(y => Functions.None(() => @out.Append(y))));
        return (@out, ys);
    }

    public static (PyList<Any>, Any, Any) Late_()
    {
        PyList<Any> xs = (PyList<Any>)[3, 1, 2];
        xs.Sort(reverse: true);
        Any idx = ((Any)xs).Get("index");
        return (xs, idx.Call(1), idx.Call(2));
    }

    public static Any Maybe(bool flag)
    {
        Any @out = Any.Unbound;
        Any add = Any.Unbound;
        if (flag)
        {
            @out = (PyList<Any>)[];
            add = @out.Get("append");
        }
        try
        {
            Names.Local(add, "add").Call(1);
            return Names.Local(@out, "out");
        }
        catch (UnboundLocalError e)
        {
            return ToStr(e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(Fill(4), Generic.ToAny(Words("a b a c")), Rotate((PyList<PyInt>)[1, 2, 3]), PerRow((PyList<PyList<PyInt>>)[(PyList<PyInt>)[1, 2], (PyList<PyInt>)[3]]), Swapped(), Passed());
        Print(Other(new Stack()).Get("items"), Other((PyList<Any>)[0]), Nested((PyList<PyInt>)[1, 2]), Wrong(), Generic.ToAny(Listed((PyList<PyInt>)[0, 1])), Generic.ToAny(Late_()));
        Print(Maybe(true), Maybe(false));
    }
}
