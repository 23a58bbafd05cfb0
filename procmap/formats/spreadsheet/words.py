"""The words that cells may hold where the model has a fixed set of values, in four languages: the one table of them.

The value itself, as the model has it, is read as well. Of several words the first is what is written.
"""

from __future__ import annotations

from typing import get_args

from procmap.formats.measure_texts import Language
from procmap.formats.spreadsheet.columns import LANGUAGES, plain_heading
from procmap.model.elements import ActivityType, EventType, GatewayType


class Words:
    """The words of a set of values. A table's lines are `en / nb / nn / sv`, synonyms parted by `|`."""

    def __init__(self, table: dict[str, str]) -> None:
        self.values: dict[str, dict[Language, tuple[str, ...]]] = {}
        self._index: dict[str, str] = {}
        for value, line in table.items():
            words = (tuple(part.strip().split("|")) for part in line.split(" / "))
            self.values[value] = dict(zip(LANGUAGES, words, strict=True))
            for word in (value, *(word for words in self.values[value].values() for word in words)):
                self._index.setdefault(plain_heading(word), value)

    def value(self, text: str) -> str | None:
        """Return the value that a text is a word for, in any language; None when it is none."""
        return self._index.get(plain_heading(text))

    def word(self, value: str, language: Language) -> str:
        """Return the word that is written for a value."""
        return self.values[value][language][0]


FIELDS: dict[str, Words] = {
    "ProcessCard.state": Words({
        "as-is": "as it is|today / slik det er|slik vi gjør det i dag|nåtilstand|i dag / "
                 "slik det er|slik vi gjer det i dag|notilstand|i dag / nuläge|i dag",
        "to-be": "to be|planned / slik det skal bli|framtidig|ønsket|ny / "
                 "slik det skal bli|framtidig|ønskt|ny / önskat läge|nyläge|framtida",
        "common": "common / felles / felles / gemensam",
    }),
    "ProcessCard.kind": Words({
        "core": "core process|core / kjerneprosess|hovedprosess / kjerneprosess|hovudprosess / "
                "huvudprocess|kärnprocess",
        "support": "support process|support / støtteprosess / støtteprosess / stödprocess",
        "management": "management process|management / ledelsesprosess|styringsprosess|lederprosess / "
                      "leiingsprosess|styringsprosess / ledningsprocess|styrprocess",
    }),
    "ProcessCard.sensitivity": Words({
        "open": "open|public / åpen|offentlig / open|offentleg / öppen|offentlig",
        "internal": "internal / intern / intern / intern",
        "restricted": "restricted|confidential / skjermet|fortrolig|unntatt offentlighet / "
                      "skjerma|fortruleg|unnateke offentlegheit / sekretess|konfidentiell",
    }),
    "Stakeholder.role": Words({
        "delivers": "delivers|supplier / leverer|leverandør / leverer|leverandør / levererar|leverantör",
        "receives": "receives|recipient / mottar|mottaker / mottek|tek imot|mottakar / tar emot|mottagare",
        "other": "other / annet|annen / anna|annan / annat|annan",
    }),
    "Attached.position": Words({
        "before": "before / før / før / före",
        "after": "after / etter / etter / efter",
        "none": "none / ingen / ingen / ingen",
    }),
    "Control.type": Words({
        "preventive": "preventive / forebyggende / førebyggjande|førebyggande / förebyggande",
        "detective": "detective / avdekkende|oppdagende / avdekkjande|avdekkande|oppdagande / upptäckande",
        "corrective": "corrective / korrigerende / korrigerande / korrigerande",
    }),
    "Control.mode": Words({
        "manual": "manual / manuell / manuell / manuell",
        "semi-automatic": "semi-automatic / halvautomatisk / halvautomatisk / halvautomatisk",
        "automatic": "automatic / automatisk / automatisk / automatisk",
    }),
    "Control.frequency": Words({
        "per-case": "every case|per case / hver sak|per sak / kvar sak|per sak / varje ärende|per ärende",
        "daily": "daily|every day / daglig|hver dag / dagleg|kvar dag / dagligen|daglig|varje dag",
        "weekly": "weekly|every week / ukentlig|hver uke / kvar veke|vekentleg / varje vecka|veckovis",
        "monthly": "monthly|every month / månedlig|hver måned / kvar månad|månadleg / varje månad|månadsvis",
        "quarterly": "quarterly|every quarter / kvartalsvis|hvert kvartal / kvartalsvis|kvart kvartal / "
                     "varje kvartal|kvartalsvis",
        "yearly": "yearly|every year / årlig|hvert år / årleg|kvart år / varje år|årlig|årligen",
        "event": "event|when something happens / ved hendelse|hendelse|ved behov / ved hending|hending|ved behov / "
                 "vid händelse|händelse|vid behov",
    }),
    "RecordRule.direction": Words({
        "received": "received|in|incoming / mottatt|inngående|inn / motteke|inngåande|inn / inkommen|inkommande|in",
        "sent": "sent|out|outgoing / sendt|utgående|ut / sendt|utgåande|ut / utgående|skickad|ut",
        "created": "created|internal / produsert|opprettet|intern|internt / produsert|oppretta|intern|internt / "
                   "upprättad|intern",
    }),
    "RecordRule.registration": Words({
        "yes": "yes / ja / ja / ja",
        "no": "no / nei / nei / nej",
        "assess": "assess / vurderes / blir vurdert|vurderast / bedöms",
    }),
    "RecordRule.disposal": Words({
        "preserve": "preserve|preserved / bevares|bevaring / bevarast|bevaring|blir bevart / bevaras|bevarande",
        "dispose": "dispose|disposed / kasseres|kassasjon / kasserast|kassasjon|blir kassert / gallras|gallring",
        "assess": "assess / vurderes / blir vurdert|vurderast / bedöms",
    }),
    "Note.about": Words({
        "problem": "problem / problem / problem / problem",
        "idea": "idea / idé|ide|forslag / idé|ide|framlegg / idé|förslag",
        "comment": "comment / kommentar|merknad / kommentar|merknad / kommentar|anmärkning",
        "cause": "cause / årsak / årsak / orsak",
        "question": "question / spørsmål / spørsmål / fråga",
    }),
    "yes-no": Words({
        "yes": "yes|x|true|1 / ja|x|sann / ja|x|sann / ja|x|sant",
        "no": "no|false|0 / nei|usann / nei|usann / nej|falskt",
    }),
}  # fmt: skip
"""By the field of the model. `position` of all attached values is one table."""

