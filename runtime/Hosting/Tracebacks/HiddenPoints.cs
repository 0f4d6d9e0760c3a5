using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;

namespace Pytocs.Runtime.Core;

/// <summary>Code that came from no Python. .NET tells for it the line of the code before; the debug information knows better.</summary>
internal static class HiddenPoints
{
    private static readonly ConcurrentDictionary<MethodBase, (int Offset, bool IsHidden)[]> s_points = new();

    /// <summary>Whether a frame stands at such code.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "A program without methods to ask for has a level more in some tracebacks.")]
    public static bool IsHidden(StackFrame? frame)
        => frame?.GetMethod() is { } method && frame.GetILOffset() is >= 0 and var offset
            && Array.FindLast(s_points.GetOrAdd(method, static m => AwaitLines.Read(m, [], Read)), p => p.Offset <= offset).IsHidden;

    private static (int Offset, bool IsHidden)[] Read(MetadataReader reader, MethodDefinitionHandle method)
        => [.. reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints().Select(static p => (p.Offset, p.IsHidden))];
}
