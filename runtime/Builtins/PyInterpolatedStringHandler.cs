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

    public void AppendFormatted(Any value) => _text.AppendLiteral(Operators.Format(value));

    public void AppendFormatted(Any value, string? format) => _text.AppendLiteral(Operators.Format(value, format ?? ""));

    public void AppendFormatted<T>(T value) => _text.AppendLiteral(Operators.Format(Generic.ToAny(value)));

    public void AppendFormatted<T>(T value, string? format) => _text.AppendLiteral(Operators.Format(Generic.ToAny(value), format ?? ""));

    public string ToStringAndClear() => _text.ToStringAndClear();
}
