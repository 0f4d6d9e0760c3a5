using System.Collections.Immutable;

namespace Pytocs.Lowering.Library;

/// <summary>The groups of a regular expression: their names, and which of them take part in every match.</summary>
public sealed record RegexGroups(ImmutableArray<RegexGroup> Groups)
{
    public bool Equals(RegexGroups? other) => other is not null && Groups.SequenceEqual(other.Groups);

    public override int GetHashCode() => Groups.Length;

    /// <summary>A group by its number or name; null where there is none.</summary>
    public RegexGroup? Find(object? key) => key switch
    {
        System.Numerics.BigInteger number when number.IsZero => new RegexGroup(null, true),
        System.Numerics.BigInteger number when number > 0 && number <= Groups.Length => Groups[(int)number - 1],
        string name => Groups.FirstOrDefault(g => g.Name == name),
        _ => null,
    };

    /// <summary>Reads the groups of a pattern; null where it is not understood.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="isVerbose">Whether white space and comments in it mean nothing.</param>
    public static RegexGroups? Read(string pattern, bool isVerbose) => new Reader(pattern, isVerbose).Read();

    /// <summary>An open parenthesis.</summary>
    private sealed class Frame
    {
        /// <summary>The number of groups that began before what stands in it.</summary>
        public required int First { get; init; }

        /// <summary>The group that it is itself; -1 of one that captures nothing.</summary>
        public int Own { get; init; } = -1;

        /// <summary>Whether what it holds may be without a match of its own: alternatives, or what is only looked for.</summary>
        public bool IsUncertain { get; set; }
    }

    private sealed class Reader(string pattern, bool isVerbose)
    {
        private readonly List<RegexGroup> _groups = [];
        private readonly Stack<Frame> _open = new();
        private int _at;

        public RegexGroups? Read()
        {
            _open.Push(new Frame { First = 0 });
            while (_at < pattern.Length)
            {
                var c = pattern[_at++];
                if (c == '\\')
                    _at++;
                else if (c == '[')
                    SkipSet();
                else if (c == '#' && isVerbose)
                    SkipLine();
                else if (c == '|')
                    _open.Peek().IsUncertain = true;
                else if (c == '(' && !Open())
                    return null;
                else if (c == ')' && !Close())
                    return null;
            }
            if (_open.Count != 1)
                return null;
            if (_open.Peek().IsUncertain)
                MarkFrom(0);
            return new RegexGroups([.. _groups]);
        }

        private void SkipSet()
        {
            if (_at < pattern.Length && pattern[_at] == '^')
                _at++;
            if (_at < pattern.Length && pattern[_at] == ']')
                _at++;
            while (_at < pattern.Length && pattern[_at] != ']')
                _at += pattern[_at] == '\\' ? 2 : 1;
            _at++;
        }

        private void SkipLine()
        {
            while (_at < pattern.Length && pattern[_at] != '\n')
                _at++;
        }

        /// <summary>What stands behind an open parenthesis decides what it is; false where that is not understood.</summary>
        private bool Open()
        {
            if (_at >= pattern.Length || pattern[_at] != '?')
            {
                Capture(null);
                return true;
            }
            _at++;
            var rest = pattern.AsSpan(_at);
            if (rest.StartsWith("P<"))
            {
                var end = rest.IndexOf('>');
                if (end < 0)
                    return false;
                Capture(rest[2..end].ToString());
                _at += end + 1;
                return true;
            }
            if (rest.StartsWith("P=") || rest.StartsWith("#"))
            {
                _at = pattern.IndexOf(')', _at) + 1;
                return _at > 0;
            }
            if (rest.StartsWith(":") || rest.StartsWith(">"))
            {
                _at++;
                _open.Push(new Frame { First = _groups.Count });
                return true;
            }
            if (rest.StartsWith("=") || rest.StartsWith("!") || rest.StartsWith("<=") || rest.StartsWith("<!"))
            {
                _open.Push(new Frame { First = _groups.Count, IsUncertain = true });
                return true;
            }
            if (rest.StartsWith("("))
            {
                // (?(group)yes|no)
                _at = pattern.IndexOf(')', _at) + 1;
                _open.Push(new Frame { First = _groups.Count, IsUncertain = true });
                return _at > 0;
            }
            var letters = 0;
            while (letters < rest.Length && (char.IsAsciiLetter(rest[letters]) || rest[letters] == '-'))
                letters++;
            if (letters == 0 || letters == rest.Length || rest[letters] is not (')' or ':'))
                return false;
            // Flags stand for the whole pattern, or for a part of it that is not read then.
            if (rest[..letters].Contains('x'))
            {
                if (rest[letters] == ':')
                    return false;
                isVerbose = true;
            }
            _at += letters + 1;
            if (rest[letters] == ':')
                _open.Push(new Frame { First = _groups.Count });
            return true;
        }

        private void Capture(string? name)
        {
            _open.Push(new Frame { First = _groups.Count + 1, Own = _groups.Count });
            _groups.Add(new RegexGroup(name, true));
        }

        private bool Close()
        {
            var frame = _open.Pop();
            if (_open.Count == 0)
                return false;
            if (frame.IsUncertain)
                MarkFrom(frame.First);
            if (MayBeSkipped())
                MarkFrom(frame.Own >= 0 ? frame.Own : frame.First);
            return true;
        }

        /// <summary>Whether what follows lets what stands before it be left out.</summary>
        private bool MayBeSkipped()
        {
            var at = _at;
            while (isVerbose && at < pattern.Length && char.IsWhiteSpace(pattern[at]))
                at++;
            if (isVerbose && at < pattern.Length && pattern[at] == '#')
                return true;
            return at < pattern.Length && (pattern[at] is '?' or '*' || (pattern[at] == '{' && (at + 1 >= pattern.Length || pattern[at + 1] is '0' or ',')));
        }

        private void MarkFrom(int first)
        {
            for (var i = first; i < _groups.Count; i++)
                _groups[i] = _groups[i] with { IsCertain = false };
        }
    }
}

/// <summary>A group of a regular expression.</summary>
/// <param name="Name">Its name, if it has one.</param>
/// <param name="IsCertain">Whether it takes part in every match.</param>
public sealed record RegexGroup(string? Name, bool IsCertain);
