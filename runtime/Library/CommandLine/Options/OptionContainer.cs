using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Options;

/// <summary>What options are added to: parsers and groups.</summary>
internal static class OptionContainer
{
    public static readonly PyType Type = new ClassMaker("OptionContainer", "optparse")
        .Method("__init__", "self, option_class, conflict_handler, description", static a => Lib.Do(() => Initialise(a[0], a[1], a[2], a[3], Any.None)))
        .Method("add_option", "self, *args, **kwargs", static a => Add(a[0], Lib.Tuple(a[1]), Lib.Dict(a[2])))
        .Method("add_options", "option_list", static (self, options) => Lib.Do(() =>
        {
            foreach (var option in options)
                self.Invoke("add_option", option);
        }))
        .Method("get_option", "opt_str", static (self, name) => Find(self, name))
        .Method("has_option", "opt_str", static (self, name) => !Find(self, name).IsNone)
        .Method("remove_option", "opt_str", static (self, name) => Lib.Do(() => Remove(self, name)))
        .Method("set_conflict_handler", "handler", static (self, handler) => Lib.Do(() => self.Set("conflict_handler", handler.Ref is "error" or "resolve" ? handler : throw new ValueError($"invalid conflict_resolution value {Operators.Repr(handler)}"))))
        .Method("set_description", "description", static (self, text) => Lib.Do(() => self.Set("description", text)))
        .Method("get_description", static self => self.Get("description"))
        .Method("format_option_help", "formatter", static (self, formatter) => string.Concat(Operators.ToList(self.Get("option_list")).Where(static o => o.Get("help").Ref is not OptparseModule.SuppressHelp).Select(o => Operators.Str(formatter.Invoke("format_option", o)))))
        .Method("format_description", "formatter", static (self, formatter) => formatter.Invoke("format_description", self.Invoke("get_description")))
        .Method("format_help", "formatter", static (self, formatter) => (self.Get("description").Truth ? Operators.Str(self.Invoke("format_description", formatter)) + "\n" : "") + Operators.Str(self.Invoke("format_option_help", formatter)))
        .Make(PyType.Object);

    public static readonly PyType GroupType = new ClassMaker("OptionGroup", "optparse")
        .Method("__init__", "self, parser, title, description=None", static a => Lib.Do(() =>
        {
            a[0].Set("parser", a[1]);
            Initialise(a[0], a[1].Get("option_class"), a[1].Get("conflict_handler"), a[3], a[1]);
            a[0].Set("title", a[2]);
        }))
        .Method("set_title", "title", static (self, title) => Lib.Do(() => self.Set("title", title)))
        .Method("format_help", "formatter", static (self, formatter) =>
        {
            var heading = Operators.Str(formatter.Invoke("format_heading", self.Get("title")));
            formatter.Invoke("indent");
            var text = Operators.Str(((Any)Type).Get("format_help").Call(self, formatter));
            formatter.Invoke("dedent");
            return heading + text;
        })
        .Make(Type);

    public static void Initialise(Any self, Any optionClass, Any handler, Any description, Any parser)
    {
        self.Set("option_list", new PyList<Any>());
        // A group's options are known to its parser.
        foreach (var name in (string[])["_short_opt", "_long_opt", "defaults"])
            self.Set(name, parser.IsNone ? new PyDict<Any, Any>() : parser.Get(name));
        self.Set("option_class", optionClass);
        self.Invoke("set_conflict_handler", handler);
        self.Set("description", description);
    }

    private static Any Table(Any self, string name) => self.Get(name.StartsWith("--", StringComparison.Ordinal) ? "_long_opt" : "_short_opt");

    private static Any Find(Any self, Any name) => self.Get("_short_opt").Invoke("get", name) is { IsNone: false } found ? found : self.Get("_long_opt").Invoke("get", name);

    private static Any Add(Any self, PyTuple args, PyDict keywords)
    {
        var option = args.Count > 0 && args[0].Ref is string ? Lib.Call(self.Get("option_class"), args, keywords)
            : args.Count == 1 && keywords.Count == 0 ? args[0]
            : throw new TypeError("invalid arguments");
        if (!PyType.Of(option).IsSubclassOf(OptionDefinition.Type))
            throw new TypeError($"not an Option instance: {Operators.Repr(option)}");
        Resolve(self, option);
        self.Get("option_list").Invoke("append", option);
        option.Set("container", self);
        foreach (var name in OptionDefinition.Names(option))
            Operators.SetItem(Table(self, name), name, option);
        var dest = option.Get("dest");
        if (!dest.IsNone)
        {
            if (!ReferenceEquals(option.Get("default").Ref, OptparseModule.NoValue.Ref))
                Operators.SetItem(self.Get("defaults"), dest, option.Get("default"));
            else
                self.Get("defaults").Invoke("setdefault", dest, Any.None);
        }
        return option;
    }

    private static void Resolve(Any self, Any option)
    {
        var taken = OptionDefinition.Names(option).Where(n => Table(self, n).Contains(n)).ToArray();
        if (taken.Length == 0)
            return;
        if (self.Get("conflict_handler").Ref is "error")
            throw OptparseModule.Conflict($"conflicting option string(s): {string.Join(", ", taken)}", option);
        foreach (var name in taken)
        {
            var other = Table(self, name)[name];
            other.Get(name.StartsWith("--", StringComparison.Ordinal) ? "_long_opts" : "_short_opts").Invoke("remove", name);
            Operators.DelItem(Table(self, name), name);
            if (OptionDefinition.Names(other).Count == 0)
                other.Get("container").Get("option_list").Invoke("remove", other);
        }
    }

    private static void Remove(Any self, Any name)
    {
        var option = Find(self, name);
        if (option.IsNone)
            throw new ValueError($"no such option {Operators.Repr(name)}");
        foreach (var own in OptionDefinition.Names(option))
            Operators.DelItem(Table(self, own), own);
        option.Get("container").Get("option_list").Invoke("remove", option);
    }
}
