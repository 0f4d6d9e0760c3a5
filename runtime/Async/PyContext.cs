using System.Collections.Immutable;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Async;

/// <summary>The values of context variables. See <see href="https://docs.python.org/3.13/library/contextvars.html#contextvars.Context">Context</see>.</summary>
public sealed class PyContext : PyObject
{
    public static readonly PyType Type = CreateType();

    [ThreadStatic]
    private static PyContext? t_current;

    private bool _entered;

    /// <summary>Values are told apart by identity: one that equals the last one still takes its place.</summary>
    private static readonly ImmutableDictionary<ContextVar, Any> s_none = ImmutableDictionary.Create<ContextVar, Any>(null, EqualityComparer<Any>.Create(Operators.Is));

    internal ImmutableDictionary<ContextVar, Any> Values { get; set; } = s_none;

    public override PyType Class => Type;

    internal static PyContext Current
    {
        get => t_current ??= new PyContext();
        set => t_current = value;
    }

    internal PyContext Copy() => new() { Values = Values };

    internal Any Run(Any function, Any args, Any keywords) => Run(() => function.Call(new Arguments { new Star(args), new StarStar(keywords) }));

    internal Any Run(Func<Any> function)
    {
        if (_entered)
            throw new RuntimeError($"cannot enter context: {Operators.Repr(this)} is already entered");
        var outer = Current;
        Current = this;
        _entered = true;
        try
        {
            return function();
        }
        finally
        {
            _entered = false;
            Current = outer;
        }
    }

    private static PyContext Self(Any o) => (PyContext)o.Ref!;

    private static ContextVar Key(Any key) => key.Ref as ContextVar ?? throw new TypeError($"a ContextVar key was expected, got {Operators.Repr(key)}");

    private static PyType CreateType()
    {
        var type = PyType.Builtin("Context", module: "_contextvars");
        type.IsFinal = true;
        type.New("cls, /, *args, **kwargs", static a => ((PyTuple)a[1].Ref!).Count + ((PyDict)a[2].Ref!).Count == 0 ? new PyContext() : throw new TypeError("Context() does not accept any arguments"));
        return type
            .Method("run", "self, /, *args, **kwargs", static a => a[1].Ref is PyTuple { Count: > 0 } given
                ? Self(a[0]).Run(given[0], new PyTuple([.. given.Skip(1)]), a[2])
                : throw new TypeError("run() missing 1 required positional argument"))
            .Method("copy", static self => Self(self).Copy())
            .Method("get", "self, key, default=None, /", static (self, key, fallback) => Self(self).Values.TryGetValue(Key(key), out var value) ? value : fallback)
            .Method("__getitem__", "self, key, /", static (self, key) => Self(self).Values.TryGetValue(Key(key), out var value) ? value : throw new KeyError(key))
            .Method("__contains__", "self, key, /", static (self, key) => Self(self).Values.ContainsKey(Key(key)))
            .Method("__len__", static self => Self(self).Values.Count)
            .Method("__iter__", static self => new PyTuple([.. Items(self).Select(static p => (Any)p.Key)]).GetPyIterator())
            .Method("keys", static self => new PyTuple([.. Items(self).Select(static p => (Any)p.Key)]).GetPyIterator())
            .Method("values", static self => new PyTuple([.. Items(self).Select(static p => p.Value)]).GetPyIterator())
            .Method("items", static self => new PyTuple([.. Items(self).Select(static p => (Any)PyTuple.Of(p.Key, p.Value))]).GetPyIterator())
            .Method("__eq__", "self, other, /", static (self, other) => other.Ref is PyContext o ? Same(Self(self), o) : Any.NotImplemented)
            .Attribute("__hash__", Any.None);
    }

    /// <summary>In the order in which the variables were made.</summary>
    private static IEnumerable<KeyValuePair<ContextVar, Any>> Items(Any self) => Self(self).Values.OrderBy(static p => p.Key.Number);

    private static bool Same(PyContext a, PyContext b)
        => a.Values.Count == b.Values.Count && a.Values.All(p => b.Values.TryGetValue(p.Key, out var value) && Operators.Equal(p.Value, value));

