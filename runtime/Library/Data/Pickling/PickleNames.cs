using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Pickling;

/// <summary>Finds classes and functions by the names that pickles hold.</summary>
internal static class PickleNames
{
    /// <summary>Modules and names that Python 2 had elsewhere: what protocols below 3 write unless told otherwise.</summary>
    private static readonly (string Module, string Name, string OldModule, string OldName)[] s_old =
    [
        ("builtins", "range", "__builtin__", "xrange"), ("builtins", "int", "__builtin__", "long"), ("builtins", "chr", "__builtin__", "unichr"), ("builtins", "str", "__builtin__", "unicode"),
        ("builtins", "filter", "itertools", "ifilter"), ("builtins", "map", "itertools", "imap"), ("builtins", "zip", "itertools", "izip"),
        ("functools", "reduce", "__builtin__", "reduce"), ("sys", "intern", "__builtin__", "intern"), ("itertools", "filterfalse", "itertools", "ifilterfalse"),
        ("itertools", "zip_longest", "itertools", "izip_longest"), ("collections", "UserDict", "UserDict", "IterableUserDict"),
        ("collections", "UserList", "UserList", "UserList"), ("collections", "UserString", "UserString", "UserString"),
        ("socket", "fromfd", "_socket", "fromfd"), ("dbm", "whichdb", "whichdb", "whichdb"), ("urllib.error", "ContentTooShortError", "urllib", "ContentTooShortError"),
        ("urllib.request", "getproxies", "urllib", "getproxies"), ("urllib.request", "pathname2url", "urllib", "pathname2url"), ("urllib.request", "url2pathname", "urllib", "url2pathname"),
        ("urllib.request", "urlcleanup", "urllib", "urlcleanup"), ("urllib.request", "urlopen", "urllib", "urlopen"), ("urllib.request", "urlretrieve", "urllib", "urlretrieve"),
        ("urllib.parse", "quote_plus", "urllib", "quote_plus"), ("urllib.parse", "quote", "urllib", "quote"), ("urllib.parse", "unquote_plus", "urllib", "unquote_plus"),
        ("urllib.parse", "unquote", "urllib", "unquote"), ("urllib.parse", "urlencode", "urllib", "urlencode"), ("urllib.error", "HTTPError", "urllib2", "HTTPError"), ("urllib.error", "URLError", "urllib2", "URLError"),
    ];

    private static readonly (string Module, string Old)[] s_oldModules =
    [
        ("builtins", "__builtin__"), ("builtins", "exceptions"), ("copyreg", "copy_reg"), ("queue", "Queue"), ("socketserver", "SocketServer"), ("configparser", "ConfigParser"),
        ("reprlib", "repr"), ("_thread", "thread"), ("_collections_abc", "UserDict"), ("http.cookies", "Cookie"), ("urllib.parse", "urlparse"), ("http.client", "httplib"), ("html.entities", "htmlentitydefs"),
        ("html.parser", "HTMLParser"), ("http.cookiejar", "cookielib"), ("http.server", "BaseHTTPServer"), ("subprocess", "commands"), ("urllib.robotparser", "robotparser"), ("urllib.request", "urllib2"),
        ("dbm", "anydbm"), ("collections.abc", "_abcoll"), ("xmlrpc.client", "xmlrpclib"), ("xmlrpc.server", "SimpleXMLRPCServer"), ("dbm.dumb", "dumbdbm"), ("test.support", "test.test_support"),
    ];

    /// <summary>The module <c>_compat_pickle</c>, in which CPython has these tables.</summary>
    public static PyModule Tables()
    {
        PyDict<Any, Any> imports = new(), backImports = new(), names = new(), backNames = new();
        foreach (var (module, old) in s_oldModules)
        {
            imports[old] = module;
            backImports[module] = old;
        }
        foreach (var (module, name, oldModule, oldName) in s_old)
        {
            names[PyTuple.Of(oldModule, oldName)] = PyTuple.Of(module, name);
            backNames[PyTuple.Of(module, name)] = PyTuple.Of(oldModule, oldName);
        }
        return new PyModule("_compat_pickle").Value("IMPORT_MAPPING", imports).Value("NAME_MAPPING", names).Value("REVERSE_IMPORT_MAPPING", backImports).Value("REVERSE_NAME_MAPPING", backNames);
    }

