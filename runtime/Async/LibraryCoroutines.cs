namespace Pytocs.Runtime.Async;

/// <summary>Where CPython's library defines the coroutine functions of asyncio, and where each waits: what reprs of tasks show.</summary>
internal static class LibraryCoroutines
{
    private static readonly Dictionary<string, (string File, int First, int Waits)> s_places = new()
    {
        ["sleep"] = ("tasks.py", 703, 718),
        ["wait"] = ("tasks.py", 424, 451),
        ["wait_for"] = ("tasks.py", 459, 507),
        ["to_thread"] = ("threads.py", 12, 25),
        ["open_connection"] = ("streams.py", 26, 48),
        ["start_server"] = ("streams.py", 54, 84),
        ["StreamWriter.wait_closed"] = ("streams.py", 357, 358),
        ["StreamWriter.drain"] = ("streams.py", 363, 386),
        ["StreamReader.readline"] = ("streams.py", 543, 562),
        ["StreamReader.readuntil"] = ("streams.py", 574, 677),
        ["StreamReader.read"] = ("streams.py", 688, 730),
        ["StreamReader.readexactly"] = ("streams.py", 739, 769),
        ["Process.wait"] = ("subprocess.py", 135, 137),
        ["Process.communicate"] = ("subprocess.py", 188, 201),
        ["Process._read_stream"] = ("subprocess.py", 171, 181),
        ["create_subprocess_shell"] = ("subprocess.py", 206, 211),
        ["create_subprocess_exec"] = ("subprocess.py", 218, 224),
        ["Lock.acquire"] = ("locks.py", 90, 110),
        ["Event.wait"] = ("locks.py", 200, 213),
        ["Condition.wait"] = ("locks.py", 248, 272),
        ["Condition.wait_for"] = ("locks.py", 303, 313),
        ["Semaphore.acquire"] = ("locks.py", 386, 407),
        ["Barrier.wait"] = ("locks.py", 511, 525),
        ["Queue.put"] = ("queues.py", 125, 139),
        ["Queue.get"] = ("queues.py", 172, 186),
        ["Queue.join"] = ("queues.py", 242, 251),
        ["Server.serve_forever"] = ("base_events.py", 369, 380),
        ["Server.wait_closed"] = ("base_events.py", 390, 415),
    };

    /// <summary>The C# methods that do the work of functions, where they are called otherwise.</summary>
    private static readonly Dictionary<string, string> s_methods = new()
    {
        ["AsyncIO.SleepAsync"] = "sleep",
        ["AsyncIO.Wait"] = "wait",
        ["AsyncIO.WaitFor"] = "wait_for",
        ["AsyncQueue.PutSlowly"] = "Queue.put",
        ["AsyncQueue.GetSlowly"] = "Queue.get",
    };

    /// <summary>The qualified name of the function whose body a state machine is; null of one that is not among them.</summary>
    public static string? NameOf(Type machine)
    {
        var end = machine.Name.IndexOf('>', StringComparison.Ordinal);
        if (machine.DeclaringType is not { } type || !machine.Name.StartsWith('<') || end < 0)
            return null;
        var owner = type.Name.Split('`')[0];
        var method = machine.Name[1..end];
        if (s_methods.TryGetValue($"{owner}.{method}", out var known))
            return known;
        // AsyncQueue.Get is Queue.get, AsyncStreamReader.ReadLine is StreamReader.readline.
        owner = owner.StartsWith("Async", StringComparison.Ordinal) ? owner["Async".Length..] : owner;
        return s_places.Keys.FirstOrDefault(k => k.Replace("_", "", StringComparison.Ordinal).Equals($"{owner}.{method}", StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The place of a function; null of one that is not among them.</summary>
    public static (string File, int First, int Waits)? Find(string qualName)
        => s_places.TryGetValue(qualName, out var place) ? (LibraryCallbacks.Folder + place.File, place.First, place.Waits) : null;
}
