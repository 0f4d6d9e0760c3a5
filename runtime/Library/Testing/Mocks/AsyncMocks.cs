using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Mocks;

/// <summary>Mocks of coroutine functions. See <see href="https://docs.python.org/3.13/library/unittest.mock.html#unittest.mock.AsyncMock">AsyncMock</see>.</summary>
internal static class AsyncMocks
{
    public static PyType Create()
    {
        var type = new ClassMaker("AsyncMock", "unittest.mock")
            .Attribute("_is_coroutine_mark", InspectRules.CoroutineMark)
            .Method("__call__", "self, /, *args, **kwargs", static a => Call(MockTypes.Self(a[0]), Lib.Tuple(a[1]), Lib.Dict(a[2])))
            .Method("assert_awaited", static self => Check(self, MockTypes.Self(self).AwaitCount.Truth, static n => $"Expected {n} to have been awaited."))
            .Method("assert_awaited_once", static self => Check(self, Operators.Equal(MockTypes.Self(self).AwaitCount, 1), n => $"Expected {n} to have been awaited once. Awaited {Operators.Str(MockTypes.Self(self).AwaitCount)} times."))
            .Method("assert_awaited_with", "self, /, *args, **kwargs", static a => AwaitedWith(a))
            .Method("assert_awaited_once_with", "self, /, *args, **kwargs", static a =>
            {
                Check(a[0], Operators.Equal(MockTypes.Self(a[0]).AwaitCount, 1), n => $"Expected {n} to have been awaited once. Awaited {Operators.Str(MockTypes.Self(a[0]).AwaitCount)} times.");
                return AwaitedWith(a);
            })
            .Method("assert_any_await", "self, /, *args, **kwargs", static a =>
            {
                var expected = MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2]));
                return Check(a[0], Operators.ToList(MockTypes.Self(a[0]).AwaitArgsList).Any(c => Operators.Equal(MockSignatures.Match(MockTypes.Self(a[0]), c), MockSignatures.Match(MockTypes.Self(a[0]), expected))), n => $"{MockCall.Signature(n, a[1], a[2])} await not found");
            })
            .Method("assert_has_awaits", "self, calls, any_order=False", static a => MockAsserts.Has(MockTypes.Self(a[0]), Operators.ToList(a[1]), Operators.ToList(MockTypes.Self(a[0]).AwaitArgsList), a[2].Truth, "Awaits"))
            .Method("assert_not_awaited", static self => Check(self, !MockTypes.Self(self).AwaitCount.Truth, n => $"Expected {n} to not have been awaited. Awaited {Operators.Str(MockTypes.Self(self).AwaitCount)} times."))
            .Make(MockTypes.MagicMixin, MockTypes.Callable);
        type.Property("await_count", static o => MockTypes.Self(o).AwaitCount, static (o, v) => MockTypes.Self(o).AwaitCount = v);
        type.Property("await_args", static o => MockTypes.Self(o).AwaitArgs, static (o, v) => MockTypes.Self(o).AwaitArgs = v);
        type.Property("await_args_list", static o => MockTypes.Self(o).AwaitArgsList, static (o, v) => MockTypes.Self(o).AwaitArgsList = v);
        return type;
    }

    private static Any Check(Any self, bool holds, Func<string, string> message)
        => holds ? Any.None : throw new AssertionError(message(MockTypes.Self(self).Name ?? "mock"));

    private static Any AwaitedWith(Any[] a)
    {
        var mock = MockTypes.Self(a[0]);
        var expected = MockCall.Signature(mock.Name ?? "mock", a[1], a[2]);
        if (mock.AwaitArgs.IsNone)
            throw new AssertionError($"Expected await: {expected}\nNot awaited");
        return Operators.Equal(MockSignatures.Match(mock, mock.AwaitArgs), MockSignatures.Match(mock, MockCall.Of(Lib.Tuple(a[1]), Lib.Dict(a[2])))) ? Any.None
            : throw new AssertionError($"expected await not found.\nExpected: {expected}\n  Actual: {MockCall.Signature(mock.Name ?? "mock", mock.AwaitArgs.Get("args"), mock.AwaitArgs.Get("kwargs"))}");
    }

    private static Any Call(Mock mock, PyTuple args, PyDict kwargs)
    {
        if (!mock.Check.IsNone)
            Lib.Call(mock.Check.Get("bind"), args, kwargs);
        mock.Note(args, kwargs);
        return Coroutine.Of("_execute_mock_call", "AsyncMockMixin._execute_mock_call", () => ExecuteAsync(mock, args, kwargs));
    }

    private static async Coro<Any> ExecuteAsync(Mock mock, PyTuple args, PyDict kwargs)
    {
        mock.AwaitCount = Operators.Binary(BinaryOperator.Add, mock.AwaitCount, 1);
        mock.AwaitArgs = MockCall.Of(args, kwargs);
        _ = mock.AwaitArgsList.Invoke("append", mock.AwaitArgs);
        var effect = mock.SideEffect;
        if (!effect.IsNone && !Mock.IsException(effect) && !Builtins.Callable(effect))
        {
            Any result;
            try
            {
                result = Operators.Next(effect);
            }
            catch (StopIteration)
            {
                throw new StopAsyncIteration();
            }
            return Mock.IsException(result) ? throw Raise.Of(result) : Operators.Is(result, Sentinels.Default) ? mock.ReturnValue : result;
        }
        if (!effect.IsNone && InspectRules.IsCoroutineFunction(effect))
        {
            var result = await Lib.Call(effect, args, kwargs);
            return Operators.Is(result, Sentinels.Default) ? mock.ReturnValue : result;
        }
        if (!mock.HasReturnValue && effect.IsNone && InspectRules.IsCoroutineFunction(mock.Wraps))
            return await Lib.Call(mock.Wraps, args, kwargs);
        return mock.Execute(args, kwargs);
    }

    /// <summary>An asynchronous iterator over given items.</summary>
    public static Any Iterate(Any items)
    {
        async IAsyncEnumerable<Any> Items()
        {
            foreach (var item in Sequences.Of(items))
                yield return item;
        }

        return AsyncGenerator.Of("_AsyncIterator", "_AsyncIterator", Items());
    }
}
