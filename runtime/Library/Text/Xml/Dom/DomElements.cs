using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Xml.Dom.DomNode;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The methods of elements and attributes.</summary>
internal static class DomElements
{
    public static PyType Declare(PyType type) => Attributes(type)
        .Action("__init__", "self, tagName, namespaceURI=None, prefix=None, localName=None", static a => (Of(a[0]).Name, Of(a[0]).Space, Of(a[0]).Prefix) = (a[1], a[2], a[3]))
        .Property("tagName", static o => Of(o).Name, static (o, v) => Of(o).Name = v)
        .Method("getElementsByTagName", "self, name", static (self, name) => Found(self, name))
        .Method("getElementsByTagNameNS", "self, namespaceURI, localName", static (self, space, name) => Found(self, space, name))
        .Method("__repr__", static o => $"<DOM Element: {Operators.Str(Of(o).Name)} at {Operators.Address(o.Ref!)}>")
        .Action("writexml", "self, writer, indent='', addindent='', newl=''", static a => DomWriter.Element(Of(a[0]), a[1], Operators.Str(a[2]), Operators.Str(a[3]), Operators.Str(a[4])));

    /// <summary>The elements below of a name; <c>*</c> for all.</summary>
    public static Any Found(Any self, Any name)
    {
        var list = NewList();
        foreach (var element in Of(self).Elements())
            if (name.Ref is "*" || Operators.Equal(element.Name, name))
                list.Append(element);
        return list;
    }

    public static Any Found(Any self, Any space, Any name)
    {
        var list = NewList();
        foreach (var element in Of(self).Elements())
            if ((name.Ref is "*" || Operators.Equal(element.LocalName, name)) && (space.Ref is "*" || Operators.Equal(element.Space, space)))
                list.Append(element);
        return list;
    }

    /// <summary>A name's prefix, or None, and the rest.</summary>
    public static (Any Prefix, Any Local) Split(Any name)
        => Operators.Str(name) is var text && text.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? (text[..colon], text[(colon + 1)..]) : (Any.None, name);

    private static Any Node(Any self, Any name) => Of(self).Attributes.GetAny(name, Any.None);

    private static Any Node(Any self, Any space, Any name) => Of(self).AttributesInSpaces.GetAny(PyTuple.Of(space, name), Any.None);

    private static Any Value(Any node) => node.IsNone ? "" : Of(node).Data;

    private static Any Remove(Any self, Any attribute)
    {
        if (attribute.IsNone || !ReferenceEquals(Node(self, Of(attribute).Name).Ref, attribute.Ref))
            throw DomErrors.Error("NotFoundErr");
        Of(self).RemoveAttribute(Of(attribute));
        return attribute;
    }

    /// <summary>Puts an attribute in the place of those of its name.</summary>
    private static Any Put(Any self, Any attribute)
    {
        var node = Of(attribute);
        if (!node.OwnerElement.IsNone && !ReferenceEquals(node.OwnerElement.Ref, self.Ref))
            throw DomErrors.Error("InuseAttributeErr", "attribute node already owned");
        var first = Node(self, node.Name);
        if (!first.IsNone)
            Of(self).RemoveAttribute(Of(first));
        var second = Node(self, node.Space, node.LocalName);
        if (!second.IsNone)
            Of(self).RemoveAttribute(Of(second));
        Of(self).SetAttribute(node);
        return ReferenceEquals(first.Ref, attribute.Ref) ? second : first;
    }

    private static void Set(Any self, Any name, Any value)
    {
        if (Node(self, name) is { IsNone: false } known)
            known.Set("value", value);
        else
            Put(self, NewAttribute(name, Any.None, Any.None, Any.None, Of(self).Owner, value));
    }

    private static void Set(Any self, Any space, Any name, Any value)
    {
        var (prefix, local) = Split(name);
        if (Node(self, space, local) is not { IsNone: false } known)
        {
            Put(self, NewAttribute(name, space, local, prefix, Of(self).Owner, value));
            return;
        }
        var node = Of(known);
        node.Data = value;
        if (Operators.Equal(node.Prefix, prefix))
            return;
        Of(self).RemoveAttribute(node);
        (node.Prefix, node.Name) = (prefix, name);
        Of(self).SetAttribute(node);
    }

