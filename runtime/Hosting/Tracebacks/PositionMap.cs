using System.Globalization;

namespace Pytocs.Runtime.Core;

/// <summary>A function, class body, lambda or generator expression of a Python file.</summary>
/// <param name="Kind"><c>m</c> module, <c>d</c> function, <c>a</c> coroutine, <c>y</c> generator, <c>n</c> asynchronous generator, <c>l</c> lambda, <c>g</c> generator expression, <c>c</c> class.</param>
/// <param name="Parent">The function around it; its own for the module.</param>
/// <param name="Line">The line where it starts.</param>
/// <param name="Column">And the column.</param>
/// <param name="QualName">Its qualified name.</param>
internal sealed record MapFunction(char Kind, MapFunction? Parent, int Line, int Column, string QualName)
{
    /// <summary>The name that a traceback shows: the code's <c>co_name</c>.</summary>
    public string Name { get; } = QualName[(QualName.LastIndexOf('.') + 1)..];

    /// <summary>The line where it starts, decorators included.</summary>
    public int FirstLine { get; set; } = Line;

    /// <summary>The names that it binds, parameters first.</summary>
    public IReadOnlyList<string> Locals { get; set; } = [];

    /// <summary>The last line, for each of the names, on which it is surely unbound.</summary>
    public IReadOnlyList<int> BoundAfter { get; set; } = [];

    /// <summary>The names that may be bound by the time a line runs.</summary>
    public IEnumerable<string> LocalsAt(int line) => Locals.Where((_, i) => BoundAfter[i] < line);

    /// <summary>What functions in a class assign through <c>self</c>.</summary>
    public IReadOnlyList<string> StaticAttributes { get; set; } = [];
}

/// <summary>A stretch of a Python file: lines from one, columns from zero.</summary>
internal readonly record struct MapSpan(int Line, int Column, int EndLine, int EndColumn)
{
    public bool Contains(MapSpan other)
        => (Line, Column).CompareTo((other.Line, other.Column)) <= 0 && (EndLine, EndColumn).CompareTo((other.EndLine, other.EndColumn)) >= 0;
}

/// <summary>A part of a statement that can raise.</summary>
/// <param name="Kind">What kind of operation it is.</param>
/// <param name="Function">The function that it runs in.</param>
/// <param name="IsPlain">Whether carets under it would say nothing.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Anchors">What of it the carets mark most; empty for nothing.</param>
/// <param name="Name">The name called or read, the operator.</param>
/// <param name="Container">What is known of what a subscript looks into: its type, of a dict that of the keys; empty for nothing.</param>
internal sealed record MapPart(char Kind, MapFunction Function, bool IsPlain, MapSpan Span, MapSpan Anchors, string Name, string Container = "");

/// <summary>A statement, or another piece of code that debug information tells apart.</summary>
/// <param name="Function">The function that it runs in.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Block">The whole <c>with</c> statement, if it is one.</param>
internal sealed record MapUnit(MapFunction Function, MapSpan Span, MapSpan? Block)
{
    /// <summary>What of it can raise, in the order of evaluation.</summary>
    public List<MapPart> Parts { get; } = [];
}

/// <summary>What the converter noted of a Python file for its tracebacks.</summary>
internal sealed class PositionMap
{
    private readonly Dictionary<(int Line, int Column), MapUnit> _units = [];
    private readonly List<MapUnit> _withs = [];
    private readonly List<MapFunction> _functions = [];
    private readonly HashSet<(int Line, int Column)> _definitions = [];

