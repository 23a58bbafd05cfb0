"""All files that can be written of a service, and that what people wrote is text in every one of them."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from procmap.answers.files import FILES, TYPES, FileKind, Wish
from procmap.answers.harmonise import Harmonised, harmonise_files
from procmap.answers.people import read_confirmations, read_decisions
from procmap.answers.sample import sample_folder
from procmap.formats import read_source
from procmap.messages import LANGUAGES, translator
from procmap.model import BadInput

SCRIPT = "<script>alert(1)</script>"
FORMULA = '=HYPERLINK("http://evil.example";"x")'
LEFTWARDS = "\u202egnp.exe\u202c"
HOSTILE = (SCRIPT, FORMULA, LEFTWARDS, "+1-2", "@SUM(A1)", "]]>&amp;--><!--")


@pytest.fixture(scope="module")
def sample() -> Harmonised:
    return harmonise_files(sorted(str(path) for path in sample_folder().glob("*.bpmn")))


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Harmonised:
    return harmonised_of(tmp_path_factory.mktemp("hostile"), HOSTILE)


def harmonised_of(folder: Path, labels: tuple[str, ...]) -> Harmonised:
    """Return what becomes of two processes with steps of these names, a role and a control of the first."""
    files = []
    for number in range(2):
        page = openpyxl.Workbook().active
        page.append(["Step", "Role", "Controls", "System"])
        for label in (*labels, f"Only here {number}"):
            page.append([label, labels[0], labels[0], labels[0]])
        for row in page.iter_rows():
            for cell in row:
                cell.data_type = "s"
        files.append(str(folder / f"org{number}.xlsx"))
        page.parent.save(files[-1])
    return harmonise_files(files)


def strings_of(content: bytes) -> tuple[list[str], list[str]]:
    """Return the texts and the formulas of a workbook."""
    cells = [
        cell
        for page in openpyxl.load_workbook(io.BytesIO(content)).worksheets
        for row in page.iter_rows()
        for cell in row
    ]
    texts = [str(cell.value) for cell in cells if cell.value is not None and cell.data_type != "f"]
    return texts, [str(cell.value) for cell in cells if cell.data_type == "f"]


def test_codes_are_different_and_name_their_type():
    assert len({kind.code for kind in FILES}) == len(FILES)
    assert {kind.ending for kind in FILES} == set(TYPES)


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.code)
def test_every_file_is_made_the_same_twice(kind: FileKind, sample: Harmonised):
    wish = Wish(translator("nb"), "22. november")
    made = kind.make(sample, wish)
    assert made
    assert kind.make(sample, wish) == made


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.code)
def test_hostile_texts_are_text_in_every_file(kind: FileKind, hostile: Harmonised):
    made = kind.make(hostile, Wish())
    holds_text_only(kind, made)
    if kind.ending == "xlsx":
        texts, _ = strings_of(made)
        assert any(SCRIPT in text for text in texts) or kind.name in ("decisions", "union")
    elif kind.ending == "html":
        assert "&lt;script&gt;alert(1)" in made.decode()
    elif kind.ending == "bpmn":
        assert SCRIPT in {element.get("name") for element in etree.fromstring(made).iter()}


def holds_text_only(kind: FileKind, made: bytes) -> None:
    """Assert that a file is well formed, and that nothing in it would run, lead elsewhere or be computed."""
    if kind.ending == "xlsx":
        assert not strings_of(made)[1]
    elif kind.ending == "html":
        assert b"<script>alert(1)" not in made
        assert b"<script>window.hit" not in made
        assert b"<img src=x" not in made
    elif kind.ending in ("svg", "bpmn"):
        tree = etree.fromstring(made, etree.XMLParser(resolve_entities=False, huge_tree=True))
        assert not {"script", "image", "a", "foreignObject"} & {
            etree.QName(element).localname for element in tree.iter(etree.Element)
        }
    elif kind.ending == "docx":
        with zipfile.ZipFile(io.BytesIO(made)) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    tree = etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))
                    codes = [element.text or "" for element in tree.iter("{*}instrText")]
                    assert not any("HYPERLINK" in code for code in codes)
                    assert b"evil.example" not in archive.read(name) or not name.endswith(".rels")
    elif kind.ending == "json":
        json.loads(made)
    elif kind.ending == "pdf":
        assert made.startswith(b"%PDF-")
        assert b"/JavaScript" not in made
        assert b"/URI" not in made
    else:
        assert made.startswith(b"\x89PNG")


READ_AGAIN = ("decisions-xlsx", "confirmations-xlsx")
"""What people fill in: a cell holds 32,767 characters, and nothing may be cut."""


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Harmonised:
    return endless(tmp_path_factory.mktemp("long"))


@pytest.mark.parametrize(
    "kind",
    [kind for kind in FILES if not kind.needs_typesetting and kind.code not in READ_AGAIN],
    ids=lambda kind: kind.code,
)
def test_a_label_of_100000_characters_is_written(kind: FileKind, long: Harmonised):
    assert kind.make(long, Wish())


@pytest.mark.parametrize("code", READ_AGAIN)
def test_a_label_that_does_not_fit_is_told(code: str, long: Harmonised):
    kind = next(kind for kind in FILES if kind.code == code)
    with pytest.raises(BadInput) as refused:
        kind.make(long, Wish())
    assert translator("nb").sentence(refused.value.finding)


def endless(folder: Path) -> Harmonised:
    """Return what becomes of two processes with a step whose name is 100,000 characters long."""
    files = []
    for number in range(2):
        files.append(str(folder / f"org{number}.csv"))
        Path(files[-1]).write_text(f"Step;Role\n{'x' * 100_000};Clerk\nOnly here {number};Clerk\n", "utf-8")
    return harmonise_files(files)


@pytest.mark.parametrize(
    "service", [SCRIPT, FORMULA, LEFTWARDS, "../../etc/passwd", "CON", "", "Byggesøknad", "x" * 10_000]
)
def test_names_of_files_are_plain(service: str):
    for kind in FILES:
        name = kind.file_name(service)
        assert name.isascii()
        assert not set(name) & set('/\\:*?"<>|= \n')
        assert len(name) < 100
        assert name.endswith(f"-{kind.name}.{kind.ending}")


def test_what_people_said_can_be_read_again(sample: Harmonised, tmp_path: Path):
    by_code = {kind.code: kind for kind in FILES}
    for ending in ("xlsx", "json"):
        said, decided = tmp_path / f"c.{ending}", tmp_path / f"d.{ending}"
        said.write_bytes(by_code[f"confirmations-{ending}"].make(sample, Wish(translator("nb"))))
        decided.write_bytes(by_code[f"decisions-{ending}"].make(sample, Wish(translator("nb"))))
        read_confirmations(str(said))
        assert read_decisions(str(decided)).open


def test_the_drawing_tells_the_tool_it_is_for(sample: Harmonised):
    bpmn = next(kind for kind in FILES if kind.code == "common-bpmn")
    plain, mirrored = bpmn.make(sample, Wish()), bpmn.make(sample, Wish(mirror="camunda7"))
    assert plain != mirrored
    assert read_source(plain, "a.bpmn").processes == read_source(mirrored, "a.bpmn").processes


@pytest.mark.parametrize("language", LANGUAGES)
def test_minutes_are_a_document_of_their_own(sample: Harmonised, language: str):
    say = translator(language)
    minutes = next(kind for kind in FILES if kind.name == "minutes")
    with zipfile.ZipFile(io.BytesIO(minutes.make(sample, Wish(say)))) as archive:
        told = archive.read("word/document.xml").decode()
    assert say.text("section-minutes") in told
    assert say.text("none-decisions") in told
    assert say.text("section-routine") not in told


@pytest.mark.parametrize("kind", FILES, ids=lambda kind: kind.code)
def test_of_one_process_there_is_only_what_programs_read(kind: FileKind):
    alone = harmonise_files([str(next(sample_folder().glob("*.bpmn")))])
    assert alone.result is None
    if kind.ending == "json" and kind.name != "decisions":
        assert kind.make(alone, Wish())
    else:
        with pytest.raises(BadInput, match="nothing-harmonised"):
            kind.make(alone, Wish())
