"""What every value of the model is: an immutable record, equal by content, that refuses unknown fields."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict

Text = Annotated[str, BeforeValidator(lambda value: "" if value is None else value)]
"""A text that files may also give as null, which is the same as empty."""


class Value(BaseModel):
    """An immutable record. Two values are equal when their fields are."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, serialize_by_alias=True)

    def replace(self, **changes: Any) -> Self:
        """Return a copy in which the fields named in `changes` have new values; the copy is validated.

        Raises pydantic.ValidationError when a field does not exist or a value does not fit it.
        """
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**fields, **changes})
