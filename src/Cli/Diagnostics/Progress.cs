namespace Pytocs.Cli.Diagnostics;

/// <summary>How far long work has come, on one line of a terminal; nothing where the standard error is redirected.</summary>
internal sealed class Progress(int total) : IDisposable
{
    private readonly bool _isShown = total > 1 && !Console.IsErrorRedirected;
    private int _done;

    public void Advance()
    {
        var done = Interlocked.Increment(ref _done);
        if (_isShown)
            Console.Error.Write($"\r{done} of {total}");
    }

    public void Dispose()
    {
        if (_isShown)
            Console.Error.Write("\r\e[K");
    }
}
