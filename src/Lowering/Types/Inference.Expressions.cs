using System.Collections.Immutable;
using System.Numerics;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>The types of expressions.</summary>
public sealed partial class Inference
{
    private StaticType Infer(Py.Expression expression)
    {
        var type = InferOnce(expression);
        _model.Types[expression] = type;
        return type;
    }

    private StaticType InferOnce(Py.Expression expression)
    {
        switch (expression)
        {
            case Py.Constant constant:
                return OfConstant(constant.Value);
            case Py.Name name:
                return OfName(name);
            case Py.JoinedStr joined:
                foreach (var part in joined.Values)
                    Infer(part);
                return StaticType.Str;
            case Py.FormattedValue formatted:
                Infer(formatted.Value);
                if (formatted.FormatSpec is not null)
                    Infer(formatted.FormatSpec);
                return StaticType.Str;
            case Py.BinOp binary:
                return Binary(binary);
            case Py.UnaryOp unary:
                return Unary(unary);
            case Py.BoolOp op:
                return Operands(op);
            case Py.Compare compare:
                return Compare(compare);
            case Py.IfExp conditional:
                Infer(conditional.Test);
                return _lattice.Join(Value(conditional.Body), Value(conditional.Orelse));
            case Py.NamedExpr walrus:
                var value = Infer(walrus.Value);
                Assign(walrus.Target, value, null);
                return Infer(walrus.Target);
            case Py.List list:
                return MakeList(list, list.Elts);
            case Py.Set set:
                return MakeSet(set, set.Elts);
            case Py.Dict dict:
                return MakeDict(dict);
            case Py.Tuple tuple:
                return MakeTuple(tuple);
            case Py.ListComp list:
                return Comprehension(list, list.Generators);
            case Py.SetComp set:
                return Comprehension(set, set.Generators);
            case Py.DictComp dict:
                return Comprehension(dict, dict.Generators);
            case Py.GeneratorExp generator:
                return Comprehension(generator, generator.Generators);
            case Py.Attribute attribute:
                return Attribute(attribute);
            case Py.Subscript subscript:
                return Subscript(subscript);
            case Py.Slice slice:
                foreach (var bound in (Py.Expression?[])[slice.Lower, slice.Upper, slice.Step])
                    if (bound is not null)
                        Infer(bound);
                return StaticType.Any;
            case Py.Call call:
                return Call(call);
            case Py.Await await:
                return Await(await);
            case Py.Yield yield:
                return Yield(yield);
            case Py.YieldFrom yield:
                return YieldFrom(yield);
            case Py.Lambda lambda:
                foreach (var parameter in _model.Functions[lambda].Parameters)
                    if (parameter.Default is { } @default)
                        ToAny(@default);
                return StaticType.Any;
            case Py.Starred starred:
                Infer(starred.Value);
                return StaticType.Any;
            default:
                return StaticType.Any;
        }
    }

    /// <summary>The type of an expression that becomes part of a value: names of functions and the like are objects there.</summary>
    private StaticType Value(Py.Expression expression)
    {
        var type = Infer(expression);
        var storable = Storable(type);
        if (!ReferenceEquals(storable, type))
            _lattice.Escape(type);
        return storable;
    }

    private static StaticType OfConstant(object? value) => value switch
    {
        null => StaticType.None,
        bool => StaticType.Bool,
        BigInteger => StaticType.Int,
        double => StaticType.Float,
        string => StaticType.Str,
        byte[] => StaticType.Bytes,
        _ => StaticType.Any,
    };

    private StaticType OfName(Py.Name name)
    {
        if (!_model.Names.TryGetValue(name, out var symbol) || symbol is null)
            return Library.Builtin.Find(name.Id) is { } builtin && !_model.IsReplacedBuiltin(name) ? builtin : StaticType.Any;
        if (SemanticModel.GlobalOf(symbol) is { } global)
            _lattice.Escape(global.Denotes ?? global.Final);
        return OrConstant(symbol.Denotes) ?? Narrowed(name, symbol.Final);
    }

    /// <summary>The type of a place at a read where None is ruled out, or its class is known.</summary>
    private StaticType Narrowed(Py.Expression read, StaticType type)
        => _model.ClassAt(read, type) is { } cls ? new InstanceType(cls)
            : type is OptionalType { Inner: var inner } && _model.NotNone.ContainsKey(read) ? inner : type;

    private StaticType MakeList(Py.Expression node, ImmutableArray<Py.Expression> items)
    {
        var type = MadeList(node, StaticType.Never);
        foreach (var item in items)
            type.Element.Add(item is Py.Starred s ? OperatorRules.ItemOf(Infer(s.Value)) : Value(item), _lattice);
        return type;
    }

    private ListType MadeList(Py.Expression node, StaticType item)
    {
        if (!_made.TryGetValue(node, out var type))
            _made[node] = type = new ListType(new Cell());
        ((ListType)type).Element.Add(item, _lattice);
        return (ListType)type;
    }

    private StaticType MakeSet(Py.Expression node, ImmutableArray<Py.Expression> items)
    {
        var type = MadeSet(node, StaticType.Never);
        foreach (var item in items)
            type.Element.Add(item is Py.Starred s ? OperatorRules.ItemOf(Infer(s.Value)) : Value(item), _lattice);
        return type;
    }

    private SetType MadeSet(Py.Expression node, StaticType item)
    {
        if (!_made.TryGetValue(node, out var type))
            _made[node] = type = new SetType(new Cell());
        ((SetType)type).Element.Add(item, _lattice);
        return (SetType)type;
    }

