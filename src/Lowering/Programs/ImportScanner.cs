using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Programs;

/// <summary>Finds what a module may import, wherever the import stands.</summary>
public static class ImportScanner
{
    /// <summary>Absolute dotted names, in the order of the text; a name may turn out to be no module but a member of one.</summary>
    public static IEnumerable<string> Names(ModuleFile module)
    {
        foreach (var node in Py.Tree.DescendantsAndSelf(module.Parsed.Module))
        {
            switch (node)
            {
                case Py.Import import:
                    foreach (var alias in import.Names)
                        yield return alias.Name;
                    break;
                case Py.ImportFrom import when ModuleFile.Absolute(module.Package, import.Module, import.Level) is { } source:
                    yield return source;
                    foreach (var alias in import.Names)
                        if (alias.Name != "*")
                            yield return $"{source}.{alias.Name}";
                    break;
                case Py.Call { Func: Py.Attribute { Attr: "import_module" } or Py.Name { Id: "import_module" or "__import__" }, Args: [Py.Constant { Value: string name }, ..] }:
                    if (name.TrimStart('.') is { Length: > 0 } rest && ModuleFile.Absolute(module.Package, rest, name.Length - rest.Length) is { } target)
                        yield return target;
                    break;
                case Py.Dict dict:
                    foreach (var name in dict.Keys.Zip(dict.Values).Where(static e => e.First is Py.Constant { Value: "class" or "()" }).Select(static e => (e.Second as Py.Constant)?.Value).OfType<string>())
                        foreach (var part in Parts(name))
                            yield return part;
                    break;
            }
        }
    }

    /// <summary>What a configuration of logging imports for <c>a.b.C</c>: <c>a.b</c>, or all of it.</summary>
    private static IEnumerable<string> Parts(string name)
        => name.LastIndexOf('.') is > 0 and var dot && name.All(static c => c is '.' or '_' || char.IsLetterOrDigit(c)) ? [name[..dot], name] : [];
}
