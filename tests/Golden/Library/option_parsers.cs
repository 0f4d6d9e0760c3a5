using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace OptionParsers;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("option_parsers.py", args, Run);

    public static void Cb(Any option, Any optStr, Any value, Any parser, PyTuple args)
    {
        Print("callback", optStr, value, args);
        parser.Get("values").Set("cb", 1);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any optparse = Modules.Import("optparse");
        Any sys = Modules.Import("sys");
        Any optionParser = Modules.ImportFrom("optparse", "OptionParser");
        Any optionGroup = Modules.ImportFrom("optparse", "OptionGroup");
        Any makeOption = Modules.ImportFrom("optparse", "make_option");
        Any parser = optionParser.Call(new Arguments { { "usage", "usage: %prog [options] arg1" }, { "version", "%prog 1.0" }, { "description", "A long description of the program that should wrap over several lines, as it is long." }, { "prog", "tool" }, { "epilog", "The end." } });
        parser.Invoke("add_option", new Arguments { "-f", "--file", { "dest", "filename" }, { "help", "write report to FILE" }, { "metavar", "FILE" } });
        parser.Invoke("add_option", new Arguments { "-q", "--quiet", { "action", "store_false" }, { "dest", "verbose" }, { "default", true }, { "help", "don't print status messages to stdout [default: %default]" } });
        parser.Invoke("add_option", new Arguments { "-n", { "type", "int" }, { "default", 5 }, { "help", "number [default: %default]" } });
        parser.Invoke("add_option", new Arguments { "--ratio", { "type", "float" } });
        parser.Invoke("add_option", new Arguments { "-a", "--add", { "action", "append" }, { "help", "add one of the things that there are, of which there are a great many in this world" } });
        parser.Invoke("add_option", new Arguments { "-v", { "action", "count" }, { "dest", "verbosity" }, { "default", 0 } });
        parser.Invoke("add_option", new Arguments { "--mode", { "choices", (PyList<Any>)["fast", "slow"] }, { "type", "choice" }, { "default", "fast" } });
        parser.Invoke("add_option", new Arguments { "--const", { "action", "store_const" }, { "const", 42 }, { "dest", "c" } });
        parser.Invoke("add_option", new Arguments { "--pair", { "nargs", 2 }, { "type", "int" } });
        parser.Invoke("add_option", new Arguments { "--call", { "action", "callback" }, { "callback", CbFunction }, { "type", "string" }, { "callback_args", PyTuple.Of(1, 2) } });
        parser.Invoke("add_option", new Arguments { "--secret", { "help", optparse.Get("SUPPRESS_HELP") } });
        Any g = optionGroup.Call(parser, "Dangerous Options", "Caution: use at your own risk.");
        g.Invoke("add_option", new Arguments { "-g", { "action", "store_true" }, { "help", "Group option." } });
        parser.Invoke("add_option_group", g);
        Print(Builtins.Get("vars").Call(parser.Invoke("parse_args", (PyList<Any>)[])[0]));
        var items = Operators.Unpack(parser.Invoke("parse_args", (PyList<Any>)["-f", "x.txt", "-q", "-n3", "--ratio=2.5", "-a", "1", "-a2", "-vvv", "--mode", "slow", "--const", "--pair", "3", "4", "--call", "zz", "rest", "-g", "more"]), 2);
        Any o = items[0];
        Any a = items[1];
        Print(o, a);
        foreach (var words in new Any[] { (PyList<Any>)["a", "--", "-q"], (PyList<string>)["--qui"], (PyList<string>)["-qv", "x"] })
        {
            var items2 = Operators.Unpack(parser.Invoke("parse_args", words), 2);
            o = items2[0];
            a = items2[1];
            Print(o, a);
        }
        var items3 = Operators.Unpack(parser.Invoke("parse_args", (PyList<Any>)["--file", "f"]), 2);
        o = items3[0];
        a = items3[1];
        Print(o.Get("filename"), o.Get("verbose"), Builtins.Get("vars").Call(o), o.Invoke("ensure_value", "zzz", 3));
        parser.Invoke("print_help");
        Print(Operators.Compare(Comparison.Eq, parser.Invoke("format_help"), parser.Invoke("format_help")), parser.Invoke("get_usage"), parser.Invoke("get_version"), parser.Invoke("has_option", "-f"), parser.Invoke("get_option", "-f"), parser.Invoke("get_default_values"));
        foreach (var bad in (PyList<PyList<Any>>)[(PyList<Any>)["-x"], (PyList<Any>)["--nope"], (PyList<Any>)["-n", "abc"], (PyList<Any>)["--ratio", "x"], (PyList<Any>)["--mode", "zzz"], (PyList<Any>)["-f"], (PyList<Any>)["--pair", "1"], (PyList<Any>)["--quiet=3"], (PyList<Any>)["--c"]])
        {
            try
            {
                parser.Invoke("parse_args", bad);
            }
            catch (SystemExit e)
            {
                Print("exit", ((Any)e).Get("code"));
            }
            sys.Get("stdout").Invoke("flush");
        }
        try
        {
            parser.Invoke("parse_args", (PyList<Any>)["--version"]);
        }
        catch (SystemExit e)
        {
            Print("exit", ((Any)e).Get("code"));
        }
        try
        {
            parser.Invoke("parse_args", (PyList<Any>)["-h"]);
        }
        catch (SystemExit e)
        {
            Print("exit", ((Any)e).Get("code"));
        }
        Any p2 = optionParser.Call(new Arguments { { "option_list", (PyList<Any>)[makeOption.Call(new Arguments { "-x", { "action", "store_true" } }), makeOption.Call(new Arguments { "-y", { "type", "string" } })] }, { "add_help_option", false } });
        p2.Invoke("set_defaults", new Arguments { { "y", "def" } });
        p2.Invoke("disable_interspersed_args");
        var items4 = Operators.Unpack(p2.Invoke("parse_args", (PyList<Any>)["-x", "a", "-y"]), 2);
        o = items4[0];
        a = items4[1];
        Print(o, a);
        try
        {
            p2.Invoke("add_option", "-x");
        }
        catch (BaseException e) when (Except.Matches(e, optparse.Get("OptionConflictError")))
        {
            Print(e);
        }
        try
        {
            p2.Invoke("add_option", new Arguments { "-z", { "action", "bogus" } });
        }
        catch (BaseException e) when (Except.Matches(e, optparse.Get("OptionError")))
        {
            Print(e);
        }
        try
        {
            p2.Invoke("error", "bad thing");
        }
        catch (SystemExit e)
        {
            Print(((Any)e).Get("code"));
        }
    }

    public static readonly Any CbFunction = new PyFunction("cb", "option, opt_str, value, parser, *args", (Any[] a) => Cb(a[0], a[1], a[2], a[3], a[4].As<PyTuple>()));
}
