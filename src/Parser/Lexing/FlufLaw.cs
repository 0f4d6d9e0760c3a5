using Pytocs.Parser.Diagnostics;

namespace Pytocs.Parser.Lexing;

/// <summary>PEP 401: after `from __future__ import barry_as_FLUFL`, `&lt;&gt;` is the operator and `!=` is none.</summary>
internal static class FlufLaw
{
    /// <summary>The name of the feature.</summary>
    public const string Feature = "barry_as_FLUFL";

    /// <summary>Changes the operators after the import.</summary>
    public static void Apply(Span<Lexeme> lexemes)
    {
        var inImport = false;
        var holds = false;
        for (var i = 0; i < lexemes.Length; i++)
        {
            var lexeme = lexemes[i];
            switch (lexeme.Kind)
            {
                case TokenKind.From:
                    inImport = i + 2 < lexemes.Length && lexemes[i + 1].Value is "__future__" && lexemes[i + 2].Kind == TokenKind.Import;
                    break;
                case TokenKind.Newline or TokenKind.Semicolon:
                    inImport = false;
                    break;
                case TokenKind.Name when inImport && lexeme.Value is Feature:
                    holds = true;
                    break;
                case TokenKind.LessGreater when holds:
                    lexemes[i] = new Lexeme(TokenKind.NotEqual, lexeme.Start, lexeme.End);
                    break;
                case TokenKind.NotEqual when holds:
                    const string message = "with Barry as BDFL, use '<>' instead of '!='";
                    var error = new LexicalError(Catalogue.SyntaxError, message, lexeme.Span) { IsRaised = false };
                    lexemes[i] = new Lexeme(TokenKind.Error, lexeme.Start, lexeme.End, error);
                    break;
            }
        }
    }
}
