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
        var frame = TraceReader.Caller(level);
        while (frame is null && --level > 0)
            frame = TraceReader.Caller(level);
        return PyTuple.Of(frame?.File ?? Script.PathOf(""), frame?.Line ?? 1, frame?.Function?.Name ?? frame?.Name ?? "<module>", withStack ? Stack(level) : Any.None);
    }

    /// <summary>The stack down to the code that counts as the one that logs.</summary>
    private static string Stack(long level)
    {
        var text = Modules.Import("io").Invoke("StringIO", "Stack (most recent call last):\n");
        text.Invoke("seek", 0, 2);
        if (level <= 1)
            Modules.Import("traceback").Invoke("print_stack", new Arguments { Any.None, { "file", text } });
        else if (TraceReader.CurrentLines() is var levels)
            text.Invoke("write", string.Concat(LevelText.Of([.. levels.Take(Math.Max(1, levels.Count - (int)level + 1))])));
        var whole = Operators.Str(text.Invoke("getvalue"));
        return whole.EndsWith('\n') ? whole[..^1] : whole;
    }
}
