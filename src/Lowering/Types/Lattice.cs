using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Types;

/// <summary>Joins of types. A join that loses a type tells what the loss means: containers and functions escape.</summary>
public sealed partial class Lattice
{
    private readonly HashSet<(Cell, Cell)> _open = [];

    /// <summary>Set whenever a cell or a symbol grew; inference runs until a round leaves it unset.</summary>
    public bool Changed { get; set; }

    /// <summary>Whether a library function that applies operators may be given any object.</summary>
    public bool OperatorsReachLibrary { get; private set; }

    /// <summary>The least type that holds both.</summary>
    public StaticType Join(StaticType a, StaticType b)
    {
        if (a.IsNever || ReferenceEquals(a, b))
            return b;
        if (b.IsNever)
            return a;
        var joined = TryJoin(a, b);
        if (joined is not null)
            return joined;
        Escape(a);
        Escape(b);
        return StaticType.Any;
    }

    private StaticType? TryJoin(StaticType a, StaticType b)
    {
        if (a.IsAny || b.IsAny)
            return null;
        if (a.IsNone || b.IsNone)
            return JoinNone(a.IsNone ? b : a);
        if (a is OptionalType x)
            return TryJoin(x.Inner, b is OptionalType y ? y.Inner : b) is { } inner ? JoinNone(inner) : null;
        if (b is OptionalType)
            return TryJoin(b, a);
        switch (a, b)
        {
            case (ListType l, ListType r):
                l.Element.Unify(r.Element, this);
                return l;
            case (SetType l, SetType r):
                l.Element.Unify(r.Element, this);
                return l;
            case (DequeType l, DequeType r):
                l.Element.Unify(r.Element, this);
                return l;
            case (DictType l, DictType r):
                l.Key.Unify(r.Key, this);
                l.Value.Unify(r.Value, this);
                return l.IsCounter && !r.IsCounter ? r : l;
            case (TupleShape l, TupleShape r):
                if (l.Items.Length != r.Items.Length)
                    return StaticType.Tuple;
                var shape = new TupleShape([.. l.Items.Zip(r.Items, Join)]);
                if (Depth(shape) <= DeepestTuple)
                    return shape;
                Escape(shape);
                return StaticType.Tuple;
            case (TupleShape, SimpleType { Kind: SimpleKind.Tuple }):
                Escape(a);
                return b;
            case (SimpleType { Kind: SimpleKind.Tuple }, TupleShape):
                Escape(b);
                return a;
            case (InstanceType l, InstanceType r):
                return l.Class.CommonBase(r.Class) is { } common ? new InstanceType(common) : null;
            case (LibraryInstance l, LibraryInstance r):
                if (l.Class.CommonBase(r.Class) is not { } shared)
                    return null;
                if (l.Element is { } items && r.Element is { } others)
                    items.Unify(others, this);
                return new LibraryInstance(shared, JoinResults(l.Result, r.Result)) { Element = l.Element, Groups = Equals(l.Groups, r.Groups) ? l.Groups : null };
            case (CoroutineType l, CoroutineType r) when l.Function == r.Function:
                return new CoroutineType(l.Function, Join(l.Result, r.Result));
            case (ErrorType, ErrorType):
                return Equals(a, b) ? a : new ErrorType("BaseException");
            case (IterableType l, IterableType r):
                return new IterableType(Join(l.Item, r.Item));
        }
        return Equals(a, b) ? a : null;
    }

    /// <summary>
    /// How deep tuples may stand in tuples. Deeper ones are taken for those that grow with every round of inference, as the items of
    /// <c>q</c> in <c>q = list(enumerate(q))</c> do.
    /// </summary>
    private const int DeepestTuple = 16;

    private static int Depth(StaticType type) => type switch
    {
        TupleShape tuple => 1 + tuple.Items.Select(Depth).DefaultIfEmpty().Max(),
        OptionalType optional => Depth(optional.Inner),
        IterableType iterable => Depth(iterable.Item),
        _ => 0,
    };

