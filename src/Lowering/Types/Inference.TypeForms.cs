using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// Types that the program makes of classes at run time, such as <c>Union[Circle, Square]</c> and <c>Circle | Square</c>: they hold their classes, and
/// make no objects of them. See <see href="https://docs.python.org/3.13/library/stdtypes.html#types-union">union types</see>.
/// </summary>
public sealed partial class Inference
{
    /// <summary>Whether what stands in the brackets behind a name of the library is nothing but types, none of which anything calls.</summary>
    private bool IsTypeArgument(Py.Expression argument)
        => !_program.ReadsTypeArguments && argument switch
        {
            Py.Tuple tuple => tuple.Elts.All(IsTypeArgument),
            Py.List list => list.Elts.All(IsTypeArgument),
            Py.Constant constant => constant.Value is null or string || ReferenceEquals(Infer(constant), StaticType.Any),
            Py.Subscript subscript => Infer(subscript.Value) is LibraryType or ClassType && IsTypeArgument(subscript.Slice),
            Py.BinOp { Op: Py.Operator.BitOr } union => IsUnion(union),
            _ => Infer(argument) is ClassType or LibraryType,
        };

    /// <summary>Whether a <c>|</c> joins types.</summary>
    private bool IsUnion(Py.BinOp binary)
        => binary.Op == Py.Operator.BitOr && IsTypeArgument(binary.Left) && IsTypeArgument(binary.Right) && (IsClass(binary.Left) || IsClass(binary.Right));

    private bool IsClass(Py.Expression operand) => operand is Py.BinOp { Op: Py.Operator.BitOr } inner ? IsUnion(inner) : operand is not Py.Constant && Infer(operand) is ClassType or LibraryType;
}
