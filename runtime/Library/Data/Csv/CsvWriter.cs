using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary>What <c>csv.writer</c> gives. See <see href="https://docs.python.org/3.13/library/csv.html#writer-objects">writer objects</see>.</summary>
internal sealed class CsvWriter(Any write, CsvDialect dialect) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("writer", module: "_csv")
        .Property("dialect", static o => ((CsvWriter)o.Ref!).Dialect)
        .Method("writerow", "self, row, /", static (o, row) => ((CsvWriter)o.Ref!).WriteRow(row))
        .Method("writerows", "self, rows, /", static (o, rows) => Lib.Do(() =>
        {
            foreach (var row in rows)
                ((CsvWriter)o.Ref!).WriteRow(row);
        }));

    public override PyType Class => Type;

    private CsvDialect Dialect => dialect;

    private Any WriteRow(Any row)
    {
        if (!Operators.IsIterable(row))
            throw CsvModule.Fail($"iterable expected, not {PyType.Of(row).ErrorName}");
        var record = new StringBuilder();
        var count = 0;
        var last = Any.None;
        foreach (var field in row)
        {
            if (count++ > 0)
                record.Append(char.ConvertFromUtf32(dialect.Delimiter));
            Add(record, field, IsQuoted(field));
            last = field;
        }
        if (count > 0 && record.Length == 0)
        {
            if (dialect.Quoting == CsvQuoting.None || (last.IsNone && dialect.Quoting is CsvQuoting.Strings or CsvQuoting.NotNull))
                throw CsvModule.Fail("single empty field record must be quoted");
            Add(record, "", quoted: true);
        }
        return write.Call(record.Append(dialect.LineTerminator).ToString());
    }

    private bool IsQuoted(Any field) => dialect.Quoting switch
    {
        CsvQuoting.All => true,
        CsvQuoting.NonNumeric => !IsNumber(field),
        CsvQuoting.Strings => PyValueInstance.Unwrap(field).Ref is string,
        CsvQuoting.NotNull => !field.IsNone,
        _ => false,
    };

    private static bool IsNumber(Any field)
    {
        var plain = PyValueInstance.Unwrap(field);
        return plain.IsFloat || Operators.IsIntLike(plain) || plain.Ref is System.Numerics.Complex
            || (plain.Ref is IPyObject && (!PyType.Of(plain).Lookup("__float__").IsUnbound || !PyType.Of(plain).Lookup("__index__").IsUnbound || !PyType.Of(plain).Lookup("__int__").IsUnbound));
    }

    private void Add(StringBuilder record, Any field, bool quoted)
    {
        var text = field.IsNone ? "" : Operators.Str(field);
        if (text.Length == 0 && dialect.Delimiter == ' ' && dialect.SkipInitialSpace)
        {
            if (dialect.Quoting == CsvQuoting.None || (field.IsNone && dialect.Quoting is CsvQuoting.Strings or CsvQuoting.NotNull))
                throw CsvModule.Fail("empty field must be quoted if delimiter is a space and skipinitialspace is true");
            quoted = true;
        }
        var body = new StringBuilder();
        foreach (var character in Str.Characters(text))
        {
            var c = character.Length == 2 ? char.ConvertToUtf32(character, 0) : character[0];
            if (c == dialect.Delimiter || c == dialect.Escape || c == dialect.Quote || c is '\n' or '\r' || dialect.LineTerminator.Contains(character, StringComparison.Ordinal))
            {
                var escape = dialect.Quoting == CsvQuoting.None || c == dialect.Escape;
                if (!escape && c == dialect.Quote)
                {
                    if (dialect.DoubleQuote)
                        body.Append(character);
                    else
                        escape = true;
                }
                quoted |= !escape;
                if (escape)
                    body.Append(dialect.Escape >= 0 ? char.ConvertFromUtf32(dialect.Escape) : throw CsvModule.Fail("need to escape, but no escapechar set"));
            }
            body.Append(character);
        }
        var quote = quoted ? char.ConvertFromUtf32(dialect.Quote) : "";
        record.Append(quote).Append(body).Append(quote);
    }
}
