using System.Runtime.InteropServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/platform.html">platform</see>.</summary>
internal static class PlatformModule
{
    private static readonly StructSequence s_uname = new("platform.uname_result", ["system", "node", "release", "version", "machine", "processor"]);

    private static string Machine => RuntimeInformation.OSArchitecture switch { Architecture.X64 => "x86_64", Architecture.Arm64 => "aarch64", Architecture.X86 => "i686", var other => $"{other}".ToLowerInvariant() };

    public static PyModule Build()
    {
        var names = OsModule.Uname();
        return new PyModule("platform").Value("uname_result", s_uname.Type)
            .Function("system", "", _ => names[0])
            .Function("node", "", _ => names[1])
            .Function("release", "", _ => names[2])
            .Function("version", "", _ => names[3])
            .Function("machine", "", _ => OperatingSystem.IsLinux() ? names[4] : Machine)
            .Function("processor", "", static _ => "")
            .Function("uname", "", _ => s_uname.Make(names[0], names[1], names[2], names[3], names[4], ""))
            .Function("architecture", "executable='', bits='', linkage=''", static _ => PyTuple.Of("64bit", "ELF"))
            .Function("platform", "aliased=False, terse=False", a => string.Join('-', ((string[])[names[0], names[2], .. a[1].Truth ? (string[])[] : [names[4], "with-" + Libc()]]).Where(static p => p.Length > 0)))
            .Function("libc_ver", "executable=None, lib='', version='', chunksize=16384", static _ => Libc() is var text && text.StartsWith("glibc", StringComparison.Ordinal) ? PyTuple.Of("glibc", text[5..]) : PyTuple.Of("", ""))
            .Function("python_implementation", "", static _ => "CPython")
            .Function("python_version", "", static _ => "3.13.0")
            .Function("python_version_tuple", "", static _ => PyTuple.Of("3", "13", "0"))
            .Function("python_branch", "", static _ => "")
            .Function("python_revision", "", static _ => "")
            .Function("python_build", "", static _ => PyTuple.Of("main", ""))
            .Function("python_compiler", "", static _ => ".NET")
            .Function("mac_ver", "release='', versioninfo=(), machine=''", static _ => PyTuple.Of("", PyTuple.Of("", "", ""), ""))
            .Function("win32_ver", "release='', version='', csd='', ptype=''", static _ => PyTuple.Of("", "", "", ""))
            .Function("win32_edition", "", static _ => Any.None).Function("win32_is_iot", "", static _ => false)
            .Function("java_ver", "release='', vendor='', vminfo=(), osinfo=()", static _ => PyTuple.Of("", "", PyTuple.Of("", "", ""), PyTuple.Of("", "", "")))
            .Function("freedesktop_os_release", "", static _ => Release());
    }

    [DllImport("libc", EntryPoint = "gnu_get_libc_version")]
    private static extern nint GlibcVersion();

    private static string Libc()
    {
        try
        {
            return OperatingSystem.IsLinux() ? "glibc" + Marshal.PtrToStringUTF8(GlibcVersion()) : "";
        }
        catch (EntryPointNotFoundException)
        {
            return "";
        }
    }

    private static PyDict<Any, Any> Release()
    {
        const string path = "/etc/os-release";
        var result = new PyDict<Any, Any> { ["NAME"] = "Linux", ["ID"] = "linux", ["PRETTY_NAME"] = "Linux" };
        if (!File.Exists(path))
            throw FileErrors.Of(2, path);
        foreach (var line in File.ReadLines(path))
            if (line.IndexOf('=', StringComparison.Ordinal) is > 0 and var at && line[0] != '#')
                result[line[..at]] = line[(at + 1)..].Trim('"', '\'');
        return result;
    }
}
