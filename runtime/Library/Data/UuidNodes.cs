using System.Security.Cryptography;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The hardware address of <see href="https://docs.python.org/3.13/library/uuid.html#uuid.getnode">getnode</see>: from what other programs print, or made up.
/// Parts of it are looked up in the module, where programs replace them.
/// </summary>
internal static class UuidNodes
{
    private static Any Module => Modules.Import("uuid");

    private static Any s_node = Any.None;

    public static PyModule AddTo(PyModule module)
    {
        module.Value("_MAC_DELIM", new PyBytes([(byte)':'])).Value("_MAC_OMITS_LEADING_ZEROES", false)
            .Python("_get_command_stdout", "command, *args", static a => OutputOf(a[0], Lib.Tuple(a[1])))
            .Python("_find_mac_near_keyword", "command, args, keywords, get_word_index", static a => NearKeyword(Module.Invoke("_get_command_stdout", a[0], a[1]), a[2], a[3]))
            .Python("_find_mac_under_heading", "command, args, heading", static a => UnderHeading(Module.Invoke("_get_command_stdout", a[0], a[1]), a[2]))
            .Python("_parse_mac", "word", static a => Parse(a[0]))
            .Python("_ip_getnode", "", static _ => Ask("ip", "link", 1, "link/ether"))
            .Python("_ifconfig_getnode", "", static _ => ((string[])["", "-a", "-av"]).Select(static o => Ask("ifconfig", o, 1, "hwaddr", "ether", "address:", "lladdr")).FirstOrDefault(static n => n.Truth, Any.None))
            .Python("_arp_getnode", "", static _ => Any.None)
            .Python("_lanscan_getnode", "", static _ => Ask("lanscan", "-ai", null, "lan0"))
            .Python("_netstat_getnode", "", static _ => Module.Invoke("_find_mac_under_heading", "netstat", "-ian", new PyBytes("Address"u8.ToArray())))
            .Python("_random_getnode", "", static _ => (long)(BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(8)) & 0xFFFFFFFFFFFF) | (1L << 40))
            .Python("getnode", "", static _ => Node());
        return module.Value("_GETTERS", new PyList<Any>([module.Load("_ip_getnode"), module.Load("_ifconfig_getnode")]));
    }

    public static Any Node()
    {
        if (!s_node.IsNone)
            return s_node;
        foreach (var getter in Operators.ToList(Module.Get("_GETTERS")).Append(Module.Get("_random_getnode")))
        {
            try
            {
                s_node = getter.Call();
            }
            catch (PyException)
            {
                continue;
            }
            if (!s_node.IsNone && (long)Operators.Index(s_node) is >= 0 and < 1L << 48)
                return s_node;
        }
        throw new AssertionError($"_random_getnode() returned invalid value: {Operators.Str(s_node)}");
    }

    /// <summary>What a program prints, as a file of bytes; None where there is no such program.</summary>
    private static Any OutputOf(Any command, PyTuple args)
    {
        try
        {
            var os = Modules.Import("os");
            var paths = $"{Operators.Str(os.Get("environ").Invoke("get", "PATH", os.Get("defpath")))}:/sbin:/usr/sbin";
            var program = Modules.Import("shutil").Get("which").Call(new Arguments { command, { "path", paths } });
            if (program.IsNone)
                return Any.None;
            // The words that are looked for are English ones.
            var environment = Builtins.Find("dict").Call(os.Get("environ"));
            Operators.SetItem(environment, "LC_ALL", "C");
            var subprocess = Modules.Import("subprocess");
            var process = subprocess.Get("Popen").Call(new Arguments
            {
                new PyTuple([program, .. args.Where(static w => w.Truth)]), { "stdout", subprocess.Get("PIPE") }, { "stderr", subprocess.Get("DEVNULL") }, { "env", environment },
            });
            return process.Truth ? Modules.Import("io").Get("BytesIO").Call(process.Invoke("communicate")[0]) : Any.None;
        }
        catch (OSError)
        {
            return Any.None;
        }
    }

    private static Any Ask(string command, string option, int? step, params string[] keywords)
        => Module.Get("_find_mac_near_keyword").Call(new Arguments { command, option, Lib.List(keywords.Select(static k => (Any)PyBytes.FromLatin1(k))), new PyFunction("<lambda>", "i", (Any i) => step is { } by ? i + by : 0) }) is { Truth: true } found ? found : Any.None;

    /// <summary>Whether an address is one of a maker's, which no other device has.</summary>
    private static bool IsUniversal(Any address) => ((long)Operators.Index(address) & (1L << 41)) == 0;

    private static Any NearKeyword(Any output, Any keywords, Any place)
    {
        if (output.IsNone)
            return Any.None;
        var local = Any.None;
        foreach (var line in output)
        {
            var words = line.Invoke("lower").Invoke("rstrip").Invoke("split");
            for (var i = 0; i < Operators.Len(words); i++)
            {
                if (!Operators.Contains(keywords, words[i]))
                    continue;
                try
                {
                    var address = Builtins.Find("int").Call(words[place.Call(i)].Invoke("replace", Module.Get("_MAC_DELIM"), new PyBytes([])), 16);
                    if (IsUniversal(address))
                        return address;
                    local = local.Truth ? local : address;
                }
                catch (Exception error) when (error is ValueError or IndexError)
                {
                    // What stands there is no address, as with networks that are not real.
                }
            }
        }
        return local.Truth ? local : Any.None;
    }

    private static Any UnderHeading(Any output, Any heading)
    {
        if (output.IsNone)
            return Any.None;
        var column = Operators.ToList(output.Invoke("readline").Invoke("rstrip").Invoke("split")).FindIndex(w => Operators.Equal(w, heading));
        if (column < 0)
            return Any.None;
        var local = Any.None;
        foreach (var line in output)
        {
            var words = Operators.ToList(line.Invoke("rstrip").Invoke("split"));
            var address = column < words.Count ? Parse(words[column]) : Any.None;
            if (address.IsNone)
                continue;
            if (IsUniversal(address))
                return address;
            local = local.IsNone ? address : local;
        }
        return local;
    }

    /// <summary>An address of six parts of two digits; None for other words, such as addresses of networks.</summary>
    private static Any Parse(Any word)
    {
        var isShort = Module.Get("_MAC_OMITS_LEADING_ZEROES").Truth;
        var parts = Operators.ToList(word.Invoke("split", Module.Get("_MAC_DELIM"))).ConvertAll(static p => Buffers.ToLatin1(Buffers.Of(p)));
        if (parts.Count != 6 || parts.Exists(p => isShort ? p.Length is 0 or > 2 : p.Length != 2) || parts.Exists(static p => !p.All(char.IsAsciiHexDigit)))
            return Any.None;
        return Convert.ToInt64(string.Concat(parts.Select(static p => p.PadLeft(2, '0'))), 16);
    }
}
