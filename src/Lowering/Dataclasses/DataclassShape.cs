using System.Collections.Immutable;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Lowering.Dataclasses;

/// <summary>A field of a dataclass.</summary>
/// <param name="Statement">The annotated assignment that declares it.</param>
/// <param name="Name">Its name.</param>
/// <param name="Default">Its default; null for none.</param>
/// <param name="Factory">What makes its default for each object; null for none.</param>
/// <param name="IsParameter">Whether <c>__init__</c> takes it.</param>
/// <param name="IsShown">Whether <c>__repr__</c> shows it.</param>
/// <param name="IsCompared">Whether comparisons look at it.</param>
/// <param name="IsHashed">Whether <c>__hash__</c> looks at it.</param>
/// <param name="IsKeywordOnly">Whether it is passed by its name only.</param>
internal sealed record DataclassField(
    Py.AnnAssign Statement, string Name, Py.Expression? Default, Py.Expression? Factory, bool IsParameter, bool IsShown, bool IsCompared, bool IsHashed, bool IsKeywordOnly);

/// <summary>
/// What the decorator <see href="https://docs.python.org/3.13/library/dataclasses.html#dataclasses.dataclass">dataclass</see> was told of a class.
/// </summary>
/// <param name="Definition">The class.</param>
/// <param name="Base">The dataclass that it is derived from; null for none.</param>
/// <param name="Own">The fields that its own body declares, in order.</param>
/// <param name="Options">The options that are on.</param>
internal sealed record DataclassShape(Py.ClassDef Definition, DataclassShape? Base, ImmutableArray<DataclassField> Own, ImmutableHashSet<string> Options)
{
    /// <summary>All fields, those of its bases first.</summary>
    public IEnumerable<DataclassField> Fields => Base is null ? Own : Base.Fields.Concat(Own);

    /// <summary>Whether an option of the decorator is on.</summary>
    public bool Is(string option) => Options.Contains(option);

    /// <summary>Whether its body defines a method.</summary>
    public bool Defines(string method) => Definition.Body.Any(s => s is Py.FunctionDefinition f && f.Name == method);

    /// <summary>Whether it, or a dataclass that it is derived from, defines a method.</summary>
    public bool Has(string method) => Defines(method) || Base?.Has(method) == true;
}
