using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Expressions: reads, walruses, and conditions that bind in one outcome only.</summary>
public sealed partial class DefiniteAssignment
{
    private (ImmutableHashSet<string>? WhenTrue, ImmutableHashSet<string>? WhenFalse) Condition(Py.Expression test)
    {
        switch (test)
        {
            case Py.Constant { Value: true }:
                return (_state, null);
            case Py.UnaryOp { Op: Py.UnaryOperator.Not } not:
                var (t, f) = Condition(not.Operand);
                return (f, t);
            case Py.BoolOp op:
                var isAnd = op.Op == Py.BoolOperator.And;
                ImmutableHashSet<string>? early = null;
                for (var i = 0; ; i++)
                {
                    var (yes, no) = Condition(op.Values[i]);
                    early = Meet(early, isAnd ? no : yes);
                    _state = isAnd ? yes : no;
                    if (i == op.Values.Length - 1)
                        return isAnd ? (yes, early) : (early, no);
                }
            default:
                Expression(test);
                return (_state, _state);
        }
    }

    private void Expression(Py.Node? node)
    {
        switch (node)
        {
            case null or Py.Constant:
                break;
            case Py.Call call when SemanticModel.IsLocalsCall(call):
                foreach (var argument in call.Args)
                    Expression(argument);
                // It reads every local that has a value.
                foreach (var symbol in _owner.Symbols.Values.Where(s => _state?.Contains(s.Name) == false))
                    symbol.MayBeUnbound = true;
                break;
            case Py.Name name:
                Read(name);
                break;
            case Py.BoolOp or Py.UnaryOp { Op: Py.UnaryOperator.Not }:
                var (t, f) = Condition((Py.Expression)node);
                _state = Meet(t, f);
                break;
            case Py.IfExp conditional:
                var (whenTrue, whenFalse) = Condition(conditional.Test);
                _state = whenTrue;
                Expression(conditional.Body);
                var afterBody = _state;
                _state = whenFalse;
                Expression(conditional.Orelse);
                _state = Meet(afterBody, _state);
                break;
            case Py.NamedExpr walrus:
                Expression(walrus.Value);
                Assign(((Py.Name)walrus.Target).Id);
                break;
            case Py.Lambda lambda:
                Defaults(lambda.Args);
                MayCall(FreeReads(lambda));
                break;
            case Py.ListComp c:
                Comprehension(c.Generators, c.Elt);
                break;
            case Py.SetComp c:
                Comprehension(c.Generators, c.Elt);
                break;
            case Py.DictComp c:
                Comprehension(c.Generators, c.Key, c.Value);
                break;
            case Py.GeneratorExp c:
                Expression(c.Generators[0].Iter);
                MayCall(FreeReads(Later(c)));
                break;
            default:
                foreach (var child in Py.Tree.Children(node))
                    Expression(child);
                if (node is Py.Attribute attribute && _closures.TryGetValue("." + attribute.Attr, out var reads))
                    MayCall(reads);
                break;
        }
    }

    /// <summary>What a generator evaluates when it is asked for items.</summary>
    private static IEnumerable<Py.Node> Later(Py.GeneratorExp generator)
        => [generator.Elt, .. generator.Generators.SelectMany(g => g == generator.Generators[0] ? g.Ifs : [g.Iter, .. g.Ifs])];

    private void Comprehension(ImmutableArray<Py.Comprehension> generators, params ReadOnlySpan<Py.Expression> elements)
    {
        Expression(generators[0].Iter);
        var before = _state;
        foreach (var generator in generators)
        {
            if (generator != generators[0])
                Expression(generator.Iter);
            foreach (var name in Py.Tree.DescendantsAndSelf(generator.Target).OfType<Py.Name>())
                Assign(name.Id);
            foreach (var condition in generator.Ifs)
                _state = Condition(condition).WhenTrue;
        }
        foreach (var element in elements)
            Expression(element);
        _state = before;
    }

    private void Delete(Py.Expression target)
    {
        switch (target)
        {
            case Py.Name name:
                Read(name);
                Unassign(name.Id);
                break;
            case Py.Tuple or Py.List:
                foreach (var item in Py.Tree.Children(target).OfType<Py.Expression>())
                    Delete(item);
                break;
            default:
                Target(target);
                break;
        }
    }

    private void Target(Py.Expression target)
    {
        switch (target)
        {
            case Py.Name name:
                Assign(name.Id);
                break;
            case Py.Tuple tuple:
                foreach (var item in tuple.Elts)
                    Target(item);
                break;
            case Py.List list:
                foreach (var item in list.Elts)
                    Target(item);
                break;
            case Py.Starred starred:
                Target(starred.Value);
                break;
            default:
                foreach (var child in Py.Tree.Children(target))
                    Expression(child);
                break;
        }
    }

    private void Defaults(Py.Arguments arguments)
    {
        foreach (var value in arguments.Defaults)
            Expression(value);
        foreach (var value in arguments.KwDefaults)
            Expression(value);
    }

    private void Class(Py.ClassDef cls)
    {
        foreach (var decorator in cls.DecoratorList)
            Expression(decorator);
        foreach (var @base in cls.Bases)
            Expression(@base);
        foreach (var keyword in cls.Keywords)
            Expression(keyword.Value);
        ClassBody(cls);
        Assign(cls.Name);
    }

    /// <summary>A read of a name of this scope that some path reaches without a value.</summary>
    private void Read(Py.Name name)
    {
        if (_state is null)
            return;
        if (_closures.TryGetValue(name.Id, out var reads))
            MayCall(reads);
        if (_state.Contains(name.Id))
            return;
        if (!_model.Names.TryGetValue(name, out var symbol) || symbol is null || symbol.IsTypeParameter || symbol.Scope != _owner)
            return;
        _model.MaybeUnbound.Add(name);
        symbol.MayBeUnbound = true;
    }
}
