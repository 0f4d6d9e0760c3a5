using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Library;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Calls and attributes.</summary>
public sealed partial class Inference
{
    /// <summary>The statement at which each call was last looked at: several forms of a call ask for its arguments, and of these again for theirs.</summary>
    private readonly Dictionary<Py.Call, int> _seenAt = [];
    private int _step;

    /// <summary>What the call that is being looked at calls.</summary>
    private Py.Expression? _callee;

    private StaticType Call(Py.Call call)
    {
        if (_seenAt.TryGetValue(call, out var step) && step == _step)
            return _model.TypeOf(call);
        var type = CallOnce(call);
        _seenAt[call] = _step;
        _model.Types[call] = type;
        return type;
    }

    private StaticType CallOnce(Py.Call call)
    {
        var discarded = _discarded == call;
        var type = CallResult(call, discarded);
        if (type is CoroutineType coroutine)
        {
            coroutine.Function.NeedsColdForm = true;
            return CoroutineObject(coroutine);
        }
        if (type is LibraryAwaitable)
        {
            if (ColdCall(call) is { } cold)
                return cold;
            // A coroutine of the library that is not awaited at once is made by the object itself.
            Arguments(call, toProgram: true);
            return StaticType.Any;
        }
        return type;
    }

    /// <summary>A call right under an <c>await</c>: the coroutine never becomes an object.</summary>
    private StaticType AwaitedCall(Py.Call call, bool discarded)
    {
        _awaited = discarded ? null : call;
        var type = CallResult(call, discarded);
        _model.Types[call] = type;
        return type;
    }

    /// <summary>The call whose coroutine's result is used.</summary>
    private Py.Call? _awaited;

    private StaticType CallResult(Py.Call call, bool discarded)
    {
        if (OwnForms.BaseCall(Function, call, _model) is ({ IsGenerator: false } or { GivesManager: true }, _) and var (overridden, plain))
        {
            Infer(((Py.Attribute)call.Func).Value);
            return CallFunction(overridden, plain, discarded, isOwn: true);
        }
        if (_model.KeptCall(call) is { Func: Py.Attribute kept } direct && IsContainerOrOpen(kept.Value))
            return Call(direct);
        _callee = call.Func;
        var target = Infer(call.Func);
        if (ClassNames.ClassOf(call, _model, _infer) is { } only)
            return new ClassType(only);
        if (SemanticModel.IsLocalsCall(call) && target is LibraryType)
            foreach (var symbol in _scope.Owner.Symbols.Values)
                _lattice.Escape(symbol.Denotes ?? symbol.Final);
        switch (target)
        {
            case var _ when IsOpen(target):
                foreach (var argument in call.Args)
                    Infer(argument);
                foreach (var keyword in call.Keywords)
                    Infer(keyword.Value);
                return StaticType.Never;
            case FunctionType { Function: var function }:
                return CallFunction(function, call, discarded);
            case MethodType { Function: var method }:
                return CallFunction(method, call, discarded);
            case ClassType { Class: var cls }:
                return Construct(cls, call);
            case LibraryType library:
                return CallLibrary(library, call);
            default:
                if (ClassNames.LineOf(call.Func, _model, _infer) is { } line)
                    PassToConstructors(line, call);
                if (call.Func is Py.Attribute attribute)
                    return CallMethod(attribute, call);
                Arguments(call, toProgram: true);
                return StaticType.Any;
        }
    }

    /// <summary>A call of a class or one that derives from it, as only the run knows: the constructor of each gets the arguments.</summary>
    private void PassToConstructors(ClassSymbol line, Py.Call call)
    {
        foreach (var cls in line.WithSubclasses().Where(static c => c.IsNative))
            if (cls.Init is { } init && CallBinding.TryBind(init, call) is { } bound)
                foreach (var argument in bound.Where(static a => a.Value is not null))
                    Pass(argument.Value!, argument.Parameter.Symbol);
            else if (cls.Init is not null)
                _lattice.Escape(new ClassType(cls));
    }

    /// <summary>Arguments to code that is not known: each may be kept and changed there.</summary>
    private void Arguments(Py.Call call, bool toProgram)
    {
        foreach (var argument in call.Args)
        {
            AsObject(argument);
            _lattice.Escape(Infer(argument is Py.Starred s ? s.Value : argument), toProgram);
        }
        foreach (var keyword in call.Keywords)
        {
            AsObject(keyword.Value);
            _lattice.Escape(Infer(keyword.Value), toProgram);
        }
    }

    /// <param name="function">The function or method.</param>
    /// <param name="call">The call.</param>
    /// <param name="discarded">Whether nobody uses the result.</param>
    /// <param name="isOwn">Whether the method itself is called, past what overrides it.</param>
    private StaticType CallFunction(FunctionSymbol function, Py.Call call, bool discarded, bool isOwn = false)
    {
        // Who makes the coroutine alone sees no result.
        if (function.IsCoroutine ? _awaited == call : !discarded)
            MarkUsed(function);
        if ((isOwn ? CallBinding.TryBindOwn(function, call) : CallBinding.TryBind(function, call)) is not { } bound)
        {
            // The object binds at run time, and may be given anything.
            _lattice.Escape(new FunctionType(function));
            Arguments(call, toProgram: true);
            return StaticType.Any;
        }
        if (function.IsGenerator)
            Make(function, call, isOwn);
        foreach (var argument in bound)
        {
            if (argument.Value is { } value)
                Pass(value, argument.Parameter.Symbol);
            foreach (var item in argument.Collected)
                ToAny(item);
            foreach (var item in argument.Extra)
                ToAny(item.Value);
        }
        return Result(function);
    }

