using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary><c>tmp_path</c> and <c>tmp_path_factory</c>. See <see href="https://docs.pytest.org/en/stable/how-to/tmp_path.html">temporary directories</see>.</summary>
internal sealed class TempPathFactory : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TempPathFactory", module: "pytest")
        .Method("mktemp", "self, basename, numbered=True", static a => Self(a[0]).Make(Lib.Text(a[1]), a[2].Truth))
        .Method("getbasetemp", static o => PathOf(Self(o)._base.Value));

    public static TempPathFactory Instance { get; } = new();

    private readonly Lazy<string> _base = new(static () => Directory.CreateTempSubdirectory("pytest-").FullName);

    public override PyType Class => Type;

    private static TempPathFactory Self(Any o) => (TempPathFactory)o.Ref!;

    private static Any PathOf(string path) => Modules.Import("pathlib").Get("Path").Call(path);

    /// <summary>A new folder with a name that begins with the given one.</summary>
    public Any Make(string name, bool isNumbered)
    {
        const int longest = 30;
        name = new string([.. name.Select(static c => char.IsLetterOrDigit(c) ? c : '_')]);
        name = name[..Math.Min(name.Length, longest)];
        var path = Path.Combine(_base.Value, name);
        if (isNumbered)
            path = Enumerable.Range(0, int.MaxValue).Select(i => path + i.ToString(CultureInfo.InvariantCulture)).First(static p => !Directory.Exists(p));
        else if (Directory.Exists(path))
            throw new FileExistsError(17, "File exists", path);
        Directory.CreateDirectory(path);
        return PathOf(path);
    }

    /// <summary>Removes all of them.</summary>
    public void Clear()
    {
        if (!_base.IsValueCreated)
            return;
        try
        {
            Directory.Delete(_base.Value, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // The system clears its temporary folder in its own time.
        }
    }
}
