"""The page of a harmonisation: whole and safe as text, and in a real browser by keyboard, filtered, and in print."""

from __future__ import annotations

import base64
import hashlib
import io
import itertools
import re

import pytest

from procmap.messages import LANGUAGES
from procmap.reports.harmonisation.page import harmonisation_page
from tests.reports.browsing import until, violations
from tests.reports.harmonisation.test_content import CASES, decided, harmonised, report_of
from tests.reports.harmonisation.test_sheets import hostile_report
from tests.reports.test_html import Elements


@pytest.mark.parametrize("case", CASES)
def test_every_link_leads_somewhere_and_ids_are_unique(root, case):
    report = report_of(decided(root, case))
    found = Elements(harmonisation_page(report)).found
    ids = [attributes["id"] for _, attributes in found if "id" in attributes]
    assert len(set(ids)) == len(ids)
    links = {attributes["href"] for tag, attributes in found if tag == "a"}
    assert links <= {f"#{each}" for each in ids}
    cited = {attributes[name] for _, attributes in found for name in ("aria-labelledby", "for") if name in attributes}
    assert cited <= set(ids)


def test_everything_is_told(root):
    report = report_of(decided(root, "byggesoknad"))
    text = " ".join(Elements(harmonisation_page(report)).text.split())
    told = [sentence for impact in report.impact for part in impact.parts for sentence in part.sentences
            if part.code != "typical"]  # fmt: skip
    told += [paragraph.title for paragraph in report.routine.paragraphs]
    told += [sentence for paragraph in report.routine.paragraphs for sentence in (*paragraph.before, *paragraph.onward)]
    told += [question.sentence for question in report.questions]
    told += [sentence for meeting in report.minutes for item in meeting.items for sentence in item.sentences]
    told += [line.reason for line in report.trace] + [line.detail for line in report.attachments]
    told += [*report.assumptions, *report.title.blocking, *(law.text for law in report.laws)]
    assert [sentence for sentence in told if " ".join(sentence.split()) not in text] == []


def test_headings_go_down_one_level_at_a_time(root):
    levels = [int(tag[1]) for tag, _ in Elements(harmonisation_page(report_of(decided(root, "bygglov")))).found
              if re.fullmatch("h[1-6]", tag)]  # fmt: skip
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


def test_labels_are_escaped_and_nothing_else_may_run_or_be_fetched():
    page = harmonisation_page(hostile_report('</script><script>alert(1)</script><img src=x onerror="y">\x07'))
    assert [tag for tag, _ in Elements(page).found if tag in ("script", "img", "link", "iframe")] == ["script"]
    (policy,) = re.findall('Content-Security-Policy" content="([^"]*)"', page)
    for tag in ("style", "script"):
        (content,) = re.findall(f"<{tag}>(.*)</{tag}>", page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_page_speaks_one_language_and_a_draft_says_so_in_print(root, language):
    report = report_of(decided(root, "bygglov"), language)
    page = harmonisation_page(report)
    assert f'<html lang="{language}">' in page
    assert report.title.status_text in Elements(page).text
    assert ("@top-center" in page) == report.is_draft
    assert harmonisation_page(report) == page


@pytest.fixture(scope="module")
def address(root, tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "report.html"
    file.write_text(harmonisation_page(report_of(decided(root, "byggesoknad"), "nb")), "utf-8")
    return file.as_uri()


@pytest.fixture
def shown(browser, address):
    """Return the page of the sample, which must log no error and fetch nothing."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    view = context.new_page()
    wrong: list[str] = []
    view.on("console", lambda message: wrong.append(message.text))
    view.on("pageerror", lambda error: wrong.append(str(error)))
    view.on("request", lambda request: wrong.append(request.url) if request.url.startswith("http") else None)
    view.goto(address)
    yield view
    assert wrong == []
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_rule_of_accessibility_is_broken(shown, scheme):
    shown.emulate_media(color_scheme=scheme)
    for width in (390, 1920):
        shown.set_viewport_size({"width": width, "height": 900})
        assert violations(shown) == []
        until(shown, lambda: shown.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))


@pytest.mark.browser
def test_a_table_is_filtered_and_a_filter_cleared(shown):
    form = shown.locator("form[data-table=trace-table]")
    rows = shown.locator("#trace-table tbody tr:visible")
    everything = rows.count()
    assert form.locator("button").is_disabled()
    form.get_by_label("Organisasjon").select_option(label="C Solhaug")
    until(shown, lambda: 0 < rows.count() < everything)
    form.get_by_label("Søk").fill("  HALDE førehands")
    until(shown, lambda: rows.count() == 1)
    until(shown, lambda: form.locator(".shown").inner_text() == f"1 av {everything} rader vises")
    form.locator("button").click()
    until(shown, lambda: rows.count() == everything)


@pytest.mark.browser
def test_by_keyboard_from_the_matrix_to_a_card_and_to_a_paragraph(shown):
    shown.locator("#r1 th").focus()
    shown.keyboard.press("End")
    shown.keyboard.press("Enter")
    until(shown, lambda: shown.locator("dialog h3").inner_text().startswith("1 "))
    shown.keyboard.press("Escape")
    until(shown, lambda: shown.evaluate("document.activeElement.classList.contains('common')"))
    link = shown.locator("#trace-table a").first
    link.click()
    until(shown, lambda: shown.evaluate("document.activeElement.id") == link.get_attribute("href")[1:])


@pytest.mark.browser
def test_without_its_script_everything_can_be_read(browser, address):
    context = browser.new_context(java_script_enabled=False)
    view = context.new_page()
    view.goto(address)
    assert view.locator("form:visible").count() == 0
    assert view.locator(".card:visible").count() == view.locator("#grid tbody tr").count()
    context.close()


@pytest.mark.browser
def test_a3_in_print_with_every_part(shown):
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(shown.pdf(prefer_css_page_size=True))).pages
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pages} == {(1191, 842)}
    text = [page.extract_text() for page in pages]
    assert all("Utkast" in page for page in text)
    for heading in ("Rutinen", "Referat", "Hva som endrer seg for hver organisasjon", "Forutsetninger"):
        assert any(heading in page for page in text)


@pytest.mark.browser
def test_long_words_do_not_widen_the_page(browser, tmp_path):
    file = tmp_path / "long.html"
    file.write_text(harmonisation_page(hostile_report("Saksbehandlingssystemoppgradering" * 20)), "utf-8")
    context = browser.new_context(viewport={"width": 390, "height": 844})
    view = context.new_page()
    view.goto(file.as_uri())
    assert view.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    context.close()


def test_nothing_decided_says_so(root):
    text = Elements(harmonisation_page(report_of(harmonised(root, "bygglov")))).text
    assert "No decision has been made." in text
