using System.Collections.Immutable;
using Pytocs.Lowering.Programs;
using Pytocs.Parser;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>A dataclass whose methods are written out.</summary>
/// <param name="Original">The class as its author wrote it.</param>
/// <param name="IsFrozen">Whether nothing assigns to its fields after <c>__init__</c>.</param>
/// <param name="MayLeadBack">Whether its repr may come back to the same object.</param>
/// <param name="AskedFields">Its fields, and whether <c>__init__</c> takes them, where the program asks for them; else none.</param>
public sealed record WrittenDataclass(Py.ClassDef Original, bool IsFrozen, bool MayLeadBack, ImmutableArray<(string Name, bool IsParameter)> AskedFields);

/// <summary>
/// Writes the methods of dataclasses out where a C# class can follow them, so that they are classes like any other. What the
/// program asks of them decides: see <see cref="DataclassUse"/>.
/// </summary>
internal static class DataclassExpander
{
    /// <param name="modules">The program.</param>
    /// <param name="except">Classes that stay as they are, since they become no C# classes.</param>
    public static IReadOnlyList<ModuleFile> Expand(IReadOnlyList<ModuleFile> modules, IReadOnlySet<Py.ClassDef> except)
    {
        if (!modules.Any(static m => m.Parsed.Module.Body.Any(IsCandidate)))
            return modules;
        var use = new DataclassUse(modules);
        return [.. modules.Select(m => m.Parsed.Module.Body.Any(IsCandidate) ? Write(m, use, except) : m)];
    }

    private static bool IsCandidate(Py.Statement statement) => statement is Py.ClassDef { DecoratorList.Length: 1 };

    private static ModuleFile Write(ModuleFile module, DataclassUse use, IReadOnlySet<Py.ClassDef> except)
    {
        var reader = new DataclassReader(use);
        var written = new Dictionary<Py.ClassDef, WrittenDataclass>();
        var body = ImmutableArray.CreateBuilder<Py.Statement>();
        foreach (var statement in module.Parsed.Module.Body)
        {
            if (statement is not Py.ClassDef definition || except.Contains(definition) || reader.Read(definition) is not { } shape)
            {
                body.Add(statement);
                continue;
            }
            var cls = new DataclassMethods(shape, use.HasSubclasses(definition), use.MatchesPositions, module.Parsed.Trivia).Write();
            written[cls] = new WrittenDataclass(definition, shape.Is("frozen"), shape.Is("repr") && !shape.Defines("__repr__") && shape.Fields.Any(static f => f.IsShown && DataclassReader.MayLeadBack(f)),
                use.AsksForFields ? [.. shape.Fields.Select(static f => (f.Name, f.IsParameter))] : []);
            body.Add(cls);
        }
        if (written.Count == 0)
            return module;
        var tree = new Py.Module(module.Parsed.Module.Span, body.ToImmutable(), module.Parsed.Module.TypeIgnores);
        module.Parsed.Trivia.Adopt(module.Parsed.Module, tree);
        return module with { Parsed = new ParseResult(tree, module.Parsed.Diagnostics, module.Parsed.Trivia), Dataclasses = written };
    }
}
