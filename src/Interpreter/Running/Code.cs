using Pytocs.Parser.Text;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>What a piece of code does when it is called.</summary>
internal enum Flavour
{
    Plain, Generator, Coroutine, AsyncGenerator,
}

/// <summary>A function, class body or top-level code, ready to run.</summary>
internal sealed class Code(string name, string qualName, SourceText source)
{
    public string Name => name;

    public string QualName => qualName;

    public SourceText Source => source;

    public required int FirstLine { get; init; }

    public required Scope Scope { get; init; }

    public Flavour Flavour { get; set; }

    /// <summary>The statements.</summary>
    public Block Body { get; set; } = Block.Empty;

    /// <summary>The value of an expression, a lambda's or one to be evaluated; null for statements.</summary>
    public Expr? Value { get; set; }

    /// <summary>Whether it shows what its expressions give, as code of mode <c>single</c> does.</summary>
    public bool ShowsValues { get; set; }

    /// <summary>How many slots a frame has.</summary>
    public int SlotCount { get; set; }

    /// <summary>Slots that hold cells from the start; of a parameter with its value.</summary>
    public int[] CellSlots { get; set; } = [];

    /// <summary>The names of the slots, where they are variables of this code.</summary>
    public List<(string Name, int Slot)> Locals { get; } = [];

    /// <summary>How many parameters there are; they are the first slots.</summary>
    public int ParameterCount { get; set; }

    public Any Doc { get; set; } = Any.None;

    /// <summary>The nodes that frames stand at.</summary>
    public List<Py.Node> Positions { get; } = [];

    public CodeLists Lists { get; } = new();

    /// <summary>Names of the closure, in the order of a frame's.</summary>
    public string[] FreeNames { get; set; } = [];

    /// <summary>The code as a Python value.</summary>
    public PyCode Object => _object ??= Lists.Make(this);

    private PyCode? _object;
}
