from hypothesis import given
from hypothesis import strategies as st

from procmap.alignment.evidence import Evidence
from procmap.alignment.joining import together
from procmap.model import Finding
from tests.alignment.parties import party


def evidence_of(parties: int, steps: int = 1) -> Evidence:
    """Return the steps of some parties, each called otherwise; step n of party m has the number m * steps + n."""
    return Evidence([party(chr(65 + m), "; ".join(f"{chr(65 + m)}{n}" for n in range(steps))) for m in range(parties)])


def groups(evidence, scores):
    for one, other in together(evidence, scores):
        evidence.join(one, other, 0.8, Finding(code="alike-words"))
    return evidence.groups()


def test_a_chain_is_cut_where_its_ends_have_nothing_in_common():
    chain = {(0, 1): 0.9, (1, 2): 0.8, (2, 3): 0.7}
    assert groups(evidence_of(4), chain) == [(0, 1), (2, 3)]
    assert groups(evidence_of(4), {**chain, (0, 2): 0.7, (1, 3): 0.7}) == [(0, 1, 2, 3)]


def test_no_group_gets_a_second_step_of_a_party():
    assert groups(evidence_of(2, steps=2), {(0, 2): 0.9, (0, 3): 0.8}) == [(0, 2), (1,), (3,)]


def test_what_people_keep_apart_stays_apart():
    evidence = evidence_of(3)
    evidence.keep_apart(0, 2)
    assert groups(evidence, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.8}) == [(0, 1), (2,)]


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] < pair[1]), st.sampled_from((0.5, 0.8))
)


@given(PAIRS)
def test_every_group_has_enough_pairs_with_evidence(scores):
    for group in groups(evidence_of(5), scores):
        pairs = [(a, b) for a in group for b in group if a < b]
        # The two halves that were joined last share at least half of their pairs, and so on down.
        assert sum(pair in scores for pair in pairs) >= len(pairs) / 2


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_the_pairs_has_no_say(scores, chance):
    turned = list(scores.items())
    chance.shuffle(turned)
    assert groups(evidence_of(5), dict(turned)) == groups(evidence_of(5), scores)
