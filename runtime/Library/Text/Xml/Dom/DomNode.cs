using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The kinds of nodes, with their numbers in the DOM.</summary>
internal enum DomKind
{
    Node = 0, Element = 1, Attribute, Text, Verbatim, EntityReference, Entity, Instruction, Comment, Document, DocumentType, Fragment, Notation,
}

/// <summary>A node of a document: <see href="https://docs.python.org/3.13/library/xml.dom.minidom.html">xml.dom.minidom</see>.</summary>
internal sealed class DomNode(DomKind kind) : LibraryObject
{
    private static readonly PyType s_list = Lib.Class("NodeList", "xml.dom.minicompat", ListType.Type)
        .Method("item", "self, index", static (self, index) => Lib.Int(index) is var i && i >= 0 && i < Operators.Len(self) ? self[i] : Any.None)
        .Property("length", static self => Operators.Len(self));

    private protected override PyType NativeClass => DomTypes.ClassOf(kind);

    public DomKind Kind => kind;

    /// <summary>The name with its prefix; of an instruction its target.</summary>
    public Any Name { get; set; } = Any.None;

    /// <summary>The text of a node that is text, the value of an attribute.</summary>
    public Any Data { get; set; } = kind is DomKind.Text or DomKind.Verbatim ? "" : Any.None;

    public Any Space { get; set; } = Any.None;

    public Any Prefix { get; set; } = Any.None;

    /// <summary>The name in its namespace; unbound where only the whole name is known.</summary>
    public Any Local { get; set; } = Any.Unbound;

    public DomNode? Parent { get; set; }

    public Any Owner { get; set; } = Any.None;

    public Any Next { get; set; } = Any.None;

    public Any Previous { get; set; } = Any.None;

    /// <summary>The element of an attribute.</summary>
    public Any OwnerElement { get; set; } = Any.None;

    public PyList<Any> Children { get; set; } = NewList();

    /// <summary>The attributes of an element by their names, and by their namespaces.</summary>
    public PyDict<Any, Any> Attributes { get; } = new();

    public PyDict<Any, Any> AttributesInSpaces { get; } = new();

    public bool HasChildren => kind is DomKind.Element or DomKind.Attribute or DomKind.Document or DomKind.Fragment or DomKind.Entity;

