using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Types;

/// <summary>What flows into symbols, and what annotations promise of it.</summary>
public sealed partial class Lattice
{
    /// <summary>Lets a type flow into a symbol.</summary>
    public void Flow(StaticType type, TypedSymbol target)
    {
        if (target.Declared is { } declared && !target.IsWidened)
        {
            if (Fits(type, declared))
                return;
            if (WithoutResult(declared) is { } loose && Fits(type, loose))
            {
                target.Declared = loose;
                Changed = true;
                return;
            }
            target.IsWidened = true;
            Changed = true;
            Escape(declared);
            target.Type = StaticType.Any;
        }
        var joined = Join(target.Type, type);
        if (Equals(joined, target.Type))
            return;
        target.Type = joined;
        Changed = true;
    }

    /// <summary>
    /// Lets what the interpreter passes to a special method flow into its parameter: an annotation that a check can hold it to is
    /// believed there.
    /// </summary>
    public void FlowFromInterpreter(TypedSymbol target)
    {
        if (target is { IsWidened: false, Declared: { } promised } && WithoutResult(promised) is { } loose)
        {
            target.Declared = loose;
            Changed = true;
        }
        if (target.Declared is not { } declared || target.IsWidened || NeedsProof(declared))
            Flow(StaticType.Any, target);
    }

    /// <summary>An awaitable of which an annotation says too much, without what it says of the result.</summary>
    private static StaticType? WithoutResult(StaticType declared) => declared switch
    {
        LibraryInstance { Result: not null } instance => instance with { Result = null },
        OptionalType { Inner: LibraryInstance { Result: not null } instance } => new OptionalType(instance with { Result = null }),
        _ => null,
    };

    /// <summary>Whether a value of one type may stand where an annotation promises another. A value of which nothing is known may not: it may be anything.</summary>
    private bool Fits(StaticType type, StaticType declared)
    {
        if (type.IsNever || declared.IsAny)
        {
            if (declared.IsAny)
                Escape(type);
            return true;
        }
        if (type.IsAny)
            return false;
        if (declared is OptionalType optional)
            return type.IsNone || Fits(type is OptionalType o ? o.Inner : type, optional.Inner);
        switch (declared, type)
        {
            case (ListType or SetType or DictType or DequeType, ListType or SetType or DictType or DequeType):
                return declared.GetType() == type.GetType() && !(declared is DictType { IsCounter: true } && type is DictType { IsCounter: false }) && !Join(declared, type).IsAny;
            case (TupleShape d, TupleShape t):
                return d.Items.Length == t.Items.Length && d.Items.Zip(t.Items, (x, y) => Fits(y, x)).All(ok => ok);
            case (SimpleType { Kind: SimpleKind.Tuple }, TupleShape):
                Escape(type);
                return true;
            case (InstanceType d, InstanceType t):
                return t.Class.IsSubclassOf(d.Class);
            case (LibraryInstance { Element: not null } d, LibraryInstance { Element: not null } t):
                return t.Class.IsSubclassOf(d.Class) && !Join(d, t).IsAny;
            case (LibraryInstance d, LibraryInstance t):
                return t.Class.IsSubclassOf(d.Class) && (d.Result is null || t.Result is { } result && (result.IsNever || result.Equals(d.Result)));
        }
        return Equals(declared, type);
    }

    /// <summary>
    /// Whether a promise cannot be kept by a check where the value arrives: a float annotation also
    /// admits ints, which must print as ints, a container made elsewhere has dynamic elements, and tuple and None are
    /// often written where a list or a value is meant.
    /// </summary>
    private static bool NeedsProof(StaticType type) => type switch
    {
        SimpleType s => s.Kind is SimpleKind.Float or SimpleKind.Tuple or SimpleKind.None,
        ListType or SetType or DictType or DequeType or LibraryInstance { Element: not null } => true,
        OptionalType o => NeedsProof(o.Inner),
        TupleShape t => t.Items.Any(NeedsProof),
        _ => false,
    };
}
