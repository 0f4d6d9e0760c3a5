using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Compares what an example printed with what it should. See <see href="https://docs.python.org/3.13/library/doctest.html#doctest.OutputChecker">doctest.OutputChecker</see>.</summary>
internal static partial class OutputChecker
{
    private const string BlankLine = "<BLANKLINE>";

    public static bool Check(string want, string got, DoctestFlags flags)
    {
        if (got == want)
            return true;
        if (!flags.HasFlag(DoctestFlags.DontAcceptTrueForOne) && (got, want) is ("True\n", "1\n") or ("False\n", "0\n"))
            return true;
        if (!flags.HasFlag(DoctestFlags.DontAcceptBlankLine))
        {
            want = BlankMarker().Replace(want, "");
            got = OnlySpaces().Replace(got, "");
            if (got == want)
                return true;
        }
        if (flags.HasFlag(DoctestFlags.NormalizeWhitespace))
        {
            got = string.Join(' ', Str.Split(got));
            want = string.Join(' ', Str.Split(want));
            if (got == want)
                return true;
        }
        return flags.HasFlag(DoctestFlags.Ellipsis) && MatchesEllipsis(want, got);
    }

    /// <summary>Whether the text fits, where <c>...</c> stands for anything.</summary>
    private static bool MatchesEllipsis(string want, string got)
    {
        var pieces = want.Split("...");
        if (pieces.Length == 1)
            return want == got;
        if (!got.StartsWith(pieces[0], StringComparison.Ordinal) || !got.EndsWith(pieces[^1], StringComparison.Ordinal))
            return false;
        var start = pieces[0].Length;
        var end = got.Length - pieces[^1].Length;
        if (start > end)
            return false;
        foreach (var piece in pieces[1..^1])
        {
            var found = got.IndexOf(piece, start, end - start, StringComparison.Ordinal);
            if (found < 0)
                return false;
            start = found + piece.Length;
        }
        return true;
    }

    /// <summary>What a failure shows.</summary>
    public static string Difference(string want, string got, DoctestFlags flags)
    {
        if (!flags.HasFlag(DoctestFlags.DontAcceptBlankLine))
            got = EmptyLine().Replace(got, BlankLine);
        return (want.Length > 0, got.Length > 0) switch
        {
            (true, true) => $"Expected:\n{Indented(want)}Got:\n{Indented(got)}",
            (true, false) => $"Expected:\n{Indented(want)}Got nothing\n",
            (false, true) => $"Expected nothing\nGot:\n{Indented(got)}",
            _ => "Expected nothing\nGot nothing\n",
        };
    }

    public static string Indented(string text) => LineStart().Replace(text, "    ");

    /// <summary>An exception's line without the module of its class and without its message.</summary>
    public static string WithoutDetail(string message)
    {
        var end = message.IndexOf('\n', StringComparison.Ordinal) is >= 0 and var newline ? newline : message.Length;
        var colon = message.IndexOf(':', StringComparison.Ordinal);
        if (colon >= 0 && colon < end)
            end = colon;
        var dot = message.LastIndexOf('.', Math.Max(0, end - 1), Math.Max(0, end));
        return message[(dot + 1)..end];
    }

    [GeneratedRegex(@"^<BLANKLINE>[^\S\n]*$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex BlankMarker();

    [GeneratedRegex(@"^[^\S\n]+$", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex OnlySpaces();

    [GeneratedRegex(@"^[ ]*(?=\n)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"^(?!$)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LineStart();
}
