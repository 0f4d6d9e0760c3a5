using System.Collections.Immutable;
using Pytocs.Parser.Checks;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Errors;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;
using Pytocs.Parser.Trivia;

namespace Pytocs.Parser;

using Pytocs.Parser.Ast;

/// <summary>One parse of one file: statement by statement, going on after errors.</summary>
internal sealed class ParseSession(SourceText source, ParseOptions options)
{
    private const int MaxErrors = 100;

    private readonly ImmutableArray<Statement>.Builder _body = ImmutableArray.CreateBuilder<Statement>();
    private readonly List<Diagnostic> _diagnostics = [];
    private LexemeBuffer _lexemes = Lexer.Read(source, options);
    private bool _loose;
    private int _level;

    /// <summary>Whether the stack did not suffice, so that a thread with a larger one is needed.</summary>
    public bool IsTooDeep { get; private set; }

    public ParseResult Run()
    {
        var next = 0;
        while (_diagnostics.Count < MaxErrors && !IsTooDeep && _lexemes.Items[next].Kind != TokenKind.EndOfFile)
            next = _loose ? Resume(next) : Straight(next);
        if (options.IsExpression && !IsTooDeep && (_diagnostics.Count > 0 || !IsOneExpression()))
        {
            // Errors that came before may have had it read anew from their places on.
            var error = Diagnoser.Find(source, Lexer.Read(source, options), 0, options);
            _diagnostics.Clear();
            _diagnostics.Add(new Diagnostic(error.Descriptor, source, error.Span, error.Message) { IsAtEnd = error.IsAtEnd });
        }
        var endsInBlock = _lexemes.EndsInBlock;
        _lexemes.Release();
        foreach (var warning in _lexemes.Warnings) _diagnostics.Add(new Diagnostic(warning.Descriptor, source, warning.Span, warning.Message) { ShownAt = warning.ShownAt, IsOfTokens = true });
        var module = new Module(new TextSpan(0, source.Text.Length), _body.DrainToImmutable(), TypeIgnores());
        if (_diagnostics.All(d => d.Severity != Severity.Error) && !IsTooDeep && !options.TreeOnly) RunChecks(module);
        // What the compiler warns of comes after what the lexer does, unless an error ends both.
        var isWhole = _diagnostics.All(static d => d.Severity != Severity.Error);
        var diagnostics = _diagnostics.Count < 2 ? [.. _diagnostics] : _diagnostics.OrderBy(d => isWhole && !d.IsOfTokens).ThenBy(static d => d.Span.Start).ToImmutableArray();
        var trivia = options.TreeOnly ? TriviaTable.Empty : TriviaBuilder.Build(source, module, _lexemes.Comments);
        return new ParseResult(module, diagnostics, trivia) { EndsInBlock = endsInBlock };
    }

    private ImmutableArray<TypeIgnore> TypeIgnores() =>
        [.. _lexemes.TypeIgnores.Select(i => new TypeIgnore(new TextSpan(source.LineStart(i.Line), 0), i.Line, i.Tag))];

    private void RunChecks(Module module)
    {
        try
        {
            Check.All(source, module, _diagnostics);
        }
        catch (InsufficientExecutionStackException)
        {
            IsTooDeep = true;
        }
    }

    /// <summary>Parses statements up to the end or to one that fails; gives the lexeme to go on with.</summary>
    private int Straight(int next)
    {
        while (_lexemes.Items[next].Kind != TokenKind.EndOfFile)
        {
            if (!StatementReader.TryRead(_lexemes, ref next, out var block, out var isTooDeep)) return GiveUp(next, isTooDeep);
            Keep(block);
        }
        return next;
    }

    private void Keep(Grammar.Block block)
    {
        CheckVersion(block);
        if (block.Only is { } only) _body.Add(only);
        else _body.AddRange(block.Several);
    }

    private void CheckVersion(Grammar.Block block)
    {
        if (options.MinorVersion < 14) new VersionCheck(source, _diagnostics).Visit(block.Statements);
    }

    private int GiveUp(int next, bool isTooDeep)
    {
        IsTooDeep = isTooDeep;
        return isTooDeep ? next : Report(next);
    }

    /// <summary>Goes on after an error, where the rest of a block or a clause without its statement may stand.</summary>
    private int Resume(int next)
    {
        var kind = _lexemes.Items[next].Kind;
        switch (kind)
        {
            case TokenKind.Indent:
                _level++;
                return next + 1;
            case TokenKind.Dedent:
                _level--;
                return next + 1;
            case TokenKind.Newline:
                return next + 1;
            case TokenKind.Elif or TokenKind.Else or TokenKind.Except or TokenKind.Finally or TokenKind.CaseSoft when SkipHeader(next) is { } body:
                return body;
        }
        if (!StatementReader.TryRead(_lexemes, ref next, out var block, out var isTooDeep)) return GiveUp(next, isTooDeep);
        if (_level <= 0)
        {
            _loose = false;
            Keep(block);
        }
        else
        {
            CheckVersion(block);
        }
        return next;
    }

