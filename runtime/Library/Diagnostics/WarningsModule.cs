using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/warnings.html">warnings</see>.</summary>
internal static class WarningsModule
{
    public static readonly PyFunction ShowFunction = new("showwarning", "message, category, filename, lineno, file=None, line=None", static (Any[] a) => Lib.Do(() => Warnings.ShowDirectly(Message(a)))) { Module = "warnings" };

    public static readonly PyFunction FormatFunction = new("formatwarning", "message, category, filename, lineno, line=None",
        static (Any[] a) => new WarningMessage(a[0], a[1], Operators.Str(a[2]), Lib.Int(a[3]), Any.None, a[4], Any.None).Format()) { Module = "warnings" };

    private static WarningMessage Message(Any[] a) => new(a[0], a[1], Operators.Str(a[2]), Lib.Int(a[3]), a[4], a[5], Any.None);

    public static PyModule Build() => new PyModule("warnings")
        .Variable("filters", static () => Warnings.Filters, static v => Warnings.Filters = v)
        .Variable("onceregistry", static () => Warnings.Once, static v => Warnings.Once = v)
        .Variable("defaultaction", static () => Warnings.DefaultAction, static v => Warnings.DefaultAction = v)
        .Variable("_onceregistry", static () => Warnings.Once, static v => Warnings.Once = v)
        .Variable("_defaultaction", static () => Warnings.DefaultAction, static v => Warnings.DefaultAction = v)
        .Value("showwarning", ShowFunction).Value("formatwarning", FormatFunction)
        .Type(CatchWarnings.Type).Type(WarningMessage.Type)
        .Function("warn", "message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()", static a => Lib.Do(() => Warnings.Issue(a[0], Category(a[0], a[1]), Lib.Int(a[2]), a[3])))
        .Function("warn_explicit", "message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None", static a => Lib.Do(() =>
        {
            var file = Operators.Str(a[2]);
            var module = a[4].IsNone ? file.EndsWith(".py", StringComparison.OrdinalIgnoreCase) ? file[..^3] : file.Length == 0 ? "<unknown>" : file : Operators.Str(a[4]);
            Warnings.IssueAt(a[0], a[1], file, Lib.Int(a[3]), module, a[7], a[5]);
        }))
        .Function("filterwarnings", "action, message='', category=, module='', lineno=0, append=False", static a => Lib.Do(() =>
            Warnings.AddFilter(Operators.Str(a[0]), Compiled(a[1], ignoreCase: true), a[2], Compiled(a[3], ignoreCase: false), a[4], a[5].Truth)), Warning.Type)
        .Function("simplefilter", "action, category=, lineno=0, append=False", static a => Lib.Do(() =>
            Warnings.AddFilter(Operators.Str(a[0]), Any.None, a[1], Any.None, a[2], a[3].Truth)), Warning.Type)
        .Function("resetwarnings", "", static _ => Lib.Do(() =>
        {
            Warnings.Filters = new PyList<Any>();
            Warnings.FiltersChanged();
        }))
        .Function("_deprecated", "name, message='{name!r} is deprecated and slated for removal in Python {remove}', *, remove, _version=", static a => Lib.Do(() =>
        {
            var version = a[3].IsUnbound ? Modules.Import("sys").Get("version_info") : a[3];
            var (major, minor) = (Lib.Int(version[0]), Lib.Int(version[1]));
            var (lastMajor, lastMinor) = (Lib.Int(a[2][0]), Lib.Int(a[2][1]));
            var last = $"{lastMajor}.{lastMinor}";
            if (major > lastMajor || (major == lastMajor && (minor > lastMinor || (minor == lastMinor && !Operators.Equal(version[3], "alpha")))))
                throw new RuntimeError($"{Operators.Repr(a[0])} was slated for removal after Python {last}");
            Warnings.Issue(Operators.Str(a[1].Get("format").Call(new Arguments { { "name", a[0] }, { "remove", last } })), DeprecationWarning.Type, 2, Any.None);
        }), "{name!r} is deprecated and slated for removal in Python {remove}", Any.Unbound)
        .Function("_filters_mutated", "", static _ => Lib.Do(Warnings.FiltersChanged))
        .Function("_warn_unawaited_coroutine", "coro", static a => Lib.Do(() => Warnings.Issue(RuntimeWarning.Type, $"coroutine '{Operators.Str(a[0].Get("__qualname__"))}' was never awaited", a[0])))
        .Function("_deprecated", "name, message='{name!r} is deprecated and slated for removal in Python {remove}', *, remove, _version=None", static a => Lib.Do(() =>
        {
            var (name, version) = (Operators.Repr(a[0]), $"{Operators.Str(a[2][0])}.{Operators.Str(a[2][1])}");
            Any now = a[3].IsNone ? PyTuple.Of(3, 13, 0, "final", 0) : a[3];
            if (Operators.Compare(Comparison.Gt, new PyTuple([now[0], now[1]]), a[2]).Truth || (Operators.Equal(new PyTuple([now[0], now[1]]), a[2]) && now[3].Ref is not "alpha"))
                throw new RuntimeError($"{name} was slated for removal after Python {version} alpha");
            var text = a[1].Invoke("format", new Arguments { { "name", a[0] }, { "remove", version } });
            Warnings.Issue(text, DeprecationWarning.Type, 2, Any.None);
        }))
        .Type(WarningOptions.ErrorType).Function("_setoption", "arg", static a => Lib.Do(() => WarningOptions.Apply(Lib.Text(a[0]))))
        .Function("_getaction", "action", static a => WarningOptions.Action(Lib.Text(a[0])))
        .Function("_getcategory", "category", static a => WarningOptions.Category(Lib.Text(a[0])))
        .Function("_showwarnmsg", "msg", static a => Lib.Do(() => Warnings.Show((WarningMessage)a[0].Ref!)))
        .Function("deprecated", "message, /, *, category=, stacklevel=1", static a => new PyFunction("deprecated.<locals>.decorator", "arg", (Any target) => Deprecate(target, a[0], a[1], a[2])), DeprecationWarning.Type);