    public PositionMap(string table)
    {
        var functions = _functions;
        MapUnit? unit = null;
        foreach (var entry in table.Split('\n'))
        {
            if (entry.Length == 0)
                continue;
            switch (entry[0])
            {
                case 'f':
                    var f = entry.Split(' ', 6);
                    functions.Add(new MapFunction(f[1][0], functions.Count == 0 ? null : functions[Number(f[2])], Number(f[3]), Number(f[4]), f[5]));
                    if (f[1][0] is 'd' or 'a' or 'y' or 'n')
                        _definitions.Add((functions[^1].Line, functions[^1].Column));
                    break;
                case 'v':
                    var bound = entry[2..].Split(' ').Select(static n => n.Split('@')).ToArray();
                    functions[^1].Locals = [.. bound.Select(static n => n[0])];
                    functions[^1].BoundAfter = [.. bound.Select(static n => n.Length > 1 ? Number(n[1]) : 0)];
                    break;
                case 'd':
                    functions[^1].FirstLine = Number(entry[2..]);
                    break;
                case 's':
                    functions[^1].StaticAttributes = entry[2..].Split(' ');
                    break;
                case 'u':
                    var u = entry.Split(' ');
                    unit = new MapUnit(functions[Number(u[1])], Span(u, 2), u.Length > 6 ? Span(u, 6) : null);
                    // A comprehension's piece may start where its statement does.
                    _units.TryAdd((unit.Span.Line, unit.Span.Column), unit);
                    if (unit.Block is not null)
                        _withs.Add(unit);
                    break;
                default:
                    var n = entry.Split(' ', 13);
                    var container = n[1][0] == 's' && n[12].StartsWith('?') ? n[12][1..] : "";
                    unit!.Parts.Add(new MapPart(n[1][0], functions[Number(n[2])], n[3] == "1", Span(n, 4), Span(n, 8), container.Length > 0 ? "" : n[12], container));
                    break;
            }
        }
    }

    /// <summary>The code that starts at a position.</summary>
    public MapUnit? UnitAt(int line, int column) => _units.GetValueOrDefault((line, column));

    /// <summary>The function whose code is at a position.</summary>
    public MapFunction? FunctionAt(int line, int column) => UnitAt(line, column)?.Function ?? _functions.FindLast(f => f.Kind is not ('c' or 'm') && f.Line <= line);

    /// <summary>The module itself.</summary>
    public MapFunction Module => _functions[0];

    /// <summary>A function by its qualified name; the last of several.</summary>
    public MapFunction? Named(string qualName) => _functions.FindLast(f => f.QualName == qualName);

    /// <summary>A function by its qualified name; of several the one that a function object is of, as far as its code tells.</summary>
    public MapFunction? Named(string qualName, PyFunction? function)
    {
        var named = _functions.FindAll(f => f.QualName == qualName);
        return named.Count > 1 && function?.Place is { } place ? named.FindLast(f => (f.Line, f.Column).CompareTo(place) <= 0) ?? named[^1] : named.LastOrDefault();
    }

    /// <summary>A class by its qualified name; the last of several.</summary>
    public MapFunction? Class(string qualName) => _functions.FindLast(f => f.Kind == 'c' && f.QualName == qualName);

    /// <summary>Whether a statement defines a function.</summary>
    public bool IsDefinition(MapSpan span) => _definitions.Contains((span.Line, span.Column));

    /// <summary>The innermost <c>with</c> statement around a position.</summary>
    public MapUnit? WithAround(MapSpan span) => _withs.FindLast(w => w.Block!.Value.Contains(span) && w.Span != span);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static MapSpan Span(string[] fields, int at) => new(Number(fields[at]), Number(fields[at + 1]), Number(fields[at + 2]), Number(fields[at + 3]));
}

/// <summary>The position maps of the running program, by the name of their Python file.</summary>
public static class PositionMaps
{
    /// <summary>How the names of resources with a table end.</summary>
    public const string Suffix = ".positions";

    private static readonly Dictionary<string, Func<string>> s_tables = new(StringComparer.Ordinal);
    private static readonly Dictionary<string, PositionMap?> s_maps = new(StringComparer.Ordinal);

    /// <summary>Says where the table of a file comes from; it is asked for when a traceback is.</summary>
    public static void Provide(string path, Func<string> table) => s_tables[path] = table;

    /// <summary>The name under which a module's file is known here.</summary>
    internal static string? NameOf(string file)
        => s_tables.ContainsKey(file) ? file : s_tables.Keys.FirstOrDefault(k => Script.PathOf(k) == file || Path.GetFullPath(k) == file)
            ?? (EmbeddedTable.OfPython(file) is null ? null : file);

    internal static PositionMap? Of(string path)
    {
        lock (s_maps)
        {
            if (!s_maps.TryGetValue(path, out var map))
                s_maps[path] = map = (s_tables.TryGetValue(path, out var table) ? table() : EmbeddedTable.OfPython(path)?.Positions) is { } text ? new PositionMap(text) : null;
            return map;
        }
    }
}
