using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Where coroutine objects are made. See <see href="https://docs.python.org/3.13/library/sys.html#sys.set_coroutine_origin_tracking_depth">origin tracking</see>.</summary>
internal static class CoroutineOrigin
{
    /// <summary>How many calls each new coroutine notes.</summary>
    [ThreadStatic]
    public static int Depth;

    /// <summary>What loops in debug mode ask for.</summary>
    private const int DebugDepth = 10;

    /// <summary>A loop begins to note origins, or ends.</summary>
    public static void Track(bool isOn) => Depth = isOn ? DebugDepth : 0;

    /// <summary>The calls that run now, innermost first: file, line and function of each.</summary>
    public static PyTuple Capture()
    {
        var levels = TraceReader.CurrentLines();
        return new PyTuple([.. levels.AsEnumerable().Reverse().Take(Depth).Select(static l => (Any)PyTuple.Of(l.File, l.Line, l.Name))]);
    }

    /// <summary>How a warning tells of an origin.</summary>
    public static string Text(PyTuple? origin)
    {
        if (origin is null)
            return "";
        var text = new StringBuilder("\nCoroutine created at (most recent call last)\n");
        var levels = origin.Reverse().ToList();
        foreach (var level in levels)
        {
            text.Append("  File \"").Append(Operators.Str(level[0])).Append("\", line ").Append(Operators.Str(level[1])).Append(", in ").Append(Operators.Str(level[2])).Append('\n');
            if (Modules.Import("linecache").Invoke("getline", level[0], level[1]) is { } line && Operators.Str(line.Invoke("strip")) is { Length: > 0 } shown)
                text.Append("    ").Append(shown).Append('\n');
        }
        return text.ToString().TrimEnd('\n');
    }
}
