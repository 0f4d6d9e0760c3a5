using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// Examples in files of text: <see href="https://docs.python.org/3.13/library/doctest.html#doctest.testfile">doctest.testfile</see> and
/// <c>DocFileSuite</c>. The interpreter runs them, one statement a time, as the interactive one would.
/// </summary>
internal static class DocFiles
{
    public static readonly PyType CaseType = new ClassMaker("DocFileCase", "doctest")
        .Method("id", static o => string.Join('_', DocTestCase.TestOf(o).Name.Split('.')))
        .Method("__str__", static o => DocTestCase.TestOf(o).File)
        .Method("__repr__", static o => DocTestCase.TestOf(o).File)
        .Make(DocTestCase.Type);

    /// <summary><c>doctest.testfile(filename, ...)</c>.</summary>
    public static Any TestFile(Any[] a)
    {
        if (a[3].Truth && !a[1].Truth)
            throw new ValueError("Package may only be specified for module-relative paths.");
        var verbose = a[5].IsNone ? Script.Arguments.Contains("-v") : a[5].Truth;
        var runner = new DoctestRunner(verbose, (DoctestFlags)(int)Lib.Int(a[7]));
        var (text, path) = Read(Lib.Text(a[0]), a[1].Truth, a[3], a[11]);
        var name = a[2].IsNone ? PosixPaths.Split(path).Tail : Lib.Text(a[2]);
        runner.Run(Test(text, path, name, Names(a[4], a[8])));
        if (a[6].Truth)
            runner.Summarize();
        return runner.Results();
    }

    /// <summary><c>doctest.DocFileSuite(*paths, ...)</c>.</summary>
    public static Any Suite(Any[] a)
    {
        var suite = DocTestCase.NewSuite();
        foreach (var path in Lib.Tuple(a[0]))
        {
            var (text, file) = Read(Lib.Text(path), a[1].Truth, a[2], a[9]);
            var test = Test(text, file, PosixPaths.Split(Lib.Text(path)).Tail, Names(a[5], Any.None));
            suite.Invoke("addTest", DocTestCase.Make(CaseType, test, (DoctestFlags)(int)Lib.Int(a[6]), a[3], a[4]));
        }
        return suite;
    }

    private static PyDict<Any, Any> Names(Any given, Any more)
    {
        var names = new PyDict<Any, Any>();
        foreach (var some in (Any[])[given, more])
            if (some.Truth)
                foreach (var (key, value) in Operators.MappingItems(some))
                    names[key] = value;
        if (!names.ContainsKey("__name__"))
            names["__name__"] = "__main__";
        return names;
    }

    private static (string Text, string Path) Read(string path, bool isRelative, Any package, Any encoding)
    {
        if (isRelative)
        {
            if (path.StartsWith('/'))
                throw new ValueError("Module-relative files may not have absolute paths");
            path = PosixPaths.Join(PosixPaths.Split(Home(package)).Head, path);
        }
        var file = Builtins.Get("open").Call(new Arguments { path, { "encoding", encoding.IsNone ? "utf-8" : encoding } });
        try
        {
            return (Lib.Text(file.Invoke("read")), path);
        }
        finally
        {
            file.Invoke("close");
        }
    }

    /// <summary>The file of a package, or of the code that asks.</summary>
    private static string Home(Any package)
    {
        if (package.IsNone)
            return TraceReader.Caller(1)?.File ?? (Script.Arguments[0] is { Length: > 0 } script ? script : "");
        var module = package.Ref is string name ? Modules.Import(name) : package;
        return Operators.Str(Operators.GetAttr(module, "__file__"));
    }

    /// <summary>The examples of a text as a test.</summary>
    public static DocTest Test(string text, string file, string name, PyDict<Any, Any> names)
    {
        SourceReader.Require();
        var examples = DocExample.Parse(text, name);
        return new DocTest(name, name, file, 0, text, new PyFunction("run", "run", (Any[] a) => Lib.Do(() => Run((DoctestRun)a[0].Ref!, examples, name, names))));
    }

    private static void Run(DoctestRun run, List<DocExample> examples, string name, PyDict<Any, Any> names)
    {
        for (var i = 0; i < examples.Count; i++)
        {
            Any self = run;
            if (!self.Invoke("begin", i).Truth)
                continue;
            try
            {
                Builtins.Get("exec").Call(Builtins.Get("compile").Call(examples[i].Source, $"<doctest {name}[{i}]>", "single"), names);
            }
            catch (BaseException error)
            {
                self.Invoke("caught", error);
            }
            self.Invoke("end");
        }
    }
}
