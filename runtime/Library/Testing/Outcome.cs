using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>How one test is going: what its parts raised, told to the result as it happens.</summary>
internal sealed class Outcome(Any result)
{
    public Any Result => result;

    public bool Success { get; set; } = true;

    public bool ExpectingFailure { get; set; }

    /// <summary>What a test that is expected to fail raised.</summary>
    public BaseException? ExpectedFailure { get; set; }

    public bool SupportsSubTests { get; } = Operators.HasAttr(result, "addSubTest");

    /// <summary>Runs one part of a test: set-up, the test, tear-down, a clean-up.</summary>
    public void Execute(Any test, Action part)
    {
        var before = Success;
        Success = true;
        try
        {
            part();
        }
        catch (Exception error) when (error is not KeyboardInterrupt)
        {
            Failed(test, Any.Unbound, AsPython(error));
        }
        Success &= before;
    }

    /// <summary>Ends a sub-test; true when what it raised is noted.</summary>
    public bool EndSubTest(Any test, Any subTest, BaseException? error, bool before)
    {
        if (error is KeyboardInterrupt)
            return false;
        if (error is not null)
            Failed(test, subTest, error);
        else if (Success)
            result.Invoke("addSubTest", test, subTest, Any.None);
        Success &= before;
        return true;
    }

    private void Failed(Any test, Any subTest, BaseException error)
    {
        if (error is SkipTest)
        {
            Success = false;
            AddSkip(result, subTest.IsUnbound ? test : subTest, Operators.Str(error));
        }
        else if (error is ShouldStop)
        {
            // The sub-test has told the result already.
        }
        else if (ExpectingFailure)
        {
            ExpectedFailure = error;
        }
        else
        {
            Success = false;
            if (subTest.IsUnbound)
                AddError(result, test, error);
            else
                result.Invoke("addSubTest", test, subTest, ExcInfo(error));
        }
    }

    /// <summary>A failure of the runtime itself counts as an error of the test.</summary>
    public static BaseException AsPython(Exception error)
        => error as BaseException ?? new SystemError($"{error.GetType().Name}: {error.Message}");

    public static PyTuple ExcInfo(BaseException error) => PyTuple.Of(error.Class, error, error.Traceback is { } t ? (Any)t : Any.None);

    public static void AddSkip(Any result, Any test, string reason) => result.Invoke("addSkip", test, reason);

    public static void AddError(Any result, Any test, BaseException error)
    {
        if (result.IsNone)
            return;
        var failure = Operators.GetAttr(test, "failureException", AssertionError.Type);
        result.Invoke(failure.Ref is PyType type && error.Class.IsSubclassOf(type) ? "addFailure" : "addError", test, ExcInfo(error));
    }
}
