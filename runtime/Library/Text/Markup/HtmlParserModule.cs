using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Markup;

/// <summary>The module <see href="https://docs.python.org/3.13/library/html.parser.html">html.parser</see>.</summary>
internal static class HtmlParserModule
{
    private const string ScannerName = "_scanner";

    public static PyModule Build() => new PyModule("html.parser").Value("HTMLParser", Create()).Value("__all__", new PyList<Any>(["HTMLParser"]));

    /// <summary>A scanner as an attribute of its parser.</summary>
    private sealed class Holder(HtmlScanner scanner) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("scanner", module: "html.parser");

        public HtmlScanner Scanner => scanner;

        public override PyType Class => s_type;
    }

    private static HtmlScanner S(Any self) => ((Holder)self.Get(ScannerName).Ref!).Scanner;

    private static Any Reset(Any self)
    {
        Operators.GenericSet(self, ScannerName, new Holder(new HtmlScanner(self, self.Get("convert_charrefs").Truth)));
        return Any.None;
    }

    private static PyType Create()
    {
        var maker = new ClassMaker("HTMLParser", "html.parser")
            .Attribute("CDATA_CONTENT_ELEMENTS", PyTuple.Of("script", "style"))
            .Method("__init__", "self, *, convert_charrefs=True", static a =>
            {
                a[0].Set("convert_charrefs", a[1]);
                return a[0].Invoke("reset");
            })
            .Method("reset", Reset)
            .Method("feed", "data", static (self, data) => Lib.Do(() => S(self).Feed(Lib.Text(data, "data"))))
            .Method("close", static self => Lib.Do(S(self).Close))
            .Method("getpos", static self => PyTuple.Of(S(self).Position.Line, S(self).Position.Column))
            .Method("get_starttag_text", static self => S(self).StartTag is { } text ? text : Any.None)
            .Method("set_cdata_mode", "elem", static (self, element) => Lib.Do(() => S(self).BeginRaw(Lib.Text(element))))
            .Method("clear_cdata_mode", static self => Lib.Do(S(self).EndRaw))
            .Property("rawdata", static self => S(self).Rest)
            .Property("lasttag", static self => S(self).LastTag)
            .Property("lineno", static self => S(self).Position.Line)
            .Property("offset", static self => S(self).Position.Column)
            .Property("cdata_elem", static self => S(self).RawElement is { } element ? element : Any.None)
            .Method("handle_startendtag", "self, tag, attrs", static a =>
            {
                a[0].Invoke("handle_starttag", a[1], a[2]);
                return a[0].Invoke("handle_endtag", a[1]);
            })
            .Method("handle_starttag", "self, tag, attrs", static (Any[] _) => Any.None);
        foreach (var (method, parameter) in ((string, string)[])[("handle_endtag", "tag"), ("handle_charref", "name"), ("handle_entityref", "name"), ("handle_data", "data"),
            ("handle_comment", "data"), ("handle_decl", "decl"), ("handle_pi", "data"), ("unknown_decl", "data")])
            maker.Method(method, parameter, static (_, _) => Any.None);
        return maker.Make();
    }
}
