using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Web;

/// <summary>The module <see href="https://docs.python.org/3.13/library/netrc.html">netrc</see>: names and passwords of hosts, as ftp keeps them.</summary>
internal static class NetrcModule
{
    private static readonly PyType s_error = new ClassMaker("NetrcParseError", "netrc")
        .Method("__init__", "self, msg, filename=None, lineno=None", static a => Lib.Do(() =>
        {
            foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[("filename", a[2]), ("lineno", a[3]), ("msg", a[1])])
                a[0].Set(name, value);
            ((BaseException)a[0].Ref!).Args = PyTuple.Of(a[1]);
        }))
        .Method("__str__", static self => $"{Operators.Str(self.Get("msg"))} ({Operators.Str(self.Get("filename"))}, line {Operators.Str(self.Get("lineno"))})")
        .Make(PyException.Type);

    private static readonly PyType s_netrc = new ClassMaker("netrc", "netrc")
        .Method("__init__", "self, file=None", static a => Lib.Do(() => Read(a[0], a[1])))
        .Method("authenticators", "host", static (self, host) => self.Get("hosts").Contains(host) ? self.Get("hosts")[host] : self.Get("hosts").Invoke("get", "default"))
        .Method("__repr__", static self => Written(self))
        .Make(PyType.Object);

    public static PyModule Build() => new PyModule("netrc").Type(s_error).Type(s_netrc);

    private static void Read(Any self, Any file)
    {
        var isDefault = file.IsNone;
        var path = Operators.Str(isDefault ? PosixPaths.Join(Operators.Str(Modules.Import("os.path").Invoke("expanduser", "~")), ".netrc") : Modules.Import("os").Invoke("fspath", file));
        self.Set("hosts", new PyDict<Any, Any>());
        self.Set("macros", new PyDict<Any, Any>());
        string text;
        try
        {
            text = Operators.Str(Contents(path, "utf-8"));
        }
        catch (UnicodeDecodeError)
        {
            text = Operators.Str(Contents(path, "locale"));
        }
        new NetrcReader(self, path, text, isDefault).Read();
    }

    private static Any Contents(string path, string encoding)
    {
        var stream = Builtins.Get("open").Call(new Arguments { path, { "encoding", encoding } });
        try
        {
            return stream.Invoke("read");
        }
        finally
        {
            stream.Invoke("close");
        }
    }

    private static string Written(Any self)
    {
        var text = "";
        foreach (var (host, entry) in Operators.MappingItems(self.Get("hosts")))
            text += $"machine {Operators.Str(host)}\n\tlogin {Operators.Str(entry[0])}\n{(entry[1].Truth ? $"\taccount {Operators.Str(entry[1])}\n" : "")}\tpassword {Operators.Str(entry[2])}\n";
        foreach (var (macro, lines) in Operators.MappingItems(self.Get("macros")))
            text += $"macdef {Operators.Str(macro)}\n{string.Concat(Operators.ToList(lines).Select(Operators.Str))}\n";
        return text;
    }

    public static BaseException Error(string message, string file, int line) => (BaseException)((Any)s_error).Call(message, file, line).Ref!;
}

/// <summary>Reads the words of a netrc file.</summary>
internal sealed class NetrcReader(Any netrc, string file, string text, bool isDefault)
{
    private int _at;
    private int _line = 1;

    private BaseException Error(string message) => NetrcModule.Error(message, file, _line);

    private int Next()
    {
        if (_at >= text.Length)
            return -1;
        var c = text[_at++];
        if (c == '\n')
            _line++;
        return c;
    }

    /// <summary>The next word, with quotes and backslashes resolved; empty at the end.</summary>
    private string Word()
    {
        var word = new System.Text.StringBuilder();
        var c = Next();
        while (c >= 0 && c is ' ' or '\t' or '\r' or '\n')
            c = Next();
        if (c == '"')
        {
            for (c = Next(); c >= 0 && c != '"'; c = Next())
                word.Append((char)(c == '\\' ? Next() : c));
            return word.ToString();
        }
        for (; c >= 0 && c is not (' ' or '\t' or '\r' or '\n'); c = Next())
            word.Append((char)(c == '\\' ? Next() : c));
        if (c == '\n')
        {
            // The end of the line belongs to what follows: a comment ends there.
            _at--;
            _line--;
        }
        return word.ToString();
    }

    private void SkipLine()
    {
        var c = Next();
        while (c >= 0 && c != '\n')
            c = Next();
    }

    private string? _kept;

    public void Read()
    {
        while (true)
        {
            var word = _kept ?? Word();
            _kept = null;
            if (word.Length == 0)
                return;
            if (word[0] == '#')
            {
                SkipLine();
                continue;
            }
            switch (word)
            {
                case "machine":
                    Entry(Word());
                    break;
                case "default":
                    Entry("default");
                    break;
                case "macdef":
                    Macro(Word());
                    break;
                default:
                    throw Error($"bad toplevel token {Str.Repr(word)}");
            }
        }
    }

    private void Macro(string name)
    {
        var lines = new PyList<Any>();
        SkipLine();
        while (true)
        {
            var end = text.IndexOf('\n', _at);
            var line = end < 0 ? text[_at..] : text[_at..(end + 1)];
            _at += line.Length;
            _line++;
            if (line.Length == 0)
                throw Error("Macro definition missing null line terminator.");
            if (line == "\n")
                break;
            lines.Append(line);
        }
        Operators.SetItem(netrc.Get("macros"), name, lines);
    }

    private void Entry(string host)
    {
        if (host.Length == 0)
            throw Error($"missing {Str.Repr("machine")} name");
        var (login, account, password) = ("", "", "");
        while (true)
        {
            var at = _line;
            var word = Word();
            if (word.StartsWith('#'))
            {
                if (_line == at)
                    SkipLine();
                continue;
            }
            switch (word)
            {
                case "" or "machine" or "default" or "macdef":
                    Operators.SetItem(netrc.Get("hosts"), host, PyTuple.Of(login, account, password));
                    if (isDefault && login is not ("anonymous" or "") && host != "default")
                        CheckOwner();
                    _kept = word.Length == 0 ? null : word;
                    return;
                case "login" or "user":
                    login = Word();
                    break;
                case "account":
                    account = Word();
                    break;
                case "password":
                    password = Word();
                    break;
                default:
                    throw Error($"bad follower token {Str.Repr(word)}");
            }
        }
    }

    /// <summary>A file of passwords must belong to its user, and be closed to others.</summary>
    private void CheckOwner()
    {
        var os = Modules.Import("os");
        var status = os.Invoke("stat", file);
        if (Lib.Int(status.Get("st_uid")) != Lib.Int(os.Invoke("getuid")))
            throw Error($"~/.netrc file owner ({Operators.Str(status.Get("st_uid"))}) does not match current user ({Operators.Str(os.Invoke("getuid"))})");
        if ((Lib.Int(status.Get("st_mode")) & 0x3f) != 0)
            throw Error("~/.netrc access too permissive: access permissions must restrict access to only the owner");
    }
}
