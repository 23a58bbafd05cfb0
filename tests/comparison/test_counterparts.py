from hypothesis import given

from procmap.alignment import align
from procmap.comparison import compare
from procmap.comparison.counterparts import Counterparts
from procmap.comparison.grid import Grid
from procmap.model import Annotation, Association, DataAssociation, DataItem, Lane, Pool
from tests.alignment.parties import party, processes, with_other_ids


def counterparts(*parties):
    return Counterparts(Grid(parties, align(parties)), parties)


def together(found: Counterparts, one: str, other: str) -> bool:
    return found.number("A/1", one) == found.number("A/2", other) is not None


def renamed(of, variant: str = "2"):
    return of.replace(variant=variant, process=with_other_ids(of.process, lambda each: f"other-{each}"))


def test_gateways_are_known_by_the_steps_around_them():
    old = party("A", "s(start) -> x(xor) -> a -> y(xor) -> e(end); x -> b -> y", variant="1")
    found = counterparts(old, renamed(old))
    assert together(found, "x", "other-x")
    assert together(found, "y", "other-y")
    assert together(found, "x>a", "other-x>a")


def test_what_not_all_have_is_passed_over():
    old = party("A", "a -> x(xor) -> b; x -> c", variant="1", names={"x": ""})
    new = renamed(party("A", "a -> n -> x(and) -> b; x -> c", names={"x": ""}))
    found = counterparts(old, new)
    assert together(found, "x", "other-x")
    assert found.around("A/2", "other-x") == found.around("A/1", "x")


def test_data_by_what_uses_it_and_annotations_by_what_they_are_tied_to():
    def version(variant: str, x: str):
        """Return a version with its own ids: nothing but words and place can tell."""
        return party(
            "A", f"{x}a -> {x}b", variant=variant, names={f"{x}a": "Motta søknad", f"{x}b": "Sende brev"},
            data=(DataItem(id=f"{x}d"),),
            data_associations=(DataAssociation(id=f"{x}l", type="input", node=f"{x}a", sources=(f"{x}d",)),),
            annotations=(Annotation(id=f"{x}n", text=variant),),
            associations=(Association(id=f"{x}t", source=f"{x}b", target=f"{x}n"),),
        )  # fmt: skip

    found = counterparts(version("1", "x"), version("2", "y"))
    assert not found.ids_count(("A/1", "A/2"))
    assert all(together(found, f"x{each}", f"y{each}") for each in "dlnt")


def test_lanes_and_pools_by_name():
    def version(variant: str, prefix: str):
        lanes = (Lane(id=f"{prefix}l", name="Arkiv", nodes=("a",)), Lane(id=f"{prefix}m", name=variant, nodes=("b",)))
        pools = (Pool(id=f"{prefix}p", name="Søker"),)
        made = party("A", "a -> b", variant=variant)
        return made.replace(process=made.process.replace(lanes=lanes, pools=pools))

    found = counterparts(version("1", "x"), version("2", "y"))
    assert together(found, "xl", "yl")
    assert together(found, "xp", "yp")
    assert not together(found, "xl", "ym")


@given(processes())
def test_a_copy_does_not_differ(process):
    old = party("A", "a", variant="1").replace(process=process)
    new = old.replace(variant="2")
    assert compare((old, new), align((old, new))).differences == ()


@given(processes())
def test_a_version_with_other_ids_alone_does_not_differ(process):
    old = party("A", "a", variant="1").replace(process=process)
    new = renamed(old)
    assert compare((old, new), align((old, new))).differences == ()


@given(processes())
def test_every_element_stands_in_one_group(process):
    old = party("A", "a", variant="1").replace(process=process)
    new = renamed(old)
    found = counterparts(old, new)
    cited = sorted((party, element.id) for group in found.groups for party, element in group.items())
    every = sorted((each.id, element.id) for each in (old, new) for element in each.process.elements())
    assert cited == every
