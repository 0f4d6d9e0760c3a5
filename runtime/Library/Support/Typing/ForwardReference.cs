namespace Pytocs.Runtime.Core;

/// <summary>A type that is named by a text: <see href="https://docs.python.org/3.13/library/typing.html#typing.ForwardRef">ForwardRef</see>.</summary>
internal sealed class ForwardReference : PyObject
{
    public static readonly PyType Type = Create();

    private readonly Any _text;
    private readonly Any _module;
    private Any _value = Any.Unbound;

    /// <exception cref="SyntaxError">The text is no expression.</exception>
    public ForwardReference(Any text, bool isArgument, Any module, bool isClass)
    {
        if (text.Ref is not string code)
            throw new TypeError($"Forward reference must be a string -- got {Operators.Repr(text)}");
        TypeHints.Check(code);
        (_text, IsArgument, _module, IsClass) = (text, isArgument, module, isClass);
    }

    public override PyType Class => Type;

    public string Text => (string)_text.Ref!;

    public Any Module => _module;

    private bool IsArgument { get; }

    private bool IsClass { get; }

    private static ForwardReference Self(Any o) => (ForwardReference)o.Ref!;

    private static PyType Create()
    {
        var type = PyType.Builtin("ForwardRef", module: "typing")
            .New("cls, arg, is_argument=True, module=None, *, is_class=False", static a => new ForwardReference(a[1], a[2].Truth, a[3], a[4].Truth))
            .Property("__forward_arg__", static o => Self(o)._text)
            .Property("__forward_evaluated__", static o => !Self(o)._value.IsUnbound)
            .Property("__forward_value__", static o => Self(o)._value.IsUnbound ? Any.None : Self(o)._value)
            .Property("__forward_is_argument__", static o => Self(o).IsArgument)
            .Property("__forward_is_class__", static o => Self(o).IsClass)
            .Property("__forward_module__", static o => Self(o)._module)
            .Property("__parameters__", static _ => PyTuple.Empty)
            .Method("_evaluate", "self, globalns, localns, type_params=(), *, recursive_guard=()", static a => Self(a[0]).Evaluate(TypeHints.Finder("__main__", a[1], a[2])), PyTuple.Empty, PyTuple.Empty)
            .Method("__or__", "self, other, /", static (o, other) => TypingForms.UnionOf(o, other))
            .Method("__ror__", "self, other, /", static (o, other) => TypingForms.UnionOf(other, o))
            .Method("__eq__", "self, other, /", static (o, other) => other.Ref is ForwardReference b ? Self(o).IsSame(b) : Any.NotImplemented)
            .Method("__hash__", static o => PyTuple.Of(Self(o)._text, Self(o)._module).PyHash())
            .Method("__repr__", static o => $"ForwardRef({Operators.Repr(Self(o)._text)}{(Self(o)._module.IsNone ? "" : $", module={Operators.Repr(Self(o)._module)}")})");
        TypingForm.NoSubclasses(type);
        return type;
    }

    private bool IsSame(ForwardReference other)
        => Text == other.Text && (_value.IsUnbound || other._value.IsUnbound ? Operators.Equal(_module, other._module) : Operators.Equal(_value, other._value));

    /// <summary>The type that it names.</summary>
    public Any Evaluate(Func<string, Any> find) => _value = TypingChecks.Check(TypeHints.Read(Text, find), "Forward references must evaluate to types.", allowForms: IsClass || !IsArgument);
}
