using System.Globalization;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The modules <see href="https://docs.python.org/3.13/library/pwd.html">pwd</see> and grp: the users and groups that the system's files list.</summary>
internal static class AccountModules
{
    private static readonly StructSequence s_user = new("pwd.struct_passwd", ["pw_name", "pw_passwd", "pw_uid", "pw_gid", "pw_gecos", "pw_dir", "pw_shell"]);
    private static readonly StructSequence s_group = new("grp.struct_group", ["gr_name", "gr_passwd", "gr_gid", "gr_mem"]);

    private static IEnumerable<string[]> Lines(string path, int fields)
        => (File.Exists(path) ? File.ReadAllLines(path) : []).Where(static l => l.Length > 0 && l[0] != '#').Select(static l => l.Split(':')).Where(p => p.Length >= fields);

    private static Any Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var n) ? n : 0;

    private static IEnumerable<Any> Users() => Lines("/etc/passwd", 7).Select(static p => s_user.Type.Call(new PyTuple([p[0], p[1], Number(p[2]), Number(p[3]), p[4], p[5], p[6]])));

    private static IEnumerable<Any> Groups() => Lines("/etc/group", 4).Select(static p => s_group.Type.Call(new PyTuple([p[0], p[1], Number(p[2]), Lib.List(p[3].Split(',', StringSplitOptions.RemoveEmptyEntries))])));

    private static Any Find(IEnumerable<Any> all, int field, Any value, string error)
    {
        foreach (var one in all)
            if (Operators.Equal(one[field], value))
                return one;
        throw new KeyError(error);
    }

    public static PyModule Users(string name) => new PyModule(name).Value("struct_passwd", s_user.Type)
        .Python("getpwall", "", static _ => Lib.List(Users()))
        .Python("getpwnam", "name, /", static a => Find(Users(), 0, Lib.Text(a[0]), $"getpwnam(): name not found: {Operators.Repr(a[0])}"))
        .Python("getpwuid", "uidobj, /", static a => Find(Users(), 2, Lib.Int(a[0]), $"getpwuid(): uid not found: {Operators.Str(a[0])}"));

    public static PyModule Groups(string name) => new PyModule(name).Value("struct_group", s_group.Type)
        .Python("getgrall", "", static _ => Lib.List(Groups()))
        .Python("getgrnam", "name", static a => Find(Groups(), 0, Lib.Text(a[0]), $"getgrnam(): name not found: {Operators.Repr(a[0])}"))
        .Python("getgrgid", "id", static a => Find(Groups(), 2, Lib.Int(a[0]), $"getgrgid(): gid not found: {Operators.Str(a[0])}"));
}
