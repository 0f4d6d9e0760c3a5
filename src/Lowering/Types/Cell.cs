namespace Pytocs.Lowering.Types;

/// <summary>
/// The element type of the containers made at some places of the program. Places between which a
/// container can travel share one cell, for a C# container has one element type.
/// </summary>
public sealed class Cell
{
    private Cell? _parent;
    private StaticType _type = StaticType.Never;

    public Cell(bool isDeclared = false) => IsDeclared = isDeclared;

    /// <summary>An annotation promised the type, so it stands when the container meets dynamic code.</summary>
    public bool IsDeclared { get; private set; }

    /// <summary>Whether the container puts in what it is only asked for: the keys of a dict that makes missing values.</summary>
    public bool TakesReads { get => Root._takesReads; set => Root._takesReads = value; }

    private bool _takesReads;

    private Cell Root => _parent is null ? this : _parent = _parent.Root;

    /// <summary>The join of all elements seen, <see cref="StaticType.Never"/> while inference has seen none.</summary>
    public StaticType Type => Root._type;

    public bool SameAs(Cell other) => ReferenceEquals(Root, other.Root) || Equals(Type, other.Type);

    /// <summary>A cell that an annotation fixes.</summary>
    public static Cell Declared(StaticType type) => new(isDeclared: true) { _type = type };

    /// <summary>Adds an element type.</summary>
    public void Add(StaticType type, Lattice lattice)
    {
        var root = Root;
        var joined = lattice.Join(root._type, type);
        // A declared cell takes None or a wider type only by giving up its promise.
        if (Equals(joined, root._type))
            return;
        root._type = joined;
        lattice.Changed = true;
        root.StayFinite(lattice);
    }

    /// <summary>A container that holds itself has no C# type, so its elements are dynamic.</summary>
    private void StayFinite(Lattice lattice)
    {
        var old = _type;
        if (!Holds(old))
            return;
        _type = StaticType.Any;
        lattice.Changed = true;
        lattice.Escape(old);
    }

    private bool Holds(StaticType type) => type switch
    {
        ListType list => Holds(list.Element),
        SetType set => Holds(set.Element),
        DequeType deque => Holds(deque.Element),
        LibraryInstance { Element: { } items } => Holds(items),
        DictType dict => Holds(dict.Key) || Holds(dict.Value),
        TupleShape tuple => tuple.Items.Any(Holds),
        OptionalType optional => Holds(optional.Inner),
        _ => false,
    };

    private bool Holds(Cell other) => ReferenceEquals(other.Root, this) || Holds(other.Root._type);

    /// <summary>Makes two cells one.</summary>
    public void Unify(Cell other, Lattice lattice)
    {
        var a = Root;
        var b = other.Root;
        if (ReferenceEquals(a, b))
            return;
        b._parent = a;
        a.IsDeclared |= b.IsDeclared;
        a._takesReads |= b._takesReads;
        var joined = lattice.Join(a._type, b._type);
        if (!Equals(joined, a._type) || !Equals(joined, b._type))
            lattice.Changed = true;
        Root._type = joined;
        Root.StayFinite(lattice);
    }

    /// <summary>The container reaches code that may put anything into it.</summary>
    /// <param name="lattice">The lattice.</param>
    /// <param name="toProgram">Whether that code is the program's own: then no annotation vouches for what it puts in.</param>
    public void Escape(Lattice lattice, bool toProgram)
    {
        var root = Root;
        if ((root.IsDeclared && !toProgram) || root._type.IsAny)
            return;
        var old = root._type;
        root._type = StaticType.Any;
        lattice.Changed = true;
        lattice.Escape(old, toProgram);
    }
}
