using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>The assertions of mocks about their calls.</summary>
internal static class MockAsserts
{
    public static void Declare(ClassMaker maker) => maker
        .Method("assert_called", static self => Check(self, M(self).CallCount > 0, static n => $"Expected '{n}' to have been called."))
        .Method("assert_not_called", static self => Check(self, M(self).CallCount == 0, n => $"Expected '{n}' to not have been called. Called {M(self).CallCount} times.{Calls(self)}"))
        .Method("assert_called_once", static self => Check(self, M(self).CallCount == 1, n => $"Expected '{n}' to have been called once. Called {M(self).CallCount} times.{Calls(self)}"))
        .Method("assert_called_with", "self, /, *args, **kwargs", static a => CalledWith(a))
        .Method("assert_called_once_with", "self, /, *args, **kwargs", static a =>
        {
            Check(a[0], M(a[0]).CallCount == 1, n => $"Expected '{n}' to be called once. Called {M(a[0]).CallCount} times.{Calls(a[0])}");
            return CalledWith(a);
        })
        .Method("assert_any_call", "self, /, *args, **kwargs", static a =>
        {
            var expected = MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2]));
            return Check(a[0], Operators.ToList(M(a[0]).CallArgsList).Any(c => Operators.Equal(expected, c)), n => $"{MockCall.Signature(n, a[1], a[2])} call not found");
        })
        .Method("assert_has_calls", "self, calls, any_order=False", static a => Has(Operators.ToList(a[1]), Operators.ToList(M(a[0]).MockCalls), a[2].Truth, "Calls"));

    private static Mock M(Any self) => MockTypes.Self(self);

    private static Any Check(Any self, bool holds, Func<string, string> message) => holds ? Any.None : throw new AssertionError(message(M(self).Name ?? "mock"));

    private static string Calls(Any self) => M(self).MockCalls.Truth ? $"\nCalls: {Operators.Repr(M(self).MockCalls)}." : "";

    private static Any CalledWith(Any[] a)
    {
        var mock = M(a[0]);
        var name = mock.Name ?? "mock";
        var expected = MockCall.Signature(name, a[1], a[2]);
        if (mock.CallArgs.IsNone)
            throw new AssertionError($"expected call not found.\nExpected: {expected}\n  Actual: not called.");
        return Operators.Equal(MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2])), mock.CallArgs) ? Any.None
            : throw new AssertionError($"expected call not found.\nExpected: {expected}\n  Actual: {MockCall.Signature(name, mock.CallArgs.Get("args"), mock.CallArgs.Get("kwargs"))}");
    }

    /// <summary>Whether calls stand among others: one after another, or in any order.</summary>
    public static Any Has(IReadOnlyList<Any> expected, IReadOnlyList<Any> actual, bool anyOrder, string what)
    {
        if (!anyOrder)
            return Enumerable.Range(0, Math.Max(0, actual.Count - expected.Count + 1)).Any(i => Enumerable.Range(0, expected.Count).All(j => Operators.Equal(expected[j], actual[i + j])))
                ? Any.None
                : throw new AssertionError($"{what} not found.\nExpected: {Operators.Repr(Mock.CallList(expected))}\n  Actual: {Operators.Repr(Mock.CallList(actual))}");
        var left = actual.ToList();
        var missing = expected.Where(e => left.FindIndex(c => Operators.Equal(e, c)) is var at && (at < 0 || Take(at))).ToArray();
        return missing.Length == 0 ? Any.None
            : throw new AssertionError($"{Operators.Repr(new PyTuple(missing))} not all found in {(what == "Calls" ? "call" : "await")} list{(what == "Calls" ? $", found {Operators.Repr(Mock.CallList(actual))} instead" : "")}");

        bool Take(int at)
        {
            left.RemoveAt(at);
            return false;
        }
    }
}
