namespace Pytocs.Runtime.Core;

/// <summary>Dataclasses that are C# classes.</summary>
public static class EmittedDataclass
{
    /// <summary>Names the fields, which <c>asdict</c>, <c>astuple</c> and <c>replace</c> ask for.</summary>
    /// <param name="type">The class.</param>
    /// <param name="fields">The names in order, with <c>!</c> before those that <c>__init__</c> does not take.</param>
    public static PyType Dataclass(this PyType type, params ReadOnlySpan<string> fields)
    {
        var all = new PyDict<Any, Any>();
        foreach (var field in fields)
            all[field.TrimStart('!')] = new DataclassField { Name = field.TrimStart('!'), Init = field[0] != '!' };
        return type.Attribute("__dataclass_fields__", all);
    }
}
