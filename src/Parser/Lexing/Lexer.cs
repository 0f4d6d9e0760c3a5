using System.Buffers;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Lexing;

/// <summary>
/// Splits source text into lexemes as CPython's tokenizer does. Never throws: what cannot be read becomes a
/// lexeme of kind Error.
/// </summary>
internal sealed partial class Lexer
{
    private const int MaxIndents = 100;
    private const int MaxBrackets = 200;
    private const int TabSize = 8;

    private readonly SourceText _source;
    private readonly string _text;
    private readonly int _end;
    private readonly NameTable _names;
    private readonly List<RawComment> _comments;
    private readonly List<LexicalError> _warnings;
    private readonly List<(int Column, int AltColumn)> _indents = [(0, 0)];
    private readonly List<(char Bracket, int Position)> _brackets = [];
    private readonly List<FStringMode> _modes = [];
    private Lexeme[] _lexemes;
    private int _count;
    private int _position;
    private bool _atLineStart = true;
    private bool _blankLine;
    private bool _closesFString;
    private bool _typeComments;
    private bool _templates;

    /// <summary>Whether the text is one expression, as for <c>eval</c>: CPython adds no line end to it.</summary>
    private bool _isExpression;
    private bool _endsInBlock;
    private List<(int Line, string Tag)> _typeIgnores = [];

    private Lexer(SourceText source, int start, LexemeBuffer? shared)
    {
        _source = source;
        _text = source.Text;
        var zero = _text.IndexOf('\0', start);
        _end = zero < 0 ? _text.Length : source.LineStart(source.LineOf(zero));
        _position = start;
        _names = shared?.Names ?? NameTable.ForFile();
        _comments = shared?.Comments ?? [];
        _warnings = shared?.Warnings ?? [];
        _lexemes = ArrayPool<Lexeme>.Shared.Rent(Math.Max(64, (_text.Length - start) / 5));
    }

    /// <summary>Reads a whole source text.</summary>
    public static LexemeBuffer Read(SourceText source, ParseOptions options) =>
        new Lexer(source, 0, null) { _typeComments = options.TypeComments, _templates = options.MinorVersion >= 14, _isExpression = options.IsExpression }.Run();

    /// <summary>Reads the rest of a source text afresh from the start of a line, at a given indentation.</summary>
    public static LexemeBuffer ReadFrom(SourceText source, int start, IReadOnlyList<(int Column, int AltColumn)> indents, LexemeBuffer shared, ParseOptions options)
    {
        shared.Comments.RemoveAll(c => c.Start >= start);
        shared.Warnings.RemoveAll(w => w.Span.Start >= start);
        var lexer = new Lexer(source, start, shared) { _templates = options.MinorVersion >= 14, _isExpression = options.IsExpression };
        lexer._indents.Clear();
        lexer._indents.AddRange(indents);
        return lexer.Run();
    }

    private LexemeBuffer Run()
    {
        while (true)
        {
            var more = _modes.Count > 0 && _modes[^1].InText ? ReadFStringText(_modes[^1]) : ReadNormal();
            if (!more) break;
        }
        if (_text.Contains(FlufLaw.Feature)) FlufLaw.Apply(_lexemes.AsSpan(0, _count));
        return new LexemeBuffer(_lexemes, _count, _names, _comments, _warnings) { TypeIgnores = _typeIgnores, EndsInBlock = _endsInBlock };
    }

    private char Current => _position < _end ? _text[_position] : '\0';

    private char Peek(int offset) => _position + offset < _end ? _text[_position + offset] : '\0';

    private bool AtEnd => _position >= _end;

    private static bool IsLineEnd(char c) => c is '\n' or '\r';

    private void Emit(TokenKind kind, int start, int end, object? value = null)
    {
        if (_count == _lexemes.Length) Grow();
        _lexemes[_count++] = new Lexeme(kind, start, end, value);
    }

    private void Grow()
    {
        var larger = ArrayPool<Lexeme>.Shared.Rent(_lexemes.Length * 2);
        _lexemes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<Lexeme>.Shared.Return(_lexemes, clearArray: true);
        _lexemes = larger;
    }

    /// <summary>Emits an error for a stretch of text and goes on after it.</summary>
    private bool Fail(string message, int start, int end, Descriptor? descriptor = null, bool isRaised = true, bool isAtEnd = false)
    {
        var span = TextSpan.FromBounds(start, Math.Max(start, end));
        var error = new LexicalError(descriptor ?? Catalogue.SyntaxError, message, span)
        {
            IsRaised = isRaised,
            IsAtEnd = isAtEnd,
            IsInFString = _modes.Count > 0 || _closesFString,
            Unclosed = !isRaised && _brackets.Count > 0 ? Unclosed() : null,
        };
        _closesFString = false;
        Emit(TokenKind.Error, start, Math.Max(start, end), error);
        return true;
    }

