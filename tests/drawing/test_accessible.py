"""Drawings inside a page, as a browser hands them to screen readers."""

from __future__ import annotations

import pytest

from procmap.drawing import SIGNS, Mark, draw
from procmap.formats import read
from procmap.layout import place
from tests.reports.browsing import violations

pytestmark = pytest.mark.browser
PAGE = """<!DOCTYPE html><html lang="nb"><head><meta charset="utf-8"><title>Tegninger</title></head>
<body style="background: {ground}; color: {ink}"><main><h1>Tegninger</h1>{drawings}</main></body></html>"""


@pytest.mark.parametrize(("theme", "ground", "ink"), [("light", "#ffffff", "#000000"), ("dark", "#000000", "#ffffff")])
def test_drawings_in_a_page_break_no_rule_of_accessibility(browser, root, theme, ground, ink):
    drawings = []
    for name in ("byggesoknad/fjordvik", "bygglov/granvidda"):
        (process,) = read(str(root / "bpmn_samples" / f"{name}.bpmn")).processes
        marks = [Mark(node.id, sign, "dashed") for node, sign in zip(process.nodes, SIGNS, strict=False)]
        drawings.append(draw(process, place(process), marks, language="nb", theme=theme))
    view = browser.new_page()
    view.set_content(PAGE.format(ground=ground, ink=ink, drawings="".join(drawings)))
    assert violations(view) == []
    view.close()


def test_a_screen_reader_is_told_of_every_step_in_the_order_of_the_flow(browser, root):
    (process,) = read(str(root / "bpmn_samples" / "byggesoknad" / "fjordvik.bpmn")).processes
    view = browser.new_page()
    view.set_content(PAGE.format(ground="#fff", ink="#000", drawings=draw(process, place(process), language="nb")))
    session = view.context.new_cdp_session(view)
    tree = session.send("Accessibility.getFullAXTree")["nodes"]
    told = [node["name"]["value"] for node in tree if not node.get("ignored") and node.get("name", {}).get("value")]
    document = next(node for node in tree if node.get("name", {}).get("value") == process.name)
    assert document["description"]["value"].startswith("Tegningen viser")
    steps = ["Registrere søknad i Fjordarkiv", "Fordele til saksbehandler", "Fatte vedtak", "Sak avsluttet"]
    places = [next(place for place, name in enumerate(told) if f": {step}, " in name) for step in steps]
    assert places == sorted(places)
    assert not [name for name in told if name == "Fatte vedtak"]  # what is written is not told a second time
    view.close()
