"""Here Python imports nothing from JavaScript, and no package is missing."""


def _nothing(*_args):
    pass


register_js_finder = register_js_module = register_windows_finder = _nothing
register_module_not_found_hook = add_note_to_module_not_found_error = _nothing
