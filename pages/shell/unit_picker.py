"""Fields for choosing a unit step by step down the tree, at most some hundred names each."""

import streamlit as st

from pages.shell.wording import _, markdown_escaped, say
from survey.asking.organisation import Organisation, Unit, UnitUnknown

# Where a unit has more children than this, a search field stands above their list.
LISTED = 200


def unit_picker(
    organisation: Organisation,
    *,
    key: str,
    label: str,
    only_parents: bool = False,
    top: str | None = None,
    usual: str | None = None,
) -> Unit:
    """A field for each step from the top to the chosen unit, whose id is kept under `key`.

    only_parents: offer only units that have others under them. top: nothing above or beside this
    unit can be chosen; the root by default. usual: the choice until somebody has made one, also
    when the one made is no longer there; the top by default.
    """
    top = top or organisation.root.id
    path = _from_top(organisation, top, st.session_state.get(key)) or _from_top(
        organisation, top, usual
    )
    path = path or (organisation.unit(top),)
    st.session_state[key] = path[-1].id
    for step, above in enumerate(path):
        below = _below(organisation, above, only_parents=only_parents)
        if below:
            deeper = path[step + 1].id if step + 1 < len(path) else ""
            _step(organisation, above, below, deeper, key=key, step=step, label=label)
    return path[-1]


def _from_top(organisation: Organisation, top: str, unit_id: str | None) -> tuple[Unit, ...]:
    """Return the units from the top down to a unit; empty when it does not lie under the top."""
    try:
        path = organisation.path(unit_id or "")
    except UnitUnknown:
        return ()
    ids = [unit.id for unit in path]
    return path[ids.index(top) :] if top in ids else ()


def _below(organisation: Organisation, above: Unit, *, only_parents: bool) -> list[str]:
    children = organisation.children(above.id)
    return [unit_id for unit_id in children if not only_parents or organisation.children(unit_id)]


def _step(
    organisation: Organisation,
    above: Unit,
    below: list[str],
    deeper: str,
    *,
    key: str,
    step: int,
    label: str,
) -> None:
    field = f"{key}_step_{step}"
    options = _search(organisation, below, deeper, f"{field}_search")
    st.session_state[field] = deeper

    def choose() -> None:
        st.session_state[key] = st.session_state[field] or above.id

    def name(unit_id: str) -> str:
        if not unit_id:
            return _("Hele {unit}", unit=above.name)
        return organisation.unit(unit_id).name

    st.selectbox(
        markdown_escaped(label) if step == 0 else say("Under {unit}", unit=above.name),
        ["", *options],
        format_func=name,
        key=field,
        on_change=choose,
    )


def _search(organisation: Organisation, below: list[str], deeper: str, field: str) -> list[str]:
    """Return all ids when they are few, else the first whose names contain the text searched for.

    The unit already chosen (`deeper`) is always among them.
    """
    if len(below) <= LISTED:
        return below
    text = st.text_input(say("Søg blandt {n} enheder", n=len(below)), key=field).casefold()
    matches = [unit_id for unit_id in below if text in organisation.unit(unit_id).name.casefold()]
    matches = matches[:LISTED]
    return matches if not deeper or deeper in matches else [deeper, *matches]
