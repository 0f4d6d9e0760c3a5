using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>Reads a message from its lines. What makes no message is a defect of it, and the rest is read all the same.</summary>
internal sealed partial class MailReader(List<string> lines, Func<Any> create, Any policy, bool headersOnly)
{
    private readonly Stack<Func<string, bool>> _ends = [];
    private readonly Stack<Any> _open = [];
    private int _at;

    /// <summary>The message that was read last, which a boundary takes the end of the line from.</summary>
    private Any _last = Any.None;

    [GeneratedRegex(@"^(From |[\041-\071\073-\176]*:|[\t ])")]
    private static partial Regex Header();

    private static string End(string line) => line.EndsWith("\r\n", StringComparison.Ordinal) ? "\r\n" : line.EndsWith('\n') || line.EndsWith('\r') ? line[^1..] : "";

    /// <summary>The lines of a text with their ends; only line feeds and carriage returns end one.</summary>
    public static List<string> Lines(string text)
    {
        var result = new List<string>();
        var start = 0;
        while (start < text.Length)
        {
            var end = text.AsSpan(start).IndexOfAny('\n', '\r');
            end = end < 0 ? text.Length : start + end + 1;
            if (end < text.Length && text[end - 1] == '\r' && text[end] == '\n')
                end++;
            result.Add(text[start..end]);
            start = end;
        }
        return result;
    }

    public Any Read()
    {
        var message = ReadMessage();
        if (Operators.Equal(message.Invoke("get_content_maintype"), "multipart") && !message.Invoke("is_multipart").Truth && !headersOnly)
            Defect(message, "MultipartInvariantViolationDefect");
        return message;
    }

    private void Defect(Any message, string name) => policy.Invoke("handle_defect", message, MailErrors.Make(name));

    private string? Next()
    {
        if (_at >= lines.Count || _ends.Any(end => end(lines[_at])))
            return null;
        return lines[_at++];
    }

    private string Rest()
    {
        var rest = new System.Text.StringBuilder();
        while (Next() is { } line)
            rest.Append(line);
        return rest.ToString();
    }

    private Any ReadMessage()
    {
        var message = create();
        if (_open.TryPeek(out var parent))
        {
            if (Operators.Equal(parent.Invoke("get_content_type"), "multipart/digest"))
                message.Invoke("set_default_type", "message/rfc822");
            parent.Invoke("attach", message);
        }
        _open.Push(message);
        _last = message;
        var headers = new List<string>();
        while (Next() is { } line)
        {
            if (Header().IsMatch(line))
            {
                headers.Add(line);
                continue;
            }
            if (line[0] is not ('\n' or '\r'))
            {
                Defect(message, "MissingHeaderBodySeparatorDefect");
                _at--;
            }
            break;
        }
        ReadHeaders(message, headers);
        ReadBody(message);
        _open.Pop();
        return message;
    }

    private void ReadHeaders(Any message, List<string> headers)
    {
        var current = new List<string>();
        for (var i = 0; i < headers.Count; i++)
        {
            var line = headers[i];
            if (line[0] is ' ' or '\t')
            {
                if (current.Count == 0)
                    policy.Invoke("handle_defect", message, MailErrors.Make("FirstHeaderLineIsContinuationDefect", line));
                else
                    current.Add(line);
                continue;
            }
            Store();
            if (line.StartsWith("From ", StringComparison.Ordinal))
            {
                if (i == 0)
                {
                    message.Invoke("set_unixfrom", line[..^End(line).Length]);
                }
                else if (i == headers.Count - 1)
                {
                    _at--;
                    return;
                }
                else
                {
                    message.Get("defects").Invoke("append", MailErrors.Make("MisplacedEnvelopeHeaderDefect", line));
                }
            }
            else if (line[0] == ':')
            {
                message.Get("defects").Invoke("append", MailErrors.Make("InvalidHeaderDefect", "Missing header name."));
            }
            else
            {
                current.Add(line);
            }
        }
        Store();

        void Store()
        {
            if (current.Count > 0)
                message.Invoke("set_raw", new Arguments { new Star(policy.Invoke("header_source_parse", Lib.List(current))) });
            current.Clear();
        }
    }

