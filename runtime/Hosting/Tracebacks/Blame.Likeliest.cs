using System.Text.RegularExpressions;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Which of several calls of one function in a statement raised. .NET knows of each call only where its statement starts: its compiler notes
/// code positions where the evaluation stack is empty, which it is not between two parts of an expression.
/// </summary>
internal static partial class Blame
{
    /// <summary>
    /// The one whose literals the error's message speaks of; else the last, as code whose first call fails every time would not have been
    /// written further. A function that calls itself goes down its first call until something fails.
    /// </summary>
    private static MapPart? Likeliest(List<MapPart> calls, bool isRecursive, string file, BaseException? error)
    {
        if (calls.Count < 2)
            return calls.FirstOrDefault();
        if (error is not null && Text(error) is { Length: > 0 } message)
        {
            var literals = calls.ConvertAll(c => Literals(SourceLines.Of(file, c.Span)));
            // What an inner call is given is not the outer one's.
            for (var i = calls.Count - 1; i >= 0; i--)
                for (var inner = 0; inner < i; inner++)
                    if (calls[i].Span.Contains(calls[inner].Span))
                        literals[i].ExceptWith(literals[inner]);
            var scores = literals.ConvertAll(own => own.Count(l => !literals.TrueForAll(o => o.Contains(l)) && Mentions(message, l)));
            if (scores.Max() is > 0 and var best && scores.Count(s => s == best) == 1)
                return calls[scores.IndexOf(best)];
        }
        if (isRecursive)
            return calls[0];
        var last = SourceLines.Of(file, calls[^1].Span);
        return calls.Find(c => SourceLines.Of(file, c.Span) == last);
    }

    private static HashSet<string> Literals(string source)
        => [.. Literal().Matches(source).Select(static m => m.Value is ['\'' or '"', .. var inside, _] ? inside : m.Value).Where(static l => l.Length > 0)];

    private static bool Mentions(string message, string literal)
        => Regex.IsMatch(message, $@"(?<![\w.]){Regex.Escape(literal)}(?!\w|\.\d)", RegexOptions.CultureInvariant);

    [GeneratedRegex("""(?<![\w.])(?:'[^'\\]*'|"[^"\\]*"|-?\d[\d.]*)(?!\w)""")]
    private static partial Regex Literal();
}
