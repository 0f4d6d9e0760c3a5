using System.Collections.Immutable;
using Pytocs.Lowering.Tree;
using Pytocs.Parser.Text;

namespace Pytocs.Emit;

/// <summary>What stands around statements: blank lines, comments, line directives.</summary>
internal sealed partial class StatementEmitter
{
    private int _quiet;

    /// <summary>Code where no directive may stand, until the result is disposed of.</summary>
    public Quiet WithoutLines()
    {
        _quiet++;
        return new Quiet(this);
    }

    /// <summary>Ends a stretch without directives.</summary>
    internal readonly struct Quiet(StatementEmitter emitter) : IDisposable
    {
        public void Dispose() => emitter._quiet--;
    }

    /// <summary>The directive in front of what came from a stretch of Python, or from nowhere; null where none are written.</summary>
    public string? LineOf(TextSpan? origin) => _lines is null || _quiet > 0 ? null : origin is { Start: >= 0 } span ? _lines.At(span) : LineDirectives.Hidden;

    /// <summary>Blank line, comments and indentation in front of a line.</summary>
    /// <param name="blank">Whether a blank line stands first.</param>
    /// <param name="comments">The comments.</param>
    /// <param name="line">The <c>#line</c> directive, if any.</param>
    public void Before(bool blank, ImmutableArray<string> comments, string? line)
    {
        if (blank)
            Writer.Write('\n');
        CommentLines(comments);
        if (line is not null)
            Writer.Write(line);
        Writer.Indent();
    }

    public void CommentLines(ImmutableArray<string> comments)
    {
        foreach (var comment in comments.IsDefault ? [] : comments)
        {
            if (comment.Length > 0)
                Writer.Indent().Comment("//", comment);
            Writer.Write('\n');
        }
    }

    /// <summary>The end of a line: its comment, if any, and the line break.</summary>
    public void LineEnd(LowTrivia trivia)
    {
        if (trivia.After is not null)
            Writer.Comment(" //", trivia.After);
        Writer.Write('\n');
    }
}
