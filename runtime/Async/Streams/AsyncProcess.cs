using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary><c>asyncio.subprocess.Process</c>. See <see href="https://docs.python.org/3.13/library/asyncio-subprocess.html">asyncio subprocesses</see>.</summary>
internal sealed class AsyncProcess : LibraryObject
{
    public static readonly PyType Type = PyType.Emitted("Process", "asyncio.subprocess")
        .Property("pid", static self => Self(self)._child.Id)
        .Property("returncode", static self => Self(self)._code is { } code ? code : Any.None)
        .Property("stdin", static self => Self(self)._stdin)
        .Property("stdout", static self => Self(self)._stdout)
        .Property("stderr", static self => Self(self)._stderr)
        .AsyncMethod("wait", static async self => await Self(self).Wait())
        .AsyncMethod("communicate", "self, input=None", static a => Self(a[0]).Communicate(a[1]))
        .Action("send_signal", "self, signal", static a => Self(a[0]).Signal((int)Lib.Int(a[1])))
        .Action("terminate", static self => Self(self).Signal(15))
        .Action("kill", static self => Self(self).Signal(9))
        .Method("__repr__", static self => $"<Process {Self(self)._child.Id}>");

    private readonly EventLoop _loop;
    private readonly ChildProcess _child;
    private readonly List<Future> _waiters = [];
    private Any _stdin = Any.None;
    private Any _stdout = Any.None;
    private Any _stderr = Any.None;
    private int _open;
    private int? _ended;
    private int? _code;

    private AsyncProcess(EventLoop loop, ChildProcess child) => (_loop, _child) = (loop, child);

    private protected override PyType NativeClass => Type;

    private static AsyncProcess Self(Any o) => (AsyncProcess)o.Ref!;

    private const string Options = ", stdin=None, stdout=None, stderr=None, limit=65536, cwd=None, env=None, **kwds";

    public static void Declare(PyModule module)
    {
        module.AsyncFunction("create_subprocess_exec", "program, *args" + Options, static async a => Create([a[0], .. Lib.Tuple(a[1])], a[2..], shell: false))
            .AsyncFunction("create_subprocess_shell", "cmd" + Options, static async a => Create([a[0]], a[1..], shell: true));
        var part = new PyModule("asyncio.subprocess").Type(Type)
            .Value("PIPE", Redirection.Pipe).Value("STDOUT", Redirection.Stdout).Value("DEVNULL", Redirection.DevNull)
            .Value("create_subprocess_exec", module.Namespace["create_subprocess_exec"]).Value("create_subprocess_shell", module.Namespace["create_subprocess_shell"]);
        module.Value("subprocess", part);
        Modules.Loaded["asyncio.subprocess"] = part;
    }

    private static Any Create(Any[] command, Any[] options, bool shell)
    {
        var loop = EventLoop.Running;
        var (stdin, stdout, stderr) = (new Redirection(options[0]), new Redirection(options[1]), new Redirection(options[2]));
        var child = ChildProcess.Start(SubprocessModule.Command(new PyList<Any>(command), shell), stdin, stdout, stderr, options[4], options[5]);
        var process = new AsyncProcess(loop, child);
        var limit = Lib.Int(options[3]);
        if (stdin.IsPipe)
            process._stdin = PipeWriter.Of(loop, child.Input);
        if (stdout.IsPipe)
            process._stdout = process.Read(child.Output, limit);
        if (stderr.IsPipe)
            process._stderr = process.Read(child.Errors, limit);
        loop.Begin();
        child.WhenEnded(() => process.CallBack(() =>
        {
            loop.End();
            process._ended = child.Poll();
            process.Finish();
        }));
        return process;
    }

    private void CallBack(Action action) => _loop.TryCallSoonThreadsafe(action);

    private AsyncStreamReader Read(Stream stream, long limit)
    {
        var reader = new AsyncStreamReader().Initialise(limit, EventLoop.Running);
        _open++;
        _ = ReadAsync(stream, reader);
        return reader;
    }

    private async Task ReadAsync(Stream stream, AsyncStreamReader reader)
    {
        await Task.Yield();
        var buffer = new byte[65536];
        for (int count; (count = await stream.ReadAsync(buffer).ConfigureAwait(false)) > 0;)
        {
            var data = buffer[..count];
            CallBack(() => reader.FeedData(data));
        }
        CallBack(() =>
        {
            reader.FeedEof();
            _open--;
            Finish();
        });
    }

    /// <summary>The process has ended and its pipes are empty.</summary>
    private void Finish()
    {
        if (_ended is null || _open > 0)
            return;
        _code = _ended;
        foreach (var waiter in _waiters)
            waiter.TrySetResult(_code.Value);
        _waiters.Clear();
    }

