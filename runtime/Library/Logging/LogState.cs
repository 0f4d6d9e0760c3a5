using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>What the parts of logging share: the module's names, which programs replace, and the handlers that are in use.</summary>
internal static class LogState
{
    /// <summary>The module <c>logging</c>.</summary>
    public static PyModule Module { get; } = new PyModule("logging")
        .Value("_handlers", ((Any)WeakDictionaries.Values).Call()).Value("_handlerList", new PyList<Any>()).Value("_STYLES", LogStyles.All)
        .Value("logThreads", true).Value("logMultiprocessing", true).Value("logProcesses", true).Value("logAsyncioTasks", true).Value("raiseExceptions", true)
        .Value("_levelToName", LogLevels.Names).Value("_nameToLevel", LogLevels.Numbers).Package();

    /// <summary>Handlers by name: <c>_handlers</c>.</summary>
    public static Any Handlers => Name("_handlers");

    /// <summary>A name of the module as it is now.</summary>
    public static Any Name(string name) => Module.TryGet(name) is { IsUnbound: false } value ? value : ((Any)Module).Get(name);

    /// <summary>A lock that one thread takes several times.</summary>
    public static Any NewLock() => Modules.Import("threading").Get("RLock").Call();

    /// <summary>Runs an action while a lock is held; None is no lock.</summary>
    public static void With(Any locked, Action action)
    {
        if (locked.IsNone)
        {
            action();
            return;
        }
        locked.Invoke("acquire");
        try
        {
            action();
        }
        finally
        {
            locked.Invoke("release");
        }
    }

    /// <summary>Runs what a handler does to emit, and lets it report an error.</summary>
    public static void Guard(Any handler, Any record, Action action)
    {
        try
        {
            action();
        }
        catch (PyException error) when (error is not RecursionError)
        {
            using var handling = Handling.Of(error);
            handler.Invoke("handleError", record);
        }
    }

    /// <summary>Calls a method of a base class.</summary>
    public static Any Base(PyType type, string method, params ReadOnlySpan<Any> arguments) => ((Any)type).Get(method).Call(new Arguments(arguments));

    /// <summary>Remembers a handler without keeping it, for <c>shutdown</c>.</summary>
    public static void Remember(Any handler)
        => Name("_handlerList").Invoke("append", WeakRef.Of(WeakRef.Type, handler, new PyFunction("_removeHandlerRef", "wr", static (Any reference) => Lib.Do(() =>
        {
            if (Name("_handlerList").Ref is PyList<Any> list && list.Contains(reference))
                list.Remove(reference);
        }))));
}
