from procmap.messages import templates, templates_comparison


def test_no_code_has_two_sentences():
    assert set(templates.TEMPLATES).isdisjoint(templates_comparison.TEMPLATES)
