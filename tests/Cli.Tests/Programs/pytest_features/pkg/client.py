import os
import logging

log = logging.getLogger(__name__)
LIMIT = 10

class Client:
    retries = 3
    def __init__(self, url):
        self.url = url
    def get(self, path):
        raise RuntimeError("no network")
    def fetch(self, path):
        log.warning("fetching %s", path)
        return self.get(path) + "!"

def helper(x):
    return x + LIMIT

def use_helper(x):
    return helper(x) * 2

def env():
    return os.environ.get("APP_MODE", "none")
