namespace Pytocs.Runtime.Core;

/// <summary>CPython's words for wrong arguments of functions that are written in C.</summary>
internal static class BuiltinArguments
{
    /// <summary>Whether a function takes positional arguments only.</summary>
    public static bool IsPlain(Signature signature)
        => signature.VarKeyword < 0 && Array.TrueForAll(signature.Parameters, static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.VarPositional)
            && signature.VarPositional < 0;

    /// <summary>Whether a function knows no keyword; what a method is called on is never one.</summary>
    private static bool TakesNoKeywords(PyFunction function)
        => function.Signature is { VarKeyword: < 0 } signature
            && signature.Parameters.Skip(Skipped(function)).All(static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.VarPositional);

    /// <summary>The error of a keyword that a function does not know.</summary>
    public static TypeError Unexpected(PyFunction function, string keyword)
        => new($"{(function is { Name: "sorted", IsMethod: false } ? "sort" : Named(function))}() got an unexpected keyword argument '{keyword}'{Spelling.Hint(keyword, function.Signature.KeywordNames)}");

    /// <summary>What is wrong with the number of arguments, or with there being keywords, before any of them is looked at; null where nothing is.</summary>
    public static TypeError? Counted(PyFunction function, int given, int keywords)
    {
        given -= Skipped(function);
        var (least, most) = Limits(function);
        var signature = function.Signature;
        if (SlotNames.IsSlot(function) && function.Name is not ("__init__" or "__call__"))
            return given < 0 ? new TypeError($"descriptor '{function.Name}' of '{function.Owner!.ErrorName}' object needs an argument")
                : keywords > 0 ? new TypeError($"wrapper {function.Name}() takes no keyword arguments")
                : signature.VarPositional >= 0 || (given >= least && given <= most) ? null
                : most < 2 ? new TypeError($"expected {most} argument{S(most)}, got {given}") : Unpacked("", least, most, given);
        if (given < 0)
            return null;
        if (keywords > 0 && TakesNoKeywords(function))
            return new TypeError($"{(function.Name == "__init__" ? Named(function) : Full(function))}() takes no keyword arguments");
        if (signature.VarPositional >= 0 && signature.VarKeyword < 0 && keywords > signature.KeywordNames.Count() && (function.Makes is not null || Library.Callables.Of(function) is { Signature: null }))
            return new TypeError($"{Named(function)}() takes at most {signature.KeywordNames.Count()} keyword argument{S(signature.KeywordNames.Count())} ({keywords} given)");
        if (signature.VarPositional >= 0)
            return function.CountsFirst && given == 0 ? Unpacked(Named(function), 1, int.MaxValue, given) : null;
        if ((function.CountsFirst || (signature.VarKeyword >= 0 && signature.PositionalOnlyCount == signature.PositionalCount)) && (given < least || given > most))
            return Unpacked(Named(function), least, most, given);
        var all = signature.Parameters.Length - Skipped(function);
        return signature.VarKeyword < 0 && !IsPlain(signature) && given + keywords > all
            ? new TypeError($"{Named(function)}() takes at most {all} {(given == 0 ? "keyword " : "")}argument{S(all)} ({given + keywords} given)")
            : null;
    }

    /// <summary>
    /// Whether keywords are for a method that a Python subclass has in the other's place: those that a built-in <c>__new__</c> is given
    /// for an <c>__init__</c> of its own, and the other way round.
    /// </summary>
    public static bool LeavesKeywords(PyFunction function, Any first)
    {
        if (!IsPlain(function.Signature))
            return false;
        if (function is { IsMethod: true, Name: "__init__" })
            return PyType.Of(first) is { IsBuiltin: false } type && type.Lookup("__new__").Ref is StaticMethod { Function.Ref: PyFunction { IsBuiltin: false } } or PyFunction { IsBuiltin: false };
        return function is { IsMethod: false, SkippedParameters: 1 } && first.Ref is PyType { IsBuiltin: false } made && made.Lookup("__init__").Ref is PyFunction { IsBuiltin: false };
    }

