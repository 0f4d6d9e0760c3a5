using System.Runtime.CompilerServices;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Errors;

/// <summary>
/// Finds the error that CPython reports for text its grammar refuses. It runs on failure only, and reads the
/// statement as CPython's own parser does: once plainly, to see how far the lexemes go along, and once more with the
/// rules that know frequent mistakes.
/// </summary>
internal sealed partial class Diagnoser
{
    private readonly SourceText _source;
    private readonly Lexeme[] _lexemes;
    private readonly int _count;
    private readonly int _first;
    private readonly ParseOptions _options;
    private readonly Dictionary<(string Rule, int Mark), (Piece? Result, int Mark)> _memo = [];
    private readonly int[] _levels;
    private int _mark;
    private int _farthest;
    private int _plainFarthest;
    private bool _explains;

    // Whether the first reading came to the end of the text before it failed.
    private bool _reachesEnd;

    private Diagnoser(SourceText source, LexemeBuffer lexemes, int first, ParseOptions options)
    {
        _source = source;
        _lexemes = lexemes.Items;
        _count = lexemes.Count;
        _first = first;
        _options = options;
        _levels = Levels();
    }

    /// <summary>The error in the statements that start with a lexeme.</summary>
    public static LexicalError Find(SourceText source, LexemeBuffer lexemes, int first, ParseOptions options)
    {
        var diagnoser = new Diagnoser(source, lexemes, first, options);
        try
        {
            diagnoser.Run();
            return diagnoser.Generic() with { IsAtEnd = diagnoser._reachesEnd };
        }
        catch (FoundError found)
        {
            return (found.IsFromLexer ? found.Error : diagnoser.Prefer(found.Error)) with { IsAtEnd = diagnoser._reachesEnd };
        }
        catch (InsufficientExecutionStackException)
        {
            return new LexicalError(Catalogue.SyntaxError, "too many nested parentheses", lexemes.Items[first].Span);
        }
    }

    private void Run()
    {
        _mark = _farthest = _first;
        try
        {
            Whole();
            _ = Peek();
        }
        finally
        {
            _reachesEnd = IsAtEnd(_lexemes[_farthest]);
        }
        var farthest = _farthest;
        _memo.Clear();
        _mark = _first;
        _explains = true;
        Whole();
        _plainFarthest = farthest;
    }

    private bool IsAtEnd(Lexeme lexeme)
        => lexeme.Value is LexicalError error ? error.IsAtEnd : lexeme.Start >= _source.Text.Length && lexeme.Kind is TokenKind.EndOfFile or TokenKind.Dedent or TokenKind.Newline;

    /// <summary>What the text is as a whole.</summary>
    private void Whole()
    {
        if (!_options.IsExpression)
        {
            Statements();
            return;
        }
        if (Expressions() is not null)
            while (Eat(TokenKind.Newline))
            {
            }
    }

    /// <summary>The error for lexemes that no rule explains.</summary>
    private LexicalError Generic()
    {
        var last = _lexemes[_plainFarthest];
        if (last.Kind is TokenKind.Indent or TokenKind.Dedent)
        {
            var message = last.Kind == TokenKind.Indent ? "unexpected indent" : "unexpected unindent";
            return new LexicalError(Catalogue.IndentationError, message, PlaceOf(last));
        }
        return Prefer(new LexicalError(Catalogue.SyntaxError, "invalid syntax", PlaceOf(last)));
    }

    /// <summary>The first error of the lexer in the rest of the text, if CPython prefers it.</summary>
    private LexicalError Prefer(LexicalError error)
    {
        var line = _source.LineOf(_lexemes[_farthest].Start);
        for (var i = _farthest + 1; i < _count; i++)
        {
            if (_lexemes[i].Value is not LexicalError later) continue;
            if (later.IsInFString) return error;
            if (later.IsRaised) return later;
            return later.Unclosed is { } unclosed && line > _source.LineOf(unclosed.Span.Start) ? unclosed : error;
        }
        return error;
    }

    /// <summary>Where CPython reports an error at a lexeme: one before indentation, which has no place of its own.</summary>
    private TextSpan PlaceOf(Lexeme lexeme)
    {
        if (lexeme.Start >= _source.Text.Length && lexeme.Kind is TokenKind.EndOfFile or TokenKind.Dedent)
        {
            var last = _source.LineOf(_source.Text.Length);
            if (last > 1 && _source.LineStart(last) == _source.Text.Length) last--;
            return new TextSpan(_source.LineEnd(last), 0);
        }
        if (lexeme.Kind is not (TokenKind.Indent or TokenKind.Dedent)) return lexeme.Span;
        return new TextSpan(Math.Max(_source.LineStart(_source.LineOf(lexeme.Start)), lexeme.Start - 1), 0);
    }

    /// <summary>How many brackets are open after each lexeme.</summary>
    private int[] Levels()
    {
        var levels = new int[_count];
        var level = 0;
        for (var i = _first; i < _count; i++)
        {
            switch (_lexemes[i].Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace:
                    level++;
                    break;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace:
                    level = Math.Max(0, level - 1);
                    break;
            }
            levels[i] = level;
        }
        return levels;
    }

    // Lexemes.

