using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Pytocs.Runtime.Core;

/// <summary>What a program's assembly carries of one of its files for tracebacks. The converter writes it beside the C# of a project:
/// <code>
/// p path                           the Python file
/// h hash                           SHA-256 of the C# file that the lines are of
/// l line column line column        from this place of the C# on, code came from that one of the Python; line 0 for nowhere
/// f, d, v, s, u, n                 the position table
/// t                                what follows is the Python text
/// </code></summary>
internal sealed class EmbeddedTable
{
    private static readonly Dictionary<string, EmbeddedTable?> s_tables = new(StringComparer.Ordinal);

    private readonly List<(int Line, int Column, int PythonLine, int PythonColumn)> _lines = [];
    private readonly string? _hash;
    private readonly Assembly _assembly;

    private EmbeddedTable(string text, Assembly assembly)
    {
        _assembly = assembly;
        var at = text.IndexOf("\nt\n", StringComparison.Ordinal);
        var end = at < 0 ? text.Length : at + 1;
        if (at >= 0)
            SourceLines = [.. text[(at + 3)..].Split('\n')];
        var start = 0;
        // The head ends where the position table, which is read by itself, starts.
        while (start < end && text[start] is 'p' or 'h' or 'l' or '#')
        {
            var stop = text.IndexOf('\n', start);
            var entry = text[start..stop].TrimEnd('\r').Split(' ', entryParts(text[start]));
            if (entry[0] == "p")
                PythonPath = Script.PathOf(entry[1]);
            else if (entry[0] == "h")
                _hash = entry[1];
            else if (entry[0] == "l")
                _lines.Add((Number(entry[1]), Number(entry[2]), Number(entry[3]), Number(entry[4])));
            start = stop + 1;
        }
        Positions = text[start..end];

        static int entryParts(char kind) => kind == 'l' ? 5 : 2;
    }

    /// <summary>The full name of the Python file.</summary>
    public string PythonPath { get; } = "";

    /// <summary>The position table.</summary>
    public string Positions { get; }

    /// <summary>The lines of the Python text; none where only the table is there.</summary>
    public ImmutableArray<string> SourceLines { get; } = [];

    /// <summary>The table of a file, Python or C#; null where no assembly has one.</summary>
    public static EmbeddedTable? Of(string path)
    {
        lock (s_tables)
        {
            if (!s_tables.TryGetValue(path, out var table))
                s_tables[path] = table = Find(path);
            return table;
        }
    }

    /// <summary>The table, already read, of a Python file.</summary>
    public static EmbeddedTable? OfPython(string path)
    {
        lock (s_tables)
            return s_tables.Values.FirstOrDefault(t => t?.PythonPath == path) ?? Of(path) ?? Named(path);
    }

    private static readonly Dictionary<string, EmbeddedTable?> s_named = new(StringComparer.Ordinal);

    /// <summary>The table, named after a C# file, whose head says that it is of a Python file.</summary>
    private static EmbeddedTable? Named(string path)
    {
        if (!s_named.TryGetValue(path, out var table))
            s_named[path] = table = Resources().Where(r => r.Name.EndsWith(".cs" + PositionMaps.Suffix, StringComparison.Ordinal) && HeadNames(r.Assembly, r.Name) == path)
                .Select(static r => Read(r.Assembly, r.Name)).FirstOrDefault();
        return table;
    }

    /// <summary>The Python file that the head of a table names.</summary>
    private static string? HeadNames(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        while (reader.ReadLine() is { } line && (line.StartsWith('#') || line.StartsWith('p')))
            if (line.StartsWith("p ", StringComparison.Ordinal))
                return Script.PathOf(line[2..]);
        return null;
    }

    private static IEnumerable<(Assembly Assembly, string Name)> Resources()
        => AppDomain.CurrentDomain.GetAssemblies().Where(static a => !a.IsDynamic)
            .SelectMany(static a => a.GetManifestResourceNames().Where(static n => n.EndsWith(PositionMaps.Suffix, StringComparison.Ordinal)).Select(n => (a, n)));

    private static EmbeddedTable Read(Assembly assembly, string name)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
        return new EmbeddedTable(reader.ReadToEnd(), assembly);
    }

    /// <summary>Where in the Python file a place of the C# file came from; null for code without counterpart.</summary>
    public (string File, int Line, int Column)? PlaceOf(int csLine, int csColumn)
    {
        var index = _lines.FindLastIndex(l => (l.Line, l.Column).CompareTo((csLine, csColumn)) <= 0);
        return index >= 0 && _lines[index] is { PythonLine: > 0 } place ? (PythonPath, place.PythonLine, place.PythonColumn) : null;
    }

    private static EmbeddedTable? Find(string path)
    {
        var sought = "/" + path.Replace('\\', '/');
        var found = Resources()
            .Where(r => sought.EndsWith("/" + r.Name[..^PositionMaps.Suffix.Length].Replace('\\', '/'), StringComparison.Ordinal))
            .OrderByDescending(static r => r.Name.Length).FirstOrDefault();
        if (found.Name is null)
            return null;
        var table = Read(found.Assembly, found.Name);
        return table.IsOf(path) ? table : null;
    }

    /// <summary>Whether the C# file that was compiled is the one that the lines are of; one that was edited since has other lines.</summary>
    private bool IsOf(string path)
    {
        if (_hash is null)
            return true;
        try
        {
            var location = Path.Combine(AppContext.BaseDirectory, _assembly.GetName().Name + ".dll");
            using var file = File.OpenRead(location);
            using var image = new PEReader(file);
            if (!image.TryOpenAssociatedPortablePdb(location, static p => File.Exists(p) ? File.OpenRead(p) : null, out var symbols, out _) || symbols is null)
                return false;
            using (symbols)
            {
                var reader = symbols.GetMetadataReader();
                return reader.Documents.Select(reader.GetDocument).Any(d => reader.GetString(d.Name) == path && Convert.ToHexString(reader.GetBlobBytes(d.Hash)) == _hash);
            }
        }
        catch (Exception error) when (error is IOException or BadImageFormatException or ArgumentException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
