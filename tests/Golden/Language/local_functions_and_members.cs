using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace LocalFunctionsAndMembers;

using static Module;

public class Shelf : PyObject
{
    public Shelf(PyList<string> items)
    {
        Items = new PyList<Any>(items.Where(item => item != "").Select(item => (Any)item));
    }

    public PyList<Any> Items { get; set; }

    public Any Counted(PyInt least)
    {
        Print("before", Items);
        IEnumerable<(string, PyInt)> Items2(IEnumerable<(string, PyInt)> source)
        {
            foreach (var (name, count) in source)
            {
                if (count > least)
                {
                    yield return (name, count + 1);
                }
            }
        }
        var pairs = new PyDict<string, PyInt>(Items2(new PyDict<string, PyInt> { ["a"] = 1, ["b"] = 3 }.Items));
        Print(pairs, Items);
        IEnumerable<Any> Items3(IEnumerable<(string, PyInt)> source2)
        {
            foreach (var (name, count) in source2)
            {
                yield return Str.Repeat(name, count);
            }
        }
        return new PyList<Any>(Items3(pairs.Items)) + Items;
    }

    public static readonly PyType Type = PyType.Emitted("Shelf", "__main__")
        .Constructor("items", a => new Shelf(a[0].As<PyList<string>>()))
        .Field("items", self => self.As<Shelf>().Items, (self, value) => self.As<Shelf>().Items = value.As<PyList<Any>>())
        .Method("counted", "self, least", (self, least) => self.As<Shelf>().Counted(least.As<PyInt>()));
    public override PyType Class => Type;
}

/// <summary>A comprehension's local function beside an attribute of the same name, which was read before.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("local_functions_and_members.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Print(new Shelf((PyList<string>)["x", "", "y"]).Counted(2));
    }
}
