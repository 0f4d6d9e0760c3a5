using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.subprocess.Process</c>. See <see href="https://docs.python.org/3.13/library/asyncio-subprocess.html">asyncio subprocesses</see>.</summary>
internal sealed class AsyncProcess : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("Process", "asyncio.subprocess", static () => new AsyncProcess())
        .Action("__init__", "self, transport, protocol, loop", static a => Self(a[0]).Initialise(a[1], a[2], (EventLoop)a[3].Ref!))
        .Property("pid", static self => Self(self)._id)
        .Property("returncode", static self => Self(self)._transport.Invoke("get_returncode"))
        .Property("stdin", static self => Self(self)._stdin)
        .Property("stdout", static self => Self(self)._stdout)
        .Property("stderr", static self => Self(self)._stderr)
        .Property("_transport", static self => Self(self)._transport)
        .Property("_protocol", static self => Self(self)._protocol)
        .Property("_loop", static self => Self(self)._loop)
        .AsyncMethod("wait", static async self => await Self(self)._transport.Invoke("_wait"))
        .AsyncMethod("communicate", "self, input=None", static a => Self(a[0]).Communicate(a[1]))
        .Action("send_signal", "self, signal", static a => Self(a[0])._transport.Invoke("send_signal", a[1]))
        .Action("terminate", static self => Self(self)._transport.Invoke("terminate"))
        .Action("kill", static self => Self(self)._transport.Invoke("kill"))
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} {Operators.Str(Self(self)._id)}>");

    private const string Options = ", stdin=None, stdout=None, stderr=None, limit=65536, **kwds";

    private EventLoop _loop = null!;
    private Any _transport;
    private Any _protocol;
    private Any _id;
    private Any _stdin = Any.None;
    private Any _stdout = Any.None;
    private Any _stderr = Any.None;

    private protected override PyType NativeClass => Type;

    private static AsyncProcess Self(Any o) => (AsyncProcess)o.Ref!;

    public static void Declare(PyModule module)
    {
        module.AsyncFunction("create_subprocess_exec", "program, *args" + Options, static a => Create("subprocess_exec", [a[0], .. Lib.Tuple(a[1])], a[2..]))
            .AsyncFunction("create_subprocess_shell", "cmd" + Options, static a => Create("subprocess_shell", [a[0]], a[1..]));
        var part = new PyModule("asyncio.subprocess").Type(Type).Type(SubprocessStreams.Type)
            .Value("PIPE", Redirection.Pipe).Value("STDOUT", Redirection.Stdout).Value("DEVNULL", Redirection.DevNull)
            .Value("create_subprocess_exec", module.Namespace["create_subprocess_exec"]).Value("create_subprocess_shell", module.Namespace["create_subprocess_shell"]);
        module.Value("subprocess", part);
        Modules.Loaded["asyncio.subprocess"] = part;
    }

    private static async Coro<Any> Create(string method, Any[] command, Any[] options)
    {
        var loop = EventLoop.Running;
        var limit = Lib.Int(options[3]);
        var arguments = new Arguments { new PyFunction("<lambda>", "", () => new SubprocessStreams().Initialise(limit, loop)) };
        foreach (var part in command)
            arguments.Add(part);
        arguments.Add("stdin", options[0]);
        arguments.Add("stdout", options[1]);
        arguments.Add("stderr", options[2]);
        arguments.Add(new StarStar(options[4]));
        var made = await ((Any)loop).Invoke(method, arguments);
        return new AsyncProcess().Initialise(made[0], made[1], loop);
    }

    private AsyncProcess Initialise(Any transport, Any protocol, EventLoop loop)
    {
        (_transport, _protocol, _loop, _id) = (transport, protocol, loop, transport.Invoke("get_pid"));
        (_stdin, _stdout, _stderr) = (protocol.Get("stdin"), protocol.Get("stdout"), protocol.Get("stderr"));
        return this;
    }

    private async Coro<Any> Communicate(Any input)
    {
        var parts = new Any[]
        {
            _stdin.IsNone ? Nothing() : Coroutine.Of("_feed_stdin", "Process._feed_stdin", () => Feed(input)),
            _stdout.IsNone ? Nothing() : Coroutine.Of("_read_stream", "Process._read_stream", () => Read(_stdout, 1)),
            _stderr.IsNone ? Nothing() : Coroutine.Of("_read_stream", "Process._read_stream", () => Read(_stderr, 2)),
        };
        var results = await (Any)AsyncIO.GatherFuture(_loop, parts, false);
        await ((Any)this).Invoke("wait");
        return PyTuple.Of(results[1], results[2]);
    }

    private static Coroutine Nothing() => Coroutine.Of("_noop", "Process._noop", static async () => Any.None);

    private async Coro<Any> Read(Any stream, int number)
    {
        var transport = _transport.Invoke("get_pipe_transport", number);
        var output = await stream.Invoke("read");
        _ = transport.Invoke("close");
        return output;
    }

    private async Coro<Any> Feed(Any input)
    {
        try
        {
            if (!input.IsNone)
                _ = _stdin.Invoke("write", input);
            await _stdin.Invoke("drain");
        }
        catch (BaseException error) when (error is BrokenPipeError or ConnectionResetError)
        {
            // The process did not read to the end.
        }
        _ = _stdin.Invoke("close");
        return Any.None;
    }
}

