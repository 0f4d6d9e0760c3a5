namespace Pytocs.Runtime.Core;

// Errors of source text, which a converted program meets only through the library.
// https://docs.python.org/3.13/library/exceptions.html#SyntaxError

public class SyntaxError : PyException
{
    public SyntaxError(params ReadOnlySpan<Any> args) : base(args) => Initialise(Args);

    public static new readonly PyType Type = PyType.Exception("SyntaxError", PyException.Type, static args => new SyntaxError(args))
        .Property("msg", static e => Self(e).Reason, static (e, v) => Self(e).Reason = v)
        .Property("filename", static e => Self(e).FileName, static (e, v) => Self(e).FileName = v)
        .Property("lineno", static e => Self(e).Line, static (e, v) => Self(e).Line = v)
        .Property("offset", static e => Self(e).Offset, static (e, v) => Self(e).Offset = v)
        .Property("text", static e => Self(e).Text, static (e, v) => Self(e).Text = v)
        .Property("print_file_and_line", static e => Self(e).PrintsPlace, static (e, v) => Self(e).PrintsPlace = v)
        .Property("end_lineno", static e => Self(e).EndLine, static (e, v) => Self(e).EndLine = v)
        .Property("end_offset", static e => Self(e).EndOffset, static (e, v) => Self(e).EndOffset = v);

    protected override PyType NativeClass => Type;

    /// <summary>What is wrong: <c>e.msg</c>.</summary>
    public Any Reason { get; set; } = Any.None;

    public Any FileName { get; set; } = Any.None;

    public Any Line { get; set; } = Any.None;

    public Any Offset { get; set; } = Any.None;

    /// <summary>The source line.</summary>
    public Any Text { get; set; } = Any.None;

    public Any EndLine { get; set; } = Any.None;

    public Any EndOffset { get; set; } = Any.None;

    /// <summary>Python's <c>e.print_file_and_line</c>.</summary>
    private Any PrintsPlace { get; set; } = Any.None;

    private static SyntaxError Self(Any e) => (SyntaxError)e.Ref!;

    internal override void Initialise(PyTuple args)
    {
        base.Initialise(args);
        if (args.Count > 0)
            Reason = args[0];
        if (args.Count != 2)
            return;
        var place = PyTuple.From(args[1]);
        if (place.Count is not (4 or 6))
            throw new TypeError(place.Count < 4 ? $"function takes at least 4 arguments ({place.Count} given)" : $"function takes at most 6 arguments ({place.Count} given)");
        (FileName, Line, Offset, Text) = (place[0], place[1], place[2], place[3]);
        if (place.Count == 6)
            (EndLine, EndOffset) = (place[4], place[5]);
    }

    public override string Str()
    {
        var file = FileName.Ref is string path ? path[(path.LastIndexOf('/') + 1)..] : null;
        var line = Operators.IsIntLike(Line) ? Operators.Str(Line) : null;
        return (file, line) switch
        {
            (not null, not null) => $"{Operators.Str(Reason)} ({file}, line {line})",
            (not null, null) => $"{Operators.Str(Reason)} ({file})",
            (null, not null) => $"{Operators.Str(Reason)} (line {line})",
            _ => Operators.Str(Reason),
        };
    }
}

public class IndentationError(params ReadOnlySpan<Any> args) : SyntaxError(args)
{
    public static new readonly PyType Type = PyType.Exception("IndentationError", SyntaxError.Type, static args => new IndentationError(args));

    protected override PyType NativeClass => Type;
}

/// <summary>The error of a text that more text may mend, where <c>compile</c> is told to tell it from others (<c>_IncompleteInputError</c>).</summary>
public sealed class IncompleteInputError(params ReadOnlySpan<Any> args) : SyntaxError(args)
{
    public static new readonly PyType Type = PyType.Exception("_IncompleteInputError", SyntaxError.Type, static args => new IncompleteInputError(args));

    protected override PyType NativeClass => Type;
}

public class TabError(params ReadOnlySpan<Any> args) : IndentationError(args)
{
    public static new readonly PyType Type = PyType.Exception("TabError", IndentationError.Type, static args => new TabError(args));

    protected override PyType NativeClass => Type;
}
