from tests.comparison.differences.lines import told
from tests.comparison.differences.test_participant_message import writing


def test_that_a_step_sends_is_told_with_the_message():
    kinds = {"vedta": {"type": "sendTask", "details": {"documents_out": ("Brev 0",)}}}
    other = {"vedta": {"type": "userTask", "details": {"documents_out": ("Sak",)}}}
    a, b = (
        one.replace(process=changed(one.process, kind))
        for one, kind in ((writing("A", "vedta > Nabo"), kinds), (writing("B", "Søker > vurdere"), other))
    )
    assert [one.values for one in told("participant_message", a, b) if one.params["part"] == "sent"] == [
        {"A": "Brev 0", "B": None}
    ]
    assert told("type", a, b) == []
    assert told("document", a, b) == []


def changed(process, fields):
    nodes = (node.replace(**fields.get(node.id, {})) for node in process.nodes)
    return process.replace(nodes=tuple(nodes))


def test_another_document_that_is_not_sent_is_told():
    fields = ({"documents_out": ("Brev 0", "Plan")}, {"documents_out": ("Sak",)}, {"documents_out": ("Plan",)})
    messages = (("vedta > Nabo",), ("Søker > vurdere",), ("Søker > vurdere",))
    parties = [
        one.replace(process=changed(one.process, {"vedta": {"details": details}}))
        for one, details in (
            (writing(name, *flows), details) for name, flows, details in zip("ABC", messages, fields, strict=True)
        )
    ]
    assert [one.values for one in told("document", *parties)] == [{"A": "Brev 0, Plan", "B": "Sak", "C": "Plan"}]
