using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>Specs of what a program names itself: a file, or a loader of its own.</summary>
internal static class SpecFactory
{
    /// <summary><see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.spec_from_file_location">spec_from_file_location</see>; unbound locations are found out.</summary>
    public static Any OfFile(Any name, Any location, Any loader, Any locations)
    {
        if (location.IsNone)
            location = (loader.IsNone ? Any.None : Tried(loader, "get_filename", name)) is { IsNone: false } said ? said : "<unknown>";
        else
            location = Path.GetFullPath(Lib.Text(Modules.Import("os").Invoke("fspath", location)));
        var spec = ((Any)ModuleSpec.Type).Call(new Arguments { name, loader, { "origin", location } });
        spec.Set("_set_fileattr", true);
        if (loader.IsNone)
        {
            var text = Operators.Str(location);
            var kind = text.EndsWith(".py", StringComparison.Ordinal) ? SourceLoaders.SourceFile
                : text.EndsWith(".pyc", StringComparison.Ordinal) ? SourceLoaders.Sourceless
                : text.EndsWith(".so", StringComparison.Ordinal) ? SourceLoaders.Extension : null;
            if (kind is null)
                return Any.None;
            loader = ((Any)kind).Call(name, location);
            spec.Set("loader", loader);
        }
        if (!locations.IsUnbound)
            spec.Set("submodule_search_locations", locations);
        else if (Tried(loader, "is_package", name).Truth)
            spec.Set("submodule_search_locations", new PyList<Any>());
        if (spec.Get("submodule_search_locations").Ref is PyList { Count: 0 } && location.Truth)
            spec.Set("submodule_search_locations", Lib.List([Path.GetDirectoryName(Operators.Str(location)) ?? ""]));
        return spec;
    }

    /// <summary><see href="https://docs.python.org/3.13/library/importlib.html#importlib.util.spec_from_loader">spec_from_loader</see>.</summary>
    public static Any OfLoader(Any name, Any loader, Any origin, Any isPackage)
    {
        if (origin.IsNone)
            origin = Operators.GetAttr(loader, "_ORIGIN", Any.None);
        if (!origin.Truth && Operators.HasAttr(loader, "get_filename"))
            return OfFile(name, Any.None, loader, isPackage.IsNone ? Any.Unbound : isPackage.Truth ? new PyList<Any>() : Any.None);
        if (isPackage.IsNone)
            isPackage = Operators.HasAttr(loader, "is_package") ? Tried(loader, "is_package", name) : false;
        return ((Any)ModuleSpec.Type).Call(new Arguments { name, loader, { "origin", origin }, { "is_package", isPackage } });
    }

    /// <summary>What a loader says, None where it cannot tell.</summary>
    private static Any Tried(Any loader, string method, Any name)
    {
        if (!Operators.HasAttr(loader, method))
            return Any.None;
        try
        {
            return loader.Invoke(method, name);
        }
        catch (ImportError)
        {
            return Any.None;
        }
    }
}
