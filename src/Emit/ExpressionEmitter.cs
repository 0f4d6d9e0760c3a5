using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary><see cref="LowExpression"/> as Roslyn syntax, one to one.</summary>
internal sealed partial class ExpressionEmitter(StatementEmitter statements)
{
    private readonly NameTable _names = statements.Names;
    private readonly TypeEmitter _types = statements.Types;

    private static readonly Dictionary<string, SyntaxKind> s_binary = new()
    {
        ["+"] = SyntaxKind.AddExpression, ["-"] = SyntaxKind.SubtractExpression, ["*"] = SyntaxKind.MultiplyExpression,
        ["/"] = SyntaxKind.DivideExpression, ["%"] = SyntaxKind.ModuloExpression, ["<<"] = SyntaxKind.LeftShiftExpression,
        [">>"] = SyntaxKind.RightShiftExpression, ["&"] = SyntaxKind.BitwiseAndExpression, ["|"] = SyntaxKind.BitwiseOrExpression,
        ["^"] = SyntaxKind.ExclusiveOrExpression, ["&&"] = SyntaxKind.LogicalAndExpression, ["||"] = SyntaxKind.LogicalOrExpression,
        ["=="] = SyntaxKind.EqualsExpression, ["!="] = SyntaxKind.NotEqualsExpression, ["<"] = SyntaxKind.LessThanExpression,
        ["<="] = SyntaxKind.LessThanOrEqualExpression, [">"] = SyntaxKind.GreaterThanExpression,
        [">="] = SyntaxKind.GreaterThanOrEqualExpression, ["??"] = SyntaxKind.CoalesceExpression,
    };

    private static readonly Dictionary<string, SyntaxKind> s_assign = new()
    {
        ["="] = SyntaxKind.SimpleAssignmentExpression, ["+="] = SyntaxKind.AddAssignmentExpression,
        ["-="] = SyntaxKind.SubtractAssignmentExpression, ["*="] = SyntaxKind.MultiplyAssignmentExpression,
        ["/="] = SyntaxKind.DivideAssignmentExpression, ["%="] = SyntaxKind.ModuloAssignmentExpression,
        ["&="] = SyntaxKind.AndAssignmentExpression, ["|="] = SyntaxKind.OrAssignmentExpression,
        ["^="] = SyntaxKind.ExclusiveOrAssignmentExpression, ["<<="] = SyntaxKind.LeftShiftAssignmentExpression,
        [">>="] = SyntaxKind.RightShiftAssignmentExpression, ["??="] = SyntaxKind.CoalesceAssignmentExpression,
    };

    private static readonly ConcurrentDictionary<string, SyntaxToken> s_operators = new();

