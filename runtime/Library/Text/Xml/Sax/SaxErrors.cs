using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml.Sax;

/// <summary>The errors of <c>xml.sax</c>.</summary>
internal static class SaxErrors
{
    private const string Home = "xml.sax._exceptions";

    public static readonly PyType Base = new ClassMaker("SAXException", Home)
        .Method("__init__", "self, msg, exception=None", static a => Lib.Do(() =>
        {
            a[0].Set("_msg", a[1]);
            a[0].Set("_exception", a[2]);
            ((BaseException)a[0].Ref!).Args = PyTuple.Of(a[1], a[2]);
        }))
        .Method("getMessage", static self => self.Get("_msg")).Method("getException", static self => self.Get("_exception"))
        .Method("__str__", static self => self.Get("_msg"))
        .Method("__getitem__", "ix", static (_, _) => throw new AttributeError("__getitem__"))
        .Make(PyException.Type);

    public static readonly PyType Parse = new ClassMaker("SAXParseException", Home)
        .Method("__init__", "self, msg, exception, locator", static a => Lib.Do(() =>
        {
            ((Any)Base).Get("__init__").Call(a[0], a[1], a[2]);
            a[0].Set("_locator", a[3]);
            foreach (var (name, method) in ((string, string)[])[("_systemId", "getSystemId"), ("_colnum", "getColumnNumber"), ("_linenum", "getLineNumber")])
                a[0].Set(name, a[3].Invoke(method));
        }))
        .Method("getColumnNumber", static self => self.Get("_colnum")).Method("getLineNumber", static self => self.Get("_linenum"))
        .Method("getPublicId", static self => self.Get("_locator").Invoke("getPublicId")).Method("getSystemId", static self => self.Get("_systemId"))
        .Method("__str__", static self =>
        {
            static string Or(Any value, string other) => value.IsNone ? other : Operators.Str(value);
            return $"{Or(self.Invoke("getSystemId"), "<unknown>")}:{Or(self.Invoke("getLineNumber"), "?")}:{Or(self.Invoke("getColumnNumber"), "?")}: {Operators.Str(self.Get("_msg"))}";
        })
        .Make(Base);

    public static readonly PyType NotRecognized = new ClassMaker("SAXNotRecognizedException", Home).Make(Base);
    public static readonly PyType NotSupported = new ClassMaker("SAXNotSupportedException", Home).Make(Base);
    public static readonly PyType NotAvailable = new ClassMaker("SAXReaderNotAvailable", Home).Make(NotSupported);

    public static BaseException Unknown(PyType type, string message) => (BaseException)((Any)type).Call(message).Ref!;

    public static PyModule Declare(PyModule module) => module.Type(Base).Type(Parse).Type(NotRecognized).Type(NotSupported).Type(NotAvailable);
}
