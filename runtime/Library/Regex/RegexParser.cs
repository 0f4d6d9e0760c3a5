using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Parses patterns as CPython's <c>re._parser</c>, with its errors. See <see href="https://docs.python.org/3.13/library/re.html#regular-expression-syntax">syntax</see>.</summary>
internal sealed partial class RegexParser
{
    private const string Digits = "0123456789";
    private const string OctalDigits = "01234567";
    private const string HexDigits = "0123456789abcdefABCDEF";
    private const string Special = ".\\[{()*+?^$|";

    private readonly RegexTokenizer _source;
    private readonly List<(long, long)?> _groupWidths = [null];
    private readonly Dictionary<int, int> _conditionPositions = [];
    private int? _lookbehindGroups;

    public RegexParser(Any pattern, bool isText, RegexFlags flags)
    {
        _source = new RegexTokenizer(pattern, isText);
        Flags = flags;
    }

    public RegexFlags Flags { get; private set; }

    /// <summary>The number of capturing groups.</summary>
    public int Groups => _groupWidths.Count - 1;

    /// <summary>Groups by name, in order.</summary>
    public List<KeyValuePair<string, int>> Names { get; } = [];

    /// <summary>For each group the group around it, or 0.</summary>
    public List<int> Parents { get; } = [0];

    private readonly Stack<int> _open = new([0]);

    /// <exception cref="PatternError">The pattern is wrong.</exception>
    public List<RegexNode> Parse()
    {
        var result = Alternatives(Flags.HasFlag(RegexFlags.Verbose), 0);
        Flags = FixFlags(_source.IsText, Flags);
        if (_source.Next is not null)
            throw _source.Error("unbalanced parenthesis");
        foreach (var (group, position) in _conditionPositions)
            if (group > Groups)
                throw Failed($"invalid group reference {group}", position);
        return result;
    }

    private PatternError Failed(string message, int position) => _source.Error(message, _source.Position - position);

    private static RegexFlags FixFlags(bool isText, RegexFlags flags)
    {
        if (isText)
        {
            if (flags.HasFlag(RegexFlags.Locale))
                throw new ValueError("cannot use LOCALE flag with a str pattern");
            if (!flags.HasFlag(RegexFlags.Ascii))
                return flags | RegexFlags.Unicode;
            return flags.HasFlag(RegexFlags.Unicode) ? throw new ValueError("ASCII and UNICODE flags are incompatible") : flags;
        }
        if (flags.HasFlag(RegexFlags.Unicode))
            throw new ValueError("cannot use UNICODE flag with a bytes pattern");
        if (flags.HasFlag(RegexFlags.Locale) && flags.HasFlag(RegexFlags.Ascii))
            throw new ValueError("ASCII and LOCALE flags are incompatible");
        return flags;
    }

    private List<RegexNode> Alternatives(bool verbose, int nested)
    {
        var items = new List<List<RegexNode>>();
        while (true)
        {
            items.Add(Sequence(verbose, nested + 1, nested == 0 && items.Count == 0));
            if (!_source.Match("|"))
                break;
            if (nested == 0)
                verbose = Flags.HasFlag(RegexFlags.Verbose);
        }
        return items.Count == 1 ? items[0] : [new BranchNode(items)];
    }

    private List<RegexNode> Sequence(bool verbose, int nested, bool first)
    {
        var result = new List<RegexNode>();
        while (_source.Next is { } current && current is not ("|" or ")"))
        {
            _source.Get();
            if (verbose && current.Length == 1 && " \t\n\r\v\f".Contains(current, StringComparison.Ordinal))
                continue;
            if (verbose && current == "#")
            {
                while (_source.Get() is not (null or "\n"))
                {
                }
                continue;
            }
            if (current[0] == '\\')
                result.Add(Escape(current));
            else if (!Special.Contains(current, StringComparison.Ordinal))
                result.Add(new LiteralNode(Str.CodePoints(current)[0]));
            else if (current == "[")
                result.Add(Set());
            else if (current is "*" or "+" or "?" or "{")
                Repeat(current, result);
            else if (current == ".")
                result.Add(new AnyNode());
            else if (current == "(")
                Group(result, ref verbose, nested, first);
            else
                result.Add(new AtNode(current[0]));
        }
        return result;
    }

