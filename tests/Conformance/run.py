"""Converts CPython's own tests, runs them, and records test by test whether they pass as they do under CPython.

Usage: python3.13 tests/Conformance/run.py [--pytocs DLL] [--limit SECONDS] [--keep FOLDER] [FILE ...]

FILE is a test of the CPython that runs this script: test_asyncgen, test_asyncio/test_locks, ... (all of FILES when none is named).
A test file is copied to a temporary folder beside our own stand-ins for its helpers (shims, and those
of a single file in shims_of) and converted with them; nothing of CPython's is kept. A test that hangs or ends the process is noted, and the rest goes on. results/ holds one list a file and a table.
details.txt says why a method fails, `FILE METHOD: REASON` a line, where METHOD may be a pattern: the reason is one of CPython's details, or begins
with "open, " and says what is still to do.
"""

import argparse
import fnmatch
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import queue

from beside import beside

HERE = pathlib.Path(__file__).resolve().parent
TESTS = pathlib.Path(os.__file__).resolve().parent / "test"
ASYNC = ["test_asyncgen", "test_coroutines", "test_generators", "test_contextlib", "test_contextlib_async"] + [
    "test_asyncio/test_" + name for name in ("locks", "queues", "timeouts", "taskgroups", "waitfor", "runners", "futures", "tasks", "streams", "base_events", "context", "eager_task_factory", "pep492", "threads", "futures2",
    "events", "subprocess", "server", "sock_lowlevel", "sendfile", "transports", "protocols", "staggered", "buffered_proto", "selector_events", "unix_events")]
VALUES = ["test_" + name for name in (
    "int float complex bool str bytes list tuple dict dictviews set range slice format fstring string strtod hash sort enumerate deque collections "
    "defaultdict heapq bisect itertools functools operator io gzip struct array copy").split()]
DATA_MODEL = ["test_" + name for name in (
    "grammar class descr types builtin frame property super abc metaclass subclassinit dataclasses enum typing genericclass type_params funcattrs keywordonlyarg "
    "positional_only_arg extcall call decorators scope global named_expressions unpack unpack_ex patma exceptions exception_group except_star raise "
    "charmapcodec errno "
    "unicode_file_functions with augassign compare contains iter genexps listcomps dictcomps setcomps opcodes isinstance weakref inspect/test_inspect import traceback").split()]
LANGUAGE = ["test_" + name for name in (
    "yield_from generator_stop codeop eof syntax future_stmt/test_future unparse ast/test_ast string_literals unicode_identifiers sys gc context pow long index richcmp binop numeric_tower memoryview "
    "userdict userlist userstring abstract_numbers dynamicclassattribute structseq ordered_dict baseexception type_annotations type_aliases typechecks unary weakset print module longexp pep646_syntax iterlen "
    "int_literal exception_variations exception_hierarchy dynamic flufl atexit descrtut type_comments ucn utf8source source_encoding buffer pkg pkgutil importlib/test_util importlib/test_api importlib/test_spec "
    "importlib/test_abc importlib/test_lazy").split()]
LIBRARY_TESTS = ["test_json/test_" + name for name in "decode default dump encode_basestring_ascii enum fail float indent pass1 recursion scanstring separators speedups unicode".split()] + [
    "test_" + name for name in (
        "re datetime argparse configparser textwrap fnmatch glob shutil tempfile posixpath genericpath statistics calendar pprint decimal fractions cmath random ipaddress memoryio fileio file univnewlines bufio "
        "urlparse html htmlparser shlex reprlib secrets binascii zlib graphlib sched stat keyword colorsys getopt uuid time codecs httplib urllib_response http_cookies "
        "base64 bz2 codeccallbacks copyreg csv dbm difflib fileinput filecmp gettext hashlib hmac httpservers locale logging math minidom grp netrc ntpath optparse os pickle platform plistlib poll popen pwd "
        "posix queue resource sax select selectors shelve signal socketserver strftime strptime subprocess tarfile thread threading timeit tokenize tracemalloc unicodedata urllib urllib2_localnet "
        "warnings wave zipfile/test_core").split()] + ["test_tomllib/test_" + name for name in ("data", "error", "misc")] + [
    "test_unittest/test_" + name for name in "assertions async_case case functiontestcase loader setups skipping suite".split()] + ["test_unittest/testmock/test" + name for name in ("sealable", "sentinel", "threadingmock", "with")] + [
    "test_sqlite3/test_" + name for name in "backup dbapi dump factory hooks regression transactions userfunctions".split()] + [
    "test_email/test_" + name for name in "asian_codecs contentmanager defect_handling email generator headerregistry inversion message parser pickleable policy utils".split()] + ["test_sqlite3/test_types"]
