using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>How values of Python become values of SQLite and back; adapters and converters of the program stand between.</summary>
internal static unsafe class SqliteValues
{
    public static PyDict<Any, Any> Adapters { get; } = [];

    public static PyDict<Any, Any> Converters { get; } = [];

    /// <summary>Puts a value in place of a parameter.</summary>
    /// <param name="what">The parameter as an error names it.</param>
    public static int Bind(nint statement, int index, Any given, string what)
    {
        var value = Adapt(given);
        if (value.IsNone)
            return SqliteNative.BindNull(statement, index);
        if (value.IsBool)
            return SqliteNative.BindInt(statement, index, value.Truth ? 1 : 0);
        var plain = PyValueInstance.Unwrap(value);
        if (plain.IsSmallInt || plain.IsInt)
            return SqliteNative.BindInt(statement, index, Small(plain));
        if (plain.IsFloat)
            return SqliteNative.BindFloat(statement, index, Lib.Real(plain));
        if (plain.Ref is string text)
        {
            var data = Codecs.Encode(text);
            fixed (byte* first = data.Length > 0 ? data : new byte[1])
                return SqliteNative.BindText(statement, index, first, data.Length, SqliteNative.Transient);
        }
        if (plain.Ref is PyBytesBase or PyMemoryView or PyArray)
        {
            var data = Buffers.Of(plain);
            fixed (byte* first = data.Length > 0 ? data : new byte[1])
                return SqliteNative.BindBlob(statement, index, first, data.Length, SqliteNative.Transient);
        }
        throw SqliteErrors.Make(SqliteErrors.Programming, $"Error binding parameter {what}: type '{PyType.Of(given).ErrorName}' is not supported");
    }

    private static long Small(Any value) => value.IsSmallInt ? Lib.Int(value)
        : Operators.Index(value) is var big && big >= long.MinValue && big <= long.MaxValue ? (long)big : throw new OverflowError("Python int too large to convert to SQLite INTEGER");

    /// <summary>What an adapter, or the value itself, makes of a value for the database.</summary>
    public static Any Adapt(Any value)
    {
        if (value.IsNone || value.Ref is null or string or PyBytes || value.IsFloat)
            return value;
        if (Adapters.TryGetValue(PyTuple.Of(PyType.Of(value), SqliteModule.Protocol), out var adapter))
            return adapter.Call(value);
        if (Operators.GetAttr(value, "__conform__", Any.Unbound) is { IsUnbound: false } conform && conform.Call(SqliteModule.Protocol) is { IsNone: false } adapted)
            return adapted;
        return value;
    }

    /// <summary>A value of SQLite; texts are made by the factory given.</summary>
    public static Any Read(nint value, Any textFactory, Func<string>? column = null)
    {
        switch (SqliteNative.ValueType(value))
        {
            case 1:
                return SqliteNative.ValueInt(value);
            case 2:
                return SqliteNative.ValueFloat(value);
            case 3:
                var text = SqliteNative.ValueText(value);
                return Text(new ReadOnlySpan<byte>(text, SqliteNative.ValueBytes(value)), textFactory, column);
            case 4:
                return Blob(value);
            default:
                return Any.None;
        }
    }

    public static PyBytes Blob(nint value)
    {
        var blob = SqliteNative.ValueBlob(value);
        return new PyBytes(new ReadOnlySpan<byte>(blob, SqliteNative.ValueBytes(value)));
    }

    private static Any Text(ReadOnlySpan<byte> data, Any factory, Func<string>? column)
    {
        if (!ReferenceEquals(factory.Ref, StrType.Type))
            return factory.Call(new PyBytes(data));
        if (System.Text.Unicode.Utf8.IsValid(data))
            return Encoding.UTF8.GetString(data);
        throw SqliteErrors.Make(SqliteErrors.Operational, $"Could not decode to UTF-8 column '{column?.Invoke()}' with text '{Encoding.UTF8.GetString(data)}'");
    }

    /// <summary>Gives the result of a function to SQLite.</summary>
    public static void Return(nint context, Any given)
    {
        var value = PyValueInstance.Unwrap(given);
        if (value.IsNone)
            SqliteNative.ResultNull(context);
        else if (value.IsBool || value.IsInt)
            SqliteNative.ResultInt(context, value.IsBool ? value.Truth ? 1 : 0 : Small(value));
        else if (value.IsFloat)
            SqliteNative.ResultFloat(context, Lib.Real(value));
        else if (value.Ref is string text)
        {
            var data = Codecs.Encode(text);
            fixed (byte* first = data.Length > 0 ? data : new byte[1])
                SqliteNative.ResultText(context, first, data.Length, SqliteNative.Transient);
        }
        else
        {
            var data = Buffers.Of(value);
            fixed (byte* first = data.Length > 0 ? data : new byte[1])
                SqliteNative.ResultBlob(context, first, data.Length, SqliteNative.Transient);
        }
    }
}
