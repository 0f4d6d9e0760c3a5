using Pytocs.Parser.Text;
using Pytocs.Runtime.Library.SyntaxTrees;

namespace Pytocs.Interpreter;

/// <summary>
/// From nodes of <c>ast</c> to code that runs: they are written as text, each statement on its line, and that is compiled. See
/// <see href="https://docs.python.org/3.13/library/functions.html#compile">compile</see>.
/// </summary>
internal static class TreeCompiler
{
    /// <exception cref="ValueError">The tree cannot be compiled.</exception>
    public static Code Compile(Any tree, string path, string mode, int flags, bool isOptimized)
    {
        var expected = mode switch
        {
            "exec" => "Module",
            "eval" => "Expression",
            "single" => "Interactive",
            _ => throw new ValueError("compile() mode must be 'exec', 'eval' or 'single'"),
        };
        if (!NodeTypes.Is(tree, expected))
            throw new TypeError($"expected {expected} node, got {PyType.Of(tree).Name}");
        TreeFields.Check(tree, "mod");
        TreeCheck.Run(tree);
        var text = new TreeWriter { KeepsLines = true }.Text(tree);
        return Compiler.CompileWritten(new SourceText(path, text + (mode == "eval" ? "" : "\n")), mode, flags, isOptimized);
    }
}
