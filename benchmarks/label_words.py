"""How many labels of the shipped samples have each word: the table behind `procmap.language.frequency`.

    python benchmarks/label_words.py > procmap/language/data/label_words.tsv

A label counts once for each word; labels that are the same in several models count once each time, since that is what
common means. The example that templates show is counted too.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from procmap.formats import read
from procmap.formats.spreadsheet.explanations import EXAMPLE, example_text
from procmap.language import guess_language, words

SAMPLES = Path(__file__).resolve().parents[1] / "bpmn_samples"
_NOT_SAMPLES = (".json", ".md")
HEAD = """\
# How many labels of the shipped samples, and of the example that templates show, have a word; * stands for all labels.
# Made by benchmarks/label_words.py from texts that were invented for procmap, by language (no is Bokmål and Nynorsk).
# Columns: language, labels, words.
"""


def labels() -> Iterator[tuple[str, list[str]]]:
    """Yield the labels of each text and the language that they are in."""
    for path in sorted(SAMPLES.rglob("*.*")):
        if path.suffix not in _NOT_SAMPLES:
            for process in read(str(path)).processes:
                found = [node.name for node in process.nodes if node.name]
                yield guess_language(found), found
    for spoken, language in (("nb", "no"), ("nn", "no"), ("sv", "sv"), ("en", "en")):
        yield language, [example_text(row["step"], spoken) for row in EXAMPLE if row.get("step")]  # type: ignore[arg-type]


def table() -> str:
    """Return the table as text."""
    total: Counter[str] = Counter()
    having: dict[str, Counter[str]] = defaultdict(Counter)
    for language, found in labels():
        total[language] += len(found)
        having[language].update(word for label in found for word in set(words(label)))
    rows = []
    for language in sorted(total):
        rows.append(f"{language}\t{total[language]}\t*")
        by_count: dict[int, list[str]] = defaultdict(list)
        for word, count in having[language].items():
            by_count[count].append(word)
        rows += (
            f"{language}\t{count}\t{' '.join(sorted(by_count[count]))}" for count in sorted(by_count, reverse=True)
        )
    return HEAD + "".join(f"{row}\n" for row in rows)


if __name__ == "__main__":
    print(table(), end="")
