using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Library functions that put one argument into another.</summary>
public sealed partial class Inference
{
    private static readonly HashSet<string> s_storing = new(StringComparer.Ordinal)
    {
        "heapq.heappush", "heapq.heappushpop", "heapq.heapreplace", "bisect.insort", "bisect.insort_left", "bisect.insort_right", "operator.setitem", "operator.iadd", "operator.iconcat",
    };

    /// <summary>Whether a container's elements are, or hold, containers themselves: those cannot be converted as they are put in.</summary>
    private static bool HoldsContainers(StaticType type) => type switch
    {
        ListType list => IsContainer(list.Element.Type),
        DictType dict => IsContainer(dict.Value.Type),
        _ => false,
    };

    private static bool IsContainer(StaticType type) => type switch
    {
        ListType or DictType or SetType => true,
        TupleShape tuple => tuple.Items.Any(IsContainer),
        OptionalType optional => IsContainer(optional.Inner),
        _ => false,
    };

    /// <summary>A value reaches code that may do anything with it.</summary>
    private void ToAny(Py.Expression expression)
    {
        AsObject(expression);
        _lattice.Escape(Infer(expression));
    }

    /// <summary>A call that was typed while less was known of its receiver may have made a C# lambda of an argument, which is an object again.</summary>
    private void AsObject(Py.Expression argument)
    {
        if (argument is Py.Lambda lambda && _model.Functions[lambda] is { IsInlined: true } own)
        {
            own.IsInlined = false;
            _lattice.Changed = true;
        }
    }
}
