using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Library;

/// <summary>
/// The typed forms of the methods of built-in types and of library functions, one file a type. What is not among them is found at run time.
/// </summary>
public static class TypedRows
{
    private static readonly Dictionary<string, TypedRow[]> s_functions = Group(BuiltinRows.All, NumberRows.Functions, MathRows.All, RandomRows.All, HeapRows.All);

    private static readonly Dictionary<string, TypedRow[]> s_list = Group(ListRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_deque = Group(DequeRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_dict = Group(DictRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_counter = Group(CounterRows.All, DictRows.All.Where(static r => r.Name is not ("copy" or "update")));
    private static readonly Dictionary<string, TypedRow[]> s_set = Group(SetRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_str = Group(StrRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_bytes = Group(BytesRows.All);
    private static readonly Dictionary<string, TypedRow[]> s_int = Group(NumberRows.Int);
    private static readonly Dictionary<string, TypedRow[]> s_float = Group(NumberRows.Float);

    /// <summary>The forms of a method of a type.</summary>
    public static TypedRow[] Methods(StaticType receiver, string name) => receiver switch
    {
        ListType => s_list,
        DequeType => s_deque,
        DictType { IsCounter: true } => s_counter,
        DictType => s_dict,
        SetType => s_set,
        SimpleType { Kind: SimpleKind.Str } => s_str,
        SimpleType { Kind: SimpleKind.Bytes } => s_bytes,
        SimpleType { Kind: SimpleKind.Int } => s_int,
        SimpleType { Kind: SimpleKind.Float } => s_float,
        _ => null,
    } is { } table ? table.GetValueOrDefault(name, []) : [];

    /// <summary>The forms of a function of the library.</summary>
    public static TypedRow[] Functions(string fullName) => s_functions.GetValueOrDefault(fullName, []);

    private static Dictionary<string, TypedRow[]> Group(params ReadOnlySpan<IEnumerable<(string Name, TypedRow Row)>> tables)
    {
        var all = new List<(string Name, TypedRow Row)>();
        foreach (var table in tables)
            all.AddRange(table);
        return all.GroupBy(r => r.Name, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Select(r => r.Row).ToArray(), StringComparer.Ordinal);
    }

    internal static (string, TypedRow) Row(string name, string csName, string parameters, StaticType result)
        => (name, TypedRow.Read(csName, parameters, _ => result));

    internal static (string, TypedRow) Row(string name, string csName, string parameters, Func<CallSite, StaticType?> result)
        => (name, TypedRow.Read(csName, parameters, result));
}
