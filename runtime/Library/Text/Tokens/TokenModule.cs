using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>The module <see href="https://docs.python.org/3.13/library/token.html">token</see>.</summary>
internal static class TokenModule
{
    private static readonly string[] s_names =
        ("ENDMARKER NAME NUMBER STRING NEWLINE INDENT DEDENT LPAR RPAR LSQB RSQB COLON COMMA SEMI PLUS MINUS STAR SLASH VBAR AMPER LESS GREATER EQUAL DOT PERCENT LBRACE RBRACE EQEQUAL NOTEQUAL "
        + "LESSEQUAL GREATEREQUAL TILDE CIRCUMFLEX LEFTSHIFT RIGHTSHIFT DOUBLESTAR PLUSEQUAL MINEQUAL STAREQUAL SLASHEQUAL PERCENTEQUAL AMPEREQUAL VBAREQUAL CIRCUMFLEXEQUAL LEFTSHIFTEQUAL "
        + "RIGHTSHIFTEQUAL DOUBLESTAREQUAL DOUBLESLASH DOUBLESLASHEQUAL AT ATEQUAL RARROW ELLIPSIS COLONEQUAL EXCLAMATION OP TYPE_IGNORE TYPE_COMMENT SOFT_KEYWORD FSTRING_START FSTRING_MIDDLE "
        + "FSTRING_END COMMENT NL ERRORTOKEN ENCODING N_TOKENS").Split(' ');

    private static readonly (string Text, string Name)[] s_operators =
    [
        ("!", "EXCLAMATION"), ("!=", "NOTEQUAL"), ("%", "PERCENT"), ("%=", "PERCENTEQUAL"), ("&", "AMPER"), ("&=", "AMPEREQUAL"), ("(", "LPAR"), (")", "RPAR"), ("*", "STAR"), ("**", "DOUBLESTAR"),
        ("**=", "DOUBLESTAREQUAL"), ("*=", "STAREQUAL"), ("+", "PLUS"), ("+=", "PLUSEQUAL"), (",", "COMMA"), ("-", "MINUS"), ("-=", "MINEQUAL"), ("->", "RARROW"), (".", "DOT"), ("...", "ELLIPSIS"),
        ("/", "SLASH"), ("//", "DOUBLESLASH"), ("//=", "DOUBLESLASHEQUAL"), ("/=", "SLASHEQUAL"), (":", "COLON"), (":=", "COLONEQUAL"), (";", "SEMI"), ("<", "LESS"), ("<<", "LEFTSHIFT"),
        ("<<=", "LEFTSHIFTEQUAL"), ("<=", "LESSEQUAL"), ("=", "EQUAL"), ("==", "EQEQUAL"), (">", "GREATER"), (">=", "GREATEREQUAL"), (">>", "RIGHTSHIFT"), (">>=", "RIGHTSHIFTEQUAL"), ("@", "AT"),
        ("@=", "ATEQUAL"), ("[", "LSQB"), ("]", "RSQB"), ("^", "CIRCUMFLEX"), ("^=", "CIRCUMFLEXEQUAL"), ("{", "LBRACE"), ("|", "VBAR"), ("|=", "VBAREQUAL"), ("}", "RBRACE"), ("~", "TILDE"),
    ];

    /// <summary>The kinds of operators by their text.</summary>
    public static readonly Dictionary<string, int> Operators = s_operators.ToDictionary(static o => o.Text, static o => Number(o.Name), StringComparer.Ordinal);

    public static int Number(string name) => name == "NT_OFFSET" ? 256 : Array.IndexOf(s_names, name);

    /// <summary>The name of a kind.</summary>
    public static string Name(int kind) => kind == 256 ? "NT_OFFSET" : s_names[kind];

    public static PyModule Build() => AddTo(new PyModule("token")).Value("__all__", Lib.List([.. Own, .. Constants]));

    /// <summary>The names of all kinds.</summary>
    public static IEnumerable<string> Constants => s_names.Append("NT_OFFSET");

    /// <summary>The module's own names that <c>tokenize</c> has too.</summary>
    public static IReadOnlyList<string> Own { get; } = ["tok_name", "ISTERMINAL", "ISNONTERMINAL", "ISEOF"];

    /// <summary>Adds the constants and functions, which <c>tokenize</c> has too.</summary>
    public static PyModule AddTo(PyModule module)
    {
        var names = new PyDict<Any, Any>();
        foreach (var name in Constants)
        {
            module.Value(name, Number(name));
            names[Number(name)] = name;
        }
        var exact = new PyDict<Any, Any>();
        foreach (var (text, kind) in Operators)
            exact[text] = kind;
        return module.Value("tok_name", names).Value("EXACT_TOKEN_TYPES", exact)
            .Function("ISTERMINAL", "x", static a => a[0] < 256)
            .Function("ISNONTERMINAL", "x", static a => a[0] >= 256)
            .Function("ISEOF", "x", static a => Core.Operators.Equal(a[0], 0));
    }
}
