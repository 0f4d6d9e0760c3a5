using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library;

/// <summary><see href="https://docs.python.org/3.13/library/ast.html#ast.literal_eval">ast.literal_eval</see>: the part of ast that needs no source text of the program.</summary>
internal static class AstModule
{
    public static PyModule Build() => new PyModule("ast")
        .Function("literal_eval", "node_or_string", static a => PyValueInstance.Unwrap(a[0]).Ref is string text
            ? new LiteralReader(text.TrimStart(' ', '\t')).Read()
            : throw new ValueError($"malformed node or string: {Operators.Repr(a[0])}"));
}
