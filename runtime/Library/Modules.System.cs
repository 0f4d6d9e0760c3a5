using Pytocs.Runtime.Library;
using Pytocs.Runtime.Library.CommandLine;

namespace Pytocs.Runtime.Core;

/// <summary>Modules about the system, its files and command lines.</summary>
public static partial class Modules
{
    private static void RegisterSystem()
    {
        Register("errno", ErrnoModule.Build);
        Register("stat", static () => StatModule.Build().WithConstants());
        Register("genericpath", OsPathModule.BuildGeneric);
        Register("ntpath", OsPathModule.BuildNt);
        Register("fnmatch", FnmatchModule.Build);
        Register("glob", GlobModule.Build);
        Register("pathlib", PathTypes.Build);
        Register("argparse", ArgparseModule.Build);
        Register("shutil", ShutilModule.Build);
        Register("atexit", AtexitModule.Build);
        Register("timeit", TimeitModule.Build);
        Register("platform", PlatformModule.Build);
        Register("getpass", GetpassModule.Build);
        if (!OperatingSystem.IsWindows())
        {
            Register("pwd", static () => AccountModules.Users("pwd"));
            Register("grp", static () => AccountModules.Groups("grp"));
            Register("fcntl", static () => FileControlModule.Build().WithConstants());
            Register("resource", static () => ResourceModule.Build().WithConstants());
            if (OperatingSystem.IsLinux())
            {
                Register("termios", static () => TermiosModule.Build().WithConstants());
                Register("tty", TtyModule.Build);
            }
        }
        Register("getopt", GetoptModule.Build);
        Register("graphlib", GraphlibModule.Build);
        Register("sched", SchedModule.Build);
        Register("ast", Library.SyntaxTrees.AstModule.Build);
        Register("_ast", Library.SyntaxTrees.AstModule.BuildNodes);
        Register("locale", LocaleModule.Build);
        Register("linecache", LinecacheModule.Build);
        Register("filecmp", FilecmpModule.Build);
        Register("configparser", Library.Configurations.ConfigparserModule.Build);
        Register("shlex", ShlexModule.Build);
        Register("zipfile", Library.Zip.ZipfileModule.Build);
        Register("tomllib", Library.Toml.TomllibModule.Build);
        Register("tarfile", Library.Tar.TarfileModule.Build);
        Register("ipaddress", Library.Ip.IpaddressModule.Build);
        Register("cmd", CmdModule.Build);
        Register("_compression", Library.Compression.CompressedStreams.Build);
        Register("_threading_local", static () => new PyModule("_threading_local").Value("local", Import("threading").Get("local")));
        Register("bz2", Library.Bzip2.Bz2Module.Build);
        Register("lzma", Library.Lzma.LzmaModule.Build);
        Register("sqlite3", Library.Sqlite.SqliteModule.Build);
        Register("sqlite3.dbapi2", static () => (PyModule)Import("sqlite3").Ref!);
        Register("dbm", Library.Stores.DbmModule.Build);
        Register("dbm.dumb", Library.Stores.DumbStore.Module);
        Register("dbm.sqlite3", Library.Stores.SqliteStore.Module);
        Register("shelve", Library.Stores.ShelveModule.Build);
        Register("optparse", Library.Options.OptparseModule.Build);
        Register("fileinput", FileinputModule.Build);
        Register("mimetypes", MimetypesModule.Build);
        Register("gettext", Library.Translations.GettextModule.Build);
        Register("sysconfig", SysconfigModule.Build);
        Register("encodings", Library.CodecObjects.EncodingsModule.Build);
        Register("encodings.aliases", Library.CodecObjects.EncodingsModule.Aliases);
        Register("multiprocessing", MultiprocessingModule.Build);
        Register("multiprocessing.pool", MultiprocessingModule.Pools);
        Register("multiprocessing.dummy", MultiprocessingModule.Dummy);
        Register("concurrent.futures.thread", ConcurrentModule.Threads);
        Register("concurrent.futures.process", ConcurrentModule.Processes);
        Register("concurrent.futures._base", ConcurrentModule.Base);
        Register("selectors", Library.Selectors.SelectorsModule.Build);
        Register("socketserver", Library.Servers.SocketserverModule.Build);
        Register("wave", Library.Waves.WaveModule.Build);
        Register("token", Library.Tokens.TokenModule.Build);
        Register("tokenize", Library.Tokens.TokenizeModule.Build);
        Register("plistlib", Library.PropertyLists.PlistlibModule.Build);
    }
}
