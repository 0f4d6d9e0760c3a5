using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The module <see href="https://docs.python.org/3.13/library/xml.dom.minidom.html">xml.dom.minidom</see>.</summary>
internal static class MinidomModule
{
    public static PyModule Build()
    {
        var module = new PyModule("xml.dom.minidom");
        foreach (var type in (PyType[])[
            DomTypes.Node, DomTypes.Element, DomTypes.Attribute, DomTypes.Character, DomTypes.Text, DomTypes.Verbatim, DomTypes.Comment, DomTypes.Instruction, DomTypes.Document, DomTypes.DocumentType,
            DomTypes.Fragment, DomTypes.Entity, DomTypes.Notation, DomAttributes.Type, DomDocuments.ImplementationType])
            module.Type(type);
        var list = PyType.Of(DomNode.NewList());
        return module.Type(list).Value("AttributeList", DomAttributes.Type).Value("EMPTY_NAMESPACE", Any.None).Value("EMPTY_PREFIX", Any.None).Value("XMLNS_NAMESPACE", XmlNames.Declarations)
            .Function("parse", "file, parser=None, bufsize=None", static a => DomBuilder.Read(XmlTree.Source(a[0])))
            .Function("parseString", "string, parser=None", static a => DomBuilder.Read(XmlTree.Decoded(a[0])))
            .Function("getDOMImplementation", "features=None", static _ => DomDocuments.Implementation);
    }
}
