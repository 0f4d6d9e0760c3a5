using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Calls of methods that derived classes override. Python takes names and defaults of parameters from the method that runs, C# from the one that
/// the object's declared type has; where these differ, and the call shows it, only the run can bind the call.
/// </summary>
internal static class Overrides
{
    /// <summary>Whether a call means the same to a method and to all that override it.</summary>
    public static bool Agree(FunctionSymbol method, Py.Call call, List<BoundArgument> bound)
        => method is not { IsShared: false, Name: not "__init__", Class: { IsNative: true, Subclasses.Count: > 0 } cls } || Below(cls, method.AttributeName).All(o => Agrees(o, call, bound));

    private static IEnumerable<FunctionSymbol> Below(ClassSymbol cls, string name)
        => cls.Subclasses.SelectMany(s => Below(s, name).Concat((cls.IsInterface ? s.FindMethod(name) : s.Methods.GetValueOrDefault(name)) is { } own ? [own] : []));

    private static bool Agrees(FunctionSymbol other, Py.Call call, List<BoundArgument> bound)
    {
        var parameters = other.CallerParameters.ToList();
        for (var i = 0; i < bound.Count && i < parameters.Count; i++)
        {
            var (own, theirs) = (bound[i].Parameter, parameters[i]);
            if (bound[i].Value is null && own.Default is not null && !IsSame(own.Default, theirs.Default))
                return false;
            if (own.Symbol.Name != theirs.Symbol.Name && call.Keywords.Any(k => k.Arg == own.Symbol.Name))
                return false;
        }
        return true;
    }

    private static bool IsSame(Py.Expression one, Py.Expression? other) => (one, other) switch
    {
        (Py.Constant { Value: not byte[] } a, Py.Constant b) => Equals(a.Value, b.Value),
        (Py.UnaryOp a, Py.UnaryOp b) => a.Op == b.Op && IsSame(a.Operand, b.Operand),
        (Py.Tuple { Elts: [] }, Py.Tuple { Elts: [] }) => true,
        _ => false,
    };
}
