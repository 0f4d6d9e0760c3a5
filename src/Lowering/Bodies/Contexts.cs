using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>with and async with.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>
    /// <c>with m as x: body</c>: enter, then the body in a try whose failure __exit__ may swallow.
    /// The manager remembers that it has exited, so the finally does so only on the other ways out.
    /// </summary>
    private LowStatement With(Py.WithStatement with, int index)
    {
        var isAsync = with is Py.AsyncWith;
        var item = with.Items[index];
        if (isAsync && item.OptionalVars is null && TypeOf(item.ContextExpr) is LibraryInstance { Class.Context: ContextStyle.AcquireRelease })
            return AcquireRelease(with, index);
        if (isAsync && item.OptionalVars is null or Py.Name && TypeOf(item.ContextExpr) is LibraryInstance { Class.Context: ContextStyle.Replaces })
            return Replacing(with, index);
        if (TypedWith(with, index) is { } typed)
            return typed;
        Model.OpenWiths.Add(with);
        var manager = Fresh("manager");
        var error = Fresh("error");
        var entered = EnteredType(item.ContextExpr, isAsync);
        var statements = new List<LowStatement>();
        var isTyped = TypeOf(item.ContextExpr) is LibraryInstance { Class.Context: ContextStyle.GivesResult } && !CsTypes.IsAny(entered);
        var givesItself = !isTyped && entered is LibraryInstance && item.OptionalVars is Py.Name;
        if (givesItself)
            statements.AddRange(Store(item.OptionalVars!, Lower(item.ContextExpr)));
        var open = new LowInvoke(Static(isAsync ? "AsyncContext.Of" : "Context.Of"), isTyped ? Lower(item.ContextExpr).Code : AsAny(givesItself ? item.OptionalVars! : item.ContextExpr));
        LowExpression enter = new LowInvoke(new LowMember(new LowName(manager), isAsync ? "EnterAsync" : "Enter"));
        if (isAsync)
            enter = new LowAwait(enter);
        statements.Add(new LowLocal(LowType.Var, manager, open));
        var body = new List<LowStatement>();
        // The target is bound inside the protected region.
        if (item.OptionalVars is null || givesItself)
        {
            statements.Add(Discarded(enter, StaticType.Any));
        }
        else if (item.OptionalVars is Py.Name target && isTyped)
        {
            statements.AddRange(Store(target, new Typed(enter, entered)));
        }
        else if (item.OptionalVars is Py.Name)
        {
            var value = Fresh("entered");
            statements.Add(new LowLocal(LowType.Any, value, enter));
            body.AddRange(Store(item.OptionalVars, new Typed(Convert(new Typed(new LowName(value), StaticType.Any), entered), entered)));
        }
        else
        {
            var value = Fresh("entered");
            statements.Add(new LowLocal(LowType.Any, value, enter));
            body.AddRange(Store(item.OptionalVars, new Typed(new LowName(value), StaticType.Any)));
        }
        if (index + 1 < with.Items.Length)
        {
            body.Add(With(with, index + 1));
        }
        else
        {
            var block = Block(with.Body, with);
            body.AddRange(block.Statements);
        }
        LowExpression Exit(params LowExpression[] arguments)
        {
            LowExpression exit = new LowInvoke(new LowMember(new LowName(manager), isAsync ? "ExitAsync" : "Exit"), arguments);
            return isAsync ? new LowAwait(exit) : exit;
        }
        var failed = new LowBlock([new LowIf(new LowUnary("!", Exit(new LowName(error))), new LowBlock([new LowThrow(null)]), null)]);
        var @finally = new LowBlock([new LowExpressionStatement(Exit())]);
        statements.Add(new LowTry(new LowBlock([.. body]), [new LowCatch(LowType.Named("BaseException"), error, null, failed)], @finally));
        // A target that other statements bind too, each in a block of its own, gets one here.
        return (givesItself || isTyped) && item.OptionalVars is Py.Name bound && Model.Names[bound] is { Bindings: > 1 } symbol && module.Declares(bound, symbol)
            ? new LowBlock([.. statements])
            : new LowBlockStatement([.. statements]) { Origin = item.ContextExpr.Span };
    }

    /// <summary><c>async with lock: body</c>: acquire, then the body, and release in a finally.</summary>
    private LowStatement AcquireRelease(Py.WithStatement with, int index)
    {
        var expression = with.Items[index].ContextExpr;
        var statements = new List<LowStatement>();
        var code = Lower(expression).Code;
        if (expression is not Py.Name { } name || Model.Names[name] is not { Bindings: 1 })
        {
            // The object that was acquired is released, whatever the expression means by then.
            var held = Fresh("held");
            statements.Add(new LowLocal(LowType.Var, held, code));
            code = new LowName(held);
        }
        statements.Add(new LowExpressionStatement(new LowAwait(new LowInvoke(new LowMember(code, "Acquire")))));
        var body = index + 1 < with.Items.Length ? new LowBlock([With(with, index + 1)]) : Block(with.Body, with);
        statements.Add(new LowTry(body, [], new LowBlock([new LowExpressionStatement(new LowInvoke(new LowMember(code, "Release")))])));
        return new LowBlockStatement([.. statements]);
    }

    /// <summary>
    /// <c>async with asyncio.timeout(5): body</c>: enter, then the body, and exit in a finally. An exception goes by the object first, which may
    /// throw another in its place.
    /// </summary>
    private LowStatement Replacing(Py.WithStatement with, int index)
    {
        var item = with.Items[index];
        var manager = Lower(item.ContextExpr);
        var statements = new List<LowStatement>();
        LowExpression place;
        if (item.OptionalVars is Py.Name { } target && Model.Names[target] is { IsDiscard: false } symbol && CsTypes.Of(symbol.Final) == CsTypes.Of(manager.Type))
        {
            statements.AddRange(Store(target, manager));
            place = Place(symbol);
        }
        else
        {
            var kept = Fresh("timeout");
            statements.Add(new LowLocal(LowType.Var, kept, manager.Code));
            place = new LowName(kept);
            if (item.OptionalVars is { } other)
                statements.AddRange(Store(other, new Typed(place, manager.Type)));
        }
        LowExpressionStatement Exit(params ReadOnlySpan<LowExpression> arguments) => new(new LowInvoke(new LowMember(place, "Exit"), arguments));
        statements.Add(new LowExpressionStatement(new LowInvoke(new LowMember(place, "Enter"))));
        var body = index + 1 < with.Items.Length ? new LowBlock([With(with, index + 1)]) : Block(with.Body, with);
        var error = Fresh("error");
        statements.Add(new LowTry(body, [new LowCatch(LowType.Named("BaseException"), error, null, new LowBlock([Exit(new LowName(error)), new LowThrow(null)]))], new LowBlock([Exit()])));
        return item.OptionalVars is Py.Name bound && Model.Names[bound] is { Bindings: > 1 } several && module.Declares(bound, several)
            ? new LowBlock([.. statements])
            : new LowBlockStatement([.. statements]) { Origin = item.ContextExpr.Span };
    }

    private StaticType EnteredType(Py.Expression manager, bool isAsync)
    {
        if (TypeOf(manager) is LibraryInstance { Class: var made, Result: { } given } && ContextlibLibrary.IsManager(made, isAsync))
            return given;
        if (TypeOf(manager) is LibraryInstance { Class.Context: var style } library && (isAsync ? style is ContextStyle.GivesItself or ContextStyle.Replaces : style == ContextStyle.Disposes))
            return library;
        if (TypeOf(manager) is InstanceType { Class: var cls } && cls.FindMethod(isAsync ? "__aenter__" : "__enter__") is { IsGenerator: false } enter && enter.IsCoroutine == isAsync)
            return ResultType(enter);
        return StaticType.Any;
    }
}
