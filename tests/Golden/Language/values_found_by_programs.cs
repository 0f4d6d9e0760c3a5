using System.Diagnostics;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ValuesFoundByPrograms;

/// <summary>Values as random programs use them: names that lambdas bind, heaps of tuples with lists, unused constants, suppressed groups.</summary>
public static class Module
{
    internal static Any Contextlib = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("values_found_by_programs.py", args, Run);

    public static (PyInt, PyList<string>) Shortest(PyDict<string, PyDict<string, PyInt>> graph, string start, string end)
    {
        PyList<(PyInt, string, PyList<string>)> queue = (PyList<(PyInt, string, PyList<string>)>)[((PyInt)0, start, (PyList<string>)[start])];
        var seen = new PySet<string>();
        while (queue.Count > 0)
        {
            var (cost, node, path) = Heaps.Pop(queue);
            if (node == end)
            {
                return (cost, path);
            }
            if (seen.Contains(node))
            {
                continue;
            }
            seen.Add(node);
            foreach (var (target, step) in graph[node].Items)
            {
                Heaps.Push(queue, (cost + step, target, path + (PyList<string>)[target]));
            }
        }
        throw new LookupError(end);
    }

    public static Any Process(PyInt size)
    {
        Print(((Any)new PyFunction("process.<locals>.<lambda>", "y", (Any y) =>
        {
            PyInt x = default;
            return y + ((x = size) > 3 ? size : x);
        })).Call(3));
        Any pair = new PyFunction("process.<locals>.<lambda>", "y", (Any y) =>
        {
            Any z = default;
            return (Any)(PyList<Any>)[z = y + 1, z];
        });
        return pair.Call(2);
    }

    public static PyInt Unused(bool flag)
    {
        _ = 100.0;
        _ = -1;
        _ = ((PyInt)0, "");
        if (flag)
        {
            _ = 2.5;
        }
        return 3;
    }

    public static void Suppressed()
    {
        try
        {
            var manager = Context.Of(Contextlib.Get("suppress").Call(ValueError.Type));
            manager.Enter();
            try
            {
                throw Raise.Of(Builtins.Get("ExceptionGroup").Call("g", (PyList<Any>)[new ValueError(1), new KeyError("k")]));
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
        }
        catch (BaseException group) when (Except.Matches(group, Builtins.Get("ExceptionGroup")))
        {
            using var handling = Handling.Of(group);
            Print(Repr(group), Repr(((Any)group).Get("__context__")), ((Any)group).Get("__suppress_context__"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Contextlib = Modules.Import("contextlib");

        Print(Generic.ToAny(Shortest(new PyDict<string, PyDict<string, PyInt>> { ["a"] = new PyDict<string, PyInt> { ["b"] = 1, ["c"] = 9 }, ["b"] = new PyDict<string, PyInt> { ["c"] = 2 }, ["c"] = new PyDict<string, PyInt>() }, "a", "c")), Generic.ToAny(Shortest(new PyDict<string, PyDict<string, PyInt>> { ["a"] = new PyDict<string, PyInt>() }, "a", "a")));
        Print(Process(5), ((Any)new PyFunction("<lambda>", "a", (Any a) =>
        {
            Any b = default;
            return (b = a) + b;
        })).Call(2), Sequences.Sorted((PyList<PyInt>)[3, 1], key: v =>
        {
            PyInt k = default;
            return (k = -v) + k;
        }));
        Print(Unused(true));
        Suppressed();
        foreach (var values in new Any[] { (PyList<PyInt>)[1, 2, 3], PyTuple.Of(1, 2, 3), new PyDict<PyInt, PyInt> { [1] = 2, [3] = 4, [5] = 6 } })
        {
            try
            {
                var items = Operators.Unpack(values, 2);
                Any a = items[0];
                Any b = items[1];
            }
            catch (ValueError error)
            {
                Print(error);
            }
        }
    }
}
