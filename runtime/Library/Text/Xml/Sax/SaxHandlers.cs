using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>The classes that programs derive from: <see href="https://docs.python.org/3.13/library/xml.sax.handler.html">xml.sax.handler</see>.</summary>
internal static class SaxHandlers
{
    private const string Features = "http://xml.org/sax/features/", Properties = "http://xml.org/sax/properties/";

    public const string Namespaces = Features + "namespaces", LexicalProperty = Properties + "lexical-handler";

    private static readonly (string Name, string Uri)[] s_features =
    [
        ("namespaces", Namespaces), ("namespace_prefixes", Features + "namespace-prefixes"), ("string_interning", Features + "string-interning"), ("validation", Features + "validation"),
        ("external_ges", Features + "external-general-entities"), ("external_pes", Features + "external-parameter-entities"),
    ];

    private static readonly (string Name, string Uri)[] s_properties =
    [
        ("lexical_handler", LexicalProperty), ("dom_node", Properties + "dom-node"), ("declaration_handler", Properties + "declaration-handler"), ("xml_string", Properties + "xml-string"),
        ("encoding", "http://www.python.org/sax/properties/encoding"), ("interning_dict", "http://www.python.org/sax/properties/interning-dict"),
    ];

    /// <summary>The events of a content handler: their names, and what they are told.</summary>
    public static readonly (string Name, string Parameters)[] Events =
    [
        ("setDocumentLocator", "locator"), ("startDocument", ""), ("endDocument", ""), ("startPrefixMapping", "prefix, uri"), ("endPrefixMapping", "prefix"), ("startElement", "name, attrs"), ("endElement", "name"),
        ("startElementNS", "name, qname, attrs"), ("endElementNS", "name, qname"), ("characters", "content"), ("ignorableWhitespace", "whitespace"), ("processingInstruction", "target, data"), ("skippedEntity", "name"),
    ];

    public static readonly PyType Content = Silent("ContentHandler", Events)
        .Method("__init__", "self", static a => Lib.Do(() => a[0].Set("_locator", Any.None)))
        .Method("setDocumentLocator", "locator", static (self, locator) => Lib.Do(() => self.Set("_locator", locator)))
        .Make(PyType.Object);

    public static readonly PyType Types = Silent("DTDHandler", [("notationDecl", "name, publicId, systemId"), ("unparsedEntityDecl", "name, publicId, systemId, ndata")]).Make(PyType.Object);

    public static readonly PyType Lexical = Silent("LexicalHandler", [("comment", "content"), ("startDTD", "name, public_id, system_id"), ("endDTD", ""), ("startCDATA", ""), ("endCDATA", "")]).Make(PyType.Object);

    public static readonly PyType Resolver = new ClassMaker("EntityResolver", "xml.sax.handler").Method("resolveEntity", "self, publicId, systemId", static a => a[2]).Make(PyType.Object);

    public static readonly PyType Errors = new ClassMaker("ErrorHandler", "xml.sax.handler")
        .Method("error", "exception", static (_, error) => throw (BaseException)error.Ref!)
        .Method("fatalError", "exception", static (_, error) => throw (BaseException)error.Ref!)
        .Method("warning", "exception", static (_, error) => Lib.Do(() => Builtins.Print(Operators.Str(error))))
        .Make(PyType.Object);

    /// <summary>A class whose methods do nothing.</summary>
    private static ClassMaker Silent(string name, (string Name, string Parameters)[] methods)
    {
        var maker = new ClassMaker(name, "xml.sax.handler");
        foreach (var (method, parameters) in methods)
            maker.Method(method, parameters.Length == 0 ? "self" : "self, " + parameters, static (Any[] _) => Any.None);
        return maker;
    }

    public static PyModule Build()
    {
        var module = new PyModule("xml.sax.handler").Value("version", "2.0beta");
        foreach (var type in (PyType[])[Content, Types, Lexical, Resolver, Errors])
            module.Type(type);
        foreach (var (name, uri) in s_features)
            module.Value("feature_" + name, uri);
        foreach (var (name, uri) in s_properties)
            module.Value("property_" + name, uri);
        return module.Value("all_features", Lib.List(s_features.Select(static f => f.Uri))).Value("all_properties", Lib.List(s_properties.Select(static p => p.Uri)));
    }
}
