using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>if, return, raise, assert and del.</summary>
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
            return new LowThrow(_noted.Contains(current) ? new LowInvoke(new LowName("Raise.Again")) : new LowName(current));
        }
        if (raise.Exc is null)
            return _handlers.Count > 0 ? new LowThrow(null) : new LowThrow(new LowInvoke(new LowName("Raise.Again")));
        var error = Error(raise.Exc);
        if (raise.Cause is not null)
            error = new LowInvoke(new LowName("Raise.From"), error, AsAny(raise.Cause));
        // What is made here, and what Raise.Of names, finds what is noted by itself.
        if (_handlers.TryPeek(out var handled) && !(_noted.Contains(handled) && error is LowNew or LowInvoke { Target: LowName { Name: "Raise.Of" or "Raise.From" } }))
        {
            _usedHandlers.Add(handled);
            error = new LowInvoke(new LowName("Raise.During"), error, new LowName(handled));
        }
        return new LowThrow(error);
    }

    /// <summary>The exception that an expression names: an instance, or a class to call.</summary>
    private LowExpression Error(Py.Expression expression)
    {
        var type = TypeOf(expression);
        if (type is InstanceType { Class.IsException: true } && expression is Py.Call)
            return Lower(expression).Code;
        if (type is LibraryType { Module: "builtins" } library && ExceptionTypes.Find(library.Name) is { } known)
            return new LowNew(LowType.Named(known.CsName), []);
        if (type is ClassType { Class: { IsException: true, Init: null } cls })
            return new LowNew(LowType.Named(cls.CsName), []);
        var code = Lower(expression).Code;
        if (expression is Py.Call { Func: Py.Name callee } && ExceptionTypes.Find(callee.Id) is { } called && (code is LowNew { Type: LowNamedType made } ? made.Name == called.CsName : code is LowInvoke { Target: LowName { Name: "OSError.Create" } }))
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
                    yield return Discarded(check, StaticType.Any);
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
}
