namespace Pytocs.Runtime.Core;

/// <summary>The attributes of classes as <c>vars</c> and <c>dir</c> show them.</summary>
public sealed partial class PyType
{
    private static readonly string[] s_firstNames = ["__module__", StatementAttribute.FirstLine, "__type_params__", "__annotations__"];
    private static readonly string[] s_lastNames = [StatementAttribute.Assigned, "__orig_bases__", "__dict__", "__weakref__", "__doc__", "__hash__", "__abstractmethods__", "__parameters__"];

    private bool _isEmitted;

    /// <summary>Where among the attributes <c>__init__</c> stands, which the C# constructor is; negative where the class has none of its own.</summary>
    private int _constructorIndex = -1;

    /// <summary>The class's own attributes as Python code sees them.</summary>
    internal PyDict<Any, Any> Attributes()
    {
        Complete();
        if (_constructorIndex < 0 && !Namespace.Entries().Any(static e => e.Value.Ref is SharedAttribute or FieldDescriptor { Owner: null }))
            return Namespace;
        var seen = new PyDict<Any, Any>();
        var index = 0;
        foreach (var (key, value) in Namespace.Entries())
        {
            if (index++ == _constructorIndex)
                seen["__init__"] = Initialiser ?? _constructor!;
            if (!IsInstanceOnly(value))
                seen[key] = value.Ref is SharedAttribute shared ? shared.Value : value.Ref is FieldDescriptor { Shared: { IsUnbound: false } own } ? own : value;
        }
        return seen;
    }

    /// <summary>The names of the class's own attributes.</summary>
    internal IEnumerable<Any> AttributeNames()
    {
        Complete();
        return Namespace.Entries().Where(static e => !IsInstanceOnly(e.Value)).Select(static e => e.Key);
    }

    /// <summary>Whether a class keeps something for its objects that is no attribute of its own.</summary>
    private static bool IsInstanceOnly(Any value) => value.Ref is FieldDescriptor { IsOfObjectsAlone: true };

    /// <summary>Adds what the class statement says of itself; an emitted class gets the order of its text as well.</summary>
    private void Complete()
    {
        if (IsBuiltin || !Namespace.TryGetValue(StatementAttribute.FirstLine, out var first) || first.Ref is not StatementAttribute statement)
            return;
        StatementAttribute.Settle(Namespace);
        if (_isEmitted)
            Arrange(statement.Bound);
        Changed();
    }

    private void Arrange(IReadOnlyList<string> bound)
    {
        var own = bound.Select(Mangled).ToArray();
        var hasText = Namespace.TryGetValue("__doc__", out var doc) && !doc.IsNone;
        string[] head = [.. s_firstNames, .. hasText ? ["__doc__"] : Array.Empty<string>(), .. own];
        var last = s_lastNames.Except(head).ToArray();
        var entries = Namespace.Entries().ToArray();
        var middle = entries.Select(static e => Operators.Str(e.Key)).Except(head).Except(last);
        var slots = entries.Where(static e => e.Value.Ref is FieldDescriptor).Select(static e => Operators.Str(e.Key)).ToArray();
        var values = entries.ToDictionary(static e => Operators.Str(e.Key), static e => e.Value);
        Namespace.Clear();
        foreach (var name in head.Concat(middle.Except(slots)).Concat(last[..1]).Concat(slots).Concat(last).Distinct())
            if (values.TryGetValue(name, out var value))
                Namespace[name] = value;
            else if (name == "__init__" && _constructor is not null)
                _constructorIndex = Namespace.Count;
    }
}
