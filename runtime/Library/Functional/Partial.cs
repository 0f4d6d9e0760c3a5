namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/functools.html#functools.partial">functools.partial</see>.</summary>
internal sealed class Partial(Any function, PyTuple args, PyDict keywords) : PyContainer, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private Any _function = function;
    private PyTuple _args = args;
    private PyDict _keywords = keywords;

    protected override PyType BuiltinClass => Type;

    private static Partial Self(Any o) => (Partial)o.Ref!;

    internal (Any Function, PyTuple Args, PyDict Keywords) Parts => (_function, _args, _keywords);

    private static PyType CreateType()
    {
        var type = PyType.Builtin("partial", module: "functools");
        type.HasInstanceDict = true;
        type.New("cls, /, *args, **keywords", static a =>
        {
            var given = (PyTuple)a[1].Ref!;
            if (given.Count == 0)
                throw new TypeError("type 'partial' takes at least one argument");
            var made = Make(given[0], PyTuple.Of(given.AsSpan()[1..]), (PyDict)a[2].Ref!);
            made.SetClass((PyType)a[0].Ref!);
            return made;
        });
        type.Attribute("__doc__", "Create a new function with partial application of the given arguments and keywords.");
        return type
            .Property("func", static o => Self(o)._function)
            .Property("args", static o => Self(o)._args)
            .Property("keywords", static o => Self(o)._keywords)
            .Property("__dict__", static o => Self(o).InstanceDict(create: true)!,
                static (o, v) => Self(o).SetInstanceDict(v.Ref as PyDict<Any, Any> ?? throw new TypeError($"__dict__ must be set to a dictionary, not a '{PyType.Of(v).Name}'")),
                static _ => throw new TypeError("cannot delete __dict__"))
            .Method("__get__", "self, instance, owner=None, /", static (self, instance, _) => Self(self).Get(instance.IsNone ? Any.Unbound : instance, PyType.Of(instance)))
            .Method("__call__", "self, /, *args, **kwargs", static (self, args, kwargs) => Self(self).Call(new Arguments { new Star(args), new StarStar(kwargs) }))
            .Method("__reduce__", static o => PyTuple.Of(PyType.Of(o), PyTuple.Of(Self(o)._function), PyTuple.Of(Self(o)._function, Self(o)._args, Self(o)._keywords,
                Self(o).InstanceDict(create: false) is { Count: > 0 } dict ? dict : Any.None)))
            .Method("__setstate__", "self, state, /", static (o, state) =>
            {
                Self(o).SetState(state);
                return Any.None;
            })
            .ClassMethod("__class_getitem__", "cls, item, /", static a => GenericAlias.Of(a[0], a[1]))
            .Method("__repr__", static o => Self(o).Repr());
    }

    /// <summary>A partial of a partial is one partial.</summary>
    internal static Partial Make(Any function, PyTuple args, PyDict keywords)
    {
        if (!Builtins.Callable(function))
            throw new TypeError("the first argument must be callable");
        if (function.Ref is not Partial inner || inner.InstanceDict(create: false) is { Count: > 0 })
            return new Partial(function, args, keywords);
        return new Partial(inner._function, new PyTuple([.. inner._args, .. args]), Merged(inner._keywords, keywords));
    }

    internal static PyDict Merged(PyDict first, PyDict second)
    {
        var merged = new PyDict<Any, Any>();
        merged.UpdateAny(first);
        merged.UpdateAny(second);
        return merged;
    }

    /// <summary>The function and its arguments, as reprs show them.</summary>
    internal static string Shown(Any function, PyTuple args, PyDict keywords)
    {
        var parts = args.Select(Operators.Repr).Concat(keywords.Entries().Select(static e => $"{Operators.Str(e.Key)}={Operators.Repr(e.Value)}"));
        return string.Join(", ", parts.Prepend(Operators.Repr(function)));
    }

    public bool IsData => false;

    /// <summary>Not bound yet: <see href="https://docs.python.org/3.13/whatsnew/3.13.html#functools">it will be, says a warning</see>.</summary>
    public Any Get(Any instance, PyType owner)
    {
        if (!instance.IsUnbound)
            Library.Warnings.Issue(FutureWarning.Type, "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if you want to preserve the old behavior");
        return this;
    }

    public void Set(Any instance, Any value) => throw new AttributeError("can't set attribute");

    public void Delete(Any instance) => throw new AttributeError("can't delete attribute");

    private void SetState(Any state)
    {
        if (state.Ref is not PyTuple { Count: 4 } parts || !Builtins.Callable(parts[0]) || parts[1].Ref is not PyTuple args || !(parts[2].IsNone || parts[2].Ref is PyDict))
            throw new TypeError("invalid partial state");
        _function = parts[0];
        _args = args.IsExact ? args : new PyTuple(args.ToArray());
        // A dict of another class becomes a plain one.
        if (parts[2].Ref is PyDict given && ReferenceEquals(given.Class, DictType.Type))
            _keywords = given;
        else
        {
            _keywords = new PyDict<Any, Any>();
            _keywords.UpdateAny(parts[2].IsNone ? new PyDict<Any, Any>() : parts[2]);
        }
        var dict = new PyDict<Any, Any>();
        if (!parts[3].IsNone)
            dict.UpdateAny(parts[3]);
        SetInstanceDict(dict);
    }

    private string Repr()
    {
        if (!Operators.EnterRepr(this))
            return "...";
        try
        {
            return $"{Class.FullName}({Shown(_function, _args, _keywords)})";
        }
        finally
        {
            Operators.LeaveRepr(this);
        }
    }

    public override Any Call(Arguments arguments)
    {
        var all = new Arguments { new Star(_args) };
        foreach (var item in arguments.Positional)
            all.Add(item);
        foreach (var (key, value) in _keywords.Entries())
            if (key.Ref is not string name)
                throw new TypeError("keywords must be strings");
            else if (!arguments.Keywords.Any(k => k.Key == name))
                all.Add(name, value);
        foreach (var (key, value) in arguments.Keywords)
            all.Add(key, value);
        return _function.Call(all);
    }
}
