using System.Collections.Immutable;
using Pytocs.Parser.Ast;
using Pytocs.Parser.Text;
using SyntaxTree = Pytocs.Parser.Ast.Tree;

namespace Pytocs.Lowering.Positions;

/// <summary>Statements: what of them can raise.</summary>
public sealed partial class PositionTable
{
    private void Body(ImmutableArray<Statement> body)
    {
        foreach (var statement in body)
            Write(statement);
    }

    private void Write(Statement statement)
    {
        var span = Origins.Of(statement) is { Start: >= 0 } own ? own : statement.Span;
        switch (statement)
        {
            case FunctionDefinition definition:
                Unit(span, () => Definition(definition));
                Function(KindOf(definition), definition, definition.Name, () => Body(definition.Body));
                break;
            case ClassDef definition:
                Unit(span, () => Class(definition));
                Function('c', definition, definition.Name, () => Body(definition.Body));
                break;
            case If @if:
                Unit(span, () => Condition(@if.Test));
                Body(@if.Body);
                Body(@if.Orelse);
                break;
            case While @while:
                Unit(span, () => Condition(@while.Test));
                Body(@while.Body);
                Body(@while.Orelse);
                break;
            case ForStatement @for:
                Unit(span, () =>
                {
                    Parts(@for.Iter);
                    Part('F', @for.Iter.Span, @for.Iter);
                    if (@for is AsyncFor)
                        Part('N', @for.Span);
                    Target(@for.Target);
                });
                Body(@for.Body);
                Body(@for.Orelse);
                break;
            case WithStatement with:
                foreach (var item in with.Items)
                    Unit(
                        item.ContextExpr.Span,
                        () =>
                        {
                            Parts(item.ContextExpr);
                            Part('e', item.ContextExpr.Span, item.ContextExpr);
                            if (item.OptionalVars is not null)
                                Target(item.OptionalVars);
                        },
                        TextSpan.FromBounds(with.Span.Start, with.Span.End));
                Body(with.Body);
                break;
            case TryStatement @try:
                Body(@try.Body);
                foreach (var handler in @try.Handlers)
                {
                    if (handler.Type is not null)
                        Unit(handler.Type.Span, () => Parts(handler.Type));
                    Body(handler.Body);
                }
                Body(@try.Orelse);
                Body(@try.Finalbody);
                break;
            case Match match:
                Unit(span, () =>
                {
                    Parts(match.Subject);
                    foreach (var @case in match.Cases)
                        Pattern(@case);
                });
                foreach (var @case in match.Cases)
                    Body(@case.Body);
                break;
            default:
                Unit(span, () => Simple(statement));
                break;
        }
    }

    /// <summary>A function is called, a coroutine awaited, a generator iterated.</summary>
    private static char KindOf(FunctionDefinition definition) => definition is AsyncFunctionDef
        ? Yields(definition) ? 'n' : 'a'
        : Yields(definition) ? 'y' : 'd';

    private static bool Yields(Node node) => SyntaxTree.Children(node).Any(static n => n is Yield or YieldFrom || (n is not (FunctionDefinition or ClassDef or Lambda) && Yields(n)));

    private void Condition(Expression test)
    {
        Parts(test);
        Part('b', test.Span, test);
    }

    private void Simple(Statement statement)
    {
        switch (statement)
        {
            case ExprStatement expression:
                Parts(expression.Value);
                break;
            case Assign assign:
                Parts(assign.Value, assign.Targets is [Name] && StartsLine(assign, assign.Value) ? assign.Value : null);
                foreach (var target in assign.Targets)
                    Target(target);
                break;
            case AnnAssign assign:
                if (assign.Value is not null)
                    Parts(assign.Value);
                Target(assign.Target);
                break;
            case AugAssign assign:
                if (assign.Target is not Name)
                    Parts(assign.Target);
                else
                    Part('n', assign.Target.Span, null, ((Name)assign.Target).Id);
                Parts(assign.Value);
                Part('a', assign.Span, null, Symbol(assign.Op));
                if (assign.Target is not Name)
                    Target(assign.Target);
                break;
            case Return { Value: { } value } @return:
                Parts(value, value is Call { Func: Name } && StartsLine(@return, value) ? value : null);
                break;
            case Raise raise:
                if (raise.Exc is not null)
                    Parts(raise.Exc);
                if (raise.Cause is not null)
                    Parts(raise.Cause);
                Part('r', raise.Span);
                break;
            case Assert assert:
                Parts(assert.Test);
                Part('b', assert.Test.Span, assert.Test);
                if (assert.Msg is not null)
                    Parts(assert.Msg);
                Part('t', assert.Test.Span, assert.Test);
                break;
            case Delete delete:
                foreach (var target in delete.Targets)
                    Target(target);
                break;
            case Import or ImportFrom:
                Part('i', statement.Span);
                break;
        }
    }

    /// <summary>Whether a statement is the first on its line and its value starts on that line too: a call that is all of it is not marked.</summary>
    private bool StartsLine(Statement statement, Expression value)
    {
        var start = _source.LineStart(_source.LineOf(statement.Span.Start));
        return _source.LineOf(value.Span.Start) == _source.LineOf(statement.Span.Start)
            && _source.Text.AsSpan(start, statement.Span.Start - start).IsWhiteSpace();
    }

    private void Definition(FunctionDefinition definition)
    {
        Decorators(definition.DecoratorList, () =>
        {
            foreach (var value in definition.Args.Defaults)
                Parts(value);
            foreach (var value in definition.Args.KwDefaults)
                if (value is not null)
                    Parts(value);
            Part('d', definition.Span);
        });
    }

    private void Class(ClassDef definition)
    {
        Decorators(definition.DecoratorList, () =>
        {
            foreach (var value in definition.Bases)
                Parts(value);
            foreach (var keyword in definition.Keywords)
                Parts(keyword.Value);
            Part('C', definition.Span, null, definition.Name);
        });
    }

    private void Decorators(ImmutableArray<Expression> decorators, Action definition)
    {
        foreach (var decorator in decorators)
            Parts(decorator);
        definition();
        foreach (var decorator in decorators.Reverse())
            Part('c', decorator.Span, decorator, decorator is Call call ? CalleeName(call.Func) : CalleeName(decorator));
    }

    private void Pattern(MatchCase @case)
    {
        foreach (var node in SyntaxTree.DescendantsAndSelf(@case.Pattern))
        {
            if (node is MatchClass cls)
                Part('p', cls.Span, null, CalleeName(cls.Cls));
            else if (node is MatchValue value)
                Parts(value.Value);
            else if (node is Pattern)
                Part('p', node.Span);
        }
        if (@case.Guard is not null)
            Condition(@case.Guard);
    }
}
