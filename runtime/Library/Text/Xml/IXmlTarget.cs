using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>The beginning of an element.</summary>
/// <param name="Name">Its name as it is written.</param>
/// <param name="Tag">Its name with its namespace: <c>{space}name</c>.</param>
/// <param name="Spaces">The namespaces that it declares, by their prefixes.</param>
/// <param name="Written">All that is written in it, in order.</param>
/// <param name="Attributes">Its other attributes: their names as they are written, with their namespaces, and their values.</param>
internal sealed record XmlStart(string Name, string Tag, IReadOnlyList<(string Prefix, string Space)> Spaces, IReadOnlyList<(string Name, string Value)> Written, IReadOnlyList<(string Name, string Tag, string Value)> Attributes);

/// <summary>Where a scanned document goes: what a <c>TreeBuilder</c> is told, and what other readers are told besides.</summary>
internal interface IXmlTarget
{
    void Start(string tag, PyDict<Any, Any> attributes);

    void End(string tag);

    void Data(string text);

    /// <summary>Whether ends of lines and what entities stand for are told of by themselves, as expat does.</summary>
    bool IsPieced => false;

    /// <summary>An element begins.</summary>
    void Begin(XmlStart start)
    {
        var attributes = new PyDict<Any, Any>();
        foreach (var (_, tag, value) in start.Attributes)
            attributes[tag] = value;
        Start(start.Tag, attributes);
    }

    /// <summary>An element ends.</summary>
    void Finish(XmlStart start) => End(start.Tag);

    /// <summary>An entity is declared.</summary>
    void Entity(string name)
    {
    }

    /// <summary>What the first line says: version, encoding and whether the document stands alone.</summary>
    void Declaration(string version, string? encoding, bool? isAlone)
    {
    }

    void Comment(string text)
    {
    }

    void Instruction(string name, string text)
    {
    }

    /// <summary>Text that is written as it is: <c>&lt;![CDATA[...]]&gt;</c>.</summary>
    void Verbatim(string text) => Data(text);

    void DocumentType(string name, string? publicId, string? systemId, string? subset)
    {
    }
}
