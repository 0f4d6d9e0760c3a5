using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>What one parameter receives from a call.</summary>
public sealed record BoundArgument(Parameter Parameter)
{
    /// <summary>The argument; null when the default stands, or the parameter is starred.</summary>
    public Py.Expression? Value { get; set; }

    /// <summary>What a <c>*args</c> parameter collects.</summary>
    public IReadOnlyList<Py.Expression> Collected => _collected ?? [];

    /// <summary>What a <c>**kwargs</c> parameter collects.</summary>
    public IReadOnlyList<Py.Keyword> Extra => _extra ?? [];

    private List<Py.Expression>? _collected;
    private List<Py.Keyword>? _extra;

    internal void Collect(Py.Expression value) => (_collected ??= []).Add(value);

    internal void Collect(Py.Keyword keyword) => (_extra ??= []).Add(keyword);
}

/// <summary>
/// Binds the arguments of a call to a known function by
/// <see href="https://docs.python.org/3.13/reference/expressions.html#calls">Python's rules</see>.
/// </summary>
public static class CallBinding
{
    /// <summary>The binding, or null where only the run can tell (starred arguments) or the call is wrong.</summary>
    public static List<BoundArgument>? TryBind(FunctionSymbol function, Py.Call call)
        => TryBindOwn(function, call) is { } bound && Overrides.Agree(function, call, bound) ? bound : null;

    /// <summary>The generator function that a call calls directly, if its items can be typed.</summary>
    public static FunctionSymbol? DirectGenerator(SemanticModel model, Py.Call call, bool isAsync)
    {
        var generator = model.TypeOf(call.Func) switch
        {
            FunctionType { Function: var f } => f,
            MethodType { Function: var m } => m,
            _ => null,
        };
        return generator is { IsGenerator: true, GivesManager: false } && generator.IsAsync == isAsync && TryBind(generator, call) is not null ? generator : null;
    }

    /// <summary>The same for a call that what overrides the method does not get: <c>super().method(...)</c>.</summary>
    public static List<BoundArgument>? TryBindOwn(FunctionSymbol function, Py.Call call)
    {
        // A parameter with a private name has the name of its class before it, a keyword has not.
        if (call.Args.Any(static a => a is Py.Starred) || call.Keywords.Any(static k => k.Arg is null || Mangling.IsPrivate(k.Arg)))
            return null;
        var bound = new List<BoundArgument>();
        foreach (var parameter in function.CallerParameters)
            bound.Add(new BoundArgument(parameter));
        // The parameters that are bound by their places come first.
        var positional = 0;
        while (positional < bound.Count && bound[positional].Parameter.Kind is ParameterKind.PositionalOnly or ParameterKind.Positional)
            positional++;
        var star = bound.Find(static b => b.Parameter.Kind == ParameterKind.Star);
        for (var i = 0; i < call.Args.Length; i++)
        {
            if (i < positional)
                bound[i].Value = call.Args[i];
            else if (star is not null)
                star.Collect(call.Args[i]);
            else
                return null;
        }
        var rest = bound.Find(static b => b.Parameter.Kind == ParameterKind.DoubleStar);
        foreach (var keyword in call.Keywords)
        {
            var target = Named(bound, keyword.Arg!);
            if (target is not null)
            {
                if (target.Value is not null)
                    return null;
                target.Value = keyword.Value;
            }
            else if (rest is not null)
            {
                rest.Collect(keyword);
            }
            else
            {
                return null;
            }
        }
        return bound.Exists(static b => b.Value is null && b.Parameter.Default is null && b.Parameter.Kind is not (ParameterKind.Star or ParameterKind.DoubleStar))
            ? null
            : bound;
    }

    /// <summary>The parameter that a keyword argument is for.</summary>
    private static BoundArgument? Named(List<BoundArgument> bound, string name)
    {
        foreach (var argument in bound)
            if (argument.Parameter.Kind is ParameterKind.Positional or ParameterKind.KeywordOnly && argument.Parameter.Symbol.Name == name)
                return argument;
        return null;
    }
}
