"""Sets of parts taken apart by how the parts stand to each other."""

from __future__ import annotations

from procmap.harmonisation.partition import bits, components, sequence


def test_bits_are_the_numbers_of_the_parts():
    assert list(bits(0b10110)) == [1, 2, 4]
    assert list(bits(0)) == []


def test_parts_that_stand_apart_are_components():
    apart = [0b100, 0b100, 0b011]
    assert components(0b111, apart) == [0b011, 0b100]
    assert components(0b011, apart) == [0b011]


def test_what_comes_one_after_the_other():
    # 0 before 1 and 2, which stand beside each other; 3 behind all.
    needed = [0b0000, 0b0101, 0b0011, 0b0111]
    assert sequence(0b1111, needed) == [0b0001, 0b0110, 0b1000]
    assert sequence(0b0110, needed) == [0b0110]
