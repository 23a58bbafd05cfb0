# ruff: noqa: RUF001 - routines are written with the dashes that word processors make
"""What holds for every text: nothing disappears, nothing crashes, the same text gives the same process."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from procmap.formats.document import Document
from procmap.formats.routine import read_text
from procmap.formats.routine.text_lines import blocks_of
from procmap.model import BadInput, validate
from tests.formats.routine.building import read, word

MARKERS = st.sampled_from(
    [
        "",
        "",
        "1. ",
        "2. ",
        "3) ",
        "- ",
        "– ",
        "   - ",
        "      • ",
        "a) ",
        "   b) ",
        "3.1 ",
        "# ",
        "## ",
        "\t",
        "Steg 4: ",
    ]
)
CONTENTS = st.sampled_from([
    "{}", "Saksbehandler: {}", "{} er mottatt", "hvis {}: Ring", "hvis {}: gå til 2", "hvis {}:", "hvis {}, ring",
    "ellers: {}", "ellers: gå til {}", "samtidig: {}", "samtidig: Leder: {}, gå til 1", "gå til {}", "{}, gå til 1",
    "{} og avslutt", "Start: {}", "Slutt: {}", "avslutt", "system: {}", "frist: {}", "frist: 3 uker fra {}",
    "merknad: {}", "kontroll: {}", "risiko: {}", "arkiv: {}", "arbeidstid: {}", "kostnad: {}", "ROSA: {}", "rolle: {}",
    "deltaker: {}", "neste: {}", "kanal: {}", "dokument ut:", "Eier: {}", "Gradering: {}", "Antall per år: {}",
    "Formål", "{}\tto\ttre", "Nr\tSteg\tRolle", "1\t{}\tLeder", "| {} | to |", "| Steg | Vilkår |", "", "=====",
])  # fmt: skip
LINES = st.lists(st.tuples(MARKERS, CONTENTS), min_size=1, max_size=14)


def attempt(text: str) -> Document | None:
    """Return what is read of a text; None when it is refused as no text or without steps. Nothing else is raised."""
    try:
        return read_text(text.encode("utf-8", "surrogatepass"), "a.txt")
    except BadInput as error:
        if error.finding.code not in ("routine-no-steps", "routine-not-text", "encoding-broken"):
            raise
        return None


def said(document: Document) -> str:
    """Return everything that a document says, in its processes and in its findings."""
    process = json.dumps([each.model_dump(mode="json") for each in document.processes], ensure_ascii=False)
    return process + json.dumps([dict(finding.params) for finding in document.findings], ensure_ascii=False)


def routine(lines: list[tuple[str, str]]) -> list[str]:
    """Return lines in which each has a word of its own."""
    return [marker + content.format(f"ord{place}ord") for place, (marker, content) in enumerate(lines)]


@given(LINES)
def test_every_line_is_in_the_process_or_in_a_finding(lines):
    text = routine(lines)
    document = attempt("\n".join(text))
    if document is None:
        return
    everything = said(document)
    lost = [line for place, line in enumerate(text) if f"ord{place}ord" in line and f"ord{place}ord" not in everything]
    assert lost == []


@given(LINES)
def test_what_is_read_is_well_formed(lines):
    document = attempt("\n".join(routine(lines)))
    if document is None:
        return
    (process,) = document.processes
    # An item that only jumps and is never reached leaves a gateway or a step without flows: that is told, too.
    told = {finding.code for finding in validate(process)} - {"not-connected", "no-condition", "no-step", "no-name"}
    assert told == set()
    ids = [element.id for element in process.elements()]
    assert len(ids) == len(set(ids))


@given(LINES)
def test_the_same_text_gives_the_same_document(lines):
    text = "\n".join(routine(lines))
    assert attempt(text) == attempt(text)


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda source: source.decode("latin-1")))
def test_any_text_is_read_or_refused(text):
    attempt(text)


@given(st.text(alphabet="1.- \n\tabhviselrgå til:,|#", max_size=200))
def test_any_text_of_signs_that_matter_is_read_or_refused(text):
    attempt(text)


@given(st.lists(st.sampled_from(["1. A", "2. B", "  - hvis x: gå til 1", "Eier: Leder", "Tekst", "- C"]), max_size=8))
def test_a_text_reads_the_same_in_word(lines):
    lines = [line for line in lines if not line.startswith(" ")]
    from_text = attempt("\n".join(lines))
    if from_text is None:
        return
    from_word = read(word(*lines), "a.txt")
    assert from_word.processes == from_text.processes
    assert [finding.code for finding in from_word.findings] == [finding.code for finding in from_text.findings]


def test_deep_and_long_texts_are_read():
    deep = "\n".join(f"{' ' * (2 * depth)}- hvis x{depth}: Steg {depth}" for depth in range(400))
    assert len(read_text(f"1. A\n{deep}".encode(), "a.txt").processes) == 1
    long = "\n".join(f"{place}. Steg\n   – hvis x: gå til {place}" for place in range(1, 3000))
    assert len(read_text(long.encode(), "a.txt").processes[0].steps) == 3001
    assert len(blocks_of("a\tb\n" * 50_000)) == 1
    assert len(read_text(b"1. " + b"hvis " * 100_000, "a.txt").processes) == 1
