"""Records what CPython 3.13 prints for every golden and example: only CPython writes an .out.

Usage: python3.13 tests/record.py [FILE ...]
"""

import os
import pathlib
import subprocess
import sys
import tempfile

root = pathlib.Path(__file__).resolve().parent.parent
assert sys.version_info[:2] == (3, 13), "the oracle is CPython 3.13"
files = [pathlib.Path(f).resolve() for f in sys.argv[1:]] or sorted(root.glob("tests/Golden/**/*.py")) + sorted(root.glob("tests/Golden.Tests/Tracebacks/*.py")) + sorted(f for f in root.glob("examples/**/*.py") if "in_projects" not in f.parts) + sorted(root.glob("tests/Cli.Tests/Programs/*.py"))
for script in files:
    with tempfile.TemporaryDirectory() as folder:
        done = subprocess.run([sys.executable, script], capture_output=True, cwd=folder, env={**os.environ, "PYTHONHASHSEED": "0"})
    script.with_suffix(".out").write_bytes(done.stdout)
    if script.parent.name == "Programs":
        # What is uncaught, without the folder that the program happens to lie in.
        script.with_suffix(".err").write_bytes(done.stderr.replace(f"{script.parent}/".encode(), b""))
    exit_file = script.with_suffix(".exit")
    if done.returncode:
        exit_file.write_text(f"{done.returncode}\n")
    elif exit_file.exists():
        exit_file.unlink()
    print(script.relative_to(root), done.returncode)
