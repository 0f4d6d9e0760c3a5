using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Help;

/// <summary>
/// What <c>help</c> shows of an object: its heading, what it takes, its documentation.
/// See <see href="https://docs.python.org/3.13/library/pydoc.html">pydoc</see>.
/// </summary>
internal static partial class HelpText
{
    /// <summary>The whole text, under a title with <c>%s</c> in it.</summary>
    public static string Of(Any o, string title)
    {
        var heading = Describe(o);
        var name = NameOf(o);
        if (name is not null && name.Contains('.', StringComparison.Ordinal))
            heading += " in " + name[..name.LastIndexOf('.')];
        else if (ModuleOf(o) is { } module && !Operators.Is(module, o))
            heading += " in module " + NameOf(module);
        if (!Is("ismodule", o) && !Is("isclass", o) && !Is("isroutine", o) && !Is("isdatadescriptor", o) && OwnDocumentation(o).Length == 0)
        {
            if (Operators.GetAttr(o, "__origin__", Any.Unbound) is { IsUnbound: false } origin)
                o = origin;
            else
                (o, heading) = (PyType.Of(o), heading + " object");
        }
        return title.Replace("%s", heading, StringComparison.Ordinal) + "\n\n" + Document(o, name, null, null, null);
    }

    /// <summary>Whether a predicate of inspect holds.</summary>
    private static bool Is(string predicate, Any o) => Modules.Import("inspect").Get(predicate).Call(o).Truth;

    private static string? NameOf(Any o) => Operators.GetAttr(o, "__name__", Any.None).Ref as string;

    private static Any? ModuleOf(Any o)
    {
        if (o.Ref is PyModule)
            return o;
        return Operators.GetAttr(o, "__module__", Any.None).Ref is string name && Modules.Loaded.TryGetValue(name, out var module) ? module : (Any?)null;
    }

    /// <summary>What kind of thing it is, and its name.</summary>
    private static string Describe(Any o)
    {
        var name = NameOf(o);
        if (o.Ref is PyModule module)
            return (Operators.GetAttr(o, "__path__", Any.Unbound).IsUnbound ? module.IsOfLibrary ? "built-in module " : "module " : "package ") + name;
        if (Is("isgetsetdescriptor", o) || Is("ismemberdescriptor", o))
            return Operators.GetAttr(o, "__objclass__", Any.Unbound).Ref is PyType owner ? $"{(Is("isgetsetdescriptor", o) ? "getset" : "member")} descriptor {owner.Module}.{owner.Name}.{name}" : PyType.Of(o).Name;
        return Is("isclass", o) ? "class " + name
            : Is("isfunction", o) ? "function " + name
            : Is("ismethod", o) ? "method " + name
            : PyType.Of(o).Name is "builtin_function_or_method" ? "built-in function " + name
            : PyType.Of(o).Name;
    }

    /// <summary>One object, as a member of a class where one is given.</summary>
    private static string Document(Any o, string? name, string? module, PyType? cls, PyType? home)
    {
        if (o.Ref is PyModule own)
            return OfModule(own);
        if (Is("isclass", o))
            return OfClass((PyType)o.Ref!, name, module);
        if (Is("isroutine", o))
            return OfRoutine(o, name, module, cls, home);
        return Is("isdatadescriptor", o) ? OfData(o, name) : OfOther(o, name, null, null);
    }

    private static string OfRoutine(Any o, string? name, string? module, PyType? cls, PyType? home)
    {
        var realName = NameOf(o) ?? name ?? "?";
        name ??= realName;
        home ??= cls;
        var (note, function) = ("", Any.None);
        var self = Operators.GetAttr(o, "__self__", Any.None);
        if (!self.IsNone && self.Ref is not PyModule && (Is("ismethod", o) || Is("isbuiltin", o)))
        {
            if (self.Ref is PyType owner && ReferenceEquals(owner, cls))
                function = Operators.GetAttr(o, "__func__", Any.None);
            else
                note = self.Ref is PyType other ? $" class method of {ClassName(other, module)}" : $" method of {ClassName(PyType.Of(self), module)} instance";
        }
        else if (Is("ismethoddescriptor", o))
        {
            if (Operators.GetAttr(o, "__objclass__", Any.Unbound).Ref is not PyType owner)
                function = o;
            else if (cls is null)
                note = $" unbound {ClassName(owner, module)} method";
            else if (!ReferenceEquals(owner, home))
                note = " from " + ClassName(owner, module);
        }
        else
        {
            function = o;
        }
        if (home is not null && !function.IsNone && Is("isfunction", function) && ParentOf(function, home, realName, module) is { } parent)
            note = " from " + parent;
        var isSame = name != realName && cls is not null && Operators.Is(cls.Lookup(realName), o);
        var title = name == realName ? realName : $"{name} = {realName}";
        var parameters = Parameters(o);
        if (parameters is not null && realName == "<lambda>")
            (title, parameters) = (name + " lambda ", parameters[1..^1]);
        var head = (Is("iscoroutinefunction", o) || Is("isasyncgenfunction", o) ? "async " : "") + title + (string.IsNullOrEmpty(parameters) ? "(...)" : parameters) + note;
        var text = isSame ? "" : Documentation(o);
        return head + "\n" + (text.Length == 0 ? "" : Indented(text, "    ").TrimEnd() + "\n");
    }

