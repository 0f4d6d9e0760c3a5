using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Literals, with the spelling a person would choose.</summary>
internal static class LiteralEmitter
{
    public static ExpressionSyntax Emit(LowLiteral literal) => literal.Value switch
    {
        null => LiteralExpression(SyntaxKind.NullLiteralExpression, Layout.Bare(SyntaxKind.NullKeyword)),
        true => LiteralExpression(SyntaxKind.TrueLiteralExpression, Layout.Bare(SyntaxKind.TrueKeyword)),
        false => LiteralExpression(SyntaxKind.FalseLiteralExpression, Layout.Bare(SyntaxKind.FalseKeyword)),
        int i => Integer(i, literal.Spelling),
        long l => Integer(l, literal.Spelling),
        double d => Double(d),
        string s => String(s),
        char c => LiteralExpression(SyntaxKind.CharacterLiteralExpression, Literal(c)),
        var other => throw new System.Diagnostics.UnreachableException(other.GetType().Name),
    };

    private static ExpressionSyntax Integer(long value, string? spelling)
    {
        if (value == long.MinValue)
            return MemberAccessExpression(
                SyntaxKind.SimpleMemberAccessExpression, PredefinedType(Layout.Bare(SyntaxKind.LongKeyword)), Layout.Bare(SyntaxKind.DotToken), IdentifierName("MinValue"));
        if (value < 0)
            return PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Layout.Bare(SyntaxKind.MinusToken), Integer(-value, null));
        var text = spelling ?? value.ToString(CultureInfo.InvariantCulture);
        return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(default, text, value, default));
    }

    private static ExpressionSyntax Double(double value)
    {
        if (double.IsNaN(value))
            return Member("NaN");
        if (double.IsInfinity(value))
            return Member(value > 0 ? "PositiveInfinity" : "NegativeInfinity");
        if (value < 0 || (value == 0 && double.IsNegative(value)))
            return PrefixUnaryExpression(SyntaxKind.UnaryMinusExpression, Layout.Bare(SyntaxKind.MinusToken), Double(-value));
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        if (!text.Contains('.', StringComparison.Ordinal) && !text.Contains('E', StringComparison.Ordinal))
            text += ".0";
        return LiteralExpression(SyntaxKind.NumericLiteralExpression, Literal(default, text, value, default));
    }

    private static ExpressionSyntax Member(string name) => MemberAccessExpression(
        SyntaxKind.SimpleMemberAccessExpression, PredefinedType(Layout.Bare(SyntaxKind.DoubleKeyword)), Layout.Bare(SyntaxKind.DotToken), IdentifierName(name));

    public static ExpressionSyntax String(string value)
        => LiteralExpression(SyntaxKind.StringLiteralExpression, Literal(default, "\"" + Escape(value) + "\"", value, default));

    /// <summary>The inside of a regular string literal.</summary>
    public static string Escape(string value)
    {
        var builder = new StringBuilder(value.Length + 8);
        for (var i = 0; i < value.Length; i++)
        {
            var c = value[i];
            switch (c)
            {
                case '"': builder.Append("\\\""); break;
                case '\\': builder.Append("\\\\"); break;
                case '\n': builder.Append("\\n"); break;
                case '\r': builder.Append("\\r"); break;
                case '\t': builder.Append("\\t"); break;
                case '\0' when i + 1 == value.Length || !char.IsAsciiHexDigit(value[i + 1]): builder.Append("\\0"); break;
                default:
                    if (char.IsHighSurrogate(c) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
                    {
                        builder.Append(c).Append(value[++i]);
                    }
                    else if (IsPlain(c))
                    {
                        builder.Append(c);
                    }
                    else
                    {
                        builder.Append("\\u").Append(((int)c).ToString("X4", CultureInfo.InvariantCulture));
                    }
                    break;
            }
        }
        return builder.ToString();
    }

    private static bool IsPlain(char c) => char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark)
        && (c == ' ' || char.GetUnicodeCategory(c) != UnicodeCategory.SpaceSeparator);
}
