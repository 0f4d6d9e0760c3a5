using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Where a suspended body stands. A state machine numbers its awaits, and debug information says where each of them is; see
/// <see href="https://github.com/dotnet/runtime/blob/main/docs/design/specs/PortablePdb-Metadata.md">portable PDB</see>.
/// </summary>
public static class AwaitLines
{
    private static readonly Guid s_stepping = new("54FD2AC5-E925-401A-9C2A-F94F171072F8");

    private static readonly ConcurrentDictionary<Type, (string File, int Line, int Column)[]> s_awaits = new();
    private static readonly ConcurrentDictionary<Assembly, byte[]> s_images = new();

    /// <summary>Gives the image of an assembly that is in memory alone.</summary>
    public static void Provide(Assembly assembly, byte[] image) => s_images[assembly] = image;

    /// <summary>The file, line and column at which a state machine waits; null where debug information does not say it.</summary>
    internal static (string File, int Line, int Column)? Of(Type machine, int state)
    {
        var awaits = s_awaits.GetOrAdd(machine, Read);
        if (state < 0 || state >= awaits.Length)
            return null;
        var (file, line, column) = awaits[state];
        if (!file.EndsWith(".cs", StringComparison.Ordinal))
            return (file, line, column - 1);
        return EmbeddedTable.Of(file)?.PlaceOf(line, column - 1);
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "A program without the method's name tells no lines.")]
    private static (string File, int Line, int Column)[] Read(Type machine)
        => machine.GetMethod("MoveNext", BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public) is { } method ? Read(method, [], Read) : [];

    /// <summary>Reads what the debug information has of a method.</summary>
    /// <param name="method">The method.</param>
    /// <param name="otherwise">What there is without such information.</param>
    /// <param name="read">Reads it.</param>
    internal static T Read<T>(MethodBase method, T otherwise, Func<MetadataReader, MethodDefinitionHandle, T> read)
    {
        try
        {
            var assembly = method.Module.Assembly;
            var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".dll");
            using var image = s_images.TryGetValue(assembly, out var bytes) ? new PEReader([.. bytes]) : new PEReader(File.OpenRead(path));
            if (!image.TryOpenAssociatedPortablePdb(path, static p => File.Exists(p) ? File.OpenRead(p) : null, out var symbols, out _) || symbols is null)
                return otherwise;
            using (symbols)
                return read(symbols.GetMetadataReader(), (MethodDefinitionHandle)MetadataTokens.Handle(method.MetadataToken));
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or ArgumentException or UnauthorizedAccessException)
        {
            return otherwise;
        }
    }

    private static (string File, int Line, int Column)[] Read(MetadataReader reader, MethodDefinitionHandle method)
    {
        var stepping = reader.GetCustomDebugInformation(method).Select(reader.GetCustomDebugInformation).FirstOrDefault(i => reader.GetGuid(i.Kind) == s_stepping);
        if (stepping.Value.IsNil)
            return [];
        var points = reader.GetMethodDebugInformation(method.ToDebugInformationHandle()).GetSequencePoints().Where(static p => !p.IsHidden).ToList();
        var awaits = new List<(string, int, int)>();
        var blob = reader.GetBlobReader(stepping.Value);
        blob.ReadUInt32();
        while (blob.RemainingBytes > 0)
        {
            var offset = blob.ReadUInt32();
            blob.ReadUInt32();
            blob.ReadCompressedInteger();
            var point = points.FindLast(p => p.Offset <= offset);
            awaits.Add(point.Document.IsNil ? ("", 0, 0) : (reader.GetString(reader.GetDocument(point.Document).Name), point.StartLine, point.StartColumn));
        }
        return [.. awaits];
    }
}
