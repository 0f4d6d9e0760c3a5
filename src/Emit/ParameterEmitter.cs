using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Parameter lists.</summary>
internal sealed class ParameterEmitter(StatementEmitter statements)
{
    public ParameterListSyntax List(IEnumerable<LowParameter> parameters) => ParameterList(
        Layout.Bare(SyntaxKind.OpenParenToken),
        Layout.Commas([.. parameters.Select(Emit)]),
        Layout.Bare(SyntaxKind.CloseParenToken));

    private ParameterSyntax Emit(LowParameter parameter)
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
            parameter.Type is null ? null : statements.Types.Emit(parameter.Type).WithTrailingTrivia(Layout.Space),
            statements.Names.Token(parameter.Name),
            parameter.Default is null ? null : EqualsValueClause(Layout.Between(SyntaxKind.EqualsToken), statements.Expressions.Emit(parameter.Default)));
    }
}
