namespace Pytocs.Runtime.Core;

/// <summary>
/// Python's <c>super()</c>: attribute lookup that goes on after a class in the instance's order.
/// See <see href="https://docs.python.org/3.13/library/functions.html#super">super</see>.
/// </summary>
public sealed class Super : PyObject, IDescriptor
{
    public static readonly PyType Type = PyType.Builtin("super")
        .New("cls, /, *args, **kwargs", static a => new Super((PyType)a[0].Ref!))
        .Method("__init__", "self, type=, object_or_type=None, /", static a =>
        {
            ((Super)a[0].Ref!).Start(a[1].IsUnbound ? throw new RuntimeError("super(): no arguments")
                : a[1].Ref as PyType ?? throw new TypeError($"super() argument 1 must be a type, not {PyType.Of(a[1]).ErrorName}"), a[2]);
            return Any.None;
        }, Any.Unbound)
        .Property("__thisclass__", static o => ((Super)o.Ref!)._start is { } start ? start : Any.None)
        .Property("__self__", static o => ((Super)o.Ref!)._self)
        .Property("__self_class__", static o => ((Super)o.Ref!)._order is { } order ? order : Any.None)
        .Method("__get__", "self, instance, owner=None, /", static (self, instance, _) => ((Super)self.Ref!).Bound(instance))
        .Method("__repr__", static o => ((Super)o.Ref!).Describe())
        .Method("__getattribute__", "self, name, /", static (self, name) => ((Super)self.Ref!).GetMember((string)name.Ref!));

    private readonly PyType _class;
    private PyType? _start;
    private Any _self = Any.None;
    private PyType? _order;

    private Super(PyType @class) => _class = @class;

    /// <exception cref="TypeError"><paramref name="self"/> is no instance or subclass of <paramref name="start"/>.</exception>
    public Super(PyType start, Any self) : this(Type) => Start(start, self);

    public override PyType Class => _class;

    private void Start(PyType start, Any self)
    {
        if (self.IsUnbound)
            throw new RuntimeError("super(): arg[0] deleted");
        (_start, _self) = (start, self);
        _order = self.IsNone ? null : Order(start, self);
    }

    private static PyType Order(PyType start, Any self)
    {
        if (self.Ref is PyType cls && cls.IsSubclassOf(start))
            return cls;
        var type = PyType.Of(self);
        if (type.IsSubclassOf(start))
            return type;
        // An object that stands for another says so by its __class__.
        return self.Ref is PyObject and not PyType && Operators.GetAttr(self, "__class__", Any.None).Ref is PyType said && said.IsSubclassOf(start) ? said
            : throw new TypeError($"super(type, obj): obj ({(self.Ref is PyType given ? $"type {given.ErrorName}" : $"instance of {type.ErrorName}")}) is not an instance or subtype of type ({start.ErrorName}).");
    }

    /// <summary>What an unbound one gives as an attribute of an object's class.</summary>
    private Any Bound(Any instance)
    {
        if (instance.IsUnbound || instance.IsNone || !_self.IsNone || _start is null)
            return this;
        return ReferenceEquals(_class, Type) ? new Super(_start, instance) : ((Any)_class).Call(_start, instance);
    }

    bool IDescriptor.IsData => false;

    Any IDescriptor.Get(Any instance, PyType owner) => Bound(instance);

    void IDescriptor.Set(Any instance, Any value) => throw new AttributeError("__set__");

    void IDescriptor.Delete(Any instance) => throw new AttributeError("__delete__");

    /// <summary><c>super().name</c>.</summary>
    public Any GetMember(string name)
    {
        var found = TryGetMember(name);
        return found.IsUnbound ? throw new AttributeError($"'{_class.Name}' object has no attribute '{name}'", name, this) : found;
    }

    internal Any TryGetMember(string name)
    {
        var found = name == "__class__" || _start is null || _order is null ? Any.Unbound : _order.LookupAfter(_start, name);
        if (found.IsUnbound || found.Ref is FieldDescriptor { IsOfObjectsAlone: true })
            return Operators.GenericGet(this, _class, name);
        var instance = ReferenceEquals(_self.Ref, _order) ? Any.Unbound : _self;
        if (found.Ref is FieldDescriptor { Owner: null } field)
            return field.SharedBy(instance, _order!);
        return Descriptor.Of(found) is { } descriptor ? descriptor.Get(instance, _order!) : found;
    }

    private string Describe()
        => $"<super: <class '{_start?.Name ?? "NULL"}'>, {(_order is null ? "NULL" : $"<{_order.Name} object>")}>";
}