LIBRARY_TESTS += ["test_" + name for name in (
        "asyncio/test_server cmd cmd_line codecencodings_cn codecencodings_hk codecencodings_iso2022 codecencodings_jp codecencodings_kr codecencodings_tw doctest/test_doctest email/test__header_value_parser fcntl "
        "ftplib genericalias http_cookiejar imaplib largefile linecache mailbox marshal pathlib/test_pathlib pathlib/test_pathlib_abc picklebuffer pickletools poplib profile py_compile pyclbr pydoc/test_pydoc "
        "rlcompleter robotparser runpy sundry tabnanny threadedtempfile threading_local threadsignals timeout trace unittest/test_program unittest/test_result unittest/test_util webbrowser wsgiref zipapp "
        "zipfile/_path/test_path zoneinfo/test_zoneinfo "
        "code_module concurrent_futures/test_future concurrent_futures/test_thread_pool dbm_dumb dbm_sqlite3 lzma mimetypes quopri smtplib xml_etree").split()] + ["test_unittest/testmock/test" + name for name in "async callable helpers magicmethods mock patch".split()]
LANGUAGE += ["test_future_stmt/test_future_" + name for name in "multiple_features multiple_imports single_import".split()] + ["test_importlib/" + name for name in (
        "import_/test___loader__ import_/test___package__ import_/test_api import_/test_caching import_/test_fromlist import_/test_meta_path import_/test_packages import_/test_relative_imports "
        "source/test_file_loader source/test_path_hook test_namespace_pkgs test_pkg_import").split()]
GROUPS = {"Asynchrony": ASYNC, "Values": VALUES, "Data model": DATA_MODEL, "The language and its objects": LANGUAGE, "Library": LIBRARY_TESTS}
FILES = [name for names in GROUPS.values() for name in names]
# Modules of CPython's library, written in Python, that tests import; each stands in where the runtime has none of that name.
LIBRARY = ("codeop code pkgutil _py_abc _weakrefset stat linecache _pyio shutil fnmatch pprint token tokenize pickletools bdb compileall ftplib imaplib mailbox modulefinder pdb "
           "poplib profile pstats pty pyclbr rlcompleter runpy stringprep symtable tabnanny trace webbrowser wsgiref xmlrpc zipapp zipimport").split()
# Modules that packages of the runtime lack; they are found in a folder of the library.
PARTS = ["asyncio/staggered", "http/cookiejar", "importlib/resources", "pathlib/_abc", "unittest/util", "urllib/robotparser", "zipfile/_path"]
KNOWN = {name for file in (HERE.parent.parent / "src/Lowering/Library").glob("KnownModules*.cs") for name in re.findall(r'"([\w.]+)"', file.read_text())}
# Modules of the library that a test's own parts look into; they are converted too, and stand in for the runtime's.
INSIDES = {"test_pathlib": ["fnmatch", "glob"]}
# Code that is compiled in full lets go of what it does not use any more, so that gc.collect() finds what CPython's counts find.
ENVIRONMENT = {**os.environ, "DOTNET_TieredCompilation": "0", "PYTHONHASHSEED": "0"}
# Files that look at frames, which code compiled in full has fewer of: small functions become part of those that call them.
FRAMES = ["test_traceback", "test_inspect/test_inspect"]
MAIN = "import sys\nimport conformance_driver\nimport {0}\nconformance_driver.main({0}, sys.argv[1:])\n"
# Helpers of tests that have no stand-in are CPython's own, where one may be converted.
HELPERS = ["import_helper", "script_helper", "logging_helper", "asyncore", "asynchat", "smtpd", "ast_helper", "numbers", "refleak_helper"]


def place(source, folder):
    """Copies a file of CPython's tests, or a folder of them."""
    if source.is_dir():
        shutil.copytree(source, folder / source.name, ignore=shutil.ignore_patterns("__pycache__"))
    elif source.is_file():
        shutil.copy(source, folder)
    else:
        shutil.copy(source.with_suffix(".py"), folder)


