using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CommandLineArguments;

public static class Module
{
    internal static Any Argparse = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any F_ = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("command_line_arguments.py", args, Run);

    public static void Run_(Any p, PyTuple argv)
    {
        try
        {
            Print(argv, p.Invoke("parse_args", new PyList<Any>(Sequences.Of(argv))));
        }
        catch (SystemExit e)
        {
            Print(argv, "exit", ((Any)e).Get("code"));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Argparse = Modules.Import("argparse");
        Any sys = Modules.Import("sys");
        Any os = Modules.Import("os");
        os.Get("environ").Invoke("pop", "COLUMNS", Any.None);
        sys.Set("stderr", sys.Get("stdout"));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "prog" }, { "description", "A long description that wraps over several lines because it is simply that long, really." }, { "epilog", "The end of %(prog)s." } });
        P.Invoke("add_argument", new Arguments { "infile", { "help", "the input file" } });
        P.Invoke("add_argument", new Arguments { "outs", { "nargs", "*" }, { "default", (PyList<Any>)["x"] }, { "type", Builtins.Get("str") }, { "help", "output files" } });
        P.Invoke("add_argument", new Arguments { "-v", "--verbose", { "action", "store_true" }, { "help", "be verbose" } });
        P.Invoke("add_argument", new Arguments { "-q", { "action", "store_false" } });
        P.Invoke("add_argument", new Arguments { "-c", "--count", { "action", "count" }, { "default", 0 } });
        P.Invoke("add_argument", new Arguments { "-n", "--num", { "type", Builtins.Get("int") }, { "default", 3 }, { "metavar", "N" }, { "help", "a number (default: %(default)s)" } });
        P.Invoke("add_argument", new Arguments { "--choice", { "choices", (PyList<Any>)["a", "b", "c"] }, { "help", "pick one of %(choices)s" } });
        P.Invoke("add_argument", new Arguments { "-a", "--append", { "action", "append" }, { "help", "append something which has a really long help text that must be wrapped at the proper column" } });
        P.Invoke("add_argument", new Arguments { "--const", { "action", "store_const" }, { "const", 42 } });
        P.Invoke("add_argument", new Arguments { "--ac", { "action", "append_const" }, { "const", 1 }, { "dest", "acs" } });
        P.Invoke("add_argument", new Arguments { "--pair", { "nargs", 2 }, { "metavar", PyTuple.Of("X", "Y") }, { "type", Builtins.Get("float") } });
        P.Invoke("add_argument", new Arguments { "--opt", { "nargs", "?" }, { "const", "C" }, { "default", "D" } });
        P.Invoke("add_argument", new Arguments { "--ext", { "nargs", "+" }, { "action", "extend" } });
        P.Invoke("add_argument", new Arguments { "--version", { "action", "version" }, { "version", "%(prog)s 1.0" } });
        P.Invoke("add_argument", new Arguments { "--flag", { "action", Argparse.Get("BooleanOptionalAction") }, { "default", true }, { "help", "a flag" } });
        P.Invoke("add_argument", new Arguments { "--secret", { "help", Argparse.Get("SUPPRESS") } });
        P.Invoke("add_argument", new Arguments { "--a-very-long-option-name-indeed", "-z", { "metavar", "SOMETHING" }, { "help", "help on next line 100%%" } });
        P.Invoke("print_help");
        P.Invoke("print_usage");
        Run_(P, PyTuple.Of("in"));
        Run_(P, PyTuple.Of("in", "a", "b", "-vcc", "-n5", "--num=7", "--choice", "b"));
        Run_(P, PyTuple.Of("-a", "1", "-a2", "in", "--ac", "--ac", "--pair", "1", "2.5", "--opt", "--ext", "a", "b", "--ext", "c"));
        Run_(P, PyTuple.Of());
        Run_(P, PyTuple.Of("in", "--num", "x"));
        Run_(P, PyTuple.Of("in", "--choice", "z"));
        Run_(P, PyTuple.Of("in", "--nope"));
        Run_(P, PyTuple.Of("in", "--pair", "1"));
        Run_(P, PyTuple.Of("--version"));
        Run_(P, PyTuple.Of("-h"));
        Run_(P, PyTuple.Of("in", "--no-flag"));
        Run_(P, PyTuple.Of("in", "--co"));
        Run_(P, PyTuple.Of("in", "--verb"));
        Run_(P, PyTuple.Of("in", "--", "-x", "--y"));
        Run_(P, PyTuple.Of("in", "-n", "-5"));
        Run_(P, PyTuple.Of("in", "--const=3"));
        Run_(P, PyTuple.Of("in", "-qv"));
        Run_(P, PyTuple.Of("in", "-qx"));
        Run_(P, PyTuple.Of("in", "--ext"));
        Print(P.Invoke("parse_known_args", (PyList<Any>)["in", "--zzz", "1", "-v"]));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "git" }, { "allow_abbrev", false } });
        P.Invoke("add_argument", new Arguments { "--debug", { "action", "store_true" } });
        Any sub = P.Invoke("add_subparsers", new Arguments { { "dest", "cmd" }, { "help", "sub-command help" }, { "required", true }, { "metavar", "CMD" } });
        Any a = sub.Invoke("add_parser", new Arguments { "clone", { "help", "clone a repo" }, { "aliases", (PyList<Any>)["cl"] } });
        a.Invoke("add_argument", "repo");
        a.Invoke("add_argument", new Arguments { "--depth", { "type", Builtins.Get("int") }, { "default", 1 } });
        a.Invoke("set_defaults", new Arguments { { "func", "f_clone" } });
        Any b = sub.Invoke("add_parser", new Arguments { "commit", { "help", "commit things" }, { "description", "Commit." } });
        Any g = b.Invoke("add_mutually_exclusive_group", new Arguments { { "required", true } });
        g.Invoke("add_argument", new Arguments { "--all", { "action", "store_true" } });
        g.Invoke("add_argument", "-m", "--message");
        P.Invoke("print_help");
        a.Invoke("print_help");
        b.Invoke("print_help");
        Run_(P, PyTuple.Of("clone", "x", "--depth", "3"));
        Run_(P, PyTuple.Of("--debug", "cl", "y"));
        Run_(P, PyTuple.Of("commit", "--all", "-m", "x"));
        Run_(P, PyTuple.Of("commit"));
        Run_(P, PyTuple.Of());
        Run_(P, PyTuple.Of("zz"));
        Run_(P, PyTuple.Of("commit", "-m", "hi"));
        Run_(P, PyTuple.Of("clone", "x", "--bad"));
        Run_(P, PyTuple.Of("clone", "-h"));
        Any actClass = Any.Unbound;
        actClass = ClassBuilder.Build("Act", "Act", "__main__", new Arguments { Argparse.Get("Action") }, ns =>
        {
            void Init(Any self, Any optionStrings, Any dest, PyDict<Any, Any> kw)
            {
                ((Any)new Super(actClass.As<PyType>(), self)).Invoke("__init__", new Arguments { optionStrings, dest, new StarStar(kw) });
            }
            ns["__init__"] = new PyFunction("Act.__init__", "self, option_strings, dest, **kw", (Any[] a) => Init(a[0], a[1], a[2], a[3].As<PyDict<Any, Any>>()));
            void Invoke(Any self, Any parser, Any @namespace, Any values, Any optionString)
            {
                Print("Act", values, optionString, self.Get("dest"), self.Get("nargs"));
                SetAttr(@namespace, self.Get("dest"), values.Invoke("upper"));
            }
            ns["__call__"] = new PyFunction("Act.__call__", "self, parser, namespace, values, option_string=None", (Any[] a) => Invoke(a[0], a[1], a[2], a[3], a[4]));
            ns.ClassCell(made => actClass = made);
        });
        Any act = actClass;
        Any p = ClassBuilder.Build("P", "P", "__main__", new Arguments { Argparse.Get("ArgumentParser") }, ns2 =>
        {
            Any Error(Any self, Any message)
            {
                throw new ValueError("custom: " + message);
            }
            ns2["error"] = new PyFunction("P.error", "self, message", (Any self, Any message) => Error(self, message));
        });
        P = p.Call(new Arguments { { "prog", "pp" }, { "formatter_class", Argparse.Get("ArgumentDefaultsHelpFormatter") }, { "usage", "%(prog)s [things]" } });
        P.Invoke("add_argument", new Arguments { "--foo", { "action", act }, { "help", "foo help" } });
        P.Invoke("add_argument", new Arguments { "--bar", { "default", 5 }, { "type", new PyFunction("<lambda>", "s", (Any s) => Builtins.Get("int").Call(s, 16)) }, { "help", "bar" } });
        P.Invoke("add_argument", new Arguments { "pos", { "nargs", "?" }, { "default", "dd" }, { "help", "positional" } });
        P.Invoke("print_help");
        Print(P.Invoke("parse_args", (PyList<Any>)["--foo", "abc", "--bar", "ff", "q"]));
        try
        {
            P.Invoke("parse_args", (PyList<Any>)["--bar", "zz"]);
        }
        catch (ValueError e)
        {
            Print(e);
        }
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "g" }, { "formatter_class", Argparse.Get("RawDescriptionHelpFormatter") }, { "description", "Line 1\n   indented\n" }, { "add_help", false }, { "parents", (PyList<Any>)[] } });
        Any g1 = P.Invoke("add_argument_group", "group one", "about one");
        g1.Invoke("add_argument", new Arguments { "--x", { "type", Builtins.Get("int") }, { "required", true }, { "help", "x" } });
        g1.Invoke("add_argument", new Arguments { "--long-name-of-option", { "help", "l" } });
        P.Invoke("print_help");
        Any c = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "child" }, { "parents", (PyList<Any>)[P] }, { "conflict_handler", "resolve" } });
        c.Invoke("add_argument", new Arguments { "--x", { "help", "new x" } });
        c.Invoke("print_help");
        foreach (var f in new Any[] { new PyFunction("<lambda>", "", () => P.Invoke("add_argument", "--x")), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", new Arguments { "y", { "required", true } })), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", new Arguments { "--q", { "action", "zzz" } })), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", new Arguments { "--q", { "type", "int" } })), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", new Arguments { "--r", { "nargs", 0 } })), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", "-")), new PyFunction("<lambda>", "", () => P.Invoke("add_argument", new Arguments { "--m", { "nargs", 2 }, { "metavar", PyTuple.Of("a") } })), new PyFunction("<lambda>", "", () => Argparse.Get("ArgumentParser").Call(new Arguments { { "conflict_handler", "q" } })), new PyFunction("<lambda>", "", () => P.Invoke("add_mutually_exclusive_group").Invoke("add_argument", new Arguments { "--mm", { "required", true } })) })
        {
            try
            {
                Print(f.Call());
            }
            catch (PyException e)
            {
                Print(PyType.Of(e).Name, e);
            }
        }
        Any n = Argparse.Get("Namespace").Call(new Arguments { { "a", 1 }, { "b", "x" } });
        Print(n, Operators.Compare(Comparison.Eq, n, Argparse.Get("Namespace").Call(new Arguments { { "a", 1 }, { "b", "x" } })), n.Contains("a"), Builtins.Get("vars").Call(n), Argparse.Get("Namespace").Call(new Arguments { new StarStar(new PyDict<Any, Any> { ["a b"] = 1 }) }));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "w" } });
        new PyList<Any>(Sequences.Range(6).Select(i => P.Invoke("add_argument", new Arguments { TextFormat.Percent("--option-number-%d", i), { "metavar", "VALUE" } })));
        P.Invoke("add_argument", "first");
        P.Invoke("add_argument", new Arguments { "second", { "nargs", "+" } });
        P.Invoke("print_usage");
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "a-program-with-an-exceptionally-long-name-that-takes-much-space-in-usage" } });
        P.Invoke("add_argument", "--opt-a");
        P.Invoke("add_argument", "--opt-b");
        P.Invoke("add_argument", "pos");
        P.Invoke("print_usage");
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "e" }, { "exit_on_error", false } });
        P.Invoke("add_argument", new Arguments { "--i", { "type", Builtins.Get("int") } });
        try
        {
            P.Invoke("parse_args", (PyList<Any>)["--i", "x"]);
        }
        catch (BaseException e) when (Except.Matches(e, Argparse.Get("ArgumentError")))
        {
            using var handling = Handling.Of(e);
            Print("AE", e, ((Any)e).Get("argument_name"), ((Any)e).Get("message"));
        }
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "x" }, { "fromfile_prefix_chars", "@" }, { "prefix_chars", "-+" }, { "argument_default", Argparse.Get("SUPPRESS") } });
        P.Invoke("add_argument", "+f");
        P.Invoke("add_argument", new Arguments { "-g", { "type", Builtins.Get("int") } });
        P.Invoke("add_argument", new Arguments { "rest", { "nargs", "..." } });
        TextFile.Open("args.txt", "w").Write("+f\nfff\n");
        Run_(P, PyTuple.Of("@args.txt", "-g", "1", "r", "-g", "+z"));
        Run_(P, PyTuple.Of("-g", "2"));
        Run_(P, PyTuple.Of("@nope"));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "i" } });
        P.Invoke("add_argument", "--foo");
        P.Invoke("add_argument", "cmd");
        P.Invoke("add_argument", new Arguments { "rest", { "nargs", "*" }, { "type", Builtins.Get("int") } });
        Print(P.Invoke("parse_intermixed_args", new PyList<Any>(Str.Split("doit 1 --foo bar 2 3").Select(item => (Any)item))));
        Print(P, Repr(P.Get("_actions")[1]), P.Invoke("get_default", "foo"));
        P.Invoke("set_defaults", new Arguments { { "foo", "q" }, { "other", 1 } });
        Print(P.Invoke("parse_args", (PyList<Any>)["c"]));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "n" } });
        P.Invoke("add_argument", new Arguments { "-1", { "dest", "one" }, { "action", "store_true" } });
        P.Invoke("add_argument", new Arguments { "x", { "nargs", "?" } });
        Run_(P, PyTuple.Of("-1"));
        Run_(P, PyTuple.Of("-2"));
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "d" } });
        P.Invoke("add_argument", new Arguments { "--old", { "deprecated", true } });
        Run_(P, PyTuple.Of("--old", "1"));
        P.Invoke("add_argument", new Arguments { "--f", { "type", Argparse.Get("FileType").Call("r") } });
        Run_(P, PyTuple.Of("--f", "nope"));
        Print(Argparse.Get("FileType").Call(new Arguments { "w", { "encoding", "utf-8" } }));
        F_ = ClassBuilder.Build("F", "F", "__main__", new Arguments { Argparse.Get("HelpFormatter") }, ns3 =>
        {
            PyList<Any> SplitLines(Any self, Any text, Any width)
            {
                return (PyList<Any>)[">" + text];
            }
            ns3["_split_lines"] = new PyFunction("F._split_lines", "self, text, width", (Any self, Any text, Any width) => SplitLines(self, text, width));
        });
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "f" }, { "formatter_class", new PyFunction("<lambda>", "prog", (Any prog) => F_.Call(new Arguments { prog, { "max_help_position", 40 }, { "width", 60 } })) } });
        P.Invoke("add_argument", new Arguments { "--alpha", { "help", "some help" } });
        P.Invoke("print_help");
        P = Argparse.Get("ArgumentParser").Call(new Arguments { { "prog", "mt" }, { "formatter_class", Argparse.Get("MetavarTypeHelpFormatter") } });
        P.Invoke("add_argument", new Arguments { "--alpha", { "type", Builtins.Get("int") } });
        P.Invoke("add_argument", new Arguments { "b", { "type", Builtins.Get("float") } });
        P.Invoke("print_help");
    }
}
