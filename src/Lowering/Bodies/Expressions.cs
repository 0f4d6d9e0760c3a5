using System.Collections.Immutable;
using System.Numerics;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Expressions, one arm a kind.</summary>
internal sealed partial class BodyLowerer
{
    /// <summary>The expression with the type that inference found for it.</summary>
    public Typed Lower(Py.Expression expression)
        => Model.MomentaryViews.Contains(expression) ? new(new LowInvoke(new LowName("MemoryViews.Momentary"), LowerPlain(expression).Code), StaticType.Any) : LowerPlain(expression);

    private Typed LowerPlain(Py.Expression expression) => expression switch
    {
        Py.Constant constant => Constant(constant),
        Py.Name name => Name(name),
        Py.JoinedStr joined => new(Interpolated(joined), StaticType.Str),
        Py.BinOp binary => Binary(binary),
        Py.UnaryOp unary => Unary(unary),
        Py.BoolOp op => BoolOp(op),
        Py.Compare compare => Compare(compare),
        Py.IfExp => LowerTo(expression, CsTypes.Stored(TypeOf(expression))),
        Py.NamedExpr walrus => Walrus(walrus),
        Py.List list => Made(NewList(list, list.Elts), list),
        Py.Set set => Made(NewSet(set, set.Elts), set),
        Py.Dict dict => Made(NewDict(dict), dict),
        Py.Tuple tuple => Tuple(tuple),
        Py.ListComp or Py.SetComp or Py.DictComp or Py.GeneratorExp => Comprehension(expression),
        Py.Attribute attribute => Attribute(attribute),
        Py.Subscript subscript => _found.TryGetValue(subscript, out var found) ? found : Subscript(subscript),
        Py.Slice slice => new(NewSlice(slice), StaticType.Object),
        Py.Call call => Call(call),
        Py.Await await => Await(await),
        Py.Yield yield => Yield(yield),
        Py.YieldFrom yield => YieldFrom(yield),
        Py.Lambda lambda => new(Lambda(lambda), StaticType.Object),
        _ => new(Unsupported(expression, $"the expression {expression.AsdlName}"), StaticType.Any),
    };

    /// <summary>A container display; where inference never came, in code that nothing reaches, it is dynamic.</summary>
    private Typed Made(LowExpression code, Py.Expression node)
        => CsTypes.IsAny(TypeOf(node)) ? new(new LowCast(LowType.Any, code), StaticType.Any) : new(code, TypeOf(node));

    private static Typed Constant(Py.Constant constant) => constant.Value switch
    {
        null => new(new LowName("Any.None"), StaticType.None),
        bool b => new(new LowLiteral(b), StaticType.Bool),
        BigInteger big => new(Integer(big), StaticType.Int),
        double d => new(new LowLiteral(d), StaticType.Float),
        Complex c => new(new LowNew(LowType.Named("System.Numerics.Complex"), [new(new LowLiteral(c.Real)), new(new LowLiteral(c.Imaginary))]), StaticType.Object),
        string s => new(new LowLiteral(s), StaticType.Str),
        byte[] bytes => new(Bytes(bytes), StaticType.Bytes),
        Py.EllipsisValue => new(new LowName("Any.Ellipsis"), StaticType.Any),
        _ => throw new System.Diagnostics.UnreachableException(constant.Value.GetType().Name),
    };

    private static LowExpression Integer(BigInteger value)
        => value >= long.MinValue && value <= long.MaxValue ? new LowLiteral((long)value) : new LowBigInteger(value);

    private static LowExpression Bytes(byte[] bytes)
        => new LowInvoke(new LowName("PyBytes.FromLatin1"), new LowLiteral(string.Concat(bytes.Select(b => (char)b))));

