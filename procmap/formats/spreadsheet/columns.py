"""All sheets of a spreadsheet with their columns: the one table of them.

A sheet is known by its heading words, in any of four languages; case, blanks and signs do not count. Of the words of a
heading the first is what is written, the others are read as well. A word may stand at several columns of a sheet: then
it means the first of them that no other heading takes (`Konsekvens` is the level where `Konsekvensbeskrivelse` is
there, and the text where `Alvorlighet` is).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from procmap.formats.measure_texts import Language

SheetKey = Literal[
    "steps", "processes", "controls", "risks", "records", "messages", "notes", "stakeholders", "indicators", "scales",
    "properties", "confirmations", "decisions", "cited",
]  # fmt: skip
Kind = Literal["text", "long", "list", "word", "yes-no", "number", "date", "elements", "element", "own"]
"""How a cell is read: text, long text, several texts, one of the words of a field, yes or no, a whole number, a date,
citations of steps and pools, one of them, or in a way of its own."""

LANGUAGES: tuple[Language, ...] = ("en", "nb", "nn", "sv")


@dataclass(frozen=True)
class Column:
    """A column: `field` is what it fills in the model, `headings` its words in each language."""

    key: str
    headings: dict[Language, tuple[str, ...]]
    field: str
    kind: Kind = "text"

    def heading(self, language: Language) -> str:
        """Return the heading that is written."""
        words = self.headings[language][0]
        return words[:1].upper() + words[1:]


@dataclass(frozen=True)
class Sheet:
    """A sheet: what it is called when it is written, its columns, and those without which it is not this sheet."""

    key: SheetKey
    titles: dict[Language, str]
    columns: tuple[Column, ...]
    needs: tuple[str, ...]

    def column(self, key: str) -> Column:
        """Return the column of a key. Raises KeyError when there is none."""
        return self._keyed[key]

    @cached_property
    def words(self) -> dict[str, tuple[str, ...]]:
        """For each heading word the keys of the columns that it may mean, in their order."""
        found: dict[str, dict[str, None]] = {}
        for column in self.columns:
            for words in column.headings.values():
                for word in words:
                    found.setdefault(plain_heading(word), {})[column.key] = None
            found.setdefault(plain_heading(column.key), {})[column.key] = None
        return {word: tuple(keys) for word, keys in found.items()}

    @cached_property
    def _keyed(self) -> dict[str, Column]:
        return {column.key: column for column in self.columns}


def _c(key: str, field: str, en: str, nb: str, nn: str, sv: str, kind: Kind = "text") -> Column:  # noqa: PLR0917 - a row of the table
    parted = {lang: tuple(words.split("|")) for lang, words in zip(LANGUAGES, (en, nb, nn, sv), strict=True)}
    return Column(key, parted, field, kind)


_ORGANISATION = _c(
    "organisation", "ProcessCard.organisation", "organisation|organization|municipality",
    "organisasjon|kommune", "organisasjon|kommune", "organisation|kommun",
)  # fmt: skip
_VARIANT = _c("variant", "ProcessCard.variant", "variant", "variant", "variant", "variant")
_PROCESS = _c(
    "process", "Process.name", "process|work process", "prosess|arbeidsprosess", "prosess|arbeidsprosess",
    "process|arbetsprocess",
)  # fmt: skip
_WHOSE = (_ORGANISATION, _VARIANT, _PROCESS)
_SYSTEM = ("system|systems", "system|systemer|fagsystem", "system|fagsystem", "system|verksamhetssystem")
_BASIS = ("legal basis", "hjemmel|lovhjemmel", "heimel|lovheimel", "lagstöd|lagrum")
_OWNER = ("owner", "eier", "eigar", "ägare")

STEPS = Sheet("steps", {"en": "Steps", "nb": "Steg", "nn": "Steg", "sv": "Steg"}, (
    *_WHOSE,
    _c("id", "Element.id", "id|no|nr", "id|nr", "id|nr", "id|nr"),
    _c("step", "Element.name", "step|activity", "steg|aktivitet|trinn", "steg|aktivitet", "steg|aktivitet"),
    _c("type", "Activity.type, Event.type, Gateway.type, Trigger", "type", "type", "type", "typ", "own"),
    _c("role", "Lane.name", "role|done by", "rolle|utføres av", "rolle|blir utført av|blir gjort av|utførar",
       "roll|utförs av", "list"),
    _c("pool", "Pool.name", "pool|participant", "deltaker", "deltakar", "deltagare|deltagande"),
    _c("parent", "FlowNode.parent", "parent|part of", "del av", "del av", "del av", "element"),
    _c("attached to", "Event.attached_to", "attached to", "festet til", "festa til", "fäst vid", "element"),
    _c("next", "SequenceFlow.target", "next|next step", "neste|neste steg", "neste|neste steg", "nästa|nästa steg",
       "own"),
    _c("condition", "SequenceFlow.name, SequenceFlow.default", "condition|conditions", "vilkår|betingelse", "vilkår",
       "villkor", "own"),
    _c("system", "StepDetails.systems", *_SYSTEM, "list"),
    _c("documents in", "StepDetails.documents_in", "documents in|document in", "dokumenter inn|dokument inn",
       "dokument inn", "handlingar in|dokument in|handling in", "list"),
    _c("documents out", "StepDetails.documents_out", "documents out|document out", "dokumenter ut|dokument ut",
       "dokument ut", "handlingar ut|dokument ut|handling ut", "list"),
    _c("work time", "StepDetails.work_time", "work time", "arbeidstid", "arbeidstid", "arbetstid", "own"),
    _c("lead time", "StepDetails.lead_time", "lead time", "saksbehandlingstid", "sakshandsamingstid",
       "ledtid|handläggningstid", "own"),
    _c("deadline", "StepDetails.deadline", "deadline", "frist", "frist", "frist", "own"),
    _c("cost", "StepDetails.cost", "cost", "kostnad", "kostnad", "kostnad", "own"),
    _c("legal basis", "StepDetails.legal_basis", *_BASIS, "list"),
    _c("ROSA", "RosaAssessment.level, RosaAssessment.reason", "ROSA|ROSA level|service level", "ROSA|servicenivå",
       "ROSA|servicenivå", "ROSA|ROSA-nivå|servicenivå", "own"),
    _c("controls", "Control.on, Control.name", "controls|control", "kontroller|kontroll", "kontrollar|kontroll",
       "kontroller|kontroll", "list"),
    _c("risks", "Risk.on, Risk.name", "risks|risk", "risikoer|risiko", "risikoar|risiko", "risker|risk", "list"),
    _c("records", "RecordRule.on, RecordRule.name", "records|record rules|record rule", "arkivregler|arkivregel",
       "arkivreglar|arkivregel", "hanteringsanvisningar|hanteringsanvisning", "list"),
    _c("responsibility", "StepDetails.responsible", "RACI|responsibility", "HUKI|ansvar|RACI", "HUKI|ansvar|RACI",
       "RACI|ansvar", "own"),
    _c("channel", "StepDetails.channel", "channel", "kanal", "kanal", "kanal"),
    _c("note", "Element.documentation", "note|notes|description", "merknad|merknader|beskrivelse",
       "merknad|merknader|skildring", "anmärkning|anmärkningar|beskrivning", "long"),
), ("step",))  # fmt: skip

PROCESSES = Sheet("processes", {"en": "Processes", "nb": "Prosesser", "nn": "Prosessar", "sv": "Processer"}, (
    _c("id", "Process.id", "id", "id", "id", "id"),
    _c("name", "Process.name, ProcessCard.name", "name|process", "navn|prosess", "namn|prosess", "namn|process"),
    _ORGANISATION,
    _VARIANT,
    _c("state", "ProcessCard.state", "state", "tilstand|status", "tilstand|status", "läge|tillstånd", "word"),
    _c("kind", "ProcessCard.kind", "kind|type", "slag|art|type", "slag|art|type", "slag|art|typ", "word"),
    _c("owner", "ProcessCard.owner", "owner|process owner", "eier|prosesseier", "eigar|prosesseigar",
       "ägare|processägare"),
    _c("leader", "ProcessCard.leader", "leader|process leader", "leder|prosessleder", "leiar|prosessleiar",
       "ledare|processledare"),
    _c("recipient", "ProcessCard.recipient", "recipient", "mottaker", "mottakar", "mottagare"),
    _c("value", "ProcessCard.value", "value", "verdi", "verdi", "värde"),
    _c("trigger", "ProcessCard.trigger", "trigger|triggered by", "utløses av", "blir utløyst av|utløyst av",
       "utlöses av"),
    _c("result", "ProcessCard.result", "result", "resultat", "resultat", "resultat"),
    _c("systems", "ProcessCard.systems", "systems|system", "systemer|system", "system", "system", "list"),
    _c("legal basis", "ProcessCard.legal_basis", *_BASIS, "list"),
    _c("volume per year", "ProcessCard.volume_per_year", "volume per year|number per year", "antall per år",
       "tal per år", "antal per år", "number"),
    _c("valid from", "ProcessCard.valid_from", "valid from", "gyldig fra|gjelder fra", "gyldig frå|gjeld frå",
       "gäller från|giltig från", "date"),
    _c("approved by", "ProcessCard.approved_by", "approved by", "godkjent av", "godkjent av", "godkänd av"),
    _c("version", "ProcessCard.version", "version", "versjon", "versjon", "version"),
    _c("sensitivity", "ProcessCard.sensitivity", "sensitivity", "gradering|skjerming", "gradering|skjerming",
       "känslighet|sekretess", "word"),
    _c("description", "Process.documentation", "description", "beskrivelse", "skildring", "beskrivning", "long"),
), ("name",))  # fmt: skip


def _id(kind: str) -> Column:
    return _c("id", f"{kind}.id", "id|no|nr", "id|nr", "id|nr", "id|nr")


def _on(kind: str) -> Column:
    return _c("on", f"{kind}.on", "on|on steps|steps|step", "gjelder steg|gjelder|steg", "gjeld steg|gjeld|steg",
              "gäller steg|gäller|steg", "elements")  # fmt: skip


def _place(kind: str) -> tuple[Column, ...]:
    return (
        _c("position", f"{kind}.position", "position", "plassering", "plassering", "placering|före eller efter",
           "word"),
        _c("guards", f"{kind}.guards", "guards|protects", "beskytter|vokter|verner", "vernar|vaktar", "skyddar",
           "elements"),
        _c("blocking", f"{kind}.blocking", "blocking", "sperrer|stopper", "sperrar|stoppar", "spärrar|blockerar",
           "yes-no"),
    )  # fmt: skip


CONTROLS = Sheet("controls", {"en": "Controls", "nb": "Kontroller", "nn": "Kontrollar", "sv": "Kontroller"}, (
    _id("Control"),
    _c("name", "Control.name", "name|control", "navn|kontroll", "namn|kontroll", "namn|kontroll"),
    _on("Control"),
    _c("description", "Control.description", "description", "beskrivelse", "skildring|omtale", "beskrivning", "long"),
    _c("type", "Control.type", "type", "type", "type", "typ", "word"),
    _c("mode", "Control.mode", "mode", "utførelse", "utføring", "sätt|utförande", "word"),
    _c("frequency", "Control.frequency", "frequency|how often", "hyppighet|hvor ofte", "kor ofte", "hur ofta|frekvens",
       "word"),
    _c("owner", "Control.owner", *_OWNER),
    _c("performer", "Control.performer", "performer|performed by", "utføres av|utfører", "blir utført av|utførar",
       "utförs av"),
    _c("evidence", "Control.evidence", "evidence", "bevis|dokumentasjon", "bevis|dokumentasjon", "bevis|dokumentation"),
    _c("population", "Control.population", "population|sample", "omfang|utvalg", "omfang|utval", "omfattning|urval"),
    _c("criterion", "Control.criterion", "criterion", "kriterium", "kriterium", "kriterium"),
    _c("key", "Control.key", "key control|key", "nøkkelkontroll", "nøkkelkontroll", "nyckelkontroll", "yes-no"),
    _c("risks", "Control.risks", "risks|risk", "risikoer|risiko", "risikoar|risiko", "risker|risk", "list"),
    _c("goals", "Control.goals", "goals|goal", "mål", "mål", "mål", "list"),
    _c("legal basis", "Control.legal_basis", *_BASIS, "list"),
    *_place("Control"),
    *_WHOSE,
), ("name",))  # fmt: skip

RISKS = Sheet("risks", {"en": "Risks", "nb": "Risikoer", "nn": "Risikoar", "sv": "Risker"}, (
    _id("Risk"),
    _c("name", "Risk.name", "name|risk", "navn|risiko", "namn|risiko", "namn|risk"),
    _on("Risk"),
    _c("description", "Risk.description", "description", "beskrivelse", "skildring|omtale", "beskrivning", "long"),
    _c("category", "Risk.category", "category", "kategori", "kategori", "kategori"),
    _c("cause", "Risk.cause", "cause", "årsak", "årsak", "orsak"),
    _c("likelihood", "Risk.likelihood", "likelihood", "sannsynlighet", "sannsyn", "sannolikhet"),
    _c("impact", "Risk.impact", "impact|severity|consequence", "alvorlighet|alvorlighetsgrad|konsekvens",
       "verknad|alvor|konsekvens", "allvar|allvarlighet|konsekvens"),
    _c("consequence", "Risk.consequence", "consequence|consequence description", "konsekvensbeskrivelse|konsekvens",
       "konsekvensskildring|konsekvens", "konsekvensbeskrivning|konsekvens"),
    _c("scale", "Risk.scale", "scale", "skala", "skala", "skala"),
    _c("treatment", "Risk.treatment", "treatment|measure", "tiltak", "tiltak", "åtgärd"),
    _c("residual likelihood", "Risk.residual_likelihood", "residual likelihood",
       "restsannsynlighet|sannsynlighet etter tiltak", "sannsyn etter tiltak|restsannsyn",
       "restsannolikhet|sannolikhet efter åtgärd"),
    _c("residual impact", "Risk.residual_impact", "residual impact",
       "restkonsekvens|konsekvens etter tiltak|alvorlighet etter tiltak", "verknad etter tiltak|restverknad",
       "restallvar|allvar efter åtgärd|konsekvens efter åtgärd"),
    _c("owner", "Risk.owner", *_OWNER),
    _c("controls", "Control.risks", "controls|control", "kontroller|kontroll", "kontrollar|kontroll",
       "kontroller|kontroll", "list"),
    *_place("Risk"),
    *_WHOSE,
), ("name",))  # fmt: skip

RECORDS = Sheet("records", {"en": "Records", "nb": "Arkivregler", "nn": "Arkivreglar", "sv": "Hanteringsanvisningar"}, (
    _id("RecordRule"),
    _c("name", "RecordRule.name", "name|record rule|record", "navn|arkivregel", "namn|arkivregel",
       "namn|hanteringsanvisning"),
    _on("RecordRule"),
    _c("document type", "RecordRule.document_type", "document type", "dokumenttype", "dokumenttype",
       "handlingstyp|dokumenttyp"),
    _c("direction", "RecordRule.direction", "direction|in, out, created", "retning", "retning", "riktning", "word"),
    _c("captured", "RecordRule.captured", "captured|captured when", "fanges|fanges når", "fangst|blir fanga",
       "fångas|fångas när"),
    _c("registration", "RecordRule.registration", "registration|registration duty", "journalføring|journalføres",
       "journalføring|blir journalført", "registreras|registrering|diarieförs", "word"),
    _c("system", "RecordRule.system", *_SYSTEM),
    _c("series", "RecordRule.series", "series", "arkivdel|serie", "arkivdel|serie", "serie"),
    _c("class", "RecordRule.class_code", "class|class code", "klasse", "klasse", "klass"),
    _c("access", "RecordRule.access", "access", "tilgang", "tilgang", "tillgång"),
    _c("access basis", "RecordRule.access_basis", "access basis", "tilgangshjemmel", "tilgangsheimel",
       "sekretessgrund|tillgångsgrund"),
    _c("disposal", "RecordRule.disposal", "disposal|retention or disposal",
       "bevaring/kassasjon|bevaring|kassasjon|bevaring eller kassasjon",
       "bevaring/kassasjon|kassasjon|bevaring|bevaring eller kassasjon", "gallring|bevarande/gallring", "word"),
    _c("disposal basis", "RecordRule.disposal_basis", "disposal basis", "kassasjonshjemmel", "kassasjonsheimel",
       "gallringsgrund"),
    _c("retention", "RecordRule.retention", "retention|retention time", "oppbevaringstid", "oppbevaringstid",
       "bevarandetid|gallringsfrist"),
    _c("format", "RecordRule.format", "format", "format", "format", "format"),
    _c("quality check", "RecordRule.quality_check", "quality check", "kvalitetssikring", "kvalitetssikring",
       "kvalitetssäkring|kvalitetskontroll"),
    _c("responsible", "RecordRule.responsible", "responsible", "ansvarlig", "ansvarleg", "ansvarig"),
    _c("purpose", "RecordRule.purpose", "purpose", "formål", "føremål", "syfte|ändamål"),
    _c("procedure", "RecordRule.procedure", "procedure|routine", "rutine", "rutine", "rutin"),
    _c("approved by", "RecordRule.approved_by", "approved by", "godkjent av", "godkjent av", "godkänd av"),
    _c("version", "RecordRule.version", "version", "versjon", "versjon", "version"),
    _c("review date", "RecordRule.review_date", "review date", "revideres|revisjonsdato",
       "blir revidert|revisjonsdato", "revideras|revisionsdatum", "date"),
    _c("source", "RecordRule.source", "source", "kilde", "kjelde", "källa"),
    *_place("RecordRule"),
    *_WHOSE,
), ("name",))  # fmt: skip

MESSAGES = Sheet("messages", {"en": "Messages", "nb": "Meldinger", "nn": "Meldingar", "sv": "Meddelanden"}, (
    _id("MessageFlow"),
    _c("name", "MessageFlow.name", "name|message", "navn|melding", "namn|melding", "namn|meddelande"),
    _c("from", "MessageFlow.source", "from", "fra", "frå", "från", "element"),
    _c("to", "MessageFlow.target", "to", "til", "til", "till", "element"),
    _c("message", "MessageFlow.message", "content|message content", "innhold", "innhald", "innehåll"),
    *_WHOSE,
), ("from", "to"))  # fmt: skip

NOTES = Sheet("notes", {"en": "Notes", "nb": "Merknader", "nn": "Merknader", "sv": "Anmärkningar"}, (
    _id("Note"),
    _c("name", "Note.name", "name|note", "navn|merknad", "namn|merknad", "namn|anmärkning"),
    _on("Note"),
    _c("about", "Note.about", "about|kind", "om|slag", "om|slag", "om|slag", "word"),
    _c("text", "Note.text", "text", "tekst", "tekst", "text", "long"),
    _c("by", "Note.by", "by|from", "av|fra", "av|frå", "av|från"),
    *_place("Note"),
    *_WHOSE,
), ("text",))  # fmt: skip

STAKEHOLDERS = Sheet("stakeholders", {"en": "Stakeholders", "nb": "Interessenter", "nn": "Interessentar",
                                      "sv": "Intressenter"}, (
    _c("name", "Stakeholder.name", "name|stakeholder", "navn|interessent", "namn|interessent", "namn|intressent"),
    _c("role", "Stakeholder.role", "role", "rolle", "rolle", "roll", "word"),
    _c("interest", "Stakeholder.interest", "interest", "interesse", "interesse", "intresse", "long"),
    *_WHOSE,
), ("name", "interest"))  # fmt: skip

INDICATORS = Sheet("indicators", {"en": "Indicators", "nb": "Indikatorer", "nn": "Indikatorar", "sv": "Indikatorer"}, (
    _c("name", "Indicator.name", "name|indicator", "navn|indikator", "namn|indikator", "namn|indikator"),
    _c("area", "Indicator.area", "area", "område", "område", "område"),
    _c("unit", "Indicator.unit", "unit", "enhet", "eining", "enhet"),
    _c("baseline", "Indicator.baseline", "baseline", "nullpunkt|utgangspunkt", "nullpunkt|utgangspunkt",
       "utgångsvärde|nollpunkt"),
    _c("baseline date", "Indicator.baseline_date", "baseline date", "nullpunkt dato|nullpunktdato", "nullpunkt dato",
       "utgångsvärde datum|nollpunkt datum", "date"),
    _c("target", "Indicator.target", "target", "mål|målverdi", "mål|målverdi", "mål|målvärde"),
    _c("actual", "Indicator.actual", "actual", "resultat|status|faktisk", "resultat|status|faktisk",
       "resultat|utfall|status"),
    _c("source", "Indicator.source", "source", "kilde", "kjelde", "källa"),
    _c("responsible", "Indicator.responsible", "responsible", "ansvarlig", "ansvarleg", "ansvarig"),
    _c("goals", "Indicator.goals", "goals", "hører til mål|målsettinger", "høyrer til mål|målsetjingar",
       "hör till mål|målsättningar", "list"),
    *_WHOSE,
), ("name", "target"))  # fmt: skip

SCALES = Sheet("scales", {"en": "Scales", "nb": "Skalaer", "nn": "Skalaer", "sv": "Skalor"}, (
    _id("Scale"),
    _c("name", "Scale.name", "name|scale", "navn|skala", "namn|skala", "namn|skala"),
    _c("source", "Scale.source", "source", "kilde", "kjelde", "källa"),
    _c("version", "Scale.version", "version", "versjon", "versjon", "version"),
    _c("level", "ScaleLevel.value", "level|value", "verdi|nivå", "verdi|nivå", "värde|nivå"),
    _c("level name", "ScaleLevel.name", "level name|value name|level", "verdinavn|nivånavn|nivå",
       "verdinamn|nivånamn|nivå", "värdenamn|nivånamn|nivå"),
    _c("likelihood", "ScaleCell.likelihood", "likelihood", "sannsynlighet", "sannsyn", "sannolikhet"),
    _c("impact", "ScaleCell.impact", "impact", "alvorlighet|konsekvens", "verknad|konsekvens", "allvar|konsekvens"),
    _c("colour", "ScaleLevel.colour, ScaleCell.colour", "colour|color", "farge", "farge", "färg"),
    *_WHOSE,
), ("id", "level"))  # fmt: skip

PROPERTIES = Sheet("properties", {"en": "Properties", "nb": "Egenskaper", "nn": "Eigenskapar", "sv": "Egenskaper"}, (
    _c("element", "Element.id", "element", "element", "element", "element", "element"),
    _c("name", "Property.name", "name|property", "navn|egenskap", "namn|eigenskap", "namn|egenskap"),
    _c("value", "Property.value", "value", "verdi", "verdi", "värde", "long"),
    *_WHOSE,
), ("name", "value", "element"))  # fmt: skip

SHEETS: tuple[Sheet, ...] = (
    STEPS, PROCESSES, CONTROLS, RISKS, RECORDS, MESSAGES, NOTES, STAKEHOLDERS, INDICATORS, SCALES, PROPERTIES,
)  # fmt: skip
"""In the order in which they are written."""

_SIGNS = re.compile(r"[\W_]+")


def plain_heading(text: str) -> str:
    """Return a heading as headings are compared: small letters, single blanks for all signs and blanks."""
    return _SIGNS.sub(" ", text.casefold()).strip()


def words_of(sheet_key: SheetKey) -> dict[str, tuple[str, ...]]:
    """Return for each heading word of a sheet of processes the keys of the columns that it may mean."""
    return next(sheet for sheet in SHEETS if sheet.key == sheet_key).words


def assign(sheet: Sheet, headings: list[str]) -> dict[int, str]:
    """Return which column each heading is, by its place; a heading that is none of the sheet's is left out.

    Headings that can mean one column only are settled first. The second heading of one column is left out.
    """
    words = sheet.words
    meanings = {place: words[word] for place, text in enumerate(headings) if (word := plain_heading(text)) in words}
    found: dict[int, str] = {}
    for place, keys in sorted(meanings.items(), key=lambda item: (len(item[1]) > 1, item[0])):
        free = next((key for key in keys if key not in found.values()), None)
        if free is not None:
            found[place] = free
    return dict(sorted(found.items()))


def language_of(sheet: Sheet, headings: list[str]) -> Language:
    """Return the language that most headings are in; English where several have as many."""
    counted = dict.fromkeys(LANGUAGES, 0)
    for place, key in assign(sheet, headings).items():
        word = plain_heading(headings[place])
        for language, words in sheet.column(key).headings.items():
            counted[language] += word in map(plain_heading, words)
    return max(LANGUAGES, key=lambda language: counted[language])
