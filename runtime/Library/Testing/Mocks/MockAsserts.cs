using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>The assertions of mocks about their calls.</summary>
internal static class MockAsserts
{
    public static void Declare(ClassMaker maker) => maker
        .Method("assert_called", static self => Check(self, M(self).Called.Truth, static n => $"Expected '{n}' to have been called."))
        .Method("assert_not_called", static self => Check(self, !Operators.Truth(M(self).CallCount), n => $"Expected '{n}' to not have been called. Called {Operators.Str(M(self).CallCount)} times.{Calls(self)}"))
        .Method("assert_called_once", static self => Check(self, Operators.Equal(M(self).CallCount, 1), n => $"Expected '{n}' to have been called once. Called {Operators.Str(M(self).CallCount)} times.{Calls(self)}"))
        .Method("assert_called_with", "self, /, *args, **kwargs", static a => CalledWith(a))
        .Method("assert_called_once_with", "self, /, *args, **kwargs", static a =>
        {
            Check(a[0], Operators.Equal(M(a[0]).CallCount, 1), n => $"Expected '{n}' to be called once. Called {Operators.Str(M(a[0]).CallCount)} times.{Calls(a[0])}");
            return CalledWith(a);
        })
        .Method("assert_any_call", "self, /, *args, **kwargs", static a =>
        {
            var expected = MockSignatures.Match(M(a[0]), MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2])));
            if (expected.Ref is BaseException cause)
                throw new AssertionError($"{MockCall.Signature(M(a[0]).Name ?? "mock", a[1], a[2])} call not found") { Cause = cause };
            return Check(a[0], Operators.ToList(M(a[0]).CallArgsList).Any(c => Operators.Equal(MockSignatures.Match(M(a[0]), c), expected)), n => $"{MockCall.Signature(n, a[1], a[2])} call not found");
        })
        .Method("assert_has_calls", "self, calls, any_order=False", static a => Has(M(a[0]), Operators.ToList(a[1]), Operators.ToList(M(a[0]).MockCalls), a[2].Truth, "Calls"));

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
        var wanted = MockSignatures.Match(mock, MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2])));
        return Operators.Equal(MockSignatures.Match(mock, mock.CallArgs), wanted) ? Any.None
            : throw new AssertionError($"expected call not found.\nExpected: {expected}\n  Actual: {MockCall.Signature(name, mock.CallArgs.Get("args"), mock.CallArgs.Get("kwargs"))}") { Cause = wanted.Ref as BaseException };
    }

    /// <summary>Whether calls stand among others: one after another, or in any order.</summary>
    public static Any Has(Mock mock, IReadOnlyList<Any> calls, IReadOnlyList<Any> noted, bool anyOrder, string what)
    {
        var expected = calls.Select(c => MockSignatures.Match(mock, c)).ToArray();
        var actual = noted.Select(c => MockSignatures.Match(mock, c)).ToArray();
        if (!anyOrder)
        {
            if (Enumerable.Range(0, Math.Max(0, actual.Length - expected.Length + 1)).Any(i => Enumerable.Range(0, expected.Length).All(j => Operators.Equal(actual[i + j], expected[j]))))
                return Any.None;
            var problem = expected.Any(static e => e.Ref is BaseException)
                ? $"Error processing expected {what.ToLowerInvariant()}.\nErrors: {Operators.Repr(Lib.List([.. expected.Select(static e => e.Ref is BaseException ? e : Any.None)]))}" : $"{what} not found.";
            throw new AssertionError($"{problem}\nExpected: {Operators.Repr(Mock.CallList(calls))}\n{(what == "Calls" ? "  " : "")}Actual: {Operators.Repr(Mock.CallList(noted))}") { Cause = expected.Select(static e => e.Ref).OfType<BaseException>().FirstOrDefault() };
        }
        var left = actual.ToList();
        var missing = expected.Where(e => left.FindIndex(c => Operators.Equal(c, e)) is var at && (at < 0 || Take(at))).ToArray();
        return missing.Length == 0 ? Any.None
            : throw new AssertionError($"{Operators.Repr(new PyTuple(missing))} not all found in {(what == "Calls" ? "call" : "await")} list{(what == "Calls" ? $", found {Operators.Repr(Mock.CallList(noted))} instead" : "")}");

        bool Take(int at)
        {
            left.RemoveAt(at);
            return false;
        }
    }
}
