using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Pytocs.Lowering.Tree;
using Pytocs.Parser.Text;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Pytocs.Emit;

/// <summary><see cref="LowStatement"/> as Roslyn syntax, one to one, each on lines of its own.</summary>
internal sealed partial class StatementEmitter
{
    private readonly ExpressionEmitter _expressions;
    private readonly LineDirectives? _lines;
    private TextSpan? _origin;
    private int _depth;

    /// <param name="lines">Writes <c>#line</c> directives; null for none.</param>
    public StatementEmitter(LineDirectives? lines)
    {
        Types = new TypeEmitter(Names);
        Parameters = new ParameterEmitter(this);
        _expressions = new ExpressionEmitter(this);
        _lines = lines;
    }

    /// <summary>The names that have been written.</summary>
    public NameTable Names { get; } = new();

    public TypeEmitter Types { get; }

    public ParameterEmitter Parameters { get; }

    public ExpressionEmitter Expressions => _expressions;

    public int Depth
    {
        get => _depth;
        set => _depth = value;
    }

    /// <summary>A block whose braces stand on lines of their own at the current depth.</summary>
    public BlockSyntax Block(LowBlock block, bool endsLine = true)
    {
        var open = Token(Layout.Indent(_depth), SyntaxKind.OpenBraceToken, Layout.NewLine);
        _depth++;
        var statements = Statements(block.Statements);
        var end = CommentLines(block.EndComments);
        _depth--;
        var close = Token(end.AddRange(Layout.Indent(_depth)), SyntaxKind.CloseBraceToken, endsLine ? Layout.NewLine : default);
        return SyntaxFactory.Block(default, open, statements, close);
    }

    /// <summary>A lambda's block: it ends where the statement around it goes on.</summary>
    public BlockSyntax InlineBlock(LowBlock block) => Block(block, endsLine: false);

    private SyntaxList<StatementSyntax> Statements(ImmutableArray<LowStatement> statements)
    {
        var result = new List<StatementSyntax>(statements.Length);
        // Comments without a statement of their own stand before the next one.
        var pending = ImmutableArray<string>.Empty;
        foreach (var statement in statements.SelectMany(Flatten))
        {
            var trivia = result.Count == 0 ? statement.Trivia with { BlankLineBefore = false } : statement.Trivia;
            if (statement is LowComments)
            {
                pending = pending.AddRange(trivia.Before);
                continue;
            }
            trivia = trivia with { Before = pending.AddRange(trivia.Before) };
            pending = [];
            var outer = _origin;
            _origin = statement.Origin ?? outer;
            result.Add(Emit(statement).Leading(Before(trivia, statement is LowLocalFunction or LowTry or LowBlock ? null : LineOf(_origin))));
            _origin = outer;
        }
        if (pending.Length > 0)
            result.Add(EmptyStatement(Token(default, SyntaxKind.SemicolonToken, Layout.NewLine)).Leading(Before(new LowTrivia(pending, null, false))));
        return List(result);
    }

    private static IEnumerable<LowStatement> Flatten(LowStatement statement)
    {
        if (statement is not LowBlockStatement several)
            return [statement];
        var parts = several.Statements.SelectMany(Flatten).Select(p => p.Origin is null ? p with { Origin = several.Origin } : p).ToArray();
        if (parts.Length > 0)
        {
            parts[0] = parts[0] with { Trivia = parts[0].Trivia with { Before = statement.Trivia.Before, BlankLineBefore = statement.Trivia.BlankLineBefore } };
            parts[^1] = parts[^1] with { Trivia = parts[^1].Trivia with { After = statement.Trivia.After ?? parts[^1].Trivia.After } };
        }
        return parts;
    }

    /// <summary>Blank line, comments and indentation in front of a line.</summary>
    /// <param name="trivia">The blank line and the comments.</param>
    /// <param name="line">The <c>#line</c> directive, if any.</param>
    public SyntaxTriviaList Before(LowTrivia trivia, SyntaxTriviaList? line = null)
    {
        var result = TriviaList();
        if (trivia.BlankLineBefore)
            result = result.AddRange(Layout.NewLine);
        result = result.AddRange(CommentLines(trivia.Before));
        if (line is { } directive)
            result = result.AddRange(directive);
        return result.AddRange(Layout.Indent(_depth));
    }

