using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Bodies;

/// <summary>Calls: to functions of the program, to the library, and to whatever an object turns out to be.</summary>
internal sealed partial class BodyLowerer
{
    private Typed Call(Py.Call call)
    {
        if (Model.KeptCall(call) is { Func: Py.Attribute kept } own && TypeOf(kept.Value) is ListType or SetType or DictType)
            return Call(own);
        if (NamespaceCall(call) is { } names)
            return names;
        if (call.Func is Py.Attribute { Value: Py.Name { Id: "builtins" }, Attr: "exec" or "eval" or "compile" } builtin)
            return Call(new Py.Call(call.Span, new Py.Name(builtin.Span, builtin.Attr, Py.ExprContext.Load), call.Args, call.Keywords));
        if (EvaluationCall(call) is { } evaluated)
            return evaluated;
        if (InstanceTest(call) is { } test)
            return new(test, StaticType.Bool);
        if ((TypedCall(call) ?? RegexCall(call)) is { } typed)
            return typed;
        if (ReplacedSuper(call) is { } replaced)
            return new(replaced, StaticType.Any);
        switch (TypeOf(call.Func))
        {
            case FunctionType { Function: { Cache: not null } cached } when CallBinding.TryBind(cached, call) is not null:
                return new(FromAny(DynamicCall(AsReceiver(call.Func), null, call), ResultType(cached)), ResultType(cached));
            case FunctionType { Function: var function } when !IsRenamed(function) && Direct(function, call) is { } direct:
                return AsValue(function, direct);
            case MethodType { Function: var method } when DirectMethod(method, call) is { } direct:
                return AsValue(method, direct);
            case ClassType { Class: var cls } when Construct(cls, call) is { } made:
                return new(made, new InstanceType(cls));
            case LibraryType library when LibraryCall(library, call) is { } known:
                return known;
        }
        if (SuperCalls.Is(call, Function?.Class, Function) && (call.Args.Length == 0 || Function!.Class!.IsNative) && TypeOf(call.Func) is LibraryType && Super() is { } super)
            return new(super, StaticType.Any);
        if (call.Func is Py.Attribute attribute && TypeOf(call.Func) is not LibraryType)
            return CallMethod(attribute, WithCaller(call));
        return new(DynamicCall(AsReceiver(call.Func), null, WithCaller(call)), StaticType.Any);
    }

    /// <summary>Functions of the library that look at the module which calls them, unless they are told which.</summary>
    private static readonly HashSet<string> s_seeCaller = new(StringComparer.Ordinal) { "doctest.DocTestSuite" };

    /// <summary>The call with the name of this module, where the library would look for it.</summary>
    private Py.Call WithCaller(Py.Call call)
        => s_seeCaller.Contains(TypeOf(call.Func) is LibraryType library ? library.FullName : call.Func is Py.Attribute { Value: Py.Name module } member ? $"{module.Id}.{member.Attr}" : "") && call.Args.Length == 0 && call.Keywords.All(static k => k.Arg is not (null or "module"))
            ? new Py.Call(call.Span, call.Func, [new Py.Constant(call.Span, Model.ModuleName, null)], call.Keywords)
            : call;

    /// <summary>Whether a function may get another name, which what it makes has too: its object makes them then.</summary>
    private bool IsRenamed(FunctionSymbol function)
        => (function.IsGenerator || function.IsCoroutine) && function is { Escapes: true, Class: null, GivesManager: false } && (Model.DynamicStores.Contains("__name__") || Model.DynamicStores.Contains("__qualname__"));

    /// <summary>A call under <c>await</c>, where no coroutine object is needed.</summary>
    private Typed? AwaitedCall(Py.Call call)
    {
        switch (TypeOf(call.Func))
        {
            case FunctionType { Function: { IsCoroutine: true } function } when Direct(function, call) is { } direct:
                return new(direct, ResultType(function));
            case MethodType { Function: { IsCoroutine: true } method } when DirectMethod(method, call) is { } direct:
                return new(direct, ResultType(method));
            case LibraryType { FullName: "builtins.anext" } when TypeOf(call) is LibraryAwaitable { Result: var item }:
                return new(new LowInvoke(new LowMember(Lower(call.Args[0]).Code, "NextAsync")), item);
            case LibraryType library when !Model.PatchedLibrary.Contains(library.FullName) && LibraryTable.Find(library.FullName) is { IsCoroutine: true } function && function.TryBind(call) is { } bound && (!function.IsWait || TypeOf(call) is LibraryAwaitable):
                return LibraryCode(function, call, bound);
            case var _ when OwnForms.BaseCall(function, call, Model) is ({ IsCoroutine: true } own, var plain):
                return new(new LowInvoke(new LowMember(new LowBase(), own.CsName), Arguments(CallBinding.TryBindOwn(own, plain)!)), ResultType(own));
            default:
                return LibraryMethod(call) is { Method: { IsCoroutine: true } method2 } known ? new(known.Code, ResultOf(method2, call)) : null;
        }
    }

