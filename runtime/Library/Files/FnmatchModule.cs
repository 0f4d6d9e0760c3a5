using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/fnmatch.html">fnmatch</see>.</summary>
internal static class FnmatchModule
{
    public static PyModule Build() => new PyModule("fnmatch")
        .Function("fnmatch", "name, pat", static (name, pat) => Fits(PathText.Of(name), PathText.Of(pat)))
        .Function("fnmatchcase", "name, pat", static (name, pat) => Fits(PathText.Of(name), PathText.Of(pat)))
        .Function("filter", "names, pat", static (names, pat) =>
        {
            var pattern = PathText.Of(pat);
            return Lib.List(Operators.ToList(names).Where(n => Fits(PathText.Of(n), pattern)));
        })
        .Function("translate", "pat", static a => WildcardText.Translate(Lib.Text(a[0])));

    private static bool Fits(PathText name, PathText pattern) => name.IsBytes == pattern.IsBytes
        ? WildcardText.Fits(name.Text, pattern.Text)
        : throw new TypeError(name.IsBytes ? "cannot use a string pattern on a bytes-like object" : "cannot use a bytes pattern on a string-like object");
}
