"""Supervises jobs with a TaskGroup: restarts, timeouts, and an orderly end."""

import asyncio
import enum
from collections.abc import Awaitable, Callable


class State(enum.Enum):
    IDLE = "idle"
    RUNNING = "running"
    FAILED = "failed"
    DONE = "done"


class Crash(Exception):
    """A job that broke down."""


class Fatal(Exception):
    """A breakdown that no restart helps."""


class Job:
    def __init__(self, name: str, body: Callable[["Job"], Awaitable], restarts: int = 0) -> None:
        self.name = name
        self.body = body
        self.restarts = restarts
        self.state = State.IDLE
        self.history: list = []

    def move(self, state: State) -> None:
        self.history.append((self.state.value, state.value))
        self.state = state

    def __str__(self) -> str:
        return f"{self.name}[{self.state.name}]"


async def steady(job: Job) -> str:
    for step in range(3):
        print(f"{job.name} step {step}")
        await asyncio.sleep(0)
    return "finished"


async def flaky(job: Job) -> str:
    await asyncio.sleep(0)
    attempts = sum(1 for _, state in job.history if state == "running")
    if attempts < 3:
        raise Crash(f"attempt {attempts}")
    return f"finished at attempt {attempts}"


async def endless(job: Job) -> str:
    try:
        while True:
            await asyncio.sleep(3600)
    finally:
        print(f"{job.name} cleans up")


async def doomed(job: Job) -> str:
    await asyncio.sleep(0.25)
    raise Fatal(f"{job.name} lost its database")


async def supervise(job: Job, limit: float | None = None) -> str:
    while True:
        job.move(State.RUNNING)
        try:
            async with asyncio.timeout(limit):
                result = await job.body(job)
        except Crash as crash:
            job.move(State.FAILED)
            if job.restarts == 0:
                raise
            job.restarts -= 1
            print(f"{job} restarts after {crash}")
        except TimeoutError:
            job.move(State.FAILED)
            print(f"{job} took too long")
            return "timed out"
        else:
            job.move(State.DONE)
            return result


async def run_group(jobs: list, limit: float | None = None) -> list:
    tasks = []
    async with asyncio.TaskGroup() as group:
        for job in jobs:
            tasks.append(group.create_task(supervise(job, limit), name=job.name))
    return [(task.get_name(), task.result()) for task in tasks]


async def main() -> None:
    print(await run_group([Job("steady", steady), Job("flaky", flaky, restarts=5)]))
    print(await run_group([Job("endless", endless), Job("steady", steady)], limit=0.1))

    jobs = [Job("endless", endless), Job("doomed", doomed), Job("flaky", flaky, restarts=1)]
    try:
        await run_group(jobs)
    except* Fatal as fatal:
        print("fatal:", [str(error) for error in fatal.exceptions])
    except* Crash as crashes:
        print("crashes:", [str(error) for error in crashes.exceptions])
    print([str(job) for job in jobs])

    waiter = asyncio.create_task(endless(Job("lonely", endless)), name="lonely")
    try:
        await asyncio.wait_for(asyncio.shield(waiter), timeout=0.05)
    except TimeoutError:
        print("still running:", not waiter.done(), waiter.get_name())
    waiter.cancel()
    done, pending = await asyncio.wait({waiter})
    print(len(done), len(pending), waiter.cancelled())


asyncio.run(main())
