namespace Pytocs.Runtime.Core;

/// <summary>Decorators of enum classes: <see href="https://docs.python.org/3.13/library/enum.html#enum.verify">verify</see>, unique, global_enum.</summary>
internal static class EnumChecks
{
    private static List<(string Alias, string Name)> Aliases(PyType cls)
        => [.. EnumMaking.Members(cls).Where(static e => !Operators.Equal(e.Key, e.Value.Get("_name_"))).Select(static e => (Operators.Str(e.Key), Operators.Str(e.Value.Get("_name_"))))];

    public static Any Unique(PyType cls)
        => Aliases(cls) is { Count: > 0 } aliases ? throw new ValueError($"duplicate values found in {Operators.Repr(cls)}: {string.Join(", ", aliases.Select(static a => $"{a.Alias} -> {a.Name}"))}") : cls;

    public static Any Verify(PyTuple checks) => new PyFunction("verify.__call__", "enumeration", (Any cls) =>
    {
        foreach (var check in checks)
            Verify((PyType)cls.Ref!, Operators.Str(check.Get("_name_")));
        return cls;
    });

    private static void Verify(PyType cls, string check)
    {
        if (check == "UNIQUE")
        {
            if (Aliases(cls) is { Count: > 0 } aliases)
                throw new ValueError($"aliases found in {Operators.Repr(cls)}: {string.Join(", ", aliases.Select(static a => $"{a.Alias} -> {a.Name}"))}");
            return;
        }
        var values = EnumMeta.Ordered(cls).Select(static m => m.Get("_value_")).ToList();
        if (check == "CONTINUOUS")
        {
            if (values.Count < 2)
                return;
            var numbers = values.Select(static v => Operators.ToInt(v)).ToHashSet();
            var (low, high) = (numbers.Min(), numbers.Max());
            var missing = new List<PyInt>();
            if (EnumMaking.IsFlag(cls))
            {
                for (var bit = low << 1; bit < high; bit <<= 1)
                    if (!numbers.Contains(bit))
                        missing.Add(bit);
            }
            else
            {
                for (var number = low + 1; number < high; number += 1)
                    if (!numbers.Contains(number))
                        missing.Add(number);
            }
            if (missing.Count > 0)
                throw new ValueError($"invalid {(EnumMaking.IsFlag(cls) ? "flag" : "enum")} {Operators.Repr(cls.Name)}: missing values {string.Join(", ", missing)}");
            return;
        }
        var own = values.Select(static v => Operators.ToInt(v)).ToHashSet();
        var names = new List<string>();
        PyInt lost = 0;
        foreach (var (name, member) in EnumMaking.Members(cls))
        {
            var value = Operators.ToInt(member.Get("_value_"));
            if (!Operators.Equal(name, member.Get("_name_")) || value < 0 || EnumFlags.IsSingle(value))
                continue;
            var absent = EnumModule.SingleBits(value).Where(b => !own.Contains(b)).ToList();
            if (absent.Count == 0)
                continue;
            names.Add(Operators.Str(name));
            foreach (var bit in absent)
                lost |= bit;
        }
        if (names.Count == 0)
            return;
        var alias = names.Count == 1 ? $"alias {names[0]} is missing" : $"aliases {string.Join(", ", names[..^1])} and {names[^1]} are missing";
        var what = EnumFlags.IsSingle(lost) ? $"value 0x{Operators.Format(lost, "x")}" : $"combined values of 0x{Operators.Format(lost, "x")}";
        throw new ValueError($"invalid Flag {Operators.Repr(cls.Name)}: {alias} {what} [use enum.show_flag_values(value) for details]");
    }

    /// <summary>Members become names of their module, and are shown as such.</summary>
    public static Any Publish(PyType cls, bool updatesStr)
    {
        static string Module(Any member) => PyType.Of(member).Module.Split('.')[^1];
        var repr = new PyFunction("global_enum_repr", "self", static (Any self) =>
        {
            if (!self.Get("_name_").IsNone)
                return string.Join("|", Operators.Str(self.Get("_name_")).Split('|').Select(n => $"{Module(self)}.{n}"));
            return $"{Module(self)}.{PyType.Of(self).Name}({Operators.Repr(self.Get("_value_"))})";
        });
        cls.Define("__repr__", repr);
        if (!ReferenceEquals(EnumMaking.DataType(cls), PyType.Object) == false || updatesStr)
            cls.Define("__str__", new PyFunction("global_str", "self", static (Any self) => self.Get("_name_").IsNone ? $"{PyType.Of(self).Name}({Operators.Repr(self.Get("_value_"))})" : self.Get("_name_")));
        if (Modules.Loaded.TryGetValue(cls.Module, out var home))
            foreach (var (name, member) in EnumMaking.Members(cls))
                home.Set((string)name.Ref!, member);
        return cls;
    }

    /// <summary>An enum of a plain class's names.</summary>
    public static Any FromClass(PyType root, PyType cls, Any boundary)
    {
        var space = EnumMaking.Prepare(cls.Name, PyTuple.Of(root));
        foreach (var (name, value) in cls.Namespace.Entries())
            if (name.Ref is not (string and ("__dict__" or "__weakref__")))
                Operators.SetItem(space, name, value);
        Operators.SetItem(space, "__qualname__", cls.QualName);
        return EnumMaking.Create(root.Class, cls.Name, PyTuple.Of(root), space, boundary.IsNone ? new PyDict<Any, Any>() : new PyDict<Any, Any> { ["boundary"] = boundary });
    }

    /// <exception cref="TypeError">Two enums have different members.</exception>
    public static Any Compare(PyType expected, PyType actual)
    {
        var failures = new List<string>();
        foreach (var (name, member) in EnumMaking.Members(expected))
            if (!EnumMaking.Members(actual).TryGetValue(name, out var other))
                failures.Add($"missing key: {Operators.Repr(name)}");
            else if (!Operators.Equal(member.Get("_value_"), other.Get("_value_")))
                failures.Add($"{Operators.Str(name)}: {Operators.Repr(member)} != {Operators.Repr(other)}");
        failures.AddRange(EnumMaking.Members(actual).Where(e => !EnumMaking.Members(expected).ContainsKey(e.Key)).Select(static e => $"extra key: {Operators.Repr(e.Key)}"));
        return failures.Count == 0 ? Any.None : throw new TypeError("enum mismatch:\n   " + string.Join("\n   ", failures));
    }
}
