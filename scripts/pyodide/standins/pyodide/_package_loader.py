"""Where packages would lie. None is ever loaded: ours travels with the library."""


class _Place:
    def __init__(self, path):
        self.path = path

    def __str__(self):
        return self.path


SITE_PACKAGES = _Place("/lib/site-packages")
DSO_DIR = _Place("/usr/lib")


def init_loaded_packages():
    """There is none."""
