using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>Functions that keep their results. See <see href="https://docs.python.org/3.13/library/functools.html#functools.lru_cache">functools.lru_cache</see>.</summary>
public static class CachedFunction
{
    /// <param name="function">The function.</param>
    /// <param name="maxSize">How many results it keeps, the latest used; null for all.</param>
    /// <param name="typed">Whether arguments of different types are told apart.</param>
    public static Any Of(Any function, long? maxSize = null, bool typed = false) => new LruCache(function, maxSize, typed);
}
