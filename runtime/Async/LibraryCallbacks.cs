using System.Collections.Concurrent;

namespace Pytocs.Runtime.Async;

/// <summary>How CPython's asyncio calls its own callbacks, which reprs of tasks show with their place in its library.</summary>
internal static class LibraryCallbacks
{
    /// <summary>Where most systems have CPython's library.</summary>
    internal const string Folder = "/usr/lib/python3.13/asyncio/";

    private static readonly ConcurrentDictionary<Delegate, string> s_texts = new();

    /// <summary>Names a callback.</summary>
    public static Action<object?, object?> Named(string name, string file, int line, Action<object?, object?> callback)
    {
        s_texts[callback] = $"{name}() at {Folder}{file}:{line}";
        return callback;
    }

    /// <summary>What a callback is called; null for one that is not named.</summary>
    public static string? Text(Action<object?, object?>? callback) => callback is null ? null : s_texts.GetValueOrDefault(callback);
}
