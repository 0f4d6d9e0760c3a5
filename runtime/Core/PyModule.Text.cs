namespace Pytocs.Runtime.Core;

/// <summary>How modules are shown, and what is said of names that they lack.</summary>
public sealed partial class PyModule
{
    private string Text => IsOfLibrary && Library.Importing.LibraryOrigins.Of(Name) is { } origin && !_hasOrigin
        ? $"<module {Str.Repr(Name)} {origin.Kind switch { 'b' => "(built-in)", 'z' => "(frozen)", _ => $"from {Str.Repr(origin.File!)}" }}>"
        : SpecText();

    /// <summary>What the spec tells of a module, or its own names where it has none.</summary>
    private string SpecText()
    {
        var (spec, loader) = (Own("__spec__"), Own("__loader__"));
        string name;
        if (spec.IsNone)
        {
            name = TryGet("__name__") is { IsUnbound: false } named ? Operators.Repr(named) : "'?'";
            return TryGet("__file__") is { IsUnbound: false, IsNone: false } file ? $"<module {name} from {Operators.Repr(file)}>"
                : loader.IsNone ? $"<module {name}>" : $"<module {name} ({Operators.Repr(loader)})>";
        }
        name = spec.Get("name") is { IsNone: false } own ? Operators.Repr(own) : "'?'";
        var origin = spec.Get("origin");
        if (!origin.IsNone)
            return spec.Get("has_location").Truth ? $"<module {name} from {Operators.Repr(origin)}>" : $"<module {name} ({Operators.Str(origin)})>";
        loader = spec.Get("loader");
        return loader.IsNone ? $"<module {name}>"
            : PyType.Of(loader).IsSubclassOf(Library.Importing.SourceLoaders.Namespace) ? $"<module {name} (namespace) from {new PyList<Any>(Operators.ToList(loader.Get("_path"))).Repr()}>"
            : $"<module {name} ({Operators.Repr(loader)})>";

        Any Own(string member) => TryGet(member) is { IsUnbound: false } value ? value : Any.None;
    }

    /// <summary>The error of a name that it does not have.</summary>
    internal AttributeError NoName(string member)
    {
        var file = Namespace.TryGetValue("__file__", out var path) ? path.Ref as string : null;
        var text = !Namespace.ContainsKey("__name__") ? $"module has no attribute '{member}'" : !IsRunning ? $"module '{Name}' has no attribute '{member}'"
            : file is not null && Path.GetDirectoryName(file) == Path.TrimEndingDirectorySeparator(Script.PathOf(""))
                ? $"module '{Name}' has no attribute '{member}' (consider renaming {Str.Repr(file)} if it has the same name as a third-party module you intended to import)"
                : $"partially initialized module '{Name}' {(file is null ? "" : $"from {Str.Repr(file)} ")}has no attribute '{member}' (most likely due to a circular import)";
        return new AttributeError(text, member, this);
    }
}
