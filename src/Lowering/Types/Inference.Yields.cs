using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What generators hand out.</summary>
public sealed partial class Inference
{
    private StaticType YieldFrom(Py.YieldFrom yield)
    {
        var type = Infer(yield.Value);
        var item = yield.Value is Py.Call { Func: var callee } && _model.TypeOf(callee) is LibraryType { FullName: "builtins.range" } ? ItemType(yield.Value) : ItemOf(type);
        // Delegating to a container only reads it.
        if (type is ListType or SetType or DictType || SpecialMethods.ItemsOf(type, _model) is not null)
            _lattice.Escape(item);
        else
            _lattice.Escape(type);
        if (Function is { } function)
            _lattice.Flow(item, function.Yields);
        return StaticType.Any;
    }

    /// <summary>What a function yields and what its generator objects hand out is one C# type.</summary>
    private void ShareItems(FunctionSymbol function)
    {
        if (MustTakeAnything(function) || function.GivesManager || function.Class is not null)
            _lattice.Flow(StaticType.Any, function.Sends);
        function.Items.Add(function.Yields.Final, _lattice);
        if (function.Items.Type.Equals(function.Yields.Final))
            return;
        _lattice.Flow(function.Items.Type, function.Yields);
        if (function.Items.Type.Equals(function.Yields.Final))
            return;
        Widen(function.Yields);
        function.Items.Add(StaticType.Any, _lattice);
    }

    private StaticType Yield(Py.Yield yield)
    {
        var type = yield.Value is null ? StaticType.None : Value(yield.Value);
        if (Function is { } function)
        {
            _lattice.Flow(type, function.Yields);
            if (function.Yields.Final.IsAny)
                _lattice.Escape(type);
        }
        return Function is { } receiver ? Received(receiver) : StaticType.Any;
    }

    /// <summary>What a yield of a function gives; nothing has a type that is always None.</summary>
    private static StaticType Received(FunctionSymbol function) => function.Sends.Final is { IsNone: false } sent ? sent : StaticType.Any;

    private readonly Dictionary<SemanticModel, DrivenGenerators> _driven = [];

    private DrivenGenerators Driven => _driven.TryGetValue(_model, out var driven) ? driven : _driven[_model] = DrivenGenerators.Of(_model);

    /// <summary>A call makes a generator: where it is not driven in plain sight, its yields may receive anything.</summary>
    private void Make(FunctionSymbol function, Py.Call call, bool isOwn)
    {
        if (isOwn || !Driven.Makes(call))
            _lattice.Flow(StaticType.Any, function.Sends);
    }

    /// <summary>A generator that is driven in plain sight is sent a value.</summary>
    private void Send(Py.Call call)
    {
        if (Driven.SentBy(call) is { } made && CallBinding.DirectGenerator(_model, made, call.Func is Py.Attribute { Attr: "asend" }) is { } function)
            _lattice.Flow(Value(call.Args[0]), function.Sends);
    }
}
