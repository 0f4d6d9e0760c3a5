using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using Stations;
using Xunit;

namespace Pytocs.Runtime.Tests;

/// <summary>C# code calls coroutines that were written in Python, and they call C# code.</summary>
public sealed class CallersTests
{
    [Fact]
    public async Task A_coroutine_is_awaited_from_any_thread()
    {
        Assert.Equal("harbour: 17 degrees", await Module.Reading("harbour"));
        var both = await Task.WhenAll(Task.Run(async () => await Module.Reading("harbour")), Task.Run(async () => await Module.Reading("airport")));
        Assert.Equal(["harbour: 17 degrees", "airport: 17 degrees"], both);
    }

    [Fact]
    public async Task Coroutines_run_side_by_side_as_tasks()
    {
        var all = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Module.Reading($"s{i}", 0.05).AsTask()));
        Assert.Equal(50, all.Distinct().Count());
    }

    [Fact]
    public async Task The_caller_goes_on_where_its_context_is()
    {
        var context = new CountingContext();
        // One that has ended before it is awaited posts nothing.
        for (var i = 0; i < 100 && context.Posts == 0; i++)
        {
            SynchronizationContext.SetSynchronizationContext(context);
            try
            {
                await Module.Reading("harbour");
            }
            finally
            {
                SynchronizationContext.SetSynchronizationContext(null);
            }
        }
        Assert.True(context.Posts > 0);
    }

    private sealed class CountingContext : SynchronizationContext
    {
        public int Posts { get; private set; }

        public override void Post(SendOrPostCallback d, object? state)
        {
            Posts++;
            base.Post(d, state);
        }
    }

    [Fact]
    public async Task An_exception_comes_out_where_it_is_awaited()
    {
        var error = await Assert.ThrowsAsync<ValueError>(async () => await Module.Reading("nowhere"));
        Assert.Equal("no station nowhere", error.Message);
        await Assert.ThrowsAsync<ValueError>(() => Module.Reading("nowhere").AsTask());
    }

    [Fact]
    public async Task A_body_runs_in_a_task_from_its_start()
    {
        Assert.Equal("harbour: 17 degrees", await Module.Limited(0.0));
        Assert.Equal("too slow", await Module.Limited(60.0));
    }

    [Fact]
    public async Task A_token_cancels_at_the_await()
    {
        using var source = new CancellationTokenSource();
        var log = new PyList<Any>();
        var running = Module.Patient(log).AsTask(source.Token);
        await Task.Delay(50);
        Assert.False(running.IsCompleted);
        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal("['cancelled']", Operators.Repr(log));
    }

    [Fact]
    public async Task A_token_that_is_cancelled_already_cancels_at_once()
    {
        var log = new PyList<Any>();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Module.Patient(log).AsTask(new CancellationToken(canceled: true)));
    }

    [Fact]
    public async Task An_asynchronous_generator_is_an_async_enumerable()
    {
        var items = new List<PyInt>();
        await foreach (var item in Module.Watch(3))
            items.Add(item);
        Assert.Equal([10, 11, 12], items.Select(i => (long)i));
    }

    [Fact]
    public async Task An_asynchronous_context_manager_is_disposable()
    {
        var station = new Station("harbour", 11.5);
        await using (await station.EnterAsync())
            Assert.True(station.Connected);
        Assert.False(station.Connected);
    }

    [Fact]
    public async Task Python_iterates_a_csharp_sequence()
    {
        static async IAsyncEnumerable<int> Numbers()
        {
            for (var i = 1; i <= 3; i++)
            {
                await Task.Delay(1);
                yield return i;
            }
        }
        Assert.Equal(6L, (long)(await Module.Total(Generic.FromObject(Numbers()))).As<PyInt>());
    }

    [Fact]
    public async Task Python_awaits_a_csharp_task()
    {
        static async Task<string> Ask()
        {
            await Task.Delay(1);
            return "42";
        }
        Assert.Equal("the answer is 42", await Module.Relay(Generic.FromObject(Ask())));
        Assert.Equal("the answer is None", await Module.Relay(Generic.FromObject(Task.Delay(1))));
    }

    [Fact]
    public async Task The_failure_of_a_csharp_task_is_an_exception_in_Python()
    {
        var error = await Assert.ThrowsAsync<RuntimeError>(async () => await Module.Relay(Generic.FromObject(Task.FromException(new InvalidOperationException("broken")))));
        Assert.Equal("InvalidOperationException: broken", error.Message);
    }
}
