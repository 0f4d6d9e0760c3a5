namespace Pytocs.Runtime.Core;

/// <summary>
/// How <c>copy</c> and <c>pickle</c> take objects apart: <c>object.__reduce_ex__</c>.
/// See <see href="https://docs.python.org/3.13/library/pickle.html#object.__reduce_ex__">pickling class instances</see>.
/// </summary>
internal static class Reduction
{
    /// <summary><c>copyreg.__newobj__</c>: makes an instance by the class's <c>__new__</c>.</summary>
    public static readonly PyFunction NewObject = new("__newobj__", "cls, *args", static (cls, args) =>
    {
        var call = new Arguments { cls };
        call.Add(new Star(args));
        return Operators.GetAttr(cls, "__new__").Call(call);
    }) { IsBuiltin = true, Module = "copyreg" };

    /// <summary><c>copyreg.__newobj_ex__</c>: the same with keywords.</summary>
    public static readonly PyFunction NewObjectEx = new("__newobj_ex__", "cls, args, kwargs", static (Any[] a) =>
    {
        var call = new Arguments { a[0] };
        call.Add(new Star(a[1]));
        foreach (var (key, value) in ((PyDict)a[2].Ref!).Entries())
            call.Add(Operators.Str(key), value);
        return Operators.GetAttr(a[0], "__new__").Call(call);
    }) { IsBuiltin = true, Module = "copyreg" };

    /// <summary><c>copyreg._reconstructor</c>: makes an instance from its built-in part.</summary>
    public static readonly PyFunction Reconstruct = new("_reconstructor", "cls, base, state", static (Any[] a) =>
    {
        if (ReferenceEquals(a[1].Ref, PyType.Object))
            return Operators.GetAttr(a[1], "__new__").Call(a[0]);
        var made = Operators.GetAttr(a[1], "__new__").Call(a[0], a[2]);
        Operators.GetAttr(a[1], "__init__").Call(made, a[2]);
        return made;
    }) { IsBuiltin = true, Module = "copyreg" };

    /// <summary><c>object.__reduce_ex__(protocol)</c>: a <c>__reduce__</c> of the class's own comes first.</summary>
    public static Any Ex(Any self, PyInt protocol)
    {
        var own = PyType.Of(self).Lookup("__reduce__");
        return ReferenceEquals(own.Ref, PyType.Object.Lookup("__reduce__").Ref) ? Of(self, protocol) : self.Invoke("__reduce__");
    }

    /// <summary>What remakes the object: a function, its arguments, the state, and the items of a list or dict.</summary>
    /// <exception cref="TypeError">The class cannot be copied.</exception>
    public static Any Of(Any self, PyInt protocol)
    {
        var type = PyType.Of(self);
        if (self.Ref is not (PyInstance or PyValueInstance or PyContainer or BaseException or PyObject) || self.Ref is PyModule or PyIterator or Async.Coroutine or Async.IAsyncGeneratorObject)
            throw new TypeError($"cannot pickle '{type.Name}' object");
        return protocol < 2 ? OfOldProtocols(self, type) : OfProtocol2(self, type);
    }

    private static PyTuple OfProtocol2(Any self, PyType type)
    {
        Any items = self.Ref is PyList ? Builtins.Iter(self) : Any.None;
        Any pairs = self.Ref is PyDict ? Builtins.Iter(self.Invoke("items")) : Any.None;
        var hookEx = type.Special("__getnewargs_ex__");
        if (!hookEx.IsUnbound)
        {
            var given = hookEx.Call(self);
            if (given.Ref is not PyTuple pair)
                throw new TypeError($"__getnewargs_ex__ should return a tuple, not '{PyType.Of(given).Name}'");
            if (pair.Count != 2)
                throw new ValueError($"__getnewargs_ex__ should return a tuple of length 2, not {pair.Count}");
            if (pair[0].Ref is not PyTuple args)
                throw new TypeError($"first item of the tuple returned by __getnewargs_ex__ must be a tuple, not '{PyType.Of(pair[0]).Name}'");
            if (pair[1].Ref is not PyDict named)
                throw new TypeError($"second item of the tuple returned by __getnewargs_ex__ must be a dict, not '{PyType.Of(pair[1]).Name}'");
            return named.Count > 0
                ? PyTuple.Of(NewObjectEx, PyTuple.Of(type, args, pair[1]), self.Invoke("__getstate__"), items, pairs)
                : PyTuple.Of(NewObject, PyTuple.Of([type, .. args.ToArray()]), self.Invoke("__getstate__"), items, pairs);
        }
        var arguments = PyTuple.Empty;
        if (type.Special("__getnewargs__") is { IsUnbound: false } hook)
        {
            var given = hook.Call(self);
            arguments = given.Ref as PyTuple ?? throw new TypeError($"__getnewargs__ should return a tuple, not '{PyType.Of(given).Name}'");
        }
        return PyTuple.Of(NewObject, PyTuple.Of([type, .. arguments.ToArray()]), self.Invoke("__getstate__"), items, pairs);
    }

    private static PyTuple OfOldProtocols(Any self, PyType type)
    {
        var layout = type.Mro.ToArray().First(static t => t.IsBuiltin);
        if (ReferenceEquals(layout, type) && !ReferenceEquals(type, PyType.Object))
            throw new TypeError($"cannot pickle '{type.Name}' object");
        var content = ReferenceEquals(layout, PyType.Object) ? Any.None : layout.Call(self);
        var arguments = PyTuple.Of(type, layout, content);
        if (ReferenceEquals(type.Lookup("__getstate__").Ref, PyType.Object.Lookup("__getstate__").Ref)
            && type.Mro.ToArray().Any(static t => t.Namespace.TryGetValue("__slots__", out var slots) && (slots.Ref is string || Operators.Len(slots) > 0)))
            throw new TypeError("a class that defines __slots__ without defining __getstate__ cannot be pickled");
        var state = self.Invoke("__getstate__");
        return state.Truth ? PyTuple.Of(Reconstruct, arguments, state) : PyTuple.Of(Reconstruct, arguments);
    }

    /// <summary>The instance dictionary, a pair with the slots, or None.</summary>
    public static Any State(Any self)
    {
        var dict = Operators.GetAttr(self, "__dict__", Any.Unbound);
        var slots = new PyDict<Any, Any>();
        foreach (var type in PyType.Of(self).Mro)
            foreach (var (key, value) in type.Namespace.Entries())
                if ((value.Ref is SlotDescriptor || (type.HasSlots && value.Ref is FieldDescriptor)) && Operators.GetAttr(self, Operators.Str(key), Any.Unbound) is { IsUnbound: false } held)
                    slots[key] = held;
        if (slots.Count > 0)
            return PyTuple.Of(dict.IsUnbound || Operators.Len(dict) == 0 ? Any.None : dict, slots);
        return dict.IsUnbound || Operators.Len(dict) == 0 ? Any.None : dict;
    }
}
