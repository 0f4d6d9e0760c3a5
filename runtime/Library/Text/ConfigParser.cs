using System.Text.RegularExpressions;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Sections of options: <see href="https://docs.python.org/3.13/library/configparser.html#configparser.ConfigParser">ConfigParser</see>.</summary>
internal sealed partial class ConfigParser : LibraryObject
{
    private protected override PyType NativeClass => ConfigTypes.Raw;

    /// <summary>The sections in their order, without the one of the defaults.</summary>
    public List<string> Order { get; } = [];

    public Dictionary<string, PyDict<Any, Any>> Sections { get; } = new(StringComparer.Ordinal);

    public PyDict<Any, Any> Defaults { get; } = new();

    public string DefaultSection { get; set; } = "DEFAULT";

    public bool AllowsNoValue { get; set; }

    public bool IsStrict { get; set; } = true;

    public bool EmptyLinesInValues { get; set; } = true;

    public string[] Delimiters { get; set; } = ["=", ":"];

    public string[] CommentPrefixes { get; set; } = ["#", ";"];

    public string[] InlineCommentPrefixes { get; set; } = [];

    /// <summary>'%', '$', or ' ' for none.</summary>
    public char Interpolation { get; set; } = ' ';

    public PyDict<Any, Any> Converters { get; } = new();

    /// <summary>Whether values may be text only, as ConfigParser's may, and RawConfigParser's need not.</summary>
    public bool ChecksValues { get; set; }

    public static ConfigParser Self(Any o) => (ConfigParser)o.Ref!;

    private Any Python => new(this, 0);

    public string Key(Any option) => Operators.Str(Python.Invoke("optionxform", option));

    public PyDict<Any, Any> Find(string section) => section == DefaultSection ? Defaults : Sections.GetValueOrDefault(section) ?? throw ConfigparserModule.NoSection(section);

    public void AddSection(Any name)
    {
        if (ChecksValues && PyValueInstance.Unwrap(name).Ref is not string)
            throw new TypeError("section names must be strings");
        var text = Operators.Str(name);
        if (text == DefaultSection)
            throw new ValueError($"Invalid section name: {Operators.Repr(text)}");
        if (Sections.ContainsKey(text))
            throw ConfigparserModule.DuplicateSection(text);
        Open(text);
    }

    private PyDict<Any, Any> Open(string name)
    {
        Order.Add(name);
        return Sections[name] = new PyDict<Any, Any>();
    }

    /// <summary>The options of a section over the defaults, and what is passed over both.</summary>
    public PyDict<Any, Any> Merged(string section, Any vars)
    {
        var result = Defaults.Copy();
        if (section != DefaultSection)
            foreach (var (key, value) in Find(section))
                result[key] = value;
        if (!vars.IsNone)
            foreach (var (key, value) in Operators.MappingItems(vars))
                result[Key(key)] = value.IsNone ? value : Operators.Str(value);
        return result;
    }

    /// <returns>Unbound where there is no such option and a fallback is given.</returns>
    public Any Get(string section, Any option, bool raw, Any vars, Any fallback)
    {
        if (section != DefaultSection && !Sections.ContainsKey(section))
            return fallback.IsUnbound ? throw ConfigparserModule.NoSection(section) : fallback;
        var values = Merged(section, vars);
        var key = Key(option);
        if (!values.TryGetValue(key, out var value))
            return fallback.IsUnbound ? throw ConfigparserModule.NoOption(key, section) : fallback;
        return raw || value.IsNone || PyValueInstance.Unwrap(value).Ref is not string text ? value : Interpolate(section, key, text, values);
    }

    public void Set(string section, Any option, Any value)
    {
        if (ChecksValues && PyValueInstance.Unwrap(option).Ref is not string)
            throw new TypeError("option keys must be strings");
        if (ChecksValues && !(value.IsNone && AllowsNoValue) && PyValueInstance.Unwrap(value).Ref is not string)
            throw new TypeError("option values must be strings");
        if (PyValueInstance.Unwrap(value).Ref is string text)
        {
            var sign = Interpolation;
            var rest = sign == '%' ? Regex.Replace(text.Replace("%%", "", StringComparison.Ordinal), @"%\([^)]+\)s", "") : Regex.Replace(text.Replace("$$", "", StringComparison.Ordinal), @"\$\{[^}]+\}", "");
            if (sign != ' ' && rest.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
                throw new ValueError($"invalid interpolation syntax in {Operators.Repr(text)} at position {at}");
        }
        var home = section.Length == 0 || section == DefaultSection ? Defaults : Find(section);
        home[Key(option)] = value;
    }

    public string Write(bool spaces)
    {
        var delimiter = spaces ? $" {Delimiters[0]} " : Delimiters[0];
        var result = new System.Text.StringBuilder();
        void Section(string name, PyDict<Any, Any> values)
        {
            result.Append('[').Append(name).Append("]\n");
            foreach (var (key, value) in values)
            {
                var text = value.IsNone ? "" : Operators.Str(value);
                result.Append(Operators.Str(key)).Append(value.IsNone && AllowsNoValue ? "" : delimiter + text.Replace("\n", "\n\t", StringComparison.Ordinal)).Append('\n');
            }
            result.Append('\n');
        }
        if (Defaults.Count > 0)
            Section(DefaultSection, Defaults);
        foreach (var name in Order)
            Section(name, Sections[name]);
        return result.ToString();
    }
}
