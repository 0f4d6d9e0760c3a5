using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The exceptions of <see href="https://docs.python.org/3.13/library/http.client.html#http.client.HTTPException">http.client</see>.</summary>
internal static class ClientErrors
{
    private const string Module = "http.client";

    public const int LongestLine = 65536, MostHeaders = 100;

    public static readonly PyType HttpException = PyType.Emitted("HTTPException", Module, PyException.Type);
    public static readonly PyType NotConnected = PyType.Emitted("NotConnected", Module, HttpException);
    public static readonly PyType InvalidUrl = PyType.Emitted("InvalidURL", Module, HttpException);
    public static readonly PyType ImproperState = PyType.Emitted("ImproperConnectionState", Module, HttpException);
    public static readonly PyType CannotSendRequest = PyType.Emitted("CannotSendRequest", Module, ImproperState);
    public static readonly PyType CannotSendHeader = PyType.Emitted("CannotSendHeader", Module, ImproperState);
    public static readonly PyType ResponseNotReady = PyType.Emitted("ResponseNotReady", Module, ImproperState);

    public static readonly PyType UnknownProtocol = new ClassMaker("UnknownProtocol", Module)
        .Method("__init__", "version", static (self, version) => Lib.Do(() =>
        {
            self.Set("args", PyTuple.Of(version));
            self.Set("version", version);
        }))
        .Make(HttpException);

    public static readonly PyType IncompleteRead = new ClassMaker("IncompleteRead", Module)
        .Method("__init__", "self, partial, expected=None", static a => Lib.Do(() =>
        {
            a[0].Set("args", PyTuple.Of(a[1]));
            a[0].Set("partial", a[1]);
            a[0].Set("expected", a[2]);
        }))
        .Method("__repr__", Described).Method("__str__", Described)
        .Make(HttpException);

    private static Any Described(Any self)
        => $"{PyType.Of(self).Name}({Operators.Len(self.Get("partial"))} bytes read{(self.Get("expected").IsNone ? "" : $", {Operators.Str(self.Get("expected"))} more expected")})";

    public static readonly PyType BadStatusLine = new ClassMaker("BadStatusLine", Module)
        .Method("__init__", "line", static (self, line) => Lib.Do(() =>
        {
            var said = line.Truth ? line : Operators.Repr(line);
            self.Set("args", PyTuple.Of(said));
            self.Set("line", said);
        }))
        .Make(HttpException);

    public static readonly PyType LineTooLong = new ClassMaker("LineTooLong", Module)
        .Method("__init__", "line_type", static (self, kind) => Lib.Do(() => ((Any)HttpException).Get("__init__").Call(self, $"got more than {LongestLine} bytes when reading {Operators.Str(kind)}")))
        .Make(HttpException);

    public static readonly PyType RemoteDisconnected = new ClassMaker("RemoteDisconnected", Module)
        .Method("__init__", "self, *pos, **kw", static a => Lib.Do(() =>
        {
            ((Any)BadStatusLine).Get("__init__").Call(a[0], "");
            ((Any)ConnectionResetError.Type).Get("__init__").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[2]) });
        }))
        .Make(ConnectionResetError.Type, BadStatusLine);

    public static IEnumerable<PyType> All { get; } = [HttpException, NotConnected, InvalidUrl, UnknownProtocol, PyType.Emitted("UnknownTransferEncoding", Module, HttpException),
        PyType.Emitted("UnimplementedFileMode", Module, HttpException), IncompleteRead, ImproperState, CannotSendRequest, CannotSendHeader, ResponseNotReady, BadStatusLine, LineTooLong, RemoteDisconnected];

    /// <summary>An exception to be thrown.</summary>
    public static BaseException Make(PyType type, params ReadOnlySpan<Any> arguments) => (BaseException)((Any)type).Call(new Arguments(arguments)).Ref!;
}
