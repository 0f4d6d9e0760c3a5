using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Lines of several files as one: <see href="https://docs.python.org/3.13/library/fileinput.html">fileinput</see>.</summary>
internal static class FileinputModule
{
    private static readonly PyType s_type = Create();

    /// <summary>What the functions of the module are about: its <c>_state</c>.</summary>
    private static Any Current
    {
        get => Modules.Import("fileinput").Get("_state");
        set => Modules.Import("fileinput").Set("_state", value);
    }

    public static PyModule Build()
    {
        var module = new PyModule("fileinput").Type(s_type).Value("_state", Any.None)
            .Function("input", "files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None", static a =>
            {
                if (!Current.IsNone && Current.Get("_file").Truth)
                    throw new RuntimeError("input() already active");
                return Current = Modules.Import("fileinput").Get("FileInput").Call(new Arguments { a[0], a[1], a[2], { "mode", a[3] }, { "openhook", a[4] }, { "encoding", a[5] }, { "errors", a[6] } });
            })
            .Function("close", "", static _ => Lib.Do(() =>
            {
                var state = Current;
                Current = Any.None;
                if (!state.IsNone)
                    state.Invoke("close");
            }))
            .Function("hook_compressed", "filename, mode, *, encoding=None, errors=None", static a => OpenPacked(a))
            .Function("hook_encoded", "encoding, errors=None", static (encoding, errors) => new PyFunction("openhook", "filename, mode", (path, mode) => Builtins.Get("open").Call(new Arguments { path, mode, { "encoding", encoding }, { "errors", errors } })));
        foreach (var name in (string[])["filename", "lineno", "filelineno", "fileno", "isfirstline", "isstdin", "nextfile"])
            module.Function(name, "", _ => Current.IsNone ? throw new RuntimeError("no active input()") : Current.Invoke(name));
        return module;
    }

    private static Any OpenPacked(Any[] a)
    {
        var packed = Operators.Str(a[0]).EndsWith(".gz", StringComparison.Ordinal);
        var stream = packed ? Modules.Import("gzip").Get("open").Call(a[0], a[1]) : Builtins.Get("open").Call(new Arguments { a[0], a[1], { "encoding", Operators.Str(a[1]).Contains('b', StringComparison.Ordinal) ? Any.None : a[2] }, { "errors", a[3] } });
        return packed && !Operators.Str(a[1]).Contains('b', StringComparison.Ordinal) ? IOTypes.TextIOWrapper.Call(new Arguments { stream, { "encoding", a[2] }, { "errors", a[3] } }) : stream;
    }

    private static PyType Create() => new ClassMaker("FileInput", "fileinput")
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Method("__init__", "self, files=None, inplace=False, backup='', *, mode='r', openhook=None, encoding=None, errors=None", static a => Lib.Do(() => Initialise(a)))
        .Method("__iter__", static self => self)
        .Method("__next__", static self => self.Invoke("readline") is { Truth: true } line ? line : throw new StopIteration())
        .Method("readline", static self => ReadLine(self))
        .Method("nextfile", static self => Lib.Do(() => NextFile(self)))
        .Method("close", static self => Lib.Do(() =>
        {
            NextFile(self);
            self.Set("_files", PyTuple.Empty);
        }))
        .Method("__enter__", static self => self)
        .Method("__exit__", "self, type, value, traceback", static a => a[0].Invoke("close"))
        .Method("filename", static self => self.Get("_filename"))
        .Method("lineno", static self => self.Get("_startlineno") + self.Get("_filelineno"))
        .Method("filelineno", static self => self.Get("_filelineno"))
        .Method("fileno", static self =>
        {
            try
            {
                return self.Get("_file").IsNone ? -1 : self.Get("_file").Invoke("fileno");
            }
            catch (ValueError)
            {
                return -1;
            }
        })
        .Method("isfirstline", static self => Operators.Compare(Comparison.Eq, self.Get("_filelineno"), 1))
        .Method("isstdin", static self => self.Get("_isstdin"))
        .Make(PyType.Object);

