using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Pytocs.Runtime.Async;

/// <summary>Looks into a body that has stopped: the C# compiler keeps what it awaits, and its parameters, in fields of its state machine.</summary>
internal static class StoppedBody
{
    private static readonly ConcurrentDictionary<Type, FieldInfo[]> s_fields = new();

    /// <summary>What a body awaits: a future, or the body beneath it; null where that is neither.</summary>
    public static object? Awaited(Resumable? body)
    {
        if (body?.Machine is not { } machine || body.HasEnded)
            return null;
        // An awaiter that is not in use is cleared.
        foreach (var field in Fields(machine.GetType()))
            if (field.Name.StartsWith("<>u__", StringComparison.Ordinal) && field.GetValue(machine) is IChainAwaiter { Awaited: { } awaited })
                return awaited;
        return null;
    }

    /// <summary>Whether the body is a given method's.</summary>
    public static bool IsOf(object machine, Type type, string method)
        => machine.GetType() is var own && own.Name.StartsWith($"<{method}>", StringComparison.Ordinal) && own.DeclaringType is { } declaring
            && (declaring == type || (declaring.IsGenericType && declaring.GetGenericTypeDefinition() == type));

    /// <summary>A parameter of the body's method; <c>this</c> where no name is given.</summary>
    public static object? Parameter(object machine, string? name = null)
        => Fields(machine.GetType()).FirstOrDefault(f => f.Name == (name ?? "<>4__this"))?.GetValue(machine);

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A program without the fields tells of nothing that is awaited.")]
    private static FieldInfo[] Fields(Type machine)
        => s_fields.GetOrAdd(machine, static t => t.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));
}
