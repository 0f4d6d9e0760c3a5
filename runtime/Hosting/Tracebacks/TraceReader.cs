using System.Diagnostics;

namespace Pytocs.Runtime.Core;

/// <summary>From .NET's stack frames to the levels of a Python traceback, outermost first.</summary>
internal static class TraceReader
{
    /// <summary>A stack frame of Python code.</summary>
    private sealed record Frame(string File, int Line, int Column, string Method, string Name)
    {
        public PositionMap? Map { get; init; }

        /// <summary>What .NET says of it.</summary>
        public StackFrame? Native { get; init; }

        public MapUnit? Unit { get; set; }

        /// <summary>The runtime's methods that it called last, outermost first.</summary>
        public List<string> Inside { get; } = [];

        /// <summary>The place in interpreted code, if the frame runs such code.</summary>
        public TraceLevel? Interpreted { get; init; }
    }

    /// <summary>The levels of the way that an exception took, without the first ones.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="skip">How many of .NET's frames, innermost first, are left out.</param>
    /// <param name="interpreted">Where interpreted code stood, innermost first.</param>
    public static List<TraceLevel> Of(Exception error, int skip = 0, IReadOnlyList<InterpretedPlace>? interpreted = null)
        => Levels(new StackTrace(error, skip, true), error as BaseException, interpreted);

    /// <summary>The levels that run now.</summary>
    public static List<TraceLevel> Current() => Levels(new StackTrace(1, true), null, InterpretedPlace.Live?.Invoke());

    /// <summary>The levels that run now, as frames know them: by their lines, without the part that runs.</summary>
    public static List<TraceLevel> CurrentLines() => [.. Levels(new StackTrace(1, true), null, InterpretedPlace.Live?.Invoke()).Select(static l => l with { Line = l.Span?.Line ?? l.Line, Span = null })];

    /// <summary>The function that runs now, or one that called it.</summary>
    /// <param name="level">One for the function itself, two for its caller.</param>
    public static TraceLevel? Caller(long level)
    {
        var frames = Activations(new StackTrace(1, true), InterpretedPlace.Live?.Invoke(), isLive: true, withAwaiting: level > 1);
        if (level < 1 || level > frames.Count)
            return null;
        var frame = frames[^(int)level];
        if (frame.Interpreted is { } interpreted)
            return interpreted;
        return new TraceLevel(frame.File, frame.Line, frame.Unit?.Function, null, default, false) { MethodName = frame.Name };
    }

    /// <summary>The line at which a function is that runs now; null where it does not run.</summary>
    public static int? RunningLine(string qualName)
        => Activations(new StackTrace(1, true)).FindLast(f => f.Unit?.Function.QualName == qualName)?.Line;

    private static List<TraceLevel> Levels(StackTrace trace, BaseException? error, IReadOnlyList<InterpretedPlace>? interpreted)
    {
        var frames = Activations(trace, interpreted, error is null);
        var levels = new List<TraceLevel>(frames.Count);
        for (var i = 0; i < frames.Count; i++)
            Add(frames[i], i + 1 < frames.Count ? frames[i + 1] : null, error, levels);
        return levels;
    }

    /// <summary>One frame for each activation of a Python function: closures that C# made of its parts belong to it.</summary>
    private static List<Frame> Activations(StackTrace trace, IReadOnlyList<InterpretedPlace>? interpreted = null, bool isLive = false, bool withAwaiting = true)
    {
        var result = new List<Frame>();
        var primary = "";
        var all = trace.GetFrames();
        var places = interpreted?.Count ?? 0;
        var awaiting = isLive && withAwaiting ? AwaitingFrames.Of(all) : null;
        for (var i = all.Length - 1; i >= 0; i--)
        {
            foreach (var body in awaiting?.Awaiting(i) ?? [])
                if (Waiting(body) is { } stopped)
                {
                    result.Add(stopped);
                    primary = stopped.Method;
                }
            if (awaiting?.HasEnded(i) == true)
                continue;
            if (places > 0 && (isLive ? InterpretedPlace.IsLive(all[i]) : InterpretedPlace.IsMarker(all[i])))
            {
                var level = interpreted![--places].Level;
                result.Add(new Frame(level.File, level.Line, 0, "", level.Name) { Interpreted = level });
                primary = "";
                continue;
            }
            if (Place(all[i]) is not var (file, line, column))
            {
                if (result.Count > 0 && DiagnosticMethodInfo.Create(all[i]) is { } native && native.DeclaringTypeName is { } type && !type.EndsWith(".Operators", StringComparison.Ordinal) && !type.EndsWith(".Any", StringComparison.Ordinal))
                    result[^1].Inside.Add(native.Name);
                continue;
            }
            var method = DiagnosticMethodInfo.Create(all[i]);
            var map = PositionMaps.Of(file);
            var frame = new Frame(file, line, column, method?.DeclaringTypeName + "." + method?.Name, PythonNames.Of(method)) { Map = map, Native = all[i] };
            frame.Unit = map?.UnitAt(frame.Line, frame.Column);
            // C# code that stands for no code of Python's raises again.
            if (map is not null && frame.Unit is null)
                continue;
            if (IsAdapter(frame, method, result.Count > 0 ? result[^1] : null))
                continue;
            if (result.Count > 0 && result[^1] is var outer && outer.Unit is { } outerUnit && frame.Unit is { } unit && outerUnit.Function == unit.Function)
            {
                // A rethrow by C# code is no level of its own.
                if (frame.Method != primary || IsRethrow(outerUnit, unit) || HiddenPoints.IsHidden(outer.Native))
                {
                    result[^1] = frame;
                    continue;
                }
            }
            else
            {
                primary = frame.Method;
            }
            result.Add(frame);
        }
        for (var i = result.Count - 2; i >= 0; i--)
            if (IsAdapter(result[i], result[i + 1]))
                result.RemoveAt(i);
        return result;
    }

