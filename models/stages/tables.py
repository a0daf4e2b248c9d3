"""The stages of values, overrides, waves and ideas."""

from typing import Final

from models.access import Permission
from models.ideas.idea import STAGE_WORD, Stage
from models.stages.transitions import Move, Transitions
from models.steering.override_proposal import OverrideStage
from models.steering.submission import ValueStage
from models.wording import N_
from survey.asking.wave import WaveState

VALUE: Final = Transitions(
    "value",
    N_("værdien"),
    {
        ValueStage.ENTERED: N_("indtastet"),
        ValueStage.RETURNED: N_("sendt tilbage"),
        ValueStage.APPROVED: N_("godkendt"),
    },
    (ValueStage.ENTERED,),
    (
        Move(
            "enter",
            N_("indtastes igen"),
            (ValueStage.ENTERED, ValueStage.RETURNED),
            ValueStage.ENTERED,
            Permission.UPDATE_PROMISE,
        ),
        Move(
            "return",
            N_("sendes tilbage med en grund"),
            (ValueStage.ENTERED,),
            ValueStage.RETURNED,
            Permission.APPROVE_VALUE,
            by_another=True,
        ),
        Move(
            "approve",
            N_("godkendes"),
            (ValueStage.ENTERED,),
            ValueStage.APPROVED,
            Permission.APPROVE_VALUE,
            by_another=True,
        ),
    ),
)
OVERRIDE: Final = Transitions(
    "override",
    N_("den tilsidesatte status"),
    {
        OverrideStage.PROPOSED: N_("foreslået"),
        OverrideStage.IN_FORCE: N_("i kraft"),
        OverrideStage.REJECTED: N_("afvist"),
        OverrideStage.WITHDRAWN: N_("trukket tilbage"),
        OverrideStage.EXPIRED: N_("udløbet"),
    },
    # A worse status is free: it needs nobody else.
    (OverrideStage.PROPOSED, OverrideStage.IN_FORCE),
    (
        Move(
            "approve",
            N_("godkendes"),
            (OverrideStage.PROPOSED,),
            OverrideStage.IN_FORCE,
            Permission.OVERRIDE,
            by_another=True,
        ),
        Move(
            "reject",
            N_("afvises med en grund"),
            (OverrideStage.PROPOSED,),
            OverrideStage.REJECTED,
            Permission.OVERRIDE,
            by_another=True,
        ),
        Move(
            "withdraw",
            N_("trækkes tilbage"),
            (OverrideStage.PROPOSED, OverrideStage.IN_FORCE),
            OverrideStage.WITHDRAWN,
            Permission.OVERRIDE,
        ),
        Move(
            "expire",
            N_("udløber af sig selv"),
            (OverrideStage.PROPOSED, OverrideStage.IN_FORCE),
            OverrideStage.EXPIRED,
            None,
        ),
    ),
)
WAVE: Final = Transitions(
    "wave",
    N_("undersøgelsen"),
    {
        WaveState.DRAFT: N_("planlagt"),
        WaveState.OPEN: N_("åben"),
        WaveState.CLOSED: N_("lukket"),
        WaveState.RELEASED: N_("frigivet"),
    },
    # Answers that were collected elsewhere come into a wave that is made closed.
    (WaveState.DRAFT, WaveState.CLOSED),
    (
        Move(
            "approve",
            N_("godkendes af MED"),
            (WaveState.DRAFT,),
            WaveState.DRAFT,
            Permission.RUN_WAVE,
        ),
        Move("open", N_("åbnes"), (WaveState.DRAFT,), WaveState.OPEN, Permission.RUN_WAVE),
        Move("close", N_("lukkes"), (WaveState.OPEN,), WaveState.CLOSED, Permission.RUN_WAVE),
        Move(
            "release",
            N_("frigives"),
            (WaveState.CLOSED,),
            WaveState.RELEASED,
            Permission.RELEASE_WAVE,
        ),
    ),
)
_FORWARD: Final = (Stage.SUBMITTED, Stage.SCREENED, Stage.PILOTED)
IDEA: Final = Transitions(
    "idea",
    N_("idéen"),
    STAGE_WORD,
    tuple(Stage),
    (
        Move(
            "screen",
            N_("vurderes"),
            (Stage.SUBMITTED, Stage.DECLINED),
            Stage.SCREENED,
            Permission.IMPORT,
        ),
        Move("pilot", N_("afprøves"), _FORWARD[:2], Stage.PILOTED, Permission.IMPORT),
        Move("implement", N_("tages i brug"), _FORWARD, Stage.IMPLEMENTED, Permission.IMPORT),
        Move("decline", N_("vælges ikke"), _FORWARD, Stage.DECLINED, Permission.IMPORT),
        Move(
            "correct",
            N_("sættes tilbage til foreslået"),
            (Stage.SCREENED, Stage.PILOTED, Stage.IMPLEMENTED, Stage.DECLINED),
            Stage.SUBMITTED,
            Permission.IMPORT,
        ),
    ),
)
ALL: Final = (VALUE, OVERRIDE, WAVE, IDEA)
