using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>Sections and options of a configuration: how they are found, set and <see href="https://docs.python.org/3.13/library/configparser.html#configparser.ConfigParser.write">written</see>.</summary>
internal static class ConfigSections
{
    private static Any Sections(Any self) => self.Get("_sections");

    private static Any Defaults(Any self) => self.Get("_defaults");

    private static bool IsDefault(Any self, Any section) => Operators.Equal(section, self.Get("default_section"));

    public static void AddTo(PyType type) => type
        .Method("defaults", static self => Defaults(self))
        .Method("sections", static self => Lib.List(Operators.ToList(Sections(self).Invoke("keys"))))
        .Method("add_section", "self, section", static (self, section) => Lib.Do(() => Add(self, section)))
        .Method("has_section", "self, section", static (self, section) => Operators.Contains(Sections(self), section))
        .Method("options", "self, section", static (self, section) =>
        {
            if (!TryGet(Sections(self), section, out var options))
                throw ConfigparserModule.Failure(ConfigparserModule.NoSection, section);
            var all = options.Invoke("copy");
            all.Invoke("update", Defaults(self));
            return Lib.List(Operators.ToList(all.Invoke("keys")));
        })
        .Method("has_option", "self, section, option", static (self, section, option) => Has(self, section, option))
        .Method("get", "self, section, option, *, raw=False, vars=None, fallback=", static a => Get(a[0], a[1], a[2], a[3], a[4], a[5]), ConfigParserType.Unset)
        .Method("set", "self, section, option, value=None", static a => Lib.Do(() => Set(a[0], a[1], a[2], a[3])))
        .Method("remove_option", "self, section, option", static (self, section, option) =>
        {
            var (options, name) = (Home(self, section), self.Invoke("optionxform", option));
            if (!Operators.Contains(options, name))
                return false;
            Operators.DelItem(options, name);
            return true;
        })
        .Method("remove_section", "self, section", static (self, section) =>
        {
            if (!Operators.Contains(Sections(self), section))
                return false;
            Operators.DelItem(Sections(self), section);
            Operators.DelItem(self.Get("_proxies"), section);
            return true;
        })
        .Method("write", "self, fp, space_around_delimiters=True", static a => Lib.Do(() => Write(a[0], a[1], a[2].Truth)))
        .Method("_write_section", "self, fp, section_name, section_items, delimiter, unnamed=False", static a => Lib.Do(() => WriteSection(a)));

    /// <summary>What a mapping has under a key, of whatever class it is.</summary>
    public static bool TryGet(Any mapping, Any key, out Any value)
    {
        try
        {
            value = Operators.GetItem(mapping, key);
            return true;
        }
        catch (KeyError)
        {
            value = default;
            return false;
        }
    }

    /// <exception cref="BaseException">DuplicateSectionError: it is there.</exception>
    public static void Add(Any self, Any section)
    {
        if (IsDefault(self, section))
            throw new ValueError($"Invalid section name: {Operators.Repr(section)}");
        if (Operators.Contains(Sections(self), section))
            throw ConfigparserModule.Failure(ConfigparserModule.DuplicateSection, section);
        Open(self, section);
    }

    /// <summary>A new section, under its name.</summary>
    public static Any Open(Any self, Any section)
    {
        var options = self.Get("_dict").Call();
        Operators.SetItem(Sections(self), section, options);
        Operators.SetItem(self.Get("_proxies"), section, ((Any)SectionProxyType.Type).Call(self, section));
        return options;
    }

    /// <summary>The options of a section; those of the defaults where none is named.</summary>
    private static Any Home(Any self, Any section)
        => !section.Truth || IsDefault(self, section) ? Defaults(self)
            : TryGet(Sections(self), section, out var options) ? options : throw ConfigparserModule.Failure(ConfigparserModule.NoSection, section);

    private static bool Has(Any self, Any section, Any option)
    {
        if (!section.Truth || IsDefault(self, section))
            return Operators.Contains(Defaults(self), self.Invoke("optionxform", option));
        if (!Operators.Contains(Sections(self), section))
            return false;
        var name = self.Invoke("optionxform", option);
        return Operators.Contains(Operators.GetItem(Sections(self), section), name) || Operators.Contains(Defaults(self), name);
    }

    private static Any Get(Any self, Any section, Any option, Any raw, Any vars, Any fallback)
    {
        var known = !Operators.Is(fallback, ConfigParserType.Unset);
        if (!TryGet(Sections(self), section, out var options))
        {
            if (!IsDefault(self, section))
                return known ? fallback : throw ConfigparserModule.Failure(ConfigparserModule.NoSection, section);
            options = new PyDict<Any, Any>();
        }
        var given = new PyDict<Any, Any>();
        if (vars.Truth)
            foreach (var (key, one) in Operators.MappingItems(vars))
                given[self.Invoke("optionxform", key)] = one.IsNone ? one : Operators.Str(one);
        var all = ((Any)ChainMap.Type).Call(given, options, Defaults(self));
        var name = self.Invoke("optionxform", option);
        if (!TryGet(all, name, out var value))
            return known ? fallback : throw ConfigparserModule.Failure(ConfigparserModule.NoOption, name, section);
        return raw.Truth || value.IsNone ? value : self.Get("_interpolation").Get("before_get").Call(new Arguments { self, section, name, value, all });
    }

    public static void Set(Any self, Any section, Any option, Any value)
    {
        if (value.Truth)
            value = self.Get("_interpolation").Get("before_set").Call(new Arguments { self, section, option, value });
        var options = Home(self, section);
        Operators.SetItem(options, self.Invoke("optionxform", option), value);
    }

    private static void Write(Any self, Any file, bool spaces)
    {
        var sign = Operators.Str(self.Get("_delimiters")[0]);
        Any delimiter = spaces ? $" {sign} " : sign;
        void Section(Any name, Any options, bool unnamed) => self.Get("_write_section").Call(new Arguments { file, name, options.Invoke("items"), delimiter, { "unnamed", unnamed } });
        if (Defaults(self).Truth)
            Section(self.Get("default_section"), Defaults(self), unnamed: false);
        if (TryGet(Sections(self), ConfigParserType.Unnamed, out var first))
            Section(ConfigParserType.Unnamed, first, unnamed: true);
        foreach (var name in Sections(self))
            if (!Operators.Is(name, ConfigParserType.Unnamed))
                Section(name, Operators.GetItem(Sections(self), name), unnamed: false);
    }

    private static void WriteSection(Any[] a)
    {
        var (self, file) = (a[0], a[1]);
        if (!a[5].Truth)
            file.Invoke("write", $"[{Operators.Str(a[2])}]\n");
        foreach (var pair in a[3])
        {
            var value = self.Get("_interpolation").Get("before_write").Call(new Arguments { self, a[2], pair[0], pair[1] });
            var text = value.IsNone && self.Get("_allow_no_value").Truth ? "" : Operators.Str(a[4]) + Operators.Str(value).Replace("\n", "\n\t", StringComparison.Ordinal);
            file.Invoke("write", $"{Operators.Str(pair[0])}{text}\n");
        }
        file.Invoke("write", "\n");
    }
}
