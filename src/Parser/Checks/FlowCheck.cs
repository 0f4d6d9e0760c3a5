using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Checks;

using Pytocs.Parser.Ast;

/// <summary>Checks that `return`, `yield`, `await`, `break` and their like stand where they may.</summary>
internal sealed class FlowCheck(SourceText source, List<Diagnostic> findings) : Check(source, findings)
{
    private enum Place { Module, Class, Function, AsyncFunction, Lambda, Comprehension }

    private enum Frame { Loop, ExceptStar, Other }

    private const int MaxFrames = 21;

    private Place _place = Place.Module;
    private ImmutableArray<Statement> _body = [];
    private Stack<Frame> _frames = new();

    private bool IsAsync => _place is Place.AsyncFunction or Place.Comprehension;

    private bool IsFunction => _place is not (Place.Module or Place.Class);

    protected override bool SkipsNames => true;

    public override void Visit(Node node)
    {
        switch (node)
        {
            case FunctionDefinition function: Function(function); return;
            case ClassDef type: Class(type); return;
            case Lambda lambda: LambdaExpression(lambda); return;
            case ListComp comp: Comprehension(comp, comp.Generators, false, comp.Elt); return;
            case SetComp comp: Comprehension(comp, comp.Generators, false, comp.Elt); return;
            case DictComp comp: Comprehension(comp, comp.Generators, false, comp.Key, comp.Value); return;
            case GeneratorExp comp: Comprehension(comp, comp.Generators, true, comp.Elt); return;
            case ForStatement loop: Loop(loop); return;
            case While loop:
                Visit(loop.Test);
                Within(Frame.Loop, loop, loop.Body);
                Each(loop.Orelse);
                return;
            case WithStatement with: With(with); return;
            case TryStatement attempt: Try(attempt); return;
            case Return ret: CheckReturn(ret); break;
            case Break or Continue: CheckJump((Statement)node); return;
            case Yield or YieldFrom: CheckYield((Expression)node); break;
            case Await await when !IsFunction:
                Report(await, "'await' outside function");
                break;
            case Await await when !IsAsync:
                Report(await, "'await' outside async function");
                break;
        }
        base.Visit(node);
    }

    private void Inside(Place place, ImmutableArray<Statement> body, Action visit)
    {
        var (outer, outerBody, frames) = (_place, _body, _frames);
        (_place, _body, _frames) = (place, body, new Stack<Frame>());
        visit();
        (_place, _body, _frames) = (outer, outerBody, frames);
    }

    private void Function(FunctionDefinition function)
    {
        Each(function.DecoratorList);
        Visit(function.Args);
        Maybe(function.Returns);
        Each(function.TypeParams);
        Inside(function is AsyncFunctionDef ? Place.AsyncFunction : Place.Function, function.Body, () => Each(function.Body));
    }

    private void Class(ClassDef type)
    {
        Each(type.DecoratorList);
        Each(type.Bases);
        Each(type.Keywords);
        Each(type.TypeParams);
        Inside(Place.Class, [], () => Each(type.Body));
    }

    private void LambdaExpression(Lambda lambda)
    {
        Visit(lambda.Args);
        Inside(Place.Lambda, [], () => Visit(lambda.Body));
    }

    private void Comprehension(Expression whole, ImmutableArray<Comprehension> generators, bool isLazy, params ReadOnlySpan<Expression> results)
    {
        if (!isLazy && !IsAsync && Asynchronous.IsComprehension(whole))
            Report(whole, "asynchronous comprehension outside of an asynchronous function");
        Visit(generators[0].Iter);
        var (outer, frames) = (_place, _frames);
        (_place, _frames) = (Place.Comprehension, new Stack<Frame>());
        for (var i = 0; i < generators.Length; i++)
        {
            Visit(generators[i].Target);
            if (i > 0) Visit(generators[i].Iter);
            Each(generators[i].Ifs);
        }
        foreach (var result in results) Visit(result);
        (_place, _frames) = (outer, frames);
    }

    private void Within(Frame frame, Node owner, ImmutableArray<Statement> body)
    {
        Push(frame, owner);
        Each(body);
        _frames.Pop();
    }

    private void Push(Frame frame, Node owner)
    {
        if (_frames.Count >= (HasOuterFrame ? MaxFrames - 1 : MaxFrames)) Report(owner, "too many statically nested blocks");
        _frames.Push(frame);
    }

    /// <summary>Whether the body of the function stands in a frame of its own, as that of a generator or coroutine does.</summary>
    private bool HasOuterFrame => _frames.Count >= MaxFrames - 1 && (_place == Place.AsyncFunction || Yields.In(_body));

    private void With(WithStatement with)
    {
        if (with is AsyncWith && !IsAsync) Report(with, "'async with' outside async function");
        foreach (var item in with.Items)
        {
            Visit(item);
            Push(Frame.Other, item.ContextExpr);
        }
        Each(with.Body);
        foreach (var _ in with.Items) _frames.Pop();
    }

    private void Loop(ForStatement loop)
    {
        if (loop is AsyncFor && !IsAsync) Report(loop, "'async for' outside async function");
        Visit(loop.Target);
        Visit(loop.Iter);
        Within(Frame.Loop, loop, loop.Body);
        Each(loop.Orelse);
    }

    private void Try(TryStatement attempt)
    {
        var hasFinally = !attempt.Finalbody.IsEmpty;
        if (hasFinally) Push(Frame.Other, attempt);
        if (attempt.Handlers.IsEmpty) Each(attempt.Body);
        else Within(Frame.Other, attempt, attempt.Body);
        for (var i = 0; i < attempt.Handlers.Length; i++)
        {
            var handler = attempt.Handlers[i];
            if (handler.Type is null && i + 1 < attempt.Handlers.Length) Report(handler, "default 'except:' must be last");
            Maybe(handler.Type);
            Push(attempt is TryStar ? Frame.ExceptStar : Frame.Other, handler);
            Within(Frame.Other, handler, handler.Body);
            _frames.Pop();
        }
        Each(attempt.Orelse);
        if (!hasFinally) return;
        _frames.Pop();
        Within(Frame.Other, attempt, attempt.Finalbody);
    }

    private const string InExceptStar = "'break', 'continue' and 'return' cannot appear in an except* block";

    private void CheckReturn(Return ret)
    {
        if (!IsFunction) Report(ret, "'return' outside function");
        else if (ret.Value is not null && _place == Place.AsyncFunction && Yields.In(_body)) Report(ret, "'return' with value in async generator");
        else if (_frames.Contains(Frame.ExceptStar)) Report(ret.Value as Constant ?? (Node)ret, InExceptStar);
    }

    private void CheckJump(Statement jump)
    {
        foreach (var frame in _frames)
        {
            if (frame == Frame.Other) continue;
            if (frame == Frame.ExceptStar) Report(jump, InExceptStar);
            return;
        }
        Report(jump, jump is Break ? "'break' outside loop" : "'continue' not properly in loop");
    }

    private void CheckYield(Expression yield)
    {
        if (!IsFunction) Report(yield, $"'{(yield is YieldFrom ? "yield from" : "yield")}' outside function");
        else if (yield is YieldFrom && _place == Place.AsyncFunction) Report(yield, "'yield from' inside async function");
    }
}