    private static StaticType ResultType(FunctionSymbol function)
        => function.Returns.Final.IsNone ? StaticType.Any : function.Returns.Final;

    /// <summary>What a direct call is as a value: a coroutine or generator becomes an object.</summary>
    private Typed AsValue(FunctionSymbol function, LowExpression direct)
    {
        if (function.IsCoroutine)
        {
            function.NeedsColdForm = true;
            return new(Rename(direct, function.ColdName), Model.Program.TracksResults && AsyncioLibrary.IsResult(ResultType(function)) ? new LibraryInstance(AsyncioLibrary.Coroutine, ResultType(function)) : StaticType.Object);
        }
        if (function.GivesManager)
            return new(Rename(direct, function.ColdName), ManagerOf(function));
        if (!function.IsGenerator)
            return new(direct, ResultType(function));
        if (function.Tier == Tier.Native)
            direct = Declarations.FunctionLowerer.Wrapped(function, direct);
        return new(direct, GeneratorLibrary.ObjectOf(function));
    }

    private static LibraryInstance ManagerOf(FunctionSymbol function) => new(function.IsAsync ? ContextlibLibrary.AsyncManager : ContextlibLibrary.Manager, function.Yields.Final);

    private static LowExpression Rename(LowExpression call, string name)
    {
        var invoke = (LowInvoke)call;
        return invoke with
        {
            Target = invoke.Target switch
            {
                LowMember member => member with { Name = name },
                LowName n when n.Name.LastIndexOf('.') is > 0 and var dot => new LowName(n.Name[..(dot + 1)] + name),
                _ => new LowName(name),
            },
        };
    }

    private LowExpression? Direct(FunctionSymbol function, Py.Call call)
    {
        if (function.Cache is not null || CallBinding.TryBind(function, call) is not { } bound)
            return null;
        var target = function.Class is { } cls ? cls.CsName + "." + function.CsName
            : function.ParentScope.Kind == ScopeKind.Module ? ModuleMember(function.Home, function.CsName) : function.CsName;
        return new LowInvoke(new LowName(target), function.TakesClass ? [new(ClassFor((Py.Attribute)call.Func)), .. Arguments(bound)] : Arguments(bound));
    }

    private LowExpression? DirectMethod(FunctionSymbol method, Py.Call call)
    {
        if (call.Func is not Py.Attribute attribute || CallBinding.TryBind(method, call) is not { } bound)
            return null;
        // A member of an interface that has a body is none of the class that implements it.
        if (method is { IsCsAbstract: false, Class: { IsMixin: true } mixin } && OperatorRules.Instance(TypeOf(attribute.Value), attribute.Attr) != mixin)
            return new LowInvoke(new LowMember(new LowCast(LowType.Named(mixin.CsName), NotNone(Lower(attribute.Value).Code, TypeOf(attribute.Value), attribute.Attr)), method.CsName), Arguments(bound));
        return new LowInvoke(MemberOf(attribute, method.CsName), Arguments(bound));
    }

    /// <summary>
    /// The arguments in C#. Positional as long as Python's order is the parameters' order, by name
    /// after that, since both languages evaluate arguments as they are written.
    /// </summary>
    public ImmutableArray<LowArgument> Arguments(List<BoundArgument> bound)
    {
        var result = ImmutableArray.CreateBuilder<LowArgument>();
        var order = bound.FindAll(static b => b.Value is not null);
        var inOrder = true;
        for (var i = 1; i < order.Count; i++)
            inOrder &= order[i - 1].Value!.Span.Start < order[i].Value!.Span.Start;
        if (!inOrder)
            order = [.. order.OrderBy(b => b.Value!.Span.Start)];
        var named = !inOrder;
        foreach (var argument in inOrder ? bound : [.. order, .. bound.Except(order)])
        {
            var parameter = argument.Parameter;
            LowExpression value;
            switch (parameter.Kind)
            {
                case ParameterKind.Star:
                    value = new LowInvoke(new LowName("PyTuple.Of"), [.. argument.Collected.Select(e => new LowArgument(AsAny(e)))]);
                    break;
                case ParameterKind.DoubleStar:
                    // The parameter may hold anything, where the function binds it again.
                    value = new LowNew(parameter.Symbol.Final is DictType own ? CsTypes.Of(own) : LowType.Named("PyDict<Any, Any>"), [])
                    {
                        Initializers = [.. argument.Extra.Select(k => new LowInitializer([new LowLiteral(k.Arg), AsAny(k.Value)], IsIndexer: true))],
                    };
                    break;
                default:
                    if (argument.Value is null)
                    {
                        if (parameter.IsOptional)
                        {
                            // C# fills in an optional parameter; what follows must then be named.
                            named = true;
                            continue;
                        }
                        value = parameter.DefaultCode is LowName { Name: var kept } && !kept.Contains('.') && parameter.Symbol.Scope.Home != Model ? new LowName(ModuleMember(parameter.Symbol.Scope.Home, kept)) : parameter.DefaultCode!;
                    }
                    else
                    {
                        value = As(argument.Value, parameter.Symbol.Final);
                    }
                    break;
            }
            result.Add(new LowArgument(value, named ? parameter.Symbol.CsName : null));
        }
        return result.ToImmutable();
    }