    public static PyModule Build() => new PyModule("contextvars")
        .Type(Type).Type(ContextVar.Type).Type(ContextToken.Type)
        .Function("copy_context", "", static _ => Current.Copy());
}

/// <summary>A context variable. See <see href="https://docs.python.org/3.13/library/contextvars.html#contextvars.ContextVar">ContextVar</see>.</summary>
public sealed class ContextVar(string name, Any fallback) : PyObject
{
    public static readonly PyType Type = CreateType();

    private static long s_made;

    public override PyType Class => Type;

    internal long Number { get; } = Interlocked.Increment(ref s_made);

    private static ContextVar Self(Any o) => (ContextVar)o.Ref!;

    private string Name => name;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("ContextVar", module: "_contextvars");
        type.IsFinal = true;
        type.New("cls, name, /, *, default=", static a => new ContextVar(a[1].Ref as string ?? throw new TypeError("context variable name must be a str"), a[2]), Any.Unbound);
        return type
            .Property("name", static self => Self(self).Name)
            .Method("get", "self, default=, /", static a => Self(a[0]).Get(a[1]), Any.Unbound)
            .Method("set", "self, value, /", static (self, value) => Self(self).Set(value))
            .Method("reset", "self, token, /", static (self, token) =>
            {
                (token.Ref as ContextToken ?? throw new TypeError($"expected an instance of Token, got {Operators.Repr(token)}")).Reset(Self(self));
                return Any.None;
            })
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Method("__repr__", static self => Self(self).Describe());
    }

    private string Describe()
        => $"<ContextVar name={Core.Str.Repr(name)}{(fallback.IsUnbound ? "" : $" default={Operators.Repr(fallback)}")} at {Operators.Address(this)}>";

    private Any Get(Any given)
    {
        if (PyContext.Current.Values.TryGetValue(this, out var value))
            return value;
        return !given.IsUnbound ? given : !fallback.IsUnbound ? fallback : throw new LookupError(this);
    }

    /// <summary>The value in the current context; false where it has none.</summary>
    internal bool TryFind(out Any value) => PyContext.Current.Values.TryGetValue(this, out value);

    /// <summary>Sets the value in the current context.</summary>
    internal void Put(Any value)
    {
        var context = PyContext.Current;
        context.Values = context.Values.SetItem(this, value);
    }

    private Any Set(Any value)
    {
        var context = PyContext.Current;
        var token = new ContextToken(context, this, context.Values.TryGetValue(this, out var old) ? old : Any.Unbound);
        context.Values = context.Values.SetItem(this, value);
        return token;
    }
}

/// <summary>What <c>var.set()</c> returns.</summary>
internal sealed class ContextToken(PyContext context, ContextVar variable, Any old) : PyObject
{
    private sealed class Missing : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("Token.MISSING", module: "").Method("__repr__", static _ => "<Token.MISSING>");

        public override PyType Class => s_type;
    }

    private static readonly Missing s_missing = new();

    public static readonly PyType Type = Sealed()
        .Property("var", static self => Self(self).Variable)
        .Property("old_value", static self => Self(self).Old is { IsUnbound: false } value ? value : s_missing)
        .Method("__repr__", static self => $"<Token{(Self(self)._used ? " used" : "")} var={Operators.Repr(Self(self).Variable)} at {Operators.Address(self.Ref!)}>")
        .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
        .Attribute("MISSING", s_missing);

    private static PyType Sealed()
    {
        var type = PyType.Builtin("Token", module: "_contextvars");
        type.IsFinal = true;
        return type;
    }

    private bool _used;

    public override PyType Class => Type;

    private ContextVar Variable => variable;

    private Any Old => old;

    private static ContextToken Self(Any o) => (ContextToken)o.Ref!;

    public void Reset(ContextVar target)
    {
        if (_used)
            throw new RuntimeError($"{Operators.Repr(this)} has already been used once");
        if (!ReferenceEquals(target, variable))
            throw new ValueError($"{Operators.Repr(this)} was created by a different ContextVar");
        if (!ReferenceEquals(context, PyContext.Current))
            throw new ValueError($"{Operators.Repr(this)} was created in a different Context");
        _used = true;
        context.Values = old.IsUnbound ? context.Values.Remove(variable) : context.Values.SetItem(variable, old);
    }
}
