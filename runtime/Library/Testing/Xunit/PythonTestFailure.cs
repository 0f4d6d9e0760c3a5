using System.Globalization;
using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Testing;

/// <summary>A Python test failed. The message is Python's traceback, with its files and lines.</summary>
public sealed class PythonTestFailure : Exception
{
    private readonly string? _stack;

    internal PythonTestFailure(string message, BaseException? error)
        : base("\n" + message.TrimEnd('\n'))
    {
        if (error?.Levels() is not { Count: > 0 } levels)
            return;
        var stack = new StringBuilder();
        foreach (var level in levels.Reverse())
            stack.Append(CultureInfo.InvariantCulture, $"   at {level.QualName}() in {level.File}:line {level.Line}\n");
        _stack = stack.ToString().TrimEnd('\n');
    }

    /// <summary>The way through the Python code, innermost first, in .NET's notation.</summary>
    public override string? StackTrace => _stack ?? base.StackTrace;
}

/// <summary>A Python test was left out; xunit takes it as skipped by how the message begins.</summary>
public sealed class PythonTestSkipped : Exception
{
    private const string Mark = "$XunitDynamicSkip$";

    internal PythonTestSkipped(string reason)
        : base(Mark + reason)
    {
    }
}
