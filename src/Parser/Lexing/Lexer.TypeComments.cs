namespace Pytocs.Parser.Lexing;

internal sealed partial class Lexer
{
    /// <summary>Emits the comment that was just read as a type comment, if it is one.</summary>
    private bool ReadTypeComment(int start)
    {
        var comment = _text.AsSpan(start, _position - start);
        if (MatchPrefix(comment) is not { } length) return false;
        var text = comment[length..];
        const string ignore = "ignore";
        if (text.StartsWith(ignore) && (text.Length == ignore.Length || text[ignore.Length] < 128 && !char.IsAsciiLetterOrDigit(text[ignore.Length])))
        {
            var end = _blankLine && !AtEnd ? "\n" : "";
            _typeIgnores.Add((_source.LineOf(start), text[ignore.Length..].ToString() + end));
            return false;
        }
        Emit(TokenKind.TypeComment, start, _position, text.ToString());
        _blankLine = false;
        return true;
    }

    /// <summary>The length of `# type: `, where a space stands for any white space.</summary>
    private static int? MatchPrefix(ReadOnlySpan<char> comment)
    {
        var position = 0;
        foreach (var expected in "# type: ")
        {
            if (expected == ' ')
            {
                while (position < comment.Length && comment[position] is ' ' or '\t') position++;
            }
            else
            {
                if (position >= comment.Length || comment[position] != expected) return null;
                position++;
            }
        }
        return position;
    }
}
