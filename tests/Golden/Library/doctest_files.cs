using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace DoctestFiles;

/// <summary>Examples that stand in files of text, options with types of their own, differences as pages.</summary>
public static class Module
{
    internal static Any Name = "__main__";
    internal static Any File = Script.PathOf("doctest_files.py");
    internal static Any Doc = "Examples that stand in files of text, options with types of their own, differences as pages.";
    internal static Any Copy = Any.Unbound;
    internal static Any Difflib = Any.Unbound;
    internal static Any Doctest = Any.Unbound;
    internal static Any Optparse = Any.Unbound;
    internal static Any Os = Any.Unbound;
    internal static Any Tempfile = Any.Unbound;
    internal static Any Unittest = Any.Unbound;
    internal static string Text = default!;
    internal static Any EvenOption = Any.Unbound;
    internal static PyDict<Any, Any> D = default!;

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "doctest_files.py", Run)
        .Variable("__name__", () => Name, value => Name = value)
        .Variable("__file__", () => File, value => File = value)
        .Variable("__doc__", () => Doc, value => Doc = value)
        .Variable("copy", () => Copy, value => Copy = value)
        .Variable("difflib", () => Difflib, value => Difflib = value)
        .Variable("doctest", () => Doctest, value => Doctest = value)
        .Variable("optparse", () => Optparse, value => Optparse = value)
        .Variable("os", () => Os, value => Os = value)
        .Variable("tempfile", () => Tempfile, value => Tempfile = value)
        .Variable("unittest", () => Unittest, value => Unittest = value)
        .Variable("TEXT", () => Text, value => Text = value.As<string>())
        .Member("files", () => FilesFunction)
        .Member("check_even", () => CheckEvenFunction)
        .Variable("EvenOption", () => EvenOption, value => EvenOption = value)
        .Member("options", () => OptionsFunction)
        .Member("pages", () => PagesFunction)
        .Variable("d", () => D, value => D = value.As<PyDict<Any, Any>>())
        .Member("_doctests", () => DoctestsFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("doctest_files.py", args, Definition);

    public static void Files()
    {
        var manager = Context.Of(Tempfile.Get("TemporaryDirectory").Call());
        Any entered = manager.Enter();
        try
        {
            Any folder = entered;
            Any path = Os.Get("path").Get("join").Call(folder, "sums.txt");
            using (var file = TextFile.Open(path, "w"))
            {
                file.Write(Text);
            }
            Print(Doctest.Get("testfile").Call(new Arguments { path, { "module_relative", false }, { "globs", new PyDict<Any, Any> { ["seed"] = 21 } } }));
            Any suite = Doctest.Get("DocFileSuite").Call(new Arguments { path, { "module_relative", false }, { "globs", new PyDict<Any, Any> { ["seed"] = 21 } } });
            Any result = Unittest.Get("TestResult").Call();
            suite.Invoke("run", result);
            Print(result.Get("testsRun"), result.Invoke("wasSuccessful"));
            using (var file = TextFile.Open(path, "a"))
            {
                file.Write("    >>> 'a' * 3\n    'aa'\n");
            }
            suite = Doctest.Get("DocFileSuite").Call(new Arguments { path, { "module_relative", false }, { "globs", new PyDict<Any, Any> { ["seed"] = 21 } } });
            result = Unittest.Get("TestResult").Call();
            suite.Invoke("run", result);
            Print(result.Get("testsRun"), Len(result.Get("failures")));
        }
        catch (BaseException error)
        {
            if (!manager.Exit(error))
            {
                throw;
            }
        }
        finally
        {
            manager.Exit();
        }
    }

    public static PyInt CheckEven(Any option, Any opt, Any value)
    {
        PyInt number = default;
        try
        {
            number = Numbers.ToInt(value);
        }
        catch (ValueError caught)
        {
            using var handling = Handling.Of(caught);
            throw Raise.Of(Optparse.Get("OptionValueError").Call(F($"option {opt}: no number: {Repr(value)}")));
        }
        if (number % 2 != 0)
        {
            throw Raise.Of(Optparse.Get("OptionValueError").Call(F($"option {opt}: odd: {Repr(value)}")));
        }
        return number;
    }

    public static void Options()
    {
        Any parser = Optparse.Get("OptionParser").Call(new Arguments { { "option_class", EvenOption }, { "prog", "p" } });
        parser.Invoke("add_option", new Arguments { "-n", { "type", "even" } });
        parser.Invoke("add_option", new Arguments { "--names", { "action", "extend" }, { "default", (PyList<Any>)[] } });
        parser.Invoke("add_option", new Arguments { "-x", { "type", "int" } });
        var items = Operators.Unpack(parser.Invoke("parse_args", (PyList<Any>)["-n", "4", "--names", "a,b", "--names=c", "-x", "0x10", "rest"]), 2);
        Any values = items[0];
        Any rest = items[1];
        Print(values.Get("n"), values.Get("names"), values.Get("x"), rest);
        try
        {
            parser.Invoke("parse_args", (PyList<Any>)["-n", "5"]);
        }
        catch (SystemExit end)
        {
            Print("exit", ((Any)end).Get("code"));
        }
    }

    public static void Pages()
    {
        Any page = Difflib.Get("HtmlDiff").Call(new Arguments { { "tabsize", 4 }, { "wrapcolumn", 12 } });
        PyList<Any> a = (PyList<Any>)["one\n", "two\tx\n", "three is long enough\n", "same\n"];
        PyList<Any> b = (PyList<Any>)["one\n", "twо\n", "three is a longer line\n", "same\n", "<new>\n"];
        Print(page.Invoke("make_table", new Arguments { a, b, "from", "to", { "context", true }, { "numlines", 1 } }));
        Print(Difflib.Get("HtmlDiff").Call().Invoke("make_table", new Arguments { a, a, { "context", true } }));
        Print(Len(Difflib.Get("HtmlDiff").Call().Invoke("make_file", a, b)));
        Any matcher = Difflib.Get("SequenceMatcher").Call(new PyFunction("pages.<locals>.<lambda>", "c", (Any c) => Operators.Compare(Comparison.Eq, c, " ")), "a b", "b a b");
        Print(Sequences.Sorted(Sequences.Of(matcher.Get("bjunk"))), Sequences.Sorted(Sequences.Of(matcher.Get("bpopular"))), Sequences.Sorted(Sequences.Of(matcher.Get("b2j").Invoke("items"))));
    }

    public static PyList<Any> Doctests()
    {
        return (PyList<Any>)[PyTuple.Of("", 0, "Examples that stand in files of text, options with types of their own, differences as pages.", Any.None), PyTuple.Of("files", Any.None, "", Any.None), PyTuple.Of("check_even", Any.None, "", Any.None), PyTuple.Of("EvenOption", Any.None, "", Any.None), PyTuple.Of("EvenOption.take_action", Any.None, "", Any.None), PyTuple.Of("options", Any.None, "", Any.None), PyTuple.Of("pages", Any.None, "", Any.None)];
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Copy = Modules.Import("copy");
        Difflib = Modules.Import("difflib");
        Doctest = Modules.Import("doctest");
        Optparse = Modules.Import("optparse");
        Os = Modules.Import("os");
        Tempfile = Modules.Import("tempfile");
        Unittest = Modules.Import("unittest");

        Text = "Sums\n====\n    >>> 1 + 1\n    2\n    >>> x = [1,\n    ...      2]\n    >>> x\n    [1, 2]\n    >>> seed * 2\n    42\n    >>> 1 / 0\n    Traceback (most recent call last):\n    ...\n    ZeroDivisionError: division by zero\n";

        Any evenOptionClass = Any.Unbound;
        evenOptionClass = ClassBuilder.Build("EvenOption", "EvenOption", "__main__", new Arguments { Optparse.Get("Option") }, ns =>
        {
            ns["TYPES"] = Optparse.Get("Option").Get("TYPES") + PyTuple.Of("even");
            ns["TYPE_CHECKER"] = Copy.Get("copy").Call(Optparse.Get("Option").Get("TYPE_CHECKER"));
            ns.Load("TYPE_CHECKER").SetItem("even", CheckEvenFunction);
            ns["ACTIONS"] = Optparse.Get("Option").Get("ACTIONS") + PyTuple.Of("extend");
            ns["STORE_ACTIONS"] = Optparse.Get("Option").Get("STORE_ACTIONS") + PyTuple.Of("extend");
            ns["TYPED_ACTIONS"] = Optparse.Get("Option").Get("TYPED_ACTIONS") + PyTuple.Of("extend");
            ns["ALWAYS_TYPED_ACTIONS"] = Optparse.Get("Option").Get("ALWAYS_TYPED_ACTIONS") + PyTuple.Of("extend");

            void TakeAction(Any self, Any action, Any dest, Any opt, Any value, Any values, Any parser)
            {
                if (action == "extend")
                {
                    values.Invoke("ensure_value", dest, (PyList<Any>)[]).Invoke("extend", value.Invoke("split", ","));
                }
                else
                {
                    ((Any)new Super(evenOptionClass.As<PyType>(), self)).Invoke("take_action", new Arguments { action, dest, opt, value, values, parser });
                }
            }
            ns["take_action"] = new PyFunction("EvenOption.take_action", "self, action, dest, opt, value, values, parser", (Any[] a) => TakeAction(a[0], a[1], a[2], a[3], a[4], a[5], a[6]));
            ns.ClassCell(made => evenOptionClass = made);
        });
        EvenOption = evenOptionClass;

        Files();
        Options();
        Pages();
        D = new PyDict<Any, Any> { ["a"] = PyTuple.Of(1, 2), ["b"] = PyTuple.Of(3, 4) };
        IEnumerable<string> Items(IEnumerable<(Any, Any)> source)
        {
            foreach (var item in source)
            {
                var items = item;
                Any n = items.Item1;
                var items2 = Operators.Unpack(items.Item2, 2);
                Any v = items2[0];
                Any c = items2[1];
                yield return F($"{n}={(v.Truth ? v : c)}");
            }
        }
        IEnumerable<Any> Items2(IEnumerable<(Any, Any)> source2)
        {
            foreach (var item2 in source2)
            {
                var items3 = item2;
                Any n = items3.Item1;
                var items4 = Operators.Unpack(items3.Item2, 2);
                Any x = items4[0];
                Any y = items4[1];
                yield return x + y;
            }
        }
        IEnumerable<(Any, Any)> Items3(IEnumerable<(Any, Any)> source3)
        {
            foreach (var item3 in source3)
            {
                var items5 = item3;
                Any n = items5.Item1;
                var items6 = Operators.Unpack(items5.Item2, 2);
                Any x = items6[0];
                Any y = items6[1];
                yield return (n, y);
            }
        }
        Print(Str.Join(",", Items(Sequences.Sorted(D.Items))), new PyList<Any>(Items2(D.Items)), new PyDict<Any, Any>(Items3(D.Items)));
    }

    public static readonly Any FilesFunction = new PyFunction("files", "", () => Files());
    public static readonly Any CheckEvenFunction = new PyFunction("check_even", "option, opt, value", (Any option, Any opt, Any value) => CheckEven(option, opt, value));
    public static readonly Any OptionsFunction = new PyFunction("options", "", () => Options());
    public static readonly Any PagesFunction = new PyFunction("pages", "", () => Pages());
    public static readonly Any DoctestsFunction = new PyFunction("_doctests", "", () => Doctests());
}
