using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>
/// A Python class. Built-in and emitted classes wrap a C# class; others are made at run time by
/// <see cref="Build(PyType, string, PyTuple, Any, Arguments)"/>.
/// See <see href="https://docs.python.org/3.13/reference/datamodel.html#custom-classes">Custom classes</see>.
/// </summary>
public sealed partial class PyType : PyObject
{
    /// <summary>Grows whenever any class changes, and so drops every lookup cache.</summary>
    private static int _version;

    /// <summary>A number that grows whenever any class changes.</summary>
    internal static int Version => _version;

    private readonly Dictionary<string, Any> _cache = [];
    private int _cacheVersion;
    private PyType[] _mro = [];

    static PyType()
    {
        ObjectType.Declare(Object);
        TypeType.Declare(Type);
        Object.HasInstanceDict = false;
    }

    private PyType(string name, PyType[] bases, PyType? metaclass)
    {
        Name = name;
        QualName = name;
        Bases = bases;
        Metaclass = metaclass;
        Namespace = new PyDict<Any, Any>();
    }

    /// <summary>Python's <c>object</c>.</summary>
    public static PyType Object { get; } = CreateRoot("object");

    /// <summary>Python's <c>type</c>.</summary>
    public static PyType Type { get; } = CreateRoot("type", Object);

    public string Name { get; internal set; }

    public string QualName { get; internal set; }

    /// <summary>The module that defines the class; "builtins" for the built-in ones.</summary>
    public string Module { get; internal set; } = "builtins";

    public PyType[] Bases { get; private set; }

    /// <summary>The method resolution order, C3-linearised, this class first.</summary>
    public ReadOnlySpan<PyType> Mro => _mro;

    /// <summary>The class's own attributes.</summary>
    public PyDict<Any, Any> Namespace { get; }

    internal PyType? Metaclass { get; set; }

    /// <inheritdoc/>
    public override PyType Class => Metaclass ?? Type;

    /// <summary>Whether instances take attributes beyond those that the class declares.</summary>
    public bool HasInstanceDict { get; internal set; }

    /// <summary>Whether the class is written in C# by hand (built in), so its attributes are read-only.</summary>
    public bool IsBuiltin { get; internal set; }

    /// <summary>Whether Python code may derive from the class.</summary>
    public bool IsFinal { get; internal set; }

    /// <summary>Direct subclasses, weakly held.</summary>
    internal List<WeakReference<PyType>> Subclasses { get; } = [];

    /// <summary>Makes an instance of a given class with this class's C# layout; null means inherit the base's.</summary>
    internal Func<PyType, Arguments, Any>? Allocator { get; set; }

    /// <summary>The class of a value: <c>type(value)</c>.</summary>
    public static PyType Of(Any value) => value.Ref switch
    {
        null => IntType.Type,
        string => StrType.Type,
        IPyObject o => o.Class,
        Tag => OfTag(value),
        System.Numerics.BigInteger => IntType.Type,
        System.Numerics.Complex => ComplexType.Type,
        var foreign => ForeignType.Of(foreign.GetType()),
    };

    private static PyType OfTag(Any value) =>
        value.IsFloat ? FloatType.Type
        : value.IsBool ? BoolType.Type
        : value.IsNone ? SingletonTypes.NoneType
        : value.IsNotImplemented ? SingletonTypes.NotImplementedType
        : SingletonTypes.EllipsisType;

    /// <summary>Finds a name along the method resolution order; <see cref="Any.Unbound"/> where it is nowhere.</summary>
    public Any Lookup(string name)
    {
        if (_cacheVersion != _version)
        {
            _cache.Clear();
            Array.Clear(_recent);
            _cacheVersion = _version;
        }
        if (name.Length == 0)
            return LookupUncached(name);
        // Names in code are literals, the same object each time.
        ref var recent = ref _recent[(name.Length ^ name[0] ^ (name[^1] << 2)) & (_recent.Length - 1)];
        if (recent is { } known && ReferenceEquals(known.Name, name))
            return known.Value;
        if (!_cache.TryGetValue(name, out var found))
            _cache[name] = found = LookupUncached(name);
        recent = new Found(name, found);
        return found;
    }

    /// <summary>What a name was found to be; one object, so that another thread sees both or none.</summary>
    private sealed record Found(string Name, Any Value);

    private readonly Found?[] _recent = new Found?[32];

    private readonly Dictionary<string, Any> _specials = [];
    private int _specialVersion;

