using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Stores;

/// <summary>Files of keys and values: <see href="https://docs.python.org/3.13/library/dbm.html">dbm</see>, which asks one of its modules for them.</summary>
internal static class DbmModule
{
    private static readonly PyType s_error = PyType.Emitted("error", "dbm", PyException.Type);

    private static readonly string[] s_names = ["dbm.sqlite3", "dbm.gnu", "dbm.ndbm", "dbm.dumb"];

    public static PyModule Build() => new PyModule("dbm")
        .Value("_names", Lib.List(s_names)).Value("_defaultmod", Any.None).Value("_modules", new PyDict<Any, Any>())
        .Value("error", PyTuple.Of(s_error, OSError.Type))
        .Function("open", "file, flag='r', mode=438", static a => Open(a[0], a[1], a[2]))
        .Function("whichdb", "filename", static (Any[] a) => WhichFormat(a[0]));

    /// <summary>Opens a file in the format it has, and a new one in the first format that the system knows.</summary>
    public static Any Open(Any file, Any flag, Any mode)
    {
        var self = Modules.Import("dbm");
        if (self.Get("_defaultmod").IsNone)
            FindModules(self);
        var flags = Lib.Text(flag);
        var format = flags.Contains('n', StringComparison.Ordinal) ? Any.None : WhichFormat(file);
        if (format.IsNone)
        {
            if (flags.Contains('c', StringComparison.Ordinal) || flags.Contains('n', StringComparison.Ordinal))
                return self.Get("_defaultmod").Invoke("open", file, flag, mode);
            throw Error("db file doesn't exist; use 'c' or 'n' flag to create a new db");
        }
        if (!format.Truth)
            throw Error("db type could not be determined");
        if (!Operators.Contains(self.Get("_modules"), format))
            throw Error($"db type is {Operators.Str(format)}, but the module is not available");
        return self.Get("_modules")[format].Invoke("open", file, flag, mode);
    }

    private static void FindModules(Any self)
    {
        foreach (var name in Operators.ToList(self.Get("_names")))
        {
            try
            {
                var module = Modules.Import(Lib.Text(name));
                if (self.Get("_defaultmod").IsNone)
                    self.Set("_defaultmod", module);
                Operators.SetItem(self.Get("_modules"), name, module);
            }
            catch (ImportError)
            {
                // The system has no such format; another will do.
            }
        }
        if (self.Get("_defaultmod").IsNone)
            throw new ImportError($"no dbm clone found; tried {Operators.Repr(self.Get("_names"))}");
    }

    /// <summary>The module that reads a file: None where there is none, the empty text where nobody knows it.</summary>
    private static Any WhichFormat(Any file)
    {
        var path = PosixPaths.Absolute(PathText.Of(file).Text);
        if (File.Exists(path + ".pag") && File.Exists(path + ".dir"))
            return "dbm.ndbm";
        if (File.Exists(path + ".dat") && File.Exists(path + ".dir") && Head(path + ".dir", 1) is [] or [(byte)'\'' or (byte)'"'])
            return "dbm.dumb";
        if (!File.Exists(path))
            return Any.None;
        var head = Head(path, 16);
        if (head.Length < 4)
            return "";
        if (BitConverter.ToUInt32(head) is 0x13579ace or 0x13579acd or 0x13579acf)
            return "dbm.gnu";
        return head.AsSpan().SequenceEqual("SQLite format 3\0"u8) ? "dbm.sqlite3" : "";
    }

    private static byte[] Head(string path, int count)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var head = new byte[count];
        return head[..file.ReadAtLeast(head, count, throwOnEndOfStream: false)];
    }

    private static BaseException Error(string message) => (BaseException)s_error.Call(message).Ref!;
}
