using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Positions;

/// <summary>Which stretch of Python stands for a statement where an error in it is shown.</summary>
internal static class Origins
{
    /// <summary>Stands for no stretch: code beneath is not of the statement around it either.</summary>
    public static readonly TextSpan Nowhere = new(-1, 0);

    /// <summary>A simple statement as a whole; of a compound one what its first line evaluates.</summary>
    public static TextSpan? Of(Py.Statement statement) => statement switch
    {
        Py.If @if => @if.Test.Span,
        Py.While @while => @while.Test.Span,
        Py.ForStatement @for => @for.Iter.Span,
        Py.WithStatement with => with.Items[0].ContextExpr.Span,
        Py.Match match => match.Subject.Span,
        Py.TryStatement => Nowhere,
        _ => statement.Span,
    };
}
