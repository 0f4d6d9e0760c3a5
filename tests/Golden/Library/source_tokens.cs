using System;
using System.Linq;
using Pytocs.Runtime.Async;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace SourceTokens;

/// <summary>tokenize and token: source text as tokens, faults, encodings, and text again.</summary>
public static class Module
{
    internal static Any Io = Any.Unbound;
    internal static Any Token = Any.Unbound;
    internal static Any Tokenize = Any.Unbound;

    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("source_tokens.py", args, Run);

    public static void Show(string text)
    {
        Print(Repr(text));
        try
        {
            foreach (var found in Sequences.Of(Tokenize.Get("generate_tokens").Call(Io.Get("StringIO").Call(text).Get("readline"))))
            {
                Print("   ", Token.Get("tok_name")[found.Get("type")], Repr(found.Get("string")), found.Get("start"), found.Get("end"), Repr(found.Get("line")), Token.Get("tok_name")[found.Get("exact_type")]);
            }
        }
        catch (BaseException error) when (Except.Matches(error, PyTuple.Of(Tokenize.Get("TokenError"), SyntaxError.Type)))
        {
            Print("   ", PyType.Of(error).Name, ((Any)error).Get("args"));
        }
    }

    public static void Back(string text)
    {
        PyList<Any> tokens = default!;
        try
        {
            tokens = new PyList<Any>(Sequences.Of(Tokenize.Get("generate_tokens").Call(Io.Get("StringIO").Call(text).Get("readline"))));
        }
        catch (BaseException caught) when (Except.Matches(caught, PyTuple.Of(Tokenize.Get("TokenError"), SyntaxError.Type)))
        {
            return;
        }
        Print(Operators.Compare(Comparison.Eq, Tokenize.Get("untokenize").Call(tokens), text), Repr(Tokenize.Get("untokenize").Call(Generator.Of("<genexpr>", "back.<locals>.<genexpr>", tokens.Select(t => t[new PySlice(Any.None, 2, Any.None)])))));
    }

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Io = Modules.Import("io");
        Token = Modules.Import("token");
        Tokenize = Modules.Import("tokenize");

        PyList<string> texts = (PyList<string>)["def f(a, *b):\n    # note\n\n    return a + 0x1F * 1_000.5e-3j  # end\n\n\nx = f(1,\n  2)\n", "if x:\n  a\n  if y:\n    b\nc", "f'a{x!r:>{w}}b{{c}}' f'''{\nx\n}''' rb'x' Rf'{x}'\n", "f'{a:{b}c{d:e}}f' f'{x:{{}}}' f'{lambda x: 1}' f'a\\N{DASH}b{c}'", "x = 1 \\\n + 2; y = '''a\nb''' + 'c\\\nd'\n", "->:=...**=//=>>=!=<> @ $ ? a€b 𝔘 = '😀' + ü\r\n", "   # only\n\n", "", "  x", "\tif x:\n        y\n", "def f():\n    x\n  y\n", "'abc", "'''abc", "(", "f'{x", "f'{'", "f'abc", "0x", "1__0", "0b12", "a\\ b", "\\", "x\\\n"];

        foreach (var text in texts)
        {
            Show(text);
            Back(text);
        }
        var tokens = new PyList<Any>(Sequences.Of(Tokenize.Get("tokenize").Call(Io.Get("BytesIO").Call(PyBytes.FromLatin1("# -*- coding: latin-1 -*-\nx = \"é\"\n")).Get("readline"))));
        Print(tokens[0], tokens[-2], Tokenize.Get("untokenize").Call(tokens));
        foreach (var start in new PyBytes[] { PyBytes.FromLatin1(""), PyBytes.FromLatin1("ï»¿x"), PyBytes.FromLatin1("#!/x\n# vim: set coding=utf_8 :\n"), PyBytes.FromLatin1("# coding: nope\n"), PyBytes.FromLatin1("ÿ\n"), PyBytes.FromLatin1("ï»¿# coding: latin-1\n"), PyBytes.FromLatin1("x\n# coding: latin-1\n") })
        {
            try
            {
                Print(Tokenize.Get("detect_encoding").Call(Io.Get("BytesIO").Call(start).Get("readline")));
            }
            catch (SyntaxError error)
            {
                Print(error);
            }
        }
        Print(Token.Get("ISEOF").Call(0), Token.Get("EXACT_TOKEN_TYPES")["->"], Len(Token.Get("tok_name")), Token.Get("ISTERMINAL").Call(300));
    }
}
