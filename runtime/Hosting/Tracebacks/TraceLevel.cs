namespace Pytocs.Runtime.Core;

/// <summary>One level of a traceback: a place in the code of one activation of a function.</summary>
/// <param name="File">The Python file.</param>
/// <param name="Line">Its line, from one.</param>
/// <param name="Function">The function, where the converter noted it.</param>
/// <param name="Span">The part of the statement that was running, if it is known.</param>
/// <param name="Anchors">What of it the carets mark most; empty for nothing.</param>
/// <param name="IsPlain">Whether carets under it would say nothing.</param>
internal sealed record TraceLevel(string File, int Line, MapFunction? Function, MapSpan? Span, MapSpan Anchors, bool IsPlain)
{
    /// <summary>The name of the C# method, where no function is known.</summary>
    public string MethodName { get; init; } = "<module>";

    /// <summary>The variables of the activation, where they can be looked at.</summary>
    public IFrameNames? Names { get; init; }

    /// <summary>The name that the traceback shows.</summary>
    public string Name => Function?.Name ?? MethodName;

    public string QualName => Function?.QualName ?? MethodName;
}

/// <summary>An activation whose variables can be looked at: one of interpreted code.</summary>
internal interface IFrameNames
{
    Any Locals { get; }

    Any Globals { get; }

    PyCode Code { get; }

    /// <summary>The line where it is now, or was last.</summary>
    int Line { get; }
}
