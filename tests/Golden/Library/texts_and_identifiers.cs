using System;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace TextsAndIdentifiers;

/// <summary>textwrap, string, numbers, colorsys, html, uuid, secrets, reprlib, keyword.</summary>
public static class Module
{
    internal static Any Textwrap
    {
        get
        {
            return Definition.Load("textwrap");
        }
        set
        {
            Definition.Store("textwrap", value);
        }
    }

    internal static Any String
    {
        get
        {
            return Definition.Load("string");
        }
        set
        {
            Definition.Store("string", value);
        }
    }

    internal static Any Numbers_
    {
        get
        {
            return Definition.Load("numbers");
        }
        set
        {
            Definition.Store("numbers", value);
        }
    }

    internal static Any Keyword
    {
        get
        {
            return Definition.Load("keyword");
        }
        set
        {
            Definition.Store("keyword", value);
        }
    }

    internal static Any Colorsys
    {
        get
        {
            return Definition.Load("colorsys");
        }
        set
        {
            Definition.Store("colorsys", value);
        }
    }

    internal static Any Html
    {
        get
        {
            return Definition.Load("html");
        }
        set
        {
            Definition.Store("html", value);
        }
    }

    internal static Any Unicodedata
    {
        get
        {
            return Definition.Load("unicodedata");
        }
        set
        {
            Definition.Store("unicodedata", value);
        }
    }

    internal static Any Uuid
    {
        get
        {
            return Definition.Load("uuid");
        }
        set
        {
            Definition.Store("uuid", value);
        }
    }

    internal static Any Secrets
    {
        get
        {
            return Definition.Load("secrets");
        }
        set
        {
            Definition.Store("secrets", value);
        }
    }

    internal static Any Cmath
    {
        get
        {
            return Definition.Load("cmath");
        }
        set
        {
            Definition.Store("cmath", value);
        }
    }

    internal static Any Reprlib
    {
        get
        {
            return Definition.Load("reprlib");
        }
        set
        {
            Definition.Store("reprlib", value);
        }
    }

    internal static Any Random
    {
        get
        {
            return Definition.Load("random");
        }
        set
        {
            Definition.Store("random", value);
        }
    }

    internal static Any Sys
    {
        get
        {
            return Definition.Load("sys");
        }
        set
        {
            Definition.Store("sys", value);
        }
    }

    internal static Any Decimal
    {
        get
        {
            return Definition.Load("Decimal");
        }
        set
        {
            Definition.Store("Decimal", value);
        }
    }

    internal static Any Fraction
    {
        get
        {
            return Definition.Load("Fraction");
        }
        set
        {
            Definition.Store("Fraction", value);
        }
    }

    internal static string Text
    {
        get
        {
            return Definition.Load("text").As<string>();
        }
        set
        {
            Definition.Store("text", value);
        }
    }

    internal static Any W
    {
        get
        {
            return Definition.Load("w");
        }
        set
        {
            Definition.Store("w", value);
        }
    }

    internal static Any Kw
    {
        get
        {
            return Definition.Load("kw");
        }
        set
        {
            Definition.Store("kw", value);
        }
    }

    internal static Any F_
    {
        get
        {
            return Definition.Load("f");
        }
        set
        {
            Definition.Store("f", value);
        }
    }

    internal static Any Ns
    {
        get
        {
            return Definition.Load("NS");
        }
        set
        {
            Definition.Store("NS", value);
        }
    }

    internal static Any T_
    {
        get
        {
            return Definition.Load("T");
        }
        set
        {
            Definition.Store("T", value);
        }
    }

    internal static Any Pt
    {
        get
        {
            return Definition.Load("PT");
        }
        set
        {
            Definition.Store("PT", value);
        }
    }

    internal static Any Pp
    {
        get
        {
            return Definition.Load("PP");
        }
        set
        {
            Definition.Store("PP", value);
        }
    }

    internal static Any X
    {
        get
        {
            return Definition.Load("x");
        }
        set
        {
            Definition.Store("x", value);
        }
    }

