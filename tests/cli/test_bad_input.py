"""Bad input gets a kind and exact answer: what, where, what to do; never a traceback, never a connection.

A folder in `bad_input/` is a case: `input.bpmn` (or a recipe below, where it cannot be stored), `args.json` with the
arguments of the command, and `expected.en.txt` with what is printed on standard output, then on standard error, and the
exit code. `{input}` stands for the file given, `{output}` for the file to be written. In what is expected

* a line `...` stands for any lines, and `...` at the end of a line for the rest of that line;
* a line `    unsound: [label] [label]` stands for any line that begins so and names these steps.

`bad_input/messages.tsv` has the sentences: code, severity, English with the parameters of the finding. A finding
about elements ends with them, at most three: `(element ID "Name")`, the name with at most 60 characters.
"""

from __future__ import annotations

import csv
import errno
import inspect
import json
import re
import shutil
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from string import Formatter

import pytest

CASES = Path(__file__).parent / "bad_input"
TRAPS = Path(__file__).parents[1] / "formats" / "bpmn" / "traps"
KINDS = sorted(folder.name for folder in CASES.iterdir() if folder.is_dir())

INPUT, OUTPUT, SECRET = "input.bpmn", "output.json", "secret.txt"
SECRET_WORD = "hemmeligheten"
MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL"
MEGABYTE = 1_000_000
MEGABYTES, ELEMENTS, ATTRIBUTES, DEPTH, TEXT_MEGABYTES = 100, 1_000_000, 200, 200, 10
"""What reading refuses more of; the expected texts have the same numbers."""

Recipe = Callable[[Path, ExitStack], None]
"""Makes the input at a path and what the case needs around it; what must be undone goes on the stack."""


def _holding(content: str) -> Recipe:
    def make(path: Path, _: ExitStack) -> None:
        opening = f'<?xml version="1.0"?>\n<definitions xmlns="{MODEL}"><process id="Process_1">\n'
        path.write_text(f"{opening}{content}\n</process></definitions>\n")

    return make


def _sparse(path: Path, _: ExitStack) -> None:
    with path.open("wb") as file:
        file.truncate(2 * MEGABYTES * MEGABYTE)


def _closed(number: int, words: str) -> Recipe:
    """Return a recipe after which the input cannot be opened; permissions would not hold back a superuser."""

    def close(path: Path, undo: ExitStack) -> None:
        import builtins
        import io
        import os

        def failing(original: Callable[..., object]) -> Callable[..., object]:
            def opened(file: object, *args: object, **kwargs: object) -> object:
                if Path(str(file)).name == path.name:
                    raise OSError(number, words, str(file))  # Python makes it a PermissionError where it is one
                return original(file, *args, **kwargs)

            return opened

        patch = undo.enter_context(pytest.MonkeyPatch.context())
        for module in (builtins, io, os):
            patch.setattr(module, "open", failing(module.open))

    return close


def _full_disk(_: Path, undo: ExitStack) -> None:
    """Let no file grow beyond a few bytes. (Python ignores the signal that comes with it, and gets an error.)"""
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    undo.callback(resource.setrlimit, resource.RLIMIT_FSIZE, limits)
    resource.setrlimit(resource.RLIMIT_FSIZE, (64, limits[1]))


def _old_output(path: Path, _: ExitStack) -> None:
    path.with_name(OUTPUT).write_text("what was there before\n")


def _secret(path: Path, _: ExitStack) -> None:
    path.with_name(SECRET).write_text(SECRET_WORD)


ANSWERS = "answers.xlsx"


def _workbook(*sheets: tuple[tuple[str, ...], ...]) -> Recipe:
    """Return a recipe for a workbook beside the input; each sheet is its rows, headings first."""

    def make(path: Path, _: ExitStack) -> None:
        from openpyxl import Workbook

        book = Workbook()
        book.remove(book.active)
        for number, rows in enumerate(sheets, start=1):
            page = book.create_sheet(f"Ark{number}")
            for row in rows:
                page.append(row)
        book.save(path.with_name(ANSWERS))

    return make


