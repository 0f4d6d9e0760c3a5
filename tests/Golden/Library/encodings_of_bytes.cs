using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace EncodingsOfBytes;

/// <summary>Base 64 of files and lines, base 85 of ZeroMQ, pages of calendars, rows with too many fields.</summary>
public static class Module
{
    internal static Any Base64 = Any.Unbound;
    internal static Any Csv = Any.Unbound;
    internal static Any Io = Any.Unbound;
    internal static Any Wrong = Any.Unbound;
    internal static Any Lines = Any.Unbound;
    internal static Any Value = Any.Unbound;
    internal static Any Binascii = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("encodings_of_bytes.py", args, Run);

    public static void Attempt(string label, Any action)
    {
        try
        {
            Print(label, Repr(action.Call()));
        }
        catch (PyException e)
        {
            Print(label, PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any encodings = default;
        Any array = Modules.Import("array");
        Base64 = Modules.Import("base64");
        Any calendar = Modules.Import("calendar");
        Csv = Modules.Import("csv");
        Io = Modules.Import("io");

        Any data = Builtins.Get("bytes").Call(Sequences.Range(256));
        foreach (var size in new PyInt[] { 0, 1, 4, 6, 86, 256 })
        {
            Any packed = Base64.Get("z85encode").Call(data[new PySlice(Any.None, size, Any.None)]);
            Print(size, packed, Operators.Compare(Comparison.Eq, Base64.Get("z85decode").Call(packed), data[new PySlice(Any.None, size, Any.None)]), Operators.Compare(Comparison.Eq, Base64.Get("z85decode").Call(packed.Invoke("decode")), data[new PySlice(Any.None, size, Any.None)]));
        }
        foreach (var item in new Any[] { PyBytes.FromLatin1("a;b"), PyBytes.FromLatin1("ÿ"), PyBytes.FromLatin1("%nSc0%"), PyBytes.FromLatin1("%%%%%"), PyBytes.FromLatin1("#####"), "é", 3 })
        {
            Wrong = item;
            Attempt(F($"z85decode {Repr(Wrong)}"), new PyFunction("<lambda>", "", () => Base64.Get("z85decode").Call(Names.Global(Wrong, "wrong"))));
        }
        Attempt("z85encode", new PyFunction("<lambda>", "", () => Base64.Get("z85encode").Call("text")));

        Lines = Io.Get("BytesIO").Call();
        Base64.Get("encode").Call(Io.Get("BytesIO").Call(data), Lines);
        Print(Lines.Invoke("getvalue").Invoke("decode"));
        Lines.Invoke("seek", 0);
        Any back = Io.Get("BytesIO").Call();
        Base64.Get("decode").Call(Lines, back);
        Print(Operators.Compare(Comparison.Eq, back.Invoke("getvalue"), data));
        Attempt("text", new PyFunction("<lambda>", "", () => Base64.Get("encode").Call(Io.Get("StringIO").Call("text"), Lines)));

        foreach (var item2 in new Any[] { "text", array.Get("array").Call("I", (PyList<Any>)[1, 2]), MemoryViews.Momentary(Builtins.Get("memoryview").Call(PyBytes.FromLatin1("abcd"))).Invoke("cast", "B"), array.Get("array").Call("B", PyBytes.FromLatin1("xyz")), Builtins.Get("bytearray").Call(PyBytes.FromLatin1("ab")), 5, (PyList<Any>)[] })
        {
            Value = item2;
            Attempt(F($"encodebytes {PyType.Of(Value).Name}"), new PyFunction("<lambda>", "", () => Base64.Get("encodebytes").Call(Names.Global(Value, "value"))));
        }
        Attempt("decodebytes", new PyFunction("<lambda>", "", () => Base64.Get("decodebytes").Call("YWJj")));
        Attempt("altchars", new PyFunction("<lambda>", "", () => Base64.Get("b64encode").Call(new Arguments { PyBytes.FromLatin1("abc"), { "altchars", "-_" } })));
        Attempt("altchars", new PyFunction("<lambda>", "", () => Base64.Get("b64encode").Call(new Arguments { PyBytes.FromLatin1("abc"), { "altchars", PyBytes.FromLatin1("-_") } })));

        Any page = calendar.Get("HTMLCalendar").Call(6).Invoke("formatyearpage", 2024, 4);
        Print(Len(page), page[new PySlice(Any.None, 420, Any.None)].Invoke("decode"), page[new PySlice(-30, Any.None, Any.None)]);
        Print(calendar.Get("HTMLCalendar").Call().Invoke("formatyearpage", new Arguments { 1999, { "css", Any.None }, { "encoding", "ascii" } })[new PySlice(Any.None, 330, Any.None)]);

        Attempt("row", new PyFunction("<lambda>", "", () => Csv.Get("DictWriter").Call(new Arguments { Io.Get("StringIO").Call(), (PyList<Any>)["a"], { "extrasaction", "RAISE" } }).Invoke("writerow", new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 })));
        Attempt("row", new PyFunction("<lambda>", "", () => Csv.Get("DictWriter").Call(new Arguments { Io.Get("StringIO").Call(), (PyList<Any>)["a"], { "extrasaction", "Ignore" } }).Invoke("writerow", new PyDict<Any, Any> { ["a"] = 1, ["b"] = 2 })));
        Attempt("row", new PyFunction("<lambda>", "", () => Csv.Get("DictWriter").Call(new Arguments { Io.Get("StringIO").Call(), (PyList<Any>)["a"], { "extrasaction", "Drop" } })));

        Binascii = Modules.Import("binascii");
        encodings = Modules.Import("encodings");
        encodings = Modules.ImportRoot("encodings.aliases");
        foreach (var item3 in new Any[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("hello world"), Builtins.Get("bytes").Call(Sequences.Range(45)) })
        {
            data = item3;
            foreach (var backtick in new bool[] { false, true })
            {
                Any line = Binascii.Get("b2a_uu").Call(new Arguments { data, { "backtick", backtick } });
                Print(line, Operators.Compare(Comparison.Eq, Binascii.Get("a2b_uu").Call(line), data));
            }
        }
        foreach (var item4 in new Any[] { PyBytes.FromLatin1("a=b_c. \t"), PyBytes.FromLatin1("line \r\nnext\t\n."), (Any)Str.Encode("é ü") * 20, (Any)PyBytes.FromLatin1("x") * 80, Builtins.Get("bytes").Call((PyList<Any>)[0, 127, 200]) })
        {
            data = item4;
            foreach (var options in new Any[] { new PyDict<Any, Any>(), new PyDict<string, bool> { ["quotetabs"] = true }, new PyDict<string, bool> { ["istext"] = false }, new PyDict<string, bool> { ["header"] = true } })
            {
                Any text = Binascii.Get("b2a_qp").Call(new Arguments { data, new StarStar(options) });
                Print(text, Operators.Compare(Comparison.Eq, Binascii.Get("a2b_qp").Call(new Arguments { text, { "header", options.Invoke("get", "header", false) } }), data));
            }
        }
        foreach (var bad in new Any[] { new PyFunction("<lambda>", "", () => Binascii.Get("b2a_uu").Call(Builtins.Get("bytes").Call(46))), new PyFunction("<lambda>", "", () => Binascii.Get("a2b_uu").Call(PyBytes.FromLatin1("!\u007F"))), new PyFunction("<lambda>", "", () => Binascii.Get("a2b_uu").Call(PyBytes.FromLatin1("!a  x"))), new PyFunction("<lambda>", "", () => Binascii.Get("a2b_qp").Call(PyBytes.FromLatin1("=3D=\nx==y=zz="))) })
        {
            try
            {
                Print(bad.Call());
            }
            catch (BaseException e) when (Except.Matches(e, Binascii.Get("Error")))
            {
                Print(e);
            }
        }
        Print(encodings.Get("normalize_encoding").Call("  utf 8--x.1 "), encodings.Get("aliases").Get("aliases")["latin1"], encodings.Get("search_function").Call("no such"));
    }
}
