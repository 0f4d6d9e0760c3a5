using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/doctest.html">doctest</see> over the docstrings that the converter has
/// turned into functions.
/// </summary>
internal static class DoctestModule
{
    private static readonly StructSequence s_results = new("doctest.TestResults", ["failed", "attempted"], ["skipped"]);

    /// <summary>The option flags by their Python names.</summary>
    public static IReadOnlyDictionary<string, DoctestFlags> Flags { get; } = new Dictionary<string, DoctestFlags>
    {
        ["DONT_ACCEPT_TRUE_FOR_1"] = DoctestFlags.DontAcceptTrueForOne, ["DONT_ACCEPT_BLANKLINE"] = DoctestFlags.DontAcceptBlankLine,
        ["NORMALIZE_WHITESPACE"] = DoctestFlags.NormalizeWhitespace, ["ELLIPSIS"] = DoctestFlags.Ellipsis, ["SKIP"] = DoctestFlags.Skip,
        ["IGNORE_EXCEPTION_DETAIL"] = DoctestFlags.IgnoreExceptionDetail, ["REPORT_UDIFF"] = DoctestFlags.ReportUdiff, ["REPORT_CDIFF"] = DoctestFlags.ReportCdiff,
        ["REPORT_NDIFF"] = DoctestFlags.ReportNdiff, ["REPORT_ONLY_FIRST_FAILURE"] = DoctestFlags.ReportOnlyFirstFailure, ["FAIL_FAST"] = DoctestFlags.FailFast,
    };

    public static PyModule Build()
    {
        var module = new PyModule("doctest")
            .Function("testmod", "m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, exclude_empty=False", TestModule)
            .Function("DocTestSuite", "module=None, globs=None, extraglobs=None, test_finder=None, *, setUp=None, tearDown=None, checker=None, optionflags=0",
                static a => DocTestCase.Suite(a[0], a[4], a[5], (DoctestFlags)(int)(long)Operators.Index(a[7])))
            .Function("testfile", "filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False, parser=None, encoding=None", DocFiles.TestFile)
            .Function("DocFileSuite", "*paths, module_relative=True, package=None, setUp=None, tearDown=None, globs=None, optionflags=0, parser=None, checker=None, encoding=None", DocFiles.Suite)
            .Function("run_docstring_examples", "f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0", RunExamples);
        foreach (var (name, flag) in Flags)
            module.Value(name, (long)flag);
        s_results.Type.Method("__repr__", static self => Repr((PyTuple)self.Ref!));
        return module.Type(s_results.Type).Type(DocTestCase.Type).Type(DocFiles.CaseType).Type(DocTest.Type);
    }

    public static PyTuple Results(int failed, int attempted, int skipped) => s_results.Make([failed, attempted], ("skipped", skipped));

    private static Any Repr(PyTuple results)
    {
        var skipped = Operators.GetAttr(results, "skipped");
        return $"TestResults(failed={results[0]}, attempted={results[1]}{(skipped.Truth ? $", skipped={skipped}" : "")})";
    }

    private static Any TestModule(Any[] a)
    {
        var module = a[0].IsNone ? Modules.Import("__main__") : a[0];
        if (module.Ref is not PyModule)
            throw new TypeError($"testmod: module required; {Operators.Repr(module)}");
        var verbose = a[3].IsNone ? Script.Arguments.Contains("-v") : a[3].Truth;
        var runner = new DoctestRunner(verbose, (DoctestFlags)(int)(long)Operators.Index(a[5]));
        runner.RunModule(module, a[1].IsNone ? Operators.Str(Operators.GetAttr(module, "__name__")) : Operators.Str(a[1]));
        if (a[4].Truth)
            runner.Summarize();
        return runner.Results();
    }

    private static Any RunExamples(Any[] a)
    {
        var runner = new DoctestRunner(a[2].Truth, (DoctestFlags)(int)(long)Operators.Index(a[5]));
        var home = Operators.GetAttr(a[0], "__module__", "__main__");
        runner.RunModule(Modules.Import(Operators.Str(home)), Operators.Str(a[3]), Operators.Str(Operators.GetAttr(a[0], "__qualname__")));
        return Any.None;
    }
}
