using System;
using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ConfigurationFiles;

public static class Module
{
    internal static Any Configparser = Any.Unbound;
    internal static Any C = Any.Unbound;
    internal static Any Bad = Any.Unbound;
    internal static Any P = Any.Unbound;
    internal static Any E = Any.Unbound;
    internal static Any U = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("configuration_files.py", args, Run);

    public static void T(Any f)
    {
        try
        {
            Print(f.Call());
        }
        catch (PyException e)
        {
            using var handling = Handling.Of(e);
            Print(PyType.Of(e).Name, e, "|", GetAttr(e, "args", Any.None));
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Configparser = Modules.Import("configparser");
        Any io = Modules.Import("io");
        Any os = Modules.Import("os");
        Any tempfile = Modules.Import("tempfile");
        os.Get("chdir").Call(tempfile.Get("mkdtemp").Call());
        string t = "[DEFAULT]\nRoot = /srv\nlevel: 3\n# comment\n[paths]\nhome = %(root)s/home\n; other\nmulti = one\n   two\n   three\n\nlog=%(home)s/log\npct = 100%%\nEmpty =\n[flags]\non = yes\noff = 0\nnum = 42\nf = 2.5\n";
        C = Configparser.Get("ConfigParser").Call();
        C.Invoke("read_string", t);
        Print(C.Invoke("sections"), C.Invoke("options", "paths"), C.Invoke("defaults"), Builtins.Get("dict").Call(C["paths"]), new PyList<Any>(Sequences.Of(C)));
        Print(C.Invoke("get", "paths", "home"), C["paths"]["LOG"], C.Invoke("get", new Arguments { "paths", "home", { "raw", true } }), C.Invoke("get", "paths", "pct"), Repr(C["paths"]["multi"]), Repr(C["paths"]["empty"]));
        Print(C.Invoke("getboolean", "flags", "on"), C["flags"].Invoke("getboolean", "off"), C.Invoke("getint", "flags", "num"), C["flags"].Invoke("getfloat", "f"), C["flags"].Invoke("getint", "nope"), C.Invoke("getint", new Arguments { "flags", "nope", { "fallback", 7 } }), C["flags"].Invoke("get", "zz", "dd"), C.Invoke("get", new Arguments { "nosec", "x", { "fallback", Any.None } }));
        T(new PyFunction("<lambda>", "", () => C.Invoke("get", "nosec", "x")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("get", "flags", "zz")));
        T(new PyFunction("<lambda>", "", () => C["nosec"]));
        T(new PyFunction("<lambda>", "", () => C["flags"]["zz"]));
        T(new PyFunction("<lambda>", "", () => C.Invoke("getint", "flags", "on")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("getboolean", "flags", "num")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("add_section", "flags")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("add_section", "DEFAULT")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("set", "flags", "x", 5)));
        T(new PyFunction("<lambda>", "", () => C.Invoke("set", "flags", "x", "%q")));
        T(new PyFunction("<lambda>", "", () => C.Invoke("set", "nosec", "x", "y")));
        C.Invoke("add_section", "new");
        C.Invoke("set", "new", "Key", "v");
        C.SetItem("made", new PyDict<Any, Any> { ["a"] = 1, ["b"] = "x\ny" });
        C["flags"].SetItem("extra", "e");
        Any o = io.Get("StringIO").Call();
        C.Invoke("write", o);
        Print(o.Invoke("getvalue"));
        o = io.Get("StringIO").Call();
        C.Invoke("write", new Arguments { o, { "space_around_delimiters", false } });
        Print(Len(o.Invoke("getvalue")));
        Print(C.Invoke("has_section", "new"), C.Invoke("has_option", "flags", "ON"), C.Invoke("has_option", "flags", "root"), C.Invoke("remove_option", "flags", "on"), C.Invoke("remove_section", "new"), C.Invoke("remove_section", "new"), C.Contains("made"), Len(C), C["flags"]);
        IEnumerable<(Any, Any)> Items(IEnumerable<Any> source)
        {
            foreach (var item in source)
            {
                var items = Operators.Unpack(item, 2);
                Any n = items[0];
                Any s = items[1];
                yield return (n, Builtins.Get("dict").Call(s));
            }
        }
        Print(C.Invoke("items", "made"), Generic.ToAny(new PyList<(Any, Any)>(Items(Sequences.Of(C.Invoke("items"))))[-1]), C.Invoke("items", new Arguments { "paths", { "raw", true } }));
        foreach (var item2 in new Any[] { "x = 1\n", "[a]\nnovalue\n", "[a]\nb=1\nb=2\n", "[a]\n[a]\n", "[a]\nx=%(y)s\n", "[a]\nx=%(x)s\n", "[a]\nx=%q\n", "[a]\nx=%(q\n", "[a]\n=v\n" })
        {
            Bad = item2;
            P = Configparser.Get("ConfigParser").Call();
            T(new PyFunction("<lambda>", "", () => (Any)PyTuple.Of(P.Invoke("read_string", Names.Global(Bad, "bad")), P.Invoke("get", "a", "x"))));
        }
        P = Configparser.Get("ConfigParser").Call(new Arguments { { "allow_no_value", true }, { "delimiters", PyTuple.Of("=") }, { "comment_prefixes", PyTuple.Of("#") }, { "inline_comment_prefixes", PyTuple.Of(";") }, { "strict", false }, { "interpolation", Any.None } });
        P.Invoke("read_string", "[s]\nkey\nurl = http://x:80 ; note\nk=%(a)s\n[s]\nkey2=1\n");
        Print(Builtins.Get("dict").Call(P["s"]));
        o = io.Get("StringIO").Call();
        P.Invoke("write", o);
        Print(o.Invoke("getvalue"));
        E = Configparser.Get("ConfigParser").Call(new Arguments { { "interpolation", Configparser.Get("ExtendedInterpolation").Call() } });
        E.Invoke("read_string", "[a]\nx=1\ny=${x}2\n[b]\nz=${a:y}3 $$\nq=${a:nope}\nw=$x\n");
        Print(E["b"]["z"]);
        T(new PyFunction("<lambda>", "", () => E["b"]["q"]));
        T(new PyFunction("<lambda>", "", () => E["b"]["w"]));
        Any r = Configparser.Get("RawConfigParser").Call();
        r.Set("optionxform", Builtins.Get("str"));
        r.Invoke("read_dict", new PyDict<Any, Any> { ["S"] = new PyDict<Any, Any> { ["Key"] = "v", ["n"] = 5 } });
        Print(Builtins.Get("dict").Call(r["S"]), r.Invoke("get", "S", "Key"));
        Any c = ClassBuilder.Build("C", "C", "__main__", new Arguments { Configparser.Get("ConfigParser") }, ns =>
        {
            Any Optionxform(Any self, Any s)
            {
                return s.Invoke("upper");
            }
            ns["optionxform"] = new PyFunction("C.optionxform", "self, s", (Any self, Any s) => Optionxform(self, s));
        });
        Any k = c.Call(new Arguments { { "converters", new PyDict<Any, Any> { ["list"] = new PyFunction("<lambda>", "v", (Any v) => v.Invoke("split", ",")) } } });
        k.Invoke("read_string", "[x]\na=1,2\n");
        Print(k.Invoke("options", "x"), k.Invoke("getlist", "x", "a"), k["x"].Invoke("getlist", "a"));
        using (var f = TextFile.Open("c.ini", "w"))
        {
            f.Write(t);
        }
        Print(C.Invoke("read", (PyList<Any>)["c.ini", "nope.ini"]), Configparser.Get("ConfigParser").Call().Invoke("read", "nope"), C.Invoke("get", new Arguments { "paths", "home", { "vars", new PyDict<Any, Any> { ["root"] = "/V" } } }));
        using (var f = TextFile.Open("c.ini"))
        {
            P = Configparser.Get("ConfigParser").Call();
            P.Invoke("read_file", f);
            Print(P.Invoke("sections"));
        }
        P = Configparser.Get("ConfigParser").Call(new PyDict<Any, Any> { ["d"] = "1" });
        P.SetItem("s", new PyDict<Any, Any>());
        Print(P["s"]["d"], P.Invoke("get", "s", "d"));
        Print(Configparser.Get("ParsingError").Get("__mro__")[1].Get("__name__"), Operators.Compare(Comparison.Eq, P, P), P.Get("default_section"));

        U = Configparser.Get("ConfigParser").Call(new Arguments { { "allow_unnamed_section", true }, { "allow_no_value", true } });
        U.Invoke("read_string", "top = 1\n[a]\nflag\nx: 2\n");
        Print(U.Invoke("sections"), U.Invoke("get", Configparser.Get("UNNAMED_SECTION"), "top"));
        o = io.Get("StringIO").Call();
        U.Invoke("write", o);
        Print(o.Invoke("getvalue"));
        T(new PyFunction("<lambda>", "", () => U.Invoke("read_string", "[b]\nflag\n  more\n")));
        Any loose = ClassBuilder.Build("Loose", "Loose", "__main__", new Arguments { Configparser.Get("RawConfigParser") }, ns2 =>
        {
            ns2["BOOLEAN_STATES"] = new PyDict<Any, Any> { ["sure"] = true, ["never"] = false };
            ns2["re"] = Modules.Import("re");
            ns2["SECTCRE"] = PyPattern.Compile("\\[ *(?P<header>[^]]+?) *\\]");
        });
        Any z = loose.Call(new Arguments { { "dict_type", Builtins.Get("dict") }, { "converters", new PyDict<Any, Any> { ["list"] = Builtins.Get("str").Get("split") } } });
        z.Invoke("read_string", "[ one ]\na = sure\nb = x y\n");
        Print(z.Invoke("sections"), z.Invoke("getboolean", "one", "a"), z["one"].Invoke("getboolean", "a"), z["one"].Invoke("getlist", "b"), Builtins.Get("dict").Call(z.Get("converters")), z.Invoke("getlist", new Arguments { "one", "zz", { "fallback", (PyList<Any>)[] } }));
        z.Get("converters").SetItem("upper", Builtins.Get("str").Get("upper"));
        Print(z["one"].Invoke("getupper", "b"), z.Invoke("getupper", "one", "a"));
        z.Get("converters").DeleteItem("upper");
        Print(HasAttr(z, "getupper"));
        Any shoutClass = Any.Unbound;
        shoutClass = ClassBuilder.Build("Shout", "Shout", "__main__", new Arguments { Configparser.Get("BasicInterpolation") }, ns3 =>
        {
            Any BeforeGet(Any self, Any parser, Any section, Any option, Any value, Any defaults)
            {
                return ((Any)new Super(shoutClass.As<PyType>(), self)).Invoke("before_get", new Arguments { parser, section, option, value, defaults }) + "!";
            }
            ns3["before_get"] = new PyFunction("Shout.before_get", "self, parser, section, option, value, defaults", (Any[] a) => BeforeGet(a[0], a[1], a[2], a[3], a[4], a[5]));
            Any BeforeWrite(Any self, Any parser, Any section, Any option, Any value)
            {
                return "<" + value + ">";
            }
            ns3["before_write"] = new PyFunction("Shout.before_write", "self, parser, section, option, value", (Any[] a) => BeforeWrite(a[0], a[1], a[2], a[3], a[4]));
            ns3.ClassCell(made3 => shoutClass = made3);
        });
        Any shout = shoutClass;
        Any h = Configparser.Get("ConfigParser").Call(new Arguments { new PyDict<Any, Any> { ["n"] = "1" }, { "interpolation", shout.Call() } });
        h.Invoke("read_string", "[s]\nv = %(n)s%%\n");
        Print(h["s"]["v"], h.Invoke("items", "s"));
        o = io.Get("StringIO").Call();
        h.Invoke("write", o);
        Print(o.Invoke("getvalue"));
        h["s"].Invoke("update", new Arguments { { "k", "w" } });
        h.Invoke("setdefault", "s2", new PyDict<Any, Any> { ["a"] = "b" });
        Print(Sequences.Sorted(Sequences.Of(h)), h.Invoke("popitem")[0], h["s2"].Invoke("pop", "a"), new PyList<Any>(Sequences.Of(h["s2"])));
        h.Invoke("clear");
        Print(h.Invoke("sections"), h.Invoke("defaults"));
        T(new PyFunction("<lambda>", "", () => Configparser.Get("ConfigParser").Call(new Arguments { { "interpolation", 3 } })));
        T(new PyFunction("<lambda>", "", () => Configparser.Get("RawConfigParser").Call().Invoke("read_dict", new PyDict<Any, Any> { ["a"] = new PyDict<Any, Any> { ["k"] = 1, ["K"] = 2 } })));
        E = Configparser.Get("ParsingError").Call("f", 3, "bad");
        E.Invoke("append", 4, "worse");
        Print(E, E.Get("errors"), E.Get("args"), Repr(Configparser.Get("DuplicateOptionError").Call(new Arguments { "s", "o", "f", 2 })));
    }
}
