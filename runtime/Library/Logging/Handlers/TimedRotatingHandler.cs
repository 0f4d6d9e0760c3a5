using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>A handler that goes on in a new file at certain times. See <see href="https://docs.python.org/3.13/library/logging.handlers.html#timedrotatingfilehandler">TimedRotatingFileHandler</see>.</summary>
internal static class TimedRotatingHandler
{
    private const long Day = 24 * 60 * 60;
    private const string DatePattern = @"\d{4}-\d{2}-\d{2}";

    public static readonly PyType Type = new ClassMaker("TimedRotatingFileHandler", "logging.handlers")
        .Method("__init__", "self, filename, when='h', interval=1, backupCount=0, encoding=None, delay=False, utc=False, atTime=None, errors=None", static a => Lib.Do(() => Initialize(a)))
        .Method("computeRollover", "currentTime", static (self, now) => Next(self, now))
        .Method("shouldRollover", "record", static (self, _) =>
        {
            Any now = Now();
            if (now < self.Get("rolloverAt"))
                return false;
            if (!RotatingHandlers.IsSpecial(self.Get("baseFilename")))
                return true;
            // It is asked again when the next time has come.
            self.Set("rolloverAt", self.Invoke("computeRollover", now));
            return false;
        })
        .Method("getFilesToDelete", static self => Old(self))
        .Method("doRollover", static self => Lib.Do(() => RollOver(self)))
        .Make(RotatingHandlers.Base);

    private static Any Time => Modules.Import("time");

    private static Any Os => Modules.Import("os");

    private static long Now() => (long)Math.Floor(Lib.Real(Time.Invoke("time")));

    private static void Initialize(Any[] a)
    {
        var self = a[0];
        LogState.Base(RotatingHandlers.Base, "__init__", self, a[1], "a", RotatingHandlers.Encoding(a[5]), a[6], a[9]);
        var when = Lib.TextWith(a[2], "upper").ToUpperInvariant();
        self.Set("when", when);
        self.Set("backupCount", a[4]);
        self.Set("utc", a[7]);
        self.Set("atTime", a[8]);
        var (seconds, suffix, pattern) = when switch
        {
            "S" => (1L, "%Y-%m-%d_%H-%M-%S", DatePattern + @"_\d{2}-\d{2}-\d{2}"),
            "M" => (60, "%Y-%m-%d_%H-%M", DatePattern + @"_\d{2}-\d{2}"),
            "H" => (60 * 60, "%Y-%m-%d_%H", DatePattern + @"_\d{2}"),
            "D" or "MIDNIGHT" => (Day, "%Y-%m-%d", DatePattern),
            ['W', ..] when when.Length != 2 => throw new ValueError($"You must specify a day for weekly rollover from 0 to 6 (0 is Monday): {when}"),
            ['W', < '0' or > '6'] => throw new ValueError($"Invalid day specified for weekly rollover: {when}"),
            ['W', _] => (7 * Day, "%Y-%m-%d", DatePattern),
            _ => throw new ValueError($"Invalid rollover interval specified: {when}"),
        };
        if (when[0] == 'W')
            self.Set("dayOfWeek", when[1] - '0');
        self.Set("suffix", suffix);
        self.Set("extMatch", Modules.Import("re").Invoke("compile", $@"(?<!\d){pattern}(?!\d)", Modules.Import("re").Get("ASCII")));
        self.Set("interval", seconds * a[3]);
        var file = self.Get("baseFilename");
        Any begin = RotatingHandlers.Exists(file) ? (long)Math.Floor(Lib.Real(Os.Invoke("stat", file).Get("st_mtime"))) : Now();
        self.Set("rolloverAt", self.Invoke("computeRollover", begin));
    }

    private static long IsSummer(Any time) => Lib.Int(time[-1]);

