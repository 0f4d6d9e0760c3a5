using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Exceptions whose <c>__init__</c> does not hand its arguments on: their <c>args</c> are the positional arguments of the call that made them, without
/// defaults and without those by name. See <see href="https://docs.python.org/3.13/library/exceptions.html#BaseException.args">BaseException.args</see>.
/// </summary>
internal static class KeptArguments
{
    /// <summary>Whether the class is such an exception, or may be one, for its <c>__init__</c> calls the base's on some ways only.</summary>
    public static bool MayBe(ClassSymbol cls)
    {
        if (!cls.IsException)
            return false;
        if (!cls.Methods.TryGetValue("__init__", out var init))
            return cls.Base is not null && MayBe(cls.Base);
        return BaseCalls.Find(cls, init) is null || (cls.Base is { Init: not null } @base && MayBe(@base));
    }

    /// <summary>Whether the class is such an exception.</summary>
    public static bool Are(ClassSymbol cls)
    {
        if (!cls.IsException)
            return false;
        if (!cls.Methods.TryGetValue("__init__", out var init))
            return cls.Base is not null && Are(cls.Base);
        return !Py.Tree.DescendantsAndSelf(init.Node).Any(n => ClassInheritance.BaseInit(cls, n) is not null) || (cls.Base is { Init: not null } @base && Are(@base));
    }

    /// <summary>The parameters of <c>__init__</c> that positional arguments are for, self left out.</summary>
    public static IEnumerable<Parameter> Positional(FunctionSymbol init)
        => init.Parameters.Skip(1).Where(static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.Positional or ParameterKind.Star);

    /// <summary>How many arguments of a call the exception keeps, where it is not all of them.</summary>
    /// <param name="init">The <c>__init__</c> that the call is bound to.</param>
    /// <param name="given">How many positional arguments the call has.</param>
    public static int? Count(FunctionSymbol init, int given) => given < Positional(init).Count(static p => p.Kind != ParameterKind.Star) ? given : null;
}
