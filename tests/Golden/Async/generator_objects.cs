using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace GeneratorObjects;

using static Module;

public class Source_ : PyObject
{
    public Source_(PyInt limit)
    {
        Limit = limit;
        Stream = AsyncGenerator.Of("produce", "Source.produce", Produce());
    }

    public PyInt Limit { get; set; }
    public AsyncGenerator<string> Stream { get; set; }

    public async IAsyncEnumerable<string> Produce()
    {
        for (PyInt i = 0, stop = Limit; i < stop; i++)
        {
            yield return F($"item {i}");
        }
    }

    public static readonly PyType Type = PyType.Emitted("Source", "__main__")
        .Constructor("limit", a => new Source_(a[0].As<PyInt>()))
        .Field("limit", self => self.As<Source_>().Limit, (self, value) => self.As<Source_>().Limit = value.As<PyInt>())
        .Field("stream", self => self.As<Source_>().Stream, (self, value) => self.As<Source_>().Stream = value.As<AsyncGenerator<string>>())
        .Method("produce", self => AsyncGenerator.Of("produce", "Source.produce", self.As<Source_>().Produce()));
    public override PyType Class => Type;
}

/// <summary>Generators in variables, lists and fields: advanced, sent values, looped over, closed.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("generator_objects.py", args, Run);

    public static IEnumerable<PyInt> Numbers_(PyInt count)
    {
        for (PyInt i = 0, stop = count; i < stop; i++)
        {
            yield return i;
        }
    }

    public static IEnumerable<PyInt> Squares(Generator<PyInt> items)
    {
        foreach (var item in items.Rest)
        {
            yield return item * item;
        }
    }

    public static Generator<Any> Averager()
    {
        return Generator<Any>.Create("averager", "averager", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            Any total = 0.0;
            PyInt count = 0;
            Any average = 0.0;
            while (true)
            {
                Any value = await y.Yield(average);
                total = Any.AddInPlace(total, value);
                count += 1;
                average = total / count;
            }
        }
    }

    public static Generator<PyInt> Jumping()
    {
        return Generator<PyInt>.Create("jumping", "jumping", Body);

        async GeneratorBody<Any> Body(Yielder<PyInt> y)
        {
            PyInt n = 0;
            while (true)
            {
                PyInt? jump = (await y.Yield(n)).As<PyInt?>();
                if (jump is null)
                {
                    n += 1;
                }
                else if (jump.Value < 0)
                {
                    return "below zero";
                }
                else
                {
                    n = jump.Value;
                }
            }
        }
    }

    public static Generator<Any> Loosely()
    {
        return Generator<Any>.Create("loosely", "loosely", Body);

        async GeneratorBody<Any> Body(Yielder<Any> y)
        {
            while (true)
            {
                Any received = await y.Yield(Any.None);
                Print("received", Repr(received));
            }
        }
    }

    public static async IAsyncEnumerable<PyInt> Ticks(PyInt count)
    {
        for (PyInt i = 0, stop = count; i < stop; i++)
        {
            await AsyncIO.Sleep(0);
            yield return i;
        }
    }

    public static AsyncGenerator<PyInt> Echo()
    {
        return AsyncGenerator<PyInt>.Create("echo", "echo", Body);

        async AsyncGeneratorBody Body(AsyncYielder<PyInt> y)
        {
            PyInt value = 0;
            while (true)
            {
                value = (await y.Yield(value)).As<PyInt>() + 1;
            }
        }
    }

    public static AsyncGenerator<string> Words()
    {
        return AsyncGenerator<string>.Create("words", "words", Body);

        async AsyncGeneratorBody Body(AsyncYielder<string> y)
        {
            try
            {
                await y.Yield("one");
                await y.Yield("two");
            }
            catch (ValueError error)
            {
                using var handling = Handling.Of(error);
                Print("caught", error);
                await y.Yield("mended");
            }
            finally
            {
                Print("words closed");
            }
        }
    }

    public static void Plain()
    {
        Generator<PyInt> gen = Generator.Of("numbers", Numbers_(5));
        Print(gen.Next(), gen.Next());
        foreach (var n in gen.Rest)
        {
            if (n == 3)
            {
                break;
            }
            Print("rest", n);
        }
        Print(new PyList<PyInt>(gen.Rest), Next(gen, Any.None));
        try
        {
            gen.Next();
        }
        catch (StopIteration stop)
        {
            Print("done", ((Any)stop).Get("value"));
        }
        Generator<PyInt> pipeline = Generator.Of("squares", Squares(Generator.Of("squares", Squares(Generator.Of("numbers", Numbers_(4))))));
        Print(pipeline.Next(), Sequences.Sum(pipeline.Rest));
        PyList<Generator<PyInt>> robin = (PyList<Generator<PyInt>>)[Generator.Of("numbers", Numbers_(1)), Generator.Of("numbers", Numbers_(2))];
        while (robin.Count > 0)
        {
            Generator<PyInt> turn = robin.Pop(0);
            try
            {
                Print("turn", turn.Next());
                robin.Append(turn);
            }
            catch (StopIteration)
            {
            }
        }
    }

    public static void Sent()
    {
        Generator<Any> average = Averager();
        average.Next();
        foreach (var value in new double[] { 1.0, 2.0, 6.0 })
        {
            Print(average.Send(value));
        }
        average.Close();
        Generator<PyInt> jumps = Jumping();
        Print(jumps.Next());
        Print(jumps.Send(5), jumps.Send(Any.None));
        try
        {
            jumps.Send(-1);
        }
        catch (StopIteration stop)
        {
            Print(((Any)stop).Get("value"));
        }
        Generator<Any> loose = Loosely();
        loose.Next();
        loose.Send(1);
        loose.Next();
        try
        {
            loose.Throw(new KeyError("thrown"));
        }
        catch (KeyError error)
        {
            Print(Repr(error));
        }
        Generator<Any> fresh = Averager();
        try
        {
            fresh.Send(1.0);
        }
        catch (TypeError error)
        {
            Print(error);
        }
    }

    public static async Coro Asynchronous()
    {
        AsyncGenerator<PyInt> ticking = AsyncGenerator.Of("ticks", Ticks(4));
        Print(await ticking.NextAsync(), await ticking.NextAsync());
        await foreach (var n in ticking.Rest)
        {
            if (n == 2)
            {
                break;
            }
        }
        Print("left", await ticking.NextAsync(), await Builtins.Get("anext").Call(ticking, "default"));
        try
        {
            await ticking.NextAsync();
        }
        catch (StopAsyncIteration)
        {
            Print("done");
        }
        AsyncGenerator<PyInt> echoing = Echo();
        PyInt value = await echoing.SendAsync(Any.None);
        for (PyInt i = 0; i < 3; i++)
        {
            value = await echoing.SendAsync(value);
        }
        Print(value);
        await echoing.CloseAsync();
        AsyncGenerator<string> text = Words();
        Print(await text.SendAsync(Any.None), await text.ThrowAsync(new ValueError("bad")));
        await text.CloseAsync();
        Print(await text.ThrowAsync(new ValueError("late")));
        var source = new Source_(3);
        Print(await source.Stream.NextAsync(), await source.Stream.Rest.Collect(items => new PyList<string>(items)));
        Any step = ((Any)AsyncGenerator.Of("ticks", Ticks(1))).Invoke("asend", Any.None);
        Print(await step);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Plain();
        Sent();
        AsyncIO.Run(AsynchronousCoroutine());
    }

    public static Coroutine AsynchronousCoroutine() => Coroutine.Of("asynchronous", "asynchronous", () => Asynchronous());
}
