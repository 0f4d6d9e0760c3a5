namespace Pytocs.Runtime.Core;

/// <summary>What is known of a class statement.</summary>
/// <param name="Line">Where it starts, decorators included.</param>
/// <param name="StaticAttributes">What functions in it assign through <c>self</c>.</param>
public sealed record ClassStatement(int Line, IReadOnlyList<string> StaticAttributes);
