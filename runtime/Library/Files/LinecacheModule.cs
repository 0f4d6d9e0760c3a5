using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/linecache.html">linecache</see>.</summary>
internal static class LinecacheModule
{
    private static readonly PyDict<Any, Any> s_cache = new();

    public static PyModule Build() => new PyModule("linecache").Value("cache", s_cache)
        .Function("getline", "filename, lineno, module_globals=None", static a => Lines(a[0]) is var lines && Lib.Int(a[1]) is var n && n >= 1 && n <= lines.Count ? lines[(int)n - 1] : "")
        .Function("getlines", "filename, module_globals=None", static a => Lib.List(Lines(a[0])))
        .Function("clearcache", "", static _ => Lib.Do(s_cache.Clear))
        .Function("checkcache", "filename=None", static _ => Lib.Do(s_cache.Clear))
        .Function("updatecache", "filename, module_globals=None", static a =>
        {
            s_cache.Remove(a[0]);
            return Lib.List(Lines(a[0]));
        })
        .Function("lazycache", "filename, module_globals", static _ => false);

    /// <summary>The lines of a file with their ends; none where it cannot be read.</summary>
    private static List<Any> Lines(Any name)
    {
        if (s_cache.TryGetValue(name, out var known))
            return Operators.ToList(known[2]);
        var path = FileErrors.PathOf(name);
        if (!File.Exists(path))
            return [];
        string text;
        try
        {
            text = Codecs.Decode(File.ReadAllBytes(path), "utf-8", "strict").ReplaceLineEndings("\n");
        }
        catch (BaseException error) when (error is OSError or UnicodeError)
        {
            return [];
        }
        if (text.Length > 0 && !text.EndsWith('\n'))
            text += "\n";
        var lines = Str.SplitLines(text, keepends: true).Select(static l => (Any)l).ToList();
        s_cache[name] = PyTuple.Of(text.Length, FileStatus.Of(name).ModifySeconds, Lib.List(lines), name);
        return lines;
    }
}
