namespace Pytocs.Runtime.Core;

/// <summary><see href="https://docs.python.org/3.13/library/enum.html#enum.property">enum.property</see>: an attribute of members that leaves its name free for a member.</summary>
internal sealed class EnumProperty(Any get, Any set, Any delete, Any member) : PyObject, IDescriptor
{
    public static readonly PyType Type = CreateType();

    private string _name = "";
    private string _owner = "Enum";

    public override PyType Class => Type;

    public bool IsData => true;

    private static PyType CreateType()
    {
        var type = PyType.Builtin("property", module: "enum");
        type.New("cls, fget=None, fset=None, fdel=None, doc=None", static a => new EnumProperty(a[1], a[2], a[3], Any.Unbound), Any.None, Any.None, Any.None, Any.None);
        type.Property("fget", static o => ((EnumProperty)o.Ref!).Getter);
        type.Property("__doc__", static o => ((EnumProperty)o.Ref!).Getter is { IsNone: false } f ? Operators.GetAttr(f, "__doc__", Any.None) : Any.None);
        type.Method("setter", "self, fset", static (Any o, Any f) => new EnumProperty(((EnumProperty)o.Ref!).Getter, f, Any.None, Any.Unbound) { _name = ((EnumProperty)o.Ref!)._name });
        type.Method("__set_name__", "self, owner, name", static (o, owner, name) =>
        {
            ((EnumProperty)o.Ref!)._name = Operators.Str(name);
            ((EnumProperty)o.Ref!)._owner = ((PyType)owner.Ref!).Name;
            return Any.None;
        });
        return type;
    }

    public Any Getter => get;

    public EnumProperty With(Any value) => new(get, set, delete, value) { _name = _name, _owner = _owner };

    public EnumProperty Named(string name)
    {
        _name = name;
        return this;
    }

    public Any Get(Any instance, PyType owner)
    {
        if (!instance.IsUnbound)
            return get.IsNone ? throw new AttributeError($"{Operators.Repr(owner)} has no attribute {Operators.Repr(_name)}") : get.Call(instance);
        return !member.IsUnbound ? member : throw new AttributeError($"{Operators.Repr(owner)} has no attribute {Operators.Repr(_name)}", _name, owner);
    }

    public void Set(Any instance, Any value)
    {
        if (set.IsNone)
            throw new AttributeError($"<enum {Operators.Repr(_owner)}> cannot set attribute {Operators.Repr(_name)}");
        set.Call(instance, value);
    }

    public void Delete(Any instance)
    {
        if (delete.IsNone)
            throw new AttributeError($"<enum {Operators.Repr(_owner)}> cannot delete attribute {Operators.Repr(_name)}");
        delete.Call(instance);
    }
}
