// Written by pytocs.
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Prices;

/// <summary>The cheapest offer for each article.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("prices.py", args, Run);

    public static PyDict<string, (PyInt, string)> Cheapest(string text)
    {
        var offers = new PyDefaultDict<string, PyList<(PyInt, string)>>();
        foreach (var line in Str.SplitLines(text))
        {
            var (article, shop, price) = Sequences.Unpack3(Str.Split(line));
            offers[article].Append((PyInt.Parse(price), shop));
        }
        IEnumerable<(string, (PyInt, string))> Items(IEnumerable<(string, PyList<(PyInt, string)>)> source)
        {
            foreach (var (article, prices) in source)
            {
                yield return (article, Sequences.Min(prices));
            }
        }
        return new PyDict<string, (PyInt, string)>(Items(offers.Items));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        string article = default!;
        PyInt price = default;
        string shop = default!;

        string offers = "cup north 350\ncup south 325\nlamp north 2495\nlamp west 2450\n";

        foreach (var item in Cheapest(offers).Items)
        {
            var items = item;
            article = items.Item1;
            (price, shop) = items.Item2;
            Print(F($"{article:<6}{price / 100:>7.2f}  {shop}"));
        }
    }
}
