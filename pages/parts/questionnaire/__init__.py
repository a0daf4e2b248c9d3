"""The questionnaires: listed, looked at, brought in and fetched."""
