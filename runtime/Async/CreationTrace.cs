using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// Where futures, tasks and handles were made, which loops in debug mode note.
/// See <see href="https://docs.python.org/3.13/library/asyncio-dev.html#debug-mode">debug mode</see>.
/// </summary>
internal static class CreationTrace
{
    /// <summary>The keys of a context that hold such a trace: of an object, and of the handle that ran.</summary>
    public const string OfObject = "source_traceback", OfHandle = "handle_traceback";

    private const int Most = 10;

    private static readonly ConditionalWeakTable<LibraryObject, PyList<Any>> s_traces = [];

    /// <summary>Notes where an object is made.</summary>
    /// <param name="loop">Its loop.</param>
    /// <param name="made">The object.</param>
    /// <param name="file">The file of CPython's library whose code makes it; none where the program's does.</param>
    /// <param name="line">The line there.</param>
    /// <param name="function">The function there.</param>
    public static void Note(EventLoop loop, LibraryObject made, string? file = null, int line = 0, string function = "")
    {
        if (!loop.Debug)
            return;
        var levels = TraceReader.CurrentLines().Select(static l => (Any)PyTuple.Of(l.File, l.Line, l.Name, Any.None)).ToList();
        if (file is not null)
            levels.Add(PyTuple.Of(LibraryCallbacks.Folder + file, line, function, ""));
        s_traces.AddOrUpdate(made, new PyList<Any>(levels.TakeLast(Most)));
    }

    /// <summary>Notes that an object which is there now was made through a function of the library.</summary>
    public static Any Through(EventLoop loop, Any made, string file, int line, string function)
    {
        if (made.Ref is LibraryObject known)
            Note(loop, known, file, line, function);
        return made;
    }

    /// <summary><c>_source_traceback</c>: a summary of the stack, or None.</summary>
    public static Any Of(LibraryObject made)
        => s_traces.TryGetValue(made, out var levels) ? Modules.Import("traceback").Get("StackSummary").Invoke("from_list", levels) : Any.None;

    /// <summary>How reprs tell of it.</summary>
    public static string Place(LibraryObject made)
        => s_traces.TryGetValue(made, out var levels) && levels.Count > 0 ? $" created at {Operators.Str(levels[-1][0])}:{Operators.Str(levels[-1][1])}" : "";

    /// <inheritdoc cref="Place"/>
    public static void AddPlace(LibraryObject made, List<string> parts)
    {
        if (Place(made) is { Length: > 0 } place)
            parts.Add(place[1..]);
    }

    /// <summary>Adds what is known of an object to the context of an error.</summary>
    public static PyDict<Any, Any> Add(PyDict<Any, Any> context, LibraryObject made)
    {
        if (Of(made) is { IsNone: false } levels)
            context[OfObject] = levels;
        return context;
    }

    /// <summary>A trace as messages show it; null of what is none.</summary>
    public static string? Described(string key, Any value) => key is OfObject or OfHandle
        ? $"{(key == OfObject ? "Object" : "Handle")} created at (most recent call last):\n" + string.Concat(Operators.ToList(Modules.Import("traceback").Invoke("format_list", value)).Select(static l => Operators.Str(l))).TrimEnd()
        : null;
}
