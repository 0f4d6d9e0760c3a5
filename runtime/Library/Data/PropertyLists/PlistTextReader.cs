using System.Globalization;
using Pytocs.Runtime.Core;
using Pytocs.Runtime.Library.Xml;

namespace Pytocs.Runtime.Library.PropertyLists;

/// <summary>Reads property lists that are XML.</summary>
internal sealed class PlistTextReader(Any dictionary, bool aware) : IXmlTarget
{
    private readonly Stack<Any> _open = new();
    private readonly System.Text.StringBuilder _text = new();
    private XmlScanner? _scanner;
    private Any _key = Any.None;
    private Any _root = Any.None;

    public Any Read(Any file)
    {
        _scanner = new XmlScanner(XmlTree.Decoded(file.Invoke("read")), this) { Error = XmlNames.ExpatFault };
        _scanner.Scan();
        return _root;
    }

    public void Entity(string name) => throw PlistlibModule.Invalid("XML entity declarations are not supported in plist files");

    public void Start(string tag, PyDict<Any, Any> attributes)
    {
        _text.Clear();
        if (tag is not ("dict" or "array"))
            return;
        var container = tag == "dict" ? dictionary.Call() : new PyList<Any>();
        Add(container);
        _open.Push(container);
    }

    public void Data(string text) => _text.Append(text);

    public void End(string tag)
    {
        switch (tag)
        {
            case "dict":
                if (_key.Truth)
                    throw new ValueError($"missing value for key '{Operators.Str(_key)}' at line {_scanner!.Line}");
                _open.Pop();
                break;
            case "array":
                _open.Pop();
                break;
            case "key":
                if (_key.Truth || !Builtins.IsInstance(Top(), DictType.Type))
                    throw new ValueError($"unexpected key at line {_scanner!.Line}");
                _key = Text();
                break;
            case "true" or "false":
                Add(tag == "true");
                break;
            case "integer":
                var digits = Text();
                var python = Modules.Import("builtins");
                Add(digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase) ? python.Invoke("int", digits, 16) : python.Invoke("int", digits));
                break;
            case "real":
                Add(Modules.Import("builtins").Invoke("float", Text()));
                break;
            case "string":
                Add(Text());
                break;
            case "data":
                Add(Modules.Import("binascii").Invoke("a2b_base64", ((Any)Text()).Invoke("encode", "utf-8")));
                break;
            case "date":
                Add(PlistText.Date(Text(), aware));
                break;
        }
    }

    private string Text()
    {
        var text = _text.ToString();
        _text.Clear();
        return text;
    }

    private Any Top() => _open.TryPeek(out var top) ? top : throw new IndexError("list index out of range");

    private void Add(Any value)
    {
        if (!_key.IsNone)
        {
            if (!Builtins.IsInstance(Top(), DictType.Type))
                throw Unexpected();
            Top().SetItem(_key, value);
            _key = Any.None;
        }
        else if (_open.Count == 0)
            _root = value;
        else if (Top().Ref is PyList list)
            ((Any)list).Invoke("append", value);
        else
            throw Unexpected();
    }

    private ValueError Unexpected() => new(string.Create(CultureInfo.InvariantCulture, $"unexpected element at line {_scanner!.Line}"));
}
