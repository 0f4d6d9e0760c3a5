using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>The module <see href="https://docs.python.org/3.13/library/xml.sax.utils.html">xml.sax.saxutils</see>.</summary>
internal static class SaxUtilities
{
    private static readonly PyType s_generator = new ClassMaker("XMLGenerator", "xml.sax.saxutils")
        .Method("__init__", "self, out=None, encoding='iso-8859-1', short_empty_elements=False", static a => Lib.Do(() =>
        {
            ((Any)SaxHandlers.Content).Get("__init__").Call(a[0]);
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[
                ("_write", Writer(a[1], a[2])), ("_out", a[1]), ("_encoding", a[2]), ("_short_empty_elements", a[3]), ("_pending_start_element", false), ("_current_context", new PyDict<Any, Any>()),
                ("_ns_contexts", new PyList<Any>([new PyDict<Any, Any>()])), ("_undeclared_ns_maps", new PyList<Any>())])
                a[0].Set(name, value);
        }))
        .Method("startDocument", static self => Write(self, $"<?xml version=\"1.0\" encoding=\"{Operators.Str(self.Get("_encoding"))}\"?>\n"))
        .Method("endDocument", static self => self.Get("_out") is { IsNone: false } stream && Operators.GetAttr(stream, "flush", Any.Unbound) is { IsUnbound: false } flush ? flush.Call() : Any.None)
        .Method("startPrefixMapping", "self, prefix, uri", static a => Lib.Do(() =>
        {
            a[0].Get("_ns_contexts").Invoke("append", a[0].Get("_current_context").Invoke("copy"));
            Operators.SetItem(a[0].Get("_current_context"), a[2], a[1]);
            a[0].Get("_undeclared_ns_maps").Invoke("append", PyTuple.Of(a[1], a[2]));
        }))
        .Method("endPrefixMapping", "prefix", static (self, _) => Lib.Do(() => self.Set("_current_context", self.Get("_ns_contexts").Invoke("pop"))))
        .Method("startElement", "self, name, attrs", static a => Begin(a[0], Operators.Str(a[1]), "", Operators.ToList(a[2].Invoke("items")).Select(static p => (Operators.Str(p[0]), p[1]))))
        .Method("endElement", "name", static (self, name) => End(self, Operators.Str(name)))
        .Method("startElementNS", "self, name, qname, attrs", static a =>
        {
            var declared = string.Concat(Operators.ToList(a[0].Get("_undeclared_ns_maps")).Select(static p => p[0].Truth ? $" xmlns:{Operators.Str(p[0])}=\"{Operators.Str(p[1])}\"" : $" xmlns=\"{Operators.Str(p[1])}\""));
            a[0].Set("_undeclared_ns_maps", new PyList<Any>());
            return Begin(a[0], Name(a[0], a[1]), declared, Operators.ToList(a[3].Invoke("items")).Select(p => (Name(a[0], p[0]), p[1])));
        })
        .Method("endElementNS", "self, name, qname", static a => End(a[0], Name(a[0], a[1])))
        .Method("characters", "content", static (self, content) => Text(self, content, isEscaped: true))
        .Method("ignorableWhitespace", "content", static (self, content) => Text(self, content, isEscaped: false))
        .Method("processingInstruction", "self, target, data", static a => Write(a[0], $"{Pending(a[0])}<?{Operators.Str(a[1])} {Operators.Str(a[2])}?>"))
        .Make(SaxHandlers.Content);

    private static readonly PyType s_filter = MakeFilter();

    public static PyModule Build() => new PyModule("xml.sax.saxutils").Type(s_generator).Type(s_filter)
        .Function("escape", "data, entities=", static a => Replaced(Operators.Str(a[0]).Replace("&", "&amp;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal), a[1]), new PyDict<Any, Any>())
        .Function("unescape", "data, entities=", static a => Replaced(Operators.Str(a[0]).Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal), a[1]).Replace("&amp;", "&", StringComparison.Ordinal), new PyDict<Any, Any>())
        .Function("quoteattr", "data, entities=", static a => Quoted(Operators.Str(a[0]), a[1]), new PyDict<Any, Any>())
        .Function("prepare_input_source", "source, base=''", static (source, @base) => SaxSources.Prepared(source, Operators.Str(@base)));

    private static string Replaced(string text, Any entities)
    {
        if (entities.Truth)
            foreach (var (from, to) in Operators.MappingItems(entities))
                text = text.Replace(Operators.Str(from), Operators.Str(to), StringComparison.Ordinal);
        return text;
    }

    private static string Quoted(string text, Any entities)
    {
        text = text.Replace("&", "&amp;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        text = Replaced(text, entities).Replace("\n", "&#10;", StringComparison.Ordinal).Replace("\r", "&#13;", StringComparison.Ordinal).Replace("\t", "&#9;", StringComparison.Ordinal);
        return !text.Contains('"') ? $"\"{text}\"" : !text.Contains('\'') ? $"'{text}'" : $"\"{text.Replace("\"", "&quot;", StringComparison.Ordinal)}\"";
    }

    /// <summary>What writes a text to a stream of texts or of bytes.</summary>
    private static Any Writer(Any stream, Any encoding)
    {
        if (stream.IsNone)
            return new PyFunction("write", "text", static (Any text) => StdIO.CurrentOut.Invoke("write", text));
        var io = Modules.Import("io");
        var isText = Builtins.IsInstance(stream, io.Get("TextIOBase")) || Builtins.IsInstance(stream, Modules.Import("codecs").Get("StreamWriter")) || Builtins.IsInstance(stream, Modules.Import("codecs").Get("StreamReaderWriter"));
        return isText ? stream.Get("write") : new PyFunction("write", "text", (Any text) => stream.Invoke("write", text.Invoke("encode", encoding, "xmlcharrefreplace")));
    }

    private static Any Write(Any self, string text) => Lib.Do(() => self.Get("_write").Call(text));

    /// <summary>What ends a start tag that may still become an empty element.</summary>
    private static string Pending(Any self)
    {
        if (!self.Get("_pending_start_element").Truth)
            return "";
        self.Set("_pending_start_element", false);
        return ">";
    }

    private static string Name(Any self, Any name)
    {
        var local = Operators.Str(name[1]);
        if (!name[0].Truth)
            return local;
        if (name[0].Ref is XmlNames.Xml)
            return "xml:" + local;
        return self.Get("_current_context")[name[0]] is { Truth: true } prefix ? $"{Operators.Str(prefix)}:{local}" : local;
    }

    private static Any Begin(Any self, string name, string declared, IEnumerable<(string Name, Any Value)> attributes)
    {
        var text = $"{Pending(self)}<{name}{declared}{string.Concat(attributes.Select(static a => $" {a.Name}={Quoted(Operators.Str(a.Value), Any.None)}"))}";
        if (self.Get("_short_empty_elements").Truth)
            self.Set("_pending_start_element", true);
        else
            text += ">";
        return Write(self, text);
    }

    private static Any End(Any self, string name)
    {
        if (!self.Get("_pending_start_element").Truth)
            return Write(self, $"</{name}>");
        self.Set("_pending_start_element", false);
        return Write(self, "/>");
    }

    private static Any Text(Any self, Any content, bool isEscaped)
    {
        if (!content.Truth)
            return Any.None;
        var text = content.Ref is string plain ? plain : Operators.Str(content.Invoke("decode", self.Get("_encoding")));
        return Write(self, Pending(self) + (isEscaped ? text.Replace("&", "&amp;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal) : text));
    }

    private static PyType MakeFilter()
    {
        var maker = new ClassMaker("XMLFilterBase", "xml.sax.saxutils")
            .Method("__init__", "self, parent=None", static a => Lib.Do(() =>
            {
                ((Any)SaxReader.Base).Get("__init__").Call(a[0]);
                a[0].Set("_parent", a[1]);
            }))
            .Method("getParent", static self => self.Get("_parent")).Method("setParent", "parent", static (self, parent) => Lib.Do(() => self.Set("_parent", parent)))
            .Method("parse", "source", static (self, source) => Lib.Do(() =>
            {
                foreach (var what in (string[])["ContentHandler", "ErrorHandler", "EntityResolver", "DTDHandler"])
                    self.Get("_parent").Invoke("set" + what, self);
                self.Get("_parent").Invoke("parse", source);
            }));
        void Pass(string field, params ReadOnlySpan<(string Name, string Parameters)> methods)
        {
            foreach (var (name, parameters) in methods)
                maker.Method(name, parameters.Length == 0 ? "self" : "self, " + parameters, (Any[] a) => a[0].Get(field).Invoke(name, new Arguments(a.AsSpan(1))));
        }

        Pass("_cont_handler", SaxHandlers.Events);
        Pass("_err_handler", ("error", "exception"), ("fatalError", "exception"), ("warning", "exception"));
        Pass("_dtd_handler", ("notationDecl", "name, publicId, systemId"), ("unparsedEntityDecl", "name, publicId, systemId, ndata"));
        Pass("_ent_handler", ("resolveEntity", "publicId, systemId"));
        Pass("_parent", ("setLocale", "locale"), ("getFeature", "name"), ("setFeature", "name, state"), ("getProperty", "name"), ("setProperty", "name, value"));
        return maker.Make(SaxReader.Base);
    }
}
