namespace Pytocs.Runtime.Core;

/// <summary>Python's <c>property</c>. See <see href="https://docs.python.org/3.13/library/functions.html#property">property</see>.</summary>
public sealed class PyProperty : PyObject, IDescriptor
{
    private readonly PyType? _class;
    private bool _hasGetterDoc;

    public PyProperty(Any get, Any set, Any delete, Any doc) => Initialise(get, set, delete, doc);

    /// <summary>One whose <c>__init__</c> is still to run.</summary>
    internal PyProperty(PyType @class) => _class = @class;

    public override PyType Class => _class ?? DescriptorTypes.Property;

    public Any Getter { get; private set; } = Any.None;

    public Any Setter { get; private set; } = Any.None;

    public Any Deleter { get; private set; } = Any.None;

    public Any Doc { get; set; } = Any.None;

    /// <summary>The attribute's name, set by <c>__set_name__</c>; unbound before.</summary>
    internal Any GivenName { get; set; } = Any.Unbound;

    /// <inheritdoc cref="GivenName"/>
    public string? Name
    {
        get => GivenName.IsUnbound ? null : Operators.Str(GivenName);
        internal set => GivenName = value is null ? Any.Unbound : value;
    }

    public bool IsData => true;

    /// <summary>What <c>__init__</c> does.</summary>
    internal void Initialise(Any get, Any set, Any delete, Any doc)
    {
        (Getter, Setter, Deleter, GivenName) = (get, set, delete, Any.Unbound);
        _hasGetterDoc = doc.IsNone && !get.IsNone && Operators.GetAttr(get, "__doc__", Any.Unbound) is { IsUnbound: false, IsNone: false };
        Describe(_hasGetterDoc ? Operators.GetAttr(get, "__doc__", Any.None) : doc);
    }

    private void Describe(Any doc)
    {
        Doc = doc;
        if (_class is null || ReferenceEquals(_class, DescriptorTypes.Property))
            return;
        // The class's own __doc__ stands before the one of property, so the object keeps its text itself.
        try
        {
            Operators.SetAttr(this, "__doc__", doc);
        }
        catch (AttributeError) when (!_hasGetterDoc)
        {
        }
    }

    /// <summary>The same property with one of its functions replaced: what <c>getter</c>, <c>setter</c> and <c>deleter</c> give.</summary>
    internal Any With(Any get, Any set, Any delete)
    {
        get = get.IsNone ? Getter : get;
        var doc = _hasGetterDoc && !get.IsNone ? Any.None : Doc;
        var (newSet, newDelete) = (set.IsNone ? Setter : set, delete.IsNone ? Deleter : delete);
        var made = _class is null ? new PyProperty(get, newSet, newDelete, doc) : ((Any)_class).Call(new Arguments { get, newSet, newDelete, doc });
        if (made.Ref is PyProperty copy)
            copy.GivenName = GivenName;
        return made;
    }

    public Any Get(Any instance, PyType owner)
    {
        if (instance.IsUnbound)
            return this;
        return Getter.IsNone ? throw Missing("getter", instance) : Getter.Call(instance);
    }

    public void Set(Any instance, Any value)
    {
        if (Setter.IsNone)
            throw Missing("setter", instance);
        Setter.Call(instance, value);
    }

    public void Delete(Any instance)
    {
        if (Deleter.IsNone)
            throw Missing("deleter", instance);
        Deleter.Call(instance);
    }

    /// <summary>Its <c>__name__</c>: the attribute's, or that of the getter.</summary>
    internal Any NameOrGetters()
        => !GivenName.IsUnbound ? GivenName
            : !Getter.IsNone && Operators.GetAttr(Getter, "__name__", Any.Unbound) is { IsUnbound: false } name ? name
            : throw new AttributeError("'property' object has no attribute '__name__'", "__name__", this);

    private AttributeError Missing(string what, Any instance)
    {
        var owner = PyType.Of(instance).QualName;
        var name = !GivenName.IsUnbound ? Operators.Repr(GivenName) : Operators.GetAttr(Getter, "__name__", Any.Unbound) is { IsUnbound: false } own ? Operators.Repr(own) : null;
        return new AttributeError(name is null ? $"property of '{owner}' object has no {what}" : $"property {name} of '{owner}' object has no {what}");
    }
}
