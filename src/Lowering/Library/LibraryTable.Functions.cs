using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>The entries.</summary>
public static partial class LibraryTable
{
    private static Dictionary<string, LibraryFunction> Create() => new(StringComparer.Ordinal)
    {
        ["builtins.print"] = Function("Print", "*values, sep=, end=, file=, flush=", StaticType.None),
        ["builtins.len"] = Function("Len", "obj", StaticType.Int),
        ["builtins.repr"] = Function("Repr", "obj", StaticType.Str),
        ["builtins.str"] = Function("ToStr", "obj", StaticType.Str),
        ["builtins.isinstance"] = Function("IsInstance", "obj, type", StaticType.Bool),
        ["builtins.issubclass"] = Function("IsSubclass", "type, bases", StaticType.Bool),
        ["builtins.callable"] = Function("Callable", "obj", StaticType.Bool),
        ["builtins.hasattr"] = Function("HasAttr", "obj, name", StaticType.Bool),
        ["builtins.getattr"] = Function("GetAttr", "obj!, name, fallback?!", StaticType.Any),
        ["builtins.setattr"] = Function("SetAttr", "obj!, name, value!", StaticType.None),
        ["builtins.delattr"] = Function("DelAttr", "obj!, name", StaticType.None),
        ["builtins.ord"] = Function("Ord", "character", StaticType.Int),
        ["builtins.chr"] = Function("Chr", "code", StaticType.Str),
        ["builtins.hex"] = Function("Hex", "number", StaticType.Str),
        ["builtins.oct"] = Function("Oct", "number", StaticType.Str),
        ["builtins.bin"] = Function("Bin", "number", StaticType.Str),
        ["builtins.ascii"] = Function("Ascii", "obj", StaticType.Str),
        ["builtins.id"] = Function("Id", "obj", StaticType.Int),
        ["builtins.hash"] = Function("Hash", "obj", StaticType.Int),
        ["builtins.next"] = Function("Next", "iterator!, fallback?!", StaticType.Any),
        ["builtins.iter"] = Function("Iter", "obj!", StaticType.Any),
        ["builtins.sum"] = Function("Sum", "iterable, start?", StaticType.Any),
        ["builtins.any"] = Function("AnyOf", "iterable", StaticType.Bool),
        ["builtins.all"] = Function("AllOf", "iterable", StaticType.Bool),
        ["asyncio.sleep"] = Function("AsyncIO.Sleep", "delay, result?!", StaticType.Any, isCoroutine: true),
        ["asyncio.run"] = Function("AsyncIO.Run", "main!", StaticType.Any),
        ["asyncio.create_task"] = Function("AsyncIO.CreateTask", "coro!, name=", StaticType.Any),
        ["asyncio.gather"] = Function("AsyncIO.Gather", "*awaitables!", StaticType.Any),
    };
}
