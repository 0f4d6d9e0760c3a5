using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>The names of <see href="https://docs.python.org/3.13/library/builtins.html">builtins</see>.</summary>
public static class Builtin
{
    private static readonly HashSet<string> s_names =
    [
        "abs", "aiter", "all", "anext", "any", "ascii", "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod",
        "compile", "complex", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "filter", "float", "format", "frozenset",
        "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance", "issubclass", "iter", "len", "list",
        "locals", "map", "max", "memoryview", "min", "next", "object", "oct", "open", "ord", "pow", "print", "property", "range", "repr",
        "reversed", "round", "set", "setattr", "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
        "__import__", "NotImplemented", "Ellipsis", "__debug__", "exit", "quit", "copyright", "credits", "license",
        "BaseExceptionGroup", "ExceptionGroup", "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeTranslateError", "BytesWarning",
        "EncodingWarning", "FutureWarning", "ImportWarning", "PendingDeprecationWarning", "ResourceWarning", "SyntaxWarning",
        "UnicodeWarning", "IndentationError", "TabError", "_IncompleteInputError", "PythonFinalizationError", "__build_class__", "__loader__", "__spec__", "__package__", "__builtins__",
    ];

    private static readonly Dictionary<string, LibraryType> s_types = s_names.Union(ExceptionTypes.Names).ToDictionary(static n => n, static n => new LibraryType("builtins", n), StringComparer.Ordinal);

    public static bool Exists(string name) => s_types.ContainsKey(name);

    /// <summary>What a name means that the program does not bind; null where nothing is called so.</summary>
    public static LibraryType? Find(string name) => s_types.GetValueOrDefault(name);
}
