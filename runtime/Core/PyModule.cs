namespace Pytocs.Runtime.Core;

/// <summary>
/// A module as a value. Library modules declare their names with the fluent members; emitted
/// modules expose their static members.
/// </summary>
public sealed partial class PyModule(string name) : PyObject
{
    private static readonly PyType s_type = PyType.Builtin("module").New("cls, /, *args, **kwargs", static a =>
    {
        var module = new PyModule("?") { _class = (PyType)a[0].Ref! };
        module.Namespace.Clear();
        return module;
    }).Method("__init__", "self, name, doc=None", static (self, name, doc) =>
    {
        var module = (PyModule)self.Ref!;
        module.Name = PyValueInstance.Unwrap(name).Ref as string ?? throw new TypeError($"module.__init__() argument 'name' must be str, not {Library.Lib.Given(name)}");
        module.Namespace["__name__"] = name;
        module.Namespace["__doc__"] = doc;
        foreach (var own in (string[])["__package__", "__loader__", "__spec__"])
            module.Namespace[own] = Any.None;
        return Any.None;
    }).Method("__repr__", static o => ((PyModule)o.Ref!).Text)
        .Method("__dir__", static o => ((PyModule)o.Ref!).TryGet("__dir__") is { IsUnbound: false } own ? own.Call() : Library.Lib.List(((PyModule)o.Ref!).Names()))
        .Property("__annotations__", static o => ((PyModule)o.Ref!).Annotations(), static (o, value) => ((PyModule)o.Ref!).Set("__annotations__", value), static o =>
        {
            if (!((PyModule)o.Ref!).Remove("__annotations__"))
                throw new AttributeError("__annotations__");
        });
    private PyType? _class;
    private readonly Dictionary<string, (Func<Any> Get, Action<Any>? Set)> _members = [];
    private Action? _body;
    private string _file = "";

    public override PyType Class => _class ?? s_type;

    internal void SetClass(PyType cls) => _class = cls;

    /// <summary>Annotations of a module that has none yet.</summary>
    private Any Annotations()
    {
        if (TryGet("__annotations__") is { IsUnbound: false } known)
            return known;
        var made = new PyDict<Any, Any>();
        Namespace["__annotations__"] = made;
        return made;
    }

    /// <summary>The class <c>module</c>.</summary>
    internal static PyType BaseType => s_type;

    public string Name { get; private set; } = name;

    public PyDict<Any, Any> Namespace { get; } = new() { ["__name__"] = name };

    /// <summary>The module's dictionary; of an emitted module that keeps its names in C# fields, a copy of what they hold now.</summary>
    public override PyDict<Any, Any>? InstanceDict(bool create)
    {
        TakeExports();
        if (_members.Count == 0)
            return Namespace;
        var copy = new PyDict<Any, Any>();
        foreach (var (key, value) in Namespace)
            copy[key] = value;
        foreach (var (member, field) in _members)
            if (field.Get() is { IsUnbound: false } value)
                copy[member] = value;
        return copy;
    }

    /// <summary>A module of the program.</summary>
    /// <param name="name">The dotted name under which it is imported.</param>
    /// <param name="file">The file it was converted from: <c>__file__</c>.</param>
    /// <param name="body">Its top-level statements.</param>
    public static PyModule Emitted(string name, string file, Action body)
    {
        var module = new PyModule(name) { _body = body, _file = file };
        module.Describe(isPackage: false);
        return module;
    }

    /// <summary>The file that a module of the program was converted from; empty for others.</summary>
    internal string File => _file;

    /// <summary>Says that the module is a package.</summary>
    public PyModule Package()
    {
        if (_body is not null)
        {
            Describe(isPackage: true);
            return this;
        }
        Namespace["__package__"] = Name;
        Namespace["__path__"] = new PyList<Any>();
        return this;
    }

    /// <summary>
    /// Says that the module is a folder without a file of its own.
    /// See <see href="https://docs.python.org/3.13/reference/import.html#namespace-packages">namespace packages</see>.
    /// </summary>
    public PyModule NamespacePackage()
    {
        Describe(isPackage: true);
        Namespace["__spec__"] = ModuleOrigin.NamespaceSpec(Name, Path.GetDirectoryName(Script.PathOf(_file))!);
        Namespace["__loader__"] = Namespace["__spec__"].Get("loader");
        Namespace["__file__"] = Any.None;
        Namespace.Remove("__cached__");
        return this;
    }

    /// <summary>Sets what the import system says of the module, in the order in which CPython does.</summary>
    private void Describe(bool isPackage)
    {
        Namespace.Clear();
        Namespace["__name__"] = Name;
        Namespace["__doc__"] = Any.None;
        Namespace["__package__"] = ModuleOrigin.Package(Name, isPackage);
        Namespace["__loader__"] = ModuleOrigin.Loader(Name, _file);
        Namespace["__spec__"] = ModuleOrigin.Spec(Name, _file, isPackage);
        if (isPackage)
            Namespace["__path__"] = new PyList<Any>([Path.GetDirectoryName(Script.PathOf(_file))!]);
        if (Name == "__main__")
        {
            Namespace["__annotations__"] = new PyDict<Any, Any>();
            Namespace["__builtins__"] = BuiltinsModule.Instance;
        }
        Namespace["__file__"] = Script.PathOf(_file);
        Namespace["__cached__"] = ModuleOrigin.Cached(Name, _file);
        if (Name != "__main__")
            Namespace["__builtins__"] = BuiltinsModule.Instance.Namespace;
    }

