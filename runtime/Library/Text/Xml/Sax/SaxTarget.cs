using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>Tells a content handler of what a scanner meets.</summary>
internal sealed class SaxTarget(Any reader, Any handler, Any lexical, bool isSpaced) : IXmlTarget
{
    public bool IsPieced => true;

    public XmlScanner? Scanner { get; set; }

    public void Open()
    {
        handler.Invoke("setDocumentLocator", reader);
        handler.Invoke("startDocument");
    }

    private void Tell(string method, params ReadOnlySpan<Any> arguments)
    {
        reader.Set("_place", Scanner!.Place);
        handler.Invoke(method, new Arguments(arguments));
    }

    private void TellLexical(string method, params ReadOnlySpan<Any> arguments)
    {
        if (lexical.IsNone)
            return;
        lexical.Invoke(method, new Arguments(arguments));
    }

    public void Start(string tag, PyDict<Any, Any> attributes)
    {
    }

    public void End(string tag)
    {
    }

    public void Data(string text)
    {
        if (text.Length > 0)
            Tell("characters", text);
    }

    /// <summary>The namespace, or None, and the name of a tag.</summary>
    private static PyTuple Name(string tag)
        => tag.StartsWith('{') && tag.IndexOf('}', StringComparison.Ordinal) is var end ? PyTuple.Of(tag[1..end], tag[(end + 1)..]) : PyTuple.Of(Any.None, tag);

    private static Any Prefix(string prefix) => prefix.Length == 0 ? Any.None : prefix;

    public void Begin(XmlStart start)
    {
        var attributes = new PyDict<Any, Any>();
        if (!isSpaced)
        {
            foreach (var (name, value) in start.Written)
                attributes[name] = value;
            Tell("startElement", start.Name, SaxSources.Attributes.Call(attributes));
            return;
        }
        foreach (var (prefix, space) in start.Spaces)
            Tell("startPrefixMapping", Prefix(prefix), space);
        var names = new PyDict<Any, Any>();
        foreach (var (name, tag, value) in start.Attributes)
        {
            attributes[Name(tag)] = value;
            names[Name(tag)] = name;
        }
        Tell("startElementNS", Name(start.Tag), Any.None, SaxSources.AttributesInSpaces.Call(attributes, names));
    }

    public void Finish(XmlStart start)
    {
        if (!isSpaced)
        {
            Tell("endElement", start.Name);
            return;
        }
        Tell("endElementNS", Name(start.Tag), Any.None);
        foreach (var (prefix, _) in start.Spaces.Reverse())
            Tell("endPrefixMapping", Prefix(prefix));
    }

    public void Instruction(string name, string text) => Tell("processingInstruction", name, text);

    public void Comment(string text) => TellLexical("comment", text);

    public void Verbatim(string text)
    {
        TellLexical("startCDATA");
        Data(text);
        TellLexical("endCDATA");
    }

    public void DocumentType(string name, string? publicId, string? systemId, string? subset)
    {
        TellLexical("startDTD", name, publicId is null ? Any.None : publicId, systemId is null ? Any.None : systemId);
        TellLexical("endDTD");
    }
}
