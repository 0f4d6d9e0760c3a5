using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace UnicodeProperties;

/// <summary>What every character is, as Unicode 15.1 has it: sums of the code points of which str says so.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("unicode_properties.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        var properties = new PyDict<string, Any> { ["printable"] = Builtins.Get("str").Get("isprintable"), ["alpha"] = Builtins.Get("str").Get("isalpha"), ["alnum"] = Builtins.Get("str").Get("isalnum"), ["decimal"] = Builtins.Get("str").Get("isdecimal"), ["digit"] = Builtins.Get("str").Get("isdigit"), ["numeric"] = Builtins.Get("str").Get("isnumeric"), ["lower"] = Builtins.Get("str").Get("islower"), ["upper"] = Builtins.Get("str").Get("isupper"), ["title"] = Builtins.Get("str").Get("istitle"), ["space"] = Builtins.Get("str").Get("isspace"), ["identifier"] = Builtins.Get("str").Get("isidentifier"), ["part of an identifier"] = new PyFunction("<lambda>", "c", (Any c) => ("a" + c).Invoke("isidentifier")) };

        var characters = new PyList<string>(Sequences.Range(1114112).Select(code => Chr(code)));
        foreach (var (name, holds) in properties.Items)
        {
            var found = new PyList<PyInt>(characters.Where(c => holds.Call(c).Truth).Select(c => Ord(c)));
            Print(F($"{name}: {Len(found)} characters, {Sequences.Sum(found)}"));
        }
        Print(Ascii("\u0897𔀀␧"), Repr("𔀀"), Str.IsNumeric("㐅兩"), Str.IsAlnum("༳"));
    }
}
