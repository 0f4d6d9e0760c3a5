using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>The classes <c>ElementTree</c>, <c>XMLParser</c> and <c>QName</c>.</summary>
internal static partial class XmlTree
{
    private const string Root = "_root";
    private const string Module = "xml.etree.ElementTree";

    public static readonly PyType Type = MakeTree();

    public static readonly PyType Parser = MakeParser();

    public static readonly PyType Name = MakeName();

    /// <summary>The element of a tree, or the element itself.</summary>
    public static XmlElement RootOf(Any tree) => tree.Ref as XmlElement ?? XmlElement.Of(tree.Invoke("getroot"));

    /// <summary>A document as text: bytes have the encoding that they declare.</summary>
    public static string Decoded(Any document)
    {
        if (PyValueInstance.Unwrap(document).Ref is string text)
            return Lines(text);
        var bytes = Buffers.Of(document).ToArray();
        var head = Buffers.ToLatin1(bytes.AsSpan(0, Math.Min(bytes.Length, 200)));
        var encoding = bytes is [0xff, 0xfe, ..] or [0xfe, 0xff, ..] ? "utf-16" : bytes is [0xef, 0xbb, 0xbf, ..] ? "utf-8-sig"
            : Declaration().Match(head) is { Success: true } match ? match.Groups[1].Value : "utf-8";
        return Lines(Codecs.Decode(bytes, encoding));
    }

    private static string Lines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    [GeneratedRegex("""^<\?xml[^>]*encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")]
    private static partial Regex Declaration();

    /// <summary>A file by name, or an open one.</summary>
    public static string Source(Any source)
    {
        if (!Operators.GetAttr(source, "read", Any.Unbound).IsUnbound)
            return Decoded(source.Invoke("read"));
        var file = Builtins.Get("open").Call(source, "rb");
        try
        {
            return Decoded(file.Invoke("read"));
        }
        finally
        {
            file.Invoke("close");
        }
    }

    private static PyType Open(string name)
    {
        var type = PyType.Builtin(name, module: Module);
        type.HasInstanceDict = true;
        type.New(static (cls, _) => new PyInstance(cls));
        return type;
    }

    private static Any Parse(Any self, Any source, Any parser)
    {
        Any root;
        if (parser.IsNone)
        {
            root = ElementTreeModule.Scanned(Source(source));
        }
        else
        {
            parser.Invoke("feed", Source(source));
            root = parser.Invoke("close");
        }
        Operators.SetAttr(self, Root, root);
        return root;
    }

    private static PyType MakeTree()
    {
        var type = Open("ElementTree")
            .Method("__init__", "self, element=None, file=None", static (self, element, file) => Lib.Do(() =>
            {
                if (!element.IsNone && element.Ref is not XmlElement)
                    throw new TypeError($"expected an Element, not {PyType.Of(element).ErrorName}");
                Operators.SetAttr(self, Root, element);
                if (!file.IsNone)
                    Parse(self, file, Any.None);
            }))
            .Method("getroot", static self => self.Get(Root))
            .Method("_setroot", "self, element", static (self, element) => Lib.Do(() => Operators.SetAttr(self, Root, element)))
            .Method("parse", "self, source, parser=None", static (self, source, parser) => Parse(self, source, parser))
            .Method("iter", "self, tag=None", static (self, tag) => self.Get(Root).Invoke("iter", tag))
            .Method("write", "self, file_or_filename, encoding=None, xml_declaration=None, default_namespace=None, method=None, *, short_empty_elements=True", static a => Lib.Do(() => Write(a)));
        foreach (var name in (string[])["find", "findall", "iterfind"])
            type.Method(name, "self, path, namespaces=None", (self, path, names) => self.Get(Root).Invoke(name, Relative(path), names));
        return type.Method("findtext", "self, path, default=None, namespaces=None", static a => a[0].Get(Root).Invoke("findtext", Relative(a[1]), a[2], a[3]));
    }

    private static Any Relative(Any path) => path.Ref is string text && text.StartsWith('/') ? "." + text : path;

    private static void Write(Any[] a)
    {
        var data = ElementTreeModule.ToText(XmlElement.Of(a[0].Get(Root)), a[2], a[3], a[4], a[5], a[6]);
        if (!Operators.GetAttr(a[1], "write", Any.Unbound).IsUnbound)
        {
            a[1].Invoke("write", data);
            return;
        }
        var file = data.Ref is string ? Builtins.Get("open").Call(new Arguments { a[1], "w", { "encoding", "utf-8" } }) : Builtins.Get("open").Call(a[1], "wb");
        file.Invoke("write", data);
        file.Invoke("close");
    }

    private static PyType MakeParser() => Open("XMLParser")
        .Method("__init__", "self, *, target=None, encoding=None", static (self, target, _) => Lib.Do(() =>
        {
            Operators.SetAttr(self, "target", target.IsNone ? ((Any)XmlBuilder.Type).Call() : target);
            Operators.SetAttr(self, "_parts", new PyList<Any>());
        }))
        .Method("feed", "self, data, /", static (self, data) => self.Get("_parts").Invoke("append", data))
        .Method("close", static self =>
        {
            var target = self.Get("target");
            var parts = Operators.ToList(self.Get("_parts"));
            var text = parts.Count > 0 && parts[0].Ref is not string ? Decoded(PyBytes.Wrap([.. parts.SelectMany(static p => Buffers.Of(p).ToArray())])) : string.Concat(parts.Select(static p => Decoded(p)));
            new XmlScanner(text, target.Ref as IXmlTarget ?? new ObjectTarget(target)).Scan();
            return Operators.GetAttr(target, "close", Any.Unbound) is { IsUnbound: false } close ? close.Call() : Any.None;
        });

    private static PyType MakeName() => Open("QName")
        .Method("__init__", "self, text_or_uri, tag=None", static (self, text, tag) => Lib.Do(() => Operators.SetAttr(self, "text", tag.IsNone ? text : $"{{{Operators.Str(text)}}}{Operators.Str(tag)}")))
        .Method("__str__", static self => Operators.Str(self.Get("text")))
        .Method("__repr__", static self => $"<QName {Operators.Repr(self.Get("text"))}>")
        .Method("__hash__", static self => Operators.Hash(self.Get("text")))
        .Method("__eq__", "self, other, /", static (self, other) => Operators.Equal(self.Get("text"), PyType.Of(other).Name == "QName" ? other.Get("text") : other));
}
