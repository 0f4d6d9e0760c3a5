using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Reads the text of a <see cref="Signature"/>. Defaults are literals (None, True, False, numbers,
/// strings without escapes, tuples of them); <c>name=</c> leaves the default to be supplied as a value.
/// </summary>
internal static class SignatureReader
{
    public static (Parameter[] Parameters, Any[] Defaults) Read(string text)
    {
        var parameters = new List<Parameter>();
        var defaults = new List<Any>();
        var kind = ParameterKind.PositionalOrKeyword;
        foreach (var part in Split(text))
        {
            if (part == "/")
            {
                for (var i = 0; i < parameters.Count; i++)
                    parameters[i] = parameters[i] with { Kind = ParameterKind.PositionalOnly };
            }
            else if (part == "*")
            {
                kind = ParameterKind.KeywordOnly;
            }
            else if (part.StartsWith("**", StringComparison.Ordinal))
            {
                Add(part[2..], ParameterKind.VarKeyword);
            }
            else if (part[0] == '*')
            {
                Add(part[1..], ParameterKind.VarPositional);
                kind = ParameterKind.KeywordOnly;
            }
            else
            {
                Add(part, kind);
            }
        }
        return ([.. parameters], [.. defaults]);

        void Add(string part, ParameterKind k)
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            parameters.Add(new Parameter(equals < 0 ? part : part[..equals].Trim(), k, equals >= 0));
            defaults.Add(equals < 0 ? Any.Unbound : Literal(part[(equals + 1)..].Trim()));
        }
    }

    private static IEnumerable<string> Split(string text)
    {
        var start = 0;
        var quote = '\0';
        var depth = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && quote != '\0')
            {
                if (text[i] == quote)
                    quote = '\0';
            }
            else if (i < text.Length && text[i] is '\'' or '"')
            {
                quote = text[i];
            }
            else if (i < text.Length && text[i] is '(' or ')')
            {
                depth += text[i] == '(' ? 1 : -1;
            }
            else if (i == text.Length || text[i] == ',' && depth == 0)
            {
                var part = text[start..i].Trim();
                if (part.Length > 0)
                    yield return part;
                start = i + 1;
            }
        }
    }

    private static Any Literal(string text) => text switch
    {
        "" => Any.Unbound,
        "None" => Any.None,
        "True" => true,
        "False" => false,
        "()" => PyTuple.Empty,
        _ when text[0] is '\'' or '"' => text[1..^1],
        _ when text[0] == '(' => new PyTuple([.. Split(text[1..^1]).Select(Literal)]),
        _ when long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) => number,
        _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
    };
}
