using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>What a parameter of a typed library method takes.</summary>
public enum Slot
{
    /// <summary>A value of the receiver's element type, which joins it.</summary>
    Element,

    /// <summary>A key of the receiver, which joins its key type.</summary>
    Key,

    Int,
    Str,
    Any,
}

/// <summary>A method of a built-in type that typed code calls as a C# method.</summary>
/// <param name="CsName">The C# method; with a dot it is static and takes the receiver first.</param>
/// <param name="Slots">The parameters.</param>
/// <param name="Result">The type of the result, from the receiver's.</param>
public sealed record LibraryMethod(string CsName, Slot[] Slots, Func<StaticType, StaticType> Result)
{
    /// <summary>Whether the call passes just these parameters, by position.</summary>
    public bool Accepts(Py.Call call)
        => call.Keywords.Length == 0 && call.Args.Length == Slots.Length && call.Args.All(a => a is not Py.Starred);

    internal StaticType Infer(StaticType receiver, Py.Call call, Inference inference, Lattice lattice)
    {
        for (var i = 0; i < Slots.Length; i++)
        {
            var type = inference.TypeOfArgument(call.Args[i]);
            switch (Slots[i])
            {
                case Slot.Element when receiver is ListType list:
                    list.Element.Add(type, lattice);
                    break;
                case Slot.Element when receiver is SetType set:
                    set.Element.Add(type, lattice);
                    break;
                case Slot.Key when receiver is DictType dict:
                    dict.Key.Add(type, lattice);
                    break;
                default:
                    lattice.Escape(type);
                    break;
            }
        }
        return Result(receiver);
    }

    /// <summary>The type that an argument is converted to.</summary>
    public StaticType SlotType(int index, StaticType receiver) => (Slots[index], receiver) switch
    {
        (Slot.Element, ListType list) => list.Element.Type,
        (Slot.Element, SetType set) => set.Element.Type,
        (Slot.Key, DictType dict) => dict.Key.Type,
        (Slot.Int, _) => StaticType.Int,
        (Slot.Str, _) => StaticType.Str,
        _ => StaticType.Any,
    };
}

/// <summary>The methods of built-in types that typed code calls directly; all others are found at run time.</summary>
public static class MethodTable
{
    private static readonly Dictionary<(string, int), LibraryMethod> s_list = new()
    {
        [("append", 1)] = new("Append", [Slot.Element], _ => StaticType.None),
        [("pop", 0)] = new("Pop", [], r => ((ListType)r).Element.Type),
        [("pop", 1)] = new("Pop", [Slot.Int], r => ((ListType)r).Element.Type),
        [("insert", 2)] = new("Insert", [Slot.Int, Slot.Element], _ => StaticType.None),
        [("clear", 0)] = new("Clear", [], _ => StaticType.None),
        [("reverse", 0)] = new("Reverse", [], _ => StaticType.None),
        [("sort", 0)] = new("Sort", [], _ => StaticType.None),
    };

    private static readonly Dictionary<(string, int), LibraryMethod> s_set = new()
    {
        [("add", 1)] = new("Add", [Slot.Element], _ => StaticType.None),
        [("discard", 1)] = new("Discard", [Slot.Element], _ => StaticType.None),
        [("clear", 0)] = new("Clear", [], _ => StaticType.None),
    };

    private static readonly Dictionary<(string, int), LibraryMethod> s_dict = new()
    {
        [("clear", 0)] = new("Clear", [], _ => StaticType.None),
    };

    private static readonly Dictionary<(string, int), LibraryMethod> s_str = new()
    {
        [("upper", 0)] = new("Str.Upper", [], _ => StaticType.Str),
        [("lower", 0)] = new("Str.Lower", [], _ => StaticType.Str),
        [("strip", 0)] = new("Str.Strip", [], _ => StaticType.Str),
        [("lstrip", 0)] = new("Str.LStrip", [], _ => StaticType.Str),
        [("rstrip", 0)] = new("Str.RStrip", [], _ => StaticType.Str),
        [("title", 0)] = new("Str.Title", [], _ => StaticType.Str),
        [("capitalize", 0)] = new("Str.Capitalize", [], _ => StaticType.Str),
        [("isdigit", 0)] = new("Str.IsDigit", [], _ => StaticType.Bool),
        [("isalpha", 0)] = new("Str.IsAlpha", [], _ => StaticType.Bool),
    };

    public static LibraryMethod? Find(StaticType receiver, string name, int arguments)
    {
        var table = receiver switch
        {
            ListType => s_list,
            SetType => s_set,
            DictType => s_dict,
            SimpleType { Kind: SimpleKind.Str } => s_str,
            _ => null,
        };
        return table?.GetValueOrDefault((name, arguments));
    }
}