    public SyntaxTriviaList CommentLines(ImmutableArray<string> comments)
    {
        var result = TriviaList();
        if (comments.IsDefaultOrEmpty)
            return result;
        foreach (var comment in comments)
            result = comment.Length == 0
                ? result.AddRange(Layout.NewLine)
                : result.AddRange(Layout.Indent(_depth)).Add(DocComment.OneLine("//" + comment)).AddRange(Layout.NewLine);
        return result;
    }

    /// <summary>The end of a line: its comment, if any, and the line break.</summary>
    public static SyntaxTriviaList LineEnd(LowTrivia trivia)
        => trivia.After is null ? Layout.NewLine : TriviaList(Whitespace(" "), DocComment.OneLine("//" + trivia.After)).AddRange(Layout.NewLine);

    private static SyntaxToken Semicolon(LowStatement statement) => Token(default, SyntaxKind.SemicolonToken, LineEnd(statement.Trivia));

    /// <summary>The closing parenthesis of a header, which ends its line.</summary>
    private static SyntaxToken CloseHeader(LowStatement statement) => Token(default, SyntaxKind.CloseParenToken, LineEnd(statement.Trivia));

    private StatementSyntax Emit(LowStatement statement) => statement switch
    {
        LowBlock block => BlockStatement(block),
        LowExpressionStatement e => ExpressionStatement(_expressions.Emit(e.Expression), Semicolon(e)),
        LowLocal local => Local(local),
        LowIf @if => If(@if),
        LowWhile @while => WhileStatement(
            Layout.Spaced(SyntaxKind.WhileKeyword), Layout.Bare(SyntaxKind.OpenParenToken), _expressions.Emit(@while.Condition), CloseHeader(@while), Block(@while.Body)),
        LowDo @do => Do(@do),
        LowFor @for => For(@for),
        LowForeach @foreach => Foreach(@foreach),
        LowReturn @return => ReturnStatement(
            @return.Value is null ? Layout.Bare(SyntaxKind.ReturnKeyword) : Layout.Spaced(SyntaxKind.ReturnKeyword),
            @return.Value is null ? null : _expressions.Emit(@return.Value),
            Semicolon(@return)),
        LowYield @yield => YieldStatement(
            SyntaxKind.YieldReturnStatement, Layout.Spaced(SyntaxKind.YieldKeyword), Layout.Spaced(SyntaxKind.ReturnKeyword), _expressions.Emit(@yield.Value), Semicolon(@yield)),
        LowYieldBreak => YieldStatement(
            SyntaxKind.YieldBreakStatement, Layout.Spaced(SyntaxKind.YieldKeyword), Layout.Bare(SyntaxKind.BreakKeyword), null!, Semicolon(statement)),
        LowBreak => BreakStatement(Layout.Bare(SyntaxKind.BreakKeyword), Semicolon(statement)),
        LowContinue => ContinueStatement(Layout.Bare(SyntaxKind.ContinueKeyword), Semicolon(statement)),
        LowGoto @goto => GotoStatement(
            SyntaxKind.GotoStatement, Layout.Spaced(SyntaxKind.GotoKeyword), default, Names.Name(@goto.Label), Semicolon(@goto)),
        LowLabel label => LabeledStatement(
            Names.Token(label.Label), Layout.Bare(SyntaxKind.ColonToken), EmptyStatement(Semicolon(label))),
        LowThrow @throw => ThrowStatement(
            @throw.Value is null ? Layout.Bare(SyntaxKind.ThrowKeyword) : Layout.Spaced(SyntaxKind.ThrowKeyword),
            @throw.Value is null ? null! : _expressions.Emit(@throw.Value),
            Semicolon(@throw)),
        LowTry @try => Try(@try),
        LowUsing @using => Using(@using),
        LowSwitch @switch => Switch(@switch),
        LowLocalFunction function => LocalFunction(function),
        LowEmpty => EmptyStatement(Semicolon(statement)),
        _ => throw new UnreachableException(statement.GetType().Name),
    };

