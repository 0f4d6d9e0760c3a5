using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Binding;

/// <summary>
/// The dotted names that patches are given, as far as the text tells them: <c>"app.open"</c>, and in a module that patches itself
/// <c>__name__ + ".open"</c>, <c>"%s.open" % __name__</c>, <c>f"{__name__}.open"</c>.
/// </summary>
internal static class PatchPaths
{
    public static string? Of(Py.Expression path, SemanticModel model) => path switch
    {
        Py.Constant { Value: string text } => text,
        Py.Name { Id: "__name__" } => model.ModuleName,
        Py.BinOp { Op: Py.Operator.Add, Left: var left, Right: var right } => Joined([left, right], model),
        Py.BinOp { Op: Py.Operator.Mod, Left: Py.Constant { Value: string form }, Right: Py.Name { Id: "__name__" } } when form.StartsWith("%s.", StringComparison.Ordinal) && form.IndexOf('%', 1) < 0
            => model.ModuleName + form[2..],
        Py.JoinedStr text => Joined(text.Values, model),
        Py.FormattedValue { Value: var value, FormatSpec: null, Conversion: -1 } => Of(value, model),
        _ => null,
    };

    private static string? Joined(IEnumerable<Py.Expression> parts, SemanticModel model)
    {
        var texts = parts.Select(p => Of(p, model)).ToArray();
        return Array.Exists(texts, static t => t is null) ? null : string.Concat(texts);
    }
}
