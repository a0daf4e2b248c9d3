"""The ideas that nobody has screened yet, the one that has waited longest first."""

from models.ideas.idea import Stage
from models.services.ideas import Portfolio
from pages.parts.ideas.empty import no_ideas
from pages.parts.ideas.idea_list import idea_list
from pages.shell.wording import _


def unscreened(portfolio: Portfolio) -> None:
    """Show the ideas of the first stage; where there are no ideas at all, the ways to the first."""
    if not portfolio.ideas:
        no_ideas(portfolio)
        return
    waiting = [idea for idea in portfolio.ideas if idea.stage is Stage.SUBMITTED]
    waiting.sort(key=lambda idea: idea.submitted_on)
    idea_list(waiting, empty=_("Alle idéer er vurderet."))
