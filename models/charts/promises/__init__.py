"""Charts of criteria: values, targets and paths."""
