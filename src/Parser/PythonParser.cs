using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;

namespace Pytocs.Parser;

using Pytocs.Parser.Ast;

/// <summary>What came of parsing a file.</summary>
/// <param name="Module">The tree; of a file with errors, what could be understood.</param>
/// <param name="Diagnostics">Errors and warnings in the order of the text.</param>
/// <param name="Trivia">Comments and blank lines.</param>
public sealed record ParseResult(Module Module, ImmutableArray<Diagnostic> Diagnostics, TriviaTable Trivia)
{
    /// <summary>Whether the text ends in an indented block.</summary>
    public bool EndsInBlock { get; init; }
}

/// <summary>Parses Python source text.</summary>
public static class PythonParser
{
    /// <summary>Parses a file. Never throws because of what the text holds.</summary>
    public static ParseResult Parse(SourceText source) => Parse(source, ParseOptions.Default);

    /// <summary>Parses a file as the options say. Never throws because of what the text holds.</summary>
    public static ParseResult Parse(SourceText source, ParseOptions options)
    {
        var session = new ParseSession(source, options);
        var result = session.Run();
        return session.IsTooDeep ? ParseDeep(source, options) : result;
    }

    /// <summary>Parses a file that nests deep, on a thread with a large stack.</summary>
    private static ParseResult ParseDeep(SourceText source, ParseOptions options)
    {
        ParseResult? result = null;
        var thread = new Thread(
            () =>
            {
                var session = new ParseSession(source, options);
                result = session.Run();
                if (!session.IsTooDeep) return;
                var tooDeep = new Diagnostic(
                    Catalogue.SyntaxError, source, default, "Parser stack overflowed - Python source too complex to parse");
                result = result with { Diagnostics = [tooDeep] };
            },
            DeepStack);
        thread.Start();
        thread.Join();
        return result!;
    }

    private const int DeepStack = 256 * 1024 * 1024;
}
