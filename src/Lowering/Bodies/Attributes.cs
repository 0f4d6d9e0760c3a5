using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Attributes, items and slices.</summary>
internal sealed partial class BodyLowerer
{
    private Typed Attribute(Py.Attribute attribute)
    {
        if (attribute is { Value: Py.Name { Id: "builtins" }, Attr: "exec" or "eval" or "compile", Ctx: Py.ExprContext.Load })
            return new(EvaluationFunction(attribute, attribute.Attr), StaticType.Any);
        if (ClassNames.Owner(attribute, Model, TypeOf) is { } named)
            return new(new LowMember(TypeOf(named) is InstanceType ? MemberOf(Lower(named).Code, "Class") : new LowInvoke(new LowName("PyType.Of"), AsAny(named)), "Name"), StaticType.Str);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        if (OwnForms.BaseMember(function, attribute, Model) is { IsProperty: true } inherited)
            return PropertyOf(new LowMember(new LowBase(), inherited.CsName), inherited);
        switch (TypeOf(attribute.Value))
        {
            case ModuleType { Program: { } home }:
                if (Global(attribute) is { } global)
                    return global is { MayBeUnbound: true, IsDeleted: false } && CsTypes.IsAny(global.Final)
                        ? new(new LowInvoke(new LowName("Names.Member"), new LowName(ModuleMember(home, global.CsName)), new LowName(ModuleMember(home, ModuleObject.Name)), new LowLiteral(global.Name)), StaticType.Any)
                        : LoadSymbol(global, global.MayBeUnbound);
                if (!home.ModuleScope.Symbols.ContainsKey(name) && TypeOf(attribute) is ModuleType { Program: { } submodule })
                    return new(new LowCast(LowType.Any, new LowName(ModuleMember(submodule, ModuleObject.Name))), StaticType.Any);
                break;
            case InstanceType or OptionalType { Inner: InstanceType } when OperatorRules.Instance(TypeOf(attribute.Value), attribute.Attr) is { } cls:
                if (cls.Enumeration?.Property(name) is { } own)
                    return new(MemberOf(attribute, own.CsName), own.Type);
                if (cls.FindField(name) is { } field)
                    return Narrowed(attribute, new(MemberOf(attribute, field.CsName), field.Final));
                if (cls.FindMethod(name) is { IsProperty: true } property && !Model.DynamicStores.Contains(name) && !cls.FallsBack(property))
                    return PropertyOf(MemberOf(attribute, property.CsName), property);
                if (TypeOf(attribute.Value) is InstanceType && cls.ReadThroughObject(name, attribute.Value) is { } shared && !Model.DynamicStores.Contains(name))
                    return new(cls.IsVirtualAttribute(name) ? MemberOf(attribute, shared.CsName) : new LowName(Owner(cls, name).CsName + "." + shared.CsName), shared.Final);
                break;
            case ModuleType library when LibraryConstants.Find(new LibraryType(library.Name, name), Model.PatchedLibrary) is { } fixedValue:
                return new(fixedValue.Code, fixedValue.Type);
            case LibraryInstance or OptionalType { Inner: LibraryInstance } when OperatorRules.Present(TypeOf(attribute.Value)) is LibraryInstance { Class: var library } && library.FindProperty(name) is { } known:
                return new(known.Cast is { } cast ? new LowCast(LowType.Named(cast), MemberOf(attribute, known.CsName)) : MemberOf(attribute, known.CsName), known.Type);
            case ClassType { Class: var cls }:
                if (cls.ReadThroughClass(name) is { } constant && !Model.DynamicStores.Contains(name))
                    return new(new LowName(Owner(cls, name).CsName + "." + constant.CsName), constant.Final);
                return new(new LowInvoke(new LowMember(new LowCast(LowType.Any, new LowMember(new LowName(cls.CsName), "Type")), "Get"), new LowLiteral(name)), StaticType.Any);
        }
        return new(new LowInvoke(new LowMember(AsReceiver(attribute.Value), "Get"), new LowLiteral(name)), StaticType.Any);
    }

    private Typed PropertyOf(LowExpression member, FunctionSymbol property)
        => property.IsCsProperty ? new(member is LowName name ? name with { Computes = true } : member, ResultType(property)) : AsValue(property, new LowInvoke(member));

