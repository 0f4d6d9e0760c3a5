using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TextsAndIdentifiers;

/// <summary>textwrap, string, numbers, colorsys, html, uuid, secrets, reprlib, keyword.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("texts_and_identifiers.py", args, Run);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(f.Call(new Arguments { new Star(a), new StarStar(k) }));
        }
        catch (BaseException e)
        {
            Print(PyType.Of(e).Name, e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any html = default;
        Any w = default;
        Any textwrap = Modules.Import("textwrap");
        Any @string = Modules.Import("string");
        Any numbers = Modules.Import("numbers");
        Any keyword = Modules.Import("keyword");
        Any colorsys = Modules.Import("colorsys");
        html = Modules.Import("html");
        html = Modules.ImportRoot("html.entities");
        Any uuid = Modules.Import("uuid");
        Any secrets = Modules.Import("secrets");
        Any reprlib = Modules.Import("reprlib");
        Any random = Modules.Import("random");
        Any @decimal = Modules.ImportFrom("decimal", "Decimal");
        Any fraction = Modules.ImportFrom("fractions", "Fraction");
        string text = "Hello there -- you goof-ball, use the -b option! This is a sentence.  And another one; foo--bar... supercalifragilisticexpialidocious-word well-known co-operate (parenthetical-stuff) a-b-c 1-2-3 e.g. --option";
        foreach (var item in new PyInt[] { 1, 5, 10, 20, 33, 70 })
        {
            w = item;
            foreach (var kw in new Any[] { new PyDict<Any, Any>(), Builtins.Get("dict").Call(new Arguments { { "break_long_words", false } }), Builtins.Get("dict").Call(new Arguments { { "break_on_hyphens", false } }), Builtins.Get("dict").Call(new Arguments { { "initial_indent", "* " }, { "subsequent_indent", "    " } }), Builtins.Get("dict").Call(new Arguments { { "max_lines", 2 } }), Builtins.Get("dict").Call(new Arguments { { "max_lines", 3 }, { "placeholder", "..." } }), Builtins.Get("dict").Call(new Arguments { { "fix_sentence_endings", true } }), Builtins.Get("dict").Call(new Arguments { { "drop_whitespace", false } }), Builtins.Get("dict").Call(new Arguments { { "expand_tabs", false }, { "replace_whitespace", false } }) })
            {
                TFunction.Call(new Arguments { textwrap.Get("wrap"), text, w, new StarStar(kw) });
            }
        }
        T(textwrap.Get("wrap"), PyTuple.Of("a", 0), new PyDict<Any, Any>());
        T(textwrap.Get("wrap"), PyTuple.Of("", 5), new PyDict<Any, Any>());
        T(textwrap.Get("fill"), PyTuple.Of("x\ty  \n z", 10), new PyDict<Any, Any>());
        T(textwrap.Get("shorten"), PyTuple.Of("Hello  world!"), new PyDict<Any, Any> { ["width"] = 12 });
        T(textwrap.Get("shorten"), PyTuple.Of("Hello  world!"), new PyDict<Any, Any> { ["width"] = 11 });
        T(textwrap.Get("shorten"), PyTuple.Of("Hello world"), new PyDict<Any, Any> { ["width"] = 10, ["placeholder"] = "..." });
        T(textwrap.Get("shorten"), PyTuple.Of(Str.Repeat("x", 50)), new PyDict<Any, Any> { ["width"] = 3 });
        Print(Repr(textwrap.Get("dedent").Call("\n   hello\n     there\n\n   you\t\n  \n")));
        Print(Repr(textwrap.Get("dedent").Call("\thello\n    there")));
        Print(Repr(textwrap.Get("indent").Call("a\n\nb\n  \nc", "> ")));
        Print(Repr(textwrap.Get("indent").Call("a\n\nb", "> ", new PyFunction("<lambda>", "l", (Any l_) => (Any)true))));
        w = textwrap.Get("TextWrapper").Call(new Arguments { { "width", 20 } });
        w.Set("initial_indent", ">>");
        Print(w.Invoke("wrap", text)[new PySlice(Any.None, 3, Any.None)], w.Invoke("fill", "abc"), Sequences.Sorted(Sequences.Of(Builtins.Get("vars").Call(w).Invoke("items")), key: Builtins.Get("str")));
        Any f = @string.Get("Formatter").Call();
        T(f.Get("format"), PyTuple.Of("{0} {1!r:>5} {name.real} {lst[1]} {}", 1, "a"), new PyDict<Any, Any> { ["name"] = 3, ["lst"] = (PyList<Any>)[1, 2] });
        T(f.Get("format"), PyTuple.Of("{} {} {:{}}", 1, 2, 3, 5), new PyDict<Any, Any>());
        T(f.Get("format"), PyTuple.Of("{0} {}", 1), new PyDict<Any, Any>());
        T(f.Get("format"), PyTuple.Of("{} {0}", 1), new PyDict<Any, Any>());
        T(f.Get("format"), PyTuple.Of("{x}"), new PyDict<Any, Any>());
        T(f.Get("format"), PyTuple.Of("{0!z}", 1), new PyDict<Any, Any>());
        T(f.Get("format"), PyTuple.Of("{1}", 1), new PyDict<Any, Any>());
        Print(new PyList<Any>(Sequences.Of(f.Invoke("parse", "a{b!r:c}d{{}}{e}"))), f.Invoke("get_field", "0.real", PyTuple.Of(3), new PyDict<Any, Any>()));
        Any nsClass = Any.Unbound;
        nsClass = ClassBuilder.Build("NS", "NS", "__main__", new Arguments { @string.Get("Formatter") }, ns2 =>
        {
            Any GetValue(Any self, Any key, Any args, Any kw)
            {
                if (IsInstance(key, Builtins.Get("str")))
                {
                    return kw.Invoke("get", key, F($"<{key}>"));
                }
                return ((Any)new Super(nsClass.As<PyType>(), self)).Invoke("get_value", key, args, kw);
            }
            ns2["get_value"] = new PyFunction("NS.get_value", "self, key, args, kw", (Any[] a) => GetValue(a[0], a[1], a[2], a[3]));
            void CheckUnusedArgs(Any self, Any used, Any args, Any kw)
            {
                Print("used", Sequences.Sorted(Sequences.Of(used), key: Builtins.Get("str")));
            }
            ns2["check_unused_args"] = new PyFunction("NS.check_unused_args", "self, used, args, kw", (Any[] a) => CheckUnusedArgs(a[0], a[1], a[2], a[3]));
            Any FormatField(Any self, Any v, Any spec)
            {
                Any value = default;
                return (value = spec.Truth ? (Any)F($"[{v}:{spec}]") : spec).Truth ? value : (Any)ToStr(v);
            }
            ns2["format_field"] = new PyFunction("NS.format_field", "self, v, spec", (Any self, Any v, Any spec) => FormatField(self, v, spec));
            ns2.ClassCell(made => nsClass = made);
        });
        Any ns = nsClass;
        T(ns.Call().Get("format"), PyTuple.Of("{a} {b:x} {0}", 5), new PyDict<Any, Any> { ["b"] = 7 });
        Any t = @string.Get("Template");
        T(t.Call("$who likes $what ${x}y $$").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["who"] = "tim", ["what"] = "k", ["x"] = 1 });
        T(t.Call("$who $x").Get("substitute"), PyTuple.Of(new PyDict<Any, Any> { ["who"] = 1 }), new PyDict<Any, Any>());
        T(t.Call("$who $x ${y").Get("safe_substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["who"] = 1 });
        T(t.Call("a\nb $ c").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any>());
        T(t.Call("a\nb $ c").Get("is_valid"), PyTuple.Of(), new PyDict<Any, Any>());
        T(t.Call("$a ${b} $a $$").Get("get_identifiers"), PyTuple.Of(), new PyDict<Any, Any>());
        Any pt = ClassBuilder.Build("PT", "PT", "__main__", new Arguments { @string.Get("Template") }, ns3 =>
        {
            ns3["delimiter"] = "%";
            ns3["idpattern"] = "[a-z]+_[a-z]+";
        });
        T(pt.Call("%a_b %ab %%").Get("safe_substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["a_b"] = 3 });
        Print(t.Get("delimiter"), t.Get("idpattern"), @string.Get("capwords").Call(" hello  wOrld "), @string.Get("capwords").Call("a-bc", "-"));
        Any pp = ClassBuilder.Build("PP", "PP", "__main__", new Arguments { @string.Get("Template") }, ns4 =>
        {
            ns4["pattern"] = "\\[(?:(?P<escaped>x)|(?P<named>\\w+)|(?P<braced>zz)|(?P<invalid>))\\]";
        });
        T(pp.Call("a [name] b").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["name"] = 4 });
        foreach (var x in new Any[] { 1, true, 1.5, new System.Numerics.Complex(0.0, 1.0), fraction.Call(1, 2), @decimal.Call(1), "a" })
        {
            Print(new PyList<bool>(new Any[] { numbers.Get("Number"), numbers.Get("Complex"), numbers.Get("Real"), numbers.Get("Rational"), numbers.Get("Integral") }.Select(c => IsInstance(x, c))));
        }
        T(numbers.Get("Integral"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(IsSubclass(Builtins.Get("int"), numbers.Get("Rational")), numbers.Get("Real").Get("__mro__"));
        Print(keyword.Get("kwlist"), keyword.Get("softkwlist"), keyword.Get("iskeyword").Call("for"), keyword.Get("iskeyword").Call("f"), keyword.Get("issoftkeyword").Call("match"));
        Any rng = random.Get("Random").Call(3);
        for (PyInt i = 0; i < 4; i++)
        {
            var a = new PyList<Any>(Sequences.Range(3).Select(_ => rng.Invoke("random")));
            Print(colorsys.Get("rgb_to_yiq").Call(new Arguments { new Star(a) }), colorsys.Get("yiq_to_rgb").Call(new Arguments { new Star(a) }), colorsys.Get("rgb_to_hls").Call(new Arguments { new Star(a) }), colorsys.Get("hls_to_rgb").Call(new Arguments { new Star(a) }), colorsys.Get("rgb_to_hsv").Call(new Arguments { new Star(a) }), colorsys.Get("hsv_to_rgb").Call(new Arguments { new Star(a) }));
        }
        Print(html.Get("escape").Call("<a href=\"x\">'&</a>"), html.Get("escape").Call("\"", false));
        foreach (var s in (PyList<string>)["&lt;&gt;&amp;&quot;&#39;&#x41;&notit;&notin;&nosuch;&copy 2&copy;", "&#0;&#xD800;&#x110000;&#128;&#x80;&#1;&#13;&#xfdd0;&#99999999999;", "&a &amp &ampx &#x; &#;", "&lang;&rang;&NotEqualTilde;", "&eacute&eacutes"])
        {
            Print(Ascii(html.Get("unescape").Call(s)));
        }
        Print(Len(html.Get("entities").Get("html5")), Len(html.Get("entities").Get("name2codepoint")), new PyList<Any>(Sequences.Of(html.Get("entities").Get("name2codepoint").Invoke("items"))).Slice(0, 5), html.Get("entities").Get("codepoint2name")[9001], html.Get("entities").Get("entitydefs")["lang"], new PyList<Any>(Sequences.Of(html.Get("entities").Get("html5").Invoke("items"))).Slice(0, 4));
        Any ns_ = uuid.Get("NAMESPACE_DNS");
        Any u = uuid.Get("uuid5").Call(ns_, "python.org");
        Print(Repr(u), uuid.Get("uuid3").Call(ns_, "python.org"), u.Get("hex"), u.Get("int"), u.Get("urn"), u.Get("variant"), u.Get("version"), u.Get("fields"), u.Get("bytes"), u.Get("bytes_le"), u.Get("time"), u.Get("node"), u.Get("clock_seq"), Hash(u) == Hash(u.Get("int")), u.Get("is_safe"));
        Any u1 = uuid.Get("UUID").Call("{12345678-1234-5678-1234-567812345678}");
        Print(u1, Operators.Compare(Comparison.Lt, u1, u), Operators.Compare(Comparison.Eq, u1, uuid.Get("UUID").Call(new Arguments { { "int", u1.Get("int") } })), uuid.Get("UUID").Call(new Arguments { { "bytes", (Any)PyBytes.FromLatin1("\u00124Vx") * 4 } }), uuid.Get("UUID").Call(new Arguments { { "bytes_le", (Any)PyBytes.FromLatin1("\u00124Vx") * 4 } }), uuid.Get("UUID").Call(new Arguments { { "fields", PyTuple.Of(1, 2, 3, 4, 5, 6) } }), u1.Get("version"), Sequences.Sorted((PyList<Any>)[u, u1]));
        T(uuid.Get("UUID"), PyTuple.Of("abc"), new PyDict<Any, Any>());
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any>());
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["int"] = -1 });
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["bytes"] = PyBytes.FromLatin1("a") });
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["fields"] = PyTuple.Of(1) });
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["int"] = 1, ["version"] = 9 });
        T(uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["fields"] = PyTuple.Of((PyInt)1 << 33, 0, 0, 0, 0, 0) });
        try
        {
            u.Set("int", 3);
        }
        catch (TypeError e)
        {
            Print(e);
        }
        Print(uuid.Get("uuid4").Call().Get("version"), uuid.Get("uuid1").Call().Get("version"), Len(ToStr(uuid.Get("uuid4").Call())), Operators.Compare(Comparison.NotEq, uuid.Get("uuid4").Call(), uuid.Get("uuid4").Call()), uuid.Get("RFC_4122"), uuid.Get("SafeUUID").Get("unknown"), new PyList<Any>(Sequences.Of(uuid.Get("SafeUUID"))));
        Print(Len(secrets.Get("token_bytes").Call(7)), Len(secrets.Get("token_hex").Call(7)), Len(secrets.Get("token_urlsafe").Call(9)), secrets.Get("randbelow").Call(1), secrets.Get("choice").Call((PyList<Any>)[5]), Operators.Compare(Comparison.Lt, secrets.Get("randbits").Call(5), 32), secrets.Get("compare_digest").Call("a", "a"), Len(secrets.Get("token_hex").Call()));
        T(secrets.Get("randbelow"), PyTuple.Of(0), new PyDict<Any, Any>());
        T(secrets.Get("choice"), PyTuple.Of((PyList<Any>)[]), new PyDict<Any, Any>());
        Any r = reprlib.Get("Repr").Call();
        r.Set("maxlist", 3);
        Print(r.Invoke("repr", new PyList<Any>(Sequences.Range(10).Select(item2 => (Any)item2))), reprlib.Get("repr").Call(Str.Repeat("x", 100)), reprlib.Get("repr").Call(new PyDict<Any, Any>(Sequences.Range(9).Select(i => ((Any)i, (Any)i)))), reprlib.Get("repr").Call(PyInt.Pow((PyInt)10, 60)), reprlib.Get("repr").Call((PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[1]]]]]]]]), reprlib.Get("repr").Call(PyTuple.Of(1)), reprlib.Get("repr").Call((PySet<Any>)[3, 1, 2]), reprlib.Get("repr").Call(Builtins.Get("frozenset").Call((PyList<Any>)[1, 2])), reprlib.Get("repr").Call(new PySet<Any>()), reprlib.Get("repr").Call(Builtins.Get("range").Call(PyInt.Pow((PyInt)10, 20))));
        Print(reprlib.Get("Repr").Call(new Arguments { { "maxlist", 2 }, { "fillvalue", "###" } }).Invoke("repr", (PyList<Any>)[1, 2, 3]), reprlib.Get("Repr").Call(new Arguments { { "indent", 2 } }).Invoke("repr", (PyList<Any>)[1, (PyList<Any>)[2, 3], new PyDict<Any, Any> { ["a"] = PyTuple.Of(1, 2) }]), reprlib.Get("Repr").Call(new Arguments { { "indent", ".." } }).Invoke("repr", (PyList<Any>)[1, (PyList<Any>)[]]));
        Any l = ClassBuilder.Build("L", "L", "__main__", new Arguments { Builtins.Get("list") }, ns5 =>
        {
            string Represent(Any self)
            {
                return "<" + Str.JoinAny("|", Builtins.Get("map").Call(Builtins.Get("repr"), self)) + ">";
            }
            ns5["__repr__"] = reprlib.Get("recursive_repr").Call().Call(new PyFunction("L.__repr__", "self", (Any self) => Represent(self)));
        });
        Any l_ = l.Call("abc");
        l_.Invoke("append", l_);
        Print(l_, l.Get("__repr__").Get("__name__"));
    }

    public static readonly Any TFunction = new PyFunction("t", "f, *a, **k", (Any[] a) => T(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>()));
}