    /// <summary>What a module of the runtime does once it is imported: packages import modules of theirs.</summary>
    internal PyModule OnImport(Action body)
    {
        _body = body;
        return this;
    }

    /// <summary>Runs the module's top-level statements.</summary>
    internal void Run()
    {
        if (_body is not null)
            RunAs(_body);
    }

    /// <summary>Runs statements as the module's.</summary>
    internal void RunAs(Action body)
    {
        IsRunning = true;
        try
        {
            body();
        }
        finally
        {
            IsRunning = false;
        }
    }

    /// <summary>Whether its statements run, so that not all of its names are bound.</summary>
    internal bool IsRunning { get; private set; }

    /// <summary>A function with a signature as Python writes it.</summary>
    public PyModule Function(string function, string signature, Func<Any[], Any> body, params Any[] defaults)
        => Value(function, new PyFunction(function, signature, body, defaults) { IsBuiltin = true, Module = Name });

    /// <inheritdoc cref="Function(string, string, Func{Any[], Any}, Any[])"/>
    public PyModule Function(string function, string signature, Func<Any, Any, Any> body, params Any[] defaults)
        => Value(function, new PyFunction(function, signature, body, defaults) { IsBuiltin = true, Module = Name });

    /// <summary>The signature of functions that are declared by their body alone.</summary>
    internal const string OneArgument = "object, /";

    /// <summary>A function of one argument: a positional one, or the one of that name in CPython's library where it is written in Python.</summary>
    public PyModule Function(string function, Func<Any, Any> body)
        => Value(function, new PyFunction(function, OneArgument, body) { IsBuiltin = true, Module = Name });

    /// <summary>A class, under its own name.</summary>
    public PyModule Type(PyType type) => Value(type.Name, type);

    public PyModule Value(string member, Any value)
    {
        Namespace[member] = value;
        return this;
    }

    /// <summary>A global of an emitted module, kept in a C# field.</summary>
    public PyModule Variable(string member, Func<Any> get, Action<Any> set)
    {
        _members[member] = (get, set);
        return this;
    }

    /// <summary>A function, class or module that an emitted module always has.</summary>
    public PyModule Member(string member, Func<Any> get)
    {
        _members[member] = (get, null);
        return this;
    }

    /// <summary>A name of a module that takes its names as a dictionary; unbound where it has no value.</summary>
    public Any Load(string member) => Namespace.TryGetValue(member, out var value) ? value : Any.Unbound;

    /// <summary>Binds such a name; an unbound value takes it away.</summary>
    public void Store(string member, Any value)
    {
        if (value.IsUnbound)
            Namespace.Remove(member);
        else
            Namespace[member] = value;
    }

    internal Any TryGet(string member)
    {
        if (_members.TryGetValue(member, out var field))
            return field.Get();
        if (Namespace.TryGetValue(member, out var value))
            return value;
        if (!IsOfLibrary || !member.StartsWith("__", StringComparison.Ordinal))
            return Any.Unbound;
        return member == "__all__" ? TakeExports() && Namespace.TryGetValue(member, out value) ? value : Any.Unbound : _hasOrigin ? Any.Unbound : Library.Importing.LibrarySpecs.Attribute(this, member);
    }

    /// <summary>Whether it is a module of the library, which may lack some of CPython's names.</summary>
    public bool IsOfLibrary { get; internal set; }

    private bool _hasExports;

    private bool _hasOrigin;

    /// <summary>Puts what is told of a library's module's origin among its names, where it is asked for all of them or they change.</summary>
    private void TakeOrigin()
    {
        if (!IsOfLibrary || _hasOrigin)
            return;
        _hasOrigin = true;
        foreach (var member in Library.Importing.LibrarySpecs.Attributes(this).ToArray())
            if (!Namespace.ContainsKey(member))
                Namespace[member] = Library.Importing.LibrarySpecs.Attribute(this, member);
    }

    /// <summary>Gives a module of the library its <c>__all__</c>, which few programs ask for.</summary>
    private bool TakeExports()
    {
        if (!IsOfLibrary || _hasExports)
            return false;
        TakeOrigin();
        _hasExports = true;
        if (!Namespace.ContainsKey("__all__") && Library.Exports.Of(Name) is { } names)
            Namespace["__all__"] = names;
        return true;
    }

    /// <summary>The module's own <c>__getattr__</c>, unbound when it has none.</summary>
    internal Any Missing(string member)
        => TryGet("__getattr__") is { IsUnbound: false } hook ? hook.Call(member) : Any.Unbound;

    internal Any TryMissing(string member) => Missing(member);

    internal void Set(string member, Any value)
    {
        if (_members.TryGetValue(member, out var field))
        {
            if (field.Set is { } set)
            {
                set(value);
                return;
            }
            // What replaces a function stands in the dictionary from now on.
            _members.Remove(member);
        }
        Store(member, value);
    }

    internal bool Remove(string member)
    {
        TakeOrigin();
        if (_members.TryGetValue(member, out var field))
        {
            var bound = !field.Get().IsUnbound;
            Set(member, Any.Unbound);
            return bound;
        }
        return Namespace.Remove(member);
    }

    /// <summary>The names that <c>dir(module)</c> lists.</summary>
    internal IEnumerable<string> Names()
    {
        TakeExports();
        return Namespace.Keys.Select(k => Operators.Str(k)).Concat(_members.Where(m => !m.Value.Get().IsUnbound).Select(m => m.Key)).Distinct();
    }
}