    /// <summary>The time after the given one at which a new file begins.</summary>
    private static Any Next(Any self, Any now)
    {
        var when = Operators.Str(self.Get("when"));
        var interval = self.Get("interval");
        if (when != "MIDNIGHT" && !when.StartsWith('W'))
            return now + interval;
        var isUtc = self.Get("utc").Truth;
        var time = Time.Invoke(isUtc ? "gmtime" : "localtime", now);
        var day = Lib.Int(time[6]);
        var turn = self.Get("atTime") is { IsNone: false } at ? (Lib.Int(at.Get("hour")) * 60 + Lib.Int(at.Get("minute"))) * 60 + Lib.Int(at.Get("second")) : Day;
        var left = turn - ((Lib.Int(time[3]) * 60 + Lib.Int(time[4])) * 60 + Lib.Int(time[5]));
        if (left <= 0)
        {
            left += Day;
            day = (day + 1) % 7;
        }
        var result = now + left;
        if (when[0] == 'W')
            result += (Lib.Int(self.Get("dayOfWeek")) - day + 7) % 7 * Day + interval - 7 * Day;
        else
            result += interval - Day;
        if (isUtc)
            return result;
        var (summerNow, summerThen) = (IsSummer(time), IsSummer(Time.Invoke("localtime", result)));
        if (summerNow == summerThen)
            return result;
        // The clocks change in between: the hour of the day stays.
        return summerNow != 0 ? result + 3600 : IsSummer(Time.Invoke("localtime", result - 3600)) != 0 ? result - 3600 : result;
    }

    /// <summary>The oldest files, those beyond the number that is kept.</summary>
    private static Any Old(Any self)
    {
        var path = Modules.Import("os.path");
        var parts = path.Invoke("split", self.Get("baseFilename"));
        var (folder, prefix) = (parts[0], Operators.Str(parts[1]) + ".");
        var namer = self.Get("namer");
        var found = new PyList<Any>();
        foreach (var name in Os.Invoke("listdir", folder))
        {
            var text = Operators.Str(name);
            if (namer.IsNone ? text.StartsWith(prefix, StringComparison.Ordinal) && !self.Get("extMatch").Invoke("fullmatch", text[prefix.Length..]).IsNone : IsNamed(self, namer, name))
                found.Append(path.Invoke("join", folder, name));
        }
        var count = (int)Lib.Int(self.Get("backupCount"));
        if (found.Count < count)
            return new PyList<Any>();
        ((Any)found).Invoke("sort");
        return new PyList<Any>(found.Take(found.Count - count));
    }

    /// <summary>Whether the program's own way of naming gives a name for a date that stands in it.</summary>
    private static bool IsNamed(Any self, Any namer, Any name)
    {
        var pattern = self.Get("extMatch");
        for (var match = pattern.Invoke("search", name); !match.IsNone; match = pattern.Invoke("search", name, match.Invoke("start") + 1))
            if (Operators.Equal(Modules.Import("os.path").Invoke("basename", namer.Call(self.Get("baseFilename") + "." + match[0])), name))
                return true;
        return false;
    }

    private static void RollOver(Any self)
    {
        var now = Now();
        var begin = self.Get("rolloverAt") - self.Get("interval");
        Any time;
        if (self.Get("utc").Truth)
            time = Time.Invoke("gmtime", begin);
        else
        {
            time = Time.Invoke("localtime", begin);
            var summer = IsSummer(Time.Invoke("localtime", now));
            if (summer != IsSummer(time))
                time = Time.Invoke("localtime", begin + (summer != 0 ? 3600 : -3600));
        }
        var target = self.Invoke("rotation_filename", self.Get("baseFilename") + "." + Time.Invoke("strftime", self.Get("suffix"), time));
        if (RotatingHandlers.Exists(target))
            return;
        RotatingHandlers.CloseStream(self);
        self.Invoke("rotate", self.Get("baseFilename"), target);
        if (self.Get("backupCount") > 0)
            foreach (var old in self.Invoke("getFilesToDelete"))
                Os.Invoke("remove", old);
        if (!self.Get("delay").Truth)
            self.Set("stream", self.Invoke("_open"));
        self.Set("rolloverAt", self.Invoke("computeRollover", now));
    }
}
