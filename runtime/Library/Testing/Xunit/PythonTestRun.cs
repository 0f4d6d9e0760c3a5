using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Testing.Pytest;

namespace Pytocs.Runtime.Testing;

/// <summary>All Python tests of an assembly, as its fixture: what they share is given up when it is disposed of.</summary>
public sealed class PythonTestRun : IDisposable
{
    /// <summary>Whether every coroutine function is run on an event loop, as with pytest-asyncio's <c>asyncio_mode = "auto"</c>; otherwise those marked with <c>asyncio</c>.</summary>
    public static bool RunsEveryCoroutine
    {
        get => TestSession.IsAsyncAutomatic;
        set => TestSession.IsAsyncAutomatic = value;
    }

    /// <inheritdoc/>
    public void Dispose() => Throw(PythonThread.Do(TestSession.End).GetAwaiter().GetResult());

    /// <exception cref="PythonTestFailure">Something went wrong.</exception>
    internal static void Throw(IReadOnlyList<BaseException> errors)
    {
        if (errors.Count > 0)
            throw new PythonTestFailure(string.Join('\n', errors.Select(static e => "ERROR at teardown\n" + TracebackText.Of(e))), errors[0]);
    }
}
