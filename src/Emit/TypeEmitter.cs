using System.Collections.Immutable;
using System.Diagnostics;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary><see cref="LowType"/> as C#.</summary>
internal sealed class TypeEmitter(CSharpWriter writer)
{
    public void Emit(LowType type)
    {
        switch (type)
        {
            case LowNamedType named:
                Named(named);
                break;
            case LowTupleType tuple:
                writer.Write('(').Commas(tuple.Items, Emit).Write(')');
                break;
            case LowNullableType nullable:
                Emit(nullable.Inner);
                writer.Write('?');
                break;
            case LowArrayType array:
                Emit(array.Element);
                writer.Write("[]");
                break;
            default:
                throw new UnreachableException(type.GetType().Name);
        }
    }

    /// <summary>Type arguments; nothing where there are none.</summary>
    public void Arguments(ImmutableArray<LowType> types)
    {
        if (types.Length > 0)
            writer.Write('<').Commas(types, Emit).Write('>');
    }

    private void Named(LowNamedType named)
    {
        // A keyword of C# such as decimal means itself where it stands alone.
        if (named.Arguments.Length == 0 && CsKeywords.Contains(named.Name))
        {
            writer.Write(named.Name);
            return;
        }
        writer.Dotted(named.Name);
        Arguments(named.Arguments);
    }
}
