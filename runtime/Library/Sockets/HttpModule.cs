using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary>The module <see href="https://docs.python.org/3.13/library/http.html">http</see>: status codes and methods.</summary>
internal static class HttpModule
{
    private static readonly (int Code, string Name, string Phrase, string Description)[] s_statuses =
    [
        (100, "CONTINUE", "Continue", "Request received, please continue"),
        (101, "SWITCHING_PROTOCOLS", "Switching Protocols", "Switching to new protocol; obey Upgrade header"),
        (102, "PROCESSING", "Processing", ""),
        (103, "EARLY_HINTS", "Early Hints", ""),
        (200, "OK", "OK", "Request fulfilled, document follows"),
        (201, "CREATED", "Created", "Document created, URL follows"),
        (202, "ACCEPTED", "Accepted", "Request accepted, processing continues off-line"),
        (203, "NON_AUTHORITATIVE_INFORMATION", "Non-Authoritative Information", "Request fulfilled from cache"),
        (204, "NO_CONTENT", "No Content", "Request fulfilled, nothing follows"),
        (205, "RESET_CONTENT", "Reset Content", "Clear input form for further input"),
        (206, "PARTIAL_CONTENT", "Partial Content", "Partial content follows"),
        (207, "MULTI_STATUS", "Multi-Status", ""),
        (208, "ALREADY_REPORTED", "Already Reported", ""),
        (226, "IM_USED", "IM Used", ""),
        (300, "MULTIPLE_CHOICES", "Multiple Choices", "Object has several resources -- see URI list"),
        (301, "MOVED_PERMANENTLY", "Moved Permanently", "Object moved permanently -- see URI list"),
        (302, "FOUND", "Found", "Object moved temporarily -- see URI list"),
        (303, "SEE_OTHER", "See Other", "Object moved -- see Method and URL list"),
        (304, "NOT_MODIFIED", "Not Modified", "Document has not changed since given time"),
        (305, "USE_PROXY", "Use Proxy", "You must use proxy specified in Location to access this resource"),
        (307, "TEMPORARY_REDIRECT", "Temporary Redirect", "Object moved temporarily -- see URI list"),
        (308, "PERMANENT_REDIRECT", "Permanent Redirect", "Object moved permanently -- see URI list"),
        (400, "BAD_REQUEST", "Bad Request", "Bad request syntax or unsupported method"),
        (401, "UNAUTHORIZED", "Unauthorized", "No permission -- see authorization schemes"),
        (402, "PAYMENT_REQUIRED", "Payment Required", "No payment -- see charging schemes"),
        (403, "FORBIDDEN", "Forbidden", "Request forbidden -- authorization will not help"),
        (404, "NOT_FOUND", "Not Found", "Nothing matches the given URI"),
        (405, "METHOD_NOT_ALLOWED", "Method Not Allowed", "Specified method is invalid for this resource"),
        (406, "NOT_ACCEPTABLE", "Not Acceptable", "URI not available in preferred format"),
        (407, "PROXY_AUTHENTICATION_REQUIRED", "Proxy Authentication Required", "You must authenticate with this proxy before proceeding"),
        (408, "REQUEST_TIMEOUT", "Request Timeout", "Request timed out; try again later"),
        (409, "CONFLICT", "Conflict", "Request conflict"),
        (410, "GONE", "Gone", "URI no longer exists and has been permanently removed"),
        (411, "LENGTH_REQUIRED", "Length Required", "Client must specify Content-Length"),
        (412, "PRECONDITION_FAILED", "Precondition Failed", "Precondition in headers is false"),
        (413, "CONTENT_TOO_LARGE", "Content Too Large", "Content is too large"),
        (414, "URI_TOO_LONG", "URI Too Long", "URI is too long"),
        (415, "UNSUPPORTED_MEDIA_TYPE", "Unsupported Media Type", "Entity body in unsupported format"),
        (416, "RANGE_NOT_SATISFIABLE", "Range Not Satisfiable", "Cannot satisfy request range"),
        (417, "EXPECTATION_FAILED", "Expectation Failed", "Expect condition could not be satisfied"),
        (418, "IM_A_TEAPOT", "I'm a Teapot", "Server refuses to brew coffee because it is a teapot."),
        (421, "MISDIRECTED_REQUEST", "Misdirected Request", "Server is not able to produce a response"),
        (422, "UNPROCESSABLE_CONTENT", "Unprocessable Content", ""),
        (423, "LOCKED", "Locked", ""),
        (424, "FAILED_DEPENDENCY", "Failed Dependency", ""),
        (425, "TOO_EARLY", "Too Early", ""),
        (426, "UPGRADE_REQUIRED", "Upgrade Required", ""),
        (428, "PRECONDITION_REQUIRED", "Precondition Required", "The origin server requires the request to be conditional"),
        (429, "TOO_MANY_REQUESTS", "Too Many Requests", "The user has sent too many requests in a given amount of time (\"rate limiting\")"),
        (431, "REQUEST_HEADER_FIELDS_TOO_LARGE", "Request Header Fields Too Large", "The server is unwilling to process the request because its header fields are too large"),
        (451, "UNAVAILABLE_FOR_LEGAL_REASONS", "Unavailable For Legal Reasons", "The server is denying access to the resource as a consequence of a legal demand"),
        (500, "INTERNAL_SERVER_ERROR", "Internal Server Error", "Server got itself in trouble"),
        (501, "NOT_IMPLEMENTED", "Not Implemented", "Server does not support this operation"),
        (502, "BAD_GATEWAY", "Bad Gateway", "Invalid responses from another server/proxy"),
        (503, "SERVICE_UNAVAILABLE", "Service Unavailable", "The server cannot process the request due to a high load"),
        (504, "GATEWAY_TIMEOUT", "Gateway Timeout", "The gateway server did not receive a timely response"),
        (505, "HTTP_VERSION_NOT_SUPPORTED", "HTTP Version Not Supported", "Cannot fulfill request"),
        (506, "VARIANT_ALSO_NEGOTIATES", "Variant Also Negotiates", ""),
        (507, "INSUFFICIENT_STORAGE", "Insufficient Storage", ""),
        (508, "LOOP_DETECTED", "Loop Detected", ""),
        (510, "NOT_EXTENDED", "Not Extended", ""),
        (511, "NETWORK_AUTHENTICATION_REQUIRED", "Network Authentication Required", "The client needs to authenticate to gain network access"),
    ];

