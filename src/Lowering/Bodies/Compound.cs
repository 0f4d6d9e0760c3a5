using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>if, return, raise, assert, del and with.</summary>
internal sealed partial class BodyLowerer
{
    private IEnumerable<LowStatement> If(Py.If @if)
    {
        // Of a constant condition C# would warn that one branch is never reached.
        return ControlFlow.ConstantTruth(@if.Test) switch
        {
            true => Flattened(Block(@if.Body, @if)),
            false => Flattened(Block(@if.Orelse, @if, BlockKind.Else)),
            null => [Branches(@if)],
        };
    }

    /// <summary>The statements of a block; in braces where they declare something.</summary>
    private static ImmutableArray<LowStatement> Flattened(LowBlock block)
        => block.Statements.Any(s => s is LowLocal or LowLocalFunction) ? [block] : block.Statements;

    private LowStatement Branches(Py.If @if)
    {
        var condition = Condition(@if.Test);
        var then = Block(@if.Body, @if);
        var origin = Positions.Origins.Of(@if);
        if (@if.Orelse.Length == 0)
            return new LowIf(condition, then, null) { Origin = origin };
        if (@if.Orelse is [Py.If chained] && IsElif(chained) && ControlFlow.ConstantTruth(chained.Test) is null)
        {
            // What the elif's condition needs before it must not run before the if's.
            var outer = _localFunctions;
            _localFunctions = [];
            var inner = Branches(chained);
            var needed = _localFunctions;
            _localFunctions = outer;
            var trivia = TriviaOf(chained);
            return needed.Count == 0
                ? new LowIf(condition, then, inner) { ElseTrivia = trivia with { BlankLineBefore = false }, Origin = origin }
                : new LowIf(condition, then, new LowBlock([.. needed, inner])) { Origin = origin };
        }
        return new LowIf(condition, then, Block(@if.Orelse, @if, BlockKind.Else)) { Origin = origin };
    }

    private bool IsElif(Py.If chained) => string.CompareOrdinal(Model.Source.Text, chained.Span.Start, "elif", 0, 4) == 0;

    private LowStatement Return(Py.Return @return)
    {
        if (function is null)
            return new LowReturn(null);
        if (ReturnedType() is not { } type)
        {
            // The value is None, but making it may do something.
            return @return.Value is null or Py.Constant { Value: null } || function.IsGenerator
                ? Leave(null)
                : new LowBlockStatement([.. ExpressionStatement(@return.Value), Leave(null)]);
        }
        return Leave(@return.Value is null ? Convert(new Typed(new LowName("Any.None"), StaticType.None), type) : As(@return.Value, type));
    }

    private LowStatement Raise(Py.Raise raise)
    {
        if (raise.Exc is null && _isInFinally && _handlers.TryPeek(out var current))
        {
            _usedHandlers.Add(current);
            return new LowThrow(new LowName(current));
        }
        if (raise.Exc is null)
            return _handlers.Count > 0 ? new LowThrow(null) : new LowThrow(new LowInvoke(new LowName("Raise.Again")));
        var error = Error(raise.Exc);
        if (raise.Cause is not null)
            error = new LowInvoke(new LowName("Raise.From"), error, AsAny(raise.Cause));
        if (_handlers.TryPeek(out var handled))
        {
            _usedHandlers.Add(handled);
            error = new LowInvoke(new LowName("Raise.During"), error, new LowName(handled));
        }
        else if (_onItsWay is not null)
        {
            error = new LowInvoke(new LowName("Raise.During"), error, new LowName(_onItsWay));
        }
        return new LowThrow(error);
    }

    /// <summary>The exception that an expression names: an instance, or a class to call.</summary>
    private LowExpression Error(Py.Expression expression)
    {
        var type = TypeOf(expression);
        _raises = true;
        var error = LowerError(expression, type);
        _raises = false;
        return error;
    }

    /// <summary>Whether the expression being lowered is what a raise statement raises.</summary>
    private bool _raises;

    /// <summary>An exception that is made but not raised has no context, whatever is being handled.</summary>
    private Typed Created(Py.Call call, Typed made)
    {
        var isError = made.Code is LowNew && !_raises && Model.Program.ObservesHandling
            && (made.Type is InstanceType { Class.IsException: true } || (TypeOf(call.Func) is LibraryType { Module: "builtins" } library && Pytocs.Lowering.Library.ExceptionTypes.Find(library.Name) is not null));
        return isError ? made with { Code = new LowInvoke(new LowName("Raise.Created"), made.Code) } : made;
    }