    private BlockSyntax BlockStatement(LowBlock block)
    {
        // The indentation comes from the statement list, so the brace itself has none.
        var syntax = Block(block);
        return syntax.WithOpenBraceToken(syntax.OpenBraceToken.WithLeadingTrivia());
    }

    private LocalDeclarationStatementSyntax Local(LowLocal local)
    {
        var awaited = local.Modifier == "await using" ? Names.Await() : default;
        var @using = local.Modifier is null ? default : Layout.Spaced(SyntaxKind.UsingKeyword);
        var modifiers = local.IsConst ? TokenList(Layout.Spaced(SyntaxKind.ConstKeyword)) : default;
        return LocalDeclarationStatement(awaited, @using, modifiers, Variable(local), Semicolon(local));
    }

    private VariableDeclarationSyntax Variable(LowLocal local) => VariableDeclaration(
        Types.Emit(local.Type).WithTrailingTrivia(Layout.Space),
        SingletonSeparatedList(Declarator(local.Name, local.Value)));

    public VariableDeclaratorSyntax Declarator(string name, LowExpression? value) => VariableDeclarator(
        Names.Token(name),
        null,
        value is null ? null : EqualsValueClause(Layout.Between(SyntaxKind.EqualsToken), _expressions.Emit(value)));

    private IfStatementSyntax If(LowIf @if)
    {
        var then = Block(@if.Then);
        ElseClauseSyntax? @else = null;
        if (@if.Else is not null)
        {
            var lead = CommentLines(@if.ElseTrivia.Before).AddRange(Layout.Indent(_depth));
            @else = @if.Else is LowIf chained
                ? ElseClause(Token(lead, SyntaxKind.ElseKeyword, LineOf(chained.Origin) is { } line ? Layout.NewLine.AddRange(line) : Layout.Space), If(chained with { Trivia = @if.ElseTrivia }))
                : ElseClause(Token(lead, SyntaxKind.ElseKeyword, LineEnd(@if.ElseTrivia)), Block((LowBlock)@if.Else));
        }
        return IfStatement(
            default, Layout.Spaced(SyntaxKind.IfKeyword), Layout.Bare(SyntaxKind.OpenParenToken), _expressions.Emit(@if.Condition), CloseHeader(@if), then, @else);
    }

    private DoStatementSyntax Do(LowDo @do) => DoStatement(
        Layout.EndsLine(SyntaxKind.DoKeyword),
        Block(@do.Body),
        Token(Layout.Indent(_depth), SyntaxKind.WhileKeyword, Layout.Space),
        Layout.Bare(SyntaxKind.OpenParenToken),
        _expressions.Emit(@do.Condition),
        Layout.Bare(SyntaxKind.CloseParenToken),
        Semicolon(@do));

    private ForStatementSyntax For(LowFor @for)
    {
        var declarators = @for.Declarations.Select(d => Declarator(d.Name, d.Value)).ToArray();
        var declaration = declarators.Length == 0 ? null : VariableDeclaration(
            Types.Emit(@for.Declarations[0].Type).WithTrailingTrivia(Layout.Space), Layout.Commas(declarators));
        return ForStatement(
            Layout.Spaced(SyntaxKind.ForKeyword),
            Layout.Bare(SyntaxKind.OpenParenToken),
            declaration,
            default,
            Layout.Spaced(SyntaxKind.SemicolonToken),
            @for.Condition is null ? null : _expressions.Emit(@for.Condition),
            Layout.Spaced(SyntaxKind.SemicolonToken),
            Layout.Commas([.. @for.Steps.Select(_expressions.Emit)]),
            CloseHeader(@for),
            Block(@for.Body));
    }

    private StatementSyntax Foreach(LowForeach @foreach)
    {
        var awaited = @foreach.IsAwait ? Names.Await() : default;
        var keyword = Layout.Spaced(SyntaxKind.ForEachKeyword);
        var open = Layout.Bare(SyntaxKind.OpenParenToken);
        var @in = Layout.Between(SyntaxKind.InKeyword);
        var items = _expressions.Emit(@foreach.Items);
        if (@foreach.Names.Length == 1)
            return ForEachStatement(
                awaited, keyword, open, Types.Emit(@foreach.Type).WithTrailingTrivia(Layout.Space),
                Names.Token(@foreach.Names[0]), @in, items, CloseHeader(@foreach), Block(@foreach.Body));
        var variable = _expressions.Emit(new LowDeclaration(LowType.Var, @foreach.Names));
        return ForEachVariableStatement(awaited, keyword, open, variable, @in, items, CloseHeader(@foreach), Block(@foreach.Body));
    }

