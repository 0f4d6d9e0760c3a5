using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary><c>caplog</c>. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.LogCaptureFixture">LogCaptureFixture</see>.</summary>
internal sealed class LogCaptureFixture : PyObject
{
    private const string Format = "%(levelname)-8s %(name)s:%(filename)s:%(lineno)d %(message)s";

    public static readonly PyType Type = PyType.Builtin("LogCaptureFixture", module: "pytest")
        .Property("records", static o => Self(o)._records)
        .Property("handler", static o => Self(o)._handler)
        .Property("text", static o => Self(o).Text)
        .Property("messages", static o => Lib.List(Self(o)._records.Select(static r => r.Invoke("getMessage"))))
        .Property("record_tuples", static o => Lib.List(Self(o)._records.Select(static r => (Any)PyTuple.Of(r.Get("name"), r.Get("levelno"), r.Invoke("getMessage")))))
        .Method("clear", static o => Lib.Do(() => Self(o)._records.Clear()))
        .Method("set_level", "self, level, logger=None", static a => Lib.Do(() => Self(a[0]).SetLevel(a[1], a[2])))
        .Method("at_level", "self, level, logger=None", static a => new AtLevel(Self(a[0]), a[1], a[2]));

    private readonly PyList<Any> _records = [];
    private readonly List<(Any Logger, Any Level)> _levels = [];
    private Any _handler = Any.None;
    private Any _formatter = Any.None;

    public override PyType Class => Type;

    /// <summary>What was logged, a line each.</summary>
    public string Text => string.Concat(_records.Select(r => Operators.Str(_formatter.Invoke("format", r)) + "\n"));

    private static LogCaptureFixture Self(Any o) => (LogCaptureFixture)o.Ref!;

    private static Any Logger(Any name) => name.Ref is string || name.IsNone ? Modules.Import("logging").Invoke("getLogger", name) : name;

    public void Start()
    {
        var logging = Modules.Import("logging");
        _formatter = logging.Get("Formatter").Call(Format);
        _handler = logging.Get("Handler").Call();
        _handler.Set("emit", new PyFunction("emit", "record", (Any record) => Lib.Do(() => _records.Append(record))));
        Logger(Any.None).Invoke("addHandler", _handler);
    }

    public void Stop()
    {
        Logger(Any.None).Invoke("removeHandler", _handler);
        foreach (var (logger, level) in Enumerable.Reverse(_levels))
            logger.Invoke("setLevel", level);
    }

    private void SetLevel(Any level, Any name)
    {
        var logger = Logger(name);
        _levels.Add((logger, logger.Get("level")));
        logger.Invoke("setLevel", level);
        _handler.Invoke("setLevel", level);
    }

    /// <summary><c>with caplog.at_level(...)</c>.</summary>
    private sealed class AtLevel(LogCaptureFixture fixture, Any level, Any name) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_GeneratorContextManager", module: "contextlib")
            .Method("__enter__", static o => Lib.Do(((AtLevel)o.Ref!).Enter))
            .Method("__exit__", "self, *exc_info", static (o, _) =>
            {
                ((AtLevel)o.Ref!).Exit();
                return false;
            });

        private (Any Logger, Any Handler) _before;

        public override PyType Class => s_type;

        private void Enter()
        {
            _before = (Logger(name).Get("level"), fixture._handler.Get("level"));
            Logger(name).Invoke("setLevel", level);
            fixture._handler.Invoke("setLevel", level);
        }

        private void Exit()
        {
            Logger(name).Invoke("setLevel", _before.Logger);
            fixture._handler.Invoke("setLevel", _before.Handler);
        }
    }
}
