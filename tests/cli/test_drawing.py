from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from procmap.cli import main

SAMPLE = (
    b'<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t">'
    b'<process id="p"><task id="a"/></process></definitions>'
)


@pytest.fixture
def samples(root):
    return [str(path) for path in sorted(root.glob("bpmn_samples/byggesoknad/*.bpmn"))]


def heading(path) -> str:
    return etree.parse(str(path)).getroot().find("{http://www.w3.org/2000/svg}title").text


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--as", "side-by-side"], "Byggesøknad: side by side"),
        (["--as", "overlay"], "Byggesøknad: on top of each other"),
        (["--as", "overlay", "--at-least", "2"], "Byggesøknad: what 2 organisations or more have"),
    ],
)
def test_several_in_one_picture(samples, tmp_path, capsys, options, told):
    out = tmp_path / "out.svg"
    confirmed = str(Path(samples[0]).with_name("confirmations.json"))
    assert main(["draw", *samples, *options, "--confirm", confirmed, "-o", str(out)]) == 0
    assert heading(out) == told
    assert capsys.readouterr().out == f"{out}: Fjordvik, Nordås and Solhaug, 38 rows\n"


@pytest.mark.parametrize("arranged", ["side-by-side", "overlay"])
def test_the_order_of_files_has_no_say(samples, tmp_path, arranged):
    drawn = []
    for number, files in enumerate((samples, samples[::-1])):
        out = tmp_path / f"{number}.svg"
        assert main(["draw", *files, "--as", arranged, "-o", str(out)]) == 0
        drawn.append(out.read_bytes())
    assert drawn[0] == drawn[1]


def test_one_file_is_drawn_as_it_is(samples, tmp_path):
    out = tmp_path / "out.svg"
    assert main(["draw", samples[0], "-o", str(out)]) == 0
    assert main(["draw", samples[0], "--as", "one", "-o", str(out), "--force"]) == 0


def test_compare_writes_a_picture_too(samples, tmp_path):
    out = tmp_path / "out.svg"
    assert main(["compare", *samples, "-o", str(out)]) == 0
    assert heading(out) == "Byggesøknad: side by side"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([0, 1], "2 processes do not make one picture by themselves. Say --as side-by-side or --as overlay"),
        ([0, "--as", "side-by-side"], "there is only one process, and comparing takes two"),
        ([0, 0, "--as", "overlay"], "another process is of Fjordvik too. Name the organisations"),
        ([0, 1, "--as", "overlay", "--at-least", "3"], "--at-least 3 leaves nothing. Organisations that count: 2."),
        ([0, 1, "--as", "side-by-side", "--at-least", "2"], "--at-least is only for pictures of several"),
        ([0, "--at-least", "2"], "--at-least is only for pictures of several organisations. Say --as overlay"),
        ([0, "--confirm", "x.json"], "--confirm is only for pictures of several organisations. Say --as side-by-side"),
    ],
)
def test_what_does_not_fit_is_said(samples, tmp_path, capsys, arguments, told):
    named = [samples[each] if isinstance(each, int) else each for each in arguments]
    assert main(["draw", *named, "-o", str(tmp_path / "out.svg")]) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / "out.svg").exists()


def test_other_kinds_of_file_are_refused(samples, tmp_path, capsys):
    assert main(["draw", *samples, "--as", "overlay", "-o", str(tmp_path / "out.txt")]) == 2
    assert ".svg" in capsys.readouterr().err


def test_a_name_cannot_steer_the_terminal(tmp_path, capsys):
    source = tmp_path / "a.bpmn"
    source.write_bytes(SAMPLE.replace(b"<process ", '<process name="Bygge\u202esøknad\u009b31m" '.encode(), 1))
    assert main(["draw", str(source), "-o", str(tmp_path / "a.svg")]) == 0
    shown = capsys.readouterr().out
    assert "søknad" in shown
    assert not {"\u202e", "\u009b"} & set(shown)


def test_a_scale_out_of_range_is_told_both_bounds(samples, tmp_path, capsys):
    for given in ("21", "0.01", "nan"):
        assert main(["draw", samples[0], "-o", str(tmp_path / "a.png"), "--scale", given]) == 2
        assert "from 0.1 to 20" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("more", [[], ["--as", "overlay"]])
def test_a_folder_is_no_picture(samples, tmp_path, capsys, more):
    (tmp_path / "a.svg").mkdir()
    files = samples if more else samples[:1]
    assert main(["draw", *files, *more, "-o", str(tmp_path / "a.svg"), "--force"]) == 2
    assert "Choose the name of a file" in capsys.readouterr().err
