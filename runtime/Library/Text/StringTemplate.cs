using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/string.html#string.Template">string.Template</see>; subclasses may set the delimiter and the patterns.</summary>
internal static class StringTemplate
{
    public static readonly PyType Type = Create();

    private static PyType Create()
    {
        var type = new ClassMaker("Template", "string")
            .Attribute("delimiter", "$")
            .Attribute("idpattern", "(?a:[_a-z][_a-z0-9]*)")
            .Attribute("braceidpattern", Any.None)
            .Attribute("flags", (long)RegexFlags.IgnoreCase)
            .ClassMethod("__init_subclass__", "cls", static a => Lib.Do(() => Compile((PyType)a[0].Ref!)))
            .Method("__init__", "template", static (self, template) => Lib.Do(() => self.Set("template", template)))
            .Method("substitute", "self, mapping=, /, **kws", static a => Fill(a[0], Values(a[1], a[2]), safe: false), new PyDict<Any, Any>())
            .Method("safe_substitute", "self, mapping=, /, **kws", static a => Fill(a[0], Values(a[1], a[2]), safe: true), new PyDict<Any, Any>())
            .Method("is_valid", static self => IsValid(self))
            .Method("get_identifiers", static self => Lib.List(Identifiers(self)))
            .Make(PyType.Object);
        Compile(type);
        return type;
    }

    /// <summary>Makes the class's pattern out of its parts, unless it has one of its own.</summary>
    private static void Compile(PyType type)
    {
        Any pattern;
        if (type.Namespace.TryGetValue("pattern", out var own) && own.Ref is not PyPattern)
        {
            pattern = own;
        }
        else
        {
            var delimiter = Operators.Str(ReModule.Escape(type.Lookup("delimiter")));
            var identifier = Operators.Str(type.Lookup("idpattern"));
            var braced = type.Lookup("braceidpattern") is { IsNone: false } given ? Operators.Str(given) : identifier;
            pattern = $"{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{identifier})|{{(?P<braced>{braced})}}|(?P<invalid>))";
        }
        var flags = (RegexFlags)Lib.Int(type.Lookup("flags")) | RegexFlags.Verbose;
        if (pattern.Ref is not PyPattern)
            pattern = Modules.Import("re").Invoke("compile", pattern, (long)flags);
        type.Define("pattern", pattern);
    }

    /// <summary>The keywords go before the mapping.</summary>
    private static Func<Any, Any> Values(Any mapping, Any keywords)
    {
        var named = Lib.Dict(keywords);
        return key => named.TryGetAny(key, out var value) ? value : Operators.GetItem(mapping, key);
    }

    private static IEnumerable<Any> Matches(Any self) => Operators.ToList(self.Get("pattern").Invoke("finditer", self.Get("template")));

    private static Any Group(Any match, string name) => match.Invoke("group", name);

    private static string Fill(Any self, Func<Any, Any> values, bool safe)
    {
        var template = Operators.Str(self.Get("template"));
        var result = new System.Text.StringBuilder();
        var end = 0;
        foreach (var match in Matches(self))
        {
            var start = Str.Offset(template, (int)Lib.Int(match.Invoke("start")));
            result.Append(template, end, start - end);
            end = Str.Offset(template, (int)Lib.Int(match.Invoke("end")));
            var name = Group(match, "named") is { IsNone: false } named ? named : Group(match, "braced");
            if (!name.IsNone)
                result.Append(Value(name, values, safe ? template[start..end] : null));
            else if (!Group(match, "escaped").IsNone)
                result.Append(Operators.Str(self.Get("delimiter")));
            else if (!Group(match, "invalid").IsNone)
                result.Append(safe ? template[start..end] : throw Invalid(template, Str.Offset(template, (int)Lib.Int(match.Invoke("start", "invalid")))));
            else
                throw new ValueError($"Unrecognized named group in pattern{Operators.Repr(self.Get("pattern"))}");
        }
        return result.Append(template, end, template.Length - end).ToString();
    }

    private static string Value(Any name, Func<Any, Any> values, string? missing)
    {
        try
        {
            return Operators.Str(values(name));
        }
        catch (KeyError) when (missing is not null)
        {
            return missing;
        }
    }

    private static ValueError Invalid(string template, int at)
    {
        var lines = Str.SplitLines(template[..at], keepends: true);
        return lines.Count == 0
            ? new ValueError("Invalid placeholder in string: line 1, col 1")
            : new ValueError($"Invalid placeholder in string: line {lines.Count}, col {Str.Length(template[..at]) - Str.Length(string.Concat(lines.SkipLast(1)))}");
    }

    private static bool IsValid(Any self)
    {
        foreach (var match in Matches(self))
        {
            if (!Group(match, "invalid").IsNone)
                return false;
            if (Group(match, "named").IsNone && Group(match, "braced").IsNone && Group(match, "escaped").IsNone)
                throw new ValueError("Unrecognized named group in pattern");
        }
        return true;
    }

    private static List<string> Identifiers(Any self)
    {
        var names = new List<string>();
        foreach (var match in Matches(self))
        {
            var name = Group(match, "named") is { IsNone: false } named ? named : Group(match, "braced");
            if (!name.IsNone && !names.Contains(Operators.Str(name)))
                names.Add(Operators.Str(name));
        }
        return names;
    }
}