    private Typed Name(Py.Name name)
    {
        Model.Names.TryGetValue(name, out var symbol);
        if (name.Id == "__class__" && symbol is null or { Scope.Kind: ScopeKind.Module } && ClassAround() is { } cls)
            return new(new LowCast(LowType.Any, cls), StaticType.Any);
        // A class body's namespace has names that nothing in the text binds: __module__, __annotations__, what a metaclass prepares.
        if (symbol is null && Namespace is not null && _scope.Kind == ScopeKind.Class && !Library.Builtin.Exists(name.Id))
            return new(new LowInvoke(new LowMember(new LowName(Namespace), "Load"), new LowLiteral(name.Id)), StaticType.Any);
        if (symbol is null && Model.IsExposed && !Library.Builtin.Exists(name.Id))
            return new(new LowInvoke(new LowName("Names.Global"), new LowInvoke(new LowName(ModuleMember(Model, ModuleObject.Name) + ".Load"), new LowLiteral(name.Id)), new LowLiteral(name.Id)), StaticType.Any);
        if (Model.IsReplacedBuiltin(name))
            return new(new LowInvoke(new LowName("Names.Global"), new LowInvoke(new LowName(ModuleMember(Model, ModuleObject.Name) + ".Load"), new LowLiteral(name.Id)), new LowLiteral(name.Id)), StaticType.Any);
        if (symbol is null && name.Id is "exec" or "eval" or "compile")
            return new(EvaluationFunction(name, name.Id), StaticType.Any);
        if (symbol is null)
            return name.Id == "__debug__" ? new(new LowLiteral(true), StaticType.Bool) : BuiltinObject(name.Id);
        if (IsSelf(symbol))
            return new(new LowThis(), symbol.Final);
        return Narrowed(name, LoadSymbol(symbol, Model.MaybeUnbound.Contains(name)));
    }

    /// <summary>The value of a place at a read where its class is known or None is ruled out; of some tests of truth C# does not know that.</summary>
    private Typed Narrowed(Py.Expression read, Typed place)
        => Model.ClassAt(read, place.Type) is { } cls
            ? new(CsTypes.IsAny(place.Type) ? new LowInvoke(new LowMember(place.Code, "As") { TypeArguments = [LowType.Named(cls.CsName)] }) : new LowCast(LowType.Named(cls.CsName), place.Code), new InstanceType(cls))
            : place.Type is not OptionalType { Inner: var inner } || !Model.NotNone.TryGetValue(read, out var byTruth) ? place
            : inner.IsValueType ? new(new LowMember(byTruth && !IsTrueUnlessNone(inner) ? new LowPostfix("!", place.Code) : place.Code, "Value"), inner)
            : new(byTruth && !IsTrueUnlessNone(inner) ? new LowPostfix("!", place.Code) : place.Code, inner);

    /// <summary>Whether every object of the type is true, so that a test of truth is one for None.</summary>
    private static bool IsTrueUnlessNone(StaticType type)
        => type is TupleShape { Items.Length: > 0 } or LibraryInstance { Class.Module: "re" } || (type is InstanceType { Class: { IsInterface: false } cls } && cls.FindMethod("__bool__") is null && cls.FindMethod("__len__") is null && !TestsTruth(cls));

    /// <summary>Whether a class derived from it says itself when its objects are true.</summary>
    private static bool TestsTruth(ClassSymbol cls) => cls.Subclasses.Any(static s => s.Methods.ContainsKey("__bool__") || s.Methods.ContainsKey("__len__") || TestsTruth(s));

    /// <summary>A built-in as a value; a name that is nothing raises NameError when it is reached.</summary>
    private static Typed BuiltinObject(string name)
    {
        if (Library.ExceptionTypes.Find(name) is { } exception)
            return new(new LowMember(new LowName(exception.CsName), "Type"), StaticType.Object);
        return new(name switch
        {
            "NotImplemented" => new LowName("Any.NotImplemented"),
            "Ellipsis" => new LowName("Any.Ellipsis"),
            _ => new LowInvoke(new LowName("Builtins.Get"), new LowLiteral(name)),
        }, StaticType.Any);
    }

    /// <summary>A name of this or another module of the program.</summary>
    public Typed Global(Symbol symbol) => LoadSymbol(symbol, false);

