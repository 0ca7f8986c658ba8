"""The reference project, built into a folder of its own and opened from disk, where a browser
refuses most.
"""
import contextlib
import functools
import http.server
import os
import pathlib
import subprocess
import tempfile
import threading

from trying import holds, launched


class Site:
    """DOSSIER_SITE is where it was built already; it is only read."""

    def __init__(self, program, project, folder):
        self.folder = pathlib.Path(os.environ.get("DOSSIER_SITE", folder))
        if self.folder == folder:
            subprocess.run(
                [program, "build", str(project), "--output", str(folder), "--quiet"], check=True)

    def address(self, route):
        return (self.folder / route.split("#")[0]).as_uri() + route[len(route.split("#")[0]):]

    def open(self, context, route):
        page = context.new_page()
        page.goto(self.address(route))
        return page


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(folder):
    """The address under which a folder is served, for as long as it is asked for."""
    server = http.server.ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()


def broken(behaviours, program, project):
    """How many of the behaviours do not hold; prints a line for each."""
    with tempfile.TemporaryDirectory(prefix="dossier-browser.") as folder:
        site = Site(program, pathlib.Path(project), pathlib.Path(folder) / "site")
        with launched() as browser:
            return sum([not holds(behaviour, site, browser) for behaviour in behaviours])
