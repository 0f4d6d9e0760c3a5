using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>The entries.</summary>
public static partial class LibraryTable
{
    private static Dictionary<string, LibraryFunction> Builtins() => new(StringComparer.Ordinal)
    {
        ["builtins.print"] = LibraryFunction.Read("Print", "*values, sep=, end=, file=, flush=", StaticType.None) with { FullName = "print" },
        ["builtins.len"] = LibraryFunction.Read("Len", "obj", StaticType.Int),
        ["builtins.repr"] = LibraryFunction.Read("Repr", "obj", StaticType.Str),
        ["builtins.str"] = LibraryFunction.Read("ToStr", "obj", StaticType.Str),
        ["builtins.isinstance"] = LibraryFunction.Read("IsInstance", "obj, type", StaticType.Bool),
        ["builtins.issubclass"] = LibraryFunction.Read("IsSubclass", "type, bases", StaticType.Bool),
        ["builtins.callable"] = LibraryFunction.Read("Callable", "obj", StaticType.Bool),
        ["builtins.hasattr"] = LibraryFunction.Read("HasAttr", "obj, name", StaticType.Bool),
        ["builtins.getattr"] = LibraryFunction.Read("GetAttr", "obj!, name, fallback?!", StaticType.Any),
        ["builtins.setattr"] = LibraryFunction.Read("SetAttr", "obj!, name, value!", StaticType.None),
        ["builtins.delattr"] = LibraryFunction.Read("DelAttr", "obj!, name", StaticType.None),
        ["builtins.ord"] = LibraryFunction.Read("Ord", "character", StaticType.Int),
        ["builtins.chr"] = LibraryFunction.Read("Chr", "code", StaticType.Str),
        ["builtins.hex"] = LibraryFunction.Read("Hex", "number", StaticType.Str),
        ["builtins.oct"] = LibraryFunction.Read("Oct", "number", StaticType.Str),
        ["builtins.bin"] = LibraryFunction.Read("Bin", "number", StaticType.Str),
        ["builtins.ascii"] = LibraryFunction.Read("Ascii", "obj", StaticType.Str),
        ["builtins.id"] = LibraryFunction.Read("Id", "obj", StaticType.Int),
        ["builtins.hash"] = LibraryFunction.Read("Hash", "obj", StaticType.Int),
        ["builtins.next"] = LibraryFunction.Read("Next", "iterator!, fallback?!", StaticType.Any),
        ["builtins.iter"] = LibraryFunction.Read("Iter", "obj!", StaticType.Any),
        ["builtins.sum"] = LibraryFunction.Read("Sum", "iterable, start?", StaticType.Any),
        ["builtins.any"] = LibraryFunction.Read("AnyOf", "iterable", StaticType.Bool),
        ["builtins.all"] = LibraryFunction.Read("AllOf", "iterable", StaticType.Bool),
    };
}
