using System.Diagnostics;

namespace Pytocs.Runtime.Core;

/// <summary>Where a piece of interpreted code stood when an exception left it.</summary>
internal abstract class InterpretedPlace
{
    /// <summary>The class whose methods run one activation of interpreted code each; their frames stand for it in .NET's stack.</summary>
    private const string Marker = "Pytocs.Interpreter.Activation";

    /// <summary>The level of a traceback.</summary>
    public abstract TraceLevel Level { get; }

    /// <summary>Where the activations of interpreted code stand that run now and do not suspend, innermost first; the interpreter sets it.</summary>
    public static Func<List<InterpretedPlace>>? Live { get; set; }

    /// <summary>Whether a stack frame runs an activation that does not suspend.</summary>
    public static bool IsLive(StackFrame frame)
        => DiagnosticMethodInfo.Create(frame) is { Name: "Run", DeclaringTypeName: Marker };

    /// <summary>Whether a stack frame runs an activation of interpreted code.</summary>
    public static bool IsMarker(StackFrame frame)
        => DiagnosticMethodInfo.Create(frame) is { } method && IsMarker(method);

    /// <inheritdoc cref="IsMarker(StackFrame)"/>
    public static bool IsMarker(DiagnosticMethodInfo method)
        => method.DeclaringTypeName is { } type && type.StartsWith(Marker, StringComparison.Ordinal) && (type.Length == Marker.Length ? method.Name == "Run" : method.Name == "MoveNext");
}
