namespace Pytocs.Runtime.Core;

/// <summary>Calling a class makes an object: what <c>type.__call__</c> does, and the short ways of most classes.</summary>
public sealed partial class PyType
{
    /// <inheritdoc/>
    public override Any Call()
    {
        if (Metaclass is null && !_isAbstract && _constructor is { } constructor)
            return Keeping(constructor.Call(), []);
        return TryAllocate(out var made, out var init) ? Initialised(made, init.Call(made)) : Call(new Arguments());
    }

    /// <inheritdoc/>
    public override Any Call(Any a, Any b)
    {
        if (Metaclass is null && !_isAbstract && _constructor is { } constructor)
            return Keeping(constructor.Call(a, b), [a, b]);
        return TryAllocate(out var made, out var init) ? Initialised(made, init.Call(made, a, b)) : Call(new Arguments { a, b });
    }

    /// <inheritdoc/>
    public override Any Call(Any a)
    {
        if (_ofOne is { } conversion)
            return conversion(a);
        if (Metaclass is not null || _isAbstract || ReferenceEquals(this, Type))
            return Call(new Arguments { a });
        if (_constructor is { } constructor)
            return Keeping(constructor.Call(a), [a]);
        var make = Lookup("__new__");
        return make.Ref is StaticMethod { Function.Ref: PyFunction { IsBuiltin: true } function } && Special("__init__") is var init && (init.IsUnbound || ReferenceEquals(init.Ref, ObjectType.Init))
            ? function.Call(this, a)
            : TryAllocate(out var made, out init) ? Initialised(made, init.Call(made, a)) : Call(new Arguments { a });
    }

    private bool _keepsArguments;

    /// <summary>Says that <c>args</c> of the exception are the positional arguments that it is made with.</summary>
    public PyType KeepsArguments()
    {
        _keepsArguments = true;
        return this;
    }

    private Any Keeping(Any made, ReadOnlySpan<Any> given)
    {
        if (_keepsArguments && made.Ref is BaseException { IsInitialised: false } error)
            error.Args = PyTuple.Of(given);
        return made;
    }

    private int _plainVersion = -1;
    private Any _plainInit = Any.Unbound;

    /// <summary>Makes an object of a class of the program that only has an <c>__init__</c>, which then is to be called.</summary>
    private bool TryAllocate(out Any made, out Any init)
    {
        if (_plainVersion != _version)
        {
            var own = Special("__init__");
            var isPlain = Metaclass is null && !_isAbstract && _constructor is null && !IsBuiltin && !own.IsUnbound && !ReferenceEquals(own.Ref, ObjectType.Init)
                && ReferenceEquals(Lookup("__new__").Ref, ObjectType.Maker) && !Array.Exists(_mro, static t => t.Allocator is not null || t._emittedAs is not null) && !Namespace.ContainsKey("__abstractmethods__");
            _plainInit = isPlain ? own : Any.Unbound;
            _plainVersion = _version;
        }
        init = _plainInit;
        made = init.IsUnbound ? default : new PyInstance(this);
        return !init.IsUnbound;
    }

    private static Any Initialised(Any made, Any nothing) => nothing.IsNone ? made : throw new TypeError($"__init__() should return None, not '{Of(nothing).Name}'");

    /// <inheritdoc/>
    public override Any Call(Arguments arguments)
    {
        if (Metaclass is { } meta && !ReferenceEquals(meta, Type))
        {
            var call = meta.Special("__call__");
            if (call.Ref is IPyObject && !ReferenceEquals(call.Ref, Type.Namespace["__call__"].Ref))
                return call.Call(arguments.WithFirst(this));
        }
        return Instantiate(arguments);
    }

    /// <summary>What <c>type.__call__</c> does: <c>__new__</c>, then <c>__init__</c> when an instance came back.</summary>
    internal Any Instantiate(Arguments arguments)
    {
        if (_constructor is { } constructor)
            return Keeping(constructor.Call(arguments), arguments.Positional);
        if (_isAbstract)
            Abstract.Check(this);
        if (ReferenceEquals(this, Type) && arguments.Count == 1 && !arguments.HasKeywords)
            return Of(arguments[0]);
        var make = Lookup("__new__");
        if (ReferenceEquals(make.Ref, ObjectType.Maker) && Special("__init__") is { IsUnbound: false } own && !ReferenceEquals(own.Ref, ObjectType.Init))
        {
            Abstract.Check(this);
            var made = FindAllocator()(this, arguments);
            var nothing = own.Call(arguments.WithFirst(made));
            return nothing.IsNone ? made : throw new TypeError($"__init__() should return None, not '{Of(nothing).Name}'");
        }
        if (make.Ref is IDescriptor descriptor)
            make = descriptor.Get(Any.None, this);
        var instance = make.Call(arguments.WithFirst(this));
        if (Of(instance).IsSubclassOf(this))
        {
            var init = Of(instance).Special("__init__");
            if (!init.IsUnbound && !ReferenceEquals(init.Ref, ObjectType.Init))
            {
                var result = init.Call(arguments.WithFirst(instance));
                if (!result.IsNone)
                    throw new TypeError($"__init__() should return None, not '{Of(result).Name}'");
            }
        }
        return instance;
    }
}
