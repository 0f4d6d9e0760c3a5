using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Levels of messages and their names. See <see href="https://docs.python.org/3.13/library/logging.html#logging-levels">logging levels</see>.</summary>
internal static class LogLevels
{
    /// <summary>The module's <c>_levelToName</c>, which programs look into and change.</summary>
    public static PyDict<Any, Any> Names { get; } = new() { [50] = "CRITICAL", [40] = "ERROR", [30] = "WARNING", [20] = "INFO", [10] = "DEBUG", [0] = "NOTSET" };

    /// <summary>The module's <c>_nameToLevel</c>.</summary>
    public static PyDict<Any, Any> Numbers { get; } = new()
    {
        ["CRITICAL"] = 50, ["FATAL"] = 50, ["ERROR"] = 40, ["WARN"] = 30, ["WARNING"] = 30, ["INFO"] = 20, ["DEBUG"] = 10, ["NOTSET"] = 0,
    };

    /// <summary><c>getLevelName</c>: both ways.</summary>
    public static Any Translate(Any level)
        => Names.TryGetValue(level, out var name) && !name.IsNone ? name : Numbers.TryGetValue(level, out var number) && !number.IsNone ? number : "Level " + Operators.Str(level);

    /// <summary>The name of a level as a text.</summary>
    public static string Name(Any level) => Operators.Str(Translate(level));

    public static void Add(Any level, Any name)
    {
        Names[level] = name;
        Numbers[name] = level;
    }

    /// <summary>A level given as a number or by its name.</summary>
    /// <exception cref="ValueError">There is no level of that name.</exception>
    public static Any Check(Any level)
    {
        if (Builtins.IsInstance(level, IntType.Type))
            return level;
        if (!Operators.Equal(Operators.Str(level), level))
            throw new TypeError($"Level not an integer or a valid string: {Operators.Repr(level)}");
        return Numbers.TryGetValue(level, out var number) ? number : throw new ValueError($"Unknown level: {Operators.Repr(level)}");
    }
}
