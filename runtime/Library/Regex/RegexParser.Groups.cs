using System.Globalization;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>Groups and what begins with <c>(?</c>.</summary>
internal sealed partial class RegexParser
{
    private const RegexFlags GlobalFlags = RegexFlags.Debug;

    private static RegexFlags? FlagOf(string? letter) => letter switch
    {
        "i" => RegexFlags.IgnoreCase,
        "L" => RegexFlags.Locale,
        "m" => RegexFlags.Multiline,
        "s" => RegexFlags.DotAll,
        "x" => RegexFlags.Verbose,
        "a" => RegexFlags.Ascii,
        "u" => RegexFlags.Unicode,
        _ => null,
    };

    private void Group(List<RegexNode> result, ref bool verbose, int nested, bool first)
    {
        var start = _source.Position - 1;
        var capture = true;
        var atomic = false;
        string? name = null;
        var (added, removed) = (RegexFlags.None, RegexFlags.None);
        if (_source.Match("?"))
        {
            var kind = _source.Get() ?? throw _source.Error("unexpected end of pattern");
            switch (kind)
            {
                case "P":
                    if (_source.Match("<"))
                    {
                        name = _source.GetUntil(">", "group name");
                        _source.CheckGroupName(name, 1);
                        break;
                    }
                    result.Add(NamedReference());
                    return;
                case ":":
                    capture = false;
                    break;
                case "#":
                    Comment(start);
                    return;
                case "=" or "!" or "<":
                    result.Add(Lookaround(kind, verbose, nested, start));
                    return;
                case "(":
                    result.Add(Condition(verbose, nested, start));
                    return;
                case ">":
                    (capture, atomic) = (false, true);
                    break;
                default:
                    if (FlagOf(kind) is null && kind != "-")
                        throw _source.Error("unknown extension ?" + kind, Str.Length(kind) + 1);
                    if (ParseFlags(kind) is not var (on, off))
                    {
                        if (!first || result.Count > 0)
                            throw _source.Error("global flags not at the start of the expression", _source.Position - start);
                        verbose = Flags.HasFlag(RegexFlags.Verbose);
                        return;
                    }
                    (added, removed, capture) = (on, off, false);
                    break;
            }
        }
        var index = capture ? OpenGroup(name) : (int?)null;
        var inner = (verbose || added.HasFlag(RegexFlags.Verbose)) && !removed.HasFlag(RegexFlags.Verbose);
        var body = Alternatives(inner, nested + 1);
        Close(start);
        if (index is { } number)
        {
            _groupWidths[number] = RegexNode.Sum(body);
            _open.Pop();
        }
        result.Add(atomic ? new AtomicNode(body) : new GroupNode(index, added, removed, body));
    }

    private void Close(int start)
    {
        if (!_source.Match(")"))
            throw _source.Error("missing ), unterminated subpattern", _source.Position - start);
    }

    private int OpenGroup(string? name)
    {
        var index = Groups + 1;
        if (name is not null)
        {
            var known = Names.Find(n => n.Key == name);
            if (known.Key is not null)
                throw _source.Error($"redefinition of group name {Str.Repr(name)} as group {index}; was group {known.Value}", Str.Length(name) + 1);
            Names.Add(new(name, index));
        }
        _groupWidths.Add(null);
        Parents.Add(_open.Peek());
        _open.Push(index);
        return index;
    }

    private RegexNode NamedReference()
    {
        if (!_source.Match("="))
        {
            var extension = _source.Get() ?? throw _source.Error("unexpected end of pattern");
            throw _source.Error("unknown extension ?P" + extension, Str.Length(extension) + 2);
        }
        var name = _source.GetUntil(")", "group name");
        _source.CheckGroupName(name, 1);
        return Reference(GroupNamed(name), Str.Length(name) + 1);
    }

    private int GroupNamed(string name)
    {
        var known = Names.Find(n => n.Key == name);
        return known.Key is null ? throw _source.Error($"unknown group name {Str.Repr(name)}", Str.Length(name) + 1) : known.Value;
    }

    private void Comment(int start)
    {
        while (true)
        {
            if (_source.Next is null)
                throw _source.Error("missing ), unterminated comment", _source.Position - start);
            if (_source.Get() == ")")
                return;
        }
    }

    private RegexNode Lookaround(string kind, bool verbose, int nested, int start)
    {
        var behind = kind == "<";
        var before = _lookbehindGroups;
        if (behind)
        {
            kind = _source.Get() ?? throw _source.Error("unexpected end of pattern");
            if (kind is not ("=" or "!"))
                throw _source.Error("unknown extension ?<" + kind, Str.Length(kind) + 2);
            _lookbehindGroups ??= Groups + 1;
        }
        var body = Alternatives(verbose, nested + 1);
        if (behind)
            _lookbehindGroups = before;
        Close(start);
        if (kind == "!" && body.Count == 0)
            return new FailureNode();
        if (behind)
        {
            var (low, high) = RegexNode.Sum(body);
            if (low != high)
                throw new PatternError("look-behind requires fixed-width pattern");
        }
        return new AssertNode(behind, kind == "!", body);
    }

    private RegexNode Condition(bool verbose, int nested, int start)
    {
        var name = _source.GetUntil(")", "group name");
        int group;
        if (name.All(char.IsAsciiDigit))
        {
            group = int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : int.MaxValue;
            if (group == 0)
                throw _source.Error("bad group number", name.Length + 1);
            if (group >= int.MaxValue / 2)
                throw _source.Error($"invalid group reference {name}", name.Length + 1);
            _conditionPositions.TryAdd(group, _source.Position - name.Length - 1);
        }
        else
        {
            _source.CheckGroupName(name, 1);
            group = GroupNamed(name);
        }
        CheckLookbehind(group);
        var yes = Sequence(verbose, nested + 1, false);
        List<RegexNode>? no = null;
        if (_source.Match("|"))
        {
            no = Sequence(verbose, nested + 1, false);
            if (_source.Next == "|")
                throw _source.Error("conditional backref with more than two branches");
        }
        Close(start);
        return new ConditionNode(group, yes, no);
    }

    /// <summary>Inline flags; null where they hold for the whole pattern.</summary>
    private (RegexFlags On, RegexFlags Off)? ParseFlags(string? letter)
    {
        var (on, off) = (RegexFlags.None, RegexFlags.None);
        if (letter != "-")
        {
            while (true)
            {
                var flag = FlagOf(letter)!.Value;
                if (_source.IsText ? letter == "L" : letter == "u")
                    throw _source.Error($"bad inline flags: cannot use '{letter}' flag with a {(_source.IsText ? "str" : "bytes")} pattern");
                on |= flag;
                if ((flag & RegexFlags.Types) != 0 && (on & RegexFlags.Types) != flag)
                    throw _source.Error("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
                letter = _source.Get() ?? throw _source.Error("missing -, : or )");
                if (letter is ")" or "-" or ":")
                    break;
                if (FlagOf(letter) is null)
                    throw _source.Error(Str.IsAlpha(letter) ? "unknown flag" : "missing -, : or )", Str.Length(letter));
            }
        }
        if (letter == ")")
        {
            Flags |= on;
            return null;
        }
        if ((on & GlobalFlags) != 0)
            throw _source.Error("bad inline flags: cannot turn on global flag", 1);
        if (letter == "-")
            off = RemovedFlags();
        return (on & off) != 0 ? throw _source.Error("bad inline flags: flag turned on and off", 1) : (on, off);
    }

    private RegexFlags RemovedFlags()
    {
        var off = RegexFlags.None;
        var letter = _source.Get() ?? throw _source.Error("missing flag");
        if (FlagOf(letter) is null)
            throw _source.Error(Str.IsAlpha(letter) ? "unknown flag" : "missing flag", Str.Length(letter));
        while (true)
        {
            var flag = FlagOf(letter)!.Value;
            if ((flag & RegexFlags.Types) != 0)
                throw _source.Error("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
            off |= flag;
            letter = _source.Get() ?? throw _source.Error("missing :");
            if (letter == ":")
                return off;
            if (FlagOf(letter) is null)
                throw _source.Error(Str.IsAlpha(letter) ? "unknown flag" : "missing :", Str.Length(letter));
        }
    }
}
