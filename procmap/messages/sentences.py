"""The English texts of all parts, by code: what is not translated is said so."""

from __future__ import annotations

from types import ModuleType

from procmap.messages import (
    templates,
    templates_alignment,
    templates_app,
    templates_app_components,
    templates_app_page_project,
    templates_app_processes,
    templates_app_project,
    templates_carrying,
    templates_cli,
    templates_comparison,
    templates_differences,
    templates_drawing,
    templates_editing,
    templates_exchange,
    templates_flow,
    templates_harmonisation,
    templates_impact,
    templates_layout,
    templates_lexicon,
    templates_losses,
    templates_names,
    templates_page,
    templates_people,
    templates_pictures,
    templates_printing,
    templates_privacy,
    templates_project,
    templates_report,
    templates_report_files,
    templates_routine,
    templates_sidecar,
    templates_spreadsheet,
    templates_versions,
    templates_words,
    templates_workspace,
)

MODULES: tuple[ModuleType, ...] = (
    templates,
    templates_alignment,
    templates_app,
    templates_app_components,
    templates_app_page_project,
    templates_app_processes,
    templates_app_project,
    templates_carrying,
    templates_cli,
    templates_comparison,
    templates_differences,
    templates_drawing,
    templates_editing,
    templates_exchange,
    templates_flow,
    templates_harmonisation,
    templates_impact,
    templates_layout,
    templates_lexicon,
    templates_losses,
    templates_page,
    templates_names,
    templates_people,
    templates_pictures,
    templates_printing,
    templates_privacy,
    templates_project,
    templates_report,
    templates_report_files,
    templates_routine,
    templates_sidecar,
    templates_spreadsheet,
    templates_versions,
    templates_words,
    templates_workspace,
)
"""The modules of texts. Each has `TEMPLATES`, and `SINGULAR` for those that say `{count}` of something."""

TEMPLATES: dict[str, str] = {code: text for module in MODULES for code, text in module.TEMPLATES.items()}
SINGULAR: dict[str, str] = {
    code: text for module in MODULES for code, text in getattr(module, "SINGULAR", {}).items()
}  # fmt: skip
"""The English texts for a `count` of 1."""