    /// <summary>The result of one of two awaitables: C# knows it where both have the same one.</summary>
    private StaticType? JoinResults(StaticType? a, StaticType? b)
    {
        if (a is null || b is null || a.IsNever || b.IsNever)
            return a is null || b is null ? Lost(a ?? b) : a.IsNever ? b : a;
        if (a.GetType() == b.GetType() && a is ListType or SetType or DictType or DequeType)
            return TryJoin(a, b);
        if (a.Equals(b))
            return a;
        Lost(a);
        return Lost(b);

        StaticType? Lost(StaticType? result)
        {
            if (result is not null)
                Escape(result);
            return null;
        }
    }

    private StaticType? JoinNone(StaticType other) => other switch
    {
        { IsNone: true } or OptionalType => other,
        SimpleType or InstanceType or LibraryInstance or ListType or DictType or SetType or DequeType or TupleShape => new OptionalType(other),
        _ => null,
    };

    /// <summary>A value of this type reaches dynamic code, which may do anything with it.</summary>
    /// <param name="type">Its type.</param>
    /// <param name="toProgram">Whether that code is the program's own; the library puts nothing unforeseen into what it is given.</param>
    public void Escape(StaticType type, bool toProgram = true)
    {
        switch (type)
        {
            case ListType list:
                list.Element.Escape(this, toProgram);
                break;
            case SetType set:
                set.Element.Escape(this, toProgram);
                break;
            case DequeType deque:
                deque.Element.Escape(this, toProgram);
                break;
            case DictType dict:
                dict.Key.Escape(this, toProgram);
                dict.Value.Escape(this, toProgram);
                break;
            case TupleShape tuple:
                foreach (var item in tuple.Items)
                    Escape(item, toProgram);
                break;
            case OptionalType optional:
                Escape(optional.Inner, toProgram);
                break;
            case LibraryInstance { Class.GivesItems: true, Element: { } given }:
                Escape(given.Type, toProgram);
                break;
            case LibraryInstance { Element: { } items }:
                items.Escape(this, toProgram);
                break;
            case LibraryInstance { Result: { } result }:
                Escape(result, toProgram);
                break;
            case InstanceType { Class: { IsPassedOn: false } passed }:
                passed.IsPassedOn = true;
                Changed = true;
                if (passed.IsInterface)
                    foreach (var cls in passed.Subclasses)
                        Escape(new InstanceType(cls), toProgram);
                break;
            case FunctionType function:
                Escape(function.Function);
                break;
            case MethodType method:
                Escape(method.Function);
                break;
            case ClassType { Class: var cls }:
                if (!cls.Escapes)
                {
                    cls.Escapes = true;
                    Changed = true;
                }
                break;
            case LibraryType library:
                Apply(library);
                break;
            case ModuleType { Program: { Escapes: false } module }:
                module.Escapes = true;
                Changed = true;
                break;
            case CoroutineType coroutine:
                Escape(coroutine.Result, toProgram);
                break;
        }
    }

    /// <summary>Objects reach code that compares them unseen, but changes nothing.</summary>
    public void PassOn(StaticType type)
    {
        switch (type)
        {
            case InstanceType or OptionalType { Inner: InstanceType }:
                Escape(type, toProgram: false);
                break;
            case ListType list:
                PassOn(list.Element.Type);
                break;
            case SetType set:
                PassOn(set.Element.Type);
                break;
            case DequeType deque:
                PassOn(deque.Element.Type);
                break;
            case LibraryInstance { Element: { } items }:
                PassOn(items.Type);
                break;
            case DictType dict:
                PassOn(dict.Key.Type);
                break;
            case TupleShape tuple:
                foreach (var item in tuple.Items)
                    PassOn(item);
                break;
            case IterableType iterable:
                PassOn(iterable.Item);
                break;
            case OptionalType optional:
                PassOn(optional.Inner);
                break;
        }
    }

    /// <summary>A library function is called with values of no known type, or becomes a value itself.</summary>
    public void Apply(LibraryType library)
    {
        if (OperatorsReachLibrary || !SpecialMethods.AppliesOperators(library))
            return;
        OperatorsReachLibrary = true;
        Changed = true;
    }

    private void Escape(FunctionSymbol function)
    {
        if (function.Escapes)
            return;
        function.Escapes = true;
        Changed = true;
    }
}
