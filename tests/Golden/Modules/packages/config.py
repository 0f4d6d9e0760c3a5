"""Settings."""
print("config loaded as", __name__)
DEBUG = False
counter = 1

def show() -> str:
    return f"{DEBUG=} {counter=}"