    private void ReadBody(Any message)
    {
        if (headersOnly)
        {
            message.Invoke("set_payload", Rest());
            return;
        }
        var main = Operators.Str(message.Invoke("get_content_maintype"));
        if (Operators.Equal(message.Invoke("get_content_type"), "message/delivery-status"))
            ReadBlocks();
        else if (main == "message")
            ReadMessage();
        else if (main == "multipart")
            ReadParts(message);
        else
            message.Invoke("set_payload", Rest());
    }

    /// <summary>Blocks of headers, with empty lines between them.</summary>
    private void ReadBlocks()
    {
        while (true)
        {
            _ends.Push(static line => line[0] is '\n' or '\r');
            ReadMessage();
            _ends.Pop();
            Next();
            if (Next() is null)
                return;
            _at--;
        }
    }

    private void ReadParts(Any message)
    {
        var boundary = message.Invoke("get_boundary");
        if (boundary.IsNone)
        {
            Defect(message, "NoBoundaryInMultipartDefect");
            message.Invoke("set_payload", Rest());
            return;
        }
        if (Operators.Str(message.Invoke("get", "content-transfer-encoding", "8bit")).ToLowerInvariant() is not ("7bit" or "8bit" or "binary"))
            Defect(message, "InvalidMultipartContentTransferEncodingDefect");
        var pattern = new Regex("^--" + Regex.Escape(Operators.Str(boundary)) + @"(?<end>--)?(?<space>[ \t]*)(?<line>\r\n|\r|\n)?$");
        var preamble = new List<string>();
        var (inPreamble, isClosed, hasLine) = (true, false, false);
        while (Next() is { } line)
        {
            if (pattern.Match(line) is not { Success: true } match)
            {
                preamble.Add(line);
                continue;
            }
            if (match.Groups["end"].Success)
            {
                (isClosed, hasLine) = (true, match.Groups["line"].Success);
                break;
            }
            if (inPreamble && preamble.Count > 0)
            {
                preamble[^1] = preamble[^1][..^End(preamble[^1]).Length];
                message.Set("preamble", string.Concat(preamble));
            }
            inPreamble = false;
            while (Next() is { } following)
            {
                if (pattern.IsMatch(following))
                    continue;
                _at--;
                break;
            }
            _ends.Push(pattern.IsMatch);
            ReadMessage();
            TakeEnd();
            _ends.Pop();
            _last = message;
        }
        Finish(message, preamble, inPreamble, isClosed, hasLine);
    }

    /// <summary>The end of the line before a boundary belongs to the boundary.</summary>
    private void TakeEnd()
    {
        var isMultipart = Operators.Equal(_last.Invoke("get_content_maintype"), "multipart");
        var member = isMultipart ? "epilogue" : "_payload";
        if (_last.Get(member).Ref is not string text)
            return;
        if (isMultipart && text.Length == 0)
            _last.Set(member, Any.None);
        else
            _last.Set(member, text[..^End(text).Length]);
    }

    private void Finish(Any message, List<string> preamble, bool inPreamble, bool isClosed, bool hasLine)
    {
        if (inPreamble)
        {
            Defect(message, "StartBoundaryNotFoundDefect");
            message.Invoke("set_payload", string.Concat(preamble));
            Rest();
            message.Set("epilogue", "");
            return;
        }
        if (!isClosed)
        {
            Defect(message, "CloseBoundaryNotFoundDefect");
            return;
        }
        var rest = Rest();
        // Where the closing boundary has a line of its own, what follows begins with its end.
        if (!hasLine && (rest.StartsWith('\n') || rest.StartsWith('\r')))
            rest = rest[(rest.StartsWith("\r\n", StringComparison.Ordinal) ? 2 : 1)..];
        message.Set("epilogue", rest);
    }
}
