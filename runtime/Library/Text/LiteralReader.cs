using System.Numerics;
using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Reads Python literals: numbers, strings, bytes, tuples, lists, dicts, sets, None, True, False and the ellipsis.</summary>
internal sealed partial class LiteralReader(string text)
{
    private int _at;
    private int _depth;

    /// <exception cref="ValueError">It is an expression, but no literal.</exception>
    /// <exception cref="SyntaxError">It is no expression.</exception>
    public Any Read()
    {
        _ = Codecs.Encode(text, "utf-8", "strict");
        if (text.Contains('\0', StringComparison.Ordinal))
            throw new SyntaxError("source code string cannot contain null bytes");
        Skip();
        if (_at == text.Length)
            throw Syntax("invalid syntax", text.Length == 0 ? 0 : Line);
        var value = Items(top: true);
        if (_at < text.Length)
        {
            // What follows on another line is what should not be there.
            while (text[_at] is '\n' or '\r')
                _at++;
            throw Unexpected();
        }
        return _malformed is null ? value : throw _malformed;
    }

    /// <summary>A name among the literals: what is no expression at all is found before.</summary>
    private ValueError? _malformed;

    private int Line => 1 + text.AsSpan(0, Math.Min(_at, text.Length)).Count('\n');

    private static SyntaxError Syntax(string message, int line)
    {
        var error = new SyntaxError(message);
        (error.FileName, error.Line, error.Offset) = ("<unknown>", line, 1);
        return error;
    }

    private ValueError Malformed(string node) => new($"malformed node or string on line {Line}: <ast.{node} object at {Operators.Address(this)}>");

    /// <summary>What stands where the value should have ended: an operator makes an expression of it, anything else is wrong.</summary>
    private Exception Unexpected() => text[_at] switch
    {
        '(' => Malformed("Call"),
        '[' => Malformed("Subscript"),
        '.' => Malformed("Attribute"),
        '+' or '-' or '*' or '/' or '%' or '@' or '&' or '|' or '^' => Malformed("BinOp"),
        '<' or '>' or '=' when _at + 1 < text.Length && text[_at + 1] == '=' || text[_at] != '=' => Malformed("Compare"),
        ')' or ']' or '}' => Syntax($"unmatched '{text[_at]}'", Line),
        _ => Name().Match(text, _at).Value switch
        {
            "if" => Malformed("IfExp"),
            "for" => Malformed("ListComp"),
            "and" or "or" => Malformed("BoolOp"),
            "in" or "is" or "not" => Malformed("Compare"),
            _ => BadCharacter() ?? Syntax("invalid syntax", Line),
        },
    };

    /// <summary>What the tokenizer says of a character that begins no token.</summary>
    private SyntaxError? BadCharacter()
    {
        var c = char.ConvertToUtf32(text, _at);
        if (c is >= ' ' and < '\x7f' || Name().IsMatch(text, _at))
            return null;
        return Syntax(Str.IsPrintable(Str.FromCodePoint(c)) ? $"invalid character '{Str.FromCodePoint(c)}' (U+{c:X4})" : $"invalid non-printable character U+{c:X4}", Line);
    }

    /// <summary>Passes over blanks and comments; inside of brackets over line ends too.</summary>
    private void Skip()
    {
        while (_at < text.Length)
        {
            var c = text[_at];
            if (c == '#')
                while (_at < text.Length && text[_at] != '\n')
                    _at++;
            else if (c is ' ' or '\t' or '\f' || (c is '\n' or '\r' && (_depth > 0 || text.AsSpan(_at).Trim().IsEmpty)))
                _at++;
            else if (c == '\\' && _at + 1 < text.Length && text[_at + 1] == '\n')
                _at += 2;
            else
                break;
        }
    }

    private bool Take(char c)
    {
        Skip();
        if (_at >= text.Length || text[_at] != c)
            return false;
        _at++;
        return true;
    }

    /// <summary>A value, or several with commas, which make a tuple.</summary>
    private Any Items(bool top)
    {
        var first = Sum();
        if (!Take(','))
            return first;
        var items = new List<Any> { first };
        Skip();
        while (_at < text.Length && (top || text[_at] != ')'))
        {
            items.Add(Sum());
            if (!Take(','))
                break;
            Skip();
        }
        return new PyTuple([.. items]);
    }

    /// <summary>A value; a real number may have an imaginary one added.</summary>
    private Any Sum()
    {
        var left = Signed();
        Skip();
        if (_at >= text.Length || text[_at] is not ('+' or '-') || !(Operators.IsIntLike(left) || left.IsFloat) || left.Ref is bool)
            return left;
        var minus = text[_at] == '-';
        var start = _at++;
        var right = Signed();
        if (right.Ref is not Complex imaginary)
        {
            _at = start;
            throw _malformed ?? Malformed("BinOp");
        }
        var real = Lib.Real(left);
        return minus ? new Complex(real - imaginary.Real, -imaginary.Imaginary) : new Complex(real + imaginary.Real, imaginary.Imaginary);
    }

