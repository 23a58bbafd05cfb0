"""What is typed is there after F5 and after a restart, also in the middle of typing; Enter in a line sends it."""

from __future__ import annotations

import pytest

from procmap.answers.sample import sample_folder
from procmap.workspace.parties import drawn_process
from tests.app.conftest import WALL
from tests.app.pages.projects import with_sample
from tests.app.visiting import settled
from tests.reports.browsing import until

pytestmark = pytest.mark.browser
WINDOW = WALL


@pytest.fixture
def project(tmp_path):
    return with_sample(tmp_path, ["fjordvik", "nordas"])


def step_of(project, nth=2):
    state = project.state()
    process = drawn_process(project, state.processes[0])
    return state.processes[0].id, process.steps[nth].id


def kept(project, *form):
    from procmap.workspace import Person

    return [text for _, text in project.drafts(Person()).texts(form).values()]


def test_map_keeps_lines_and_texts_of_several_lines_while_they_are_typed(project, page, serve):
    process, step = step_of(project)
    place = f"map?lang=en&process={process}&step={step}"
    serve(project, place)
    line = page.locator(".st-key-map-add-label input")
    line.press_sequentially("Motta kla")
    until(page, lambda: kept(project, "map", process, "add") == ["Motta kla"])
    page.keyboard.type("gen")
    assert line.input_value() == "Motta klagen"  # what is typed while it is kept stays
    label = page.locator(f".st-key-map-label-{step} input")
    label.fill("Halvferdig")
    area = page.locator(f".st-key-map-systems-{step} textarea")
    area.press_sequentially("Arkiv")
    page.keyboard.press("Enter")
    page.keyboard.type("Fag")
    until(page, lambda: any(text.endswith('Fag"') for text in kept(project, "map", process, "facts", step)))
    until(page, lambda: any("Halvferdig" in text for text in kept(project, "map", process, "facts", step)))
    until(page, lambda: kept(project, "map", process, "add") == ["Motta klagen"])
    until(page, lambda: area.evaluate("field => field === document.activeElement"))
    entries = len(project.history())
    page.reload()
    settled(page)
    until(page, lambda: line.input_value() == "Motta klagen")
    until(page, lambda: label.input_value() == "Halvferdig")
    until(page, lambda: area.input_value().endswith("Arkiv\nFag"))
    serve(project, place)
    until(page, lambda: line.input_value() == "Motta klagen")
    until(page, lambda: label.input_value() == "Halvferdig")
    assert len(project.history()) == entries
    label.press("Enter")
    until(page, lambda: "Halvferdig" in [s.name for s in drawn_process(project, project.state().processes[0]).steps])
    until(page, lambda: kept(project, "map", process, "facts", step) == [])
    settled(page)
    line.press("Enter")
    until(page, lambda: kept(project, "map", process, "add") == [])
    settled(page)
    page.reload()
    settled(page)
    until(page, lambda: line.input_value() == "")


def test_import_leads_back_into_the_middle(project, page, serve):
    serve(project, "import?lang=en")
    page.locator("input[type=file]").set_input_files(str(sample_folder() / "nordas.bpmn"))
    page.locator(".st-key-import-keep button").wait_for(timeout=60_000)
    settled(page)
    variant = page.locator('[class*="st-key-import-of-variant-"] input')
    variant.press_sequentially("papir")
    until(page, lambda: any("papir" in text for text in kept(project, "import", key())))
    serve(project, "import?lang=en")
    page.locator(".st-key-import-keep button").wait_for(timeout=60_000)
    settled(page)
    until(page, lambda: variant.input_value() == "papir")
    page.locator(".st-key-import-keep button").click()
    until(page, lambda: [one.variant for one in project.state().processes] == ["", "", "papir"])
    settled(page)
    page.reload()
    settled(page)
    until(page, lambda: page.locator(".st-key-import-keep").count() == 0)


def key():
    from procmap.workspace.proposals import key_of

    return key_of((sample_folder() / "nordas.bpmn").read_bytes(), "nordas.bpmn")


def test_the_card_of_compare_and_attached_values_keep_what_is_typed(project, page, serve):
    serve(project, "compare?lang=en&row=3")
    page.get_by_text("Add a problem or an idea").click()
    note = page.locator('[class*="st-key-note-new"] textarea')
    note.press_sequentially("Halvferdig")
    until(page, lambda: page.locator('[class*="-keep-discard"]').count() > 0)
    page.reload()
    settled(page)
    until(page, lambda: note.input_value() == "Halvferdig")
    service = project.state().services[0].id
    serve(project, f"control?lang=en&row=3&service={service}")
    name = page.locator('[class*="st-key-"][class*="-name"] input').first
    name.fill("Fire øyne")
    until(page, lambda: page.locator('[class*="st-key-save-"][class*="-discard"]').count() > 0)
    page.reload()
    settled(page)
    until(page, lambda: name.input_value() == "Fire øyne")
    name.press("Enter")
    until(page, lambda: [one.content["name"] for one in project.state().attached] == ["Fire øyne"])
