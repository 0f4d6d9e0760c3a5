using System.Diagnostics;
using System.Globalization;
using System.Text;
using Pytocs.Cli.Diagnostics;

namespace Pytocs.Cli.Files;

/// <summary>
/// Gathers output files, then writes them: each whole or not at all, only where it differs, never over a file that somebody else
/// wrote, never outside the output folder. Whatever can be refused is refused before the first file is written.
/// </summary>
/// <param name="force">Whether files that pytocs did not write are overwritten.</param>
/// <param name="root">The folder that no output may leave; null where the user named the file itself.</param>
internal sealed class OutputWriter(bool force, string? root)
{
    /// <summary>The first line of every C# file that pytocs writes; a file without it belongs to somebody.</summary>
    public const string Mark = "// Written by pytocs.";

    private sealed record Output(string Path, byte[] Bytes, string? Mark, string From, bool IsImported = false)
    {
        /// <summary>The file whose first line is the mark, where that is not the file itself.</summary>
        public string? Marked { get; init; }
    }

    private readonly Dictionary<string, Output> _outputs = new(StringComparer.OrdinalIgnoreCase);
    private bool _isRefused;

    /// <summary>Names of the files so far, in their order.</summary>
    public IEnumerable<string> Paths => _outputs.Values.Select(o => o.Path);

    /// <summary>Adds a text file, with a mark as its first line.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="text">The text, without the mark.</param>
    /// <param name="from">What it was made of, for messages.</param>
    /// <param name="mark">The first line.</param>
    /// <param name="isImported">Whether it is a module that a program imports.</param>
    public void Add(string path, string text, string from, string mark = Mark, bool isImported = false)
        => Add(new Output(path, new UTF8Encoding(false).GetBytes(mark + "\n" + text), mark, from, isImported));

    /// <summary>Adds a file whose name alone says that pytocs wrote it.</summary>
    public void AddBytes(string path, byte[] bytes, string from) => Add(new Output(path, bytes, null, from));

    /// <summary>Adds a copy of a file, into a folder that another file says is pytocs's.</summary>
    /// <param name="path">Where it goes.</param>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="from">The file that it is a copy of.</param>
    /// <param name="project">The project file of the folder.</param>
    public void AddCopy(string path, byte[] bytes, string from, string project) => Add(new Output(path, bytes, Convert.ProjectWriter.Mark, from) { Marked = project });

    /// <summary>Says that nothing is to be written.</summary>
    public void Refuse() => _isRefused = true;

    private void Add(Output output)
    {
        if (_outputs.TryAdd(output.Path, output))
            return;
        var other = _outputs[output.Path];
        if (other.Path == output.Path && other.Bytes.AsSpan().SequenceEqual(output.Bytes))
            return;
        Refuse(output.Path, $"both {other.From} and {output.From} become this file");
    }

    /// <param name="shared">What was written before into the same folder, where several programs go into one.</param>
    /// <returns>Whether all files now have their text.</returns>
    public bool Commit(SharedOutputs? shared = null)
    {
        foreach (var output in _outputs.Values)
        {
            if (root is not null && !IsInside(output.Path, root))
                Refuse(output.Path, $"it is outside the output folder {root}");
            else if (!force && BelongsToSomebody(output))
                Refuse(output.Path, "the file exists and was not written by pytocs; --force overwrites it");
        }
        if (!_isRefused)
            foreach (var folder in _outputs.Values.Where(static o => !IsDevice(o.Path)).Select(static o => Path.GetDirectoryName(Path.GetFullPath(o.Path))!).Distinct().Where(Directory.Exists))
                RemoveAbandoned(folder);
        return !_isRefused && _outputs.Values.All(o => shared?.Takes(o.Path, o.Bytes, o.From, o.IsImported) == false || Write(o));
    }

    private static bool IsInside(string path, string root)
    {
        var real = ScriptFiles.RealPath(root).TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar;
        return ScriptFiles.RealPath(path).StartsWith(real, StringComparison.Ordinal);
    }

    private bool BelongsToSomebody(Output output)
    {
        if (output.Mark is null || IsDevice(output.Path) || !File.Exists(output.Path))
            return false;
        try
        {
            if (output.Marked is not null && File.ReadAllBytes(output.Path).AsSpan().SequenceEqual(output.Bytes))
                return false;
            if (output.Marked is not null && !File.Exists(output.Marked))
                return true;
            var start = new byte[output.Mark.Length + 1];
            using var file = File.OpenRead(output.Marked ?? output.Path);
            var count = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
            return count > 0 && Encoding.UTF8.GetString(start, 0, count) is var line && line != output.Mark + "\n" && line != output.Mark + "\r";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return !Refuse(output.Path, error.Message);
        }
    }

    private bool Write(Output output)
    {
        string? temporary = null;
        try
        {
            if (IsDevice(output.Path))
            {
                using var device = new FileStream(output.Path, FileMode.Open, FileAccess.Write);
                device.Write(output.Bytes);
                return true;
            }
            if (File.Exists(output.Path) && File.ReadAllBytes(output.Path).AsSpan().SequenceEqual(output.Bytes))
                return true;
            // A link stays a link: what it leads to is replaced.
            var target = File.Exists(output.Path) ? ScriptFiles.RealPath(output.Path) : Path.GetFullPath(output.Path);
            var folder = Path.GetDirectoryName(target)!;
            Directory.CreateDirectory(folder);
            // Programs that are converted at once may have a module in common. The name is short, for a file's name may be as long as the system allows.
            temporary = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $".pytocs-{Interlocked.Increment(ref s_written)}-{Environment.ProcessId}"));
            File.WriteAllBytes(temporary, output.Bytes);
            File.Move(temporary, target, overwrite: true);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            if (temporary is not null)
                TryDelete(temporary);
            return Refuse(output.Path, error.Message);
        }
    }

    private static int s_written;

    /// <summary>Whether it is a device or a pipe, which is written to and never replaced.</summary>
    private static bool IsDevice(string path)
        => !OperatingSystem.IsWindows() && Path.GetFullPath(path) is var full && (full.StartsWith("/dev/", StringComparison.Ordinal) || full.StartsWith("/proc/", StringComparison.Ordinal));

    /// <summary>Removes what a process that was killed while it wrote a file of the folder has left.</summary>
    private static void RemoveAbandoned(string folder)
    {
        try
        {
            foreach (var left in Directory.GetFiles(folder, ".pytocs-*"))
                if (int.TryParse(left.AsSpan(left.LastIndexOf('-') + 1), CultureInfo.InvariantCulture, out var process) && !IsAlive(process))
                    TryDelete(left);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Whether the folder can be written to, writing tells.
        }
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    private static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It stays, and the file it was for is whole all the same.
        }
    }

    private bool Refuse(string path, string reason)
    {
        _isRefused = true;
        Report.Write(ToolCatalogue.CannotWrite, path, reason);
        return false;
    }
}
