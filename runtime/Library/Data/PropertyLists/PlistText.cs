using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>What reading and writing XML have in common.</summary>
internal static class PlistText
{
    /// <summary>How a file begins.</summary>
    public static readonly byte[] Header = Encoding.ASCII.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">\n");

    private static readonly Any s_date = Modules.Import("re").Invoke("compile",
        @"(?P<year>\d\d\d\d)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?)?)?)?Z", Modules.Import("re").Get("ASCII"));

    private static Any DateTime => Modules.Import("datetime");

    /// <summary>Whether a file begins as XML does, in an encoding of one or two bytes a character.</summary>
    public static bool IsText(ReadOnlySpan<byte> head)
    {
        foreach (var prefix in (string[])["<?xml", "<plist"])
        {
            if (head.StartsWith(Encoding.ASCII.GetBytes(prefix)))
                return true;
            foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.BigEndianUnicode, Encoding.Unicode])
                if (head.StartsWith([.. encoding.GetPreamble(), .. encoding.GetBytes(prefix)]))
                    return true;
        }
        return false;
    }

    /// <summary>A date; parts that are left out at its end count as the first.</summary>
    public static Any Date(string text, bool aware)
    {
        var match = s_date.Invoke("match", text);
        if (match.IsNone)
            throw new AttributeError("'NoneType' object has no attribute 'groupdict'", "groupdict", Any.None);
        var arguments = new Arguments();
        foreach (var part in Operators.ToList(match.Invoke("groups")).TakeWhile(static p => !p.IsNone))
            arguments.Add(long.Parse((string)part.Ref!, System.Globalization.CultureInfo.InvariantCulture));
        if (aware)
            arguments.Add("tzinfo", DateTime.Get("UTC"));
        return DateTime.Invoke("datetime", arguments);
    }

    public static string Date(Any date, bool aware)
    {
        if (aware)
            date = date.Invoke("astimezone", DateTime.Get("UTC"));
        return Operators.Str((Any)"%04d-%02d-%02dT%02d:%02d:%02dZ" % PyTuple.Of([.. ((string[])["year", "month", "day", "hour", "minute", "second"]).Select(date.Get)]));
    }

    /// <summary>The moment from which binary files count seconds.</summary>
    public static Any Epoch(bool aware)
    {
        var arguments = new Arguments { 2001, 1, 1 };
        if (aware)
            arguments.Add("tzinfo", DateTime.Get("UTC"));
        return DateTime.Invoke("datetime", arguments);
    }
}
