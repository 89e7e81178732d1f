"""Run inside the browser's Python as the site is built: what it can do without, once it is awake.

A function of the library that no answer has called gives up its code. What stands there instead
calls what is not there, and so stops the whole instance: no exception tells of it, and no
``except`` can hide it.
"""

import gc
import sys
from posix import abort
from zlib import crc32

Code, Function = type((lambda: 0).__code__), type(lambda: 0)
OURS = "followup/"  # in the names of our own files: all of that stays
NEEDED = {"__builtins__", "__name__"}
called = set()


def key(code):
    """Name a function's code by what makes it what it is."""
    facts = (code.co_code, code.co_names, code.co_varnames, code.co_freevars)
    return f"{code.co_name} {crc32(repr(facts).encode()):x}"


def watch():
    """Begin to note which functions are called."""
    tool, starts = sys.monitoring.PROFILER_ID, sys.monitoring.events.PY_START

    def note(code, _offset):
        called.add(key(code))
        return sys.monitoring.DISABLE

    sys.monitoring.use_tool_id(tool, "profile")
    sys.monitoring.register_callback(tool, starts, note)
    sys.monitoring.set_events(tool, starts)


def stops(free):
    """Return code for a function with these free variables: it ends the instance."""

    def stop(*_args, **_more):
        one = "stop"
        one()

    consts = tuple(abort if one == "stop" else one for one in stop.__code__.co_consts)
    return stop.__code__.replace(
        co_consts=consts, co_freevars=free, co_linetable=b"", co_filename=""
    )


def thin(wanted):
    """Let all go that no answer needs; what is running here goes last."""
    collect, everything, function = gc.collect, gc.get_objects, Function
    disable = gc.disable
    needed, state = NEEDED, sys
    stay = {*sys.builtin_module_names}  # what is written in C asks for itself
    functions = [one for one in gc.get_objects() if type(one) is Function]
    inside = {name: getattr(one, "__dict__", {}) for name, one in sys.modules.items()}
    rooms = {id(room): room for room in (*inside.values(), *(f.__globals__ for f in functions))}
    known, used, words = less_of({one.__code__ for one in functions}, wanted)
    words |= {"view", "open_holidays", *used}  # C, too, asks for a function by its name
    functions.clear()
    for name, room in inside.items():
        if name not in stay and room.keys().isdisjoint(used):
            del state.modules[name]
    del rooms[id(vars(state))], rooms[id(inside["builtins"])]
    for room in rooms.values():
        for name in room.keys() - words - needed:
            del room[name]
    del room
    for several in (state.path_hooks, state.meta_path, state.path_importer_cache, state.path):
        several.clear()
    for several in (rooms, inside, used, words, wanted, stay):
        several.clear()
    collect()
    functions += [one for one in everything() if type(one) is function]
    for one in functions:  # from here on nothing of the library can be called any more
        one.__code__ = known[one.__code__]
        one.__qualname__ = one.__name__
        one.__doc__ = None
        del one.__annotations__
    del one
    functions.clear()
    known.clear()
    collect()
    collect()
    disable()  # when it would look for garbage is chance; answers leave none behind
    state._clear_type_cache()


def less_of(codes, wanted):
    """Return what is left of each code, and the names of those that stay and of all they name."""
    stopping, used, words = {}, set(), set()

    def less(code):
        if OURS not in code.co_filename and key(code) not in wanted:
            free = code.co_freevars
            if len(free) not in stopping:
                stopping[len(free)] = stops(free)
            return stopping[len(free)]
        consts = tuple(less(one) if type(one) is Code else one for one in code.co_consts)
        used.add(code.co_name)
        words.update(code.co_names, (one for one in consts if type(one) is str))
        return code.replace(
            co_consts=consts, co_qualname=code.co_name, co_linetable=b"", co_filename=""
        )

    return {code: less(code) for code in codes}, used, words
