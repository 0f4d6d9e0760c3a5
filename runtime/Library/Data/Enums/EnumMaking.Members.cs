namespace Pytocs.Runtime.Core;

/// <summary>How the members of an enum class are made and found.</summary>
internal static partial class EnumMaking
{
    /// <summary>A member's value in the namespace, until the class is there to make the member.</summary>
    private sealed class Proto(Any value, PyEnum? made) : PyObject
    {
        private static readonly PyType s_type = PyType.Builtin("_proto_member", module: "enum")
            .Method("__set_name__", "self, owner, name", static (self, owner, name) =>
            {
                ((Proto)self.Ref!).Add((PyType)owner.Ref!, (string)name.Ref!);
                return Any.None;
            });

        public override PyType Class => s_type;

        private void Add(PyType owner, string name)
        {
            if (made is not null)
                made.Owner = owner;
            AddMember(owner, name, value, made);
        }
    }

    private static void AddMember(PyType cls, string name, Any value, PyEnum? made)
    {
        cls.Namespace.Remove(name);
        PyType.Changed();
        var dataType = DataType(cls);
        PyTuple arguments = value.Ref is PyTuple tuple && !ReferenceEquals(dataType, TupleType.Type) ? tuple : PyTuple.Of(value);
        var member = made is null ? Make(cls, arguments) : made;
        var dict = ((IPyObject)member.Ref!).InstanceDict(create: true)!;
        if (Operators.GetAttr(member, "_value_", Any.Unbound).IsUnbound)
            dict["_value_"] = ReferenceEquals(dataType, PyType.Object) ? value : DataValue(dataType, arguments);
        value = member.Get("_value_");
        dict["_name_"] = name;
        dict["__objclass__"] = cls;
        if (cls.Lookup("__init__") is { Ref: PyFunction { IsBuiltin: false } } init)
            init.Call(new Arguments(arguments.AsSpan()).WithFirst(member));
        var names = (PyList<Any>)cls.Lookup("_member_names_").Ref!;
        dict["_sort_order_"] = (long)names.Count;
        var known = Find(cls, value);
        if (!known.IsUnbound)
        {
            member = known;
        }
        else if (!IsFlag(cls))
        {
            names.Append(name);
        }
        else if (Operators.IsIntLike(value) && EnumFlags.IsSingle(Operators.ToInt(value)))
        {
            names.Append(name);
        }
        if (IsFlag(cls) && Operators.IsIntLike(value))
            EnumFlags.Note(cls, Operators.ToInt(value));
        Publish(cls, name, member);
        AddValue(cls, value, member);
    }

    private static Any DataValue(PyType dataType, PyTuple arguments)
    {
        try
        {
            return ((Any)dataType).Call(new Arguments(arguments.AsSpan()));
        }
        catch (PyException error)
        {
            throw new TypeError("_value_ not set in __new__, unable to create it") { Cause = error, SuppressContext = true };
        }
    }

    private static Any Make(PyType cls, PyTuple arguments)
    {
        var make = cls.Lookup("_new_member_");
        var target = make.Ref is StaticMethod { Function: var function } ? function : make;
        if (target.IsNone || target.Ref is PyFunction { IsBuiltin: true })
            return Bare(cls, cls.Lookup("_use_args_").Truth ? new Arguments(arguments.AsSpan()) : new Arguments());
        return target.Call((cls.Lookup("_use_args_").Truth ? new Arguments(arguments.AsSpan()) : new Arguments()).WithFirst(cls));
    }

    /// <summary>A member without a name, as the data type makes it.</summary>
    public static Any Bare(PyType cls, Arguments arguments)
    {
        var make = DataType(cls).Lookup("__new__");
        return ReferenceEquals(DataType(cls), PyType.Object) || !DataType(cls).IsBuiltin || make.Ref is not StaticMethod { Function: var function } || IsPlain(make)
            ? cls.FindAllocator()(cls, arguments)
            : function.Call(arguments.WithFirst(cls));
    }

    /// <summary>The member with a value; unbound where there is none.</summary>
    public static Any Find(PyType cls, Any value)
    {
        try
        {
            return ((PyDict<Any, Any>)cls.Lookup("_value2member_map_").Ref!).TryGetValue(value, out var member) ? member : Any.Unbound;
        }
        catch (TypeError)
        {
            // An unhashable value is found by comparison.
            foreach (var (_, member) in Members(cls))
                if (Operators.Equal(member.Get("_value_"), value))
                    return member;
            return Any.Unbound;
        }
    }

    /// <exception cref="NameError">The name is another member's.</exception>
    public static void Publish(PyType cls, string name, Any member)
    {
        if (Members(cls).TryGetValue(name, out var known) && !ReferenceEquals(known.Ref, member.Ref))
            throw new NameError($"{Operators.Repr(name)} is already bound: {Operators.Repr(known)}");
        Members(cls)[name] = member;
        // A property of that name still serves the members themselves.
        cls.Define(name, cls.Lookup(name).Ref is EnumProperty property ? property.With(member) : member);
    }

    public static void AddValue(PyType cls, Any value, Any member)
    {
        try
        {
            var map = (PyDict<Any, Any>)cls.Lookup("_value2member_map_").Ref!;
            if (!map.TryGetValue(value, out var known))
                map[value] = member;
            else if (!ReferenceEquals(known.Ref, member.Ref))
                throw new ValueError($"{Operators.Repr(value)} is already bound: {Operators.Repr(known)}");
        }
        catch (TypeError)
        {
            ((PyList<Any>)cls.Lookup("_unhashable_values_").Ref!).Append(value);
        }
    }
}
