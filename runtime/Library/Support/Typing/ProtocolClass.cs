namespace Pytocs.Runtime.Core;

/// <summary>
/// Builds what Python sees of a protocol that is a C# interface.
/// See <see href="https://docs.python.org/3.13/library/typing.html#typing.Protocol">typing.Protocol</see>.
/// </summary>
/// <param name="name">Its qualified name.</param>
/// <param name="module">The module it is defined in.</param>
public sealed class ProtocolClass(string name, string module)
{
    private readonly List<Action<ClassNamespace>> _members = [];

    public ProtocolClass Doc(string text) => Member("__doc__", () => text);

    /// <summary>An attribute that the protocol only annotates.</summary>
    public ProtocolClass Attribute(string attribute)
    {
        _members.Add(space => space.Annotate(attribute, Any.None));
        return this;
    }

    public ProtocolClass Method(string method, string signature, params Any[] defaults) => Member(method, () => Open(method, signature, defaults));

    public ProtocolClass Property(string property) => Member(property, () => new PyProperty(Open(property, "self", []), Any.None, Any.None, Any.None) { Name = property });

    /// <summary>The class.</summary>
    public PyType Build()
        => (PyType)ClassBuilder.Build(name[(name.LastIndexOf('.') + 1)..], name, module, new Arguments { Modules.ImportFrom("typing", "Protocol") }, space => _members.ForEach(add => add(space))).Ref!;

    /// <summary>The class, of which <c>isinstance</c> may be asked.</summary>
    public PyType BuildCheckable() => (PyType)Modules.ImportFrom("typing", "runtime_checkable").Call(Build()).Ref!;

    private ProtocolClass Member(string key, Func<Any> make)
    {
        _members.Add(space => space[key] = make());
        return this;
    }

    private PyFunction Open(string method, string signature, Any[] defaults) => new($"{name}.{method}", signature, static (Any[] _) => Any.None, defaults) { Module = module, IsMethod = true };
}
