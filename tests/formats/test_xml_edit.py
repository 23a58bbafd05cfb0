"""Editing the text of an XML file in place: what is not edited stays, whatever it looks like."""

from __future__ import annotations

import pytest
from lxml import etree

from procmap.formats.xml_edit import XmlEditor

HOSTILE = """<?xml version="1.0"?>
<!-- <a id="comment"> -->
<?tool <a> ?>
<r xmlns:p='urn:p' t="1 > 0 &lt; 2" u='"'>
\t<a  id = "1"   n='it"s'/>
\t<![CDATA[</a><b>]]>
\t<p:b xmlns:q="urn:q" q:x="/>"
\t     y="2" ><c/>text</p:b >
\t<!-- </r> --><d></d>
</r>
"""


def _edit(text: str, *steps) -> str:
    root = etree.fromstring(text.encode())
    editor = XmlEditor(text, root)
    for method, path, *arguments in steps:
        element = root if path == "." else root.find(path, {"p": "urn:p"})
        markup = [
            (lambda _, m=argument: m) if method.startswith(("insert", "append")) else argument for argument in arguments
        ]
        getattr(editor, method)(element, *markup)
    return editor.result()


def test_without_an_edit_the_text_is_the_same():
    assert _edit(HOSTILE) == HOSTILE


@pytest.mark.parametrize(
    ("step", "old", "new"),
    [
        (("set_attribute", "a", "n", "x"), "n='it\"s'", 'n="x"'),
        (("set_attribute", "a", "n", None), "   n='it\"s'", ""),
        (("set_attribute", "a", "id", '<"&\n\t>'), 'id = "1"', 'id="&lt;&quot;&amp;&#10;&#9;&gt;"'),
        (("set_attribute", "a", "new", "x"), "n='it\"s'/>", "n='it\"s' new=\"x\"/>"),
        (("set_attribute", "p:b", "y", "3"), 'y="2" >', 'y="3" >'),
        (("set_attribute", "p:b", "z", "3"), 'y="2" >', 'y="2" z="3" >'),
        (("set_attribute", ".", "xmlns:z", "urn:z"), "u='\"'>", "u='\"' xmlns:z=\"urn:z\">"),
        (("rename", "p:b", "p:bb"), None, None),
        (("remove", "d"), "<d></d>", ""),
        (("remove", "a"), "\n\t<a  id = \"1\"   n='it\"s'/>", ""),
        (("set_text", "d", "a<b>&]]>\r"), "<d></d>", "<d>a&lt;b&gt;&amp;]]&gt;&#13;</d>"),
        (("set_text", "a", "x"), "n='it\"s'/>", "n='it\"s'>x</a>"),
        (("append", "a", "<n/>"), "n='it\"s'/>", "n='it\"s'>\n\t  <n/>\n\t</a>"),
        (("append", ".", "<n/>"), "<d></d>\n", "<d></d>\n\t<n/>\n"),
        (("insert_before", "a", "<n/>"), '\n\t<a  id', '\n\t<n/>\n\t<a  id'),
        (("insert_after", "a", "<n/>"), "n='it\"s'/>", "n='it\"s'/>\n\t<n/>"),
    ],
    ids=str,
)  # fmt: skip
def test_one_edit_is_all_that_changes(step, old, new):
    if old is None:
        expected = HOSTILE.replace("<p:b ", "<p:bb ").replace("</p:b >", "</p:bb>")
    else:
        assert HOSTILE.count(old) == 1
        expected = HOSTILE.replace(old, new)

    assert _edit(HOSTILE, step) == expected


def test_edits_inside_what_is_removed_or_replaced_are_dropped():
    assert _edit("<r><a><b/></a></r>", ("set_attribute", "a/b", "x", "1"), ("remove", "a")) == "<r></r>"
    assert _edit("<r><a><b/></a></r>", ("set_attribute", "a/b", "x", "1"), ("set_text", "a", "t")) == "<r><a>t</a></r>"


def test_insertions_keep_their_order():
    steps = [("insert_before", "b", "<1/>"), ("insert_before", "b", "<2/>"), ("insert_after", "a", "<3/>")]

    assert _edit("<r><a/><b/></r>", *steps) == "<r><a/><3/><1/><2/><b/></r>"


def test_what_is_taken_goes_elsewhere_with_its_edits():
    text = "<r><a x='1'><b/></a><c/></r>"
    root = etree.fromstring(text)
    editor = XmlEditor(text, root)
    editor.set_attribute(root[0], "x", "2")
    editor.set_attribute(root[0][0], "y", "3")
    editor.append(root[1], editor.take(root[0]))

    assert editor.result() == '<r><c><a x="2"><b y="3"/></a></c></r>'


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_insertions_have_the_line_ends_of_the_file(line_end):
    text = "<r>\n  <a/>\n</r>".replace("\n", line_end)

    assert _edit(text, ("append", "a", "<b>\n</b>")) == text.replace(
        "<a/>", f"<a>{line_end}    <b>{line_end}</b>{line_end}  </a>"
    )


def test_a_deep_file_is_no_trouble():
    depth = 150
    text = "<a>" * depth + "</a>" * depth
    editor = XmlEditor(text, root := etree.fromstring(text))
    editor.set_attribute(next(element for element in root.iter() if not len(element)), "x", "1")

    assert editor.result() == "<a>" * (depth - 1) + '<a x="1">' + "</a>" * depth
