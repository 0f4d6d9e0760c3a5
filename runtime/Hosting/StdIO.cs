using System.Text;

namespace Pytocs.Runtime.Core;

/// <summary>A standard text stream: UTF-8, buffered, with the binary stream beneath it.</summary>
public sealed class StdStream : PyObject
{
    public static readonly PyType Type = PyType.Builtin("TextIOWrapper", module: "_io")
        .Property("encoding", static _ => "utf-8")
        .Property("errors", static _ => "strict")
        .Property("name", static o => Self(o)._name)
        .Property("mode", static o => Self(o)._input is null ? "w" : "r")
        .Property("closed", static _ => false)
        .Property("newlines", static _ => Any.None)
        .Property("line_buffering", static _ => false)
        .Property("buffer", static o => Self(o).Buffer)
        .Method("write", "self, text, /", static (o, text) =>
        {
            var written = text.Ref as string ?? throw new TypeError($"write() argument must be str, not {PyType.Of(text).Name}");
            Self(o).WriteText(written);
            return Str.Length(written);
        })
        .Method("writelines", "self, lines, /", static (o, lines) =>
        {
            foreach (var line in lines)
                Self(o).WriteText((string)line.Ref!);
            return Any.None;
        })
        .Method("flush", static o =>
        {
            Self(o).Flush();
            return Any.None;
        })
        .Method("reconfigure", "self, **kwargs", static (_, _) => Any.None)
        .Method("isatty", static _ => false)
        .Method("fileno", static o => Self(o)._number)
        .Method("readable", static o => Self(o)._input is not null)
        .Method("writable", static o => Self(o)._input is null)
        .Method("seekable", static _ => false)
        .Method("read", "self, size=-1, /", static (o, size) => Self(o).Read((int)Operators.Index(size)))
        .Method("readline", "self, size=-1, /", static (o, _) => Self(o).ReadLine())
        .Method("readlines", "self, hint=-1, /", static (o, _) => new PyList<Any>(Self(o).Lines()))
        .Method("__iter__", static o => new SequenceOf(PyIterator.DeclareType("TextIOWrapper"), Self(o).Lines()))
        .Method("__next__", static o => Self(o).ReadLine() is { Length: > 0 } line ? line : throw new StopIteration())
        .Method("close", static _ => Any.None)
        .Method("__enter__", static o => o)
        .Method("__exit__", "self, *args", static (_, _) => Any.None)
        .Method("__repr__", static o => $"<_io.TextIOWrapper name='{Self(o)._name}' mode='{(Self(o)._input is null ? "w" : "r")}' encoding='utf-8'>");

    private readonly string _name;
    private readonly int _number;
    private readonly Stream? _output;
    private readonly Stream? _input;
    private byte[] _buffer = new byte[8192];
    private int _used;
    private StreamReader? _reader;

    internal StdStream(string name, int number, Stream? output, Stream? input)
    {
        (_name, _number, _output, _input) = (name, number, output, input);
    }

    private static StdStream Self(Any o) => (StdStream)o.Ref!;

    public override PyType Class => Type;

    /// <summary>Whether print may write without a method lookup.</summary>
    internal bool IsDirect => _output is not null;

    /// <summary>The binary stream: <c>sys.stdout.buffer</c>.</summary>
    public Any Buffer => field.IsUnbound || field.Ref is null ? field = new StdBuffer(this, _input) : field;

