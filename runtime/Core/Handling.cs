using System.Runtime.CompilerServices;
using Pytocs.Runtime.Async;
using ThreadState = Pytocs.Runtime.Async.ThreadState;

namespace Pytocs.Runtime.Core;

/// <summary>The exceptions whose except clauses are running: what <c>sys.exception()</c> gives and <c>__context__</c> notes.</summary>
/// <remarks>
/// Each thread has one <see cref="HandledException"/> for its plain calls; each generator and coroutine brings its own while it
/// runs, because a clause may still be open when it is suspended.
/// </remarks>
public static class Handling
{
    /// <summary>The exception being handled, or null.</summary>
    public static BaseException? Current
    {
        get
        {
            for (var item = ThreadState.Current.Handled; item is not null; item = item.Outer)
                if (item.Value is { } error)
                    return error;
            return null;
        }
    }

    /// <summary>Notes what the running generator or coroutine is handling in an error that is thrown into it.</summary>
    internal static void Chain(BaseException error) => Raise.During(error, ThreadState.Current.Handled?.Value);

    /// <summary>
    /// Notes that an except clause runs, or a finally clause with an exception on its way, until the result is disposed of;
    /// without one, what is being handled outside stays.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static HandlingScope Of(BaseException? error) => error is null ? default : Note(error);

    private static HandlingScope Note(BaseException error)
    {
        var item = ThreadState.Current.Handled ??= new HandledException();
        var outer = item.Value;
        item.Value = error;
        return new HandlingScope(item, outer);
    }

    /// <summary>Begins to run a generator or coroutine; gives what <see cref="Leave"/> puts back.</summary>
    internal static HandledException? Enter(ThreadState state, ref HandledException? own)
    {
        var outer = state.Handled;
        var item = own ?? state.SpareHandled ?? new HandledException();
        state.SpareHandled = null;
        item.Outer = outer;
        own = item;
        state.Handled = item;
        return outer;
    }

    /// <summary>Ends it; an item that holds no exception is used again.</summary>
    internal static void Leave(ThreadState state, ref HandledException? own, HandledException? outer)
    {
        state.Handled = outer;
        if (own is { Value: null } item)
        {
            item.Outer = null;
            state.SpareHandled = item;
            own = null;
        }
    }
}

/// <summary>One link of the chain of handled exceptions.</summary>
public sealed class HandledException
{
    internal BaseException? Value { get; set; }

    internal HandledException? Outer { get; set; }
}

/// <summary>An except clause at work.</summary>
public readonly struct HandlingScope : IDisposable
{
    private readonly HandledException? _item;
    private readonly BaseException? _outer;

    internal HandlingScope(HandledException item, BaseException? outer) => (_item, _outer) = (item, outer);

    /// <summary>The clause has ended.</summary>
    public void Dispose() => _item?.Value = _outer;
}
