import pytest
import pytest_asyncio

events = []

@pytest.fixture(scope="session")
def session_log():
    events.append("session up")
    yield events
    events.append("session down")

@pytest.fixture(scope="module", autouse=True)
def module_auto(session_log):
    session_log.append("module up")
    yield
    session_log.append("module down")

@pytest.fixture(params=[1, 2, 3], ids=["one", "two", "three"])
def number(request):
    return request.param

@pytest.fixture
def base():
    return ["base"]

@pytest_asyncio.fixture
async def aclient():
    import asyncio
    await asyncio.sleep(0)
    return "aclient"
