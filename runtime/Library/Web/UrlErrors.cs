using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The modules <see href="https://docs.python.org/3.13/library/urllib.error.html">urllib.error</see> and urllib.response.</summary>
internal static class UrlErrors
{
    private static readonly PyType s_base = new ClassMaker("addbase", "urllib.response")
        .Method("__init__", "fp", static (self, file) => Lib.Do(() =>
        {
            self.Set("file", file);
            self.Set("fp", file);
        }))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} at {Operators.Str(Builtins.Get("id").Call(self))} whose fp = {Operators.Repr(self.Get("file"))}>")
        .Method("__getattr__", "name", static (self, name) => Operators.Str(name) is not ("file" or "fp") && Operators.GetAttr(self, "fp", Any.None) is { IsNone: false } file
            ? file.Get(Operators.Str(name)) : throw new AttributeError($"'{PyType.Of(self).Name}' object has no attribute '{Operators.Str(name)}'", Operators.Str(name), self))
        .Method("__iter__", static self => Operators.Iter(self.Get("fp")))
        .Method("close", static self => Lib.Do(() =>
        {
            if (Operators.GetAttr(self, "fp", Any.None) is { IsNone: false } file)
                file.Invoke("close");
        }))
        .Method("__enter__", static self => self.Get("fp").Get("closed").Truth ? throw new ValueError("I/O operation on closed file") : self)
        .Method("__exit__", "self, type, value, traceback", static a => Lib.Do(() => a[0].Invoke("close")))
        .Make();

    private static readonly PyType s_closeHook = new ClassMaker("addclosehook", "urllib.response")
        .Method("__init__", "self, fp, closehook, *hookargs", static a => Lib.Do(() =>
        {
            ((Any)s_base).Get("__init__").Call(a[0], a[1]);
            a[0].Set("closehook", a[2]);
            a[0].Set("hookargs", a[3]);
        }))
        .Method("close", static self => Lib.Do(() =>
        {
            if (self.Get("closehook") is { Truth: true } hook)
            {
                var arguments = self.Get("hookargs");
                self.Set("closehook", Any.None);
                hook.Call(new Arguments { new Star(arguments) });
            }
            ((Any)s_base).Get("close").Call(self);
        }))
        .Make(s_base);

    private static readonly PyType s_info = new ClassMaker("addinfo", "urllib.response")
        .Method("__init__", "self, fp, headers", static a => Lib.Do(() =>
        {
            ((Any)s_base).Get("__init__").Call(a[0], a[1]);
            a[0].Set("headers", a[2]);
        }))
        .Method("info", static self => self.Get("headers"))
        .Make(s_base);

    /// <summary>What urlopen gives: a stream that knows where it is from.</summary>
    public static readonly PyType InfoUrl = new ClassMaker("addinfourl", "urllib.response")
        .Method("__init__", "self, fp, headers, url, code=None", static a => Lib.Do(() =>
        {
            ((Any)s_info).Get("__init__").Call(a[0], a[1], a[2]);
            a[0].Set("url", a[3]);
            a[0].Set("code", a[4]);
        }))
        .Property("status", static self => self.Get("code"))
        .Method("getcode", static self => self.Get("code"))
        .Method("geturl", static self => self.Get("url"))
        .Make(s_info);

    public static readonly PyType UrlError = new ClassMaker("URLError", "urllib.error")
        .Method("__init__", "self, reason, filename=None", static a => Lib.Do(() =>
        {
            a[0].Set("args", PyTuple.Of(a[1]));
            a[0].Set("reason", a[1]);
            if (!a[2].IsNone)
                a[0].Set("filename", a[2]);
        }))
        .Method("__str__", static self => $"<urlopen error {Operators.Str(self.Get("reason"))}>")
        .Make(OSError.Type);

    public static readonly PyType HttpError = new ClassMaker("HTTPError", "urllib.error")
        .Method("__init__", "self, url, code, msg, hdrs, fp", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("code", a[2]), ("msg", a[3]), ("hdrs", a[4]), ("filename", a[1])])
                a[0].Set(name, value);
            var file = a[5].IsNone ? Modules.Import("io").Invoke("BytesIO") : a[5];
            ((Any)InfoUrl).Get("__init__").Call(new Arguments { a[0], file, a[4], a[1], a[2] });
            a[0].Set("fp", file);
        }))
        .Method("__str__", static self => $"HTTP Error {Operators.Str(self.Get("code"))}: {Operators.Str(self.Get("msg"))}")
        .Method("__repr__", static self => $"<HTTPError {Operators.Str(self.Get("code"))}: {Operators.Repr(self.Get("msg"))}>")
        .Property("reason", static self => self.Get("msg"), static (_, _) => { })
        .Property("headers", static self => self.Get("hdrs"), static (self, headers) => self.Set("hdrs", headers))
        .Make(UrlError, InfoUrl);

    public static readonly PyType TooShort = new ClassMaker("ContentTooShortError", "urllib.error")
        .Method("__init__", "self, message, content", static a => Lib.Do(() =>
        {
            ((Any)UrlError).Get("__init__").Call(a[0], a[1]);
            a[0].Set("content", a[2]);
        }))
        .Make(UrlError);

    public static PyModule Build() => new PyModule("urllib.error").Type(UrlError).Type(HttpError).Type(TooShort);

    public static PyModule Responses() => new PyModule("urllib.response").Type(s_base).Type(s_closeHook).Type(s_info).Type(InfoUrl);
}
