using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/filecmp.html">filecmp</see>.</summary>
internal static class FilecmpModule
{
    private static readonly string[] s_ignored = ["RCS", "CVS", "tags", ".git", ".hg", ".bzr", "_darcs", "__pycache__"];

    private static readonly PyType s_dircmp = Declare();

    public static PyModule Build() => new PyModule("filecmp").Type(s_dircmp).Value("DEFAULT_IGNORES", Lib.List(s_ignored)).Value("BUFSIZE", 8192)
        .Function("cmp", "f1, f2, shallow=True", static a => Same(a[0], a[1], a[2].Truth))
        .Function("cmpfiles", "a, b, common, shallow=True", static a => Sort(FileErrors.PathOf(a[0]), FileErrors.PathOf(a[1]), Operators.ToList(a[2]), a[3].Truth))
        .Function("clear_cache", "", static _ => Any.None);

    private static bool Same(Any first, Any second, bool shallow)
    {
        var (a, b) = (FileStatus.Of(first), FileStatus.Of(second));
        if (!a.IsFile || !b.IsFile)
            return false;
        if (shallow && a.Size == b.Size && a.ModifyTime == b.ModifyTime)
            return true;
        return a.Size == b.Size && File.ReadAllBytes(FileErrors.PathOf(first)).AsSpan().SequenceEqual(File.ReadAllBytes(FileErrors.PathOf(second)));
    }

    /// <summary>Names of files that are equal, that differ, and that cannot be compared.</summary>
    private static PyTuple Sort(string first, string second, List<Any> names, bool shallow)
    {
        PyList<Any>[] groups = [new(), new(), new()];
        foreach (var name in names)
        {
            try
            {
                var text = FileErrors.PathOf(name);
                groups[Same(PosixPaths.Join(first, text), PosixPaths.Join(second, text), shallow) ? 0 : 1].Append(name);
            }
            catch (OSError)
            {
                groups[2].Append(name);
            }
        }
        return PyTuple.Of(groups[0], groups[1], groups[2]);
    }

    private static PyType Declare()
    {
        var type = PyType.Emitted("dircmp", "filecmp").Subscripted();
        type.Method("__init__", "self, a, b, ignore=None, hide=None, *, shallow=True", static a =>
        {
            a[0].Set("left", a[1]);
            a[0].Set("right", a[2]);
            a[0].Set("hide", a[4].IsNone ? Lib.List((string[])[".", ".."]) : a[4]);
            a[0].Set("ignore", a[3].IsNone ? Lib.List(s_ignored) : a[3]);
            a[0].Set("shallow", a[5]);
            return Any.None;
        });
        Part(type, "left_list", static self => Names(self, "left"));
        Part(type, "right_list", static self => Names(self, "right"));
        Part(type, "common", static self => Lib.List(List(self, "left_list").Where(n => List(self, "right_list").Contains(n))));
        Part(type, "left_only", static self => Lib.List(List(self, "left_list").Except(List(self, "right_list"))));
        Part(type, "right_only", static self => Lib.List(List(self, "right_list").Except(List(self, "left_list"))));
        Part(type, "common_dirs", static self => Lib.List(List(self, "common").Where(n => Both(self, n, 0x4000))));
        Part(type, "common_files", static self => Lib.List(List(self, "common").Where(n => Both(self, n, 0x8000))));
        Part(type, "common_funny", static self => Lib.List(List(self, "common").Where(n => !Both(self, n, 0x4000) && !Both(self, n, 0x8000))));
        Part(type, "same_files", static self => Compared(self)[0]);
        Part(type, "diff_files", static self => Compared(self)[1]);
        Part(type, "funny_files", static self => Compared(self)[2]);
        Part(type, "subdirs", static self => new PyDict<Any, Any>(List(self, "common_dirs").Select(n => ((Any)n,
            PyType.Of(self).Call(new Arguments { PosixPaths.Join(Side(self, "left"), n), PosixPaths.Join(Side(self, "right"), n), self.Get("ignore"), self.Get("hide"), { "shallow", self.Get("shallow") } })))));
        return type
            .Method("report", static self => Lib.Do(() => Report(self)))
            .Method("report_partial_closure", static self => Lib.Do(() => ReportAll(self, deep: false)))
            .Method("report_full_closure", static self => Lib.Do(() => ReportAll(self, deep: true)));
    }

    private static void Part(PyType type, string name, Func<Any, Any> make) => type.Property(name, make);

    private static string Side(Any self, string side) => FileErrors.PathOf(self.Get(side));

    private static List<string> List(Any self, string name) => Operators.ToList(self.Get(name)).ConvertAll(Operators.Str);

    private static Any Names(Any self, string side)
    {
        var hidden = List(self, "hide").Concat(List(self, "ignore")).ToArray();
        return Lib.List(OsFolders.List(Side(self, side), "listdir").Names.Select(Operators.Str).Where(n => !Array.Exists(hidden, h => WildcardText.Fits(n, h))).Order(StringComparer.Ordinal));
    }

    private static bool Both(Any self, string name, uint kind) => ((string[])["left", "right"]).All(s => FileStatus.Read(PosixPaths.Join(Side(self, s), name)) is { } status && (status.Mode & 0xf000) == kind);

    private static PyTuple Compared(Any self) => Sort(Side(self, "left"), Side(self, "right"), Operators.ToList(self.Get("common_files")), self.Get("shallow").Truth);

    private static void Report(Any self)
    {
        Builtins.Print(["diff", self.Get("left"), self.Get("right")]);
        foreach (var (name, text) in ((string, string)[])[("left_only", $"Only in {Side(self, "left")}"), ("right_only", $"Only in {Side(self, "right")}"), ("same_files", "Identical files"),
            ("diff_files", "Differing files"), ("funny_files", "Trouble with common files"), ("common_dirs", "Common subdirectories"), ("common_funny", "Common funny cases")])
            if (List(self, name) is { Count: > 0 } names)
                Builtins.Print([text, ":", Lib.List(names.Order(StringComparer.Ordinal))]);
    }

    private static void ReportAll(Any self, bool deep)
    {
        Report(self);
        foreach (var inner in Operators.ToList(self.Get("subdirs").Invoke("values")))
        {
            Builtins.Print([]);
            if (deep)
                ReportAll(inner, deep);
            else
                Report(inner);
        }
    }
}
