using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Configurations;

/// <summary>Reads <see href="https://docs.python.org/3.13/library/configparser.html#supported-ini-file-structure">texts of configurations</see>.</summary>
internal sealed class ConfigReader
{
    private readonly Any _parser;
    private readonly Any _source;
    private readonly string[] _full;
    private readonly string[] _inline;
    private readonly HashSet<(string Section, string? Option)> _seen = [];
    private readonly List<Any> _errors = [];
    private Any _section = Any.None;
    private Any _name = Any.None;
    private Any _option = Any.None;
    private int _indent;
    private int _number;

    private ConfigReader(Any parser, Any source)
    {
        (_parser, _source) = (parser, source);
        var prefixes = parser.Get("_prefixes");
        (_full, _inline) = ([.. Operators.ToList(prefixes[0]).Select(Operators.Str)], [.. Operators.ToList(prefixes[1]).Select(Operators.Str)]);
    }

    public static void AddTo(PyType type) => type
        .Method("_read", "self, fp, fpname", static (self, file, name) => Lib.Do(() => new ConfigReader(self, name).Read(file)))
        .Method("read", "self, filenames, encoding=None", static (self, names, encoding) => ReadFiles(self, names, encoding))
        .Method("read_file", "self, f, source=None", static (self, file, source) => self.Invoke("_read", file, source.IsNone ? Operators.GetAttr(file, "name", "<???>") : source))
        .Method("read_string", "self, string, source='<string>'", static (self, text, source) => self.Invoke("read_file", Modules.Import("io").Invoke("StringIO", text), source))
        .Method("read_dict", "self, dictionary, source='<dict>'", static (self, dictionary, source) => Lib.Do(() => ReadDictionary(self, dictionary, source)));

    private static PyList<Any> ReadFiles(Any self, Any names, Any encoding)
    {
        var done = new PyList<Any>();
        foreach (var name in PyValueInstance.Unwrap(names).Ref is string or PyBytes || Operators.HasAttr(names, "__fspath__") ? [names] : Operators.ToList(names))
        {
            try
            {
                var file = Builtins.Find("open").Call(new Arguments { name, { "encoding", encoding } });
                try
                {
                    self.Invoke("_read", file, name);
                }
                finally
                {
                    file.Invoke("close");
                }
            }
            catch (OSError)
            {
                continue;
            }
            done.Append(PathText.Shown(name));
        }
        return done;
    }

    private static void ReadDictionary(Any self, Any dictionary, Any source)
    {
        var seen = new HashSet<(string, string?)>();
        var strict = self.Get("_strict").Truth;
        foreach (var (key, options) in Operators.MappingItems(dictionary))
        {
            Any section = Operators.Is(key, ConfigParserType.Unnamed) ? key : Operators.Str(key);
            try
            {
                self.Invoke("add_section", section);
            }
            catch (PyException error) when ((error.Class.IsSubclassOf(ConfigparserModule.DuplicateSection) || error is ValueError) && !(strict && seen.Contains((Operators.Str(section), null))))
            {
                // A section that is there takes more options.
            }
            seen.Add((Operators.Str(section), null));
            foreach (var (name, value) in Operators.MappingItems(options))
            {
                var option = self.Invoke("optionxform", Operators.Str(name));
                if (!seen.Add((Operators.Str(section), Operators.Str(option))) && strict)
                    throw ConfigparserModule.Failure(ConfigparserModule.DuplicateOption, section, option, source);
                self.Invoke("set", section, option, value.IsNone ? value : Operators.Str(value));
            }
        }
    }

    private void Read(Any lines)
    {
        try
        {
            foreach (var line in lines)
            {
                _number++;
                ReadLine(Operators.Str(line));
            }
            if (_errors.Count > 0)
                throw (BaseException)_errors[0].Invoke("combine", Lib.List(_errors.Skip(1))).Ref!;
        }
        finally
        {
            Join();
        }
    }

