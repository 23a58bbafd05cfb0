"""Words that answer a question or judge an outcome: they say which way is taken, not what it depends on.

"Godkjent?", "OK", "Nei, mangler" after a check all say how the check went. What is left of a condition without such
words is what it is about. Norwegian is Bokmål and Nynorsk together, as in the other lists.
"""

from __future__ import annotations

_ANSWERS = (
    "ja nei nej yes no ellers elles annars otherwise else alltid alltid always default ikke ikkje inte ej not ingen "
    "inga ingenting nothing none noe noko nogen något några some something any anything alle alt all det den dei de "
    "they it this that other andre annet anna skal må kan must should shall can has have har er blir vert"
)
_VERDICTS = (
    "ok godkjent godkjend godkjenne approved godkänd godkänt komplett fullstendig fullständig complete incomplete "
    "ufullstendig ofullständig gyldig ugyldig valid invalid giltig mangler manglar mangel mangle saknas saknar missing "
    "lacking brist brister feil fel error wrong faulty rett rettes rättas riktig rätt korrekt correct right stemmer "
    "stemme stämmer orden order treff match innvilget innvilga avslag avslått beviljat beviljad avslaget granted "
    "refused rejected accepted passed failed anvist tilvist ferdig klart done igjen att attende retur tilbake igen"
)
_MEASURING = (
    "over under mer mindre enn meir minst høyst høgst maks opp opptil frå kr kroner prosent mindre än mer över under "
    "minst högst kronor procent more less than above below least most up from fewer greater percent pounds"
)
ANSWERS = frozenset(_ANSWERS.split())
VERDICTS = frozenset(_VERDICTS.split())
MEASURING = frozenset(_MEASURING.split())
"""Words around an amount."""
JOINING = frozenset(("og", "eller", "och", "samt", "and", "or", "und", "oder"))
"""Words that join conditions into one."""
