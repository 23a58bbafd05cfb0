"""All difference classes: an explicit list, in the order in which the differences of one row are told."""

from __future__ import annotations

from procmap.comparison.differences.aspect import Aspect
from procmap.comparison.differences.control import CONTROL
from procmap.comparison.differences.deadline import (
    DEADLINE,
    DEADLINE_SET,
    DEADLINE_SINCE,
    LEAD_TIME,
    LIMIT_OR_LEAD_TIME,
    WORK_TIME,
)
from procmap.comparison.differences.document import DOCUMENTS_IN, DOCUMENTS_OUT
from procmap.comparison.differences.legal_basis import LEGAL_BASIS, LEGAL_BASIS_GIVEN
from procmap.comparison.differences.record_rule import RECORD_RULE
from procmap.comparison.differences.risk import RISK
from procmap.comparison.differences.role import ROLE
from procmap.comparison.differences.rosa_level import ROSA_LEVEL
from procmap.comparison.differences.system import SYSTEM
from procmap.comparison.differences.type import TYPE
from procmap.comparison.differences.wording import WORDING
from procmap.comparison.values import DifferenceCode

ASPECTS: tuple[Aspect, ...] = (
    WORDING, TYPE, ROLE, SYSTEM, DOCUMENTS_IN, DOCUMENTS_OUT, DEADLINE, WORK_TIME, LEAD_TIME, LIMIT_OR_LEAD_TIME,
    DEADLINE_SET, DEADLINE_SINCE,
    LEGAL_BASIS_GIVEN,
    LEGAL_BASIS, ROSA_LEVEL,
    CONTROL, RISK, RECORD_RULE,
)  # fmt: skip
"""The classes that compare what parties tell of one row."""

_OF_VERSIONS: tuple[DifferenceCode, ...] = ("annotation", "structure")
"""The classes that are told between variants of one organisation only."""

CODES: tuple[DifferenceCode, ...] = tuple(
    dict.fromkeys(
        (
            "step_missing",
            "split_merged",
            "partly_corresponding",
            "order",
            "earlier_later",
            "parallel_sequential",
            "either_or_both",
            "optional",
            "repeated",
            "condition",
            "trigger",
            "participant_message",
            *(aspect.code for aspect in ASPECTS),
            *_OF_VERSIONS,
        )
    )
)
"""The codes of all classes, in the order in which the differences of one row are told."""
