"""The server: Streamlit's own, with `guard` before it, a path to ask whether it is well, and our settings."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from socket import SO_REUSEADDR, SOCK_STREAM, SOL_SOCKET, getaddrinfo, socket
from typing import TYPE_CHECKING, Any, TypedDict

from procmap.app.serving import going, settings, unbroken
from procmap.app.serving.failing import tell_of_error
from procmap.model import BadInput

if TYPE_CHECKING:
    from starlette.middleware import Middleware
    from starlette.routing import BaseRoute
    from streamlit import App

SCRIPT = Path(__file__).parents[1] / "script" / "run.py"
"""What Streamlit runs for everybody who opens a page."""
HEALTH = "/health"


class Parts(TypedDict):
    """What `streamlit.App` is made of."""

    routes: Sequence[BaseRoute]
    middleware: Sequence[Middleware]
    on_script_error: Callable[[Exception], bool]


@dataclass(frozen=True)
class Listening:
    """Where the server listens; `allowed_hosts` are names that browsers use beside those of this machine.

    Without a port it is the first that is free, from 8501 on.
    """

    host: str = "localhost"
    port: int | None = None
    allowed_hosts: tuple[str, ...] = ()

    def options(self) -> Mapping[str, Any]:
        """Return the settings that say so."""
        named = () if self.is_everywhere else (self.host,)
        hosts = list(dict.fromkeys([*settings.LOCAL, *named, *self.allowed_hosts]))
        port = {} if self.port is None else {"server.port": self.port}
        return {"server.address": self.host, "server.allowedHosts": hosts, **port}

    @property
    def is_everywhere(self) -> bool:
        """Whether it listens on every network that the machine is in."""
        return self.host in ("0.0.0.0", "::", "*")


def check_free(where: Listening) -> None:
    """Raise procmap.model.BadInput when this machine has no such address, or another program has the port."""
    try:
        found = getaddrinfo(None if where.host == "*" else where.host, where.port or 0, type=SOCK_STREAM)
        family, kind, protocol, _, place = found[0]
        with socket(family, kind, protocol) as tried:
            if os.name != "nt":  # on Windows it would let two programs have one port
                tried.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            tried.bind(place)
    except OSError as error:
        if where.port is not None and error.errno in (errno.EADDRINUSE, errno.EACCES):
            raise BadInput("app-port-taken", port=where.port) from None
        raise BadInput("app-host-unknown", host=where.host) from None


def parts() -> Parts:
    """Return what the app is made of, and set what must hold."""
    from starlette.middleware import Middleware
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    from procmap.app.serving.guard import Guard

    async def well(_: object) -> PlainTextResponse:
        return PlainTextResponse("ok")

    settings.hold()
    unbroken.hold()
    going.hold()
    return Parts(routes=[Route(HEALTH, well)], middleware=[Middleware(Guard)], on_script_error=tell_of_error)


def serve(where: Listening, started: Callable[[str], None]) -> None:
    """Serve the app until somebody stops it; `started` is told the address when it can be opened.

    Raises KeyboardInterrupt when it is stopped by Ctrl+C.
    """
    from streamlit import App
    from uvicorn.config import LOGGING_CONFIG

    LOGGING_CONFIG["loggers"]["uvicorn"]["level"] = "WARNING"  # that it starts and stops is told in the user's language

    @asynccontextmanager
    async def telling(_: App) -> AsyncIterator[dict[str, Any]]:
        started(address(where.host))
        yield {}

    lifespan: Callable[[App], AbstractAsyncContextManager[dict[str, Any]]] = telling
    app = App(SCRIPT, lifespan=lifespan, **parts())
    # Streamlit looks for modules beside what was started: that must not be this package, whose rooms would hide others.
    sys.argv = [str(SCRIPT)]
    app.run(config={**settings.RULES, **settings.CHOICES, **settings.LOOKS, **_QUIET, **where.options()})


_QUIET: Mapping[str, Any] = {"server.headless": True, "logger.hideWelcomeMessage": True}


def address(host: str) -> str:
    """Return the address that a browser on this machine opens."""
    from streamlit import config

    name = "localhost" if host in ("0.0.0.0", "::", "127.0.0.1", "::1") else host
    return f"http://{f'[{name}]' if ':' in name else name}:{config.get_option('server.port')}"
