using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>Specs of the library's modules, which tell where CPython has them.</summary>
internal static class LibrarySpecs
{
    /// <summary>The spec of a module of the library; None where it has none of that name.</summary>
    public static Any Of(string name)
    {
        if (!Modules.IsLibrary(name))
            return Any.None;
        var origin = LibraryOrigins.Of(name) ?? new LibraryOrigin('b', false, null);
        var locations = origin.IsPackage ? Lib.List([Path.GetDirectoryName(origin.File!)!]) : Any.None;
        return origin.Kind switch
        {
            'f' => ModuleSpec.Make(name, ((Any)SourceLoaders.SourceFile).Call(name, origin.File), origin.File, locations, hasLocation: true),
            'x' => ModuleSpec.Make(name, ((Any)SourceLoaders.Extension).Call(name, origin.File), origin.File, locations, hasLocation: true),
            'z' => ModuleSpec.Make(name, Finders.Frozen, "frozen", locations, hasLocation: false),
            _ => ModuleSpec.Make(name, Finders.BuiltIn, "built-in", locations, hasLocation: false),
        };
    }

    /// <summary>Whether an importer of the interpreter finds the module: it is built in or frozen.</summary>
    public static bool IsKind(string name, char kind) => Modules.IsLibrary(name) && (LibraryOrigins.Of(name)?.Kind ?? 'b') == kind;

    /// <summary>A new module of the library, which has not run yet.</summary>
    public static Any Create(Any spec)
        => Modules.Build(Operators.Str(spec.Get("name"))) is { } module ? module
            : throw new ImportError($"{Operators.Repr(spec.Get("name"))} is not a built-in module") { Name = spec.Get("name") };

    /// <summary>Fills a module of that name with what the library's has.</summary>
    public static void Execute(Any given)
    {
        var name = Operators.Str(given.Get("__name__"));
        if (given.Ref is PyModule { IsOfLibrary: true } own)
        {
            own.Run();
            return;
        }
        if (Modules.Build(name) is not { } module)
            throw new ImportError($"{Str.Repr(name)} is not a built-in module") { Name = name };
        module.Run();
        foreach (var member in module.Names().ToList())
            if (!member.StartsWith("__", StringComparison.Ordinal) || member is "__all__")
                given.Set(member, Operators.GetAttr(module, member));
    }

    /// <summary>What a module of the library says of its origin; unbound for other attributes.</summary>
    public static Any Attribute(PyModule module, string member)
    {
        if (member is "__spec__" or "__loader__")
            return Of(module.Name) is { IsNone: false } spec ? member == "__spec__" ? spec : spec.Get("loader") : Any.Unbound;
        if (member == "__package__")
            return LibraryOrigins.Of(module.Name) is { IsPackage: true } ? module.Name : ModuleSpec.Parent(module.Name);
        if (member is not ("__file__" or "__path__" or "__cached__") || LibraryOrigins.Of(module.Name) is not { File: { } file } origin)
            return Any.Unbound;
        return member switch
        {
            "__file__" => file,
            "__path__" => origin.IsPackage ? Lib.List([Path.GetDirectoryName(file)!]) : Any.Unbound,
            _ => origin.Kind == 'f' ? CompiledFiles.OfSource(file) : Any.Unbound,
        };
    }

    /// <summary>The names of those attributes that a module of the library has.</summary>
    public static IEnumerable<string> Attributes(PyModule module)
        => ((string[])["__spec__", "__loader__", "__package__", "__file__", "__path__", "__cached__"]).Where(n => !Attribute(module, n).IsUnbound);
}
