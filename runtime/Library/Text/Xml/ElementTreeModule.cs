using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>The module <see href="https://docs.python.org/3.13/library/xml.etree.elementtree.html">xml.etree.ElementTree</see>.</summary>
internal static class ElementTreeModule
{
    private const string WriteOptions = "encoding=None, xml_declaration=None, default_namespace=None, method=None";

    private static readonly PyFunction s_comment = new("Comment", "text=None", static (Any[] a) => Special(s_comment!, a[0])) { IsBuiltin = true, Module = "xml.etree.ElementTree" };

    private static readonly PyFunction s_instruction = new("ProcessingInstruction", "target, text=None", static (Any[] a) => Special(s_instruction!, a[1].IsNone ? a[0] : Operators.Str(a[0]) + " " + Operators.Str(a[1]))) { IsBuiltin = true, Module = "xml.etree.ElementTree" };

    public static PyModule Build() => new PyModule("xml.etree.ElementTree")
        .Type(XmlElement.Type).Type(XmlNames.ParseError).Type(XmlBuilder.Type).Type(XmlTree.Type).Type(XmlTree.Parser).Type(XmlTree.Name)
        .Value("Comment", s_comment).Value("ProcessingInstruction", s_instruction).Value("PI", s_instruction).Value("VERSION", "1.3.0")
        .Function("SubElement", "parent, tag, attrib=, /, **extra", static a =>
        {
            var child = XmlElement.Make(a[1], XmlElement.Gathered(a[2], a[3]));
            XmlElement.Of(a[0]).Children.Add(child);
            return child;
        }, Any.Unbound)
        .Function("fromstring", "text, parser=None", static a => Parsed(a[0], a[1]))
        .Function("XML", "text, parser=None", static a => Parsed(a[0], a[1]))
        .Function("fromstringlist", "sequence, parser=None", static a => Parsed(Builtins.Get("str").Call("").Invoke("join", a[0]), a[1]))
        .Function("XMLID", "text, parser=None", static a => WithIds(a[0], a[1]))
        .Function("parse", "source, parser=None", static a =>
        {
            var tree = ((Any)XmlTree.Type).Call();
            tree.Invoke("parse", a[0], a[1]);
            return tree;
        })
        .Function("tostring", "element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True", static a => ToText(XmlElement.Of(a[0]), a[1], a[3], a[4], a[2], a[5]))
        .Function("tostringlist", "element, encoding=None, method=None, *, xml_declaration=None, default_namespace=None, short_empty_elements=True", static a => new PyList<Any>([ToText(XmlElement.Of(a[0]), a[1], a[3], a[4], a[2], a[5])]))
        .Function("dump", static elem =>
        {
            var root = XmlTree.RootOf(elem);
            var text = XmlWriter.ToText(root, "xml", true, null);
            StdIO.CurrentOut.Invoke("write", root.Tail.Truth && Operators.Str(root.Tail).EndsWith('\n') ? text : text + "\n");
            return Any.None;
        })
        .Function("indent", "tree, space='  ', level=0", static a => Lib.Do(() => Indent(XmlTree.RootOf(a[0]), Lib.Text(a[1]), Lib.Int(a[2]))))
        .Function("iselement", static elem => elem.Ref is XmlElement)
        .Value("register_namespace", Registering())
        .Function("iterparse", "source, events=None, parser=None", static a => new SequenceOf(s_events, Events(XmlTree.Source(a[0]), a[1])));

    private static readonly PyType s_events = PyIterator.DeclareType("IterParseIterator");

    private static XmlElement Special(PyFunction kind, Any text)
    {
        var element = XmlElement.Make(kind, new PyDict<Any, Any>());
        element.Text = text;
        return element;
    }

    /// <summary>The function that names prefixes; it keeps them itself.</summary>
    private static PyFunction Registering()
    {
        var function = new PyFunction("register_namespace", "prefix, uri", static (Any prefix, Any uri) => Lib.Do(() => XmlNames.Register(Lib.Text(prefix), Lib.Text(uri)))) { Module = "xml.etree.ElementTree" };
        Operators.SetAttr(function, "_namespace_map", XmlNames.Prefixes);
        return function;
    }

