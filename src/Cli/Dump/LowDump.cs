using System.Collections;
using System.Collections.Immutable;
using System.Text;
using Pytocs.Lowering.Tree;

namespace Pytocs.Cli.Dump;

/// <summary>Writes a Low tree, a node a line, its parts indented beneath.</summary>
internal static class LowDump
{
    public static string Write(LowNode root)
    {
        var text = new StringBuilder();
        Node(root, "", 0, text);
        return text.ToString();
    }

    private static void Value(string name, object? value, int depth, StringBuilder text)
    {
        switch (value)
        {
            case null or false or "" or LowTrivia:
                break;
            case LowType type:
                text.Append(' ', 2 * depth).Append(name).Append(": ").Append(Type(type)).Append('\n');
                break;
            case not null when value.GetType().Namespace == typeof(LowNode).Namespace && !value.GetType().IsEnum:
                Node(value, name + ": ", depth, text);
                break;
            // Arguments of a constructor's initializer that it does not have.
            case ImmutableArray<LowArgument> { IsDefault: true }:
                break;
            case IEnumerable items and not string:
                foreach (var item in items)
                    Value(name, item, depth, text);
                break;
            default:
                text.Append(' ', 2 * depth).Append(name).Append(": ").Append(value.ToString()!.ReplaceLineEndings("\\n")).Append('\n');
                break;
        }
    }

    private static string Type(LowType type) => type switch
    {
        LowNamedType { Arguments.Length: > 0 } named => $"{named.Name}<{string.Join(", ", named.Arguments.Select(Type))}>",
        LowNamedType named => named.Name,
        LowTupleType tuple => $"({string.Join(", ", tuple.Items.Select(Type))})",
        LowNullableType nullable => Type(nullable.Inner) + "?",
        LowArrayType array => Type(array.Element) + "[]",
        _ => type.ToString(),
    };

    private static void Node(object node, string label, int depth, StringBuilder text)
    {
        text.Append(' ', 2 * depth).Append(label).Append(node.GetType().Name).Append('\n');
        foreach (var property in node.GetType().GetProperties().Where(p => p.Name is not ("Origin" or "EqualityContract") && p.GetIndexParameters().Length == 0))
            Value(property.Name, property.GetValue(node), depth + 1, text);
    }
}
