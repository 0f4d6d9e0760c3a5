using Microsoft.CodeAnalysis;
using Pytocs.Parser.Text;

namespace Pytocs.Emit;

/// <summary>Where line directives stand.</summary>
internal sealed partial class StatementEmitter
{
    private int _quiet;

    /// <summary>Code where no directive may stand, until the result is disposed of.</summary>
    public Quiet WithoutLines()
    {
        _quiet++;
        return new Quiet(this);
    }

    /// <summary>Ends a stretch without directives.</summary>
    internal readonly struct Quiet(StatementEmitter emitter) : IDisposable
    {
        public void Dispose() => emitter._quiet--;
    }

    /// <summary>The directive in front of what came from a stretch of Python, or from nowhere; null where none are written.</summary>
    public SyntaxTriviaList? LineOf(TextSpan? origin) => _lines is null || _quiet > 0 ? null : origin is { Start: >= 0 } span ? _lines.At(span) : LineDirectives.Hidden;
}
