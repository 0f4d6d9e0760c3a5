"""How CPython was built: here nothing of it is set."""


def get_config_var(name):
    return None


def get_config_vars(*names):
    return [None] * len(names) if names else {}


def get_platform():
    return "linux-x86_64"


def get_paths(*arguments, **keywords):
    return {}


def get_path(name, *arguments, **keywords):
    return ""


def is_python_build(check_home=None):
    return False
