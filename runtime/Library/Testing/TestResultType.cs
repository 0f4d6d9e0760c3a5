using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>What became of tests. See <see href="https://docs.python.org/3.13/library/unittest.html#unittest.TestResult">TestResult</see>.</summary>
internal static class TestResultType
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var maker = new ClassMaker("TestResult", "unittest.result")
            .Attribute("_previousTestClass", Any.None).Attribute("_testRunEntered", false).Attribute("_moduleSetUpFailed", false)
            .Method("__init__", "self, stream=None, descriptions=None, verbosity=None", static a => Lib.Do(() =>
            {
                foreach (var name in (string[])["failures", "errors", "skipped", "expectedFailures", "unexpectedSuccesses", "collectedDurations"])
                    a[0].Set(name, new PyList<Any>());
                foreach (var name in (string[])["failfast", "shouldStop", "buffer", "tb_locals", "_mirrorOutput"])
                    a[0].Set(name, false);
                a[0].Set("testsRun", 0);
                a[0].Set("_stdout_buffer", Any.None);
                a[0].Set("_stderr_buffer", Any.None);
                a[0].Set("_original_stdout", StdIO.CurrentOut);
                a[0].Set("_original_stderr", StdIO.CurrentError);
            }))
            .Method("__repr__", static o => $"<{UnittestModule.ClassName(PyType.Of(o))} run={Operators.Str(o.Get("testsRun"))} errors={Count(o, "errors")} failures={Count(o, "failures")}>");
        Running(maker);
        Adding(maker);
        return maker.Make();
    }

    public static long Count(Any result, string list) => (long)Operators.Len(result.Get(list));

    private static void Running(ClassMaker maker) => maker
        .Method("printErrors", static _ => Any.None)
        .Method("startTestRun", static _ => Any.None)
        .Method("stopTestRun", static _ => Any.None)
        .Method("startTest", "test", static (o, _) =>
        {
            o.Set("testsRun", o.Get("testsRun") + 1);
            o.Set("_mirrorOutput", false);
            return o.Invoke("_setupStdout");
        })
        .Method("stopTest", "test", static (o, _) =>
        {
            o.Invoke("_restoreStdout");
            o.Set("_mirrorOutput", false);
            return Any.None;
        })
        .Method("_setupStdout", static o => Lib.Do(() =>
        {
            if (!o.Get("buffer").Truth)
                return;
            if (o.Get("_stderr_buffer").IsNone)
            {
                o.Set("_stderr_buffer", Modules.Import("io").Get("StringIO").Call());
                o.Set("_stdout_buffer", Modules.Import("io").Get("StringIO").Call());
            }
            (StdIO.CurrentOut, StdIO.CurrentError) = (o.Get("_stdout_buffer"), o.Get("_stderr_buffer"));
        }))
        .Method("_restoreStdout", static o => Lib.Do(() => RestoreOutput(o)))
        .Method("wasSuccessful", static o => Count(o, "failures") == 0 && Count(o, "errors") == 0 && (!Operators.HasAttr(o, "unexpectedSuccesses") || Count(o, "unexpectedSuccesses") == 0))
        .Method("stop", static o => Lib.Do(() => o.Set("shouldStop", true)));

    private static void RestoreOutput(Any o)
    {
        if (!o.Get("buffer").Truth)
            return;
        if (o.Get("_mirrorOutput").Truth)
        {
            Mirror(o, "stdout", "_stdout_buffer");
            Mirror(o, "stderr", "_stderr_buffer");
        }
        (StdIO.CurrentOut, StdIO.CurrentError) = (o.Get("_original_stdout"), o.Get("_original_stderr"));
        foreach (var name in (string[])["_stdout_buffer", "_stderr_buffer"])
        {
            o.Get(name).Invoke("seek", 0);
            o.Get(name).Invoke("truncate");
        }
    }

    private static void Mirror(Any o, string stream, string buffer)
    {
        var text = Captured(o.Get(buffer), stream);
        if (text.Length > 0)
            o.Get("_original_" + stream).Invoke("write", text);
    }

    private static string Captured(Any buffer, string stream)
    {
        var text = Operators.Str(buffer.Invoke("getvalue"));
        return text.Length == 0 ? "" : $"\n{char.ToUpperInvariant(stream[0])}{stream[1..]}:\n{text}{(text.EndsWith('\n') ? "" : "\n")}";
    }

    private static void Adding(ClassMaker maker) => maker
        .Method("addError", "self, test, err", static a => AddTo(a, "errors"))
        .Method("addFailure", "self, test, err", static a => AddTo(a, "failures"))
        .Method("addSubTest", "self, test, subtest, err", static a => Lib.Do(() =>
        {
            if (a[3].IsNone)
                return;
            if (Operators.GetAttr(a[0], "failfast", false).Truth)
                a[0].Invoke("stop");
            var list = Builtins.IsSubclass(a[3][0], a[1].Get("failureException")) ? "failures" : "errors";
            a[0].Get(list).Invoke("append", PyTuple.Of(a[2], a[0].Invoke("_exc_info_to_string", a[3], a[1])));
            a[0].Set("_mirrorOutput", true);
        }))
        .Method("addSuccess", "test", static (_, _) => Any.None)
        .Method("addSkip", "self, test, reason", static a => a[0].Get("skipped").Invoke("append", PyTuple.Of(a[1], a[2])))
        .Method("addExpectedFailure", "self, test, err", static a => a[0].Get("expectedFailures").Invoke("append", PyTuple.Of(a[1], a[0].Invoke("_exc_info_to_string", a[2], a[1]))))
        .Method("addUnexpectedSuccess", "test", static (o, test) =>
        {
            StopAtFailure(o);
            return o.Get("unexpectedSuccesses").Invoke("append", test);
        })
        .Method("addDuration", "self, test, elapsed", static a => a[0].Get("collectedDurations").Invoke("append", PyTuple.Of(Operators.Str(a[1]), a[2])))
        .Method("_exc_info_to_string", "self, err, test", static a => Describe(a[0], (BaseException)a[1][1].Ref!));

    private static void StopAtFailure(Any o)
    {
        if (Operators.GetAttr(o, "failfast", false).Truth)
            o.Invoke("stop");
    }

    private static Any AddTo(Any[] a, string list)
    {
        StopAtFailure(a[0]);
        a[0].Get(list).Invoke("append", PyTuple.Of(a[1], a[0].Invoke("_exc_info_to_string", a[2], a[1])));
        a[0].Set("_mirrorOutput", true);
        return Any.None;
    }

    private static string Describe(Any o, BaseException error)
    {
        var text = TracebackText.Of(error);
        if (o.Get("buffer").Truth)
            text += Captured(StdIO.CurrentOut, "stdout") + Captured(StdIO.CurrentError, "stderr");
        return text;
    }
}
