using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary><see href="https://docs.python.org/3.13/library/xml.etree.elementtree.html#element-objects">Element</see>: a tag, attributes, texts and children.</summary>
internal sealed class XmlElement : PyContainer, IPyIterable
{
    public static readonly PyType Type = CreateType();

    private static readonly PyType s_iterator = PyIterator.DeclareType("_element_iterator");

    public Any Tag { get; set; } = Any.None;

    public Any Text { get; set; } = Any.None;

    public Any Tail { get; set; } = Any.None;

    public Any Attributes { get; set; } = Any.None;

    public List<Any> Children { get; } = [];

    protected override PyType BuiltinClass => Type;

    public static XmlElement Of(Any value) => value.Ref as XmlElement ?? throw new TypeError($"expected an Element, not {PyType.Of(value).ErrorName}");

    /// <summary>An element of the class itself.</summary>
    public static XmlElement Make(Any tag, PyDict<Any, Any> attributes) => new() { Tag = tag, Attributes = attributes };

    public PyIterator GetPyIterator() => new SequenceOf(s_iterator, Each());

    /// <summary>The children, as they are when each is reached.</summary>
    private IEnumerable<Any> Each()
    {
        for (var i = 0; i < Children.Count; i++)
            yield return Children[i];
    }

    /// <summary>The element and all below it, in the order of the document.</summary>
    public IEnumerable<Any> All(Any tag)
    {
        if (tag.IsNone || Operators.Equal(tag, "*") || Operators.Equal(Tag, tag))
            yield return this;
        for (var i = 0; i < Children.Count; i++)
            foreach (var below in Of(Children[i]).All(tag))
                yield return below;
    }

    public IEnumerable<Any> Texts()
    {
        if (Text.Truth)
            yield return Text;
        foreach (var child in Children.ToArray())
        {
            foreach (var text in Of(child).Texts())
                yield return text;
            if (Of(child).Tail.Truth)
                yield return Of(child).Tail;
        }
    }

    private XmlElement Copied(Func<Any, Any> child)
    {
        var copy = Make(Tag, new PyDict<Any, Any>());
        ((PyDict<Any, Any>)copy.Attributes.Ref!).UpdateAny(Attributes);
        (copy.Text, copy.Tail) = (Text, Tail);
        copy.Children.AddRange(Children.Select(child));
        return copy;
    }

    public Any DeepCopy() => Copied(static c => Of(c).DeepCopy());

    /// <summary>The attributes of a call: a dict and keywords.</summary>
    public static PyDict<Any, Any> Gathered(Any given, Any extra)
    {
        if (given.Ref is not PyDict && !given.IsUnbound)
            throw new TypeError($"attrib must be dict, not {PyType.Of(given).ErrorName}");
        var attributes = new PyDict<Any, Any>();
        if (!given.IsUnbound)
            attributes.UpdateAny(given);
        attributes.UpdateAny(extra);
        return attributes;
    }

    private static void Assign(XmlElement self, Any index, Any value)
    {
        if (index.Ref is PySlice slice)
        {
            var list = new PyList<Any>(self.Children);
            list.SetSliceAny(slice, value);
            self.Children.Clear();
            self.Children.AddRange(list);
            return;
        }
        self.Children[Place(self, index, "child assignment index out of range")] = Of(value);
    }

    private static void Delete(XmlElement self, Any index)
    {
        if (index.Ref is PySlice slice)
        {
            var list = new PyList<Any>(self.Children);
            list.DeleteSlice(slice);
            self.Children.Clear();
            self.Children.AddRange(list);
            return;
        }
        self.Children.RemoveAt(Place(self, index, "child assignment index out of range"));
    }

    private static int Place(XmlElement self, Any index, string error)
    {
        if (!Operators.IsIndex(index))
            throw new TypeError("element indices must be integers");
        var at = SequenceRules.IndexOf(index);
        at += at < 0 ? self.Children.Count : 0;
        return at >= 0 && at < self.Children.Count ? (int)at : throw new IndexError(error);
    }

    private static Any Read(XmlElement self, Any index)
        => index.Ref is PySlice slice ? new PyList<Any>(self.Children).GetSlice(slice) : self.Children[Place(self, index, "child index out of range")];

    private static void Clear(XmlElement self)
    {
        self.Children.Clear();
        (self.Text, self.Tail, self.Attributes) = (Any.None, Any.None, new PyDict<Any, Any>());
    }

