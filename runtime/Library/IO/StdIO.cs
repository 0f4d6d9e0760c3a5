namespace Pytocs.Runtime.Core;

/// <summary>The process's standard streams: UTF-8, <c>\n</c> as the end of line on every system, flushed at exit.</summary>
public static class StdIO
{
    private static Any? s_out;
    private static Any? s_error;
    private static Any? s_in;

    static StdIO() => AppDomain.CurrentDomain.ProcessExit += static (_, _) => FlushAll();

    /// <summary>The stream that <c>sys.__stdout__</c> is.</summary>
    public static StdStream Out { get; } = new("<stdout>", Open(1, Console.OpenStandardOutput), 1, Errors, Console.IsOutputRedirected);

    /// <summary>What the environment says of characters that cannot be encoded: the part of PYTHONIOENCODING after the colon.</summary>
    private static string Errors => Environment.GetEnvironmentVariable("PYTHONIOENCODING")?.Split(':') is [_, { Length: > 0 } errors] ? errors : "strict";

    /// <summary>The stream that <c>sys.__stderr__</c> is.</summary>
    public static StdStream Error { get; } = new("<stderr>", Open(2, Console.OpenStandardError), 2, "backslashreplace", Console.IsErrorRedirected);

    /// <summary>The stream that <c>sys.__stdin__</c> is.</summary>
    public static StdInput In { get; } = new();

    /// <summary>A standard stream. .NET's own does not say when nobody reads a pipe any more, and a program that writes to it would never end.</summary>
    private static Stream Open(int descriptor, Func<Stream> console)
    {
        if (OperatingSystem.IsWindows())
            return console();
        try
        {
            var stream = new FileStream(new Microsoft.Win32.SafeHandles.SafeFileHandle(descriptor, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek || !IsPipe(descriptor) ? console() : stream;
        }
        catch (Exception error) when (error is IOException or ArgumentException or UnauthorizedAccessException)
        {
            return console();
        }
    }

    private static bool IsPipe(int descriptor) => descriptor == 1 ? Console.IsOutputRedirected : Console.IsErrorRedirected;

    /// <summary>What <c>sys.stdout</c> is bound to.</summary>
    public static Any CurrentOut
    {
        get => s_out ?? Out;
        set => s_out = value;
    }

    /// <summary>What <c>sys.stderr</c> is bound to.</summary>
    public static Any CurrentError
    {
        get => s_error ?? Error;
        set => s_error = value;
    }

    /// <summary>What <c>sys.stdin</c> is bound to.</summary>
    public static Any CurrentIn
    {
        get => s_in ?? In;
        set => s_in = value;
    }

    /// <summary>Writes out what is buffered.</summary>
    public static void FlushAll()
    {
        Out.TryFlush();
        Error.TryFlush();
        DiskFile.FlushPending();
    }
}

/// <summary>Standard output or error.</summary>
public sealed class StdStream : TextStream
{
    private readonly byte[] _buffer = new byte[1 << 16];
    private readonly Stream _target;
    private readonly bool _lineBuffered;
    private readonly Lock _lock = new();
    private int _count;

    internal StdStream(string name, Stream target, int number, string errors, bool redirected)
    {
        (Name, _target, Number, Errors) = (name, target, number, errors);
        IsTerminal = !redirected;
        _lineBuffered = number == 2 || !redirected;
        Binary = new StdBinary(this);
    }

    public string Name { get; }

    private int Number { get; }

    /// <inheritdoc/>
    public override string Errors { get; }

    /// <summary>The binary stream underneath: <c>sys.stdout.buffer</c>.</summary>
    public BinaryStream Binary { get; }

    /// <inheritdoc/>
    protected override PyType BuiltinClass => IOTypes.TextIOWrapper;

    /// <inheritdoc/>
    public override bool IsWritable => true;

    /// <inheritdoc/>
    public override bool IsTerminal { get; }

    /// <inheritdoc/>
    public override long FileNumber => Number;

    /// <summary>Whether <c>print</c> may write to it without asking its class.</summary>
    public bool IsDirect => IsExact && !IsClosed;

    /// <inheritdoc/>
    public override void WriteText(string text)
    {
        CheckOpen();
        lock (_lock)
        {
            if (text.Length * 3 > _buffer.Length || Utf8.HasLoneSurrogate(text))
            {
                WriteBytes(Codecs.Encode(text, "utf-8", Errors));
            }
            else
            {
                if (_count + (text.Length * 3) > _buffer.Length)
                    Drain();
                _count += System.Text.Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_count));
            }
            if (_lineBuffered && text.Contains('\n', StringComparison.Ordinal))
                Drain();
        }
    }

