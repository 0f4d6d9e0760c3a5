using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What unittest says of one test.</summary>
internal sealed class CaseResult : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("CaseResult", module: "unittest")
        .Attribute("failfast", false)
        .Attribute("shouldStop", false)
        .Method("startTest", "self, test, /", static (_, _) => Any.None)
        .Method("stopTest", "self, test, /", static (_, _) => Any.None)
        .Method("addSuccess", "self, test, /", static (_, _) => Any.None)
        .Method("addError", "self, test, err, /", static (o, _, info) => Lib.Do(() => Self(o).Add("", info)))
        .Method("addFailure", "self, test, err, /", static (o, _, info) => Lib.Do(() => Self(o).Add("", info)))
        .Method("addSubTest", "self, test, subtest, err, /", static a => Lib.Do(() =>
        {
            if (!a[3].IsNone)
                Self(a[0]).Add(Operators.Str(a[2]) + "\n", a[3]);
        }))
        .Method("addSkip", "self, test, reason, /", static (o, test, reason) => Lib.Do(() =>
        {
            // A sub-test that is left out leaves the others in.
            if (test.Ref is not SubTest)
                Self(o).Skipped = Operators.Str(reason);
        }))
        .Method("addExpectedFailure", "self, test, err, /", static (o, _, info) => Lib.Do(() => Self(o).Expected = TracebackText.Line((BaseException)info[1].Ref!)))
        .Method("addUnexpectedSuccess", "self, test, /", static (o, _) => Lib.Do(() => Self(o).IsUnexpected = true));

    public override PyType Class => s_type;

    /// <summary>What failed, each with the sub-test that it happened in.</summary>
    public List<(string Where, BaseException Error)> Errors { get; } = [];

    /// <summary>Why the test was left out; null where it ran.</summary>
    public string? Skipped { get; private set; }

    /// <summary>The failure that was expected and came.</summary>
    public string? Expected { get; private set; }

    /// <summary>Whether the test was expected to fail and did not.</summary>
    public bool IsUnexpected { get; private set; }

    private static CaseResult Self(Any o) => (CaseResult)o.Ref!;

    private void Add(string where, Any info) => Errors.Add((where, (BaseException)info[1].Ref!));
}