    /// <summary>The lexeme after the colon that ends the header of a clause, if there is one on the line.</summary>
    private int? SkipHeader(int next)
    {
        var level = 0;
        for (var i = next; i < _lexemes.Count; i++)
        {
            switch (_lexemes.Items[i].Kind)
            {
                case TokenKind.LeftParen or TokenKind.LeftBracket or TokenKind.LeftBrace: level++; break;
                case TokenKind.RightParen or TokenKind.RightBracket or TokenKind.RightBrace: level--; break;
                case TokenKind.Colon when level == 0: return i + 1;
                case TokenKind.Newline or TokenKind.Error or TokenKind.EndOfFile: return null;
            }
        }
        return null;
    }

    private bool IsOneExpression()
        => _body.Count == 1 && _body[0] is ExprStatement { Value: var value } && (value.IsParenthesized || value is not (Starred or Yield or YieldFrom) && !(value is Tuple tuple && tuple.Elts.Any(static e => e is Starred)))
            && !Array.Exists(_lexemes.Items[.._lexemes.Count], static l => l.Kind == TokenKind.Semicolon);

    /// <summary>Reports the error in a statement; gives the lexeme to go on with.</summary>
    private int Report(int first)
    {
        var error = Diagnoser.Find(source, _lexemes, first, options);
        _diagnostics.Add(new Diagnostic(error.Descriptor, source, error.Span, error.Message) { IsAtEnd = error.IsAtEnd });
        _loose = true;
        var at = IndexOf(error.Span.Start, first);
        return BracketsHold(first, ref at) ? AfterLine(first, at) : Reread(first, error.Span.Start);
    }

    /// <summary>The first lexeme that ends after a position.</summary>
    private int IndexOf(int position, int first)
    {
        var index = first;
        while (index < _lexemes.Count - 1 && _lexemes.Items[index].End <= position) index++;
        return index;
    }

    /// <summary>Whether the lexer can be trusted up to the end of the line with the error.</summary>
    private bool BracketsHold(int first, ref int at)
    {
        var i = Math.Max(first, 0);
        for (; i < _lexemes.Count; i++)
        {
            var kind = _lexemes.Items[i].Kind;
            if (kind == TokenKind.Error) return false;
            if (i >= at && kind is TokenKind.Newline or TokenKind.EndOfFile) break;
        }
        at = Math.Min(i, _lexemes.Count - 1);
        return true;
    }

    private int AfterLine(int first, int newline)
    {
        for (var i = first; i < newline; i++)
        {
            var kind = _lexemes.Items[i].Kind;
            if (kind == TokenKind.Indent) _level++;
            if (kind == TokenKind.Dedent) _level--;
        }
        return _lexemes.Items[newline].Kind == TokenKind.EndOfFile ? newline : newline + 1;
    }

    /// <summary>Reads the text afresh from the next line that is not deeper than the one with the error.</summary>
    private int Reread(int first, int position)
    {
        var lineStart = _lexemes.Items[first].Start;
        var errorLine = source.LineOf(Math.Max(position, lineStart));
        for (var i = first; i < _lexemes.Count && _lexemes.Items[i].Start <= position; i++)
            if (_lexemes.Items[i].Kind == TokenKind.Newline && i + 1 < _lexemes.Count && _lexemes.Items[i + 1].Start <= position)
                lineStart = _lexemes.Items[i + 1].Start;
        var limit = Column(source.LineOf(lineStart));
        var line = errorLine + 1;
        while (line <= source.LineCount && (IsBlank(line) || Column(line) > limit)) line++;
        if (line > source.LineCount) return Finish();
        var column = Column(line);
        var old = _lexemes;
        _lexemes = Lexer.ReadFrom(source, source.LineStart(line), column == 0 ? [(0, 0)] : [(0, 0), (column, column)], old, options);
        old.Release();
        _level = column == 0 ? 0 : 1;
        return 0;
    }

    private int Finish() => _lexemes.Count - 1;

    private bool IsBlank(int line)
    {
        var text = source.Line(line).AsSpan().TrimStart();
        return text.IsEmpty || text[0] == '#';
    }

    private int Column(int line)
    {
        var column = 0;
        foreach (var c in source.Line(line))
        {
            if (c == ' ') column++;
            else if (c == '\t') column = (column / 8 + 1) * 8;
            else break;
        }
        return column;
    }
}
