using System.Text;
using System.Text.RegularExpressions;

namespace Pytocs.Parser.Tests.Fuzzing;

/// <summary>Makes inputs that no author would write. The same number gives the same input from the same texts.</summary>
/// <param name="texts">Python files to damage.</param>
internal sealed partial class FuzzInputs(IReadOnlyList<string> texts)
{
    private const int LongestPiece = 3000;

    private static readonly string[] s_words =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except",
        "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try",
        "while", "with", "yield", "match", "case", "type", "_", "print", "exec", "__debug__", "x", "y", "self", "é", "super", "annotations",
        "__future__", "is not", "not in", "yield from", "async def", "async for", "except*",
        "(", ")", "[", "]", "{", "}", ",", ":", ";", ".", "...", "=", "==", "!=", "<", ">", "<=", ">=", "<>", ":=", "->", "+", "-", "*", "**",
        "/", "//", "%", "@", "&", "|", "^", "~", "<<", ">>", "+=", "-=", "**=", "@=", ">>=", "!", "$", "?", "`", "\\", "#", "# comment",
        "0", "1", "007", "1_0", "1__0", "0x", "0xf", "0b2", "1.5", "1e", "1e5", "1.5j", "5or", "'s'", "\"s\"", "b's'", "b'é'", "r'\\d'", "'\\d'",
        "u's'", "'\\x'", "'\\N{DASH}'", "'\\N{EN DASH}'", "'''t\n'''", "'''", "\"\"\"", "'", "\"", "f'{x}'", "f'{x!r:>{y}}'", "f'{x=}'", "f'{'",
        "f'}'", "f'{{'", "f'{x!}'", "f'''{\nx}'''", "f'{x:{y:{x}}}'", "t'{x}'", "rb'x'", "ur'x'", "\n", "\n    ", "\n        ", "\n\t", "\r\n", "\f",
        " ", "    ", "\t", "\\\n", "\0", "\uFEFF", "\u00A0", "\u2028", "😀", "ª", "e\u0301", "€",
    ];

    /// <summary>The input of a number.</summary>
    public string Make(int number)
    {
        var random = new Random(number);
        return random.Next(10) switch
        {
            0 => RandomBytes(random),
            1 or 2 => RandomWords(random),
            3 when texts.Count > 0 => MutateCharacters(random, Piece(random)),
            4 when texts.Count > 0 => MutateLines(random, Piece(random)),
            _ when texts.Count > 0 => MutateWords(random, Piece(random)),
            _ => RandomWords(random),
        };
    }

    /// <summary>Random bytes, half of them ASCII only.</summary>
    private static string RandomBytes(Random random)
    {
        var bytes = new byte[random.Next(400)];
        random.NextBytes(bytes);
        if (random.Next(2) == 0)
            for (var i = 0; i < bytes.Length; i++) bytes[i] = (byte)(bytes[i] % 96 + (random.Next(20) == 0 ? 0 : 32));
        return Encoding.Latin1.GetString(bytes);
    }

    private static string RandomWords(Random random)
    {
        var text = new StringBuilder();
        for (var i = random.Next(60); i > 0; i--)
        {
            text.Append(Word(random));
            if (random.Next(4) != 0) text.Append(' ');
        }
        return text.ToString();
    }

    private static string Word(Random random) => s_words[random.Next(s_words.Length)];

    /// <summary>Some lines of a file that start with one at the left margin; now and then the whole file.</summary>
    private string Piece(Random random)
    {
        var text = texts[random.Next(texts.Count)];
        if (text.Length == 0 || random.Next(200) == 0) return text;
        var start = text.LastIndexOf('\n', random.Next(text.Length)) + 1;
        for (var tries = 0; tries < 200 && start > 0 && (start >= text.Length || char.IsWhiteSpace(text[start]) || text[start] is ')' or ']' or '}'); tries++)
            start = start < 2 ? 0 : text.LastIndexOf('\n', start - 2) + 1;
        var end = Math.Min(text.Length, start + 20 + random.Next(LongestPiece));
        var lineEnd = text.IndexOf('\n', Math.Max(start, end - 1));
        return text[start..(lineEnd < 0 || random.Next(10) == 0 ? end : lineEnd + 1)];
    }

    private static string MutateWords(Random random, string text)
    {
        var parts = Parts().Matches(text).Select(m => m.Value).ToList();
        for (var i = 1 + random.Next(4); i > 0 && parts.Count > 0; i--)
        {
            var at = random.Next(parts.Count);
            switch (random.Next(6))
            {
                case 0: parts.RemoveAt(at); break;
                case 1: parts.Insert(at, parts[random.Next(parts.Count)]); break;
                case 2: parts[at] = parts[random.Next(parts.Count)]; break;
                case 3: parts.Insert(at, " " + Word(random) + " "); break;
                case 4: parts[at] = Word(random); break;
                default: parts.RemoveRange(at, Math.Min(parts.Count - at, 1 + random.Next(8))); break;
            }
        }
        return string.Concat(parts);
    }

    private static string MutateCharacters(Random random, string text)
    {
        var result = new StringBuilder(text);
        for (var i = 1 + random.Next(5); i > 0 && result.Length > 0; i--)
        {
            var at = random.Next(result.Length);
            switch (random.Next(3))
            {
                case 0: result.Remove(at, 1); break;
                case 1: result[at] = (char)random.Next(128); break;
                default: result.Insert(at, (char)random.Next(1, 128)); break;
            }
        }
        return result.ToString();
    }

    private static string MutateLines(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        for (var i = 1 + random.Next(3); i > 0 && lines.Count > 0; i--)
        {
            var at = random.Next(lines.Count);
            switch (random.Next(6))
            {
                case 0: lines.RemoveAt(at); break;
                case 1: lines.Insert(random.Next(lines.Count), lines[at]); break;
                case 2: lines[at] = "    " + lines[at]; break;
                case 3: lines[at] = lines[at].TrimStart(' '); break;
                case 4: lines[at] = lines[at].Replace("    ", "\t", StringComparison.Ordinal); break;
                default: lines[at] = lines[at][..random.Next(lines[at].Length + 1)]; break;
            }
        }
        return string.Join('\n', lines);
    }

    [GeneratedRegex(@"\w+|\n[ \t]*|[^\S\n]+|[-+*/%@&|^<>=!:]=|\*\*|//|->|[^\w\s]")]
    private static partial Regex Parts();
}
