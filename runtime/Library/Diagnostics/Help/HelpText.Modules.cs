using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Help;

/// <summary>What <c>help</c> shows of a module: its classes, functions and values.</summary>
internal static partial class HelpText
{
    private static string OfModule(PyModule module)
    {
        var name = module.Name;
        var text = Documentation(module);
        var (synopsis, description) = Split(text);
        var result = Section("NAME", name + (synopsis.Length == 0 ? "" : " - " + synopsis));
        if (description.Length > 0)
            result += Section("DESCRIPTION", description);
        var all = Operators.GetAttr(module, "__all__", Any.None) is { IsNone: false } listed ? Operators.ToList(listed).Select(Operators.Str).ToList() : null;
        var (classes, functions, values) = (new List<(string, PyType)>(), new List<(string, Any)>(), new List<(string, Any)>());
        foreach (var member in module.Names().Order(StringComparer.Ordinal))
        {
            var value = Operators.GetAttr(module, member, Any.Unbound);
            if (value.IsUnbound || !IsVisible(member, module, all))
                continue;
            var isOwn = all is not null || (Operators.GetAttr(value, "__module__", Any.None).Ref as string ?? name) == name;
            if (value.Ref is PyType type)
            {
                if (isOwn)
                    classes.Add((member, type));
            }
            else if (Is("isroutine", value))
            {
                if (isOwn || PyType.Of(value).Name == "builtin_function_or_method")
                    functions.Add((member, value));
            }
            else if (value.Ref is not PyModule)
            {
                values.Add((member, value));
            }
        }
        if (classes.Count > 0)
        {
            var tree = Modules.Import("inspect").Get("getclasstree").Call(Lib.List(classes.Select(static c => (Any)c.Item2)), true);
            result += Section("CLASSES", string.Join('\n', Tree(tree, name, "").Concat([.. classes.Select(c => OfClass(c.Item2, c.Item1, name))]).Prepend("")).TrimStart('\n'));
        }
        if (functions.Count > 0)
            result += Section("FUNCTIONS", string.Join('\n', functions.Select(f => Document(f.Item2, f.Item1, name, null, null))));
        if (values.Count > 0)
            result += Section("DATA", string.Join('\n', values.Select(static v => OfOther(v.Item2, v.Item1, 70, null))));
        return result + Section("FILE", Operators.GetAttr(module, "__file__", "(built-in)").Ref as string ?? "(built-in)");
    }

    /// <summary>The lines of a tree of classes.</summary>
    private static IEnumerable<string> Tree(Any tree, string module, string prefix)
    {
        foreach (var entry in Operators.ToList(tree))
        {
            if (entry.Ref is not PyTuple pair)
            {
                foreach (var line in Tree(entry, module, prefix + "    "))
                    yield return line;
                continue;
            }
            var (type, bases) = ((PyType)pair[0].Ref!, Operators.ToList(pair[1]).Select(b => ClassName((PyType)b.Ref!, module)).ToList());
            yield return prefix + ClassName(type, module) + (bases is [] or ["builtins.object"] ? "" : $"({string.Join(", ", bases)})");
        }
        if (prefix.Length == 0)
            yield return "";
    }

    /// <summary>The first line of a text and what follows after an empty one.</summary>
    private static (string Synopsis, string Description) Split(string text)
    {
        var lines = text.Trim().Split('\n');
        return lines.Length == 1 ? (lines[0], "")
            : lines[1].Trim().Length == 0 ? (lines[0], string.Join('\n', lines[2..]))
            : ("", string.Join('\n', lines));
    }

    private static string Section(string title, string contents) => $"{title}\n{Indented(contents, "    ").TrimEnd()}\n\n";
}