    private async Coro<PyInt> Wait()
    {
        if (_code is null)
        {
            var waiter = new Future(_loop);
            _waiters.Add(waiter);
            await waiter;
        }
        return _code!.Value;
    }

    private void Signal(int number)
    {
        if (_code is not null || _ended is not null)
            throw new ProcessLookupError();
        _child.Signal(number);
    }

    private async Coro<Any> Communicate(Any input)
    {
        var parts = new[]
        {
            Part(_stdin.IsNone ? null : () => Feed(input)),
            Part(_stdout.IsNone ? null : () => ((AsyncStreamReader)_stdout.Ref!).Read()),
            Part(_stderr.IsNone ? null : () => ((AsyncStreamReader)_stderr.Ref!).Read()),
        };
        var results = await (Any)AsyncIO.GatherFuture(_loop, parts, false);
        await Wait();
        return PyTuple.Of(results[1], results[2]);
    }

    private static Any Part(Func<Coro<Any>>? body) => Coroutine.Of("_read_stream", "Process._read_stream", body ?? (static async () => Any.None));

    private async Coro<Any> Feed(Any input)
    {
        try
        {
            if (!input.IsNone)
                _ = _stdin.Invoke("write", input);
            await _stdin.Invoke("drain");
        }
        catch (ConnectionError)
        {
            // The process did not read to the end.
        }
        _ = _stdin.Invoke("close");
        return Any.None;
    }
}

/// <summary>Writes to a pipe, one write after the other.</summary>
internal sealed class PipeWriter : LibraryObject
{
    public static readonly PyType Type = PyType.Emitted("_UnixWritePipeTransport", "asyncio.unix_events", Protocols.WriteTransport)
        .Action("write", "self, data", static a => Self(a[0]).Write(Buffers.Of(a[1]).ToArray()))
        .Action("writelines", "self, list_of_data", static a =>
        {
            foreach (var part in Operators.ToList(a[1]))
                Self(a[0]).Write(Buffers.Of(part).ToArray());
        })
        .Action("write_eof", static self => Self(self).Close())
        .Method("can_write_eof", static _ => true)
        .Action("close", static self => Self(self).Close())
        .Action("abort", static self => Self(self).Close())
        .Method("is_closing", static self => Self(self)._closing)
        .Method("get_extra_info", "self, name, default=None", static (_, _, fallback) => fallback)
        .AsyncMethod("_drain_helper", static async self => await Self(self).Drain())
        .Method("_get_close_waiter", "self, stream", static (self, _) => Self(self)._closed);

    private readonly EventLoop _loop;
    private readonly Stream _stream;
    private readonly Future _closed;
    private Task _last = Task.CompletedTask;
    private bool _broken;
    private bool _closing;

    private PipeWriter(EventLoop loop, Stream stream) => (_loop, _stream, _closed) = (loop, stream, new Future(loop));

    private protected override PyType NativeClass => Type;

    private static PipeWriter Self(Any o) => (PipeWriter)o.Ref!;

    public static AsyncStreamWriter Of(EventLoop loop, Stream stream)
    {
        var pipe = new PipeWriter(loop, stream);
        return new AsyncStreamWriter().Initialise(pipe, pipe, Any.None);
    }

    private void Write(byte[] data)
    {
        if (!_closing)
            _last = After(_last, () => _stream.Write(data));
    }

    private async Task After(Task before, Action action)
    {
        await before.ConfigureAwait(false);
        await Task.Run(() =>
        {
            try
            {
                action();
                _stream.Flush();
            }
            catch (IOException)
            {
                _broken = true;
            }
        }).ConfigureAwait(false);
    }

    private async Coro<Any> Drain()
    {
        if (_broken)
            throw new BrokenPipeError(32, "Broken pipe");
        if (!_last.IsCompleted)
        {
            var done = new Future(_loop);
            _loop.Begin();
            _ = _last.ContinueWith(_ => _loop.CallSoonThreadsafe(() =>
            {
                _loop.End();
                done.TrySetResult(Any.None);
            }), TaskScheduler.Default);
            await done;
        }
        return Any.None;
    }

    private void Close()
    {
        if (_closing)
            return;
        _closing = true;
        _last = After(_last, _stream.Dispose);
        _ = _last.ContinueWith(_ =>
        {
            if (!_loop.IsClosed)
                _loop.CallSoonThreadsafe(() => _closed.TrySetResult(Any.None));
        }, TaskScheduler.Default);
    }
}
