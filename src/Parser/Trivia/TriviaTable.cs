using System.Collections.Immutable;
using Pytocs.Parser.Ast;

namespace Pytocs.Parser.Trivia;

/// <summary>
/// Comments and blank lines, attached to statements, except handlers and match cases. Every comment is
/// found exactly once. A comment on or before a line that has no node (`else:`, `finally:`) stands before the
/// first statement of its block; one inside a statement of several lines stands before that statement.
/// </summary>
public sealed class TriviaTable
{
    /// <summary>The table of a file whose comments are not kept.</summary>
    public static TriviaTable Empty { get; } = new();

    private readonly Dictionary<Node, List<Comment>> _before = [];
    private readonly Dictionary<Node, List<Comment>> _after = [];
    private readonly Dictionary<(Node, BlockKind), List<Comment>> _atEnd = [];
    private readonly Dictionary<Node, int> _blankLines = [];

    /// <summary>Every comment of the file, in order.</summary>
    public ImmutableArray<Comment> All { get; internal set; } = [];

    /// <summary>The comments that stand before a node on lines of their own, or inside it.</summary>
    public IReadOnlyList<Comment> Before(Node node) => Find(_before, node);

    /// <summary>The comments after a node on its last line; of a compound statement, on its header's line.</summary>
    public IReadOnlyList<Comment> After(Node node) => Find(_after, node);

    /// <summary>The comments after the last statement of a block; of the module, those at the end of the file.</summary>
    public IReadOnlyList<Comment> AtEnd(Node node, BlockKind block = BlockKind.Body) => Find(_atEnd, (node, block));

    /// <summary>How many blank lines stand directly before a node and the comments that belong to it.</summary>
    public int BlankLinesBefore(Node node) => _blankLines.GetValueOrDefault(node);

    /// <summary>Gives a node that stands for another one the other's comments and blank lines.</summary>
    public void Adopt(Node from, Node to)
    {
        foreach (var table in new[] { _before, _after })
            if (table.TryGetValue(from, out var comments))
                table[to] = comments;
        foreach (var block in Enum.GetValues<BlockKind>())
            if (_atEnd.TryGetValue((from, block), out var comments))
                _atEnd[(to, block)] = comments;
        if (_blankLines.TryGetValue(from, out var lines))
            _blankLines[to] = lines;
    }

    internal void AddBefore(Node node, Comment comment) => Add(_before, node, comment);

    internal void AddAfter(Node node, Comment comment) => Add(_after, node, comment);

    internal void AddAtEnd(Node node, BlockKind block, Comment comment) => Add(_atEnd, (node, block), comment);

    internal void SetBlankLines(Node node, int count) => _blankLines[node] = count;

    private static IReadOnlyList<Comment> Find<TKey>(Dictionary<TKey, List<Comment>> table, TKey key) where TKey : notnull =>
        table.TryGetValue(key, out var comments) ? comments : [];

    private static void Add<TKey>(Dictionary<TKey, List<Comment>> table, TKey key, Comment comment) where TKey : notnull
    {
        if (!table.TryGetValue(key, out var comments)) table[key] = comments = [];
        comments.Add(comment);
    }
}
