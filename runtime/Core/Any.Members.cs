using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>Attributes, calls, items and iteration of a dynamic value.</summary>
public readonly partial struct Any
{
    /// <summary>Python's truth value.</summary>
    public bool Truth => IsBool ? Bits != 0 : Ref is null ? Bits != 0 : Operators.Truth(this);

    /// <summary>Python's <c>self[key]</c>.</summary>
    public Any this[Any key] => Operators.GetItem(this, key);

    public static bool operator true(Any value) => value.Truth;

    public static bool operator false(Any value) => !value.Truth;

    public static bool operator !(Any value) => !value.Truth;

    /// <summary>Python's <c>self.name</c>.</summary>
    public Any Get(string name) => Operators.GetAttr(this, name);

    /// <summary>Python's <c>self.name = value</c>.</summary>
    public void Set(string name, Any value) => Operators.SetAttr(this, name, value);

    /// <summary>Python's <c>del self.name</c>.</summary>
    public void Delete(string name) => Operators.DelAttr(this, name);

    /// <summary>Python's <c>self[key] = value</c>.</summary>
    public void SetItem(Any key, Any value) => Operators.SetItem(this, key, value);

    /// <summary>Python's <c>del self[key]</c>.</summary>
    public void DeleteItem(Any key) => Operators.DelItem(this, key);

    /// <summary>Python's <c>item in self</c>.</summary>
    public bool Contains(Any item) => Operators.Contains(this, item);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Any Call() => Ref is PyObject f ? f.Call() : Operators.NotCallable(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Any Call(Any a) => Ref is PyObject f ? f.Call(a) : Operators.NotCallable(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Any Call(Any a, Any b) => Ref is PyObject f ? f.Call(a, b) : Operators.NotCallable(this);

    [MethodImpl(MethodImplOptions.NoInlining)]
    public Any Call(Any a, Any b, Any c) => Ref is PyObject f ? f.Call(a, b, c) : Operators.NotCallable(this);

    /// <summary>Python's <c>self(...)</c>.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public Any Call(Arguments arguments) => Ref is PyObject f ? f.Call(arguments.For(this)) : Operators.NotCallable(this);

    /// <summary>Python's <c>self.name(...)</c>, without making a bound method.</summary>
    public Any Invoke(string name)
        => Operators.FindMethod(this, name, out var f) ? f.Call(this) : f.Call();

    /// <inheritdoc cref="Invoke(string)"/>
    public Any Invoke(string name, Any a)
        => Operators.FindMethod(this, name, out var f) ? f.Call(this, a) : f.Call(a);

    /// <inheritdoc cref="Invoke(string)"/>
    public Any Invoke(string name, Any a, Any b)
        => Operators.FindMethod(this, name, out var f) ? f.Call(this, a, b) : f.Call(a, b);

    /// <inheritdoc cref="Invoke(string)"/>
    public Any Invoke(string name, Any a, Any b, Any c)
        => Operators.FindMethod(this, name, out var f) ? f.Call(new Arguments { this, a, b, c }) : f.Call(a, b, c);

    /// <inheritdoc cref="Invoke(string)"/>
    public Any Invoke(string name, Arguments arguments)
        => Operators.FindMethod(this, name, out var f) ? f.Call(arguments.For(f, binds: true).WithFirst(this)) : f.Call(arguments.For(f));

    /// <summary>The value as a C# type.</summary>
    /// <exception cref="TypeError">The value has another type.</exception>
    public T As<T>() => Generic.FromAny<T>(this);

    /// <summary>Whether the value is an object of a C# class: what <c>isinstance</c> says of an emitted class.</summary>
    public bool Is<T>()
        where T : class
        => Ref is T;

    /// <inheritdoc cref="Is{T}()"/>
    /// <param name="value">The object, where it is one.</param>
    public bool Is<T>([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out T? value)
        where T : class
        => (value = Ref as T) is not null;

    /// <summary>Iterates as a Python <c>for</c> does.</summary>
    public AnyEnumerator GetEnumerator()
    {
        var iterator = Operators.Iter(this);
        return new AnyEnumerator(iterator, Async.GeneratorProtocol.OwnedBy(this, iterator));
    }
}

/// <summary>Lets <c>foreach</c> run over a dynamic value.</summary>
public struct AnyEnumerator : IDisposable
{
    private readonly PyIterator _iterator;
    private readonly Async.IGenerator? _own;
    private Any _current;

    public readonly Any Current => _current;

    internal AnyEnumerator(PyIterator iterator, Async.IGenerator? own) => (_iterator, _own) = (iterator, own);

    public bool MoveNext() => _iterator.TryNext(out _current);

    /// <summary>A generator that nobody else has is closed as the loop is left.</summary>
    public readonly void Dispose() => _own?.Close();
}
