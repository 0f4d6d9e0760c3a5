using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Statements, one arm a kind.</summary>
internal sealed partial class BodyLowerer
{
    public ImmutableArray<LowStatement> Statements(ImmutableArray<Py.Statement> body)
    {
        var result = ImmutableArray.CreateBuilder<LowStatement>();
        foreach (var statement in body)
        {
            Add(statement, result);
            // What stands behind a return never runs, and C# warns of it.
            if (Flow.ControlFlow.AlwaysLeaves([statement], Model))
                break;
        }
        return result.ToImmutable();
    }

    private void Add(Py.Statement statement, ImmutableArray<LowStatement>.Builder result)
    {
        var outer = _localFunctions;
        _localFunctions = [];
        var lowered = LowerWithBuilders(statement);
        lowered.InsertRange(0, _localFunctions);
        _localFunctions = outer;
        var trivia = TriviaOf(statement);
        if (lowered.Count == 0)
        {
            // Comments of a statement that leaves nothing behind stay.
            if (trivia.Before.Length > 0)
                result.Add(new LowComments { Trivia = trivia with { After = null } });
            return;
        }
        for (var i = 0; i < lowered.Count; i++)
        {
            var own = lowered[i];
            if (i == 0)
                own = own with { Trivia = own.Trivia with { Before = trivia.Before, BlankLineBefore = trivia.BlankLineBefore } };
            if (i == lowered.Count - 1 && trivia.After is not null)
                own = own with { Trivia = own.Trivia with { After = trivia.After } };
            result.Add(own with { Origin = own.Origin ?? Positions.Origins.Of(statement) });
        }
    }

    /// <summary>An indented body.</summary>
    private LowBlock Block(ImmutableArray<Py.Statement> body, Py.Node owner, Parser.Trivia.BlockKind kind = Parser.Trivia.BlockKind.Body)
        => new(Statements(body)) { EndComments = Comments(Model.Trivia.AtEnd(owner, kind)) };

    private IEnumerable<LowStatement> Lower(Py.Statement statement)
    {
        switch (statement)
        {
            case Py.ExprStatement expression:
                return ExpressionStatement(expression.Value);
            case Py.Assign assign:
                return Assign(assign);
            case Py.AnnAssign { Target: Py.Name name } assign when Namespace is not null:
                return [.. assign.Value is null ? [] : AssignValue(assign.Target, assign.Value), Annotate(name, assign.Annotation)];
            case Py.AnnAssign { Value: null } or Py.Pass or Py.Global or Py.Nonlocal:
                return [];
            case Py.AnnAssign assign:
                return AssignValue(assign.Target, assign.Value!);
            case Py.AugAssign assign:
                return AugAssign(assign);
            case Py.Return @return:
                return [Return(@return)];
            case Py.If @if:
                return If(@if);
            case Py.While @while:
                return While(@while);
            case Py.ForStatement @for:
                return For(@for);
            case Py.Break:
                return [Break()];
            case Py.Continue:
                return [Continue()];
            case Py.WithStatement with:
                return [With(with, 0)];
            case Py.TryStatement @try:
                return Try(@try);
            case Py.Raise raise:
                return [Raise(raise)];
            case Py.Assert assert:
                return [Assert(assert)];
            case Py.Delete delete:
                return delete.Targets.SelectMany(Delete);
            case Py.Import import:
                return module.Imports.Import(this, import);
            case Py.ImportFrom import:
                return module.Imports.ImportFrom(this, import);
            case Py.FunctionDefinition definition:
                return module.Functions.Define(this, definition);
            case Py.ClassDef definition:
                return module.Classes.Define(this, definition);
            case Py.Match match:
                return Match(match);
            case Py.TypeAlias alias:
                return module.TypeParameters.Alias(this, alias);
            default:
                return [new LowExpressionStatement(Unsupported(statement, $"the statement {statement.AsdlName}"))];
        }
    }

    /// <summary>A name that a class body annotates; under <c>from __future__ import annotations</c> its text.</summary>
    private LowExpressionStatement Annotate(Py.Name name, Py.Expression annotation)
        => new(new LowInvoke(
            new LowMember(new LowName(Namespace!), "Annotate"),
            new LowLiteral(Mangling.Mangle(name.Id, _scope)),
            module.HasStringAnnotations ? new LowLiteral(Parser.Dump.AnnotationText.Of(annotation, Model.Source)) : AsAny(annotation)));

