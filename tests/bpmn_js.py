"""Files shown and edited by bpmn-js in a real browser."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path
from typing import Any

from procmap.formats.encoding import decode_xml

VIEWER = "bpmn-js/dist/bpmn-navigated-viewer.production.min.js"
MODELER = "bpmn-js/dist/bpmn-modeler.production.min.js"
CAMUNDA = {
    "camunda7": "camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js",
    "camunda8": "camunda-bpmn-js/dist/camunda-cloud-modeler.production.min.js",
}
PAGE = """<!doctype html><meta charset="utf-8"><div id="canvas" style="width: 1200px; height: 800px"></div>
<div id="panel"></div><pre id="answer">not finished</pre>
<script src="library.js"></script><script src="files.js"></script><script>
(async () => {
  const answer = {};
  for (const [name, xml] of Object.entries(files)) {
    try {
      answer[name] = await run(xml);
    } catch (error) {
      answer[name] = ["error: " + error.message, ...(error.warnings || []).map((warning) => String(warning.message))];
    }
  }
  document.getElementById("answer").textContent = JSON.stringify(answer);
})();
async function run(xml) {
  SCRIPT
}
</script>"""
IMPORT = """
  const viewer = new BpmnJS({ container: "#canvas" });
  try {
    const { warnings } = await viewer.importXML(xml);
    const told = warnings.map((warning) => String(warning.message));
    return viewer.get("elementRegistry").getAll().length ? told : [...told, "nothing is shown"];
  } finally {
    viewer.destroy();
  }
"""


def imports_of(files: dict[str, bytes], folder: Path, chromium: str, node_modules: Path) -> dict[str, list[str]]:
    """Return the warnings and errors of bpmn-js by file."""
    return run(files, IMPORT, node_modules / VIEWER, folder, chromium)


def run(files: dict[str, bytes], script: str, library: Path, folder: Path, chromium: str) -> dict[str, Any]:
    """Return what a script, the body of a function of `xml`, returns for each file in a page with a library."""
    (folder / "library.js").write_bytes(library.read_bytes())
    (folder / "files.js").write_text(
        "const files = " + json.dumps({name: _text(content) for name, content in files.items()}), encoding="utf-8"
    )
    (folder / "page.html").write_text(PAGE.replace("SCRIPT", script), encoding="utf-8")
    command = [
        chromium, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder / 'profile'}",
        "--virtual-time-budget=600000", "--dump-dom", (folder / "page.html").as_uri(),
    ]  # fmt: skip
    # Its answer goes to a file: a helper process that outlives the browser would keep a pipe open.
    with (folder / "dom.html").open("wb") as output:
        browser = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.DEVNULL)
        try:
            browser.wait(timeout=300)
        finally:
            browser.kill()
            browser.wait()
    found = re.search(r'<pre id="answer">(.*?)</pre>', (folder / "dom.html").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return json.loads(html.unescape(found.group(1)))


def _text(content: bytes) -> str:
    """Return a file as a browser's page would have it: as text, which has no encoding to declare."""
    return re.sub(r"^\s*<\?xml.*?\?>", "", decode_xml(content, "file").text, flags=re.DOTALL)
