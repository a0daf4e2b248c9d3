"""The published rule that decides a criterion's status."""
