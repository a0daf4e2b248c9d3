"""The results of a wave, computed once after it closed and frozen."""
