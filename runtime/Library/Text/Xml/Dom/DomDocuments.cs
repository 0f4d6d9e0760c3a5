using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Xml.Dom.DomNode;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>Documents, their types, and what makes them.</summary>
internal static class DomDocuments
{
    private static readonly PyType s_implementation = new ClassMaker("DOMImplementation", "xml.dom.minidom")
        .Method("hasFeature", "self, feature, version", static a => HasFeature(a[1], a[2]))
        .Method("createDocument", "self, namespaceURI, qualifiedName, doctype", static a => Make(a[1], a[2], a[3]))
        .Method("createDocumentType", "self, qualifiedName, publicId, systemId", static a => MakeType(DomElements.Split(a[1]).Local, a[2], a[3], Any.None))
        .Method("getInterface", "self, feature", static a => HasFeature(a[1], Any.None) ? a[0] : Any.None)
        .Make(PyType.Object);

    public static readonly Any Implementation = s_implementation.Call();

    public static PyType ImplementationType => s_implementation;

    public static bool HasFeature(Any feature, Any version)
        => Operators.Str(feature).ToLowerInvariant() is "core" or "xml" && (version.IsNone || version.Ref is "1.0" or "2.0" or "")
            || (Operators.Str(feature).Equals("ls-load", StringComparison.OrdinalIgnoreCase) && (version.IsNone || version.Ref is "3.0" or ""));

    public static DomNode New() => new(DomKind.Document);

    public static DomNode MakeType(Any name, Any publicId, Any systemId, Any subset)
    {
        var type = new DomNode(DomKind.DocumentType) { Name = name };
        foreach (var (key, value) in (ReadOnlySpan<(string, Any)>)[("publicId", publicId), ("systemId", systemId), ("internalSubset", subset)])
            ((Any)type).Set(key, value);
        return type;
    }

    private static Any Make(Any space, Any name, Any type)
    {
        if (!type.IsNone && Of(type).Parent is not null)
            throw DomErrors.Error("WrongDocumentErr", "doctype object owned by another DOM tree");
        var document = New();
        var isEmpty = space.IsNone && name.IsNone && type.IsNone;
        if (!name.Truth && !isEmpty)
            throw DomErrors.Error("InvalidCharacterErr", "Element with no name");
        if (!isEmpty)
        {
            var (prefix, _) = DomElements.Split(name);
            if (prefix.Ref is "xml" && space.Ref is not XmlNames.Xml)
                throw DomErrors.Error("NamespaceErr", "illegal use of 'xml' prefix");
            if (prefix.Truth && !space.Truth)
                throw DomErrors.Error("NamespaceErr", "illegal use of prefix without namespaces");
            if (!type.IsNone)
                document.Append(Of(type));
            document.Append(NewElement(name, space, prefix, document));
        }
        if (!type.IsNone)
            Of(type).Owner = document;
        ((Any)document).Set("doctype", type);
        return document;
    }

    private static Any Root(Any self) => ((IEnumerable<Any>)Of(self).Children).FirstOrDefault(static c => Of(c).Kind == DomKind.Element) is { Ref: DomNode } root ? root : Any.None;

    private static Any Text(DomKind kind, Any data, Any owner)
        => PyValueInstance.Unwrap(data).Ref is string ? NewText(kind, data, owner) : throw new TypeError("node contents must be a string");

