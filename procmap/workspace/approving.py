"""Whether the common process of a service can be approved."""

from __future__ import annotations

from procmap.model import Finding
from procmap.workspace.deriving import Derived


def hindrances(derived: Derived) -> tuple[Finding, ...]:
    """Return what stands in the way of approving the common process of a service, nothing when it is ready."""
    if len(derived.parties) < 2:
        return (Finding(code="service-too-few", severity="blocking", params={"service": derived.inputs.service.name}),)
    result = derived.harmonised.result
    return result.blocking if result is not None and result.status != "ready" else ()
