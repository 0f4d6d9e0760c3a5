namespace Pytocs.Runtime.Core;

/// <summary>
/// .NET locks the files that it opens against others; Python does not, and programs lock them by <c>fcntl</c> themselves. A process that is a Python
/// script does without .NET's locks; one of C# that uses Python code keeps them.
/// </summary>
internal static class FileLocks
{
    /// <summary>Says so, before the process opens its first file.</summary>
    internal static void Disable() => AppContext.SetSwitch("System.IO.DisableFileLocking", true);
}
