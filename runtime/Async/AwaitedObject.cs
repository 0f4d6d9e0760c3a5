using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>
/// What a coroutine awaits, as an object: <c>cr_await</c>, <c>ag_await</c>. Emitted code awaits the bodies of coroutines without making
/// coroutine objects; whoever asks gets one that stands for such a body.
/// </summary>
internal static class AwaitedObject
{
    /// <summary>What was told of bodies before: it is the same object each time.</summary>
    private static readonly ConditionalWeakTable<object, PyObject> s_known = [];

    /// <summary>What a body that has stopped awaits; None where nothing is known of it.</summary>
    public static Any Of(Resumable? body) => StoppedBody.Awaited(body) switch
    {
        Future future => s_known.TryGetValue(body!, out var known) && known is FutureIterator iterator && iterator.IsOf(future) ? known : Add(body!, new FutureIterator(future)),
        BareYield => s_known.TryGetValue(body!, out var known) && known is StandInCoroutine { IsPause: true } ? known : Add(body!, new StandInCoroutine("sleep", "sleep", null)),
        Resumable { HasEnded: false } inner => OfBody(inner),
        _ => Any.None,
    };

    private static Any Add(object key, PyObject made)
    {
        s_known.AddOrUpdate(key, made);
        return made;
    }

    /// <summary>The object whose body it is.</summary>
    private static Any OfBody(Resumable body)
    {
        if (body.Machine is not { } machine)
            return Any.None;
        var type = machine.GetType().DeclaringType;
        if (StoppedBody.IsOf(machine, typeof(Awaiting), nameof(Awaiting.Delegate)) && StoppedBody.Parameter(machine, "iterator") is Any iterator)
            return iterator;
        if (StoppedBody.Parameter(machine) is Coroutine or AsyncGeneratorStep && StoppedBody.Parameter(machine) is PyObject own)
            return own;
        if (type == typeof(AsyncGeneratorStep) && StoppedBody.Parameter(machine, "generator") is IAsyncGeneratorObject generator)
            return s_known.TryGetValue(body, out var step) ? step : Add(body, AsyncGeneratorStep.StandIn(generator));
        if (s_known.TryGetValue(body, out var known))
            return known;
        return FunctionOf(body) is var (name, qualName) ? Add(body, new StandInCoroutine(name, qualName, body))
            : LibraryCoroutines.NameOf(machine.GetType()) is { } library ? Add(body, new StandInCoroutine(library[(library.LastIndexOf('.') + 1)..], library, body))
            : Of(body);
    }

    /// <summary>The coroutine function of the program that a body is of.</summary>
    private static (string Name, string QualName)? FunctionOf(Resumable body)
        => body.Position is var (machine, state) && AwaitLines.Of(machine, state) is var (file, line, column) && PositionMaps.Of(file)?.FunctionAt(line, column) is { Kind: 'a' or 'n' } function
            ? (function.Name, function.QualName)
            : null;

    /// <summary>A coroutine object for a body that runs without one.</summary>
    private sealed class StandInCoroutine : Coroutine
    {
        public StandInCoroutine(string name, string qualName, Resumable? body)
            : base(name, qualName)
        {
            Body = body;
            StandIn();
        }

        private protected override Resumable? Body { get; }

        private protected override bool IsStandIn => true;

        /// <summary>Whether it only lets others go on once.</summary>
        public bool IsPause => Body is null;

        private protected override bool IsCompleted => Body is { HasEnded: true };

        private protected override void Start() => throw new System.Diagnostics.UnreachableException("its awaiter has started it");

        private protected override Exception? Outcome(out Any value) => throw new System.Diagnostics.UnreachableException("its awaiter takes the outcome");

        internal override Coro<Any> AwaitInline() => throw new RuntimeError("coroutine is being awaited already");
    }
}
