namespace Pytocs.Runtime.Core;

/// <summary>
/// The special methods for which CPython's classes have a slot: where a built-in class defines one, its attribute is a slot wrapper.
/// See <see href="https://docs.python.org/3.13/library/types.html#types.WrapperDescriptorType">types.WrapperDescriptorType</see>.
/// </summary>
internal static class SlotNames
{
    private static readonly HashSet<string> s_names =
    [
        "__getattribute__", "__setattr__", "__delattr__", "__repr__", "__hash__", "__call__", "__str__", "__iter__", "__next__", "__get__", "__set__",
        "__delete__", "__init__", "__del__", "__buffer__", "__release_buffer__", "__await__", "__aiter__", "__anext__", "__neg__", "__pos__", "__abs__",
        "__bool__", "__invert__", "__int__", "__float__", "__index__", "__len__", "__getitem__", "__setitem__", "__delitem__", "__contains__",
        .. OperatorNames.Method, .. OperatorNames.Reflected, .. OperatorNames.InPlace, .. OperatorNames.Compare,
    ];

    /// <summary>Methods that CPython's classes list as well, for speed: the method stands before the slot.</summary>
    private static readonly HashSet<(string Owner, string Name)> s_methods =
        [("list", "__getitem__"), ("dict", "__getitem__"), ("dict", "__contains__"), ("set", "__contains__"), ("frozenset", "__contains__")];

    /// <summary>Whether a built-in method is a slot wrapper, rather than one that its class lists by name.</summary>
    public static bool IsSlot(PyFunction method) => method is { IsBuiltin: true, Owner: { } owner } && s_names.Contains(method.Name) && !method.IsInPython && !s_methods.Contains((owner.Name, method.Name));
}
