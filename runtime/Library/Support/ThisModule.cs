using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <c>this</c>: printed once, when it is first imported. See <see href="https://peps.python.org/pep-0020/">PEP 20</see>.</summary>
internal static class ThisModule
{
    private const string Text = """
        The Zen of Python, by Tim Peters

        Beautiful is better than ugly.
        Explicit is better than implicit.
        Simple is better than complex.
        Complex is better than complicated.
        Flat is better than nested.
        Sparse is better than dense.
        Readability counts.
        Special cases aren't special enough to break the rules.
        Although practicality beats purity.
        Errors should never pass silently.
        Unless explicitly silenced.
        In the face of ambiguity, refuse the temptation to guess.
        There should be one-- and preferably only one --obvious way to do it.
        Although that way may not be obvious at first unless you're Dutch.
        Now is better than never.
        Although never is often better than *right* now.
        If the implementation is hard to explain, it's a bad idea.
        If the implementation is easy to explain, it may be a good idea.
        Namespaces are one honking great idea -- let's do more of those!
        """;

    public static PyModule Build()
    {
        var letters = new PyDict<Any, Any>();
        foreach (var first in (int[])['A', 'a'])
            for (var i = 0; i < 26; i++)
                letters[((char)(first + i)).ToString()] = ((char)(first + (i + 13) % 26)).ToString();
        Builtins.Print([Text], " ", "\n", Any.None, false);
        return new PyModule("this").Value("s", string.Concat(Text.Select(c => letters.TryGetValue(c.ToString(), out var other) ? Operators.Str(other) : c.ToString())))
            .Value("d", letters).Value("c", 97).Value("i", 25);
    }
}
