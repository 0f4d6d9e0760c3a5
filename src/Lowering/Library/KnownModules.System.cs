namespace Pytocs.Lowering.Library;

/// <summary>Those about the system, its files and command lines.</summary>
public static partial class KnownModules
{
    private static string[] AboutSystem =>
    [
        "argparse", "ast", "atexit", "configparser", "errno", "filecmp", "fnmatch", "getopt", "getpass", "glob", "graphlib", "linecache", "locale", "ntpath",
        "pathlib", "platform", "sched", "shlex", "shutil", "stat", "timeit",
    ];
}
