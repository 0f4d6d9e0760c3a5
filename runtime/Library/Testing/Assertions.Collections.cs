using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Testing;

/// <summary>Assertions about containers, and the texts that show how two values differ.</summary>
internal static partial class Assertions
{
    private const int MaxLength = 80;
    private const string Omitted = "\nDiff is {0} characters long. Set self.maxDiff to None to see it.";

    private static void Collections(ClassMaker maker)
    {
        maker.Method("assertSequenceEqual", "self, seq1, seq2, msg=None, seq_type=None", static a => Sequence(a[0], a[1], a[2], a[3], a[4]))
            .Method("assertListEqual", "self, list1, list2, msg=None", static a => Sequence(a[0], a[1], a[2], a[3], ListType.Type))
            .Method("assertTupleEqual", "self, tuple1, tuple2, msg=None", static a => Sequence(a[0], a[1], a[2], a[3], TupleType.Type))
            .Method("assertSetEqual", "self, set1, set2, msg=None", static a => Sets(a[0], a[1], a[2], a[3]))
            .Method("assertDictEqual", "self, d1, d2, msg=None", static a => Dicts(a[0], a[1], a[2], a[3]))
            .Method("assertCountEqual", "self, first, second, msg=None", static a => Counts(a[0], a[1], a[2], a[3]));
    }

    /// <summary>Both reprs, shortened by what they share when they are long.</summary>
    private static string Short(Any first, Any second, out string other)
    {
        var (a, b) = (Repr(first), Repr(second));
        (a, other) = Shortener.Common(a, b);
        return a;
    }

    private static Any Sequence(Any self, Any first, Any second, Any message, Any type)
    {
        var name = "sequence";
        if (!type.IsNone)
        {
            name = Operators.Str(type.Get("__name__"));
            if (!Builtins.IsInstance(first, type))
                throw Raise.Of(self.Get("failureException").Call($"First sequence is not a {name}: {Repr(first)}"));
            if (!Builtins.IsInstance(second, type))
                throw Raise.Of(self.Get("failureException").Call($"Second sequence is not a {name}: {Repr(second)}"));
        }
        if (Operators.Equal(first, second))
            return Any.None;
        var text = $"{char.ToUpperInvariant(name[0])}{name[1..]}s differ: {Short(first, second, out var other)} != {other}\n";
        var (length1, length2) = ((long)Operators.Len(first), (long)Operators.Len(second));
        for (var i = 0; i < Math.Min(length1, length2); i++)
        {
            if (!Operators.Equal(first[i], second[i]))
            {
                var (a, b) = Shortener.Common(Repr(first[i]), Repr(second[i]));
                text += $"\nFirst differing element {i}:\n{a}\n{b}\n";
                break;
            }
        }
        if (length1 == length2 && type.IsNone && !text.Contains("\nFirst differing", StringComparison.Ordinal) && !ReferenceEquals(PyType.Of(first), PyType.Of(second)))
            return Any.None;
        if (length1 != length2)
        {
            var (which, length, longer) = length1 > length2 ? ("First", length2, first) : ("Second", length1, second);
            text += $"\n{which} {name} contains {Math.Abs(length1 - length2)} additional elements.\nFirst extra element {length}:\n{Repr(longer[length])}\n";
        }
        throw Failure(self, message, Truncate(self, text, "\n" + Diff(first, second)));
    }

    /// <summary>The line diff of two values, printed prettily.</summary>
    private static string Diff(Any first, Any second)
        => string.Join('\n', Differ.Compare(PrettyPrinter.Format(first).Split('\n'), PrettyPrinter.Format(second).Split('\n')));

    private static string Truncate(Any self, string text, string diff)
    {
        var most = self.Get("maxDiff");
        return most.IsNone || diff.Length <= (long)Operators.Index(most)
            ? text + diff
            : text + string.Format(System.Globalization.CultureInfo.InvariantCulture, Omitted, diff.Length);
    }

