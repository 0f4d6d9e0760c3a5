using System.Collections.Immutable;
using System.Text;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Grammar;

using Pytocs.Parser.Ast;

/// <summary>Joins literals that stand side by side into one node, as CPython does.</summary>
internal static class StringJoining
{
    /// <summary>One node for a run of literals; null if bytes, strings and templates are mixed.</summary>
    public static Expression? Join(Expression first, ImmutableArray<Expression> rest)
    {
        if (rest.IsEmpty && first is Constant or TemplateStr) return first;
        var parts = Build.Prepend(first, rest);
        var span = TextSpan.FromBounds(first.Span.Start, parts[^1].Span.End);
        var bytes = parts.Count(p => p is Constant { Value: byte[] });
        var templates = parts.Count(p => p is TemplateStr);
        if (bytes > 0 && bytes < parts.Length || templates > 0 && templates < parts.Length) return null;
        if (bytes > 0) return new Constant(span, parts.SelectMany(p => (byte[])((Constant)p).Value!).ToArray(), null);
        if (parts.All(p => p is Constant))
            return Concatenate(span, parts);
        var values = Fold(Flatten(parts), dropEmpty: true);
        return templates > 0 ? new TemplateStr(span, values) : new JoinedStr(span, values);
    }

    /// <summary>The parts of an f-string: debug texts in place, empty stretches left out.</summary>
    public static ImmutableArray<Expression> Clean(ImmutableArray<Expression> parts) => [.. Flatten(parts).Where(p => !IsEmpty(p))];

    /// <summary>The parts of f-strings in place of the f-strings.</summary>
    public static ImmutableArray<Expression> Flatten(ImmutableArray<Expression> parts)
    {
        if (!parts.Any(p => p is JoinedStr or TemplateStr)) return parts;
        return [.. parts.SelectMany(IEnumerable<Expression> (p) => p switch
        {
            JoinedStr joined => joined.Values,
            TemplateStr template => template.Values,
            _ => [p],
        })];
    }

    /// <summary>Constants that stand side by side made one.</summary>
    public static ImmutableArray<Expression> Fold(ImmutableArray<Expression> parts, bool dropEmpty)
    {
        var result = ImmutableArray.CreateBuilder<Expression>(parts.Length);
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[i];
            if (part is Constant)
            {
                var end = i;
                while (end + 1 < parts.Length && parts[end + 1] is Constant) end++;
                if (end > i)
                {
                    part = Concatenate(TextSpan.FromBounds(part.Span.Start, parts[end].Span.End), parts[i..(end + 1)]);
                    i = end;
                }
                if (dropEmpty && IsEmpty(part)) continue;
            }
            result.Add(part);
        }
        return result.DrainToImmutable();
    }

    private static Constant Concatenate(TextSpan span, ImmutableArray<Expression> parts)
    {
        var text = new StringBuilder();
        ImmutableArray<int> apart = default;
        foreach (var part in parts)
        {
            var constant = (Constant)part;
            var piece = (string)constant.Value!;
            if (text.Length > 0 && piece.Length > 0 && char.IsHighSurrogate(text[^1]) && char.IsLowSurrogate(piece[0]))
                apart = apart.IsDefault ? [text.Length] : apart.Add(text.Length);
            if (!constant.SeparateSurrogates.IsDefault)
                apart = [.. apart.IsDefault ? [] : apart, .. constant.SeparateSurrogates.Select(i => i + text.Length)];
            text.Append(piece);
        }
        return new Constant(span, text.ToString(), ((Constant)parts[0]).Kind) { SeparateSurrogates = apart };
    }

    private static bool IsEmpty(Expression part) => part is Constant { Value: "" };
}
