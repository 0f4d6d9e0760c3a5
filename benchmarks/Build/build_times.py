"""How long `dotnet build` takes with Python files in the project, beside the same build of the C# that they become.

    dotnet build src/Packages.proj -p:Feed=$PWD/artifacts/packages/
    python3 benchmarks/Build/build_times.py [ROUNDS]

Two projects are made in a temporary folder: 41 Python files that the package `Pytocs` converts, and a plain C# project of the C# they
became. Both are built again after one edit of one file, and again with nothing to do; the rounds alternate. Printed are the medians in
seconds and their ratio.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
FEED = ROOT / "artifacts" / "packages"
MODULES = 40

MODULE = '''"""Module {n} of a larger program."""

import asyncio
from collections.abc import AsyncIterator


class Account{n}:
    """An account with its history."""

    def __init__(self, owner: str, balance: int = {n}) -> None:
        self.owner = owner
        self.balance = balance
        self.history: list[tuple[str, int]] = []

    def deposit(self, amount: int) -> None:
        if amount <= 0:
            raise ValueError("amount must be positive")
        self.balance += amount
        self.history.append(("deposit", amount))

    def withdraw(self, amount: int) -> bool:
        if amount > self.balance:
            return False
        self.balance -= amount
        self.history.append(("withdraw", amount))
        return True

    def __str__(self) -> str:
        return f"{{self.owner}}: {{self.balance}}"


def totals(accounts: list[Account{n}]) -> dict[str, int]:
    """What each owner has."""
    result: dict[str, int] = {{}}
    for account in accounts:
        result[account.owner] = result.get(account.owner, 0) + account.balance
    return result


async def audit(accounts: list[Account{n}]) -> AsyncIterator[str]:
    for account in accounts:
        await asyncio.sleep(0)
        yield str(account)


async def run() -> int:
    accounts = [Account{n}("ann"), Account{n}("bob", 5)]
    for account in accounts:
        account.deposit(10)
    lines = [line async for line in audit(accounts)]
    return len(lines) + sum(totals(accounts).values())
'''

PROJECT = """<Project Sdk="Microsoft.NET.Sdk">
  <PropertyGroup>
    <OutputType>Exe</OutputType>
    <TargetFramework>net10.0</TargetFramework>
    <Nullable>enable</Nullable>
    <ImplicitUsings>enable</ImplicitUsings>
    <PytocsMain>main.py</PytocsMain>
  </PropertyGroup>
  <ItemGroup>
    <PackageReference Include="{package}" Version="0.1.0" />
  </ItemGroup>
</Project>
"""


def write(path: pathlib.Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def build(folder: pathlib.Path, *options: str) -> float:
    started = time.perf_counter()
    done = subprocess.run(["dotnet", "build", "-v", "q", *options], cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(done.stdout)
    return time.perf_counter() - started


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as scratch:
        box = pathlib.Path(scratch)
        os.environ["NUGET_PACKAGES"] = str(box / "cache")
        write(box / "nuget.config", f'<configuration><packageSources><clear /><add key="feed" value="{FEED}" /></packageSources></configuration>')
        python, plain = box / "python", box / "plain"
        write(python / "App.csproj", PROJECT.format(package="Pytocs"))
        write(plain / "App.csproj", PROJECT.format(package="Pytocs.Runtime"))
        for n in range(MODULES):
            write(python / f"module{n}.py", MODULE.format(n=n))
        imports = "".join(f"import module{n}\n" for n in range(MODULES))
        calls = " + ".join(f"asyncio.run(module{n}.run())" for n in range(MODULES))
        write(python / "main.py", f"import asyncio\n{imports}\nprint({calls})\n")
        build(python, "-p:PytocsLines=false")
        for made in (python / "obj").rglob("*.g.cs"):
            if "pytocs" in made.parts:
                write(plain / made.name.replace(".g.cs", ".cs"), made.read_text())
        build(plain)
        build(python)
        edited, idle = {python: [], plain: []}, {python: [], plain: []}
        for turn in range(rounds):
            write(python / "module7.py", MODULE.format(n=7) + f"\n\ndef added() -> int:\n    return {turn}\n")
            text = (plain / "module7.cs").read_text()
            write(plain / "module7.cs", text.replace("amount must be positive", "amount must be positive!"))
            for folder in (python, plain):
                edited[folder].append(build(folder, "--no-restore"))
                idle[folder].append(build(folder, "--no-restore"))
        for name, times in (("one file edited", edited), ("nothing to do", idle)):
            with_python, without = statistics.median(times[python]), statistics.median(times[plain])
            print(f"{name:16} Python {with_python:6.2f} s   C# {without:6.2f} s   ratio {with_python / without:.2f}")


main()
