using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace StreamErrors;

/// <summary>What the errors of streams hold lives on in copies of them.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("stream_errors.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any asyncio = Modules.Import("asyncio");
        Any copy = Modules.Import("copy");

        foreach (var error in new Any[] { asyncio.Get("IncompleteReadError").Call(PyBytes.FromLatin1("abc"), 10), asyncio.Get("IncompleteReadError").Call(PyBytes.FromLatin1(""), Any.None), asyncio.Get("LimitOverrunError").Call("message", 10) })
        {
            foreach (var twin in new Any[] { copy.Get("copy").Call(error), copy.Get("deepcopy").Call(error) })
            {
                Print(Repr(twin), GetAttr(twin, "partial", "-"), GetAttr(twin, "expected", "-"), GetAttr(twin, "consumed", "-"));
            }
            var items = Operators.Unpack(error.Invoke("__reduce__"), 2);
            Any kind = items[0];
            Any arguments = items[1];
            Print(kind.Get("__name__"), arguments);
        }
    }
}
