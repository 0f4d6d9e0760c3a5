using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary>
/// Gives the words of a command line to a parser's arguments. Each word is a letter: O an option, A an argument, - the
/// double dash; how many words an argument takes is a pattern over those letters.
/// </summary>
internal sealed class ArgumentMatcher(Any parser, ArgumentContainer container, Any space)
{
    private readonly HashSet<ArgumentAction> _seen = [];
    private readonly HashSet<ArgumentAction> _given = [];
    private readonly HashSet<string> _warned = [];
    private readonly Dictionary<int, Option> _options = [];
    private readonly List<string> _extras = [];
    private List<string> _words = [];
    private List<ArgumentAction> _positionals = [];
    private string _letters = "";

    /// <summary>A word that is an option, with what stands in the same word behind it.</summary>
    private sealed record Option(ArgumentAction? Action, string Text, string? Separator = null, string? Value = null);

    private ParserState State => container.Parser!;

    /// <returns>The words that nothing took.</returns>
    public List<string> Parse(List<string> words)
    {
        _words = State.FilePrefixes.IsNone ? words : ReadFiles(words);
        Classify();
        _positionals = [.. container.All.Where(static a => !a.IsOptional)];
        var last = _options.Count == 0 ? -1 : _options.Keys.Max();
        var at = 0;
        while (at <= last)
        {
            var next = at;
            while (!_options.ContainsKey(next))
                next++;
            if (next > at)
            {
                var end = TakePositionals(at);
                if (end > at)
                {
                    at = end;
                    continue;
                }
                _extras.AddRange(_words[at..next]);
                at = next;
            }
            at = TakeOption(at);
        }
        _extras.AddRange(_words.Skip(TakePositionals(at)));
        Finish();
        return _extras;
    }

    private void Classify()
    {
        var letters = new System.Text.StringBuilder();
        for (var i = 0; i < _words.Count; i++)
        {
            if (_words[i] == "--")
            {
                letters.Append('-').Append('A', _words.Count - i - 1);
                break;
            }
            var option = ReadOption(_words[i]);
            if (option is not null)
                _options[i] = option;
            letters.Append(option is null ? 'A' : 'O');
        }
        _letters = letters.ToString();
    }

    /// <summary>A word as an option; null where it is an argument.</summary>
    private Option? ReadOption(string word)
    {
        var prefixes = container.Prefixes;
        if (word.Length == 0 || !prefixes.Contains(word[0], StringComparison.Ordinal))
            return null;
        if (Find(word) is { } exact)
            return new Option(exact, word);
        if (word.Length == 1)
            return null;
        var equal = word.IndexOf('=', StringComparison.Ordinal);
        if (equal >= 0 && Find(word[..equal]) is { } named)
            return new Option(named, word[..equal], "=", word[(equal + 1)..]);
        var fitting = Fitting(word, prefixes, equal);
        if (fitting.Count > 1)
            throw ArgparseModule.Error(null, $"ambiguous option: {word} could match {string.Join(", ", fitting.Select(static f => f.Text))}");
        if (fitting.Count == 1)
            return fitting[0];
        var isNumber = ArgumentContainer.NegativeNumber().IsMatch(word) && container.NumberLike.Count == 0;
        return isNumber || word.Contains(' ', StringComparison.Ordinal) ? null : new Option(null, word);
    }

    private ArgumentAction? Find(string option) => container.ByOption.TryGetValue(option, out var action) ? (ArgumentAction)action.Ref! : null;

    /// <summary>Options that a word may abbreviate, or that it may be with its value joined on.</summary>
    private List<Option> Fitting(string word, string prefixes, int equal)
    {
        var all = container.ByOption.Select(static p => (Text: Operators.Str(p.Key), Action: (ArgumentAction)p.Value.Ref!));
        if (prefixes.Contains(word[1], StringComparison.Ordinal))
        {
            if (!State.Abbreviates.Truth)
                return [];
            var start = equal < 0 ? word : word[..equal];
            return [.. all.Where(o => o.Text.StartsWith(start, StringComparison.Ordinal)).Select(o => new Option(o.Action, o.Text, equal < 0 ? null : "=", equal < 0 ? null : word[(equal + 1)..]))];
        }
        return [.. all.Where(o => o.Text == word[..2] || o.Text.StartsWith(word, StringComparison.Ordinal))
            .Select(o => o.Text == word[..2] ? new Option(o.Action, o.Text, "", word[2..]) : new Option(o.Action, o.Text))];
    }

    /// <summary>The pattern of what an argument takes.</summary>
    private static string Pattern(ArgumentAction action)
    {
        var pattern = (PyValueInstance.Unwrap(action.Count).Ref as string) switch
        {
            "?" => "(-*A?-*)",
            "*" => "(-*[A-]*)",
            "+" => "(-*A[A-]*)",
            "..." => "([-AO]*)",
            "A..." => "(-*A[-AO]*)",
            ArgumentAction.Suppress => "(-*-*)",
            _ when action.Count.IsNone => "(-*A-*)",
            _ => $"(-*{string.Join("-*", Enumerable.Repeat('A', (int)Lib.Int(action.Count)))}-*)",
        };
        return action.IsOptional ? pattern.Replace("-*", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) : pattern;
    }

    private static int Count(ArgumentAction action, string letters)
    {
        var match = Regex.Match(letters, @"\A" + Pattern(action));
        if (match.Success)
            return match.Groups[1].Length;
        throw action.Error((PyValueInstance.Unwrap(action.Count).Ref as string) switch
        {
            "?" => "expected at most one argument",
            "+" => "expected at least one argument",
            _ when action.Count.IsNone => "expected one argument",
            _ => $"expected {Operators.Str(action.Count)} argument{(action.Count is { IsSmallInt: true, Bits: 1 } ? "" : "s")}",
        });
    }

