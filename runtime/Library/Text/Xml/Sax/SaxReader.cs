using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>The readers of <c>xml.sax</c>: what they are told to do, and the scanning.</summary>
internal static class SaxReader
{
    private static readonly string[] s_handlers = ["ContentHandler", "DTDHandler", "EntityResolver", "ErrorHandler"];

    public static readonly PyType Base = MakeBase();

    public static readonly PyType Incremental = new ClassMaker("IncrementalParser", "xml.sax.xmlreader")
        .Method("__init__", "self, bufsize=65536", static a => Lib.Do(() => ((Any)Base).Get("__init__").Call(a[0])))
        .Make(Base);

    public static readonly PyType Expat = new ClassMaker("ExpatParser", "xml.sax.expatreader")
        .Method("__init__", "self, namespaceHandling=0, bufsize=65516", static a => Lib.Do(() =>
        {
            ((Any)Base).Get("__init__").Call(a[0]);
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("_source", SaxSources.Source.Call()), ("_namespaces", a[1]), ("_lex_handler", Any.None), ("_parts", new PyList<Any>()), ("_place", PyTuple.Of(1, 0))])
                a[0].Set(name, value);
        }))
        .Method("parse", "source", static (self, source) => Lib.Do(() => Parse(self, SaxSources.Prepared(source, ""))))
        .Method("feed", "self, data, isFinal=False", static a => Lib.Do(() =>
        {
            a[0].Get("_parts").Invoke("append", a[1]);
            if (a[2].Truth)
                a[0].Invoke("close");
        }))
        .Method("flush", static _ => Any.None)
        .Method("reset", static self => Lib.Do(() => self.Set("_parts", new PyList<Any>())))
        .Method("close", static self => Lib.Do(() =>
        {
            var parts = Operators.ToList(self.Get("_parts"));
            self.Set("_parts", new PyList<Any>());
            if (parts.Count > 0)
                Scan(self, parts[0].Ref is string ? string.Concat(parts.Select(static p => XmlTree.Decoded(p))) : XmlTree.Decoded(PyBytes.Wrap([.. parts.SelectMany(static p => Buffers.Of(p).ToArray())])));
        }))
        .Method("getLineNumber", static self => self.Get("_place")[0]).Method("getColumnNumber", static self => self.Get("_place")[1])
        .Method("getPublicId", static self => self.Get("_source").Invoke("getPublicId")).Method("getSystemId", static self => self.Get("_source").Invoke("getSystemId"))
        .Method("getFeature", "name", static (self, name) => name.Ref switch
        {
            SaxHandlers.Namespaces => self.Get("_namespaces"),
            "http://xml.org/sax/features/string-interning" => false,
            "http://xml.org/sax/features/validation" or "http://xml.org/sax/features/external-parameter-entities" or "http://xml.org/sax/features/external-general-entities" => 0,
            _ => throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Feature '{Operators.Str(name)}' not recognized"),
        })
        .Method("setFeature", "self, name, state", static a => Lib.Do(() => Feature(a[0], Operators.Str(a[1]), a[2])))
        .Method("getProperty", "name", static (self, name) => name.Ref is SaxHandlers.LexicalProperty ? self.Get("_lex_handler") : throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Property '{Operators.Str(name)}' not recognized"))
        .Method("setProperty", "self, name, value", static a => Lib.Do(() => a[0].Set(a[1].Ref is SaxHandlers.LexicalProperty ? "_lex_handler" : throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Property '{Operators.Str(a[1])}' not recognized"), a[2])))
        .Make(Incremental, SaxSources.Locator);

    private static PyType MakeBase()
    {
        var maker = new ClassMaker("XMLReader", "xml.sax.xmlreader")
            .Method("__init__", "self", static a => Lib.Do(() =>
            {
                foreach (var (field, type) in ((string, PyType)[])[("_cont_handler", SaxHandlers.Content), ("_dtd_handler", SaxHandlers.Types), ("_ent_handler", SaxHandlers.Resolver), ("_err_handler", SaxHandlers.Errors)])
                    a[0].Set(field, type.Call());
            }))
            .Method("parse", "source", static (_, _) => throw new NotImplementedError("This method must be implemented!"))
            .Method("getFeature", "name", static (_, name) => throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Feature '{Operators.Str(name)}' not recognized"))
            .Method("setFeature", "self, name, state", static a => throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Feature '{Operators.Str(a[1])}' not recognized"))
            .Method("getProperty", "name", static (_, name) => throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Property '{Operators.Str(name)}' not recognized"))
            .Method("setProperty", "self, name, value", static a => throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Property '{Operators.Str(a[1])}' not recognized"))
            .Method("setLocale", "locale", static (_, _) => throw SaxErrors.Unknown(SaxErrors.NotSupported, "Locale support not implemented"));
        string[] fields = ["_cont_handler", "_dtd_handler", "_ent_handler", "_err_handler"];
        for (var i = 0; i < fields.Length; i++)
        {
            var field = fields[i];
            maker.Method("get" + s_handlers[i], self => self.Get(field)).Method("set" + s_handlers[i], "handler", (self, handler) => Lib.Do(() => self.Set(field, handler)));
        }
        return maker.Make(PyType.Object);
    }

    private static void Feature(Any self, string name, Any state)
    {
        if (name == SaxHandlers.Namespaces)
            self.Set("_namespaces", state);
        else if (!name.StartsWith("http://xml.org/sax/features/", StringComparison.Ordinal))
            throw SaxErrors.Unknown(SaxErrors.NotRecognized, $"Feature '{name}' not recognized");
        else if (state.Truth && name.Split('/')[^1] is "validation" or "external-parameter-entities" or "namespace-prefixes")
            throw SaxErrors.Unknown(SaxErrors.NotSupported, name.EndsWith("validation", StringComparison.Ordinal) ? "expat does not support validation" : $"expat does not {(name.EndsWith("prefixes", StringComparison.Ordinal) ? "report namespace prefixes" : "read external parameter entities")}");
    }

    private static void Parse(Any self, Any source)
    {
        self.Set("_source", source);
        var stream = source.Invoke("getCharacterStream") is { IsNone: false } text ? text : source.Invoke("getByteStream");
        try
        {
            Scan(self, XmlTree.Decoded(stream.Invoke("read")));
        }
        finally
        {
            if (Operators.GetAttr(stream, "close", Any.Unbound) is { IsUnbound: false } close)
                close.Call();
        }
    }

    private static void Scan(Any self, string text)
    {
        var target = new SaxTarget(self, self.Get("_cont_handler"), self.Get("_lex_handler"), self.Get("_namespaces").Truth);
        target.Open();
        try
        {
            var scanner = new XmlScanner(text, target) { Error = XmlNames.ExpatFault };
            target.Scanner = scanner;
            scanner.Scan();
        }
        catch (PyException error) when (!Operators.GetAttr(error, "lineno", Any.Unbound).IsUnbound && error.Class.Name == "ExpatError")
        {
            self.Set("_place", PyTuple.Of(Operators.GetAttr(error, "lineno"), Operators.GetAttr(error, "offset")));
            var message = Operators.Str(error);
            self.Get("_err_handler").Invoke("fatalError", ((Any)SaxErrors.Parse).Call(message[..message.LastIndexOf(": line ", StringComparison.Ordinal)], error, self));
            return;
        }
        self.Get("_cont_handler").Invoke("endDocument");
    }
}
