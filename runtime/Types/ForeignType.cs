using System.Collections;
using System.Collections.Concurrent;

namespace Pytocs.Runtime.Core;

/// <summary>
/// Classes of objects of .NET: those that generated code describes by <see cref="DotNet.Class"/>, and others, which have what their
/// interfaces say of lengths, items, iteration and contexts.
/// </summary>
internal static class ForeignType
{
    private static readonly ConcurrentDictionary<Type, PyType> s_declared = new();
    private static readonly ConcurrentDictionary<Type, PyType> s_types = new();

    public static PyType Of(Type type) => s_types.GetOrAdd(type, static t => Declared(t) ?? Make(t, t.Name, t.Namespace ?? "System", null));

    /// <summary>Makes the class that objects of a C# class have from now on.</summary>
    public static PyType Declare(Type type, string name, string module, PyType? @base) => s_declared[type] = Make(type, name, module, @base);

    /// <summary>Whether C# says that two of its objects are equal.</summary>
    public static bool AreEqual(Any a, Any b) => a.Ref is not (null or string or IPyObject or Tag) && a.Ref.Equals(b.Ref);

    /// <summary>The described class that a C# class is or derives from, such as the public base of a private one, else an interface of it.</summary>
    private static PyType? Declared(Type type)
    {
        for (var own = type; own is not null; own = own.BaseType)
            if (s_declared.TryGetValue(own, out var known))
                return known;
        return s_declared.Where(d => d.Key.IsInterface && d.Key.IsAssignableFrom(type)).OrderBy(static d => d.Key.FullName, StringComparer.Ordinal).Select(static d => d.Value).FirstOrDefault();
    }

    private static PyType Make(Type type, string name, string module, PyType? @base)
    {
        var made = PyType.Builtin(name, @base, module);
        made.IsFinal = true;
        made.Method("__eq__", "self, other, /", static (self, other) => other.Ref is null ? Any.NotImplemented : self.Ref!.Equals(other.Ref));
        made.Method("__hash__", static self => (long)self.Ref!.GetHashCode());
        made.Method("__repr__", static self => Text(self.Ref!));
        if (typeof(IDictionary).IsAssignableFrom(type))
            AddDictionary(made);
        else if (typeof(IList).IsAssignableFrom(type))
            AddList(made);
        if (typeof(ICollection).IsAssignableFrom(type))
            made.Method("__len__", static self => (long)((ICollection)self.Ref!).Count);
        if (typeof(IDisposable).IsAssignableFrom(type))
        {
            made.Method("__enter__", static self => self);
            made.Method("__exit__", "self, /, *args", static (self, _) =>
            {
                ((IDisposable)self.Ref!).Dispose();
                return Any.None;
            });
        }
        if (typeof(IAsyncDisposable).IsAssignableFrom(type))
        {
            made.Method("__aenter__", static self => new Any(Task.FromResult(self), 0));
            made.Method("__aexit__", "self, /, *args", static (self, _) => new Any(((IAsyncDisposable)self.Ref!).DisposeAsync().AsTask(), 0));
        }
        return made;
    }

    /// <summary>What C# says of the object, unless that is the name of its class.</summary>
    private static string Text(object value)
    {
        var text = value.ToString() ?? "";
        return text.Length == 0 || text == value.GetType().ToString() ? $"<{PyType.Of(new Any(value, 0)).FullName} object>" : text;
    }

    private static void AddList(PyType type)
    {
        type.Method("__getitem__", "self, index, /", static (self, index) => Generic.FromObject(((IList)self.Ref!)[Index(self, index)]));
        type.Method("__setitem__", "self, index, value, /", static (self, index, value) =>
        {
            ((IList)self.Ref!)[Index(self, index)] = DotNet.ToObject(value);
            return Any.None;
        });
        type.Method("__contains__", "self, value, /", static (self, value) =>
        {
            foreach (var item in (IList)self.Ref!)
                if (Generic.FromObject(item) == value)
                    return true;
            return false;
        });
    }

    private static int Index(Any list, Any index)
    {
        var (at, count) = ((long)Operators.ToInt(index), ((IList)list.Ref!).Count);
        return at < -count || at >= count ? throw new IndexError("list index out of range") : (int)(at < 0 ? at + count : at);
    }

    private static void AddDictionary(PyType type)
    {
        type.Method("__getitem__", "self, key, /", static (self, key) => Find(self, key) is { IsUnbound: false } found ? found : throw new KeyError(key));
        type.Method("__setitem__", "self, key, value, /", static (self, key, value) =>
        {
            ((IDictionary)self.Ref!)[Key(self, key)] = DotNet.ToObject(value);
            return Any.None;
        });
        type.Method("__contains__", "self, key, /", static (self, key) => !Find(self, key).IsUnbound);
        type.Method("__iter__", static self => new EnumerableIterator(((IDictionary)self.Ref!).Keys));
        type.Method("keys", static self => new PyList<Any>(Entries(self).Select(static e => e.Key)));
        type.Method("values", static self => new PyList<Any>(Entries(self).Select(static e => e.Value)));
        type.Method("items", static self => new PyList<Any>(Entries(self).Select(static e => (Any)PyTuple.Of(e.Key, e.Value))));
        type.Method("get", "self, key, default=None, /", static (self, key, @default) => Find(self, key) is { IsUnbound: false } found ? found : @default);
    }

    private static IEnumerable<(Any Key, Any Value)> Entries(Any dictionary)
    {
        // The enumerator of the interface itself, for that of generic dictionaries gives other entries.
        var entries = ((IDictionary)dictionary.Ref!).GetEnumerator();
        while (entries.MoveNext())
            yield return (Generic.FromObject(entries.Key), Generic.FromObject(entries.Value));
    }

    private static Any Find(Any dictionary, Any key)
    {
        foreach (var (own, value) in Entries(dictionary))
            if (own == key)
                return value;
        return Any.Unbound;
    }

    /// <summary>The key as the dictionary has it, or as C# would make it.</summary>
    private static object Key(Any dictionary, Any key)
    {
        foreach (var own in ((IDictionary)dictionary.Ref!).Keys)
            if (Generic.FromObject(own) == key)
                return own;
        return DotNet.ToObject(key) ?? throw new TypeError("a key of a C# dictionary cannot be None");
    }
}
