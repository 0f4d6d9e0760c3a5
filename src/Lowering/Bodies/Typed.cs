using Pytocs.Lowering.Tree;
using Pytocs.Lowering.Types;

namespace Pytocs.Lowering.Bodies;

/// <summary>A lowered expression and the type that its C# has.</summary>
internal readonly record struct Typed(LowExpression Code, StaticType Type);
