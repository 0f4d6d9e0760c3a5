using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>Makes the nodes of what a scanner meets.</summary>
internal sealed class DomBuilder : IXmlTarget
{
    private readonly DomNode _document = DomDocuments.New();
    private DomNode _at;

    private DomBuilder() => _at = _document;

    /// <summary>The document of a text.</summary>
    public static DomNode Read(string text)
    {
        var builder = new DomBuilder();
        new XmlScanner(text, builder) { Error = XmlNames.ExpatFault }.Scan();
        return builder._document;
    }

    public void Start(string tag, PyDict<Any, Any> attributes)
    {
    }

    public void End(string tag) => _at = _at.Parent!;

    public void Begin(XmlStart start)
    {
        var own = Named(start.Name, start.Tag);
        var element = DomNode.NewElement(start.Name, own.Space, own.Prefix, _document);
        element.Local = own.Local;
        foreach (var (prefix, space) in start.Spaces)
            element.SetAttribute(prefix.Length == 0
                ? DomNode.NewAttribute("xmlns", XmlNames.Declarations, "xmlns", Any.None, _document, space)
                : DomNode.NewAttribute("xmlns:" + prefix, XmlNames.Declarations, prefix, "xmlns", _document, space));
        foreach (var (name, tag, value) in start.Attributes)
        {
            var parts = Named(name, tag);
            element.SetAttribute(DomNode.NewAttribute(name, parts.Space, parts.Local, parts.Prefix, _document, value));
        }
        _at.Append(element);
        _at = element;
    }

    /// <summary>The namespace of a tag, and its name's parts.</summary>
    private static (Any Space, Any Prefix, Any Local) Named(string name, string tag)
    {
        Any space = tag.StartsWith('{') ? tag[1..tag.IndexOf('}', StringComparison.Ordinal)] : Any.None;
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? (space, Any.None, name) : (space, name[..colon], name[(colon + 1)..]);
    }

    public void Data(string text)
    {
        if (text.Length == 0)
            return;
        if (_at.Children is { Count: > 0 } children && children.Get(-1).Ref is DomNode { Kind: DomKind.Text } last)
            last.Data = Operators.Str(last.Data) + text;
        else
            _at.Append(DomNode.NewText(DomKind.Text, text, _document));
    }

    public void Verbatim(string text) => _at.Append(DomNode.NewText(DomKind.Verbatim, text, _document));

    public void Comment(string text) => _at.Append(DomNode.NewText(DomKind.Comment, text, _document));

    public void Instruction(string name, string text) => _at.Append(new DomNode(DomKind.Instruction) { Name = name, Data = text, Owner = _document });

    public void Declaration(string version, string? encoding, bool? isAlone)
    {
        Any document = _document;
        document.Set("version", version);
        if (encoding is not null)
            document.Set("encoding", encoding);
        if (isAlone is { } alone)
            document.Set("standalone", alone);
    }

    public void DocumentType(string name, string? publicId, string? systemId, string? subset)
    {
        static Any Optional(string? text) => text is null ? Any.None : text;
        var type = DomDocuments.MakeType(name, Optional(publicId), Optional(systemId), Optional(subset));
        type.Owner = _document;
        _document.Append(type);
        ((Any)_document).Set("doctype", type);
    }
}
