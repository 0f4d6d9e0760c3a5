using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Dom;

/// <summary>The module <see href="https://docs.python.org/3.13/library/xml.dom.html">xml.dom</see>: numbers of nodes and errors.</summary>
internal static class DomErrors
{
    private static readonly string[] s_codes =
    [
        "INDEX_SIZE_ERR", "DOMSTRING_SIZE_ERR", "HIERARCHY_REQUEST_ERR", "WRONG_DOCUMENT_ERR", "INVALID_CHARACTER_ERR", "NO_DATA_ALLOWED_ERR", "NO_MODIFICATION_ALLOWED_ERR", "NOT_FOUND_ERR", "NOT_SUPPORTED_ERR",
        "INUSE_ATTRIBUTE_ERR", "INVALID_STATE_ERR", "SYNTAX_ERR", "INVALID_MODIFICATION_ERR", "NAMESPACE_ERR", "INVALID_ACCESS_ERR", "VALIDATION_ERR",
    ];

    private static readonly string[] s_kinds = ["ELEMENT", "ATTRIBUTE", "TEXT", "CDATA_SECTION", "ENTITY_REFERENCE", "ENTITY", "PROCESSING_INSTRUCTION", "COMMENT", "DOCUMENT", "DOCUMENT_TYPE", "DOCUMENT_FRAGMENT", "NOTATION"];

    private static readonly PyType s_base = new ClassMaker("DOMException", "xml.dom")
        .Method("__init__", "self, *args, **kw", static a =>
        {
            if (!PyType.Of(a[0]).Lookup("code").IsUnbound)
                ((BaseException)a[0].Ref!).Args = Lib.Tuple(a[1]);
            else
                throw new RuntimeError("DOMException should not be instantiated directly");
            return Any.None;
        })
        .Method("_get_code", static self => self.Get("code"))
        .Make(PyException.Type);

    private static readonly Dictionary<string, PyType> s_types = s_codes.Select(static (code, i) => (Name: ClassName(code), Type: new ClassMaker(ClassName(code), "xml.dom").Attribute("code", i + 1).Make(s_base))).ToDictionary(static t => t.Name, static t => t.Type);

    /// <summary>The class from which nodes derive: the numbers of their kinds.</summary>
    public static readonly PyType NodeBase = MakeNode();

    private static string ClassName(string code)
        => code == "DOMSTRING_SIZE_ERR" ? "DomstringSizeErr" : string.Concat(code.Split('_').Select(static w => w[0] + w[1..].ToLowerInvariant()));

    private static PyType MakeNode()
    {
        var maker = new ClassMaker("Node", "xml.dom");
        for (var i = 0; i < s_kinds.Length; i++)
            maker.Attribute(s_kinds[i] + "_NODE", i + 1);
        return maker.Make(PyType.Object);
    }

    public static BaseException Error(string name, params ReadOnlySpan<Any> args) => (BaseException)((Any)s_types[name]).Call(new Arguments(args)).Ref!;

    public static PyModule Build()
    {
        var module = new PyModule("xml.dom").Package().Type(NodeBase).Type(s_base);
        for (var i = 0; i < s_codes.Length; i++)
            module.Value(s_codes[i], i + 1).Type(s_types[ClassName(s_codes[i])]);
        var handler = new ClassMaker("UserDataHandler", "xml.dom");
        foreach (var (name, number) in ((string, int)[])[("NODE_CLONED", 1), ("NODE_IMPORTED", 2), ("NODE_DELETED", 3), ("NODE_RENAMED", 4)])
            handler.Attribute(name, number);
        return module.Type(handler.Make(PyType.Object))
            .Value("XML_NAMESPACE", XmlNames.Xml).Value("XMLNS_NAMESPACE", XmlNames.Declarations).Value("XHTML_NAMESPACE", "http://www.w3.org/1999/xhtml").Value("EMPTY_NAMESPACE", Any.None).Value("EMPTY_PREFIX", Any.None)
            .Function("getDOMImplementation", "name=None, features=()", static _ => Modules.Import("xml.dom.minidom").Invoke("getDOMImplementation"));
    }
}
