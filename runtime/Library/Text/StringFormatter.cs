using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Python's <see href="https://docs.python.org/3.13/library/string.html#string.Formatter">string.Formatter</see>; subclasses may replace each step.</summary>
internal static class StringFormatter
{
    private static readonly PyType s_iterator = PyIterator.DeclareType("formatteriterator");

    public static readonly PyType Type = new ClassMaker("Formatter", "string")
        .Method("format", "self, format_string, /, *args, **kwargs", static a => a[0].Invoke("vformat", a[1], a[2], a[3]))
        .Method("vformat", "self, format_string, args, kwargs", static a => Run(a[0], a[1], a[2], a[3]))
        .Method("_vformat", "self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0", static a =>
        {
            var (text, auto) = Format(a[0], a[1], a[2], a[3], a[4], (int)Lib.Int(a[5]), a[6]);
            return PyTuple.Of(text, auto);
        })
        .Method("get_value", "self, key, args, kwargs", static a => PyValueInstance.Unwrap(a[1]).IsInt ? a[2][a[1]] : a[3][a[1]])
        .Method("check_unused_args", "self, used_args, args, kwargs", static _ => Any.None)
        .Method("format_field", "self, value, format_spec", static a => Operators.Format(a[1], Operators.Str(a[2])))
        .Method("convert_field", "self, value, conversion", static a => Convert(a[1], a[2]))
        .Method("parse", "format_string", static (_, text) => new SequenceOf(s_iterator, Parts(Lib.Text(text))))
        .Method("get_field", "self, field_name, args, kwargs", static a => Field(a[0], Lib.Text(a[1]), a[2], a[3]))
        .Make(PyType.Object);

    private static IEnumerable<Any> Parts(string text)
    {
        foreach (var part in FieldParser.Parse(text))
        {
            yield return part.Name is null
                ? PyTuple.Of(part.Literal, Any.None, Any.None, Any.None)
                : PyTuple.Of(part.Literal, part.Name, part.Spec, part.Conversion == '\0' ? Any.None : part.Conversion.ToString());
        }
    }

    private static Any Run(Any self, Any text, Any args, Any keywords)
    {
        var used = new PySet<Any>();
        var result = self.Invoke("_vformat", new Arguments { text, args, keywords, used, 2 });
        self.Invoke("check_unused_args", used, args, keywords);
        return result[0];
    }

    private static (Any Text, Any Auto) Format(Any self, Any format, Any args, Any keywords, Any used, int depth, Any auto)
    {
        if (depth < 0)
            throw new ValueError("Max string recursion exceeded");
        var result = new System.Text.StringBuilder();
        foreach (var part in self.Invoke("parse", format))
        {
            if (part[0].Truth)
                result.Append(Operators.Str(part[0]));
            if (part[1].IsNone)
                continue;
            var name = Operators.Str(part[1]);
            (name, auto) = Numbered(name, auto);
            var found = self.Invoke("get_field", name, args, keywords);
            used.Invoke("add", found[1]);
            var value = self.Invoke("convert_field", found[0], part[3]);
            var spec = self.Invoke("_vformat", new Arguments { part[2], args, keywords, used, depth - 1, { "auto_arg_index", auto } });
            auto = spec[1];
            result.Append(Operators.Str(self.Invoke("format_field", value, spec[0])));
        }
        return (result.ToString(), auto);
    }

    /// <summary>A field without a name takes the next number.</summary>
    private static (string Name, Any Auto) Numbered(string name, Any auto)
    {
        var first = FieldParser.Split(name).First;
        if (first.Length == 0)
        {
            if (auto.IsBool)
                throw new ValueError("cannot switch from manual field specification to automatic field numbering");
            return (Operators.Str(auto) + name, auto + 1);
        }
        if (!first.All(char.IsAsciiDigit))
            return (name, auto);
        return auto.Truth
            ? throw new ValueError("cannot switch from manual field specification to automatic field numbering")
            : (name, false);
    }

    private static Any Convert(Any value, Any conversion)
    {
        if (conversion.IsNone)
            return value;
        return Operators.Str(conversion) switch
        {
            "s" => Operators.Str(value),
            "r" => Operators.Repr(value),
            "a" => Operators.Ascii(value),
            var other => throw new ValueError($"Unknown conversion specifier {other}"),
        };
    }

    private static Any Field(Any self, string name, Any args, Any keywords)
    {
        var (first, steps) = FieldParser.Split(name);
        Any key = first.Length > 0 && first.All(char.IsAsciiDigit) ? PyInt.Parse(first) : first;
        var value = self.Invoke("get_value", key, args, keywords);
        foreach (var (isAttribute, step) in steps)
            value = isAttribute ? Operators.GetAttr(value, step) : Operators.GetItem(value, step.All(char.IsAsciiDigit) ? PyInt.Parse(step) : step);
        return PyTuple.Of(value, key);
    }
}
