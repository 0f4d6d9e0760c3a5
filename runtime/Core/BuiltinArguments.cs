namespace Pytocs.Runtime.Core;

/// <summary>CPython's words for wrong arguments of functions that are written in C.</summary>
internal static class BuiltinArguments
{
    /// <summary>Whether a function takes positional arguments only.</summary>
    public static bool IsPlain(Signature signature)
        => signature.VarKeyword < 0 && Array.TrueForAll(signature.Parameters, static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.VarPositional)
            && signature.VarPositional < 0;

    /// <summary>Whether a function knows no keyword.</summary>
    public static bool TakesNoKeywords(Signature signature)
        => signature.VarKeyword < 0 && Array.TrueForAll(signature.Parameters, static p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.VarPositional);

    /// <summary>The error of a keyword that a function does not know.</summary>
    public static TypeError Unexpected(PyFunction function, string keyword)
        => new($"{(function.Name == "__init__" && function.Owner is { } made ? made.Name : function is { Name: "sorted", IsMethod: false } ? "sort" : function.Name)}() got an unexpected keyword argument '{keyword}'{Spelling.Hint(keyword, function.Signature.KeywordNames)}");

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

    private static int Skipped(PyFunction function) => function.IsMethod ? 1 : function.SkippedParameters;

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

    private static string Full(PyFunction function) => function.IsMethod ? function.QualName : function.Name;

    private static string S(int count) => count == 1 ? "" : "s";

    public static TypeError TooMany(PyFunction function, int given)
    {
        given -= Skipped(function);
        var (least, most) = Limits(function);
        if (most == 0 && function.Signature.Parameters.Length == Skipped(function))
            return new TypeError($"{Full(function)}() takes no arguments ({given} given)");
        if (!IsPlain(function.Signature))
            return new TypeError($"{function.Name}() takes {(least < most ? "at most" : "exactly")} {most} {(function.Signature.Parameters.Length > function.Signature.PositionalCount ? "positional " : "")}argument{S(most)} ({given} given)");
        if (least == 1 && most == 1)
            return new TypeError($"{Full(function)}() takes exactly one argument ({given} given)");
        return new TypeError(least == most
            ? $"{function.Name} expected {most} arguments, got {given}"
            : $"{function.Name} expected at most {most} argument{S(most)}, got {given}");
    }

    public static TypeError Missing(PyFunction function, int given, string first)
    {
        given -= Skipped(function);
        var (least, most) = Limits(function);
        if (given < 0)
            return new TypeError($"unbound method {function.QualName}() needs an argument");
        if (!IsPlain(function.Signature))
        {
            var fixedCount = function.Signature.Parameters.Skip(Skipped(function)).Count(static p => p.Kind == ParameterKind.PositionalOnly && !p.HasDefault);
            if (given < fixedCount)
                return new TypeError($"{function.Name}() takes {(fixedCount < most ? "at least" : "exactly")} {fixedCount} positional argument{S(fixedCount)} ({given} given)");
            var position = Array.FindIndex(function.Signature.Parameters, p => $"'{p.Name}'" == first) - Skipped(function) + 1;
            return new TypeError($"{function.Name}() missing required argument {first} (pos {position})");
        }
        if (least == 1 && most == 1)
            return new TypeError($"{Full(function)}() takes exactly one argument ({given} given)");
        return new TypeError(least == most
            ? $"{function.Name} expected {most} arguments, got {given}"
            : $"{function.Name} expected at least {least} argument{S(least)}, got {given}");
    }
}
