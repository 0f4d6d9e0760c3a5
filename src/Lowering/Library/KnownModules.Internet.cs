namespace Pytocs.Lowering.Library;

/// <summary>Those of mail and of the web.</summary>
public static partial class KnownModules
{
    private static string[] Internet =>
    [
        "email", "email._header_value_parser", "email._policybase", "email.base64mime", "email.charset", "email.contentmanager", "email.encoders", "email.errors", "email.feedparser", "email.generator", "email.header", "email.headerregistry",
        "email.iterators", "email.message", "email.mime", "email.mime.application", "email.mime.audio", "email.mime.base", "email.mime.image", "email.mime.message", "email.mime.multipart", "email.mime.nonmultipart",
        "email.mime.text", "email.parser", "email.policy", "email.quoprimime", "email.utils", "http.client", "http.cookies", "http.server", "netrc", "nturl2path", "quopri", "smtplib", "sqlite3", "sqlite3.dbapi2", "urllib", "urllib.error", "urllib.request", "urllib.response",
    ];
}
