using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;

namespace Pytocs.Runtime.Library.Mail;

/// <summary>The module <see href="https://docs.python.org/3.13/library/quopri.html">quopri</see>.</summary>
internal static class QuopriModule
{
    private static Any Encoded(Any data, Any tabs, Any header) => Modules.Import("binascii").Invoke("b2a_qp", new Arguments { data, { "quotetabs", tabs }, { "header", header } });

    private static Any Decoded(Any data, Any header) => Modules.Import("binascii").Invoke("a2b_qp", new Arguments { data, { "header", header } });

    public static PyModule Build() => new PyModule("quopri")
        .Value("a2b_qp", Modules.Import("binascii").Get("a2b_qp")).Value("b2a_qp", Modules.Import("binascii").Get("b2a_qp"))
        .Python("encodestring", "s, quotetabs=False, header=False", static a => Encoded(a[0], a[1], a[2]))
        .Python("decodestring", "s, header=False", static a => Decoded(a[0], a[1]))
        .Python("encode", "input, output, quotetabs, header=False", static a => Lib.Do(() => a[1].Invoke("write", Encoded(a[0].Invoke("read"), a[2], a[3]))))
        .Python("decode", "input, output, header=False", static a => Lib.Do(() => a[1].Invoke("write", Decoded(a[0].Invoke("read"), a[2]))));
}
