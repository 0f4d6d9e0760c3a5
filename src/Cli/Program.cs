using Pytocs.Emit;
using Pytocs.Lowering;
using Pytocs.Parser;
using Pytocs.Parser.Text;

var source = new SourceText(args[0], File.ReadAllText(args[0]));
var parsed = PythonParser.Parse(source);
foreach (var d in parsed.Diagnostics)
    Console.Error.WriteLine(d);
var lowered = PythonLowering.Lower(source, parsed, new LoweringOptions("Demo"));
foreach (var d in lowered.Diagnostics)
    Console.Error.WriteLine(d);
Console.WriteLine(CSharpEmitter.ToText(lowered.File!));
