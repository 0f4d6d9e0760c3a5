using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Xml;

/// <summary>Namespaces with prefixes of their own, and faults of documents.</summary>
internal static class XmlNames
{
    public const string Xml = "http://www.w3.org/XML/1998/namespace";

    /// <summary>The namespace of attributes that declare namespaces.</summary>
    public const string Declarations = "http://www.w3.org/2000/xmlns/";

    /// <summary>Prefixes by namespace, which programs add to.</summary>
    public static PyDict<Any, Any> Prefixes { get; } = new()
    {
        [Xml] = "xml", ["http://www.w3.org/1999/xhtml"] = "html", ["http://www.w3.org/1999/02/22-rdf-syntax-ns#"] = "rdf", ["http://schemas.xmlsoap.org/wsdl/"] = "wsdl",
        ["http://www.w3.org/2001/XMLSchema"] = "xs", ["http://www.w3.org/2001/XMLSchema-instance"] = "xsi", ["http://purl.org/dc/elements/1.1/"] = "dc",
    };

    /// <summary><c>ParseError</c>.</summary>
    public static readonly PyType ParseError = PyType.Exception("ParseError", SyntaxError.Type, static args => new XmlError(args), "xml.etree.ElementTree")
        .Property("code", static e => ((XmlError)e.Ref!).Code).Property("position", static e => ((XmlError)e.Ref!).Position);

    private sealed class XmlError(params ReadOnlySpan<Any> args) : SyntaxError(args)
    {
        protected override PyType NativeClass => ParseError;

        public Any Code { get; init; } = Any.None;

        public Any Position { get; init; } = Any.None;
    }

    public static SyntaxError Fault(string message, int code, int line, int column) => new XmlError(message) { Code = code, Position = PyTuple.Of(line, column) };

    public static readonly PyType ExpatError = (PyType)((Any)PyType.Type).Call("ExpatError", PyTuple.Of(PyException.Type), new PyDict<Any, Any> { ["__module__"] = "xml.parsers.expat" }).Ref!;

    /// <summary>The error that the parser itself raises where no module has one of its own.</summary>
    public static BaseException ExpatFault(string message, int code, int line, int column)
    {
        var error = ((Any)ExpatError).Call(message);
        error.Set("code", code);
        error.Set("lineno", line);
        error.Set("offset", column);
        return (BaseException)error.Ref!;
    }

    /// <exception cref="ValueError">The prefix is kept for <c>ns0</c>, <c>ns1</c> and so on.</exception>
    public static void Register(string prefix, string uri)
    {
        if (prefix.StartsWith("ns", StringComparison.Ordinal) && prefix.Length > 2 && prefix.AsSpan(2).IndexOfAnyExceptInRange('0', '9') < 0)
            throw new ValueError("Prefix format reserved for internal use");
        foreach (var (known, name) in Prefixes.Entries().ToArray())
            if (known.Ref is string space && space == uri || name.Ref is string taken && taken == prefix)
                Prefixes.Remove(known);
        Prefixes[uri] = prefix;
    }
}
