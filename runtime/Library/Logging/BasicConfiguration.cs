using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Gives the root logger a handler, unless it has one. See <see href="https://docs.python.org/3.13/library/logging.html#logging.basicConfig">basicConfig</see>.</summary>
internal static class BasicConfiguration
{
    public static void Set(PyDict<Any, Any> options)
    {
        var root = LogState.Name("root");
        var (force, encoding, errors) = (Take(options, "force", false).Truth, Take(options, "encoding", Any.None), Take(options, "errors", "backslashreplace"));
        if (force)
            foreach (var old in Operators.ToList(root.Get("handlers")))
            {
                root.Invoke("removeHandler", old);
                old.Invoke("close");
            }
        if (Builtins.Len(root.Get("handlers")) != 0)
            return;
        var handlers = Take(options, "handlers", Any.None);
        if (!handlers.IsNone && (options.ContainsKey("stream") || options.ContainsKey("filename")))
            throw new ValueError("'stream' or 'filename' should not be specified together with 'handlers'");
        if (options.ContainsKey("stream") && options.ContainsKey("filename"))
            throw new ValueError("'stream' and 'filename' should not be specified together");
        if (handlers.IsNone)
            handlers = new PyList<Any>([NewHandler(options, encoding, errors)]);
        var (date, style) = (Take(options, "datefmt", Any.None), Take(options, "style", "%"));
        var formatter = ((Any)LogFormatters.Formatter).Call(Take(options, "format", LogStyles.Find(style)[1]), date, style);
        foreach (var handler in handlers)
        {
            if (handler.Get("formatter").IsNone)
                handler.Invoke("setFormatter", formatter);
            root.Invoke("addHandler", handler);
        }
        if (Take(options, "level", Any.None) is { IsNone: false } level)
            root.Invoke("setLevel", level);
        if (options.Count > 0)
            throw new ValueError($"Unrecognised argument(s): {string.Join(", ", options.Keys.Select(static k => Operators.Str(k)))}");
    }

    private static Any NewHandler(PyDict<Any, Any> options, Any encoding, Any errors)
    {
        var (file, mode) = (Take(options, "filename", Any.None), Take(options, "filemode", "a"));
        if (!file.Truth)
            return LogState.Name("StreamHandler").Call(Take(options, "stream", Any.None));
        if (mode.Contains("b"))
            errors = Any.None;
        else
            encoding = Modules.Import("io").Invoke("text_encoding", encoding);
        return LogState.Name("FileHandler").Call(new Arguments { file, mode, { "encoding", encoding }, { "errors", errors } });
    }

    private static Any Take(PyDict<Any, Any> options, string name, Any fallback)
    {
        if (!options.TryGetValue(name, out var value))
            return fallback;
        options.Remove(name);
        return value;
    }
}
