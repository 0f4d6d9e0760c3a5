using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Help;

/// <summary>What <c>help</c> shows of a class: its members by the classes that define them, and by kind.</summary>
internal static partial class HelpText
{
    private sealed record Member(string Name, string Kind, PyType Home, Any Value);

    private const int MostSubclasses = 4;

    private static string OfClass(PyType cls, string? name, string? module)
    {
        name ??= cls.Name;
        var title = name == cls.Name ? $"class {name}" : $"{name} = class {cls.Name}";
        if (cls.Bases.Length > 0)
            title += $"({string.Join(", ", cls.Bases.Select(b => ClassName(b, cls.Module)))})";
        var lines = new List<string>();
        if (Parameters(cls) is { Length: > 0 } parameters and not "()")
            lines.Add(name + parameters + "\n");
        if (Documentation(cls) is { Length: > 0 } text)
            lines.Add(text + "\n");
        var order = Operators.ToList(((Any)cls).Get("__mro__")).Select(static t => (PyType)t.Ref!).ToList();
        if (order.Count > 2)
            lines.AddRange(["Method resolution order:", .. order.Select(t => "    " + ClassName(t, cls.Module)), ""]);
        Subclasses(cls, lines);
        Members(cls, order, module, lines);
        var contents = string.Join('\n', lines);
        return contents.Length == 0 ? title + "\n" : $"{title}\n{Indented(contents.TrimEnd(), " |  ")}\n";
    }

    private static void Subclasses(PyType cls, List<string> lines)
    {
        var names = Operators.ToList(PyType.Type.Lookup("__subclasses__").Call(cls)).Select(static t => (PyType)t.Ref!)
            .Where(static t => t.Module == "builtins" && t.Name[0] != '_').Select(static t => t.Name).OrderBy(static n => n.ToLowerInvariant(), StringComparer.Ordinal).ToList();
        if (names.Count == 0)
            return;
        lines.AddRange(["Built-in subclasses:", .. names.Take(MostSubclasses).Select(static n => "    " + n)]);
        if (names.Count > MostSubclasses)
            lines.Add($"    ... and {names.Count - MostSubclasses} other subclasses");
        lines.Add("");
    }

    private static void Members(PyType cls, List<PyType> order, string? module, List<string> lines)
    {
        var rest = InspectMembers.Classify(cls).Select(static a => new Member((string)a.Get("name").Ref!, (string)a.Get("kind").Ref!, (PyType)a.Get("defining_class").Ref!, a.Get("object")))
            .Where(m => IsVisible(m.Name, cls, null)).ToList();
        var fields = Operators.GetAttr(cls, "_fields", Any.None) is { IsNone: false } named ? Operators.ToList(named).Select(Operators.Str).ToList() : [];
        var needsRule = false;
        for (var next = 0; rest.Count > 0; next++)
        {
            var home = next < order.Count ? order[next] : rest[0].Home;
            if (ReferenceEquals(home, PyType.Object) && !ReferenceEquals(cls, PyType.Object))
            {
                rest.RemoveAll(m => ReferenceEquals(m.Home, home));
                continue;
            }
            var tag = ReferenceEquals(home, cls) ? "defined here" : $"inherited from {ClassName(home, cls.Module)}";
            var here = rest.Where(m => ReferenceEquals(m.Home, home))
                .OrderBy(m => fields.IndexOf(m.Name) is >= 0 and var at ? at - fields.Count : 0).ThenBy(static m => m.Name, StringComparer.Ordinal).ToList();
            rest.RemoveAll(m => ReferenceEquals(m.Home, home));
            Section("Methods", static k => k == "method", AsMember);
            Section("Class methods", static k => k == "class method", AsMember);
            Section("Static methods", static k => k == "static method", AsMember);
            Section("Readonly properties", static k => k == "readonly property", static m => OfData(m.Value, m.Name));
            Section("Data descriptors", static k => k == "data descriptor", static m => OfData(m.Value, m.Name));
            Section("Data and other attributes", static k => k == "data", AsValue);

            void Section(string heading, Func<string, bool> isOfKind, Func<Member, string> written)
            {
                var chosen = here.Where(m => isOfKind(KindOf(m))).ToList();
                if (chosen.Count == 0)
                    return;
                if (needsRule)
                    lines.Add(new string('-', 70));
                needsRule = true;
                lines.Add($"{heading} {tag}:\n");
                lines.AddRange(chosen.Select(written));
            }
        }

        string AsMember(Member member)
        {
            var value = Operators.GetAttr(cls, member.Name, Any.Unbound);
            return value.IsUnbound ? OfData(member.Value, member.Name) : Document(value, member.Name, module, cls, member.Home);
        }

        string AsValue(Member member)
        {
            var value = Operators.GetAttr(cls, member.Name, Any.Unbound);
            return OfOther(value.IsUnbound ? member.Home.Namespace[member.Name] : value, member.Name, 70, Documentation(member.Value)) + "\n";
        }
    }

    /// <summary>The kind, where those of inspect are told apart further.</summary>
    private static string KindOf(Member member)
        => member.Value.Ref is PyProperty or NativeProperty or SlotDescriptor || (member.Kind is "data" or "property" && Is("isdatadescriptor", member.Value))
            ? member.Value.Ref is PyProperty { Setter.IsNone: true } ? "readonly property" : "data descriptor"
            : member.Kind;

    private static readonly HashSet<string> s_hidden =
    [
        "__author__", "__builtins__", "__credits__", "__date__", "__doc__", "__docformat__", "__file__", "__loader__", "__module__", "__name__", "__package__", "__path__",
        "__qualname__", "__slots__", "__spec__", "__version__", "__static_attributes__", "__firstlineno__", "__cached__",
    ];

    /// <summary>Whether a name is one to show.</summary>
    private static bool IsVisible(string name, Any owner, IReadOnlyCollection<string>? all)
        => !s_hidden.Contains(name)
            && ((name.StartsWith("__", StringComparison.Ordinal) && name.EndsWith("__", StringComparison.Ordinal))
                || (name[0] == '_' && !Operators.GetAttr(owner, "_fields", Any.Unbound).IsUnbound)
                || (all?.Contains(name) ?? name[0] != '_'));
}
