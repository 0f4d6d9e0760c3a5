using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><c>subprocess.Popen</c>. See <see href="https://docs.python.org/3.13/library/subprocess.html#popen-objects">Popen objects</see>.</summary>
internal sealed class Popen : LibraryObject
{
    public static readonly PyType Type = PythonClass.Declare("Popen", "subprocess", static () => new Popen())
        .Action("__init__", SubprocessModule.PopenSignature, static a => Self(a[0]).Start(a))
        .Property("args", static self => Self(self)._args)
        .Property("pid", static self => Self(self)._child.Id)
        .Property("returncode", static self => Self(self)._code is { } code ? code : Any.None)
        .Property("stdin", static self => Self(self)._stdin)
        .Property("stdout", static self => Self(self)._stdout)
        .Property("stderr", static self => Self(self)._stderr)
        .Method("poll", static self => Self(self).Poll())
        .Method("wait", "self, timeout=None", static (self, timeout) => Self(self).Wait(timeout))
        .Method("communicate", "self, input=None, timeout=None", static (self, input, timeout) => Self(self).Communicate(input, timeout))
        .Action("send_signal", "self, sig", static a => Self(a[0]).Signal((int)Lib.Int(a[1])))
        .Action("terminate", static self => Self(self).Signal(15))
        .Action("kill", static self => Self(self).Signal(9))
        .Method("__enter__", static self => self)
        .Action("__exit__", "self, exc_type, value, traceback", static a => Self(a[0]).Leave())
        .Method("__repr__", static self => $"<Popen: returncode: {(Self(self)._code is { } code ? code.ToString(System.Globalization.CultureInfo.InvariantCulture) : "None")} args: {Operators.Repr(Self(self)._args)}>");

    private ChildProcess _child = null!;
    private Any _args;
    private Any _stdin = Any.None;
    private Any _stdout = Any.None;
    private Any _stderr = Any.None;
    private string? _encoding;
    private string _errors = "strict";
    private int? _code;

    private protected override PyType NativeClass => Type;

    public ChildProcess Child => _child;

    private static Popen Self(Any o) => (Popen)o.Ref!;

    private void Start(Any[] a)
    {
        _args = a[1];
        var isText = a[12].Truth || a[23].Truth || !a[21].IsNone || !a[22].IsNone;
        if (isText)
            (_encoding, _errors) = (Lib.Optional(a[21]) ?? "utf-8", Lib.Optional(a[22]) ?? "strict");
        var (stdin, stdout, stderr) = (new Redirection(a[4]), new Redirection(a[5]), new Redirection(a[6]));
        _child = ChildProcess.Start(SubprocessModule.Command(_args, a[9].Truth), stdin, stdout, stderr, a[10], a[11]);
        _stdin = stdin.IsPipe ? File(_child.Input, false) : Any.None;
        _stdout = stdout.IsPipe ? File(_child.Output, true) : Any.None;
        _stderr = stderr.IsPipe ? File(_child.Errors, true) : Any.None;
    }

    private Any File(Stream stream, bool isReader)
    {
        var pipe = new PipeFile(stream, isReader);
        return _encoding is null ? pipe : new TextFile(pipe, _encoding, _errors, null);
    }

    private Any Poll() => (_code ??= _child.Poll()) is { } code ? code : Any.None;

    private TimeoutErrorHolder Expired(Any timeout) => new(SubprocessModule.TimeoutExpired.Call(_args, timeout));

    private readonly struct TimeoutErrorHolder(Any error)
    {
        public BaseException Error => (BaseException)error.Ref!;
    }

    private Any Wait(Any timeout)
    {
        _code ??= _child.Wait(TimeLimit.Optional(timeout)) ?? throw Expired(timeout).Error;
        return _code.Value;
    }

    private void Signal(int number)
    {
        if (Poll().IsNone)
            _child.Signal(number);
    }

    private void Leave()
    {
        foreach (var file in (Any[])[_stdout, _stderr, _stdin])
            if (!file.IsNone)
                file.Invoke("close");
        Wait(Any.None);
    }

    private Any Communicate(Any input, Any timeout)
    {
        var data = input.IsNone ? [] : input.Ref is string text ? System.Text.Encoding.UTF8.GetBytes(text) : Buffers.Of(input).ToArray();
        var output = Collect(_stdout, () => _child.Output);
        var errors = Collect(_stderr, () => _child.Errors);
        var feeding = _stdin.IsNone ? Task.CompletedTask : Task.Run(() => Feed(data));
        if (!Gil.Without(() => Task.WaitAll([output, errors, feeding], timeout.IsNone ? System.Threading.Timeout.Infinite : (int)(Lib.Real(timeout) * 1000))))
            throw Expired(timeout).Error;
        Wait(timeout);
        return PyTuple.Of(Value(_stdout, output.Result), Value(_stderr, errors.Result));
    }

    private void Feed(byte[] data)
    {
        try
        {
            _child.Input.Write(data);
            _child.Input.Dispose();
        }
        catch (IOException)
        {
            // The process did not read to the end.
        }
    }

    private static Task<byte[]> Collect(Any file, Func<Stream> stream) => file.IsNone ? Task.FromResult<byte[]>([]) : Task.Run(() =>
    {
        using var all = new MemoryStream();
        stream().CopyTo(all);
        return all.ToArray();
    });

    private Any Value(Any file, byte[] data)
    {
        if (file.IsNone)
            return Any.None;
        file.Invoke("close");
        if (_encoding is null)
            return new PyBytes(data);
        var text = ((Any)new PyBytes(data)).Invoke("decode", _encoding, _errors);
        return Operators.Str(text).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }
}
