namespace Pytocs.Runtime.Core;

/// <summary>Built-in functions of numbers.</summary>
public static class Numbers
{
    public static PyInt Min(PyInt a, PyInt b) => b < a ? b : a;

    public static PyInt Max(PyInt a, PyInt b) => b > a ? b : a;

    public static PyInt Min(PyInt a, PyInt b, PyInt c) => Min(Min(a, b), c);

    public static PyInt Max(PyInt a, PyInt b, PyInt c) => Max(Max(a, b), c);

    /// <summary>The first of two floats unless the second is less: Python's order of comparison, which shows where one is not a number.</summary>
    public static double Min(double a, double b) => b < a ? b : a;

    /// <inheritdoc cref="Min(double, double)"/>
    public static double Max(double a, double b) => b > a ? b : a;

    public static double Min(double a, double b, double c) => Min(Min(a, b), c);

    public static double Max(double a, double b, double c) => Max(Max(a, b), c);

    /// <summary><c>divmod(x, y)</c>.</summary>
    /// <exception cref="ZeroDivisionError"/>
    public static (PyInt, PyInt) DivMod(PyInt x, PyInt y) => (PyInt.FloorDiv(x, y), PyInt.Mod(x, y));

    /// <inheritdoc cref="DivMod(PyInt, PyInt)"/>
    public static (double, double) DivMod(double x, double y)
        => y == 0 ? throw new ZeroDivisionError("float divmod()") : (PyFloat.FloorDiv(x, y), PyFloat.Mod(x, y));

    /// <summary><c>int(x)</c>.</summary>
    public static PyInt ToInt(PyInt x) => x;

    /// <inheritdoc cref="ToInt(PyInt)"/>
    public static PyInt ToInt(bool x) => x ? 1 : 0;

    /// <inheritdoc cref="ToInt(PyInt)"/>
    /// <exception cref="TypeError">The value is no number.</exception>
    public static PyInt ToInt(Any x) => IntType.FromObject(x);

    /// <inheritdoc cref="ToFloat(double)"/>
    /// <exception cref="TypeError">The value is no number.</exception>
    public static double ToFloat(Any x) => FloatType.FromObject(x);

    /// <summary><c>float(x)</c>; an int converts as it is passed.</summary>
    public static double ToFloat(double x) => x;

    /// <summary><c>n.bit_length()</c>.</summary>
    public static PyInt BitLength(PyInt n) => n.BitLength;

    /// <summary><c>x.is_integer()</c>.</summary>
    public static bool IsInteger(double x) => double.IsFinite(x) && Math.Floor(x) == x;
}
