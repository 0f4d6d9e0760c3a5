// Written by pytocs.
using System.Collections.Generic;
using System.Linq;
using Inventory.Model;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace Inventory.Report;

/// <summary>Text for people.</summary>
public static class Module
{
    internal static Any Iterator = Any.Unbound;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("inventory.report", "inventory/report.py", Run);

    public static string Money(PyInt cents)
    {
        return F($"{PyInt.FloorDiv(cents, 100)}.{cents % 100:02d}");
    }

    /// <summary>A line an item, the dearest first, then the sum.</summary>
    public static IEnumerable<string> Lines(Shelf shelf)
    {
        foreach (var (item, count) in Sequences.Sorted(shelf.Counts.Items, key: entry => -entry.Item1.Price))
        {
            string tags = ((Any)item.Tags).Truth ? F($" ({Str.JoinAny(", ", item.Tags)})") : "";
            yield return F($"{count:>3} x {item.Name:<10}{Money(item.Price):>8}{tags}");
        }
        yield return F($"{"all":>15}{Money(shelf.Value()):>9}");
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Iterator = Modules.ImportFrom("collections.abc", "Iterator");

        Modules.Import("inventory.model");
    }
}