    internal void WriteBytes(ReadOnlySpan<byte> data)
    {
        lock (_lock)
        {
            if (data.Length > _buffer.Length - _count)
                Drain();
            if (data.Length > _buffer.Length)
            {
                try
                {
                    _target.Write(data);
                }
                catch (IOException error)
                {
                    throw FileErrors.OfCall(error);
                }
                return;
            }
            data.CopyTo(_buffer.AsSpan(_count));
            _count += data.Length;
        }
    }

    private void Drain()
    {
        var count = _count;
        _count = 0;
        try
        {
            if (count > 0)
                _target.Write(_buffer, 0, count);
            _target.Flush();
        }
        catch (IOException error)
        {
            throw FileErrors.OfCall(error);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        CheckOpen();
        lock (_lock)
            Drain();
    }

    internal void TryFlush()
    {
        try
        {
            lock (_lock)
                Drain();
        }
        catch (OSError)
        {
            // Nobody reads any more, or no space is left.
        }
    }

    /// <inheritdoc/>
    public override string ReadText(long size) => throw new UnsupportedOperation("not readable");

    /// <inheritdoc/>
    public override string ReadLine(long limit) => throw new UnsupportedOperation("not readable");
}

/// <summary>The bytes side of a standard stream.</summary>
internal sealed class StdBinary(StdStream text) : BinaryStream
{
    protected override PyType BuiltinClass => IOTypes.BufferedWriter;

    public override bool IsWritable => true;

    public override bool IsTerminal => text.IsTerminal;

    public override long FileNumber => text.FileNumber;

    public override int Read(Span<byte> buffer) => throw new UnsupportedOperation("read");

    public override void Write(ReadOnlySpan<byte> data) => text.WriteBytes(data);

    public override void Flush() => text.Flush();
}

/// <summary>Standard input.</summary>
public sealed class StdInput : TextStream
{
    private TextFile? _reader;

    private TextFile Reader => _reader ??= new TextFile(Binary, "utf-8", "strict", null) { Name = "<stdin>" };

    /// <summary>The binary stream underneath: <c>sys.stdin.buffer</c>.</summary>
    public BinaryStream Binary { get; } = new StdInputBinary();

    /// <inheritdoc/>
    protected override PyType BuiltinClass => IOTypes.TextIOWrapper;

    /// <inheritdoc/>
    public override bool IsReadable => true;

    /// <inheritdoc/>
    public override bool IsTerminal => !Console.IsInputRedirected;

    /// <inheritdoc/>
    public override long FileNumber => 0;

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override void WriteText(string text) => throw new UnsupportedOperation("not writable");

    /// <inheritdoc/>
    public override string ReadText(long size) => Reader.ReadText(size);

    /// <inheritdoc/>
    public override string ReadLine(long limit) => Reader.ReadLine(limit);

    private sealed class StdInputBinary : BinaryStream
    {
        private readonly BufferedStream _source = new(Console.OpenStandardInput(), 1 << 16);

        protected override PyType BuiltinClass => IOTypes.BufferedReader;

        public override bool IsReadable => true;

        public override bool IsTerminal => !Console.IsInputRedirected;

        public override long FileNumber => 0;

        public override int Read(Span<byte> buffer) => _source.Read(buffer);

        public override void Write(ReadOnlySpan<byte> data) => throw new UnsupportedOperation("write");
    }
}
