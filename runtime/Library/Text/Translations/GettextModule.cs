using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Translations;

/// <summary>The module <see href="https://docs.python.org/3.13/library/gettext.html">gettext</see>.</summary>
internal static class GettextModule
{
    private static readonly PyDict<Any, Any> s_folders = new();
    private static readonly PyDict<Any, Any> s_known = new();
    private static Any s_domain = "messages";

    public static PyModule Build() => new PyModule("gettext").Type(TranslationTypes.Plain).Type(TranslationTypes.Gnu)
        .Value("_localedirs", s_folders).Value("_translations", s_known).Variable("_current_domain", static () => s_domain, static v => s_domain = v)
        .Function("c2py", "plural", static (Any[] a) => TranslationTypes.PluralFunction(Lib.Text(a[0])))
        .Function("gettext", "message", static (Any[] a) => Ask(s_domain, "gettext", a[0]))
        .Function("dgettext", "domain, message", static (domain, message) => Ask(domain, "gettext", message))
        .Function("ngettext", "msgid1, msgid2, n", static a => Ask(s_domain, "ngettext", a))
        .Function("dngettext", "domain, msgid1, msgid2, n", static a => Ask(a[0], "ngettext", a[1..]))
        .Function("pgettext", "context, message", static a => Ask(s_domain, "pgettext", a))
        .Function("dpgettext", "domain, context, message", static a => Ask(a[0], "pgettext", a[1..]))
        .Function("npgettext", "context, msgid1, msgid2, n", static a => Ask(s_domain, "npgettext", a))
        .Function("dnpgettext", "domain, context, msgid1, msgid2, n", static a => Ask(a[0], "npgettext", a[1..]))
        .Function("textdomain", "domain=None", static a => a[0].IsNone ? s_domain : s_domain = a[0])
        .Function("bindtextdomain", "domain, localedir=None", static (domain, folder) =>
        {
            if (!folder.IsNone)
                s_folders[domain] = folder;
            return s_folders.TryGetValue(domain, out var known) ? known : Default();
        })
        .Function("find", "domain, localedir=None, languages=None, all=False", static a => Catalogues(a[0], a[1], a[2]) is var found && a[3].Truth ? Lib.List(found) : found.FirstOrDefault() is { } first ? first : Any.None)
        .Function("translation", "domain, localedir=None, languages=None, class_=None, fallback=False", static a => Translation(a[0], a[1], a[2], a[3], a[4]))
        .Function("install", "domain, localedir=None, *, names=None", static a => Lib.Do(() => Translation(a[0], a[1], Any.None, Any.None, true).Invoke("install", a[2])))
        .Function("Catalog", "domain, localedir=None, languages=None, class_=None, fallback=False", static a => Translation(a[0], a[1], a[2], a[3], a[4]));

    private static Any Default() => Operators.Str(Modules.Import("sys").Get("base_prefix")) is { Length: > 0 } prefix ? PosixPaths.Join(prefix, "share", "locale") : "/usr/share/locale";

    /// <summary>A message of a domain's catalogue; as it is written where there is none.</summary>
    private static Any Ask(Any domain, string method, params ReadOnlySpan<Any> arguments)
    {
        Any translation;
        try
        {
            translation = Translation(domain, s_folders.TryGetValue(domain, out var folder) ? folder : Any.None, Any.None, Any.None, false);
        }
        catch (OSError)
        {
            translation = ((Any)TranslationTypes.Plain).Call();
        }
        return translation.Invoke(method, new Arguments(arguments));
    }

    /// <exception cref="OSError">There is no catalogue, and none is needed.</exception>
    private static Any Translation(Any domain, Any folder, Any languages, Any type, Any fallback)
    {
        Any cls = type.IsNone ? TranslationTypes.Gnu : type;
        Any result = Any.None;
        foreach (var file in Catalogues(domain, folder, languages))
        {
            var key = PyTuple.Of(cls, PosixPaths.Absolute(file));
            if (!s_known.TryGetValue(key, out var read))
            {
                var stream = Builtins.Get("open").Call(file, "rb");
                try
                {
                    s_known[key] = read = cls.Call(stream);
                }
                finally
                {
                    stream.Invoke("close");
                }
            }
            // The one that is kept gets no fallback.
            var own = Modules.Import("copy").Invoke("copy", read);
            if (result.IsNone)
                result = own;
            else
                result.Invoke("add_fallback", own);
        }
        return !result.IsNone ? result : fallback.Truth ? ((Any)TranslationTypes.Plain).Call() : throw OSError.Create(2, "No translation file found for domain", domain);
    }

    private static List<string> Catalogues(Any domain, Any folder, Any languages)
    {
        var root = Operators.Str(folder.IsNone ? Default() : Modules.Import("os").Invoke("fspath", folder));
        var found = new List<string>();
        foreach (var language in (languages.IsNone ? Asked() : [.. Operators.ToList(languages).Select(Operators.Str)]).SelectMany(Spellings).Distinct())
        {
            if (language == "C")
                break;
            var file = PosixPaths.Join(root, language, "LC_MESSAGES", Operators.Str(domain) + ".mo");
            if (File.Exists(file))
                found.Add(file);
        }
        return found;
    }

    /// <summary>The languages that the environment asks for.</summary>
    private static List<string> Asked()
    {
        foreach (var name in (string[])["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"])
            if (OsEnviron.Get(name) is { Length: > 0 } value)
                return [.. value.Split(':'), "C"];
        return ["C"];
    }

    /// <summary>A language with and without its territory, encoding and modifier, the most exact first.</summary>
    private static IEnumerable<string> Spellings(string language)
    {
        var text = language;
        string Cut(char mark)
        {
            var at = text.IndexOf(mark, StringComparison.Ordinal);
            var part = at < 0 ? "" : text[at..];
            text = at < 0 ? text : text[..at];
            return part;
        }

        string[] parts = [Cut('@'), Cut('.'), Cut('_')];
        string[] ordered = [parts[2], parts[1], parts[0]];
        for (var mask = 7; mask >= 0; mask--)
        {
            // The weights are those of CPython: the modifier counts most, then the territory, then the encoding.
            var (modifier, territory, encoding) = ((mask & 4) != 0, (mask & 2) != 0, (mask & 1) != 0);
            if ((modifier && ordered[2].Length == 0) || (territory && ordered[0].Length == 0) || (encoding && ordered[1].Length == 0))
                continue;
            yield return text + (territory ? ordered[0] : "") + (encoding ? ordered[1] : "") + (modifier ? ordered[2] : "");
        }
    }
}