    public Any LocalName => kind is not (DomKind.Element or DomKind.Attribute) ? Any.None : !Local.IsUnbound ? Local : Operators.Str(Name) is var name ? name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..] : Any.None;

    /// <summary>An empty list of nodes.</summary>
    public static PyList<Any> NewList()
    {
        var list = new PyList<Any>();
        list.SetClass(s_list);
        return list;
    }

    public static DomNode Of(Any value) => value.Ref as DomNode ?? throw new AttributeError($"'{PyType.Of(value).ErrorName}' object has no attribute 'nodeType'", "nodeType", value);

    public static DomNode NewElement(Any name, Any space, Any prefix, Any owner) => new(DomKind.Element) { Name = name, Space = space, Prefix = prefix, Owner = owner };

    public static DomNode NewAttribute(Any name, Any space, Any local, Any prefix, Any owner, Any value)
        => new(DomKind.Attribute) { Name = name, Space = space, Local = local.IsNone ? Any.Unbound : local, Prefix = prefix, Owner = owner, Data = value };

    /// <summary>A text, comment or instruction.</summary>
    public static DomNode NewText(DomKind kind, Any data, Any owner) => new(kind) { Data = data, Owner = owner };

    private bool Takes(DomKind child) => kind switch
    {
        DomKind.Document => child is DomKind.Element or DomKind.Instruction or DomKind.Comment or DomKind.DocumentType,
        DomKind.Element or DomKind.Fragment or DomKind.Entity => child is DomKind.Element or DomKind.Instruction or DomKind.Comment or DomKind.Text or DomKind.Verbatim or DomKind.EntityReference || (kind == DomKind.Fragment && child == DomKind.Notation),
        _ => kind == DomKind.Attribute && child is DomKind.Text or DomKind.EntityReference,
    };

    private void Check(DomNode child, string verb)
    {
        if (!HasChildren)
            throw DomErrors.Error("HierarchyRequestErr", $"{Operators.Str(Name)} nodes {verb} have children");
        if (!Takes(child.Kind))
            throw DomErrors.Error("HierarchyRequestErr", $"{Operators.Repr(child)} cannot be child of {Operators.Repr(this)}");
    }

    public Any Append(DomNode node)
    {
        if (node.Kind == DomKind.Fragment && kind != DomKind.Document)
        {
            foreach (var child in ((IEnumerable<Any>)node.Children).ToArray())
                Append(Of(child));
            return node;
        }
        Check(node, "cannot");
        node.Parent?.Remove(node);
        if (kind == DomKind.Document && node.Kind == DomKind.Element && ((IEnumerable<Any>)Children).Any(static c => Of(c).Kind == DomKind.Element))
            throw DomErrors.Error("HierarchyRequestErr", "two document elements disallowed");
        Link(Children.Count > 0 ? Children.Get(-1) : Any.None, node);
        node.Next = Any.None;
        Children.Append(node);
        node.Parent = this;
        return node;
    }

    private static void Link(Any before, Any after)
    {
        if (!before.IsNone)
            Of(before).Next = after;
        if (!after.IsNone)
            Of(after).Previous = before;
    }

    private int Place(Any child)
    {
        for (var i = 0; i < Children.Count; i++)
            if (ReferenceEquals(Children.Get(i).Ref, child.Ref))
                return i;
        throw HasChildren ? DomErrors.Error("NotFoundErr") : DomErrors.Error("NotFoundErr", $"{Operators.Str(Name)} nodes do not have children");
    }

    public Any Insert(DomNode node, Any before)
    {
        if (node.Kind == DomKind.Fragment)
        {
            foreach (var child in ((IEnumerable<Any>)node.Children).ToArray())
                Insert(Of(child), before);
            return node;
        }
        Check(node, "do not");
        node.Parent?.Remove(node);
        if (before.IsNone)
            return Append(node);
        var at = Place(before);
        Link(at > 0 ? Children.Get(at - 1) : Any.None, node);
        Link(node, before);
        Children.Insert(at, node);
        node.Parent = this;
        return node;
    }

    public Any Remove(DomNode node)
    {
        Children.DeleteAt(Place(node));
        Link(node.Previous, node.Next);
        if (!node.Previous.IsNone && node.Next.IsNone)
            Of(node.Previous).Next = Any.None;
        (node.Next, node.Previous, node.Parent) = (Any.None, Any.None, null);
        return node;
    }

    public Any Replace(DomNode node, DomNode old)
    {
        if (node.Kind == DomKind.Fragment)
        {
            var next = old.Next;
            Remove(old);
            return Insert(node, next);
        }
        Check(node, "do not");
        if (ReferenceEquals(node, old))
            return Any.None;
        node.Parent?.Remove(node);
        var at = Place(old);
        Children.Set(at, node);
        Link(old.Previous, node);
        Link(node, old.Next);
        (node.Parent, old.Parent, old.Next, old.Previous) = (this, null, Any.None, Any.None);
        return old;
    }

    /// <summary>Joins texts that follow each other, and takes away empty ones.</summary>
    public void Normalize()
    {
        if (!HasChildren)
            return;
        DomNode? last = null;
        foreach (var child in ((IEnumerable<Any>)Children).ToArray().Select(Of))
        {
            if (child.Kind == DomKind.Element)
                child.Normalize();
            if (child.Kind == DomKind.Text && (Operators.Str(child.Data).Length == 0 || last?.Kind == DomKind.Text))
            {
                if (last?.Kind == DomKind.Text)
                    last.Data = last.Data + child.Data;
                Remove(child);
                continue;
            }
            last = child;
        }
    }

    /// <summary>Takes a node and all below it apart.</summary>
    public void Unlink()
    {
        foreach (var child in ((IEnumerable<Any>)Children).ToArray().Concat(Attributes.Entries().Select(static e => e.Value).ToArray()))
            ((Any)child).Invoke("unlink");
        Attributes.Clear();
        AttributesInSpaces.Clear();
        Children = NewList();
        (Parent, Owner, Next, Previous) = (null, Any.None, Any.None, Any.None);
    }

    /// <summary>The elements below, in the order of the text.</summary>
    public IEnumerable<DomNode> Elements()
    {
        foreach (var child in Children)
        {
            if (child.Ref is not DomNode node)
                continue;
            if (node.Kind == DomKind.Element)
                yield return node;
            foreach (var inner in node.Elements())
                yield return inner;
        }
    }

    /// <summary>A copy that belongs to a document.</summary>
    public DomNode Clone(bool isDeep, Any owner)
    {
        var clone = new DomNode(kind) { Name = Name, Data = Data, Space = Space, Prefix = Prefix, Local = Local, Owner = owner };
        foreach (var attribute in Attributes.Entries().Select(static e => Of(e.Value)).ToArray())
            clone.SetAttribute(attribute.Clone(true, owner));
        if (isDeep && kind != DomKind.Attribute)
            foreach (var child in ((IEnumerable<Any>)Children).Select(Of).ToArray())
                clone.Append(child.Clone(true, owner));
        return clone;
    }

    public void SetAttribute(DomNode attribute)
    {
        Attributes[attribute.Name] = attribute;
        AttributesInSpaces[PyTuple.Of(attribute.Space, attribute.LocalName)] = attribute;
        attribute.OwnerElement = this;
    }

    public void RemoveAttribute(DomNode attribute)
    {
        Attributes.Remove(attribute.Name);
        AttributesInSpaces.Remove(PyTuple.Of(attribute.Space, attribute.LocalName));
        attribute.OwnerElement = Any.None;
    }
}
