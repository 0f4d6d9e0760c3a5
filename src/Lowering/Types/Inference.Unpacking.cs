using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Values that are taken apart.</summary>
public sealed partial class Inference
{
    private void Unpack(IReadOnlyList<Py.Expression> targets, StaticType type, Py.Expression? source)
    {
        var starred = targets.Any(t => t is Py.Starred);
        if (!starred && source is Py.Tuple { Elts: var values } && values.Length == targets.Count && values.All(v => v is not Py.Starred))
        {
            for (var i = 0; i < targets.Count; i++)
                Assign(targets[i], Infer(values[i]), values[i]);
            return;
        }
        for (var i = 0; i < targets.Count; i++)
        {
            if (targets[i] is Py.Starred rest)
            {
                // The list is new, and nothing else knows it.
                Assign(rest.Value, StarredList(rest, starred && type is TupleShape ? StaticType.Any : OperatorRules.ItemOf(type)), null);
                continue;
            }
            var item = !starred && type is TupleShape shape && shape.Items.Length == targets.Count ? shape.Items[i]
                : type is TupleShape ? StaticType.Any
                : IsOpen(type) ? StaticType.Never : OperatorRules.ItemOf(type);
            Assign(targets[i], item, null);
        }
        if (type is InstanceType)
            _lattice.Escape(type, toProgram: false);
        if (type is TupleShape { Items: var items } && (starred || items.Length != targets.Count))
            _lattice.Escape(type);
    }

    private StaticType StarredList(Py.Expression node, StaticType item)
    {
        if (!_made.TryGetValue(node, out var list))
            _made[node] = list = new ListType(new Cell());
        // Unpacking makes the list of dynamic values.
        ((ListType)list).Element.Add(StaticType.Any, _lattice);
        _lattice.Escape(item);
        return list;
    }
}
