using System.Collections.Immutable;
using Pytocs.Parser.Lexing;
using Pytocs.Parser.Text;

namespace Pytocs.Parser.Trivia;

using Pytocs.Parser.Ast;

/// <summary>Attaches the comments and blank lines of a file to the nodes of its tree.</summary>
internal sealed class TriviaBuilder
{
    private readonly SourceText _source;
    private readonly List<RawComment> _raw;
    private readonly ImmutableArray<Comment> _comments;
    private readonly TriviaTable _table = new();
    private int _next;

    private TriviaBuilder(SourceText source, List<RawComment> raw)
    {
        _source = source;
        _raw = raw;
        _comments = [.. raw.Select(c => new Comment(TextSpan.FromBounds(c.Start, c.End), source.Text[c.Start..c.End], c.OwnLine))];
        _table.All = _comments;
    }

    /// <summary>The comments and blank lines of a tree.</summary>
    public static TriviaTable Build(SourceText source, Module module, List<RawComment> comments)
    {
        var builder = new TriviaBuilder(source, comments);
        builder.Block(module, BlockKind.Body, module.Body, -1, source.Text.Length + 1);
        return builder._table;
    }

    private bool HasNext(int limit) => _next < _raw.Count && _raw[_next].Start < limit;

    /// <summary>Attaches what stands in and after the statements of a block, up to a limit.</summary>
    private void Block(Node owner, BlockKind kind, ImmutableArray<Statement> statements, int ownerColumn, int limit)
    {
        foreach (var statement in statements) Statement(statement);
        while (HasNext(limit))
        {
            var raw = _raw[_next];
            if (raw.IsTrailing && statements.Length > 0)
            {
                if (!OnlySemicolons(statements[^1].Span.End, raw.Start)) return;
                _table.AddAfter(statements[^1], _comments[_next++]);
                continue;
            }
            if (ColumnOf(raw.Start) <= ownerColumn) return;
            _table.AddAtEnd(owner, kind, _comments[_next++]);
        }
    }

    private void Statement(Statement statement)
    {
        while (true)
        {
            var start = StartOf(statement);
            Leading(statement, start);
            var column = ColumnOf(statement.Span.Start);
            var end = statement.Span.End;
            switch (statement)
            {
                case FunctionDefinition function:
                    Header(function, function.Body);
                    Block(function, BlockKind.Body, function.Body, column, NextStart(end));
                    break;
                case ClassDef type:
                    Header(type, type.Body);
                    Block(type, BlockKind.Body, type.Body, column, NextStart(end));
                    break;
                case WithStatement with:
                    Header(with, with.Body);
                    Block(with, BlockKind.Body, with.Body, column, NextStart(end));
                    break;
                case ForStatement loop:
                    WithElse(loop, loop.Body, loop.Orelse, column, end);
                    break;
                case While loop:
                    WithElse(loop, loop.Body, loop.Orelse, column, end);
                    break;
                case If { Orelse: [If next] } branch when IsElif(next):
                    Header(branch, branch.Body);
                    Block(branch, BlockKind.Body, branch.Body, column, next.Span.Start);
                    statement = next;
                    continue;
                case If branch:
                    WithElse(branch, branch.Body, branch.Orelse, column, end);
                    break;
                case TryStatement attempt:
                    Try(attempt, column, end);
                    break;
                case Match match:
                    Cases(match, column, end);
                    break;
                default:
                    Inside(statement, end);
                    Trailing(statement);
                    break;
            }
            return;
        }
    }

    private void WithElse(Statement owner, ImmutableArray<Statement> body, ImmutableArray<Statement> orelse, int column, int end)
    {
        Header(owner, body);
        Block(owner, BlockKind.Body, body, column, orelse.IsEmpty ? NextStart(end) : StartOf(orelse[0]));
        if (!orelse.IsEmpty) Block(owner, BlockKind.Else, orelse, column, NextStart(end));
    }

