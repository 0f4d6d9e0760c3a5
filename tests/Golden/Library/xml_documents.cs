using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace XmlDocuments;

public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("xml_documents.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any e = default;
        Any ex = default;
        Any minidom = Modules.ImportFrom("xml.dom", "minidom");
        Any et = Modules.Import("xml.etree.ElementTree");
        Any io = Modules.Import("io");
        Any xml = Modules.ImportRoot("xml.sax");
        Any su = Modules.Import("xml.sax.saxutils");
        Any contentHandler = Modules.ImportFrom("xml.sax.handler", "ContentHandler");
        Any doc = minidom.Invoke("parseString", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!-- hi --><root a=\"1\" b=\"x &amp; y\"><?pi data?><item id=\"1\">one<b/>two</item><item id=\"2\"><![CDATA[<raw>]]></item><ns:e xmlns:ns=\"urn:x\" ns:at=\"q\"/></root>");
        Print(doc.Invoke("toxml"));
        Print(doc.Invoke("toprettyxml", new Arguments { { "indent", "  " } }));
        Print(doc.Invoke("toprettyxml", new Arguments { { "encoding", "utf-8" } }));
        Print(doc.Invoke("toxml", new Arguments { "iso-8859-1", { "standalone", true } }));
        foreach (var item in Sequences.Of(doc.Invoke("getElementsByTagName", "item")))
        {
            e = item;
            Print(e.Invoke("getAttribute", "id"), e.Get("firstChild").Get("data"), new PyList<Any>(Sequences.Of(e.Get("childNodes")).Select(c => c.Get("nodeName"))), e.Get("attributes").Invoke("items"), e.Get("firstChild"), e.Get("nodeType"), e.Get("tagName"));
        }
        Print(doc.Get("documentElement").Get("attributes")["a"].Get("value"), doc.Get("documentElement").Get("attributes").Invoke("keys"), doc.Get("documentElement").Invoke("hasAttribute", "zz"), Repr(doc.Get("documentElement").Invoke("getAttribute", "zz")));
        e = doc.Invoke("getElementsByTagNameNS", "urn:x", "*")[0];
        Print(e.Get("namespaceURI"), e.Get("prefix"), e.Get("localName"), e.Get("attributes").Invoke("items"), e.Invoke("getAttributeNS", "urn:x", "at"));
        Any d = minidom.Invoke("Document");
        Any r = d.Invoke("createElement", "root");
        d.Invoke("appendChild", r);
        r.Invoke("setAttribute", "k", "v\"<>\n");
        Any t = d.Invoke("createTextNode", "text & <more>");
        r.Invoke("appendChild", t);
        Any c = d.Invoke("createElement", "c");
        r.Invoke("insertBefore", c, t);
        r.Invoke("appendChild", d.Invoke("createComment", "cm"));
        c.Invoke("appendChild", d.Invoke("createCDATASection", "cd"));
        Print(d.Invoke("toprettyxml"));
        Print(r.Invoke("toxml"));
        Print(c.Get("nextSibling"), Operators.Is(t.Get("previousSibling"), c), r.Get("lastChild").Get("nodeName"), Operators.Is(c.Get("parentNode"), r));
        r.Invoke("removeChild", c);
        Print(r.Invoke("toxml"));
        try
        {
            r.Invoke("removeChild", c);
        }
        catch (PyException caught)
        {
            ex = caught;
            using var handling = Handling.Of(caught);
            Print(Builtins.Get("type").Call(ex), ex, ex.Get("args"), ex.Get("code"));
        }
        try
        {
            d.Invoke("appendChild", d.Invoke("createElement", "x"));
        }
        catch (PyException caught2)
        {
            ex = caught2;
            Print(Builtins.Get("type").Call(ex), ex);
        }
        try
        {
            minidom.Invoke("parseString", "<a><b></a>");
        }
        catch (PyException caught3)
        {
            ex = caught3;
            using var handling = Handling.Of(caught3);
            Print(Builtins.Get("type").Call(ex), ex, ex.Get("code"), ex.Get("lineno"), ex.Get("offset"));
        }
        Any k = r.Invoke("cloneNode", true);
        Print(k.Invoke("toxml"), k.Get("parentNode"), Operators.Is(k.Get("ownerDocument"), d));
        Any impl = minidom.Invoke("getDOMImplementation");
        Any dt = impl.Invoke("createDocumentType", "html", "pub", "sys");
        Any x = impl.Invoke("createDocument", Any.None, "html", dt);
        Print(x.Invoke("toxml"));
        x.Get("documentElement").Invoke("setAttributeNS", "urn:q", "q:a", "1");
        Print(x.Get("documentElement").Invoke("toxml"));
        Any w = io.Get("StringIO").Call();
        d.Invoke("writexml", new Arguments { w, { "indent", "" }, { "addindent", "\t" }, { "newl", "\n" }, { "encoding", "UTF-8" } });
        Print(w.Invoke("getvalue"));
        Any root = et.Get("fromstring").Call("<a><b>1</b><c x='1'/></a>");
        Print(minidom.Invoke("parseString", et.Get("tostring").Call(root)).Invoke("toprettyxml", new Arguments { { "indent", "    " } }));
        Any h = ClassBuilder.Build("H", "H", "__main__", new Arguments { contentHandler }, ns =>
        {
            void StartDocument(Any self)
            {
                Print("start");
            }
            ns["startDocument"] = new PyFunction("H.startDocument", "self", (Any self) => StartDocument(self));
            void StartElement(Any self, Any name, Any attrs)
            {
                Print("<", name, Builtins.Get("dict").Call(attrs), attrs.Invoke("getNames"), attrs.Invoke("getLength"), self.Get("_locator").Invoke("getLineNumber"));
            }
            ns["startElement"] = new PyFunction("H.startElement", "self, name, attrs", (Any self, Any name, Any attrs) => StartElement(self, name, attrs));
            void EndElement(Any self, Any name)
            {
                Print(">", name);
            }
            ns["endElement"] = new PyFunction("H.endElement", "self, name", (Any self, Any name) => EndElement(self, name));
            void Characters(Any self, Any c)
            {
                Print("chars", Repr(c));
            }
            ns["characters"] = new PyFunction("H.characters", "self, c", (Any self, Any c) => Characters(self, c));
            void ProcessingInstruction(Any self, Any t, Any d)
            {
                Print("pi", t, d);
            }
            ns["processingInstruction"] = new PyFunction("H.processingInstruction", "self, t, d", (Any self, Any t, Any d) => ProcessingInstruction(self, t, d));
            void EndDocument(Any self)
            {
                Print("end");
            }
            ns["endDocument"] = new PyFunction("H.endDocument", "self", (Any self) => EndDocument(self));
        });
        xml.Get("sax").Get("parseString").Call("<r a='1'>\n<b>x&amp;y<![CDATA[z]]></b>\n<?p q?></r>", h.Call());
        try
        {
            xml.Get("sax").Get("parseString").Call(PyBytes.FromLatin1("<r><b></r>"), contentHandler.Call());
        }
        catch (BaseException caught4) when (Except.Matches(caught4, xml.Get("sax").Get("SAXParseException")))
        {
            ex = caught4;
            using var handling = Handling.Of(caught4);
            Print(Builtins.Get("type").Call(ex), ex, ex.Invoke("getLineNumber"), ex.Invoke("getColumnNumber"), ex.Invoke("getMessage"));
        }
        Any p = xml.Get("sax").Get("make_parser").Call();
        p.Invoke("setContentHandler", h.Call());
        p.Invoke("setFeature", xml.Get("sax").Get("handler").Get("feature_namespaces"), 0);
        p.Invoke("parse", io.Get("StringIO").Call("<a>t</a>"));
        Print(su.Get("escape").Call("<a&b>", new PyDict<Any, Any> { ["'"] = "&apos;" }), su.Get("unescape").Call("&lt;a&amp;&gt;"), su.Get("quoteattr").Call("a\"b"), su.Get("quoteattr").Call("it's \"q\""), su.Get("quoteattr").Call("n\n"));
        Any g = su.Get("XMLGenerator").Call();
        g.Invoke("startDocument");
        g.Invoke("startElement", "a", new PyDict<Any, Any> { ["x"] = "1" });
        g.Invoke("characters", "t<");
        g.Invoke("endElement", "a");
        g.Invoke("endDocument");
        Print();
        Any b = io.Get("BytesIO").Call();
        g = su.Get("XMLGenerator").Call(new Arguments { b, "utf-8", { "short_empty_elements", true } });
        g.Invoke("startDocument");
        g.Invoke("startElement", "a", new PyDict<Any, Any>());
        g.Invoke("startElement", "e", new PyDict<Any, Any> { ["k"] = "v" });
        g.Invoke("endElement", "e");
        g.Invoke("endElement", "a");
        Print(b.Invoke("getvalue"));
        ex = Modules.Import("xml.parsers.expat");
        p = ex.Invoke("ParserCreate");
        p.Set("StartElementHandler", new PyFunction("<lambda>", "n, a", (Any n, Any a) => Functions.None(() => Print("S", n, a))));
        p.Set("EndElementHandler", new PyFunction("<lambda>", "n", (Any n) => Functions.None(() => Print("E", n))));
        p.Set("CharacterDataHandler", new PyFunction("<lambda>", "d", (Any d) => Functions.None(() => Print("C", Repr(d)))));
        p.Invoke("Parse", "<a x='1'>hi\nyou</a>", true);
        p = ex.Invoke("ParserCreate", new Arguments { { "namespace_separator", ":" } });
        p.Set("StartElementHandler", new PyFunction("<lambda>", "n, a", (Any n, Any a) => Functions.None(() => Print("S", n, a))));
        try
        {
            p.Invoke("Parse", "<a xmlns='u'><b></a>", 1);
        }
        catch (BaseException caught5)
        {
            using var handling = Handling.Of(caught5);
            if (Except.Matches(caught5, ex.Get("ExpatError")))
            {
                BaseException er = caught5;
                using var handling2 = Handling.Of(caught5);
                Print(er, ex.Invoke("ErrorString", ((Any)er).Get("code")));
            }
            else
            {
                throw;
            }
        }
    }
}
