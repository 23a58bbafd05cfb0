import pytest

from procmap.messages import translator
from procmap.reports.structure_words import name_params, structure_words

NB = translator("nb")


@pytest.mark.parametrize(
    ("shown", "said"),
    [
        ("yes", "ja"),
        ("exclusiveGateway", "eksklusiv port"),
        ("timer, P4W; message, Svar", "tidspunkt, P4W; melding, Svar"),
        ("sequential, 3", "for hver av dem, én etter én, 3"),
        ("startEvent → Vurdere", "starthendelse → Vurdere"),
        ("Sende task:userTask.1", "Sende task:userTask.1"),
        ("\u2013", "\u2013"),
    ],
)
def test_codes_become_words_and_what_people_wrote_stays(shown: str, said: str):
    assert structure_words(shown, NB) == said


def test_elements_without_a_name_are_called_by_their_kind():
    assert name_params({"label": "endEvent", "values": "x"}, NB) == {"label": NB.word("element", "endEvent")}
