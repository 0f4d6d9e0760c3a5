using System.Threading.Channels;

namespace Pytocs.Benchmarks.Async;

/// <summary>Two tasks that pass a number to and fro.</summary>
internal static class Queues
{
    private const int Count = 50_000;

    public static async Task PingPongAsync()
    {
        var ping = Channel.CreateBounded<long>(1);
        var pong = Channel.CreateBounded<long>(1);
        var other = EchoAsync(ping.Reader, pong.Writer);
        var value = 0L;
        for (var i = 0; i < Count; i++)
        {
            await ping.Writer.WriteAsync(value);
            value = await pong.Reader.ReadAsync();
        }
        await other;
        Console.WriteLine(value);
    }

    private static async Task EchoAsync(ChannelReader<long> inbox, ChannelWriter<long> outbox)
    {
        for (var i = 0; i < Count; i++)
            await outbox.WriteAsync(await inbox.ReadAsync() + 1);
    }
}