    /// <summary>The global of another module of the program that an attribute names.</summary>
    private Symbol? Global(Py.Attribute attribute)
        => TypeOf(attribute.Value) is ModuleType { Program: { } home } && home.ModuleScope.Symbols.TryGetValue(Mangling.Mangle(attribute.Attr, _scope), out var symbol) && symbol.Bindings > 0 ? symbol : null;

    /// <summary>Where an attribute is kept in C#: a property of a C# class, or a global of another module; null where only the run knows.</summary>
    /// <param name="attribute">The attribute.</param>
    /// <param name="owner">The code of the object it belongs to.</param>
    private Typed? Place(Py.Attribute attribute, LowExpression owner)
    {
        if (Global(attribute) is { } symbol)
            return symbol.Denotes is null ? new Typed(new LowName(ModuleMember(symbol.Scope.Home, symbol.CsName)), symbol.Final) : null;
        if (SharedPlace(attribute) is { } shared)
            return shared;
        var type = TypeOf(attribute.Value);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        if (OperatorRules.Instance(type, attribute.Attr) is { IsInterface: false } cls && cls.FindField(name) is { } field)
            return new Typed(MemberOf(NotNone(owner, type, attribute.Attr), field.CsName), field.Final);
        return SettableProperty(attribute, name) is { } property ? new Typed(MemberOf(NotNone(owner, type, attribute.Attr), property.CsName), ResultType(property)) : null;
    }

    /// <summary>The static C# property that a class attribute is kept in, where it is assigned through the class.</summary>
    private Typed? SharedPlace(Py.Attribute attribute)
        => TypeOf(attribute.Value) is ClassType { Class: { IsNative: true } cls } && Mangling.Mangle(attribute.Attr, _scope) is var name && !Model.DynamicStores.Contains(name)
            && cls.ClassAttributes.TryGetValue(name, out var shared) && cls.Assigned.Contains(shared) && cls.ReadThroughClass(name) is not null
            ? new Typed(new LowName(cls.CsName + "." + shared.CsName), shared.Final) : null;

    /// <summary>The C# property with a setter that an attribute of an object is.</summary>
    private FunctionSymbol? SettableProperty(Py.Attribute attribute, string name)
        => OperatorRules.Instance(TypeOf(attribute.Value), attribute.Attr) is { } cls && cls.FindSetter(name) is not null && !Model.DynamicStores.Contains(name) ? cls.FindMethod(name) : null;

    /// <summary>A member; <c>this.</c> is left out where no local has the name.</summary>
    private LowExpression MemberOf(Py.Attribute attribute, string member)
        => MemberOf(NotNone(Lower(attribute.Value).Code, TypeOf(attribute.Value), attribute.Attr), member);

    /// <summary>The object that an attribute belongs to, checked where it may be None.</summary>
    private static LowExpression NotNone(LowExpression owner, StaticType type, string attribute, bool isStore = false)
        => type is OptionalType ? new LowInvoke(new LowMember(owner, isStore ? "NotNoneToSet" : "NotNone"), new LowLiteral(attribute)) : owner;

    private LowExpression MemberOf(LowExpression target, string member)
        => target is LowThis && !IsTaken(member) ? new LowName(member) : new LowMember(target, member);

    private static ClassSymbol Owner(ClassSymbol cls, string attribute)
    {
        var owner = cls;
        while (!owner.ClassAttributes.ContainsKey(attribute))
            owner = owner.Base!;
        return owner;
    }

    /// <summary>A container that is used; checked where it may be None.</summary>
    private LowExpression Present(Py.Expression container, string check)
        => Lower(container) is var (code, type) && OperatorRules.Present(type) == type ? code : new LowInvoke(new LowMember(code, check));