    /// <summary>Where a function that is a member of another class was written; null where it is of this one.</summary>
    private static string? ParentOf(Any function, PyType home, string name, string? module)
    {
        var (where, qualified) = (Operators.GetAttr(function, "__module__", Any.None).Ref as string, Operators.GetAttr(function, "__qualname__", Any.None).Ref as string ?? "");
        if (where == home.Module && qualified == $"{home.QualName}.{name}")
            return null;
        var dot = qualified.LastIndexOf('.');
        var parent = dot < 0 ? "" : qualified[..dot];
        return where is null || where == module ? parent.Length == 0 ? null : parent : parent.Length == 0 ? where : $"{where}.{parent}";
    }

    private static string ClassName(PyType type, string? module) => type.Module == module ? type.Name : $"{type.Module}.{type.Name}";

    /// <summary>What a callable takes, in brackets; null where nothing is known.</summary>
    private static string? Parameters(Any o)
    {
        try
        {
            var signature = Modules.Import("inspect").Get("signature").Call(o);
            var name = NameOf(o) ?? "";
            return Operators.Str(signature.Get("format").Call(new Arguments { { "max_width", name == "<lambda>" ? Any.None : 80 - name.Length } }));
        }
        catch (Exception e) when (e is ValueError or TypeError)
        {
            return Operators.GetAttr(o, "__text_signature__", Any.None).Ref is string text ? text.Replace("$", "", StringComparison.Ordinal) : null;
        }
    }

    private static string OfData(Any o, string? name)
    {
        var text = Documentation(o);
        return (name is null ? "" : name + "\n") + (text.Length == 0 ? "" : Indented(text, "    ") + "\n");
    }

    private static string OfOther(Any o, string? name, int? longest, string? text)
    {
        var (head, value) = (name is null ? "" : name + " = ", Operators.Str(s_repr.Value.Get("repr").Call(o)));
        if (longest is { } most && head.Length + value.Length > most)
            value = value[..Math.Max(0, value.Length + most - head.Length - value.Length)] + "...";
        text = string.IsNullOrEmpty(text) ? Documentation(o) : text;
        return head + value + (text.Length == 0 ? "" : "\n" + Indented(text, "    ") + "\n");
    }

    private static readonly Lazy<Any> s_repr = new(static () =>
    {
        var shortened = Modules.Import("reprlib").Get("Repr").Call();
        foreach (var (limit, most) in ((string, int)[])[("maxlist", 20), ("maxtuple", 20), ("maxdict", 10), ("maxstring", 100), ("maxother", 100)])
            shortened.Set(limit, most);
        return shortened;
    });

    /// <summary>The docstring; that of its class is none of the object's own.</summary>
    private static string OwnDocumentation(Any o)
    {
        if (o.Ref is not (PyType or PyFunction or BoundMethod or PyModule) && Operators.GetAttr(o, "__doc__", Any.None).Ref is string own && Operators.GetAttr(PyType.Of(o), "__doc__", Any.None).Ref is string shared && own == shared)
            return "";
        return o.Ref is PyType ? Operators.GetAttr(o, "__doc__", Any.None).Ref is string text ? InspectRules.CleanDoc(text) : "" : InspectSource.Documentation(o).Ref as string ?? "";
    }

    /// <summary>The docstring, or the comment before the object's text.</summary>
    internal static string Documentation(Any o)
    {
        var text = OwnDocumentation(o);
        if (text.Length == 0)
            text = Comments(o);
        text = text.TrimEnd();
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end >= 0 && text[..end].Trim(' ').Length == 0 ? text[(end + 1)..] : text;
    }

    private static string Comments(Any o)
    {
        try
        {
            return Modules.Import("inspect").Get("getcomments").Call(o).Ref as string ?? "";
        }
        catch (Exception e) when (e is TypeError or OSError)
        {
            return "";
        }
    }

    private static string Indented(string text, string prefix) => string.Join('\n', text.Split('\n').Select(line => (prefix + line).TrimEnd()));
}
