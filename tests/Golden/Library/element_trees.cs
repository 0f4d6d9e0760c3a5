using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace ElementTrees;

using static Module;

public class T : PyObject
{
    public void Start(string tag, PyDict<Any, Any> attrs)
    {
        Print("start", tag, attrs);
    }

    public void End(string tag)
    {
        Print("end", tag);
    }

    public void Data_(string d)
    {
        Print("data", Repr(d));
    }

    public string Close()
    {
        return "closed";
    }

    public static readonly PyType Type = PyType.Emitted("T", "__main__")
        .Constructor("", _ => new T())
        .Method("start", "self, tag, attrs", (self, tag, attrs) => self.As<T>().Start(tag.As<string>(), attrs.As<PyDict<Any, Any>>()))
        .Method("end", "self, tag", (self, tag) => self.As<T>().End(tag.As<string>()))
        .Method("data", "self, d", (self, d) => self.As<T>().Data_(d.As<string>()))
        .Method("close", self => self.As<T>().Close());
    public override PyType Class => Type;
}

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("element_trees.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any e = default;
        Any et = Modules.Import("xml.etree.ElementTree");
        Any io = Modules.Import("io");
        Any copy = Modules.Import("copy");
        string doc = "<?xml version=\"1.0\"?>\n<!DOCTYPE data [<!ENTITY me \"Me &amp; you\">]>\n<!-- head -->\n<data xmlns:x=\"http://x.org/a\" version='1'>\n  <country name=\"Liechtenstein\"><rank updated=\"yes\">2</rank><year>2008</year><x:gdp>141100</x:gdp><neighbor name=\"Austria\" direction=\"E\"/><neighbor name=\"Switzerland\" direction=\"W\"/></country>\n  <country name=\"Singapore\"><rank>5</rank><year>2011</year><neighbor name=\"Malaysia\" direction=\"N\"/>tail &lt;text&gt; &#233; <![CDATA[<raw> & ]]></country>\n  <empty></empty><x:e x:k=\"v\" k2=\"a&#10;b\">text &me;</x:e>\n</data>";
        Any root = et.Get("fromstring").Call(doc);
        Print(root.Get("tag"), root.Get("attrib"), Len(root), new PyList<Any>(Sequences.Of(root).Select(c => c.Get("tag"))));
        foreach (var c in Sequences.Of(root.Invoke("findall", "country")))
        {
            Print(c.Invoke("get", "name"), c.Invoke("find", "rank").Get("text"), c.Invoke("findtext", "year"), c.Invoke("findtext", "nope"), c.Invoke("findtext", "nope", "dflt"), new PyList<Any>(Sequences.Of(c.Invoke("iter", "neighbor")).Select(n => n.Get("attrib")["name"])));
        }
        foreach (var path in new Any[] { "*", ".", "./country/neighbor", ".//neighbor", "country[2]", "country[last()]", "country[@name='Singapore']", ".//neighbor[@direction]", "country[rank='5']", ".//neighbor/..", "country/year/..[@name='Singapore']", "{http://x.org/a}e", ".//{*}gdp", ".//rank[.='2']", "country[1]/neighbor[2]", "country[@name!='Singapore']", "x:e", "country[rank]" })
        {
            try
            {
                Print(path, new PyList<(Any, Any)>(Sequences.Of(root.Invoke("findall", path, new PyDict<Any, Any> { ["x"] = "http://x.org/a" })).Select(e => (e.Get("tag"), e.Invoke("get", "name")))));
            }
            catch (SyntaxError caught)
            {
                e = caught;
                Print(path, e);
            }
        }
        foreach (var item in new string[] { "/a", "a[0]", "q:a", "a[foo()]" })
        {
            Any bad = item;
            try
            {
                Print(bad, root.Invoke("findall", bad));
            }
            catch (SyntaxError caught2)
            {
                e = caught2;
                Print(bad, PyType.Of(e).Name, e);
            }
            catch (KeyError caught3)
            {
                e = caught3;
                Print(bad, e);
            }
        }
        Print(et.Get("tostring").Call(root).Invoke("decode"));
        Print(et.Get("tostring").Call(new Arguments { root, { "encoding", "unicode" } }));
        Print(et.Get("tostring").Call(new Arguments { root[3], { "encoding", "utf-8" }, { "xml_declaration", true } }), et.Get("tostring").Call(root[2], "latin-1"), et.Get("tostring").Call(new Arguments { root[2], { "short_empty_elements", false } }));
        Any a = et.Get("Element").Call(new Arguments { "a", new PyDict<Any, Any> { ["x"] = "1" }, { "y", "2 < \"3\" & é\n" } });
        Any b = et.Get("SubElement").Call(a, "b");
        b.Set("text", "hi");
        b.Set("tail", "tail");
        a.Invoke("append", et.Get("Comment").Call(" note "));
        a.Invoke("append", et.Get("ProcessingInstruction").Call("php", "echo"));
        et.Get("SubElement").Call(a, "c").Invoke("set", "k", "v");
        a.Invoke("insert", 0, et.Get("Element").Call("first"));
        Print(et.Get("tostring").Call(a));
        Print(new PyList<Any>(Sequences.Of(a.Invoke("keys"))), new PyList<Any>(Sequences.Of(a.Invoke("items"))), new PyList<Any>(Sequences.Of(a).Where(e => IsInstance(e.Get("tag"), Builtins.Get("str"))).Select(e => e.Get("tag"))), Str.JoinAny("", a.Invoke("itertext")));
        et.Get("indent").Call(a);
        Print(et.Get("tostring").Call(a, "unicode"));
        et.Get("dump").Call(a);
        a.Invoke("remove", b);
        a.DeleteItem(0);
        Print(Len(a), a[-1].Get("tag"), new PyList<Any>(Sequences.Of(a[new PySlice(1, Any.None, Any.None)]).Where(e => IsInstance(e.Get("tag"), Builtins.Get("str"))).Select(e => e.Get("tag"))));
        Any c2 = copy.Get("deepcopy").Call(root);
        c2[0].Invoke("set", "name", "X");
        Print(root[0].Invoke("get", "name"), c2[0].Invoke("get", "name"));
        Any t = et.Get("ElementTree").Call(a);
        Any buf = io.Get("BytesIO").Call();
        t.Invoke("write", new Arguments { buf, { "encoding", "utf-8" }, { "xml_declaration", true } });
        Print(buf.Invoke("getvalue"));
        Any t2 = et.Get("parse").Call(io.Get("StringIO").Call("<r><q/></r>"));
        Print(t2.Invoke("getroot").Get("tag"), t2.Invoke("find", "q").Get("tag"));
        et.Get("register_namespace").Call("zz", "http://z");
        Any n = et.Get("Element").Call("{http://z}a");
        et.Get("SubElement").Call(n, "{http://other}b").Invoke("set", "{http://z}k", "v");
        Print(et.Get("tostring").Call(n));
        foreach (var item2 in Sequences.Of(et.Get("iterparse").Call(new Arguments { io.Get("BytesIO").Call(PyBytes.FromLatin1("<a><b>1</b><c/></a>")), { "events", PyTuple.Of("start", "end") } })))
        {
            var items = Operators.Unpack(item2, 2);
            Any ev = items[0];
            Any el = items[1];
            Print(ev, el.Get("tag"), el.Get("text"));
        }
        foreach (var bad in new Any[] { "", "<a>", "<a></b>", "<a><b></a>", "<a/>x", "<a/><b/>", "<a>&nbsp;</a>", "<a b=1/>", "<a b='1' b='2'/>", "x", "<a", "<a><", "<x:a/>", "<a>&</a>", "<a>\u0001</a>", "<1a/>", "<a b='<'/>", "</a>", "<a b='1'c='2'/>", "<!-- x", "\n\n<a>\n  <b>\n</a>" })
        {
            try
            {
                Print(et.Get("fromstring").Call(bad));
            }
            catch (BaseException caught4) when (Except.Matches(caught4, et.Get("ParseError")))
            {
                e = caught4;
                using var handling = Handling.Of(caught4);
                Print(Repr(bad), e, e.Get("code"), e.Get("position"));
            }
        }
        Any p = et.Get("XMLParser").Call(new Arguments { { "target", new T() } });
        p.Invoke("feed", "<a x='1'>t<b/></a>");
        Print(p.Invoke("close"));
        Any tb = et.Get("TreeBuilder").Call();
        tb.Invoke("start", "r", new PyDict<Any, Any> { ["a"] = "b" });
        tb.Invoke("data", "x");
        tb.Invoke("end", "r");
        Print(et.Get("tostring").Call(tb.Invoke("close")));
        try
        {
            et.Get("tostring").Call(et.Get("Element").Call(3));
        }
        catch (TypeError caught5)
        {
            e = caught5;
            Print(e);
        }
        e = et.Get("Element").Call("k");
        e.Set("text", 5);
        try
        {
            et.Get("tostring").Call(e);
        }
        catch (TypeError x)
        {
            Print(x);
        }
        Print(et.Get("QName").Call("u", "t"), et.Get("tostring").Call(new Arguments { et.Get("fromstring").Call("<p>a<br/>b</p>"), { "method", "html" } }), et.Get("tostring").Call(new Arguments { root[0], { "method", "text" } }), et.Get("iselement").Call(a), Str.Slice(Repr(et.Get("Element").Call("a")), 0, 14));
    }
}
