using System.Text;
using Pytocs.Lowering.Binding;

namespace Pytocs.Cli.Dump;

/// <summary>Writes the scopes of a module, indented, with what each name is and which type was found for it.</summary>
internal static class SymbolDump
{
    public static string Write(SemanticModel model)
    {
        var text = new StringBuilder();
        Write(model.ModuleScope, "<module>", 0, text);
        return text.ToString();
    }

    private static void Write(Scope scope, string name, int depth, StringBuilder text)
    {
        text.Append(' ', 2 * depth).Append(scope.Kind.ToString().ToLowerInvariant()).Append(' ').Append(name).Append('\n');
        foreach (var symbol in scope.Symbols.Values)
        {
            text.Append(' ', 2 * depth + 2).Append(symbol.Name).Append(": ").Append(Convert.Readable.Type(symbol.Denotes ?? symbol.Final));
            foreach (var (holds, word) in ((bool, string)[])
            [
                (symbol.IsParameter, "parameter"), (symbol.Function is not null, "function"), (symbol.Class is not null, "class"), (symbol.Import is not null, "import"),
                (symbol.IsCaptured, "captured"), (symbol.MayBeUnbound, "may be unbound"), (symbol.IsWidened, "annotation not kept"),
            ])
            {
                if (holds)
                    text.Append(", ").Append(word);
            }
            text.Append('\n');
        }
        foreach (var child in scope.Children)
            Write(child, child.Function?.Name ?? child.Class?.Name ?? $"<{child.Kind.ToString().ToLowerInvariant()}>", depth + 1, text);
    }
}