    public static PyType Declare(PyType type)
    {
        foreach (var name in (string[])["actualEncoding", "encoding", "standalone", "version", "errorHandler", "documentURI", "doctype"])
            type.Attribute(name, Any.None);
        return type
            .Attribute("strictErrorChecking", false).Attribute("async_", false).Attribute("implementation", Implementation)
            .Action("__init__", "self", static _ => { })
            .Property("documentElement", Root)
            .Method("createDocumentFragment", static self => new DomNode(DomKind.Fragment) { Owner = self })
            .Method("createElement", "self, tagName", static (self, name) => NewElement(name, Any.None, Any.None, self))
            .Method("createElementNS", "self, namespaceURI, qualifiedName", static (self, space, name) => NewElement(name, space, DomElements.Split(name).Prefix, self))
            .Method("createTextNode", "self, data", static (self, data) => Text(DomKind.Text, data, self))
            .Method("createCDATASection", "self, data", static (self, data) => Text(DomKind.Verbatim, data, self))
            .Method("createComment", "self, data", static (self, data) => NewText(DomKind.Comment, data, self))
            .Method("createProcessingInstruction", "self, target, data", static (self, target, data) => new DomNode(DomKind.Instruction) { Name = target, Data = data, Owner = self })
            .Method("createAttribute", "self, qName", static (self, name) => NewAttribute(name, Any.None, Any.None, Any.None, self, ""))
            .Method("createAttributeNS", "self, namespaceURI, qualifiedName", static (self, space, name) => NewAttribute(name, space, DomElements.Split(name).Local, DomElements.Split(name).Prefix, self, ""))
            .Method("getElementsByTagName", "self, name", static (self, name) => DomElements.Found(self, name))
            .Method("getElementsByTagNameNS", "self, namespaceURI, localName", static (self, space, name) => DomElements.Found(self, space, name))
            .Method("getElementById", "self, id", static (self, id) => Of(self).Elements().FirstOrDefault(e => e.Attributes.Entries().Any(a => a.Value.Get("isId").Truth && Operators.Equal(Of(a.Value).Data, id))) is { } found ? found : Any.None)
            .Method("importNode", "self, node, deep", static (self, node, deep) => Of(node).Kind is DomKind.Document or DomKind.DocumentType
                ? throw DomErrors.Error("NotSupportedErr", $"cannot import document {(Of(node).Kind == DomKind.Document ? "" : "type ")}nodes") : Of(node).Clone(deep.Truth, self))
            .Method("cloneNode", "self, deep", static (self, deep) => deep.Truth ? Copy(self) : Any.None)
            .Method("renameNode", "self, n, namespaceURI, name", static a => Rename(a[0], a[1], a[2], a[3]))
            .Action("writexml", "self, writer, indent='', addindent='', newl='', encoding=None, standalone=None", static a => DomWriter.Document(Of(a[0]), a[1], a[2], a[3], a[4], a[5], a[6]))
            .Method("saveXML", "self, snode", static (self, node) => (node.IsNone ? self : node).Invoke("toxml"));
    }

    private static DomNode Copy(Any self)
    {
        var copy = New();
        Any clone = copy;
        foreach (var name in (string[])["encoding", "standalone", "version"])
            clone.Set(name, self.Get(name));
        foreach (var child in (IEnumerable<Any>)Of(self).Children)
        {
            var own = Of(child).Kind == DomKind.DocumentType ? MakeType(Of(child).Name, child.Get("publicId"), child.Get("systemId"), child.Get("internalSubset")) : Of(child).Clone(true, copy);
            own.Owner = copy;
            copy.Append(own);
            if (own.Kind == DomKind.DocumentType)
                clone.Set("doctype", own);
        }
        return copy;
    }

    private static Any Rename(Any self, Any node, Any space, Any name)
    {
        var target = Of(node);
        if (!ReferenceEquals(target.Owner.Ref, self.Ref))
            throw DomErrors.Error("WrongDocumentErr", $"cannot rename nodes from other documents;\nexpected {Operators.Str(self)},\nfound {Operators.Str(target.Owner)}");
        if (target.Kind is not (DomKind.Element or DomKind.Attribute))
            throw DomErrors.Error("NotSupportedErr", "renameNode() only applies to element and attribute nodes");
        var (prefix, local) = space.IsNone ? (Any.None, Any.None) : DomElements.Split(name);
        if (prefix.Ref is "xmlns" && space.Ref is not XmlNames.Declarations)
            throw DomErrors.Error("NamespaceErr", "illegal use of 'xmlns' prefix");
        if (prefix.IsNone && !space.IsNone && name.Ref is "xmlns" && space.Ref is not XmlNames.Declarations && target.Kind == DomKind.Attribute)
            throw DomErrors.Error("NamespaceErr", "illegal use of the 'xmlns' attribute");
        var element = target.OwnerElement.Ref as DomNode;
        element?.RemoveAttribute(target);
        (target.Prefix, target.Local, target.Space, target.Name) = (prefix, local.IsNone ? Any.Unbound : local, space, name);
        element?.SetAttribute(target);
        return node;
    }

    public static PyType DeclareType(PyType type)
    {
        foreach (var name in (string[])["publicId", "systemId", "internalSubset"])
            type.Attribute(name, Any.None);
        return type
            .Action("__init__", "self, qualifiedName", static a => Of(a[0]).Name = a[1].Truth ? DomElements.Split(a[1]).Local : Any.None)
            .Property("name", static o => Of(o).Name, static (o, v) => Of(o).Name = v)
            .Property("entities", static _ => new DomAttributes(new DomNode(DomKind.Element))).Property("notations", static _ => new DomAttributes(new DomNode(DomKind.Element)))
            .Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => DomWriter.DocumentType(a[0], a[1], Operators.Str(a[4])));
    }
}
