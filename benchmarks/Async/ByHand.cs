namespace Pytocs.Benchmarks.Async;

/// <summary>The programs as a C# developer would write them.</summary>
internal static class ByHand
{
    public static IReadOnlyDictionary<string, Action> Programs { get; } = new Dictionary<string, Action>
    {
        ["asend_echo"] = Run(EchoAsync), ["async_for"] = Run(AsyncForAsync), ["async_generators"] = Run(AsyncGeneratorsAsync), ["async_with"] = Run(AsyncWithAsync),
        ["cancellation"] = Run(CancellationAsync), ["coroutines"] = Run(async () => Console.WriteLine(await FibAsync(30))), ["generators"] = Generators,
        ["many_tasks"] = Run(ManyTasksAsync), ["queue_ping_pong"] = Run(Queues.PingPongAsync), ["tree_gather"] = Run(async () => Console.WriteLine(await NodeAsync(6))),
        ["tree_group"] = Run(async () => Console.WriteLine(await NodeAsync(6))), ["tree_io"] = Run(async () => Console.WriteLine(await SleepingNodeAsync(6))),
    };

    private static Action Run(Func<Task> program) => () => program().GetAwaiter().GetResult();

    /// <summary>C# generators receive nothing: what answers is an object with a method.</summary>
    private sealed class Echo
    {
        public ValueTask<long> SendAsync(long value) => new(value + 1);
    }

    private static async Task EchoAsync()
    {
        var echo = new Echo();
        var value = 0L;
        for (var i = 0; i < 1_000_000; i++)
            value = await echo.SendAsync(value);
        Console.WriteLine(value);
    }

    private static async IAsyncEnumerable<long> NumbersAsync(int count)
    {
        for (var i = 0; i < count; i++)
            yield return i;
    }

    private static async Task AsyncForAsync()
    {
        var result = 0L;
        await foreach (var value in NumbersAsync(3_000_000))
            result += value;
        Console.WriteLine(result);
    }

    private sealed record Tree(Tree? Left, long Value, Tree? Right)
    {
        public static Tree? Of(long first, long last)
        {
            if (first > last)
                return null;
            var middle = (first + last) / 2;
            return new Tree(Of(first, middle - 1), middle, Of(middle + 1, last));
        }

        public IEnumerable<long> Walk()
        {
            if (Left is not null)
            {
                foreach (var value in Left.Walk())
                    yield return value;
            }
            yield return Value;
            if (Right is not null)
            {
                foreach (var value in Right.Walk())
                    yield return value;
            }
        }

        public async IAsyncEnumerable<long> WalkAsync()
        {
            if (Left is not null)
            {
                await foreach (var value in Left.WalkAsync())
                    yield return value;
            }
            yield return Value;
            if (Right is not null)
            {
                await foreach (var value in Right.WalkAsync())
                    yield return value;
            }
        }
    }

    private static async Task AsyncGeneratorsAsync()
    {
        var result = 0L;
        await foreach (var value in Tree.Of(1, 30_000)!.WalkAsync())
            result += value;
        Console.WriteLine(result);
    }

    private static void Generators()
    {
        var result = 0L;
        foreach (var value in Tree.Of(1, 100_000)!.Walk())
            result += value;
        Console.WriteLine(result);
    }

    private sealed class Gate : IAsyncDisposable
    {
        public long Entered { get; private set; }

        public long Left { get; private set; }

        public async ValueTask<Gate> EnterAsync()
        {
            Entered++;
            return this;
        }

        public async ValueTask DisposeAsync() => Left++;
    }

    private static async Task AsyncWithAsync()
    {
        var gate = new Gate();
        var total = 0L;
        for (var i = 0; i < 1_000_000; i++)
        {
            await using (await gate.EnterAsync())
                total += i;
        }
        Console.WriteLine($"{total} {gate.Entered} {gate.Left}");
    }

    private static async Task CancellationAsync()
    {
        using var source = new CancellationTokenSource();
        var never = new TaskCompletionSource();
        var tasks = Enumerable.Range(0, 20_000).Select(_ => WaitAsync(never.Task, source.Token)).ToList();
        await source.CancelAsync();
        try
        {
            await Task.WhenAll(tasks);
        }
        catch (OperationCanceledException)
        {
            Console.WriteLine(tasks.Count(t => t.IsCanceled));
        }
    }

    private static async Task WaitAsync(Task task, CancellationToken token) => await task.WaitAsync(token);

    private static async ValueTask<long> FibAsync(long n) => n <= 1 ? n : await FibAsync(n - 1) + await FibAsync(n - 2);

    private static async Task ManyTasksAsync()
    {
        var tasks = Enumerable.Range(0, 100_000).Select(_ => Task.Run(WorkerAsync)).ToList();
        var result = 0L;
        foreach (var task in tasks)
            result += await task;
        Console.WriteLine(result);
    }

    private static async Task<long> WorkerAsync()
    {
        for (var i = 0; i < 10; i++)
            await Task.Yield();
        return 1;
    }

    private static async Task<long> NodeAsync(int depth)
        => depth == 0 ? 1 : (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => NodeAsync(depth - 1))))).Sum();

    private static async Task<long> SleepingNodeAsync(int depth)
    {
        if (depth > 0)
            return (await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => SleepingNodeAsync(depth - 1))))).Sum();
        await Task.Delay(50);
        return 1;
    }
}
