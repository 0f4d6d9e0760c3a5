using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>How <c>with</c> or <c>async with</c> over an object of a library class is written in C#.</summary>
public enum ContextStyle
{
    /// <summary>By the general protocol, from the object to a value that is not known.</summary>
    General,

    /// <summary>By the general protocol; what it gives is the object itself.</summary>
    GivesItself,

    /// <summary>By the general protocol, over an object that knows the type of what it gives.</summary>
    GivesResult,

    /// <summary>A C# <c>using</c>: what <c>with</c> gives is the object itself, which leaving disposes of.</summary>
    Disposes,

    /// <summary>Acquire, then release in a finally: leaving never swallows an exception and never looks at it.</summary>
    AcquireRelease,

    /// <summary>Enter, then exit in a finally; an exception is shown to it first, which may raise another in its place. It gives itself.</summary>
    Replaces,
}

/// <summary>
/// A class of the library that has a C# class, and the members of it that typed code uses directly.
/// Whatever else it has is found at run time.
/// </summary>
public sealed class LibraryClass(string module, string name, string csName, LibraryClass? @base = null)
{
    private readonly Dictionary<string, LibraryFunction> _methods = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string CsName, StaticType Type, string? Cast)> _properties = new(StringComparer.Ordinal);

    /// <summary>The dotted name in Python.</summary>
    public string FullName => module + "." + name;

    public string Module => module;

    public string Name => name;

    public string CsName => csName;

    public LibraryClass? Base => @base;

    /// <summary>The parameters of its constructor; null where only the library makes such objects.</summary>
    public LibraryFunction? Constructor { get; private set; }

    public ContextStyle Context { get; private set; }

    /// <summary>Whether it is a class of the user's C# code, which knows nothing of Python's values.</summary>
    public bool IsForeign { get; init; }

    /// <summary>Whether its objects hold items of one type, which it knows in C#.</summary>
    public bool HoldsItems => _holdsItems || @base?.HoldsItems == true;

    private bool _holdsItems;

    /// <summary>Says that its objects hold items.</summary>
    public LibraryClass Holding()
    {
        _holdsItems = true;
        return this;
    }

    /// <summary>Whether its objects only hand out items: nobody can put any in, and C# has it for every type of items.</summary>
    public bool GivesItems { get; init; }

    /// <summary>Its own methods, by their Python names.</summary>
    public IReadOnlyDictionary<string, LibraryFunction> Methods => _methods;

    /// <summary>Its own properties, by their Python names.</summary>
    public IReadOnlyDictionary<string, (string CsName, StaticType Type, string? Cast)> Properties => _properties;

    /// <summary>Says what its constructor takes.</summary>
    public LibraryClass New(string parameters)
    {
        Constructor = LibraryFunction.Read(csName, parameters, new LibraryInstance(this));
        return this;
    }

    /// <summary>Says what its constructor takes.</summary>
    public LibraryClass New(LibraryFunction constructor)
    {
        Constructor = constructor;
        return this;
    }

    public LibraryClass Method(string method, LibraryFunction function)
    {
        _methods[method] = function;
        return this;
    }

    public LibraryClass Method(string method, string csMethod, string parameters, StaticType result)
    {
        _methods[method] = LibraryFunction.Read(csMethod, parameters, result);
        return this;
    }

    /// <summary>A method that is a property in C#.</summary>
    public LibraryClass Getter(string method, string csProperty, StaticType result)
    {
        _methods[method] = LibraryFunction.Read(csProperty, "", result, isGetter: true);
        return this;
    }

    /// <summary>A coroutine method: C# awaits it where Python does so at once.</summary>
    public LibraryClass Async(string method, string csMethod, string parameters, StaticType result)
    {
        _methods[method] = LibraryFunction.Read(csMethod, parameters, result, isCoroutine: true);
        return this;
    }

    public LibraryClass Property(string property, string csProperty, StaticType type, string? cast = null)
    {
        _properties[property] = (csProperty, type, cast);
        return this;
    }

    public LibraryClass With(ContextStyle style)
    {
        Context = style;
        return this;
    }

    public LibraryFunction? FindMethod(string method) => _methods.GetValueOrDefault(method) ?? @base?.FindMethod(method);

    public (string CsName, StaticType Type, string? Cast)? FindProperty(string property)
        => _properties.TryGetValue(property, out var found) ? found : @base?.FindProperty(property);

    /// <summary>The method that a call means, if it passes arguments that its C# method takes.</summary>
    public LibraryFunction? Binds(string method, Py.Call call) => FindMethod(method) is { } found && found.TryBind(call) is not null ? found : null;

    public bool IsSubclassOf(LibraryClass other) => ReferenceEquals(this, other) || @base?.IsSubclassOf(other) == true;

    /// <summary>The nearest class that both are.</summary>
    public LibraryClass? CommonBase(LibraryClass other) => other.IsSubclassOf(this) ? this : @base?.CommonBase(other);
}

/// <summary>The library classes that are types.</summary>
public static class LibraryClasses
{
    private static readonly Dictionary<string, LibraryClass> s_classes = All.ToDictionary(static c => c.FullName, StringComparer.Ordinal);

    /// <summary>Every class, module by module.</summary>
    public static IEnumerable<LibraryClass> All => [.. AsyncioLibrary.Classes, RegexLibrary.Pattern, RegexLibrary.Match];

    public static LibraryClass? Find(string fullName) => s_classes.GetValueOrDefault(fullName);
}
