using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>How results are rounded. See <see href="https://docs.python.org/3.13/library/decimal.html#rounding-modes">rounding modes</see>.</summary>
internal enum DecimalRounding
{
    Up, Down, Ceiling, Floor, HalfUp, HalfDown, HalfEven, ZeroFiveUp,
}

/// <summary>Precision, limits, rounding, traps and flags. See <see href="https://docs.python.org/3.13/library/decimal.html#context-objects">Context</see>.</summary>
public sealed partial class DecimalContext : PyContainer
{
    internal const long MaxPrecision = 999999999999999999;
    internal const long MaxExponent = 999999999999999999;

    private static readonly ContextVar s_variable = new("decimal_context", Any.Unbound);

    private static readonly string[] s_roundings = ["ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR", "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"];

    internal static readonly DecimalContext Default = new();

    internal static readonly DecimalContext Basic = new()
    {
        Precision = 9, Rounding = DecimalRounding.HalfUp,
        Traps = DecimalStatus.Invalid | DecimalStatus.DivisionByZero | DecimalStatus.Overflow | DecimalStatus.Underflow | DecimalStatus.Clamped,
    };

    internal static readonly DecimalContext Extended = new() { Precision = 9, Traps = DecimalStatus.None };

    /// <summary>For exact results: any limit that is hit is an error.</summary>
    internal static DecimalContext Widest => new() { Precision = MaxPrecision, MaximalExponent = MaxExponent, MinimalExponent = -MaxExponent };

    internal long Precision { get; set; } = 28;

    internal DecimalRounding Rounding { get; set; } = DecimalRounding.HalfEven;

    internal long MinimalExponent { get; set; } = -999999;

    internal long MaximalExponent { get; set; } = 999999;

    internal bool Capitals { get; set; } = true;

    internal bool Clamp { get; set; }

    internal DecimalStatus Traps { get; set; } = DecimalStatus.Invalid | DecimalStatus.DivisionByZero | DecimalStatus.Overflow;

    internal DecimalStatus Flags { get; set; }

    /// <summary>The least exponent of a subnormal number.</summary>
    internal long Tiny => MinimalExponent - (Precision - 1);

    /// <summary>The greatest exponent of a number with all its digits.</summary>
    internal long Top => MaximalExponent - (Precision - 1);

    /// <summary>The context of the running task or thread.</summary>
    internal static DecimalContext Current
    {
        get
        {
            if (s_variable.TryFind(out var known))
                return (DecimalContext)known.Ref!;
            var made = Default.Copy();
            Current = made;
            return made;
        }
        set => s_variable.Put(value);
    }

    internal DecimalContext Copy() => new()
    {
        Precision = Precision, Rounding = Rounding, MinimalExponent = MinimalExponent, MaximalExponent = MaximalExponent,
        Capitals = Capitals, Clamp = Clamp, Traps = Traps, Flags = Flags,
    };

    /// <summary>A copy for inner steps: half to even, no clamping, other digits.</summary>
    internal DecimalContext Working(long precision) => new()
    {
        Precision = precision, MinimalExponent = MinimalExponent, MaximalExponent = MaximalExponent,
    };

    /// <summary>Remembers what an operation reported.</summary>
    /// <exception cref="ArithmeticError">A trap is set for it.</exception>
    internal void Report(DecimalStatus status)
    {
        if (status == DecimalStatus.None)
            return;
        Flags |= status;
        if ((status & Traps) != 0)
            throw DecimalSignals.Error(status & Traps);
    }

    internal static string NameOf(DecimalRounding rounding) => s_roundings[(int)rounding];

    /// <exception cref="TypeError">It names no rounding.</exception>
    internal static DecimalRounding RoundingOf(Any name)
    {
        var index = PyValueInstance.Unwrap(name).Ref is string text ? Array.IndexOf(s_roundings, text) : -1;
        return index >= 0
            ? (DecimalRounding)index
            : throw new TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]");
    }

    /// <summary>The context that a method was given, or the current one.</summary>
    /// <exception cref="TypeError">It is no context.</exception>
    internal static DecimalContext Given(Any context)
        => context.IsNone ? Current : context.Ref as DecimalContext ?? throw new TypeError("optional argument must be a context");
}
