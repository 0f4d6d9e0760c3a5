using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary>Object creation, lambdas, interpolated strings and switch expressions.</summary>
internal sealed partial class ExpressionEmitter
{
    private ExpressionSyntax New(LowNew @new)
    {
        var initializer = @new.Initializers.Length == 0 ? null : Initializer(@new);
        if (@new.Type is null)
            return ImplicitObjectCreationExpression(Layout.Bare(SyntaxKind.NewKeyword), Arguments(@new.Arguments), initializer);
        var arguments = @new.Arguments.Length == 0 && initializer is not null ? null : Arguments(@new.Arguments);
        return ObjectCreationExpression(Layout.Spaced(SyntaxKind.NewKeyword), _types.Emit(@new.Type), arguments, initializer);
    }

    private InitializerExpressionSyntax Initializer(LowNew @new)
    {
        var indexer = @new.Initializers[0].IsIndexer;
        return Braces(
            indexer ? SyntaxKind.ObjectInitializerExpression : SyntaxKind.CollectionInitializerExpression,
            [.. @new.Initializers.Select(InitializerItem)]);
    }

    private ExpressionSyntax InitializerItem(LowInitializer item)
    {
        if (item.IsIndexer)
            return AssignmentExpression(
                SyntaxKind.SimpleAssignmentExpression,
                ImplicitElementAccess(BracketedArgumentList(
                    Layout.Bare(SyntaxKind.OpenBracketToken),
                    SingletonSeparatedList(Argument(Emit(item.Values[0]))),
                    Layout.Bare(SyntaxKind.CloseBracketToken))),
                Layout.Between(SyntaxKind.EqualsToken),
                Emit(item.Values[1]));
        if (item.Values.Length == 1)
            return Emit(item.Values[0]);
        return InitializerExpression(
            SyntaxKind.ComplexElementInitializerExpression,
            Layout.Spaced(SyntaxKind.OpenBraceToken),
            Layout.Commas([.. item.Values.Select(Emit)]),
            Layout.After(SyntaxKind.CloseBraceToken));
    }

    private static InitializerExpressionSyntax Braces(SyntaxKind kind, ExpressionSyntax[] items)
        => InitializerExpression(kind, Layout.Between(SyntaxKind.OpenBraceToken), Layout.Commas(items), Layout.After(SyntaxKind.CloseBraceToken));

    private ExpressionSyntax Lambda(LowLambda lambda)
    {
        var modifiers = new List<SyntaxToken>();
        if (lambda.IsStatic)
            modifiers.Add(Layout.Spaced(SyntaxKind.StaticKeyword));
        if (lambda.IsAsync)
            modifiers.Add(Layout.Spaced(SyntaxKind.AsyncKeyword));
        var arrow = Layout.Between(SyntaxKind.EqualsGreaterThanToken);
        BlockSyntax? block = null;
        ExpressionSyntax? body = null;
        if (lambda.Body is LowBlock low)
        {
            // The brace stands on a line of its own, as deep as the statement the lambda is in.
            arrow = Token(Layout.Space, SyntaxKind.EqualsGreaterThanToken, Layout.NewLine);
            block = statements.InlineBlock(low);
        }
        else
        {
            body = Emit((LowExpression)lambda.Body);
            if (lambda.Body.Origin is { } origin && statements.LineOf(origin) is { } line)
                arrow = Token(Layout.Space, SyntaxKind.EqualsGreaterThanToken, Layout.NewLine.AddRange(line));
        }
        if (lambda.Parameters is [{ Type: null, Modifier: null } single])
            return SimpleLambdaExpression(
                default, TokenList(modifiers), Parameter(default, default, null, _names.Token(single.Name), null), arrow, block, body);
        return ParenthesizedLambdaExpression(default, TokenList(modifiers), null, statements.Parameters.List(lambda.Parameters), arrow, block, body);
    }

    private ExpressionSyntax Interpolated(LowInterpolated interpolated)
    {
        var contents = new List<InterpolatedStringContentSyntax>();
        // A hole has no lines of its own for directives to stand on.
        using var quiet = statements.WithoutLines();
        foreach (var part in interpolated.Parts)
        {
            if (part is LowInterpolationText text)
            {
                var escaped = LiteralEmitter.Escape(text.Text).Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);
                contents.Add(InterpolatedStringText(Token(default, SyntaxKind.InterpolatedStringTextToken, escaped, text.Text, default)));
            }
            else if (part is LowInterpolationValue value)
            {
                var format = value.Format is null ? null : InterpolationFormatClause(
                    Layout.Bare(SyntaxKind.ColonToken),
                    Token(default, SyntaxKind.InterpolatedStringTextToken, LiteralEmitter.Escape(value.Format), value.Format, default));
                // ?: and :: would end the hole at their colon, and a lambda needs them anyway.
                var expression = Operand(value.Value, Precedence.Coalesce);
                contents.Add(Interpolation(
                    Layout.Bare(SyntaxKind.OpenBraceToken), expression, null, format, Layout.Bare(SyntaxKind.CloseBraceToken)));
            }
        }
        return InterpolatedStringExpression(
            Token(SyntaxKind.InterpolatedStringStartToken).WithTrailingTrivia(), List(contents), Token(SyntaxKind.InterpolatedStringEndToken).WithLeadingTrivia());
    }

    private ExpressionSyntax Switch(LowSwitchExpression @switch)
    {
        var arms = @switch.Arms.Select(a => SwitchExpressionArm(
            a.Pattern is null ? DiscardPattern(Layout.Bare(SyntaxKind.UnderscoreToken)) : ConstantPattern(Emit(a.Pattern)),
            a.When is null ? null : WhenClause(Token(Layout.Space, SyntaxKind.WhenKeyword, Layout.Space), Emit(a.When)),
            Layout.Between(SyntaxKind.EqualsGreaterThanToken),
            Emit(a.Value))).ToArray();
        return SwitchExpression(
            Operand(@switch.Value, Precedence.Primary),
            Layout.Between(SyntaxKind.SwitchKeyword),
            Layout.Spaced(SyntaxKind.OpenBraceToken),
            Layout.Commas(arms),
            Layout.After(SyntaxKind.CloseBraceToken));
    }
}
