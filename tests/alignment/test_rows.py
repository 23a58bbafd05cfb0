from procmap.alignment import align
from tests.alignment.parties import party


def labels(*parties):
    return [row.label for row in align(parties).rows]


def test_the_label_is_the_wording_of_most_organisations():
    names = ("Sende brevet", "Sende brev", "Sende brevet")
    assert labels(*(party(org, "a", names={"a": name}) for org, name in zip("ABC", names, strict=True))) == [
        "Sende brevet"
    ]


def test_else_the_shortest_else_the_first():
    assert labels(party("A", "a", names={"a": "Sende brevet"}), party("B", "a", names={"a": "Sende brev"})) == [
        "Sende brev"
    ]
    assert labels(party("A", "a", names={"a": "sende brev"}), party("B", "a", names={"a": "Sende brev"})) == [
        "Sende brev"
    ]


def test_variants_of_one_organisation_count_once_and_a_reference_not_at_all():
    variants = [party("A", "a", variant=variant, names={"a": "Sende brevet"}) for variant in ("x", "y")]
    template = party("T", "a", names={"a": "Sende brevene"}, is_reference=True)
    others = [party("B", "a", names={"a": "Sende brev"})]
    assert labels(*variants, template, *others) == ["Sende brev"]


def test_row_ids_depend_on_words_and_not_on_ids():
    one = align([party("A", "a", names={"a": "Sende brev"})]).rows
    other = align([party("A", "b", names={"b": "sende  BREV"})]).rows
    assert one[0].id == other[0].id
    assert one[0].id != align([party("B", "a", names={"a": "Sende brev"})]).rows[0].id


def test_rows_stand_in_the_order_of_the_work():
    assert labels(party("A", "s(start) -> b -> a -> e(end)")) == ["s", "b", "a", "e"]
