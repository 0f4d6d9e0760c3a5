using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Coroutines, tasks and futures as values: what awaiting each gives.</summary>
public sealed partial class Inference
{
    private StaticType Await(Py.Await await)
    {
        var discarded = _discarded == await.Value;
        var type = await.Value is Py.Call call ? AwaitedCall(call, discarded) : Infer(await.Value);
        if (type is CoroutineType coroutine)
            return coroutine.Result;
        if (type.IsNever)
            return type;
        if (type is LibraryAwaitable library)
            return library.Result;
        if (Awaited(type) is { } awaited)
            return awaited;
        _lattice.Escape(type);
        return StaticType.Any;
    }

    /// <summary>What awaiting a value gives, Never while that is not known yet; null where only the run knows.</summary>
    private StaticType? Awaited(StaticType value) => value switch
    {
        { IsNever: true } => StaticType.Never,
        LibraryInstance { Class.Context: not ContextStyle.GivesResult, Result: { } result } when _program.TracksResults => result,
        _ => null,
    };

    /// <summary>A coroutine as an object; one whose result has no type of its own is like any other.</summary>
    private StaticType CoroutineObject(CoroutineType coroutine)
        => _program.TracksResults && (coroutine.Result.IsNever || AsyncioLibrary.IsResult(coroutine.Result)) ? new LibraryInstance(AsyncioLibrary.Coroutine, coroutine.Result) : coroutine;