    /// <summary>A call of a library function through its C# method, if it has one that fits.</summary>
    private Typed? LibraryCall(LibraryType library, Py.Call call)
    {
        if (!Model.PatchedLibrary.Contains(library.FullName) && Polymorphic(library.FullName, call) is { } special)
            return special;
        if (library.FullName == "builtins.next" && call is { Args: [not Py.Starred and var generator], Keywords.IsEmpty: true } && !Model.PatchedLibrary.Contains(library.FullName) && GeneratorLibrary.ItemOf(TypeOf(generator)) is { } item)
            return new(new LowInvoke(new LowMember(Lower(generator).Code, "Next")), item);
        if (ExceptionTypes.Find(library.Name) is { } exception && library.Module == "builtins" && call.Keywords.Length == 0 && call.Args.All(a => a is not Py.Starred))
            return new(ErrorOf(exception, [.. call.Args.Select(a => new LowArgument(AsAny(a)))]), StaticType.Object);
        if (Model.PatchedLibrary.Contains(library.FullName))
            return null;
        if (Model.Program.FindClass(library.FullName) is { Constructor: { } constructor } made)
            return constructor.TryBind(call) is { } given ? new(new LowNew(made.HoldsItems ? CsTypes.Of(TypeOf(call)) : LowType.Named(made.CsName), LibraryArguments(constructor, given, isUntyped: false)), made.HoldsItems ? TypeOf(call) : constructor.Result) : null;
        if (library.FullName == "asyncio.to_thread" && ThreadedCall(call, new LowName("AsyncIO.ToThread")) is { } threaded)
            return TypeOf(call) is LibraryInstance ? new(threaded, TypeOf(call)) : new(threaded, StaticType.Object);
        if (LibraryTable.Find(library.FullName) is not { IsCoroutine: false } function || (function.NeedsOwnLoop && !Model.Program.TracksResults) || function.TryBind(call) is not { } bound)
            return null;
        return LibraryCode(function, call, bound);
    }

    /// <summary>A new exception; of OSError with an error number, the class below it that the number stands for.</summary>
    private static LowExpression ErrorOf(ExceptionClass exception, ImmutableArray<LowArgument> arguments)
        => exception.CsName == "OSError" && arguments.Length > 1 ? new LowInvoke(new LowName("OSError.Create"), arguments) : new LowNew(LowType.Named(exception.CsName), arguments);

    private Typed? Polymorphic(string name, Py.Call call)
    {
        var type = TypeOf(call);
        if (name == "builtins.open" && FilesLibrary.IsText(type))
            return new(new LowInvoke(new LowName("TextFile.Open"), [.. call.Args.Select((a, i) => new LowArgument(i == 0 ? AsAny(a) : Lower(a).Code)), .. call.Keywords.Select(k => new LowArgument(k.Arg == "mode" ? Lower(k.Value).Code : AsAny(k.Value), k.Arg))]), type);
        if (name == "collections.deque" && type is DequeType { Element.Type: var element })
        {
            var limit = call.Keywords.Select(k => new LowArgument(As(k.Value, StaticType.Int), "maxLength"));
            return new(new LowNew(CsTypes.Of(type), [.. call.Args.Select(a => new LowArgument(Enumerable(a, element))), .. call.Args.IsEmpty && call.Keywords.Length > 0 ? [new LowArgument(new LowLiteral(null))] : ImmutableArray<LowArgument>.Empty, .. limit]), type);
        }
        if (call.Keywords.Length > 0)
            return null;
        switch (name)
        {
            case "collections.defaultdict" when type is DictType { Key.Type: var key, Value.Type: var value } && call.Args is [var factory]:
                return new(new LowNew(LowType.Named("PyDefaultDict", CsTypes.Of(key), CsTypes.Of(value)), factory is Py.Lambda || CsTypes.IsAny(value) ? [new(AsReceiver(factory))] : []), type);
            case "collections.Counter" when type is DictType { IsCounter: true, Key.Type: var counted }:
                return new(new LowNew(CsTypes.Of(type), [.. call.Args.Select(a => new LowArgument(TypeOf(a) is DictType ? Lower(a).Code : Enumerable(a, counted)))]), type);
            case "builtins.dict" when call.Args is [var copied] && type is DictType { Key.Type: var keys, Value.Type: var values } && TypeOf(copied) is DictType source:
                return new(new LowNew(CsTypes.Of(type), [new(CsTypes.Of(source.Key.Type) == CsTypes.Of(keys) && CsTypes.Of(source.Value.Type) == CsTypes.Of(values) ? Lower(copied).Code : PairsOf(Lower(copied).Code, source, (DictType)type))]), type);
            case "builtins.list" or "builtins.set" or "builtins.dict" when call.Args is []:
                return new(new LowNew(CsTypes.Of(type), []), type);
            case "builtins.set" when call.Args is [not Py.Starred] && type is SetType set && TypeOf(call.Args[0]) is DictType dict && dict.Key.Type.Equals(set.Element.Type):
                return new(new LowInvoke(new LowMember(new LowTypeExpression(CsTypes.Of(type)), "OfKeys"), Lower(call.Args[0]).Code), type);
            case "builtins.list" or "builtins.set" when call.Args is [not Py.Starred]:
                return new(new LowNew(CsTypes.Of(type), [new(Enumerable(call.Args[0], OperatorRules.ItemOf(type)))]), type);
            default:
                return null;
        }
    }

