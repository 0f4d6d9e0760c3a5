using System.Diagnostics;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary><see cref="LowType"/> as Roslyn syntax.</summary>
internal sealed class TypeEmitter(NameTable names)
{
    private static readonly Dictionary<string, SyntaxKind> s_keywords = new()
    {
        ["void"] = SyntaxKind.VoidKeyword, ["long"] = SyntaxKind.LongKeyword, ["int"] = SyntaxKind.IntKeyword,
        ["double"] = SyntaxKind.DoubleKeyword, ["bool"] = SyntaxKind.BoolKeyword, ["string"] = SyntaxKind.StringKeyword,
        ["object"] = SyntaxKind.ObjectKeyword, ["byte"] = SyntaxKind.ByteKeyword, ["char"] = SyntaxKind.CharKeyword,
    };

    /// <summary>A type that is a keyword of C#; null for other names.</summary>
    public static PredefinedTypeSyntax? Keyword(string name) => s_keywords.TryGetValue(name, out var kind) ? PredefinedType(Layout.Bare(kind)) : null;

    public TypeSyntax Emit(LowType type) => type switch
    {
        LowNamedType { Arguments.Length: 0 } named when Keyword(named.Name) is { } keyword => keyword,
        LowNamedType named => Dotted(named),
        LowTupleType tuple => TupleType(
            Layout.Bare(SyntaxKind.OpenParenToken),
            Layout.Commas([.. tuple.Items.Select(i => TupleElement(Emit(i), default))]),
            Layout.Bare(SyntaxKind.CloseParenToken)),
        LowNullableType nullable => NullableType(Emit(nullable.Inner), Layout.Bare(SyntaxKind.QuestionToken)),
        LowArrayType array => ArrayType(Emit(array.Element), SingletonList(ArrayRankSpecifier(
            Layout.Bare(SyntaxKind.OpenBracketToken),
            SingletonSeparatedList<ExpressionSyntax>(OmittedArraySizeExpression(Layout.Bare(SyntaxKind.OmittedArraySizeExpressionToken))),
            Layout.Bare(SyntaxKind.CloseBracketToken)))),
        _ => throw new UnreachableException(type.GetType().Name),
    };

    private NameSyntax Dotted(LowNamedType named)
    {
        var parts = named.Name.Split('.');
        NameSyntax result = parts.Length == 1 ? Simple(parts[0], named) : names.Name(parts[0]);
        for (var i = 1; i < parts.Length; i++)
        {
            SimpleNameSyntax right = i == parts.Length - 1 ? Simple(parts[i], named) : names.Name(parts[i]);
            result = QualifiedName(result, Layout.Bare(SyntaxKind.DotToken), right);
        }
        return result;
    }

    private SimpleNameSyntax Simple(string name, LowNamedType type)
        => type.Arguments.Length == 0
            ? names.Type(name)
            : GenericName(names.Token(name), Arguments(type.Arguments));

    public TypeArgumentListSyntax Arguments(IEnumerable<LowType> types) => TypeArgumentList(
        Layout.Bare(SyntaxKind.LessThanToken),
        Layout.Commas([.. types.Select(Emit)]),
        Layout.Bare(SyntaxKind.GreaterThanToken));
}
