using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;

namespace Pytocs.Runtime.Core;

/// <summary>Where the Python of a function stands, as debug information says: several functions may have the same qualified name.</summary>
public sealed partial class PyFunction
{
    private static readonly ConcurrentDictionary<MethodInfo, (string File, int Line, int Column)?> s_places = new();

    /// <summary>The line and column at which its first statement begins, or its definition where its body is another method; null where nothing tells.</summary>
    internal (int Line, int Column)? Place
        => Written(_body0 ?? _body1 ?? _body2 ?? _body3 ?? (Delegate?)_bodyN) is { } method && s_places.GetOrAdd(method, static m => AwaitLines.Read(m, null, First)) is var (file, line, column)
            ? !file.EndsWith(".cs", StringComparison.Ordinal) ? (line, column - 1) : EmbeddedTable.Of(file)?.PlaceOf(line, column - 1) is { } place ? (place.Line, place.Column) : null
            : null;

    /// <summary>The program's method beneath what the runtime wraps around it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2075", Justification = "A program without the field tells the line of the last function of a name.")]
    private static MethodInfo? Written(Delegate? body)
    {
        while (body?.Method.Module == typeof(PyFunction).Module)
            body = body.Target?.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Select(f => f.GetValue(body.Target)).OfType<Delegate>().FirstOrDefault();
        return body?.Method;
    }

    private static (string File, int Line, int Column)? First(MetadataReader reader, MethodDefinitionHandle method)
    {
        foreach (var point in reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints())
            if (!point.IsHidden)
                return (reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine, point.StartColumn);
        return null;
    }
}
