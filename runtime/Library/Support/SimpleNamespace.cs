namespace Pytocs.Runtime.Core;

/// <summary>The class <see href="https://docs.python.org/3.13/library/types.html#types.SimpleNamespace">types.SimpleNamespace</see>.</summary>
internal static class SimpleNamespace
{
    public static PyType Make() => PyType.Build(PyType.Type, "SimpleNamespace", PyTuple.Of(PyType.Object), new PyDict<Any, Any>
    {
        ["__module__"] = "types",
        ["__init__"] = new PyFunction("SimpleNamespace.__init__", "self, /, *args, **kwargs", static (Any self, Any args, Any values) =>
        {
            var given = (PyTuple)args.Ref!;
            if (given.Count > 1)
                throw new TypeError($"{PyType.Of(self).Name} expected at most 1 argument, got {given.Count}");
            if (given.Count == 1)
                Update(self, given[0].Ref is PyDict mapping ? mapping : (PyDict)((Any)DictType.Type).Call(given[0]).Ref!);
            Update(self, (PyDict)values.Ref!);
            return Any.None;
        }),
        ["__repr__"] = new PyFunction("SimpleNamespace.__repr__", "self, /", static (Any self) => Text(self)),
        ["__eq__"] = new PyFunction("SimpleNamespace.__eq__", "self, value, /", static (Any a, Any b) =>
            IsNamespace(a) && IsNamespace(b) ? Operators.Vars((IPyObject)a.Ref!).SameItems(Operators.Vars((IPyObject)b.Ref!)) : Any.NotImplemented),
        ["__reduce__"] = new PyFunction("SimpleNamespace.__reduce__", "self, /", static (Any self) => PyTuple.Of(PyType.Of(self), PyTuple.Empty, self.Get("__dict__"))),
        ["__replace__"] = new PyFunction("SimpleNamespace.__replace__", "self, /, **changes", static (Any self, Any changes) =>
        {
            var copy = ((Any)PyType.Of(self)).Call();
            Update(copy, (PyDict)self.Get("__dict__").Ref!);
            Update(copy, (PyDict)changes.Ref!);
            return copy;
        }),
    }, new Arguments());

    private static bool IsNamespace(Any o) => Array.Exists(PyType.Of(o).Mro.ToArray(), static t => t is { Name: "SimpleNamespace", Module: "types" });

    private static void Update(Any self, PyDict values)
    {
        foreach (var (key, value) in values.Entries())
            Operators.GenericSet(self, PyValueInstance.Unwrap(key).Ref as string ?? throw new TypeError("keywords must be strings"), value);
    }

    private static Any Text(Any self)
    {
        var type = PyType.Of(self);
        var name = type is { Name: "SimpleNamespace", Module: "types" } ? "namespace" : type.Name;
        if (!Operators.EnterRepr(self.Ref!))
            return $"{name}(...)";
        try
        {
            return $"{name}({string.Join(", ", Operators.Vars((IPyObject)self.Ref!).Select(static p => $"{Operators.Str(p.Key)}={Operators.Repr(p.Value)}"))})";
        }
        finally
        {
            Operators.LeaveRepr(self.Ref!);
        }
    }
}
