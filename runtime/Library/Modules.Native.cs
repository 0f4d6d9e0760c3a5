namespace Pytocs.Runtime.Core;

/// <summary>The modules in C that CPython has beneath modules of its library: here they have what those have.</summary>
public static partial class Modules
{
    private static readonly (string Name, string Of)[] s_native =
    [
        ("_abc", "abc"), ("_asyncio", "asyncio"), ("_bisect", "bisect"), ("_bz2", "bz2"), ("_collections", "collections"), ("_contextvars", "contextvars"),
        ("_csv", "csv"), ("_datetime", "datetime"), ("_decimal", "decimal"), ("_elementtree", "xml.etree.ElementTree"), ("_functools", "functools"),
        ("_hashlib", "hashlib"), ("_heapq", "heapq"), ("_locale", "locale"), ("_pickle", "pickle"), ("_queue", "queue"), ("_random", "random"), ("_signal", "signal"),
        ("_socket", "socket"), ("_sqlite3", "sqlite3"), ("_blake2", "hashlib"), ("_lzma", "lzma"), ("_stat", "stat"), ("_statistics", "statistics"), ("_struct", "struct"), ("_tracemalloc", "tracemalloc"), ("_typing", "typing"),
        ("_uuid", "uuid"), ("_warnings", "warnings"), ("_zoneinfo", "zoneinfo"), ("pathlib._local", "pathlib"), ("posix", "os"),
    ];

    private static void RegisterNative()
    {
        foreach (var (name, of) in s_native)
            Register(name, () => SameAs(name, of));
    }

    /// <summary>A module with the names of another, which may be replaced one by one.</summary>
    private static PyModule SameAs(string name, string of)
    {
        var (module, source) = (new PyModule(name), (PyModule)Import(of).Ref!);
        foreach (var member in source.Names().ToArray())
            if (name == "_hashlib" && source.TryGet(member).Ref is PyFunction && member is not ("new" or "pbkdf2_hmac" or "scrypt" or "file_digest"))
                module.Value("openssl_" + member, source.TryGet(member));
            else if (!(member.StartsWith("__", StringComparison.Ordinal) && member.EndsWith("__", StringComparison.Ordinal)))
                module.Value(member, source.TryGet(member));
        return module;
    }
}
