using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Pytocs.Runtime.Core;

/// <summary>From a dynamic value to a C# type: the cases that <see cref="Generic.FromAny{T}"/> does not inline.</summary>
internal static class Conversions
{
    private static class Cache<T>
    {
        /// <summary>Set for value tuples, whose parts convert one by one.</summary>
        public static Func<PyTuple, T>? FromTuple;
    }

    /// <summary>Teaches the conversion of a tuple to a shape; emitted code registers the shapes it uses.</summary>
    public static void Register<T>(Func<PyTuple, T> convert) => Cache<T>.FromTuple = convert;

    public static T Convert<T>(Any value)
    {
        if (value.Ref is PyTuple tuple && (Cache<T>.FromTuple ??= TupleConverter<T>()) is { } convert)
            return convert(tuple);
        if (value.Ref is T direct && value.Ref is not Tag)
            return direct;
        if (value.IsNone && default(T) is null)
            return default!;
        object? converted = Boxed(typeof(T), value);
        return converted is T result ? result : throw new TypeError($"expected {NameOf(typeof(T))}, got {PyType.Of(value).ErrorName}");
    }

    /// <summary>Fills the parts of a value tuple one by one; null for other types.</summary>
    [UnconditionalSuppressMessage("Trimming", "IL2090", Justification = "The constructor of a value tuple that is in use is kept.")]
    private static Func<PyTuple, T>? TupleConverter<T>()
    {
        var shape = Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T);
        if (!shape.IsValueType || !typeof(ITuple).IsAssignableFrom(shape))
            return null;
        return tuple => FillTuple(shape, tuple) is T made ? made : throw new TypeError($"expected a tuple of length {shape.GetGenericArguments().Length}, got {tuple.Repr()}");
    }

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "The constructor of a value tuple that is in use is kept.")]
    [UnconditionalSuppressMessage("Trimming", "IL2067", Justification = "The constructor of a value tuple that is in use is kept.")]
    private static object? FillTuple(Type shape, PyTuple tuple)
    {
        var parts = shape.GetGenericArguments();
        return parts.Length == tuple.Count ? Activator.CreateInstance(shape, [.. parts.Select((p, i) => Part(p, tuple[i]))]) : null;
    }

    private static object? Part(Type type, Any value)
    {
        if (type == typeof(Any))
            return value;
        if (value.IsNone)
            return null;
        if (value.Ref is PyTuple inner && typeof(ITuple).IsAssignableFrom(type) && type != typeof(PyTuple))
            return FillTuple(Nullable.GetUnderlyingType(type) ?? type, inner);
        if (value.Ref is not null and not Tag && type.IsInstanceOfType(value.Ref))
            return value.Ref;
        return Boxed(type, value) ?? throw new TypeError($"expected {NameOf(type)}, got {PyType.Of(value).Name}");
    }

    private static object? Boxed(Type type, Any value)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(PyInt) && Operators.IsIntLike(value))
            return Operators.ToInt(value);
        if (plain == typeof(long) && Operators.IsIntLike(value))
            return (long)Operators.ToInt(value);
        if (plain == typeof(int) && Operators.IsIntLike(value))
            return (int)(long)Operators.ToInt(value);
        if (plain == typeof(double) && value.IsFloat)
            return value.FloatValue;
        if (plain == typeof(bool) && value.IsBool)
            return value.Bits != 0;
        if (plain == typeof(Complex) && value.Ref is Complex c)
            return c;
        if (plain == typeof(BigInteger) && Operators.IsIntLike(value))
            return (BigInteger)Operators.ToInt(value);
        if (value.Ref is PyValueInstance instance)
            return Boxed(type, instance.Value) ?? (instance.Value.Ref is string s && type == typeof(string) ? s : null);
        return null;
    }

    private static string NameOf(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain == typeof(PyInt) || plain == typeof(long) || plain == typeof(int))
            return "int";
        if (plain == typeof(double))
            return "float";
        if (plain == typeof(bool))
            return "bool";
        if (plain == typeof(string))
            return "str";
        return plain.Name;
    }
}
