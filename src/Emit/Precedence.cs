using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>
/// Binding strength of C# expressions, to parenthesise only where the text would read otherwise.
/// See <see href="https://learn.microsoft.com/dotnet/csharp/language-reference/operators/#operator-precedence">Operator precedence</see>.
/// </summary>
internal static class Precedence
{
    public const int Lambda = 0;
    public const int Conditional = 2;
    public const int Coalesce = 3;
    public const int Unary = 14;
    public const int Primary = 16;

    public static int Of(LowExpression expression) => expression switch
    {
        LowLambda or LowAssign or LowThrowExpression => Lambda,
        LowConditional => Conditional,
        LowBinary binary => OfOperator(binary.Operator),
        LowIs => OfOperator("is"),
        LowSwitchExpression => 13,
        LowUnary or LowCast or LowAwait => Unary,
        LowLiteral { Value: long and < 0 or int and < 0 or double and < 0 } => Unary,
        LowLiteral { Value: double value } when double.IsNegative(value) => Unary,
        _ => Primary,
    };

    public static int OfOperator(string op) => op switch
    {
        "??" => Coalesce,
        "||" => 4,
        "&&" => 5,
        "|" => 6,
        "^" => 7,
        "&" => 8,
        "==" or "!=" => 9,
        "<" or ">" or "<=" or ">=" or "is" or "as" => 10,
        "<<" or ">>" => 11,
        "+" or "-" => 12,
        _ => 13,
    };
}
