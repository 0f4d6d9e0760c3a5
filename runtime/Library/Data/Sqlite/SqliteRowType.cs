using System.Runtime.CompilerServices;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary><see href="https://docs.python.org/3.13/library/sqlite3.html#row-objects">Row</see>: a tuple whose items have the names of columns.</summary>
internal static class SqliteRowType
{
    private sealed record State(PyTuple Values, List<string> Names);

    private static readonly ConditionalWeakTable<object, State> s_all = [];

    private static State Of(Any self) => s_all.TryGetValue(self.Ref!, out var state) ? state : throw new TypeError("Row is not initialised");

    public static readonly PyType Type = new ClassMaker("Row", "sqlite3")
        .Method("__new__", "cls, cursor, data, /", static a =>
        {
            if (!Builtins.IsInstance(a[1], SqliteCursorType.Type))
                throw new TypeError($"Row() argument 1 must be sqlite3.Cursor, not {PyType.Of(a[1]).ErrorName}");
            if (a[2].Ref is not PyTuple values)
                throw new TypeError($"Row() argument 2 must be tuple, not {PyType.Of(a[2]).ErrorName}");
            var self = ((Any)PyType.Object).Get("__new__").Call(a[0]);
            var description = a[1].Get("description");
            s_all.Add(self.Ref!, new State(values, description.IsNone ? [] : [.. Operators.Iter(description).Select(static d => Operators.Str(d[0]))]));
            return self;
        })
        .Method("keys", static self => Lib.List(Of(self).Names))
        .Method("__len__", static self => Of(self).Values.Count)
        .Method("__iter__", static self => Operators.Iter(Of(self).Values))
        .Method("__getitem__", "key", static (self, key) =>
        {
            var state = Of(self);
            if (key.Ref is not string name)
                return key.IsInt || key.Ref is PySlice ? ((Any)state.Values)[key] : throw new IndexError("Index must be int or string");
            var at = state.Names.FindIndex(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
            return at >= 0 ? state.Values[at] : throw new IndexError("No item with that key");
        })
        .Method("__hash__", static self => Operators.Hash(new PyTuple([.. Of(self).Names.Select(static n => (Any)n)])) ^ Operators.Hash(Of(self).Values))
        .Method("__eq__", "other", static (self, other) => !Builtins.IsInstance(other, Type!) ? Any.NotImplemented : Of(self).Names.SequenceEqual(Of(other).Names) && Operators.Equal(Of(self).Values, Of(other).Values))
        .Make();
}