    private StaticType MakeDict(Py.Dict dict)
    {
        var type = MadeDict(dict, StaticType.Never, StaticType.Never);
        for (var i = 0; i < dict.Values.Length; i++)
        {
            if (dict.Keys[i] is { } key)
            {
                MadeDict(dict, Value(key), Value(dict.Values[i]));
            }
            else
            {
                if (Infer(dict.Values[i]) is DictType spread)
                {
                    // Its entries go on, it stays as it is.
                    _lattice.Escape(spread.Key.Type);
                    _lattice.Escape(spread.Value.Type);
                }
                else
                {
                    ToAny(dict.Values[i]);
                }
                MadeDict(dict, StaticType.Any, StaticType.Any);
            }
        }
        return type;
    }

    private DictType MadeDict(Py.Expression node, StaticType key, StaticType value)
    {
        if (!_made.TryGetValue(node, out var type))
            _made[node] = type = new DictType(new Cell(), new Cell());
        ((DictType)type).Key.Add(key, _lattice);
        ((DictType)type).Value.Add(value, _lattice);
        return (DictType)type;
    }

    private StaticType MakeTuple(Py.Tuple tuple)
    {
        var items = tuple.Elts.Select(e => e is Py.Starred s ? OperatorRules.ItemOf(Infer(s.Value)) : Value(e)).ToImmutableArray();
        if (tuple.Elts.Any(e => e is Py.Starred) || items.Length is < 2 or > 7)
        {
            foreach (var item in items)
                _lattice.Escape(item);
            return StaticType.Tuple;
        }
        return new TupleShape(items);
    }

    private StaticType Comprehension(Py.Expression node, ImmutableArray<Py.Comprehension> generators)
    {
        var first = generators[0].IsAsync ? AsyncItemType(generators[0].Iter) : ItemType(generators[0].Iter);
        var outer = _scope;
        _scope = _model.Scopes[node];
        foreach (var generator in generators)
        {
            Assign(generator.Target, generator == generators[0] ? first : generator.IsAsync ? AsyncItemType(generator.Iter) : ItemType(generator.Iter), null);
            foreach (var condition in generator.Ifs)
                Infer(condition);
        }
        var type = node switch
        {
            Py.ListComp list => MadeList(list, Value(list.Elt)),
            Py.SetComp set => MadeSet(set, Value(set.Elt)),
            Py.DictComp dict => MadeDict(dict, Value(dict.Key), Value(dict.Value)),
            _ => (StaticType)new IterableType(Value(((Py.GeneratorExp)node).Elt)),
        };
        _scope = outer;
        return type;
    }

    private StaticType Subscript(Py.Subscript subscript)
    {
        // Inferred once: twice at each item of a chain would be without end.
        var value = Infer(subscript.Value);
        if (value is LibraryType && IsTypeArgument(subscript.Slice))
            return StaticType.Any;
        var index = Infer(subscript.Slice);
        if (value is ClassType { Class: var generic } && GenericClasses.IsAlias(generic, subscript.Slice))
            return value;
        if (IsOpen(value))
            return StaticType.Never;
        if (OperatorRules.Present(value) is LibraryInstance { Class: var library, Groups: var groups } && ReferenceEquals(library, RegexLibrary.Match) && subscript.Slice is not Py.Slice)
            return RegexLibrary.GroupType(groups, subscript.Slice);
        if (value is ClassType { Class: { Enumeration: not null } named })
            return new InstanceType(named);
        if (value is ClassType or FunctionType)
            return StaticType.Any;
        if (subscript.Ctx != Py.ExprContext.Del && subscript.Slice is not Py.Slice && SpecialMethods.Find("__getitem__", value, 1, _model) is { } method)
        {
            Store(index, method.Parameters[1].Symbol);
            return MarkUsed(method).Returns.Final is { IsNone: false } item ? item : StaticType.Any;
        }
        if (OperatorRules.Present(value) is DictType { Key: { TakesReads: true } key })
            key.Add(Storable(index), _lattice);
        var result = OperatorRules.Index(value, index, subscript.Slice);
        if (result.IsAny && value is TupleShape or InstanceType or OptionalType { Inner: InstanceType })
            _lattice.Escape(value);
        return result;
    }

    private void StoreItem(Py.Subscript subscript, StaticType type)
    {
        var target = OperatorRules.Present(Infer(subscript.Value));
        var index = Infer(subscript.Slice);
        switch (target)
        {
            case var _ when IsOpen(target) || (IsOpen(index) && subscript.Slice is not Py.Slice):
                return;
            case ListType list when index is SimpleType { Kind: SimpleKind.Int } && subscript.Slice is not Py.Slice:
                list.Element.Add(Storable(type), _lattice);
                break;
            case DictType dict:
                dict.Key.Add(Storable(index), _lattice);
                dict.Value.Add(Storable(type), _lattice);
                break;
            case ListType list when subscript.Slice is Py.Slice:
                list.Element.Add(Storable(OperatorRules.ItemOf(type)), _lattice);
                break;
            case InstanceType when subscript.Slice is not Py.Slice && SpecialMethods.Find("__setitem__", target, 2, _model) is { } method:
                Store(index, method.Parameters[1].Symbol);
                Store(type, method.Parameters[2].Symbol);
                return;
            default:
                _lattice.Escape(target);
                _lattice.Escape(index);
                break;
        }
        if (Storable(type) != type || target is not (ListType or DictType))
            _lattice.Escape(type);
    }
}
