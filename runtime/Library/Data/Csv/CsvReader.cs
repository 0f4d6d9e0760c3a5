using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Csv;

/// <summary>The iterator that <c>csv.reader</c> gives: rows as lists. See <see href="https://docs.python.org/3.13/library/csv.html#reader-objects">reader objects</see>.</summary>
internal sealed class CsvReader(PyIterator lines, CsvDialect dialect) : PyIterator
{
    /// <summary>Where a line ends, whatever its last characters are.</summary>
    private const int End = -2;

    public static readonly PyType Type = DeclareType("reader", "_csv")
        .Property("line_num", static o => ((CsvReader)o.Ref!)._line)
        .Property("dialect", static o => ((CsvReader)o.Ref!).Dialect);

    private enum State
    {
        StartRecord, StartField, Escaped, InField, InQuotes, EscapedInQuotes, QuoteInQuotes, AfterRecord, AfterEscapedNewLine,
    }

    private readonly StringBuilder _field = new();
    private PyList<Any> _row = new();
    private bool _unquoted;
    private State _state;
    private int _line;

    public override PyType Class => Type;

    private CsvDialect Dialect => dialect;

    public override bool TryNext(out Any value)
    {
        value = default;
        _row = new PyList<Any>();
        _field.Clear();
        _state = State.StartRecord;
        _unquoted = false;
        do
        {
            if (!lines.TryNext(out var line))
            {
                if (_field.Length == 0 && _state != State.InQuotes)
                    return false;
                if (dialect.Strict)
                    throw CsvModule.Fail("unexpected end of data");
                Save();
                break;
            }
            if (PyValueInstance.Unwrap(line).Ref is not string text)
                throw CsvModule.Fail($"iterator should return strings, not {PyType.Of(line).Name} (the file should be opened in text mode)");
            _line++;
            foreach (var rune in Str.Characters(text))
                Take(rune.Length == 2 ? char.ConvertToUtf32(rune, 0) : rune[0]);
            Take(End);
        }
        while (_state != State.StartRecord);
        value = _row;
        return true;
    }

    private static bool IsEnd(int c) => c is '\n' or '\r' or End;

    private bool IsQuote(int c) => c == dialect.Quote && dialect.Quoting != CsvQuoting.None;

    private void Append(int c)
    {
        if (_field.Length >= CsvModule.FieldLimit)
            throw CsvModule.Fail($"field larger than field limit ({CsvModule.FieldLimit})");
        if (c < 0x10000)
            _field.Append((char)c);
        else
            _field.Append(char.ConvertFromUtf32(c));
    }

    private void Save()
    {
        var text = _field.ToString();
        _field.Clear();
        Any value = text;
        if (_unquoted)
        {
            if (text.Length == 0)
                value = dialect.Quoting is CsvQuoting.Strings or CsvQuoting.NotNull ? Any.None : text;
            else if (dialect.Quoting is CsvQuoting.NonNumeric or CsvQuoting.Strings)
                value = ((Any)FloatType.Type).Call(text);
        }
        _row.Append(value);
    }

    private void EndRecord(int c)
    {
        Save();
        _state = c == End ? State.StartRecord : State.AfterRecord;
    }

    private void Take(int c)
    {
        switch (_state)
        {
            case State.StartRecord:
                if (c == End)
                    return;
                _state = c is '\n' or '\r' ? State.AfterRecord : State.StartField;
                if (_state == State.StartField)
                    StartField(c);
                return;
            case State.StartField:
                StartField(c);
                return;
            case State.Escaped:
                Append(c == End ? '\n' : c);
                _state = c is '\n' or '\r' ? State.AfterEscapedNewLine : State.InField;
                return;
            case State.AfterEscapedNewLine when c == End:
                return;
            case State.AfterEscapedNewLine or State.InField:
                InField(c);
                return;
            case State.InQuotes:
                InQuotes(c);
                return;
            case State.EscapedInQuotes:
                Append(c == End ? '\n' : c);
                _state = State.InQuotes;
                return;
            case State.QuoteInQuotes:
                QuoteInQuotes(c);
                return;
            default:
                if (c == End)
                    _state = State.StartRecord;
                else if (c is not ('\n' or '\r'))
                    throw CsvModule.Fail("new-line character seen in unquoted field - do you need to open the file with newline=''?");
                return;
        }
    }

    private void StartField(int c)
    {
        _unquoted = true;
        if (IsEnd(c))
        {
            EndRecord(c);
        }
        else if (IsQuote(c))
        {
            _unquoted = false;
            _state = State.InQuotes;
        }
        else if (c == dialect.Escape)
        {
            _state = State.Escaped;
        }
        else if (c == ' ' && dialect.SkipInitialSpace)
        {
            _state = State.StartField;
        }
        else if (c == dialect.Delimiter)
        {
            Save();
            _state = State.StartField;
        }
        else
        {
            Append(c);
            _state = State.InField;
        }
    }

    private void InField(int c)
    {
        if (IsEnd(c))
        {
            EndRecord(c);
        }
        else if (c == dialect.Escape)
        {
            _state = State.Escaped;
        }
        else if (c == dialect.Delimiter)
        {
            Save();
            _state = State.StartField;
        }
        else
        {
            Append(c);
            _state = State.InField;
        }
    }

    private void InQuotes(int c)
    {
        if (c == End)
            return;
        if (c == dialect.Escape)
            _state = State.EscapedInQuotes;
        else if (IsQuote(c))
            _state = dialect.DoubleQuote ? State.QuoteInQuotes : State.InField;
        else
            Append(c);
    }

    private void QuoteInQuotes(int c)
    {
        if (IsQuote(c))
        {
            Append(c);
            _state = State.InQuotes;
        }
        else if (c == dialect.Delimiter)
        {
            Save();
            _state = State.StartField;
        }
        else if (IsEnd(c))
        {
            EndRecord(c);
        }
        else if (!dialect.Strict)
        {
            Append(c);
            _state = State.InField;
        }
        else
        {
            throw CsvModule.Fail($"'{char.ConvertFromUtf32(dialect.Delimiter)}' expected after '{char.ConvertFromUtf32(dialect.Quote)}'");
        }
    }
}