_GROUPS = ("Gruppe", "Svar", "Organisasjon", "Steg")
_DECIDED = ("Id", "Gjelder", "Svar", "Begrunnelse", "Steg")
_CITED = (("Nr", "Organisasjon", "Steg"), ("1", "Fjordvik", "Motta søknad"))

RECIPES: dict[str, tuple[Recipe, ...]] = {
    "directory": (lambda path, _: path.mkdir(),),
    "no-permission": (_closed(errno.EACCES, "Permission denied"),),
    "read-error": (_closed(errno.EIO, "Input/output error"),),
    "too-large": (_sparse,),
    "too-deep": (_holding("<subProcess>" * DEPTH + "</subProcess>" * DEPTH),),
    "too-many-elements": (_holding("<task/>" * ELEMENTS),),
    "too-many-attributes": (_holding("<task " + " ".join(f'a{n}="1"' for n in range(ATTRIBUTES + 1)) + "/>"),),
    "text-too-long": (_holding("<documentation>" + "x" * ((TEXT_MEGABYTES + 1) * MEGABYTE) + "</documentation>"),),
    "external-entity": (_secret,),
    "xinclude": (_secret,),
    "disk-full": (_full_disk,),
    "disk-full-over-old-file": (_old_output, _full_disk),
    "output-exists": (_old_output,),
    "confirm-unknown-answer": (_workbook((_GROUPS, ("1", "kanskje", "Fjordvik", "Motta søknad"))),),
    "confirm-same-as-nothing": (
        _workbook((_GROUPS, ("1", "samme", "Fjordvik", "Motta søknad"), ("1", "", "Nordås", "Motta søknad"))),
    ),
    "confirm-other-sheet": (_workbook((("Gruppe", "Steg"), ("1", "Motta søknad"))),),
    "decide-without-answer": (_workbook((_DECIDED, ("B1", "steg", "", "Fordi", "1")), _CITED),),
    "decide-unknown-step": (_workbook((_DECIDED, ("B1", "steg", "behold", "Fordi", "7")), _CITED),),
}


@pytest.mark.parametrize("kind", KINDS)
def test_bad_input(kind, tmp_path, capsys, monkeypatch):
    _arrange(monkeypatch, tmp_path)
    printed = _run(kind, tmp_path, capsys)

    assert len(printed) < 10_000, "more than anybody reads"
    expected = (CASES / kind / "expected.en.txt").read_text(encoding="utf-8")
    assert re.fullmatch(_pattern(expected), printed), f"{printed}\nis not\n{expected}"
    assert SECRET_WORD not in printed


def test_what_stands_at_the_end_of_a_line_of_output_is_compared():
    """The comparison itself is tested: it is exact where nothing is left open."""
    pattern = _pattern("{input}\n...\n  process: 4 steps...\n    unsound: [Be om mangler]\nexit 0\n")

    good = (
        "{input}\n  reads\n  note\n  process: 4 steps, 3 flows\n    unsound: after Be om mangler nothing ends\nexit 0\n"
    )
    assert re.fullmatch(pattern, good)
    for wrong in (
        good.replace("exit 0", "exit 1"),
        good.replace("Be om mangler", "Motta"),
        good.replace("  process", "process"),
        good + "more\n",
        good.replace("    unsound", "    sound"),
    ):
        assert not re.fullmatch(pattern, wrong), wrong