    internal static Any Rng
    {
        get
        {
            return Definition.Load("rng");
        }
        set
        {
            Definition.Store("rng", value);
        }
    }

    internal static PyInt I
    {
        get
        {
            return Definition.Load("i").As<PyInt>();
        }
        set
        {
            Definition.Store("i", value);
        }
    }

    internal static PyList<Any> A
    {
        get
        {
            return Definition.Load("a").As<PyList<Any>>();
        }
        set
        {
            Definition.Store("a", value);
        }
    }

    internal static string S
    {
        get
        {
            return Definition.Load("s").As<string>();
        }
        set
        {
            Definition.Store("s", value);
        }
    }

    internal static Any Ns_
    {
        get
        {
            return Definition.Load("ns");
        }
        set
        {
            Definition.Store("ns", value);
        }
    }

    internal static Any U
    {
        get
        {
            return Definition.Load("u");
        }
        set
        {
            Definition.Store("u", value);
        }
    }

    internal static Any U1
    {
        get
        {
            return Definition.Load("u1");
        }
        set
        {
            Definition.Store("u1", value);
        }
    }

    internal static Any E
    {
        get
        {
            return Definition.Load("e");
        }
        set
        {
            Definition.Store("e", value);
        }
    }

    internal static Any R
    {
        get
        {
            return Definition.Load("r");
        }
        set
        {
            Definition.Store("r", value);
        }
    }

    internal static Any L
    {
        get
        {
            return Definition.Load("L");
        }
        set
        {
            Definition.Store("L", value);
        }
    }

    internal static Any L_
    {
        get
        {
            return Definition.Load("l");
        }
        set
        {
            Definition.Store("l", value);
        }
    }

    /// <summary>The module as a Python value.</summary>
    public static readonly PyModule Definition = PyModule.Emitted("__main__", "texts_and_identifiers.py", Run)
        .Member("t", () => TFunction);

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("texts_and_identifiers.py", args, Definition);

