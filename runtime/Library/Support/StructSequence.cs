using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>
/// A tuple class with named fields, as the C library's structures appear in Python:
/// <c>time.struct_time</c>, <c>os.stat_result</c>, <c>sys.version_info</c>.
/// </summary>
internal sealed class StructSequence
{
    private readonly string[] _fields;

    /// <param name="name">The dotted name that its repr shows.</param>
    /// <param name="fields">The names of the items.</param>
    /// <param name="hidden">Names of further values that are attributes but no items.</param>
    /// <param name="callable">Whether Python code may make one from a sequence.</param>
    public StructSequence(string name, string[] fields, string[]? hidden = null, bool callable = true)
    {
        _fields = fields;
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
        Type.Method("__reduce__", self => PyTuple.Of(PyType.Of(self), PyTuple.Of(new PyTuple([.. (PyTuple)self.Ref!]), Hidden((PyTuple)self.Ref!, hidden ?? []))));
        Type.New("cls, sequence=, dict=None, /", a => callable ? FromSequence(a[1], a[2], hidden) : throw new TypeError($"cannot create '{name}' instances"), Any.Unbound);
    }

    public PyType Type { get; }

    private static PyDict<Any, Any> Hidden(PyTuple self, string[] names)
    {
        var values = new PyDict<Any, Any>();
        foreach (var name in names)
            values[name] = Operators.GetAttr(self, name);
        return values;
    }

    private Any FromSequence(Any sequence, Any named, string[]? hidden)
    {
        var items = Operators.ToList(sequence);
        var most = _fields.Length + (hidden?.Length ?? 0);
        if (items.Count < _fields.Length || items.Count > most)
            throw new TypeError($"{Type.FullName}() takes {(most == _fields.Length ? "a" : "an at least")} {_fields.Length}-sequence ({items.Count}-sequence given)");
        var made = Make([.. items.Take(_fields.Length)]);
        for (var i = 0; i < (hidden?.Length ?? 0); i++)
            made.InstanceDict(create: true)![hidden![i]] = _fields.Length + i < items.Count ? items[_fields.Length + i]
                : named.Ref is PyDict given && given.TryGetAny(hidden[i], out var value) ? value : Any.None;
        return made;
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
