namespace Pytocs.Lowering.Library;

/// <summary>Library modules that the runtime has; importing one has no effect of its own.</summary>
public static class KnownModules
{
    private static readonly HashSet<string> s_names =
    [
        "abc", "asyncio", "base64", "binascii", "bisect", "builtins", "collections", "collections.abc", "concurrent.futures", "contextlib", "contextvars",
        "copy", "dataclasses", "datetime", "doctest", "enum", "fractions", "functools", "gc", "gzip", "hashlib", "heapq", "hmac", "inspect", "io",
        "itertools", "json", "logging", "math", "operator", "os", "os.path", "posixpath", "queue", "random", "re", "signal", "socket", "string",
        "struct", "subprocess", "sys", "tempfile", "threading", "time", "traceback", "types", "typing", "typing_extensions", "unittest",
        "unittest.mock", "warnings", "weakref",
    ];

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => s_names;

    public static bool Contains(string name) => s_names.Contains(name);
}