TYPES = Words({
    "task": "task|step|activity / oppgave|aktivitet|steg / oppgåve|aktivitet|steg / uppgift|aktivitet|steg",
    "userTask": "user task / brukeroppgave / brukaroppgåve / användaruppgift",
    "manualTask": "manual task / manuell oppgave / manuell oppgåve / manuell uppgift",
    "serviceTask": "system task|service task / systemoppgave / systemoppgåve / systemuppgift",
    "scriptTask": "script task / skriptoppgave / skriptoppgåve / skriptuppgift",
    "sendTask": "send|send task / send|utsending|sendeoppgave / send|utsending|sendeoppgåve / skicka|sänd|utskick",
    "receiveTask": "receive|receive task / motta|mottak / ta imot|mottak|motta / ta emot|mottagning|mottagande",
    "businessRuleTask": "rule task|business rule task / regeloppgave / regeloppgåve / regeluppgift",
    "subProcess": "sub-process|sub process / delprosess / delprosess / delprocess",
    "transaction": "transaction / transaksjon / transaksjon / transaktion",
    "adHocSubProcess": "ad hoc sub-process / ad hoc-delprosess / ad hoc-delprosess / ad hoc-delprocess",
    "callActivity": "call|call activity / kall / kall / anrop",
    "startEvent": "start|start event / start|starthendelse / start|starthending / start|starthändelse",
    "endEvent": "end|end event / slutt|slutthendelse / slutt|slutthending / slut|sluthändelse",
    "intermediateCatchEvent": "wait|intermediate catch event / vent|venter / vent|ventar / vänta|väntar",
    "intermediateThrowEvent": "milestone|intermediate throw event / delmål / delmål / delmål",
    "implicitThrowEvent": "implicit throw event / implisitt hendelse / implisitt hending / implicit händelse",
    "boundaryEvent": "boundary event / kanthendelse / kanthending / kanthändelse|gränshändelse",
    "exclusiveGateway": "either-or|exclusive gateway|decision / enten-eller|valg|beslutning / "
                        "anten-eller|enten-eller|val / antingen-eller|val",
    "parallelGateway": "at the same time|parallel gateway|parallel / samtidig|parallelt / "
                       "samtidig|samstundes|parallelt / samtidigt|samtidig|parallellt",
    "inclusiveGateway": "one or more|inclusive gateway / en eller flere|én eller flere / "
                        "ein eller fleire|éin eller fleire / en eller flera",
    "eventBasedGateway": "what happens first|event-based gateway / det som skjer først|hva som skjer først / "
                         "det som skjer først|kva som skjer først / det som händer först|vad som händer först",
    "complexGateway": "complex|complex gateway / sammensatt / samansett / sammansatt",
})  # fmt: skip
"""Words for `type`; what else may stand there is in brackets after it (`start (melding)`)."""