    public static (string Module, string Name) ToPython2(string module, string name)
    {
        foreach (var entry in s_old)
            if (entry.Module == module && entry.Name == name)
                return (entry.OldModule, entry.OldName);
        if (module == "_functools" && name == "reduce")
            return ("__builtin__", name);
        if (module == "builtins" && Exception(name) is { } exception)
            return ("exceptions", exception.IsSubclassOf(OSError.Type) && name is not ("OSError" or "IOError" or "EnvironmentError") ? "OSError" : name == "ModuleNotFoundError" ? "ImportError" : name);
        foreach (var (current, old) in s_oldModules)
            if (current == module)
                return (old, name);
        return (module, name);
    }

    public static (string Module, string Name) FromPython2(string module, string name)
    {
        foreach (var entry in s_old)
            if (entry.OldModule == module && entry.OldName == name)
                return (entry.Module, entry.Name);
        foreach (var (current, old) in s_oldModules)
            if (old == module && old != "UserDict")
                return (current, name);
        return module switch
        {
            "exceptions" when name == "StandardError" => ("builtins", "Exception"),
            "__builtin__" when name == "basestring" => ("builtins", "str"),
            "UserDict" or "UserList" or "UserString" => ("collections", name),
            "StringIO" or "cStringIO" => ("io", name),
            "cPickle" => ("pickle", name),
            _ => (module, name),
        };
    }

    private static PyType? Exception(string name) => Operators.GetAttr(Modules.Import("builtins"), name, Any.None).Ref is PyType type && type.IsSubclassOf(BaseException.Type) ? type : null;

    /// <summary>The module that an object says it comes from, or the one that has it under its name.</summary>
    public static string ModuleOf(Any value, string name)
    {
        var named = Operators.GetAttr(value, "__module__", Any.None);
        if (!named.IsNone)
            return Operators.Str(named);
        foreach (var (key, module) in Modules.Loaded.Entries().ToArray())
            if (key.Ref is string other and not "__main__" && module.Ref is PyModule && Walk(module, name) is { } found && IsSame(found.Value, value))
                return other;
        return "__main__";
    }

    /// <summary>What a dotted name of a module leads to.</summary>
    /// <exception cref="PicklingError">There is no such module or name.</exception>
    public static (Any Value, Any Parent) Find(string module, string name, Any value)
    {
        Any home;
        try
        {
            home = Modules.Import(module);
        }
        catch (ImportError)
        {
            throw new PicklingError($"Can't pickle {Operators.Repr(value)}: import of module {Str.Repr(module)} failed");
        }
        if (name.Split('.').Contains("<locals>"))
            throw new AttributeError($"Can't get local object {Str.Repr(name)}");
        return Walk(home, name) ?? throw new PicklingError($"Can't pickle {Operators.Repr(value)}: attribute lookup {name} on {module} failed");
    }

    private static (Any Value, Any Parent)? Walk(Any home, string name)
    {
        var (value, parent) = (home, Any.None);
        foreach (var part in name.Split('.'))
        {
            (value, parent) = (Operators.GetAttr(value, part, Any.Unbound), value);
            if (value.IsUnbound)
                return null;
        }
        return (value, parent);
    }

    /// <summary>A function of the program may be two objects: what its name says, and what was made of its method.</summary>
    public static bool IsSame(Any found, Any value)
        => Operators.Is(found, value) || (found.Ref is PyFunction f && value.Ref is PyFunction g && f.QualName == g.QualName && f.Module == g.Module);

    /// <summary><c>Unpickler.find_class</c>.</summary>
    /// <exception cref="AttributeError">The module has no such name.</exception>
    public static Any Load(string module, string name, int protocol)
    {
        var home = Modules.Import(module);
        var value = home;
        foreach (var part in protocol >= 4 ? name.Split('.') : [name])
        {
            value = part == "<locals>" ? throw new AttributeError($"Can't get local attribute {Str.Repr(name)} on {Operators.Repr(home)}") : Operators.GetAttr(value, part, Any.Unbound);
            if (value.IsUnbound)
                throw new AttributeError($"Can't get attribute {Str.Repr(name)} on {Operators.Repr(home)}");
        }
        return value;
    }
}
