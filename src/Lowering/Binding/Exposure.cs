using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Finds the modules whose names are reached from outside their text, and the names that other modules
/// replace: those must be variables wherever they are used.
/// </summary>
internal static class Exposure
{
    /// <summary>Library modules whose functions look into the modules of the program.</summary>
    private static readonly HashSet<string> s_reflecting = ["unittest", "doctest", "pickle", "inspect", "importlib", "__main__", "pydoc", "runpy", "shelve", "copyreg"];

    private const string Builtins = "builtins.";

    public static void Run(ProgramModel program)
    {
        var reflects = program.Modules.Values.Any(Reflects);
        foreach (var model in program.Modules.Values)
        {
            model.KeepsNamespace = UsesNamespace(model);
            model.IsExposed = !model.IsMain || reflects || model.KeepsNamespace || model.File.IsReflected;
            model.Escapes = reflects || model.KeepsNamespace || model.File.IsReflected || ImportsItself(model);
            if (model.IsExposed)
                FreeConditional(model);
        }
        foreach (var model in program.Modules.Values.Where(static m => m.File.IsPackage))
            FreeSubmodules(model);
        foreach (var model in program.Modules.Values)
            FindPatches(model);
        if (program.Modules.Values.Any(Declarations.Closures.AreRead))
            foreach (var model in program.Modules.Values)
                KeepVariables(model);
        foreach (var model in program.Modules.Values.Where(m => m.KeepsNamespace && !ReadsNamespaceOnly(m)))
            foreach (var symbol in model.ModuleScope.Symbols.Values)
                symbol.Bindings += symbol.Bindings > 0 ? 1 : 0;
    }

    /// <summary>Whether the module imports names from itself, which it may not have bound yet.</summary>
    private static bool ImportsItself(SemanticModel model)
        => Py.Tree.DescendantsAndSelf(model.Module).OfType<Py.ImportFrom>().Any(i => i.Module != "__future__" && Programs.ModuleFile.Absolute(model.File.Package, i.Module, i.Level) is { } source && model.Program.Find(source) == model);

    /// <summary>Makes variables of all names of functions: the program may see and change them in closures.</summary>
    private static void KeepVariables(SemanticModel model)
    {
        model.ReadsClosures = true;
        foreach (var symbol in model.Scopes.Values.Where(static s => s.Kind == ScopeKind.Function).SelectMany(static s => s.Symbols.Values))
            symbol.Bindings += symbol.Bindings > 0 ? 1 : 0;
    }

    private static bool Reflects(SemanticModel model)
        => Py.Tree.DescendantsAndSelf(model.Module).Any(n => n switch
        {
            Py.Attribute { Attr: "modules", Value: Py.Name { Id: "sys" } } => true,
            Py.Import import => import.Names.Any(a => IsReflecting(a.Name) && !(LooksAtFiles(a.Name) && (a.Asname is not null || !UsesImportlib(model)))),
            Py.ImportFrom { Level: 0, Module: "importlib" } import => !import.Names.All(static a => LooksAtFiles("importlib." + a.Name)),
            Py.ImportFrom { Level: 0, Module: { } module } import => (IsReflecting(module) && !LooksAtFiles(module)) || (module == "pkgutil" && import.Names.Any(static a => a.Name == "resolve_name")) || (module == "logging" && import.Names.Any(static a => a.Name == "config"))
                || (module == "sys" && import.Names.Any(a => a.Name == "modules")) || (module == "typing" && import.Names.Any(a => a.Name == "get_type_hints"))
                || (module == "functools" && import.Names.Any(static a => a.Name is "singledispatch" or "singledispatchmethod") && HasTextAnnotations(model)),
            Py.Call { Func: Py.Name { Id: "__import__" or "help" } } => true,
            Py.Attribute { Attr: "get_type_hints" or "f_globals" or "__globals__" or "resolve_name" } => true,
            Py.Attribute { Attr: "singledispatch" or "singledispatchmethod" } => HasTextAnnotations(model),
            _ => false,
        });

    /// <summary>Whether a module of the library looks names up in modules of the program; those that a configuration of logging names are found so.</summary>
    private static bool IsReflecting(string module) => module == "logging.config" || s_reflecting.Contains(module.Split('.')[0]);

    /// <summary>Whether a part of importlib looks into files and no module.</summary>
    public static bool LooksAtFiles(string module)
        => module is "importlib.resources" or "importlib.metadata" || module.StartsWith("importlib.resources.", StringComparison.Ordinal);

    /// <summary>Whether a module that imports a part of importlib by its whole name uses another.</summary>
    private static bool UsesImportlib(SemanticModel model)
        => Py.Tree.DescendantsAndSelf(model.Module).Any(static n => n is Py.Attribute { Value: Py.Name { Id: "importlib" } } part && !LooksAtFiles("importlib." + part.Attr));

