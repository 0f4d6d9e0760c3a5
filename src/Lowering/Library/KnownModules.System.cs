namespace Pytocs.Lowering.Library;

/// <summary>Those about the system, its files and command lines.</summary>
public static partial class KnownModules
{
    private static string[] AboutSystem =>
    [
        "argparse", "ast", "atexit", "bz2", "cmd", "configparser", "dbm", "errno", "filecmp", "fileinput", "fnmatch", "getopt", "getpass", "gettext", "glob", "graphlib", "ipaddress", "linecache", "locale",
        "mimetypes", "ntpath", "optparse", "pathlib", "platform", "plistlib", "sched", "selectors", "shelve", "shlex", "shutil", "socketserver", "stat", "tarfile", "timeit", "token", "tokenize", "tomllib", "wave", "zipfile",
    ];
}
