import json

import pytest

from procmap.answers.harmonise import harmonise_files
from procmap.messages import LANGUAGES, translator
from procmap.reports.harmonisation import harmonisation_report

CASES = ("anskaffelse", "barnehageopptak", "byggesoknad", "bygglov", "journalforing", "premises-licence")


def harmonised(root, case, **given):
    sources = sorted(path for path in (root / "bpmn_samples" / case).iterdir() if path.suffix != ".json")
    return harmonise_files([str(path) for path in sources], **given)


def decided(root, case):
    return harmonised(root, case, decisions=str(root / "tests" / "cases" / case / "decisions.json"))


def report_of(harmonised, language="en", **given):
    return harmonisation_report(
        harmonised.aligned.parties,
        harmonised.comparison,
        harmonised.result,
        harmonised.aligned.decisions,
        say=translator(language),
        **given,
    )


@pytest.fixture(scope="module")
def bygglov(root):
    return decided(root, "bygglov")


@pytest.mark.parametrize("case", CASES)
def test_everything_is_told_once(root, case):
    harmonised = decided(root, case)
    report = report_of(harmonised)
    result = harmonised.result
    assert [(line.party.id, line.element) for line in report.trace] == [
        (party.id, step.id) for party in harmonised.aligned.parties for step in party.process.steps
    ]
    assert len(report.attachments) == len(result.carried)
    assert [question.id for question in report.questions] == [question.id for question in result.open]
    assert len(report.decisions) == len(harmonised.aligned.decisions.decisions)
    assert sum(len(meeting.items) for meeting in report.minutes) == len(report.decisions)
    assert len(report.matrix) == len(report.comparison.rows)
    assert [law.name for law in report.laws] == [law.name for law in result.invariants]


def test_every_language_tells_the_same(bygglov):
    shapes = set()
    for language in LANGUAGES:
        report = report_of(bygglov, language)
        shapes.add((len(report.routine.paragraphs), len(report.trace), len(report.minutes), report.language != ""))
    assert len(shapes) == 1


def test_no_date_is_told_unless_one_is_given(bygglov):
    assert report_of(bygglov).title.date == ""
    assert report_of(bygglov, date="1 June 2026").title.date == "1 June 2026"


def test_the_order_of_files_has_no_say(root):
    folder = root / "bpmn_samples" / "bygglov"
    sources = sorted(str(path) for path in folder.iterdir() if path.suffix != ".json")
    there, back = (report_of(harmonise_files(names)) for names in (sources, sources[::-1]))
    assert there == back


def test_a_decision_that_was_replaced_or_not_applied_says_so(root, tmp_path):
    made = json.loads((root / "tests" / "cases" / "bygglov" / "decisions.json").read_text(encoding="utf-8"))
    for entry in made["decisions"]:
        if entry["id"] == "B02":  # a step can't be dropped without a reason
            entry.update(choice="drop", reason="")
    file = tmp_path / "decisions.json"
    file.write_text(json.dumps(made), encoding="utf-8")
    told = report_of(harmonised(root, "bygglov", decisions=str(file)))
    by_id = {entry.id: entry for entry in told.decisions}
    assert by_id["B08"].standing == "replaced"
    assert by_id["B02"].standing == "not-applied"
    assert "B02" in by_id["B02"].why_not
    assert by_id["B09"].standing == "counts"


def test_minutes_keep_reason_cause_agreement_and_dissent(bygglov):
    items = {item.decision.id: item for meeting in report_of(bygglov).minutes for item in meeting.items}
    assert items["B24"].sentences == (
        'Decision, approved: Either "Fatta beslut på delegation" or "Besluta i nämnden" is done.',
        "Reason: Ny delegationsordning: planenliga ärenden och liten avvikelse avgörs på delegation, övriga i den "
        "gemensamma nämnden.",
        "Why it was done in different ways: Delegationsordningen i Norråsele är från 2011.",
        "In favour: Granvidda and Hällmarsund.",
        "Dissent: Norråsele. Våra politiker vill se alla ärenden.",
    )


def test_what_was_taken_away_has_the_reason_of_its_decision(bygglov):
    report = report_of(bygglov)
    retired = [line for line in (*report.trace, *report.attachments) if line.fate == "retired"]
    assert retired
    assert all(line.to is None and line.decision and line.reason for line in retired)


def test_what_the_comparison_was_not_sure_of_is_not_lost(bygglov):
    report = report_of(bygglov)
    assert report.comparison.unsure
    assert set(report.comparison.unsure) <= {note.sentence for note in report.notes}
