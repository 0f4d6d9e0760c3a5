using Pytocs.Runtime.Library;
using Pytocs.Runtime.Library.CommandLine;

namespace Pytocs.Runtime.Core;

/// <summary>Modules about the system, its files and command lines.</summary>
public static partial class Modules
{
    private static void RegisterSystem()
    {
        Register("errno", ErrnoModule.Build);
        Register("stat", StatModule.Build);
        Register("ntpath", OsPathModule.BuildNt);
        Register("fnmatch", FnmatchModule.Build);
        Register("glob", GlobModule.Build);
        Register("pathlib", PathTypes.Build);
        Register("argparse", ArgparseModule.Build);
    }
}
