using System.Text;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>How values of configurations refer to others: <see href="https://docs.python.org/3.13/library/configparser.html#interpolation-of-values">interpolation</see>.</summary>
internal abstract class Interpolations(char sign, char open, string pattern)
{
    private const int Deepest = 10;

    public static readonly PyType Plain = DeclarePlain();

    public static readonly PyType Basic = new BasicForm().Declare("BasicInterpolation");

    public static readonly PyType Extended = new ExtendedForm().Declare("ExtendedInterpolation");

    private readonly Regex _reference = new(pattern);

    /// <summary>Where references are being replaced.</summary>
    private protected readonly record struct Place(Any Parser, Any Section, Any Option, Any Values, int Depth);

    private static PyType DeclarePlain()
    {
        var type = PyType.Emitted("Interpolation", "configparser").Method("before_get", "self, parser, section, option, value, defaults", static a => a[4]);
        foreach (var name in (string[])["before_set", "before_read", "before_write"])
            type.Method(name, "self, parser, section, option, value", static a => a[4]);
        return type;
    }

    private PyType Declare(string name) => PyType.Emitted(name, "configparser", Plain)
        .Method("before_get", "self, parser, section, option, value, defaults", a =>
        {
            var result = new StringBuilder();
            Replace(new Place(a[1], a[2], a[3], a[5], 1), Lib.TextWith(a[4], "find"), result);
            return result.ToString();
        })
        .Method("before_set", "self, parser, section, option, value", a =>
        {
            var rest = _reference.Replace(Lib.TextWith(a[4], "replace").Replace($"{sign}{sign}", "", StringComparison.Ordinal), "");
            var at = rest.IndexOf(sign, StringComparison.Ordinal);
            return at < 0 ? a[4] : throw new ValueError($"invalid interpolation syntax in {Operators.Repr(a[4])} at position {at}");
        });

    /// <summary>Writes a value with what its references stand for.</summary>
    private void Replace(Place place, string value, StringBuilder result)
    {
        var raw = place.Parser.Get("get").Call(new Arguments { place.Section, place.Option, { "raw", true }, { "fallback", value } });
        if (place.Depth > Deepest)
            throw ConfigparserModule.Failure(ConfigparserModule.TooDeep, place.Option, place.Section, raw);
        for (var i = 0; i < value.Length;)
        {
            if (value[i] != sign)
            {
                result.Append(value[i++]);
                continue;
            }
            var next = i + 1 < value.Length ? value[i + 1] : '\0';
            if (next == sign)
            {
                result.Append(sign);
                i += 2;
                continue;
            }
            if (next != open)
                throw Bad(place, $"'{sign}' must be followed by '{sign}' or '{open}', found: {Str.Repr(value[i..])}");
            var match = _reference.Match(value, i);
            if (!match.Success || match.Index != i)
                throw Bad(place, $"bad interpolation variable reference {Str.Repr(value[i..])}");
            i += match.Length;
            var found = Find(place, match.Groups[1].Value, value[i..], raw, out var inner);
            if (found.Contains(sign, StringComparison.Ordinal))
                Replace(inner with { Depth = place.Depth + 1 }, found, result);
            else
                result.Append(found);
        }
    }

    private static BaseException Bad(Place place, string message) => ConfigparserModule.Failure(ConfigparserModule.BadSyntax, place.Option, place.Section, message);

    private static BaseException Missing(Place place, Any raw, string reference) => ConfigparserModule.Failure(ConfigparserModule.MissingReference, place.Option, place.Section, raw, reference);

    /// <summary>What a reference stands for, and where references in it are to be looked up.</summary>
    private protected abstract string Find(Place place, string reference, string rest, Any raw, out Place inner);

    private sealed class BasicForm() : Interpolations('%', '(', @"%\(([^)]+)\)s")
    {
        private protected override string Find(Place place, string reference, string rest, Any raw, out Place inner)
        {
            inner = place;
            var name = place.Parser.Invoke("optionxform", reference);
            return ConfigSections.TryGet(place.Values, name, out var value)
                ? Lib.Text(value, "argument of type 'NoneType' is not iterable")
                : throw Missing(place, raw, Operators.Str(name));
        }
    }

    private sealed class ExtendedForm() : Interpolations('$', '{', @"\$\{([^}]+)\}")
    {
        private protected override string Find(Place place, string reference, string rest, Any raw, out Place inner)
        {
            var path = reference.Split(':');
            if (path.Length > 2)
                throw Bad(place, $"More than one ':' found: {Str.Repr(rest)}");
            var (section, option) = path.Length == 1 ? (place.Section, place.Parser.Invoke("optionxform", path[0])) : (path[0], place.Parser.Invoke("optionxform", path[1]));
            Any value;
            try
            {
                value = path.Length == 1 ? Operators.GetItem(place.Values, option) : place.Parser.Get("get").Call(new Arguments { section, option, { "raw", true } });
            }
            catch (PyException error) when (error is KeyError || error.Class.IsSubclassOf(ConfigparserModule.NoSection) || error.Class.IsSubclassOf(ConfigparserModule.NoOption))
            {
                throw Missing(place, raw, reference);
            }
            var text = Lib.Text(value);
            inner = new Place(place.Parser, section, option, text.Contains('$', StringComparison.Ordinal) ? Builtins.Find("dict").Call(place.Parser.Get("items").Call(new Arguments { section, { "raw", true } })) : Any.None, 0);
            return text;
        }
    }
}
