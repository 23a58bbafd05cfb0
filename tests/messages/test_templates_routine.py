import re

from procmap.messages import templates_routine


def test_every_code_is_used(root):
    sources = "".join(path.read_text(encoding="utf-8") for path in sorted(root.glob("procmap/formats/**/*.py")))
    codes = set(re.findall(r'"((?:routine|word)-[a-z-]+)"', sources))
    told = {code for code in templates_routine.TEMPLATES if not code.startswith("format-")}
    assert told <= codes
    assert codes & set(templates_routine.TEMPLATES) == told
