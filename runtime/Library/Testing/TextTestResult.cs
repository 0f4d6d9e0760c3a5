using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>A result that tells its story on a text stream.</summary>
internal static class TextTestResult
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var maker = new ClassMaker("TextTestResult", "unittest.runner")
            .Attribute("separator1", new string('=', 70)).Attribute("separator2", new string('-', 70))
            .Method("__init__", "self, stream, descriptions, verbosity, *, durations=None", static a => Lib.Do(() =>
            {
                TestResultType.Type.Lookup("__init__").Call(new Arguments { a[0], a[1], a[2], a[3] });
                a[0].Set("stream", a[1]);
                a[0].Set("showAll", a[3] > 1);
                a[0].Set("dots", Operators.Equal(a[3], 1));
                a[0].Set("descriptions", a[2]);
                a[0].Set("_newline", true);
                a[0].Set("durations", a[4]);
            }))
            .Method("getDescription", "test", static (o, test) => Describe(o, test))
            .Method("startTest", "test", static (o, test) =>
            {
                Base("startTest").Call(o, test);
                if (!o.Get("showAll").Truth)
                    return Any.None;
                Write(o, Operators.Str(o.Invoke("getDescription", test)) + " ... ");
                o.Set("_newline", false);
                return Any.None;
            });
        Outcomes(maker);
        return maker
            .Method("printErrors", static o => Lib.Do(() => PrintErrors(o)))
            .Method("printErrorList", "self, flavour, errors", static a => Lib.Do(() => PrintList(a[0], Operators.Str(a[1]), a[2])))
            .Make(TestResultType.Type);
    }

    private static Any Base(string method) => TestResultType.Type.Lookup(method);

    private static void Write(Any o, string text)
    {
        var stream = o.Get("stream");
        stream.Invoke("write", text);
        stream.Invoke("flush");
    }

    private static string Describe(Any o, Any test)
    {
        var doc = test.Invoke("shortDescription");
        return o.Get("descriptions").Truth && doc.Truth ? $"{Operators.Str(test)}\n{Operators.Str(doc)}" : Operators.Str(test);
    }

    /// <summary>Says how a test went: a word, or one letter.</summary>
    private static void Tell(Any o, Any test, string status, string letter)
    {
        if (!o.Get("showAll").Truth)
        {
            if (o.Get("dots").Truth)
                Write(o, letter);
            return;
        }
        var text = "";
        if (test.Ref is SubTest || o.Get("_newline").Truth)
            text = (o.Get("_newline").Truth ? "" : "\n") + (test.Ref is SubTest ? "  " : "") + Operators.Str(o.Invoke("getDescription", test)) + " ... ";
        Write(o, text + status + "\n");
        o.Set("_newline", true);
    }

    private static void Outcomes(ClassMaker maker)
    {
        foreach (var (method, status, letter) in ((string, string, string)[])[("addError", "ERROR", "E"), ("addFailure", "FAIL", "F")])
            maker.Method(method, "self, test, err", a => Lib.Do(() =>
            {
                Base(method).Call(a[0], a[1], a[2]);
                Tell(a[0], a[1], status, letter);
            }));
        maker.Method("addSuccess", "test", static (o, test) => Lib.Do(() => Tell(o, test, "ok", ".")))
            .Method("addSkip", "self, test, reason", static a => Lib.Do(() =>
            {
                Base("addSkip").Call(a[0], a[1], a[2]);
                Tell(a[0], a[1], $"skipped {Operators.Repr(a[2])}", "s");
            }))
            .Method("addSubTest", "self, test, subtest, err", static a => Lib.Do(() =>
            {
                if (!a[3].IsNone)
                {
                    var failed = Builtins.IsSubclass(a[3][0], a[2].Get("failureException"));
                    Tell(a[0], a[2], failed ? "FAIL" : "ERROR", failed ? "F" : "E");
                }
                Base("addSubTest").Call(new Arguments { a[0], a[1], a[2], a[3] });
            }))
            .Method("addExpectedFailure", "self, test, err", static a => Lib.Do(() =>
            {
                Base("addExpectedFailure").Call(a[0], a[1], a[2]);
                Short(a[0], "expected failure\n", "x");
            }))
            .Method("addUnexpectedSuccess", "test", static (o, test) => Lib.Do(() =>
            {
                Base("addUnexpectedSuccess").Call(o, test);
                Short(o, "unexpected success\n", "u");
            }));
    }

    private static void Short(Any o, string line, string letter)
    {
        if (o.Get("showAll").Truth)
            Write(o, line);
        else if (o.Get("dots").Truth)
            Write(o, letter);
    }

    private static void PrintErrors(Any o)
    {
        if (o.Get("dots").Truth || o.Get("showAll").Truth)
            Write(o, "\n");
        o.Invoke("printErrorList", "ERROR", o.Get("errors"));
        o.Invoke("printErrorList", "FAIL", o.Get("failures"));
        var unexpected = Operators.ToList(o.Get("unexpectedSuccesses"));
        if (unexpected.Count == 0)
            return;
        Write(o, Operators.Str(o.Get("separator1")) + "\n");
        foreach (var test in unexpected)
            Write(o, $"UNEXPECTED SUCCESS: {Operators.Str(o.Invoke("getDescription", test))}\n");
    }

    private static void PrintList(Any o, string flavour, Any errors)
    {
        foreach (var item in Operators.ToList(errors))
        {
            Write(o, Operators.Str(o.Get("separator1")) + "\n");
            Write(o, $"{flavour}: {Operators.Str(o.Invoke("getDescription", item[0]))}\n");
            Write(o, Operators.Str(o.Get("separator2")) + "\n");
            Write(o, Operators.Str(item[1]) + "\n");
        }
    }
}
