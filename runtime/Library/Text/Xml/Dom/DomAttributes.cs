using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Xml.Dom.DomNode;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The attributes of an element, by their names: <c>NamedNodeMap</c>.</summary>
internal sealed class DomAttributes(DomNode element) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("NamedNodeMap", module: "xml.dom.minidom")
        .Property("length", static o => Self(o).Attributes.Count)
        .Method("__len__", static o => Self(o).Attributes.Count)
        .Method("__contains__", "self, key, /", static (o, key) => key.Ref is PyTuple ? Self(o).AttributesInSpaces.ContainsKey(key) : Self(o).Attributes.ContainsKey(key))
        .Method("__getitem__", "self, key, /", static (o, key) => Item(o, key) is { IsNone: false } node ? node : throw new KeyError(key))
        .Method("__setitem__", "self, attname, value, /", static (o, name, value) =>
        {
            if (value.Ref is DomNode { Kind: DomKind.Attribute } node)
                Self(o).SetAttribute(node);
            else if (value.Ref is string)
                ((Any)Self(o)).Invoke("setAttribute", name, value);
            else
                throw new TypeError("value must be a string or Attr object");
            return Any.None;
        })
        .Method("__delitem__", "self, key, /", static (o, key) =>
        {
            Self(o).RemoveAttribute(Of(Item(o, key) is { IsNone: false } node ? node : throw new KeyError(key)));
            return Any.None;
        })
        .Method("item", "self, index", static (o, index) => Lib.Int(index) is var i && i >= 0 && i < Self(o).Attributes.Count ? All(o).ElementAt((int)i) : Any.None)
        .Method("items", static o => new PyList<Any>(All(o).Select(static n => (Any)PyTuple.Of(Of(n).Name, Of(n).Data))))
        .Method("itemsNS", static o => new PyList<Any>(All(o).Select(static n => (Any)PyTuple.Of(PyTuple.Of(Of(n).Space, Of(n).LocalName), Of(n).Data))))
        .Method("keys", static o => ((Any)Self(o).Attributes).Invoke("keys")).Method("keysNS", static o => ((Any)Self(o).AttributesInSpaces).Invoke("keys"))
        .Method("values", static o => ((Any)Self(o).Attributes).Invoke("values"))
        .Method("get", "self, name, value=None", static (o, name, other) => Item(o, name) is { IsNone: false } node ? node : other)
        .Method("getNamedItem", "self, name", static (o, name) => Item(o, name))
        .Method("getNamedItemNS", "self, namespaceURI, localName", static (o, space, name) => Item(o, PyTuple.Of(space, name)))
        .Method("removeNamedItem", "self, name", static (o, name) => Remove(o, Item(o, name)))
        .Method("removeNamedItemNS", "self, namespaceURI, localName", static (o, space, name) => Remove(o, Item(o, PyTuple.Of(space, name))))
        .Method("setNamedItem", "self, node", static (o, node) => Put(o, node)).Method("setNamedItemNS", "self, node", static (o, node) => Put(o, node))
        .Method("__eq__", "self, other, /", static (o, other) => other.Ref is DomAttributes same && ReferenceEquals(same._element, Self(o)));

    private readonly DomNode _element = element;

    public override PyType Class => Type;

    private static DomNode Self(Any o) => ((DomAttributes)o.Ref!)._element;

    private static IEnumerable<Any> All(Any o) => Self(o).Attributes.Entries().Select(static e => e.Value);

    private static Any Item(Any o, Any key) => (key.Ref is PyTuple ? Self(o).AttributesInSpaces : Self(o).Attributes).GetAny(key, Any.None);

    private static Any Remove(Any o, Any node)
    {
        if (node.IsNone)
            throw DomErrors.Error("NotFoundErr");
        Self(o).RemoveAttribute(Of(node));
        return node;
    }

    private static Any Put(Any o, Any node)
    {
        if (node.Ref is not DomNode { Kind: DomKind.Attribute } attribute)
            throw DomErrors.Error("HierarchyRequestErr", $"{Operators.Repr(node)} cannot be child of {Operators.Repr(o)}");
        var old = Item(o, attribute.Name);
        if (!old.IsNone)
            Self(o).RemoveAttribute(Of(old));
        Self(o).SetAttribute(attribute);
        return old;
    }
}
