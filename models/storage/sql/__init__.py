"""SQL and frames that several tables need."""
