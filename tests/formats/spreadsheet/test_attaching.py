from procmap.model import RosaAssessment
from tests.formats.spreadsheet.sheets import codes, only, read_steps


def test_a_service_level_may_stand_with_its_name_as_people_see_it():
    document = read_steps(
        "Steg|ROSA\nMotta|2 Veiledning\nRåde|2 Vägledning: de ringer\nFordele|nivå 3 Administrativ fordeling\n"
        "Styre|Politisk ledelse og styring\nVurdere|2 Informasjon"
    )

    found = [value for value in only(document).attached if isinstance(value, RosaAssessment)]
    assert [(value.level, value.reason) for value in found] == [(2, ""), (2, "de ringer"), (3, ""), (8, "")]
    assert "spreadsheet-rosa-unknown" in codes(document)
