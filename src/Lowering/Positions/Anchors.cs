using Pytocs.Parser.Ast;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering.Positions;

/// <summary>The stretch that a traceback marks with <c>^</c> inside an expression whose rest it marks with <c>~</c>.</summary>
internal static class Anchors
{
    /// <summary>The operator of a binary operation, the brackets of a subscript or call; null for anything else.</summary>
    public static TextSpan? Of(Node? shape, SourceText source) => shape switch
    {
        BinOp op => Operator(op, source),
        Subscript subscript => TextSpan.FromBounds(Find(source, subscript.Value.Span.End, '['), subscript.Span.End),
        Call call => TextSpan.FromBounds(Find(source, call.Func.Span.End, '('), call.Span.End),
        _ => null,
    };

    private static TextSpan Operator(BinOp op, SourceText source)
    {
        var start = Skip(source, op.Left.Span.End, static c => !char.IsWhiteSpace(c) && c != ')');
        var isTwo = start + 1 < op.Right.Span.Start && !char.IsWhiteSpace(source.Text[start + 1]) && source.Text[start + 1] is not ('\\' or '#');
        return new TextSpan(start, isTwo ? 2 : 1);
    }

    private static int Find(SourceText source, int from, char wanted) => Skip(source, from, c => c == wanted);

    /// <summary>The first character from a position on that fits, outside of comments.</summary>
    private static int Skip(SourceText source, int position, Func<char, bool> fits)
    {
        while (source.Text[position] is '\\' or '#' || !fits(source.Text[position]))
            position = source.Text[position] == '#' ? source.LineEnd(source.LineOf(position)) : position + 1;
        return position;
    }
}
