namespace Pytocs.Lowering.Library;

/// <summary>Those about the system, its files and command lines.</summary>
public static partial class KnownModules
{
    private static string[] AboutSystem =>
    [
        "argparse", "ast", "atexit", "bz2", "cmd", "configparser", "dbm", "dbm.dumb", "dbm.sqlite3", "errno", "fcntl", "filecmp", "fileinput", "fnmatch", "getopt", "getpass", "gettext", "glob", "graphlib", "grp", "ipaddress", "linecache", "locale", "lzma",
        "mimetypes", "multiprocessing", "multiprocessing.dummy", "multiprocessing.pool", "concurrent.futures._base", "concurrent.futures.process", "concurrent.futures.thread", "ntpath", "optparse", "pathlib", "platform", "plistlib", "pwd", "resource", "sched", "selectors", "shelve", "shlex", "shutil", "socketserver", "stat", "tarfile", "termios", "timeit", "token", "tokenize", "tomllib", "tty", "wave", "zipfile",
    ];
}
