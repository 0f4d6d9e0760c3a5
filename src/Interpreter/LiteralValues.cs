using Pytocs.Parser;
using Pytocs.Parser.Text;
using Pytocs.Runtime.Library.SyntaxTrees;
using Py = Pytocs.Parser.Ast;

namespace Pytocs.Interpreter;

/// <summary>The values of texts that are literals. See <see href="https://docs.python.org/3.13/library/ast.html#ast.literal_eval">ast.literal_eval</see>.</summary>
internal sealed class LiteralValues(SourceText source)
{
    /// <exception cref="ValueError">The text is more than a literal.</exception>
    public static Any Of(Any text)
    {
        var source = Evaluation.Text(text, "<unknown>", "");
        var module = Compiler.Parse(source, "eval", new ParseOptions { MinorVersion = 13, TreeOnly = true }, 0);
        return new LiteralValues(source).Value(((Py.ExprStatement)module.Body[0]).Value);
    }

    private Any Value(Py.Expression? node)
    {
        switch (node)
        {
            case Py.Constant constant:
                return CodeBuilder.Value(constant.Value);
            case Py.Tuple tuple:
                return new PyTuple([.. tuple.Elts.Select(Value)]);
            case Py.List list:
                return new PyList<Any>(list.Elts.Select(Value));
            case Py.Set set:
                return new PySet<Any>(set.Elts.Select(Value));
            case Py.Call { Func: Py.Name { Id: "set" }, Args.IsEmpty: true, Keywords.IsEmpty: true }:
                return new PySet<Any>();
            case Py.Dict dict:
                var result = new PyDict<Any, Any>();
                for (var i = 0; i < dict.Keys.Length; i++)
                    result[Value(dict.Keys[i])] = Value(dict.Values[i]);
                return result;
            case Py.BinOp { Op: Py.Operator.Add or Py.Operator.Sub } op:
                var (left, right) = (Signed(op.Left), Number(op.Right));
                if (left.Ref is not System.Numerics.Complex && right.Ref is System.Numerics.Complex)
                    return op.Op == Py.Operator.Add ? left + right : left - right;
                break;
        }
        return Signed(node);
    }

    private Any Signed(Py.Expression? node) => node switch
    {
        Py.UnaryOp { Op: Py.UnaryOperator.UAdd } op => +Number(op.Operand),
        Py.UnaryOp { Op: Py.UnaryOperator.USub } op => -Number(op.Operand),
        _ => Number(node),
    };

    private Any Number(Py.Expression? node)
        => node is Py.Constant { Value: System.Numerics.BigInteger or double or System.Numerics.Complex } constant ? CodeBuilder.Value(constant.Value)
            : throw LiteralTree.Malformed(node is null ? Any.None : TreeReader.Read(source, [node]).First());
}
