using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Flow;

/// <summary>Expressions that raise nothing.</summary>
public sealed partial class Harmless
{
    private sealed partial class Reading
    {
        private bool Is(Py.Expression expression) => expression switch
        {
            Py.Constant or Py.Lambda => true,
            Py.Name name => IsBound(name),
            Py.JoinedStr text => text.Values.All(Is),
            Py.FormattedValue value => Is(value.Value) && IsShown(value.Value) && (value.FormatSpec is null || IsFormatted(value)),
            Py.List list => list.Elts.All(IsItem),
            Py.Tuple tuple => tuple.Elts.All(IsItem),
            Py.Set set => set.Elts.All(e => e is not Py.Starred && Is(e) && IsKey(model.TypeOf(e))),
            Py.Dict dict => dict.Keys.All(k => k is not null && Is(k) && IsKey(model.TypeOf(k))) && dict.Values.All(Is),
            Py.NamedExpr named => Is(named.Value),
            Py.IfExp choice => Is(choice.Test) && IsTested(choice.Test) && Is(choice.Body) && Is(choice.Orelse),
            Py.BoolOp op => op.Values.All(v => Is(v) && IsTested(v)),
            Py.UnaryOp { Op: Py.UnaryOperator.Not } op => Is(op.Operand) && IsTested(op.Operand),
            Py.UnaryOp op => Is(op.Operand) && model.TypeOf(op.Operand).IsNumber,
            Py.BinOp op => Is(op.Left) && Is(op.Right) && IsArithmetic(op.Op, op.Left, op.Right),
            Py.Compare compare => Is(compare.Left) && compare.Comparators.All(Is) && IsCompared(compare),
            Py.Attribute attribute => IsAttribute(attribute),
            Py.Subscript subscript => IsSubscript(subscript),
            Py.ListComp comprehension => IsComprehension(comprehension.Generators) && Is(comprehension.Elt),
            Py.SetComp comprehension => IsComprehension(comprehension.Generators) && Is(comprehension.Elt) && IsKey(model.TypeOf(comprehension.Elt)),
            Py.DictComp comprehension => IsComprehension(comprehension.Generators) && Is(comprehension.Key) && IsKey(model.TypeOf(comprehension.Key)) && Is(comprehension.Value),
            Py.Call call => IsCall(call),
            _ => false,
        };

        /// <summary>Whether a name has a value.</summary>
        private bool IsBound(Py.Name name)
            => !model.MaybeUnbound.Contains(name) && (model.Names.GetValueOrDefault(name) is not null || model.TypeOf(name) is LibraryType { Module: "builtins" });

        private bool IsItem(Py.Expression item) => item is Py.Starred starred ? IsIterated(starred.Value) : Is(item);

        private bool IsComprehension(ImmutableArray<Py.Comprehension> generators)
            => generators.All(g => !g.IsAsync && IsIterated(g.Iter) && IsTarget(g.Target, null) && g.Ifs.All(i => Is(i) && IsTested(i)));

        /// <summary>Whether going through an object raises nothing.</summary>
        private bool IsIterated(Py.Expression iter) => Is(iter) && (model.TypeOf(iter) is ListType or SetType or DictType or TupleShape or SimpleType { Kind: SimpleKind.Str or SimpleKind.Bytes or SimpleKind.Range or SimpleKind.Tuple } or IterableType
            || iter is Py.Call { Func: Py.Name { Id: "range" } range } && model.TypeOf(range) is LibraryType { Module: "builtins" });

        /// <summary>Whether making text of a value raises nothing: nearly all values have built-in texts.</summary>
        private bool IsShown(Py.Expression value) => IsPlain(model.TypeOf(value)) || (all.AreAll("__str__") && all.AreAll("__repr__") && all.AreAll("__format__"));

        private bool IsTested(Py.Expression value) => IsPlain(model.TypeOf(value)) || (all.AreAll("__bool__") && all.AreAll("__len__"));

        private bool IsEqual(Py.Expression value) => IsPlain(model.TypeOf(value)) || all.AreAll("__eq__");

        private static bool IsPlain(StaticType type) => type switch
        {
            SimpleType simple => simple.Kind is not (SimpleKind.Any or SimpleKind.Never or SimpleKind.Object or SimpleKind.Tuple),
            ListType list => IsPlain(list.Element.Type),
            SetType set => IsPlain(set.Element.Type),
            DictType dict => IsPlain(dict.Key.Type) && IsPlain(dict.Value.Type),
            TupleShape shape => shape.Items.All(IsPlain),
            OptionalType optional => IsPlain(optional.Inner),
            _ => false,
        };

