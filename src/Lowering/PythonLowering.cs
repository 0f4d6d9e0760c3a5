using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Tiers;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering;

/// <summary>What to make of a module.</summary>
/// <param name="Namespace">The C# namespace.</param>
/// <param name="ExactTier">Whether every generator gets the exact tier.</param>
public sealed record LoweringOptions(string Namespace, bool ExactTier = false);

/// <summary>A lowered module.</summary>
public sealed record LoweringResult(LowFile? File, ImmutableArray<Diagnostic> Diagnostics, SemanticModel Model);

/// <summary>From syntax tree to C# tree: bind, find types, choose tiers, lower.</summary>
public static class PythonLowering
{
    public static LoweringResult Lower(SourceText source, ParseResult parsed, LoweringOptions options)
    {
        var model = new SemanticModel(source, parsed.Module, parsed.Trivia, "__main__");
        Binder.Bind(model);
        DefiniteAssignment.Run(model);
        var declaring = DeclarationPlacement.Run(model);
        Inference.Run(model);
        TierSelection.Run(model, options.ExactTier);
        var file = new ModuleLowerer(model, declaring).Lower(options.Namespace);
        return new LoweringResult(file, [.. model.Diagnostics], model);
    }
}
