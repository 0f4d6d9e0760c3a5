using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Where a message was logged. See <see href="https://docs.python.org/3.13/library/logging.html#logging.Logger.findCaller">findCaller</see>.</summary>
internal static class LogCaller
{
    /// <summary>File, line, function and, if asked for, the stack; of the outermost frame where there are not that many.</summary>
    /// <param name="withStack">Whether the stack is told.</param>
    /// <param name="level">One for the code that logs, two for its caller.</param>
    public static Any Find(bool withStack, long level)
    {
        level = Math.Max(level, 1);
        if (!LogState.Name("_srcfile").Truth)
            return PyTuple.Of("(unknown file)", 0, "(unknown function)", Any.None);
        if (!withStack)
        {
            var frame = TraceReader.Caller(level);
            while (frame is null && --level > 0)
                frame = TraceReader.Caller(level);
            return PyTuple.Of(frame?.File ?? Script.PathOf(""), frame?.Line ?? 1, frame?.Function?.Name ?? frame?.Name ?? "<module>", Any.None);
        }
        var levels = TraceReader.CurrentLines();
        var shown = levels.Take(Math.Max(1, levels.Count - (int)level + 1)).ToArray();
        var place = shown.LastOrDefault();
        var text = "Stack (most recent call last):\n" + string.Concat(LevelText.Of(shown));
        return PyTuple.Of(place?.File ?? Script.PathOf(""), place?.Line ?? 1, place?.Name ?? "<module>", text.TrimEnd('\n'));
    }
}
