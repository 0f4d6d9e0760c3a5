using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What a program prints while it is kept from the streams.</summary>
internal sealed class StreamCapture
{
    private readonly Any _out = NewStream();
    private readonly Any _error = NewStream();
    private Any _previousOut;
    private Any _previousError;

    public void Start()
    {
        (_previousOut, _previousError) = (StdIO.CurrentOut, StdIO.CurrentError);
        (StdIO.CurrentOut, StdIO.CurrentError) = (_out, _error);
    }

    public void Stop() => (StdIO.CurrentOut, StdIO.CurrentError) = (_previousOut, _previousError);

    /// <summary>What was printed so far, taken out.</summary>
    public (string Out, string Error) Take() => (Text(_out), Text(_error));

    /// <summary>What was printed so far as bytes, taken out.</summary>
    public (Any Out, Any Error) TakeBytes() => (Bytes(_out), Bytes(_error));

    /// <summary>Programs print text and, to its <c>buffer</c>, bytes.</summary>
    private static Any NewStream()
    {
        var arguments = new Arguments([Modules.Import("io").Get("BytesIO").Call()]);
        arguments.Add("encoding", "utf-8");
        arguments.Add("newline", "");
        arguments.Add("write_through", true);
        return Modules.Import("io").Get("TextIOWrapper").Call(arguments);
    }

    private static string Text(Any stream) => Operators.Str(Bytes(stream).Invoke("decode", "utf-8", "replace"));

    private static Any Bytes(Any stream)
    {
        stream.Invoke("flush");
        var buffer = stream.Get("buffer");
        var bytes = buffer.Invoke("getvalue");
        buffer.Invoke("seek", 0);
        buffer.Invoke("truncate");
        return bytes;
    }
}

/// <summary><c>capsys</c>, and <c>capfd</c>, which here captures what the program itself prints. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.CaptureFixture">CaptureFixture</see>.</summary>
/// <param name="isBinary">Whether it gives bytes.</param>
internal sealed class CaptureFixture(bool isBinary) : PyObject
{
    private static readonly StructSequence s_result = MakeResult();

    public static readonly PyType Type = PyType.Builtin("CaptureFixture", module: "pytest")
        .Method("readouterr", static o => Self(o).Read())
        .Method("disabled", static o => new Disabled(Self(o)));

    private readonly StreamCapture _capture = new();

    public override PyType Class => Type;

    private static CaptureFixture Self(Any o) => (CaptureFixture)o.Ref!;

    public void Start() => _capture.Start();

    /// <summary>What nobody has read is part of what the test printed.</summary>
    public void Stop()
    {
        _capture.Stop();
        var (text, error) = _capture.Take();
        StdIO.CurrentOut.Invoke("write", text);
        StdIO.CurrentError.Invoke("write", error);
    }

    private static StructSequence MakeResult()
    {
        var result = new StructSequence("pytest.CaptureResult", ["out", "err"]);
        result.Type.Method("__repr__", static o => $"CaptureResult(out={Operators.Repr(((PyTuple)o.Ref!)[0])}, err={Operators.Repr(((PyTuple)o.Ref!)[1])})");
        return result;
    }

    private Any Read()
    {
        if (isBinary)
        {
            var (output, errors) = _capture.TakeBytes();
            return s_result.Make([output, errors]);
        }
        var (text, error) = _capture.Take();
        return s_result.Make([text, error]);
    }

    /// <summary><c>with capsys.disabled()</c>.</summary>
    private sealed class Disabled(CaptureFixture fixture) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_GeneratorContextManager", module: "contextlib")
            .Method("__enter__", static o => Lib.Do(() => ((Disabled)o.Ref!).Fixture._capture.Stop()))
            .Method("__exit__", "self, *exc_info", static (o, _) =>
            {
                ((Disabled)o.Ref!).Fixture._capture.Start();
                return false;
            });

        public override PyType Class => s_type;

        private CaptureFixture Fixture => fixture;
    }
}
