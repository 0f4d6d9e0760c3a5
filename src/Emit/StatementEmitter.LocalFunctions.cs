using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Functions inside functions.</summary>
internal sealed partial class StatementEmitter
{
    private LocalFunctionStatementSyntax LocalFunction(LowLocalFunction function)
    {
        var method = function.Method;
        var (body, arrow, semicolon) = new MemberEmitter(this).Body(method with { Trivia = function.Trivia });
        var parameters = Parameters.List(method.Parameters);
        if (method.Body is not null)
            parameters = parameters.WithTrailingTrivia(LineEnd(function.Trivia));
        var result = LocalFunctionStatement(
            default,
            MemberEmitter.Modifiers(method),
            Types.Emit(method.ReturnType).WithTrailingTrivia(Layout.Space),
            Names.Token(method.Name),
            new MemberEmitter(this).TypeParameters(method),
            parameters,
            default,
            body,
            arrow,
            semicolon);
        return method.Doc is null ? result : result.Leading(DocComment.Lines(method.Doc, _depth, inline: true));
    }
}
