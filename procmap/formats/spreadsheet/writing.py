"""From processes to the tables of a spreadsheet, in a language."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from procmap.formats.measure_texts import Language, cost_text, deadline_text, duration_text
from procmap.formats.spreadsheet.attaching import ATTACHED
from procmap.formats.spreadsheet.cells import cell_text, listed, quoted_item
from procmap.formats.spreadsheet.columns import SHEETS, Sheet, SheetKey, plain_heading
from procmap.formats.spreadsheet.eliding import explicit, rows_of
from procmap.formats.spreadsheet.fields import write_field
from procmap.formats.spreadsheet.gateways import Arc
from procmap.formats.spreadsheet.sheets_out import LONGEST
from procmap.formats.spreadsheet.tables import Row, Table
from procmap.formats.spreadsheet.types import type_text
from procmap.formats.spreadsheet.ways import NOTHING, condition_text
from procmap.formats.spreadsheet.words import ELSE, LETTERS
from procmap.model import Activity, Control, Event, Lane, Process, RosaAssessment, StepDetails, unique
from procmap.model.elements import Node
from procmap.model.value import Value

_NOTHING = NOTHING[1]
_Cells = dict[str, str]


def tables_of(processes: Sequence[Process], language: Language) -> tuple[Table, ...]:
    """Return processes as tables; sheets without rows are left out, but for that of the steps."""
    rows: dict[SheetKey, list[_Cells]] = defaultdict(list)
    names = Counter(_key(process) for process in processes)
    for process in processes:
        called = process.name if process.name and names[_key(process)] == 1 else process.id
        own = {"organisation": process.card.organisation, "variant": process.card.variant, "process": called}
        writer = _Writer(process, language)
        for key, made in writer.sheets():
            whose = own if key == "steps" or (key != "processes" and len(processes) > 1) else {}
            rows[key] += ({**whose, **cells} for cells in made)
    return tuple(
        _table(sheet, rows[sheet.key], language) for sheet in SHEETS if rows[sheet.key] or sheet.key == "steps"
    )


def _key(process: Process) -> tuple[str, str, str]:
    card = process.card
    return (plain_heading(card.organisation), plain_heading(card.variant), plain_heading(process.name))


def _table(sheet: Sheet, rows: Iterable[_Cells], language: Language) -> Table:
    """Return rows with their numbers below the headings, texts as they will be read."""
    made = (
        {key: text for key, given in cells.items() if given and (text := cell_text(given)[:LONGEST].rstrip())}
        for cells in rows
    )
    numbered = tuple(Row(number, cells) for number, cells in enumerate(made, start=2))
    return Table(sheet, sheet.titles[language], numbered, language=language)


class _Writer:
    """The rows of one process."""

    def __init__(self, process: Process, language: Language) -> None:
        self._process = process
        self._language = language
        self._rows = rows_of(explicit(process))
        self._ids = {node.id for node in self._rows.nodes}
        self._pools = {pool.id: pool.name or pool.id for pool in process.pools}

    def sheets(self) -> Iterable[tuple[SheetKey, list[_Cells]]]:
        """Yield the rows of each sheet."""
        process, card = self._process, self._process.card
        yield "steps", self._steps()
        white = [pool for pool in process.pools if pool.process is not None]
        texts = process.documentation or (white[0].process_documentation if len(white) == 1 else ())
        about = "\n\n".join(texts)
        named = {"id": process.id, "name": process.name, "description": about}
        whose = {"organisation": card.organisation, "variant": card.variant}
        yield "processes", [self._fields("processes", card, ("organisation", "variant", *named)) | named | whose]
        for key, _, cls in ATTACHED:
            yield key, [self._attached(key, value) for value in process.attached if isinstance(value, cls)]
        yield "messages", self._messages()
        for key in ("stakeholders", "indicators"):
            yield key, [self._fields(key, value) for value in getattr(card, key)]
        yield "scales", self._scales()
        yield "properties", self._properties()

    def _fields(self, key: SheetKey, value: Value, skip: Iterable[str] = ()) -> _Cells:
        sheet = next(sheet for sheet in SHEETS if sheet.key == key)
        left_out = {*skip, "organisation", "variant", "process"}
        return {
            column.key: write_field(column, value, self._language, self._cite)
            for column in sheet.columns
            if column.key not in left_out
        }

    def _cite(self, element: str) -> str:
        """Return how a cell cites an element; empty where it cannot."""
        return quoted_item(element if element in self._ids else self._pools.get(element, ""))

    def _steps(self) -> list[_Cells]:
        process, language = self._process, self._language
        ways: dict[str, list[Arc]] = defaultdict(list)
        for arc in self._rows.arcs:
            ways[arc.source].append(arc)
        roles = _roles(process)
        documents = _drawn_documents(process)
        attached = self._by_step()
        made: list[_Cells] = []
        for node in self._rows.nodes:
            arcs = ways[node.id]
            conditions = [condition_text(arc.name, ELSE[language], default=arc.default) for arc in arcs]
            cells = {
                "id": node.id,
                "step": node.name,
                "type": type_text(node, language),
                "role": listed(roles.get(node.id, ())),
                "pool": self._pools.get(node.pool or "", ""),
                "parent": node.parent or "",
                "attached to": (node.attached_to or "") if isinstance(node, Event) else "",
                "next": listed(arc.target for arc in arcs) if arcs else _without_next(node),
                "condition": listed(conditions) if any(conditions) else "",
                "note": "\n\n".join(node.documentation),
                **attached.get(node.id, {}),
            }
            if isinstance(node, Activity | Event):
                cells |= self._details(node.details, *documents[node.id])
            made.append(cells)
        return made

    def _details(
        self, details: StepDetails, documents_in: list[str], documents_out: list[str], systems: list[str]
    ) -> _Cells:
        language = self._language
        return {
            "system": listed(unique((*details.systems, *systems))),
            "documents in": listed(unique((*details.documents_in, *documents_in))),
            "documents out": listed(unique((*details.documents_out, *documents_out))),
            "work time": duration_text(details.work_time, language) if details.work_time else "",
            "lead time": duration_text(details.lead_time, language) if details.lead_time else "",
            "deadline": deadline_text(details.deadline, language) if details.deadline else "",
            "cost": cost_text(details.cost, language) if details.cost else "",
            "legal basis": listed(details.legal_basis),
            "responsibility": listed(
                f"{LETTERS.word(each.letter, language)}: {each.role}" for each in details.responsible
            ),
            "channel": details.channel,
        }

    def _by_step(self) -> dict[str, _Cells]:
        """Return the cells in which steps cite what is attached to them."""
        cited: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        cells: dict[str, _Cells] = defaultdict(dict)
        keys = {cls: key for key, _, cls in ATTACHED if key != "notes"}
        for value in self._process.attached:
            for step in value.on:
                if type(value) in keys:
                    cited[step][keys[type(value)]].append(value.id)
                elif isinstance(value, RosaAssessment) and value.level is not None:
                    reason = f": {value.reason}" if value.reason else ""
                    cells[step].setdefault("ROSA", f"{value.level}{reason}")
        for step, by_key in cited.items():
            cells[step] |= {key: listed(ids) for key, ids in by_key.items()}
        return cells

    def _attached(self, key: SheetKey, value: Value) -> _Cells:
        cells = self._fields(key, value, ("controls",))
        if key == "risks":
            risk = cells["id"]
            controls = (each for each in self._process.attached if isinstance(each, Control))
            cells["controls"] = listed(control.id for control in controls if risk in control.risks)
        return cells

    def _messages(self) -> list[_Cells]:
        made: list[_Cells] = []
        for flow in self._process.message_flows:
            ends = {
                key: element if element in self._ids else self._pools.get(element, "")
                for key, element in (("from", flow.source), ("to", flow.target))
            }
            if all(ends.values()):
                made.append({"id": flow.id, "name": flow.name, "message": flow.message, **ends})
        return made

    def _scales(self) -> list[_Cells]:
        made: list[_Cells] = []
        for scale in self._process.scales:
            about = {"id": scale.id, "name": scale.name, "source": scale.source, "version": scale.version}
            levels = [{"level": each.value, "level name": each.name, "colour": each.colour} for each in scale.levels]
            cells = [
                {"likelihood": each.likelihood, "impact": each.impact, "colour": each.colour} for each in scale.cells
            ]
            made += ({**about, **more} for more in [*levels, *cells] or [{}])
        return made

    def _properties(self) -> list[_Cells]:
        process = self._process
        made = [{"name": each.name, "value": each.value} for each in process.properties]
        for element in (*self._rows.nodes, *process.pools):
            cited = element.id if element.id in self._ids else self._pools[element.id]
            made += ({"element": cited, "name": each.name, "value": each.value} for each in element.properties)
        return made


def _without_next(node: Node) -> str:
    """Return what `next` says of a node that nothing follows."""
    if isinstance(node, Event) and (node.type == "endEvent" or node.attached_to):
        return ""
    return "" if isinstance(node, Activity) and node.triggered_by_event else _NOTHING


def _roles(process: Process) -> dict[str, list[str]]:
    """Return the names of the innermost lanes of each node."""
    lanes: dict[str, list[Lane]] = defaultdict(list)
    for lane in process.lanes:
        for node in lane.nodes:
            lanes[node].append(lane)
    return {
        node: unique(lane.name for lane in inside if lane.name and lane.id not in {each.parent for each in inside})
        for node, inside in lanes.items()
    }


def _drawn_documents(process: Process) -> dict[str, tuple[list[str], list[str], list[str]]]:
    """Return the names of the data drawn at each node: what goes in, what comes out, and the stores it uses."""
    items = {item.id: item for item in process.data if item.name}
    found: dict[str, tuple[list[str], list[str], list[str]]] = defaultdict(lambda: ([], [], []))
    for link in process.data_associations:
        into, out, stores = found[link.node]
        for item in (items[cited] for cited in (*link.sources, link.target) if cited in items):
            if item.type.startswith("dataStore"):
                stores.append(item.name)
            elif item.type.startswith("dataObject"):
                (into if link.type == "input" else out).append(item.name)
    return found
