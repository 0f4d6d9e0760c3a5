using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>Builds elements from what a scanner meets; also programs call one, as <c>TreeBuilder</c>.</summary>
internal sealed class XmlBuilder : PyContainer, IXmlTarget
{
    public static readonly PyType Type = CreateType();

    private readonly Stack<XmlElement> _open = new();
    private readonly StringBuilder _data = new();
    private XmlElement? _last;
    private bool _isTail;

    protected override PyType BuiltinClass => Type;

    public XmlElement? Root { get; private set; }

    /// <summary>What is told of starts and ends: <c>iterparse</c>.</summary>
    public Action<string, Any>? Events { get; init; }

    private void Flush()
    {
        if (_data.Length == 0)
            return;
        if (_last is not null && _isTail)
            _last.Tail = _data.ToString();
        else if (_last is not null)
            _last.Text = _data.ToString();
        _data.Clear();
    }

    public void Data(string text) => _data.Append(text);

    public void Start(string tag, PyDict<Any, Any> attributes) => Begin(tag, attributes);

    private XmlElement Begin(Any tag, PyDict<Any, Any> attributes)
    {
        Flush();
        var element = XmlElement.Make(tag, attributes);
        if (_open.TryPeek(out var parent))
            parent.Children.Add(element);
        Root ??= element;
        _open.Push(element);
        (_last, _isTail) = (element, false);
        Events?.Invoke("start", element);
        return element;
    }

    public void End(string tag) => Finish();

    public void Begin(XmlStart start)
    {
        foreach (var (prefix, space) in start.Spaces)
            Events?.Invoke("start-ns", PyTuple.Of(prefix, space));
        var attributes = new PyDict<Any, Any>();
        foreach (var (_, tag, value) in start.Attributes)
            attributes[tag] = value;
        Begin(start.Tag, attributes);
    }

    public void Finish(XmlStart start)
    {
        Finish();
        for (var i = 0; i < start.Spaces.Count; i++)
            Events?.Invoke("end-ns", Any.None);
    }

    public void Comment(string text) => Events?.Invoke("comment", Modules.Import("xml.etree.ElementTree").Invoke("Comment", text));

    public void Instruction(string name, string text) => Events?.Invoke("pi", Modules.Import("xml.etree.ElementTree").Invoke("ProcessingInstruction", name, text.Length > 0 ? text : Any.None));

    private XmlElement Finish()
    {
        Flush();
        _last = _open.Pop();
        _isTail = true;
        Events?.Invoke("end", _last);
        return _last;
    }

    private static XmlBuilder Self(Any o) => (XmlBuilder)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("TreeBuilder", module: "xml.etree.ElementTree");
        type.New(static (cls, _) =>
        {
            var made = new XmlBuilder();
            made.SetClass(cls);
            return made;
        });
        return type
            .Method("__init__", "self, element_factory=None, *, comment_factory=None, pi_factory=None, insert_comments=False, insert_pis=False", static _ => Any.None)
            .Method("start", "self, tag, attrs, /", static (o, tag, attributes) => Self(o).Begin(tag, XmlElement.Gathered(attributes, new PyDict<Any, Any>())))
            .Method("end", "self, tag, /", static (o, _) => Self(o).Finish())
            .Method("data", "self, data, /", static (o, data) => Lib.Do(() => Self(o).Data(Lib.Text(data))))
            .Method("close", static o => Self(o)._open.Count > 0 ? throw new AssertionError("missing end tags") : Self(o).Root ?? throw new AssertionError("missing toplevel element"));
    }
}

/// <summary>A target that is an object of the program.</summary>
internal sealed class ObjectTarget(Any target) : IXmlTarget
{
    private void Tell(string method, params ReadOnlySpan<Any> arguments)
    {
        if (Operators.GetAttr(target, method, Any.Unbound) is { IsUnbound: false } function)
            function.Call(new Arguments(arguments));
    }

    public void Start(string tag, PyDict<Any, Any> attributes) => Tell("start", tag, attributes);

    public void End(string tag) => Tell("end", tag);

    public void Data(string text) => Tell("data", text);
}
