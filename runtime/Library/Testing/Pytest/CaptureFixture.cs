using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What a program prints while it is kept from the streams.</summary>
internal sealed class StreamCapture
{
    private readonly PyStringIO _out = new();
    private readonly PyStringIO _error = new();
    private Any _previousOut;
    private Any _previousError;

    public void Start()
    {
        (_previousOut, _previousError) = (StdIO.CurrentOut, StdIO.CurrentError);
        (StdIO.CurrentOut, StdIO.CurrentError) = (_out, _error);
    }

    public void Stop() => (StdIO.CurrentOut, StdIO.CurrentError) = (_previousOut, _previousError);

    /// <summary>What was printed so far, taken out.</summary>
    public (string Out, string Error) Take() => (Take(_out), Take(_error));

    private static string Take(PyStringIO stream)
    {
        var text = stream.GetValue();
        ((Any)stream).Invoke("seek", 0);
        ((Any)stream).Invoke("truncate");
        return text;
    }
}

/// <summary><c>capsys</c>. See <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest.CaptureFixture">CaptureFixture</see>.</summary>
internal sealed class CaptureFixture : PyObject
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