    /// <summary>Writes text; what UTF-8 cannot say raises UnicodeEncodeError.</summary>
    public void WriteText(string text)
    {
        lock (this)
        {
            var most = text.Length * 3;
            if (_used + most > _buffer.Length)
            {
                FlushBuffer();
                if (most > _buffer.Length)
                    _buffer = new byte[most];
            }
            if (text.AsSpan().ContainsAnyInRange('\ud800', '\udfff'))
            {
                WriteBytes(Codecs.Encode(text, "utf-8", "strict"));
                return;
            }
            _used += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_used));
            if (_number == 2 && text.Contains('\n', StringComparison.Ordinal))
                FlushBuffer();
        }
    }

    internal void WriteBytes(ReadOnlySpan<byte> data)
    {
        lock (this)
        {
            if (_used + data.Length > _buffer.Length)
                FlushBuffer();
            if (data.Length > _buffer.Length)
            {
                _output!.Write(data);
                return;
            }
            data.CopyTo(_buffer.AsSpan(_used));
            _used += data.Length;
        }
    }

    public void Flush()
    {
        lock (this)
        {
            FlushBuffer();
            _output?.Flush();
        }
    }

    private void FlushBuffer()
    {
        if (_used > 0 && _output is not null)
            _output.Write(_buffer, 0, _used);
        _used = 0;
    }

    private StreamReader Reader => _reader ??= new StreamReader(_input ?? throw new OSError("not readable"), new UTF8Encoding(false), false, 8192, true);

    /// <summary>The next line with its line end, empty at the end; universal newlines.</summary>
    public string ReadLine()
    {
        StdIO.Out.Flush();
        var text = new StringBuilder();
        while (Reader.Read() is >= 0 and var c)
        {
            if (c == '\r')
            {
                if (Reader.Peek() == '\n')
                    Reader.Read();
                c = '\n';
            }
            text.Append((char)c);
            if (c == '\n')
                break;
        }
        return text.ToString();
    }

    private IEnumerable<Any> Lines()
    {
        while (ReadLine() is { Length: > 0 } line)
            yield return line;
    }

    private string Read(int size)
    {
        if (size < 0)
            return Reader.ReadToEnd().Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var chars = new char[size];
        return new string(chars, 0, Reader.ReadBlock(chars, 0, size));
    }
}

/// <summary>The standard streams of the process.</summary>
public static class StdIO
{
    public static StdStream Out { get; } = new("<stdout>", 1, Console.OpenStandardOutput(), null);

    public static StdStream Error { get; } = new("<stderr>", 2, Console.OpenStandardError(), null);

    public static StdStream In { get; } = new("<stdin>", 0, null, Console.OpenStandardInput());

    /// <summary>What <c>sys.stdout</c> is now.</summary>
    internal static Any CurrentOut { get; set; } = Out;

    internal static Any CurrentError { get; set; } = Error;

    internal static Any CurrentIn { get; set; } = In;
}

/// <summary>The binary side of a standard stream.</summary>
internal sealed class StdBuffer(StdStream text, Stream? input) : PyObject
{
    public static readonly PyType Type = PyType.Builtin("BufferedWriter", module: "_io")
        .Method("write", "self, data, /", static (o, data) =>
        {
            ((StdBuffer)o.Ref!).Text.WriteBytes(PyBytes.Of(data));
            return PyBytes.Of(data).Length;
        })
        .Method("flush", static o =>
        {
            ((StdBuffer)o.Ref!).Text.Flush();
            return Any.None;
        })
        .Method("fileno", static _ => 1)
        .Method("isatty", static _ => false)
        .Method("read", "self, size=-1, /", static (o, size) => ((StdBuffer)o.Ref!).Read((int)Operators.Index(size)))
        .Method("read1", "self, size=-1, /", static (o, size) => ((StdBuffer)o.Ref!).Read((int)Operators.Index(size)))
        .Method("readline", "self, size=-1, /", static (o, _) => new PyBytes(((StdBuffer)o.Ref!).Line()))
        .Method("readlines", "self, hint=-1, /", static (o, _) => new PyList<Any>(((StdBuffer)o.Ref!).Lines()))
        .Method("__iter__", static o => new SequenceOf(PyIterator.DeclareType("BufferedReader"), ((StdBuffer)o.Ref!).Lines()));

    private StdStream Text => text;

    public override PyType Class => Type;

    private Any Read(int size)
    {
        StdIO.Out.Flush();
        var data = new MemoryStream();
        if (size < 0)
        {
            input!.CopyTo(data);
            return new PyBytes(data.ToArray());
        }
        var bytes = new byte[size];
        var count = input!.ReadAtLeast(bytes, size, throwOnEndOfStream: false);
        return new PyBytes(bytes[..count]);
    }

    private byte[] Line()
    {
        StdIO.Out.Flush();
        var line = new List<byte>();
        while (input!.ReadByte() is >= 0 and var b)
        {
            line.Add((byte)b);
            if (b == '\n')
                break;
        }
        return [.. line];
    }

    private IEnumerable<Any> Lines()
    {
        while (Line() is { Length: > 0 } line)
            yield return new PyBytes(line);
    }
}
