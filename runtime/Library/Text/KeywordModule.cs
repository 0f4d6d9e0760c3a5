using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/keyword.html">keyword</see>.</summary>
internal static class KeywordModule
{
    private static readonly string[] s_keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
        "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ];

    private static readonly string[] s_soft = ["_", "case", "match", "type"];

    public static PyModule Build() => new PyModule("keyword")
        .Value("kwlist", Lib.List(s_keywords))
        .Value("softkwlist", Lib.List(s_soft))
        .Function("iskeyword", static word => word.Ref is string text && s_keywords.Contains(text))
        .Function("issoftkeyword", static word => word.Ref is string text && s_soft.Contains(text));
}
