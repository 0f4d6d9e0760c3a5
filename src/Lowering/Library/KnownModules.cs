namespace Pytocs.Lowering.Library;

/// <summary>Library modules that the runtime has; importing one has no effect of its own.</summary>
public static class KnownModules
{
    private static readonly HashSet<string> s_names =
    [
        "abc", "asyncio", "argparse", "base64", "binascii", "bisect", "collections", "collections.abc", "contextlib", "contextvars", "copy", "csv",
        "dataclasses", "datetime", "decimal", "doctest", "enum", "fractions", "functools", "gc", "gzip", "hashlib", "heapq", "inspect", "io", "itertools", "json",
        "logging", "math", "operator", "os", "os.path", "pathlib", "queue", "random", "re", "shutil", "signal", "statistics", "string", "struct",
        "sys", "tempfile", "textwrap", "threading", "time", "traceback", "types", "typing", "typing_extensions", "unicodedata", "uuid", "warnings",
        "weakref", "zlib", "builtins", "errno", "keyword", "numbers",
    ];

    public static bool Contains(string name) => s_names.Contains(name);
}
