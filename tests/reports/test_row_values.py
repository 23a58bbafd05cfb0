from procmap.alignment import align
from procmap.comparison import compare
from procmap.comparison.grid import Grid
from procmap.messages import translator
from procmap.reports.row_values import row_fields
from tests.alignment.parties import party

SAY = translator("en")


def fields(label, *parties):
    alignment = align(parties)
    (row,) = [row for row in alignment.rows if row.label == label]
    told = [one for one in compare(parties, alignment).differences if row.id in one.rows]
    return {field.heading: field for field in row_fields(Grid(parties, alignment), row, told, SAY)}


def cited(organisation, **laws):
    changes = {step: {"details": {"legal_basis": (law,)}} for step, law in laws.items()}
    return party(organisation, "x -> y", changes=changes)


def test_every_thing_has_one_field():
    parties = cited("A", x="pbl. § 21-2"), cited("B")
    alignment = align(parties)
    found = row_fields(Grid(parties, alignment), alignment.rows[0], [], SAY)
    assert len({field.heading for field in found}) == len(found)


def test_whether_a_law_is_cited_and_which_mark_the_same_field():
    lacking = cited("A", x="pbl. § 21-2", y="fvl. § 17"), cited("B", y="fvl. § 17")
    field = fields("x", *lacking)["Legal basis"]
    assert (field.values, field.marked) == (("pbl. § 21-2", "\u2013"), (True, True))
    others = cited("A", x="pbl. § 21-2"), cited("B", x="pbl. § 29-4")
    field = fields("x", *others)["Legal basis"]
    assert (field.values, field.marked) == (("pbl. § 21-2", "pbl. § 29-4"), (True, True))


def test_who_sets_no_deadline_is_marked_at_the_deadline():
    limit = {"details": {"deadline": {"amount": 3, "unit": "weeks"}}}
    some = party("A", "x -> y", changes={"x": limit, "y": limit}), party("B", "x -> y", changes={"y": limit})
    assert fields("x", *some)["Deadline"].marked == (True, True)