    /// <summary>A body of the program that awaits another.</summary>
    private static Frame? Waiting(Async.Resumable body)
        => body.Position is var (machine, state) && AwaitLines.Of(machine, state) is var (file, line, column) && PositionMaps.Of(file) is { } map && map.UnitAt(line, column) is { } unit
            ? new Frame(file, line, column, machine.FullName + ".MoveNext", unit.Function.Name) { Map = map, Unit = unit }
            : null;

    /// <summary>Whether a frame is the lambda that makes a function object of a method: it stands where the class defines the method, and only hands on.</summary>
    private static bool IsAdapter(Frame frame, Frame next)
        => frame.Unit is { Function.Kind: 'c' } definition && next.Unit?.Function is { Kind: not 'c' } method && method.Parent == definition.Function
            && method.Line >= definition.Span.Line && method.Line <= definition.Span.EndLine && frame.Method.Contains(">b__", StringComparison.Ordinal);

    /// <summary>Where in a Python file a frame stands: debug information says so itself, or the table of the C# file does.</summary>
    private static (string File, int Line, int Column)? Place(StackFrame frame)
    {
        if (frame.GetFileName() is not { } file)
            return null;
        // A script need not be called .py.
        if (!file.EndsWith(".cs", StringComparison.Ordinal))
            return (file, frame.GetFileLineNumber(), frame.GetFileColumnNumber() - 1);
        return EmbeddedTable.Of(file) is { } table ? table.PlaceOf(frame.GetFileLineNumber(), frame.GetFileColumnNumber() - 1) : null;
    }

    /// <summary>
    /// Whether a frame is the lambda of a function object that only calls the function: C# has it on the line of the definition. The
    /// body of a class that is being built is a lambda too.
    /// </summary>
    private static bool IsAdapter(Frame frame, DiagnosticMethodInfo? method, Frame? outer)
        => frame.Unit is { } unit && method?.Name.Contains(">b__", StringComparison.Ordinal) == true && frame.Map!.IsDefinition(unit.Span)
            && !(unit.Function.Kind == 'c' && outer?.Unit is { } around && (around.Span.Line, around.Span.Column) == (unit.Function.Line, unit.Function.Column));

    private static bool IsRethrow(MapUnit outer, MapUnit inner)
        => outer.Block?.Contains(inner.Span) == true || outer.Parts is [{ Kind: 'r' }];

    private static void Add(Frame frame, Frame? next, BaseException? error, List<TraceLevel> levels)
    {
        if (frame.Interpreted is { } interpreted)
        {
            levels.Add(interpreted);
            return;
        }
        if (frame.Unit is not { } unit)
        {
            levels.Add(new TraceLevel(frame.File, frame.Line, null, null, default, false) { MethodName = frame.Name });
            return;
        }
        var callee = next?.Unit?.Function;
        if (callee is { Name: "__exit__" or "__aexit__" } && !unit.Parts.Exists(p => p.Name == callee.Name) && frame.Map!.WithAround(unit.Span) is { } with)
            unit = with;
        var part = next is not null ? Blame.Call(unit, callee, next.Name, frame.File, error) : error is null ? Blame.LastCall(unit) : Blame.Error(unit, error, frame.Inside, frame.File);
        AddParents(frame, unit.Function, levels);
        if (part is not null && part.Function != unit.Function)
            levels.Add(Level(frame.File, unit.Function, Blame.Consumer(unit, part), unit));
        levels.Add(Level(frame.File, part?.Function ?? unit.Function, part, unit));
    }

    /// <summary>A class body runs beneath the code that its class statement is in, even where C# has one method for both.</summary>
    private static void AddParents(Frame frame, MapFunction function, List<TraceLevel> levels)
    {
        if (function is not { Kind: 'c', Parent: { } parent } || (levels.Count > 0 && levels[^1] is var last && last.Function == parent && last.Line == function.Line))
            return;
        AddParents(frame, parent, levels);
        if (frame.Map!.UnitAt(function.Line, function.Column) is { } unit)
            levels.Add(Level(frame.File, parent, unit.Parts.FindLast(static p => p.Kind == 'C'), unit));
    }

    private static TraceLevel Level(string file, MapFunction function, MapPart? part, MapUnit unit)
        => part is null
            ? new TraceLevel(file, unit.Span.Line, function, null, default, false)
            : new TraceLevel(file, part.Span.Line, function, part.Span, part.Anchors, part.IsPlain);
}
