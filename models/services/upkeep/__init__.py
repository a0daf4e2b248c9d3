"""Looking after an installation: its backup, bringing one back, and a check of everything."""