    private static PyType Attributes(PyType type) => type
        .Method("getAttribute", "self, attname", static (self, name) => Value(Node(self, name)))
        .Method("getAttributeNS", "self, namespaceURI, localName", static (self, space, name) => Value(Node(self, space, name)))
        .Method("getAttributeNode", "self, attrname", static (self, name) => Node(self, name))
        .Method("getAttributeNodeNS", "self, namespaceURI, localName", static (self, space, name) => Node(self, space, name))
        .Action("setAttribute", "self, attname, value", static a => Set(a[0], a[1], a[2]))
        .Action("setAttributeNS", "self, namespaceURI, qualifiedName, value", static a => Set(a[0], a[1], a[2], a[3]))
        .Method("setAttributeNode", "self, attr", static (self, attribute) => Put(self, attribute))
        .Method("setAttributeNodeNS", "self, attr", static (self, attribute) => Put(self, attribute))
        .Action("removeAttribute", "self, name", static a => Remove(a[0], Node(a[0], a[1])))
        .Action("removeAttributeNS", "self, namespaceURI, localName", static a => Remove(a[0], Node(a[0], a[1], a[2])))
        .Method("removeAttributeNode", "self, node", static (self, node) => Remove(self, node))
        .Method("removeAttributeNodeNS", "self, node", static (self, node) => Remove(self, node))
        .Method("hasAttribute", "self, name", static (self, name) => !Node(self, name).IsNone)
        .Method("hasAttributeNS", "self, namespaceURI, localName", static (self, space, name) => !Node(self, space, name).IsNone)
        .Method("hasAttributes", static self => Of(self).Attributes.Count > 0)
        .Action("setIdAttribute", "self, name", static a => Mark(a[0], Node(a[0], a[1])))
        .Action("setIdAttributeNS", "self, namespaceURI, localName", static a => Mark(a[0], Node(a[0], a[1], a[2])))
        .Action("setIdAttributeNode", "self, idAttr", static a => Mark(a[0], a[1]));

    private static void Mark(Any self, Any attribute)
    {
        if (attribute.IsNone || !ReferenceEquals(Of(attribute).OwnerElement.Ref, self.Ref))
            throw DomErrors.Error("NotFoundErr");
        attribute.Set("_is_id", true);
    }

    public static PyType DeclareAttribute(PyType type) => type
        .Action("__init__", "self, qName, namespaceURI=None, localName=None, prefix=None", static a => (Of(a[0]).Name, Of(a[0]).Space, Of(a[0]).Local, Of(a[0]).Prefix) = (a[1], a[2], a[3].IsNone ? Any.Unbound : a[3], a[4]))
        .Attribute("specified", false).Attribute("_is_id", false)
        .Property("name", static o => Of(o).Name, Rename)
        .Property("value", static o => Of(o).Data, static (o, v) => Of(o).Data = v)
        .Property("ownerElement", static o => Of(o).OwnerElement, static (o, v) => Of(o).OwnerElement = v)
        .Property("isId", static o => o.Get("_is_id"))
        .Property("childNodes", static o => Texts(Of(o)))
        .Property("firstChild", static o => Texts(Of(o)).Get(0)).Property("lastChild", static o => Texts(Of(o)).Get(0))
        .Action("unlink", static self =>
        {
            if (Of(self).OwnerElement.Ref is DomNode element)
                element.RemoveAttribute(Of(self));
        });

    /// <summary>The value as the text node that it is in the DOM.</summary>
    private static PyList<Any> Texts(DomNode attribute)
    {
        var list = NewList();
        list.Append(NewText(DomKind.Text, attribute.Data.IsNone ? "" : attribute.Data, attribute.Owner));
        return list;
    }

    private static void Rename(Any attribute, Any name)
    {
        var node = Of(attribute);
        var element = node.OwnerElement.Ref as DomNode;
        element?.RemoveAttribute(node);
        node.Name = name;
        element?.SetAttribute(node);
    }
}
