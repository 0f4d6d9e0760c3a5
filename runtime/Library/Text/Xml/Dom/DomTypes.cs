using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Xml.Dom.DomNode;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The classes of nodes.</summary>
internal static class DomTypes
{
    public static readonly PyType Node = Common(Make("Node", DomKind.Node, DomErrors.NodeBase));
    public static readonly PyType Element = DomElements.Declare(Make("Element", DomKind.Element, Node));
    public static readonly PyType Attribute = DomElements.DeclareAttribute(Make("Attr", DomKind.Attribute, Node));
    public static readonly PyType Character = Characters(Make("CharacterData", DomKind.Text, Node));
    public static readonly PyType Text = Texts(Make("Text", DomKind.Text, Character));
    public static readonly PyType Verbatim = Make("CDATASection", DomKind.Verbatim, Text).Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => DomWriter.Verbatim(Of(a[0]), a[1]));
    public static readonly PyType Comment = Make("Comment", DomKind.Comment, Character)
        .Action("__init__", "self, data", static a => Of(a[0]).Data = a[1])
        .Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => DomWriter.Comment(Of(a[0]), a[1], a[2], a[4]));
    public static readonly PyType Instruction = Make("ProcessingInstruction", DomKind.Instruction, Node)
        .Action("__init__", "self, target, data", static a => (Of(a[0]).Name, Of(a[0]).Data) = (a[1], a[2]))
        .Property("target", static o => Of(o).Name, static (o, v) => Of(o).Name = v).Property("data", static o => Of(o).Data, static (o, v) => Of(o).Data = v)
        .Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => a[1].Invoke("write", $"{Operators.Str(a[2])}<?{Operators.Str(Of(a[0]).Name)} {Operators.Str(Of(a[0]).Data)}?>{Operators.Str(a[4])}"));
    public static readonly PyType Document = DomDocuments.Declare(Make("Document", DomKind.Document, Node));
    public static readonly PyType DocumentType = DomDocuments.DeclareType(Make("DocumentType", DomKind.DocumentType, Node));
    public static readonly PyType Fragment = Make("DocumentFragment", DomKind.Fragment, Node);
    public static readonly PyType Entity = Make("Entity", DomKind.Entity, Node);
    public static readonly PyType Notation = Make("Notation", DomKind.Notation, Node);

    public static PyType ClassOf(DomKind kind) => kind switch
    {
        DomKind.Element => Element,
        DomKind.Attribute => Attribute,
        DomKind.Text => Text,
        DomKind.Verbatim => Verbatim,
        DomKind.Comment => Comment,
        DomKind.Instruction => Instruction,
        DomKind.Document => Document,
        DomKind.DocumentType => DocumentType,
        DomKind.Fragment => Fragment,
        DomKind.Entity => Entity,
        DomKind.Notation => Notation,
        _ => Node,
    };

    private static PyType Make(string name, DomKind kind, PyType @base) => PythonClass.Declare(name, "xml.dom.minidom", () => new DomNode(kind), @base);

    private static Any NodeName(DomNode node) => node.Kind switch
    {
        DomKind.Text => "#text",
        DomKind.Verbatim => "#cdata-section",
        DomKind.Comment => "#comment",
        DomKind.Document => "#document",
        DomKind.Fragment => "#document-fragment",
        _ => node.Name,
    };

    private static void SetValue(DomNode node, Any value)
    {
        if (node.Kind is DomKind.Attribute or DomKind.Text or DomKind.Verbatim or DomKind.Comment or DomKind.Instruction)
            node.Data = value;
    }

    private static PyType Common(PyType type) => Relations(type)
        .Action("__init__", "self, *args", static a => { })
        .Property("nodeType", static o => Of(o).Kind == DomKind.Node ? throw new AttributeError("'Node' object has no attribute 'nodeType'", "nodeType", o) : (int)Of(o).Kind)
        .Property("nodeName", static o => NodeName(Of(o)), static (o, v) => Of(o).Name = v)
        .Property("nodeValue", static o => Of(o).Kind is DomKind.Element or DomKind.Document or DomKind.Fragment ? Any.None : Of(o).Data, static (o, v) => SetValue(Of(o), v))
        .Property("attributes", static o => Of(o).Kind == DomKind.Element ? new DomAttributes(Of(o)) : Any.None)
        .Property("namespaceURI", static o => Of(o).Space, static (o, v) => Of(o).Space = v)
        .Property("prefix", static o => Of(o).Prefix, static (o, v) => Of(o).Prefix = v)
        .Property("localName", static o => Of(o).LocalName)
        .Method("toxml", "self, encoding=None, standalone=None", static a => a[0].Invoke("toprettyxml", new Arguments { "", "", a[1], a[2] }))
        .Method("toprettyxml", "self, indent=, newl=, encoding=None, standalone=None", static a => DomWriter.Pretty(a[0], a[1], a[2], a[3], a[4]), "\t", "\n")
        .Method("isSameNode", "self, other", static (self, other) => Operators.Is(self, other))
        .Method("isSupported", "self, feature, version", static (self, feature, version) => DomDocuments.HasFeature(feature, version))
        .Method("getInterface", "self, feature", static (self, feature) => DomDocuments.HasFeature(feature, Any.None) ? self : Any.None)
        .Method("getUserData", "self, key", static (self, key) => UserData(self).Invoke("get", key) is { IsNone: false } pair ? pair[0] : Any.None)
        .Method("setUserData", "self, key, data, handler", static a =>
        {
            var old = a[0].Invoke("getUserData", a[1]);
            if (a[2].IsNone)
                UserData(a[0]).Invoke("pop", a[1], Any.None);
            else
                Operators.SetItem(UserData(a[0]), a[1], PyTuple.Of(a[2], a[3]));
            return old;
        })
        .Method("__bool__", static _ => true)
        .Method("__enter__", static self => self)
        .Action("__exit__", "self, et, ev, tb", static a => a[0].Invoke("unlink"));

    private static Any UserData(Any self)
    {
        if (Operators.GetAttr(self, "_user_data", Any.None).IsNone)
            self.Set("_user_data", new PyDict<Any, Any>());
        return self.Get("_user_data");
    }

    private static PyType Relations(PyType type) => type
        .Property("parentNode", static o => Of(o).Parent is { } parent ? parent : Any.None, static (o, v) => Of(o).Parent = v.Ref as DomNode)
        .Property("ownerDocument", static o => Of(o).Owner, static (o, v) => Of(o).Owner = v)
        .Property("nextSibling", static o => Of(o).Next, static (o, v) => Of(o).Next = v)
        .Property("previousSibling", static o => Of(o).Previous, static (o, v) => Of(o).Previous = v)
        .Property("childNodes", static o => Of(o).Children, static (o, v) => Of(o).Children = (PyList<Any>)v.Ref!)
        .Property("firstChild", static o => Of(o).Children is { Count: > 0 } list ? list.Get(0) : Any.None)
        .Property("lastChild", static o => Of(o).Children is { Count: > 0 } list ? list.Get(-1) : Any.None)
        .Method("hasChildNodes", static self => Of(self).Children.Count > 0)
        .Method("appendChild", "self, node", static (self, node) => Of(self).Append(Of(node)))
        .Method("insertBefore", "self, newChild, refChild", static (self, node, before) => Of(self).Insert(Of(node), before))
        .Method("removeChild", "self, oldChild", static (self, node) => Of(self).Remove(Of(node)))
        .Method("replaceChild", "self, newChild, oldChild", static (self, node, old) => Of(self).Replace(Of(node), Of(old)))
        .Action("normalize", static self => Of(self).Normalize())
        .Action("unlink", static self => Of(self).Unlink())
        .Method("cloneNode", "self, deep", static (self, deep) => Copied(self, Of(self).Clone(deep.Truth, Of(self).Owner)));

    private static Any Copied(Any node, Any clone)
    {
        foreach (var (key, pair) in Operators.MappingItems(UserData(node)))
            if (!pair[1].IsNone)
                pair[1].Invoke("handle", new Arguments { 1, key, pair[0], node, clone });
        return clone;
    }

    private static PyType Characters(PyType type) => type
        .Action("__init__", "self", static _ => { })
        .Property("data", static o => Of(o).Data, static (o, v) => Of(o).Data = v)
        .Property("length", static o => Operators.Len(Of(o).Data))
        .Method("__len__", static o => Operators.Len(Of(o).Data))
        .Method("__repr__", static o => $"<DOM {PyType.Of(o).Name} node \"{Operators.Repr(Operators.Str(Of(o).Data) is var text && Str.Length(text) > 10 ? Str.Slice(text, 0, 10) : text)}{(Str.Length(text) > 10 ? "..." : "")}\">")
        .Method("substringData", "self, offset, count", static (self, offset, count) => Part(self, Lib.Int(offset), Lib.Int(count)).Middle)
        .Action("appendData", "self, arg", static a => Of(a[0]).Data = Of(a[0]).Data + a[1])
        .Action("insertData", "self, offset, arg", static a => Of(a[0]).Data = Part(a[0], Lib.Int(a[1]), 0) is var (head, _, tail) ? head + Operators.Str(a[2]) + tail : "")
        .Action("deleteData", "self, offset, count", static a => Of(a[0]).Data = Part(a[0], Lib.Int(a[1]), Lib.Int(a[2])) is var (head, _, tail) ? head + tail : "")
        .Action("replaceData", "self, offset, count, arg", static a => Of(a[0]).Data = Part(a[0], Lib.Int(a[1]), Lib.Int(a[2])) is var (head, _, tail) ? head + Operators.Str(a[3]) + tail : "");

    /// <exception cref="BaseException">IndexSizeErr: the part lies outside.</exception>
    private static (string Head, string Middle, string Tail) Part(Any self, long offset, long count)
    {
        var text = Operators.Str(Of(self).Data);
        if (offset < 0)
            throw DomErrors.Error("IndexSizeErr", "offset cannot be negative");
        if (offset > Str.Length(text))
            throw DomErrors.Error("IndexSizeErr", "offset cannot be beyond end of data");
        if (count < 0)
            throw DomErrors.Error("IndexSizeErr", "count cannot be negative");
        return (Str.Slice(text, 0, offset), Str.Slice(text, offset, offset + count), Str.Slice(text, offset + count, long.MaxValue));
    }

    private static PyType Texts(PyType type) => type
        .Property("wholeText", static o => string.Concat(Neighbours(Of(o)).Select(static n => Operators.Str(n.Data))))
        .Property("isWhitespaceInElementContent", static _ => false)
        .Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => DomWriter.Text(Of(a[0]), a[1], a[2], a[4]))
        .Method("replaceWholeText", "self, content", static (self, content) =>
        {
            foreach (var other in Neighbours(Of(self)).Where(n => !ReferenceEquals(n, self.Ref) || !content.Truth).ToArray())
                other.Parent?.Remove(other);
            Of(self).Data = content;
            return content.Truth ? self : Any.None;
        })
        .Method("splitText", "self, offset", static (self, offset) =>
        {
            var node = Of(self);
            if (Lib.Int(offset) is var at && (at < 0 || at > Operators.Len(node.Data)))
                throw DomErrors.Error("IndexSizeErr", "illegal offset value");
            var (head, _, tail) = Part(self, at, 0);
            var rest = NewText(node.Kind, tail, node.Owner);
            if (!node.Next.IsNone || node.Parent is not null)
                node.Parent?.Insert(rest, node.Next);
            node.Data = head;
            return rest;
        });

    /// <summary>A text and those directly before and after it.</summary>
    private static List<DomNode> Neighbours(DomNode node)
    {
        var all = new List<DomNode> { node };
        static bool IsText(Any other) => other.Ref is DomNode { Kind: DomKind.Text or DomKind.Verbatim };
        for (var before = node.Previous; IsText(before); before = Of(before).Previous)
            all.Insert(0, Of(before));
        for (var after = node.Next; IsText(after); after = Of(after).Next)
            all.Add(Of(after));
        return all;
    }
}
