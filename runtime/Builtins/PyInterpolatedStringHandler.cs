using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Formats the holes of an interpolated string by Python's format mini-language.</summary>
[InterpolatedStringHandler]
public ref struct PyInterpolatedStringHandler(int literalLength, int formattedCount)
{
    private DefaultInterpolatedStringHandler _text = new(literalLength, formattedCount);

    public void AppendLiteral(string value) => _text.AppendLiteral(value);

    public void AppendFormatted(string value) => _text.AppendLiteral(value);

    public void AppendFormatted(string value, string? format) => _text.AppendLiteral(Operators.Format(value, format ?? ""));

    public void AppendFormatted(PyInt value)
    {
        if (value.Big is null)
            _text.AppendFormatted(value.Small);
        else
            _text.AppendLiteral(value.ToString());
    }

    public void AppendFormatted(PyInt value, string? format) => _text.AppendLiteral(FormatSpec.Format(value, format ?? ""));

    public void AppendFormatted(double value) => _text.AppendLiteral(PyFloat.Repr(value));

    public void AppendFormatted(double value, string? format) => _text.AppendLiteral(FormatSpec.Format(value, format ?? ""));

    public void AppendFormatted(Any value) => _text.AppendLiteral(Operators.Format(value));

    public void AppendFormatted(Any value, string? format) => _text.AppendLiteral(Operators.Format(value, format ?? ""));

    public void AppendFormatted<T>(T value) => _text.AppendLiteral(Operators.Format(Generic.ToAny(value)));

    public void AppendFormatted<T>(T value, string? format) => _text.AppendLiteral(Operators.Format(Generic.ToAny(value), format ?? ""));

    public string ToStringAndClear() => _text.ToStringAndClear();
}
