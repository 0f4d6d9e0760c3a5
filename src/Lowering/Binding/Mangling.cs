namespace Pytocs.Lowering.Binding;

/// <summary>Private names: see <see href="https://docs.python.org/3.13/reference/expressions.html#private-name-mangling">private name mangling</see>.</summary>
public static class Mangling
{
    /// <summary>Whether a name means something else in each class that it is written in.</summary>
    public static bool IsPrivate(string name) => name.StartsWith("__", StringComparison.Ordinal) && !name.EndsWith("__", StringComparison.Ordinal) && !name.Contains('.');

    /// <summary>The attribute that a name written in a scope means.</summary>
    public static string Mangle(string name, Scope scope)
    {
        if (!IsPrivate(name))
            return name;
        for (var s = scope; s is not null; s = s.Parent)
            if (s.Class is { } cls)
                return cls.Name.TrimStart('_') is { Length: > 0 } bare ? $"_{bare}{name}" : name;
        return name;
    }
}
