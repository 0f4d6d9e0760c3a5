using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>The three ways of writing a format. See <see href="https://docs.python.org/3.13/library/logging.html#formatter-objects">formatter objects</see>.</summary>
internal static class LogStyles
{
    public const string BasicFormat = "%(levelname)s:%(name)s:%(message)s";

    private static readonly Any s_percentPattern = Pattern(@"%\(\w+\)[#0+ -]*(\*|\d+)?(\.(\*|\d+))?[diouxefgcrsa%]");
    private static readonly Any s_specification = Pattern(@"^(.?[<=>^])?[+ -]?#?0?(\d+|{\w+})?[,_]?(\.(\d+|{\w+}))?[bcdefgnosx%]?$");
    private static readonly Any s_field = Pattern(@"^(\d+|\w+)(\.\w+|\[[^]]+\])*$");

    public static readonly PyType Percent = new ClassMaker("PercentStyle", "logging")
        .Attribute("default_format", "%(message)s").Attribute("asctime_format", "%(asctime)s").Attribute("asctime_search", "%(asctime)").Attribute("validation_pattern", s_percentPattern)
        .Method("__init__", "self, fmt, *, defaults=None", static a => Lib.Do(() =>
        {
            a[0].Set("_fmt", a[1].Truth ? a[1] : a[0].Get("default_format"));
            a[0].Set("_defaults", a[2]);
        }))
        .Method("usesTime", static self => self.Get("_fmt").Contains(self.Get("asctime_search")))
        .Method("validate", static self => Lib.Do(() =>
        {
            if (self.Get("validation_pattern").Invoke("search", self.Get("_fmt")).IsNone)
                throw new ValueError($"Invalid format '{Operators.Str(self.Get("_fmt"))}' for '{Operators.Str(self.Get("default_format")[0])}' style");
        }))
        .Method("_format", "record", static (self, record) => self.Get("_fmt") % Values(self, record))
        .Method("format", "record", static (self, record) =>
        {
            try
            {
                return self.Invoke("_format", record);
            }
            catch (KeyError error)
            {
                throw Raise.From(Raise.During(new ValueError($"Formatting field not found in record: {Operators.Str(error)}"), error), error);
            }
        })
        .Make();

    public static readonly PyType Braces = new ClassMaker("StrFormatStyle", "logging")
        .Attribute("default_format", "{message}").Attribute("asctime_format", "{asctime}").Attribute("asctime_search", "{asctime")
        .Attribute("fmt_spec", s_specification).Attribute("field_spec", s_field)
        .Method("_format", "record", static (self, record) => self.Get("_fmt").Invoke("format", new Arguments { new StarStar(Values(self, record)) }))
        .Method("validate", static self => Lib.Do(() => ValidateBraces(self)))
        .Make(Percent);

    public static readonly PyType Dollars = new ClassMaker("StringTemplateStyle", "logging")
        .Attribute("default_format", "${message}").Attribute("asctime_format", "${asctime}").Attribute("asctime_search", "${asctime}")
        .Method("__init__", "self, *args, **kwargs", static a => Lib.Do(() =>
        {
            ((Any)Percent).Get("__init__").Call(new Arguments { a[0], new Star(a[1]), new StarStar(a[2]) });
            a[0].Set("_tpl", Modules.Import("string").Get("Template").Call(a[0].Get("_fmt")));
        }))
        .Method("usesTime", static self => self.Get("_fmt").Contains("$asctime") || self.Get("_fmt").Contains(self.Get("asctime_search")))
        .Method("validate", static self => Lib.Do(() => ValidateDollars(self)))
        .Method("_format", "record", static (self, record) => self.Get("_tpl").Invoke("substitute", new Arguments { new StarStar(Values(self, record)) }))
        .Make(Percent);

    /// <summary>The module's <c>_STYLES</c>: what writes a format, and the format of <c>basicConfig</c>.</summary>
    public static readonly PyDict<Any, Any> All = new()
    {
        ["%"] = PyTuple.Of(Percent, BasicFormat), ["{"] = PyTuple.Of(Braces, "{levelname}:{name}:{message}"), ["$"] = PyTuple.Of(Dollars, "${levelname}:${name}:${message}"),
    };

    /// <exception cref="ValueError">There is no such style.</exception>
    public static Any Find(Any style)
        => LogState.Name("_STYLES") is var styles && styles.Contains(style) ? styles[style] : throw new ValueError("Style must be one of: " + string.Join(",", Operators.ToList(styles).Select(static s => Operators.Str(s))));

    private static Any Pattern(string text)
    {
        var re = Modules.Import("re");
        return re.Invoke("compile", text, re.Get("I"));
    }

    private static Any Values(Any self, Any record)
    {
        var values = new PyDict<Any, Any>();
        if (self.Get("_defaults") is { Truth: true } defaults)
            values.UpdateAny(defaults);
        values.UpdateAny(record.Get("__dict__"));
        return values;
    }

    private static void ValidateBraces(Any self)
    {
        var any = false;
        try
        {
            foreach (var part in Modules.Import("string").Get("Formatter").Call().Invoke("parse", self.Get("_fmt")))
            {
                var (field, specification, conversion) = (part[1], part[2], part[3]);
                if (field.Truth)
                {
                    if (self.Get("field_spec").Invoke("match", field).IsNone)
                        throw new ValueError($"invalid field name/expression: {Operators.Repr(field)}");
                    any = true;
                }
                if (conversion.Truth && Operators.Str(conversion) is not ("r" or "s" or "a"))
                    throw new ValueError($"invalid conversion: {Operators.Repr(conversion)}");
                if (specification.Truth && self.Get("fmt_spec").Invoke("match", specification).IsNone)
                    throw new ValueError($"bad specifier: {Operators.Repr(specification)}");
            }
        }
        catch (ValueError error)
        {
            throw Raise.From(Raise.During(new ValueError($"invalid format: {Operators.Str(error)}"), error), error);
        }
        if (!any)
            throw new ValueError("invalid format: no fields");
    }

    private static void ValidateDollars(Any self)
    {
        var any = false;
        foreach (var match in Modules.Import("string").Get("Template").Get("pattern").Invoke("finditer", self.Get("_fmt")))
        {
            var groups = match.Invoke("groupdict");
            if (groups["named"].Truth || groups["braced"].Truth)
                any = true;
            else if (Operators.Equal(match.Invoke("group", 0), "$"))
                throw new ValueError("invalid format: bare '$' not allowed");
        }
        if (!any)
            throw new ValueError("invalid format: no fields");
    }
}