    private static void Initialise(Any[] a)
    {
        var (self, files, mode) = (a[0], a[1], Lib.Text(a[4]));
        if (PyValueInstance.Unwrap(files).Ref is string || !PyType.Of(files).Lookup("__fspath__").IsUnbound)
            files = PyTuple.Of(PathText.Shown(files));
        else if (files.IsNone)
            files = Modules.Import("sys").Get("argv")[new PySlice(1, Any.None, Any.None)] is { Truth: true } given ? given : PyTuple.Of("-");
        else if (Builtins.Get("tuple").Call(files) is { Truth: true } listed)
            files = listed;
        else
            files = PyTuple.Of("-");
        if (mode is not ("r" or "rb"))
            throw new ValueError("FileInput opening mode must be 'r' or 'rb'");
        if (!a[5].IsNone && a[2].Truth)
            throw new ValueError("FileInput cannot use an opening hook in inplace mode");
        if (!a[5].IsNone && a[5].Ref is not PyFunction && !Builtins.Get("callable").Call(a[5]).Truth)
            throw new ValueError("FileInput openhook must be callable");
        foreach (var (name, value) in (ReadOnlySpan<(string, Any)>)[
            ("_files", Builtins.Get("tuple").Call(files)), ("_inplace", a[2]), ("_backup", a[3]), ("_mode", mode), ("_openhook", a[5]), ("_encoding", a[6]), ("_errors", a[7]),
            ("_filename", Any.None), ("_startlineno", 0), ("_filelineno", 0), ("_file", Any.None), ("_output", Any.None), ("_savestdout", Any.None), ("_backupfilename", Any.None), ("_isstdin", false)])
            self.Set(name, value);
    }

    private static Any ReadLine(Any self)
    {
        while (true)
        {
            if (self.Get("_file").IsNone)
            {
                if (!self.Get("_files").Truth)
                    return Operators.Str(self.Get("_mode")) == "rb" ? new PyBytes([]) : "";
                Open(self);
            }
            var line = self.Get("_file").Invoke("readline");
            if (line.Truth)
            {
                self.Set("_filelineno", self.Get("_filelineno") + 1);
                return line;
            }
            NextFile(self);
        }
    }

    private static void NextFile(Any self)
    {
        var (file, output, backup, wasStandard) = (self.Get("_file"), self.Get("_output"), self.Get("_backupfilename"), self.Get("_isstdin").Truth);
        if (!self.Get("_savestdout").IsNone)
            StdIO.CurrentOut = self.Get("_savestdout");
        if (!output.IsNone)
            output.Invoke("close");
        if (!file.IsNone && !wasStandard)
            file.Invoke("close");
        if (!backup.IsNone && !self.Get("_backup").Truth)
            File.Delete(Operators.Str(backup));
        foreach (var name in (string[])["_savestdout", "_output", "_file", "_backupfilename"])
            self.Set(name, Any.None);
        self.Set("_isstdin", false);
    }

    private static void Open(Any self)
    {
        var name = self.Get("_files")[0];
        self.Set("_files", self.Get("_files")[new PySlice(1, Any.None, Any.None)]);
        self.Set("_filename", name);
        self.Set("_startlineno", self.Get("_startlineno") + self.Get("_filelineno"));
        self.Set("_filelineno", 0);
        var (mode, open) = (self.Get("_mode"), Builtins.Get("open"));
        var binary = Operators.Str(mode) == "rb";
        Arguments Opening(Any path, Any how) => new() { path, how, { "encoding", binary ? Any.None : self.Get("_encoding") }, { "errors", binary ? Any.None : self.Get("_errors") } };
        if (name.Ref is "-")
        {
            self.Set("_filename", "<stdin>");
            self.Set("_file", binary ? Operators.GetAttr(StdIO.CurrentIn, "buffer", StdIO.CurrentIn) : StdIO.CurrentIn);
            self.Set("_isstdin", true);
        }
        else if (self.Get("_inplace").Truth)
        {
            // The file gets another name, and what is printed becomes the file.
            var path = PathText.Of(name).Text;
            var backup = path + (self.Get("_backup").Truth ? Operators.Str(self.Get("_backup")) : ".bak");
            File.Delete(backup);
            Modules.Import("os").Get("rename").Call(name, backup);
            self.Set("_backupfilename", backup);
            self.Set("_file", open.Call(Opening(backup, mode)));
            self.Set("_output", open.Call(Opening(name, binary ? "wb" : "w")));
            self.Set("_savestdout", StdIO.CurrentOut);
            StdIO.CurrentOut = self.Get("_output");
        }
        else
        {
            self.Set("_file", self.Get("_openhook") is { IsNone: false } hook ? hook.Call(name, mode) : open.Call(Opening(name, mode)));
        }
    }
}