    private IEnumerable<LowStatement> ExpressionStatement(Py.Expression value)
    {
        if (value is Py.Call kept && Model.KeptCall(kept) is { Func: Py.Attribute method } own && TypeOf(method.Value) is ListType or SetType or DictType)
            value = own;
        switch (value)
        {
            case Py.Constant:
                return [];
            case Py.Yield yield when YieldStyle == YieldStyle.Iterator:
                return [new LowYield(yield.Value is null
                    ? Convert(new Typed(new LowName("Any.None"), StaticType.None), function!.Yields.Final)
                    : As(yield.Value, function!.Yields.Final))];
            case Py.YieldFrom yield when YieldStyle == YieldStyle.Iterator:
                var item = Fresh("item");
                return [new LowForeach(LowType.Var, [item], Enumerable(yield.Value, function!.Yields.Final), new LowBlock([new LowYield(new LowName(item))]), IsAwait: false)];
            case Py.Call call when TypeOf(call.Func) is FunctionType { Function: { IsAsync: false, IsGenerator: false } f } && Direct(f, call) is { } direct:
                return [Discarded(direct, DirectType(f))];
            case Py.Call call when TypeOf(call.Func) is MethodType { Function: { IsAsync: false, IsGenerator: false } m } && DirectMethod(m, call) is { } direct:
                return [Discarded(direct, DirectType(m))];
        }
        if (PrintedCoroutine(value) is { } printed)
            return printed;
        if (VoidLibraryCall(value) is { } done)
            return [new LowExpressionStatement(done)];
        var (code, type) = value is Py.Call { Func: var called } dropped && TypeOf(called) is FunctionType { Function: { IsCoroutine: true } coroutine } && Direct(coroutine, dropped) is { } made
            ? AsValue(coroutine, made) : Lower(value);
        // A coroutine that nobody takes is never awaited, which CPython says at once.
        if (value is Py.Call { Func: var callee } && TypeOf(callee) is FunctionType { Function.IsCoroutine: true } or MethodType { Function.IsCoroutine: true } && (type.Equals(StaticType.Object) || type is LibraryInstance))
            return [new LowExpressionStatement(new LowInvoke(new LowMember(code, "Discard")))];
        if (value is Py.Call { Func: var library } && TypeOf(library) is LibraryType known && LibraryTable.Find(known.FullName) is { IsCoroutine: true })
            return [new LowExpressionStatement(new LowInvoke(new LowName("Coroutine.Discard"), Convert(new Typed(code, type), StaticType.Any)))];
        return [Discarded(code, type)];
    }

    /// <summary><c>print(work())</c>: nobody has the coroutine afterwards, which CPython says at once.</summary>
    private IEnumerable<LowStatement>? PrintedCoroutine(Py.Expression value)
    {
        if (value is not Py.Call { Func: Py.Name { Id: "print" }, Args: [Py.Call made], Keywords: [] } print || TypeOf(print.Func) is not LibraryType { FullName: "builtins.print" }
            || TypeOf(made.Func) is not (FunctionType { Function.IsCoroutine: true } or MethodType { Function.IsCoroutine: true }))
            return null;
        var coroutine = Fresh("coroutine");
        return [new LowLocal(LowType.Any, coroutine, AsAny(made)), new LowExpressionStatement(new LowInvoke(new LowName("Print"), new LowName(coroutine))), new LowExpressionStatement(new LowInvoke(new LowName("Coroutine.Discard"), new LowName(coroutine)))];
    }

    /// <summary>A statement that evaluates code and drops its value. Only calls, awaits, assignments and creations may stand alone in C#.</summary>
    public LowExpressionStatement Discarded(LowExpression code, StaticType type)
    {
        // In an async body C# warns of an awaitable that nobody awaits, and an Any is one.
        var isAwaitable = code is LowInvoke && (CsTypes.IsAny(type) || type is LibraryInstance) && !type.IsNone && (function is { IsAsync: true } || YieldStyle == YieldStyle.Exact);
        return code is LowInvoke or LowAwait or LowAssign or LowNew && !isAwaitable
            ? new LowExpressionStatement(code)
            : new LowExpressionStatement(new LowAssign("=", new LowName("_"), Exact(new Typed(code, type), type)));
    }

