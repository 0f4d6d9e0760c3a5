using System.Collections.Immutable;
using System.Text;

namespace Pytocs.Emit;

/// <summary>The C# text of a file while it is written.</summary>
internal sealed class CSharpWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>The names that have been written.</summary>
    public NameTable Names { get; } = new();

    /// <summary>How deep the line that is written stands.</summary>
    public int Depth { get; set; }

    /// <summary>This text and another behind it.</summary>
    public string ToString(CSharpWriter rest) => string.Create(_text.Length + rest._text.Length, (First: _text, Second: rest._text), static (whole, texts) =>
    {
        texts.First.CopyTo(0, whole, texts.First.Length);
        texts.Second.CopyTo(0, whole[texts.First.Length..], texts.Second.Length);
    });

    public CSharpWriter Write(string text)
    {
        _text.Append(text);
        return this;
    }

    public CSharpWriter Write(char text)
    {
        _text.Append(text);
        return this;
    }

    public CSharpWriter Write(ReadOnlySpan<char> text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>A name as an expression, a type or a declaration, escaped with <c>@</c> when it is a C# keyword.</summary>
    public CSharpWriter Name(string name) => Write(Names.Name(name));

    /// <summary>The names of a dotted path.</summary>
    public CSharpWriter Dotted(ReadOnlySpan<char> path)
    {
        for (var dot = path.IndexOf('.'); dot >= 0; dot = path.IndexOf('.'))
        {
            Write(Names.Name(path[..dot])).Write('.');
            path = path[(dot + 1)..];
        }
        return Write(Names.Name(path));
    }

    /// <summary><c>await</c>, which mentions the methods that the compiler calls for it.</summary>
    public CSharpWriter Await()
    {
        Names.Await();
        return Write("await ");
    }

    /// <summary>The white space in front of a line.</summary>
    public CSharpWriter Indent() => Indent(Depth);

    /// <inheritdoc cref="Indent()"/>
    public CSharpWriter Indent(int depth)
    {
        _text.Append(' ', depth * 4);
        return this;
    }

    /// <summary>A comment of one line: what ends lines in C# alone, and no line of Python, becomes a blank.</summary>
    public CSharpWriter Comment(string start, string text)
    {
        _text.Append(start);
        var from = _text.Length;
        _text.Append(text);
        if (text.AsSpan().IndexOfAny("\r\u0085\u2028\u2029") >= 0)
            foreach (var end in "\r\u0085\u2028\u2029")
                _text.Replace(end, ' ', from, text.Length);
        return this;
    }

    /// <summary>The inside of a regular string literal.</summary>
    public CSharpWriter Escaped(string value)
    {
        Literals.Escape(_text, value);
        return this;
    }

    /// <summary>Items with a comma and a space between them.</summary>
    public CSharpWriter Commas<T>(ImmutableArray<T> items, Action<T> write)
    {
        for (var i = 0; i < items.Length; i++)
        {
            if (i > 0)
                _text.Append(", ");
            write(items[i]);
        }
        return this;
    }
}
