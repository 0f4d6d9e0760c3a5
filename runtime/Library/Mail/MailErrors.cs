using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>The module <see href="https://docs.python.org/3.13/library/email.errors.html">email.errors</see>.</summary>
internal static class MailErrors
{
    private const string Module = "email.errors";

    public static readonly PyType MessageError = PyType.Emitted("MessageError", Module, PyException.Type);
    public static readonly PyType MessageParseError = PyType.Emitted("MessageParseError", Module, MessageError);
    public static readonly PyType HeaderParseError = PyType.Emitted("HeaderParseError", Module, MessageParseError);
    public static readonly PyType BoundaryError = PyType.Emitted("BoundaryError", Module, MessageParseError);
    public static readonly PyType MultipartConversionError = PyType.Emitted("MultipartConversionError", Module, MessageError, TypeError.Type);
    public static readonly PyType CharsetError = PyType.Emitted("CharsetError", Module, MessageError);
    public static readonly PyType HeaderWriteError = PyType.Emitted("HeaderWriteError", Module, MessageError);

    public static readonly PyType MessageDefect = new ClassMaker("MessageDefect", Module)
        .Method("__init__", "line=None", static (self, line) => Lib.Do(() =>
        {
            if (!line.IsNone)
                ((Any)ValueError.Type).Get("__init__").Call(self, line);
            self.Set("line", line);
        }), Any.None)
        .Make(ValueError.Type);

    public static readonly PyType HeaderDefect = Defect("HeaderDefect", MessageDefect);

    private static readonly Dictionary<string, PyType> s_defects = ((string[])[
        "NoBoundaryInMultipartDefect", "StartBoundaryNotFoundDefect", "CloseBoundaryNotFoundDefect", "FirstHeaderLineIsContinuationDefect", "MisplacedEnvelopeHeaderDefect",
        "MissingHeaderBodySeparatorDefect", "MultipartInvariantViolationDefect", "InvalidMultipartContentTransferEncodingDefect", "UndecodableBytesDefect", "InvalidBase64PaddingDefect",
        "InvalidBase64CharactersDefect", "InvalidBase64LengthDefect"]).ToDictionary(static n => n, static n => Defect(n, MessageDefect))
        .Concat(((string[])["InvalidHeaderDefect", "HeaderMissingRequiredValue", "NonPrintableDefect", "ObsoleteHeaderDefect", "NonASCIILocalPartDefect", "InvalidDateDefect"]).ToDictionary(static n => n, static n => Defect(n, HeaderDefect)))
        .ToDictionary(static p => p.Key, static p => p.Value);

    private static PyType Defect(string name, PyType parent) => PyType.Emitted(name, Module, parent);

    /// <summary>A defect of a message or header, by the name of its class.</summary>
    public static Any Make(string name, Any line) => ((Any)s_defects[name]).Call(line);

    /// <inheritdoc cref="Make(string, Any)"/>
    public static Any Make(string name) => ((Any)s_defects[name]).Call();

    /// <summary>An exception of one of the classes above, to be thrown.</summary>
    public static BaseException Error(PyType type, string text) => (BaseException)((Any)type).Call(text).Ref!;

    public static PyModule Build()
    {
        var module = new PyModule(Module).Type(MessageError).Type(MessageParseError).Type(HeaderParseError).Type(BoundaryError).Type(MultipartConversionError).Type(CharsetError)
            .Type(HeaderWriteError).Type(MessageDefect).Type(HeaderDefect);
        foreach (var type in s_defects.Values)
            module.Type(type);
        return module.Value("MalformedHeaderDefect", s_defects["MissingHeaderBodySeparatorDefect"]);
    }
}
