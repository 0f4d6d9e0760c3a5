namespace Pytocs.Runtime.Core;

/// <summary>What a traceback says of a name that was not found: the closest one there is.</summary>
internal static class Suggestions
{
    private const int MoveCost = 2;
    private const int CaseCost = 1;
    private const int LongestName = 40;
    private const int MostNames = 750;

    /// <summary>The words that follow the message; empty where nothing comes close.</summary>
    public static string For(BaseException error)
    {
        switch (error)
        {
            case AttributeError { AttributeName.Ref: string name } attribute:
                return Words(Closest(name, Attributes(attribute, name)));
            case ImportError { MissingName.Ref: string name } import when import.Name.Ref is string module && Modules.Loaded.TryGetValue(module, out var loaded):
                return Words(Closest(name, Names(loaded).Where(n => name[0] == '_' || n[0] != '_')));
            case NameError { Name.Ref: string name } when IsAttributeOfSelf(error, name):
                return Words("self." + name);
            case NameError { Name.Ref: string name }:
                var suggestion = Closest(name, Names(error));
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
        return [.. function.Locals, .. module.Locals, .. Operators.ToList(Builtins.Dir(BuiltinsModule.Instance)).Select(Operators.Str)];
    }

    private static string? Closest(string wrong, IEnumerable<string> names)
    {
        var candidates = names.ToList();
        if (candidates.Count > MostNames || wrong.Length > LongestName)
            return null;
        var best = wrong.Length;
        string? suggestion = null;
        foreach (var name in candidates.Where(n => n != wrong))
        {
            // At most a third of the characters may differ.
            var most = Math.Min((name.Length + wrong.Length + 3) * MoveCost / 6, best - 1);
            var distance = Distance(wrong, name, most);
            if (distance <= most && (suggestion is null || distance < best))
                (suggestion, best) = (name, distance);
        }
        return suggestion;
    }

    /// <summary>The Levenshtein distance, where a change of case costs half; anything above the most if it is more than that.</summary>
    private static int Distance(string a, string b, int most)
    {
        var prefix = a.AsSpan().CommonPrefixLength(b);
        (a, b) = (a[prefix..], b[prefix..]);
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
            (a, b) = (a[..^1], b[..^1]);
        if (a.Length == 0 || b.Length == 0)
            return MoveCost * (a.Length + b.Length);
        if (a.Length > LongestName || b.Length > LongestName || Math.Abs(a.Length - b.Length) * MoveCost > most)
            return most + 1;
        var row = Enumerable.Range(0, a.Length + 1).Select(static i => i * MoveCost).ToArray();
        for (var j = 0; j < b.Length; j++)
        {
            var diagonal = row[0];
            row[0] = (j + 1) * MoveCost;
            for (var i = 0; i < a.Length; i++)
            {
                var cost = a[i] == b[j] ? 0 : char.ToLowerInvariant(a[i]) == char.ToLowerInvariant(b[j]) ? CaseCost : MoveCost;
                var next = Math.Min(Math.Min(row[i], row[i + 1]) + MoveCost, diagonal + cost);
                diagonal = row[i + 1];
                row[i + 1] = next;
            }
        }
        return row[^1];
    }
}
