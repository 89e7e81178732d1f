"""Give files to Evolution's calendar, and print what it holds then: an event a line, as JSON.

It is the data server that Evolution and GNOME's own calendar share. This runs in the Python that
has its bindings, in a session bus of its own: evolution.py ZONE FILE…
"""

import ctypes
import json
import sys
from datetime import UTC, datetime
from pathlib import Path

import gi

for name, version in {"ECal": "2.0", "EDataServer": "1.2", "ICalGLib": "3.0"}.items():
    gi.require_version(name, version)
from gi.repository import ECal, EDataServer, ICalGLib  # noqa: E402

POINTER, TIME = ctypes.c_void_p, ctypes.c_long
ALL_TIME = (0, 2**31)


class Link(ctypes.Structure):
    """A link of a list of GLib's."""

    _fields_ = (("data", POINTER), ("next", POINTER))


def function(name, result, *arguments):
    """Take a function of the library that its bindings cannot call."""
    found = getattr(ctypes.CDLL("libecal-2.0.so.2"), name)
    found.restype, found.argtypes = result, arguments
    return found


ALARMS = function(
    "e_cal_util_generate_alarms_for_comp",
    *(POINTER, POINTER, TIME, TIME, ctypes.POINTER(ctypes.c_int), POINTER, POINTER, POINTER),
)
INSTANCES = function("e_cal_component_alarms_get_instances", POINTER, POINTER)
MOMENT = function("e_cal_component_alarm_instance_get_time", TIME, POINTER)
RESOLVE = ctypes.CFUNCTYPE(POINTER, POINTER, POINTER, POINTER, POINTER)(lambda *_: None)


def reminders(event, zone):
    """List the moments at which the server would remind of an event, for a reader in this zone."""
    none_omitted = (ctypes.c_int * 1)(-1)
    found = ALARMS(hash(event), *ALL_TIME, none_omitted, RESOLVE, None, hash(zone))
    place = INSTANCES(found) if found else None
    while place:
        link = Link.from_address(place)
        yield datetime.fromtimestamp(MOMENT(link.data), tz=UTC).isoformat()
        place = link.next


def main(zone_name, *files):
    """Add one file after the other, as they are opened."""
    registry = EDataServer.SourceRegistry.new_sync(None)
    source = registry.ref_builtin_calendar()
    client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 1, None)
    for file in files:
        whole = ICalGLib.Component.new_from_string(Path(file).read_text(encoding="utf-8"))
        client.receive_objects_sync(whole, ECal.OperationFlags.NONE, None)
    zone = ICalGLib.Timezone.get_builtin_timezone(zone_name)
    for event in client.get_object_list_as_comps_sync("#t", None)[1]:
        start = event.get_dtstart().get_value()
        seen = {
            "name": event.get_uid(),
            "day": f"{start.get_year()}-{start.get_month():02}-{start.get_day():02}",
            "title": event.get_summary().get_value(),
            "canceled": event.get_status() == ICalGLib.PropertyStatus.CANCELLED,
            "reminders": [*reminders(event, zone)],
        }
        print(json.dumps(seen))


if __name__ == "__main__":
    main(*sys.argv[1:])