    /// <summary>The root of a text, and its elements by their attribute <c>id</c>.</summary>
    private static PyTuple WithIds(Any text, Any parser)
    {
        var root = Parsed(text, parser);
        var ids = new PyDict<Any, Any>();
        foreach (var element in root.Invoke("iter"))
            if (element.Invoke("get", "id") is { Truth: true } id)
                ids[id] = element;
        return PyTuple.Of(root, ids);
    }

    /// <summary>The module <c>xml.etree.ElementPath</c>: what the methods of elements are made of.</summary>
    public static PyModule Paths()
    {
        var module = new PyModule("xml.etree.ElementPath").Value("_cache", new PyDict<Any, Any>());
        foreach (var name in (string[])["find", "findall", "iterfind"])
            module.Function(name, "elem, path, namespaces=None", a => a[0].Invoke(name, a[1], a[2]));
        return module.Function("findtext", "elem, path, default=None, namespaces=None", static a => a[0].Invoke("findtext", a[1], a[2], a[3]));
    }

    private static Any Parsed(Any text, Any parser)
    {
        if (parser.IsNone)
            return Scanned(XmlTree.Decoded(text));
        parser.Invoke("feed", text);
        return parser.Invoke("close");
    }

    public static XmlElement Scanned(string text)
    {
        var builder = new XmlBuilder();
        new XmlScanner(text, builder).Scan();
        return builder.Root!;
    }

    private static List<Any> Events(string text, Any wanted)
    {
        var names = wanted.IsNone ? ["end"] : Operators.ToList(wanted).ConvertAll(static e => Lib.Text(e));
        foreach (var name in names)
            if (name is not ("start" or "end" or "start-ns" or "end-ns" or "comment" or "pi"))
                throw new ValueError($"unknown event {Str.Repr(name)}");
        var events = new List<Any>();
        var builder = new XmlBuilder
        {
            Events = (kind, what) =>
            {
                if (names.Contains(kind))
                    events.Add(PyTuple.Of(kind, what));
            },
        };
        new XmlScanner(text, builder).Scan();
        return events;
    }

    /// <summary>The text of an element: a str for the encoding <c>unicode</c>, else bytes.</summary>
    public static Any ToText(XmlElement element, Any encoding, Any declaration, Any space, Any method, Any shortEmpty)
    {
        var kind = method.IsNone ? "xml" : Lib.Text(method);
        var name = encoding.IsNone ? "us-ascii" : Lib.Text(encoding);
        var text = XmlWriter.ToText(element, kind, shortEmpty.Truth, Lib.Optional(space));
        var isText = name.Equals("unicode", StringComparison.OrdinalIgnoreCase);
        if (kind == "xml" && (declaration.IsNone ? !isText && name.ToLowerInvariant() is not ("utf-8" or "us-ascii") : declaration.Truth))
            text = $"<?xml version='1.0' encoding='{(isText ? "utf-8" : name)}'?>\n" + text;
        return isText ? text : PyBytes.Wrap(Codecs.Encode(text, name, "xmlcharrefreplace"));
    }

    private static void Indent(XmlElement element, string space, long level)
    {
        if (level < 0)
            throw new ValueError($"Initial indentation level must be >= 0, got {level}");
        if (element.Children.Count > 0)
            IndentChildren(element, space, "\n" + new StringBuilder().Insert(0, space, (int)level));
    }

    private static void IndentChildren(XmlElement element, string space, string outer)
    {
        static bool IsBlank(Any text) => !text.Truth || string.IsNullOrWhiteSpace(Operators.Str(text));
        var inner = outer + space;
        if (IsBlank(element.Text))
            element.Text = inner;
        foreach (var each in element.Children)
        {
            var child = XmlElement.Of(each);
            if (child.Children.Count > 0)
                IndentChildren(child, space, inner);
            if (IsBlank(child.Tail))
                child.Tail = inner;
        }
        var last = XmlElement.Of(element.Children[^1]);
        if (IsBlank(last.Tail))
            last.Tail = outer;
    }
}
