"""What the columns of the sheet of steps are for, and an example: what a template shows, in four languages."""

from __future__ import annotations

from procmap.formats.measure_texts import Language

EXPLANATIONS: dict[str, tuple[str, str, str, str]] = {
    "organisation": (
        "Whose process it is. Needed only when the file holds several organisations.",
        "Hvem sin prosess dette er. Trengs bare når filen gjelder flere organisasjoner.",
        "Kven sin prosess dette er. Trengst berre når fila gjeld fleire organisasjonar.",
        "Vems process det är. Behövs bara när filen gäller flera organisationer.",
    ),
    "variant": (
        "If an organisation has several ways of working: the name of this one.",
        "Hvis organisasjonen gjør dette på flere måter: navnet på denne måten.",
        "Dersom organisasjonen gjer dette på fleire måtar: namnet på denne måten.",
        "Om organisationen gör detta på flera sätt: namnet på detta sätt.",
    ),
    "process": (
        "The name of the process. Needed only when the file holds several.",
        "Navnet på prosessen. Trengs bare når filen har flere prosesser.",
        "Namnet på prosessen. Trengst berre når fila har fleire prosessar.",
        "Processens namn. Behövs bara när filen har flera processer.",
    ),
    "id": (
        "A short name of the row that other rows can cite, for example S1.",
        "Kort navn på raden, som andre rader kan vise til, for eksempel S1.",
        "Kort namn på rada, som andre rader kan vise til, til dømes S1.",
        "Radens korta namn, som andra rader kan hänvisa till, till exempel S1.",
    ),
    "step": (
        "What is done: a verb and what it is done to. The only column that must be filled in.",
        "Hva som gjøres: et verb og det det gjelder. Den eneste kolonnen som må fylles ut.",
        "Kva som blir gjort: eit verb og det det gjeld. Den einaste kolonnen som må fyllast ut.",
        "Vad som görs: ett verb och det som det gäller. Den enda kolumn som måste fyllas i.",
    ),
    "type": (
        "What kind of step it is. Choose from the list; empty is a task. In brackets: what an event waits for, "
        "for example wait (time: 3 weeks).",
        "Hva slags steg det er. Velg fra listen; tomt betyr oppgave. I parentes: hva en hendelse venter på, "
        "for eksempel vent (tid: 3 uker).",
        "Kva slags steg det er. Vel frå lista; tomt tyder oppgåve. I parentes: kva ei hending ventar på, "
        "til dømes vent (tid: 3 veker).",
        "Vilket slags steg det är. Välj i listan; tomt betyder uppgift. Inom parentes: vad en händelse väntar på, "
        "till exempel vänta (tid: 3 veckor).",
    ),
    "role": (
        "Who does it: a role, not the name of a person.",
        "Hvem som gjør det: en rolle, ikke navnet på en person.",
        "Kven som gjer det: ei rolle, ikkje namnet på ein person.",
        "Vem som gör det: en roll, inte en persons namn.",
    ),
    "pool": (
        "The participant that the step belongs to, if the file shows the work of several.",
        "Deltakeren som steget hører til, hvis filen viser arbeidet til flere.",
        "Deltakaren som steget høyrer til, dersom fila viser arbeidet til fleire.",
        "Deltagaren som steget hör till, om filen visar fleras arbete.",
    ),
    "parent": (
        "The id of the sub-process that this step is a part of.",
        "Id-en til delprosessen som steget er en del av.",
        "Id-en til delprosessen som steget er ein del av.",
        "Id för den delprocess som steget är en del av.",
    ),
    "attached to": (
        "For events that can interrupt a step: the id of that step.",
        "For hendelser som kan avbryte et steg: id-en til steget.",
        "For hendingar som kan avbryte eit steg: id-en til steget.",
        "För händelser som kan avbryta ett steg: stegets id.",
    ),
    "next": (
        "The id of what follows. Several with ; between. Empty: the row below. - : nothing follows.",
        "Id-en til det som følger. Flere skilles med ;. Tomt: raden under. - : ingenting følger.",
        "Id-en til det som følgjer. Fleire blir skilde med ;. Tomt: rada under. - : ingenting følgjer.",
        "Id för det som följer. Flera skiljs åt med ;. Tomt: raden nedanför. - : inget följer.",
    ),
    "condition": (
        "When each next step is taken, in the same order, with ; between: yes; no. Without conditions several next "
        "steps are done at the same time.",
        "Når hvert neste steg velges, i samme rekkefølge, med ; mellom: ja; nei. Uten vilkår gjøres flere neste steg "
        "samtidig.",
        "Når kvart neste steg blir valt, i same rekkjefølgje, med ; mellom: ja; nei. Utan vilkår blir fleire neste "
        "steg gjorde samtidig.",
        "När varje nästa steg väljs, i samma ordning, med ; emellan: ja; nej. Utan villkor görs flera nästa steg "
        "samtidigt.",
    ),
    "system": (
        "The systems that are used, with ; between.",
        "Systemene som brukes, med ; mellom.",
        "Systema som blir brukte, med ; mellom.",
        "Systemen som används, med ; emellan.",
    ),
    "documents in": (
        "The documents that the step needs, with ; between.",
        "Dokumentene steget trenger, med ; mellom.",
        "Dokumenta steget treng, med ; mellom.",
        "Handlingarna som steget behöver, med ; emellan.",
    ),
    "documents out": (
        "The documents that the step makes or changes, with ; between.",
        "Dokumentene steget lager eller endrer, med ; mellom.",
        "Dokumenta steget lagar eller endrar, med ; mellom.",
        "Handlingarna som steget upprättar eller ändrar, med ; emellan.",
    ),
    "work time": (
        "How long it takes to do it: 20 min, 2 hours.",
        "Hvor lang tid arbeidet tar: 20 min, 2 timer.",
        "Kor lang tid arbeidet tek: 20 min, 2 timar.",
        "Hur lång tid arbetet tar: 20 min, 2 timmar.",
    ),
    "lead time": (
        "How long it takes in all, with waiting: 3 working days.",
        "Hvor lang tid det går i alt, med venting: 3 virkedager.",
        "Kor lang tid det går i alt, med venting: 3 virkedagar.",
        "Hur lång tid det tar totalt, med väntan: 3 arbetsdagar.",
    ),
    "deadline": (
        "The time limit, what it counts from, and its legal basis in brackets: 3 weeks from the application (Act § 7).",
        "Fristen, hva den regnes fra, og hjemmelen i parentes: 3 uker fra mottatt søknad (pbl § 21-7).",
        "Fristen, kva han blir rekna frå, og heimelen i parentes: 3 veker frå motteken søknad (pbl § 21-7).",
        "Fristen, vad den räknas från, och lagstödet inom parentes: 10 veckor från komplett ansökan (PBL 9 kap. 27 §).",
    ),
    "cost": (
        "What the step costs each time: 250 NOK.",
        "Hva steget koster hver gang: 250 kr.",
        "Kva steget kostar kvar gong: 250 kr.",
        "Vad steget kostar varje gång: 250 kr.",
    ),
    "legal basis": (
        "The law or rule that the step follows from, with ; between several.",
        "Loven eller regelen steget følger av, med ; mellom flere.",
        "Lova eller regelen steget følgjer av, med ; mellom fleire.",
        "Den lag eller regel som steget följer av, med ; mellan flera.",
    ),
    "ROSA": (
        "The service level from 1 (information) to 8 (political leadership), and a reason if wanted: 3: can be done in "
        "the service centre.",
        "Servicenivået fra 1 (informasjon) til 8 (politisk ledelse), gjerne med grunn: 3: kan gjøres i "
        "servicesenteret.",
        "Servicenivået frå 1 (informasjon) til 8 (politisk leiing), gjerne med grunn: 3: kan gjerast i "
        "servicesenteret.",
        "Servicenivån från 1 (information) till 8 (politisk ledning), gärna med skäl: 3: kan göras i kontaktcenter.",
    ),
    "controls": (
        "Controls at this step: ids from the sheet Controls, or a short text for a new one.",
        "Kontroller ved steget: id-er fra arket Kontroller, eller en kort tekst for en ny.",
        "Kontrollar ved steget: id-ar frå arket Kontrollar, eller ein kort tekst for ein ny.",
        "Kontroller vid steget: id från bladet Kontroller, eller en kort text för en ny.",
    ),
    "risks": (
        "Risks at this step: ids from the sheet Risks, or a short text for a new one.",
        "Risikoer ved steget: id-er fra arket Risikoer, eller en kort tekst for en ny.",
        "Risikoar ved steget: id-ar frå arket Risikoar, eller ein kort tekst for ein ny.",
        "Risker vid steget: id från bladet Risker, eller en kort text för en ny.",
    ),
    "records": (
        "Record rules for what the step makes: ids from the sheet Records, or a short text for a new one.",
        "Arkivregler for det steget lager: id-er fra arket Arkivregler, eller en kort tekst for en ny.",
        "Arkivreglar for det steget lagar: id-ar frå arket Arkivreglar, eller ein kort tekst for ein ny.",
        "Hanteringsanvisningar för det steget skapar: id från bladet Hanteringsanvisningar, eller en kort text för "
        "en ny.",
    ),
    "responsibility": (
        "Who has which part, if more than the role: R does it, A answers for it, C is consulted, I is informed. "
        "A: Head of unit; I: Archive.",
        "Hvem som har hvilken del, hvis det er flere enn rollen: H hovedansvarlig, U utfører, K konsulteres, I "
        "informeres. H: Enhetsleder; I: Arkiv.",
        "Kven som har kva del, dersom det er fleire enn rolla: H hovudansvarleg, U utfører, K blir konsultert, I blir "
        "informert. H: Einingsleiar; I: Arkiv.",
        "Vem som har vilken del, om det är fler än rollen: A är ansvarig, R utför, C konsulteras, I informeras. "
        "A: Enhetschef; I: Arkiv.",
    ),
    "channel": (
        "How it comes in or goes out: e-mail, post, Altinn.",
        "Hvordan det kommer inn eller sendes ut: e-post, brev, Altinn.",
        "Korleis det kjem inn eller blir sendt ut: e-post, brev, Altinn.",
        "Hur det kommer in eller skickas ut: e-post, brev, e-tjänst.",
    ),
    "note": (
        "Anything else that one must know to do the step.",
        "Annet man må vite for å gjøre steget.",
        "Anna ein må vite for å gjere steget.",
        "Annat som man behöver veta för att göra steget.",
    ),
}
"""By the keys of the columns: English, Bokmål, Nynorsk, Swedish."""