    private int TakePositionals(int at)
    {
        // As many arguments as fit together, the last ones left out first.
        var letters = at < _letters.Length ? _letters[at..] : "";
        for (var many = _positionals.Count; many > 0; many--)
        {
            var match = Regex.Match(letters, @"\A" + string.Concat(_positionals.Take(many).Select(Pattern)));
            if (!match.Success)
                continue;
            var taken = _positionals.Take(many).ToList();
            for (var i = 0; i < many; i++)
            {
                var length = match.Groups[i + 1].Length;
                Any dest = taken[i].Dest;
                if (length > 0 && taken[i].Deprecated.Truth && _warned.Add(Operators.Str(dest)))
                    parser.Invoke("_warning", $"argument '{Operators.Str(dest)}' is deprecated");
                Run(taken[i], _words.GetRange(at, length), null);
                at += length;
            }
            _positionals = [.. _positionals.Skip(many)];
            break;
        }
        return at;
    }

    private int TakeOption(int at)
    {
        var (action, text, separator, value) = _options[at];
        var stop = at + 1;
        var runs = new List<(ArgumentAction, List<string>, string)>();
        while (true)
        {
            if (action is null)
            {
                _extras.Add(_words[at]);
                return at + 1;
            }
            if (value is null)
            {
                var count = Count(action, at + 1 < _letters.Length ? _letters[(at + 1)..] : "");
                stop = at + 1 + count;
                runs.Add((action, _words.GetRange(at + 1, count), text));
                break;
            }
            var wanted = Count(action, "A");
            if (wanted == 1)
            {
                runs.Add((action, [value], text));
                break;
            }
            // What is joined to an option without a value is further options of one letter.
            if (container.Prefixes.Contains(text[1], StringComparison.Ordinal) || value.Length == 0 || separator is { Length: > 0 } || container.Prefixes.Contains(value[0], StringComparison.Ordinal))
                throw action.Error($"ignored explicit argument {Operators.Repr(value)}");
            runs.Add((action, [], text));
            var next = $"{text[0]}{value[0]}";
            if (Find(next) is not { } joined)
            {
                _extras.Add(text[0] + value);
                break;
            }
            (action, text, value) = (joined, next, value.Length == 1 ? null : value[1..]);
            separator = value is null ? null : "";
            if (value is ['=', ..])
                (separator, value) = ("=", value[1..]);
        }
        foreach (var (run, words, option) in runs)
        {
            if (run.Deprecated.Truth && _warned.Add(option))
                parser.Invoke("_warning", $"option '{option}' is deprecated");
            Run(run, words, option);
        }
        return stop;
    }

    private void Run(ArgumentAction action, List<string> words, string? option)
    {
        _seen.Add(action);
        var value = ArgumentValues.Of(parser, action, words);
        if (!Operators.Is(value, action.Default) || (value.Ref is string && !ReferenceEquals(value.Ref, action.Default.Ref)))
        {
            _given.Add(action);
            foreach (var group in container.Exclusive.Select(ArgumentContainer.Self).Where(g => g.Own.Contains(action)))
                foreach (var other in group.Own)
                    if (other != action && _given.Contains(other))
                        throw action.Error($"not allowed with argument {other.DisplayName()}");
        }
        if (!ArgumentAction.IsSuppressed(value))
            ((Any)action).Call(new Arguments { parser, space, value, option });
    }

    private void Finish()
    {
        var missing = new List<string?>();
        foreach (var action in container.All.Where(a => !_seen.Contains(a)))
        {
            if (action.Required.Truth)
            {
                missing.Add(action.DisplayName());
                continue;
            }
            // Texts that stand as defaults are converted, but only if nobody put something else there.
            var dest = Operators.Str(action.Dest);
            if (action.Default.Ref is string && Operators.GetAttr(space, dest, Any.None) is { } now && ReferenceEquals(now.Ref, action.Default.Ref))
                Operators.SetAttr(space, dest, ArgumentValues.Convert(parser, action, action.Default));
        }
        if (missing.Count > 0)
            throw ArgparseModule.Error(null, $"the following arguments are required: {string.Join(", ", missing)}");
        foreach (var group in container.Exclusive.Select(ArgumentContainer.Self))
            if (group.Required.Truth && !group.Own.Any(_given.Contains))
                throw ArgparseModule.Error(null, $"one of the arguments {string.Join(' ', group.Own.Where(static a => !ArgumentAction.IsSuppressed(a.Help)).Select(static a => a.DisplayName()))} is required");
    }

    /// <summary>Puts the lines of files in the place of words that name them.</summary>
    private List<string> ReadFiles(List<string> words)
    {
        var result = new List<string>();
        foreach (var word in words)
        {
            if (word.Length == 0 || !Operators.Str(State.FilePrefixes).Contains(word[0], StringComparison.Ordinal))
            {
                result.Add(word);
                continue;
            }
            try
            {
                var file = (BinaryStream)OpenFunction.Binary(word[1..], "r", raw: false);
                var text = Codecs.Decode(file.ReadBytes(-1), "utf-8", "surrogateescape").Replace("\r\n", "\n", StringComparison.Ordinal);
                file.Close();
                result.AddRange(ReadFiles([.. Str.SplitLines(text).SelectMany(line => Operators.ToList(parser.Invoke("convert_arg_line_to_args", line)).Select(Operators.Str))]));
            }
            catch (OSError error)
            {
                throw ArgparseModule.Error(null, Operators.Str(error));
            }
        }
        return result;
    }
}
