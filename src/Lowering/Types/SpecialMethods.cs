using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>
/// Arithmetic methods of the program's classes. See
/// <see href="https://docs.python.org/3.13/reference/datamodel.html#emulating-numeric-types">numeric types</see>.
/// </summary>
public static partial class SpecialMethods
{
    // Tables here are switches: a dictionary whose keys are of a type of ours is compiled only when the tool runs, which costs more than all look-ups.
    private static string WordOf(Py.Operator op) => op switch
    {
        Py.Operator.Add => "add",
        Py.Operator.Sub => "sub",
        Py.Operator.Mult => "mul",
        Py.Operator.MatMult => "matmul",
        Py.Operator.Div => "truediv",
        Py.Operator.Mod => "mod",
        Py.Operator.Pow => "pow",
        Py.Operator.LShift => "lshift",
        Py.Operator.RShift => "rshift",
        Py.Operator.BitOr => "or",
        Py.Operator.BitXor => "xor",
        Py.Operator.BitAnd => "and",
        Py.Operator.FloorDiv => "floordiv",
        _ => throw new System.Diagnostics.UnreachableException(op.ToString()),
    };

    private static readonly HashSet<string> s_arithmetic = FindArithmetic();

    private static HashSet<string> FindArithmetic()
    {
        var names = new HashSet<string>(StringComparer.Ordinal) { "__divmod__", "__rdivmod__" };
        for (var op = Py.Operator.Add; op <= Py.Operator.FloorDiv; op++)
            names.UnionWith(NamesOf(op));
        return names;
    }

    /// <summary>Library functions that apply operators to what they are given.</summary>
    private static readonly HashSet<string> s_appliers =
        ["builtins.sum", "builtins.pow", "builtins.divmod", "itertools.accumulate", "math.prod", "math.sumprod", "collections.Counter"];

    /// <summary>Whether only arithmetic calls a method of this name, which then takes what the program is seen to give it.</summary>
    public static bool IsArithmetic(string name) => s_arithmetic.Contains(name);

    /// <summary>
    /// Whether only subscripts and comparisons of order call a method of this name: of objects that no unseen code gets, it takes what those of the
    /// program give it.
    /// </summary>
    public static bool IsOfItemsOrOrder(string name) => name is "__getitem__" or "__setitem__" or "__lt__" or "__le__" or "__gt__" or "__ge__";

    /// <summary>Whether a library function applies operators to what it is given.</summary>
    public static bool AppliesOperators(LibraryType library) => library.Module == "operator" || s_appliers.Contains(library.FullName);

    /// <summary>The methods that an operator may call on dynamic operands.</summary>
    public static string[] NamesOf(Py.Operator op) => [$"__{WordOf(op)}__", $"__r{WordOf(op)}__", $"__i{WordOf(op)}__"];

    /// <summary>The method of the program that <c>left op right</c> calls; null where that is not plain to see.</summary>
    public static FunctionSymbol? Find(Py.Operator op, StaticType left, StaticType right, SemanticModel model)
    {
        var name = $"__{WordOf(op)}__";
        if (left is not InstanceType { Class: { IsNative: true } cls } || model.UsesReflection || model.DynamicStores.Contains(name))
            return null;
        if (cls.FindMethod(name) is not { IsStatic: false, IsClassMethod: false, IsProperty: false, IsAsync: false, IsGenerator: false, Decorators.Count: 0 } method
            || method.Parameters is not [_, { Kind: ParameterKind.Positional or ParameterKind.PositionalOnly, Default: null }])
            return null;
        // The right operand's own method goes first where its class derives from the left one's.
        return right is InstanceType { Class: var other } && Related(cls, other) && HasInFamily(other, $"__r{WordOf(op)}__") ? null : method;
    }

    private static bool Related(ClassSymbol a, ClassSymbol b) => a.CommonBase(b) is not null;

    private static bool HasInFamily(ClassSymbol cls, string name) => cls.FindMethod(name) is not null || cls.Subclasses.Any(s => Below(s, name));

    private static bool Below(ClassSymbol cls, string name) => cls.FindMethod(name) is not null || cls.Subclasses.Any(s => Below(s, name));
}
