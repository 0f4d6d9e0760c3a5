namespace Pytocs.Runtime.Core;

/// <summary>What only the code of interpreted source text knows of itself.</summary>
/// <param name="Unit">What runs it.</param>
/// <param name="VariableNames">Its local names, parameters first.</param>
/// <param name="Names">The names that it looks up elsewhere, and attributes.</param>
/// <param name="Constants">The literals, the docstring or None first, and the code of functions inside.</param>
/// <param name="FreeVariables">Names of functions around it.</param>
/// <param name="CellVariables">Names that functions inside use.</param>
/// <param name="Flags">Its <c>co_flags</c>.</param>
internal sealed record CodeDetails(object Unit, PyTuple VariableNames, PyTuple Names, PyTuple Constants, PyTuple FreeVariables, PyTuple CellVariables, int Flags);
