using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Async;

/// <summary>A child process and its pipes. See <see href="https://docs.python.org/3.13/library/asyncio-protocol.html#subprocess-transports">subprocess transports</see>.</summary>
internal sealed class SubprocessTransport : LibraryObject
{
    private const string Options = "stdin=-1, stdout=-1, stderr=-1, universal_newlines=False, shell={0}, bufsize=0, encoding=None, errors=None, text=None, **kwargs";
    private const int OpenProcess = 434;

    public static readonly PyType Base = PyType.Emitted("BaseSubprocessTransport", "asyncio.base_subprocess", Protocols.SubprocessTransport);

    public static readonly PyType Type = PyType.Emitted("_UnixSubprocessTransport", "asyncio.unix_events", Base)
        .Method("get_extra_info", "self, name, default=None", static (self, name, fallback) => name.Ref is "subprocess" ? Self(self)._process : fallback)
        .Action("set_protocol", "self, protocol", static a => Self(a[0])._protocol = a[1])
        .Method("get_protocol", static self => Self(self)._protocol)
        .Method("is_closing", static self => Self(self)._isClosed)
        .Action("close", static self => Self(self).Close())
        .Method("get_pid", static self => Self(self).Id)
        .Method("get_returncode", static self => Self(self).Code)
        .Method("get_pipe_transport", "self, fd", static (self, fd) => Self(self).Pipe((int)Lib.Int(fd)))
        .Action("send_signal", "self, signal", static a => Self(a[0]).Signal((int)Lib.Int(a[1])))
        .Action("terminate", static self => Self(self).Signal(15))
        .Action("kill", static self => Self(self).Signal(9))
        .AsyncMethod("_wait", static self => Self(self).Wait())
        .Method("__repr__", static self => Self(self).Describe());

    private readonly EventLoop _loop;
    private readonly Popen _process;
    private readonly List<Future> _waiters = [];
    private readonly SortedDictionary<int, SubprocessPipe?> _pipes = [];
    private List<Action>? _later = [];
    private Any _protocol;
    private int? _code;
    private bool _isClosed;
    private bool _isFinished;

    private SubprocessTransport(EventLoop loop, Any protocol, Popen process, Future ready)
    {
        (_loop, _protocol, _process) = (loop, protocol, process);
        foreach (var (number, file) in ((int, string)[])[(0, "stdin"), (1, "stdout"), (2, "stderr")])
            if (!((Any)process).Get(file).IsNone)
                _pipes[number] = null;
        AsyncIO.TaskOn(loop, Coroutine.Of("_connect_pipes", "BaseSubprocessTransport._connect_pipes", () => ConnectPipes(ready)), Any.None, Any.None);
    }

    private protected override PyType NativeClass => Type;

    public int Id => _process.Child.Id;

    public Any Code => _code is { } code ? code : Any.None;

    private static SubprocessTransport Self(Any o) => (SubprocessTransport)o.Ref!;

