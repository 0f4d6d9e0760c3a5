using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What the library does with dataclasses.</summary>
public sealed partial class Inference
{
    /// <summary><c>replace(o, name=value)</c> calls the constructor with the values that the fields have, and with those given.</summary>
    private void ReplaceFields(Py.Call call)
    {
        foreach (var cls in _program.Modules.Values.SelectMany(static m => m.Classes.Values).Where(static c => c is { IsNative: true, Dataclass: not null }))
        {
            foreach (var parameter in cls.FindMethod("__init__")?.CallerParameters ?? [])
            {
                if (cls.FindField(parameter.Symbol.Name) is { } field)
                    _lattice.Flow(field.Final, parameter.Symbol);
                foreach (var given in call.Keywords)
                    if (given.Arg is null)
                        _lattice.Flow(StaticType.Any, parameter.Symbol);
                    else if (given.Arg == parameter.Symbol.Name)
                        Pass(given.Value, parameter.Symbol);
            }
        }
    }
}
