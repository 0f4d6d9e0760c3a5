namespace Pytocs.Runtime.Core;

/// <summary>Flags: members that are bits, and what their combinations are. See <see href="https://docs.python.org/3.13/library/enum.html#enum.Flag">Flag</see>.</summary>
internal static class EnumFlags
{
    public static bool IsSingle(PyInt value) => value > 0 && (value & (value - 1)) == 0;

    private static PyInt Bits(Any flag) => Operators.ToInt(flag.Get("_value_"));

    private static PyInt Number(PyType cls, string name) => Operators.ToInt(cls.Lookup(name));

    /// <summary>Whether the class's boundary is that one.</summary>
    public static bool Is(PyType cls, string boundary)
        => cls.Lookup("_boundary_") is { IsNone: false, IsUnbound: false } own && Operators.Str(own.Get("_name_")) == boundary;

    /// <summary>A member's bits are the class's.</summary>
    public static void Note(PyType cls, PyInt value)
    {
        if (value < 0)
            return;
        var mask = Number(cls, "_flag_mask_") | value;
        cls.Define("_flag_mask_", mask);
        if (IsSingle(value))
            cls.Define("_singles_mask_", Number(cls, "_singles_mask_") | value);
        cls.Define("_all_bits_", ((PyInt)1 << (PyInt)mask.BitLength) - 1);
    }

    public static void Declare(PyType type)
    {
        void Add(string name, string signature, Func<Any[], Any> body) => type.Define(name, new PyFunction("Flag." + name, signature, body) { Module = "enum" });
        void Shared(string name, string signature, Func<Any[], Any> body) => type.Define(name, new ClassMethod(new PyFunction("Flag." + name, signature, body) { Module = "enum" }));
        foreach (var (name, symbol, combine) in (ReadOnlySpan<(string, string, Func<PyInt, PyInt, PyInt>)>)[("or", "|", static (a, b) => a | b), ("and", "&", static (a, b) => a & b), ("xor", "^", static (a, b) => a ^ b)])
        {
            Add($"__{name}__", "self, other", a => Combine(a[0], a[1], symbol, combine));
            Add($"__r{name}__", "self, other", a => Combine(a[0], a[1], symbol, combine));
        }
        Add("__invert__", "self", static a => Inverted(a[0]));
        Add("__contains__", "self, other", static a => PyType.Of(a[1]).IsSubclassOf(PyType.Of(a[0]))
            ? (Bits(a[0]) & Bits(a[1])) == Bits(a[1])
            : throw new TypeError($"unsupported operand type(s) for 'in': {Operators.Repr(PyType.Of(a[1]).QualName)} and {Operators.Repr(PyType.Of(a[0]).QualName)}"));
        Add("__bool__", "self", static a => Bits(a[0]) != 0);
        Add("__len__", "self", static a => (long)Parts(PyType.Of(a[0]), Bits(a[0])).Count());
        Add("__iter__", "self", static a => Operators.Iter(((Any)PyType.Of(a[0])).Invoke("_iter_member_", a[0].Get("_value_"))));
        Add("__repr__", "self", static a => Text(a[0]));
        Add("__str__", "self", static a => a[0].Get("_name_") is { IsNone: false } name ? $"{PyType.Of(a[0]).Name}.{Operators.Str(name)}" : $"{PyType.Of(a[0]).Name}({Operators.Repr(a[0].Get("_value_"))})");
        Shared("_iter_member_", "cls, value", static a => new PyTuple([.. Parts((PyType)a[0].Ref!, Operators.ToInt(a[1]))]).GetPyIterator());
        Shared("_iter_member_by_value_", "cls, value", static a => new PyTuple([.. Parts((PyType)a[0].Ref!, Operators.ToInt(a[1]))]).GetPyIterator());
        Shared("_iter_member_by_def_", "cls, value", static a => new PyTuple([.. Parts((PyType)a[0].Ref!, Operators.ToInt(a[1])).OrderBy(static m => (long)Operators.ToInt(m.Get("_sort_order_")))]).GetPyIterator());
        Shared("_missing_", "cls, value", static a => Missing((PyType)a[0].Ref!, a[1]));
        type.Define("_numeric_repr_", new StaticMethod(Builtins.Get("repr")));
        type.Define("_generate_next_value_", new StaticMethod(new PyFunction("Flag._generate_next_value_", "name, start, count, last_values", static (Any[] a) => Next(a[1], Operators.ToList(a[3])))));
    }

    private static Any Next(Any start, List<Any> last)
    {
        if (last.Count == 0)
            return start.IsNone ? 1 : start;
        var highest = last.Aggregate(static (x, y) => Operators.Compare(Comparison.Lt, x, y).Truth ? y : x);
        return Operators.IsIntLike(highest) ? (PyInt)1 << (PyInt)Operators.ToInt(highest).BitLength : throw new TypeError($"invalid flag value {Operators.Repr(highest)}");
    }

    private static string Text(Any flag)
    {
        var cls = PyType.Of(flag);
        var value = flag.Get("_value_");
        var shown = cls.Lookup("_value_repr_") is { IsNone: false, IsUnbound: false } repr ? Operators.Str(repr.Call(value)) : Operators.Repr(value);
        return flag.Get("_name_") is { IsNone: false } name ? $"<{cls.Name}.{Operators.Str(name)}: {shown}>" : $"<{cls.Name}: {shown}>";
    }

