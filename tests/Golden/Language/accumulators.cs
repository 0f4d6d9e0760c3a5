using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Accumulators;

/// <summary>Texts that grow in loops, lookups that may miss, and counting in dicts.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("accumulators.py", args, Run);

    public static (string, string, string) Grow(PyInt n)
    {
        PyInt i = default;
        string text = "<";
        var textText = new StringBuilder(text);
        foreach (var item in Sequences.Range(n))
        {
            i = item;
            textText.Append(ToStr(i));
            if (i == 7)
            {
                break;
            }
        }
        text = textText.ToString();
        text += ">";
        string lines = "";
        i = 0;
        var linesText = new StringBuilder(lines);
        while (i < n)
        {
            foreach (var word in new string[] { "a", "b" })
            {
                linesText.Append(word);
            }
            linesText.Append(F($"{i}\n"));
            i += 1;
        }
        lines = linesText.ToString();
        string seen = "";
        foreach (var item2 in Sequences.Range(n))
        {
            i = item2;
            seen += "x";
            if (Len(seen) > 3)
            {
                return (text, lines, seen);
            }
        }
        return (text, lines, "");
    }

    public static string Guarded(PyList<string> parts)
    {
        string part = default!;
        string text = "";
        try
        {
            foreach (var item in parts)
            {
                part = item;
                text += part;
                if (part == "stop")
                {
                    throw new ValueError(part);
                }
            }
        }
        catch (ValueError e)
        {
            Print(e, text);
        }
        var textText = new StringBuilder(text);
        foreach (var item2 in parts)
        {
            part = item2;
            try
            {
                textText.Append(part);
            }
            finally
            {
                part = "y";
            }
        }
        text = textText.ToString();
        return text;
    }

    public static string Captured(PyList<string> parts)
    {
        string text = default!;
        text = "";

        string Show()
        {
            return text + "|";
        }

        foreach (var part in parts)
        {
            text += part;
        }
        return Show();
    }

    public static IEnumerable<string> Generate(PyList<string> parts)
    {
        string text = "";
        var textText = new StringBuilder(text);
        foreach (var part in parts)
        {
            textText.Append(part);
            yield return part;
        }
        text = textText.ToString();
        yield return text;
    }

    public static PyInt Lookups(PyInt n)
    {
        string name = default!;
        var squares = new PyDict<PyInt, PyInt>(Sequences.Range(0, n, 2).Select(i => (i, i * i)));
        PyInt total = 0;
        for (PyInt i = 0, stop = n; i < stop; i++)
        {
            if (squares.TryItem(i, out var value))
            {
                total += value;
            }
            else
            {
                total -= 1;
            }
        }
        var names = new PyDict<string, string> { ["a"] = "x" };
        foreach (var key in new string[] { "a", "b" })
        {
            if (names.TryItem(key, out var value2))
            {
                name = value2 + "!";
                name += "?";
            }
            else
            {
                name = "none";
            }
            Print(key, name);
        }
        return total;
    }

    public static Any Find_(Any table, PyInt key)
    {
        try
        {
            return table[key];
        }
        catch (KeyError)
        {
            return -1;
        }
    }

    public static PyInt Context_(PyDict<PyInt, PyInt> table, PyInt key)
    {
        PyInt value = default;
        try
        {
            value = table[key];
        }
        catch (KeyError caught)
        {
            throw Raise.During(new ValueError("no such key"), caught);
        }
        return value;
    }

    public static double Counts(PyList<string> words)
    {
        var seen = new PyDict<string, PyInt>();
        foreach (var word in words)
        {
            seen.GetRef(word) += 1;
        }
        var weights = new PyDict<string, double>();
        foreach (var (i, word) in Sequences.Enumerate(words))
        {
            weights.GetRef(word) += (double)i * 0.5;
            weights.GetRef("all") -= 1.0;
        }
        foreach (var word in seen.Keys)
        {
            Print([word, seen[word], weights[word]], end: "; ");
        }
        return weights["all"];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any fallback = ClassBuilder.Build("Fallback", "Fallback", "__main__", new Arguments { Builtins.Get("dict") }, ns =>
        {
            Any Missing(Any self, Any key)
            {
                return key * 100;
            }
            ns["__missing__"] = new PyFunction("Fallback.__missing__", "self, key", (Any self, Any key) => Missing(self, key));
        });

        Print(Generic.ToAny(Grow(5)), Generic.ToAny(Grow(12)));
        Print(Guarded((PyList<string>)["a", "b", "stop", "c"]), Captured((PyList<string>)["p", "q"]), new PyList<string>(Generate((PyList<string>)["m", "n"])));
        Print(Lookups(9), Find_(new PyDict<Any, Any> { [1] = 2 }, 1), Find_(new PyDict<Any, Any> { [1] = 2 }, 5), Find_(fallback.Call(), 3));
        try
        {
            Context_(new PyDict<PyInt, PyInt> { [1] = 2 }, 3);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        Print(Counts(Str.Split("the cat the dog the end")));
        Print(Sequences.Sorted((PyList<PyInt>)[3, PyInt.Pow((PyInt)10, 30), -5, 3, PyInt.Pow((PyInt)10, 18), -PyInt.Pow((PyInt)10, 30)]), Sequences.Sorted((PyList<string>)["b", "", "ab", "a", "B", "😀", "\uFFFF", "é"]));
        Print(Sequences.Sorted((PyList<double>)[2.5, -0.0, 0.0, 1E+300, -1.5], reverse: true), Sequences.Sorted((PyList<bool>)[true, false, true]), Sequences.Sorted((PyList<(PyInt, string)>)[((PyInt)2, "b"), ((PyInt)1, "z"), ((PyInt)2, "a")], reverse: true));
        var pairs = new PyList<(PyInt, PyInt)>(Sequences.Range(40).Select(i => (i * 7 % 5, i)));
        pairs.Sort(key: p => p.Item1, reverse: true);
        Print(pairs);
        Print(((Any)"{}:{:>5}|{!r}|{a}").Invoke("format", new Arguments { 1, "x", "y", { "a", 2 } }), Str.Format("{0} {0:05.1f} {1[0]}", 3.25, (PyList<Any>)[9]), (PyList<Any>)[TextFormat.Percent("%s/%d", Generic.ToAny(("q", (PyInt)3))), new PyList<Any>(Str.Split("a b\u001Cc\u0085d e").Select(item => (Any)item)), Str.Strip("\u001F x\u3000")]);
        foreach (var bad in new string[] { "{", "}", "{0} {", "{} {0}" })
        {
            for (PyInt i2 = 0; i2 < 2; i2++)
            {
                try
                {
                    Print(Str.Format(bad, 1));
                }
                catch (ValueError e)
                {
                    Print(e);
                }
            }
        }
        Print(F($"{(Any)5:06d}|{(Any)(-5):06d}|{(Any)1234567:,}|{2.5:.2f}|{-0.4:.0f}|{3.14159:+.3f}|{PyInt.Pow((PyInt)2, 70)}|{2.0}|{(Any)7:<4}|{(Any)7:^5}|{"ab":>4}|{1E+22:.1f}|{12345.678:,.1f}|{1.5:08.2f}"));
    }
}
