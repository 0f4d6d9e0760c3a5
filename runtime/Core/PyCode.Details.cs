namespace Pytocs.Runtime.Core;

/// <summary>What only the code of interpreted source text knows of itself.</summary>
/// <param name="Unit">What runs it.</param>
/// <param name="VariableNames">Its local names, parameters first.</param>
/// <param name="Names">The names that it looks up elsewhere, and attributes.</param>
/// <param name="Constants">The literals, the docstring or None first, and the code of functions inside.</param>
/// <param name="FreeVariables">Names of functions around it.</param>
/// <param name="CellVariables">Names that functions inside use.</param>
/// <param name="Flags">Its <c>co_flags</c>.</param>
/// <param name="Mode">What <c>compile</c> was told that its text is.</param>
/// <param name="Text">Its source text, by which code is told from other code.</param>
internal sealed record CodeDetails(object Unit, string Mode, string Text, PyTuple VariableNames, PyTuple Names, PyTuple Constants, PyTuple FreeVariables, PyTuple CellVariables, int Flags);
