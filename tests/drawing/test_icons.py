from __future__ import annotations

import re
from typing import get_args

import pytest
from lxml import etree

from procmap.drawing import icons
from procmap.drawing.theme import LIGHT
from procmap.model.elements import ActivityType, GatewayType, TriggerType

PICTURES = {
    **{
        name: draw(LIGHT) for name, draw in (*icons.TASK_TYPES.items(), *icons.MARKERS.items(), *icons.GATEWAYS.items())
    },
    **{
        f"{kind} thrown": icons.trigger(kind, LIGHT, filled=True)
        for kind in (*get_args(TriggerType), "multiple", "parallel")
    },
}


def test_every_type_has_its_picture():
    plain = {"task", "subProcess", "transaction", "adHocSubProcess", "callActivity"}
    assert set(icons.TASK_TYPES) == set(get_args(ActivityType)) - plain
    assert set(icons.GATEWAYS) == set(get_args(GatewayType)) - {"eventBasedGateway"}
    assert len(set(PICTURES.values())) == len(PICTURES) - 1  # a task that sends and a thrown message are one letter


@pytest.mark.parametrize("name", PICTURES)
def test_pictures_are_paths_inside_their_square(name):
    root = etree.fromstring(f"<g>{PICTURES[name]}</g>")
    assert {child.tag for child in root} == {"path"}
    for child in root:
        steps = re.sub(r"[AHVaq][^A-Z]*", " ", child.get("d"))
        assert all(0 <= float(number) <= 16 for number in re.findall(r"-?\d+\.?\d*", steps))


def test_thrown_triggers_are_dark_and_caught_ones_are_not():
    for kind in ("message", "signal", "escalation", "error", "link", "compensate", "cancel"):
        assert icons.trigger(kind, LIGHT, filled=True) != icons.trigger(kind, LIGHT, filled=False)


def test_a_picture_is_moved_and_scaled():
    assert 'transform="translate(5 6) scale(0.5)"' in icons.at("", 5, 6, 8)