    private void Repeat(string current, List<RegexNode> result)
    {
        var here = _source.Position;
        var (least, most) = current switch { "?" => (0L, 1L), "*" => (0, long.MaxValue), _ => (1, long.MaxValue) };
        if (current == "{")
        {
            if (_source.Next == "}")
            {
                result.Add(new LiteralNode('{'));
                return;
            }
            var low = _source.GetWhile(int.MaxValue, Digits);
            var high = _source.Match(",") ? _source.GetWhile(int.MaxValue, Digits) : low;
            if (!_source.Match("}"))
            {
                result.Add(new LiteralNode('{'));
                _source.Seek(here);
                return;
            }
            least = low.Length > 0 ? Count(low) : 0;
            most = high.Length > 0 ? Count(high) : long.MaxValue;
            if (most < least)
                throw _source.Error("min repeat greater than max repeat", _source.Position - here);
        }
        if (result.Count == 0 || result[^1] is AtNode)
            throw _source.Error("nothing to repeat", _source.Position - here + 1);
        if (result[^1] is RepeatNode)
            throw _source.Error("multiple repeat", _source.Position - here + 1);
        var mode = _source.Match("?") ? '?' : _source.Match("+") ? '+' : ' ';
        result[^1] = new RepeatNode(least, most, mode, [result[^1]]);
    }

    private static long Count(string digits)
        => long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count < uint.MaxValue ? count : throw new OverflowError("the repetition number is too large");

    private RegexNode Escape(string escape)
    {
        if (escape[1] is 'A' or 'b' or 'B' or 'Z')
            return new AtNode(escape[1]);
        if (escape[1] is 'd' or 'D' or 's' or 'S' or 'w' or 'W')
            return new CategoryNode(escape[1]);
        if (Simple(escape[1]) is { } code)
            return new LiteralNode(code);
        if (Coded(escape) is { } coded)
            return new LiteralNode(coded);
        if (escape[1] == '0')
            return new LiteralNode(Convert.ToInt32(escape[1..] + _source.GetWhile(2, OctalDigits), 8));
        if (Digits.Contains(escape[1], StringComparison.Ordinal))
            return NumberedReference(escape);
        if (char.IsAsciiLetter(escape[1]))
            throw _source.Error("bad escape " + escape, escape.Length);
        return new LiteralNode(Str.CodePoints(escape)[1]);
    }

    private RegexNode NumberedReference(string escape)
    {
        if (_source.Next is { Length: 1 } next && Digits.Contains(next, StringComparison.Ordinal))
        {
            escape += _source.Get();
            if (OctalDigits.Contains(escape[1], StringComparison.Ordinal) && OctalDigits.Contains(escape[2], StringComparison.Ordinal)
                && _source.Next is { Length: 1 } third && OctalDigits.Contains(third, StringComparison.Ordinal))
            {
                escape += _source.Get();
                var code = Convert.ToInt32(escape[1..], 8);
                return code <= 255 ? new LiteralNode(code) : throw _source.Error($"octal escape value {escape} outside of range 0-0o377", escape.Length);
            }
        }
        var group = int.Parse(escape.AsSpan(1), CultureInfo.InvariantCulture);
        if (group > Groups)
            throw _source.Error($"invalid group reference {group}", escape.Length - 1);
        return Reference(group, escape.Length);
    }

    private BackReferenceNode Reference(int group, int offset)
    {
        if (_groupWidths[group] is not { } width)
            throw _source.Error("cannot refer to an open group", offset);
        CheckLookbehind(group);
        return new BackReferenceNode(group, width);
    }

    private void CheckLookbehind(int group)
    {
        if (_lookbehindGroups is not { } limit)
            return;
        if (group <= Groups && _groupWidths[group] is null)
            throw _source.Error("cannot refer to an open group");
        if (group >= limit)
            throw _source.Error("cannot refer to group defined in the same lookbehind subpattern");
    }

    private static int? Simple(char letter) => letter switch
    {
        'a' => 7,
        'f' => 12,
        'n' => 10,
        'r' => 13,
        't' => 9,
        'v' => 11,
        '\\' => '\\',
        _ => null,
    };

    /// <summary><c>\x \u \U \N</c>.</summary>
    private int? Coded(string escape)
    {
        var length = escape[1] switch { 'x' => 2, 'u' when _source.IsText => 4, 'U' when _source.IsText => 8, _ => 0 };
        if (escape == "\\N" && _source.IsText)
        {
            if (!_source.Match("{"))
                throw _source.Error("missing {");
            var name = _source.GetUntil("}", "character name");
            try
            {
                return Str.CodePoints(Operators.Str(Modules.Import("unicodedata").Invoke("lookup", name)))[0];
            }
            catch (KeyError)
            {
                throw _source.Error($"undefined character name {Str.Repr(name)}", name.Length + 4);
            }
        }
        if (length == 0)
            return null;
        escape += _source.GetWhile(length, HexDigits);
        if (escape.Length != length + 2)
            throw _source.Error("incomplete escape " + escape, escape.Length);
        var code = uint.Parse(escape.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        return code <= 0x10FFFF ? (int)code : throw _source.Error("bad escape " + escape, escape.Length);
    }
}
