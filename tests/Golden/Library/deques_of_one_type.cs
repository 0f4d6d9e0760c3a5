using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DequesOfOneType;

using static Module;

public class Window : PyObject
{
    public Window(PyInt size)
    {
        Items = new PyDeque<double>(null, maxLength: size);
    }

    public PyDeque<double> Items { get; set; }

    public Any Push(double value)
    {
        Items.Append(value);
        return Sequences.Sum(Items) / Len(Items);
    }

    public static readonly PyType Type = PyType.Emitted("Window", "__main__")
        .Constructor("size", a => new Window(a[0].As<PyInt>()))
        .Field("items", self => self.As<Window>().Items, (self, value) => self.As<Window>().Items = value.As<PyDeque<double>>())
        .Method("push", "self, value", (self, value) => self.As<Window>().Push(value.As<double>()));
    public override PyType Class => Type;
}

/// <summary>Deques of one type and of any.</summary>
public static class Module
{
    internal static Any Deque = Any.Unbound;
    internal static PyDeque<Any> D = default!;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("deques_of_one_type.py", args, Run);

    public static PyInt Bfs(PyList<string> grid, (PyInt, PyInt) start)
    {
        PyInt row = default;
        PyInt col = default;
        var queue = new PyDeque<((PyInt, PyInt), PyInt)>((PyList<((PyInt, PyInt), PyInt)>)[(start, (PyInt)0)]);
        PySet<(PyInt, PyInt)> seen = (PySet<(PyInt, PyInt)>)[start];
        while (queue.Count > 0)
        {
            var items = queue.PopLeft();
            (row, col) = items.Item1;
            PyInt steps = items.Item2;
            if (Str.Index(grid[row], col) == "E")
            {
                return steps;
            }
            foreach (var (dr, dc) in new (PyInt, PyInt)[] { ((PyInt)0, (PyInt)1), ((PyInt)1, (PyInt)0), ((PyInt)0, (PyInt)(-1)), ((PyInt)(-1), (PyInt)0) })
            {
                PyInt r = row + dr;
                PyInt c = col + dc;
                if (0 <= r && r < Len(grid) && (0 <= c && c < Len(grid[0])) && Str.Index(grid[r], c) != "#" && !seen.Contains((r, c)))
                {
                    seen.Add((r, c));
                    queue.Append(((r, c), steps + 1));
                }
            }
        }
        return -1;
    }

    public static PyList<Any> SlidingMax(PyList<PyInt> nums, PyInt k)
    {
        var best = new PyDeque<Any>();
        PyList<Any> @out = (PyList<Any>)[];
        foreach (var (i, n) in Sequences.Enumerate(nums))
        {
            while (best.Count > 0 && ((Any)nums)[best[-1]] <= n)
            {
                best.Pop();
            }
            best.Append(i);
            if (best[0] == i - k)
            {
                best.PopLeft();
            }
            if (i >= k - 1)
            {
                @out.Append(((Any)nums)[best[0]]);
            }
        }
        return @out;
    }

    public static PyList<string> Rounds(PyList<string> names, PyInt count)
    {
        var ring = new PyDeque<string>(names);
        PyList<string> order = (PyList<string>)[];
        while (ring.Count > 0)
        {
            ring.Rotate(-count);
            order.Append(ring.Pop());
        }
        return order;
    }

