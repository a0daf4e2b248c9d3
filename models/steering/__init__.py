"""What owners and those who approve write about promises, as plain things without a database."""