def _arrange(monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    """Work in the folder, in English, on a wide terminal without colours, and without a network."""
    import socket

    def refuse(*_: object) -> None:
        raise AssertionError("procmap tried to open a connection")

    monkeypatch.chdir(folder)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    for variable, value in {"LC_ALL": "C", "LANG": "C", "COLUMNS": "1000", "NO_COLOR": "1", "TERM": "dumb"}.items():
        monkeypatch.setenv(variable, value)


def _run(kind: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return what the command of a case prints, and its exit code; see that no file comes, goes or changes."""
    from procmap.cli import main

    arguments = json.loads((CASES / kind / "args.json").read_text(encoding="utf-8"))
    arguments = [argument.replace("{input}", INPUT).replace("{output}", OUTPUT) for argument in arguments]
    stored = CASES / kind / INPUT
    if stored.exists():
        shutil.copyfile(stored, folder / INPUT)
    with ExitStack() as undo:
        for recipe in RECIPES.get(kind, ()):
            recipe(folder / INPUT, undo)
        before = _snapshot(folder)
        code = main(arguments)
    captured = capsys.readouterr()
    assert _snapshot(folder) == before
    printed = f"{captured.out}{captured.err}exit {code}\n"
    assert "Traceback" not in printed
    return printed.replace(INPUT, "{input}").replace(OUTPUT, "{output}")


def _snapshot(folder: Path) -> dict[str, tuple[int, int]]:
    """Return what the files of a folder are: their size, and when they were last written."""
    return {
        path.name: (path.stat().st_size, path.stat().st_mtime_ns) for path in folder.rglob("*") if not path.is_dir()
    }


def _pattern(expected: str) -> str:
    """Return what is expected as a regular expression."""
    lines = []
    for line in expected.splitlines():
        if line == "...":
            lines.append(r"(?:.*\n)*?")
        elif line.startswith("    unsound: "):
            steps = "".join(f"(?=.*{re.escape(label)})" for label in re.findall(r"\[(.+?)\]", line))
            lines.append(rf"    unsound: {steps}.+\n")
        elif line.endswith("..."):
            lines.append(re.escape(line.removesuffix("...")) + r".*\n")
        else:
            lines.append(re.escape(line) + r"\n")
    return "".join(lines)


# The sentences: one table, which the fixtures, the traps, the checks of the model and the product agree with.


def _messages() -> dict[str, tuple[str, str]]:
    with (CASES / "messages.tsv").open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        next(rows)
        return {code: (severity, template) for code, severity, template in rows}


MESSAGES = _messages()


def test_every_expected_sentence_is_in_the_table():
    sentences = {
        severity: [
            "".join(
                re.escape(text) + (".*" if field is not None else "") for text, field, *_ in Formatter().parse(told)
            )
            for other, told in MESSAGES.values()
            if other == severity
        ]
        for severity in ("blocking", "warning", "note")
    }
    for kind in KINDS:
        for line in (CASES / kind / "expected.en.txt").read_text(encoding="utf-8").splitlines():
            start, _, sentence = line.strip().partition(": ")
            severity = {"procmap": "blocking"}.get(start, start)
            if severity in sentences:
                told = re.sub(r" \(elements? .*\)$", "", sentence)
                assert any(re.fullmatch(pattern, told) for pattern in sentences[severity]), (kind, told)


def test_every_code_of_a_trap_is_in_the_table():
    for path in sorted(TRAPS.glob("*.json")):
        trap = json.loads(path.read_text(encoding="utf-8"))
        for severity, codes in (
            ("blocking", [trap["refused"]] if "refused" in trap else []),
            ("warning", trap.get("findings", [])),
            ("note", trap.get("notes", [])),
        ):
            for code in codes:
                assert MESSAGES.get(code, ("missing",))[0] == severity, (path.name, code)


def test_every_code_of_the_checks_of_the_model_is_in_the_table():
    from procmap.model import validation

    found = re.findall(r'_finding\(\s*"([a-z-]+)",\s*"([a-z]+)"', inspect.getsource(validation))

    assert len(found) > 10
    for code, severity in found:
        assert MESSAGES.get(code, ("missing",))[0] == severity, code


def test_a_sentence_is_short_and_says_what_to_do():
    for code, (_, template) in MESSAGES.items():
        text = re.sub(r"\{\w+\}", "x", template)
        assert re.fullmatch(r"[^.]+(?:\.\w[^.]*)*\. [A-Z].*[.]", text.replace("2.0", "2")), code
        assert len(template.split()) <= 50, code
        assert "please" not in text.lower(), code
        assert "invalid" not in text.lower(), code


@pytest.mark.parametrize("code", MESSAGES)
def test_the_product_says_it_so(code):
    from procmap.messages import sentence
    from procmap.model import Finding

    severity, template = MESSAGES[code]
    params = {field: f"<{field}>" for _, field, *_ in Formatter().parse(template) if field}

    assert sentence(Finding(code=code, severity=severity, params=params)) == template.format_map(params)
