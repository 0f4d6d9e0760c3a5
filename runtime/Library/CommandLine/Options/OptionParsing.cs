using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Library.Options.OptparseModule;

namespace Pytocs.Runtime.Library.Options;

/// <summary>Reading command lines.</summary>
internal static class OptionParsing
{
    public static Any Parse(Any self, Any given, Any values)
    {
        var words = new PyList<Any>(Operators.ToList(given.IsNone ? Modules.Import("sys").Get("argv") : given).Skip(given.IsNone ? 1 : 0));
        var rest = new PyList<Any>();
        if (values.IsNone)
            values = self.Invoke("get_default_values");
        // Callbacks look at them, and take words away.
        self.Set("rargs", words);
        self.Set("largs", rest);
        self.Set("values", values);
        try
        {
            Run(self, words, rest, values);
        }
        catch (PyException error) when (IsUserError(error))
        {
            self.Invoke("error", Operators.Str(error));
        }
        return self.Invoke("check_values", values, new PyList<Any>([.. rest, .. words]));
    }

    private static string Take(PyList<Any> words)
    {
        var word = Operators.Str(words.Get(0));
        words.DeleteAt(0);
        return word;
    }

    private static void Run(Any self, PyList<Any> words, PyList<Any> rest, Any values)
    {
        while (words.Count > 0)
        {
            var word = Operators.Str(words.Get(0));
            if (word == "--")
            {
                Take(words);
                return;
            }
            if (word.StartsWith("--", StringComparison.Ordinal))
                Long(self, Take(words), words, values);
            else if (word.Length > 1 && word[0] == '-')
                Short(self, Take(words), words, values);
            else if (self.Get("allow_interspersed_args").Truth)
                rest.Append(Take(words));
            else
                return;
        }
    }

    private static void Long(Any self, string word, PyList<Any> words, Any values)
    {
        var equal = word.IndexOf('=', StringComparison.Ordinal);
        if (equal >= 0)
        {
            words.Insert(0, word[(equal + 1)..]);
            word = word[..equal];
        }
        var name = Abbreviated(word, [.. Operators.ToList(self.Get("_long_opt")).Select(Operators.Str)]);
        var option = self.Get("_long_opt")[name];
        Any value = Any.None;
        if (option.Invoke("takes_value").Truth)
            value = Values(self, option, name, words);
        else if (equal >= 0)
            self.Invoke("error", $"{name} option does not take a value");
        option.Invoke("process", new Arguments { name, value, values, self });
    }

    private static void Short(Any self, string word, PyList<Any> words, Any values)
    {
        for (var i = 1; i < word.Length;)
        {
            var name = "-" + word[i++];
            var option = self.Get("_short_opt").Invoke("get", name);
            if (option.IsNone)
                throw BadOption(name);
            Any value = Any.None;
            var takes = option.Invoke("takes_value").Truth;
            if (takes)
            {
                // What stands behind the letter is its value.
                if (i < word.Length)
                    words.Insert(0, word[i..]);
                value = Values(self, option, name, words);
            }
            option.Invoke("process", new Arguments { name, value, values, self });
            if (takes)
                return;
        }
    }

    private static Any Values(Any self, Any option, string name, PyList<Any> words)
    {
        var count = (int)Lib.Int(option.Get("nargs"));
        if (words.Count < count)
            self.Invoke("error", $"{name} option requires {count} argument{(count == 1 ? "" : "s")}");
        if (count == 1)
            return Take(words);
        return new PyTuple([.. Enumerable.Range(0, count).Select(_ => (Any)Take(words))]);
    }
}
