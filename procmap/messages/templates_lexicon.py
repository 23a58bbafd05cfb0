"""The English texts about the lexicon: what is wrong with its layers, and how many words it knows."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # What keeps a layer from being used.
    "lexicon-columns": (
        "{source}: the lexicon lacks the columns {missing}. Its first line must name id, kind and the languages."
    ),
    "lexicon-id": (
        '{source}, line {line}: the id "{id}" is empty, or another row says already what it is. Give each concept one '
        "row with a kind; rows that only add words to it have no kind."
    ),
    "lexicon-kind": (
        '{source}, line {line}: "{id}" is of the kind "{kind}". Write "action" or "object"; leave it empty only where '
        "the lexicon has the id already."
    ),
    "lexicon-kind-other": (
        '{source}, line {line}: "{id}" is of the kind "{kind}" here and "{below}" below. Leave the kind empty to add '
        "words to it, or give what you mean an id of its own."
    ),
    "lexicon-cell-long": (
        'The column {column} of "{id}" has more than {limit} characters, which a workbook cannot hold. Write a file '
        "that ends with .tsv."
    ),
    # What is wrong with rows.
    "lexicon-cites-nothing": (
        '{source}, line {line}: {column} of "{id}" cites "{cited}", which is no id. Correct it, or add that row.'
    ),
    "lexicon-cites-itself": '{source}, line {line}: {column} of "{id}" cites itself. Take it out.',
    "lexicon-circle": (
        '{source}, line {line}: "{id}" is above itself ({circle}). Take out one of these from the column broader.'
    ),
    "lexicon-contrast-kind": (
        '{source}, line {line}: "{id}" and "{cited}" are not of the same kind, so that contrast has no effect. Take it '
        "out."
    ),
    "lexicon-opposed": (
        '{source}, line {line}: "{form}" ({column}) means "{id}" and the opposite, {other}. Take it out of one of them.'
    ),
    "lexicon-ambiguous": (
        '{source}, line {line}: "{form}" ({column}) of "{id}" means {other} too. That is right where the word does; '
        "else take it out of one of them."
    ),
    "lexicon-takes-out-nothing": (
        '{source}, line {line}: "!{form}" ({column}) takes nothing out, since "{id}" does not have it. Correct it, or '
        "take it out."
    ),
    "lexicon-stop-word": (
        '{source}, line {line}: "{form}" ({column}) of "{id}" has no effect, since labels are read without such words. '
        "Take it out, or write the phrase that it stands in."
    ),
    "lexicon-form-empty": '{source}, line {line}: "{form}" ({column}) of "{id}" is no word. Take it out.',
    "lexicon-row-empty": '{source}, line {line}: "{id}" has no words. Write some, or take the row out.',
    "lexicon-native": (
        '{source}, line {line}: native of "{id}" names "{column}", which is no language here. Use {known}, with blanks '
        "between."
    ),
    "lexicon-column-unknown": ('{source}: the column "{column}" is not read. The columns are {known}.'),
    "lexicon-candidate": (
        '{source}, line {line}: nobody has said yet what "{form}" ({column}) means. Write the id of a concept, or a '
        "new id and its kind; until then the row is passed over."
    ),
    # Counts.
    "lexicon-concepts": "{count} concepts",
    "lexicon-candidates": "{count} words to fill in",
    "lexicon-forms": "{count} forms",
    "lexicon-unseen": "{count} that a native speaker has not seen",
    "lexicon-known": "{language}: {known} of {words} words known ({percent} %), {partly} in part",
    "lexicon-heading-unknown": "Words that the lexicon does not know:",
    "lexicon-unknown": 'In {count} labels, such as "{label}".',
    "lexicon-unknown-near": 'Spelled like "{near}" ({concepts}).',
    "lexicon-more-unknown": "… and {count} more (--format json and -o show all)",
    "lexicon-written": "{target}: {count} concepts written",
}

SINGULAR: dict[str, str] = {
    "lexicon-concepts": "{count} concept",
    "lexicon-candidates": "{count} word to fill in",
    "lexicon-forms": "{count} form",
    "lexicon-unseen": "{count} that a native speaker has not seen",
    "lexicon-more-unknown": "… and {count} more (--format json and -o show it)",
    "lexicon-unknown": 'In {count} label, "{label}".',
    "lexicon-written": "{target}: {count} concept written",
}
