using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Decimals;

/// <summary>What an operation reports to its context; the bits are in the order in which a context lists them. See <see href="https://docs.python.org/3.13/library/decimal.html#signals">signals</see>.</summary>
[Flags]
internal enum DecimalStatus
{
    None = 0,
    Clamped = 1,
    ConversionSyntax = 2,
    DivisionByZero = 4,
    DivisionImpossible = 8,
    DivisionUndefined = 0x10,
    Inexact = 0x40,
    InvalidContext = 0x80,
    InvalidOperation = 0x100,
    FloatOperation = 0x400,
    Overflow = 0x800,
    Rounded = 0x1000,
    Subnormal = 0x2000,
    Underflow = 0x4000,

    /// <summary>All that the signal InvalidOperation stands for.</summary>
    Invalid = InvalidOperation | ConversionSyntax | DivisionImpossible | DivisionUndefined | InvalidContext,
}

/// <summary>The signals as exception classes.</summary>
internal static class DecimalSignals
{
    public static readonly PyType Base = Class("DecimalException", static args => new DecimalError(Base!, args), ArithmeticError.Type);
    public static readonly PyType Clamped = Class("Clamped", static args => new DecimalError(Clamped!, args), Base);
    public static readonly PyType Rounded = Class("Rounded", static args => new DecimalError(Rounded!, args), Base);
    public static readonly PyType Inexact = Class("Inexact", static args => new DecimalError(Inexact!, args), Base);
    public static readonly PyType Subnormal = Class("Subnormal", static args => new DecimalError(Subnormal!, args), Base);
    public static readonly PyType Underflow = Class("Underflow", static args => new DecimalError(Underflow!, args), Inexact, Rounded, Subnormal);
    public static readonly PyType Overflow = Class("Overflow", static args => new DecimalError(Overflow!, args), Inexact, Rounded);
    public static readonly PyType DivisionByZero = Class("DivisionByZero", static args => new DecimalZeroDivision(DivisionByZero!, args), Base, ZeroDivisionError.Type);
    public static readonly PyType FloatOperation = Class("FloatOperation", static args => new DecimalTypeError(FloatOperation!, args), Base, TypeError.Type);
    public static readonly PyType InvalidOperation = Class("InvalidOperation", static args => new DecimalError(InvalidOperation!, args), Base);
    public static readonly PyType ConversionSyntax = Class("ConversionSyntax", static args => new DecimalError(ConversionSyntax!, args), InvalidOperation);
    public static readonly PyType DivisionImpossible = Class("DivisionImpossible", static args => new DecimalError(DivisionImpossible!, args), InvalidOperation);
    public static readonly PyType DivisionUndefined = Class("DivisionUndefined", static args => new DecimalZeroDivision(DivisionUndefined!, args), InvalidOperation, ZeroDivisionError.Type);
    public static readonly PyType InvalidContext = Class("InvalidContext", static args => new DecimalError(InvalidContext!, args), InvalidOperation);

    /// <summary>The signals that a context knows, in its order.</summary>
    public static readonly (DecimalStatus Status, PyType Type)[] All =
    [
        (DecimalStatus.Invalid, InvalidOperation), (DecimalStatus.FloatOperation, FloatOperation), (DecimalStatus.DivisionByZero, DivisionByZero),
        (DecimalStatus.Overflow, Overflow), (DecimalStatus.Underflow, Underflow), (DecimalStatus.Subnormal, Subnormal),
        (DecimalStatus.Inexact, Inexact), (DecimalStatus.Rounded, Rounded), (DecimalStatus.Clamped, Clamped),
    ];

    private static readonly (DecimalStatus Status, PyType Type)[] s_conditions =
    [
        (DecimalStatus.InvalidOperation, InvalidOperation), (DecimalStatus.ConversionSyntax, ConversionSyntax), (DecimalStatus.DivisionImpossible, DivisionImpossible),
        (DecimalStatus.DivisionUndefined, DivisionUndefined), (DecimalStatus.InvalidContext, InvalidContext),
    ];

    private static PyType Class(string name, Func<Any[], BaseException> make, params PyType[] bases)
    {
        var type = PyType.Exception(name, bases[0], make, "decimal");
        if (bases.Length > 1)
            type.SetBases(bases);
        return type;
    }

    /// <summary>The signals of a status in the order of their bits.</summary>
    public static string Names(DecimalStatus status)
    {
        var names = new List<string>();
        for (var bit = 1; bit <= (int)DecimalStatus.Underflow; bit <<= 1)
        {
            if (((int)status & bit) == 0)
                continue;
            var name = All.First(s => ((int)s.Status & bit) != 0).Type.Name;
            if (!names.Contains(name))
                names.Add(name);
        }
        return string.Join(", ", names);
    }

    /// <summary>The exception of trapped conditions: its class is the first signal's, its argument the list of all.</summary>
    public static BaseException Error(DecimalStatus trapped)
    {
        var names = new PyList<Any>();
        foreach (var (status, type) in s_conditions.Concat(All.Skip(1)))
            if ((trapped & status) != 0)
                names.Append(type);
        return (BaseException)((Any)All.First(s => (trapped & s.Status) != 0).Type).Call(names).Ref!;
    }
}

/// <summary>A signal that was trapped.</summary>
internal sealed class DecimalError(PyType type, params ReadOnlySpan<Any> args) : ArithmeticError(args)
{
    protected override PyType NativeClass => type;
}

/// <summary>A trapped signal that is a division by zero.</summary>
internal sealed class DecimalZeroDivision(PyType type, params ReadOnlySpan<Any> args) : ZeroDivisionError(args)
{
    protected override PyType NativeClass => type;
}

/// <summary>A trapped mixture of decimals and floats.</summary>
internal sealed class DecimalTypeError(PyType type, params ReadOnlySpan<Any> args) : TypeError(args)
{
    protected override PyType NativeClass => type;
}