    private Typed Subscript(Py.Subscript subscript)
    {
        var value = OperatorRules.Present(TypeOf(subscript.Value));
        if (value is ClassType { Class: { Enumeration: not null } named })
            return new(new LowInvoke(new LowName($"{named.CsName}.Named"), AsAny(subscript.Slice)), new InstanceType(named));
        if (GroupOf(subscript) is { } group)
            return group;
        var index = TypeOf(subscript.Slice);
        var type = value is ClassType or FunctionType ? StaticType.Any : OperatorRules.Index(value, index, subscript.Slice);
        switch (value)
        {
            case ListType or SimpleType { Kind: SimpleKind.Str or SimpleKind.Range } when subscript.Slice is Py.Slice slice:
                return new(SliceOf(value, Present(subscript.Value, "NotNoneToIndex"), slice), type);
            case ListType or DequeType or SimpleType { Kind: SimpleKind.Range } when index is SimpleType { Kind: SimpleKind.Int }:
                return new(new LowIndex(Present(subscript.Value, "NotNoneToIndex"), [Lower(subscript.Slice).Code]), type);
            case SimpleType { Kind: SimpleKind.Str } when index is SimpleType { Kind: SimpleKind.Int }:
                return new(new LowInvoke(Static("Str.Index"), Present(subscript.Value, "NotNoneToIndex"), Lower(subscript.Slice).Code), type);
            case DictType dict:
                var place = Present(subscript.Value, "NotNoneToIndex");
                var key = Lower(subscript.Slice);
                return new(CsTypes.Of(key.Type) == CsTypes.Of(dict.Key.Type) ? new LowIndex(place, [key.Code]) : new LowInvoke(new LowMember(place, "At"), Dynamic(key)), type);
            case TupleShape tuple when OperatorRules.ConstantIndex(subscript.Slice, tuple.Items.Length) is { } position:
                return new(new LowMember(Present(subscript.Value, "NotNoneToIndex"), "Item" + (position + 1)), type);
            case InstanceType when subscript.Slice is not Py.Slice && SpecialMethods.Find("__getitem__", value, 1, Model) is { } method:
                var key2 = As(subscript.Slice, method.Parameters[1].Symbol.Final);
                return new(Indexers.CanRead(((InstanceType)value).Class) ? new LowIndex(Lower(subscript.Value).Code, [key2]) : new LowInvoke(new LowMember(Lower(subscript.Value).Code, method.CsName), key2), ResultType(method));
            default:
                return new(new LowIndex(AsReceiver(subscript.Value), [AsAny(subscript.Slice)]), StaticType.Any);
        }
    }

    private LowExpression SliceOf(StaticType type, LowExpression value, Py.Slice slice)
    {
        if (slice is { Lower: null, Upper: null, Step: null } && type is not SimpleType { Kind: SimpleKind.Range })
            return type is ListType ? new LowInvoke(new LowMember(value, "Copy")) : value;
        var isMethod = type is not SimpleType { Kind: SimpleKind.Str };
        if (PlainBounds(slice) is { } given)
            return isMethod
                ? new LowInvoke(new LowMember(value, "Slice"), given)
                : new LowInvoke(Static("Str.Slice"), [new(value), .. given.Select(b => new LowArgument(b))]);
        LowExpression Bound(Py.Expression? e) => e is null ? new LowName("Any.None") : AsAny(e);
        var bounds = new[] { Bound(slice.Lower), Bound(slice.Upper), Bound(slice.Step) };
        return isMethod
            ? new LowInvoke(new LowMember(value, "Slice"), bounds)
            : new LowInvoke(Static("Str.Slice"), [new(value), .. bounds.Select(b => new LowArgument(b))]);
    }

    /// <summary>The bounds of a slice without a step whose bounds are ints: where the upper one is left out, only the lower.</summary>
    private LowExpression[]? PlainBounds(Py.Slice slice)
    {
        var given = new[] { slice.Lower, slice.Upper }.OfType<Py.Expression>().ToArray();
        if (slice.Step is not null || !given.All(b => TypeOf(b) is SimpleType { Kind: SimpleKind.Int }))
            return null;
        LowExpression lower = slice.Lower is null ? new LowLiteral(0L) : As(slice.Lower, StaticType.Int);
        return slice.Upper is null ? [lower] : [lower, As(slice.Upper, StaticType.Int)];
    }