_EXAMPLE: dict[str, tuple[str, str, str, str]] = {
    "receive": ("Application comes in", "Søknad kommer inn", "Søknad kjem inn", "Ansökan kommer in"),
    "register": ("Register the application", "Registrer søknaden", "Registrer søknaden", "Registrera ansökan"),
    "assess": ("Assess the application", "Vurder søknaden", "Vurder søknaden", "Bedöm ansökan"),
    "yes": ("yes", "ja", "ja", "ja"),
    "no": ("no", "nei", "nei", "nej"),
    "grant": ("Write the permit", "Skriv tillatelse", "Skriv løyve", "Skriv tillstånd"),
    "refuse": ("Write the refusal", "Skriv avslag", "Skriv avslag", "Skriv avslag"),
    "send": ("Send the decision", "Send vedtaket", "Send vedtaket", "Skicka beslutet"),
    "end": ("Case closed", "Saken er avsluttet", "Saka er avslutta", "Ärendet är avslutat"),
    "clerk": ("Archive", "Arkiv", "Arkiv", "Registrator"),
    "officer": ("Case officer", "Saksbehandler", "Sakshandsamar", "Handläggare"),
    "application": ("Application", "Søknad", "Søknad", "Ansökan"),
    "decision": ("Decision", "Vedtak", "Vedtak", "Beslut"),
    "minutes": ("20 min", "20 min", "20 min", "20 min"),
    "weeks": ("3 weeks from the application", "3 uker fra mottatt søknad", "3 veker frå motteken søknad",
              "3 veckor från ansökan"),
    "check": ("Head of unit reads the decision", "Leder leser vedtaket", "Leiar les vedtaket", "Chef läser beslutet"),
    "archive": ("Case archive", "Sak/arkiv", "Sak/arkiv", "Diariet"),
}  # fmt: skip
EXAMPLE: tuple[dict[str, str], ...] = (
    {"id": "S1", "step": "receive", "type": "startEvent", "role": "clerk", "next": "S2"},
    {"id": "S2", "step": "register", "role": "clerk", "next": "S3", "system": "archive", "documents in": "application",
     "work time": "minutes"},
    {"id": "S3", "step": "assess", "role": "officer", "next": "S4; S5", "condition": "yes; no", "deadline": "weeks"},
    {"id": "S4", "step": "grant", "role": "officer", "next": "S6", "documents out": "decision", "controls": "check"},
    {"id": "S5", "step": "refuse", "role": "officer", "next": "S6", "documents out": "decision"},
    {"id": "S6", "step": "send", "type": "sendTask", "role": "officer", "next": "S7"},
    {"id": "S7", "step": "end", "type": "endEvent", "role": "officer"},
)  # fmt: skip
"""The rows of the example; texts are keys of the table above, but for ids and types."""
TEXTS: dict[str, tuple[str, str, str, str]] = {
    "example": ("Example", "Eksempel", "Døme", "Exempel"),
    "explanations": ("Explanations", "Forklaringer", "Forklaringar", "Förklaringar"),
    "example-title": (
        "Example: this is what filled-in rows look like. This sheet is not read.",
        "Eksempel: slik ser utfylte rader ut. Dette arket blir ikke lest.",
        "Døme: slik ser utfylte rader ut. Dette arket blir ikkje lese.",
        "Exempel: så här ser ifyllda rader ut. Detta blad läses inte.",
    ),
    "explanations-title": (
        "What the columns are for. Only the first column that is marked must be filled in; the order of columns is "
        "free, and columns can be deleted.",
        "Hva kolonnene er til. Bare kolonnen som er merket, må fylles ut. Rekkefølgen er fri, og kolonner kan slettes.",
        "Kva kolonnane er til. Berre kolonnen som er merkt, må fyllast ut. Rekkjefølgja er fri, og kolonnar kan "
        "slettast.",
        "Vad kolumnerna är till för. Bara den markerade kolumnen måste fyllas i. Ordningen är fri, och kolumner kan "
        "tas bort.",
    ),
    "sheet": ("Sheet", "Ark", "Ark", "Blad"),
    "column": ("Column", "Kolonne", "Kolonne", "Kolumn"),
    "explanation": ("Explanation", "Forklaring", "Forklaring", "Förklaring"),
    "words": ("Words", "Ord", "Ord", "Ord"),
    "list": ("Several values with ; between.", "Flere verdier med ; mellom.", "Fleire verdiar med ; mellom.",
             "Flera värden med ; emellan."),
    "elements": ("Ids of steps, with ; between.", "Id-er til steg, med ; mellom.", "Id-ar til steg, med ; mellom.",
                 "Id för steg, med ; emellan."),
    "element": ("The id of a step, or the name of a participant.", "Id-en til et steg, eller navnet på en deltaker.",
                "Id-en til eit steg, eller namnet på ein deltakar.", "Id för ett steg, eller namnet på en deltagare."),
    "date": ("A date: 2026-03-01.", "En dato: 1.3.2026.", "Ein dato: 1.3.2026.", "Ett datum: 2026-03-01."),
    "number": ("A whole number.", "Et helt tall.", "Eit heilt tal.", "Ett heltal."),
}  # fmt: skip

_PLACES: dict[Language, int] = {"en": 0, "nb": 1, "nn": 2, "sv": 3}


def said(table: dict[str, tuple[str, str, str, str]], key: str, language: Language) -> str:
    """Return a text of one of the tables in a language."""
    return table[key][_PLACES[language]]


def example_text(text: str, language: Language) -> str:
    """Return a cell of the example in a language; what is no key of its words stays."""
    parts = [said(_EXAMPLE, part, language) if part in _EXAMPLE else part for part in text.split("; ")]
    return "; ".join(parts)
