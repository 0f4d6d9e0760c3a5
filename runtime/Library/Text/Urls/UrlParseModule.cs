using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Urls;

/// <summary>The module <see href="https://docs.python.org/3.13/library/urllib.parse.html">urllib.parse</see>.</summary>
internal static class UrlParseModule
{
    public static PyModule Package() => new PyModule("urllib").Package();

    public static PyModule Build()
    {
        var module = new PyModule("urllib.parse")
            .Type(UrlResults.Parse).Type(UrlResults.ParseBytes).Type(UrlResults.Split).Type(UrlResults.SplitBytes).Type(UrlResults.Defrag).Type(UrlResults.DefragBytes)
            .Value("uses_relative", Lib.List(UrlSplitting.UsesRelative)).Value("uses_netloc", Lib.List(UrlSplitting.UsesNetloc)).Value("uses_params", Lib.List(UrlSplitting.UsesParams))
            .Function("urlsplit", "url, scheme='', allow_fragments=True", static a =>
            {
                var (texts, areBytes) = UrlText.Of(a[0], a[1]);
                return UrlResults.Make(UrlResults.Split, UrlResults.SplitBytes, areBytes, UrlSplitting.Split(texts[0], texts[1], a[2].Truth));
            })
            .Function("urlparse", "url, scheme='', allow_fragments=True", static a =>
            {
                var (texts, areBytes) = UrlText.Of(a[0], a[1]);
                return UrlResults.Make(UrlResults.Parse, UrlResults.ParseBytes, areBytes, UrlSplitting.Parse(texts[0], texts[1], a[2].Truth));
            })
            .Function("urlunsplit", "components", static (Any[] a) => Joined(Operators.Unpack(a[0], 5), UrlSplitting.Unsplit))
            .Function("urlunparse", "components", static (Any[] a) => Joined(Operators.Unpack(a[0], 6), UrlSplitting.Unparse))
            .Function("urljoin", "base, url, allow_fragments=True", static a =>
            {
                if (!a[0].Truth || !a[1].Truth)
                    return a[0].Truth ? a[0] : a[1];
                var (texts, areBytes) = UrlText.Of(a[0], a[1]);
                return UrlText.Back(UrlSplitting.Join(texts[0], texts[1], a[2].Truth), areBytes);
            })
            .Function("urldefrag", "url", static (Any[] a) =>
            {
                var (texts, areBytes) = UrlText.Of(a[0]);
                if (!texts[0].Contains('#'))
                    return UrlResults.Make(UrlResults.Defrag, UrlResults.DefragBytes, areBytes, texts[0], "");
                var parts = UrlSplitting.Parse(texts[0], "", true);
                return UrlResults.Make(UrlResults.Defrag, UrlResults.DefragBytes, areBytes, UrlSplitting.Unparse([.. parts[..5], ""]), parts[5]);
            });
        return Quoting(UrlParts.AddTo(module)).Python("clear_cache", "", static _ => Any.None);
    }

    private static Any Joined(Any[] parts, Func<string[], string> join)
    {
        var (texts, areBytes) = UrlText.Of(parts);
        return UrlText.Back(join(texts), areBytes);
    }

    private static PyModule Quoting(PyModule module)
    {
        module.Function("quote", "string, safe='/', encoding=None, errors=None", static a => UrlQuoting.Quote(a[0], a[1], a[2], a[3]))
            .Function("quote_plus", "string, safe='', encoding=None, errors=None", static a => UrlQuoting.QuotePlus(a[0], a[1], a[2], a[3]))
            .Function("quote_from_bytes", "bs, safe='/'", static (data, safe) => UrlQuoting.QuoteFromBytes(data, safe))
            .Function("unquote", "string, encoding='utf-8', errors='replace'", static a => UrlQuoting.Unquote(a[0], a[1], a[2]))
            .Function("unquote_plus", "string, encoding='utf-8', errors='replace'", static a => UrlQuoting.Unquote(Lib.Text(a[0]).Replace('+', ' '), a[1], a[2]))
            .Function("unquote_to_bytes", "string", static (Any[] a) => UrlQuoting.UnquoteToBytes(a[0]))
            .Function("parse_qsl", "qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'", static a => Pairs(a))
            .Function("parse_qs", "qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'", static a =>
            {
                var result = new PyDict<Any, Any>();
                foreach (var pair in Pairs(a))
                {
                    if (!result.TryGetValue(pair[0], out var values))
                        result[pair[0]] = values = new PyList<Any>();
                    ((PyList<Any>)values.Ref!).Append(pair[1]);
                }
                return result;
            });
        var quotePlus = module.TryGet("quote_plus");
        return module.Function("urlencode", "query, doseq=False, safe='', encoding=None, errors=None, quote_via=", static a => UrlQuoting.Encode(a[0], a[1].Truth, a[2], a[3], a[4], a[5]), quotePlus);
    }

    private static PyList<Any> Pairs(Any[] a) => UrlQuoting.Parse(a[0], a[1].Truth, a[2].Truth, a[3], a[4], a[5], a[6]);
}
