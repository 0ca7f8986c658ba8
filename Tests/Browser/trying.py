"""A browser, and how the scripts beside this one try what they list.

What must come is waited for as long as a loaded machine may need: a script says whether it comes, and
benchmarks say how fast.
"""
import contextlib
import shutil
import time
import traceback

from playwright.sync_api import expect, sync_playwright

BROWSERS = ["chromium", "chromium-browser", "google-chrome"]
# How long is waited, in milliseconds.
PATIENCE = 60_000
expect.set_options(timeout=PATIENCE)


@contextlib.contextmanager
def launched():
    """Chromium, by the name under which it is installed."""
    executable = next(filter(None, map(shutil.which, BROWSERS)), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        yield browser
        browser.close()


def holds(behaviour, subject, browser, width=1280, height=800):
    """Whether a behaviour holds, tried in a context of its own; prints a line for it, and what went wrong."""
    context = browser.new_context(viewport={"width": width, "height": height})
    context.set_default_timeout(PATIENCE)
    errors = []
    context.on("weberror", lambda error: errors.append(str(error.error)))
    start = time.monotonic()
    try:
        behaviour(subject, context)
        assert not errors, errors
        result = "good"
    except Exception:
        traceback.print_exc(limit=-2)
        result = "BROKEN"
    name = behaviour.__name__.replace("_", " ")
    print(f"{result}: {name} ({time.monotonic() - start:.1f} s)", flush=True)
    context.close()
    return result == "good"
