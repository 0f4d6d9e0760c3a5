using System.Collections.Generic;
using System.Linq;
using Pytocs.Runtime.Core;
using static Pytocs.Runtime.Core.Builtins;

namespace HtmlPages;

/// <summary>HTML read by html.parser: tags, references, comments, scripts, and pieces that are cut anywhere.</summary>
public static class Module
{
    /// <summary>Runs the program, with the script's exit code.</summary>
    public static int Main(string[] args) => Script.Main("html_pages.py", args, Run);

    /// <summary>The module's top-level statements, in order.</summary>
    internal static void Run()
    {
        Any htmlParser = Modules.ImportFrom("html.parser", "HTMLParser");

        string page = "<!DOCTYPE html>\n<html lang=en><head><title>Fish &amp; Chips</title>\n<script>if (a < b && c) { write(\"</p>\"); }</script></head>\n<body class=\"x y\" data-n='1' disabled><!-- menu -->\n<p>3 &lt; 4 &#169; &copy; &nosuch; <a href=\"?q=1&amp;p=2\">next</a><br/>\n<img src=x.png alt><?pi done ?><![CDATA[raw]]></p></body></html >rest &am";

        Any events = ClassBuilder.Build("Events", "Events", "__main__", new Arguments { htmlParser }, ns =>
        {
            void HandleStarttag(Any self, Any tag, Any attrs)
            {
                Print("start", tag, attrs, self.Invoke("getpos"));
            }
            ns["handle_starttag"] = new PyFunction("Events.handle_starttag", "self, tag, attrs", (Any self, Any tag, Any attrs) => HandleStarttag(self, tag, attrs));

            void HandleEndtag(Any self, Any tag)
            {
                Print("end", tag);
            }
            ns["handle_endtag"] = new PyFunction("Events.handle_endtag", "self, tag", (Any self, Any tag) => HandleEndtag(self, tag));

            void HandleData(Any self, Any data)
            {
                if (data.Invoke("strip").Truth)
                {
                    Print("data", Repr(data));
                }
            }
            ns["handle_data"] = new PyFunction("Events.handle_data", "self, data", (Any self, Any data) => HandleData(self, data));

            void HandleComment(Any self, Any data)
            {
                Print("comment", Repr(data));
            }
            ns["handle_comment"] = new PyFunction("Events.handle_comment", "self, data", (Any self, Any data) => HandleComment(self, data));

            void HandleDecl(Any self, Any decl)
            {
                Print("decl", decl);
            }
            ns["handle_decl"] = new PyFunction("Events.handle_decl", "self, decl", (Any self, Any decl) => HandleDecl(self, decl));

            void HandlePi(Any self, Any data)
            {
                Print("pi", data);
            }
            ns["handle_pi"] = new PyFunction("Events.handle_pi", "self, data", (Any self, Any data) => HandlePi(self, data));

            void HandleEntityref(Any self, Any name)
            {
                Print("entity", name);
            }
            ns["handle_entityref"] = new PyFunction("Events.handle_entityref", "self, name", (Any self, Any name) => HandleEntityref(self, name));

            void HandleCharref(Any self, Any name)
            {
                Print("char", name);
            }
            ns["handle_charref"] = new PyFunction("Events.handle_charref", "self, name", (Any self, Any name) => HandleCharref(self, name));

            void UnknownDecl(Any self, Any data)
            {
                Print("unknown", data);
            }
            ns["unknown_decl"] = new PyFunction("Events.unknown_decl", "self, data", (Any self, Any data) => UnknownDecl(self, data));
        });

        Any linksClass = Any.Unbound;
        linksClass = ClassBuilder.Build("Links", "Links", "__main__", new Arguments { htmlParser }, ns2 =>
        {
            ns2["__doc__"] = "Gathers where links lead.";

            void Init(Any self)
            {
                ((Any)new Super(linksClass.As<PyType>(), self)).Invoke("__init__");
                self.Set("links", (PyList<Any>)[]);
            }
            ns2["__init__"] = new PyFunction("Links.__init__", "self", (Any self) => Init(self));

            void HandleStarttag(Any self, Any tag, Any attrs)
            {
                if (tag == "a")
                {
                    IEnumerable<Any> Items(IEnumerable<Any> source)
                    {
                        foreach (var item in source)
                        {
                            var items = Operators.Unpack(item, 2);
                            Any name = items[0];
                            Any value = items[1];
                            if (name == "href")
                            {
                                yield return value;
                            }
                        }
                    }
                    self.Set("links", Any.AddInPlace(self.Get("links"), new PyList<Any>(Items(Sequences.Of(attrs)))));
                }
            }
            ns2["handle_starttag"] = new PyFunction("Links.handle_starttag", "self, tag, attrs", (Any self, Any tag, Any attrs) => HandleStarttag(self, tag, attrs));
            ns2.ClassCell(made2 => linksClass = made2);
        });
        Any links = linksClass;

        foreach (var converts in new bool[] { true, false })
        {
            Any events_ = events.Call(new Arguments { { "convert_charrefs", converts } });
            events_.Invoke("feed", page);
            events_.Invoke("close");
            Print("--", events_.Invoke("get_starttag_text"));
        }
        Any links_ = links.Call();
        foreach (var character in Str.Characters(page))
        {
            links_.Invoke("feed", character);
        }
        links_.Invoke("close");
        Print(links_.Get("links"));
    }
}
