using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>Loggers that were there before a configuration: those that it does not name are disabled or, below one that it names, reset.</summary>
internal sealed class ExistingLoggers
{
    private readonly List<string> _others;
    private readonly HashSet<string> _below = new(StringComparer.Ordinal);

    public ExistingLoggers()
    {
        _others = [.. Operators.ToList(All).Select(static n => Operators.Str(n))];
        _others.Sort(static (a, b) => Operators.Equal(a, b) ? 0 : (Any)a < b ? -1 : 1);
    }

    private static Any All => LogState.Name("root").Get("manager").Get("loggerDict");

    /// <summary>Forgets the handlers there are, and closes them.</summary>
    public static void ClearHandlers()
    {
        LogState.Handlers.Invoke("clear");
        var list = LogState.Name("_handlerList");
        LogState.Name("shutdown").Call(new PyList<Any>(Operators.ToList(list)));
        list.Invoke("clear");
    }

    /// <summary>Notes that the configuration names a logger.</summary>
    public void Keep(Any name)
    {
        if (name.Ref is not string text || !_others.Contains(text))
            return;
        foreach (var other in _others)
            if (other.StartsWith(text + ".", StringComparison.Ordinal))
                _below.Add(other);
        _others.Remove(text);
    }

    /// <summary>Does with the rest what the configuration says.</summary>
    public void Disable(Any disable)
    {
        foreach (var name in _others)
        {
            var logger = All[name];
            if (!_below.Contains(name))
            {
                logger.Set("disabled", disable);
                continue;
            }
            if (Builtins.IsInstance(logger, LogManager.PlaceHolder))
                continue;
            logger.Invoke("setLevel", 0);
            logger.Set("handlers", new PyList<Any>());
            logger.Set("propagate", true);
        }
    }
}