    private void SkipLineEnd()
    {
        if (Current == '\r' && Peek(1) == '\n') _position++;
        _position++;
    }

    private bool ReadNormal()
    {
        if (_atLineStart && !ReadIndentation()) return true;
        while (true)
        {
            var c = Current;
            while (c is ' ' or '\t' or '\f')
            {
                _position++;
                c = Current;
            }
            var commentStart = -1;
            if (c == '#')
            {
                commentStart = _position;
                ReadComment();
                if (_typeComments && ReadTypeComment(commentStart)) return true;
                c = Current;
            }
            if (AtEnd) return ReadEnd(commentStart);
            if (c is '\n' or '\r')
            {
                var start = commentStart >= 0 ? commentStart : _position;
                SkipLineEnd();
                _atLineStart = true;
                if (!_blankLine && _brackets.Count == 0)
                {
                    Emit(TokenKind.Newline, start, _position);
                    return true;
                }
                if (!ReadIndentation()) return true;
                continue;
            }
            if (c == '\\')
            {
                if (!ReadContinuation()) return true;
                continue;
            }
            return ReadToken(c);
        }
    }

    private bool ReadToken(char c)
    {
        if (char.IsAsciiLetter(c) || c == '_') return ReadNameOrPrefix();
        if (char.IsAsciiDigit(c) || c == '.' && char.IsAsciiDigit(Peek(1))) return ReadNumber();
        if (c is '"' or '\'') return ReadString(_position, c, isBytes: false, isRaw: false, isUnicodeMarked: false);
        return c >= 128 ? ReadName(_position) : ReadOperator(c);
    }

    private void ReadComment()
    {
        var start = _position;
        var rest = _text.AsSpan(_position, _end - _position);
        var length = rest.IndexOfAny('\n', '\r');
        _position = length < 0 ? _end : _position + length;
        var before = start;
        while (before > 0 && _text[before - 1] is ' ' or '\t' or '\f') before--;
        var ownLine = before == 0 || IsLineEnd(_text[before - 1]);
        _comments.Add(new RawComment(start, _position, ownLine, _brackets.Count > 0));
    }

    /// <summary>Reads `\` and the line end after it.</summary>
    private bool ReadContinuation()
    {
        var start = _position++;
        if (!IsLineEnd(Current))
        {
            if (AtEnd && start + 1 >= _end && !_isExpression)
                return FailAtEnd(start + 1);
            var lineEnd = _source.LineEnd(_source.LineOf(start));
            var place = AtEnd ? start : start + 1;
            Fail("unexpected character after line continuation character", place, place, isRaised: false);
            _position = lineEnd;
            return false;
        }
        SkipLineEnd();
        return !AtEnd || FailAtEnd(start + 1);
    }

    /// <summary>The error that the innermost open bracket is never closed.</summary>
    private LexicalError Unclosed()
    {
        var (bracket, position) = _brackets[^1];
        var error = new LexicalError(Catalogue.SyntaxError, $"'{bracket}' was never closed", new TextSpan(position, 1))
        {
            IsRaised = false,
            IsInFString = _modes.Count > 0,
        };
        return error with { Unclosed = error };
    }

    private void FailUnclosed() => Emit(TokenKind.Error, _position, _position, Unclosed() with { IsAtEnd = true });

    private bool FailAtEnd(int position)
    {
        if (_brackets.Count > 0) FailUnclosed();
        else Fail("unexpected EOF while parsing", position, position, isRaised: false, isAtEnd: true);
        return false;
    }

    private bool ReadEnd(int commentStart)
    {
        if (_end < _text.Length)
        {
            Fail("source code cannot contain null bytes", _end, _end);
        }
        if (_brackets.Count > 0) FailUnclosed();
        if (_count > 0 && _lexemes[_count - 1].Kind is not (TokenKind.Newline or TokenKind.Dedent))
            Emit(TokenKind.Newline, commentStart >= 0 ? commentStart : _position, _position);
        _endsInBlock = _indents.Count > 1;
        for (; _indents.Count > 1; _indents.RemoveAt(_indents.Count - 1)) Emit(TokenKind.Dedent, _position, _position);
        Emit(TokenKind.EndOfFile, _position, _position);
        return false;
    }
}
