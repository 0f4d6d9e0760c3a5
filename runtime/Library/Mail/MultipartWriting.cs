using System.Text.RegularExpressions;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>How generators write what messages hold, each kind by a method of its own.</summary>
internal static class MultipartWriting
{
    public static ClassMaker Add(ClassMaker maker) => maker
        .Method("_write", "msg", static (self, message) => Lib.Do(() => Write(self, message)))
        .Method("_dispatch", "msg", static (self, message) =>
        {
            var (main, sub) = (Operators.Str(message.Invoke("get_content_maintype")), Operators.Str(message.Invoke("get_content_subtype")));
            foreach (var name in (string[])[$"_handle_{main}_{sub}".Replace('-', '_'), "_handle_" + main.Replace('-', '_'), "_writeBody"])
                if (Operators.GetAttr(self, name, Any.Unbound) is { IsUnbound: false } method)
                    return method.Call(message);
            return Any.None;
        })
        .Method("_handle_multipart", "msg", static (self, message) => Lib.Do(() => Multipart(self, message)))
        .Method("_handle_multipart_signed", "msg", static (self, message) => Lib.Do(() =>
        {
            var policy = self.Get("policy");
            self.Set("policy", policy.Invoke("clone", new Arguments { { "max_line_length", 0 } }));
            try
            {
                self.Invoke("_handle_multipart", message);
            }
            finally
            {
                self.Set("policy", policy);
            }
        }))
        .Method("_handle_message_delivery_status", "msg", static (self, message) => Lib.Do(() => Blocks(self, message)))
        .Method("_handle_message", "msg", static (self, message) => Lib.Do(() =>
        {
            var payload = message.Get("_payload");
            self.Get("_fp").Invoke("write", payload.Ref is PyList ? Flat(self, message.Invoke("get_payload", 0)) : self.Invoke("_encode", payload));
        }))
        .ClassMethod("_make_boundary", "cls, text=None", static a => Boundary(a[1]));

    private static void Write(Any self, Any message)
    {
        var file = self.Get("_fp");
        var buffer = self.Invoke("_new_buffer");
        Any changed;
        try
        {
            self.Set("_munge_cte", Any.None);
            self.Set("_fp", buffer);
            self.Invoke("_dispatch", message);
        }
        finally
        {
            self.Set("_fp", file);
            changed = self.Get("_munge_cte");
            self.Delete("_munge_cte");
        }
        if (changed.Truth)
        {
            message = Modules.Import("copy").Invoke("deepcopy", message);
            if (message.Invoke("get", "content-transfer-encoding").IsNone)
                message.SetItem("Content-Transfer-Encoding", changed[0]);
            else
                message.Invoke("replace_header", "content-transfer-encoding", changed[0]);
            message.Invoke("replace_header", "content-type", changed[1]);
        }
        if (Operators.GetAttr(message, "_write_headers", Any.None) is { IsNone: false } own)
            own.Call(self);
        else
            self.Invoke("_write_headers", message);
        self.Get("_fp").Invoke("write", buffer.Invoke("getvalue"));
    }

    private static Any Flat(Any self, Any part)
    {
        var buffer = self.Invoke("_new_buffer");
        self.Invoke("clone", buffer).Invoke("flatten", new Arguments { part, { "unixfrom", false }, { "linesep", self.Get("_NL") } });
        return buffer.Invoke("getvalue");
    }

    private static void Multipart(Any self, Any message)
    {
        var parts = message.Invoke("get_payload");
        if (parts.Ref is string text)
        {
            self.Invoke("write", text);
            return;
        }
        var texts = (parts.IsNone ? [] : parts.Ref is PyList ? Operators.ToList(parts) : [parts]).Select(p => Flat(self, p)).ToList();
        var end = Operators.Str(self.Get("_NL"));
        var boundary = message.Invoke("get_boundary");
        if (!boundary.Truth)
        {
            boundary = self.Get("__class__").Invoke("_make_boundary", self.Invoke("_encode", end).Invoke("join", Lib.List(texts)));
            message.Invoke("set_boundary", boundary);
        }
        if (message.Get("preamble").Ref is string preamble)
        {
            GeneratorTypes.WriteLines(self, GeneratorTypes.Mangled(self, preamble));
            self.Invoke("write", end);
        }
        var line = "--" + Operators.Str(boundary);
        self.Invoke("write", line + end);
        for (var i = 0; i < texts.Count; i++)
        {
            if (i > 0)
                self.Invoke("write", end + line + end);
            self.Get("_fp").Invoke("write", texts[i]);
        }
        self.Invoke("write", end + line + "--" + end);
        if (message.Get("epilogue").Ref is string epilogue)
            GeneratorTypes.WriteLines(self, GeneratorTypes.Mangled(self, epilogue));
    }

    private static void Blocks(Any self, Any message)
    {
        var end = self.Invoke("_encode", self.Get("_NL"));
        var blocks = new List<Any>();
        foreach (var part in Operators.Iter(message.Invoke("get_payload")))
        {
            var text = Flat(self, part);
            blocks.Add(text.Invoke("endswith", end).Truth ? text[new PySlice(Any.None, -(int)Operators.Len(end), Any.None)] : text);
        }
        self.Get("_fp").Invoke("write", end.Invoke("join", Lib.List(blocks)));
    }

    private static string Boundary(Any text)
    {
        var number = Operators.Str(Modules.Import("random").Invoke("randrange", long.MaxValue)).PadLeft(19, '0');
        var boundary = new string('=', 15) + number + "==";
        if (text.IsNone)
            return boundary;
        var all = text.Ref as string ?? Buffers.ToLatin1(Buffers.Of(text));
        var candidate = boundary;
        for (var i = 0; Regex.IsMatch(all, $"^--{Regex.Escape(candidate)}(--)?$", RegexOptions.Multiline); i++)
            candidate = $"{boundary}.{i}";
        return candidate;
    }
}
