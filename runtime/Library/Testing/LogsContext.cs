using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary><c>assertLogs</c> and <c>assertNoLogs</c>: a logger whose records are kept instead of shown.</summary>
internal sealed class LogsContext(TestCase test, Any logger, Any level, bool none) : Expectation(test, Any.None, Any.None)
{
    private const string Format = "%(levelname)s:%(name)s:%(message)s";

    private static readonly PyType s_type = Declare("_AssertLogsContext")
        .Property("records", static o => ((LogsContext)o.Ref!)._records)
        .Property("output", static o => ((LogsContext)o.Ref!)._output);

    private readonly PyList<Any> _records = [];
    private readonly PyList<Any> _output = [];
    private Any _logger;
    private Any _handlers;
    private Any _level;
    private Any _propagate;

    public override PyType Class => s_type;

    protected override PyType Root => BaseException.Type;

    public override void Enter()
    {
        var logging = Modules.Import("logging");
        var number = level.IsNone ? logging.Get("INFO") : level.Ref is string name ? logging.Invoke("getLevelName", name) : level;
        _logger = logger.Ref is string or Tag ? logging.Invoke("getLogger", logger) : logger;
        var formatter = logging.Get("Formatter").Call(Format);
        var handler = logging.Get("Handler").Call();
        handler.Set("emit", new PyFunction("emit", "record", (Any record) =>
        {
            _records.Append(record);
            _output.Append(formatter.Invoke("format", record));
            return Any.None;
        }));
        handler.Invoke("setLevel", number);
        (_handlers, _level, _propagate) = (_logger.Get("handlers"), _logger.Get("level"), _logger.Get("propagate"));
        _logger.Set("handlers", new PyList<Any>([handler]));
        _logger.Invoke("setLevel", number);
        _logger.Set("propagate", false);
    }

    public override bool Exit(BaseException? error)
    {
        _logger.Set("handlers", _handlers);
        _logger.Set("propagate", _propagate);
        _logger.Invoke("setLevel", _level);
        if (error is not null)
            return false;
        var name = Operators.Str(_logger.Get("name"));
        var levelName = Operators.Str(Modules.Import("logging").Invoke("getLevelName", level.IsNone ? 20 : level.Ref is string text ? Modules.Import("logging").Invoke("getLevelName", text) : level));
        if (none && _records.Count > 0)
            throw Fail($"Unexpected logs found: {Operators.Repr(_output)}");
        if (!none && _records.Count == 0)
            throw Fail($"no logs of level {levelName} or higher triggered on {name}");
        return false;
    }
}
