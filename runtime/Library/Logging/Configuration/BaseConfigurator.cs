using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Logging;

/// <summary>What a configuration refers to. See <see href="https://docs.python.org/3.13/library/logging.config.html#user-defined-objects">user-defined objects</see>.</summary>
internal static class BaseConfigurator
{
    public static readonly PyType Type = new ClassMaker("BaseConfigurator", "logging.config")
        .Attribute("CONVERT_PATTERN", Pattern("^(?P<prefix>[a-z]+)://(?P<suffix>.*)$"))
        .Attribute("WORD_PATTERN", Pattern(@"^\s*(\w+)\s*")).Attribute("DOT_PATTERN", Pattern(@"^\.\s*(\w+)\s*"))
        .Attribute("INDEX_PATTERN", Pattern(@"^\[([^\[\]]*)\]\s*")).Attribute("DIGIT_PATTERN", Pattern(@"^\d+$"))
        .Attribute("value_converters", new PyDict<Any, Any> { ["ext"] = "ext_convert", ["cfg"] = "cfg_convert" })
        .Attribute("importer", new StaticMethod(new PyFunction("__import__", "name", static (Any name) => ImportTop(Lib.Text(name)))))
        .Method("__init__", "config", static (self, config) => Lib.Do(() =>
        {
            self.Set("config", ((Any)ConvertingTypes.Dict).Call(config));
            self.Get("config").Set("configurator", self);
        }))
        .Method("resolve", "s", static (self, name) => ResolveWith(self, name))
        .Method("ext_convert", "value", static (self, value) => self.Invoke("resolve", value))
        .Method("cfg_convert", "value", static (self, value) => Follow(self, value))
        .Method("convert", "value", static (self, value) => Convert(self, value))
        .Method("configure_custom", "config", static (self, config) => Custom(self, config))
        .Method("as_tuple", "value", static (_, value) => value.Ref is PyList list ? new PyTuple([.. Operators.ToList(list)]) : value)
        .Make();

    private static readonly Any s_identifier = Modules.Import("re").Invoke("compile", "^[a-z_][a-z0-9_]*$", Modules.Import("re").Get("I"));

    private static Any Pattern(string text) => Modules.Import("re").Invoke("compile", text);

    /// <exception cref="ValueError">The key is no name.</exception>
    public static bool IsName(Any key) => !s_identifier.Invoke("match", key).IsNone ? true : throw new ValueError($"Not a valid Python identifier: {Operators.Repr(key)}");

    /// <summary>The entries of a configuration that are arguments.</summary>
    public static PyDict<Any, Any> Keywords(Any config)
    {
        var keywords = new PyDict<Any, Any>();
        foreach (var key in config)
            if (!Operators.Equal(key, ".") && IsName(key))
                keywords[key] = config[key];
        return keywords;
    }

    /// <summary>Sets what stands under the key <c>.</c> on the object that was made.</summary>
    public static void SetProperties(Any config, Any made)
    {
        if (config.Invoke("pop", ".", Any.None) is { Truth: true } properties)
            foreach (var pair in properties.Invoke("items"))
                made.Set(Operators.Str(pair[0]), pair[1]);
    }

    private static Any ImportTop(string name)
    {
        if (name.Length == 0)
            throw new ValueError("Empty module name");
        Modules.Import(name);
        return Modules.Import(name.Split('.')[0]);
    }

    /// <summary>What a dotted name means: a module, or something in one.</summary>
    public static Any Resolve(string name) => Resolve(name, static used => ImportTop(used));

    private static Any Resolve(string name, Func<string, Any> import)
    {
        var parts = name.Split('.');
        var used = parts[0];
        var found = import(used);
        foreach (var part in parts.Skip(1))
        {
            used += "." + part;
            if (Operators.GetAttr(found, part, Any.Unbound) is { IsUnbound: false } next)
            {
                found = next;
                continue;
            }
            import(used);
            found = found.Get(part);
        }
        return found;
    }

    private static Any ResolveWith(Any self, Any name)
    {
        try
        {
            return Resolve(Lib.TextWith(name, "split"), used => self.Get("importer").Call(used));
        }
        catch (ImportError error)
        {
            throw Raise.From(Raise.During(new ValueError($"Cannot resolve {Operators.Repr(name)}: {Operators.Str(error)}"), error), error);
        }
    }

    /// <summary>The part of the configuration that <c>cfg://a.b[1]</c> names.</summary>
    private static Any Follow(Any self, Any value)
    {
        var match = self.Get("WORD_PATTERN").Invoke("match", value);
        if (match.IsNone)
            throw new ValueError($"Unable to convert {Operators.Repr(value)}");
        var text = Operators.Str(value);
        var rest = text[(int)Lib.Int(match.Invoke("end"))..];
        var found = self.Get("config")[match.Invoke("groups")[0]];
        while (rest.Length > 0)
        {
            match = self.Get("DOT_PATTERN").Invoke("match", rest);
            if (!match.IsNone)
                found = found[match.Invoke("groups")[0]];
            else
            {
                match = self.Get("INDEX_PATTERN").Invoke("match", rest);
                if (match.IsNone)
                    throw new ValueError($"Unable to convert {Operators.Repr(value)} at {Str.Repr(rest)}");
                var index = match.Invoke("groups")[0];
                found = self.Get("DIGIT_PATTERN").Invoke("match", index).IsNone ? found[index] : ByNumber(found, index);
            }
            rest = rest[(int)Lib.Int(match.Invoke("end"))..];
        }
        return found;
    }

    private static Any ByNumber(Any found, Any index)
    {
        try
        {
            return found[Modules.Import("builtins").Invoke("int", index)];
        }
        catch (TypeError)
        {
            return found[index];
        }
    }

    private static Any Convert(Any self, Any value)
    {
        PyType? type = value.Ref switch
        {
            PyDict => ConvertingTypes.Dict,
            PyList => ConvertingTypes.List,
            PyTuple when !Operators.HasAttr(value, "_fields") => ConvertingTypes.Tuple,
            _ => null,
        };
        if (type is not null)
        {
            if (Builtins.IsInstance(value, type))
                return value;
            var converted = ((Any)type).Call(value);
            converted.Set("configurator", self);
            return converted;
        }
        if (!Builtins.IsInstance(value, StrType.Type) || self.Get("CONVERT_PATTERN").Invoke("match", value) is not { IsNone: false } match)
            return value;
        var converter = self.Get("value_converters").Invoke("get", match.Invoke("group", "prefix"), Any.None);
        return converter.Truth ? self.Get(Operators.Str(converter)).Call(match.Invoke("group", "suffix")) : value;
    }

    private static Any Custom(Any self, Any config)
    {
        var factory = config.Invoke("pop", "()");
        if (!Builtins.Callable(factory))
            factory = self.Invoke("resolve", factory);
        var made = factory.Call(new Arguments { new StarStar(Keywords(config)) });
        SetProperties(config, made);
        return made;
    }
}
