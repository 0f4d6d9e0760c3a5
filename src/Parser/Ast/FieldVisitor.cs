using System.Collections.Immutable;

namespace Pytocs.Parser.Ast;

/// <summary>Receives the fields of a node one by one; a method that is not overridden does nothing, but for <see cref="Nodes(string, ImmutableArray{Node?})"/>, which shows one child after the other.</summary>
public abstract class FieldVisitor
{
    /// <summary>A field that holds a node or nothing.</summary>
    public virtual void Child(string name, Node? node) { }

    /// <summary>A field that holds a sequence of nodes (with nulls in the keys of a dict).</summary>
    public virtual void Nodes(string name, ImmutableArray<Node?> nodes)
    {
        foreach (var node in nodes) Child(name, node);
    }

    /// <inheritdoc cref="Nodes(string, ImmutableArray{Node?})"/>
    public void Nodes<T>(string name, ImmutableArray<T> nodes) where T : Node? => Nodes(name, ImmutableArray<Node?>.CastUp(nodes));

    /// <summary>A field that holds an identifier or nothing.</summary>
    public virtual void Identifier(string name, string? value) { }

    /// <summary>A field that holds identifiers.</summary>
    public virtual void Identifiers(string name, ImmutableArray<string> values) { }

    /// <summary>A field that holds a number.</summary>
    public virtual void Integer(string name, int value) { }

    /// <summary>A field that holds a truth value, a number in CPython.</summary>
    public virtual void Flag(string name, bool value) { }

    /// <summary>A field that holds an operator or a context.</summary>
    public virtual void Symbol<T>(string name, T value) where T : struct, Enum { }

    /// <summary>A field that holds comparison operators.</summary>
    public virtual void Operators(string name, ImmutableArray<CompareOperator> values) { }

    /// <summary>A field that holds the value of a literal.</summary>
    public virtual void Constant(string name, object? value) { }
}
