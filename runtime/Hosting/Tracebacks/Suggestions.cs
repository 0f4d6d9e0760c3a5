namespace Pytocs.Runtime.Core;

/// <summary>What a traceback says of a name that was not found: the closest one there is.</summary>
internal static class Suggestions
{
    /// <summary>The words that follow the message; empty where nothing comes close.</summary>
    public static string For(BaseException error)
    {
        switch (error)
        {
            case AttributeError { AttributeName.Ref: string name } attribute:
                return Words(Spelling.Closest(name, Attributes(attribute, name)));
            case ImportError { MissingName.Ref: string name } import when import.Name.Ref is string module && Modules.Loaded.TryGetValue(module, out var loaded):
                return Words(Spelling.Closest(name, Names(loaded).Where(n => name[0] == '_' || n[0] != '_')));
            case UnboundLocalError:
                return "";
            case NameError { Name.Ref: string name } when IsAttributeOfSelf(error, name):
                return Words("self." + name);
            case NameError { Name.Ref: string name }:
                var suggestion = Spelling.Closest(name, Names(error));
                var words = Words(suggestion);
                return !Modules.IsStandard(name) ? words : suggestion is null ? $". Did you forget to import '{name}'?" : $"{words} Or did you forget to import '{name}'?";
            default:
                return "";
        }
    }

    private static string Words(string? suggestion) => suggestion is null ? "" : $". Did you mean: '{suggestion}'?";

    private static IEnumerable<string> Attributes(AttributeError error, string wrong)
    {
        if (error.Target.IsUnbound)
            return [];
        try
        {
            var isOwn = error.Levels() is { Count: > 0 } levels && levels[^1].Function is { Locals: ["self", ..] } method && method.QualName.StartsWith(PyType.Of(error.Target).QualName + ".", StringComparison.Ordinal);
            return Names(error.Target).Where(n => isOwn || wrong[0] == '_' || n[0] != '_');
        }
        catch (BaseException)
        {
            return [];
        }
    }

    /// <summary>What <c>dir()</c> lists, and for a module of the program also the names that C# code alone knows.</summary>
    private static IEnumerable<string> Names(Any o)
    {
        var names = Operators.ToList(Builtins.Dir(o)).Select(Operators.Str);
        return o.Ref is PyModule module && PyCode.HomeOf(module.Name) is { } file && PositionMaps.Of(file) is { } map ? names.Union(map.Module.Locals).Order(StringComparer.Ordinal) : names;
    }

    /// <summary>Whether the innermost function is a method whose object has the attribute, as far as the text of its class tells.</summary>
    private static bool IsAttributeOfSelf(BaseException error, string name)
        => error.Levels() is { Count: > 0 } levels && levels[^1].Function is { Parent: { Kind: 'c' } cls } function && function.Locals.Contains("self")
            && (cls.StaticAttributes.Contains(name) || cls.Locals.Contains(name));

    /// <summary>Names that the innermost function could read.</summary>
    private static IEnumerable<string> Names(BaseException error)
    {
        if (error.Levels() is not { Count: > 0 } levels || levels[^1].Function is not { } function)
            return [];
        var module = function;
        while (module.Parent is { } parent)
            module = parent;
        // What the module has bound is known by how far its own code has come, where that is on the stack.
        var globals = levels.FirstOrDefault(l => l.Function == module) is { } running ? module.LocalsAt(running.Line) : module.Locals;
        return [.. function.LocalsAt(levels[^1].Line), .. globals, .. Operators.ToList(Builtins.Dir(BuiltinsModule.Instance)).Select(Operators.Str)];
    }
}
