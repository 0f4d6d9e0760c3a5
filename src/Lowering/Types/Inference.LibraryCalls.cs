using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Calls of library functions, and what they do with their arguments.</summary>
public sealed partial class Inference
{
    private static readonly HashSet<string> s_showing = new(StringComparer.Ordinal)
    {
        "builtins.print", "builtins.repr", "builtins.ascii", "builtins.len", "builtins.id", "builtins.hash", "builtins.isinstance", "builtins.callable", "builtins.bool",
    };

    private StaticType CallLibrary(LibraryType library, Py.Call call)
    {
        if (library.FullName == "asyncio.to_thread" && !_model.PatchedLibrary.Contains(library.FullName) && ThreadedCall(call, 0) is { } threaded)
            return threaded.IsNever ? threaded : AsyncioLibrary.IsResult(threaded) ? new LibraryInstance(AsyncioLibrary.Coroutine, threaded) : StaticType.Any;
        if (RegexFunction(library, call) is { } regex)
            return regex;
        if (library.FullName == "dataclasses.replace")
            ReplaceFields(call);
        if (library.FullName is "builtins.next" or "builtins.anext" && !_model.PatchedLibrary.Contains(library.FullName) && call is { Args: [not Py.Starred and var generator], Keywords.IsEmpty: true })
        {
            if (library.Name == "next" && GeneratorLibrary.ItemOf(Infer(generator)) is { } item)
                return item;
            if (library.Name == "anext" && GeneratorLibrary.ItemOfAsync(Infer(generator)) is { } awaited)
                return new LibraryAwaitable(awaited);
        }
        if (!_model.PatchedLibrary.Contains(library.FullName) && (PolymorphicCall(library.FullName, call) ?? TypedCall(TypedRows.Functions(library.FullName), StaticType.Never, call)) is { } result)
            return result;
        _lattice.Apply(library);
        var isPatched = _model.PatchedLibrary.Contains(library.FullName);
        var function = isPatched ? null : _program.FindClass(library.FullName)?.Constructor ?? LibraryTable.Find(library.FullName);
        if (function is { NeedsOwnLoop: true } && !_program.TracksResults)
            function = null;
        if (function?.TryBind(call) is not { } bound || (function.IsWait && Waited(call, bound) is null))
        {
            if (library.FullName is "builtins.getattr" or "builtins.setattr" or "builtins.delattr" && call.Args is not [_, Py.Constant, ..])
                UseReflection();
            if (library.FullName is "builtins.setattr" && call.Args is [_, Py.Constant { Value: string name }, ..])
                StoreUnknown(name);
            // What these put into a container comes from the program.
            if (!isPatched && call.Args is [var container, ..] && s_storing.Contains(library.FullName) && HoldsContainers(Infer(container)))
                _lattice.Escape(_model.TypeOf(container));
            Arguments(call, toProgram: isPatched);
            return StaticType.Any;
        }
        PassToLibrary(function, bound, library.FullName is "builtins.isinstance" or "builtins.issubclass", s_showing.Contains(library.FullName));
        if (library.FullName is "builtins.getattr" or "builtins.setattr" or "builtins.delattr" && call.Args is not [_, Py.Constant, ..])
            UseReflection();
        else if (library.FullName is "builtins.setattr" or "builtins.delattr" && call.Args is [_, Py.Constant { Value: string attribute }, ..])
            StoreUnknown(attribute);
        return _program.FindClass(library.FullName) is { HoldsItems: true } holder ? MadeContainer(call, holder) : Given(function, call, bound);
    }

    /// <summary>An object of the library that holds items: what these are, its uses say.</summary>
    private LibraryInstance MadeContainer(Py.Call call, LibraryClass cls)
    {
        if (!_made.TryGetValue(call, out var type))
            _made[call] = type = new LibraryInstance(cls) { Element = new Cell() };
        return (LibraryInstance)type;
    }

    /// <summary>An argument becomes an item of an object of the library, which may compare it with the others.</summary>
    private void TakeItem(Py.Expression value, LibraryInstance container)
    {
        var type = Value(value);
        container.Element!.Add(type, _lattice);
        if (AsyncioLibrary.Compares(container.Class))
            Compared(type);
    }

    /// <param name="function">The function.</param>
    /// <param name="bound">The arguments.</param>
    /// <param name="onlyTests">Whether a class among them is only compared with, so that nobody calls it.</param>
    /// <param name="onlyShows">Whether objects are only asked what they are, and for their text.</param>
    /// <param name="receiver">The object whose method it is.</param>
    private void PassToLibrary(LibraryFunction function, List<(Py.Expression Value, LibraryParameter Parameter)> bound, bool onlyTests = false, bool onlyShows = false, LibraryInstance? receiver = null)
    {
        foreach (var (value, parameter) in bound)
        {
            if (parameter.IsItem && receiver is { Element: not null })
            {
                TakeItem(value, receiver);
                continue;
            }
            if (HandsOn(function, value))
                continue;
            if (value is Py.Starred spread)
            {
                // What is spread is only read; its items go on.
                _lattice.Escape(Infer(spread.Value) is ListType or SetType or DequeType ? ItemType(spread.Value) : Infer(spread.Value), toProgram: false);
                continue;
            }
            var type = Infer(value);
            if (onlyShows && type is InstanceType or OptionalType { Inner: InstanceType })
                continue;
            if (onlyTests && (type is ClassType || value is Py.Tuple { Elts: var classes } && classes.All(c => Infer(c) is ClassType or LibraryType)))
                continue;
            if (parameter.Keeps || type is not (ListType or DictType or SetType))
                _lattice.Escape(type, toProgram: false);
        }
    }
}