    /// <summary>Names that RFCs gave before.</summary>
    private static readonly (string Old, string New)[] s_aliases =
    [
        ("REQUEST_ENTITY_TOO_LARGE", "CONTENT_TOO_LARGE"),
        ("REQUEST_URI_TOO_LONG", "URI_TOO_LONG"),
        ("REQUESTED_RANGE_NOT_SATISFIABLE", "RANGE_NOT_SATISFIABLE"),
        ("UNPROCESSABLE_ENTITY", "UNPROCESSABLE_CONTENT"),
    ];

    private static readonly (string Name, string Description)[] s_methods =
    [
        ("CONNECT", "Establish a connection to the server."),
        ("DELETE", "Remove the target."),
        ("GET", "Retrieve the target."),
        ("HEAD", "Same as GET, but only retrieve the status line and header section."),
        ("OPTIONS", "Describe the communication options for the target."),
        ("PATCH", "Apply partial modifications to a target."),
        ("POST", "Perform target-specific processing with the request payload."),
        ("PUT", "Replace the target with the request payload."),
        ("TRACE", "Perform a message loop-back test along the path to the target."),
    ];

    private static readonly (string Name, int Class)[] s_classes = [("is_informational", 1), ("is_success", 2), ("is_redirection", 3), ("is_client_error", 4), ("is_server_error", 5)];

    public static PyModule Build() => new PyModule("http").Package()
        .Value("HTTPStatus", Statuses())
        .Value("HTTPMethod", Methods())
        .Value("__all__", Lib.List(["HTTPStatus", "HTTPMethod"]));

    private static Any Enumeration(string kind, string name, PyDict<Any, Any> members)
        => Modules.Import("enum").Get(kind).Call(new Arguments { name, members, { "module", "http" } });

    private static Any Statuses()
    {
        var members = new PyDict<Any, Any>();
        foreach (var (code, name, _, _) in s_statuses)
            members[name] = code;
        foreach (var (old, name) in s_aliases)
            members[old] = members[name];
        var type = Enumeration("IntEnum", "HTTPStatus", members);
        foreach (var (_, name, phrase, description) in s_statuses)
        {
            var member = type.Get(name);
            member.Set("phrase", phrase);
            member.Set("description", description);
        }
        foreach (var (name, first) in s_classes)
            ((PyType)type.Ref!).Property(name, self => (long)Operators.Index(self) / 100 == first);
        return type;
    }

    private static Any Methods()
    {
        var members = new PyDict<Any, Any>();
        foreach (var (name, _) in s_methods)
            members[name] = name;
        var type = Enumeration("StrEnum", "HTTPMethod", members);
        foreach (var (name, description) in s_methods)
            type.Get(name).Set("description", description);
        ((PyType)type.Ref!).Method("__repr__", static self => $"<HTTPMethod.{Operators.Str(self.Get("_name_"))}>");
        return type;
    }
}
