namespace Pytocs.Runtime.Core;

/// <summary>How deep containers stand in each other: it tells which subscript of <c>table[row][column]</c> a failed lookup was.</summary>
internal static class Nesting
{
    /// <summary>Deeper than anyone subscripts; a list may hold itself.</summary>
    private const int Limit = 8;

    /// <summary>How many subscripts lead from a container to something that is none, as its first item shows; zero for an empty one.</summary>
    public static int Of(object container) => Of(container, 0);

    private static int Of(object? container, int outer) => outer == Limit || First(container) is not { } item ? 0 : 1 + Of(item.Ref, outer + 1);

    private static Any? First(object? container) => container switch
    {
        PyList { Count: > 0 } list => list.Get(0),
        PyTuple { Count: > 0 } tuple => tuple.At(0),
        PyDict { Count: > 0 } dict => dict.Entries().First().Value,
        _ => (Any?)null,
    };
}