def prepare(name, folder, shims):
    module = name.split("/")[-1]
    modules, named, data = beside(TESTS, name)
    for file in data:
        place(TESTS / file, folder)
    if shims:
        shutil.copytree(HERE / "shims", folder, dirs_exist_ok=True)
        for other in set(LIBRARY) - KNOWN | {*INSIDES.get(name.split("/")[0], ())}:
            if not (folder / other).exists() and "." not in other:
                place(TESTS.parent / other, folder)
        # No file beside a program stands in for a module that CPython has from the start.
        (folder.parent / "library").mkdir(exist_ok=True)
        shutil.copy(HERE / "shims" / "marshal.py", folder.parent / "library")
        for part in PARTS:
            (folder.parent / "library" / part).parent.mkdir(parents=True, exist_ok=True)
            if not (folder.parent / "library" / part).exists():
                place(TESTS.parent / part, (folder.parent / "library" / part).parent)
        for other in modules | data:
            if not (folder / "test" / other).exists() and not (folder / "test" / (other + ".py")).exists():
                place(TESTS / other, folder / "test")
        for helper in HELPERS:
            file = TESTS / "support" / (helper + ".py")
            if file.exists() and not (folder / "test/support" / file.name).exists():
                shutil.copy(file, folder / "test/support")
        if (HERE / "shims_of" / module).exists():
            shutil.copytree(HERE / "shims_of" / module, folder, dirs_exist_ok=True)
    else:
        shutil.copy(HERE / "shims" / "conformance_driver.py", folder)
    if (TESTS / name).is_dir():  # a package: its own file is run, the others stand where it looks for them
        shutil.copy(TESTS / name / "__init__.py", folder / (module + ".py"))
        if shims:
            place(TESTS / name, folder / "test")
    else:
        shutil.copy(TESTS / (name + ".py"), folder)
        package = folder / "test" / name.split("/")[0]
        if shims and name.count("/") and not package.exists():
            place(TESTS / name.split("/")[0], folder / "test")
        elif shims and name.count("/"):  # what stands beside our own stand-ins for its package
            for other in (TESTS / name).parent.glob("*.py"):
                if not other.name.startswith("test_") and not (package / other.name).exists():
                    shutil.copy(other, package)
    source = TESTS / (name + ".py")
    for other in source.parent.glob("*.py") if source.is_file() else ():  # what a test starts as a program stands beside it
        if not other.name.startswith("test_") and re.search(f"['\"]{re.escape(other.name)}['\"]", source.read_text()):
            shutil.copy(other, folder)
    if name.count("/") and source.is_file() and re.search(r"^\s*from \.", source.read_text(), re.M):  # it must stand in its package
        module = "test." + name.replace("/", ".")
    # A module that a test only names in a string is converted too, once something imports it.
    (folder / "conformance_main.py").write_text(MAIN.format(module) + "".join(f"def _{other}():\n    import test.{other}\n" for other in sorted(named)))


def run_once(command, folder, done, limit, environment):
    """Runs the tests not in done: what became of each, and how the process ended."""
    (folder / "done.txt").write_text("".join(name + "\n" for name in done))
    process = subprocess.Popen(command + ["conformance_main.py", "done.txt"], cwd=folder, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, errors="replace")
    lines, errors = queue.Queue(), []
    threading.Thread(target=lambda: (*map(lines.put, process.stdout), lines.put(None)), daemon=True).start()
    reader = threading.Thread(target=lambda: errors.extend(process.stderr), daemon=True)
    reader.start()
    results, current, ended = {}, None, ""
    wait = limit * 4  # the first answer comes after the conversion
    while True:
        try:
            line = lines.get(timeout=wait)
        except queue.Empty:
            process.kill()
            ended = "hangs"
            break
        if line is None:
            break
        match = re.match(r"@@(.*?)@@(\w+)@@(.*)", line)
        if not match:
            continue
        wait = limit
        name, status, reason = match.groups()
        if status == "start":
            current = name
        elif status == "stop":
            results.setdefault(name, ("ok", ""))
            current = None
        elif results.get(name, ("ok",))[0] in ("ok", "skip"):
            results[name] = (status, reason)
    process.wait()
    reader.join(5)
    last = next((e.strip() for e in reversed(errors) if e.strip()), "")
    if current is not None:
        results[current] = ("error", ended or f"ends the process: {last}"[:200])
    finished = current is None and not ended and (results or process.returncode == 0)
    return results, bool(finished), errors, current


