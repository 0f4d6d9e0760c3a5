using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Types;

/// <summary>Joins of types. A join that loses a type tells what the loss means: containers and functions escape.</summary>
public sealed class Lattice
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
                return l;
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
                return l.Class.CommonBase(r.Class) is { } shared ? new LibraryInstance(shared, JoinResults(l.Result, r.Result)) : null;
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
            case LibraryInstance { Result: { } result }:
                Escape(result, toProgram);
                break;
            case InstanceType { Class: { IsPassedOn: false } passed }:
                passed.IsPassedOn = true;
                Changed = true;
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
            case GeneratorType generator:
                KeepAsValue(generator.Function);
                Escape(generator.Item, toProgram);
                break;
            case AsyncGeneratorType generator:
                KeepAsValue(generator.Function);
                Escape(generator.Item, toProgram);
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
            case GeneratorType generator:
                PassOn(generator.Item);
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

    /// <summary>A generator object is kept: its consumer may drive it by hand.</summary>
    public void KeepAsValue(FunctionSymbol function)
    {
        if (function.ObjectKept)
            return;
        function.ObjectKept = true;
        Changed = true;
    }

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
                return declared.GetType() == type.GetType() && !Join(declared, type).IsAny;
            case (TupleShape d, TupleShape t):
                return d.Items.Length == t.Items.Length && d.Items.Zip(t.Items, (x, y) => Fits(y, x)).All(ok => ok);
            case (SimpleType { Kind: SimpleKind.Tuple }, TupleShape):
                Escape(type);
                return true;
            case (InstanceType d, InstanceType t):
                return t.Class.IsSubclassOf(d.Class);
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
        ListType or SetType or DictType or DequeType => true,
        OptionalType o => NeedsProof(o.Inner),
        TupleShape t => t.Items.Any(NeedsProof),
        _ => false,
    };
}
