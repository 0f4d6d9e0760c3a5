using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Assignments to slices of lists whose elements are of one type.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary><c>xs[a:b] = items</c> of a list whose elements are of one type; null where only the run knows how.</summary>
    private LowStatement? StoreSlice(Py.Subscript target, Py.Expression value)
    {
        if (TypeOf(target.Value) is not ListType { Element.Type: var element } || target.Slice is not Py.Slice slice || !IsUntouched(target) || !IsRunThrough(value) || PlainBounds(slice) is not { } bounds)
            return null;
        if (IsReversed(target, value))
            return new LowExpressionStatement(new LowInvoke(new LowMember(Lower(target.Value).Code, "Reverse"), [.. bounds.Select(static b => new LowArgument(b))]));
        return new LowExpressionStatement(new LowInvoke(new LowMember(Lower(target.Value).Code, "SetSlice"), [.. bounds.Select(b => new LowArgument(b)), new(Enumerable(value, element))]));
    }

    /// <summary>Whether a value is the slice itself, backwards: <c>xs[a:b] = reversed(xs[a:b])</c> or <c>xs[a:b][::-1]</c>.</summary>
    private bool IsReversed(Py.Subscript target, Py.Expression value) => value switch
    {
        Py.Call { Func: Py.Name { Id: "reversed" } name, Args: [Py.Subscript part], Keywords.Length: 0 } => Model.Names.GetValueOrDefault(name) is null && IsSame(target, part),
        Py.Subscript { Value: Py.Subscript part, Slice: Py.Slice { Lower: null, Upper: null, Step: Py.UnaryOp { Op: Py.UnaryOperator.USub, Operand: Py.Constant { Value: System.Numerics.BigInteger { IsOne: true } } } } } => IsSame(target, part),
        _ => false,
    };

    /// <summary>Whether two expressions of names, constants and int arithmetic are the same.</summary>
    private bool IsSame(Py.Expression? one, Py.Expression? other) => (one, other) switch
    {
        (null, null) => true,
        (Py.Name a, Py.Name b) => a.Id == b.Id,
        (Py.Constant { Value: System.Numerics.BigInteger a }, Py.Constant { Value: System.Numerics.BigInteger b }) => a == b,
        (Py.BinOp a, Py.BinOp b) => a.Op == b.Op && TypeOf(a) is SimpleType { Kind: SimpleKind.Int } && IsSame(a.Left, b.Left) && IsSame(a.Right, b.Right),
        (Py.UnaryOp a, Py.UnaryOp b) => a.Op == b.Op && TypeOf(a) is SimpleType { Kind: SimpleKind.Int } && IsSame(a.Operand, b.Operand),
        (Py.Subscript a, Py.Subscript b) => a.Value is Py.Name && IsSame(a.Value, b.Value) && IsSame(a.Slice, b.Slice),
        (Py.Slice a, Py.Slice b) => IsSame(a.Lower, b.Lower) && IsSame(a.Upper, b.Upper) && IsSame(a.Step, b.Step),
        _ => false,
    };
}