    private TryStatementSyntax Try(LowTry @try)
    {
        var body = Block(@try.Body);
        var catches = @try.Catches.Select(Catch).ToArray();
        var @finally = @try.Finally is null ? null : FinallyClause(
            Token(CommentLines(@try.FinallyTrivia.Before).AddRange(Layout.Indent(_depth)), SyntaxKind.FinallyKeyword, LineEnd(@try.FinallyTrivia)),
            Block(@try.Finally));
        return TryStatement(Token(default, SyntaxKind.TryKeyword, LineEnd(@try.Trivia)), body, List(catches), @finally);
    }

    private CatchClauseSyntax Catch(LowCatch @catch)
    {
        var lead = CommentLines(@catch.Trivia.Before).AddRange(Layout.Indent(_depth));
        var end = LineEnd(@catch.Trivia);
        if (@catch.Type is null)
            return CatchClause(Token(lead, SyntaxKind.CatchKeyword, end), null, null, Block(@catch.Body));
        var type = Types.Emit(@catch.Type);
        var close = Token(default, SyntaxKind.CloseParenToken, @catch.When is null ? end : default);
        var declaration = CatchDeclaration(
            Layout.Bare(SyntaxKind.OpenParenToken),
            @catch.Name is null ? type : type.WithTrailingTrivia(Layout.Space),
            @catch.Name is null ? default : Names.Token(@catch.Name),
            close);
        var filter = @catch.When is null ? null : CatchFilterClause(
            Layout.Between(SyntaxKind.WhenKeyword),
            Layout.Bare(SyntaxKind.OpenParenToken),
            _expressions.Emit(@catch.When),
            Token(default, SyntaxKind.CloseParenToken, end));
        return CatchClause(Token(lead, SyntaxKind.CatchKeyword, Layout.Space), declaration, filter, Block(@catch.Body));
    }

    private UsingStatementSyntax Using(LowUsing @using) => UsingStatement(
        default,
        @using.IsAwait ? Names.Await() : default,
        Layout.Spaced(SyntaxKind.UsingKeyword),
        Layout.Bare(SyntaxKind.OpenParenToken),
        @using.Declaration is null ? null : Variable(@using.Declaration),
        @using.Resource is null ? null : _expressions.Emit(@using.Resource),
        CloseHeader(@using),
        Block(@using.Body));

    private SwitchStatementSyntax Switch(LowSwitch @switch)
    {
        var open = Token(Layout.Indent(_depth), SyntaxKind.OpenBraceToken, Layout.NewLine);
        _depth++;
        var sections = @switch.Sections.Select(Section).ToArray();
        _depth--;
        return SwitchStatement(
            default, Layout.Spaced(SyntaxKind.SwitchKeyword), Layout.Bare(SyntaxKind.OpenParenToken), _expressions.Emit(@switch.Value), CloseHeader(@switch),
            open, List(sections), Token(Layout.Indent(_depth), SyntaxKind.CloseBraceToken, Layout.NewLine));
    }

    private SwitchSectionSyntax Section(LowSwitchSection section)
    {
        var lead = Layout.Indent(_depth);
        var colon = Layout.EndsLine(SyntaxKind.ColonToken);
        SwitchLabelSyntax label = section.Pattern is null
            ? DefaultSwitchLabel(Token(lead, SyntaxKind.DefaultKeyword, default), colon)
            : CasePatternSwitchLabel(
                Token(lead, SyntaxKind.CaseKeyword, Layout.Space),
                ConstantPattern(_expressions.Emit(section.Pattern)),
                section.When is null ? null : WhenClause(Layout.Between(SyntaxKind.WhenKeyword), _expressions.Emit(section.When)),
                colon);
        _depth++;
        var body = Statements(section.Body);
        _depth--;
        return SwitchSection(SingletonList(label), body);
    }
}
