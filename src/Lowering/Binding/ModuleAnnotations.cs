using System.Collections.Immutable;
using Pytocs.Lowering.Programs;
using Pytocs.Parser;
using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Writes out the dictionary of a module's annotations where its code asks for it: <c>x: int = 1</c> is followed by
/// <c>__annotations__["x"] = int</c>.
/// See <see href="https://docs.python.org/3.13/reference/simple_stmts.html#annotated-assignment-statements">annotated assignments</see>.
/// </summary>
internal static class ModuleAnnotations
{
    private const string Name = "__annotations__";

    public static IReadOnlyList<ModuleFile> Expand(IReadOnlyList<ModuleFile> modules)
    {
        var names = modules.Select(m => m.Name).ToHashSet(StringComparer.Ordinal);
        return modules.Any(m => AsksForAnother(m, names)) ? [.. modules.Select(Write)] : [.. modules.Select(m => AsksForOwn(m) ? Write(m) : m)];
    }

    private static bool AsksForOwn(ModuleFile module)
        => module.Parsed.Module.Mentions(Name) && Py.Tree.Below(module.Parsed.Module, static n => n is not Py.ClassDef).Any(static n => n is Py.Name { Id: Name });

    /// <summary>Whether the attribute is read of an imported module; it is a function's or class's far more often.</summary>
    private static bool AsksForAnother(ModuleFile module, HashSet<string> names)
    {
        var imported = new HashSet<string>(StringComparer.Ordinal);
        if (!module.Parsed.Module.Mentions(Name))
            return false;
        foreach (var node in Py.Tree.DescendantsAndSelf(module.Parsed.Module))
        {
            if (node is Py.Import import)
                imported.UnionWith(import.Names.Where(a => names.Contains(a.Name)).Select(a => a.Asname ?? a.Name));
            else if (node is Py.ImportFrom from)
                imported.UnionWith(from.Names.Where(a => names.Contains($"{ModuleFile.Absolute(module.Package, from.Module, from.Level)}.{a.Name}")).Select(a => a.Asname ?? a.Name));
        }
        if (imported.Count == 0)
            return false;
        foreach (var assign in Py.Tree.DescendantsAndSelf(module.Parsed.Module).OfType<Py.Assign>())
            if (assign is { Targets: [Py.Name { Id: var alias }], Value: Py.Name { Id: var known } } && imported.Contains(known))
                imported.Add(alias);
        return Py.Tree.DescendantsAndSelf(module.Parsed.Module).Any(n => Asked(n) is { } owner && imported.Contains(owner));
    }

    /// <summary>The name whose annotations an expression asks for.</summary>
    private static string? Asked(Py.Node node) => node switch
    {
        Py.Attribute { Attr: Name, Value: Py.Name { Id: var owner } } => owner,
        Py.Call { Func: Py.Attribute { Attr: "get_annotations" or "get_type_hints" } or Py.Name { Id: "get_annotations" or "get_type_hints" }, Args: [Py.Name { Id: var owner }, ..] } => owner,
        _ => null,
    };

    private static ModuleFile Write(ModuleFile module)
    {
        var isText = module.Parsed.Module.Body.OfType<Py.ImportFrom>().Any(i => i.Module == "__future__" && i.Names.Any(a => a.Name == "annotations"));
        if (!AsksForOwn(module) && !module.Parsed.Module.Body.Any(static s => s is Py.AnnAssign))
            return module;
        var writer = new Writer(module, isText);
        var body = writer.Block(module.Parsed.Module.Body);
        var first = body.TakeWhile(static s => s is Py.ExprStatement { Value: Py.Constant { Value: string } } or Py.ImportFrom { Module: "__future__" }).Count();
        var at = new TextSpan(module.Parsed.Module.Span.Start, 0);
        var dictionary = new Py.Assign(at, [new Py.Name(at, Name, Py.ExprContext.Store)], new Py.Dict(at, [], []), null);
        var tree = new Py.Module(module.Parsed.Module.Span, body.Insert(first, dictionary), module.Parsed.Module.TypeIgnores);
        return module with { Parsed = new ParseResult(tree, module.Parsed.Diagnostics, module.Parsed.Trivia) };
    }

    private sealed class Writer(ModuleFile module, bool isText)
    {
        public ImmutableArray<Py.Statement> Block(ImmutableArray<Py.Statement> body) => [.. body.SelectMany(Statement)];

        private IEnumerable<Py.Statement> Statement(Py.Statement statement)
        {
            yield return statement switch
            {
                Py.If s => new Py.If(s.Span, s.Test, Block(s.Body), Block(s.Orelse)),
                Py.While s => new Py.While(s.Span, s.Test, Block(s.Body), Block(s.Orelse)),
                Py.For s => new Py.For(s.Span, s.Target, s.Iter, Block(s.Body), Block(s.Orelse), s.TypeComment),
                Py.With s => new Py.With(s.Span, s.Items, Block(s.Body), s.TypeComment),
                Py.Try s => new Py.Try(s.Span, Block(s.Body), [.. s.Handlers.Select(h => new Py.ExceptHandler(h.Span, h.Type, h.Name, Block(h.Body)))], Block(s.Orelse), Block(s.Finalbody)),
                _ => statement,
            };
            if (statement is not Py.AnnAssign { Simple: true, Target: Py.Name { Id: var name } } annotated)
                yield break;
            var at = annotated.Annotation.Span;
            Py.Expression value = isText ? new Py.Constant(at, Parser.Dump.AnnotationText.Of(annotated.Annotation, module.Source), null) : annotated.Annotation;
            var target = new Py.Subscript(at, new Py.Name(at, Name, Py.ExprContext.Load), new Py.Constant(at, name, null), Py.ExprContext.Store);
            yield return new Py.Assign(at, [target], value, null);
        }
    }
}
