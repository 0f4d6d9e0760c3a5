using System.Text;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Splits text as a shell does: the class <see href="https://docs.python.org/3.13/library/shlex.html#shlex-objects">shlex.shlex</see>.</summary>
internal sealed class ShellLexer(PyType cls) : PyObject
{
    public static readonly PyType Type = Declare();

    private readonly Queue<char> _joined = new();
    private readonly LinkedList<string?> _pushed = [];
    private Any _source;
    private Any _name = Any.None;
    private char _state = ' ';
    private string _token = "";
    private bool _posix;
    private string _punctuation = "";

    public override PyType Class => cls;

    public string Commenters { get; set; } = "#";

    public bool WhitespaceSplit { get; set; }

    private string WordCharacters { get; set; } = "abcdfeghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";

    private string Whitespace { get; set; } = " \t\r\n";

    private string Quotes { get; set; } = "'\"";

    private string Escapes { get; set; } = "\\";

    private string EscapedQuotes { get; set; } = "\"";

    private long LineNumber { get; set; } = 1;

    private string? End => _posix ? null : "";

    private static ShellLexer Self(Any o) => (ShellLexer)o.Ref!;

    public void Initialise(Any source, Any name, bool posix, string punctuation)
    {
        _source = PyValueInstance.Unwrap(source).Ref is string text ? Operators.GetAttr(Modules.Import("io"), "StringIO").Call(text) : source.IsNone ? StdIO.CurrentIn : source;
        (_name, _posix, _punctuation) = (name, posix, punctuation);
        if (posix)
            WordCharacters += "ßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞ";
        if (punctuation.Length > 0)
            WordCharacters = string.Concat((WordCharacters + "~-./*?=").Where(c => !punctuation.Contains(c, StringComparison.Ordinal)));
    }

    private static PyType Declare()
    {
        var type = PyType.Emitted("shlex", "shlex");
        type.New(static (made, _) => new ShellLexer(made));
        type.Method("__init__", "self, instream=None, infile=None, posix=False, punctuation_chars=False", static a => Lib.Do(() =>
            Self(a[0]).Initialise(a[1], a[2], a[3].Truth, PyValueInstance.Unwrap(a[4]).Ref is string own ? own : a[4].Truth ? "();<>|&" : "")))
            .Method("get_token", static self => Self(self).Get())
            .Method("read_token", static self => Self(self).ReadToken())
            .Method("push_token", "self, tok", static (self, token) => Lib.Do(() => Self(self)._pushed.AddFirst(Lib.Optional(token))))
            .Method("error_leader", "self, infile=None, lineno=None", static a => $"\"{Operators.Str(a[1].IsNone ? Self(a[0])._name : a[1])}\", line {(a[2].IsNone ? Self(a[0]).LineNumber : Lib.Int(a[2]))}: ")
            .Method("__iter__", static self => self)
            .Method("__next__", static self => Self(self).Get() is { } token && (token.Length > 0 || Self(self)._posix) ? token : throw new StopIteration());
        void Text(string name, Func<ShellLexer, string> get, Action<ShellLexer, string> set) => type.Property(name, self => get(Self(self)), (self, value) => set(Self(self), Lib.Text(value)));
        Text("commenters", static s => s.Commenters, static (s, v) => s.Commenters = v);
        Text("wordchars", static s => s.WordCharacters, static (s, v) => s.WordCharacters = v);
        Text("whitespace", static s => s.Whitespace, static (s, v) => s.Whitespace = v);
        Text("quotes", static s => s.Quotes, static (s, v) => s.Quotes = v);
        Text("escape", static s => s.Escapes, static (s, v) => s.Escapes = v);
        Text("escapedquotes", static s => s.EscapedQuotes, static (s, v) => s.EscapedQuotes = v);
        return type
            .Property("whitespace_split", static self => Self(self).WhitespaceSplit, static (self, value) => Self(self).WhitespaceSplit = value.Truth)
            .Property("lineno", static self => Self(self).LineNumber, static (self, value) => Self(self).LineNumber = Lib.Int(value))
            .Property("infile", static self => Self(self)._name, static (self, value) => Self(self)._name = value)
            .Property("token", static self => Self(self)._token)
            .Property("punctuation_chars", static self => Self(self)._punctuation)
            .Property("eof", static self => Self(self).End);
    }

    /// <summary>All tokens to the end.</summary>
    public IEnumerable<string> Tokens()
    {
        while (Get() is { } token && (_posix || token.Length > 0))
            yield return token;
    }