    /// <summary>
    /// The special method that an implicit call finds along the order, in a form that takes the object first; <see cref="Any.Unbound"/> where
    /// it is nowhere.
    /// </summary>
    public Any Special(string name)
    {
        if (_specialVersion != _version)
        {
            _specials.Clear();
            _specialVersion = _version;
        }
        if (_specials.TryGetValue(name, out var found))
            return found;
        found = SpecialMethod.Of(Lookup(name));
        _specials[name] = found;
        return found;
    }

    /// <summary>Whether a built-in class hands reading, setting and deleting attributes on to something else.</summary>
    internal bool IsProxy { get; set; }

    private int _readVersion = -1;
    private bool _readsItself;

    /// <summary>Whether Python code of the class decides what reading an attribute gives: it defines <c>__getattribute__</c>.</summary>
    internal bool ReadsItself
    {
        get
        {
            if (IsBuiltin)
                return IsProxy;
            if (_readVersion != _version)
            {
                _readsItself = Special("__getattribute__").Ref is PyFunction { IsBuiltin: false } or SpecialMethod;
                _readVersion = _version;
            }
            return _readsItself;
        }
    }

    private Any LookupUncached(string name)
    {
        foreach (var type in _mro)
            if (name == "__init__" && type is { _isEmitted: true, Initialiser: { } initialiser } && !type.Namespace.ContainsKey(name))
                return initialiser;
            else if (type.Namespace.TryGetValue(name, out var value))
            {
                if (value.Ref is not StatementAttribute)
                    return value;
                type.Complete();
                if (type.Namespace.TryGetValue(name, out value))
                    return value;
            }
        return Any.Unbound;
    }

    /// <summary>Continues a lookup after <paramref name="start"/> in this class's order, as <c>super()</c> does.</summary>
    public Any LookupAfter(PyType start, string name)
    {
        var passed = false;
        foreach (var type in _mro)
        {
            if (passed && type.Namespace.TryGetValue(name, out var value))
                return value;
            passed |= ReferenceEquals(type, start);
        }
        return Any.Unbound;
    }

    /// <summary>Whether this class is <paramref name="other"/> or derives from it.</summary>
    public bool IsSubclassOf(PyType other)
    {
        foreach (var type in _mro)
            if (ReferenceEquals(type, other))
                return true;
        return false;
    }

    /// <summary>Sets a class attribute without running descriptors.</summary>
    public void Define(string name, Any value)
    {
        Namespace[name] = value;
        Changed();
    }

    /// <summary>Drops every lookup cache after a namespace or a base changed.</summary>
    internal static void Changed() => _version++;

    internal void SetBases(PyType[] bases)
    {
        Bases = bases;
        _mro = Order(bases);
        foreach (var b in bases)
            b.Subclasses.Add(new WeakReference<PyType>(this));
        Changed();
    }

    private static PyType CreateRoot(string name, params PyType[] bases)
    {
        var type = new PyType(name, bases, null) { IsBuiltin = true };
        type.SetBases(bases);
        return type;
    }

    /// <summary>The nearest allocator along the order: the C# class of the instances.</summary>
    internal Func<PyType, Arguments, Any> FindAllocator()
    {
        if (_emittedAs is { } emitted && typeof(PyObject).IsAssignableFrom(emitted))
            return (_, _) => Uninitialised(emitted);
        foreach (var type in _mro)
            if (type.Allocator is { } allocator)
                return allocator;
        return static (cls, _) => new PyInstance(cls);
    }

    /// <summary>An object whose constructor did not run, as <c>object.__new__</c> makes it: copy and pickle fill it.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The class is in use: its own constructor named it.")]
    private static PyObject Uninitialised(System.Type emitted) => (PyObject)RuntimeHelpers.GetUninitializedObject(emitted);

    /// <inheritdoc/>
    public override PyDict<Any, Any>? InstanceDict(bool create) => Namespace;

    private string? _errorName;

    /// <summary>The name as error messages show it: classes of C modules with their module.</summary>
    public string ErrorName => IsBuiltin && Module is not ("builtins" or "") ? _errorName ??= Library.Callables.IsInC(this) && !IsSubclassOf(BaseException.Type) ? Module + "." + Name : Name : Name;

    /// <summary>The name with its module, as class reprs show it.</summary>
    internal string FullName => Module is "builtins" or "" ? QualName : Module + "." + QualName;

    /// <summary>The name as messages about its slots show it: with its module, but not the script's own.</summary>
    internal string QualifiedName => Module is "__main__" ? QualName : FullName;

    /// <inheritdoc/>
    public override string ToString() => Operators.Str(this);

    /// <inheritdoc/>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}
