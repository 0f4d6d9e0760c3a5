namespace Pytocs.Runtime.Library;

/// <summary>Names of ports, as <c>/etc/services</c> has them. See <see href="https://docs.python.org/3.13/library/socket.html#socket.getservbyname">getservbyname</see>.</summary>
internal static class Services
{
    private static readonly Lazy<(string Name, int Port, string Protocol)[]> s_all = new(static () => File.Exists("/etc/services") ? [.. File.ReadLines("/etc/services").SelectMany(Read)] : []);

    private static IEnumerable<(string, int, string)> Read(string line)
    {
        var parts = line.Split('#')[0].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length < 2 || parts[1].Split('/') is not [var number, var protocol] || !int.TryParse(number, out var port))
            return [];
        return parts.Where((_, i) => i != 1).Select(name => (name, port, protocol));
    }

    /// <summary>The name of a port; null where it has none.</summary>
    public static string? NameOf(int port, string? protocol = "tcp") => s_all.Value.FirstOrDefault(s => s.Port == port && (protocol is null || s.Protocol == protocol)).Name;

    /// <summary>The port of a name; null where nothing is known by it.</summary>
    public static int? PortOf(string name, string? protocol) => s_all.Value.FirstOrDefault(s => s.Name == name && (protocol is null || s.Protocol == protocol)) is { Name: not null, Port: var port } ? port : null;
}
