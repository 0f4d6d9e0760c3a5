from xml.dom import minidom
import xml.etree.ElementTree as ET, io
import xml.sax, xml.sax.saxutils as su
from xml.sax.handler import ContentHandler
doc = minidom.parseString('<?xml version="1.0" encoding="utf-8"?>\n<!-- hi --><root a="1" b="x &amp; y"><?pi data?><item id="1">one<b/>two</item><item id="2"><![CDATA[<raw>]]></item><ns:e xmlns:ns="urn:x" ns:at="q"/></root>')
print(doc.toxml()); print(doc.toprettyxml(indent="  ")); print(doc.toprettyxml(encoding="utf-8")); print(doc.toxml("iso-8859-1", standalone=True))
for e in doc.getElementsByTagName("item"):
    print(e.getAttribute("id"), e.firstChild.data, [c.nodeName for c in e.childNodes], e.attributes.items(), e.firstChild, e.nodeType, e.tagName)
print(doc.documentElement.attributes['a'].value, doc.documentElement.attributes.keys(), doc.documentElement.hasAttribute('zz'), repr(doc.documentElement.getAttribute('zz')))
e = doc.getElementsByTagNameNS("urn:x", "*")[0]; print(e.namespaceURI, e.prefix, e.localName, e.attributes.items(), e.getAttributeNS("urn:x","at"))
d = minidom.Document(); r = d.createElement("root"); d.appendChild(r); r.setAttribute("k", 'v"<>\n'); t = d.createTextNode("text & <more>"); r.appendChild(t); c = d.createElement("c"); r.insertBefore(c, t); r.appendChild(d.createComment("cm")); c.appendChild(d.createCDATASection("cd"))
print(d.toprettyxml()); print(r.toxml()); print(c.nextSibling, t.previousSibling is c, r.lastChild.nodeName, c.parentNode is r)
r.removeChild(c); print(r.toxml()); 
try: r.removeChild(c)
except Exception as ex: print(type(ex), ex, ex.args, ex.code)
try: d.appendChild(d.createElement("x"))
except Exception as ex: print(type(ex), ex)
try: minidom.parseString("<a><b></a>")
except Exception as ex: print(type(ex), ex, ex.code, ex.lineno, ex.offset)
k = r.cloneNode(True); print(k.toxml(), k.parentNode, k.ownerDocument is d)
impl = minidom.getDOMImplementation(); dt = impl.createDocumentType("html", "pub", "sys"); x = impl.createDocument(None, "html", dt); print(x.toxml()); x.documentElement.setAttributeNS("urn:q","q:a","1"); print(x.documentElement.toxml())
w = io.StringIO(); d.writexml(w, indent="", addindent="\t", newl="\n", encoding="UTF-8"); print(w.getvalue())
root = ET.fromstring("<a><b>1</b><c x='1'/></a>"); print(minidom.parseString(ET.tostring(root)).toprettyxml(indent="    "))
class H(ContentHandler):
    def startDocument(self): print("start")
    def startElement(self, name, attrs): print("<", name, dict(attrs), attrs.getNames(), attrs.getLength(), self._locator.getLineNumber())
    def endElement(self, name): print(">", name)
    def characters(self, c): print("chars", repr(c))
    def processingInstruction(self, t, d): print("pi", t, d)
    def endDocument(self): print("end")
xml.sax.parseString("<r a='1'>\n<b>x&amp;y<![CDATA[z]]></b>\n<?p q?></r>", H())
try: xml.sax.parseString(b"<r><b></r>", ContentHandler())
except xml.sax.SAXParseException as ex: print(type(ex), ex, ex.getLineNumber(), ex.getColumnNumber(), ex.getMessage())
p = xml.sax.make_parser(); p.setContentHandler(H()); p.setFeature(xml.sax.handler.feature_namespaces, 0); p.parse(io.StringIO("<a>t</a>"))
print(su.escape("<a&b>", {"'": "&apos;"}), su.unescape("&lt;a&amp;&gt;"), su.quoteattr('a"b'), su.quoteattr("it's \"q\""), su.quoteattr("n\n"))
g = su.XMLGenerator(); g.startDocument(); g.startElement("a", {"x": "1"}); g.characters("t<"); g.endElement("a"); g.endDocument(); print()
b = io.BytesIO(); g = su.XMLGenerator(b, "utf-8", short_empty_elements=True); g.startDocument(); g.startElement("a", {}); g.startElement("e", {"k":"v"}); g.endElement("e"); g.endElement("a"); print(b.getvalue())
import xml.parsers.expat as ex
p = ex.ParserCreate(); p.StartElementHandler = lambda n, a: print("S", n, a); p.EndElementHandler = lambda n: print("E", n); p.CharacterDataHandler = lambda d: print("C", repr(d)); p.Parse("<a x='1'>hi\nyou</a>", True)
p = ex.ParserCreate(namespace_separator=":")
p.StartElementHandler = lambda n, a: print("S", n, a)
try: p.Parse("<a xmlns='u'><b></a>", 1)
except ex.ExpatError as er: print(er, ex.ErrorString(er.code))
