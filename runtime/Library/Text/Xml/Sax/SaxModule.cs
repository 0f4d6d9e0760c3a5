using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>The package <see href="https://docs.python.org/3.13/library/xml.sax.html">xml.sax</see>.</summary>
internal static class SaxModule
{
    public static PyModule Build()
    {
        static void Others()
        {
            foreach (var name in (string[])["_exceptions", "xmlreader", "handler"])
                Modules.Import("xml.sax." + name);
        }

        return SaxErrors.Declare(new PyModule("xml.sax").Package()).OnImport(Others).Value("ContentHandler", SaxHandlers.Content).Value("ErrorHandler", SaxHandlers.Errors)
            .Value("InputSource", SaxSources.Source).Value("default_parser_list", Lib.List(["xml.sax.expatreader"]))
            .Function("make_parser", "parser_list=()", static _ => SaxReader.Expat.Call())
            .Function("parse", "source, handler, errorHandler=None", static a => Lib.Do(() => Read(a[1], a[2], a[0])))
            .Function("parseString", "string, handler, errorHandler=None", static a => Lib.Do(() =>
            {
                var source = SaxSources.Source.Call();
                source.Invoke(a[0].Ref is string ? "setCharacterStream" : "setByteStream", Modules.Import("io").Get(a[0].Ref is string ? "StringIO" : "BytesIO").Call(a[0]));
                Read(a[1], a[2], source);
            }));
    }

    private static void Read(Any handler, Any errors, Any source)
    {
        var parser = SaxReader.Expat.Call();
        parser.Invoke("setContentHandler", handler);
        parser.Invoke("setErrorHandler", errors.IsNone ? SaxHandlers.Errors.Call() : errors);
        parser.Invoke("parse", source);
    }

    public static PyModule Readers() => new PyModule("xml.sax.xmlreader")
        .Type(SaxReader.Base).Type(SaxReader.Incremental).Type(SaxSources.Source).Type(SaxSources.Locator).Type(SaxSources.Attributes).Type(SaxSources.AttributesInSpaces);

    public static PyModule ExpatReaders() => new PyModule("xml.sax.expatreader").Type(SaxReader.Expat)
        .Function("create_parser", "*args, **kwargs", static a => Lib.Call(SaxReader.Expat, Lib.Tuple(a[0]), Lib.Dict(a[1]))).Value("version", "2.1");

    public static PyModule Errors() => SaxErrors.Declare(new PyModule("xml.sax._exceptions"));
}
