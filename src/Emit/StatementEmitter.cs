using System.Collections.Immutable;
using System.Diagnostics;
using Pytocs.Lowering.Tree;
using Pytocs.Parser.Text;

namespace Pytocs.Emit;

/// <summary><see cref="LowStatement"/> as C#, each on lines of its own.</summary>
internal sealed partial class StatementEmitter
{
    private readonly LineDirectives? _lines;
    private TextSpan? _origin;

    /// <param name="writer">The file.</param>
    /// <param name="lines">Writes <c>#line</c> directives; null for none.</param>
    public StatementEmitter(CSharpWriter writer, LineDirectives? lines)
    {
        Writer = writer;
        Types = new TypeEmitter(writer);
        Parameters = new ParameterEmitter(this);
        Expressions = new ExpressionEmitter(this);
        _lines = lines;
    }

    public CSharpWriter Writer { get; }

    public TypeEmitter Types { get; }

    public ParameterEmitter Parameters { get; }

    public ExpressionEmitter Expressions { get; }

    /// <summary>A brace on a line of its own; what follows stands deeper.</summary>
    public void Open()
    {
        Writer.Indent().Write("{\n");
        Writer.Depth++;
    }

    /// <summary>The closing brace of <see cref="Open"/>.</summary>
    public void Close()
    {
        Writer.Depth--;
        Writer.Indent().Write('}');
    }

    /// <summary>A block whose braces stand on lines of their own at the current depth.</summary>
    public void Block(LowBlock block)
    {
        InlineBlock(block);
        Writer.Write('\n');
    }

    /// <summary>A lambda's block: it ends where the statement around it goes on.</summary>
    public void InlineBlock(LowBlock block)
    {
        Writer.Indent();
        Braces(block);
    }

    private void Braces(LowBlock block)
    {
        Writer.Write("{\n");
        Writer.Depth++;
        Statements(block.Statements);
        CommentLines(block.EndComments);
        Close();
    }

    private void Statements(ImmutableArray<LowStatement> statements)
    {
        var isFirst = true;
        // Comments without a statement of their own stand before the next one.
        var pending = ImmutableArray<string>.Empty;
        foreach (var statement in Flat(statements))
        {
            var comments = pending.AddRange(statement.Trivia.Before);
            if (statement is LowComments)
            {
                pending = comments;
                continue;
            }
            pending = [];
            var outer = _origin;
            _origin = statement.Origin ?? outer;
            Before(!isFirst && statement.Trivia.BlankLineBefore, comments, statement is LowLocalFunction or LowTry or LowBlock ? null : LineOf(_origin));
            Emit(statement);
            _origin = outer;
            isFirst = false;
        }
        if (pending.Length == 0)
            return;
        Before(false, pending, null);
        Writer.Write(";\n");
    }

    /// <summary>The statements, with those that stand for several in their place.</summary>
    private static ImmutableArray<LowStatement> Flat(ImmutableArray<LowStatement> statements)
        => statements.Any(static s => s is LowBlockStatement) ? [.. statements.SelectMany(Flatten)] : statements;

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

    /// <summary>The end of a statement and of its line.</summary>
    public void Semicolon(LowTrivia trivia)
    {
        Writer.Write(';');
        LineEnd(trivia);
    }

    /// <summary>The closing parenthesis of a header, which ends its line, and the body.</summary>
    private void Body(LowTrivia trivia, LowBlock body)
    {
        Writer.Write(')');
        LineEnd(trivia);
        Block(body);
    }

    private void Emit(LowStatement statement)
    {
        switch (statement)
        {
            case LowBlock block:
                // The indentation stands there already.
                Braces(block);
                Writer.Write('\n');
                return;
            case LowIf @if:
                If(@if, @if.Trivia);
                return;
            case LowWhile @while:
                Writer.Write("while (");
                Expressions.Emit(@while.Condition);
                Body(@while.Trivia, @while.Body);
                return;
            case LowFor @for:
                For(@for);
                return;
            case LowForeach @foreach:
                Foreach(@foreach);
                return;
            case LowTry @try:
                Try(@try);
                return;
            case LowUsing @using:
                Using(@using);
                return;
            case LowSwitch @switch:
                Switch(@switch);
                return;
            case LowLocalFunction function:
                LocalFunction(function);
                return;
            default:
                Simple(statement);
                Semicolon(statement.Trivia);
                return;
        }
    }

    /// <summary>A statement that ends with a semicolon.</summary>
    private void Simple(LowStatement statement)
    {
        switch (statement)
        {
            case LowExpressionStatement e:
                Expressions.Emit(e.Expression);
                break;
            case LowLocal local:
                Local(local);
                break;
            case LowDo @do:
                Writer.Write("do\n");
                Block(@do.Body);
                Writer.Indent().Write("while (");
                Expressions.Emit(@do.Condition);
                Writer.Write(')');
                break;
            case LowReturn @return:
                Keyword("return", @return.Value);
                break;
            case LowYield yield:
                Keyword("yield return", yield.Value);
                break;
            case LowYieldBreak:
                Writer.Write("yield break");
                break;
            case LowBreak:
                Writer.Write("break");
                break;
            case LowContinue:
                Writer.Write("continue");
                break;
            case LowGoto @goto:
                Writer.Write("goto ").Name(@goto.Label);
                break;
            case LowLabel label:
                Writer.Name(label.Label).Write(':');
                break;
            case LowThrow @throw:
                Keyword("throw", @throw.Value);
                break;
            case LowEmpty:
                break;
            default:
                throw new UnreachableException(statement.GetType().Name);
        }
    }

    private void Keyword(string keyword, LowExpression? value)
    {
        Writer.Write(keyword);
        if (value is null)
            return;
        Writer.Write(' ');
        Expressions.Emit(value);
    }

    private void Local(LowLocal local)
    {
        if (local.Modifier == "await using")
            Writer.Await();
        if (local.Modifier is not null)
            Writer.Write("using ");
        if (local.IsConst)
            Writer.Write("const ");
        Variable(local);
    }

    private void Variable(LowLocal local)
    {
        Types.Emit(local.Type);
        Writer.Write(' ');
        Declarator(local.Name, local.Value);
    }

    /// <summary>A name and its first value, if any.</summary>
    public void Declarator(string name, LowExpression? value)
    {
        Writer.Name(name);
        if (value is null)
            return;
        Writer.Write(" = ");
        Expressions.Emit(value);
    }
}
