using Pytocs.Lowering.Binding;

namespace Pytocs.Lowering.Programs;

/// <summary>The modules of a program, each after those it imports, as far as imports make no circle.</summary>
internal static class ImportOrder
{
    public static IReadOnlyList<SemanticModel> Of(ProgramModel program)
    {
        var order = new List<SemanticModel>();
        var seen = new HashSet<SemanticModel>();
        // Each entry is a module with what of its imports is still to be visited: long chains of imports take no stack.
        var open = new Stack<(SemanticModel Model, IEnumerator<string> Imports)>();
        foreach (var model in program.Modules.Values)
        {
            Enter(model);
            while (open.TryPeek(out var top))
            {
                if (!top.Imports.MoveNext())
                    order.Add(open.Pop().Model);
                else if (program.Find(top.Imports.Current) is { } imported)
                    Enter(imported);
            }
        }
        return order;

        void Enter(SemanticModel model)
        {
            if (seen.Add(model))
                open.Push((model, ImportScanner.Names(model.File).GetEnumerator()));
        }
    }
}
