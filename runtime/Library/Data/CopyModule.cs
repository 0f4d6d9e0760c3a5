using System.Numerics;
using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/copy.html">copy</see>.</summary>
internal static class CopyModule
{
    private static readonly PyType s_error = PyType.Exception("Error", PyException.Type, static args => new PyException(args), "copy");

    public static PyModule Build() => new PyModule("copy")
        .Function("copy", "x", static (Any[] a) => Shallow(a[0]))
        .Function("deepcopy", "x, memo=None, _nil=None", static a => Deep(a[0], a[1].IsNone ? new PyDict<Any, Any>() : Lib.Dict(a[1])))
        .Function("replace", "obj, /, **changes", static (o, changes) =>
        {
            var hook = PyType.Of(o).Special("__replace__");
            return hook.IsUnbound ? throw new TypeError($"replace() does not support {PyType.Of(o).ErrorName} objects") : Lib.Call(hook, PyTuple.Of(o), Lib.Dict(changes));
        })
        .Value("Error", s_error)
        .Value("error", s_error);

    private static bool IsAtomic(Any o) => o.Ref is not IPyObject || o.Ref is PyType or PyFunction or PyCode or PyModule or PyBytes { IsExact: true } or PyRange or PyProperty or PyFrozenSet { IsExact: true } || o.Ref is BigInteger or Complex;

    public static Any Shallow(Any o)
    {
        if (IsAtomic(o) || o.Ref is PySlice or PyTuple { IsExact: true } or BoundMethod)
            return o;
        switch (o.Ref)
        {
            case PyList { IsExact: true } list:
                return list.CopyAny();
            case PyDict { IsExact: true } dict when ReferenceEquals(dict.Class, DictType.Type):
                return dict.CopyAny();
            case WeakRef or Getters.Getter:
                return o;
            case PySet { IsExact: true } set:
                return set.CopyAny();
            case PyByteArray { IsExact: true } array:
                return new PyByteArray(array.Span);
        }
        var hook = PyType.Of(o).Special("__copy__");
        if (!hook.IsUnbound)
            return hook.Call(o);
        return Rebuild(o, Reduced(o, "shallow"), null);
    }

    public static Any Deep(Any o, PyDict memo)
    {
        if (o.Ref is PyFrozenSet { IsExact: true } || !IsAtomic(o))
        {
            Recursion.Check();
            Any id = Builtins.Id(o);
            if (memo.TryGetAny(id, out var known))
                return known;
            var copy = DeepOf(o, memo, id);
            if (!Operators.Is(copy, o))
            {
                memo.SetAny(id, copy);
                KeepAlive(o, memo);
            }
            return copy;
        }
        return o;
    }

    private static void KeepAlive(Any o, PyDict memo)
    {
        Any id = Builtins.Id(memo);
        if (memo.TryGetAny(id, out var kept))
            ((PyList)kept.Ref!).AppendAny(o);
        else
            memo.SetAny(id, new PyList<Any>([o]));
    }

    private static Any DeepOf(Any o, PyDict memo, Any id)
    {
        switch (o.Ref)
        {
            case PyList { IsExact: true } list:
                var newList = list.NewLike();
                memo.SetAny(id, newList);
                foreach (var item in list.GetPyIterator())
                    newList.AppendAny(Deep(item, memo));
                return newList;
            case PyDict { IsExact: true } dict when dict.GetType() != typeof(object) && ReferenceEquals(dict.Class, DictType.Type):
                var newDict = dict.NewLike();
                memo.SetAny(id, newDict);
                foreach (var (key, value) in dict.Entries())
                    newDict.SetAny(Deep(key, memo), Deep(value, memo));
                return newDict;
            case PySet { IsExact: true, IsFrozen: false } set:
                var newSet = set.NewLike();
                memo.SetAny(id, newSet);
                foreach (var item in set.GetPyIterator())
                    newSet.AddAny(Deep(item, memo));
                return newSet;
            case PyTuple { IsExact: true } tuple:
                var parts = tuple.Select(i => Deep(i, memo)).ToArray();
                if (memo.TryGetAny(id, out var made))
                    return made;
                return tuple.Where((t, i) => !Operators.Is(t, parts[i])).Any() ? new PyTuple(parts) : tuple;
            case WeakRef:
                return o;
            case BoundMethod method:
                return new BoundMethod(method.Function, Deep(method.Self, memo));
            case PyByteArray { IsExact: true } array:
                return new PyByteArray(array.Span);
        }
        // The hook is an attribute of the object, which __getattr__ may make up.
        if (Operators.GetAttr(o, "__deepcopy__", Any.Unbound) is { IsUnbound: false, IsNone: false } hook)
            return hook.Call(memo);
        return Rebuild(o, Reduced(o, "deep"), memo);
    }