/// <summary>Feeds the streams of a process: <c>asyncio.subprocess.SubprocessStreamProtocol</c>.</summary>
internal sealed class SubprocessStreams : FlowControl
{
    public static new readonly PyType Type = PythonClass.Declare("SubprocessStreamProtocol", "asyncio.subprocess", static () => new SubprocessStreams(), FlowControl.Type, Protocols.Subprocess)
        .Action("__init__", "self, limit, loop", static a => Self(a[0]).Initialise(Lib.Int(a[1]), (EventLoop)a[2].Ref!))
        .Action("connection_made", "self, transport", static a => Self(a[0]).ConnectionMade(a[1]))
        .Action("pipe_data_received", "self, fd, data", static a => Self(a[0]).Reader(a[1])?.FeedData(Buffers.Of(a[2])))
        .Action("pipe_connection_lost", "self, fd, exc", static a => Self(a[0]).PipeLost(a[1], a[2].Ref as BaseException))
        .Action("process_exited", static self => Self(self).Exited())
        .Property("stdin", static self => Self(self)._stdin)
        .Property("stdout", static self => Self(self)._stdout)
        .Property("stderr", static self => Self(self)._stderr)
        .Method("_get_close_waiter", "self, stream", static (self, stream) => ReferenceEquals(stream.Ref, Self(self)._stdin.Ref) ? Self(self)._stdinClosed : Any.None);

    private readonly List<long> _open = [];
    private Any _stdin = Any.None;
    private Any _stdout = Any.None;
    private Any _stderr = Any.None;
    private Any _transport = Any.None;
    private Future? _stdinClosed;
    private long _limit;
    private bool _hasExited;

    private protected override PyType NativeClass => Type;

    private static SubprocessStreams Self(Any o) => (SubprocessStreams)o.Ref!;

    public SubprocessStreams Initialise(long limit, EventLoop loop)
    {
        (_limit, Loop, _stdinClosed) = (limit, loop, new Future(loop));
        return this;
    }

    private void ConnectionMade(Any transport)
    {
        _transport = transport;
        _stdout = Read(1);
        _stderr = Read(2);
        if (transport.Invoke("get_pipe_transport", 0) is { IsNone: false } stdin)
            _stdin = new AsyncStreamWriter().Initialise(stdin, this, Any.None);
    }

    private Any Read(int number)
    {
        if (_transport.Invoke("get_pipe_transport", number) is not { IsNone: false } pipe)
            return Any.None;
        var reader = new AsyncStreamReader().Initialise(_limit, Loop);
        reader.SetTransport(pipe);
        _open.Add(number);
        return reader;
    }

    private AsyncStreamReader? Reader(Any number) => (Lib.Int(number) switch { 1 => _stdout, 2 => _stderr, _ => Any.None }).Ref as AsyncStreamReader;

    private void PipeLost(Any number, BaseException? error)
    {
        if (Lib.Int(number) == 0)
        {
            if (!_stdin.IsNone)
                _ = _stdin.Invoke("close");
            Lose(error);
            if (error is null)
            {
                _stdinClosed!.SetResult(Any.None);
            }
            else
            {
                _stdinClosed!.SetException(error);
                _stdinClosed.Retrieved();
            }
            return;
        }
        if (error is null)
            Reader(number)?.FeedEof();
        else
            Reader(number)?.SetException(error);
        _open.Remove(Lib.Int(number));
        CloseIfDone();
    }

    private void Exited()
    {
        _hasExited = true;
        CloseIfDone();
    }

    private void CloseIfDone()
    {
        if (_open.Count > 0 || !_hasExited || _transport.IsNone)
            return;
        _ = _transport.Invoke("close");
        _transport = Any.None;
    }
}
