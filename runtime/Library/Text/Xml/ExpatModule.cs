using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>The module <see href="https://docs.python.org/3.13/library/pyexpat.html">xml.parsers.expat</see>.</summary>
internal static class ExpatModule
{
    private static readonly string[] s_messages =
    [
        "", "out of memory", "syntax error", "no element found", "not well-formed (invalid token)", "unclosed token", "partial character", "mismatched tag", "duplicate attribute", "junk after document element",
        "illegal parameter entity reference", "undefined entity", "recursive entity reference", "asynchronous entity", "reference to invalid character number", "reference to binary entity",
        "reference to external entity in attribute", "XML or text declaration not at start of entity", "unknown encoding", "encoding specified in XML declaration is incorrect", "unclosed CDATA section",
        "error in processing external entity reference", "document is not standalone", "unexpected parser state - please send a bug report", "entity declared in parameter entity",
        "requested feature requires XML_DTD support in Expat", "cannot change setting once parsing has begun", "unbound prefix",
    ];

    public static PyModule Build()
    {
        Any Text(Any code) => Lib.Int(code) is var i && i > 0 && i < s_messages.Length ? s_messages[i] : Any.None;
        return new PyModule("xml.parsers.expat").Type(XmlNames.ExpatError).Value("error", XmlNames.ExpatError).Value("XMLParserType", ExpatParser.Type)
            .Value("EXPAT_VERSION", "expat_2.6.3").Value("version_info", PyTuple.Of(2, 6, 3)).Value("native_encoding", "UTF-8")
            .Function("ErrorString", "code, /", a => Text(a[0]))
            .Function("ParserCreate", "encoding=None, namespace_separator=None, intern=None", static a => new ExpatParser(a[1].IsNone ? null : Lib.Text(a[1])));
    }
}

/// <summary>A parser that calls the functions that a program gives it.</summary>
internal sealed class ExpatParser(string? separator) : PyObject, IXmlTarget
{
    private static readonly string[] s_handlers =
    [
        "StartElementHandler", "EndElementHandler", "CharacterDataHandler", "ProcessingInstructionHandler", "CommentHandler", "StartCdataSectionHandler", "EndCdataSectionHandler", "DefaultHandler", "DefaultHandlerExpand",
        "StartNamespaceDeclHandler", "EndNamespaceDeclHandler", "XmlDeclHandler", "StartDoctypeDeclHandler", "EndDoctypeDeclHandler", "ExternalEntityRefHandler", "EntityDeclHandler", "ElementDeclHandler", "AttlistDeclHandler",
        "NotationDeclHandler", "UnparsedEntityDeclHandler", "NotStandaloneHandler", "SkippedEntityHandler",
    ];

    public static readonly PyType Type = Declare();

    private readonly Dictionary<string, Any> _handlers = [];
    private readonly List<Any> _parts = [];
    private readonly System.Text.StringBuilder _text = new();
    private XmlScanner? _scanner;
    private Any _error = Any.None;
    private bool _isOver;

    public override PyType Class => Type;

    private static ExpatParser Self(Any o) => (ExpatParser)o.Ref!;

    private static PyType Declare()
    {
        var type = PyType.Builtin("xmlparser", module: "pyexpat");
        type.HasInstanceDict = true;
        foreach (var name in s_handlers)
            type.Property(name, o => Self(o)._handlers.GetValueOrDefault(name, Any.None), (o, v) => Self(o)._handlers[name] = v);
        foreach (var (name, value) in ((string, Any)[])[("buffer_text", false), ("buffer_size", 8192), ("buffer_used", 0), ("ordered_attributes", false), ("specified_attributes", false), ("namespace_prefixes", false), ("ErrorByteIndex", -1)])
            type.Attribute(name, value);
        return type
            .Property("CurrentLineNumber", static o => Self(o)._scanner?.Place[0] ?? 1).Property("CurrentColumnNumber", static o => Self(o)._scanner?.Place[1] ?? 0)
            .Property("ErrorCode", static o => Self(o)._error.IsNone ? 0 : Self(o)._error.Get("code"))
            .Property("ErrorLineNumber", static o => Self(o)._error.IsNone ? 1 : Self(o)._error.Get("lineno")).Property("ErrorColumnNumber", static o => Self(o)._error.IsNone ? 0 : Self(o)._error.Get("offset"))
            .Method("Parse", "self, data, isfinal=False, /", static (o, data, last) => Self(o).Parse(data, last.Truth))
            .Method("ParseFile", "self, file, /", static (o, file) => Self(o).Parse(file.Invoke("read"), true))
            .Method("SetBase", "self, base, /", static (o, uri) => Lib.Do(() => o.Set("_base", uri))).Method("GetBase", static o => Operators.GetAttr(o, "_base", Any.None))
            .Method("GetInputContext", static _ => Any.None).Method("UseForeignDTD", "self, flag=True, /", static (_, _) => Any.None).Method("SetParamEntityParsing", "self, flag, /", static (_, _) => 0);
    }