        /// <summary>Whether a number or a string is laid out by a specification that suits it.</summary>
        private bool IsFormatted(Py.FormattedValue value) => value.FormatSpec is Py.JoinedStr { Values: [Py.Constant { Value: string spec }] } && (value.Conversion >= 0, model.TypeOf(value.Value)) switch
        {
            (true, _) or (_, SimpleType { Kind: SimpleKind.Str }) => spec.All(static c => char.IsAsciiDigit(c) || c is '<' or '>' or '^' or '.' or 's'),
            (_, SimpleType { Kind: SimpleKind.Float }) => spec.All(static c => char.IsAsciiDigit(c) || c is '<' or '>' or '^' or '.' or ',' or 'f' or 'e' or 'g' or '%'),
            (_, SimpleType { Kind: SimpleKind.Int }) => spec.All(static c => char.IsAsciiDigit(c) || c is '<' or '>' or '^' or ',' or 'd' or 'x' or 'b'),
            _ => false,
        };

        private bool IsArithmetic(Py.Operator op, Py.Expression left, Py.Expression right) => (model.TypeOf(left), model.TypeOf(right)) switch
        {
            ({ IsNumber: true }, { IsNumber: true }) => op is Py.Operator.Add or Py.Operator.Sub or Py.Operator.Mult || (op is Py.Operator.Div or Py.Operator.FloorDiv or Py.Operator.Mod && IsNonZero(right)),
            (SimpleType { Kind: SimpleKind.Str }, SimpleType { Kind: SimpleKind.Str }) or (SimpleType { Kind: SimpleKind.Bytes }, SimpleType { Kind: SimpleKind.Bytes }) or (ListType, ListType) => op is Py.Operator.Add,
            (SimpleType { Kind: SimpleKind.Str }, SimpleType { Kind: SimpleKind.Int }) => op is Py.Operator.Mult,
            _ => false,
        };

        private static bool IsNonZero(Py.Expression value) => value is Py.Constant { Value: System.Numerics.BigInteger { IsZero: false } or double and not 0.0 };

        private bool IsCompared(Py.Compare compare)
        {
            var left = compare.Left;
            for (var i = 0; i < compare.Ops.Length; i++)
            {
                var right = compare.Comparators[i];
                var (a, b) = (model.TypeOf(left), model.TypeOf(right));
                var fits = compare.Ops[i] switch
                {
                    Py.CompareOperator.Is or Py.CompareOperator.IsNot => true,
                    Py.CompareOperator.Eq or Py.CompareOperator.NotEq => IsEqual(left) && IsEqual(right),
                    Py.CompareOperator.In or Py.CompareOperator.NotIn => b switch
                    {
                        ListType or TupleShape => IsEqual(left) && IsEqual(right),
                        SetType or DictType => IsKey(a),
                        SimpleType { Kind: SimpleKind.Str } => a.Equals(b),
                        _ => false,
                    },
                    _ => (a.IsNumber && b.IsNumber) || (a is SimpleType { Kind: SimpleKind.Str } && a.Equals(b)),
                };
                if (!fits)
                    return false;
                left = right;
            }
            return true;
        }

        /// <summary>Attributes that are there: of modules, of objects of the program's classes, and those that every exception of a class has.</summary>
        private bool IsAttribute(Py.Attribute attribute)
        {
            if (model.TypeOf(attribute) is LibraryType or FunctionType or ClassType or ModuleType)
                return true;
            if (!Is(attribute.Value))
                return false;
            return model.TypeOf(attribute.Value) switch
            {
                ErrorType => attribute.Attr is "args" or "errno" or "strerror" or "filename" or "code" or "value" or "exceptions" or "message" or "__cause__" or "__context__" or "__traceback__",
                InstanceType { Class: { IsException: true } } when attribute.Attr is "args" => true,
                InstanceType { Class: { IsNative: true } cls } => cls.FindSureField(attribute.Attr) is not null || cls.Enumeration?.Property(attribute.Attr) is not null || cls.FindClassAttribute(attribute.Attr) is not null || (cls.FindMethod(attribute.Attr) is { } method && (!method.IsProperty || all.Is(cls, attribute.Attr))),
                ModuleType { Program: not null } => true,
                ClassType { Class: var cls } => attribute.Attr is "__name__" or "__qualname__" || cls.FindClassAttribute(attribute.Attr) is not null,
                LibraryInstance => !model.TypeOf(attribute).IsAny,
                _ => attribute.Attr is "__name__" && attribute.Value is Py.Call { Func: Py.Name { Id: "type" } } or Py.Attribute { Attr: "__class__" } || attribute.Attr is "__class__",
            };
        }

        private bool IsSubscript(Py.Subscript subscript) => Is(subscript.Value) && (model.TypeOf(subscript.Value), subscript.Slice) switch
        {
            (TupleShape shape, Py.Constant { Value: System.Numerics.BigInteger index }) => index >= 0 && index < shape.Items.Length,
            (ListType or SimpleType { Kind: SimpleKind.Str or SimpleKind.Bytes }, Py.Slice { Step: null } slice) => IsBoundary(slice.Lower) && IsBoundary(slice.Upper),
            _ => false,
        };

        private bool IsBoundary(Py.Expression? index) => index is null || (Is(index) && model.TypeOf(index) is SimpleType { Kind: SimpleKind.Int });
    }
}
