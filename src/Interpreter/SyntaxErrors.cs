using Pytocs.Parser.Diagnostics;
using Descriptor = Pytocs.Parser.Diagnostics.Descriptor;
using Pytocs.Parser.Text;

namespace Pytocs.Interpreter;

/// <summary>What the parser found, as the exceptions that CPython raises. See <see href="https://docs.python.org/3.13/library/exceptions.html#SyntaxError">SyntaxError</see>.</summary>
internal static class SyntaxErrors
{
    /// <summary>How messages of CPython's symbol table begin: its errors keep their place out of their arguments.</summary>
    private static readonly string[] s_symbolTable =
    [
        "name '", "duplicate argument", "duplicate type parameter", "nonlocal declaration", "no binding for nonlocal", "annotated name", "assignment expression ", "import * only", "not a chance",
        "future feature", "from __future__ imports", "non-default type parameter",
    ];

    public static SyntaxError Of(Diagnostic found, bool isWholeLines)
    {
        var source = found.Source!;
        var (start, end) = (found.Start, found.End);
        var isSemantic = found.Descriptor == Catalogue.SemanticSyntaxError;
        var (offset, endOffset) = ((long)start.Column, (long)end.Column);
        var message = found.Message;
        if (message.EndsWith("was never closed", StringComparison.Ordinal))
            endOffset = 0;
        if (found.Descriptor == Catalogue.IndentationError && message.StartsWith("unexpected indent", StringComparison.Ordinal))
            (offset, endOffset) = (Math.Max(1, Indentation(source, start.Line)), -1);
        if (!isWholeLines && !isSemantic && found.Span.Start >= source.Text.TrimEnd('\n').Length && message == "invalid syntax")
            (offset, endOffset) = (0, 0);
        Any text = isSemantic ? FileLine(source, start.Line) : !isWholeLines ? LastLine(source, start.Line) : Line(source, start.Line, !message.StartsWith("unterminated", StringComparison.Ordinal));
        var error = Make(found.Descriptor, message, PyTuple.Of([source.Path, start.Line, offset, text, end.Line, endOffset]));
        if (isSemantic && s_symbolTable.Any(p => message.StartsWith(p, StringComparison.Ordinal)))
            error.Args = PyTuple.Of(message);
        return error;
    }

    /// <summary>An error at a place that this room finds itself.</summary>
    public static SyntaxError At(SourceText source, string message, TextSpan span, bool isWholeLines = false)
        => Of(new Diagnostic(Catalogue.SyntaxError, source, span, message), isWholeLines);

    /// <summary>The error of a text without anything in it.</summary>
    public static SyntaxError Empty(string path, bool isIncomplete)
        => isIncomplete ? new IncompleteInputError("incomplete input", PyTuple.Of([path, 0, 0, "", 0, 0])) : Make(Catalogue.SyntaxError, "invalid syntax", PyTuple.Of([path, 0, 0, "", 0, 0]));

    /// <summary>The error of a text that more text may mend; it stands at the end of the last line.</summary>
    public static SyntaxError Incomplete(SourceText source)
    {
        var line = source.LineOf(Math.Max(0, source.Text.Length - 1));
        var text = source.Text[source.LineStart(line)..];
        return new IncompleteInputError("incomplete input", PyTuple.Of([source.Path, line, text.Length, text, line, -1]));
    }

    private static SyntaxError Make(Descriptor kind, string message, PyTuple place)
        => kind == Catalogue.IndentationError ? new IndentationError(message, place) : kind == Catalogue.TabError ? new TabError(message, place) : new SyntaxError(message, place);

    private static int Indentation(SourceText source, int line) => source.Line(line).TakeWhile(static c => c is ' ' or '\t' or '\f').Count();

    private static string Line(SourceText source, int line, bool whole)
    {
        var text = line > source.LineCount ? "" : source.Line(line);
        return whole || line < source.LineCount ? text + "\n" : text;
    }

    /// <summary>A line of an expression: with its end only where nothing follows.</summary>
    private static string LastLine(SourceText source, int line) => line > source.LineCount ? "" : Line(source, line, false).TrimEnd('\n') + (line == source.LineCount - 1 && source.Line(source.LineCount).Length == 0 ? "\n" : "");

    /// <summary>What the compiler shows is read from the file of that name, if there is one.</summary>
    private static Any FileLine(SourceText source, int line) => File.Exists(source.Path) ? Line(source, line, whole: true) : Any.None;
}
