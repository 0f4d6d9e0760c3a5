"""Subprocesses: pipes, communicate, timeouts, signals, a pipeline."""
import asyncio
import asyncio.subprocess as sp
import signal


async def read_lines(stream, prefix):
    async for line in stream:
        print(prefix, line.decode().rstrip())


async def main():
    p = await asyncio.create_subprocess_exec("sh", "-c", "echo out; echo err >&2; exit 3", stdout=sp.PIPE, stderr=sp.PIPE)
    async with asyncio.TaskGroup() as tg:
        tg.create_task(read_lines(p.stdout, "O"))
        tg.create_task(read_lines(p.stderr, "E"))
    print(await p.wait(), p.returncode)
    p = await asyncio.create_subprocess_exec("cat", stdin=sp.PIPE, stdout=sp.PIPE)
    out, err = await p.communicate(b"one\ntwo\n")
    print(out, err, p.returncode)
    p = await asyncio.create_subprocess_shell("tr a-z A-Z | sort -r", stdin=sp.PIPE, stdout=sp.PIPE)
    for word in ("pear", "apple", "fig"):
        p.stdin.write(word.encode() + b"\n")
        await p.stdin.drain()
    p.stdin.close()
    await p.stdin.wait_closed()
    print((await p.stdout.read()).decode().split(), await p.wait())
    p = await asyncio.create_subprocess_exec("sleep", "10")
    p.terminate()
    print("terminated", await p.wait(), -signal.SIGTERM)
    p = await asyncio.create_subprocess_exec("sleep", "10")
    p.send_signal(signal.SIGKILL)
    print(await p.wait())
    try:
        p.kill()
    except ProcessLookupError:
        print("gone")
    p = await asyncio.create_subprocess_shell("echo both; echo both2 >&2", stdout=sp.PIPE, stderr=sp.STDOUT)
    print(sorted((await p.communicate())[0].split()), p.stderr)
    p = await asyncio.create_subprocess_shell("echo $GREETING; pwd", stdout=sp.PIPE, stderr=sp.DEVNULL, env={"GREETING": "hallo"}, cwd="/")
    print((await p.stdout.readline()), (await p.stdout.readexactly(2)), p.stdout.at_eof())
    try:
        await p.stdout.readexactly(5)
    except asyncio.IncompleteReadError as e:
        print(e)
    print(await p.wait(), p.pid > 0)
    try:
        await asyncio.create_subprocess_exec("/no/such/program")
    except FileNotFoundError as e:
        print(e)
    try:
        await asyncio.create_subprocess_exec("cat", universal_newlines=True)
    except ValueError as e:
        print(e)
    results = await asyncio.gather(*(run(f"sleep 0.0{i}; exit {i}") for i in (3, 1, 2)))
    print(results)


async def run(cmd):
    p = await asyncio.create_subprocess_shell(cmd)
    await p.wait()
    return cmd, p.returncode

asyncio.run(main())


class Watch(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done, self.seen = done, []

    def connection_made(self, transport):
        self.transport = transport
        self.seen.append(("made", transport.get_pid() > 0))

    def pipe_data_received(self, fd, data):
        self.seen.append((fd, data))

    def pipe_connection_lost(self, fd, exc):
        self.seen.append((fd, "lost", exc))

    def process_exited(self):
        self.seen.append(("exit", self.transport.get_returncode()))

    def connection_lost(self, exc):
        self.done.set_result(exc)


async def low():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Watch(done), "sh", "-c", "read x; echo got $x; exit 4", stdin=sp.PIPE, stdout=sp.PIPE, stderr=sp.PIPE)
    stdin = transport.get_pipe_transport(0)
    stdin.write(b"hello\n")
    print(await done, transport.get_returncode())
    print(sorted(map(str, protocol.seen)))
    transport.close()
    t, p = await loop.subprocess_shell(lambda: Watch(loop.create_future()), "exit 0", stdin=None, stdout=None, stderr=None)
    await p.done
    print(p.seen, t.get_pipe_transport(1))

asyncio.run(low())