    private static Any Sets(Any self, Any first, Any second, Any message)
    {
        Any Minus(Any a, Any b, string which)
        {
            try
            {
                return a.Invoke("difference", b);
            }
            catch (TypeError error)
            {
                throw Raise.Of(self.Get("failureException").Call($"invalid type when attempting set difference: {Operators.Str(error)}"));
            }
            catch (AttributeError error)
            {
                throw Raise.Of(self.Get("failureException").Call($"{which} argument does not support set difference: {Operators.Str(error)}"));
            }
        }

        var only1 = Minus(first, second, "first");
        var only2 = Minus(second, first, "second");
        if (!only1.Truth && !only2.Truth)
            return Any.None;
        var lines = new List<string>();
        if (only1.Truth)
            lines.AddRange(["Items in the first set but not the second:", .. Operators.ToList(only1).Select(Operators.Repr)]);
        if (only2.Truth)
            lines.AddRange(["Items in the second set but not the first:", .. Operators.ToList(only2).Select(Operators.Repr)]);
        throw Failure(self, message, string.Join('\n', lines));
    }

    private static Any Dicts(Any self, Any first, Any second, Any message)
    {
        self.Invoke("assertIsInstance", first, DictType.Type, "First argument is not a dictionary");
        self.Invoke("assertIsInstance", second, DictType.Type, "Second argument is not a dictionary");
        return Operators.Equal(first, second) ? Any.None
            : throw Failure(self, message, Truncate(self, $"{Short(first, second, out var other)} != {other}", "\n" + Diff(first, second)));
    }

    private static Any Counts(Any self, Any first, Any second, Any message)
    {
        var (left, right) = (new List<Any>(Operators.ToList(first)), new List<Any>(Operators.ToList(second)));
        var lines = new List<string>();
        var all = left.Concat(right).ToList();
        while (all.Count > 0)
        {
            var item = all[0];
            var (count1, count2) = (left.Count(x => Operators.Equal(x, item)), right.Count(x => Operators.Equal(x, item)));
            if (count1 != count2)
                lines.Add($"First has {count1}, Second has {count2}:  {Operators.Repr(item)}");
            all.RemoveAll(x => Operators.Equal(x, item));
        }
        return lines.Count == 0 ? Any.None : throw Failure(self, message, Truncate(self, "Element counts were not equal:\n", string.Join('\n', lines)));
    }

    private static Any MultiLine(Any[] a)
    {
        var (self, first, second, message) = (a[0], a[1], a[2], a[3]);
        self.Invoke("assertIsInstance", first, StrType.Type, "First argument is not a string");
        self.Invoke("assertIsInstance", second, StrType.Type, "Second argument is not a string");
        if (Operators.Equal(first, second))
            return Any.None;
        var (text1, text2) = (Operators.Str(first), Operators.Str(second));
        var standard = $"{Short(first, second, out var other)} != {other}";
        if (text1.Length > 1 << 16 || text2.Length > 1 << 16)
            throw Failure(self, message, standard);
        var ended = (text1.Length == 0 || text1.EndsWith('\n')) && (text2.Length == 0 || text2.EndsWith('\n'));
        var diff = string.Concat(Differ.Compare(Lines(text1, ended), Lines(text2, ended)));
        throw Failure(self, message, Truncate(self, standard, "\n" + diff));
    }

    /// <summary>Lines with their ends; where one of the texts lacks its last end, both get one more.</summary>
    private static string[] Lines(string text, bool ended) => [.. Str.SplitLines(ended || text.Length == 0 ? text : text + "\n", keepends: true)];

    /// <summary>Cuts what two long reprs have in common.</summary>
    private static class Shortener
    {
        private const int MinBegin = 5;
        private const int MinEnd = 5;
        private const int MinCommon = 5;
        private const int PlaceholderLength = 12;
        private const int MinDiff = MaxLength - (MinBegin + PlaceholderLength + MinCommon + PlaceholderLength + MinEnd);

        public static (string First, string Second) Common(string a, string b)
        {
            var longest = Math.Max(a.Length, b.Length);
            if (longest <= MaxLength)
                return (a, b);
            var common = 0;
            while (common < a.Length && common < b.Length && a[common] == b[common])
                common++;
            var prefix = a[..common];
            var room = MaxLength - (longest - common + MinBegin + PlaceholderLength);
            if (room > MinCommon)
            {
                prefix = Shorten(prefix, MinBegin, room);
                return (prefix + a[common..], prefix + b[common..]);
            }
            prefix = Shorten(prefix, MinBegin, MinCommon);
            return (prefix + Shorten(a[common..], MinDiff, MinEnd), prefix + Shorten(b[common..], MinDiff, MinEnd));
        }

        private static string Shorten(string text, int begin, int end)
        {
            var skip = text.Length - begin - end;
            return skip > PlaceholderLength ? $"{text[..begin]}[{skip} chars]{text[^end..]}" : text;
        }
    }
}
