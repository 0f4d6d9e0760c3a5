using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>A member of an emitted <see href="https://docs.python.org/3.13/library/enum.html#enum.Enum">Enum</see>.</summary>
/// <param name="name">The member's name in Python.</param>
public abstract class PyEnum(string name) : PyObject
{
    /// <inheritdoc/>
    public override PyType Class => Owner!;

    /// <summary>The member's name in Python: <c>_name_</c>.</summary>
    public string Name => name;

    /// <summary>The class of the member; null until it has all its members.</summary>
    internal PyType? Owner { get; set; }

    /// <summary>The member's value, as a dynamic one.</summary>
    internal abstract Any AnyValue { get; }
}

/// <inheritdoc cref="PyEnum"/>
/// <typeparam name="TSelf">The emitted class.</typeparam>
/// <typeparam name="TValue">The type of the values of its members.</typeparam>
/// <param name="name">The member's name in Python.</param>
/// <param name="value">Its value.</param>
public abstract class PyEnum<TSelf, TValue>(string name, TValue value) : PyEnum(name)
    where TSelf : PyEnum<TSelf, TValue>
{
    private static PyType? s_type;
    private static TSelf[]? s_members;

    /// <summary>The members in their order, as <c>for member in Status</c> hands them out.</summary>
    public static IReadOnlyList<TSelf> Members
    {
        get
        {
            _ = Known;
            return s_members!;
        }
    }

    /// <summary>The member's value: <c>_value_</c>.</summary>
    public TValue Value => value;

    /// <inheritdoc/>
    internal override Any AnyValue => Generic.ToAny(value);

    private static PyType Known
    {
        [UnconditionalSuppressMessage("Trimming", "IL2059", Justification = "The static constructor of the emitted class makes its members, which whoever names the class keeps.")]
        get
        {
            if (s_type is null)
                RuntimeHelpers.RunClassConstructor(typeof(TSelf).TypeHandle);
            return s_type!;
        }
    }

    /// <summary>The member with a value: <c>Status(value)</c>.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="ValueError">No member has it.</exception>
    public static TSelf Of(Any value) => ((Any)Known).Call(value).As<TSelf>();

    /// <summary>The member with a name: <c>Status[name]</c>.</summary>
    /// <param name="name">The name in Python.</param>
    /// <exception cref="KeyError">No member has it.</exception>
    public static TSelf Named(Any name) => ((Any)Known)[name].As<TSelf>();

    /// <summary>The class as Python sees it.</summary>
    /// <param name="name">Its name in Python.</param>
    /// <param name="module">The name of the module that defines it.</param>
    /// <param name="members">Its members in their order.</param>
    protected static PyType Enumeration(string name, string module, params TSelf[] members)
    {
        s_members = members;
        var space = EnumMaking.Prepare(name, PyTuple.Of(EnumModule.Enum));
        Operators.SetItem(space, "__module__", module);
        Operators.SetItem(space, "__qualname__", name);
        foreach (var said in (string[])[StatementAttribute.FirstLine, StatementAttribute.Assigned])
            Operators.SetItem(space, said, new StatementAttribute(module, name, said));
        foreach (var member in members)
            Operators.SetItem(space, member.Name, member.AnyValue);
        return s_type = EnumMaking.Create(EnumMeta.Type, name, PyTuple.Of(EnumModule.Enum), space, new PyDict<Any, Any>(), members);
    }
}
