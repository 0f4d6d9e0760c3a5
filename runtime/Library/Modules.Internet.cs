using Pytocs.Runtime.Library.Mail;

namespace Pytocs.Runtime.Core;

/// <summary>Modules of mail and of the web.</summary>
public static partial class Modules
{
    private static void RegisterInternet()
    {
        Register("quopri", QuopriModule.Build);
        Register("http.client", Library.Web.ClientModule.Build);
        Register("http.server", Library.Web.ServerModule.Build);
        Register("urllib.error", Library.Web.UrlErrors.Build);
        Register("urllib.response", Library.Web.UrlErrors.Responses);
        Register("urllib.request", Library.Web.UrlRequestModule.Build);
        Register("email", ParserModule.Package);
        Register("email.errors", MailErrors.Build);
        Register("email.quoprimime", QuotedWords.Build);
        Register("email.base64mime", QuotedWords.Build64);
        Register("email.charset", CharsetType.Build);
        Register("email.header", HeaderDecoding.Build);
        Register("email.utils", UtilsModule.Build);
        Register("email._policybase", Policies.Base);
        Register("email.policy", Policies.Build);
        Register("email.message", MimePartType.Build);
        Register("email.feedparser", ParserModule.Feed);
        Register("email.parser", ParserModule.Build);
        Register("email.generator", GeneratorTypes.Build);
        Register("email.headerregistry", HeaderRegistry.Build);
        Register("email.contentmanager", ContentManagers.Build);
        Register("email.encoders", MimeClasses.Encoders);
        Register("email.iterators", MimeClasses.Iterators);
        Register("email.mime", MimeClasses.Package);
        foreach (var name in (string[])["base", "nonmultipart", "multipart", "text", "application", "image", "audio", "message"])
            Register("email.mime." + name, () => MimeClasses.Build("email.mime." + name));
    }
}
