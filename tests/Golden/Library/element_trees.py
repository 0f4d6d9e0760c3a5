import xml.etree.ElementTree as ET
import io, copy
doc = """<?xml version="1.0"?>
<!DOCTYPE data [<!ENTITY me "Me &amp; you">]>
<!-- head -->
<data xmlns:x="http://x.org/a" version='1'>
  <country name="Liechtenstein"><rank updated="yes">2</rank><year>2008</year><x:gdp>141100</x:gdp><neighbor name="Austria" direction="E"/><neighbor name="Switzerland" direction="W"/></country>
  <country name="Singapore"><rank>5</rank><year>2011</year><neighbor name="Malaysia" direction="N"/>tail &lt;text&gt; &#233; <![CDATA[<raw> & ]]></country>
  <empty></empty><x:e x:k="v" k2="a&#10;b">text &me;</x:e>
</data>"""
root = ET.fromstring(doc)
print(root.tag, root.attrib, len(root), [c.tag for c in root])
for c in root.findall("country"):
    print(c.get("name"), c.find("rank").text, c.findtext("year"), c.findtext("nope"), c.findtext("nope", "dflt"), [n.attrib["name"] for n in c.iter("neighbor")])
for path in ("*", ".", "./country/neighbor", ".//neighbor", "country[2]", "country[last()]", "country[@name='Singapore']", ".//neighbor[@direction]", "country[rank='5']", ".//neighbor/..", "country/year/..[@name='Singapore']", "{http://x.org/a}e", ".//{*}gdp", ".//rank[.='2']", "country[1]/neighbor[2]", "country[@name!='Singapore']", "x:e", "country[rank]"):
    try: print(path, [(e.tag, e.get("name")) for e in root.findall(path, {"x": "http://x.org/a"})])
    except SyntaxError as e: print(path, e)
for bad in ("/a", "a[0]", "q:a", "a[foo()]"):
    try: print(bad, root.findall(bad))
    except SyntaxError as e: print(bad, type(e).__name__, e)
    except KeyError as e: print(bad, e)
print(ET.tostring(root).decode())
print(ET.tostring(root, encoding="unicode"))
print(ET.tostring(root[3], encoding="utf-8", xml_declaration=True), ET.tostring(root[2], "latin-1"), ET.tostring(root[2], short_empty_elements=False))
a = ET.Element("a", {"x": "1"}, y="2 < \"3\" & é\n")
b = ET.SubElement(a, "b"); b.text = "hi"; b.tail = "tail"
a.append(ET.Comment(" note ")); a.append(ET.ProcessingInstruction("php", "echo")); ET.SubElement(a, "c").set("k", "v")
a.insert(0, ET.Element("first"))
print(ET.tostring(a)); print(list(a.keys()), list(a.items()), [e.tag for e in a if isinstance(e.tag, str)], "".join(a.itertext()))
ET.indent(a); print(ET.tostring(a, "unicode")); ET.dump(a)
a.remove(b); del a[0]; print(len(a), a[-1].tag, [e.tag for e in a[1:] if isinstance(e.tag, str)])
c2 = copy.deepcopy(root); c2[0].set("name", "X"); print(root[0].get("name"), c2[0].get("name"))
t = ET.ElementTree(a); buf = io.BytesIO(); t.write(buf, encoding="utf-8", xml_declaration=True); print(buf.getvalue())
t2 = ET.parse(io.StringIO("<r><q/></r>")); print(t2.getroot().tag, t2.find("q").tag)
ET.register_namespace("zz", "http://z"); n = ET.Element("{http://z}a"); ET.SubElement(n, "{http://other}b").set("{http://z}k", "v"); print(ET.tostring(n))
for ev, el in ET.iterparse(io.BytesIO(b"<a><b>1</b><c/></a>"), events=("start", "end")): print(ev, el.tag, el.text)
for bad in ("", "<a>", "<a></b>", "<a><b></a>", "<a/>x", "<a/><b/>", "<a>&nbsp;</a>", "<a b=1/>", "<a b='1' b='2'/>", "x", "<a", "<a><", "<x:a/>", "<a>&</a>", "<a>\x01</a>", "<1a/>", "<a b='<'/>", "</a>", "<a b='1'c='2'/>", "<!-- x", "\n\n<a>\n  <b>\n</a>"):
    try: print(ET.fromstring(bad))
    except ET.ParseError as e: print(repr(bad), e, e.code, e.position)
class T:
    def start(self, tag, attrs): print("start", tag, attrs)
    def end(self, tag): print("end", tag)
    def data(self, d): print("data", repr(d))
    def close(self): return "closed"
p = ET.XMLParser(target=T()); p.feed("<a x='1'>t<b/></a>"); print(p.close())
tb = ET.TreeBuilder(); tb.start("r", {"a": "b"}); tb.data("x"); tb.end("r"); print(ET.tostring(tb.close()))
try: ET.tostring(ET.Element(3))
except TypeError as e: print(e)
e = ET.Element("k"); e.text = 5
try: ET.tostring(e)
except TypeError as x: print(x)
print(ET.QName("u", "t"), ET.tostring(ET.fromstring("<p>a<br/>b</p>"), method="html"), ET.tostring(root[0], method="text"), ET.iselement(a), repr(ET.Element("a"))[:14])
