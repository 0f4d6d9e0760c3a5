using Pytocs.Parser.Grammar;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Combinators;

/// <summary>Runs the grammar on one statement.</summary>
internal static class StatementReader
{
    /// <summary>Reads the statement that starts with a lexeme, and moves on to the lexeme after it.</summary>
    public static bool TryRead(LexemeBuffer lexemes, ref int next, out Block block, out bool isTooDeep)
    {
        var state = new ParseState<Lexeme>(lexemes.Items.AsSpan(0, lexemes.Count), next);
        var read = Statements.Statement.TryParse(ref state, out block);
        if (read) next = state.Location;
        isTooDeep = state.IsTooDeep;
        return read;
    }
}
