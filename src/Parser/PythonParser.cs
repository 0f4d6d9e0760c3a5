using System.Collections.Immutable;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;
using Module = Pytocs.Parser.Ast.Module;

namespace Pytocs.Parser;

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
        var module = new Module(new TextSpan(0, source.Text.Length), [], []);
        return new ParseResult(module, [], new TriviaTable());
    }
}
