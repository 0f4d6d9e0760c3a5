"""Mocks that are held to the shape of what they stand for."""

import inspect
import pathlib
import pickle
from concurrent.futures import Future
from unittest.mock import AsyncMock, MagicMock, Mock, NonCallableMagicMock, call, create_autospec, mock_open, patch, seal


class Store:
    limit = 3

    def __init__(self, name):
        self.name = name

    def put(self, key, value=None):
        return (key, value)

    async def fetch(self, key):
        return key

    @staticmethod
    def default(kind):
        return kind

    def items(self):
        yield self.limit


def area(width, height, *, unit="m"):
    return f"{width * height} {unit}2"


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error, "from", type(error.__cause__).__name__)


print(inspect.iscoroutinefunction(Store.fetch), inspect.isgeneratorfunction(Store.items), inspect.iscoroutinefunction(Store.put))

mock = create_autospec(area)
mock.return_value = "much"
print(mock(2, 3), mock(width=2, height=4), mock.call_args_list, mock.__name__, inspect.signature(mock))
mock.assert_called_with(2, 4)
mock.assert_has_calls([call(2, 3), call(2, height=4)])
attempt(lambda: mock(1))
attempt(lambda: mock.assert_called_with(2, 5))
attempt(lambda: mock.assert_any_call(1, 2, 3))

store = create_autospec(Store)
attempt(lambda: store())
one = store("a")
one.put("k", value=1)
attempt(lambda: one.put())
attempt(lambda: one.missing)
one.put.assert_called_once_with("k", 1)
print(isinstance(one, Store), isinstance(one.fetch, AsyncMock), isinstance(one, NonCallableMagicMock), store.mock_calls)

plain = Mock(spec=Store)
print(isinstance(plain.fetch, AsyncMock), isinstance(plain.put, AsyncMock))
attempt(lambda: len(MagicMock(spec=Store)))
magic = MagicMock()
print(3 + magic is magic.__radd__.return_value, len(magic), next(iter(magic), "none"))
magic.__len__.return_value = 7
print(len(magic), magic.__len__.mock_calls)

manager = Mock()
manager.attach_mock(create_autospec(area), "area")
manager.area(1, 2)
manager.count(3).index(4)
print(manager.mock_calls == [call.area(1, 2), call.count(3), call.count().index(4)], call.count(3).index(4).call_list())
seal(manager)
attempt(lambda: manager.other)
attempt(lambda: create_autospec(area, auto_spec=True))

with patch(f"{__name__}.area", autospec=True) as patched:
    patched.return_value = "nothing"
    print(area(1, 2), patched.call_count)
with patch("%s.open" % __name__, mock_open(read_data="one\ntwo\n"), create=True):
    with open("there is no such file") as file:
        print(file.read().split())
with patch.object(Store, "put", autospec=True) as put:
    Store("b").put("x")
    print(put.call_args.args[1:], put.call_args.kwargs)
print(area(1, 2))

print(pathlib.PurePosixPath.parser.__name__, pathlib.PureWindowsPath.parser.__name__, pathlib.Path("a").parser.sep)
print(pickle.loads(pickle.dumps(pathlib.PurePosixPath("a/b"))))
future = Future()
future._result, future._state = 5, "FINISHED"
print(future.result())
