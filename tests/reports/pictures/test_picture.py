"""A picture on paper: what it has above it is told on the page of the legend, where sheets would cut it."""

from __future__ import annotations

import pytest

from procmap.answers.printing import Print, picture
from procmap.drawing.export.size import size_of
from procmap.drawing.svg import written
from procmap.messages import ENGLISH
from procmap.reports.pictures import overlay, side_by_side
from tests import pdfs
from tests.reports.pictures.drawn import compared, three


@pytest.fixture(params=[side_by_side, overlay])
def drawn(request):
    return request.param(three(), compared(three()))


def test_without_its_heading_a_picture_is_the_same_but_lower(drawn):
    bare = drawn.bare(language="en")
    whole = drawn.svg(language="en")
    assert size_of(bare.svg)[1] < size_of(whole)[1]
    assert drawn.process.name in written(whole)
    assert drawn.process.name not in written(bare.svg)
    words = [entry.word for entry in bare.legend]
    assert words == [entry.text for entry in drawn.entries]
    assert all(word in written(whole) for word in words)
    assert len(set(words)) == len(words) > 3
    assert all(size_of(entry.picture)[1] == size_of(bare.legend[0].picture)[1] for entry in bare.legend)


def test_on_sheets_the_legend_stands_whole_on_the_first_page(drawn):
    made = picture(
        "x.pdf",
        drawn.process,
        drawn.diagram,
        drawn.marks,
        printed=Print(tile=True, scale=3),
        svg=drawn.svg(language="en"),
        bare=drawn.bare,
        say=ENGLISH,
    )
    pdfs.check(made.content, title=drawn.process.name, language="en")
    first, *sheets = [" ".join(page.extract_text().split()) for page in pdfs.opened(made.content).pages]
    assert len(sheets) > 2
    for entry in drawn.entries:
        assert " ".join(entry.text.split()) in first
