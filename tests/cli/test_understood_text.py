from procmap.answers.understood import UnderstoodTable
from procmap.cli import main
from procmap.cli.understood_text import understood_lines

TABLE = UnderstoodTable(
    process="p",
    columns=("number", "id", "step", "role", "condition", "next", "system", "note"),
    headings=("", "Id", "Step", "Role", "Condition", "Next", "System", "Note"),
    rows=(
        ("1", "a" * 30, "Receive", "Clerk", "", "2", "Archive", "line\nline \x1b[31m"),
        ("2", "b", "受付", "", "", "", "", ""),
    ),
)


def test_columns_stand_below_each_other_and_the_rest_below_the_step():
    assert list(understood_lines([TABLE], "  ")) == [
        "     Id                    Step     Role   Condition  Next",
        "  1  aaaaaaaaaaaaaaaaaaa…  Receive  Clerk             2",
        "       System: Archive | Note: line line  [31m",
        "  2  b                     受付",
    ]


def test_only_the_table_of_a_process():
    assert list(understood_lines([TABLE], "", "q")) == []


def test_long_tables_are_cut():
    table = TABLE.replace(rows=TABLE.rows[1:] * 500)
    lines = list(understood_lines([table], ""))
    assert (len(lines), lines[-1]) == (202, "…")


def test_it_is_shown_when_a_routine_is_checked_and_converted(tmp_path, capsys):
    source = tmp_path / "sak.txt"
    source.write_text("Sak\n1. Leder: Svar", encoding="utf-8")
    assert main(["check", str(source), "--lang", "en"]) == 0
    assert "  2  svar   Svar         Leder             3\n" in capsys.readouterr().out
    assert main(["convert", str(source), str(tmp_path / "sak.bpmn"), "--lang", "nb"]) == 0
    assert "Vilkår" in capsys.readouterr().out