    /// <summary>Declares <c>loop.subprocess_exec</c>, <c>loop.subprocess_shell</c> and those for pipes.</summary>
    public static void Declare(PyType type) => type
        .AsyncMethod("subprocess_exec", "self, protocol_factory, program, *args, " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Options, "False"), static a =>
            Start((EventLoop)a[0].Ref!, a[1], new PyList<Any>([a[2], .. Lib.Tuple(a[3])]), a[4..], false))
        .AsyncMethod("subprocess_shell", "self, protocol_factory, cmd, *, " + string.Format(System.Globalization.CultureInfo.InvariantCulture, Options, "True"), static a =>
            Start((EventLoop)a[0].Ref!, a[1], a[2].Ref is string or PyBytesBase ? a[2] : throw new ValueError("cmd must be a string"), a[3..], true))
        .AsyncMethod("connect_read_pipe", "self, protocol_factory, pipe", static async a =>
        {
            var protocol = a[1].Call();
            var ready = new Future((EventLoop)a[0].Ref!);
            var transport = new ReadPipeTransport(ready.Loop, a[2], protocol, ready);
            await ready;
            return PyTuple.Of(transport, protocol);
        })
        .AsyncMethod("connect_write_pipe", "self, protocol_factory, pipe", static async a =>
        {
            var protocol = a[1].Call();
            var ready = new Future((EventLoop)a[0].Ref!);
            var transport = new WritePipeTransport(ready.Loop, a[2], protocol, ready);
            await ready;
            return PyTuple.Of(transport, protocol);
        });

    /// <param name="options"><c>stdin</c> and what comes after it.</param>
    private static async Coro<Any> Start(EventLoop loop, Any factory, Any command, Any[] options, bool shell)
    {
        if (options[3].Truth)
            throw new ValueError("universal_newlines must be False");
        if (options[4].Truth != shell)
            throw new ValueError($"shell must be {(shell ? "True" : "False")}");
        if (options[5].Truth)
            throw new ValueError("bufsize must be 0");
        foreach (var (index, text) in ((int, string)[])[(8, "text must be False"), (6, "encoding must be None"), (7, "errors must be None")])
            if (options[index].Truth || index != 8 && !options[index].IsNone)
                throw new ValueError(text);
        var protocol = factory.Call();
        var ready = new Future(loop);
        var process = (Popen)((Any)Popen.Type).Call(new Arguments { command, { "shell", shell }, { "stdin", options[0] }, { "stdout", options[1] }, { "stderr", options[2] }, { "bufsize", 0 }, new StarStar(options[9]) }).Ref!;
        var transport = new SubprocessTransport(loop, protocol, process, ready);
        transport.Watch();
        try
        {
            await ready;
        }
        catch (BaseException)
        {
            transport.Close();
            await transport.Wait();
            throw;
        }
        return PyTuple.Of(transport, protocol);
    }

    [DllImport("libc", EntryPoint = "syscall", SetLastError = true)]
    private static extern int SystemCall(long number, int process, uint flags);

    /// <summary>Waits for the process to end: Linux tells it as it tells what can be read, so that it comes after the last output.</summary>
    private void Watch()
    {
        _loop.Begin();
        var descriptor = OperatingSystem.IsLinux() ? SystemCall(OpenProcess, Id, 0) : -1;
        if (descriptor < 0)
        {
            _process.Child.WhenEnded(() => _loop.TryCallSoonThreadsafe(Exited));
            return;
        }
        _loop.Watch(descriptor, false, () =>
        {
            _loop.Unwatch(descriptor, false);
            Posix.Close(descriptor);
            _process.Child.Wait(null);
            _loop.CallSoon(Exited);
        });
    }

    private async Coro<Any> ConnectPipes(Future ready)
    {
        try
        {
            foreach (var number in _pipes.Keys.ToArray())
            {
                var made = number == 0
                    ? await ((Any)_loop).Invoke("connect_write_pipe", new PyFunction("<lambda>", "", () => new SubprocessPipe(this, number)), ((Any)_process).Get("stdin"))
                    : await ((Any)_loop).Invoke("connect_read_pipe", new PyFunction("<lambda>", "", () => new SubprocessPipe(this, number)), ((Any)_process).Get(number == 1 ? "stdout" : "stderr"));
                _pipes[number] = (SubprocessPipe)made[1].Ref!;
            }
            var protocol = _protocol;
            _loop.CallSoon(() => protocol.Invoke("connection_made", this));
            foreach (var call in _later!)
                _loop.CallSoon(call);
            _later = null;
            ready.TrySetResult(Any.None);
        }
        catch (BaseException error) when (error is not (SystemExit or KeyboardInterrupt))
        {
            if (!ready.IsCancelled)
                ready.SetException(error);
        }
        return Any.None;
    }

    private void Call(Action call)
    {
        if (_later is not null)
            _later.Add(call);
        else
            _loop.CallSoon(call);
    }

    internal void PipeReceived(int number, Any data)
    {
        var protocol = _protocol;
        Call(() => protocol.Invoke("pipe_data_received", number, data));
    }

    internal void PipeLost(int number, Any error)
    {
        var protocol = _protocol;
        Call(() => protocol.Invoke("pipe_connection_lost", number, error));
        FinishIfDone();
    }

    internal void Tell(string method) => _protocol.Invoke(method);

    private void Exited()
    {
        _loop.End();
        _code = _process.Child.Poll() ?? 0;
        ((Any)_process).Invoke("poll");
        var protocol = _protocol;
        Call(() => protocol.Invoke("process_exited"));
        FinishIfDone();
    }

    private void FinishIfDone()
    {
        if (_isFinished || _code is null || !_pipes.Values.All(static p => p is { IsDisconnected: true }))
            return;
        _isFinished = true;
        Call(() =>
        {
            try
            {
                _protocol.Invoke("connection_lost", Any.None);
            }
            finally
            {
                foreach (var waiter in _waiters)
                    waiter.TrySetResult(_code.Value);
                _protocol = Any.None;
            }
        });
    }

    public async Coro<Any> Wait()
    {
        if (_code is { } code)
            return code;
        var waiter = new Future(_loop);
        _waiters.Add(waiter);
        return await (Any)waiter;
    }

    public Any Pipe(int number) => _pipes.TryGetValue(number, out var pipe) && pipe is not null ? pipe.Transport : Any.None;

    public void Close()
    {
        if (_isClosed)
            return;
        _isClosed = true;
        foreach (var pipe in _pipes.Values)
            if (pipe is not null)
                pipe.Transport.Invoke("close");
        if (_code is null && _process.Child.Poll() is null)
            _process.Child.Signal(9);
    }

    public void Signal(int number)
    {
        if (_isFinished)
            throw new ProcessLookupError();
        _process.Child.Signal(number);
    }

    private string Describe()
    {
        var text = $"<{Class.Name}{(_isClosed ? " closed" : "")} pid={Id} {(_code is { } code ? $"returncode={code}" : "running")}";
        foreach (var (number, name) in ((int, string)[])[(0, "stdin"), (1, "stdout"), (2, "stderr")])
            if (_pipes.TryGetValue(number, out var pipe) && pipe is not null)
                text += $" {name}={Operators.Repr(pipe.Transport)}";
        return text + ">";
    }
}

