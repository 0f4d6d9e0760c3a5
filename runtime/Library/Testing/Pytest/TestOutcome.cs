using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>What came of one test.</summary>
/// <param name="Failure">What is to be told of a failure; null where there is none.</param>
/// <param name="Skipped">Why it counts as neither passed nor failed; null where it counts.</param>
/// <param name="Error">The exception that the failure is about.</param>
internal sealed record TestOutcome(string? Failure, string? Skipped, BaseException? Error)
{
    public static TestOutcome Passed { get; } = new(null, null, null);

    public static TestOutcome Left(string reason) => new(null, reason.Length == 0 ? "unconditional skip" : reason, null);

    public static TestOutcome Failed(string message, BaseException? error = null) => new(message, null, error);

    /// <summary>What an exception that came out of a test says of it.</summary>
    /// <param name="error">The exception.</param>
    /// <param name="marks">The marks of the test: a failure may be expected.</param>
    public static TestOutcome Of(BaseException error, IEnumerable<Mark> marks) => error switch
    {
        SkippedError skip => Left(skip.Reason),
        SkipTest skip => Left(Operators.Str(skip)),
        XFailedError expected => Left("expected failure: " + expected.Reason),
        _ when Expectation(marks) is { } mark && (mark.Argument("raises", -1, Any.None) is { IsNone: true } || Builtins.IsInstance(error, mark.Argument("raises", -1, Any.None)))
            => Left($"expected failure: {Operators.Str(mark.Argument("reason", -1, ""))}"),
        _ => Failed(TracebackText.Of(error), error),
    };

    /// <summary>What a test that ran to its end is: an expected failure that did not come may be one.</summary>
    public static TestOutcome OfSuccess(IEnumerable<Mark> marks)
        => Expectation(marks) is { } mark && mark.Argument("strict", -1, false).Truth ? Failed($"[XPASS(strict)] {Operators.Str(mark.Argument("reason", -1, ""))}") : Passed;

    /// <summary>Why a test is not to be run at all; null where it is.</summary>
    public static TestOutcome? BeforeRun(IEnumerable<Mark> marks)
    {
        foreach (var mark in marks)
        {
            if (mark.Name == "skip")
                return Left(Operators.Str(mark.Argument("reason", 0, "unconditional skip")));
            if (mark.Name == "skipif" && Holds(mark))
                return Left(Operators.Str(mark.Argument("reason", -1, "")));
        }
        return Expectation(marks) is { } expected && !expected.Argument("run", -1, true).Truth ? Left($"[NOTRUN] {Operators.Str(expected.Argument("reason", -1, ""))}") : null;
    }

    private static Mark? Expectation(IEnumerable<Mark> marks) => marks.FirstOrDefault(static m => m.Name == "xfail" && Holds(m));

    /// <summary>Whether one of the conditions of a mark holds, or there is none.</summary>
    private static bool Holds(Mark mark)
    {
        IEnumerable<Any> conditions = mark.Keywords.TryGetValue("condition", out var named) ? [named] : mark.Args;
        var any = false;
        foreach (var condition in conditions)
        {
            if (condition.Ref is not string && condition.Truth)
                return true;
            any = true;
        }
        return !any && mark.Name != "skipif";
    }
}
