"""Measures the parser beside CPython's ast.parse on CPython's own library (or the folders given)."""
import ast
import os
import subprocess
import sys
import time
import warnings
from pathlib import Path

HERE = Path(__file__).parent
warnings.simplefilter("ignore")


def main(roots):
    paths = [str(p) for root in roots or [os.path.dirname(os.__file__)] for p in sorted(Path(root).rglob("*.py"))]
    sources = [Path(p).read_bytes() for p in paths]
    start = time.perf_counter()
    for source in sources:
        try:
            ast.parse(source)
        except (SyntaxError, ValueError):
            pass
    print(f"ast.parse: {time.perf_counter() - start:.3f} s for {sum(map(len, sources)) / 1e6:.1f} MB in {len(paths)} files")
    tool = ["dotnet", str(HERE / "Tool/bin/Release/net10.0/DumpTool.dll"), "time"]
    print(subprocess.run(tool, input="\n".join(paths), capture_output=True, text=True).stdout, end="")


if __name__ == "__main__":
    main(sys.argv[1:])
