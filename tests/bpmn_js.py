"""Files shown by bpmn-js in a real browser: what it says of them."""

from __future__ import annotations

import html
import json
import re
import subprocess
from pathlib import Path

from procmap.formats.encoding import decode_xml

PAGE = """<!doctype html><meta charset="utf-8"><div id="canvas" style="width: 1200px; height: 800px"></div>
<pre id="answer">not finished</pre><script src="viewer.js"></script><script src="files.js"></script><script>
(async () => {
  const answer = {};
  for (const [name, xml] of Object.entries(files)) {
    const viewer = new BpmnJS({ container: "#canvas" });
    try {
      const { warnings } = await viewer.importXML(xml);
      answer[name] = warnings.map((warning) => String(warning.message));
      if (!viewer.get("elementRegistry").getAll().length) answer[name].push("nothing is shown");
    } catch (error) {
      answer[name] = ["error: " + error.message, ...(error.warnings || []).map((warning) => String(warning.message))];
    }
    viewer.destroy();
  }
  document.getElementById("answer").textContent = JSON.stringify(answer);
})();
</script>"""


def imports_of(files: dict[str, bytes], folder: Path, chromium: str, node_modules: Path) -> dict[str, list[str]]:
    """Return the warnings and errors of bpmn-js by file."""
    viewer = node_modules / "bpmn-js" / "dist" / "bpmn-navigated-viewer.production.min.js"
    (folder / "viewer.js").write_bytes(viewer.read_bytes())
    (folder / "files.js").write_text(
        "const files = " + json.dumps({name: _text(content) for name, content in files.items()}), encoding="utf-8"
    )
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
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
            browser.wait(timeout=120)
        finally:
            browser.kill()
            browser.wait()
    found = re.search(r'<pre id="answer">(.*?)</pre>', (folder / "dom.html").read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return json.loads(html.unescape(found.group(1)))


def _text(content: bytes) -> str:
    """Return a file as a browser's page would have it: as text, which has no encoding to declare."""
    return re.sub(r"^\s*<\?xml.*?\?>", "", decode_xml(content, "file").text, flags=re.DOTALL)
