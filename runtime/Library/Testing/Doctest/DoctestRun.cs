using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The examples of one docstring while they run: what the function that was made of them calls.</summary>
internal sealed class DoctestRun : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("_DoctestRun", module: "doctest")
        .Method("begin", "self, index", static a => Self(a[0]).Begin((int)(long)Operators.Index(a[1])))
        .Method("show", "self, value", static a => Show(a[1]))
        .Method("caught", "self, error", static a => Self(a[0]).Caught(a[1]))
        .Method("end", "self", static a => Self(a[0]).End());

    private readonly DoctestRunner _runner;
    private readonly string _name;
    private readonly string _file;
    private readonly Any _line;
    private readonly List<DocExample> _examples;
    private PyStringIO _captured = new();
    private Any _out;
    private BaseException? _error;
    private DocExample _example = null!;
    private DoctestFlags _flags;
    private bool _isOver;

    public DoctestRun(DoctestRunner runner, string name, string file, Any line, string text)
    {
        (_runner, _name, _file, _line) = (runner, name, file, line);
        _examples = DocExample.Parse(text, name);
    }

    public override PyType Class => s_type;

    public int Failures { get; private set; }

    public int Tries { get; private set; }

    public int Skips { get; private set; }

    private bool IsQuiet => _flags.HasFlag(DoctestFlags.ReportOnlyFirstFailure) && Failures > 0;

    private static DoctestRun Self(Any value) => (DoctestRun)value.Ref!;

    /// <returns>Whether the example is to be run.</returns>
    private Any Begin(int index)
    {
        if (_isOver)
            return false;
        Tries++;
        _example = _examples[index];
        _flags = _runner.Flags;
        foreach (var (flag, on) in _example.Options)
            _flags = on ? _flags | flag : _flags & ~flag;
        if (_flags.HasFlag(DoctestFlags.Skip))
        {
            Skips++;
            return false;
        }
        if (_runner.IsVerbose && !IsQuiet)
            Write($"Trying:\n{OutputChecker.Indented(_example.Source)}{(_example.Want.Length > 0 ? "Expecting:\n" + OutputChecker.Indented(_example.Want) : "Expecting nothing\n")}");
        _error = null;
        _captured = new PyStringIO();
        _out = StdIO.CurrentOut;
        StdIO.CurrentOut = _captured;
        return true;
    }

    /// <summary>What the interactive interpreter does with the value of an expression: <c>sys.displayhook</c>.</summary>
    private static Any Show(Any value)
    {
        if (!value.IsNone)
            Builtins.Print(Operators.Repr(value));
        return Any.None;
    }

    private Any Caught(Any error)
    {
        _error = (BaseException)error.Ref!;
        if (_error is not KeyboardInterrupt)
            return Any.None;
        StdIO.CurrentOut = _out;
        throw _error;
    }

    private Any End()
    {
        StdIO.CurrentOut = _out;
        var got = _captured.GetValue();
        // What was printed last may lack the end of its line, which the text in the docstring never does.
        if (got.Length > 0 && !got.EndsWith('\n'))
            got += "\n";
        var succeeded = _error is null
            ? OutputChecker.Check(_example.Want, got, _flags)
            : _example.Exception is { } expected && Raised(expected, TracebackText.Line(_error) + "\n");
        if (succeeded)
        {
            if (_runner.IsVerbose && !IsQuiet)
                Write("ok\n");
            return Any.None;
        }
        if (!IsQuiet)
        {
            if (_error is not null && _example.Exception is null)
                Write($"{Header()}Exception raised:\n{OutputChecker.Indented(TracebackText.Of(_error))}");
            else
                Write(Header() + OutputChecker.Difference(_example.Want, _error is null ? got : got + TracebackText.Of(_error), _flags));
        }
        Failures++;
        _isOver = _flags.HasFlag(DoctestFlags.FailFast);
        return Any.None;
    }

    private bool Raised(string expected, string actual)
        => OutputChecker.Check(expected, actual, _flags)
            || (_flags.HasFlag(DoctestFlags.IgnoreExceptionDetail) && OutputChecker.Check(OutputChecker.WithoutDetail(expected), OutputChecker.WithoutDetail(actual), _flags));

    private string Header()
    {
        var line = _line.IsNone ? "?" : Operators.Str(_line + _example.Line + 1);
        return $"{DoctestRunner.Divider}\nFile \"{_file}\", line {line}, in {_name}\nFailed example:\n{OutputChecker.Indented(_example.Source)}";
    }

    private static void Write(string text) => Builtins.Print([text], end: "");
}
