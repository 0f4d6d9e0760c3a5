using System.Collections.Immutable;
using Pytocs.Lowering.Types;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Library;

/// <summary>What typed code knows of <see href="https://docs.python.org/3.13/library/functions.html#open">files of text</see>.</summary>
internal static class FilesLibrary
{
    public static LibraryClass Text { get; } = new LibraryClass("_io", "TextIOWrapper", "TextFile").With(ContextStyle.Disposes)
        .Method("read", "Read", "size?", StaticType.Str)
        .Method("readline", "ReadLine", "size?", StaticType.Str)
        .Method("readlines", LibraryFunction.Read("ReadLines", "", StaticType.Any) with { ListOf = StaticType.Str })
        .Method("write", "Write", "text", StaticType.Int)
        .Method("writelines", "WriteLines", "lines", StaticType.None)
        .Method("flush", "Flush", "", StaticType.None)
        .Method("close", "Close", "", StaticType.None)
        .Property("closed", "IsClosed", StaticType.Bool);

    private static readonly ImmutableHashSet<string> s_keywords = ["mode", "encoding", "errors", "newline"];

    public static bool IsText(StaticType type) => type is LibraryInstance { Class: var cls } && ReferenceEquals(cls, Text);

    /// <summary>Whether a call of <c>open</c> opens a file of text, whatever its arguments are at run time.</summary>
    public static bool OpensText(Py.Call call)
    {
        if (call.Args.Length is 0 or > 2 || call.Args.Any(static a => a is Py.Starred) || call.Keywords.Any(k => k.Arg is null || !s_keywords.Contains(k.Arg)))
            return false;
        var mode = call.Args.Length == 2 ? call.Args[1] : call.Keywords.FirstOrDefault(static k => k.Arg == "mode")?.Value;
        return mode is null or Py.Constant { Value: "r" or "w" or "a" or "x" or "rt" or "wt" or "at" or "xt" or "r+" or "w+" or "a+" or "x+" };
    }
}