    private void Try(TryStatement attempt, int column, int end)
    {
        var last = NextStart(end);
        var finalStart = attempt.Finalbody.IsEmpty ? last : StartOf(attempt.Finalbody[0]);
        var elseStart = attempt.Orelse.IsEmpty ? finalStart : StartOf(attempt.Orelse[0]);
        Header(attempt, attempt.Body);
        Block(attempt, BlockKind.Body, attempt.Body, column, attempt.Handlers.IsEmpty ? elseStart : attempt.Handlers[0].Span.Start);
        for (var i = 0; i < attempt.Handlers.Length; i++)
        {
            var handler = attempt.Handlers[i];
            Leading(handler, handler.Span.Start);
            Header(handler, handler.Body);
            Block(handler, BlockKind.Body, handler.Body, column, i + 1 < attempt.Handlers.Length ? attempt.Handlers[i + 1].Span.Start : elseStart);
        }
        if (!attempt.Orelse.IsEmpty) Block(attempt, BlockKind.Else, attempt.Orelse, column, finalStart);
        if (!attempt.Finalbody.IsEmpty) Block(attempt, BlockKind.Finally, attempt.Finalbody, column, last);
    }

    private void Cases(Match match, int column, int end)
    {
        var cases = match.Cases;
        HeaderTo(match, cases[0].Span.Start);
        for (var i = 0; i < cases.Length; i++)
        {
            Leading(cases[i], cases[i].Span.Start);
            Header(cases[i], cases[i].Body);
            var limit = i + 1 < cases.Length ? cases[i + 1].Span.Start : NextStart(end);
            Block(cases[i], BlockKind.Body, cases[i].Body, ColumnOf(cases[i].Span.Start), limit);
        }
        while (HasNext(NextStart(end)) && ColumnOf(_raw[_next].Start) > column) _table.AddAtEnd(match, BlockKind.Body, _comments[_next++]);
    }

    /// <summary>Attaches what stands before a node, and counts the blank lines there.</summary>
    private void Leading(Node node, int start)
    {
        var top = start;
        while (HasNext(start))
        {
            if (_raw[_next].OwnLine) top = Math.Min(top, _raw[_next].Start);
            _table.AddBefore(node, _comments[_next++]);
        }
        var blank = 0;
        for (var line = _source.LineOf(top) - 1; line > 0 && IsBlank(line); line--) blank++;
        if (blank > 0) _table.SetBlankLines(node, blank);
    }

    private bool IsBlank(int line) =>
        _source.Text.AsSpan(_source.LineStart(line), _source.LineEnd(line) - _source.LineStart(line)).IsWhiteSpace();

    private void Header(Node node, ImmutableArray<Statement> body) => HeaderTo(node, StartOf(body[0]));

    /// <summary>Attaches what stands in the header of a compound statement.</summary>
    private void HeaderTo(Node node, int bodyStart)
    {
        while (HasNext(bodyStart))
        {
            var raw = _raw[_next];
            if (raw.OwnLine && !raw.InBrackets && raw.Start > node.Span.Start) return;
            if (raw.IsTrailing && raw.Start > node.Span.Start) _table.AddAfter(node, _comments[_next++]);
            else _table.AddBefore(node, _comments[_next++]);
        }
    }

    private void Inside(Node node, int end)
    {
        while (HasNext(end)) _table.AddBefore(node, _comments[_next++]);
    }

    private void Trailing(Statement statement)
    {
        if (_next < _raw.Count && _raw[_next].IsTrailing && OnlySemicolons(statement.Span.End, _raw[_next].Start))
            _table.AddAfter(statement, _comments[_next++]);
    }

    private bool OnlySemicolons(int start, int end) => start <= end && _source.Text.AsSpan(start, end - start).Trim(" \t\f;").IsEmpty;

    /// <summary>Where what follows a statement begins: the end of the file will do, for columns decide.</summary>
    private int NextStart(int end)
    {
        var position = end;
        var text = _source.Text;
        while (position < text.Length)
        {
            var c = text[position];
            if (c == '#')
            {
                position = _source.LineEnd(_source.LineOf(position));
                continue;
            }
            if (c is not (' ' or '\t' or '\f' or '\n' or '\r' or ';' or '\\')) return position;
            position++;
        }
        return text.Length + 1;
    }

    private bool IsElif(If branch) => string.CompareOrdinal(_source.Text, branch.Span.Start, "elif", 0, 4) == 0;

    private static int StartOf(Statement statement)
    {
        ImmutableArray<Expression> decorators = statement switch
        {
            FunctionDefinition function => function.DecoratorList,
            ClassDef type => type.DecoratorList,
            _ => [],
        };
        return decorators.IsEmpty ? statement.Span.Start : decorators[0].OuterSpan.Start;
    }

    private int ColumnOf(int position)
    {
        var column = 0;
        for (var i = _source.LineStart(_source.LineOf(position)); i < position; i++)
            column = _source.Text[i] == '\t' ? (column / 8 + 1) * 8 : column + 1;
        return column;
    }
}
