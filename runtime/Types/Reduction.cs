namespace Pytocs.Runtime.Core;

/// <summary>How <c>copy</c> takes objects apart: <c>object.__reduce__</c>.</summary>
internal static class Reduction
{
    /// <summary>What remakes the object: a function, its arguments, and the state.</summary>
    /// <exception cref="TypeError">The class cannot be copied.</exception>
    public static Any Of(Any self)
    {
        var type = PyType.Of(self);
        if (self.Ref is not (PyInstance or PyValueInstance or PyContainer or BaseException or PyObject) || self.Ref is PyModule or PyIterator or Async.Coroutine or Async.IAsyncGeneratorObject)
            throw new TypeError($"cannot pickle '{type.Name}' object");
        var arguments = Operators.GetAttr(self, "__getnewargs__", Any.Unbound) is { IsUnbound: false } hook ? (PyTuple)hook.Call().Ref! : PyTuple.Empty;
        return PyTuple.Of(s_new, PyTuple.Of([type, .. arguments.ToArray()]), self.Invoke("__getstate__"));
    }

    private static readonly PyFunction s_new = new("__newobj__", "cls, *args", static (cls, args) =>
    {
        var call = new Arguments { cls };
        call.Add(new Star(args));
        return Operators.GetAttr(cls, "__new__").Call(call);
    }) { IsBuiltin = true, Module = "copyreg" };

    /// <summary>The instance dictionary, a pair with the slots, or None.</summary>
    public static Any State(Any self)
    {
        var dict = Operators.GetAttr(self, "__dict__", Any.Unbound);
        var slots = new PyDict<Any, Any>();
        foreach (var type in PyType.Of(self).Mro)
            foreach (var (key, value) in type.Namespace.Entries())
                if (value.Ref is SlotDescriptor && Operators.GetAttr(self, Operators.Str(key), Any.Unbound) is { IsUnbound: false } held)
                    slots[key] = held;
        if (slots.Count > 0)
            return PyTuple.Of(dict.IsUnbound || Operators.Len(dict) == 0 ? Any.None : dict, slots);
        return dict.IsUnbound || Operators.Len(dict) == 0 ? Any.None : dict;
    }
}
