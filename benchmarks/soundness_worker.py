"""The analyser in a process of its own: BPMN in (a line of JSON each), its four properties out.

Used by soundness_agreement.py. It stands alone, since the analyser may run for ever or end its process.
"""

from __future__ import annotations

import json
import os
import sys

import rust_bpmn_analyzer_bindings as analyser

PROPERTIES = ("safeness", "option_to_complete", "proper_completion", "dead_activities")


def main() -> None:
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # a panic is told there, before it comes as an exception
    for line in sys.stdin:
        model = json.loads(line)
        try:
            answer = {name: getattr(analyser, f"analyze_{name}")(model).fulfilled for name in PROPERTIES}
        except BaseException as error:  # noqa: BLE001 - a panic of the analyser is no Exception
            answer = {"error": str(error)[:200]}
        out.write(json.dumps(answer) + "\n")
        out.flush()


if __name__ == "__main__":
    main()
