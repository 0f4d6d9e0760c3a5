using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Declarations;
using Pytocs.Lowering.Flow;
using Pytocs.Lowering.Naming;
using Pytocs.Lowering.Programs;
using Pytocs.Lowering.Tiers;
using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;
using Pytocs.Parser;
using Pytocs.Parser.Diagnostics;
using Pytocs.Parser.Text;

namespace Pytocs.Lowering;

/// <summary>What to make of a program.</summary>
/// <param name="Namespace">The C# namespace of the script.</param>
/// <param name="ExactTier">Whether every generator gets the exact tier.</param>
public sealed record LoweringOptions(string Namespace, bool ExactTier = false);

/// <summary>A lowered module.</summary>
public sealed record LoweringResult(LowFile? File, ImmutableArray<Diagnostic> Diagnostics, SemanticModel Model);

/// <summary>From syntax trees to C# trees: bind, find types, choose tiers, lower.</summary>
public static class PythonLowering
{
    /// <summary>Lowers a script that is a program by itself.</summary>
    public static LoweringResult Lower(SourceText source, ParseResult parsed, LoweringOptions options)
        => Lower([new ModuleFile(ModuleFile.Main, false, source, parsed)], options)[0];

    /// <summary>Lowers the modules of a program together: what one of them does with a name of another is seen.</summary>
    /// <returns>One result a module, in their order.</returns>
    public static IReadOnlyList<LoweringResult> Lower(IReadOnlyList<ModuleFile> files, LoweringOptions options)
    {
        var program = new ProgramModel();
        foreach (var file in ModuleAnnotations.Expand(files))
            program.Modules.Add(file.Name, new SemanticModel(file, program));
        var models = program.Modules.Values;
        Binder.Bind(program);
        foreach (var model in models)
            DefiniteAssignment.Run(model);
        foreach (var model in models)
            Narrowing.Run(model);
        ClassAnalysis.Run(program);
        var declaring = models.ToDictionary(m => m, DeclarationPlacement.Run);
        Inference.Run(program);
        RecursiveFunctions.Run(program);
        TierSelection.Run(program, options.ExactTier);
        ModuleNames.Assign(program, options.Namespace);
        NameAssigner.AssignClasses(program);
        var lowerers = models.Select(m => new ModuleLowerer(m, declaring[m])).ToList();
        foreach (var lowerer in lowerers)
            lowerer.Functions.PrepareDefaults();
        foreach (var lowerer in lowerers)
            lowerer.Lower();
        return [.. lowerers.Select(l => new LoweringResult(l.Finish(), [.. l.Model.Diagnostics], l.Model))];
    }
}
