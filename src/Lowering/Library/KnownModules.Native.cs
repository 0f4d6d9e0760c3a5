namespace Pytocs.Lowering.Library;

/// <summary>The modules in C that CPython has beneath modules of its library.</summary>
public static partial class KnownModules
{
    private static string[] Native =>
    [
        "_abc", "_compression", "_threading_local", "_asyncio", "_bisect", "_bz2", "_collections", "_contextvars", "_csv", "_datetime", "_decimal", "_elementtree", "_functools", "_hashlib", "_heapq", "_locale",
        "_pickle", "_queue", "_random", "_signal", "_socket", "_sqlite3", "_blake2", "_lzma", "_stat", "_statistics", "_struct", "_tracemalloc", "_typing", "_uuid", "_warnings", "_zoneinfo", "pathlib._local", "posix",
    ];
}