    /// <summary>Data comes in parts; the document is read when it is complete.</summary>
    private Any Parse(Any data, bool isLast)
    {
        if (_isOver)
            throw XmlNames.ExpatFault("parsing finished: line 1, column 0", 36, 1, 0);
        _parts.Add(data);
        if (!isLast)
            return 1;
        _isOver = true;
        var text = _parts.TrueForAll(static p => p.Ref is string) ? XmlTree.Decoded(string.Concat(_parts.Select(Operators.Str))) : XmlTree.Decoded(PyBytes.Wrap([.. _parts.SelectMany(static p => p.Ref is string s ? System.Text.Encoding.UTF8.GetBytes(s) : Buffers.Of(p).ToArray())]));
        _scanner = new XmlScanner(text, this) { Error = XmlNames.ExpatFault };
        try
        {
            _scanner.Scan();
        }
        catch (PyException error) when (error.Class == XmlNames.ExpatError)
        {
            Flush();
            _error = error;
            throw;
        }
        Flush();
        return 1;
    }

    private void Tell(string handler, params ReadOnlySpan<Any> arguments)
    {
        if (!_handlers.TryGetValue(handler, out var function) || function.IsNone)
            return;
        Flush();
        function.Call(new Arguments(arguments));
    }

    private void Flush()
    {
        if (_text.Length == 0)
            return;
        var text = _text.ToString();
        _text.Clear();
        if (_handlers.TryGetValue("CharacterDataHandler", out var function) && !function.IsNone)
            function.Call(text);
    }

    public void Start(string tag, PyDict<Any, Any> attributes)
    {
    }

    public void End(string tag)
    {
    }

    private string Name(string name, string tag) => separator is null ? name : tag.StartsWith('{') ? tag[1..].Replace("}", separator, StringComparison.Ordinal) : tag;

    public void Begin(XmlStart start)
    {
        if (separator is not null)
            foreach (var (prefix, space) in start.Spaces)
                Tell("StartNamespaceDeclHandler", prefix.Length == 0 ? Any.None : prefix, space);
        var pairs = separator is null ? start.Written.ToList() : [.. start.Attributes.Select(a => (Name(a.Name, a.Tag), a.Value))];
        Any attributes;
        if (((Any)this).Get("ordered_attributes").Truth)
        {
            attributes = Lib.List(pairs.SelectMany(static p => (string[])[p.Item1, p.Item2]));
        }
        else
        {
            var table = new PyDict<Any, Any>();
            foreach (var (name, value) in pairs)
                table[name] = value;
            attributes = table;
        }
        Tell("StartElementHandler", Name(start.Name, start.Tag), attributes);
    }

    public void Finish(XmlStart start)
    {
        Tell("EndElementHandler", Name(start.Name, start.Tag));
        if (separator is not null)
            foreach (var (prefix, _) in start.Spaces.Reverse())
                Tell("EndNamespaceDeclHandler", prefix.Length == 0 ? Any.None : prefix);
    }

    public bool IsPieced => !((Any)this).Get("buffer_text").Truth;

    public void Data(string text)
    {
        if (((Any)this).Get("buffer_text").Truth)
        {
            _text.Append(text);
            return;
        }
        if (text.Length > 0)
            Tell("CharacterDataHandler", text);
    }

    public void Verbatim(string text)
    {
        Tell("StartCdataSectionHandler");
        Data(text);
        Tell("EndCdataSectionHandler");
    }

    public void Comment(string text) => Tell("CommentHandler", text);

    public void Instruction(string name, string text) => Tell("ProcessingInstructionHandler", name, text);

    public void Declaration(string version, string? encoding, bool? isAlone) => Tell("XmlDeclHandler", version, encoding is null ? Any.None : encoding, isAlone is null ? -1 : isAlone.Value ? 1 : 0);

    public void DocumentType(string name, string? publicId, string? systemId, string? subset)
    {
        Tell("StartDoctypeDeclHandler", name, systemId is null ? Any.None : systemId, publicId is null ? Any.None : publicId, subset is null ? 0 : 1);
        Tell("EndDoctypeDeclHandler");
    }
}