    /// <summary>Whether the parts of a target are locals and numbers, which the value to be stored cannot change: then it may be evaluated after them.</summary>
    private bool IsUntouched(Py.Expression target) => target switch
    {
        Py.Constant => true,
        Py.Name name => Model.Names.GetValueOrDefault(name) is { IsCaptured: false } symbol && symbol.Scope.Kind == ScopeKind.Function,
        Py.BinOp binary => IsUntouched(binary.Left) && IsUntouched(binary.Right),
        Py.UnaryOp unary => IsUntouched(unary.Operand),
        Py.Subscript subscript => IsUntouched(subscript.Value) && IsUntouched(subscript.Slice),
        Py.Slice slice => new[] { slice.Lower, slice.Upper }.OfType<Py.Expression>().All(IsUntouched),
        _ => false,
    };

    /// <summary>Whether a value is plainly something to run through.</summary>
    private bool IsRunThrough(Py.Expression value)
        => !Py.Tree.DescendantsAndSelf(value).Any(n => n is Py.NamedExpr or Py.Await or Py.Yield or Py.YieldFrom)
            && (TypeOf(value) is ListType or SetType or DictType || value is Py.Call call && Iterations.Find(TypeOf(call.Func), call, TypeOf) is not null);

    /// <summary>The statement that stores a value in a target.</summary>
    private IEnumerable<LowStatement> Store(Py.Expression target, Typed value)
    {
        switch (target)
        {
            case Py.Name name when Model.Names[name] is not null:
                yield return StoreName(name, value);
                break;
            case Py.Attribute attribute:
                yield return StoreAttribute(attribute, value);
                break;
            case Py.Subscript subscript:
                yield return StoreItem(subscript, value);
                break;
            case Py.Tuple tuple:
                foreach (var statement in Unpack(tuple.Elts, value))
                    yield return statement;
                break;
            case Py.List list:
                foreach (var statement in Unpack(list.Elts, value))
                    yield return statement;
                break;
            default:
                yield return new LowExpressionStatement(Unsupported(target, "this assignment target"));
                break;
        }
    }

    private LowStatement StoreName(Py.Name name, Typed value)
    {
        var symbol = Model.Names[name]!;
        return _declaresHere is not null && Declares(name) && !symbol.IsDiscard
            ? new LowLocal(CsTypes.Of(symbol.Final), symbol.CsName, Convert(value, symbol.Final))
            : StoreSymbol(name, symbol, value);
    }

    /// <summary>Whether the target declares its variable: as a loop or comprehension says that is being lowered, else as placement does.</summary>
    private bool Declares(Py.Name target) => _declaresHere?.Invoke(target) ?? module.Declares(target, Model.Names[target]!);

    /// <summary>Binds a symbol: the declaration of its variable where the node is the place for it, else an assignment.</summary>
    private LowStatement StoreSymbol(Py.Node node, Symbol symbol, Typed value)
    {
        if (symbol.IsDiscard || (Model.UnreadStores.Contains(node) && module.Declares(node, symbol)))
            return new LowExpressionStatement(new LowAssign("=", new LowName("_"), value.Code is LowLiteral { Value: not null } ? value.Code : Exact(value, value.Type)));
        if (symbol is { Scope.Kind: ScopeKind.Module, Denotes: not null } && Model.KeepsNamespace)
            return new LowExpressionStatement(new LowInvoke(new LowName($"{ModuleObject.Name}.Store"), new LowLiteral(symbol.Name), Convert(value, StaticType.Any)));
        var code = Convert(value, symbol.Final);
        // x = x does nothing but ask for the value, and C# warns of it.
        if (code is LowName && code == Place(symbol))
            return new LowExpressionStatement(new LowAssign("=", new LowName("_"), code));
        return module.Declares(node, symbol)
            ? new LowLocal(DeclaredType(symbol, code, value.Type), symbol.CsName, code)
            : new LowExpressionStatement(new LowAssign("=", Place(symbol), code));
    }

    /// <summary>Where a symbol is kept: a variable, a static member of the module, or an entry of a class's namespace.</summary>
    public LowExpression Place(Symbol symbol) => symbol.Scope.Kind switch
    {
        ScopeKind.Class => new LowIndex(new LowName(Namespace!), [new LowLiteral(Mangling.Mangle(symbol.Name, _scope))]),
        ScopeKind.Module when symbol.Scope.Home != Model || !module.IsLocal(symbol) => new LowName(ModuleMember(symbol.Scope.Home, symbol.CsName)),
        _ => new LowName(symbol.CsName),
    };

