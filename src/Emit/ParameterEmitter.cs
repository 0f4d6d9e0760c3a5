using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Parameter lists.</summary>
internal static class ParameterEmitter
{
    public static ParameterListSyntax List(IEnumerable<LowParameter> parameters, ExpressionEmitter expressions) => ParameterList(
        Layout.Bare(SyntaxKind.OpenParenToken),
        Layout.Commas([.. parameters.Select(p => Emit(p, expressions))]),
        Layout.Bare(SyntaxKind.CloseParenToken));

    private static ParameterSyntax Emit(LowParameter parameter, ExpressionEmitter expressions)
    {
        var modifiers = new List<SyntaxToken>();
        if (parameter.IsParams)
            modifiers.Add(Layout.Spaced(SyntaxKind.ParamsKeyword));
        if (parameter.Modifier is "ref")
            modifiers.Add(Layout.Spaced(SyntaxKind.RefKeyword));
        if (parameter.Modifier is "out")
            modifiers.Add(Layout.Spaced(SyntaxKind.OutKeyword));
        return Parameter(
            default,
            TokenList(modifiers),
            parameter.Type is null ? null : TypeEmitter.Emit(parameter.Type).WithTrailingTrivia(Layout.Space),
            Layout.Name(parameter.Name),
            parameter.Default is null ? null : EqualsValueClause(Layout.Between(SyntaxKind.EqualsToken), expressions.Emit(parameter.Default)));
    }
}
