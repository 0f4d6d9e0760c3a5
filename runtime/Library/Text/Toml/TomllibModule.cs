using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Toml;

/// <summary>The module <see href="https://docs.python.org/3.13/library/tomllib.html">tomllib</see>.</summary>
internal static class TomllibModule
{
    private static readonly PyType s_error = PyType.Emitted("TOMLDecodeError", "tomllib", ValueError.Type);

    public static PyModule Build() => new PyModule("tomllib").Type(s_error)
        .Function("loads", "s, /, *, parse_float=", static a => Loads(a[0], a[1]), FloatType.Type)
        .Function("load", "fp, /, *, parse_float=", static a =>
        {
            var data = a[0].Invoke("read");
            return data.Ref is PyBytesBase bytes
                ? Loads(Codecs.Decode(bytes.Span, "utf-8", "strict"), a[1])
                : throw new TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`");
        }, FloatType.Type);

    /// <summary>What is wrong with a document, and where.</summary>
    internal static BaseException Error(string message) => (BaseException)s_error.Call(message).Ref!;

    private static Any Loads(Any text, Any parseFloat)
    {
        if (PyValueInstance.Unwrap(text).Ref is not string source)
            throw new TypeError(text.Ref is PyBytesBase ? "a bytes-like object is required, not 'str'" : $"Expected str object, not '{PyType.Of(text).QualName}'");
        return new TomlDocument(source.Replace("\r\n", "\n", StringComparison.Ordinal), parseFloat).Read();
    }
}
