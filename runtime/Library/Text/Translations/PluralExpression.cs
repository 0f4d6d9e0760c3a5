using System.Globalization;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Translations;

/// <summary>The expression of C that tells which of the forms of a message a number takes: <c>n%10==1 ? 0 : 1</c>.</summary>
internal sealed partial class PluralExpression
{
    private const int MostNested = 100;

    private static readonly string[][] s_binary = [["||"], ["&&"], ["==", "!="], ["<", ">", "<=", ">="], ["+", "-"], ["*", "/", "%"]];

    private readonly List<string> _tokens;
    private int _at;
    private int _depth;

    private PluralExpression(string text) => _tokens = Tokens(text);

    private string Current => _at < _tokens.Count ? _tokens[_at] : "";

    /// <summary>The function of a number that the text means.</summary>
    /// <exception cref="ValueError">It is no such expression.</exception>
    public static Func<long, long> Parse(string text)
    {
        if (text.Length > 1000)
            throw new ValueError("plural form expression is too long");
        var reader = new PluralExpression(text);
        var result = reader.Conditional();
        return reader.Current.Length == 0 ? result : throw reader.Unexpected();
    }

    private static List<string> Tokens(string text)
    {
        var tokens = new List<string>();
        foreach (Match match in Token().Matches(text))
        {
            if (match.Groups["bad"].Success)
                throw new ValueError($"invalid token in plural form: {match.Value}");
            if (!match.Groups["blank"].Success)
                tokens.Add(match.Value);
        }
        return tokens;
    }

    private ValueError Unexpected()
        => Current.Length == 0 ? new("unexpected end of plural form") : new($"unexpected token in plural form: {Current}");

    private Func<long, long> Conditional()
    {
        if (++_depth > MostNested)
            throw new ValueError("plural form expression is too complex");
        var test = Binary(0);
        _depth--;
        if (Current != "?")
            return test;
        _at++;
        var then = Conditional();
        if (Current != ":")
            throw Unexpected();
        _at++;
        var other = Conditional();
        return n => test(n) != 0 ? then(n) : other(n);
    }

    private Func<long, long> Binary(int level)
    {
        if (level == s_binary.Length)
            return Unary();
        var left = Binary(level + 1);
        while (s_binary[level].Contains(Current))
        {
            var (first, op) = (left, _tokens[_at++]);
            var second = Binary(level + 1);
            left = op switch
            {
                "||" => n => first(n) != 0 || second(n) != 0 ? 1 : 0,
                "&&" => n => first(n) != 0 && second(n) != 0 ? 1 : 0,
                "==" => n => first(n) == second(n) ? 1 : 0,
                "!=" => n => first(n) != second(n) ? 1 : 0,
                "<" => n => first(n) < second(n) ? 1 : 0,
                ">" => n => first(n) > second(n) ? 1 : 0,
                "<=" => n => first(n) <= second(n) ? 1 : 0,
                ">=" => n => first(n) >= second(n) ? 1 : 0,
                "+" => n => first(n) + second(n),
                "-" => n => first(n) - second(n),
                "*" => n => first(n) * second(n),
                "/" => n => Divide(first(n), second(n)).Quotient,
                _ => n => Divide(first(n), second(n)).Remainder,
            };
        }
        return left;
    }

    /// <summary>Division as Python has it, which runs the expression there.</summary>
    private static (long Quotient, long Remainder) Divide(long a, long b)
    {
        if (b == 0)
            throw new ZeroDivisionError("integer modulo by zero");
        var (quotient, remainder) = Math.DivRem(a, b);
        return remainder != 0 && (remainder < 0) != (b < 0) ? (quotient - 1, remainder + b) : (quotient, remainder);
    }

    private Func<long, long> Unary()
    {
        var token = Current;
        _at++;
        switch (token)
        {
            case "!":
                var operand = Unary();
                return n => operand(n) == 0 ? 1 : 0;
            case "n":
                return static n => n;
            case "(":
                var inner = Conditional();
                if (Current != ")")
                    throw new ValueError("unbalanced parenthesis in plural form");
                _at++;
                return inner;
        }
        if (long.TryParse(token, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return _ => number;
        _at--;
        throw Unexpected();
    }

    [GeneratedRegex(@"(?<blank>[ \t]+)|[0-9]+\b|n\b|[()]|[!<>=]=|&&|\|\||[-*/%+?:]|[<>!]|(?<bad>\w+|.)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Token();
}
