import optparse
import sys
from optparse import OptionParser, OptionGroup, make_option
def cb(option, opt_str, value, parser, *args):
    print("callback", opt_str, value, args)
    parser.values.cb = 1
parser = OptionParser(usage="usage: %prog [options] arg1", version="%prog 1.0", description="A long description of the program that should wrap over several lines, as it is long.", prog="tool", epilog="The end.")
parser.add_option("-f", "--file", dest="filename", help="write report to FILE", metavar="FILE")
parser.add_option("-q", "--quiet", action="store_false", dest="verbose", default=True, help="don't print status messages to stdout [default: %default]")
parser.add_option("-n", type="int", default=5, help="number [default: %default]")
parser.add_option("--ratio", type="float")
parser.add_option("-a", "--add", action="append", help="add one of the things that there are, of which there are a great many in this world")
parser.add_option("-v", action="count", dest="verbosity", default=0)
parser.add_option("--mode", choices=["fast", "slow"], type="choice", default="fast")
parser.add_option("--const", action="store_const", const=42, dest="c")
parser.add_option("--pair", nargs=2, type="int")
parser.add_option("--call", action="callback", callback=cb, type="string", callback_args=(1, 2))
parser.add_option("--secret", help=optparse.SUPPRESS_HELP)
g = OptionGroup(parser, "Dangerous Options", "Caution: use at your own risk.")
g.add_option("-g", action="store_true", help="Group option.")
parser.add_option_group(g)
print(vars(parser.parse_args([])[0]))
o, a = parser.parse_args(["-f", "x.txt", "-q", "-n3", "--ratio=2.5", "-a", "1", "-a2", "-vvv", "--mode", "slow", "--const", "--pair", "3", "4", "--call", "zz", "rest", "-g", "more"])
print(o, a)
for words in (["a", "--", "-q"], ["--qui"], ["-qv", "x"]):
    o, a = parser.parse_args(words)
    print(o, a)
o, a = parser.parse_args(["--file", "f"])
print(o.filename, o.verbose, vars(o), o.ensure_value("zzz", 3))
parser.print_help()
print(parser.format_help() == parser.format_help(), parser.get_usage(), parser.get_version(), parser.has_option("-f"), parser.get_option("-f"), parser.get_default_values())
for bad in [["-x"], ["--nope"], ["-n", "abc"], ["--ratio", "x"], ["--mode", "zzz"], ["-f"], ["--pair", "1"], ["--quiet=3"], ["--c"]]:
    try:
        parser.parse_args(bad)
    except SystemExit as e:
        print("exit", e.code)
    sys.stdout.flush()
try:
    parser.parse_args(["--version"])
except SystemExit as e:
    print("exit", e.code)
try:
    parser.parse_args(["-h"])
except SystemExit as e:
    print("exit", e.code)
p2 = OptionParser(option_list=[make_option("-x", action="store_true"), make_option("-y", type="string")], add_help_option=False)
p2.set_defaults(y="def")
p2.disable_interspersed_args()
o, a = p2.parse_args(["-x", "a", "-y"])
print(o, a)
try:
    p2.add_option("-x")
except optparse.OptionConflictError as e:
    print(e)
try:
    p2.add_option("-z", action="bogus")
except optparse.OptionError as e:
    print(e)
try:
    p2.error("bad thing")
except SystemExit as e:
    print(e.code)
