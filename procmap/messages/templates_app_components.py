"""The English texts of the two components of the app, by code."""

from __future__ import annotations

TEMPLATES: dict[str, str] = {
    # The process map.
    "map-name": "Process map",
    "map-tools": "How the map is shown",
    "map-keys": (
        "Enter leads into the map. Tab goes from step to step, arrow keys follow the arrows of the drawing, Enter "
        "chooses, Esc takes the choice away and then leads out. + and - change the size, 9 shows the whole map, 8 what "
        "is chosen, 0 full size."
    ),
    "map-zoom-in": "Larger",
    "map-zoom-out": "Smaller",
    "map-zoom-whole": "Whole map",
    "map-zoom-chosen": "What is chosen",
    "map-percent": "{size}%",
    "map-chosen": "Chosen: {name}.",
    "map-chosen-faded": "Chosen: {name}. What is next to it stays clear, the rest is faded.",
    "map-none-chosen": "Nothing is chosen.",
    "map-unreadable": (
        "The picture cannot be shown. Load the page again; if that does not help, tell those who run procmap."
    ),
    # The board of rows.
    "board-name": "Which steps belong together",
    "board-rows": "Row",
    "board-alone": "Alone",
    "board-alone-hint": "a row of its own",
    "board-keys": (
        "Drag a card to another row. With the keyboard: arrow keys go from card to card, Enter picks one up, arrow "
        "keys choose the row, Enter puts it down and Esc puts it back; Alt with arrow up or down moves it at once. Or "
        "choose a card and use the list above."
    ),
    "board-choose": "Choose a card to move it.",
    "board-move-to": "Move “{step}” ({organisation}) to row",
    "board-move": "Move",
    "board-move-alone": "Give it a row of its own",
    "board-card": "{organisation}, row {row}",
    "board-chosen": "“{step}” is chosen. It stands in row {row}.",
    "board-lifted": (
        "“{step}” is picked up from row {row}. Choose a row with the arrow keys; Enter puts it down, Esc puts it back."
    ),
    "board-over": "Over row {row}.",
    "board-over-alone": "Over a row of its own.",
    "board-moved": "“{step}” now stands in row {row}.",
    "board-moved-alone": "“{step}” now has a row of its own.",
    "board-stays": "“{step}” stays in row {row}.",
    "board-refused": "“{step}” was not moved. It stands in row {row}.",
}
