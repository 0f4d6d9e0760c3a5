namespace Pytocs.Runtime.Core;

/// <summary>
/// Binds the arguments of a dynamic call to parameters, with CPython's words for what does not fit.
/// See <see href="https://docs.python.org/3.13/reference/expressions.html#calls">Calls</see>.
/// </summary>
internal static class ArgumentBinder
{
    public static Any[] Bind(PyFunction function, Arguments arguments)
    {
        function.NameParameters();
        var signature = function.Signature;
        if (function.Constructs is { TakesNothing: true } type && (arguments.Count > 0 || arguments.HasKeywords))
            throw new TypeError($"{type.Name}() takes no arguments");
        var parameters = signature.Parameters;
        var slots = new Any[parameters.Length];
        Array.Fill(slots, Any.Unbound);
        var positional = arguments.Positional;
        function.CheckOwnSelf(positional);
        var leaves = function.IsBuiltin && positional.Length > 0 && arguments.HasKeywords && BuiltinArguments.LeavesKeywords(function, positional[0]);
        if (!function.SpeaksPython && !leaves && BuiltinArguments.Counted(function, positional.Length, arguments.Keywords.Count) is { } miscounted)
            throw miscounted;
        var plain = Math.Min(positional.Length, signature.PositionalCount);
        positional[..plain].CopyTo(slots);
        if (signature.VarPositional >= 0)
            slots[signature.VarPositional] = PyTuple.Of(positional[plain..]);
        if (signature.VarKeyword >= 0)
            slots[signature.VarKeyword] = new PyDict<Any, Any>();
        var unexpected = arguments.HasKeywords && !leaves ? BindKeywords(function, arguments, slots) : null;
        if (function.TakesAnyKeys)
            arguments.AddUnnamed((PyDict<Any, Any>)slots[signature.VarKeyword].Ref!);
        if (positional.Length > plain && signature.VarPositional < 0)
            throw TooMany(function, positional.Length, slots);
        FillDefaults(function, slots, positional.Length);
        // Functions in C look for what is missing first.
        return unexpected is null ? slots : throw BuiltinArguments.Unexpected(function, unexpected);
    }

    /// <summary>Binds arguments without keywords where they fit: what most calls are.</summary>
    public static bool TryBind(PyFunction function, ReadOnlySpan<Any> given, out Any[] slots)
    {
        var signature = function.Signature;
        var plain = Math.Min(given.Length, signature.PositionalCount);
        if (plain < signature.Required || (plain < given.Length && signature.VarPositional < 0) || function.HasNewDefaults || function.TakesAnyKeys)
        {
            slots = [];
            return false;
        }
        slots = new Any[signature.Parameters.Length];
        for (var i = 0; i < slots.Length; i++)
            slots[i] = i < plain ? given[i] : function.Defaults[i];
        if (signature.VarPositional >= 0)
            slots[signature.VarPositional] = PyTuple.Of(given[plain..]);
        if (signature.VarKeyword >= 0)
            slots[signature.VarKeyword] = new PyDict<Any, Any>();
        return true;
    }

    /// <summary>Puts keyword arguments into their slots.</summary>
    /// <returns>The first that a built-in function does not know; null where there is none.</returns>
    private static string? BindKeywords(PyFunction function, Arguments arguments, Any[] slots)
    {
        var signature = function.Signature;
        List<string>? positionalOnly = null;
        string? unexpected = null;
        for (var i = 0; i < arguments.KeywordCount; i++)
        {
            var (name, value) = arguments.Keyword(i);
            var index = signature.IndexOfKeyword(name);
            if (index >= 0)
            {
                if (!slots[index].IsUnbound)
                    throw new TypeError($"{function.SpokenName}() got multiple values for argument '{name}'");
                slots[index] = value;
            }
            else if (signature.VarKeyword >= 0)
            {
                ((PyDict<Any, Any>)slots[signature.VarKeyword].Ref!)[name] = value;
            }
            else if (function.SpeaksPython && signature.IndexOfKeyword(name, ParameterKind.PositionalOnly) >= 0)
            {
                (positionalOnly ??= []).Add(name);
            }
            else if (!function.SpeaksPython)
            {
                unexpected ??= name;
            }
            else
            {
                throw new TypeError($"{function.SpokenName}() got an unexpected keyword argument '{name}'{Spelling.Hint(name, signature.KeywordNames)}");
            }
        }
        if (positionalOnly is not null)
            throw new TypeError($"{function.SpokenName}() got some positional-only arguments passed as keyword arguments: '{string.Join(", ", positionalOnly)}'");
        return unexpected;
    }

    private static void FillDefaults(PyFunction function, Any[] slots, int given)
    {
        var parameters = function.Signature.Parameters;
        List<string>? missing = null;
        List<string>? missingKeywords = null;
        for (var i = 0; i < slots.Length; i++)
        {
            if (!slots[i].IsUnbound)
                continue;
            if (function.HasNewDefaults ? !function.Defaults[i].IsUnbound : parameters[i].HasDefault)
                slots[i] = function.Defaults[i];
            else if (parameters[i].Kind == ParameterKind.KeywordOnly)
                (missingKeywords ??= []).Add($"'{parameters[i].Name}'");
            else
                (missing ??= []).Add($"'{parameters[i].Name}'");
        }
        if (missing is not null && !function.SpeaksPython)
            throw BuiltinArguments.Missing(function, given, missing[0]);
        if (missing is not null)
            throw Missing(function, missing, "positional");
        if (missingKeywords is not null)
            throw Missing(function, missingKeywords, "keyword-only");
    }

    private static TypeError Missing(PyFunction function, List<string> names, string kind)
    {
        var list = names.Count switch
        {
            1 => names[0],
            2 => $"{names[0]} and {names[1]}",
            _ => $"{string.Join(", ", names.Take(names.Count - 1))}, and {names[^1]}",
        };
        return new TypeError($"{function.SpokenName}() missing {names.Count} required {kind} argument{(names.Count == 1 ? "" : "s")}: {list}");
    }

    private static TypeError TooMany(PyFunction function, int given, Any[] slots)
    {
        var signature = function.Signature;
        if (!function.SpeaksPython)
            return BuiltinArguments.TooMany(function, given);
        // What makes objects names its class among its parameters.
        var skipped = function.Makes is null ? function.SkippedParameters : 0;
        var shown = signature.PositionalCount + skipped;
        given += skipped;
        var optional = 0;
        for (var i = 0; i < signature.PositionalCount; i++)
            if (function.IsBuiltin && !function.HasNewDefaults ? signature.Parameters[i].HasDefault : !function.Defaults[i].IsUnbound)
                optional++;
        var takes = optional > 0 ? $"from {shown - optional} to {shown}" : $"{shown}";
        var plural = optional > 0 ? shown != 0 : shown != 1;
        var keywords = 0;
        for (var i = 0; i < slots.Length; i++)
            if (signature.Parameters[i].Kind == ParameterKind.KeywordOnly && !slots[i].IsUnbound)
                keywords++;
        var were = keywords > 0
            ? $"{given} positional argument{(given == 1 ? "" : "s")} (and {keywords} keyword-only argument{(keywords == 1 ? "" : "s")}) were"
            : $"{given} {(given == 1 ? "was" : "were")}";
        return new TypeError($"{function.SpokenName}() takes {takes} positional argument{(plural ? "s" : "")} but {were} given");
    }
}
