using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>.NET locks the files that it opens against others; Python does not, and programs lock them by <c>fcntl</c> themselves.</summary>
internal static class FileLocks
{
#pragma warning disable CA2255 // Nothing may open a file before this is said.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Disable() => AppContext.SetSwitch("System.IO.DisableFileLocking", true);
}
