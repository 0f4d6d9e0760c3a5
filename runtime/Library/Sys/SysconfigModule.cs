using System.Runtime.InteropServices;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// The module <see href="https://docs.python.org/3.13/library/sysconfig.html">sysconfig</see>: what of it does not ask for an installation of CPython.
/// </summary>
internal static class SysconfigModule
{
    private static readonly string[] s_schemes = ["nt", "nt_user", "nt_venv", "osx_framework_user", "posix_home", "posix_prefix", "posix_user", "posix_venv", "venv"];

    private static readonly string[] s_paths = ["stdlib", "platstdlib", "purelib", "platlib", "include", "scripts", "data"];

    private static PyDict<Any, Any>? s_variables;

    public static PyModule Build() => new PyModule("sysconfig")
        .Python("get_python_version", "", static _ => "3.13")
        .Python("get_platform", "", static _ => $"linux-{(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "aarch64" : "x86_64")}")
        .Python("is_python_build", "check_home=None", static _ => false)
        .Python("get_scheme_names", "", static _ => new PyTuple([.. s_schemes.Select(static n => (Any)n)]))
        .Python("get_path_names", "", static _ => new PyTuple([.. s_paths.Select(static n => (Any)n)]))
        .Python("get_default_scheme", "", static _ => "posix_prefix")
        .Python("get_preferred_scheme", "key", static a => Operators.Str(a[0]) switch
        {
            "prefix" => "posix_prefix",
            "home" => "posix_home",
            "user" => "posix_user",
            _ => throw new KeyError(a[0]),
        })
        .Python("get_paths", "scheme='posix_prefix', vars=None, expand=True", static _ => Paths())
        .Python("get_path", "name, scheme='posix_prefix', vars=None, expand=True", static a => Operators.GetItem(Paths(), a[0]))
        .Python("get_config_vars", "*args", static a => Lib.Tuple(a[0]) is { Count: > 0 } names ? Lib.List(names.Select(static n => Variables.TryGetValue(n, out var value) ? value : Any.None)) : Variables)
        .Python("get_config_var", "name", static a => Variables.TryGetValue(a[0], out var value) ? value : Any.None);

    private static string Prefix => Operators.Str(Modules.Import("sys").Get("prefix"));

    private static PyDict<Any, Any> Paths()
    {
        var result = new PyDict<Any, Any>();
        foreach (var name in s_paths)
            result[name] = name switch
            {
                "include" => Prefix + "/include/python3.13",
                "scripts" => Prefix + "/bin",
                "data" => Prefix,
                "purelib" or "platlib" => Prefix + "/lib/python3.13/site-packages",
                _ => Prefix + "/lib/python3.13",
            };
        return result;
    }

    private static PyDict<Any, Any> Variables => s_variables ??= new PyDict<Any, Any>
    {
        ["prefix"] = Prefix, ["exec_prefix"] = Prefix, ["base"] = Prefix, ["platbase"] = Prefix, ["installed_base"] = Prefix, ["installed_platbase"] = Prefix,
        ["py_version"] = "3.13.0", ["py_version_short"] = "3.13", ["py_version_nodot"] = "313", ["VERSION"] = "3.13",
        ["EXT_SUFFIX"] = ".so", ["SOABI"] = Any.None, ["Py_DEBUG"] = 0, ["Py_GIL_DISABLED"] = 0, ["WITH_DOC_STRINGS"] = 1, ["HAVE_FORK"] = 1, ["platlibdir"] = "lib", ["abiflags"] = "",
    };
}
