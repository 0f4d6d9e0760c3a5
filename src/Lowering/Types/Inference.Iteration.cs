using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What loops and context managers hand out.</summary>
public sealed partial class Inference
{
    /// <summary>The items of an expression that a loop or builder runs through at once.</summary>
    private StaticType ItemType(Py.Expression expression)
    {
        if (expression is Py.Call call)
        {
            var target = Infer(call.Func);
            if (Iterations.Find(target, call, _infer) is { } iteration)
            {
                var items = iteration.Arguments(call).Select(a => iteration.TakesIterables ? ItemType(a) : Infer(a)).ToArray();
                _model.Types[call] = StaticType.Any;
                return iteration.Item(items);
            }
            if (call.Func is Py.Attribute { Value: var receiver, Attr: "items" or "keys" or "values" } view && call.Args.Length == 0 && Infer(receiver) is DictType dict)
            {
                _model.Types[call] = StaticType.Any;
                return view.Attr switch
                {
                    "items" => new TupleShape([dict.Key.Type, dict.Value.Type]),
                    "keys" => dict.Key.Type,
                    _ => dict.Value.Type,
                };
            }
            if (CompletedItem(call, isAsync: false) is { } completed)
                return completed;
            if (FoundMatch(call) is { } match)
                return match;
            // Running through a generator at once is no keeping of it.
            return ItemOf(Infer(call));
        }
        return ItemOf(Infer(expression));
    }

    /// <summary>The items of what a loop runs through.</summary>
    private StaticType ItemOf(StaticType type)
    {
        if (IsOpen(type))
            return StaticType.Never;
        if (FilesLibrary.IsText(type))
            return StaticType.Str;
        if (type is InstanceType { Class.FirstIterable: { IsNative: true } first } && first.Methods["__iter__"] is { IsAsync: false, IsGenerator: false, Returns.Final.IsNever: true })
            return StaticType.Never;
        var items = SpecialMethods.ItemsOf(type, _model);
        if (items is null && type is InstanceType)
            _lattice.Escape(type, toProgram: false);
        return items switch
        {
            null => OperatorRules.ItemOf(type),
            { IsGenerator: true } generator => generator.Yields.Final,
            var next => MarkUsed(next).Returns.Final is { IsNone: false } item ? item : StaticType.Any,
        };
    }

    private bool IsContainerOrOpen(Py.Expression owner) => Infer(owner) is var type && (type is ListType or SetType or DictType || IsOpen(type));

    /// <summary>The items of an expression that an asynchronous loop runs through.</summary>
    private StaticType AsyncItemType(Py.Expression expression)
    {
        if (expression is Py.Call call && CompletedItem(call, isAsync: true) is { } completed)
            return completed;
        var type = Infer(expression);
        if (GeneratorLibrary.ItemOfAsync(type) is { } given)
            return given;
        if (IsOpen(type))
            return StaticType.Never;
        if (type is InstanceType { Class.FirstAsyncIterable: { IsNative: true } first } && first.Methods["__aiter__"] is { IsAsync: false, IsGenerator: false, Returns.Final.IsNever: true })
            return StaticType.Never;
        switch (SpecialMethods.AsyncItemsOf(type, _model))
        {
            case { IsGenerator: true } items:
                return items.Yields.Final;
            case { } next:
                return MarkUsed(next).Returns.Final is { IsNone: false } item ? item : StaticType.Any;
        }
        _lattice.Escape(type);
        return StaticType.Any;
    }

    /// <summary>Whether a context manager of a type lets every exception pass; of one that is not known yet, for now.</summary>
    private bool NeverSwallows(StaticType manager, Py.WithItem item, bool isAsync) => manager switch
    {
        LibraryInstance { Class: var cls } when ContextlibLibrary.IsManager(cls, isAsync) => item.ContextExpr is Py.Call { Func: var callee } && _model.TypeOf(callee) switch
        {
            FunctionType { Function: { GivesManager: true } function } => ManagerFunctions.LetsPass(function),
            MethodType { Function: { GivesManager: true } method } => method.Class?.IsOverridden(method.AttributeName) != true && ManagerFunctions.LetsPass(method),
            _ => false,
        },
        { IsNever: true } => true,
        LibraryInstance { Class.Context: ContextStyle.Disposes } => !isAsync,
        LibraryInstance { Class.Context: ContextStyle.Replaces } => isAsync,
        LibraryInstance { Class.Context: ContextStyle.AcquireRelease } => isAsync && item.OptionalVars is null,
        InstanceType { Class: { IsNative: true } cls } => cls.FindMethod(isAsync ? "__aexit__" : "__exit__") is { IsGenerator: false, Decorators.Count: 0 } exit && exit.IsCoroutine == isAsync
            && (exit.Returns.Final.IsNone || exit.Returns.Final.IsNever),
        _ => false,
    };

    private StaticType Entered(Py.Expression manager, bool isAsync)
    {
        var type = Infer(manager);
        if (type is LibraryInstance { Class: var made, Result: { } given } && ContextlibLibrary.IsManager(made, isAsync))
            return given;
        if (type.IsNever || type is LibraryInstance { Class.Context: var style } && (isAsync ? style is ContextStyle.GivesItself or ContextStyle.Replaces : style == ContextStyle.Disposes))
            return type;
        if (type is Types.InstanceType { Class: var cls })
        {
            var enter = cls.FindMethod(isAsync ? "__aenter__" : "__enter__");
            if (cls.FindMethod(isAsync ? "__aexit__" : "__exit__") is { Returns.Final: { IsNone: false, IsNever: false } } exit)
                MarkUsed(exit);
            if (enter is not null && enter.IsCoroutine == isAsync && !enter.IsGenerator)
                return MarkUsed(enter).Returns.Final;
        }
        _lattice.Escape(type);
        return StaticType.Any;
    }
}
