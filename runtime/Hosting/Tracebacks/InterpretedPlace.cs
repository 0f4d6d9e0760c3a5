using System.Diagnostics;

namespace Pytocs.Runtime.Core;

/// <summary>Where a piece of interpreted code stood when an exception left it.</summary>
internal abstract class InterpretedPlace
{
    /// <summary>The class whose methods run one activation of interpreted code each; their frames stand for it in .NET's stack.</summary>
    private const string Marker = "Pytocs.Interpreter.Activation";

    /// <summary>The level of a traceback.</summary>
    public abstract TraceLevel Level { get; }

    /// <summary>Whether a stack frame runs an activation of interpreted code.</summary>
    public static bool IsMarker(StackFrame frame)
        => DiagnosticMethodInfo.Create(frame) is { } method && IsMarker(method);

    /// <inheritdoc cref="IsMarker(StackFrame)"/>
    public static bool IsMarker(DiagnosticMethodInfo method)
        => method.DeclaringTypeName is { } type && type.StartsWith(Marker, StringComparison.Ordinal) && (type.Length == Marker.Length ? method.Name == "Run" : method.Name == "MoveNext");
}
