using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Tokens;

/// <summary>From tokens to text again. See <see href="https://docs.python.org/3.13/library/tokenize.html#tokenize.untokenize">untokenize</see>.</summary>
internal static class Untokenizer
{
    public static readonly PyType Type = new ClassMaker("Untokenizer", "tokenize")
        .Method("__init__", static self => Lib.Do(() =>
        {
            self.Set("tokens", new PyList<Any>());
            self.Set("prev_row", 1);
            self.Set("prev_col", 0);
            self.Set("prev_type", Any.None);
            self.Set("encoding", Any.None);
        }))
        .Method("add_whitespace", "start", static (self, start) => Lib.Do(() => Space(self, start)))
        .Method("escape_brackets", "token", static (_, token) => Escaped(Operators.Str(token)))
        .Method("untokenize", "iterable", static (self, tokens) => Text(self, Operators.Iter(tokens)))
        .Method("compat", "self, token, iterable", static a => Lib.Do(() => Rough(a[0], a[1], Operators.Iter(a[2]))))
        .Make();

    private static void Add(Any self, string text) => self.Get("tokens").Invoke("append", text);

    private static void Space(Any self, Any start)
    {
        var (row, column, lastRow, lastColumn) = (Lib.Int(start[0]), Lib.Int(start[1]), Lib.Int(self.Get("prev_row")), Lib.Int(self.Get("prev_col")));
        if (row < lastRow || (row == lastRow && column < lastColumn))
            throw new ValueError($"start ({row},{column}) precedes previous end ({lastRow},{lastColumn})");
        if (row > lastRow)
        {
            Add(self, string.Concat(Enumerable.Repeat("\\\n", (int)(row - lastRow))));
            self.Set("prev_col", lastColumn = 0);
        }
        if (column > lastColumn)
            Add(self, new string(' ', (int)(column - lastColumn)));
    }

    /// <summary>The text between expressions with its braces doubled, but for those of names of characters.</summary>
    private static string Escaped(string token)
    {
        var text = new System.Text.StringBuilder();
        var isName = false;
        foreach (var c in token)
        {
            if (c == '}')
            {
                if (isName)
                    isName = false;
                else
                    text.Append(c);
            }
            else if (c == '{')
            {
                var backslashes = 0;
                for (var i = text.Length - 2; i >= 0 && text[i] == '\\'; i--)
                    backslashes++;
                if (backslashes % 2 == 0 || text[^1] != 'N')
                    text.Append(c);
                else
                    isName = true;
            }
            text.Append(c);
        }
        return text.ToString();
    }

    private static bool IsString(Any kind) => kind is { IsNone: false } && Lib.Int(kind) is TokenKind.String or TokenKind.FStringEnd;

    private static Any Joined(Any self) => ((Any)"").Invoke("join", self.Get("tokens"));

    private static Any Text(Any self, PyIterator tokens)
    {
        var indents = new Stack<string>();
        var isLineStart = false;
        while (tokens.TryNext(out var token))
        {
            if (Builtins.Len(token) == 2)
            {
                self.Invoke("compat", token, tokens);
                break;
            }
            var (kind, text, start, end) = (Lib.Int(token[0]), Operators.Str(token[1]), token[2], token[3]);
            switch (kind)
            {
                case TokenKind.Encoding:
                    self.Set("encoding", text);
                    continue;
                case TokenKind.EndMarker:
                    return Joined(self);
                case TokenKind.Indent:
                    indents.Push(text);
                    continue;
                case TokenKind.Dedent:
                    indents.Pop();
                    Place(self, end[0], end[1]);
                    continue;
                case TokenKind.NewLine or TokenKind.Nl:
                    isLineStart = true;
                    break;
                default:
                    if (isLineStart && indents.TryPeek(out var indent))
                    {
                        if (Lib.Int(start[1]) >= Builtins.Len(indent))
                        {
                            Add(self, indent);
                            self.Set("prev_col", Builtins.Len(indent));
                        }
                        isLineStart = false;
                    }
                    else if (kind == TokenKind.FStringMiddle && text.AsSpan().ContainsAny('{', '}'))
                    {
                        text = Escaped(text);
                        var last = Operators.Str(((Any)text).Invoke("splitlines")[-1]);
                        end = PyTuple.Of(end[0], end[1] + ((Any)last).Invoke("count", "{{") + ((Any)last).Invoke("count", "}}"));
                    }
                    else if (kind is TokenKind.String or TokenKind.FStringStart && IsString(self.Get("prev_type")))
                        Add(self, " ");
                    break;
            }
            self.Invoke("add_whitespace", start);
            Add(self, text);
            if (kind is TokenKind.NewLine or TokenKind.Nl)
                Place(self, end[0] + 1, 0);
            else
                Place(self, end[0], end[1]);
            self.Set("prev_type", kind);
        }
        return Joined(self);
    }

    private static void Place(Any self, Any row, Any column)
    {
        self.Set("prev_row", row);
        self.Set("prev_col", column);
    }

    /// <summary>Text from kinds and texts alone: it reads back as the same tokens, however it looks.</summary>
    private static void Rough(Any self, Any first, PyIterator rest)
    {
        var indents = new Stack<string>();
        var isLineStart = Lib.Int(first[0]) is TokenKind.NewLine or TokenKind.Nl;
        var (afterString, depth) = (false, 0);
        for (var (token, more) = (first, true); more; more = rest.TryNext(out token))
        {
            var (kind, text) = (Lib.Int(token[0]), Operators.Str(token[1]));
            if (kind == TokenKind.Encoding)
            {
                self.Set("encoding", text);
                continue;
            }
            if (kind is TokenKind.Name or TokenKind.Number)
                text += " ";
            if (kind == TokenKind.String && afterString)
                text = " " + text;
            afterString = kind == TokenKind.String;
            depth += kind == TokenKind.FStringStart ? 1 : kind == TokenKind.FStringEnd ? -1 : 0;
            if (kind == TokenKind.Indent)
            {
                indents.Push(text);
                continue;
            }
            if (kind == TokenKind.Dedent)
            {
                indents.Pop();
                continue;
            }
            if (kind is TokenKind.NewLine or TokenKind.Nl)
                isLineStart = true;
            else if (isLineStart && indents.TryPeek(out var indent))
            {
                Add(self, indent);
                isLineStart = false;
            }
            else if (kind == TokenKind.FStringMiddle)
                text = Escaped(text);
            if (text is "{" or "}" && depth > 0 && self.Get("tokens") is { Truth: true } before && Operators.Equal(before[-1], text))
                text = " " + text;
            if (kind is TokenKind.String or TokenKind.FStringStart && IsString(self.Get("prev_type")))
                Add(self, " ");
            Add(self, text);
            self.Set("prev_type", kind);
        }
    }
}
