"""Commands on the settings and scales of a project."""

from __future__ import annotations

from typing import ClassVar

from procmap.model import Scale
from procmap.workspace.command import Command, given_name, short
from procmap.workspace.project import NAME
from procmap.workspace.values import Role, ScaleEntry, Setting
from procmap.workspace.work import Work


class ChangeSetting(Command):
    """Change a setting of the project."""

    name = "change-setting"
    needs: ClassVar[Role] = "facilitator"
    setting: str
    value: str

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep the new value. Raises BadInput when it is to be the name of the project, and empty or too long."""
        value = given_name(self.value, "project") if self.setting == NAME else self.value
        before = work.find(Setting, self.setting)
        if before is None or before.value != value:
            work.put(Setting(id=self.setting, version=before.version if before else 0, value=value))
        return {"setting": self.setting, "value": short(value)}


class SetScale(Command):
    """Give the project a scale, in the place of the one with the same id."""

    name = "set-scale"
    needs: ClassVar[Role] = "facilitator"
    scale: Scale

    def apply(self, work: Work) -> dict[str, str | int]:
        """Keep it."""
        before = [one for one in work.all(ScaleEntry) if one.content.get("id") == self.scale.id]
        content = self.scale.model_dump(mode="json")
        if not before or before[0].content != content:
            key, version = (before[0].id, before[0].version) if before else (work.new_id(), 0)
            work.put(ScaleEntry(id=key, version=version, content=content))
        return {"name": short(self.scale.id)}
