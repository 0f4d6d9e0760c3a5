using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;

namespace Pytocs.Parser;

using Pytocs.Parser.Ast;

/// <summary>What came of parsing a file.</summary>
/// <param name="Module">The tree; of a file with errors, what could be understood.</param>
/// <param name="Diagnostics">Errors and warnings in the order of the text.</param>
/// <param name="Trivia">Comments and blank lines.</param>
public sealed record ParseResult(Module Module, ImmutableArray<Diagnostic> Diagnostics, TriviaTable Trivia);

/// <summary>Parses Python source text.</summary>
public static class PythonParser
{
    /// <summary>Parses a file. Never throws because of what the text holds.</summary>
    public static ParseResult Parse(SourceText source)
    {
        var lexemes = Lexer.Read(source);
        var state = new ParseState<Lexeme>(lexemes.Items.AsSpan(0, lexemes.Count), 0);
        var body = ImmutableArray.CreateBuilder<Statement>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        while (state.Current.Kind != TokenKind.EndOfFile)
        {
            if (state.Current.Kind == TokenKind.Newline)
            {
                state.Advance();
                continue;
            }
            if (!Grammar.Statements.Statement.TryParse(ref state, out var block))
            {
                var at = lexemes.Items[Math.Min(state.Farthest, lexemes.Count - 1)];
                var message = at.Value is LexicalError error ? error.Message : "invalid syntax";
                diagnostics.Add(new Diagnostic(Catalogue.SyntaxError, source, at.Span, message));
                break;
            }
            body.AddRange(block.Statements);
        }
        var module = new Module(new TextSpan(0, source.Text.Length), body.DrainToImmutable(), []);
        return new ParseResult(module, diagnostics.DrainToImmutable(), TriviaBuilder.Build(source, module, lexemes.Comments));
    }
}
