"""What reads os.environ sees the mapping that the program puts in its place."""

import getpass
import os
from unittest import mock

with mock.patch("os.environ", {"A": "1", "LOGNAME": "somebody", "HOME": "/home/of"}):
    print(os.getenv("A"), os.environ.get("A"), os.getenv("B", 3), os.path.expandvars("$A-$B"), os.path.expanduser("~/x"), getpass.getuser())
with mock.patch.dict(os.environ, {"A": "2"}, clear=True):
    print(os.getenv("A"), os.path.expandvars("$A"), len(os.environ))
with mock.patch.object(os, "environ", new={"A": "5"}):
    print(os.getenv("A"), os.getenv("PATH"))
print(os.getenv("A"), os.getenv("PATH") == os.environ["PATH"])
try:
    os.getenv(5)
except TypeError as e:
    print(e)
