using System.Collections.Immutable;
using Pytocs.Lowering.Binding;
using Pytocs.Lowering.Dataclasses;
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
public sealed record LoweringOptions(string Namespace, bool ExactTier = false)
{
    /// <summary>Classes of the user's C# code, which the program imports from modules named like their namespaces.</summary>
    public IReadOnlyList<Library.LibraryClass> CSharpClasses { get; init; } = [];
}

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
        var program = Bind(files, options.CSharpClasses);
        var models = program.Modules.Values;
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

    /// <summary>Binds the names of a program and decides which classes are C# classes.</summary>
    private static ProgramModel Bind(IReadOnlyList<ModuleFile> files, IReadOnlyList<Library.LibraryClass> classes)
    {
        var annotated = ModuleAnnotations.Expand(files);
        var dynamic = new HashSet<Parser.Ast.ClassDef>();
        while (true)
        {
            var program = new ProgramModel(classes);
            foreach (var file in DataclassExpander.Expand(annotated, dynamic))
                program.Modules.Add(file.Name, new SemanticModel(file, program));
            Binder.Bind(program);
            do
            {
                foreach (var model in program.Modules.Values)
                    DefiniteAssignment.Run(model);
            }
            while (ImportedNames.Run(program));
            foreach (var model in program.Modules.Values)
            {
                Narrowing.Run(model);
                MomentaryViews.Run(model);
                KeptMethods.Run(model);
            }
            ClassAnalysis.Run(program);
            // A dataclass that must be built at run time is built by its decorator.
            var count = dynamic.Count;
            foreach (var cls in program.Modules.Values.SelectMany(m => m.Classes.Values).Where(c => !c.IsNative))
                if (cls.Home.File.Dataclasses.TryGetValue(cls.Definition, out var written))
                    dynamic.Add(written.Original);
            if (dynamic.Count == count)
                return program;
        }
    }
}
