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

    private StaticType Yield(Py.Yield yield)
    {
        var type = yield.Value is null ? StaticType.None : Value(yield.Value);
        if (Function is { } function)
        {
            _lattice.Flow(type, function.Yields);
            if (function.Yields.Final.IsAny)
                _lattice.Escape(type);
        }
        return StaticType.Any;
    }
}
