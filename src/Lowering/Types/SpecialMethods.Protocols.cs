using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// The special methods of the program's classes that comparisons, subscripts, tests and loops call. See
/// <see href="https://docs.python.org/3.13/reference/datamodel.html#special-method-names">special method names</see>.
/// </summary>
public static partial class SpecialMethods
{
    private static string? NameOf(Py.UnaryOperator op) => op switch
    {
        Py.UnaryOperator.USub => "__neg__",
        Py.UnaryOperator.UAdd => "__pos__",
        Py.UnaryOperator.Invert => "__invert__",
        _ => null,
    };

    /// <summary>The method of a name that an object of the type surely has, taking so many values beside the object; null where that is not plain to see.</summary>
    public static FunctionSymbol? Find(string name, StaticType type, int values, SemanticModel model)
        => type is InstanceType { Class: { IsNative: true } cls } && !IsReplaced(name, model)
            && cls.FindMethod(name) is { IsStatic: false, IsClassMethod: false, IsProperty: false, IsAsync: false, IsGenerator: false, Decorators.Count: 0, Class.IsNative: true } method
            && method.Parameters.Count == values + 1 && method.Parameters.All(static p => p is { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null })
                ? method : null;

    /// <summary>What <c>-value</c> and the like call.</summary>
    public static FunctionSymbol? Find(Py.UnaryOperator op, StaticType operand, SemanticModel model)
        => NameOf(op) is { } name ? Find(name, operand, 0, model) : null;

    /// <summary>What <c>left op right</c> calls, which gives a bool: of <c>!=</c> without a method of its own it is <c>__eq__</c>, whose answer is turned round.</summary>
    public static FunctionSymbol? Find(Py.CompareOperator op, StaticType left, SemanticModel model)
    {
        // An object of a derived class on the right would be asked first.
        if (NameOf(op) is not { } name || left is not InstanceType { Class: { Subclasses.Count: 0 } cls })
            return null;
        if (op == Py.CompareOperator.NotEq && cls.FindMethod(name) is null && !IsReplaced(name, model))
            name = "__eq__";
        return Find(name, left, 1, model) is { Returns.Final: SimpleType { Kind: SimpleKind.Bool } } method ? method : null;
    }

    /// <summary>The operator of order that says the same of the operands the other way round; any other stays itself.</summary>
    public static Py.CompareOperator Reflected(Py.CompareOperator order) => order switch
    {
        Py.CompareOperator.Lt => Py.CompareOperator.Gt,
        Py.CompareOperator.Gt => Py.CompareOperator.Lt,
        Py.CompareOperator.LtE => Py.CompareOperator.GtE,
        Py.CompareOperator.GtE => Py.CompareOperator.LtE,
        _ => order,
    };

    /// <summary>What <c>left op right</c> calls of the right operand, for the class that both are of has no method for the operator itself.</summary>
    public static FunctionSymbol? FindReflected(Py.CompareOperator op, StaticType left, StaticType right, SemanticModel model)
        => Reflected(op) is var reflected && reflected != op && NameOf(op) is { } name && left is InstanceType { Class: { Subclasses.Count: 0, Definition.DecoratorList.Length: 0 } cls } && right is InstanceType { Class: var other } && other == cls
            && cls.FindMethod(name) is null && cls.FindDecorated(name) is null && cls.FindClassAttribute(name) is null && !IsReplaced(name, model)
                ? Find(reflected, right, model) : null;

    /// <summary>The method that a comparison calls; null of those that call none.</summary>
    public static string? NameOf(Py.CompareOperator op) => op switch
    {
        Py.CompareOperator.Eq => "__eq__",
        Py.CompareOperator.NotEq => "__ne__",
        Py.CompareOperator.Lt => "__lt__",
        Py.CompareOperator.LtE => "__le__",
        Py.CompareOperator.Gt => "__gt__",
        Py.CompareOperator.GtE => "__ge__",
        _ => null,
    };

    /// <summary>What gives the items of an object that a loop runs through.</summary>
    public static FunctionSymbol? ItemsOf(StaticType type, SemanticModel model)
        => type is InstanceType { Class: { IsNative: true } cls } && !IsReplaced("__iter__", model) && !IsReplaced("__next__", model) ? cls.Items : null;

    /// <summary>What gives the items of an object that an asynchronous loop runs through.</summary>
    public static FunctionSymbol? AsyncItemsOf(StaticType type, SemanticModel model)
        => type is InstanceType { Class: { IsNative: true } cls } && !IsReplaced("__aiter__", model) && !IsReplaced("__anext__", model) ? cls.AsyncItems : null;

    private static bool IsReplaced(string name, SemanticModel model) => model.UsesReflection || model.DynamicStores.Contains(name);
}