    private Typed CallMethod(Py.Attribute attribute, Py.Call call)
    {
        if (LibraryMethod(call) is { Method: { Result.IsNone: false } } known && (!known.Method.IsCoroutine || known.Method.Cold is not null && TypeOf(call) is LibraryInstance))
            return new(known.Code, ResultOf(known.Method, call));
        if (function is { Name: "__init__", Class: { IsNative: true, IsException: true, Base: null } error } && ClassInheritance.BaseInit(error, call) is { } initialised)
            return new(new LowInvoke(new LowMember(new LowBase(), "Init"), [.. initialised.Args.Select(a => new LowArgument(AsAny(a)))]), StaticType.None);
        if (OwnForms.BaseCall(function, call, Model) is ({ GivesManager: true } entered, var forBase))
            return new(Declarations.FunctionLowerer.Manager(entered, new LowInvoke(new LowMember(new LowBase(), entered.CsName), Arguments(CallBinding.TryBindOwn(entered, forBase)!))), ManagerOf(entered));
        if (OwnForms.BaseCall(function, call, Model) is ({ IsCoroutine: false, GivesManager: false } own, var plain) && (own.Name != "__init__" || own.IsInitializer))
            return AsValue(own, new LowInvoke(new LowMember(new LowBase(), own.CsName), Arguments(CallBinding.TryBindOwn(own, plain)!)));
        return new(DynamicCall(AsReceiver(attribute.Value), Mangling.Mangle(attribute.Attr, _scope), call), StaticType.Any);
    }

    /// <summary><c>target.Call(...)</c>, or <c>target.Invoke("name", ...)</c>.</summary>
    private LowExpression DynamicCall(LowExpression target, string? name, Py.Call call)
    {
        var lead = name is null ? Array.Empty<LowArgument>() : [new LowArgument(new LowLiteral(name))];
        var method = new LowMember(target, name is null ? "Call" : "Invoke");
        if (call.Keywords.Length == 0 && call.Args.Length <= 3 && call.Args.All(a => a is not Py.Starred))
            return new LowInvoke(method, [.. lead, .. call.Args.Select(a => new LowArgument(AsAny(a)))]);
        return new LowInvoke(method, [.. lead, new LowArgument(NewArguments(call))]);
    }

    /// <summary><c>new Arguments { a, new Star(b), { "name", c } }</c>.</summary>
    private LowNew NewArguments(Py.Call call)
    {
        var entries = new List<LowInitializer>();
        foreach (var argument in call.Args)
        {
            var value = AsAny(argument is Py.Starred s ? s.Value : argument);
            // An assignment among the items would be read as that of a property.
            entries.Add(new([argument is Py.Starred ? new LowNew(LowType.Named("Star"), [new(value)]) : value is LowAssign ? new LowCast(LowType.Any, value) : value]));
        }
        foreach (var keyword in call.Keywords)
            entries.Add(keyword.Arg is null
                ? new([new LowNew(LowType.Named("StarStar"), [new(AsAny(keyword.Value))])])
                : new([new LowLiteral(keyword.Arg), AsAny(keyword.Value)]));
        return new LowNew(LowType.Named("Arguments"), []) { Initializers = [.. entries] };
    }
}
