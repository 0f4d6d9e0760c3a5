using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/inspect.html#inspect.getclosurevars">inspect.getclosurevars</see>: the values that a function
/// finds outside of itself. Only interpreted code knows which names of its module it uses.
/// </summary>
internal static class ClosureVariables
{
    public static readonly Any Type = NamedTuples.Make("inspect.ClosureVars", ["nonlocals", "globals", "builtins", "unbound"]);

    /// <exception cref="TypeError">It is no function of Python's.</exception>
    public static Any Of(Any given)
    {
        if ((given.Ref is BoundMethod method ? method.Function : given).Ref is not PyFunction { IsBuiltin: false } function)
            throw new TypeError($"{Operators.Repr(given)} is not a Python function");
        var (nonlocals, globals, builtins, unbound) = (new PyDict<Any, Any>(), new PyDict<Any, Any>(), new PyDict<Any, Any>(), new PySet<Any>());
        foreach (var (name, cell) in Operators.ToList(Operators.GetAttr(function.Code, "co_freevars")).Zip(function.Closure))
            if (!cell.Value.IsUnbound)
                nonlocals[name] = cell.Value;
        var all = Operators.GetAttr(function, "__globals__").Ref as PyDict;
        foreach (var name in function.Code.Details is null ? [] : Operators.ToList(Operators.GetAttr(function.Code, "co_names")))
        {
            if (all?.TryGetAny(name, out var value) == true)
                globals[name] = value;
            else if (Builtins.Find(Operators.Str(name)) is { IsUnbound: false } builtin)
                builtins[name] = builtin;
            else
                unbound.AddAny(name);
        }
        return Type.Call(new Arguments { nonlocals, globals, builtins, unbound });
    }
}
