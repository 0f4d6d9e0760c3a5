namespace Pytocs.Interpreter;

/// <summary>Built-in functions that act on the code that calls them.</summary>
internal static class FrameFunctions
{
    /// <summary>Their names; a call of one by another name acts on the program's main module.</summary>
    public static readonly HashSet<string> Names = ["exec", "eval", "globals", "locals", "vars", "dir"];

    public static Any Call(string name, Any callee, Arguments given, Frame f, (string Name, int Slot)[] inner)
    {
        if (!ReferenceEquals(callee.Ref, Builtins.Find(name).Ref))
            return callee.Call(given);
        var isEmpty = given is { Count: 0, HasKeywords: false };
        switch (name)
        {
            case "exec" or "eval" when given.Count > 0:
                return Evaluation.Call(name, given, f.Globals.Dict, () => Locals(f, inner));
            case "globals" when isEmpty:
                return f.Globals.Dict;
            case "locals" or "vars" when isEmpty:
                return Locals(f, inner);
            case "dir" when isEmpty:
                return Builtins.Sorted(Locals(f, inner).Invoke("keys"));
            default:
                return callee.Call(given);
        }
    }

    private static Any Locals(Frame f, (string Name, int Slot)[] inner)
    {
        var names = Locals(f);
        if (inner.Length == 0)
            return names;
        var result = new PyDict<Any, Any>();
        result.UpdateAny(names);
        foreach (var (name, slot) in inner)
        {
            var value = f.Slots[slot].Ref is PyCell cell ? cell.Value : f.Slots[slot];
            if (!value.IsUnbound)
                result[name] = value;
        }
        return result;
    }

    /// <summary>The names around as a mapping: the namespace of top-level code or a class body; of a function those that have a value now, as a new dictionary.</summary>
    public static Any Locals(Frame f)
    {
        if (f.Code.Scope.Kind != ScopeKind.Function)
            return f.Names;
        var result = new PyDict<Any, Any>();
        foreach (var (name, slot) in f.Code.Locals)
        {
            var value = f.Slots[slot].Ref is PyCell cell && f.Code.CellSlots.Contains(slot) ? cell.Value : f.Slots[slot];
            if (!value.IsUnbound && name[0] != '.')
                result[name] = value;
        }
        for (var i = 0; i < f.Closure.Length; i++)
            if (f.Closure[i].Value is { IsUnbound: false } value)
                result[f.Code.FreeNames[i]] = value;
        return result;
    }
}
