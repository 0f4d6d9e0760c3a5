using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Levels of messages and their names. See <see href="https://docs.python.org/3.13/library/logging.html#logging-levels">logging levels</see>.</summary>
internal static class LogLevels
{
    private static readonly Dictionary<long, string> s_names = new() { [50] = "CRITICAL", [40] = "ERROR", [30] = "WARNING", [20] = "INFO", [10] = "DEBUG", [0] = "NOTSET" };

    private static readonly Dictionary<string, long> s_numbers = new() { ["CRITICAL"] = 50, ["FATAL"] = 50, ["ERROR"] = 40, ["WARN"] = 30, ["WARNING"] = 30, ["INFO"] = 20, ["DEBUG"] = 10, ["NOTSET"] = 0 };

    /// <summary>Messages up to this level are dropped everywhere: <c>logging.disable</c>.</summary>
    public static long Disabled { get; set; }

    public static string Name(long level) => s_names.GetValueOrDefault(level) ?? $"Level {level}";

    /// <summary><c>getLevelName</c>: both ways.</summary>
    public static Any Translate(Any level)
    {
        if (level.Ref is string name)
            return s_numbers.TryGetValue(name, out var number) ? number : $"Level {name}";
        return Operators.IsIntLike(level) ? Name(Lib.Int(level)) : $"Level {Operators.Str(level)}";
    }

    public static void Add(long level, string name) => (s_names[level], s_numbers[name]) = (name, level);

    public static Any Mapping()
    {
        var result = new PyDict<Any, Any>();
        foreach (var (name, number) in s_numbers)
            result[name] = number;
        return result;
    }

    /// <summary>A level given as a number or by its name.</summary>
    /// <exception cref="ValueError">There is no level of that name.</exception>
    public static long Check(Any level)
    {
        if (Operators.IsIntLike(level))
            return Lib.Int(level);
        if (level.Ref is not string name)
            throw new TypeError($"Level not an integer or a valid string: {Operators.Repr(level)}");
        return s_numbers.TryGetValue(name, out var number) ? number : throw new ValueError($"Unknown level: {Str.Repr(name)}");
    }
}
