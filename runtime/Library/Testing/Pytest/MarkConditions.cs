using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing.Pytest;

/// <summary>
/// Conditions of <c>skipif</c> and <c>xfail</c> that are source text: they are evaluated with the names of the test's module, and <c>os</c>,
/// <c>sys</c> and <c>platform</c>. See <see href="https://docs.pytest.org/en/stable/historical-notes.html#conditions-as-strings-instead-of-booleans">conditions as strings</see>.
/// </summary>
internal static class MarkConditions
{
    private static readonly string[] s_modules = ["os", "sys", "platform"];

    /// <summary>The mark with conditions that are values.</summary>
    /// <exception cref="FailedError">One cannot be evaluated.</exception>
    public static Mark Evaluated(Mark mark, Any module)
    {
        if (mark.Name is not ("skipif" or "xfail") || !Conditions(mark).Any(static c => c.Ref is string))
            return mark;
        var keywords = new PyDict<Any, Any>();
        foreach (var (key, value) in mark.Keywords)
            keywords[key] = Operators.Str(key) == "condition" ? Value(mark, value, module) : value;
        if (!keywords.ContainsKey("reason") && Conditions(mark).FirstOrDefault(static c => c.Ref is string) is var text)
            keywords["reason"] = "condition: " + Operators.Str(text);
        return new Mark(mark.Name, new PyTuple([.. Operators.ToList(mark.Args).Select(a => Value(mark, a, module))]), keywords);
    }

    private static IEnumerable<Any> Conditions(Mark mark)
        => mark.Keywords.TryGetValue("condition", out var named) ? [named] : Operators.ToList(mark.Args);

    private static Any Value(Mark mark, Any condition, Any module)
    {
        if (condition.Ref is not string text)
            return condition;
        var names = new PyDict<Any, Any>();
        foreach (var name in s_modules)
            names[name] = Modules.Import(name);
        foreach (var (key, value) in Operators.Vars((IPyObject)module.Ref!))
            names[key] = value;
        try
        {
            SourceReader.Require();
            return Modules.Import("builtins").Invoke("eval", text, names).Truth;
        }
        catch (BaseException error)
        {
            throw new FailedError($"Error evaluating '{mark.Name}' condition\n    {text}\n{error.Class.Name}: {Operators.Str(error)}");
        }
    }
}
