namespace Pytocs.Parser.Ast;

/// <summary>Binary operators.</summary>
public enum Operator { Add, Sub, Mult, MatMult, Div, Mod, Pow, LShift, RShift, BitOr, BitXor, BitAnd, FloorDiv }

/// <summary>Unary operators.</summary>
public enum UnaryOperator { Invert, Not, UAdd, USub }

/// <summary>`and` and `or`.</summary>
public enum BoolOperator { And, Or }

/// <summary>Comparison operators.</summary>
public enum CompareOperator { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn }

/// <summary>What an expression is used for: reading, assigning or deleting.</summary>
public enum ExprContext { Load, Store, Del }