    private Typed LoadSymbol(Symbol symbol, bool mayBeUnbound)
    {
        if (Library.LibraryConstants.Find(symbol.Denotes, Model.PatchedLibrary) is { } known)
            return new(known.Code, known.Type);
        if (symbol.IsAlias)
            return symbol.Denotes is ModuleType { Program: { } other }
                ? new(new LowCast(LowType.Any, new LowName(ModuleMember(other, ModuleObject.Name))), StaticType.Any)
                : LoadSymbol(symbol.Origin, false);
        if (symbol.Scope is { Kind: ScopeKind.Class, Class: { IsNative: true } holder } && holder.ClassAttributes.GetValueOrDefault(Mangling.Mangle(symbol.Name, symbol.Scope)) is { } shared)
            return new(new LowName($"{holder.CsName}.{shared.CsName}"), shared.Final);
        if (symbol.Scope.Kind == ScopeKind.Class)
        {
            var load = new LowMember(new LowName(Namespace ?? "ns"), "Load");
            var key = new LowLiteral(Mangling.Mangle(symbol.Name, symbol.Scope));
            // Until the class body has bound the name, it is the module's.
            return new(Binding.SemanticModel.GlobalOf(symbol) is { } global
                ? new LowInvoke(load, key, new LowLambda([], Convert(LoadSymbol(global, true), StaticType.Any)))
                : new LowInvoke(load, key), StaticType.Any);
        }
        if (symbol.IsDefinition)
        {
            if (symbol.Class is { } cls)
                return new(new LowMember(new LowName(cls.CsName), "Type"), StaticType.Object);
            symbol.Function!.NeedsObject = true;
            return new(new LowName(symbol.Scope.Kind == ScopeKind.Module ? ModuleMember(symbol.Scope.Home, symbol.Function.ObjectName) : symbol.Function.ObjectName), StaticType.Any);
        }
        // A name that is only annotated has no value.
        if (symbol is { Scope.Kind: ScopeKind.Module, Bindings: 0 })
            return new(new LowInvoke(new LowName("Names.Global"), new LowName("Any.Unbound"), new LowLiteral(symbol.Name)), StaticType.Any);
        symbol.IsRead = true;
        var code = Place(symbol);
        var home = symbol.Scope.Home;
        var isFreeGlobal = symbol.Scope.Kind == ScopeKind.Module && home == Model && !module.IsLocal(symbol) && _scope.Owner.Kind != ScopeKind.Module && module.MayBeReadEarly(symbol);
        // What inner functions delete may be gone after any call.
        var isFree = symbol.Scope != _scope.Owner || IsReadLater(symbol);
        var isShared = isFree || symbol is { IsDeleted: true, IsCaptured: true };
        if (mayBeUnbound || (symbol.MayBeUnbound && isShared) || isFreeGlobal)
        {
            var check = symbol.Scope.Kind == ScopeKind.Module ? "Names.Global" : isFree ? "Names.Free" : "Names.Local";
            if (CsTypes.IsAny(symbol.Final))
                code = new LowInvoke(new LowName(check), code, new LowLiteral(symbol.Name));
        }
        return new(code, symbol.Final);
    }

    /// <summary>Whether a generator expression stands between here and the scope of a name: it runs when something asks for its items.</summary>
    private bool IsReadLater(Symbol symbol)
    {
        for (var scope = _scope; scope is not null && scope != symbol.Scope; scope = scope.Parent)
            if (scope.Node is Py.GeneratorExp)
                return true;
        return false;
    }

    private Typed BoolOp(Py.BoolOp op)
    {
        var type = TypeOf(op);
        if (type is SimpleType { Kind: SimpleKind.Bool })
            return new(Condition(op), type);
        type = CsTypes.Stored(type);
        var code = Exactly(op.Values[^1], type);
        for (var i = op.Values.Length - 2; i >= 0; i--)
        {
            var losesNone = op.Op == Py.BoolOperator.Or && type is not OptionalType && !CsTypes.IsAny(type);
            if (losesNone && op.Values[i] is Py.Constant { Value: null })
                continue;
            var given = losesNone && TypeOf(op.Values[i]) is OptionalType ? Lower(op.Values[i]) : LowerTo(op.Values[i], type);
            if (losesNone && given.Type is OptionalType { Inner: var inner } optional)
            {
                if (IsTrueUnlessNone(inner) && !inner.IsValueType && CsTypes.Of(inner) == CsTypes.Of(type))
                {
                    code = new LowBinary("??", given.Code, code);
                    continue;
                }
                var kept = IsRepeatable(given.Code) ? given.Code : new LowName(Temp("value", optional));
                var present = Convert(new Typed(inner.IsValueType ? new LowMember(kept, "Value") : kept, inner), type);
                code = new LowConditional(Presence(IsRepeatable(given.Code) ? kept : new LowAssign("=", kept, given.Code), kept, inner), present, code);
                continue;
            }
            var value = Exact(To(given, type), type);
            var read = value;
            var test = value;
            if (!IsRepeatable(value))
            {
                read = new LowName(Temp("value", type));
                test = new LowAssign("=", read, value);
            }
            var truth = Truth(new Typed(test, type));
            code = op.Op == Py.BoolOperator.And ? new LowConditional(truth, code, read) : new LowConditional(truth, read, code);
        }
        return new(code, type);
    }