TRIGGERS = Words({
    "message": "message / melding / melding / meddelande",
    "timer": "time|timer / tid / tid / tid",
    "error": "error / feil / feil / fel",
    "escalation": "escalation / eskalering / eskalering / eskalering",
    "cancel": "cancel / avbrudd|avbryt / avbrot|avbryt / avbrott|avbryt",
    "compensate": "compensation|compensate / kompensasjon / kompensasjon / kompensation",
    "conditional": "condition|conditional / vilkår / vilkår / villkor",
    "link": "link / lenke / lenkje / länk",
    "signal": "signal / signal / signal / signal",
    "terminate": "terminate|stops all / avslutter alt / avsluttar alt / avslutar allt",
})  # fmt: skip
MARKS = Words({
    "not interrupting": "not interrupting|non-interrupting / avbryter ikke|ikke avbrytende / "
                        "avbryt ikkje|ikkje avbrytande / avbryter inte|icke avbrytande",
    "on event": "on an event / når noe skjer / når noko skjer / när något händer",
    "calls": "process / prosess / prosess / process",
})  # fmt: skip
LETTERS = Words({
    "responsible": "R|responsible / U|R|utfører|utførende / U|R|utførar|utførande / R|U|utför|utförande",
    "accountable": "A|accountable / H|A|hovedansvarlig / H|A|hovudansvarleg / A|H|huvudansvarig",
    "consulted": "C|consulted / K|C|konsulteres|konsultert / K|C|blir konsultert|konsultert / C|K|konsulteras",
    "informed": "I|informed / I|informeres|informert / I|blir informert|informert / I|informeras",
})  # fmt: skip
"""The letters of responsibility: RACI, in Norwegian HUKI."""
ELSE: dict[Language, tuple[str, ...]] = {
    "en": ("else", "otherwise"), "nb": ("ellers", "i annet fall"), "nn": ("elles", "i anna fall"),
    "sv": ("annars", "i annat fall"),
}  # fmt: skip
"""Conditions of the way that is taken when no other is."""
ENDS = ("slutt", "slut", "end", "avslutt", "avsluta", "ferdig", "slutten")
"""Words that `next` may have for the end of the work."""

ACTIVITY_TYPES: tuple[str, ...] = get_args(ActivityType)
EVENT_TYPES: tuple[str, ...] = get_args(EventType)
GATEWAY_TYPES: tuple[str, ...] = get_args(GatewayType)


def word_table(field: str) -> Words:
    """Return the words of a field of the model, as `Class.field`. Raises KeyError when it has none."""
    return FIELDS["Attached.position" if field.endswith(".position") else field]


_ELSE = frozenset(plain_heading(word) for words in ELSE.values() for word in words)


def is_else(text: str) -> bool:
    """Tell whether a condition says `else`."""
    return plain_heading(text) in _ELSE
