using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Importing;

/// <summary>
/// <see href="https://docs.python.org/3.13/library/pkgutil.html">pkgutil</see>: the modules and the data of packages. A package's modules are those that
/// were converted with it, and Python files in its folder.
/// </summary>
internal static class PkgutilModule
{
    private static readonly Any s_info = MakeInfo();

    public static PyModule Build() => new PyModule("pkgutil")
        .Function("get_data", "package, resource", static a => Data(a[0], Operators.Str(a[1])))
        .Function("iter_modules", "path=None, prefix=''", static a => Lib.Generator(Find(a[0], Operators.Str(a[1]))), Any.None, "")
        .Function("walk_packages", "path=None, prefix='', onerror=None", static a => Lib.Generator(Walk(a[0], Operators.Str(a[1]), a[2], [])), Any.None, "", Any.None)
        .Function("extend_path", "path, name", static a => Extend(a[0], Operators.Str(a[1])))
        .Function("resolve_name", "name", static (Any[] a) => Resolve(Operators.Str(a[0])))
        .Function("get_importer", "path_item", static (Any[] a) => Finder(Operators.Str(a[0])))
        .Value("ModuleInfo", s_info);

    private static Any MakeInfo()
    {
        var type = Modules.ImportFrom("collections", "namedtuple").Call("ModuleInfo", "module_finder name ispkg");
        type.Set("__module__", "pkgutil");
        type.Set("__doc__", "A namedtuple with minimal info about a module.");
        return type;
    }

    private static Any Data(Any package, string resource)
    {
        var spec = Modules.Import("importlib.util").Invoke("find_spec", package);
        if (spec.IsNone || spec.Get("loader") is not { IsNone: false } loader || !Operators.HasAttr(loader, "get_data"))
            return Any.None;
        var file = Operators.GetAttr(Modules.Import(Operators.Str(package)), "__file__", Any.None);
        return file.IsNone ? Any.None : loader.Invoke("get_data", string.Join('/', [Path.GetDirectoryName(Operators.Str(file)) ?? "", .. resource.Split('/')]));
    }

    private static Any Finder(string folder)
    {
        var machinery = Modules.Import("importlib.machinery");
        return machinery.Get("FileFinder").Call(folder, PyTuple.Of(machinery.Get("SourceFileLoader"), machinery.Get("SOURCE_SUFFIXES")));
    }

    /// <summary>The modules directly in folders, without a folder those on the path.</summary>
    private static List<Any> Find(Any path, string prefix)
    {
        if (path.Ref is string)
            throw new ValueError("path must be None or list of paths to look for modules in");
        var found = new List<Any>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var item in Operators.ToList(path.IsNone ? Modules.Import("sys").Get("path") : path))
        {
            var folder = Path.GetFullPath(Operators.Str(item) is { Length: > 0 } text ? text : ".");
            var finder = new Lazy<Any>(() => Finder(Operators.Str(item)));
            foreach (var (name, isPackage) in Modules.InFolder(folder).Concat(OnDisk(folder)).OrderBy(static m => m.Value ? m.Key : m.Key + ".py", StringComparer.Ordinal))
                if (seen.Add(name))
                    found.Add(s_info.Call(finder.Value, prefix + name, isPackage));
        }
        return found;
    }

    private static IEnumerable<KeyValuePair<string, bool>> OnDisk(string folder)
    {
        if (!Directory.Exists(folder))
            yield break;
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            var name = Path.GetFileNameWithoutExtension(entry);
            if (File.Exists(Path.Combine(entry, "__init__.py")))
                yield return new(Path.GetFileName(entry), true);
            else if (entry.EndsWith(".py", StringComparison.Ordinal) && name != "__init__" && !name.Contains('.', StringComparison.Ordinal))
                yield return new(name, false);
        }
    }

    private static IEnumerable<Any> Walk(Any path, string prefix, Any failed, HashSet<string> seen)
    {
        foreach (var info in Find(path, prefix))
        {
            yield return info;
            if (!info[2].Truth)
                continue;
            var name = Operators.Str(info[1]);
            var below = Any.None;
            try
            {
                below = Lib.List(Operators.ToList(Operators.GetAttr(Modules.Import(name), "__path__", PyTuple.Empty)).Where(p => seen.Add(Operators.Str(p))));
            }
            catch (BaseException error) when (error is ImportError || error is PyException && !failed.IsNone)
            {
                if (!failed.IsNone)
                    failed.Call(name);
            }
            if (below.Truth)
                foreach (var inner in Walk(below, name + ".", failed, seen))
                    yield return inner;
        }
    }

    /// <summary>Adds the folders of the path that have a part of a package.</summary>
    private static Any Extend(Any path, string name)
    {
        if (path.Ref is not PyList)
            return path;
        var all = Operators.ToList(path);
        var part = name.Replace('.', Path.DirectorySeparatorChar);
        all.AddRange(Operators.ToList(Modules.Import("sys").Get("path")).Select(p => (Any)Path.Combine(Operators.Str(p), part)).Where(p => Directory.Exists(Operators.Str(p)) && !all.Exists(known => Operators.Equal(known, p))));
        return Lib.List(all);
    }

    /// <summary>The object that a text such as <c>package.module:Class.method</c> names.</summary>
    private static Any Resolve(string name)
    {
        var parts = name.Split(':');
        if (parts.Length > 2 || parts[0].Length == 0 || parts[0].Split('.').Any(static p => p.Length == 0))
            throw new ValueError($"invalid format: {Core.Str.Repr(name)}");
        if (parts.Length == 2)
            return parts[1].Length == 0 ? Modules.Import(parts[0]) : parts[1].Split('.').Aggregate(Modules.Import(parts[0]), static (o, part) => o.Get(part));
        var names = name.Split('.');
        var result = Modules.Import(names[0]);
        var count = 1;
        for (; count < names.Length; count++)
        {
            try
            {
                result = Modules.Import(string.Join('.', names[..(count + 1)]));
            }
            catch (ImportError)
            {
                break;
            }
        }
        return names[count..].Aggregate(result, static (o, part) => o.Get(part));
    }
}
