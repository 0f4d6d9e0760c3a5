using Pytocs.Runtime.Library.Mail;

namespace Pytocs.Runtime.Core;

/// <summary>Modules of mail and of the web.</summary>
public static partial class Modules
{
    private static void RegisterInternet()
    {
        // What a module of mail imports itself, programs use without importing it.
        PyModule With(PyModule module, params string[] others) => module.OnImport(() => Array.ForEach(others, static o => Import(o)));
        Register("quopri", QuopriModule.Build);
        Register("http.client", () => With(Library.Web.ClientModule.Build(), "email.parser", "email.message"));
        Register("http.server", () => With(Library.Web.ServerModule.Build(), "http.client", "email.utils", "urllib.parse"));
        Register("nturl2path", Library.Web.NtUrlPaths.Build);
        Register("urllib.error", Library.Web.UrlErrors.Build);
        Register("urllib.response", Library.Web.UrlErrors.Responses);
        Register("urllib.request", () => With(Library.Web.UrlRequestModule.Build(), "urllib.error", "urllib.parse", "urllib.response", "http.client", "email.utils"));
        Register("http.cookies", Library.Web.CookieTypes.Build);
        Register("smtplib", () => With(Library.Web.SmtpModule.Build(), "email.utils", "email.message", "email.generator"));
        Register("email", ParserModule.Package);
        Register("netrc", Library.Web.NetrcModule.Build);
        Register("email._header_value_parser", HeaderParts.Build);
        Register("email.errors", MailErrors.Build);
        Register("email.quoprimime", QuotedWords.Build);
        Register("email.base64mime", QuotedWords.Build64);
        Register("email.charset", CharsetType.Build);
        Register("email.header", HeaderDecoding.Build);
        Register("email.utils", UtilsModule.Build);
        Register("email._policybase", Policies.Base);
        Register("email.policy", () => With(Policies.Build(), "email.message", "email.headerregistry", "email.contentmanager"));
        Register("email.message", () => With(MimePartType.Build(), "email.utils", "email.errors", "email._policybase", "email.charset", "email.encoders", "email.header", "email.iterators"));
        Register("email.feedparser", ParserModule.Feed);
        Register("email.parser", () => With(ParserModule.Build(), "email.feedparser", "email._policybase"));
        Register("email.generator", () => With(GeneratorTypes.Build(), "email.utils", "email.errors"));
        Register("email.headerregistry", HeaderRegistry.Build);
        Register("email.contentmanager", ContentManagers.Build);
        Register("email.encoders", MimeClasses.Encoders);
        Register("email.iterators", MimeClasses.Iterators);
        Register("email.mime", MimeClasses.Package);
        foreach (var name in (string[])["base", "nonmultipart", "multipart", "text", "application", "image", "audio", "message"])
            Register("email.mime." + name, () => With(MimeClasses.Build("email.mime." + name), "email.message", "email.policy", "email.encoders"));
    }
}
