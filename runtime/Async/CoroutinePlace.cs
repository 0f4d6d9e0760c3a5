using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Where the code of a coroutine is and how far it has got: what its frame and reprs of tasks tell.</summary>
internal static class CoroutinePlace
{
    /// <summary>The code of a function of the program, found by its qualified name.</summary>
    public static PyCode CodeOf(string name, string qualName, string flavour)
    {
        var modules = Modules.Loaded.Entries().Where(static e => e.Value.Ref is PyModule { IsOfLibrary: false } module && module.Namespace.ContainsKey("__file__")).Select(static e => e.Key.Ref as string).Prepend("__main__");
        var module = modules.FirstOrDefault(m => PyCode.Defines(m, qualName));
        return module is null && LibraryCoroutines.Find(qualName) is { } place
            ? new PyCode(name, qualName, null, flavour) { FileName = place.File, FirstLine = place.First }
            : new PyCode(name, qualName, null, flavour) { Module = module ?? "__main__" };
    }

    /// <summary>The line at which a coroutine has stopped.</summary>
    /// <param name="body">The body; null where it has not begun.</param>
    /// <param name="first">Where it begins.</param>
    public static int Line(Resumable? body, int first)
        => body?.Position is var (machine, state) && AwaitLines.Of(machine, state) is { } place ? place.Line : first;

    /// <summary>A coroutine as asyncio's messages show it: <c>work() running at work.py:3</c>.</summary>
    public static string Text(Any coroutine)
    {
        var name = Operators.GetAttr(coroutine, "__qualname__", Any.None);
        if (!name.Truth)
            name = Operators.GetAttr(coroutine, "__name__", Any.None);
        var text = (name.Truth ? Operators.Str(name) : $"<{PyType.Of(coroutine).Name} without __name__>") + "()";
        var code = Either(coroutine, "cr_code", "gi_code");
        if (code.IsNone)
            return Either(coroutine, "cr_running", "gi_running").Truth ? text + " running" : text;
        var frame = Either(coroutine, "cr_frame", "gi_frame");
        var file = Operators.GetAttr(code, "co_filename", Any.None) is { Truth: true } path ? Operators.Str(path) : "<empty co_filename>";
        return frame.IsNone ? $"{text} done, defined at {file}:{Operators.Str(code.Get("co_firstlineno"))}" : $"{text} running at {file}:{Operators.Str(frame.Get("f_lineno"))}";
    }

    private static Any Either(Any o, string first, string second)
        => Operators.GetAttr(o, first, Any.None) is { IsNone: false } found ? found : Operators.GetAttr(o, second, Any.None);
}
