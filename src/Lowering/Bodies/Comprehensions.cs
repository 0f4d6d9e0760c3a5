using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// Comprehensions. One loop over plain names becomes Where and Select; everything else a local
/// iterator, so that scope, order and laziness stay Python's.
/// </summary>
internal sealed partial class BodyLowerer
{
    private Typed Comprehension(Py.Expression node)
    {
        var type = TypeOf(node);
        switch (node)
        {
            case Py.ListComp c:
                return new(Collect(c, c.Generators, c.Elt, OperatorRules.ItemOf(type), CsTypes.Of(type)), type);
            case Py.SetComp c:
                return new(Collect(c, c.Generators, c.Elt, OperatorRules.ItemOf(type), CsTypes.Of(type)), type);
            case Py.DictComp c:
                var dict = (DictType)type;
                var pair = new TupleShape([dict.Key.Type, dict.Value.Type]);
                return new(Collect(c, c.Generators, new PairOf(c.Key, c.Value), pair, CsTypes.Of(type)), type);
            default:
                var g = (Py.GeneratorExp)node;
                var item = ((IterableType)type).Item;
                var items = Items(g, g.Generators, g.Elt, item);
                var isAsync = IsAsync(g.Generators, g.Elt);
                var wrap = isAsync ? "AsyncGenerator.Of" : "Generator.Of";
                return new(new LowInvoke(new LowName(wrap), new LowLiteral("<genexpr>"), new LowLiteral(InnerQualName("<genexpr>")), items), StaticType.Object);
        }
    }

    private string InnerQualName(string name) => function is null ? name : $"{function.QualName}.<locals>.{name}";

    /// <summary>The key and value of a dict comprehension, as one element.</summary>
    private sealed record PairOf(Py.Expression Key, Py.Expression Value);

    private static TextSpan OriginOf(object element) => element is PairOf pair ? TextSpan.Cover(pair.Key.Span, pair.Value.Span) : ((Py.Node)element).Span;

    private LowExpression Collect(Py.Expression node, ImmutableArray<Py.Comprehension> generators, object element, StaticType item, LowType type)
    {
        var items = Items(node, generators, element, item);
        if (IsAsync(generators, element))
            return new LowAwait(new LowInvoke(new LowMember(items, "Collect") { TypeArguments = [] }, new LowLambda([new(null, "items")], new LowNew(type, [new(new LowName("items"))]))));
        return new LowNew(type, [new(items)]);
    }

    private static bool IsAsync(ImmutableArray<Py.Comprehension> generators, object element)
    {
        var parts = element is PairOf pair ? new Py.Node[] { pair.Key, pair.Value } : [(Py.Node)element];
        return generators.Any(g => g.IsAsync) || generators.Skip(1).Any(g => HasAwait(g.Iter)) || generators.Any(g => g.Ifs.Any(HasAwait)) || parts.Any(HasAwait);

        // A generator expression inside awaits as it is iterated, all but its first iterable.
        static bool HasAwait(Py.Node node) => node switch
        {
            Py.Await or Py.Comprehension { IsAsync: true } => true,
            Py.GeneratorExp inner => HasAwait(inner.Generators[0].Iter),
            Py.Lambda => false,
            _ => Py.Tree.Children(node).Any(HasAwait),
        };
    }

    private LowExpression ElementCode(object element, StaticType item, bool isExact)
        => element is PairOf pair
            ? new LowTuple([.. new[] { pair.Key, pair.Value }.Zip(((TupleShape)item).Items, (e, t) => isExact ? Exactly(e, t) : As(e, t))])
            : isExact ? Exactly((Py.Expression)element, item) : As((Py.Expression)element, item);

    private LowExpression Items(Py.Expression node, ImmutableArray<Py.Comprehension> generators, object element, StaticType item)
    {
        var outer = _scope;
        var first = generators[0];
        var isAsync = IsAsync(generators, element);
        var firstType = first.IsAsync ? AsyncItem(first.Iter) : LoopItem(first.Iter);
        var source = first.IsAsync ? AsyncItems(first.Iter) : Enumerable(first.Iter, firstType);
        _scope = Model.Scopes[node];
        var functions = _localFunctions;
        try
        {
            if (generators.Length == 1 && !isAsync && first.Target is Py.Name target && Model.Names[target] is { IsCaptured: false } symbol && symbol.Final.Equals(firstType))
            {
                _localFunctions = [];
                var declarations = _prologue.Count;
                var names = _usedNames.ToArray();
                var query = Query(source, first, symbol, element, item);
                // A lambda cannot hold the local function that an inner comprehension may need.
                if (_localFunctions.Count == 0)
                    return query;
                // What the attempt declared goes with it.
                _prologue.RemoveRange(declarations, _prologue.Count - declarations);
                _usedNames.IntersectWith(names);
            }
            _localFunctions = functions;
            if (node is not Py.GeneratorExp && first is { IsAsync: true, Ifs.IsEmpty: true, Target: Py.Name own } && generators.Length == 1 && element is Py.Name same && Model.Names[own] is { IsCaptured: false } kept && Model.Names[same] == kept && kept.Final.Equals(firstType) && firstType.Equals(item))
                return source;
            return LocalIterator(source, firstType, generators, element, item, isAsync);
        }
        finally
        {
            _localFunctions = functions;
            _scope = outer;
        }
    }

