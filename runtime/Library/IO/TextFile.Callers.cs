using System.Collections;
using Pytocs.Runtime.Library;

namespace Pytocs.Runtime.Core;

/// <summary>What emitted code calls on a file that it has opened itself.</summary>
public sealed partial class TextFile : IEnumerable<string>, IDisposable
{
    /// <summary>Opens a file of text: <c>open(file, mode, encoding=encoding, errors=errors, newline=newline)</c>.</summary>
    /// <exception cref="OSError">It cannot be opened.</exception>
    /// <exception cref="LookupError">There is no such encoding.</exception>
    public static TextFile Open(Any file, string mode = "r", Any? encoding = null, Any? errors = null, Any? newline = null)
        => (TextFile)OpenFunction.Open([file, mode, -1, encoding ?? Any.None, errors ?? Any.None, newline ?? Any.None, true, Any.None]).Ref!;

    /// <summary>The lines that are left, with their ends.</summary>
    public IEnumerator<string> GetEnumerator()
    {
        CheckOpen();
        while (true)
        {
            CheckOpen("readline of");
            var line = ReadLine(-1L);
            IsIterated = line.Length > 0;
            if (line.Length == 0)
                yield break;
            yield return line;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Closes the file, as leaving <c>with</c> does.</summary>
    public void Dispose() => Close();
}
