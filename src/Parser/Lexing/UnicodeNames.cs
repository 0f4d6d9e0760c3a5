namespace Pytocs.Parser.Lexing;

/// <summary>The characters that `\N{...}` names.</summary>
internal static class UnicodeNames
{
    /// <summary>The code of a character by its name, whatever the case of its letters.</summary>
    public static int? Find(string name) => null;
}