    /// <summary>What a call of a function leaves in C#.</summary>
    private static StaticType DirectType(FunctionSymbol function) => CsTypes.Result(function) == LowType.Void ? StaticType.None : ResultType(function);

    private IEnumerable<LowStatement> Assign(Py.Assign assign)
    {
        if (assign.Targets is [Py.Name kept] && Model.Names[kept] is { } keeper && Model.IsKeptMethod(keeper))
            return [];
        if (assign.Targets.Length == 1)
            return AssignValue(assign.Targets[0], assign.Value);
        // a = b = value: evaluated once, stored from left to right.
        var value = Lower(assign.Value);
        var type = CsTypes.Stored(value.Type);
        var result = new List<LowStatement>();
        if (value.Code is LowLiteral or LowName { Name: "Any.None" })
            return assign.Targets.SelectMany(t => Store(t, value));
        var temp = Fresh("value");
        result.Add(new LowLocal(CsTypes.Of(type), temp, Convert(value, type)));
        result.AddRange(assign.Targets.SelectMany(t => Store(t, new Typed(new LowName(temp), type))));
        return result;
    }

    private IEnumerable<LowStatement> AssignValue(Py.Expression target, Py.Expression value)
    {
        switch (target)
        {
            case Py.Name name when Model.Names[name] is { } symbol:
                return [StoreName(name, symbol.IsDiscard ? Lower(value) : LowerTo(value, symbol.Final))];
            case Py.Tuple { Elts: var targets } when value is Py.Tuple { Elts: var values } && targets.Length == values.Length && !targets.Concat(values).Any(e => e is Py.Starred):
                return AssignTuple(targets, values);
            case Py.Subscript item when CountUp(item, value) is { } counted:
                return [counted];
            case Py.Subscript { Slice: Py.Slice } slice when StoreSlice(slice, value) is { } stored:
                return [stored];
            case Py.Attribute or Py.Subscript when !IsSimple(value) && !IsSimpleTarget(target):
                // Python evaluates the value before the target's parts.
                var lowered = Lower(value);
                var type = CsTypes.Stored(lowered.Type);
                var temp = Fresh("value");
                return [new LowLocal(CsTypes.Of(type), temp, Convert(lowered, type)), .. Store(target, new Typed(new LowName(temp), type))];
            default:
                return Store(target, Lower(value));
        }
    }

    private static bool IsSimple(Py.Expression value)
        => value is Py.Constant or Py.Name or Py.Lambda || (value is Py.Attribute { Value: Py.Name }) || value is Py.List { Elts.Length: 0 } or Py.Dict { Values.Length: 0 };

    /// <summary>A target whose evaluation nothing can observe.</summary>
    private bool IsSimpleTarget(Py.Expression target) => target switch
    {
        Py.Name name => !Model.MaybeUnbound.Contains(name),
        Py.Constant => true,
        Py.Attribute a => IsSimpleTarget(a.Value),
        Py.Subscript s => s.Value is Py.Name or Py.Attribute { Value: Py.Name } && s.Slice is Py.Name or Py.Constant && IsSimpleTarget(s.Value) && IsSimpleTarget(s.Slice),
        _ => false,
    };

