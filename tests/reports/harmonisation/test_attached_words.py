import pytest

from procmap.messages import ENGLISH, LANGUAGES, translator
from procmap.model import Control, Note, RecordRule, Risk, RosaAssessment
from procmap.reports.harmonisation.attached_words import attached_detail, attached_name, attached_sentence

CONTROL = Control(
    id="k1", name="Four eyes", description="Two people sign.", type="preventive", mode="manual", frequency="per-case",
    owner="Head", performer="Officer", evidence="Signature.", criterion="both have signed", key=True, blocking=True,
    position="before", guards=("a", "b"), legal_basis=("fvl. § 6",),
)  # fmt: skip
RISK = Risk(id="r1", name="Late", likelihood="2", impact="4", treatment="watch the deadline", category="law")
RULE = RecordRule(
    id="d1", name="Decision", direction="sent", registration="yes", disposal="preserve", retention="for ever",
    access="open", series="case files",
)  # fmt: skip
ROSA = RosaAssessment(id="s1", level=4, reason="a checklist is followed", routine="documented")
NOTE = Note(id="n1", name="Idea", about="idea", text="Send it digitally.", by="Officer")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (CONTROL, 'Four eyes (preventive; key control; stops the work; performed by: Officer; criterion: both have '
                  "signed; evidence: Signature; before <a> and <b>)"),
        (RISK, "Late (treatment: watch the deadline)"),
        (RULE, "Decision (to be registered; to be preserved; retention: for ever; access: open)"),
        (ROSA, "level 4 Routine and rule-based casework and decisions"),
        (NOTE, "Idea (Send it digitally)"),
        (Control(id="k2", name="Look"), "Look"),
        (Control(id="k3"), "k3"),
        (RosaAssessment(id="s2"), "ROSA level"),
    ],
)  # fmt: skip
def test_a_routine_tells_what_is_to_be_known_to_do_the_work(value, told):
    assert attached_sentence(value, ENGLISH, lambda element: f"<{element}>") == told


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (CONTROL, "preventive; manual; every case; key control; stops the work; performed by: Officer; criterion: both "
                  "have signed; evidence: Signature; owner: Head; legal basis: fvl. § 6; Two people sign"),
        (RISK, "likelihood: 2; impact: 4; treatment: watch the deadline; category: law"),
        (RULE, "sent; to be registered; to be preserved; retention: for ever; access: open; series: case files"),
        (ROSA, "level 4 Routine and rule-based casework and decisions; routine is documented; a checklist is "
               "followed"),
        (NOTE, "idea; Send it digitally; said by: Officer"),
        (Control(id="k2", name="Look"), ""),
    ],
)  # fmt: skip
def test_the_list_of_fates_tells_all_of_it(value, told):
    assert attached_detail(value, ENGLISH) == told


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_its_words(language):
    say = translator(language)
    for value in (CONTROL, RISK, RULE, ROSA, NOTE):
        assert attached_detail(value, say)
        assert attached_name(value, say)