/// <summary>The protocol of one of a process's pipes.</summary>
internal sealed class SubprocessPipe(SubprocessTransport process, int number) : LibraryObject
{
    public static readonly PyType Write = PyType.Emitted("WriteSubprocessPipeProto", "asyncio.base_subprocess", Protocols.Base)
        .Action("connection_made", "self, transport", static a => Self(a[0]).Transport = a[1])
        .Action("connection_lost", "self, exc", static a => Self(a[0]).Lose(a[1]))
        .Action("pause_writing", static self => Self(self).Process.Tell("pause_writing"))
        .Action("resume_writing", static self => Self(self).Process.Tell("resume_writing"))
        .Property("pipe", static self => Self(self).Transport)
        .Property("disconnected", static self => Self(self).IsDisconnected)
        .Method("__repr__", static self => $"<{PyType.Of(self).Name} fd={Self(self).Number} pipe={Operators.Repr(Self(self).Transport)}>");

    public static readonly PyType Read = PyType.Emitted("ReadSubprocessPipeProto", "asyncio.base_subprocess", Write, Protocols.Protocol)
        .Action("data_received", "self, data", static a => Self(a[0]).Process.PipeReceived(Self(a[0]).Number, a[1]));

    private protected override PyType NativeClass => Number == 0 ? Write : Read;

    private SubprocessTransport Process { get; } = process;

    private int Number { get; } = number;

    public Any Transport { get; private set; } = Any.None;

    public bool IsDisconnected { get; private set; }

    private static SubprocessPipe Self(Any o) => (SubprocessPipe)o.Ref!;

    private void Lose(Any error)
    {
        IsDisconnected = true;
        Process.PipeLost(Number, error);
    }
}
