using System.Collections.Immutable;
using Pytocs.Lowering.Tree;

namespace Pytocs.Emit;

/// <summary>Parameter lists.</summary>
internal sealed class ParameterEmitter(StatementEmitter statements)
{
    private readonly CSharpWriter _writer = statements.Writer;

    public void List(ImmutableArray<LowParameter> parameters) => _writer.Write('(').Commas(parameters, Emit).Write(')');

    public void Emit(LowParameter parameter)
    {
        if (parameter.IsParams)
            _writer.Write("params ");
        if (parameter.Modifier is "ref" or "out")
            _writer.Write(parameter.Modifier).Write(' ');
        if (parameter.Type is not null)
        {
            statements.Types.Emit(parameter.Type);
            _writer.Write(' ');
        }
        statements.Declarator(parameter.Name, parameter.Default);
    }
}