    /// <summary>Whether annotations are texts, whose names are looked up in the module when something asks what they mean.</summary>
    private static bool HasTextAnnotations(SemanticModel model)
        => Py.Tree.DescendantsAndSelf(model.Module).Any(static n => n switch
        {
            Py.ImportFrom { Module: "__future__" } import => import.Names.Any(static a => a.Name == "annotations"),
            Py.Argument { Annotation: Py.Constant { Value: string } } => true,
            _ => false,
        });

    /// <summary>Whether the module takes its own namespace as a dictionary.</summary>
    private static bool UsesNamespace(SemanticModel model)
    {
        var uses = model.NamesUsed.Where(u => u.Name.Id is "globals" || RunsSourceText(u.Name, model) || (u.Name.Id is "locals" or "vars" or "dir" && u.Scope.Owner.Kind == ScopeKind.Module)).Select(static u => u.Name).ToHashSet();
        // vars(x) and dir(x) look into something else.
        if (uses.Count > 0)
            uses.ExceptWith(Py.Tree.All<Py.Call>(model.Module).Where(static c => c is { Func: Py.Name { Id: "vars" or "dir" }, Args: [not Py.Starred, ..] }).Select(static c => (Py.Name)c.Func));
        return uses.Count > 0 || model.Module.Mentions("builtins") && Py.Tree.DescendantsAndSelf(model.Module).Any(static n => n is Py.Attribute { Value: Py.Name { Id: "builtins" }, Attr: "exec" or "eval" });
    }

    /// <summary>Whether a name is a built-in that runs source text, which may use any name of the module.</summary>
    private static bool RunsSourceText(Py.Name name, SemanticModel model) => name.Id is "exec" or "eval" && model.Names.GetValueOrDefault(name) is null;

    /// <summary>Whether every <c>globals()</c> is looked into at once and never kept.</summary>
    private static bool ReadsNamespaceOnly(SemanticModel model)
    {
        var calls = 0;
        var reads = 0;
        foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
        {
            calls += node is Py.Name { Id: "exec" or "eval" } name && RunsSourceText(name, model) ? 1 : node is Py.Name { Id: "globals" } or Py.Call { Func: Py.Name { Id: "locals" or "vars" }, Args.Length: 0 } ? 1 : 0;
            reads += node switch
            {
                Py.Subscript { Ctx: Py.ExprContext.Load, Value: var value } => IsNamespace(value),
                Py.Call { Func: Py.Attribute { Value: var value, Attr: "get" or "keys" or "items" or "values" or "copy" or "__contains__" } } => IsNamespace(value),
                Py.Call { Func: Py.Name { Id: "list" or "sorted" or "dict" or "set" or "len" or "tuple" or "print" }, Args: [var value, ..] } => IsNamespace(value),
                Py.Compare { Ops: [Py.CompareOperator.In or Py.CompareOperator.NotIn], Comparators: [var value] } => IsNamespace(value),
                Py.ForStatement { Iter: var value } => IsNamespace(value),
                _ => 0,
            };
        }
        return calls == reads;
    }

    private static int IsNamespace(Py.Expression value) => value is Py.Call { Func: Py.Name { Id: "globals" or "locals" or "vars" }, Args.Length: 0 } ? 1 : 0;

    /// <summary>A function defined under a condition is a local of the module's code, which other modules cannot name.</summary>
    private static void FreeConditional(SemanticModel model)
    {
        foreach (var symbol in model.ModuleScope.Symbols.Values)
            if (symbol is { Bindings: 1, Function.IsTopLevel: false })
                symbol.Bindings++;
    }

    /// <summary>A package's text may say the name of a submodule, which the import of the submodule has bound there: only the run finds it.</summary>
    private static void FreeSubmodules(SemanticModel package)
    {
        foreach (var (name, _) in package.NamesUsed)
            if (package.Names.GetValueOrDefault(name) is null && package.Program.Find($"{package.ModuleName}.{name.Id}") is { } submodule)
                submodule.Escapes = true;
    }