    private static void Remove(XmlElement self, Any child)
    {
        var at = self.Children.FindIndex(c => Operators.Same(c, child));
        if (at < 0)
            throw new ValueError("list.remove(x): x not in list");
        self.Children.RemoveAt(at);
    }

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Element", module: "xml.etree.ElementTree");
        type.New(static (cls, _) =>
        {
            var made = new XmlElement();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, tag, attrib=, /, **extra", static a => Lib.Do(() => (Of(a[0]).Tag, Of(a[0]).Attributes) = (a[1], Gathered(a[2], a[3]))), Any.Unbound)
            .Property("tag", static o => Of(o).Tag, static (o, v) => Of(o).Tag = v)
            .Property("text", static o => Of(o).Text, static (o, v) => Of(o).Text = v)
            .Property("tail", static o => Of(o).Tail, static (o, v) => Of(o).Tail = v)
            .Property("attrib", static o => Of(o).Attributes, static (o, v) => Of(o).Attributes = v)
            .Method("append", "self, subelement, /", static (o, child) => Lib.Do(() => Of(o).Children.Add(Checked(child, "append"))))
            .Method("insert", "self, index, subelement, /", static (o, index, child) => Lib.Do(() => Of(o).Children.Insert(SequenceRules.Clamp(SequenceRules.SizeOf(index), Of(o).Children.Count), Checked(child, "insert"))))
            .Method("extend", "self, elements, /", static (o, items) => Lib.Do(() => Of(o).Children.AddRange(Operators.ToList(items).Select(static i => (Any)Of(i)))))
            .Method("remove", "self, subelement, /", static (o, child) => Lib.Do(() => Remove(Of(o), child)))
            .Method("clear", static o => Lib.Do(() => Clear(Of(o))))
            .Method("get", "self, key, default=None", static (o, key, fallback) => Operators.Contains(Of(o).Attributes, key) ? Operators.GetItem(Of(o).Attributes, key) : fallback)
            .Method("set", "self, key, value, /", static (o, key, value) => Lib.Do(() => Operators.SetItem(Of(o).Attributes, key, value)))
            .Method("keys", static o => Of(o).Attributes.Invoke("keys"))
            .Method("items", static o => Of(o).Attributes.Invoke("items"))
            .Method("iter", "self, tag=None", static (o, tag) => new SequenceOf(s_iterator, Of(o).All(tag)))
            .Method("itertext", static o => new SequenceOf(s_iterator, Of(o).Texts()))
            .Method("find", "self, path, namespaces=None", static (o, path, names) => XmlPath.Find(Of(o), path, names))
            .Method("findall", "self, path, namespaces=None", static (o, path, names) => Lib.List(XmlPath.Select(Of(o), path, names)))
            .Method("iterfind", "self, path, namespaces=None", static (o, path, names) => new SequenceOf(s_iterator, XmlPath.Select(Of(o), path, names)))
            .Method("findtext", "self, path, default=None, namespaces=None", static a => XmlPath.FindText(Of(a[0]), a[1], a[2], a[3]))
            .Method("makeelement", "self, tag, attrib, /", static (_, tag, attributes) => Make(tag, Gathered(attributes, new PyDict<Any, Any>())))
            .Method("__len__", static o => Of(o).Children.Count)
            .Method("__bool__", static o =>
            {
                Warnings.Issue(DeprecationWarning.Type, "Testing an element's truth value will always return True in future versions.  Use specific 'len(elem)' or 'elem is not None' test instead.");
                return Of(o).Children.Count > 0;
            })
            .Method("__iter__", static o => Of(o).GetPyIterator())
            .Method("__getitem__", "self, index, /", static (o, index) => Read(Of(o), index))
            .Method("__setitem__", "self, index, value, /", static (o, index, value) => Lib.Do(() => Assign(Of(o), index, value)))
            .Method("__delitem__", "self, index, /", static (o, index) => Lib.Do(() => Delete(Of(o), index)))
            .Method("__copy__", static o => Of(o).Copied(static c => c))
            .Method("__deepcopy__", "self, memo, /", static (o, _) => Of(o).DeepCopy())
            .Method("__repr__", static o => Of(o).Tag.IsNone ? $"<Element at {Operators.Address(o.Ref!)}>" : $"<Element {Operators.Repr(Of(o).Tag)} at {Operators.Address(o.Ref!)}>");
    }

    private static XmlElement Checked(Any child, string method)
        => child.Ref as XmlElement ?? throw new TypeError($"{method}() argument {(method == "insert" ? "2 " : "")}must be xml.etree.ElementTree.Element, not {PyType.Of(child).ErrorName}");
}
