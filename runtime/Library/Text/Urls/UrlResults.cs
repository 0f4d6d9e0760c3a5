using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>The tuples that parsing gives. See <see href="https://docs.python.org/3.13/library/urllib.parse.html#structured-parse-results">structured parse results</see>.</summary>
internal static class UrlResults
{
    private static readonly string[] s_parse = ["scheme", "netloc", "path", "params", "query", "fragment"];
    private static readonly string[] s_split = ["scheme", "netloc", "path", "query", "fragment"];
    private static readonly string[] s_defrag = ["url", "fragment"];

    public static readonly PyType Parse = Create("ParseResult", s_parse, UrlSplitting.Unparse);
    public static readonly PyType ParseBytes = Create("ParseResultBytes", s_parse, UrlSplitting.Unparse);
    public static readonly PyType Split = Create("SplitResult", s_split, UrlSplitting.Unsplit);
    public static readonly PyType SplitBytes = Create("SplitResultBytes", s_split, UrlSplitting.Unsplit);
    public static readonly PyType Defrag = Create("DefragResult", s_defrag, Joined);
    public static readonly PyType DefragBytes = Create("DefragResultBytes", s_defrag, Joined);

    public static Any Make(PyType text, PyType bytes, bool areBytes, params string[] parts)
        => ((Any)(areBytes ? bytes : text)).Call(new Arguments([.. parts.Select(p => UrlText.Back(p, areBytes))]));

    private static string Joined(string[] parts) => parts[1].Length > 0 ? parts[0] + "#" + parts[1] : parts[0];

    private static PyType Create(string name, string[] fields, Func<string[], string> join)
    {
        var isBytes = name.EndsWith("Bytes", StringComparison.Ordinal);
        var maker = new ClassMaker(name, "urllib.parse").Attribute("__slots__", PyTuple.Empty)
            .Method("geturl", self => UrlText.Back(join(UrlText.Of([.. Operators.ToList(self)]).Texts), isBytes))
            .Method(isBytes ? "decode" : "encode", "self, encoding='ascii', errors='strict'", a => Other(name).Call(new Arguments([.. Operators.ToList(a[0]).Select(p => p.Invoke(isBytes ? "decode" : "encode", a[1], a[2]))])));
        if (fields.Length > 2)
        {
            maker.Property("username", self => Part(self, isBytes, User(self).Name))
                .Property("password", self => Part(self, isBytes, User(self).Password))
                .Property("hostname", self => Part(self, isBytes, HostName(self)))
                .Property("port", Port);
        }
        return maker.Make(NamedTuples.Make("urllib.parse." + name, fields));
    }

    private static Any Other(string name) => Modules.Import("urllib.parse").Get(name.EndsWith("Bytes", StringComparison.Ordinal) ? name[..^5] : name + "Bytes");

    private static Any Part(Any self, bool isBytes, string? text) => text is null ? Any.None : UrlText.Back(text, isBytes);

    private static string Netloc(Any self) => UrlText.Of(self.Get("netloc")).Texts[0];

    private static (string? Name, string? Password) User(Any self)
    {
        var netloc = Netloc(self);
        var at = netloc.LastIndexOf('@');
        if (at < 0)
            return (null, null);
        var (name, separator, password) = UrlText.Partition(netloc[..at], ':');
        return (name, separator.Length > 0 ? password : null);
    }

    private static (string Host, string Port) Host(Any self)
    {
        var netloc = Netloc(self);
        var host = netloc[(netloc.LastIndexOf('@') + 1)..];
        var (_, open, bracketed) = UrlText.Partition(host, '[');
        if (open.Length == 0)
            return UrlText.Partition(host, ':') is var (h, _, p) ? (h, p) : default;
        var (name, _, rest) = UrlText.Partition(bracketed, ']');
        return (name, UrlText.Partition(rest, ':').After);
    }

    private static string? HostName(Any self)
    {
        var (name, percent, zone) = UrlText.Partition(Host(self).Host, '%');
        return Host(self).Host.Length == 0 ? null : Str.Lower(name) + percent + zone;
    }

    /// <exception cref="ValueError">It is no number, or too great.</exception>
    private static Any Port(Any self)
    {
        var port = Host(self).Port;
        if (port.Length == 0)
            return Any.None;
        if (!port.All(char.IsAsciiDigit))
            throw new ValueError($"Port could not be cast to integer value as {Str.Repr(port)}");
        return port.Length <= 9 && int.Parse(port, CultureInfo.InvariantCulture) is <= 65535 and var number ? number : throw new ValueError("Port out of range 0-65535");
    }
}
