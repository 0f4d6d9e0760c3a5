namespace Pytocs.Lowering.Library;

/// <summary>Library modules that the runtime has.</summary>
public static partial class KnownModules
{
    private static readonly HashSet<string> s_names =
    [
        .. AboutSystem, .. Native, .. Encodings, .. Internet,
        "__future__", "_ast", "_compat_pickle", "_frozen_importlib", "_frozen_importlib_external", "_io", "_operator", "_strptime", "_weakref", "abc", "array", "asyncio", "base64", "binascii", "bisect", "builtins", "calendar", "cmath", "codecs",
        "collections", "collections.abc", "colorsys", "concurrent.futures", "contextlib", "contextvars", "copy", "copyreg", "csv", "dataclasses", "datetime", "decimal", "difflib", "doctest",
        "encodings", "encodings.aliases", "enum", "fractions", "functools", "gc", "genericpath", "gzip", "hashlib", "heapq", "hmac", "html", "html.entities", "html.parser", "http", "importlib",
        "importlib._bootstrap", "importlib._bootstrap_external", "importlib.abc", "importlib.machinery", "importlib.metadata", "importlib.resources", "importlib.resources.abc", "importlib.util", "inspect", "io", "itertools", "json", "json.decoder", "json.encoder", "json.scanner", "keyword", "logging", "logging.config", "logging.handlers",
        "math", "numbers", "operator", "os", "os.path", "pickle", "pkgutil", "posixpath", "pprint", "pydoc", "pytest", "pytest_asyncio", "queue", "random", "re", "reprlib", "secrets", "select", "signal", "socket",
        "statistics", "string", "struct", "subprocess", "sys", "sysconfig", "tempfile", "textwrap", "this", "threading", "time", "traceback", "tracemalloc", "types",
        "typing", "typing_extensions", "unicodedata", "unittest", "unittest.mock", "urllib.parse", "uuid", "warnings", "weakref", "pyexpat", "xml", "xml.dom", "xml.dom.minidom", "xml.parsers", "xml.parsers.expat", "xml.sax", "xml.sax._exceptions", "xml.sax.expatreader", "xml.sax.handler", "xml.sax.saxutils", "xml.sax.xmlreader", "xml.etree", "xml.etree.ElementPath", "xml.etree.ElementTree", "zlib", "zoneinfo",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => s_names;

    /// <summary>Whether a module reads source text while the program runs.</summary>
    public static bool ReadsSource(string name) => name is "ast" or "_ast" or "timeit" or "logging.config" or "importlib" or "importlib.util" or "importlib.machinery";

    public static bool Contains(string name) => s_names.Contains(name);

    /// <summary>Whether importing a module has no effect of its own: <c>this</c> prints a poem.</summary>
    public static bool IsQuiet(string name) => Contains(name) && name != "this";
}