    private Any Signed()
    {
        Skip();
        if (_at >= text.Length || text[_at] is not ('+' or '-'))
            return Atom();
        var sign = text[_at++];
        var value = Signed();
        if (!(Operators.IsIntLike(value) || value.IsFloat || value.Ref is Complex))
            throw _malformed ?? Malformed(value.Ref is string or PyBytes ? "Constant" : "UnaryOp");
        return sign == '-' ? Operators.Negative(value) : value;
    }

    private Any Atom()
    {
        Skip();
        if (_at >= text.Length)
            throw Syntax("invalid syntax", Line);
        var c = text[_at];
        if (c is '(' or '[' or '{')
            return Bracket(c);
        if (Quoted().Match(text, _at) is { Success: true } head)
            return Strings(head);
        if (text.AsSpan(_at).StartsWith("..."))
        {
            _at += 3;
            return Any.Ellipsis;
        }
        if (Number().Match(text, _at) is { Success: true, Length: > 0 } number)
            return OfNumber(number.Value);
        if (Name().Match(text, _at) is not { Success: true } name)
            throw Unexpected();
        _at += name.Length;
        switch (name.Value)
        {
            case "None":
                return Any.None;
            case "True":
                return true;
            case "False":
                return false;
            case "set" when Regex.Match(text[_at..], @"\A\s*\(\s*\)") is { Success: true } empty:
                _at += empty.Length;
                return new PySet<Any>();
        }
        Skip();
        if (Name().Match(text, _at).Value is "for" or "if" or "and" or "or" or "in" or "is")
            throw Unexpected();
        if (_at < text.Length && text[_at] is '(' or '[' or '.' or '+' or '*' or '/')
            throw Unexpected();
        if (name.Value is "lambda" or "not")
            throw Malformed(name.Value is "not" ? "UnaryOp" : "Lambda");
        if (_at < text.Length && text[_at] is not (',' or ')' or ']' or '}' or ':' or '\n' or '\r'))
            throw BadCharacter() ?? Syntax("invalid syntax", Line);
        _malformed ??= Malformed("Name");
        return Any.None;
    }

    private Any OfNumber(string number)
    {
        _at += number.Length;
        if (_at < text.Length && (char.IsLetterOrDigit(text[_at]) || text[_at] == '_'))
            throw Syntax("invalid decimal literal", Line);
        var plain = number.Replace("_", "", StringComparison.Ordinal);
        if (plain[^1] is 'j' or 'J')
            return new Complex(0, PyFloat.Parse(plain[..^1]));
        if (plain.Length > 1 && plain[0] == '0' && char.IsLetter(plain[1]))
            return PyInt.Parse(number, 0);
        if (plain.AsSpan().IndexOfAny(".eE") >= 0)
            return PyFloat.Parse(plain);
        if (plain.Length > 1 && plain[0] == '0' && plain.Trim('0').Length > 0)
            throw Syntax("leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers", Line);
        return PyInt.Parse(plain);
    }

    private Any Bracket(char open)
    {
        var line = Line;
        _at++;
        _depth++;
        var close = open == '(' ? ')' : open == '[' ? ']' : '}';
        Any result = open == '(' ? PyTuple.Empty : open == '[' ? new PyList<Any>() : new PyDict<Any, Any>();
        if (!Take(close))
        {
            if (_at >= text.Length)
                throw Syntax($"'{open}' was never closed", line);
            result = open == '(' ? Items(top: false) : open == '[' ? List() : Braces();
            if (!Take(close))
                throw _at >= text.Length ? Syntax($"'{open}' was never closed", line)
                    : text[_at] is ')' or ']' or '}' ? Syntax($"closing parenthesis '{text[_at]}' does not match opening parenthesis '{open}'", Line) : Unexpected();
        }
        _depth--;
        Skip();
        return result;
    }

    private PyList<Any> List()
    {
        var items = new PyList<Any>();
        do
        {
            items.Append(Sum());
        }
        while (Take(',') && !Ends(']'));
        return items;
    }

    private Any Braces()
    {
        var first = Sum();
        if (!Take(':'))
        {
            var set = new PySet<Any>([first]);
            while (Take(',') && !Ends('}'))
                ((Any)set).Invoke("add", Sum());
            return set;
        }
        var dict = new PyDict<Any, Any> { [first] = Sum() };
        while (Take(',') && !Ends('}'))
        {
            var key = Sum();
            if (!Take(':'))
                throw Syntax("':' expected after dictionary key", Line);
            dict[key] = Sum();
        }
        return dict;
    }

    private bool Ends(char close)
    {
        Skip();
        return _at < text.Length && text[_at] == close;
    }

    [GeneratedRegex(@"\G(?:0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+|(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?[jJ]?)")]
    private static partial Regex Number();

    [GeneratedRegex(@"\G[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}_]*")]
    private static partial Regex Name();
}
