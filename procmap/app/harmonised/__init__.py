"""The parts of the page of decisions: what is `asked`, in words; `deciding` on it; `looking` at a way before that."""