    /// <summary>Whether a value that may be None is there, and true.</summary>
    /// <param name="first">The value, as it is evaluated.</param>
    /// <param name="again">The value once more.</param>
    /// <param name="inner">Its type where it is there.</param>
    private LowExpression Presence(LowExpression first, LowExpression again, StaticType inner)
    {
        var isThere = new LowIs(first, null, Negated: true);
        return IsTrueUnlessNone(inner) ? isThere : new LowBinary("&&", isThere, Truth(new Typed(inner.IsValueType ? new LowMember(again, "Value") : again, inner)));
    }

    private Typed Walrus(Py.NamedExpr walrus)
    {
        var symbol = Model.Names[(Py.Name)walrus.Target]!;
        symbol.IsRead = true;
        return new(new LowAssign("=", symbol.IsDiscard ? new LowName("_") : Place(symbol), As(walrus.Value, symbol.Final)), symbol.Final);
    }

    private LowExpression NewList(Py.Expression node, ImmutableArray<Py.Expression> items)
    {
        var type = TypeOf(node) as ListType ?? new ListType(Cell.Declared(StaticType.Any));
        return new LowCast(CsTypes.Of(type), Elements(items, type.Element.Type, isPlain: true));
    }

    private LowExpression NewSet(Py.Expression node, ImmutableArray<Py.Expression> items)
    {
        var type = TypeOf(node) as SetType ?? new SetType(Cell.Declared(StaticType.Any));
        // A collection expression has the order of a display of constants, which CPython's compiler makes; other displays are filled item by item.
        if ((items.Length < 3 && !items.Any(static i => i is Py.Starred)) || items.All(IsFolded))
            return new LowCast(CsTypes.Of(type), Elements(items, type.Element.Type, isPlain: false));
        var elements = Elements(items, type.Element.Type, isPlain: false);
        return items.Any(static i => i is Py.Starred)
            ? new LowNew(CsTypes.Of(type), [new(elements)])
            : new LowNew(CsTypes.Of(type), []) { Initializers = [.. elements.Items.Select(static e => new LowInitializer([e]))] };
    }

    /// <summary>Whether CPython's compiler knows the value.</summary>
    private static bool IsFolded(Py.Expression value) => value switch
    {
        Py.Constant => true,
        Py.UnaryOp unary => IsFolded(unary.Operand),
        Py.BinOp binary => IsFolded(binary.Left) && IsFolded(binary.Right),
        Py.Tuple tuple => tuple.Elts.All(IsFolded),
        _ => false,
    };

    private LowExpression NewDict(Py.Dict dict)
    {
        var type = TypeOf(dict) as DictType ?? new DictType(Cell.Declared(StaticType.Any), Cell.Declared(StaticType.Any));
        if (dict.Keys.Any(k => k is null))
        {
            // {**a, k: v}: pairs and mappings in their order.
            var parts = new List<LowArgument>();
            for (var i = 0; i < dict.Values.Length; i++)
                parts.Add(new(dict.Keys[i] is { } key
                    ? new LowInvoke(new LowName("Displays.Pair"), AsAny(key), AsAny(dict.Values[i]))
                    : new LowInvoke(new LowName("Displays.Spread"), AsAny(dict.Values[i]))));
            return new LowInvoke(new LowName("Displays.Dict"), [.. parts]);
        }
        var entries = dict.Keys.Zip(dict.Values, (k, v) => new LowInitializer([As(k!, type.Key.Type), As(v, type.Value.Type)], IsIndexer: true));
        return new LowNew(CsTypes.Of(type), []) { Initializers = [.. entries] };
    }

    private Typed Tuple(Py.Tuple tuple)
    {
        var type = TypeOf(tuple);
        return type is TupleShape shape
            ? new(new LowTuple([.. tuple.Elts.Zip(shape.Items, Exactly)]), type)
            : new(NewTuple(tuple), StaticType.Tuple);
    }

    private LowExpression NewSlice(Py.Slice slice)
    {
        LowExpression Bound(Py.Expression? e) => e is null ? new LowName("Any.None") : AsAny(e);
        return new LowNew(LowType.Named("PySlice"), [new(Bound(slice.Lower)), new(Bound(slice.Upper)), new(Bound(slice.Step))]);
    }
}