    /// <summary>What remakes an object: a function that <c>copyreg</c> knows for its class comes first.</summary>
    private static Any Reduced(Any o, string kind)
    {
        var type = PyType.Of(o);
        if (Pickling.CopyregModule.DispatchTable.TryGetValue(type, out var reduce))
            return reduce.Call(o);
        var hook = Operators.GetAttr(o, "__reduce_ex__", Any.Unbound);
        if (!hook.IsUnbound)
            return hook.Call(4);
        hook = Operators.GetAttr(o, "__reduce__", Any.Unbound);
        return hook.IsUnbound ? throw (System.Exception)s_error.Call($"un({kind})copyable object of type {Operators.Repr(type)}").Ref! : hook.Call();
    }

    /// <summary>Makes an object from what <c>__reduce_ex__</c> gave; deeply where there is a memo.</summary>
    private static Any Rebuild(Any o, Any reduced, PyDict? memo)
    {
        if (reduced.Ref is string)
            return o;
        var parts = (PyTuple)reduced.Ref!;
        var arguments = Lib.Tuple(parts[1]);
        if (memo is not null)
            arguments = new PyTuple([.. arguments.Select(i => Deep(i, memo))]);
        var result = parts[0].Call(new Arguments(arguments.AsSpan()));
        if (memo is not null)
            memo.SetAny(Builtins.Id(o), result);
        if (parts.Count > 2 && !parts[2].IsNone)
            SetState(result, memo is null ? parts[2] : Deep(parts[2], memo));
        Elements(o, result, parts, memo);
        return result;
    }

    private static void SetState(Any result, Any state)
    {
        var hook = Operators.GetAttr(result, "__setstate__", Any.Unbound);
        if (!hook.IsUnbound)
        {
            hook.Call(state);
            return;
        }
        var slots = Any.None;
        if (state.Ref is PyTuple { Count: 2 } pair)
            (state, slots) = (pair[0], pair[1]);
        if (state.Ref is PyDict dict)
            foreach (var (key, value) in dict.Entries())
                Store(result, Operators.Str(key), value);
        if (slots.Ref is PyDict named)
            foreach (var (key, value) in named.Entries())
                Operators.SetAttr(result, Operators.Str(key), value);
    }

    /// <summary>Puts an attribute in place without running the class's own <c>__setattr__</c>.</summary>
    private static void Store(Any target, string name, Any value) => Operators.GenericSet(target, name, value);

    /// <summary>The items of built-in containers that a class derives from.</summary>
    private static void Elements(Any o, Any result, PyTuple parts, PyDict? memo)
    {
        if (parts.Count > 3 && !parts[3].IsNone)
            foreach (var item in parts[3])
                result.Invoke("append", memo is null ? item : Deep(item, memo));
        if (parts.Count > 4 && !parts[4].IsNone)
            foreach (var pair in parts[4])
                result.SetItem(memo is null ? pair[0] : Deep(pair[0], memo), memo is null ? pair[1] : Deep(pair[1], memo));
        if (ReferenceEquals(o.Ref, result.Ref))
            return;
        if (o.Ref is PySet { IsFrozen: false } set && result.Ref is PySet { Count: 0 } newSet)
            foreach (var item in set.GetPyIterator())
                newSet.AddAny(memo is null ? item : Deep(item, memo));
    }
}