    public ExpressionSyntax Emit(LowExpression expression) => expression switch
    {
        LowLiteral literal => LiteralEmitter.Emit(literal),
        LowBigInteger big => InvocationExpression(
            Access(_names.Name("PyInt"), _names.Name("Parse")),
            Arguments([Argument(LiteralEmitter.String(big.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)))])),
        LowName name => DottedName(name.Name),
        LowThis => ThisExpression(Layout.Bare(SyntaxKind.ThisKeyword)),
        LowBase => BaseExpression(Layout.Bare(SyntaxKind.BaseKeyword)),
        LowTypeExpression type => _types.Emit(type.Type),
        LowMember member => Access(Operand(member.Target, Precedence.Primary), MemberName(member), member.OnNewLine),
        LowInvoke invoke => InvocationExpression(Operand(invoke.Target, Precedence.Primary), Arguments(invoke.Arguments)),
        LowNew @new => New(@new),
        LowIndex index => ElementAccessExpression(
            Operand(index.Target, Precedence.Primary),
            BracketedArgumentList(
                Layout.Bare(SyntaxKind.OpenBracketToken),
                Layout.Commas([.. index.Arguments.Select(a => Argument(Emit(a)))]),
                Layout.Bare(SyntaxKind.CloseBracketToken))),
        LowBinary binary => Binary(binary),
        LowUnary unary => Unary(unary),
        LowPostfix postfix => PostfixUnaryExpression(
            postfix.Operator switch { "++" => SyntaxKind.PostIncrementExpression, "--" => SyntaxKind.PostDecrementExpression, _ => SyntaxKind.SuppressNullableWarningExpression },
            Operand(postfix.Operand, Precedence.Primary),
            Layout.Bare(postfix.Operator switch { "++" => SyntaxKind.PlusPlusToken, "--" => SyntaxKind.MinusMinusToken, _ => SyntaxKind.ExclamationToken })),
        LowConditional c => ConditionalExpression(
            Operand(c.Condition, Precedence.Coalesce),
            Layout.Between(SyntaxKind.QuestionToken),
            Operand(c.WhenTrue, Precedence.Conditional),
            Layout.Between(SyntaxKind.ColonToken),
            Operand(c.WhenFalse, Precedence.Conditional)),
        LowAssign assign => Assign(assign),
        LowAwait await => AwaitExpression(_names.Await(), Operand(await.Value, Precedence.Unary)),
        LowCast cast => CastExpression(
            Layout.Bare(SyntaxKind.OpenParenToken),
            _types.Emit(cast.Type),
            Layout.Bare(SyntaxKind.CloseParenToken),
            // A cast of a negative literal needs parentheses: (PyInt)-1 reads as a subtraction.
            Operand(cast.Value, cast.Value is LowLiteral or LowUnary ? Precedence.Primary : Precedence.Unary)),
        LowIs @is => Is(@is),
        LowOutVariable variable => DeclarationExpression(_types.Emit(variable.Type).WithTrailingTrivia(Layout.Space), SingleVariableDesignation(_names.Token(variable.Name))),
        LowLambda lambda => Lambda(lambda),
        LowInterpolated interpolated => Interpolated(interpolated),
        LowTuple tuple => TupleExpression(
            Layout.Bare(SyntaxKind.OpenParenToken),
            Layout.Commas([.. tuple.Items.Select(i => Argument(Emit(i)))]),
            Layout.Bare(SyntaxKind.CloseParenToken)),
        LowCollection collection => CollectionExpression(
            Layout.Bare(SyntaxKind.OpenBracketToken),
            Layout.Commas([.. collection.Items.Select(CollectionItem)]),
            Layout.Bare(SyntaxKind.CloseBracketToken)),
        LowThrowExpression @throw => ThrowExpression(Layout.Spaced(SyntaxKind.ThrowKeyword), Emit(@throw.Value)),
        LowDefault { Type: null } => LiteralExpression(SyntaxKind.DefaultLiteralExpression, Layout.Bare(SyntaxKind.DefaultKeyword)),
        LowDefault @default => DefaultExpression(
            Layout.Bare(SyntaxKind.DefaultKeyword), Layout.Bare(SyntaxKind.OpenParenToken), _types.Emit(@default.Type!), Layout.Bare(SyntaxKind.CloseParenToken)),
        LowDeclaration declaration => DeclarationExpression(
            _types.Emit(declaration.Type).WithTrailingTrivia(Layout.Space), Designation(declaration.Names)),
        LowSwitchExpression @switch => Switch(@switch),
        LowArray array => ArrayCreationExpression(
            Layout.Spaced(SyntaxKind.NewKeyword),
            (ArrayTypeSyntax)_types.Emit(new LowArrayType(array.Element)),
            Braces(SyntaxKind.ArrayInitializerExpression, [.. array.Items.Select(Emit)])),
        _ => throw new UnreachableException(expression.GetType().Name),
    };

    /// <summary>The expression, in parentheses when it binds less tightly than its place asks.</summary>
    private ExpressionSyntax Operand(LowExpression expression, int least)
    {
        var syntax = Emit(expression);
        return Precedence.Of(expression) >= least ? syntax : Parenthesized(syntax);
    }

    private static ParenthesizedExpressionSyntax Parenthesized(ExpressionSyntax inner)
        => ParenthesizedExpression(Layout.Bare(SyntaxKind.OpenParenToken), inner, Layout.Bare(SyntaxKind.CloseParenToken));

    private static MemberAccessExpressionSyntax Access(ExpressionSyntax target, SimpleNameSyntax name, bool onNewLine = false)
        => MemberAccessExpression(SyntaxKind.SimpleMemberAccessExpression, target, onNewLine ? Token(Layout.NewLine.AddRange(Layout.Indent(2)), SyntaxKind.DotToken, default) : Layout.Bare(SyntaxKind.DotToken), name);

    private ExpressionSyntax DottedName(string name)
    {
        var parts = name.Split('.');
        ExpressionSyntax result = parts.Length > 1 && TypeEmitter.Keyword(parts[0]) is { } type ? type : _names.Name(parts[0]);
        foreach (var part in parts.AsSpan(1))
            result = Access(result, _names.Name(part));
        return result;
    }

    private SimpleNameSyntax MemberName(LowMember member)
        => member.TypeArguments.Length == 0
            ? _names.Name(member.Name)
            : GenericName(_names.Token(member.Name), _types.Arguments(member.TypeArguments));

    public ArgumentListSyntax Arguments(IEnumerable<LowArgument> arguments) => Arguments([.. arguments.Select(EmitArgument)]);

    private static ArgumentListSyntax Arguments(ArgumentSyntax[] arguments) => ArgumentList(
        Layout.Bare(SyntaxKind.OpenParenToken), Layout.Commas(arguments), Layout.Bare(SyntaxKind.CloseParenToken));

    private ArgumentSyntax EmitArgument(LowArgument argument)
    {
        var name = argument.Name is null ? null : NameColon(_names.Name(argument.Name), Layout.Spaced(SyntaxKind.ColonToken));
        var refKind = argument.RefKind switch
        {
            "out" => Layout.Spaced(SyntaxKind.OutKeyword),
            "ref" => Layout.Spaced(SyntaxKind.RefKeyword),
            _ => default,
        };
        return SyntaxFactory.Argument(name, refKind, Emit(argument.Value));
    }

    private static ArgumentSyntax Argument(ExpressionSyntax value) => SyntaxFactory.Argument(null, default, value);

    private ExpressionSyntax Binary(LowBinary binary)
    {
        var strength = Precedence.OfOperator(binary.Operator);
        // ?? is right-associative, everything else left-associative.
        var (left, right) = binary.Operator == "??" ? (strength + 1, strength) : (strength, strength + 1);
        return BinaryExpression(s_binary[binary.Operator], Operand(binary.Left, left), Operator(binary.Operator), Operand(binary.Right, right));
    }

    private ExpressionSyntax Unary(LowUnary unary)
    {
        var (kind, token) = unary.Operator switch
        {
            "-" => (SyntaxKind.UnaryMinusExpression, SyntaxKind.MinusToken),
            "+" => (SyntaxKind.UnaryPlusExpression, SyntaxKind.PlusToken),
            "~" => (SyntaxKind.BitwiseNotExpression, SyntaxKind.TildeToken),
            "!" => (SyntaxKind.LogicalNotExpression, SyntaxKind.ExclamationToken),
            "^" => (SyntaxKind.IndexExpression, SyntaxKind.CaretToken),
            _ => throw new UnreachableException(unary.Operator),
        };
        // Nested signs are kept apart: - -x would read as a decrement.
        var least = unary.Operand is LowUnary or LowLiteral { Value: < 0L or < 0 or < 0.0 } && unary.Operator is "-" or "+" ? Precedence.Primary : Precedence.Unary;
        return PrefixUnaryExpression(kind, Layout.Bare(token), Operand(unary.Operand, least));
    }

    private ExpressionSyntax Assign(LowAssign assign)
        => AssignmentExpression(s_assign[assign.Operator], Emit(assign.Target), Operator(assign.Operator), Emit(assign.Value));

    /// <summary>The token of an operator. The lexer does not make that of a shift to the right: it gives the parser two others, which may end type arguments.</summary>
    private static SyntaxToken Operator(string text)
        => s_operators.GetOrAdd(text, static t => Layout.Between(SyntaxFacts.GetPunctuationKinds().First(k => SyntaxFacts.GetText(k) == t)));

    private ExpressionSyntax Is(LowIs @is)
    {
        PatternSyntax pattern = @is.Type is null
            ? ConstantPattern(LiteralExpression(SyntaxKind.NullLiteralExpression, Layout.Bare(SyntaxKind.NullKeyword)))
            : @is.Name is null
                ? TypePattern(_types.Emit(@is.Type))
                : DeclarationPattern(_types.Emit(@is.Type).WithTrailingTrivia(Layout.Space), SingleVariableDesignation(_names.Token(@is.Name)));
        if (@is.Negated)
            pattern = UnaryPattern(Layout.Spaced(SyntaxKind.NotKeyword), pattern);
        return IsPatternExpression(Operand(@is.Value, Precedence.OfOperator("is")), Layout.Between(SyntaxKind.IsKeyword), pattern);
    }

    private VariableDesignationSyntax Designation(IReadOnlyList<string> names)
        => names.Count == 1
            ? Single(names[0])
            : ParenthesizedVariableDesignation(
                Layout.Bare(SyntaxKind.OpenParenToken),
                Layout.Commas([.. names.Select(Single)]),
                Layout.Bare(SyntaxKind.CloseParenToken));

    private VariableDesignationSyntax Single(string name)
        => name == "_" ? DiscardDesignation(Layout.Bare(SyntaxKind.UnderscoreToken)) : SingleVariableDesignation(_names.Token(name));

    private CollectionElementSyntax CollectionItem(LowExpression item)
        => item is LowSpread spread
            ? SpreadElement(Layout.Bare(SyntaxKind.DotDotToken), Emit(spread.Value))
            : ExpressionElement(Emit(item));
}