    private static int Skipped(PyFunction function) => function.IsMethod || function.IsClassMethod ? 1 : function.SkippedParameters;

    /// <summary>The name of a function; that of the class for what makes objects ready.</summary>
    private static string Named(PyFunction function) => function is { Name: "__init__", Owner: { } owner } ? owner.Name : function.Name;

    private static (int Least, int Most) Limits(PyFunction function)
    {
        var signature = function.Signature;
        var most = signature.PositionalCount - Skipped(function);
        var least = 0;
        for (var i = Skipped(function); i < signature.PositionalCount; i++)
            if (!signature.Parameters[i].HasDefault)
                least++;
        return (least, most);
    }

    /// <summary>The name with its class or module.</summary>
    private static string Full(PyFunction function)
        => function.Owner is not null || function.Makes is not null || function.Module == "builtins" ? function.QualName : $"{Library.Callables.HomeOf(function)}.{function.Name}";

    private static string S(int count) => count == 1 ? "" : "s";

    private static TypeError Unpacked(string name, int least, int most, int given)
        => new(least == most ? $"{name} expected {most} argument{S(most)}, got {given}"
            : given < least ? $"{name} expected at least {least} argument{S(least)}, got {given}"
            : $"{name} expected at most {most} argument{S(most)}, got {given}");

    public static TypeError TooMany(PyFunction function, int given)
    {
        given -= Skipped(function);
        var (least, most) = Limits(function);
        if (most == 0 && function.Signature.Parameters.Length == Skipped(function))
            return new TypeError($"{Full(function)}() takes no arguments ({given} given)");
        if (!IsPlain(function.Signature))
            return new TypeError(most == 0 ? $"{Named(function)}() takes no positional arguments"
                : $"{Named(function)}() takes {(least < most ? "at most" : "exactly")} {most} {(function.Signature.Parameters.Length > function.Signature.PositionalCount ? "positional " : "")}argument{S(most)} ({given} given)");
        return IsOne(function, least, most) ? new TypeError($"{Full(function)}() takes exactly one argument ({given} given)") : Plain(function, least, most, given);
    }

    public static TypeError Missing(PyFunction function, int given, string first)
    {
        given -= Skipped(function);
        var (least, most) = Limits(function);
        if (given < 0)
            return new TypeError($"unbound method {function.QualName}() needs an argument");
        if (function.Signature.VarPositional >= 0)
            return Unpacked(Named(function), least, function.Makes is null ? int.MaxValue : least, given);
        if (!IsPlain(function.Signature))
        {
            var fixedCount = function.Signature.Parameters.Skip(Skipped(function)).Count(static p => p.Kind == ParameterKind.PositionalOnly && !p.HasDefault);
            if (given < fixedCount)
                return new TypeError($"{Named(function)}() takes {(fixedCount < most ? "at least" : "exactly")} {fixedCount} positional argument{S(fixedCount)} ({given} given)");
            var position = Array.FindIndex(function.Signature.Parameters, p => $"'{p.Name}'" == first) - Skipped(function) + 1;
            return new TypeError($"{Named(function)}() missing required argument {first} (pos {position})");
        }
        return IsOne(function, least, most) ? new TypeError($"{Full(function)}() takes exactly one argument ({given} given)") : Plain(function, least, most, given);
    }

    /// <summary>Modules whose functions have their arguments taken out of a tuple one by one.</summary>
    private static readonly HashSet<string> s_parsing = ["time", "datetime"];

    private static TypeError Plain(PyFunction function, int least, int most, int given)
        => s_parsing.Contains(function.Owner?.Module ?? function.Module) && Library.Callables.Of(function) is { Signature: null }
            ? new TypeError($"{Named(function)}() takes {(least == most ? "exactly" : given < least ? "at least" : "at most")} {(given < least ? least : most)} argument{S(given < least ? least : most)} ({given} given)")
            : Unpacked(Named(function), least, most, given);

    /// <summary>Whether a function takes its one argument as it is; what makes objects unpacks a tuple.</summary>
    private static bool IsOne(PyFunction function, int least, int most) => least == 1 && most == 1 && function.Makes is null && function.Name != "__init__";
}
