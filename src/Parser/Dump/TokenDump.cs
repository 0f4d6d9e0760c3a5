using System.Globalization;
using System.Text;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Dump;

/// <summary>Writes the tokens of a file, one a line: where it starts and ends, its kind, its text.</summary>
public static class TokenDump
{
    public static string Write(SourceText source)
    {
        var lexemes = Lexer.Read(source, ParseOptions.Default);
        var text = new StringBuilder();
        foreach (var lexeme in lexemes.Items.AsSpan(0, lexemes.Count))
        {
            var (start, end) = (source.PositionOf(lexeme.Start), source.PositionOf(lexeme.End));
            var written = source.Text[lexeme.Start..lexeme.End].Replace("\r", "\\r").Replace("\n", "\\n");
            text.Append(CultureInfo.InvariantCulture, $"{start.Line},{start.Column}-{end.Line},{end.Column}:").Append('\t').Append(lexeme.Kind).Append('\t').Append(written).Append('\n');
        }
        lexemes.Release();
        return text.ToString();
    }
}
