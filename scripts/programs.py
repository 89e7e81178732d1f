"""Try the site among real programs: `make test-calendars`, `make test-hosts`, `make test-speech`.

What this system or a registry has is got; what cannot be had is left out, and said to be.
"""

import shutil
import subprocess
import sys

from scripts.browsers.chromium import install_from_system
from scripts.paths import BUILD, ROOT

TESTS = ROOT / "tests" / "programs"
ALONE = ("speech", "hosts")  # Orca runs once for each person, and Wrangler once for each port
# Packages of Debian and Ubuntu, by a program that shows whether they are here.
FROM_SYSTEM = {
    "calendars": {
        "khal": ("khal",),
        "dbus-run-session": ("dbus-daemon",),
        "/usr/libexec/evolution-calendar-factory": (
            "evolution-data-server",
            "gir1.2-ecal-2.0",
            "python3-gi",
        ),
    },
    "speech": {
        "orca": ("orca",),
        "Xvfb": ("xvfb",),
        "openbox": ("openbox",),
        "xdotool": ("xdotool",),
        "dbus-daemon": ("dbus-daemon",),
        "gdbus": ("libglib2.0-bin",),
        "gsettings": ("libglib2.0-bin", "gsettings-desktop-schemas", "dconf-gsettings-backend"),
        "chromium": ("chromium",),
        "firefox-esr": ("firefox-esr",),
    },
    "hosts": {},  # a server that is not here is left alone: to install one would start it
}


def get(name: str) -> None:
    """Get what is missing: from the system, and from npm what the lock of the tests names."""
    missing = [
        package
        for shows, packages in FROM_SYSTEM[name].items()
        if shutil.which(shows) is None
        for package in packages
    ]
    if missing:
        install_from_system(missing)
    locked, place = TESTS / name / "package-lock.json", BUILD / "programs" / name
    if locked.is_file():
        place.mkdir(parents=True, exist_ok=True)
        for file in (locked, locked.with_name("package.json")):
            shutil.copy(file, place)
        npm = ["npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
        subprocess.run(npm, cwd=place, check=False, stdout=subprocess.DEVNULL)


def main(name: str) -> int:
    """Get the programs of one kind, and run the tests among them."""
    get(name)
    pytest = [sys.executable, "-m", "pytest", "-q", "-rsx", "--programs"]
    side_by_side = [] if name in ALONE else ["-n", "auto"]
    command = [*pytest, *side_by_side, str(TESTS / f"test_{name}.py")]
    return subprocess.run(command, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
