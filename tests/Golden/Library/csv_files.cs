using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace CsvFiles;

/// <summary>csv: what is refused, what is written and read under every dialect, dictionaries, guesses.</summary>
public static class Module
{
    internal static Any Csv = Any.Unbound;
    internal static Any Io = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("csv_files.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(Repr(f.Call(new Arguments { new Star(a), new StarStar(k) })));
        }
        catch (BaseException e)
        {
            using var handling = Handling.Of(e);
            Print(Builtins.Get("type").Call(e).Get("__mro__")[new PySlice(Any.None, 2, Any.None)], Repr(e));
        }
    }

    public static (Any, Any) Wr(Any row, PyDict<Any, Any> k)
    {
        Any f = Io.Get("StringIO").Call(new Arguments { { "newline", "" } });
        Any r = Csv.Get("writer").Call(new Arguments { f, new StarStar(k) }).Invoke("writerow", row);
        return (r, f.Invoke("getvalue"));
    }

    public static PyList<Any> Rd(Any s, PyDict<Any, Any> k)
    {
        if (IsInstance(s, Builtins.Get("str")))
        {
            s = Io.Get("StringIO").Call(new Arguments { s, { "newline", "" } });
        }
        Any r = Csv.Get("reader").Call(new Arguments { s, new StarStar(k) });
        PyList<Any> o = (PyList<Any>)[];
        try
        {
            foreach (var row in Sequences.Of(r))
            {
                o.Append(PyTuple.Of(row, r.Get("line_num")));
            }
        }
        catch (PyException e)
        {
            o.Append(Repr(e));
        }
        return o;
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any s = default;
        Csv = Modules.Import("csv");
        Io = Modules.Import("io");
        Any w = new PyFunction("<lambda>", "**k", (Any[] a) =>
        {
            PyDict<Any, Any> k = a[0].As<PyDict<Any, Any>>();
            Any value = default;
            return (value = Csv.Get("writer").Call(new Arguments { Io.Get("StringIO").Call(), new StarStar(k) })).Truth ? (Any)0 : value;
        });
        foreach (var k in (PyList<Any>)[Builtins.Get("dict").Call(new Arguments { { "delimiter", "" } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", "ab" } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", 1 } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", Any.None } }), Builtins.Get("dict").Call(new Arguments { { "quotechar", "ab" } }), Builtins.Get("dict").Call(new Arguments { { "quotechar", "" } }), Builtins.Get("dict").Call(new Arguments { { "quotechar", Any.None } }), Builtins.Get("dict").Call(new Arguments { { "quotechar", Any.None }, { "quoting", Csv.Get("QUOTE_NONE") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", 9 } }), Builtins.Get("dict").Call(new Arguments { { "quoting", "a" } }), Builtins.Get("dict").Call(new Arguments { { "lineterminator", Any.None } }), Builtins.Get("dict").Call(new Arguments { { "lineterminator", 3 } }), Builtins.Get("dict").Call(new Arguments { { "escapechar", "ab" } }), Builtins.Get("dict").Call(new Arguments { { "foo", 1 } }), Builtins.Get("dict").Call(new Arguments { { "dialect", "nope" } }), Builtins.Get("dict").Call(new Arguments { { "dialect", 3 } }), Builtins.Get("dict").Call(new Arguments { { "doublequote", 2 } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", "\n" } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", "\"" } }), Builtins.Get("dict").Call(new Arguments { { "escapechar", "\r" } }), Builtins.Get("dict").Call(new Arguments { { "quotechar", " " }, { "skipinitialspace", true } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", " " }, { "skipinitialspace", true } }), Builtins.Get("dict").Call(new Arguments { { "lineterminator", "x" }, { "delimiter", "x" } }), Builtins.Get("dict").Call(new Arguments { { "escapechar", "" } }), Builtins.Get("dict").Call(new Arguments { { "escapechar", 3 } })])
        {
            Print([k], end: " ");
            TFunction.Call(new Arguments { w, new StarStar(k) });
        }
        T(Csv.Get("writer"), PyTuple.Of(3), new PyDict<Any, Any>());
        T(Csv.Get("reader"), PyTuple.Of(3), new PyDict<Any, Any>());
        Any w_ = Csv.Get("writer").Call(Io.Get("StringIO").Call());
        T(w_.Get("writerow"), PyTuple.Of(3), new PyDict<Any, Any>());
        T(w_.Get("writerows"), PyTuple.Of(3), new PyDict<Any, Any>());
        T(w_.Get("writerows"), PyTuple.Of((PyList<Any>)[3]), new PyDict<Any, Any>());
        T(w_.Get("writerow"), PyTuple.Of((PyList<Any>)[1, Any.None, "a,b", "c\"d", 1.5, PyBytes.FromLatin1("x"), true]), new PyDict<Any, Any>());
        foreach (var k in (PyList<Any>)[new PyDict<Any, Any>(), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_ALL") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NONNUMERIC") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NONE") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NONE") }, { "escapechar", "\\" } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_STRINGS") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NOTNULL") } }), Builtins.Get("dict").Call(new Arguments { { "doublequote", false } }), Builtins.Get("dict").Call(new Arguments { { "doublequote", false }, { "escapechar", "\\" } }), Builtins.Get("dict").Call(new Arguments { { "lineterminator", "!" } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", " " } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", " " }, { "skipinitialspace", true } }), Builtins.Get("dict").Call(new Arguments { { "delimiter", "\t" }, { "quotechar", "'" } })])
        {
            foreach (var row in new Any[] { (PyList<Any>)[], (PyList<Any>)[""], (PyList<Any>)[Any.None], (PyList<Any>)[Any.None, Any.None], (PyList<Any>)["a", "b"], (PyList<Any>)["a,b", "c\"d"], (PyList<Any>)["x\ny", 1, 2.5, Any.None], (PyList<Any>)["a b", " c"], (PyList<Any>)["it's", "!"], (PyList<Any>)["\\", "\""], (PyList<Any>)["\0"], (PyList<Any>)[" "] })
            {
                Print([k, row], end: " ");
                TFunction.Call(new Arguments { WrFunction, row, new StarStar(k) });
            }
        }
        foreach (var item in (PyList<Any>)["a,b\nc,d\n", "a,\"b\nc\",d", "\"a\"\"b\",c", "a\"b,c", "\"a\"b,c", "\"abc", "a\r\nb\rc\n", "\n\n", "a, \"b\"", " a , b ", "1,2.5,\"x\"\n,\"\",\n", "a\\,b,c\n", "a\\", "\"a\\\"b\"", (PyList<Any>)["a\nb"], (PyList<Any>)["a", "b,c"], (PyList<Any>)[PyBytes.FromLatin1("x")], (PyList<Any>)[1], (PyList<Any>)["a\u0000b"], "\"a\" ,b", "\"\"", "\"a,b\r\nc\"\r\n", "\r\n", "a,b\n\"", "NULL,\"NULL\""])
        {
            s = item;
            foreach (var k in (PyList<Any>)[new PyDict<Any, Any>(), Builtins.Get("dict").Call(new Arguments { { "strict", true } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NONNUMERIC") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NONE") } }), Builtins.Get("dict").Call(new Arguments { { "escapechar", "\\" } }), Builtins.Get("dict").Call(new Arguments { { "skipinitialspace", true } }), Builtins.Get("dict").Call(new Arguments { { "doublequote", false } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_STRINGS") } }), Builtins.Get("dict").Call(new Arguments { { "quoting", Csv.Get("QUOTE_NOTNULL") } })])
            {
                Print(Repr(s), k, RdFunction.Call(new Arguments { s, new StarStar(k) }));
            }
        }
        Print(Csv.Get("list_dialects").Call(), Csv.Get("get_dialect").Call("excel").Get("delimiter"), Csv.Get("excel_tab").Get("delimiter"), Csv.Get("unix_dialect").Get("quoting"));
        Csv.Get("register_dialect").Call(new Arguments { "p", { "delimiter", "|" }, { "quoting", Csv.Get("QUOTE_ALL") } });
        Print(new PyList<Any>(Sequences.Of(Csv.Get("reader").Call((PyList<Any>)["a|b"], "p"))), Csv.Get("get_dialect").Call("p").Get("quoting"), Csv.Get("reader").Call((PyList<Any>)[], "p").Get("dialect").Get("delimiter"));
        Csv.Get("unregister_dialect").Call("p");
        T(Csv.Get("get_dialect"), PyTuple.Of("p"), new PyDict<Any, Any>());
        T(Csv.Get("unregister_dialect"), PyTuple.Of("p"), new PyDict<Any, Any>());
        T(Csv.Get("register_dialect"), PyTuple.Of(1), new PyDict<Any, Any>());
        Any d = ClassBuilder.Build("D", "D", "__main__", new Arguments { Csv.Get("Dialect") }, ns =>
        {
            ns["doublequote"] = true;
            ns["delimiter"] = ";";
            ns["quotechar"] = "'";
            ns["lineterminator"] = "\n";
            ns["quoting"] = Csv.Get("QUOTE_MINIMAL");
        });
        Any f = Io.Get("StringIO").Call();
        Csv.Get("writer").Call(f, d).Invoke("writerows", (PyList<Any>)[(PyList<Any>)[1, "a;b"], (PyList<Any>)["'", 2]]);
        Print(Repr(f.Invoke("getvalue")));
        T(Csv.Get("Dialect"), PyTuple.Of(), new PyDict<Any, Any>());
        Any r = Csv.Get("DictReader").Call(Io.Get("StringIO").Call("a,b,c\n1,2,3\n\n4,5\n6,7,8,9\n"));
        Print(r.Get("fieldnames"), new PyList<(Any, Any)>(Sequences.Of(r).Select(x => (x, r.Get("line_num")))));
        Print(new PyList<Any>(Sequences.Of(Csv.Get("DictReader").Call(new Arguments { Io.Get("StringIO").Call("1,2\n3"), { "fieldnames", (PyList<Any>)["x", "y"] }, { "restval", "-" }, { "restkey", "more" } }))), new PyList<Any>(Sequences.Of(Csv.Get("DictReader").Call(Io.Get("StringIO").Call("")))));
        f = Io.Get("StringIO").Call();
        Any d_ = Csv.Get("DictWriter").Call(new Arguments { f, (PyList<Any>)["a", "b"], { "restval", "?" } });
        Print(d_.Invoke("writeheader"), d_.Invoke("writerow", new PyDict<Any, Any> { ["a"] = 1 }), d_.Invoke("writerows", (PyList<Any>)[new PyDict<Any, Any> { ["a"] = 2, ["b"] = 3 }]));
        Print(Repr(f.Invoke("getvalue")));
        T(d_.Get("writerow"), PyTuple.Of(new PyDict<Any, Any> { ["a"] = 1, ["z"] = 2 }), new PyDict<Any, Any>());
        T(Csv.Get("DictWriter"), PyTuple.Of(f, (PyList<Any>)["a"]), new PyDict<Any, Any> { ["extrasaction"] = "x" });
        d_ = Csv.Get("DictWriter").Call(new Arguments { f, (PyList<Any>)["a", "b"], { "extrasaction", "ignore" }, { "delimiter", ";" } });
        d_.Invoke("writerow", new PyDict<Any, Any> { ["a"] = 1, ["z"] = 2, ["b"] = 4 });
        Print(Repr(f.Invoke("getvalue")));
        s = Csv.Get("Sniffer").Call();
        foreach (var text in (PyList<string>)["a,b,c\n1,2,3\n4,5,6\n", "a;b\n1;2\n3;4\n", "\"a\"\t\"b\"\n\"c\"\t\"d\"\n", "'x', 'y'\n'1', '2'\n", "name|age\nbob|3\nal|44\n", "no delimiter here", "a: 1\nb: 2\n", "\"q\"\"x\",2\n\"z\",3\n", "Harry's, Arlington, IL\nShark, Foo, BR\n", "time forward\n1 2\n3 4\n"])
        {
            try
            {
                d_ = s.Invoke("sniff", text);
                Print(Repr(d_.Get("delimiter")), Repr(d_.Get("quotechar")), d_.Get("doublequote"), d_.Get("skipinitialspace"), d_.Get("quoting"), Repr(d_.Get("lineterminator")), s.Invoke("has_header", text), d_.Get("__name__"), d_.Get("_name"));
            }
            catch (BaseException e) when (Except.Matches(e, Csv.Get("Error")))
            {
                Print(e);
            }
        }
        T(s.Get("sniff"), PyTuple.Of("a,b;c\n1,2;3\n", ";"), new PyDict<Any, Any>());
        Print(s.Invoke("sniff", "a,b;c\n1,2;3\n", ";").Get("delimiter"), Csv.Get("field_size_limit").Call(10));
        T(Builtins.Get("list"), PyTuple.Of(Csv.Get("reader").Call((PyList<Any>)[Str.Repeat("a", 20)])), new PyDict<Any, Any>());
        Print(Csv.Get("field_size_limit").Call(131072));
    }

    public static readonly Any TFunction = new PyFunction("t", "f, *a, **k", (Any[] a) => T(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
    public static readonly Any WrFunction = new PyFunction("wr", "row, **k", (Any[] a) => Generic.ToAny(Wr(a[0], a[1].As<PyDict<Any, Any>>())));
    public static readonly Any RdFunction = new PyFunction("rd", "s, **k", (Any[] a) => Rd(a[0], a[1].As<PyDict<Any, Any>>()));
}
