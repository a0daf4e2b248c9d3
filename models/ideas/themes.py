"""Ideas that resemble one another, found by machine."""

from models.ideas.grouping import Grouping, Theme

__all__ = ["Grouping", "Theme"]