    private TokenKind Peek()
    {
        if (_mark > _farthest) _farthest = _mark;
        ref var lexeme = ref _lexemes[_mark];
        if (lexeme.Kind == TokenKind.Error) throw new FoundError((LexicalError)lexeme.Value!, isFromLexer: true);
        return lexeme.Kind;
    }

    private bool Is(TokenKind kind) => Peek() == kind;

    private bool Eat(TokenKind kind)
    {
        if (Peek() != kind) return false;
        if (kind != TokenKind.EndOfFile) _mark++;
        return true;
    }

    private bool EatAny(params ReadOnlySpan<TokenKind> kinds)
    {
        if (!kinds.Contains(Peek())) return false;
        _mark++;
        return true;
    }

    /// <summary>A name; the piece holds the identifier.</summary>
    private Piece? Name()
    {
        if (!TokenKinds.IsName(Peek())) return null;
        var lexeme = _lexemes[_mark++];
        return new Piece(Piece.Name, lexeme.Start, lexeme.End) { Text = lexeme.Name };
    }

    /// <summary>A lexeme that must stand here; CPython reports it at once where it does not.</summary>
    private void Demand(TokenKind kind)
    {
        if (Eat(kind)) return;
        throw Raise($"expected '{TokenKinds.Spelling(kind)}'", _lexemes[_mark].Span);
    }

    private Lexeme Last => _lexemes[_mark - 1];

    private int StartOf(int mark) => _lexemes[mark].Start;

    /// <summary>The end of the last lexeme that is not white space.</summary>
    private int EndHere()
    {
        var mark = _mark - 1;
        while (mark > 0 && _lexemes[mark].Kind is TokenKind.Newline or TokenKind.Indent or TokenKind.Dedent) mark--;
        return _lexemes[mark].End;
    }

    private Piece Make(string kind, int mark, IReadOnlyList<Piece>? parts = null) => new(kind, StartOf(mark), EndHere(), parts);

    // Ways to read.

    /// <summary>Reads something or goes back.</summary>
    private Piece? Attempt(Func<Piece?> read)
    {
        var mark = _mark;
        var result = read();
        if (result is null) _mark = mark;
        return result;
    }

    private bool Attempt(Func<bool> read)
    {
        var mark = _mark;
        if (read()) return true;
        _mark = mark;
        return false;
    }

    /// <summary>Whether something stands here, without reading it.</summary>
    private bool Ahead(Func<bool> read)
    {
        var mark = _mark;
        var result = read();
        _mark = mark;
        return result;
    }

    private Piece? Memo(Func<Piece?> read, [CallerMemberName] string rule = "")
    {
        var key = (rule, _mark);
        if (_memo.TryGetValue(key, out var known))
        {
            _mark = known.Mark;
            return known.Result;
        }
        RuntimeHelpers.EnsureSufficientExecutionStack();
        var result = Attempt(read);
        _memo[key] = (result, _mark);
        return result;
    }

    /// <summary>Items, one or more, with commas between; a comma with no item after it is left.</summary>
    private List<Piece>? Gather(Func<Piece?> item)
    {
        if (Attempt(item) is not { } first) return null;
        List<Piece> items = [first];
        while (true)
        {
            var mark = _mark;
            if (!Eat(TokenKind.Comma) || item() is not { } next)
            {
                _mark = mark;
                return items;
            }
            items.Add(next);
        }
    }

    private static readonly Piece Done = new(Piece.Other, 0, 0);

    private static Piece? AsPiece(bool read) => read ? Done : null;

    // Ways to report.

    private static FoundError Raise(string message, TextSpan span, Descriptor? descriptor = null) =>
        new(new LexicalError(descriptor ?? Catalogue.SyntaxError, message, span), isFromLexer: false);

    private static FoundError Raise(string message, Piece place) => Raise(message, TextSpan.FromBounds(place.Start, place.End));

    private static FoundError Raise(string message, Piece first, Piece last) => Raise(message, TextSpan.FromBounds(first.Start, last.End));

    private static FoundError Raise(string message, Lexeme first, Piece last) => Raise(message, TextSpan.FromBounds(first.Start, last.End));

    private static FoundError Raise(string message, Piece first, Lexeme last) => Raise(message, TextSpan.FromBounds(first.Start, last.End));

    /// <summary>An error at the farthest lexeme that was looked at.</summary>
    private FoundError RaiseHere(string message) => Raise(message, PlaceOf(_lexemes[_farthest]));

    /// <summary>An error at the next lexeme.</summary>
    private FoundError RaiseNext(string message)
    {
        _ = Peek();
        return Raise(message, _lexemes[_mark].Span);
    }

    /// <summary>An error from a place to where the lexer has come.</summary>
    private FoundError RaiseFrom(int start, string message)
    {
        var last = _lexemes[_farthest];
        var end = last.End - (last.End > last.Start ? 1 : 0);
        return Raise(message, TextSpan.FromBounds(start, Math.Max(start, end)));
    }

    private FoundError RaiseIndentation(string message) => Raise(message, PlaceOf(_lexemes[_farthest]), Catalogue.IndentationError);

    private FoundError RaiseNoBlock(string what, Lexeme owner) =>
        RaiseIndentation($"expected an indented block after {what} on line {_source.LineOf(owner.Start)}");
}
