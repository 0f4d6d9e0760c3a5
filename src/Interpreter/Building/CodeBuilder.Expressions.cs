using System.Collections.Immutable;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Expressions.</summary>
internal sealed partial class CodeBuilder
{
    private Expr Expr(Py.Expression node)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (node)
        {
            case Py.Constant constant: return Constant(constant);
            case Py.Name name: return name.Id == "__debug__" ? new Const(!_unit.IsOptimized) : Load(name.Id, name);
            case Py.BinOp op: return Compose([Expr(op.Left), Expr(op.Right)], p => BinaryOperators.Make(op.Op, p[0], p[1], Mark(op)));
            case Py.UnaryOp { Op: Py.UnaryOperator.Not } not: return Compose([Expr(not.Operand)], p => new Not(p[0], Mark(not)));
            case Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: Py.Constant { Value: System.Numerics.BigInteger or double } number }: return Folded(-Value(number.Value));
            case Py.UnaryOp op: return Compose([Expr(op.Operand)], p => new Unary(op.Op, p[0], Mark(op)));
            case Py.BoolOp op: return Bool(op);
            case Py.Compare compare: return Comparison(compare);
            case Py.IfExp choice: return new IfExp(Expr(choice.Test), Expr(choice.Body), Expr(choice.Orelse));
            case Py.NamedExpr named:
                var target = Target(((Py.Name)named.Target).Id, named.Target);
                return Compose([Expr(named.Value)], p => new NamedExpr(target, p[0]));
            case Py.Attribute attribute:
                var owner = Expr(attribute.Value);
                _code.Lists.Name(_scope.Mangle(attribute.Attr));
                return Compose([owner], p => new AttributeExpr(p[0], _scope.Mangle(attribute.Attr), Mark(attribute)));
            case Py.Subscript item: return Compose([Expr(item.Value), Key(item.Slice)], p => new ItemExpr(p[0], p[1], Mark(item)));
            case Py.Slice slice: return Slice(slice);
            case Py.Tuple tuple: return Sequence(tuple.Elts, static i => new TupleExpr(i), isTuple: true);
            case Py.List list: return Sequence(list.Elts, static i => new ListExpr(i));
            case Py.Set set: return Sequence(set.Elts, i => new SetExpr(i, Mark(set)));
            case Py.Dict dict: return Dict(dict);
            case Py.Call call: return Call(call);
            case Py.JoinedStr text: return Text(text);
            case Py.FormattedValue value: return Formatted(value);
            case Py.Lambda lambda: return Lambda(lambda);
            case Py.ListComp comp: return Comprehension(comp, comp.Generators, comp.Elt, null, static () => new PyList<Any>());
            case Py.SetComp comp: return Comprehension(comp, comp.Generators, comp.Elt, null, static () => new PySet<Any>());
            case Py.DictComp comp: return Comprehension(comp, comp.Generators, comp.Key, comp.Value, static () => new PyDict<Any, Any>());
            case Py.GeneratorExp comp: return Generator(comp);
            case Py.Yield yield: return new YieldExpr(yield.Value is null ? Const.None : Expr(yield.Value), Mark(yield));
            case Py.YieldFrom yield: return new YieldFromExpr(Expr(yield.Value), Mark(yield));
            case Py.Await await: return new AwaitExpr(Expr(await.Value), Mark(await));
            default: throw new UnreachableException(node.AsdlName);
        }
    }

    private Const Folded(Any value)
    {
        _code.Lists.Constant(value);
        return new Const(value);
    }

    private Const Constant(Py.Constant constant) => Folded(Value(constant.Value));

    private Expr Key(Py.Expression slice) => slice is Py.Starred ? Sequence([slice], static i => new TupleExpr(i)) : Expr(slice);

    private Expr Bool(Py.BoolOp op)
    {
        var result = Expr(op.Values[^1]);
        for (var i = op.Values.Length - 2; i >= 0; i--)
            result = new BoolOp(op.Op == Py.BoolOperator.Or, Expr(op.Values[i]), result, Mark(op.Values[i]));
        return result;
    }

    private Expr Comparison(Py.Compare compare)
    {
        if (compare.Ops.Length == 1)
            return Compose([Expr(compare.Left), Expr(compare.Comparators[0])], p => Comparisons.Make(compare.Ops[0], p[0], p[1], Mark(compare)));
        return new CompareChain([Expr(compare.Left), .. compare.Comparators.Select(Expr)], [.. compare.Ops.Select(Comparisons.Function)], Mark(compare));
    }

    private Expr Slice(Py.Slice slice)
        => Compose([Optional(slice.Lower), Optional(slice.Upper), Optional(slice.Step)], static p => new SliceExpr(p[0], p[1], p[2]));

    private Expr Optional(Py.Expression? expression) => expression is null ? Const.None : Expr(expression);

    /// <summary>A display of items, some of which may be spread.</summary>
    private Expr Sequence(ImmutableArray<Py.Expression> elements, Func<Items, Expr> make, bool isTuple = false)
    {
        var spread = elements.Select(static e => e is Py.Starred).ToArray();
        var parts = elements.Select(e => Expr(e is Py.Starred starred ? starred.Value : e)).ToArray();
        if (isTuple && parts.All(static p => p is Const))
            return Folded(new PyTuple([.. parts.Select(static p => ((Const)p).Value)]));
        return Compose(parts, p => make(new Items(p, spread)));
    }

    private Expr Dict(Py.Dict dict)
    {
        var parts = new List<Expr>();
        for (var i = 0; i < dict.Values.Length; i++)
        {
            if (dict.Keys[i] is { } key)
                parts.Add(Expr(key));
            parts.Add(Expr(dict.Values[i]));
        }
        return Compose([.. parts], p =>
        {
            var (keys, values, next) = (new Expr?[dict.Values.Length], new Expr[dict.Values.Length], 0);
            for (var i = 0; i < values.Length; i++)
            {
                keys[i] = dict.Keys[i] is null ? null : p[next++];
                values[i] = p[next++];
            }
            return new DictExpr(keys, values, Mark(dict));
        });
    }

    private Expr Text(Py.JoinedStr text)
        => text.Values.Length == 0 ? new Const("") : Compose([.. text.Values.Select(Expr)], static p => p.Length == 1 ? p[0] : new Joined(p));

    private Expr Formatted(Py.FormattedValue value)
    {
        var parts = value.FormatSpec is null ? new[] { Expr(value.Value) } : [Expr(value.Value), Expr(value.FormatSpec)];
        return Compose(parts, p => new Formatted(p[0], value.Conversion, p.Length > 1 ? p[1] : null, Mark(value)));
    }
}
