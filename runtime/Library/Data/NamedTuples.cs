namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/collections.html#collections.namedtuple">collections.namedtuple</see>.</summary>
internal sealed class TupleGetter(int index) : PyObject, IDescriptor
{
    private static readonly PyType s_type = PyType.Builtin("_tuplegetter", module: "collections")
        .Property("__doc__", static o => ((TupleGetter)o.Ref!).Doc, static (o, v) => ((TupleGetter)o.Ref!).Doc = v)
        .Method("__get__", "self, instance, owner=None, /", static (self, instance, _) => ((TupleGetter)self.Ref!).Get(instance, PyType.Of(instance)))
        .Method("__repr__", static o => $"_tuplegetter({((TupleGetter)o.Ref!).Index}, {Operators.Repr(((TupleGetter)o.Ref!).Doc)})");

    public override PyType Class => s_type;

    private int Index => index;

    private Any Doc { get; set; } = $"Alias for field number {index}";

    public bool IsData => true;

    public Any Get(Any instance, PyType owner) => instance.Ref is PyTuple tuple ? tuple[index] : this;

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");
}

/// <summary>Makes named tuple classes.</summary>
internal static class NamedTuples
{
    private static readonly HashSet<string> s_keywords =
    [
        "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for",
        "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
    ];

    public static Any FromCall(Any[] a)
    {
        var typeName = Operators.Str(a[0]);
        var names = a[1].Ref is string text ? Core.Str.Split(text.Replace(',', ' ')).ToArray() : [.. Operators.ToList(a[1]).Select(Operators.Str)];
        if (a[2].Truth)
            names = Rename(names);
        CheckNames(typeName, names, a[2].Truth);
        var defaults = a[3].IsNone ? [] : Operators.ToList(a[3]).ToArray();
        if (defaults.Length > names.Length)
            throw new TypeError("Got more default values than field names");
        var made = Make(typeName, names, defaults);
        Any module = a[4].IsNone ? CallingModule.Name : a[4];
        made.Define("__module__", module);
        made.Module = module.Ref as string ?? made.Module;
        return made;
    }

    /// <exception cref="ValueError">A name is none, or stands twice.</exception>
    public static void CheckNames(string typeName, string[] names, bool areRenamed = false)
    {
        foreach (var name in names.Prepend(typeName))
        {
            if (!Core.Str.IsIdentifier(name))
                throw new ValueError($"Type names and field names must be valid identifiers: {Core.Str.Repr(name)}");
            if (s_keywords.Contains(name))
                throw new ValueError($"Type names and field names cannot be a keyword: {Core.Str.Repr(name)}");
        }
        var seen = new HashSet<string>();
        foreach (var name in names)
        {
            if (name.StartsWith('_') && !areRenamed)
                throw new ValueError($"Field names cannot start with an underscore: {Core.Str.Repr(name)}");
            if (!seen.Add(name))
                throw new ValueError($"Encountered duplicate field name: {Core.Str.Repr(name)}");
        }
    }

    private static string[] Rename(string[] names)
    {
        var seen = new HashSet<string>();
        return [.. names.Select((n, i) => !Core.Str.IsIdentifier(n) || s_keywords.Contains(n) || n.StartsWith('_') || !seen.Add(n) ? "_" + i : n)];
    }

    public static PyType Make(string fullName, string[] fields, Any[]? defaults = null, PyTuple? bases = null, PyDict<Any, Any>? extra = null)
    {
        defaults ??= [];
        var name = fullName[(fullName.LastIndexOf('.') + 1)..];
        var space = new PyDict<Any, Any>
        {
            ["__module__"] = fullName.Contains('.', StringComparison.Ordinal) ? fullName[..fullName.LastIndexOf('.')] : "__main__",
            ["__slots__"] = PyTuple.Empty,
            ["_fields"] = new PyTuple([.. fields.Select(f => (Any)f)]),
            ["__match_args__"] = new PyTuple([.. fields.Select(f => (Any)f)]),
            ["__doc__"] = $"{name}({string.Join(", ", fields)})",
        };
        var byName = new PyDict<Any, Any>();
        for (var i = 0; i < defaults.Length; i++)
            byName[fields[fields.Length - defaults.Length + i]] = defaults[i];
        space["_field_defaults"] = byName;
        for (var i = 0; i < fields.Length; i++)
        {
            var index = i;
            space[fields[i]] = new TupleGetter(index);
        }
        var signature = string.Join(", ", fields.Select((f, i) => i >= fields.Length - defaults.Length ? f + "=" : f));
        space["__new__"] = new StaticMethod(new PyFunction(name + ".__new__", "_cls" + (signature.Length > 0 ? ", " + signature : ""), (Any[] a) => TupleType.Make((PyType)a[0].Ref!, new PyTuple(a[1..])), defaults));
        space["__repr__"] = Native(name + ".__repr__", "self", (Any[] a) => PyType.Of(a[0]).Name + "(" + string.Join(", ", fields.Select((f, i) => $"{f}={Operators.Repr(((PyTuple)a[0].Ref!)[i])}")) + ")");
        space["_asdict"] = Native(name + "._asdict", "self", (Any[] a) =>
        {
            var dict = new PyDict<Any, Any>();
            for (var i = 0; i < fields.Length; i++)
                dict[fields[i]] = ((PyTuple)a[0].Ref!)[i];
            return dict;
        });
        space["_replace"] = Native(name + "._replace", "self, /, **kwds", (Any[] a) => Replace(a[0], fields, (PyDict)a[1].Ref!));
        space["__replace__"] = Native(name + ".__replace__", "self, /, **kwds", (Any[] a) => Replace(a[0], fields, (PyDict)a[1].Ref!));
        space["_make"] = new ClassMethod(Native(name + "._make", "cls, iterable", (Any[] a) => a[0].Call(new Arguments { new Star(a[1]) })));
        space["__getnewargs__"] = Native(name + ".__getnewargs__", "self", (Any[] a) => new PyTuple(((PyTuple)a[0].Ref!).ToArray()));
        foreach (var (key, value) in extra ?? [])
            space[key] = value;
        return PyType.Build(PyType.Type, name, bases ?? PyTuple.Of(TupleType.Type), space, new Arguments());
    }

    private static PyFunction Native(string name, string signature, Func<Any[], Any> body) => new(name, signature, body);

    private static Any Replace(Any self, string[] fields, PyDict changes)
    {
        var items = ((PyTuple)self.Ref!).ToArray();
        for (var i = 0; i < fields.Length; i++)
            if (changes.RemoveAny(fields[i], out var value))
                items[i] = value;
        if (changes.Count > 0)
            throw new TypeError($"Got unexpected field names: {Operators.Repr(new PyList<Any>(changes.Entries().Select(e => e.Key)))}");
        return TupleType.Make(PyType.Of(self), new PyTuple(items));
    }
}
