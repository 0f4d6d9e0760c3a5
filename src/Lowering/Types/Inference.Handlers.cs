using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>What handlers bind, and what is deleted.</summary>
public sealed partial class Inference
{
    private void Try(Py.TryStatement @try)
    {
        Block(@try.Body);
        foreach (var handler in @try.Handlers)
        {
            if (handler.Type is not null)
                Infer(handler.Type);
            if (handler.Name is { } name && SemanticModel.Resolve(_scope, name) is { } symbol)
                _lattice.Flow(symbol.MayBeUnbound || symbol.IsSeenOutside ? StaticType.Any : CaughtType(handler, @try), symbol);
            Block(handler.Body);
        }
        Block(@try.Orelse);
        Block(@try.Finalbody);
    }

    private StaticType CaughtType(Py.ExceptHandler handler, Py.TryStatement @try)
    {
        if (@try is Py.TryStar || handler.Type is null)
            return @try is Py.TryStar ? StaticType.Any : new ErrorType("BaseException");
        return Infer(handler.Type) switch
        {
            ClassType { Class: { IsNative: true, IsException: true } cls } => new InstanceType(cls),
            LibraryType library when Library.ExceptionTypes.FindIn(library) is { } known && !_program.SecondBases.Contains(known.Name) => new ErrorType(known.CsName),
            _ => new ErrorType("BaseException"),
        };
    }

    private void Delete(Py.Expression target)
    {
        switch (target)
        {
            case Py.Attribute attribute:
                Infer(attribute.Value);
                StoreAttribute(attribute, StaticType.Any);
                break;
            case Py.Subscript subscript:
                Infer(subscript.Value);
                Infer(subscript.Slice);
                break;
            case Py.Tuple tuple:
                foreach (var item in tuple.Elts)
                    Delete(item);
                break;
        }
    }
}
