using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Zones;

/// <summary>The module <see href="https://docs.python.org/3.13/library/zoneinfo.html">zoneinfo</see>, over the system's time zone data.</summary>
internal static class ZoneInfoModule
{
    private static readonly string[] s_folders = ["/usr/share/zoneinfo", "/usr/lib/zoneinfo", "/usr/share/lib/zoneinfo", "/etc/zoneinfo"];

    public static readonly PyType NotFound = PyType.Exception("ZoneInfoNotFoundError", KeyError.Type, static args => new KeyError(args), "zoneinfo");

    public static PyModule Build() => new PyModule("zoneinfo")
        .Type(ZoneInfo.Type).Type(NotFound)
        .Value("TZPATH", new PyTuple([.. s_folders.Select(static f => (Any)f)]))
        .Function("available_timezones", "", static _ => new PySet<Any>(Keys().Order(StringComparer.Ordinal).Select(static k => (Any)k)))
        .Function("reset_tzpath", "to=None", static (Any[] _) => Any.None);

    /// <summary>The zone of a key.</summary>
    /// <exception cref="KeyError">There is none: ZoneInfoNotFoundError.</exception>
    public static ZoneData Load(string key)
    {
        if (key.StartsWith('/') || PosixPaths.Normalise(key) != key)
            throw new ValueError(key.StartsWith('/') ? $"ZoneInfo keys may not be absolute paths, got: {key}" : $"ZoneInfo keys must be normalized relative paths, got: {key}");
        if (key.StartsWith("..", StringComparison.Ordinal))
            throw new ValueError($"ZoneInfo keys must refer to subdirectories of TZPATH, got: {key}");
        foreach (var folder in s_folders)
            if (File.Exists(Path.Combine(folder, key)))
                return new ZoneData(File.ReadAllBytes(Path.Combine(folder, key)));
        throw (BaseException)NotFound.Call($"No time zone found with key {key}").Ref!;
    }

    /// <summary>The zone of a key, if there is one.</summary>
    public static ZoneData? TryLoad(string key)
        => s_folders.Select(f => Path.Combine(f, key)).FirstOrDefault(File.Exists) is { } path ? new ZoneData(File.ReadAllBytes(path)) : null;

    private static HashSet<string> Keys()
    {
        var keys = new HashSet<string>();
        foreach (var folder in s_folders.Where(Directory.Exists))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
                if (Path.GetRelativePath(folder, file) is var key && !key.StartsWith("posix", StringComparison.Ordinal) && !key.StartsWith("right/", StringComparison.Ordinal) && key != "localtime" && IsZone(file))
                    keys.Add(key);
        return keys;
    }

    private static bool IsZone(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> head = stackalloc byte[4];
        return file.ReadAtLeast(head, 4, throwOnEndOfStream: false) == 4 && head.SequenceEqual("TZif"u8);
    }
}

/// <summary><c>zoneinfo.ZoneInfo</c>: one object a key.</summary>
internal sealed class ZoneInfo : PyContainer
{
    public static readonly PyType Type = Create();

    private static readonly Dictionary<(PyType, string), ZoneInfo> s_known = [];

    private readonly ZoneData _data;

    private ZoneInfo(string key, ZoneData data) => (Key, _data) = (key, data);

    public string Key { get; }

    protected override PyType BuiltinClass => Type;

    private static ZoneInfo Self(Any o) => (ZoneInfo)o.Ref!;

    private static ZoneInfo Make(PyType cls, Any key, bool keep)
    {
        var name = Lib.Text(key, "key");
        lock (s_known)
        {
            if (keep && s_known.TryGetValue((cls, name), out var known))
                return known;
            var made = new ZoneInfo(name, ZoneInfoModule.Load(name));
            made.SetClass(cls);
            if (keep)
                s_known[(cls, name)] = made;
            return made;
        }
    }

    private static PyType Create()
    {
        var type = Lib.Class("ZoneInfo", "zoneinfo", PyTimeZone.Abstract);
        type.New("cls, key", static a => Make((PyType)a[0].Ref!, a[1], keep: true));
        return type
            .ClassMethod("no_cache", "cls, key", static a => Make((PyType)a[0].Ref!, a[1], keep: false))
            .ClassMethod("clear_cache", "cls, *, only_keys=None", static a => Lib.Do(() =>
            {
                lock (s_known)
                    foreach (var known in s_known.Keys.Where(k => ReferenceEquals(k.Item1, a[0].Ref) && (a[1].IsNone || a[1].Contains(k.Item2))).ToArray())
                        s_known.Remove(known);
            }))
            .Property("key", static o => Self(o).Key)
            .Method("utcoffset", "self, dt, /", static (o, moment) => Self(o).At(moment) is { } rule ? PyTimeDelta.Of((Int128)rule.Offset * 1_000_000) : Any.None)
            .Method("dst", "self, dt, /", static (o, moment) => Self(o).At(moment) is { } rule ? PyTimeDelta.Of((Int128)rule.Saving * 1_000_000) : Any.None)
            .Method("tzname", "self, dt, /", static (o, moment) => Self(o).At(moment) is { } rule ? rule.Name : Any.None)
            .Method("fromutc", "self, dt, /", static (o, moment) => Self(o).FromUtc(o, moment))
            .Method("__str__", static o => Self(o).Key)
            .Method("__repr__", static o => $"{PyType.Of(o).FullName}(key={Core.Str.Repr(Self(o).Key)})")
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o).Key)));
    }

    /// <summary>Seconds since 1970 that a clock shows.</summary>
    private static long Clock(PyDateTime moment) => (long)((moment.Total / 1_000_000) - ((Int128)DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber * 86400));

    private ZoneRule? At(Any moment) => moment.Ref is PyDateTime dt ? _data.AtLocal(Clock(dt), dt.Fold)
        : moment.IsNone ? null : throw new TypeError($"descriptor requires a datetime, not {PyType.Of(moment).ErrorName}");

    private PyDateTime FromUtc(Any self, Any moment)
    {
        if (moment.Ref is not PyDateTime dt)
            throw new TypeError("fromutc: argument must be a datetime instance");
        if (!Operators.Is(dt.Zone, self))
            throw new ValueError("fromutc: dt.tzinfo is not self");
        var (rule, fold) = _data.AtUtc(Clock(dt));
        return PyDateTime.At(dt.Total + ((Int128)rule.Offset * 1_000_000), dt.Zone, dt.Class, fold);
    }
}