    private void ReadLine(string line)
    {
        var text = Clean(line);
        if (text.Length == 0)
        {
            if (!_parser.Get("_empty_lines_in_values").Truth)
                _indent = int.MaxValue;
            else if (line.Trim().Length == 0 && !_section.IsNone && _option.Truth && Operators.GetItem(_section, _option) is { IsNone: false } open)
                // An empty line belongs to a value where values may go on behind it.
                open.Invoke("append", "");
            return;
        }
        var depth = line.Length - line.TrimStart().Length;
        if (!_section.IsNone && _option.Truth && depth > _indent)
        {
            var value = Operators.GetItem(_section, _option);
            if (value.IsNone)
                throw ConfigparserModule.Failure(ConfigparserModule.Continued, _source, _number, line);
            value.Invoke("append", text);
            return;
        }
        if (_section.IsNone && _parser.Get("_allow_unnamed_section").Truth)
        {
            _name = ConfigParserType.Unnamed;
            _section = ConfigSections.Open(_parser, _name);
            _seen.Add((Operators.Str(_name), null));
        }
        _indent = depth;
        var header = _parser.Get("SECTCRE").Invoke("match", text);
        if (!header.IsNone)
            EnterSection(header.Invoke("group", "header"));
        else if (_section.IsNone)
            throw ConfigparserModule.Failure(ConfigparserModule.MissingHeader, _source, _number, line);
        else
            ReadOption(line, text);
    }

    private void EnterSection(Any name)
    {
        _name = name;
        var text = Operators.Str(name);
        if (ConfigSections.TryGet(_parser.Get("_sections"), name, out var known))
        {
            if (!_seen.Add((text, null)) && _parser.Get("_strict").Truth)
                throw ConfigparserModule.Failure(ConfigparserModule.DuplicateSection, name, _source, _number);
            _section = known;
        }
        else if (Operators.Equal(name, _parser.Get("default_section")))
        {
            _section = _parser.Get("_defaults");
        }
        else
        {
            _section = ConfigSections.Open(_parser, name);
            _seen.Add((text, null));
        }
        _option = Any.None;
    }

    private void ReadOption(string line, string text)
    {
        var match = _parser.Get("_optcre").Invoke("match", text);
        if (match.IsNone)
        {
            _errors.Add(ConfigparserModule.Failure(ConfigparserModule.Parsing, _source, _number, line));
            return;
        }
        var (name, value) = (match.Invoke("group", "option"), match.Invoke("group", "value"));
        if (!name.Truth)
            _errors.Add(ConfigparserModule.Failure(ConfigparserModule.Parsing, _source, _number, line));
        _option = _parser.Invoke("optionxform", name.Invoke("rstrip"));
        if (!_seen.Add((Operators.Str(_name), Operators.Str(_option))) && _parser.Get("_strict").Truth)
            throw ConfigparserModule.Failure(ConfigparserModule.DuplicateOption, _name, _option, _source, _number);
        Operators.SetItem(_section, _option, value.IsNone ? value : new PyList<Any>([value.Invoke("strip")]));
    }

    /// <summary>Makes texts of the lines that values have.</summary>
    private void Join()
    {
        var interpolation = _parser.Get("_interpolation");
        var sections = Operators.MappingItems(_parser.Get("_sections")).Prepend((_parser.Get("default_section"), _parser.Get("_defaults"))).ToList();
        foreach (var (section, options) in sections)
            foreach (var (name, value) in Operators.MappingItems(options).ToList())
            {
                Any text = value.Ref is PyList ? string.Join('\n', Operators.ToList(value).Select(Operators.Str)).TrimEnd() : value;
                Operators.SetItem(options, name, interpolation.Get("before_read").Call(new Arguments { _parser, section, name, text }));
            }
    }

    /// <summary>A line without white space around it and without its comment.</summary>
    private string Clean(string line)
    {
        var stripped = line.Trim();
        if (Array.Exists(_full, p => stripped.StartsWith(p, StringComparison.Ordinal)))
            return "";
        var end = line.Length;
        foreach (var prefix in _inline)
            for (var at = line.IndexOf(prefix, StringComparison.Ordinal); at >= 0 && at < end; at = line.IndexOf(prefix, at + 1, StringComparison.Ordinal))
                if (at == 0 || char.IsWhiteSpace(line[at - 1]))
                    end = at;
        return line[..end].Trim();
    }
}
