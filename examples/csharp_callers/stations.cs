using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;
using TimeoutError = Pytocs.Runtime.Core.TimeoutError;

namespace Stations;

using static Module;

/// <summary>A station that is connected while somebody reads it.</summary>
public class Station : PyObject, IAsyncDisposable
{
    public Station(string name, double temperature)
    {
        this.Name = name;
        Temperature = temperature;
        Connected = false;
    }

    public string Name { get; set; }
    public double Temperature { get; set; }
    public bool Connected { get; set; }

    public async Coro<Station> EnterAsync()
    {
        await AsyncIO.Sleep(0);
        Connected = true;
        return this;
    }

    public async Coro ExitAsync(Any kind, Any error, Any trace)
    {
        await AsyncIO.Sleep(0);
        Connected = false;
    }

    public Coroutine<Station> EnterAsyncCoroutine() => Coroutine.Of("__aenter__", "Station.__aenter__", () => EnterAsync());
    public Coroutine ExitAsyncCoroutine(Any kind, Any error, Any trace) => Coroutine.Of("__aexit__", "Station.__aexit__", () => ExitAsync(kind, error, trace));

    /// <summary>Leaves the context without an error.</summary>
    public async ValueTask DisposeAsync() => await ExitAsync(Any.None, Any.None, Any.None);

    public static readonly PyType Type = PyType.Emitted("Station", "__main__")
        .Doc("A station that is connected while somebody reads it.")
        .Constructor("name, temperature", a => new Station(a[0].As<string>(), a[1].As<double>()))
        .Field("name", self => self.As<Station>().Name, (self, value) => self.As<Station>().Name = value.As<string>())
        .Field("temperature", self => self.As<Station>().Temperature, (self, value) => self.As<Station>().Temperature = value.As<double>())
        .Field("connected", self => self.As<Station>().Connected, (self, value) => self.As<Station>().Connected = value.As<bool>())
        .Method("__aenter__", self => self.As<Station>().EnterAsyncCoroutine())
        .Method("__aexit__", "self, kind=None, error=None, trace=None", a => a[0].As<Station>().ExitAsyncCoroutine(a[1], a[2], a[3]));
    public override PyType Class => Type;
}

/// <summary>Weather stations: coroutines that C# code calls, and one that calls C# code back.</summary>
public static class Module
{
    internal static Any Name = "__main__";

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("stations.py", args, Run);

    /// <summary>Reads one station.</summary>
    public static async Coro<string> Reading(string name, double delay = 0.001)
    {
        await AsyncIO.Sleep(delay);
        if (name == "nowhere")
        {
            throw new ValueError(F($"no station {name}"));
        }
        return F($"{name}: {Len(name) + 10} degrees");
    }

    /// <summary>Reads several stations at once.</summary>
    public static async Coro<PyList<string>> Readings(PyList<string> names)
    {
        return new PyList<string>((await AsyncIO.Gather([..names.Select(n => ReadingCoroutine(n))])).Select(r => ToStr(r)));
    }

    /// <summary>Hands out readings one by one.</summary>
    public static async IAsyncEnumerable<PyInt> Watch(PyInt count)
    {
        for (PyInt i = 0, stop = count; i < stop; i++)
        {
            await AsyncIO.Sleep(0);
            yield return 10 + i;
        }
    }

    /// <summary>Waits for ever, and cleans up when it is cancelled.</summary>
    public static async Coro<string> Patient(Any log)
    {
        try
        {
            await AsyncIO.Sleep(3600);
        }
        catch (CancelledError caught)
        {
            using var handling = Handling.Of(caught);
            _ = log.Invoke("append", "cancelled");
            throw;
        }
        return "never";
    }

    /// <summary>Gives up after a while.</summary>
    public static async Coro<string> Limited(double delay)
    {
        try
        {
            var timeout = AsyncIO.TimeoutAfter(0.3);
            timeout.Enter();
            try
            {
                return await Reading("harbour", delay);
            }
            catch (BaseException error)
            {
                timeout.Exit(error);
                throw;
            }
            finally
            {
                timeout.Exit();
            }
        }
        catch (TimeoutError)
        {
            return "too slow";
        }
    }

    /// <summary>Sums up any asynchronous iterable, a C# one included.</summary>
    public static async Coro<Any> Total(Any source)
    {
        Any result = 0;
        await foreach (var value in AsyncIteration.Of(source))
        {
            result = Any.AddInPlace(result, value);
        }
        return result;
    }

    /// <summary>Awaits anything, a C# task included.</summary>
    public static async Coro<string> Relay(Any question)
    {
        return "" + "the answer is " + Format(await question, "");
    }

    public static async Coro MainAsync()
    {
        Station station = default!;
        Print(await Reading("harbour"));
        Print(await Readings((PyList<string>)["harbour", "airport"]));
        Print(await Total(AsyncGenerator.Of("watch", Watch(3))));
        Print(await Relay(ReadingCoroutine("summit")));
        Print(await Limited(0.0), await Limited(5.0));
        var manager = new Station("harbour", 11.5);
        var context = AsyncContext.Of(manager.ExitAsync);
        station = await manager.EnterAsync();
        try
        {
            Print(station.Name, station.Connected);
        }
        catch (BaseException error)
        {
            if (!await context.ExitAsync(error))
            {
                throw;
            }
        }
        finally
        {
            await context.ExitAsync();
        }
        Print(station.Connected);
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        if (Name == "__main__")
        {
            AsyncIO.Run(MainAsyncCoroutine());
        }
    }

    public static Coroutine<string> ReadingCoroutine(string name, double delay = 0.001) => Coroutine.Of("reading", "reading", () => Reading(name, delay));
    public static Coroutine MainAsyncCoroutine() => Coroutine.Of("main", "main", () => MainAsync());
}