    /// <summary>What calling a function gives, before any await.</summary>
    private static StaticType Result(FunctionSymbol function)
    {
        if (function.GivesManager)
        {
            function.NeedsColdForm = true;
            return new LibraryInstance(function.IsAsync ? ContextlibLibrary.AsyncManager : ContextlibLibrary.Manager, function.Yields.Final);
        }
        if (function.IsGenerator)
            return GeneratorLibrary.ObjectOf(function);
        return function.IsAsync ? new CoroutineType(function, function.Returns.Final) : function.Returns.Final;
    }

    private void Pass(Py.Expression value, TypedSymbol parameter)
    {
        var type = Infer(value);
        Store(type, parameter);
    }

    private StaticType Construct(ClassSymbol cls, Py.Call call)
    {
        var init = cls.Init;
        if (cls.IsAbstract || (cls.Enumeration is not null && call is not { Args: [not Py.Starred], Keywords.Length: 0 }))
        {
            Arguments(call, toProgram: true);
            return StaticType.Any;
        }
        if (init is null)
        {
            if (cls.IsException || call.Args.Length > 0 || call.Keywords.Length > 0)
                Arguments(call, toProgram: true);
            return new InstanceType(cls);
        }
        if (CallBinding.TryBind(init, call) is null)
        {
            _lattice.Escape(new ClassType(cls));
            Arguments(call, toProgram: true);
            return StaticType.Any;
        }
        CallFunction(init, call, true);
        return new InstanceType(cls);
    }

    private void UseReflection()
    {
        if (_program.UsesReflection)
            return;
        _program.UsesReflection = true;
        _lattice.Changed = true;
    }

    private StaticType CallMethod(Py.Attribute attribute, Py.Call call)
    {
        // Inferred with the attribute just before: twice at each call of a chain would be without end.
        var receiver = OperatorRules.Present(_model.TypeOf(attribute.Value));
        if (receiver is LibraryInstance { Class.Module: "re" } ofRegex && RegexMethod(attribute, call, ofRegex) is { } found)
            return found;
        if (receiver is LibraryInstance { Class: var library } instance && library.FindMethod(attribute.Attr) is { } known && known.TryBind(call) is { } bound)
        {
            if (attribute.Attr == "run_in_executor" && ReferenceEquals(library, AsyncioLibrary.Loop) && ThreadedCall(call, 1) is { } threaded)
            {
                ToAny(call.Args[0]);
                return threaded.IsNever ? threaded : new LibraryInstance(AsyncioLibrary.Future, AsyncioLibrary.IsResult(threaded) ? threaded : null);
            }
            PassToLibrary(known, bound, receiver: instance);
            Send(call);
            return known.ListOf is { } items ? MadeList(call, items) : known.ResultOf is null ? Given(known, instance) : Given(known, call, bound);
        }
        if (TypedCall(TypedRows.Methods(receiver, attribute.Attr), receiver, call) is { } typed)
            return typed;
        if (receiver is FunctionType { Function: var cached } && CachedFunctions.IsQuestion(cached, attribute))
        {
            Arguments(call, toProgram: false);
            return StaticType.Any;
        }
        _lattice.Escape(receiver, toProgram: false);
        var name = Mangling.Mangle(attribute.Attr, _scope);
        // What super() leads to has no C# method: else the class around it would be a C# class too, and the call plain.
        if (receiver is not SimpleType { Kind: SimpleKind.Str or SimpleKind.Int or SimpleKind.Float or SimpleKind.Bytes or SimpleKind.Range } && attribute.Value is not Py.Call { Func: Py.Name { Id: "super" } })
            PassToMethods(name, call);
        Arguments(call, toProgram: receiver.IsAny && _program.Methods.Contains(name));
        return StaticType.Any;
    }

    /// <summary>A call of a method of an object of unknown class: any of that name gets the arguments.</summary>
    private void PassToMethods(string name, Py.Call call)
    {
        if (!_program.Methods.Contains(name))
            return;
        foreach (var method in MethodsOf(name))
        {
            HandOut(method);
            if (CallBinding.TryBind(method, call) is not { } bound)
            {
                ReadMethod(name);
                continue;
            }
            foreach (var argument in bound)
                if (argument.Value is { } value)
                    Pass(value, argument.Parameter.Symbol);
        }
    }

    private readonly Dictionary<string, FunctionSymbol[]> _methods = new(StringComparer.Ordinal);

    /// <summary>The methods of that name that C# classes of the program define.</summary>
    private FunctionSymbol[] MethodsOf(string name)
    {
        if (!_methods.TryGetValue(name, out var methods))
            _methods.Add(name, methods = [.. _program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => c.IsNative).Select(c => c.Methods.GetValueOrDefault(name) ?? c.Aliases.GetValueOrDefault(name)).OfType<FunctionSymbol>()]);
        return methods;
    }

    /// <summary>A method of an object of unknown class is called with what only the run knows.</summary>
    private void ReadMethod(string name)
    {
        if (_program.Methods.Contains(name) && _model.DynamicCalls.Add(name))
            _lattice.Changed = true;
    }

    private FunctionSymbol MarkUsed(FunctionSymbol function)
    {
        if (!function.ResultUsed)
        {
            function.ResultUsed = true;
            _lattice.Changed = true;
        }
        return function;
    }
}
