"""The report of a harmonisation as a Word document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from procmap.messages import Translator, translator
from procmap.reports.harmonisation.blocks import (
    Block,
    Bullets,
    Contents,
    Drawn,
    Gap,
    Heading,
    Labelled,
    Look,
    Paragraph,
    Tabled,
    Turn,
)
from procmap.reports.harmonisation.on_paper import minutes_blocks, report_blocks
from procmap.reports.harmonisation.shown import title
from procmap.reports.harmonisation.values import HarmonisationReport
from procmap.reports.harmonisation.word.markup import (
    LANDSCAPE,
    PORTRAIT,
    Page,
    bullets,
    field,
    heading,
    labelled,
    paragraph,
    run,
    section,
    section_end,
    styled,
    table,
)
from procmap.reports.harmonisation.word.package import FOOTER_ID, HEADER_ID, package
from procmap.reports.harmonisation.word.picture import painted, picture

_STYLES: dict[Look, str] = {
    "": "",
    "title": "Title",
    "subtitle": "Subtitle",
    "about": "About",
    "note": "Note",
    "lead": "Lead",
    "onward": "Onward",
    "minutes": "Minutes",
    "minutes-end": "MinutesEnd",
}


def word_report(report: HarmonisationReport) -> bytes:
    """Return a report as a Word document (DOCX). The same report gives the same bytes."""
    say = translator(report.language)
    png = painted(report.drawing) if report.drawing is not None else b""
    return _document(report_blocks(report, say), report, say, png)


def word_minutes(report: HarmonisationReport) -> bytes:
    """Return the minutes of a report by themselves, as a Word document. The same report gives the same bytes."""
    say = translator(report.language)
    return _document(minutes_blocks(report, say), report, say, b"")


def _document(blocks: Iterable[Block], report: HarmonisationReport, say: Translator, png: bytes) -> bytes:
    return package(
        body="".join(_body(blocks, png, say)),
        header=_header(report),
        footer=_footer(say),
        title=title(report.title.title),
        language=report.language,
        picture=png,
    )


def _body(blocks: Iterable[Block], png: bytes, say: Translator) -> Iterator[str]:
    page = PORTRAIT
    bookmarks = 0
    for block in blocks:
        if isinstance(block, Turn):
            yield section_end(page, HEADER_ID, FOOTER_ID)
            page = LANDSCAPE if block.is_across else PORTRAIT
        elif isinstance(block, Heading):
            anchor = (bookmarks, f"part_{block.part}") if block.part else None
            bookmarks += bool(block.part)
            yield heading(block.text, block.level, anchor=anchor, same_page=block.same_page)
        elif isinstance(block, Drawn) and not png:
            yield heading(block.drawing.sheet.title, 1, anchor=(bookmarks, "part_drawing"))
            bookmarks += 1
            yield paragraph(say.text("report-picture-missing"), "About")
        elif isinstance(block, Drawn):
            sheet = block.drawing.sheet
            yield section_end(page, HEADER_ID, FOOTER_ID)
            yield heading(sheet.title, 1, anchor=(bookmarks, "part_drawing"))
            bookmarks += 1
            yield picture(png, sheet.description, LANDSCAPE)
            yield paragraph(sheet.description, "About")
            yield section_end(LANDSCAPE, HEADER_ID, FOOTER_ID)
        else:
            yield _written(block, page)
    yield section(page, HEADER_ID, FOOTER_ID)


def _written(block: Block, page: Page) -> str:
    """Return a block other than a heading or a turn."""
    if isinstance(block, Paragraph):
        text = title(block.text) if block.look == "title" else block.text
        return styled(run(text, "DraftMark" if block.is_draft else ""), _STYLES[block.look])
    if isinstance(block, Bullets):
        return bullets(block.texts)
    if isinstance(block, Labelled):
        return labelled(block.label, block.texts, "FieldFirst" if block.is_first else "Field")
    if isinstance(block, Tabled):
        return table(block.table, name=block.name, about=block.about, page=page)
    if isinstance(block, Contents):
        return _contents(block.heading, block.parts)
    return styled("", "AfterTable") if isinstance(block, Gap) else ""


def _contents(name: str, parts: Sequence[tuple[str, str]]) -> str:
    """Return the list of the parts, each leading there; Word can make it anew."""
    begin = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\n \\h '
        '</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    links = [f'<w:hyperlink w:anchor="part_{part}">{run(text, "Hyperlink")}</w:hyperlink>' for part, text in parts]
    links[0], links[-1] = begin + links[0], links[-1] + end
    return paragraph(name, "TOCHeading") + "".join(styled(link, "TOC1") for link in links)


def _header(report: HarmonisationReport) -> str:
    """Return what stands on top of every page: the title, after a mark where something blocks."""
    mark = f"{run(report.title.status_text, 'DraftMark')}{run('  ·  ')}" if report.is_draft else ""
    return styled(f"{mark}{run(title(report.title.title))}", "Header")


def _footer(say: Translator) -> str:
    """Return the number of the page, in the words of the language."""
    before, _, rest = say.text("report-page", page="\0", pages="\1").partition("\0")
    between, _, after = rest.partition("\1")
    return styled(f"{run(before)}{field('PAGE', '1')}{run(between)}{field('NUMPAGES', '1')}{run(after)}", "Footer")
