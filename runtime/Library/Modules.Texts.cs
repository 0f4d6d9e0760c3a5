using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Modules of numbers, texts and data formats.</summary>
public static partial class Modules
{
    private static void RegisterNumbers()
    {
        Register("decimal", Library.Decimals.DecimalModule.Build);
        Register("numbers", NumbersModule.Build);
        Register("cmath", CmathModule.Build);
        Register("colorsys", ColorsysModule.Build);
        Register("secrets", SecretsModule.Build);
        Register("statistics", Library.Statistics.StatisticsModule.Build);
    }

    private static void RegisterText()
    {
        Register("textwrap", TextwrapModule.Build);
        Register("pprint", PrettyPrinter.Module);
        Register("keyword", KeywordModule.Build);
        Register("reprlib", ReprlibModule.Build);
        Register("unicodedata", Library.Unicode.UnicodedataModule.Build);
        Register("urllib", Library.Urls.UrlParseModule.Package);
        Register("urllib.parse", Library.Urls.UrlParseModule.Build);
        Register("difflib", DifflibModule.Build);
        Register("calendar", Library.Calendars.CalendarModule.Build);
        Register("html", Library.Markup.HtmlModule.Build);
        Register("html.parser", Library.Markup.HtmlParserModule.Build);
        Register("xml", static () => new PyModule("xml").Package());
        Register("xml.etree", static () => new PyModule("xml.etree").Package());
        Register("xml.etree.ElementTree", Library.Xml.ElementTreeModule.Build);
        Register("xml.etree.ElementPath", Library.Xml.ElementTreeModule.Paths);
        Register("xml.dom", Library.Xml.Dom.DomErrors.Build);
        Register("xml.dom.minidom", Library.Xml.Dom.MinidomModule.Build);
        Register("xml.sax", Library.Xml.Sax.SaxModule.Build);
        Register("xml.sax.handler", Library.Xml.Sax.SaxHandlers.Build);
        Register("xml.sax.saxutils", Library.Xml.Sax.SaxUtilities.Build);
        Register("xml.sax.xmlreader", Library.Xml.Sax.SaxModule.Readers);
        Register("xml.sax.expatreader", Library.Xml.Sax.SaxModule.ExpatReaders);
        Register("xml.sax._exceptions", Library.Xml.Sax.SaxModule.Errors);
        Register("xml.parsers", static () => new PyModule("xml.parsers").Package());
        Register("xml.parsers.expat", Library.Xml.ExpatModule.Build);
        Register("pyexpat", static () => (PyModule)Import("xml.parsers.expat").Ref!);
        Register("html.entities", Library.Markup.HtmlEntities.Build);
    }

    private static void RegisterData()
    {
        Register("uuid", UuidModule.Build);
        Register("csv", Library.Csv.CsvModule.Build);
        Register("zlib", Library.Compression.ZlibModule.Build);
    }
}
