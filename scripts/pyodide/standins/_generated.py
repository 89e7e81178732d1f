"""What dataclasses write for themselves, compiled when the site is built instead of at each start.

Dataclasses write their methods as text and run it. The build puts a line under the library's own
module so that it runs the text here. A text that the build did not foresee is compiled as ever.
"""

import builtins

READY = {}  # text → code; the build fills it in
LATE = []  # texts that had to be compiled


def exec(source, globals, locals):
    """Run a text as the built-in function does."""
    if source not in READY:
        LATE.append(source)
    builtins.exec(READY.get(source, source), globals, locals)  # noqa: S102 (the stand-in for it)
