"""The versions of the published rule: a file of parameters each, none ever changed."""
