using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>The lines of a source text, read when they are needed, and where in them the tokenizer is.</summary>
internal sealed class TokenLines(Func<string?> read)
{
    private bool _isAtEnd;

    /// <summary>The line as it was read; the end of a last line that has none counts as read and is no part of it.</summary>
    public string Line { get; private set; } = "";

    /// <summary>Its number, from one; zero before the first.</summary>
    public int Number { get; private set; }

    /// <summary>Where in the line the next character stands.</summary>
    public int Position { get; set; }

    /// <summary>Whether the last line that was read has no end of its own.</summary>
    public bool LacksEnd { get; private set; }

    /// <summary>Goes to the next line.</summary>
    /// <returns>False where there is none.</returns>
    public bool Next()
    {
        if (_isAtEnd || read() is not { Length: > 0 } line)
        {
            _isAtEnd = true;
            return false;
        }
        Line = line;
        Number++;
        Position = 0;
        LacksEnd = !line.EndsWith('\n');
        return true;
    }

    /// <summary>The next character, an end of line as its first character; nothing at the end of a line that lacks one.</summary>
    public char Peek(int ahead = 0) => Position + ahead < Line.Length ? Line[Position + ahead] : '\0';

    /// <summary>Whether a line ends here.</summary>
    public bool IsAtLineEnd => Position >= Line.Length || Line[Position] == '\n' || (Line[Position] == '\r' && Peek(1) == '\n');

    /// <summary>The column of a place in the line: characters, not units of UTF-16.</summary>
    public int Column(int position) => (int)(long)Str.Length(Line[..Math.Min(position, Line.Length)]) + Math.Max(0, position - Line.Length);
}
