using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// A tuple class with named fields, as the C library's structures appear in Python:
/// <c>time.struct_time</c>, <c>os.stat_result</c>, <c>sys.version_info</c>.
/// </summary>
internal sealed class StructSequence
{
    private readonly string[] _fields;
    private readonly string[] _hidden;

    /// <param name="name">The dotted name that its repr shows.</param>
    /// <param name="fields">The names of the items.</param>
    /// <param name="hidden">Names of further values that are attributes but no items.</param>
    /// <param name="callable">Whether Python code may make one from a sequence.</param>
    public StructSequence(string name, string[] fields, string[]? hidden = null, bool callable = true)
    {
        _fields = fields;
        _hidden = hidden ?? [];
        var dot = name.LastIndexOf('.');
        Type = PyType.Builtin(name[(dot + 1)..], TupleType.Type, name[..dot]);
        Type.HasInstanceDict = hidden is not null;
        for (var i = 0; i < fields.Length; i++)
        {
            var index = i;
            Type.Property(fields[i], self => ((PyTuple)self.Ref!)[index]);
        }
        foreach (var extra in hidden ?? [])
            Type.Property(extra, self => ((PyTuple)self.Ref!).InstanceDict(create: true)![extra]);
        Type.Attribute("n_fields", fields.Length + (hidden?.Length ?? 0)).Attribute("n_sequence_fields", fields.Length).Attribute("n_unnamed_fields", 0);
        Type.Attribute("__match_args__", new PyTuple([.. fields.Select(static f => (Any)f)]));
        Type.Method("__repr__", self => $"{name}({string.Join(", ", _fields.Select((f, i) => $"{f}={Operators.Repr(((PyTuple)self.Ref!)[i])}"))})");
        Type.New("cls, sequence, dict=", a => callable ? FromSequence(a[1], a[2]) : throw new TypeError($"cannot create '{name}' instances"), Any.Unbound);
        Type.Method("__reduce__", self => PyTuple.Of(PyType.Of(self), PyTuple.Of(new PyTuple([.. (PyTuple)self.Ref!]), Hidden(self))));
        Type.Method("__replace__", "self, /, **kwargs", Replaced);
    }

    public PyType Type { get; }

    private Any FromSequence(Any sequence, Any named)
    {
        if (!Operators.IsIterable(sequence))
            throw new TypeError("constructor requires a sequence");
        if (!named.IsUnbound && named.Ref is not PyDict)
            throw new TypeError($"{Type.FullName}() takes a dict as second arg, if any");
        var items = Operators.ToList(sequence);
        var most = _fields.Length + _hidden.Length;
        if (items.Count < _fields.Length || items.Count > most)
            throw new TypeError($"{Type.FullName}() takes {(most == _fields.Length ? "a" : items.Count < _fields.Length ? "an at least" : "an at most")} {(items.Count < _fields.Length ? _fields.Length : most)}-sequence ({items.Count}-sequence given)");
        var made = Make([.. items.Take(_fields.Length)]);
        var taken = 0;
        for (var i = 0; i < _hidden.Length; i++)
        {
            var value = _fields.Length + i < items.Count ? items[_fields.Length + i] : Any.Unbound;
            if (value.IsUnbound && named.Ref is PyDict given && given.TryGetAny(_hidden[i], out value))
                taken++;
            made.InstanceDict(create: true)![_hidden[i]] = value.IsUnbound ? Any.None : value;
        }
        return named.Ref is PyDict all && taken < all.Count ? throw new TypeError($"{Type.FullName}() got duplicate or unexpected field name(s)") : made;
    }

    /// <summary>The values that are attributes but no items.</summary>
    private PyDict<Any, Any> Hidden(Any self)
    {
        var result = new PyDict<Any, Any>();
        foreach (var name in _hidden)
            result[name] = self.Get(name);
        return result;
    }

    private Any Replaced(Any self, Any given)
    {
        var changes = ((PyDict)given.Ref!).Entries().ToDictionary(static e => Operators.Str(e.Key), static e => e.Value);
        var made = Make([.. _fields.Select((f, i) => changes.Remove(f, out var value) ? value : ((PyTuple)self.Ref!)[i])]);
        foreach (var name in _hidden)
            made.InstanceDict(create: true)![name] = changes.Remove(name, out var value) ? value : self.Get(name);
        return changes.Count == 0 ? made : throw new TypeError($"Got unexpected field name(s): {Operators.Repr(Lib.List(changes.Keys))}");
    }

    /// <summary>An instance of the items.</summary>
    public PyTuple Make(params Any[] items)
    {
        var made = new PyTuple(items);
        made.SetClass(Type);
        return made;
    }

    /// <summary>An instance with further attributes.</summary>
    public PyTuple Make(Any[] items, params (string Name, Any Value)[] hidden)
    {
        var made = Make(items);
        foreach (var (name, value) in hidden)
            made.InstanceDict(create: true)![name] = value;
        return made;
    }
}
