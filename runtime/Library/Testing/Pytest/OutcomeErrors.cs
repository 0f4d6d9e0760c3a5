using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// What ends a test early. As in pytest these are no <c>Exception</c>, so that code under test does not catch them by accident. See
/// <see href="https://docs.pytest.org/en/stable/reference/reference.html#pytest-fail">pytest.fail, skip and xfail</see>.
/// </summary>
internal abstract class OutcomeError(string reason) : BaseException(reason)
{
    public string Reason => Args.Count > 0 ? Operators.Str(Args[0]) : "";
}

/// <summary><c>pytest.fail.Exception</c>.</summary>
internal sealed class FailedError(string reason) : OutcomeError(reason)
{
    public static new readonly PyType Type = PyType.Exception("Failed", BaseException.Type, static args => new FailedError(args.Length > 0 ? Operators.Str(args[0]) : ""));

    protected override PyType NativeClass => Type;
}

/// <summary><c>pytest.skip.Exception</c>.</summary>
internal sealed class SkippedError(string reason) : OutcomeError(reason)
{
    public static new readonly PyType Type = PyType.Exception("Skipped", BaseException.Type, static args => new SkippedError(args.Length > 0 ? Operators.Str(args[0]) : ""));

    /// <summary>Whether it may be raised while a module is imported.</summary>
    public bool AllowsModule { get; init; }

    protected override PyType NativeClass => Type;
}

/// <summary><c>pytest.xfail.Exception</c>.</summary>
internal sealed class XFailedError(string reason) : OutcomeError(reason)
{
    public static new readonly PyType Type = PyType.Exception("XFailed", FailedError.Type, static args => new XFailedError(args.Length > 0 ? Operators.Str(args[0]) : ""));

    protected override PyType NativeClass => Type;
}

/// <summary><c>pytest.exit.Exception</c>.</summary>
internal sealed class ExitError(string reason) : OutcomeError(reason)
{
    public static new readonly PyType Type = PyType.Exception("Exit", BaseException.Type, static args => new ExitError(args.Length > 0 ? Operators.Str(args[0]) : ""), "_pytest.outcomes");

    protected override PyType NativeClass => Type;
}
