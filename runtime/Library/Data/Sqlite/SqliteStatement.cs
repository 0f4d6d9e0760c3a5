using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Sqlite;

/// <summary>A statement of SQL that is ready to run.</summary>
internal sealed unsafe class SqliteStatement : IDisposable
{
    private readonly SqliteConnectionState _connection;

    public nint Handle { get; private set; }

    /// <summary>Whether it is one that changes rows.</summary>
    public bool IsChange { get; }

    public bool IsInsert { get; }

    /// <param name="rest">How many characters stand behind the statement.</param>
    /// <exception cref="BaseException">OperationalError: it is no statement of SQL.</exception>
    public SqliteStatement(SqliteConnectionState connection, string text, out string rest)
    {
        _connection = connection;
        if (text.Contains('\0', StringComparison.Ordinal))
            throw SqliteErrors.Make(SqliteErrors.Programming, "the query contains a null character");
        var data = Codecs.Encode(text);
        nint handle;
        fixed (byte* first = data.Length > 0 ? data : new byte[1])
        {
            byte* tail;
            if (SqliteNative.Prepare(connection.Database, first, data.Length, &handle, &tail) != SqliteNative.Ok)
                throw SqliteErrors.Last(connection.Database);
            rest = tail == null ? "" : Encoding.UTF8.GetString(data, (int)(tail - first), data.Length - (int)(tail - first));
        }
        Handle = handle;
        var word = FirstWord(text);
        IsInsert = word is "INSERT" or "REPLACE";
        IsChange = IsInsert || word is "UPDATE" or "DELETE";
        connection.Remember(this);
    }

    /// <summary>The text without the white space and comments that it begins with.</summary>
    public static string Bare(string text)
    {
        while (true)
        {
            text = text.TrimStart(' ', '\t', '\r', '\n', '\f');
            var end = text.StartsWith("--", StringComparison.Ordinal) ? text.IndexOf('\n', StringComparison.Ordinal)
                : text.StartsWith("/*", StringComparison.Ordinal) ? text.IndexOf("*/", 2, StringComparison.Ordinal) is >= 0 and var close ? close + 1 : -1 : -2;
            if (end == -2)
                return text;
            if (end < 0)
                return "";
            text = text[(end + 1)..];
        }
    }

    private static string FirstWord(string text) => new string([.. Bare(text).TakeWhile(char.IsAsciiLetter)]).ToUpperInvariant();

    public int Step() => SqliteNative.Step(Handle);

    public void Reset()
    {
        if (Handle != 0)
            SqliteNative.Reset(Handle);
    }

    public void Bind(Any parameters)
    {
        var count = SqliteNative.ParameterCount(Handle);
        var plain = PyValueInstance.Unwrap(parameters);
        if (plain.Ref is PyDict || (plain.Ref is not (PyTuple or PyList) && Operators.IsMapping(parameters) && !Operators.HasAttr(parameters, "__len__")))
        {
            BindNamed(parameters, count);
            return;
        }
        if (plain.Ref is not (PyTuple or PyList or PyRange) && !(Operators.HasAttr(parameters, "__getitem__") && Operators.HasAttr(parameters, "__len__")) )
            throw SqliteErrors.Make(SqliteErrors.Programming, "parameters are of unsupported type");
        var given = Operators.Len(parameters);
        if (given != count)
            throw SqliteErrors.Make(SqliteErrors.Programming, $"Incorrect number of bindings supplied. The current statement uses {count}, and there are {given} supplied.");
        for (var i = 0; i < count; i++)
            Check(SqliteValues.Bind(Handle, i + 1, parameters[i], (i + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private void BindNamed(Any parameters, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            var name = SqliteNative.Text(SqliteNative.ParameterName(Handle, i)) ?? throw SqliteErrors.Make(SqliteErrors.Programming, $"Binding {i} has no name, but you supplied a dictionary (which has only names).");
            Any value;
            try
            {
                value = parameters[name[1..]];
            }
            catch (LookupError)
            {
                throw SqliteErrors.Make(SqliteErrors.Programming, $"You did not supply a value for binding parameter :{name[1..]}.");
            }
            Check(SqliteValues.Bind(Handle, i, value, $"':{name[1..]}'"));
        }
    }

    private void Check(int result)
    {
        if (result != SqliteNative.Ok)
            throw SqliteErrors.Last(_connection.Database);
    }

    public void Dispose()
    {
        if (Handle != 0)
            SqliteNative.Finish(Handle);
        Handle = 0;
    }
}