    private LowExpression LowerError(Py.Expression expression, StaticType type)
    {
        if (type is InstanceType { Class.IsException: true } && expression is Py.Call)
            return Lower(expression).Code;
        if (type is LibraryType { Module: "builtins" } library && ExceptionTypes.Find(library.Name) is { } known)
            return new LowNew(LowType.Named(known.CsName), []);
        if (type is ClassType { Class: { IsException: true, Init: null } cls })
            return new LowNew(LowType.Named(cls.CsName), []);
        var code = Lower(expression).Code;
        if (code is LowNew { Type: LowNamedType made } && expression is Py.Call { Func: Py.Name callee } && ExceptionTypes.Find(callee.Id)?.CsName == made.Name)
            return code;
        return new LowInvoke(new LowName("Raise.Of"), AsAny(expression));
    }

    private LowStatement Assert(Py.Assert assert)
    {
        var error = new LowNew(LowType.Named("AssertionError"), assert.Msg is null ? [] : [new(AsAny(assert.Msg))]);
        return ControlFlow.ConstantTruth(assert.Test) switch
        {
            true => new LowBlockStatement([]),
            false => new LowThrow(error),
            null => new LowIf(Negate(Condition(assert.Test)), new LowBlock([new LowThrow(error)]), null),
        };
    }

    private IEnumerable<LowStatement> Delete(Py.Expression target)
    {
        switch (target)
        {
            case Py.Name name:
                var symbol = Model.Names[name]!;
                var check = LoadSymbol(symbol, Model.MaybeUnbound.Contains(name)).Code;
                if (check is LowInvoke)
                    yield return new LowExpressionStatement(check);
                yield return new LowExpressionStatement(new LowAssign("=", Place(symbol), new LowName("Any.Unbound")));
                break;
            case Py.Attribute attribute:
                yield return new LowExpressionStatement(new LowInvoke(new LowMember(AsReceiver(attribute.Value), "Delete"), new LowLiteral(Mangling.Mangle(attribute.Attr, _scope))));
                break;
            case Py.Subscript subscript when TypeOf(subscript.Value) is DictType { Key.Type: var keyType }:
                yield return new LowExpressionStatement(new LowInvoke(new LowMember(Lower(subscript.Value).Code, "Delete"), Like(subscript.Slice, keyType)));
                break;
            case Py.Subscript subscript when TypeOf(subscript.Value) is ListType && subscript.Slice is not Py.Slice && TypeOf(subscript.Slice) is SimpleType { Kind: SimpleKind.Int }:
                yield return new LowExpressionStatement(new LowInvoke(new LowMember(Lower(subscript.Value).Code, "Delete"), As(subscript.Slice, StaticType.Int)));
                break;
            case Py.Subscript subscript:
                yield return new LowExpressionStatement(new LowInvoke(new LowMember(AsReceiver(subscript.Value), "DeleteItem"), AsAny(subscript.Slice)));
                break;
            case Py.Tuple tuple:
                foreach (var statement in tuple.Elts.SelectMany(Delete))
                    yield return statement;
                break;
            case Py.List list:
                foreach (var statement in list.Elts.SelectMany(Delete))
                    yield return statement;
                break;
        }
    }

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
        var manager = Fresh("manager");
        var error = Fresh("error");
        var entered = EnteredType(item.ContextExpr, isAsync);
        var statements = new List<LowStatement>();
        var givesItself = entered is LibraryInstance && item.OptionalVars is Py.Name;
        if (givesItself)
            statements.AddRange(Store(item.OptionalVars!, Lower(item.ContextExpr)));
        var open = new LowInvoke(Static(isAsync ? "AsyncContext.Of" : "Context.Of"), AsAny(givesItself ? item.OptionalVars! : item.ContextExpr));
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
        return givesItself && item.OptionalVars is Py.Name target && Model.Names[target] is { Bindings: > 1 } symbol && module.Declares(target, symbol)
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

    private StaticType EnteredType(Py.Expression manager, bool isAsync)
    {
        if (isAsync && TypeOf(manager) is LibraryInstance { Class.Context: ContextStyle.GivesItself } library)
            return library;
        if (TypeOf(manager) is InstanceType { Class: var cls } && cls.FindMethod(isAsync ? "__aenter__" : "__enter__") is { IsGenerator: false } enter && enter.IsCoroutine == isAsync)
            return ResultType(enter);
        return StaticType.Any;
    }
}
