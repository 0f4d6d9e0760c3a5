using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Prices;

/// <summary>The cheapest offer for each article.</summary>
public static class Module
{
    internal static Any Defaultdict = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("prices.py", args, Run);

    public static PyDict<Any, Any> Cheapest(string text)
    {
        Any offers = Defaultdict.Call(Builtins.Get("list"));
        foreach (var line in Str.SplitLines(text))
        {
            var (article, shop, price) = Sequences.Unpack3(Str.Split(line));
            offers[article].Invoke("append", PyTuple.Of(PyInt.Parse(price), shop));
        }
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any article = items[0];
                Any prices = items[1];
                yield return (article, Sequences.Min(Sequences.Of(prices)));
            }
        }
        return new PyDict<Any, Any>(Items(Sequences.Of(offers.Invoke("items"))));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any article = default;
        Any price = default;
        Any shop = default;
        Defaultdict = Modules.ImportFrom("collections", "defaultdict");

        string offers = "cup north 350\ncup south 325\nlamp north 2495\nlamp west 2450\n";

        foreach (var item in Cheapest(offers).Items)
        {
            var items = item;
            article = items.Item1;
            var items2 = Operators.Unpack(items.Item2, 2);
            price = items2[0];
            shop = items2[1];
            Print(F($"{article:<6}{price / 100:>7.2f}  {shop}"));
        }
    }
}
