"""Comparisons as findings, so that `procmap.messages` can say them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from procmap.comparison import NOTHING, Agreement, Difference
from procmap.messages import Translator
from procmap.model import Finding
from procmap.reports.structure_words import name_params, structure_words

_PARTIES = ("having", "missing", "earlier", "later")
"""The parameters of a difference that name parties."""
_LENGTH = re.compile(r"([0-9]+(?:\.[0-9]+)?) (minute|hour|day|working-day|week|month|year)s?")
_ASKED = re.compile(r"(?<=\()(yes|no|assess)?(?:(; )?\b(preserve|dispose|assess))?(?=; |\))")


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
            params[name] = _joined(str(params[name]), difference.values, say)
    if "kind" in params:  # an element of a drawing
        params |= name_params(params, say)
    in_words = _WORDS.get(difference.code)
    if in_words is not None and "values" in params:
        params["values"] = "; ".join(f"{party}: {in_words(shown, say)}" for party, shown in _told(difference).items())
    return Finding(code=code, severity=difference.severity, params=params)


def _joined(text: str, parties: Iterable[str], say: Translator) -> str:
    """Return a text that names some of the parties, in their order, as a list; any other text as it is."""
    found, rest = [], f"{text}, "
    for party in parties:
        if rest.startswith(f"{party}, "):
            found.append(party)
            rest = rest.removeprefix(f"{party}, ")
    return text if rest else say.joined(found)


def _told(difference: Difference) -> Mapping[str, str]:
    """Return what each party that tells something tells, a dash where that is nothing."""
    whole = f"; {difference.params['values']};"
    return {
        party: shown or NOTHING
        for party, shown in difference.values.items()
        if shown or f"; {party}: {NOTHING};" in whole
    }


def _elements(shown: str, say: Translator) -> str:
    return ", ".join(say.word("element", kind) for kind in shown.split(", "))


def _lengths(shown: str, say: Translator) -> str:
    return ", ".join(_length(text, say) for text in shown.split(", "))


def _length(text: str, say: Translator) -> str:
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


_WORDS: dict[str, Callable[[str, Translator], str]] = {
    "type": _elements,
    "deadline": _lengths,
    "record_rule": _record_rules,
    "structure": structure_words,
}


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