    /// <summary><c>var</c> where the value shows its type, the type itself where it does not.</summary>
    private static LowType DeclaredType(Symbol symbol, LowExpression code, StaticType type)
    {
        var declared = CsTypes.Of(symbol.Final);
        var isPlain = code is LowLiteral or LowUnary or LowConditional or LowTuple or LowName { Name: "Any.None" } or LowLambda;
        return !isPlain && CsTypes.Of(type) == declared && symbol.Final is InstanceType or ListType or DictType or SetType or DequeType or TupleShape && code is not LowCast { Value: LowCollection }
            || (code is LowNew && symbol.Final is LibraryInstance { Element: not null } && CsTypes.Of(type) == declared)
            ? LowType.Var
            : declared;
    }

    private LowStatement StoreAttribute(Py.Attribute attribute, Typed value)
    {
        var name = Mangling.Mangle(attribute.Attr, _scope);
        if (Global(attribute) is { Denotes: null } global)
            return new LowExpressionStatement(new LowAssign("=", new LowName(ModuleMember(global.Scope.Home, global.CsName)), Convert(value, global.Final)));
        if (OperatorRules.Instance(TypeOf(attribute.Value), attribute.Attr) is { IsInterface: false } cls && cls.FindField(name) is { } field)
        {
            var owner = NotNone(Lower(attribute.Value).Code, TypeOf(attribute.Value), attribute.Attr, isStore: true);
            return new LowExpressionStatement(new LowAssign("=", MemberOf(owner, field.CsName), Convert(value, field.Final)));
        }
        if (SharedPlace(attribute) is { } shared)
            return new LowExpressionStatement(new LowAssign("=", shared.Code, Convert(value, shared.Type)));
        if (SettableProperty(attribute, name) is { } property)
        {
            var owner = NotNone(Lower(attribute.Value).Code, TypeOf(attribute.Value), attribute.Attr, isStore: true);
            return new LowExpressionStatement(new LowAssign("=", MemberOf(owner, property.CsName), Convert(value, property.Returns.Final)));
        }
        return new LowExpressionStatement(new LowInvoke(new LowMember(AsReceiver(attribute.Value), "Set"), new LowLiteral(name), Convert(value, StaticType.Any)));
    }

    private LowStatement StoreItem(Py.Subscript subscript, Typed value)
    {
        var target = OperatorRules.Present(TypeOf(subscript.Value));
        switch (target)
        {
            case ListType list when TypeOf(subscript.Slice) is SimpleType { Kind: SimpleKind.Int } && subscript.Slice is not Py.Slice:
                return new LowExpressionStatement(new LowAssign("=", new LowIndex(Present(subscript.Value, "NotNoneToSetItem"), [Lower(subscript.Slice).Code]), Convert(value, list.Element.Type)));
            case DictType dict:
                return new LowExpressionStatement(new LowAssign("=", new LowIndex(Present(subscript.Value, "NotNoneToSetItem"), [As(subscript.Slice, dict.Key.Type)]), Convert(value, dict.Value.Type)));
            case ListType when subscript.Slice is Py.Slice slice && CsTypes.Of(value.Type) == CsTypes.Of(target) && IsNatural(value.Code) && PlainBounds(slice) is { } bounds:
                return new LowExpressionStatement(new LowInvoke(new LowMember(Present(subscript.Value, "NotNoneToSetItem"), "SetSlice"), [.. bounds.Select(b => new LowArgument(b)), new(value.Code)]));
            case InstanceType when subscript.Slice is not Py.Slice && SpecialMethods.Find("__setitem__", target, 2, Model) is { } method:
                var (place, key, given) = (Lower(subscript.Value).Code, As(subscript.Slice, method.Parameters[1].Symbol.Final), Convert(value, method.Parameters[2].Symbol.Final));
                return new LowExpressionStatement(Indexers.CanWrite(((InstanceType)target).Class) ? new LowAssign("=", new LowIndex(place, [key]), given) : new LowInvoke(new LowMember(place, method.CsName), key, given));
            default:
                return new LowExpressionStatement(new LowInvoke(new LowMember(AsReceiver(subscript.Value), "SetItem"), AsAny(subscript.Slice), Convert(value, StaticType.Any)));
        }
    }
}
