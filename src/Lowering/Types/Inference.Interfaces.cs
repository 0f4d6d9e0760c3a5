using Pytocs.Lowering.Binding;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Types;

/// <summary>Classes that are C# interfaces: what is known of their members follows from the classes that implement them.</summary>
public sealed partial class Inference
{
    /// <summary>Takes over what protocols promise of their attributes.</summary>
    private void DeclareAttributes()
    {
        foreach (var protocol in _model.Classes.Values.Where(static c => c.IsInterface))
            foreach (var statement in protocol.Definition.Body)
                if (statement is Py.AnnAssign { Target: Py.Name name } attribute)
                    protocol.Fields[name.Id].Declared = _annotations.Read(attribute.Annotation, protocol.Scope);
    }

    /// <summary>What goes through an interface's members goes through those of a class that implements it.</summary>
    private void Implement(ClassSymbol cls, ClassSymbol protocol)
    {
        foreach (var (name, attribute) in protocol.Fields)
            Flow(Implementation(cls, name), attribute);
        foreach (var (name, wanted) in protocol.Methods.Where(static m => m.Value.IsCsAbstract))
        {
            if (wanted.IsProperty)
            {
                Flow(Implementation(cls, name), wanted.Returns);
                continue;
            }
            var own = cls.FindMethod(name)!;
            foreach (var (mine, theirs) in own.CallerParameters.Zip(wanted.CallerParameters))
                Flow(theirs.Symbol, mine.Symbol);
            if (own.IsAsync)
                Equate(own.Returns, wanted.Returns);
            else
                Flow(own.Returns, wanted.Returns);
            if (wanted.ResultUsed)
                MarkUsed(own);
        }
    }

    /// <summary>What gives the value of an attribute: a field, or the result of a property.</summary>
    public static TypedSymbol Implementation(ClassSymbol cls, string name)
        => (TypedSymbol?)cls.FindField(name) ?? cls.FindMethod(name)!.Returns;

    private void Flow(TypedSymbol from, TypedSymbol to)
    {
        _lattice.Flow(from.Final, to);
        if (to.Final.IsAny)
            _lattice.Escape(from.Final);
    }
}
