"""What the components say, in the language of a translator; the places of a text are filled in the browser."""

from __future__ import annotations

from procmap.app.components.process_map import MapWords
from procmap.app.components.row_board import BoardWords
from procmap.messages import Translator


def map_words(say: Translator, *, name: str = "") -> MapWords:
    """Return what a process map says; `name` is what it is called, where a page has several."""
    return MapWords(
        name=name or say.text("map-name"),
        tools=say.text("map-tools"),
        keys=say.text("map-keys"),
        zoom_in=say.text("map-zoom-in"),
        zoom_out=say.text("map-zoom-out"),
        zoom_whole=say.text("map-zoom-whole"),
        zoom_chosen=say.text("map-zoom-chosen"),
        chosen=say.text("map-chosen", name="{name}"),
        chosen_faded=say.text("map-chosen-faded", name="{name}"),
        none_chosen=say.text("map-none-chosen"),
        unreadable=say.text("map-unreadable"),
        percent=say.text("map-percent", size="{size}"),
    )


def board_words(say: Translator, *, name: str = "") -> BoardWords:
    """Return what a row board says; `name` is what it is called, where a page has several."""
    step, row, organisation = "{step}", "{row}", "{organisation}"
    return BoardWords(
        name=name or say.text("board-name"),
        rows=say.text("board-rows"),
        alone=say.text("board-alone"),
        alone_hint=say.text("board-alone-hint"),
        keys=say.text("board-keys"),
        choose=say.text("board-choose"),
        move_to=say.text("board-move-to", step=step, organisation=organisation),
        move=say.text("board-move"),
        move_alone=say.text("board-move-alone"),
        card=say.text("board-card", organisation=organisation, row=row),
        chosen=say.text("board-chosen", step=step, row=row),
        lifted=say.text("board-lifted", step=step, row=row),
        over=say.text("board-over", row=row),
        over_alone=say.text("board-over-alone"),
        moved=say.text("board-moved", step=step, row=row),
        moved_alone=say.text("board-moved-alone", step=step),
        stays=say.text("board-stays", step=step, row=row),
        refused=say.text("board-refused", step=step, row=row),
    )