    private static Any Category(Any message, Any category)
    {
        if (message.Ref is Warning warning)
            return warning.Class;
        if (category.IsNone)
            return UserWarning.Type;
        return category.Ref is PyType type && type.IsSubclassOf(Warning.Type) ? category : throw new TypeError($"category must be a Warning subclass, not '{PyType.Of(category).Name}'");
    }

    private static Any Compiled(Any pattern, bool ignoreCase)
    {
        if (!pattern.Truth)
            return Any.None;
        var re = Modules.Import("re");
        return ignoreCase ? re.Invoke("compile", pattern, re.Get("I")) : re.Invoke("compile", pattern);
    }

    private static Any Deprecate(Any target, Any message, Any category, Any level)
    {
        if (category.IsNone)
        {
            target.Set("__deprecated__", message);
            return target;
        }
        if (target.Ref is PyType type)
        {
            var make = type.Lookup("__new__");
            type.Define("__new__", new StaticMethod(new PyFunction("__new__", "cls, /, *args, **kwargs", (Any[] a) =>
            {
                if (ReferenceEquals(a[0].Ref, type))
                    Warnings.Issue(message, category, Lib.Int(level), Any.None);
                var original = make.Ref is StaticMethod s ? s.Function : make;
                return original.Ref is PyFunction { IsBuiltin: true } && !type.Lookup("__init__").IsUnbound
                    ? original.Call(a[0])
                    : Lib.Call(original, new PyTuple([a[0], .. Lib.Tuple(a[1])]), Lib.Dict(a[2]));
            })));
            target.Set("__deprecated__", message);
            return target;
        }
        var wrapper = new PyFunction("wrapper", "*args, **kwargs", (Any[] a) =>
        {
            Warnings.Issue(message, category, Lib.Int(level), Any.None);
            return Lib.Call(target, Lib.Tuple(a[0]), Lib.Dict(a[1]));
        });
        var result = FunctoolsModule.UpdateWrapper(wrapper, target);
        target.Set("__deprecated__", message);
        result.Set("__deprecated__", message);
        return result;
    }
}