    /// <summary>An assignment from another module is a binding like any other: <c>module.name = value</c>, <c>setattr</c>, <c>patch</c>.</summary>
    private static void FindPatches(SemanticModel model)
    {
        foreach (var node in Py.Tree.DescendantsAndSelf(model.Module))
        {
            switch (node)
            {
                case Py.Attribute { Ctx: not Py.ExprContext.Load } attribute when ModuleOf(attribute.Value, model) is { } patched:
                    Patch(patched, attribute.Attr);
                    break;
                case Py.Call { Func: Py.Name { Id: "setattr" or "delattr" }, Args: [var target, var name, ..] } when ModuleOf(target, model) is { } patched:
                    Patch(patched, (name as Py.Constant)?.Value as string);
                    break;
                case Py.Call { Func: Py.Name { Id: "setattr" or "delattr" }, Args: [var target, Py.Constant { Value: string name }, ..] } when LibraryOf(target, model) is { } library:
                    model.Program.PatchedLibrary.Add($"{library}.{name}");
                    break;
                case Py.Call { Func: Py.Name { Id: "patch" } or Py.Attribute { Attr: "patch" or "setattr" or "delattr" }, Args: [var path, ..] } when PatchPaths.Of(path, model) is { } written:
                    PatchPath(model.Program, written);
                    break;
                case Py.Call { Func: Py.Attribute { Attr: "multiple" } multiple, Args: [var target, ..] } call when IsPatch(multiple.Value):
                    foreach (var keyword in call.Keywords)
                        PatchMember(model, target, keyword.Arg);
                    break;
                case Py.Call { Func: Py.Attribute { Attr: "object" or "setattr" or "delattr" } function, Args: [var target, var name, ..] } when function.Attr != "object" || IsPatch(function.Value):
                    PatchMember(model, target, (name as Py.Constant)?.Value as string);
                    break;
            }
        }
    }

    /// <summary>The module of the library that an expression names.</summary>
    private static string? LibraryOf(Py.Expression target, SemanticModel model)
        => target is Py.Name named && model.Names.GetValueOrDefault(named)?.Denotes is Types.ModuleType { Program: null, Name: var name } ? name : null;

    /// <summary><c>unittest.mock.patch</c>, by its name.</summary>
    private static bool IsPatch(Py.Expression expression) => expression is Py.Name { Id: "patch" } or Py.Attribute { Attr: "patch" };

    /// <summary>A dotted path names a member of a module, or of a class in one.</summary>
    private static void PatchPath(ProgramModel program, string path)
    {
        // Of a library module, which a module of the program may have imported: "app.time.sleep" is time.sleep.
        program.PatchedLibrary.Add(path);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
            program.PatchedLibrary.Add(path[(dot + 1)..]);
        for (var dot = path.IndexOf('.', StringComparison.Ordinal); dot > 0; dot = path.IndexOf('.', dot + 1))
        {
            if (program.Find(path[..dot]) is not { } named)
                continue;
            var member = path[(dot + 1)..];
            named.Escapes = true;
            Patch(named, member.Split('.')[0]);
            if (member.Contains('.', StringComparison.Ordinal))
                program.DynamicStores.Add(member[(member.LastIndexOf('.') + 1)..]);
        }
    }

    /// <summary>A member of a module, or an attribute of a class or instance that only the run knows.</summary>
    private static void PatchMember(SemanticModel model, Py.Expression target, string? name)
    {
        if (name is not null && target is Py.Name { Id: "builtins" })
            model.Program.PatchedLibrary.Add(Builtins + name);
        else if (ModuleOf(target, model) is { } patched)
            Patch(patched, name);
        else if (name is not null && LibraryOf(target, model) is { } library)
            model.Program.PatchedLibrary.Add($"{library}.{name}");
        else if (name is not null)
        {
            model.Program.DynamicStores.Add(name);
            // What is patched may be a module all the same.
            foreach (var any in model.Program.Modules.Values)
                ReplaceBuiltin(any, name);
        }
        else
        {
            model.Program.UsesReflection = true;
        }
    }

    private static SemanticModel? ModuleOf(Py.Expression expression, SemanticModel model) => expression switch
    {
        Py.Name name when model.Names.GetValueOrDefault(name)?.Denotes is ModuleType { Program: { } home } => home,
        Py.Attribute attribute when ModuleOf(attribute.Value, model) is { } package => model.Program.Find($"{package.ModuleName}.{attribute.Attr}"),
        _ => null,
    };

    /// <param name="patched">The module whose name is replaced.</param>
    /// <param name="name">The name; null where only the run knows it.</param>
    private static void Patch(SemanticModel patched, string? name)
    {
        foreach (var symbol in patched.ModuleScope.Symbols.Values)
            if (symbol.Name == name || (name is null && symbol.Bindings > 0))
                symbol.Bindings++;
        if (name is not null)
            ReplaceBuiltin(patched, name);
    }

    /// <summary>A module that has no such name gets one of its own in place of a built-in one.</summary>
    private static void ReplaceBuiltin(SemanticModel patched, string name)
    {
        if (!patched.ModuleScope.Symbols.ContainsKey(name) && Library.Builtin.Exists(name))
            patched.ReplacedBuiltins.Add(name);
    }
}
