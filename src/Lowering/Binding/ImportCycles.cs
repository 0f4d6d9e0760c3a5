using Pytocs.Lowering.Programs;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// Imports that meet a module which is itself still running, and has not bound the name yet. The modules' statements are followed in the
/// order in which they run; what functions do when they are called is not.
/// See <see href="https://docs.python.org/3.13/reference/import.html#loading">Loading</see>.
/// </summary>
internal sealed class ImportCycles(ProgramModel program)
{
    private readonly Dictionary<SemanticModel, HashSet<string>> _bound = [];

    /// <summary>Notes the names that are not there yet when something asks for them: reading one is checked at run time.</summary>
    public static void Run(ProgramModel program)
    {
        var cycles = new ImportCycles(program);
        if (program.Modules.Count > 1 && program.Find(ModuleFile.Main) is { } main)
            cycles.Execute(main);
        // What functions import begins when they are called.
        foreach (var other in program.Modules.Values)
            cycles.Execute(other);
    }

    private void Execute(SemanticModel model)
    {
        if (!_bound.TryAdd(model, new HashSet<string>(FirstNames.Of(model.Module), StringComparer.Ordinal)))
            return;
        foreach (var statement in model.Module.Body)
            Statement(model, statement);
        // What is only bound in ways not followed here is there at the end.
        _bound[model].UnionWith(model.ModuleScope.Symbols.Keys);
    }

    private void Statement(SemanticModel model, Py.Node node)
    {
        switch (node)
        {
            case Py.Import import:
                foreach (var alias in import.Names)
                {
                    Import(alias.Name);
                    _bound[model].Add(alias.Asname ?? alias.Name.Split('.')[0]);
                }
                return;
            case Py.ImportFrom import:
                From(model, import);
                return;
            case Py.FunctionDefinition function:
                _bound[model].Add(function.Name);
                return;
            case Py.ClassDef cls:
                foreach (var statement in cls.Body)
                    if (statement is not Py.FunctionDefinition)
                        Reads(model, statement);
                _bound[model].Add(cls.Name);
                return;
            case Py.If branch when ImportGuards.IsAboutPlace(branch.Test) || Binder.IsForScripts(branch.Test):
                foreach (var statement in model.IsMain && Binder.IsForScripts(branch.Test) ? branch.Body : branch.Orelse)
                    Statement(model, statement);
                return;
            case Py.Lambda:
                return;
            case Py.Name { Ctx: Py.ExprContext.Store } name:
                _bound[model].Add(name.Id);
                return;
        }
        Attribute(model, node);
        foreach (var child in Py.Tree.Children(node))
            Statement(model, child);
    }

    private void From(SemanticModel model, Py.ImportFrom import)
    {
        var source = ModuleFile.Absolute(model.File.Package, import.Module, import.Level);
        if (source is not null)
            Import(source);
        var home = program.Find(source);
        foreach (var alias in import.Names)
        {
            if (home is not null && home != model && alias.Name != "*" && IsMissing(home, alias.Name))
            {
                if (program.Find($"{source}.{alias.Name}") is null)
                    home.ModuleScope.Symbols[alias.Name].MayBeUnbound = true;
                else
                    Import($"{source}.{alias.Name}");
            }
            _bound[model].Add(alias.Asname ?? alias.Name);
        }
    }

    /// <summary>Whether a module that is running has a name that it has not bound yet.</summary>
    private bool IsMissing(SemanticModel home, string name)
        => home.ModuleScope.Symbols.ContainsKey(name) && _bound.TryGetValue(home, out var bound) && !bound.Contains(name);

    /// <summary>Packages run before what is in them.</summary>
    private void Import(string name)
    {
        for (var dot = name.IndexOf('.', StringComparison.Ordinal); dot >= 0; dot = name.IndexOf('.', dot + 1))
            if (program.Find(name[..dot]) is { } package)
                Execute(package);
        if (program.Find(name) is { } module)
            Execute(module);
    }

    private void Reads(SemanticModel model, Py.Node node)
    {
        Attribute(model, node);
        if (node is not Py.Lambda)
            foreach (var child in Py.Tree.Children(node))
                Reads(model, child);
    }

    private void Attribute(SemanticModel model, Py.Node node)
    {
        if (node is Py.Attribute { Ctx: Py.ExprContext.Load, Value: Py.Name owner } attribute && SemanticModel.Resolve(model.ModuleScope, owner.Id) is { } symbol
            && (symbol.Import as Types.ModuleType)?.Program is { } home && home != model && IsMissing(home, attribute.Attr))
            home.ModuleScope.Symbols[attribute.Attr].MayBeUnbound = true;
    }
}
