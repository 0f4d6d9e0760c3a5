using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>Errors that nobody waits for. See <see href="https://docs.python.org/3.13/library/asyncio-eventloop.html#error-handling-api">error handling</see>.</summary>
public sealed partial class EventLoop
{
    internal Any ExceptionHandler { get; set; } = Any.None;

    /// <summary><c>loop.call_exception_handler(context)</c>.</summary>
    internal void CallExceptionHandler(PyDict<Any, Any> context)
    {
        if (Overrides("call_exception_handler"))
            ((Any)this).Invoke("call_exception_handler", context);
        else
            HandleException(context);
    }

    /// <summary>The loop's own <c>call_exception_handler</c>.</summary>
    internal void HandleException(PyDict<Any, Any> context)
    {
        if (ExceptionHandler.IsNone)
        {
            if (Overrides("default_exception_handler"))
                ((Any)this).Invoke("default_exception_handler", context);
            else
                DefaultExceptionHandler(context);
            return;
        }
        try
        {
            if (ContextOf(context) is { } values)
                values.Run(ExceptionHandler, PyTuple.Of(this, context), new PyDict<Any, Any>());
            else
                ExceptionHandler.Call(this, context);
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            DefaultExceptionHandler(new PyDict<Any, Any> { ["message"] = "Unhandled error in exception handler", ["exception"] = error, ["context"] = context });
        }
    }

    private static PyContext? ContextOf(PyDict<Any, Any> context)
    {
        foreach (var key in (string[])["task", "future", "handle"])
            if (context.TryGetValue(key, out var thing) && !thing.IsNone)
                return thing.Ref switch
                {
                    PyTask task => task.Context,
                    Handle handle => handle.Context,
                    _ => null,
                };
        return null;
    }

    /// <summary><c>loop.default_exception_handler(context)</c>.</summary>
    internal void DefaultExceptionHandler(PyDict<Any, Any> context)
    {
        if (!context.ContainsKey(CreationTrace.OfObject) && _current is not null && CreationTrace.Of(_current) is { IsNone: false } begun)
            context[CreationTrace.OfHandle] = begun;
        var message = context.TryGetValue("message", out var given) && given.Truth ? Operators.Str(given) : "Unhandled exception in event loop";
        var error = context.TryGetValue("exception", out var value) ? value.Ref as BaseException : null;
        var lines = new List<string> { message };
        foreach (var key in context.Keys.Select(static k => Operators.Str(k)).Order(StringComparer.Ordinal))
            if (key is not ("message" or "exception"))
                lines.Add($"{key}: {CreationTrace.Described(key, context[key]) ?? Operators.Repr(context[key])}");
        AsyncLog.Error(string.Join('\n', lines), error);
    }
}

/// <summary>The logger <c>asyncio</c>.</summary>
internal static class AsyncLog
{
    public static void Error(string message, BaseException? error) => Write("error", message, error);

    public static void Warning(string message) => Write("warning", message, null);

    /// <summary>What only a program that logs asks for.</summary>
    public static void Debug(string message, params Any[] args) => Tell("debug", message, args);

    /// <inheritdoc cref="Debug"/>
    public static void Info(string message, params Any[] args) => Tell("info", message, args);

    private static void Tell(string level, string message, Any[] args)
    {
        if (Modules.Loaded.ContainsKey("logging"))
            Logger.Invoke(level, new Arguments([message, .. args]));
    }

    /// <summary>The logger: <c>asyncio.log.logger</c>.</summary>
    public static Any Logger => Modules.Import("logging").Invoke("getLogger", "asyncio");

    /// <summary>Through the module logging where the program uses it, or what the program has put into its place, and else as that would print it.</summary>
    private static void Write(string level, string message, BaseException? error)
    {
        StdIO.Out.Flush();
        var replaced = Modules.Loaded.TryGetValue("asyncio.base_events", out var events) ? ((PyModule)events.Ref!).Load("logger") : Any.Unbound;
        if (!replaced.IsUnbound || Modules.Loaded.ContainsKey("logging"))
        {
            var arguments = new Arguments { message };
            if (level == "error")
                arguments.Add("exc_info", error is null ? (Any)false : PyTuple.Of(error.Class, error, error.Traceback));
            (replaced.IsUnbound ? Logger : replaced).Invoke(level, arguments);
            return;
        }
        Builtins.Print([message + "\n" + (error is null ? "" : TracebackText.Of(error))], end: "", file: StdIO.CurrentError);
    }
}
