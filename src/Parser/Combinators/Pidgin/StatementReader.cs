using Pidgin;
using Pytocs.Parser.Grammar;
using Pytocs.Parser.Lexing;

namespace Pytocs.Parser.Combinators;

/// <summary>Runs the grammar on one statement.</summary>
internal static class StatementReader
{
    private static readonly Parser<Lexeme, (Block Block, int Length)> Counted = Map(
        (block, length) => (block, length), Statements.Statement, Parser<Lexeme>.CurrentOffset);

    /// <summary>Reads the statement that starts with a lexeme, and moves on to the lexeme after it.</summary>
    public static bool TryRead(LexemeBuffer lexemes, ref int next, out Block block, out bool isTooDeep)
    {
        isTooDeep = false;
        block = default;
        try
        {
            var result = Counted.Parse(lexemes.Items.AsSpan(next, lexemes.Count - next));
            if (!result.Success) return false;
            block = result.Value.Block;
            next += result.Value.Length;
            return true;
        }
        catch (InsufficientExecutionStackException)
        {
            isTooDeep = true;
            return false;
        }
    }
}