    /// <summary>What a function of the library gives for the arguments of a call.</summary>
    private StaticType Given(LibraryFunction function, Py.Call call, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
    {
        var result = function.Result;
        if (function.IsWait)
            return Waited(call, bound)!;
        if (function.IsGather)
            result = Gathered(call, bound) ?? result;
        else if (function.ResultOf is { } rule && Awaited(Infer(bound[0].Value)) is { } awaited)
            result = rule(awaited);
        return function.IsCoroutine ? new LibraryAwaitable(result) : result;
    }

    /// <summary>A method of a task or a future that gives its result.</summary>
    private static StaticType Given(LibraryFunction method, LibraryInstance receiver)
    {
        var result = method.GivesResult && receiver.Result is { } known ? known : method.GivesItem && receiver.Element is { } items ? items.Type : method.Result;
        return method.IsCoroutine ? new LibraryAwaitable(result) : result;
    }

    /// <summary>What a call of a coroutine method gives where it is not awaited at once: the method's coroutine, where C# makes it and knows its result.</summary>
    private LibraryInstance? ColdCall(Py.Call call)
        => call.Func is Py.Attribute attribute && OperatorRules.Present(_model.TypeOf(attribute.Value)) is LibraryInstance receiver && receiver.Class.Binds(attribute.Attr, call) is { Cold: not null } method
            && Given(method, receiver) is LibraryAwaitable { Result: var result } && _program.TracksResults && (result.IsNever || AsyncioLibrary.IsResult(result))
                ? new LibraryInstance(AsyncioLibrary.Coroutine, result) : null;

    /// <summary>Whether a library function takes an argument as an awaitable whose result it hands on as it is.</summary>
    private bool HandsOn(LibraryFunction function, Py.Expression argument)
        => function.IsWait ? ItemType(argument) is { IsNever: true } or LibraryInstance
            : (function.IsGather || function.ResultOf is not null) && (argument is Py.Starred star ? AwaitedItem(star) : Awaited(Infer(argument))) is not null;

    /// <summary>What <c>wait</c> gives for tasks or futures of one type: a set of those that are done and one of the others; null for anything else.</summary>
    private StaticType? Waited(Py.Call call, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
    {
        if (!_program.TracksResults)
            return null;
        var item = ItemType(bound[0].Value);
        if (item.IsNever)
            return item;
        if (item is not LibraryInstance { Class: var cls } || !cls.IsSubclassOf(AsyncioLibrary.Future))
            return null;
        var (done, pending) = (MadeSet(call, item), MadeSet(call.Func, item));
        // Sets that take more than C#'s method puts into them are dynamic.
        return Bodies.CsTypes.Of(done.Element.Type) == Bodies.CsTypes.Of(item) && Bodies.CsTypes.Of(pending.Element.Type) == Bodies.CsTypes.Of(item) ? new LibraryAwaitable(new TupleShape([done, pending])) : null;
    }

    /// <summary>
    /// What a loop over <c>as_completed</c> hands out, of awaitables with one type of result: a coroutine of each that is done, or, in an
    /// asynchronous loop over tasks and coroutines, their tasks. Null where that is not known.
    /// </summary>
    private StaticType? CompletedItem(Py.Call call, bool isAsync)
    {
        if (Infer(call.Func) is not LibraryType { FullName: "asyncio.as_completed" } || _model.PatchedLibrary.Contains("asyncio.as_completed") || call.Args is not [not Py.Starred and var awaitables] || call.Keywords is not ([] or [{ Arg: "timeout" }]))
            return null;
        _model.CompletedItems.Remove(call);
        var item = ItemType(awaitables);
        if (item.IsNever)
            return item;
        if (Awaited(item) is not { } result || !(result.IsNever || AsyncioLibrary.IsResult(result)) || (isAsync && ReferenceEquals(((LibraryInstance)item).Class, AsyncioLibrary.Future)))
            return null;
        foreach (var keyword in call.Keywords)
            ToAny(keyword.Value);
        _model.Types[call] = StaticType.Any;
        return _model.CompletedItems[call] = new LibraryInstance(isAsync ? AsyncioLibrary.Task : AsyncioLibrary.Coroutine, result);
    }

    /// <summary>
    /// A call that hands a function of the program and its arguments to another thread, as <c>to_thread(f, x)</c> does: what calling it
    /// gives, Never where that is not known yet; null where C# cannot call it with these.
    /// </summary>
    /// <param name="call">The call.</param>
    /// <param name="position">Where the function stands among its arguments.</param>
    private StaticType? ThreadedCall(Py.Call call, int position)
    {
        _model.ThreadedCalls.Remove(call);
        if (!_program.TracksResults || call.Keywords.Length > 0 || call.Args.Length <= position || call.Args.Length > position + 4 || call.Args.Any(static a => a is Py.Starred))
            return null;
        var target = call.Args[position];
        var outer = _callee;
        _callee = target;
        var type = Infer(target);
        _callee = outer;
        if (type.IsNever)
            return StaticType.Never;
        if (type switch { FunctionType f => f.Function, MethodType m => m.Function, _ => null } is not { IsAsync: false, IsGenerator: false, Cache: null, Decorators.Count: 0, TakesClass: false, Node: Py.FunctionDef } function)
            return null;
        if (!_threaded.TryGetValue(call, out var inner))
            _threaded[call] = inner = new Py.Call(call.Span, target, call.Args[(position + 1)..], []);
        if (CallBinding.TryBind(function, inner) is not { } bound || bound.Exists(static b => b.Value is null || b.Collected.Count > 0 || b.Parameter.Kind is ParameterKind.Star or ParameterKind.DoubleStar))
            return null;
        var result = CallFunction(function, inner, discarded: false);
        _model.ThreadedCalls[call] = inner;
        return result.IsNone ? StaticType.Any : result;
    }

    private readonly Dictionary<Py.Call, Py.Call> _threaded = [];

    private StaticType? AwaitedItem(Py.Starred star) => Awaited(ItemType(star.Value));

    /// <summary>
    /// The future of <c>gather</c>: of a list where all results have one type, of a tuple where they are unpacked at once.
    /// </summary>
    private StaticType? Gathered(Py.Call call, List<(Py.Expression Value, LibraryParameter Parameter)> bound)
    {
        if (bound.Exists(static b => !b.Parameter.IsStar))
            return null;
        var results = bound.Select(b => b.Value is Py.Starred star ? AwaitedItem(star) : Awaited(Infer(b.Value))).ToArray();
        if (results.Length == 0 || Array.Exists(results, static r => r is null))
            return null;
        if (_unpackedGathers.TryGetValue(call, out var count))
            return count == results.Length && !Array.Exists(results, static r => r!.IsNever) && !bound.Exists(static b => b.Value is Py.Starred)
                ? new LibraryInstance(AsyncioLibrary.Future, new TupleShape([.. results.Select(static r => r!)]))
                : null;
        if (Array.Exists(results, static r => r!.IsNever))
            return new LibraryInstance(AsyncioLibrary.Future, StaticType.Never);
        return Array.TrueForAll(results, r => r!.Equals(results[0])) ? new LibraryInstance(AsyncioLibrary.Future, MadeList(call, results[0]!)) : null;
    }

    /// <summary>Calls of <c>gather</c> that are awaited and unpacked at once, with the number of targets: nobody sees the list.</summary>
    private readonly Dictionary<Py.Call, int> _unpackedGathers = [];

    private void NoteUnpackedGather(Py.Assign assign)
    {
        if (assign is { Targets: [Py.Tuple { Elts: { Length: >= 2 and <= 4 } targets }], Value: Py.Await { Value: Py.Call call } } && targets.All(static t => t is Py.Name))
            _unpackedGathers[call] = targets.Length;
    }
}
