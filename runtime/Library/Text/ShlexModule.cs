using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/shlex.html">shlex</see>.</summary>
internal static class ShlexModule
{
    public static PyModule Build() => new PyModule("shlex").Type(ShellLexer.Type)
        .Function("quote", "s", static a => Quote(Lib.Text(a[0], "expected string or bytes-like object, got")))
        .Function("join", "split_command", static a => string.Join(' ', Operators.ToList(a[0]).Select(static w => Quote(Operators.Str(w)))))
        .Function("split", "s, comments=False, posix=True", static a =>
        {
            if (a[0].IsNone)
                throw new ValueError("s argument must not be None");
            var lexer = new ShellLexer(ShellLexer.Type);
            lexer.Initialise(a[0], Any.None, a[2].Truth, "");
            lexer.WhitespaceSplit = true;
            if (!a[1].Truth)
                lexer.Commenters = "";
            return Lib.List(lexer.Tokens().Select(static t => (Any)t));
        });

    private static string Quote(string text)
        => text.Length == 0 ? "''"
            : text.All(static c => char.IsAsciiLetterOrDigit(c) || "_@%+=:,./-".Contains(c, StringComparison.Ordinal)) ? text
            : "'" + text.Replace("'", "'\"'\"'", StringComparison.Ordinal) + "'";
}
