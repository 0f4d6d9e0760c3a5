using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Bodies;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Declarations;

/// <summary>
/// Equality and order of a class in C#'s words: <c>IEquatable&lt;T&gt;</c> beside <c>__eq__</c> and <c>__hash__</c>, <c>IComparable&lt;T&gt;</c> and the
/// operators beside <c>__lt__</c> and its kin. C# declares these operators in pairs, where Python asks the other operand's method.
/// </summary>
internal static class Comparisons
{
    private static readonly (string Name, string Operator, string Reflected)[] s_order = [("__lt__", "<", "__gt__"), ("__gt__", ">", "__lt__"), ("__le__", "<=", "__ge__"), ("__ge__", ">=", "__le__")];

    public static IEnumerable<LowType> Interfaces(ClassSymbol cls)
    {
        if (Equality(cls) is not null)
            yield return LowType.Named("IEquatable", LowType.Named(cls.CsName));
        if (IsOrdered(cls))
            yield return LowType.Named("IComparable", LowType.Named(cls.CsName));
    }

    /// <summary>The C# operator that calls a method of order; null where its class has none.</summary>
    public static string? OperatorOf(FunctionSymbol method)
        => method.Class is { } cls && Own(cls, method.Name) == method ? s_order.FirstOrDefault(o => o.Name == method.Name).Operator : null;

    public static IEnumerable<LowDeclarationNode> Members(ClassSymbol cls)
    {
        var type = LowType.Named(cls.CsName);
        foreach (var (name, spelling, reflected) in s_order)
        {
            if (Own(cls, name) is { } method)
                yield return Operator(type, spelling, new LowInvoke(new LowMember(new LowName("left"), method.CsName), new LowName("right")));
            else if (Own(cls, reflected) is { } other)
                yield return Operator(type, spelling, new LowInvoke(new LowMember(new LowName("right"), other.CsName), new LowName("left")));
        }
        if (IsOrdered(cls))
            yield return new LowMethod(LowType.Named("int"), "CompareTo", [new(new LowNullableType(type), "other")])
            {
                Modifiers = ["public"], Doc = "Orders the objects in C# collections.",
                ExpressionBody = new LowConditional(
                    new LowBinary("||", new LowIs(new LowName("other"), null), new LowBinary("<", new LowName("other"), new LowThis())), new LowLiteral(1L),
                    new LowConditional(new LowBinary("<", new LowThis(), new LowName("other")), new LowUnary("-", new LowLiteral(1L)), new LowLiteral(0L))),
            };
        if (Equality(cls) is not var (equal, hash))
            yield break;
        yield return new LowMethod(LowType.Named("bool"), "Equals", [new(new LowNullableType(type), "other")])
        {
            Modifiers = ["public"], ExpressionBody = new LowBinary("&&", new LowIs(new LowName("other"), null, Negated: true), new LowInvoke(new LowName(equal.CsName), new LowName("other"))),
            Doc = "Finds the object in C# collections.",
        };
        yield return new LowMethod(LowType.Named("bool"), "Equals", [new(new LowNullableType(LowType.Named("object")), "obj")])
        {
            Modifiers = ["public", "override"], ExpressionBody = new LowBinary("&&", new LowIs(new LowName("obj"), type, "other"), new LowInvoke(new LowName("Equals"), new LowName("other"))),
        };
        yield return new LowMethod(LowType.Named("int"), "GetHashCode", [])
        {
            Modifiers = ["public", "override"], ExpressionBody = new LowInvoke(new LowMember(new LowInvoke(new LowName(hash.CsName)), "GetHashCode")),
        };
    }

    private static bool IsOrdered(ClassSymbol cls) => Own(cls, "__lt__") is not null && !cls.HasMember("CompareTo");

    private static LowMethod Operator(LowType type, string spelling, LowExpression body)
        => new(LowType.Named("bool"), "operator " + spelling, [new(type, "left"), new(type, "right")]) { Modifiers = ["public", "static"], ExpressionBody = body };

    /// <summary>The method of order that the class itself has for objects of its own.</summary>
    private static FunctionSymbol? Own(ClassSymbol cls, string name)
        => cls.Methods.GetValueOrDefault(name) is { } method && IsPlain(method) && method.Parameters[1].Symbol.Final is InstanceType { Class: var other } && other == cls ? method : null;

    private static bool IsPlain(FunctionSymbol method)
        => method is { IsStatic: false, IsClassMethod: false, IsAsync: false, IsGenerator: false, Decorators.Count: 0, Returns.Final: SimpleType { Kind: SimpleKind.Bool } }
            && method.Parameters is [_, { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null }];

    /// <summary>The methods of a class that can be a key: Python needs both.</summary>
    private static (FunctionSymbol Equal, FunctionSymbol Hash)? Equality(ClassSymbol cls)
        => cls.Methods.GetValueOrDefault("__eq__") is { } equal && IsPlain(equal) && (equal.Parameters[1].Symbol.Final is InstanceType { Class: var other } ? other == cls : CsTypes.IsAny(equal.Parameters[1].Symbol.Final))
            && cls.Methods.GetValueOrDefault("__hash__") is { IsAsync: false, IsGenerator: false, IsShared: false, Decorators.Count: 0, Parameters.Count: 1, Returns.Final: SimpleType { Kind: SimpleKind.Int } } hash
            ? (equal, hash) : null;
}