def run_all(command, folder, limit, environment=ENVIRONMENT, without=()):
    results = {}
    while True:
        got, finished, errors, current = run_once(command, folder, [*without, *results], limit, environment)
        results.update(got)
        if finished or (not got and current is None):
            return results, errors


def reason_for(details, name, test):
    """The reason that details.txt has for a method: a line of its own, or the first whose pattern fits."""
    own = details.get(f"{name} {test}")
    return own or next((reason for key, reason in details.items() if "*" in key and fnmatch.fnmatchcase(f"{name} {test}", key)), None)


def record(name, expected, actual, errors, details):
    lines, passed, total = [], 0, 0
    for test, (status, _) in sorted(expected.items()):
        if status == "skip" or (status != "ok" and test not in actual):
            continue
        total += 1
        got, reason = actual.get(test, ("error", "is not run: " + (errors[0].strip() if errors else "")))
        if got == status:
            passed += 1
            lines.append(f"{test}: passes")
        else:
            detail = reason_for(details, name, test)
            # A detail is one of CPython's, or says what is still open.
            kind = "differs" if not detail else detail if detail.startswith("open, ") else "CPython detail: " + detail
            lines.append(f"{test}: {kind}: {reason or got}")
    (HERE / "results" / (name.replace("/", ".") + ".txt")).write_text("".join(re.sub(r"0x[0-9a-f]{6,}", "0x...", re.sub(re.escape(tempfile.gettempdir()) + r"/\w*/?", "", line.replace(str(HERE), "").replace(str(HERE.parent.parent), "")))[:240].rstrip() + "\n" for line in lines))
    return passed, total


def summarise():
    text = "# CPython's own tests, converted and run\n\nWritten by `tests/Conformance/run.py`.\n"
    for group, names in GROUPS.items():
        rows, all_passed, all_total = [], 0, 0
        for name in names:
            file = HERE / "results" / (name.replace("/", ".") + ".txt")
            if file.exists():
                lines = file.read_text().splitlines()
                passed = sum(line.endswith(": passes") for line in lines)
                all_passed, all_total = all_passed + passed, all_total + len(lines)
                rows.append(f"| {name} | {passed} | {len(lines)} | {passed / max(1, len(lines)):.0%} |\n")
        text += f"\n## {group}: {all_passed} of {all_total}\n\n| File | passed | total | rate |\n|---|---|---|---|\n" + "".join(rows)
    (HERE / "results" / "README.md").write_text(text)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--pytocs", default=str(HERE.parent.parent / "src/Cli/bin/Debug/net10.0/pytocs.dll"))
    parser.add_argument("--limit", type=float, default=30)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("files", nargs="*")
    options = parser.parse_args()
    details = dict(line.split(": ", 1) for line in (HERE / "details.txt").read_text().splitlines() if ": " in line)
    for name in options.files or FILES:
        with tempfile.TemporaryDirectory() as temporary:
            folder = options.keep or pathlib.Path(temporary)
            (folder / "cpython").mkdir(parents=True, exist_ok=True)
            (folder / "pytocs").mkdir(parents=True, exist_ok=True)
            prepare(name, folder / "cpython", shims=False)
            expected, _ = run_all([sys.executable], folder / "cpython", options.limit)
            prepare(name, folder / "pytocs", shims=True)
            environment = {**ENVIRONMENT, "PYTOCS": os.path.abspath(options.pytocs), "PYTOCS_INTERPRETER": str(HERE / "interpreter.sh")}
            if name in FRAMES:
                environment["DOTNET_TieredCompilation"] = "1"
            # What hangs under CPython, here at least, tells nothing.
            hanging = [test for test, (_, reason) in expected.items() if reason == "hangs"]
            actual, errors = run_all(["dotnet", options.pytocs, "run", "--library", str(folder / "library")], folder / "pytocs", options.limit, environment, hanging)
            passed, total = record(name, expected, actual, errors, details)
            print(f"{name}: {passed} of {total}", "" if actual else "".join(errors[:3] + errors[3:][-3:]), flush=True)
    summarise()


if __name__ == "__main__":
    main()