    private LowExpression Query(LowExpression source, Py.Comprehension loop, Symbol symbol, object element, StaticType item)
    {
        foreach (var condition in loop.Ifs)
            source = new LowInvoke(new LowMember(source, "Where"), new LowLambda([new(null, symbol.CsName)], Condition(condition) with { Origin = condition.Span }));
        // The identity needs no Select.
        if (element is Py.Name name && Model.Names[name] == symbol && symbol.Final.Equals(item))
            return source;
        // The lambda's own type decides the element type, so it must be exactly that.
        var code = ElementCode(element, item, isExact: true);
        return new LowInvoke(new LowMember(source, "Select"), new LowLambda([new(null, symbol.CsName)], code with { Origin = OriginOf(element) }));
    }

    private LowExpression LocalIterator(LowExpression source, StaticType firstType, ImmutableArray<Py.Comprehension> generators, object element, StaticType item, bool isAsync)
    {
        var name = Fresh("Items");
        var parameter = Fresh("source");
        LowStatement inner = WithLocals(() => new LowYield(ElementCode(element, item, isExact: false)) { Origin = OriginOf(element) });
        var own = generators.SelectMany(g => Py.Tree.DescendantsAndSelf(g.Target)).OfType<Py.Name>().Select(n => Model.Names[n]!).Where(s => s.Scope == _scope).Distinct().ToArray();
        // A target that is no plain name may use the others before they are stored.
        var isPlain = generators.SelectMany(g => Py.Tree.DescendantsAndSelf(g.Target)).All(n => n is not (Py.Attribute or Py.Subscript));
        bool DeclaresHere(Py.Name name) => isPlain && !Model.Names[name]!.IsCaptured;
        for (var i = generators.Length - 1; i >= 0; i--)
        {
            var loop = generators[i];
            foreach (var condition in loop.Ifs.Reverse())
            {
                var then = AsBlock(inner);
                inner = WithLocals(() => new LowIf(Condition(condition), then, null) { Origin = condition.Span });
            }
            var body = AsBlock(inner);
            var first = i == 0;
            inner = WithLocals(() =>
            {
                var type = first ? firstType : loop.IsAsync ? AsyncItem(loop.Iter) : LoopItem(loop.Iter);
                var items = first ? new LowName(parameter) : loop.IsAsync ? AsyncItems(loop.Iter) : Enumerable(loop.Iter, type);
                return LoopOver(loop.Target, type, items, body, loop.IsAsync, DeclaresHere) with { Origin = loop.Iter.Span };
            });
        }
        var declared = own.Where(s => (s.IsCaptured || !isPlain) && !s.IsDiscard).Select(LowStatement (s) => new LowLocal(CsTypes.Of(s.Final), s.CsName, CsTypes.Default(s.Final)));
        var sequence = LowType.Named(isAsync ? "IAsyncEnumerable" : "IEnumerable", CsTypes.Of(item));
        var sourceType = LowType.Named(generators[0].IsAsync ? "IAsyncEnumerable" : "IEnumerable", CsTypes.Of(firstType));
        var method = new LowMethod(sequence, name, [new(sourceType, parameter)])
        {
            Modifiers = isAsync ? ["async"] : [],
            Body = new LowBlock([.. declared, inner]),
        };
        _localFunctions.Add(new LowLocalFunction(method));
        return new LowInvoke(new LowName(name), source);
    }

    /// <summary>Local iterators of comprehensions; they go before the statement that uses them.</summary>
    private List<LowStatement> _localFunctions = [];

    /// <summary>A statement with the local functions that its expressions need before it.</summary>
    private LowStatement WithLocals(Func<LowStatement> lower)
    {
        var outer = _localFunctions;
        _localFunctions = [];
        var statement = lower();
        var own = _localFunctions;
        _localFunctions = outer;
        return own.Count == 0 ? statement : new LowBlock([.. own, statement]);
    }

    private static LowBlock AsBlock(LowStatement statement) => statement as LowBlock ?? new LowBlock([statement]);
}
