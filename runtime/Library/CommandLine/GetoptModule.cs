using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.CommandLine;

/// <summary><see href="https://docs.python.org/3.13/library/getopt.html">getopt</see>.</summary>
internal static class GetoptModule
{
    private static readonly PyType s_error = PyType.Emitted("GetoptError", "getopt", PyException.Type)
        .Method("__init__", "self, msg, opt=''", static (self, message, option) =>
        {
            self.Set("msg", message);
            self.Set("opt", option);
            self.Set("args", PyTuple.Of(message, option));
            return Any.None;
        })
        .Method("__str__", static self => self.Get("msg"));

    public static PyModule Build() => new PyModule("getopt").Type(s_error).Value("error", s_error)
        .Function("getopt", "args, shortopts, longopts=()", static a => Parse(a, mixed: false))
        .Function("long_has_args", "opt, longopts", static (option, known) => Chosen(Operators.Str(option), Longs(known)) is var (name, takes) ? PyTuple.Of(takes, name) : default)
        .Function("short_has_arg", "opt, shortopts", static (option, known) => Takes(Operators.Str(option)[0], Operators.Str(known)))
        .Function("do_longs", "opts, opt, longopts, args", static a => Step(a, static (word, known, words, options) => Long(word, Longs(known), words, options)))
        .Function("do_shorts", "opts, optstring, shortopts, args", static a => Step(a, static (word, known, words, options) => Short(word, Operators.Str(known), words, options)))
        .Function("gnu_getopt", "args, shortopts, longopts=()", static a => Parse(a, mixed: true));

    private static BaseException Failure(string message, string option) => (BaseException)s_error.Call(message, option).Ref!;

    private static Any Parse(Any[] a, bool mixed)
    {
        var words = new Queue<string>(Operators.ToList(a[0]).Select(Operators.Str));
        var shorts = Operators.Str(a[1]);
        var longs = Longs(a[2]);
        var strict = !mixed || shorts.StartsWith('+') || OsEnviron.Get("POSIXLY_CORRECT") is not null;
        if (mixed)
            shorts = shorts.TrimStart('+');
        var (options, rest) = (new PyList<Any>(), new List<string>());
        while (words.TryPeek(out var word))
        {
            if (word == "--" || ((!word.StartsWith('-') || word == "-") && strict))
            {
                if (word == "--")
                    words.Dequeue();
                break;
            }
            words.Dequeue();
            if (!word.StartsWith('-') || word == "-")
                rest.Add(word);
            else if (word.StartsWith("--", StringComparison.Ordinal))
                Long(word[2..], longs, words, options);
            else
                Short(word[1..], shorts, words, options);
        }
        return PyTuple.Of(options, Lib.List([.. rest, .. words]));
    }

    private static void Long(string word, string[] known, Queue<string> words, PyList<Any> options)
    {
        var equal = word.IndexOf('=', StringComparison.Ordinal);
        var (given, value) = equal < 0 ? (word, null) : (word[..equal], word[(equal + 1)..]);
        var (name, takes) = Chosen(given, known);
        if (takes && value is null && !words.TryDequeue(out value))
            throw Failure($"option --{name} requires argument", name);
        if (!takes && value is not null)
            throw Failure($"option --{name} must not have an argument", name);
        options.Append(PyTuple.Of("--" + name, value ?? ""));
    }

    private static string[] Longs(Any known) => PyValueInstance.Unwrap(known).Ref is string one ? [one] : [.. Operators.ToList(known).Select(Operators.Str)];

    /// <summary>One word of a command line: what it adds to the options, and what is left.</summary>
    private static Any Step(Any[] a, Action<string, Any, Queue<string>, PyList<Any>> read)
    {
        var words = new Queue<string>(Operators.ToList(a[3]).Select(Operators.Str));
        var options = (PyList<Any>)a[0].Ref!;
        read(Operators.Str(a[1]), a[2], words, options);
        return PyTuple.Of(options, Lib.List([.. words]));
    }

    /// <summary>The one option that a name begins, and whether it takes a value.</summary>
    private static (string Name, bool Takes) Chosen(string name, string[] known)
    {
        var fitting = Array.FindAll(known, k => k.StartsWith(name, StringComparison.Ordinal));
        if (fitting.Length == 0)
            throw Failure($"option --{name} not recognized", name);
        var chosen = Array.Find(fitting, f => f == name || f == name + "=") ?? (fitting.Length > 1 ? throw Failure($"option --{name} not a unique prefix", name) : fitting[0]);
        return (chosen.TrimEnd('='), chosen.EndsWith('='));
    }

    private static bool Takes(char letter, string known)
    {
        var at = letter == ':' ? -1 : known.IndexOf(letter, StringComparison.Ordinal);
        return at < 0 ? throw Failure($"option -{letter} not recognized", $"{letter}") : at + 1 < known.Length && known[at + 1] == ':';
    }

    private static void Short(string letters, string known, Queue<string> words, PyList<Any> options)
    {
        for (var i = 0; i < letters.Length; i++)
        {
            var value = "";
            if (Takes(letters[i], known))
            {
                value = letters[(i + 1)..];
                if (value.Length == 0 && !words.TryDequeue(out value!))
                    throw Failure($"option -{letters[i]} requires argument", $"{letters[i]}");
                options.Append(PyTuple.Of($"-{letters[i]}", value));
                return;
            }
            options.Append(PyTuple.Of($"-{letters[i]}", value));
        }
    }
}
