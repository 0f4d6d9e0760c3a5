"""HTML read by html.parser: tags, references, comments, scripts, and pieces that are cut anywhere."""

from html.parser import HTMLParser

PAGE = """<!DOCTYPE html>
<html lang=en><head><title>Fish &amp; Chips</title>
<script>if (a < b && c) { write("</p>"); }</script></head>
<body class="x y" data-n='1' disabled><!-- menu -->
<p>3 &lt; 4 &#169; &copy; &nosuch; <a href="?q=1&amp;p=2">next</a><br/>
<img src=x.png alt><?pi done ?><![CDATA[raw]]></p></body></html >rest &am"""


class Events(HTMLParser):
    def handle_starttag(self, tag, attrs):
        print("start", tag, attrs, self.getpos())

    def handle_endtag(self, tag):
        print("end", tag)

    def handle_data(self, data):
        if data.strip():
            print("data", repr(data))

    def handle_comment(self, data):
        print("comment", repr(data))

    def handle_decl(self, decl):
        print("decl", decl)

    def handle_pi(self, data):
        print("pi", data)

    def handle_entityref(self, name):
        print("entity", name)

    def handle_charref(self, name):
        print("char", name)

    def unknown_decl(self, data):
        print("unknown", data)


class Links(HTMLParser):
    """Gathers where links lead."""

    def __init__(self):
        super().__init__()
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.links += [value for name, value in attrs if name == "href"]


for converts in True, False:
    events = Events(convert_charrefs=converts)
    events.feed(PAGE)
    events.close()
    print("--", events.get_starttag_text())
links = Links()
for character in PAGE:
    links.feed(character)
links.close()
print(links.links)
