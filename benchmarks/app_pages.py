"""How long every page of the app takes to run again, on a service of three organisations with forty steps each.

    python -m benchmarks.app_pages [--steps 40] [--organisations 3] [--times 9]

Whatever somebody does on a page, Streamlit runs the whole page again; what follows from a service is known by then.
Each page is run in each of its views (its parts, the card of a row, a question of each kind), as `AppTest` of
Streamlit does, so that the browser's part is not in it. Milliseconds: the first time (with what is still to be
computed), then the median and the slowest of those after it.
"""

from __future__ import annotations

import argparse
import logging
import os
import statistics
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.synthetic import parties
from procmap.app.project import PROJECT
from procmap.app.serving import settings
from procmap.model import to_json
from procmap.workspace import SUFFIX, Person, Project, create_project
from procmap.workspace.commands import AddService, ImportProcesses, Incoming
from tests.app.views import app_at, views

WHO = Person(name="Kari")


def project_of(location: str, organisations: int, steps: int) -> Project:
    """Return a project with a made-up service of so many organisations and steps."""
    made = create_project(location, "Ny kommune", WHO)
    made.do(AddService(called="Tjeneste"), WHO)
    incoming = tuple(
        Incoming(
            organisation=party.organisation,
            source_name=f"{party.organisation}.json",
            source=to_json((party.process,)).encode(),
            element=party.process.id,
        )
        for party in parties(organisations, steps, seed=1)
    )
    made.do(ImportProcesses(service=made.state().services[0].id, incoming=incoming), WHO)
    return made


def main() -> None:
    """Run it from the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=40)
    parser.add_argument("--organisations", type=int, default=3)
    parser.add_argument("--times", type=int, default=9)
    asked = parser.parse_args()
    logging.disable(logging.WARNING)  # Streamlit says each time that no browser is there
    settings.hold()
    with TemporaryDirectory() as folder:
        location = str(Path(folder) / f"p{SUFFIX}")
        project = project_of(location, asked.organisations, asked.steps)
        os.environ[PROJECT] = location
        print(f"{'page':<11}{'view':<44}{'first':>7}{'median':>8}{'slowest':>9}")
        for view in views(project):
            began = time.perf_counter()
            app = app_at(view)
            first = time.perf_counter() - began
            took = []
            for _ in range(asked.times):
                began = time.perf_counter()
                app.run()
                took.append(time.perf_counter() - began)
            if app.exception:
                raise RuntimeError(f"{view}: {app.exception[0].message}")
            said = " ".join(f"{name}={value}" for name, value in view[1])[:42]
            figures = (first, statistics.median(took), max(took))
            print(f"{view[0]:<11}{said:<44}{figures[0] * 1e3:>7.0f}{figures[1] * 1e3:>8.0f}{figures[2] * 1e3:>9.0f}")


if __name__ == "__main__":
    main()
