using System.Collections.Immutable;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>
/// f-strings: <c>f"{x:&gt;4} {y!r}"</c> becomes <c>Py.F($"{x:&gt;4} {Repr(y)}")</c>, whose handler formats as
/// Python does.
/// </summary>
internal sealed partial class BodyLowerer
{
    private LowExpression Interpolated(Py.JoinedStr joined)
    {
        if (joined.Values.All(v => v is Py.Constant))
            return new LowLiteral(string.Concat(joined.Values.Select(v => (string)((Py.Constant)v).Value!)));
        var parts = ImmutableArray.CreateBuilder<LowInterpolationPart>();
        foreach (var value in joined.Values)
        {
            if (value is Py.Constant { Value: string text })
                parts.Add(new LowInterpolationText(text));
            else
                parts.Add(Hole((Py.FormattedValue)value));
        }
        // C# builds an interpolated string in a place that does not survive an await.
        if (joined.Values.SelectMany(Py.Tree.Nodes).Any(n => n is Py.Await or Py.Yield or Py.YieldFrom))
            return parts.Select(Piece).Prepend(new LowLiteral("")).Aggregate((a, b) => new LowBinary("+", a, b));
        return new LowInvoke(new LowName("F"), new LowInterpolated(parts.ToImmutable()));
    }

    private static LowExpression Piece(LowInterpolationPart part) => part switch
    {
        LowInterpolationText text => new LowLiteral(text.Text),
        LowInterpolationValue value => new LowInvoke(new LowName("Format"), value.Value, new LowLiteral(value.Format ?? "")),
        _ => throw new System.Diagnostics.UnreachableException(part.GetType().Name),
    };

    private LowInterpolationPart Hole(Py.FormattedValue hole)
    {
        var typed = LowerTo(hole.Value, StaticType.Any);
        var value = typed.Type is OptionalType ? Exact(typed, StaticType.Any) : typed.Code;
        LowExpression code = hole.Conversion switch
        {
            'r' => new LowInvoke(new LowName("Repr"), value),
            's' => new LowInvoke(new LowName("ToStr"), value),
            'a' => new LowInvoke(new LowName("Ascii"), value),
            _ => TypeOf(hole.Value) is SimpleType { Kind: SimpleKind.Int } && value is LowLiteral ? new LowCast(LowType.Any, value) : value,
        };
        switch (hole.FormatSpec)
        {
            case null:
                return new LowInterpolationValue(code, null);
            case Py.JoinedStr spec when spec.Values.All(v => v is Py.Constant):
                var format = string.Concat(spec.Values.Select(v => (string)((Py.Constant)v).Value!));
                // C# reads braces, quotes, colons and backslashes in a format in ways of its own.
                if (format.Length > 0 && !char.IsWhiteSpace(format[^1]) && format.All(c => c is not ('{' or '}' or '"' or '\\' or '\n' or '\r' or ':') && !char.IsSurrogate(c)))
                    return new LowInterpolationValue(code, format);
                return new LowInterpolationValue(new LowInvoke(new LowName("Format"), code, new LowLiteral(format)), null);
            default:
                return new LowInterpolationValue(new LowInvoke(new LowName("Format"), code, Interpolated((Py.JoinedStr)hole.FormatSpec)), null);
        }
    }
}