    public static Any Consume(PyDeque<Any> source, Any into)
    {
        while (source.Count > 0)
        {
            into.Invoke("append", source.PopLeft());
        }
        return into;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        PyList<Any> rest = default!;
        Any copy = Modules.Import("copy");
        Deque = Modules.ImportFrom("collections", "deque");

        Print(Bfs((PyList<string>)["S.#", "..#", "#.E"], ((PyInt)0, (PyInt)0)), SlidingMax((PyList<PyInt>)[1, 3, -1, -3, 5, 3, 6, 7], 3), Rounds((PyList<string>)["a", "b", "c", "d"], 2));
        var w = new Window(3);
        Print(new PyList<Any>(new double[] { 1.0, 2.0, 3.0, 10.0 }.Select(x => Builtins.Get("round").Call(w.Push(x), 2))), w.Items, ((Any)w.Items).Get("maxlen"));
        D = new PyDeque<Any>(((PyList<PyInt>)[3, 1, 2]).Select(item => (Any)item));
        D.AppendLeft(0);
        D.Extend(((PyList<PyInt>)[7, 8]).Select(item2 => (Any)item2));
        D.ExtendLeft(((PyList<PyInt>)[-1, -2]).Select(item3 => (Any)item3));
        Print(D, Len(D), D[0], D[-1], ((Any)D).Contains(7), ((Any)D).Invoke("index", 1), ((Any)D).Invoke("count", 1), new PyList<Any>(D), Sequences.Sorted(D), Sum(D), Sequences.Max(D));
        D.Rotate(2);
        D.Rotate();
        D.Reverse();
        D.Remove(7);
        Print(D, new PyList<Any>(D.Select(x => x * 2)), D.Count > 0, Operators.Compare(Comparison.Eq, D, new PyDeque<PyInt>((PyList<PyInt>)[1])), Operators.Compare(Comparison.Eq, D, D.Copy()), Operators.Is(D.Copy(), D));
        D.Clear();
        Print(D, !(D.Count > 0), Repr(D), ToStr(D), F($"{D}"));
        foreach (var act in new Any[] { new PyFunction("<lambda>", "", () => D.Pop()), new PyFunction("<lambda>", "", () => D.PopLeft()), new PyFunction("<lambda>", "", () => D[0]), new PyFunction("<lambda>", "", () => Functions.None(() => D.Remove(3))) })
        {
            try
            {
                act.Call();
            }
            catch (BaseException e) when (e is IndexError || e is ValueError)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        var words = new PyDeque<Any>(Str.Characters("hello").Select(item4 => (Any)item4));
        words.Extend(words);
        Print(Str.JoinAny("", words), words[2], Str.JoinAny("", Builtins.Get("reversed").Call(words)));
        var mixed = new PyDeque<Any>((PyList<Any>)[1, "a"]);
        mixed.Append(Any.None);
        Print(mixed, mixed[1]);
        try
        {
            foreach (var x in words)
            {
                words.Append(x);
            }
        }
        catch (RuntimeError e)
        {
            Print(e);
        }
        var shared = new PyDeque<Any>(null, maxLength: 2);
        for (PyInt n = 0; n < 4; n++)
        {
            shared.Append(n);
        }
        Print(shared, ((Any)shared).Get("maxlen"), copy.Get("copy").Call(shared), new PyDeque<Any>(shared, maxLength: 1), (Any)shared + new PyDeque<Any>(((PyList<PyInt>)[9]).Select(item5 => (Any)item5)));
        ((Any)shared).SetItem(0, 5);
        ((Any)shared).DeleteItem(1);
        ((Any)shared).Invoke("insert", 0, 4);
        Print(shared, IsInstance(shared, Deque), PyType.Of(shared).Name);
        var stack = new PyDeque<Any>();
        stack.Append((PyList<Any>)[1]);
        stack[-1].Invoke("append", 2);
        stack.Append((PyList<Any>)[]);
        Any top = stack.Pop();
        top.Invoke("append", 9);
        Print(stack, top, stack[0][1]);
        var items = Operators.Unpack(new PyDeque<PyInt>((PyList<PyInt>)[1, 2, 3]), 1, 0);
        PyInt first = items[0].As<PyInt>();
        rest = items[1].As<PyList<Any>>();
        Print(first, rest, (PyList<string>)[..new PyDeque<string>(Str.Characters("ab"))], Builtins.Get("dict").Call(Builtins.Get("enumerate").Call(new PyDeque<Any>(Str.Characters("xy").Select(item6 => (Any)item6)))), Builtins.Get("tuple").Call(new PyDeque<Any>(((PyList<PyInt>)[1]).Select(item7 => (Any)item7))), new PySet<PyInt>(new PyDeque<PyInt>((PyList<PyInt>)[2])));
        Any push = ((Any)stack).Get("append");
        push.Call((PyList<Any>)[5]);
        Print(stack, new PyDeque<(PyInt, string)>((PyList<(PyInt, string)>)[((PyInt)1, "a"), ((PyInt)2, "b")])[1].Item1);
        PyDeque<PyInt>? maybe = null;
        if (Len(stack) > 1)
        {
            maybe = new PyDeque<PyInt>((PyList<PyInt>)[1]);
        }
        if (((Any)maybe).Truth)
        {
            Print(maybe.NotNone("popleft").PopLeft(), maybe);
        }
        try
        {
            new PyDeque<PyInt>((PyList<PyInt>)[1], maxLength: -1);
        }
        catch (ValueError e)
        {
            Print(e);
        }

        Print(Consume(new PyDeque<Any>(((PyList<PyInt>)[1, 2]).Select(item8 => (Any)item8)), new PyDeque<Any>()), Consume(new PyDeque<Any>(Str.Characters("ab").Select(item9 => (Any)item9)), (PyList<Any>)[]));
    }
}
