namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/typing.html#newtype">NewType</see>: a name for a type, which gives back what it is called with.</summary>
internal sealed class NewTypeObject(string name, Any supertype, string module) : PyObject
{
    public static readonly PyType Type = CreateType();

    public override PyType Class => Type;

    private static NewTypeObject Self(Any o) => (NewTypeObject)o.Ref!;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("NewType", module: "typing");
        type.HasInstanceDict = true;
        type.New("cls, name, tp", static a => new NewTypeObject(Operators.Str(a[1]), a[2], CallingModule.Name));
        return type
            .Property("__name__", static o => Self(o).Name).Property("__qualname__", static o => Self(o).QualName).Property("__module__", static o => Self(o).Module)
            .Property("__supertype__", static o => Self(o).Supertype)
            .Method("__call__", "self, x, /", static (_, value) => value)
            .Method("__mro_entries__", "self, bases, /", static (o, _) => throw new TypeError($"Cannot subclass an instance of NewType. Perhaps you were looking for: `{{0}} = NewType({Core.Str.Repr("{0}")}, {Self(o).Name})`"))
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__reduce__", static o => Self(o).QualName)
            .Method("__repr__", static o => $"{Self(o).Module}.{Self(o).QualName}");
    }

    private string QualName => name;

    private string Module => module;

    private string Name => name[(name.LastIndexOf('.') + 1)..];

    private Any Supertype => supertype;

    public override Any Call(Any value) => value;

    public override Any Call(Arguments arguments) => arguments.Count == 1 ? arguments[0] : throw new TypeError($"NewType.__call__() takes 2 positional arguments but {arguments.Count + 1} were given");
}
