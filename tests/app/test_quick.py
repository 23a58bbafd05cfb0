"""Quick hands on a busy machine: what people ask for is done whole, once, and nothing of it is lost."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from procmap.app.compared.aligned import AlignedRows
from procmap.workspace import Deriver, Project, create_project
from tests.app.conftest import WALL
from tests.app.projects import BY, sample_in
from tests.reports.browsing import until
from tests.workspace.samples import with_small

pytestmark = pytest.mark.browser
WINDOW = WALL
AT_REST = '[data-testid=stApp][data-test-script-state="notRunning"]'


@pytest.fixture
def busy():
    """Let the machine be busy with something else."""
    others = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(2)]
    yield
    for other in others:
        other.kill()
        other.wait()


@pytest.fixture
def visit(serve, page):
    """Return a function that opens a project in the app, at a path, and waits for what is to be there."""

    def visited(project: Project, path: str, ready: str):
        serve(project, path)
        page.locator(ready).first.wait_for(timeout=60_000)
        settled(page)
        return page

    return visited


def settled(page):
    """Wait until nothing has been going on for a while."""
    calm = 0
    for _ in range(600):
        calm = calm + 1 if page.locator(AT_REST).count() else 0
        if calm == 15:
            return
        page.wait_for_timeout(100)
    raise AssertionError("never at rest")


def rows_of(project) -> AlignedRows:
    state = project.state()
    return AlignedRows(Deriver().derived(project, state, state.services[0].id))


BOARD = """
  const roots = [...document.querySelectorAll("*")].map((each) => each.shadowRoot).filter(Boolean);
  const root = roots.find((each) => each.querySelector(".board"));
  const lines = () => [...root.querySelectorAll("tr[data-row]")];
  const steps = (line) => [...line.querySelectorAll(".card")].map((card) => card.dataset.step).sort();
"""


def on_board(page):
    """Return which steps stand together on the board, and the step that has the focus."""
    return page.evaluate(
        f"() => {{{BOARD} return [lines().map(steps).filter((each) => each.length), root.activeElement?.dataset.step]}}"
    )


def pressed(page, key):
    """Press Alt and an arrow on the card with the focus; return how many lines it went, and who stands there then."""
    return page.evaluate(
        f"""(key) => {{{BOARD}
          const line = () => lines().indexOf(root.activeElement.closest("tr"));
          const before = line();
          const told = {{ key, altKey: true, bubbles: true, cancelable: true, composed: true }};
          root.activeElement.dispatchEvent(new KeyboardEvent("keydown", told));
          return [line() - before, steps(lines()[line()])];
        }}""",
        key,
    )


def in_database(project):
    from procmap.app.compared.aligned import key_of

    return [sorted(key_of(step) for step in one.row.steps) for one in rows_of(project).rows]


@pytest.mark.parametrize("pause", [0, 250])
@pytest.mark.usefixtures("busy")
def test_a_step_that_is_moved_ten_times_stands_where_the_board_says(visit, tmp_path, pause):
    project = sample_in(tmp_path)
    page = visit(project, "align?lang=en", ".card")
    step = page.locator(".card").nth(12).get_attribute("data-step")  # There is room for ten moves.
    page.locator(f'.card[data-step="{step}"]').focus()
    for key in ["ArrowDown"] * 7 + ["ArrowUp"] * 2 + ["ArrowDown"]:
        went, aimed = pressed(page, key)
        assert went == (1 if key == "ArrowDown" else -1)
        page.wait_for_timeout(pause)
    until(page, lambda: sorted(on_board(page)[0]) == sorted(in_database(project)))
    settled(page)
    together, focused = on_board(page)
    assert sorted(together) == sorted(in_database(project))
    assert set(aimed) <= set(next(steps for steps in together if step in steps))
    assert focused == step
    made = [entry for entry in project.history() if entry.name == "rearrange"]
    assert 1 <= len(made) <= 10


@pytest.mark.parametrize("pause", [60, 400])
@pytest.mark.usefixtures("busy")
def test_a_key_answers_the_question_that_was_seen_and_only_once(visit, tmp_path, pause):
    project = create_project(str(tmp_path / "samordne.procmap"), "Ny kommune", BY)
    with_small(project, BY)
    page = visit(project, "harmonise?lang=en", ".st-key-harmonise-ways button")
    page.locator("h1").click()
    page.evaluate(
        """() => {
          window.seen = [];
          const title = () => document.querySelector(".st-key-harmonise-question h2")?.textContent;
          window.addEventListener("keydown", (event) => event.key === "1" && window.seen.push(title()), true);
        }"""
    )
    for _ in range(6):
        page.keyboard.press("1")
        page.wait_for_timeout(pause)
    until(page, lambda: project.state().decisions)
    settled(page)
    seen = {" ".join(title.split()) for title in page.evaluate("window.seen") if title}
    decided = [entry.decision for entry in project.state().decisions]
    about = [decision.about.model_dump_json() for decision in decided]
    assert decided
    assert max(Counter(about).values()) == 1
    for decision in decided:
        labels = {f'"{step.label or "start event"}"' for step in decision.about.steps}
        assert any(label in title for label in labels for title in seen), (labels, seen)
