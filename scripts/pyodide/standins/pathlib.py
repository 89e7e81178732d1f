"""As much of a path as the package needs to look for its data, which here come with the page."""


class Path:
    """The name of a file."""

    def __init__(self, name):
        self._name = name

    def with_name(self, name):
        """Name a file beside this one."""
        return Path(f"{self._name.rpartition('/')[0]}/{name}")

    def is_file(self):
        """Data that came with the page are no file."""
        return False

    def read_text(self, encoding):
        """Say in which file the data are missing."""
        raise FileNotFoundError(self._name, encoding)
