using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>Where an exception left interpreted code.</summary>
internal sealed class Place(Frame frame, int at) : InterpretedPlace, IFrameNames
{
    public Any Locals => FrameFunctions.Locals(frame);

    public Any Globals => frame.Globals.Dict;

    public PyCode Code => frame.Code.Object;

    public int Line => frame.At < frame.Code.Positions.Count ? frame.Code.Source.LineOf(frame.Code.Positions[frame.At].Span.Start) : frame.Code.FirstLine;

    public override TraceLevel Level
    {
        get
        {
            var code = frame.Code;
            var source = code.Source;
            if (at >= code.Positions.Count)
                return new TraceLevel(source.Path, code.FirstLine, null, null, default, false) { MethodName = code.Name, Names = this };
            var node = code.Positions[at];
            var span = node switch
            {
                // The call of a method in a chain over several lines is told where the name stands.
                Py.Call { Func: Py.Attribute method } call => Moved(method, call.Span),
                Py.Attribute attribute => Moved(attribute, attribute.Span),
                Py.FunctionDefinition or Py.ClassDef => new TextSpan(node.Span.Start, 0),
                _ => node.Span,
            };
            var place = Convert(source, span);
            var anchors = Anchors(node, source) is { } inner ? Convert(source, inner) : default;
            return new TraceLevel(source.Path, place.Line, null, place, anchors, node is Py.Call && IsWholeValue(source, place)) { MethodName = code.Name, Names = this };
        }
    }

    /// <summary>Whether a call is all that its lines return or assign, so that carets would say nothing.</summary>
    private static bool IsWholeValue(SourceText source, MapSpan place)
    {
        var lines = Enumerable.Range(place.Line, place.EndLine - place.Line + 1).Select(n => source.Line(n).TrimEnd()).ToArray();
        var indent = lines[0].Length - lines[0].TrimStart().Length;
        var text = string.Join('\n', lines)[indent..];
        if (PythonParser.Parse(new SourceText(source.Path, text)) is not { Module.Body: [var statement, ..] } parsed || parsed.Diagnostics.Any(static d => d.Severity == Severity.Error))
            return false;
        var value = statement switch
        {
            Py.Return { Value: Py.Call { Func: Py.Name } called } => called,
            Py.Assign { Value: Py.Call called } => called,
            _ => null,
        };
        return value is not null && value.Span.End == text.Length && value.Span.Start == place.Column - indent;
    }

    private TextSpan Moved(Py.Attribute method, TextSpan span)
    {
        var source = frame.Code.Source;
        var from = method.Value.OuterSpan.End;
        if (source.LineOf(method.Span.Start) == source.LineOf(method.Span.End))
            return span;
        var name = source.Text.LastIndexOf(method.Attr, method.Span.End - 1, method.Span.End - from, StringComparison.Ordinal);
        return name < 0 ? span : TextSpan.FromBounds(name, span.End);
    }

    private static MapSpan Convert(SourceText source, TextSpan span)
    {
        var (start, end) = (source.PositionOf(span.Start), source.PositionOf(span.End));
        return new MapSpan(start.Line, start.Column - 1, end.Line, end.Column - 1);
    }

    /// <summary>What of an expression the carets mark most.</summary>
    private static TextSpan? Anchors(Py.Node node, SourceText source) => node switch
    {
        Py.BinOp op => Operator(op, source),
        Py.Subscript item => TextSpan.FromBounds(Skip(source, item.Value.Span.End, static c => c == '['), item.Span.End),
        Py.Call call => TextSpan.FromBounds(Skip(source, call.Func.Span.End, static c => c == '('), call.Span.End),
        _ => null,
    };

    private static TextSpan Operator(Py.BinOp op, SourceText source)
    {
        var start = Skip(source, op.Left.Span.End, static c => !char.IsWhiteSpace(c) && c != ')');
        var isTwo = start + 1 < op.Right.Span.Start && !char.IsWhiteSpace(source.Text[start + 1]) && source.Text[start + 1] is not ('\\' or '#');
        return new TextSpan(start, isTwo ? 2 : 1);
    }

    private static int Skip(SourceText source, int position, Func<char, bool> fits)
    {
        while (!fits(source.Text[position]))
            position = source.Text[position] == '#' ? source.LineEnd(source.LineOf(position)) : position + 1;
        return position;
    }
}
