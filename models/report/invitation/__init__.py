"""The invitation to a survey: the text of its mail, and its poster."""