    private IEnumerable<LowStatement> AssignTuple(ImmutableArray<Py.Expression> targets, ImmutableArray<Py.Expression> values)
    {
        if (targets.All(t => t is Py.Name n && module.Declares(n, Model.Names[n]!)))
            return targets.Zip(values, AssignValue).SelectMany(s => s);
        if (targets.All(t => t is Py.Name n && !module.Declares(n, Model.Names[n]!)) && targets.Select(t => ((Py.Name)t).Id).Distinct().Count() == targets.Length)
        {
            // What gets its own value needs no assignment, and C# warns of one.
            var pairs = targets.Select(t => Model.Names[(Py.Name)t]!).Zip(values, (s, v) => (Place: Place(s), Value: As(v, s.Final))).Where(p => p is not { Value: LowName } || p.Value != p.Place).ToArray();
            return pairs switch
            {
                [] => [],
                [var (place, value)] => [new LowExpressionStatement(new LowAssign("=", place, value))],
                _ => [new LowExpressionStatement(new LowAssign("=", new LowTuple([.. pairs.Select(p => p.Place)]), new LowTuple([.. pairs.Select(p => p.Value)])))],
            };
        }
        var result = new List<LowStatement>();
        var temps = new List<Typed>();
        foreach (var value in values)
        {
            var lowered = Lower(value);
            if (lowered.Code is LowLiteral or LowName { Name: "Any.None" } || value is Py.List { Elts.Length: 0 } or Py.Dict { Values.Length: 0 } || IsUntouched(value, targets))
            {
                temps.Add(lowered);
                continue;
            }
            var type = CsTypes.Stored(lowered.Type);
            var temp = Fresh("item");
            result.Add(new LowLocal(CsTypes.Of(type), temp, Convert(lowered, type)));
            temps.Add(new Typed(new LowName(temp), type));
        }
        result.AddRange(targets.Zip(temps, Store).SelectMany(s => s));
        return result;
    }

    /// <summary>Whether a value is a local that storing in the targets leaves as it is.</summary>
    private bool IsUntouched(Py.Expression value, ImmutableArray<Py.Expression> targets)
        => value is Py.Name name && Model.Names[name] is { Scope.Kind: ScopeKind.Function, MayBeUnbound: false } symbol && !(symbol.IsCaptured && symbol.Bindings > 1)
            && targets.All(t => t is not Py.Name stored || Model.Names[stored] != symbol);

    /// <summary>Stores the items of a value in several targets.</summary>
    private IEnumerable<LowStatement> Unpack(ImmutableArray<Py.Expression> targets, Typed value)
    {
        var star = targets.Index().Where(t => t.Item is Py.Starred).Select(t => (int?)t.Index).FirstOrDefault();
        if (star is null && value.Type is ListType { Element.Type: var element } && !CsTypes.IsAny(element) && targets.Length is >= 2 and <= 4)
            value = new(new LowInvoke(new LowName("Sequences.Unpack" + targets.Length), value.Code), new TupleShape([.. targets.Select(_ => element)]));
        if (star is null && value.Type is TupleShape shape && shape.Items.Length == targets.Length)
        {
            var symbols = targets.Select(t => t is Py.Name n ? Model.Names[n] : null).ToArray();
            var fit = true;
            for (var i = 0; i < symbols.Length; i++)
                fit &= symbols[i] is { } symbol && CsTypes.Of(symbol.Final) == CsTypes.Of(shape.Items[i]);
            if (fit && targets.All(t => Declares((Py.Name)t)))
                return [new LowExpressionStatement(new LowAssign("=", new LowDeclaration(LowType.Var, [.. symbols.Select(s => s!.CsName)]), value.Code))];
            if (fit && !targets.Any(t => Declares((Py.Name)t)))
                return [new LowExpressionStatement(new LowAssign("=", new LowTuple([.. symbols.Select(s => Place(s!))]), value.Code))];
            var tuple = Fresh("items");
            return [new LowLocal(LowType.Var, tuple, value.Code),
                .. targets.SelectMany((t, i) => Store(t, new Typed(new LowMember(new LowName(tuple), "Item" + (i + 1)), shape.Items[i])))];
        }
        var any = Convert(value, StaticType.Any);
        var items = Fresh("items");
        var call = star is { } at
            ? new LowInvoke(new LowName("Operators.Unpack"), any, new LowLiteral((long)at), new LowLiteral((long)(targets.Length - at - 1)))
            : new LowInvoke(new LowName("Operators.Unpack"), any, new LowLiteral((long)targets.Length));
        return [new LowLocal(LowType.Var, items, call),
            .. targets.SelectMany((t, i) => Store(t is Py.Starred s ? s.Value : t, new Typed(new LowIndex(new LowName(items), [new LowLiteral((long)i)]), StaticType.Any)))];
    }
}