    private string? Get()
    {
        if (_pushed.First is not { } first)
            return ReadToken();
        _pushed.RemoveFirst();
        return first.Value;
    }

    private static bool In(char c, string set) => set.Contains(c, StringComparison.Ordinal);

    /// <summary>The next token; null at the end of POSIX text, empty at that of other text.</summary>
    /// <exception cref="ValueError">A quotation or an escape does not end.</exception>
    private string? ReadToken()
    {
        var (token, quoted, escapedFrom) = (new StringBuilder(), false, ' ');
        var ended = false;
        while (!ended)
        {
            var read = _joined.Count > 0 ? _joined.Dequeue() : Next();
            if (read is not { } c)
            {
                if (In(_state, Quotes) && _state != ' ')
                    throw new ValueError("No closing quotation");
                if (In(_state, Escapes) && _state != ' ')
                    throw new ValueError("No escaped character");
                ended = true;
                _state = '\0';
                break;
            }
            if (_state == ' ')
            {
                if (In(c, Whitespace))
                    ended = token.Length > 0 || (_posix && quoted);
                else if (In(c, Commenters))
                    SkipLine();
                else if (_posix && In(c, Escapes))
                    (escapedFrom, _state) = ('a', c);
                else if (In(c, WordCharacters))
                    Put(token, c, 'a');
                else if (In(c, _punctuation))
                    Put(token, c, 'c');
                else if (In(c, Quotes))
                {
                    if (!_posix)
                        token.Append(c);
                    _state = c;
                }
                else if (WhitespaceSplit)
                    Put(token, c, 'a');
                else
                {
                    token.Append(c);
                    ended = true;
                }
            }
            else if (In(_state, Quotes))
            {
                quoted = true;
                if (c == _state)
                {
                    if (!_posix)
                        token.Append(c);
                    ended = !_posix;
                    _state = _posix ? 'a' : ' ';
                }
                else if (_posix && In(c, Escapes) && In(_state, EscapedQuotes))
                    (escapedFrom, _state) = (_state, c);
                else
                    token.Append(c);
            }
            else if (In(_state, Escapes))
            {
                // Within quotes only the quote and the escape itself are escaped.
                if (In(escapedFrom, Quotes) && c != _state && c != escapedFrom)
                    token.Append(_state);
                token.Append(c);
                _state = escapedFrom;
            }
            else
            {
                ended = InWord(token, c, ref escapedFrom, quoted);
            }
        }
        if (_state != '\0' && _state is 'a' or 'c')
            _state = ' ';
        _token = token.ToString();
        return _posix && !quoted && _token.Length == 0 ? null : _state == '\0' && _token.Length == 0 && !(_posix && quoted) ? End : _token;
    }

    /// <summary>A character behind a word or signs; true where the token ends.</summary>
    private bool InWord(StringBuilder token, char c, ref char escapedFrom, bool quoted)
    {
        if (In(c, Whitespace))
        {
            _state = ' ';
            return token.Length > 0 || (_posix && quoted);
        }
        if (In(c, Commenters))
        {
            SkipLine();
            _state = ' ';
            return _posix && (token.Length > 0 || quoted);
        }
        if (_state == 'c')
        {
            if (In(c, _punctuation))
            {
                token.Append(c);
                return false;
            }
            if (!In(c, Whitespace))
                _joined.Enqueue(c);
            _state = ' ';
            return true;
        }
        if (_posix && In(c, Quotes))
        {
            _state = c;
            return false;
        }
        if (_posix && In(c, Escapes))
        {
            (escapedFrom, _state) = ('a', c);
            return false;
        }
        if (In(c, WordCharacters) || In(c, Quotes) || (WhitespaceSplit && !In(c, _punctuation)))
        {
            token.Append(c);
            return false;
        }
        _joined.Enqueue(c);
        _state = ' ';
        return token.Length > 0 || (_posix && quoted);
    }

    private void Put(StringBuilder token, char c, char state)
    {
        token.Append(c);
        _state = state;
    }

    private char? Next()
    {
        var text = Operators.Str(_source.Invoke("read", 1));
        if (text == "\n")
            LineNumber++;
        for (var i = 1; i < text.Length; i++)
            _joined.Enqueue(text[i]);
        return text.Length == 0 ? null : text[0];
    }

    private void SkipLine()
    {
        _source.Invoke("readline");
        LineNumber++;
    }
}
