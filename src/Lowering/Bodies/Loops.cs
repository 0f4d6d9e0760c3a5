using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Trivia;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Loops and what they run over.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>For each open loop with an else: the flag that a break clears.</summary>
    private readonly Stack<string?> _loopFlags = new();

    private LowStatement Break()
    {
        // A pending finally body stands between the break and its loop.
        if (_pending.TryPeek(out var pending) && pending.Label is not null)
            return LeaveLoop(new LowBreak(), LeavesByBreak);
        if (_loopFlags.TryPeek(out var flag) && flag is not null)
            return new LowBlockStatement([new LowExpressionStatement(new LowAssign("=", new LowName(flag), new LowLiteral(false))), new LowBreak()]);
        return new LowBreak();
    }

    private LowStatement Continue() => LeaveLoop(new LowContinue(), LeavesByContinue);

    private IEnumerable<LowStatement> While(Py.While @while)
    {
        if (ControlFlow.ConstantTruth(@while.Test) == false)
            return Flattened(Block(@while.Orelse, @while, BlockKind.Else));
        if (@while.Orelse.Length > 0 && ControlFlow.HasBreak(@while.Body))
            return WithElse(@while.Orelse, @while, flag => new LowWhile(Condition(@while.Test), LoopBody(@while.Body, @while, flag)));
        var forever = ControlFlow.ConstantTruth(@while.Test) == true;
        return [new LowWhile(Condition(@while.Test), LoopBody(@while.Body, @while, null)), .. forever ? [] : Flattened(Block(@while.Orelse, @while, BlockKind.Else))];
    }

    private LowBlock LoopBody(ImmutableArray<Py.Statement> body, Py.Node owner, string? flag)
    {
        _loopFlags.Push(flag);
        _pending.Push(new Pending(null, "", ""));
        var block = Block(body, owner);
        _pending.Pop();
        _loopFlags.Pop();
        return block;
    }

    /// <summary><c>else</c> of a loop: runs unless a break set the flag off.</summary>
    private IEnumerable<LowStatement> WithElse(ImmutableArray<Py.Statement> orelse, Py.Node owner, Func<string, LowStatement> loop)
    {
        var flag = Fresh("completed");
        return
        [
            new LowLocal(LowType.Named("bool"), flag, new LowLiteral(true)),
            loop(flag),
            new LowIf(new LowName(flag), Block(orelse, owner, BlockKind.Else), null),
        ];
    }

    private IEnumerable<LowStatement> For(Py.ForStatement @for)
    {
        var isAsync = @for is Py.AsyncFor;
        if (@for.Orelse.Length > 0 && ControlFlow.HasBreak(@for.Body))
            return WithElse(@for.Orelse, @for, flag => Loop(flag));
        return [Loop(null), .. Flattened(Block(@for.Orelse, @for, BlockKind.Else))];

        LowStatement Loop(string? flag)
        {
            if (!isAsync && CountingLoop(@for, flag) is { } counting)
                return counting;
            var type = isAsync ? AsyncItem(@for.Iter) : LoopItem(@for.Iter);
            var items = isAsync ? AsyncItems(@for.Iter) : Enumerable(@for.Iter, type);
            return LoopOver(@for.Target, type, items, LoopBody(@for.Body, @for, flag), isAsync, n => module.Declares(n, Model.Names[n]!));
        }
    }

    /// <summary><c>for i in range(n)</c> as a C# counting loop, where nothing else can see or change the counter.</summary>
    private LowStatement? CountingLoop(Py.ForStatement @for, string? flag)
    {
        if (@for.Iter is not Py.Call { Func: var callee } call || TypeOf(callee) is not LibraryType { FullName: "builtins.range" } || call.Args.Length > 2 || call.Keywords.Length > 0)
            return null;
        if (@for.Target is not Py.Name target || Model.Names[target] is not { } symbol || symbol.Final is not SimpleType { Kind: SimpleKind.Int } || !(module.Declares(target, symbol) || symbol.IsDiscard) || symbol.IsCaptured)
            return null;
        if (call.Args.Any(a => TypeOf(a) is not SimpleType { Kind: SimpleKind.Int }))
            return null;
        var start = call.Args.Length == 2 ? Lower(call.Args[0]).Code : new LowLiteral(0L);
        var stop = Lower(call.Args[^1]).Code;
        var type = LowType.Named("PyInt");
        // A variable named _ would take the name that discards the values of statements in the body.
        var counter = symbol.IsDiscard ? Fresh("i") : symbol.CsName;
        var declarations = new List<LowLocal> { new(type, counter, start) };
        if (stop is not LowLiteral)
        {
            // range() reads its bounds once.
            var limit = Fresh("stop");
            declarations.Add(new(type, limit, stop));
            stop = new LowName(limit);
        }
        return new LowFor([.. declarations], new LowBinary("<", new LowName(counter), stop), [new LowPostfix("++", new LowName(counter))], LoopBody(@for.Body, @for, flag));
    }

    /// <summary>A <c>foreach</c> that assigns each item to a target.</summary>
    private LowStatement LoopOver(Py.Expression target, StaticType type, LowExpression items, LowBlock body, bool isAwait, Func<Py.Name, bool> declaresHere)
    {
        if (target is Py.Name { } unread && Model.Names[unread]!.IsDiscard)
            return new LowForeach(LowType.Var, [Fresh("item")], items, body, isAwait);
        if (target is Py.Name name && declaresHere(name) && CsTypes.Of(Model.Names[name]!.Final) == CsTypes.Of(type))
            return new LowForeach(LowType.Var, [Model.Names[name]!.IsDiscard ? Fresh("item") : Model.Names[name]!.CsName], items, body, isAwait);
        if (target is Py.Tuple { Elts: var targets } && type is TupleShape shape && shape.Items.Length == targets.Length
            && targets.Zip(shape.Items, (t, i) => t is Py.Name n && declaresHere(n) && CsTypes.Of(Model.Names[n]!.Final) == CsTypes.Of(i)).All(ok => ok))
            return new LowForeach(LowType.Var, [.. targets.Select(t => Model.Names[(Py.Name)t]!.CsName)], items, body, isAwait);
        var item = Fresh("item");
        _declaresHere = declaresHere;
        var stores = Store(target, new Typed(new LowName(item), type)).ToArray();
        _declaresHere = null;
        return new LowForeach(LowType.Var, [item], items, body with { Statements = [.. stores, .. body.Statements] }, isAwait);
    }

    /// <summary>Where a comprehension declares its variables, which placement does not know of.</summary>
    private Func<Py.Name, bool>? _declaresHere;

    /// <summary>What a loop over an expression hands out.</summary>
    private StaticType LoopItem(Py.Expression iter)
    {
        if (iter is Py.Call call)
        {
            if (Iterations.Find(TypeOf(call.Func), call, TypeOf) is { } iteration)
                return iteration.Item([.. iteration.Arguments(call).Select(a => iteration.TakesIterables ? LoopItem(a) : TypeOf(a))]);
            if (DictView(call) is { } view)
                return view.Item;
            if (Model.CompletedItems.TryGetValue(call, out var completed))
                return completed;
            if (Model.RegexCalls.TryGetValue(call, out var regex) && regex.CsName == "FindIter")
                return new LibraryInstance(RegexLibrary.Match);
            if (DirectGenerator(call, isAsync: false) is { } generator)
                return generator.Yields.Final;
        }
        return iter switch
        {
            Py.GeneratorExp g => OperatorRules.ItemOf(TypeOf(g)),
            _ when FilesLibrary.IsText(TypeOf(iter)) => StaticType.Str,
            _ when SpecialMethods.ItemsOf(TypeOf(iter), Model) is { } items => items.IsGenerator ? items.Yields.Final : ResultType(items),
            _ => TypeOf(iter) is IterableType ? StaticType.Any : OperatorRules.ItemOf(TypeOf(iter)),
        };
    }

    private (LowExpression Code, StaticType Item)? DictView(Py.Call call)
    {
        if (call.Func is not Py.Attribute { Attr: "items" or "keys" or "values" } view || call.Args.Length > 0 || call.Keywords.Length > 0 || TypeOf(view.Value) is not DictType dict)
            return null;
        return view.Attr switch
        {
            "items" => (new LowMember(Lower(view.Value).Code, "Items"), new TupleShape([dict.Key.Type, dict.Value.Type])),
            "keys" => (new LowMember(Lower(view.Value).Code, "Keys"), dict.Key.Type),
            _ => (new LowMember(Lower(view.Value).Code, "Values"), dict.Value.Type),
        };
    }

    private FunctionSymbol? DirectGenerator(Py.Call call, bool isAsync) => CallBinding.DirectGenerator(Model, call, isAsync);

    /// <summary>The expression as an <c>IEnumerable</c> of a given item type.</summary>
    private LowExpression Enumerable(Py.Expression iter, StaticType item)
    {
        if (iter is Py.Call call)
        {
            if (Iterations.Find(TypeOf(call.Func), call, TypeOf) is { } iteration)
            {
                var arguments = iteration.TakesIterables
                    ? iteration.Arguments(call).Select(a => Enumerable(a, LoopItem(a)))
                    : call.Args.Select(a => As(a, StaticType.Any));
                return Retype(new LowInvoke(new LowName("Sequences." + iteration.CsName), [.. arguments.Select(a => new LowArgument(a)), .. iteration.Start is { } start ? [new LowArgument(Lower(start).Code)] : ImmutableArray<LowArgument>.Empty]), LoopItem(iter), item);
            }
            if (DictView(call) is { } view)
                return Retype(view.Code, view.Item, item);
            if (Model.CompletedItems.TryGetValue(call, out var completed))
                return Retype(AsCompleted(call, "AsyncIO.AsCompleted"), completed, item);
            if (FoundMatches(call) is { } matches)
                return Retype(matches, new LibraryInstance(RegexLibrary.Match), item);
            if (DirectGenerator(call, isAsync: false) is { } generator)
            {
                var direct = call.Func is Py.Attribute && TypeOf(call.Func) is MethodType ? DirectMethod(generator, call)! : Direct(generator, call)!;
                if (generator.Tier == Tier.Exact)
                    direct = new LowMember(direct, "Items");
                return Retype(direct, generator.Yields.Final, item);
            }
        }
        if (iter is Py.GeneratorExp g && !IsAsync(g.Generators, g.Elt))
        {
            var own = OperatorRules.ItemOf(TypeOf(g));
            return Retype(Items(g, g.Generators, g.Elt, own), own, item);
        }
        if (iter is Py.Tuple { Elts: { Length: > 0 } elts } && elts.All(e => e is not Py.Starred))
            return new LowArray(CsTypes.Of(item), [.. elts.Select(e => As(e, item))]);
        var type = OperatorRules.Present(TypeOf(iter));
        switch (type)
        {
            case DictType dict:
                return Retype(new LowMember(Present(iter, "NotNoneToIterate"), "Keys"), dict.Key.Type, item);
            case ListType or SetType or DequeType or SimpleType { Kind: SimpleKind.Range }:
                return Retype(Present(iter, "NotNoneToIterate"), OperatorRules.ItemOf(type), item);
            case LibraryInstance when GeneratorLibrary.ItemOf(type) is { } given:
                return Retype(new LowMember(Present(iter, "NotNoneToIterate"), "Rest"), given, item);
            case LibraryInstance when FilesLibrary.IsText(type):
                return Retype(Lower(iter).Code, StaticType.Str, item);
            case InstanceType when SpecialMethods.ItemsOf(type, Model) is not null:
                return Retype(Present(iter, "NotNoneToIterate"), LoopItem(iter), item);
            case ClassType { Class.Enumeration: not null } members:
                return Retype(new LowName($"{members.Class.CsName}.Members"), OperatorRules.ItemOf(type), item);
            case SimpleType { Kind: SimpleKind.Str }:
                return Retype(new LowInvoke(Static("Str.Characters"), Present(iter, "NotNoneToIterate")), StaticType.Str, item);
            default:
                return Retype(new LowInvoke(new LowName("Sequences.Of"), AsAny(iter)), StaticType.Any, item);
        }
    }

    private LowExpression Retype(LowExpression items, StaticType from, StaticType to)
    {
        if (CsTypes.Of(from) == CsTypes.Of(to))
            return items;
        var name = Fresh("item");
        return new LowInvoke(new LowMember(items, "Select"), new LowLambda([new(null, name)], Exact(To(new Typed(new LowName(name), from), to), to)));
    }

    /// <summary>What an asynchronous loop over an expression hands out.</summary>
    private StaticType AsyncItem(Py.Expression iter)
        => iter is Py.Call head && Model.CompletedItems.TryGetValue(head, out var completed) ? completed
            : iter is Py.Call call && DirectGenerator(call, isAsync: true) is { } generator ? generator.Yields.Final
            : SpecialMethods.AsyncItemsOf(TypeOf(iter), Model) is { } items ? items.IsGenerator ? items.Yields.Final : ResultType(items)
            : GeneratorLibrary.ItemOfAsync(TypeOf(iter)) ?? StaticType.Any;

    /// <summary>The awaitables of a call in the order in which they are done.</summary>
    private LowInvoke AsCompleted(Py.Call call, string csName)
        => new(new LowName(csName), [new(Enumerable(call.Args[0], LoopItem(call.Args[0]))), .. call.Keywords.Select(k => new LowArgument(AsAny(k.Value), k.Arg))]);

    private LowExpression AsyncItems(Py.Expression iter)
    {
        if (iter is Py.Call head && Model.CompletedItems.ContainsKey(head))
            return AsCompleted(head, "AsyncIO.EachCompleted");
        if (iter is Py.Call call && DirectGenerator(call, isAsync: true) is { } generator)
            return call.Func is Py.Attribute && TypeOf(call.Func) is MethodType ? DirectMethod(generator, call)! : Direct(generator, call)!;
        if (SpecialMethods.AsyncItemsOf(TypeOf(iter), Model) is not null)
            return Lower(iter).Code;
        if (GeneratorLibrary.ItemOfAsync(TypeOf(iter)) is not null)
            return new LowMember(Lower(iter).Code, "Rest");
        return new LowInvoke(new LowName("AsyncIteration.Of"), AsAny(iter));
    }
}
