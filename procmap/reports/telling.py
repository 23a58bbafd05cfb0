"""Comparisons as findings, so that `procmap.messages` can say them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from procmap.comparison import NOTHING, WITHIN, Agreement, Difference
from procmap.formats.service_levels import level_text
from procmap.messages import Translator
from procmap.model import Finding, unique
from procmap.reports.structure_words import name_params, structure_words

_PARTIES = (
    "having", "missing", "earlier", "later", "parallel", "sequential", "either", "both", "always", "sometimes", "again",
    "once", "stronger", "weaker", "first", "second",
)  # fmt: skip
"""The parameters of a difference that name parties."""
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?) (minute|hour|day|working-day|week|month|year)s?")
_REPEATED = re.compile(rf"every (.+) x ([0-9]+|{NOTHING})")
_ASKED = re.compile(r"(?<=\()(yes|no|assess)?(?:(; )?\b(preserve|dispose|assess))?(?=; |\))")

_TO, _FROM = "\u2192 ", "\u2190 "
_TRIGGERS = re.compile(r"(?:(?<=\()|^)(?:message|timer|conditional|signal)(?=\)|$)")
_POINT = "(?:corrective|detective|manual|semi-automatic|not-key|not-blocking|same-role)"
_STRENGTHS = re.compile(rf"\(({_POINT}(?:, {_POINT})*)\)$")


def difference_finding(difference: Difference, say: Translator) -> Finding:
    """Return a difference as a finding whose values are in the words of a language.

    A comparison gives values as texts, with codes in them where the model has codes: kinds of element, units of time,
    what record rules ask for. These become words; what people wrote stays as it is.
    """
    part = difference.params.get("part")
    code = f"difference-{difference.code}-{part}" if part else f"difference-{difference.code}"
    params = dict(difference.params)
    for name in _PARTIES:
        if name in params:
            params[name] = _joined(str(params[name]), difference, say)
    if not params.get("partner", "-"):
        params["partner"] = say.text("partner-unnamed")
    if "kind" in params:  # an element of a drawing
        params |= name_params(params, say)
    if "values" in params:
        told = {party: in_words(difference.code, shown, say) for party, shown in told_by(difference).items()}
        params["values"] = _by_value(told, say)
    return Finding(code=code, severity=difference.severity, params=params)


def in_words(code: str, shown: str, say: Translator) -> str:
    """Return a value of a difference class, with words of a language where it has codes of the model."""
    if shown == NOTHING:
        return say.text("value-none")
    return _WORDS[code](shown, say) if code in _WORDS else shown


def _by_value(told: Mapping[str, str], say: Translator) -> str:
    """Return what parties tell as one text: those that tell the same together, at the place of the first."""
    parties: dict[str, list[str]] = defaultdict(list)
    for party, shown in told.items():
        parties[shown].append(party)
    told_of = "; ".join(f"{say.joined(names)}: {shown}" for shown, names in parties.items())
    return told_of.removesuffix(".")  # the sentence ends with one


def _joined(text: str, difference: Difference, say: Translator) -> str:
    """Return a text that names some of the parties, in their order, as a list; any other text as it is.

    Behind a party stands, in brackets, the step within which it does what it has no step of its own for.
    """
    found, rest = [], f"{text}, "
    for party in difference.values:
        if rest.startswith(f"{party}, "):
            whole = say.labels(str(difference.params.get(f"{WITHIN} {party}", "")))
            found.append(f"{party} ({whole})" if whole else party)
            rest = rest.removeprefix(f"{party}, ")
    return text if rest else say.joined(found)


def told_by(difference: Difference) -> Mapping[str, str]:
    """Return what each party that tells something tells, a dash where that is nothing."""
    whole = f"; {difference.params.get('values', '')};"
    return {
        party: shown or NOTHING
        for party, shown in difference.values.items()
        if shown or f"; {party}: {NOTHING};" in whole
    }


def _work(shown: str, say: Translator) -> str:
    return say.joined(unique(say.word("work", kind) for kind in shown.split(", ")))


def _levels(shown: str, say: Translator) -> str:
    levels = [level_text(int(level), say) for level in shown.split(", ")]
    return say.text("rosa-levels", levels=levels, count=len(levels))


def _labels(shown: str, say: Translator) -> str:
    return say.labels(shown)


def _term(shown: str, say: Translator) -> str:
    return say.quoted(shown)


def _lengths(shown: str, say: Translator) -> str:
    if shown.startswith("(") and shown.endswith(")"):  # a lead time beside a deadline
        return f"({_lengths(shown[1:-1], say)})"
    return ", ".join(_length(text, say) for text in shown.split(", "))


def _length(text: str, say: Translator) -> str:
    repeated = _REPEATED.fullmatch(text)
    if repeated is not None:
        length = _length(repeated[1], say)
        if repeated[2] == NOTHING:
            return say.text("repeated-lengths", length=length)
        return say.text("repeated-lengths-times", length=length, times=repeated[2])
    if " + " in text:
        return say.joined([_length(part, say) for part in text.split(" + ")])
    found = _LENGTH.fullmatch(text)
    if found is None:
        return text
    amount = Decimal(found[1])
    return say.text(f"duration-{found[2]}s", amount=say.number(amount), count=1 if amount == 1 else 2)


def _record_rules(shown: str, say: Translator) -> str:
    def words(found: re.Match[str]) -> str:
        registered = say.word("registration", found[1]) if found[1] else ""
        disposed = say.word("disposal", found[3]) if found[3] else ""
        return "; ".join(filter(None, (registered, disposed)))

    return _ASKED.sub(words, shown)


def _triggers(shown: str, say: Translator) -> str:
    if shown.startswith(_TO):  # where others end
        return say.text("trigger-onward", labels=shown.removeprefix(_TO))
    return _TRIGGERS.sub(lambda found: say.word("trigger", found[0]), shown)


def _messages(shown: str, say: Translator) -> str:
    for arrow, code in ((_TO, "message-only-to"), (_FROM, "message-only-from")):
        if shown.startswith(arrow):
            return say.text(code, names=shown.removeprefix(arrow))
    return say.word("trigger", shown) if shown == "message" else shown


def _strengths(shown: str, say: Translator) -> str:
    def words(found: re.Match[str]) -> str:
        return f"({', '.join(say.word('strength', point) for point in found[1].split(', '))})"

    return _STRENGTHS.sub(words, shown)


_WORDS: dict[str, Callable[[str, Translator], str]] = {
    "wording": _term,
    "split_merged": _labels,
    "type": _work,
    "rosa_level": _levels,
    "deadline": _lengths,
    "record_rule": _record_rules,
    "trigger": _triggers,
    "participant_message": _messages,
    "control": _strengths,
    "structure": structure_words,
}


def answer_in_words(kind: str, answer: str, say: Translator) -> str:
    """Return what an organisation does now, as the answer to a question of a kind.

    Codes of order, presence and repetition become words; names and labels stay as they are.
    """
    if kind not in ("order", "optional", "loop"):
        return answer
    return ", ".join(say.word("answer", code) for code in answer.split(", "))


def agreement_finding(agreement: Agreement) -> Finding:
    """Return why two parties agree as far as they do, as a finding."""
    counts = {"equal": agreement.equal, "compared": agreement.compared, "shared": agreement.shared}
    if not agreement.compared:
        code = "agreement-none"
    elif agreement.aspect in ("presence", "order"):
        code = f"agreement-{agreement.aspect}"
    else:
        code = "agreement-aspect"
    return Finding(code=code, severity="info", params=dict(counts))
