"""One function for each thing a person does or asks."""