    public static void T(Any f, PyTuple a, PyDict<Any, Any> k)
    {
        try
        {
            Print(f.Call(new Arguments { new Star(a), new StarStar(k) }));
        }
        catch (BaseException e)
        {
            Print(Builtins.Get("type").Call(e).Get("__name__"), e);
        }
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Definition.Store("textwrap", Modules.Import("textwrap"));
        Definition.Store("string", Modules.Import("string"));
        Definition.Store("numbers", Modules.Import("numbers"));
        Definition.Store("keyword", Modules.Import("keyword"));
        Definition.Store("colorsys", Modules.Import("colorsys"));
        Definition.Store("html", Modules.Import("html"));
        Definition.Store("html", Modules.ImportRoot("html.entities"));
        Definition.Store("unicodedata", Modules.Import("unicodedata"));
        Definition.Store("uuid", Modules.Import("uuid"));
        Definition.Store("secrets", Modules.Import("secrets"));
        Definition.Store("cmath", Modules.Import("cmath"));
        Definition.Store("reprlib", Modules.Import("reprlib"));
        Definition.Store("random", Modules.Import("random"));
        Definition.Store("sys", Modules.Import("sys"));
        Definition.Store("Decimal", Modules.ImportFrom("decimal", "Decimal"));
        Definition.Store("Fraction", Modules.ImportFrom("fractions", "Fraction"));
        Definition.Store("t", TFunction);
        Text = "Hello there -- you goof-ball, use the -b option! This is a sentence.  And another one; foo--bar... supercalifragilisticexpialidocious-word well-known co-operate (parenthetical-stuff) a-b-c 1-2-3 e.g. --option";
        foreach (var item2 in new PyInt[] { 1, 5, 10, 20, 33, 70 })
        {
            W = item2;
            foreach (var item in new Any[] { new PyDict<Any, Any>(), Builtins.Get("dict").Call(new Arguments { { "break_long_words", false } }), Builtins.Get("dict").Call(new Arguments { { "break_on_hyphens", false } }), Builtins.Get("dict").Call(new Arguments { { "initial_indent", "* " }, { "subsequent_indent", "    " } }), Builtins.Get("dict").Call(new Arguments { { "max_lines", 2 } }), Builtins.Get("dict").Call(new Arguments { { "max_lines", 3 }, { "placeholder", "..." } }), Builtins.Get("dict").Call(new Arguments { { "fix_sentence_endings", true } }), Builtins.Get("dict").Call(new Arguments { { "drop_whitespace", false } }), Builtins.Get("dict").Call(new Arguments { { "expand_tabs", false }, { "replace_whitespace", false } }) })
            {
                Kw = item;
                TFunction.Call(new Arguments { Textwrap.Get("wrap"), Text, W, new StarStar(Kw) });
            }
        }
        T(Textwrap.Get("wrap"), PyTuple.Of("a", 0), new PyDict<Any, Any>());
        T(Textwrap.Get("wrap"), PyTuple.Of("", 5), new PyDict<Any, Any>());
        T(Textwrap.Get("fill"), PyTuple.Of("x\ty  \n z", 10), new PyDict<Any, Any>());
        T(Textwrap.Get("shorten"), PyTuple.Of("Hello  world!"), new PyDict<Any, Any> { ["width"] = 12 });
        T(Textwrap.Get("shorten"), PyTuple.Of("Hello  world!"), new PyDict<Any, Any> { ["width"] = 11 });
        T(Textwrap.Get("shorten"), PyTuple.Of("Hello world"), new PyDict<Any, Any> { ["width"] = 10, ["placeholder"] = "..." });
        T(Textwrap.Get("shorten"), PyTuple.Of(Str.Repeat("x", 50)), new PyDict<Any, Any> { ["width"] = 3 });
        Print(Repr(Textwrap.Get("dedent").Call("\n   hello\n     there\n\n   you\t\n  \n")));
        Print(Repr(Textwrap.Get("dedent").Call("\thello\n    there")));
        Print(Repr(Textwrap.Get("indent").Call("a\n\nb\n  \nc", "> ")));
        Print(Repr(Textwrap.Get("indent").Call("a\n\nb", "> ", new PyFunction("<lambda>", "l", (Any l) => (Any)true))));
        W = Textwrap.Get("TextWrapper").Call(new Arguments { { "width", 20 } });
        W.Set("initial_indent", ">>");
        Print(W.Invoke("wrap", Text)[new PySlice(Any.None, 3, Any.None)], W.Invoke("fill", "abc"), Sequences.Sorted(Sequences.Of(Builtins.Get("vars").Call(W).Invoke("items")), key: Builtins.Get("str")));
        F_ = String.Get("Formatter").Call();
        T(F_.Get("format"), PyTuple.Of("{0} {1!r:>5} {name.real} {lst[1]} {}", 1, "a"), new PyDict<Any, Any> { ["name"] = 3, ["lst"] = (PyList<Any>)[1, 2] });
        T(F_.Get("format"), PyTuple.Of("{} {} {:{}}", 1, 2, 3, 5), new PyDict<Any, Any>());
        T(F_.Get("format"), PyTuple.Of("{0} {}", 1), new PyDict<Any, Any>());
        T(F_.Get("format"), PyTuple.Of("{} {0}", 1), new PyDict<Any, Any>());
        T(F_.Get("format"), PyTuple.Of("{x}"), new PyDict<Any, Any>());
        T(F_.Get("format"), PyTuple.Of("{0!z}", 1), new PyDict<Any, Any>());
        T(F_.Get("format"), PyTuple.Of("{1}", 1), new PyDict<Any, Any>());
        Print(new PyList<Any>(Sequences.Of(F_.Invoke("parse", "a{b!r:c}d{{}}{e}"))), F_.Invoke("get_field", "0.real", PyTuple.Of(3), new PyDict<Any, Any>()));
        Any nsClass = Any.None;
        nsClass = ClassBuilder.Build("NS", "NS", "__main__", new Arguments { String.Get("Formatter") }, ns =>
        {
            Any GetValue(Any self, Any key, Any args, Any kw)
            {
                if (IsInstance(key, Builtins.Get("str")))
                {
                    return kw.Invoke("get", key, F($"<{key}>"));
                }
                return ((Any)new Super(nsClass.As<PyType>(), self)).Invoke("get_value", key, args, kw);
            }
            ns["get_value"] = new PyFunction("NS.get_value", "self, key, args, kw", (Any[] a) => GetValue(a[0], a[1], a[2], a[3]));
            void CheckUnusedArgs(Any self, Any used, Any args, Any kw)
            {
                Print("used", Sequences.Sorted(Sequences.Of(used), key: Builtins.Get("str")));
            }
            ns["check_unused_args"] = new PyFunction("NS.check_unused_args", "self, used, args, kw", (Any[] a) => Functions.None(() => CheckUnusedArgs(a[0], a[1], a[2], a[3])));
            Any FormatField(Any self, Any v, Any spec)
            {
                Any value = default;
                return (value = spec.Truth ? (Any)F($"[{v}:{spec}]") : spec).Truth ? value : (Any)ToStr(v);
            }
            ns["format_field"] = new PyFunction("NS.format_field", "self, v, spec", (Any self, Any v, Any spec) => FormatField(self, v, spec));
        });
        Ns = nsClass;
        T(Ns.Call().Get("format"), PyTuple.Of("{a} {b:x} {0}", 5), new PyDict<Any, Any> { ["b"] = 7 });
        T_ = String.Get("Template");
        T(T_.Call("$who likes $what ${x}y $$").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["who"] = "tim", ["what"] = "k", ["x"] = 1 });
        T(T_.Call("$who $x").Get("substitute"), PyTuple.Of(new PyDict<Any, Any> { ["who"] = 1 }), new PyDict<Any, Any>());
        T(T_.Call("$who $x ${y").Get("safe_substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["who"] = 1 });
        T(T_.Call("a\nb $ c").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any>());
        T(T_.Call("a\nb $ c").Get("is_valid"), PyTuple.Of(), new PyDict<Any, Any>());
        T(T_.Call("$a ${b} $a $$").Get("get_identifiers"), PyTuple.Of(), new PyDict<Any, Any>());
        Pt = ClassBuilder.Build("PT", "PT", "__main__", new Arguments { String.Get("Template") }, ns2 =>
        {
            ns2["delimiter"] = "%";
            ns2["idpattern"] = "[a-z]+_[a-z]+";
        });
        T(Pt.Call("%a_b %ab %%").Get("safe_substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["a_b"] = 3 });
        Print(T_.Get("delimiter"), T_.Get("idpattern"), String.Get("capwords").Call(" hello  wOrld "), String.Get("capwords").Call("a-bc", "-"));
        Pp = ClassBuilder.Build("PP", "PP", "__main__", new Arguments { String.Get("Template") }, ns3 =>
        {
            ns3["pattern"] = "\\[(?:(?P<escaped>x)|(?P<named>\\w+)|(?P<braced>zz)|(?P<invalid>))\\]";
        });
        T(Pp.Call("a [name] b").Get("substitute"), PyTuple.Of(), new PyDict<Any, Any> { ["name"] = 4 });
        foreach (var item3 in new Any[] { 1, true, 1.5, new System.Numerics.Complex(0.0, 1.0), Fraction.Call(1, 2), Decimal.Call(1), "a" })
        {
            X = item3;
            Print(new PyList<bool>(new Any[] { Numbers_.Get("Number"), Numbers_.Get("Complex"), Numbers_.Get("Real"), Numbers_.Get("Rational"), Numbers_.Get("Integral") }.Select(c => IsInstance(X, c))));
        }
        T(Numbers_.Get("Integral"), PyTuple.Of(), new PyDict<Any, Any>());
        Print(IsSubclass(Builtins.Get("int"), Numbers_.Get("Rational")), Numbers_.Get("Real").Get("__mro__"));
        Print(Keyword.Get("kwlist"), Keyword.Get("softkwlist"), Keyword.Get("iskeyword").Call("for"), Keyword.Get("iskeyword").Call("f"), Keyword.Get("issoftkeyword").Call("match"));
        Rng = Random.Get("Random").Call(3);
        foreach (var item4 in Sequences.Range(4))
        {
            I = item4;
            A = new PyList<Any>(Sequences.Range(3).Select(_ => Rng.Invoke("random")));
            Print(Colorsys.Get("rgb_to_yiq").Call(new Arguments { new Star(A) }), Colorsys.Get("yiq_to_rgb").Call(new Arguments { new Star(A) }), Colorsys.Get("rgb_to_hls").Call(new Arguments { new Star(A) }), Colorsys.Get("hls_to_rgb").Call(new Arguments { new Star(A) }), Colorsys.Get("rgb_to_hsv").Call(new Arguments { new Star(A) }), Colorsys.Get("hsv_to_rgb").Call(new Arguments { new Star(A) }));
        }
        Print(Html.Get("escape").Call("<a href=\"x\">'&</a>"), Html.Get("escape").Call("\"", false));
        foreach (var item5 in (PyList<string>)["&lt;&gt;&amp;&quot;&#39;&#x41;&notit;&notin;&nosuch;&copy 2&copy;", "&#0;&#xD800;&#x110000;&#128;&#x80;&#1;&#13;&#xfdd0;&#99999999999;", "&a &amp &ampx &#x; &#;", "&lang;&rang;&NotEqualTilde;", "&eacute&eacutes"])
        {
            S = item5;
            Print(Ascii(Html.Get("unescape").Call(S)));
        }
        Print(Len(Html.Get("entities").Get("html5")), Len(Html.Get("entities").Get("name2codepoint")), new PyList<Any>(Sequences.Of(Html.Get("entities").Get("name2codepoint").Invoke("items"))).Slice(0, 5), Html.Get("entities").Get("codepoint2name")[9001], Html.Get("entities").Get("entitydefs")["lang"], new PyList<Any>(Sequences.Of(Html.Get("entities").Get("html5").Invoke("items"))).Slice(0, 4));
        Ns_ = Uuid.Get("NAMESPACE_DNS");
        U = Uuid.Get("uuid5").Call(Ns_, "python.org");
        Print(Repr(U), Uuid.Get("uuid3").Call(Ns_, "python.org"), U.Get("hex"), U.Get("int"), U.Get("urn"), U.Get("variant"), U.Get("version"), U.Get("fields"), U.Get("bytes"), U.Get("bytes_le"), U.Get("time"), U.Get("node"), U.Get("clock_seq"), Hash(U) == Hash(U.Get("int")), U.Get("is_safe"));
        U1 = Uuid.Get("UUID").Call("{12345678-1234-5678-1234-567812345678}");
        Print(U1, Operators.Compare(Comparison.Lt, U1, U), Operators.Compare(Comparison.Eq, U1, Uuid.Get("UUID").Call(new Arguments { { "int", U1.Get("int") } })), Uuid.Get("UUID").Call(new Arguments { { "bytes", (Any)PyBytes.FromLatin1("\u00124Vx") * 4 } }), Uuid.Get("UUID").Call(new Arguments { { "bytes_le", (Any)PyBytes.FromLatin1("\u00124Vx") * 4 } }), Uuid.Get("UUID").Call(new Arguments { { "fields", PyTuple.Of(1, 2, 3, 4, 5, 6) } }), U1.Get("version"), Sequences.Sorted((PyList<Any>)[U, U1]));
        T(Uuid.Get("UUID"), PyTuple.Of("abc"), new PyDict<Any, Any>());
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any>());
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["int"] = -1 });
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["bytes"] = PyBytes.FromLatin1("a") });
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["fields"] = PyTuple.Of(1) });
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["int"] = 1, ["version"] = 9 });
        T(Uuid.Get("UUID"), PyTuple.Of(), new PyDict<Any, Any> { ["fields"] = PyTuple.Of((PyInt)1 << 33, 0, 0, 0, 0, 0) });
        try
        {
            U.Set("int", 3);
        }
        catch (TypeError caught)
        {
            E = caught;
            Print(E);
            E = Any.Unbound;
        }
        Print(Uuid.Get("uuid4").Call().Get("version"), Uuid.Get("uuid1").Call().Get("version"), Len(ToStr(Uuid.Get("uuid4").Call())), Operators.Compare(Comparison.NotEq, Uuid.Get("uuid4").Call(), Uuid.Get("uuid4").Call()), Uuid.Get("RFC_4122"), Uuid.Get("SafeUUID").Get("unknown"), new PyList<Any>(Sequences.Of(Uuid.Get("SafeUUID"))));
        Print(Len(Secrets.Get("token_bytes").Call(7)), Len(Secrets.Get("token_hex").Call(7)), Len(Secrets.Get("token_urlsafe").Call(9)), Secrets.Get("randbelow").Call(1), Secrets.Get("choice").Call((PyList<Any>)[5]), Operators.Compare(Comparison.Lt, Secrets.Get("randbits").Call(5), 32), Secrets.Get("compare_digest").Call("a", "a"), Len(Secrets.Get("token_hex").Call()));
        T(Secrets.Get("randbelow"), PyTuple.Of(0), new PyDict<Any, Any>());
        T(Secrets.Get("choice"), PyTuple.Of((PyList<Any>)[]), new PyDict<Any, Any>());
        R = Reprlib.Get("Repr").Call();
        R.Set("maxlist", 3);
        Print(R.Invoke("repr", new PyList<Any>(Sequences.Range(10).Select(item6 => (Any)item6))), Reprlib.Get("repr").Call(Str.Repeat("x", 100)), Reprlib.Get("repr").Call(new PyDict<Any, Any>(Sequences.Range(9).Select(i => ((Any)i, (Any)i)))), Reprlib.Get("repr").Call(PyInt.Pow((PyInt)10, 60)), Reprlib.Get("repr").Call((PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[(PyList<Any>)[1]]]]]]]]), Reprlib.Get("repr").Call(PyTuple.Of(1)), Reprlib.Get("repr").Call((PySet<Any>)[3, 1, 2]), Reprlib.Get("repr").Call(Builtins.Get("frozenset").Call((PyList<Any>)[1, 2])), Reprlib.Get("repr").Call(new PySet<Any>()), Reprlib.Get("repr").Call(Builtins.Get("range").Call(PyInt.Pow((PyInt)10, 20))));
        Print(Reprlib.Get("Repr").Call(new Arguments { { "maxlist", 2 }, { "fillvalue", "###" } }).Invoke("repr", (PyList<Any>)[1, 2, 3]), Reprlib.Get("Repr").Call(new Arguments { { "indent", 2 } }).Invoke("repr", (PyList<Any>)[1, (PyList<Any>)[2, 3], new PyDict<Any, Any> { ["a"] = PyTuple.Of(1, 2) }]), Reprlib.Get("Repr").Call(new Arguments { { "indent", ".." } }).Invoke("repr", (PyList<Any>)[1, (PyList<Any>)[]]));
        L = ClassBuilder.Build("L", "L", "__main__", new Arguments { Builtins.Get("list") }, ns4 =>
        {
            string Represent(Any self)
            {
                return "<" + Str.JoinAny("|", Builtins.Get("map").Call(Builtins.Get("repr"), self)) + ">";
            }
            ns4["__repr__"] = Reprlib.Invoke("recursive_repr").Call(new PyFunction("L.__repr__", "self", (Any self) => Represent(self)));
        });
        L_ = L.Call("abc");
        L_.Invoke("append", L_);
        Print(L_, L.Get("__repr__").Get("__name__"));
    }

    public static readonly Any TFunction = new PyFunction("t", "f, *a, **k", (Any[] a) => Functions.None(() => T(a[0], a[1].As<PyTuple>(), a[2].As<PyDict<Any, Any>>())));
}