    /// <summary>The members of one bit each that a value holds.</summary>
    private static IEnumerable<Any> Parts(PyType cls, PyInt value)
    {
        var map = (PyDict<Any, Any>)cls.Lookup("_value2member_map_").Ref!;
        for (value &= Number(cls, "_flag_mask_"); value > 0;)
        {
            var bit = value & -value;
            if (map.TryGetValue(bit, out var member))
                yield return member;
            value ^= bit;
        }
    }

    /// <summary>What stands at the other side of an operator, as a number; unbound where it is none of the flag's.</summary>
    private static Any Other(Any self, Any other)
    {
        if (PyType.Of(other).IsSubclassOf(PyType.Of(self)))
            return other.Get("_value_");
        var dataType = EnumMaking.DataType(PyType.Of(self));
        return !ReferenceEquals(dataType, PyType.Object) && PyType.Of(other).IsSubclassOf(dataType) ? other : Any.Unbound;
    }

    private static Any Combine(Any self, Any other, string symbol, Func<PyInt, PyInt, PyInt> combine)
    {
        var value = Other(self, other);
        if (value.IsUnbound)
            return Any.NotImplemented;
        foreach (var flag in (Any[])[self, other])
            if (Other(self, flag).IsNone)
                throw new TypeError($"'{Operators.Str(flag)}' cannot be combined with other flags with {symbol}");
        return EnumMeta.ByValue(PyType.Of(self), combine(Bits(self), Operators.ToInt(value)));
    }

    private static Any Inverted(Any self)
    {
        var cls = PyType.Of(self);
        if (self.Get("_value_").IsNone)
            throw new TypeError($"'{Operators.Str(self)}' cannot be inverted");
        return Is(cls, "EJECT") || Is(cls, "KEEP") ? EnumMeta.ByValue(cls, ~Bits(self)) : EnumMeta.ByValue(cls, Number(cls, "_singles_mask_") & ~Bits(self));
    }

    private static string Binary(PyInt value, int bits)
    {
        var digits = Convert(value < 0 ? value + ((PyInt)1 << (PyInt)bits) : value);
        return $"0b{(value < 0 ? 1 : 0)} {digits.PadLeft(bits, '0')}";

        static string Convert(PyInt number) => Operators.Format(number, "b");
    }

    /// <summary>A value that is no member's: a combination of members, by the boundary of the class.</summary>
    private static Any Missing(PyType cls, Any given)
    {
        if (!Operators.IsIntLike(given))
            throw new ValueError($"{Operators.Repr(given)} is not a valid {cls.QualName}");
        var value = Operators.ToInt(given);
        var (mask, singles, all) = (Number(cls, "_flag_mask_"), Number(cls, "_singles_mask_"), Number(cls, "_all_bits_"));
        var keeps = Is(cls, "KEEP");
        if (value < ~all || value > all || (value & (all ^ mask)) != 0)
        {
            if (Is(cls, "STRICT"))
            {
                var bits = (int)Math.Max(value.BitLength, mask.BitLength);
                throw new ValueError($"{Operators.Repr(cls)} invalid value {Operators.Repr(given)}\n    given {Binary(value, bits)}\n  allowed {Binary(mask, bits)}");
            }
            if (Is(cls, "CONFORM"))
                value &= mask;
            else if (Is(cls, "EJECT"))
                return value;
            else if (keeps && value < 0)
                value = Max(all + 1, (PyInt)1 << (PyInt)value.BitLength) + value;
        }
        var negative = value < 0;
        var asked = value;
        if (negative)
            value = Is(cls, "EJECT") || keeps ? all + 1 + value : singles & value;
        var unknown = value & ~mask;
        if (unknown != 0 && !keeps)
            throw new ValueError($"{cls.Name}({Operators.Repr(value)}) -->  unknown values {Operators.Repr(unknown)} [{Operators.Repr(cls.Lookup("_boundary_"))}]");
        var made = EnumMaking.Find(cls, value) is { IsUnbound: false } known ? known : Combined(cls, value, singles);
        if (negative)
            EnumMaking.AddValue(cls, asked, made);
        return made;
    }

    private static PyInt Max(PyInt a, PyInt b) => a > b ? a : b;

    private static Any Combined(PyType cls, PyInt value, PyInt singles)
    {
        var pseudo = EnumMaking.Bare(cls, ReferenceEquals(EnumMaking.DataType(cls), PyType.Object) ? new Arguments() : new Arguments { value });
        var dict = ((IPyObject)pseudo.Ref!).InstanceDict(create: true)!;
        dict["_value_"] = value;
        var members = Operators.ToList(((Any)cls).Invoke("_iter_member_", value & singles));
        var combined = members.Aggregate((PyInt)0, static (bits, m) => bits | Bits(m));
        if ((value & ~singles) != 0)
            foreach (var (_, member) in EnumMaking.Members(cls))
                if (Bits(member) is var bits && bits != 0 && (bits & value) == bits && !members.Exists(m => ReferenceEquals(m.Ref, member.Ref)))
                {
                    members.Add(member);
                    combined |= bits;
                }
        var rest = value ^ combined;
        if (combined == 0)
            dict["_name_"] = Any.None;
        else if (rest != 0 && Is(cls, "STRICT"))
            throw new ValueError($"{Operators.Repr(cls)}: no members with value {Operators.Repr(rest)}");
        else
            dict["_name_"] = string.Join("|", members.Select(static m => Operators.Str(m.Get("_name_")))) + (rest != 0 ? "|" + Operators.Str(((Any)cls).Invoke("_numeric_repr_", rest)) : "");
        EnumMaking.AddValue(cls, value, pseudo);
        return pseudo;
    }
}
