"""Pieces of pages: flat what several subjects use, in folders what belongs to one."""
